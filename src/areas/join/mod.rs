//! Joins the tables of several files by bare area code.

#[cfg(not(target_arch = "wasm32"))]
mod ahead;
mod contradictions;
mod doubts;
mod explain;
pub(super) mod import;
mod keyed;
mod lend;
mod newer;
mod past;
pub(super) mod periods;
pub(super) mod yardsticks;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::areas::code::Division;
use crate::areas::code::key::Key;
use crate::areas::code::key_file::KeyFound;
use crate::areas::load::settings::Settings;
use crate::areas::store::{Area, Areas};
use crate::areas::told::ledger::{NotUsed, Why};
use crate::areas::told::rejected::{Rejected, RejectedList};
use crate::areas::told::understanding::Understanding;
use crate::areas::words::coordinates::Value;
use crate::error::{Error, Place, Problem};
use crate::table::wide;
use contradictions::{Contradictions, contradictory};
use import::{Loaded, LoadedTable};
use keyed::{by_key_files, put_together};
use lend::{lend, newest_waits};
use newer::{Newer, drop_answered, newest_first};
use periods::Periods;
use yardsticks::Yardsticks;

/// All files' areas in one.
#[derive(Debug)]
pub struct Joined {
    /// The areas, in the order of their first appearance; [`Area::table`] counts in `tables`.
    pub areas: Areas,
    /// How each table was understood.
    pub tables: Vec<Understanding>,
    /// What could not be read, by file and line.
    pub rejected: RejectedList,
    /// What a person should know of the joining.
    pub warnings: Vec<JoinWarning>,
    /// The country and the municipalities that areas are compared with, where the files have rows of them.
    pub yardsticks: Yardsticks,
    /// The figures of all periods; none unless they were asked for ([`Settings::every_period`]).
    pub periods: Periods,
}

/// What a person should know of the joining of several tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum JoinWarning {
    /// The tables are of different years' divisions, and were joined by the bare code all the same.
    DifferentVintages {
        /// The years; those without one are of the first division.
        years: Vec<u16>,
    },
    /// Areas known by name only got their code from a key file, or from a file of figures with codes and names.
    CodesFromKey {
        /// How many.
        areas: u64,
    },
    /// Areas are known by name only, and no file tells their code or one tells several, so that they can't be joined
    /// with areas by code.
    NamesWithoutCode {
        /// How many.
        areas: u64,
    },
    /// Areas lack a figure, since tables contradict each other about it.
    Contradictory {
        /// The criterion's id.
        criterion: String,
        /// The period, where it is another than the one whose figures are taken.
        period: Option<String>,
        /// How many.
        areas: u64,
    },
    /// Areas that are not in every table that has a measure.
    NotInAll {
        /// How many.
        areas: u64,
    },
    /// A key tells which `RegSO` areas the `DeSO` areas lie in, so that their counts can be added up.
    Summable {
        /// How many `DeSO` areas with counts.
        areas: u64,
        /// How many `RegSO` areas they would become.
        into: u64,
    },
    /// Counts of `DeSO` areas were added up to `RegSO` areas.
    Summed {
        /// How many `DeSO` areas.
        areas: u64,
        /// How many `RegSO` areas they became.
        into: u64,
    },
    /// A key that a person brought, by which counts are put together.
    Key {
        /// How it was understood.
        found: KeyFound,
    },
    /// Counts were put together by a key that a person brought; those of areas that lie in several were split, and are
    /// stated as bounds.
    Split {
        /// The division of the areas.
        from: Division,
        /// How many.
        areas: u64,
        /// The division that they were put together to.
        to: Division,
        /// How many areas they became.
        into: u64,
        /// How many of them lie in several.
        shared: u64,
    },
    /// Areas lack a figure, since their parts have it as percentages, which can't be added up.
    PercentagesNotSummed {
        /// How many.
        areas: u64,
    },
    /// Areas lack a figure, since one of their parts lacks it, or the key does not tell how much of it is theirs.
    PartsNotComplete {
        /// How many.
        areas: u64,
    },
    /// Areas lack a figure, since their parts have it by two years' divisions, in which one code may be two areas.
    TwoDivisionsNotSummed {
        /// How many.
        areas: u64,
    },
    /// Counts were not joined with the bases of another table, which are of other ages.
    OtherAges {
        /// The columns of counts.
        counts: Vec<String>,
        /// The columns of bases.
        bases: Vec<String>,
    },
    /// Counts were not joined with the bases of another table, which are of other years.
    OtherYears {
        /// The columns of counts.
        counts: Vec<String>,
        /// The columns of bases.
        bases: Vec<String>,
    },
    /// Files of an archive are no tables that can be read, and were left out.
    LeftOut {
        /// The files, each with the archive before it.
        files: Vec<String>,
    },
    /// Areas that the key does not have stand as they are.
    NotInKey {
        /// How many.
        areas: u64,
    },
}

