//! Counts of one file over the bases of another.

use std::collections::{BTreeMap, BTreeSet};

use super::JoinWarning;
use super::import::LoadedTable;
use super::past::Past;
use super::yardsticks::Yardsticks;
use crate::areas::store::{Area, Areas};
use crate::areas::told::question::Assumed;
use crate::areas::told::rejected::{Rejected, RejectedList};
use crate::areas::told::understanding::{BaseFound, MeasureFound, Understanding};
use crate::areas::words::coordinates::Value;
use crate::error::Problem;
use crate::figure::Figure;
use crate::table::wide;

/// As many years a base may be away from the counts that it is lent to, which is then said: of the newest counts there
/// often is no population yet.
const YEARS: u32 = 1;

/// Of whom and when figures are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::areas) struct Of {
    pub(in crate::areas) ages: Option<Value>,
    pub(in crate::areas) date: Option<Value>,
}

/// What a table without measures has that other files' counts may be a part of.
#[derive(Debug, Clone)]
pub(in crate::areas) struct Base {
    /// The column of figures, in the table's areas or in those of all its periods.
    pub(in crate::areas) slot: usize,
    pub(in crate::areas) criterion: usize,
    pub(in crate::areas) of: Of,
    pub(in crate::areas) found: BaseFound,
    /// Whether it is of the ages that the criterion is usually of.
    pub(in crate::areas) usual: bool,
    /// Whether the criterion is of some ages.
    pub(in crate::areas) aged: bool,
    /// Whether it is of another period than the newest.
    pub(in crate::areas) past: bool,
}

/// A base with the areas that have it, and the country and the municipalities beside them.
#[derive(Clone, Copy)]
pub(in crate::areas) struct Lender<'a> {
    pub(in crate::areas) areas: &'a Areas,
    pub(in crate::areas) yardsticks: &'a Areas,
    pub(in crate::areas) base: &'a Base,
}

/// Why no base goes with counts.
pub(in crate::areas) enum Misfit {
    /// There is none.
    None,
    /// They are of other ages.
    Ages,
    /// They are of other years.
    Years,
}

impl Of {
    fn year(&self) -> Option<u32> {
        match self.date {
            Some(Value::Date(end, _)) => Some((end - 1) / 12),
            Some(Value::Atoms(_) | Value::Span(..) | Value::All | Value::Text(_)) | None => None,
        }
    }

    /// Tells whether it can't be of the same as another.
    pub(in crate::areas) fn contradicts(&self, other: &Self) -> bool {
        let differ = |one: &Option<Value>, two: &Option<Value>| one.is_some() && two.is_some() && one != two;
        differ(&self.ages, &other.ages) || differ(&self.date, &other.date)
    }

    /// Returns how many years lie between two; none where one does not tell its year.
    pub(in crate::areas) fn years_from(&self, other: &Self) -> Option<u32> {
        Some(self.year()?.abs_diff(other.year()?))
    }
}

impl<'a> Lender<'a> {
    /// Lists all bases of a criterion.
    pub(in crate::areas) fn all(tables: &'a [LoadedTable], criterion: usize) -> Vec<Self> {
        let of = |table: &'a LoadedTable| {
            table.bases.iter().map(|base| match &table.past {
                Some(Past { areas, yardsticks, .. }) if base.past => Self { areas, yardsticks, base },
                Some(_) | None => Self { areas: &table.areas, yardsticks: &table.yardsticks, base },
            })
        };
        tables.iter().flat_map(of).filter(|lender| lender.base.criterion == criterion).collect()
    }

    /// Keeps those that are of the ages of counts, or where one of the two does not tell them.
    pub(in crate::areas) fn of_ages(all: &[Self], counts: &Of) -> Vec<Self> {
        let of = |wanted: &dyn Fn(&Of) -> bool| -> Vec<Self> {
            all.iter().copied().filter(|lender| wanted(&lender.base.of)).collect()
        };
        let same = of(&|own| own.ages == counts.ages);
        if !same.is_empty() {
            return same;
        }
        if counts.ages.is_some() {
            return of(&|own| own.ages.is_none());
        }
        // Counts that tell no ages are of the usual ones, or of the only ones there are.
        let usual: Vec<Self> = all.iter().copied().filter(|lender| lender.base.usual).collect();
        let first = all.first().map(|lender| &lender.base.of.ages);
        let one = all.iter().all(|lender| Some(&lender.base.of.ages) == first);
        if usual.is_empty() && one { all.to_vec() } else { usual }
    }
}

/// Returns of whom and when the newest counts of each criterion are that wait for a base.
pub(in crate::areas) fn newest_waits(tables: &[LoadedTable]) -> BTreeMap<usize, Of> {
    let mut newest: BTreeMap<usize, Of> = BTreeMap::new();
    for (criterion, of) in tables.iter().flat_map(|table| &table.waits) {
        let known = newest.entry(*criterion).or_insert_with(|| of.clone());
        if of.date > known.date {
            *known = of.clone();
        }
    }
    newest
}

/// Keeps the bases that go with counts: of their ages, and of the year that is nearest; of the newest where they tell none.
fn fitting<'a>(all: &[Lender<'a>], counts: &Of) -> Result<Vec<Lender<'a>>, Misfit> {
    if all.is_empty() {
        return Err(Misfit::None);
    }
    let of_ages = Lender::of_ages(all, counts);
    let newest = of_ages.iter().filter_map(|lender| lender.base.of.year()).max();
    let wanted = counts.year();
    let away = |lender: &Lender<'_>| match (lender.base.of.year(), wanted.or(newest)) {
        (Some(own), Some(wanted)) => own.abs_diff(wanted),
        _ => 0,
    };
    let nearest = of_ages.iter().map(away).min().ok_or(Misfit::Ages)?;
    if nearest > YEARS {
        return Err(Misfit::Years);
    }
    Ok(of_ages.into_iter().filter(|lender| away(lender) == nearest).collect())
}

/// Gives counts that wait for a base the one of their ages and year that the tables without measures have, and says so.
/// Counts of other ages or years than all bases get none.
pub(in crate::areas) fn lend(
    (areas, yardsticks): (&mut Areas, &mut Yardsticks),
    tables: &[LoadedTable],
    waits: &BTreeMap<usize, Of>,
    criteria: &[String],
    understandings: &mut [Understanding],
    rejected: &mut RejectedList,
) -> Vec<JoinWarning> {
    let mut warnings = Vec::new();
    for (criterion, counts) in waits {
        let waits = |measure: &&mut MeasureFound| {
            measure.figures == 0
                && measure.base.is_none()
                && criteria.get(*criterion) == Some(&measure.criterion)
        };
        let all = Lender::all(tables, *criterion);
        let lenders = match fitting(&all, counts) {
            Ok(lenders) => lenders,
            Err(misfit) => {
                let columns = understandings.iter_mut().flat_map(|table| table.measures.iter_mut());
                let counts = columns.filter(waits).flat_map(|measure| measure.columns.clone()).collect();
                let mut bases: Vec<String> =
                    all.iter().flat_map(|lender| lender.base.found.columns.clone()).collect();
                bases.dedup();
                warnings.extend(match misfit {
                    Misfit::None => None,
                    Misfit::Ages => Some(JoinWarning::OtherAges { counts, bases }),
                    Misfit::Years => Some(JoinWarning::OtherYears { counts, bases }),
                });
                continue;
            }
        };
        let is_open = |area: Area<'_>| area.figure(*criterion).is_none();
        let open: Vec<bool> = areas.iter().map(is_open).collect();
        let (mut made, mut taken, mut unsure) = (0, None, BTreeSet::new());
        for Lender { areas: bases, yardsticks: own, base } in lenders {
            yardsticks.lend(own, *criterion, base.slot);
            let (own, mut wrong) = areas.lend(bases, *criterion, base.slot);
            if own > 0 {
                made += own;
                taken = taken.or(Some(base));
            }
            // A total that another table tells otherwise is listed, as any second figure is, and none is taken.
            let other = areas.over(Areas::counts(criteria.len(), *criterion), bases, base.slot);
            let differs = |(at, figure): &(usize, Figure)| {
                open.get(*at) == Some(&true)
                    && areas
                        .get(*at)
                        .and_then(|area| area.figure(*criterion))
                        .is_some_and(|own| own != *figure)
            };
            let id = criteria.get(*criterion).cloned().unwrap_or_default();
            let twice = |at: &usize| (*at, Problem::DuplicateFigure { criterion: id.clone() });
            let second: Vec<usize> = other.into_iter().filter(differs).map(|(at, _)| at).collect();
            wrong.extend(second.iter().map(twice));
            unsure.extend(second);
            for (at, problem) in wrong {
                let Some(area) = areas.get(at) else { continue };
                let place = understandings.get(area.table()).map(|table| table.table.place(area.line()));
                let text = area.code().or_else(|| area.name().map(str::to_owned)).unwrap_or_default();
                rejected.push(|| Rejected::new(place.unwrap_or_default(), problem, &text));
            }
        }
        made -= wide(unsure.len());
        for at in unsure {
            areas.set(at, *criterion, None);
        }
        if let Some(base) = taken {
            tell(understandings, waits, made, (counts, base));
        }
    }
    warnings
}

/// Says of the measures that waited which base they have, and what was assumed of it.
fn tell(
    understandings: &mut [Understanding],
    waits: impl Fn(&&mut MeasureFound) -> bool,
    made: u64,
    (counts, base): (&Of, &Base),
) {
    for understanding in understandings.iter_mut() {
        for measure in understanding.measures.iter_mut().filter(&waits) {
            measure.figures = made;
            measure.base = Some(base.found.clone());
            let (criterion, column) = (measure.criterion.clone(), base.found.columns.join(" + "));
            // Where neither tells its ages, a count of those of some ages is over whoever the base is of.
            if base.of.ages != counts.ages || (base.of.ages.is_none() && base.aged) {
                let (criterion, column) = (criterion.clone(), column.clone());
                understanding.assumed.push(Assumed::BaseAges { criterion, column });
            }
            if base.of.years_from(counts).is_some_and(|years| years > 0) {
                understanding.assumed.push(Assumed::BaseYear { criterion, column });
            } else if counts.year().is_none() && base.of.year().is_some() {
                understanding.assumed.push(Assumed::BaseOfNewestYear { criterion, column });
            } else if counts.year().is_some() && base.of.year().is_none() {
                understanding.assumed.push(Assumed::BaseUndated { criterion, column });
            }
        }
    }
}