impl Joined {
    /// Returns how the keys that a person brought were understood.
    pub fn keys(&self) -> impl Iterator<Item = &KeyFound> {
        self.warnings
            .iter()
            .filter_map(|warning| if let JoinWarning::Key { found } = warning { Some(found) } else { None })
    }

    /// Returns where an area was first found.
    pub fn place(&self, area: Area<'_>) -> Place {
        match self.tables.get(area.table()) {
            Some(table) => table.table.place(area.line()),
            None => Place { line: Some(area.line()), ..Place::default() },
        }
    }
}

/// Joins files by bare area code, whatever the suffixes. Of a figure that an area has in two tables the second is listed, and
/// none is taken where the two contradict each other. An area known by name only goes by the code that a key file has for the name within
/// its municipality.
///
/// # Errors
///
/// `no-measure` if no table has figures for any criterion, and `too-large` for a key of more names than any division has.
pub fn join(files: Vec<Loaded>, settings: &Settings) -> Result<Joined, Error> {
    if !files.iter().any(Loaded::has_measures) {
        let first = files.first().and_then(|file| file.tables.first()).map(|table| &table.understanding);
        let file = first.map(|first| first.table.file.clone());
        let columns = first.map(numbers_of).unwrap_or_default();
        return Err(Error::from(Problem::NoMeasure { columns }).at(Place { file, ..Place::default() }));
    }
    join_all(files, settings)
}

/// Lists some columns of numbers of which none was used, each with the words that were not understood.
fn numbers_of(table: &Understanding) -> String {
    let short = |text: &str| text.chars().take(80).collect::<String>();
    let named = |unused: &NotUsed| match &unused.why {
        Why::Unexplained { words } => {
            Some(format!("{} ({}?)", short(&unused.column), short(&words.join(" "))))
        }
        Why::NoMeasure | Why::NoLevel | Why::NoBase => Some(short(&unused.column)),
        Why::Another | Why::Id | Why::Counts | Why::Asked | Why::Empty | Why::Text => None,
    };
    let named = table.not_used.iter().filter(|unused| unused.category.is_none()).filter_map(named);
    named.take(5).collect::<Vec<_>>().join("; ")
}

/// Joins files as [`join`] does, also where none has a measure: then the areas of all tables are taken, without figures,
/// so that a person can see how the tables were understood and say where their figures are.
///
/// # Errors
///
/// `too-large` for a key of more names than any division has.
pub fn join_all(files: Vec<Loaded>, settings: &Settings) -> Result<Joined, Error> {
    let none_measures = !files.iter().any(Loaded::has_measures);
    let criteria: Vec<String> = settings.criteria().map(str::to_owned).collect();
    let left_out: Vec<String> = files.iter().flat_map(|file| &file.left_out).cloned().collect();
    let mut tables: Vec<_> = files.into_iter().flat_map(|file| file.tables).collect();
    drop_answered(&mut tables, &criteria);
    let (mut measuring, mut others): (Vec<_>, Vec<_>) =
        tables.drain(..).partition(|table| none_measures || table.has_measures());
    newest_first(&mut measuring);
    let (mut understandings, mut rejected) = (Vec::new(), RejectedList::default());
    let vintages_of = |table: &LoadedTable| -> BTreeSet<u16> {
        table.areas.kinds().iter().map(|kind| kind.vintage.unwrap_or(0)).collect()
    };
    // Putting areas together leaves no years in their codes.
    let mut vintages: BTreeSet<u16> = measuring.iter().flat_map(vintages_of).collect();
    let several = measuring.len() > 1;
    let mut warnings = Vec::new();
    warnings.extend((!left_out.is_empty()).then_some(JoinWarning::LeftOut { files: left_out }));
    let whole = key(&mut others)?;
    let measuring = by_key_files(measuring, &mut others, settings, &mut warnings);
    let measuring = match &whole {
        Some(key) => put_together(measuring, &mut others, key, settings, &mut warnings),
        None => measuring,
    };
    let key = with_names(whole, &measuring)?;
    // The areas of a single table are taken as they are: four million fit into memory only once.
    let as_they_are = match measuring.as_slice() {
        [table] => vintages_of(table).len() < 2 && (key.is_none() || !table.areas.has_names_only()),
        _ => false,
    };
    let periods = Periods::of(&measuring, &others, key.as_ref(), settings, as_they_are);
    let (mut keyed, mut unkeyed) = (0, 0);
    let mut areas: Option<Areas> = None;
    let mut dates: BTreeMap<usize, Vec<Option<Value>>> = BTreeMap::new();
    let waits = newest_waits(&measuring);
    let mut newer = Newer::default();
    let mut contradictions = Contradictions::default();
    let mut yardsticks = Yardsticks::new(criteria.len());
    for (number, table) in measuring.into_iter().enumerate() {
        yardsticks.add(&table, &criteria);
        let mixed = vintages_of(&table).len() > 1;
        rejected.append(table.rejected);
        let preferred = &table.preferred;
        let hidden = table.understanding.table.hidden;
        let told_by = |criterion: usize| (number, hidden, preferred.get(&criterion).copied());
        let joined = match areas.take() {
            None if as_they_are => table.areas.of_one_vintage(),
            before => {
                let mut joined = before.unwrap_or_else(|| Areas::new(criteria.len()));
                let mut clashes = Vec::new();
                // An older figure of the same is no second one; one that tells no date may be of any.
                let is_of_then = |criterion: usize| {
                    let date = table.dates.get(&criterion).cloned();
                    let is_same = |known: &Option<Value>| known.is_none() || date.is_none() || *known == date;
                    dates.get(&criterion).is_none_or(|known| known.is_empty() || known.iter().any(is_same))
                };
                let against = (0..2 * criteria.len()).filter(|slot| {
                    let criterion = slot % criteria.len();
                    contradictions.concern(*slot, told_by(criterion)) && is_of_then(criterion)
                });
                let against: Vec<usize> = against.collect();
                for area in table.areas.iter() {
                    let place = table.understanding.table.place(area.line());
                    let own = area.bare_code();
                    let found = || key.as_ref()?.code(area.name()?).map(str::to_owned);
                    let code = own.clone().or_else(found);
                    if own.is_none() {
                        *(if code.is_some() { &mut keyed } else { &mut unkeyed }) += 1;
                    }
                    let tables = u16::try_from(number).unwrap_or(u16::MAX);
                    let at = joined.place(area, code.as_deref(), mixed, tables);
                    let older = newer.older(at, &table.dates);
                    // Counts that wait for a base get that of the newest.
                    let is_of_others = |slot: usize| {
                        let Some(criterion) = slot.checked_sub(criteria.len()) else { return false };
                        let both = waits.get(&criterion).zip(table.waits.get(&criterion));
                        both.is_some_and(|(newest, own)| own.contradicts(newest))
                    };
                    joined.merge(
                        area,
                        code.as_deref(),
                        mixed,
                        tables,
                        &mut |_, slot| older.contains(&slot) || is_of_others(slot),
                        &mut |_, criterion| {
                            if is_of_then(criterion) {
                                let text = area.code().or_else(|| area.name().map(str::to_owned));
                                clashes.push((place.clone(), criterion, text.unwrap_or_default()));
                            }
                        },
                    );
                    for slot in against.iter().filter(|slot| !older.contains(slot) && !is_of_others(**slot)) {
                        let known = joined.get(at).and_then(|known| known.figure(*slot));
                        contradictions.look(at, *slot, known, area.figure(*slot));
                    }
                }
                for (place, criterion, code) in clashes {
                    let criterion = criteria.get(criterion).cloned().unwrap_or_default();
                    rejected.push(|| Rejected::new(place, Problem::DuplicateFigure { criterion }, &code));
                }
                joined
            }
        };
        for measure in table.understanding.measures.iter().filter(|measure| measure.figures > 0) {
            let criterion = criteria.iter().position(|id| *id == measure.criterion).unwrap_or(usize::MAX);
            dates.entry(criterion).or_default().push(table.dates.get(&criterion).cloned());
            contradictions.begin(criterion, told_by(criterion));
        }
        for criterion in table.waits.keys() {
            contradictions.begin(Areas::counts(criteria.len(), *criterion), told_by(*criterion));
        }
        areas = Some(joined);
        understandings.push(table.understanding);
    }
    let mut areas = areas.unwrap_or_else(|| Areas::new(criteria.len()));
    warnings.extend(contradictory(contradictions.settle(&mut areas), &criteria));
    let newest = |criterion: usize| dates.get(&criterion)?.iter().flatten().max();
    warnings.extend(periods.contradictory(newest));
    let all = (&mut areas, &mut yardsticks);
    warnings.extend(lend(all, &others, &waits, &criteria, &mut understandings, &mut rejected));
    let lent = understandings.iter().flat_map(|table: &Understanding| &table.measures);
    let lent = lent.filter_map(|measure| measure.base.as_ref()).any(|base| base.file.is_some());
    if lent {
        vintages.extend(others.iter().filter(|table| !table.bases.is_empty()).flat_map(vintages_of));
    }
    for table in others {
        rejected.append(table.rejected);
        understandings.push(table.understanding);
    }
    if keyed > 0 {
        warnings.push(JoinWarning::CodesFromKey { areas: keyed });
    }
    if unkeyed > 0 && (key.is_some() || areas.iter().any(|area| area.bare_code().is_some())) {
        warnings.push(JoinWarning::NamesWithoutCode { areas: unkeyed });
    }
    if (several || lent) && vintages.len() > 1 {
        warnings.push(JoinWarning::DifferentVintages { years: vintages.into_iter().collect() });
    }
    if several {
        let measured: Vec<usize> = (0..criteria.len())
            .filter(|at| {
                understandings
                    .iter()
                    .any(|table| table.measures.iter().any(|m| Some(&m.criterion) == criteria.get(*at)))
            })
            .collect();
        let lacking =
            areas.iter().filter(|area| measured.iter().any(|at| area.figure(*at).is_none())).count();
        if lacking > 0 {
            warnings.push(JoinWarning::NotInAll { areas: wide(lacking) });
        }
    }
    Ok(Joined { areas, tables: understandings, rejected, warnings, yardsticks, periods })
}

/// Puts together what the tables without measures tell of codes and names; `None` where they tell nothing.
fn key(others: &mut [LoadedTable]) -> Result<Option<Key>, Error> {
    let mut key = Key::default();
    for table in others {
        key.add(std::mem::take(&mut table.key))?;
    }
    key.close();
    Ok((!key.is_empty()).then_some(key))
}

/// Adds to a key what tables of figures tell of codes and names; none where no area is known by name only.
fn with_names(key: Option<Key>, measuring: &[LoadedTable]) -> Result<Option<Key>, Error> {
    let past = |table: &LoadedTable| table.past.as_ref().is_some_and(|past| past.areas.has_names_only());
    if !measuring.iter().any(|table| table.areas.has_names_only() || past(table)) {
        return Ok(None);
    }
    let mut key = key.unwrap_or_default();
    for area in measuring.iter().flat_map(|table| table.areas.iter()) {
        if area.division() == Division::Regso
            && let (Some(code), Some(name)) = (area.bare_code(), area.name())
        {
            key.learn(&code, name)?;
        }
    }
    Ok((!key.is_empty()).then_some(key))
}
