//! The figures of all periods of a load, and the load as it was at one of them.

use std::collections::BTreeMap;

use super::contradictions::Contradictions;
use super::import::LoadedTable;
use super::lend::{Lender, Of};
use super::past::{Past, PastColumn};
use super::yardsticks::Yardsticks;
use super::{JoinWarning, Joined};
use crate::areas::code::key::Key;
use crate::areas::load::settings::Settings;
use crate::areas::store::{Area, Areas, KindCount};
use crate::areas::told::understanding::MeasureFound;
use crate::areas::words::coordinates::Value;
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::figure::Figure;
use crate::table::wide;

/// The figures of all periods of a load. Areas of several years' divisions stand side by side in it.
#[derive(Debug, Default)]
pub struct Periods {
    /// The figures; none where the load has one period, whose figures are those of its areas.
    areas: Option<Areas>,
    /// What areas are compared with, in the same slots.
    yardsticks: Yardsticks,
    /// The year of division of the load's areas, which the joined ones have forgotten.
    vintage: Option<u16>,
    columns: Vec<PeriodColumn>,
    /// Of how many areas tables contradict each other, by slot.
    unknown: BTreeMap<usize, u64>,
    /// The criteria's ids, in the set's order.
    criteria: Vec<String>,
}

/// The figures of a criterion of one period.
#[derive(Debug, Clone)]
pub struct PeriodColumn {
    /// The criterion's position in the set.
    pub criterion: usize,
    /// The period as recipes write it: `2024`, `2024K3`, `2024M01`.
    pub period: String,
    /// The year that the period ends in.
    pub year: u32,
    /// How the figures were found, by the number of their table.
    pub measures: Vec<(usize, MeasureFound)>,
    facets: BTreeMap<Facet, String>,
    date: Value,
    /// Where the areas have the figures.
    slot: usize,
}

impl PeriodColumn {
    /// Orders columns by the end of their period, the longer of two that end together last.
    pub fn order(&self) -> impl Ord + use<> {
        let Value::Date(end, months) = self.date else { return (0, 0) };
        (end, months)
    }

    /// Returns the value of a facet in the lexicon's notation (`20-64`, `12+`), which is the same however files write it;
    /// `None` where no file tells one.
    pub fn facet(&self, facet: Facet) -> Option<&str> {
        self.facets.get(&facet).map(String::as_str)
    }
}

impl Periods {
    /// Puts the tables' figures together, each column by its criterion and date. With `as_they_are` the load has one table's
    /// areas, which are not copied: a million of them would take as long as all else.
    pub(in crate::areas) fn of(
        tables: &[LoadedTable],
        others: &[LoadedTable],
        key: Option<&Key>,
        settings: &Settings,
        as_they_are: bool,
    ) -> Self {
        let criteria = settings.criteria().map(str::to_owned).collect();
        let yardsticks = Yardsticks::new(settings.criteria().len());
        let mut periods = Self { yardsticks, criteria, ..Self::default() };
        if !settings.context.every_period {
            return periods;
        }
        let criteria = settings.criteria().len();
        if let [table @ LoadedTable { past: None, areas, yardsticks, waits, .. }] = tables
            && as_they_are
            && waits.is_empty()
        {
            periods.vintage = areas.kinds().iter().find_map(|kind| kind.vintage);
            for column in columns_of(table, settings, |kind| kind < criteria).2 {
                let slot = column.slot;
                if areas.count(slot) > 0 {
                    periods.column(column, criteria, 0, settings, || slot);
                    yardsticks.iter().for_each(|area| periods.yardsticks.put(area, slot, slot));
                }
            }
            return periods;
        }
        let (mut areas, mut yardsticks) = (Areas::new(0), Yardsticks::new(0));
        let mut contradictions = Contradictions::default();
        for (number, table) in tables.iter().enumerate() {
            let all = (&mut areas, &mut yardsticks, &mut contradictions);
            periods.add(all, table, number, key, settings);
        }
        for (number, table) in tables.iter().enumerate() {
            periods.add_lent((&mut areas, &mut yardsticks), (table, number), others, key, settings);
        }
        periods.unknown = contradictions.settle(&mut areas);
        (periods.areas, periods.yardsticks) = (Some(areas), yardsticks);
        periods
    }

    /// Tells about which figures of other periods than the newest tables contradict each other.
    pub(in crate::areas) fn contradictory<'a>(
        &'a self,
        newest: impl Fn(usize) -> Option<&'a Value>,
    ) -> impl Iterator<Item = JoinWarning> {
        let past = self.columns.iter().filter(move |column| newest(column.criterion) != Some(&column.date));
        past.filter_map(|column| {
            let (criterion, period) =
                (self.criteria.get(column.criterion)?.clone(), Some(column.period.clone()));
            Some(JoinWarning::Contradictory { criterion, period, areas: *self.unknown.get(&column.slot)? })
        })
    }

    /// Returns the slot of a column of figures, which is made if there is none of its criterion and date.
    fn column(
        &mut self,
        PastColumn { kind, of, found, .. }: PastColumn,
        criteria: usize,
        table: usize,
        settings: &Settings,
        slot: impl FnOnce() -> usize,
    ) -> Option<usize> {
        let date @ Value::Date(end, _) = of.date? else { return None };
        let criterion = kind.checked_rem(criteria)?;
        let known = self.columns.iter().position(|one| one.criterion == criterion && one.date == date);
        let at = known.unwrap_or_else(|| {
            let lexicon = &settings.context.lexicon;
            let period = lexicon.notation(Facet::Period, &date);
            let year = (end - 1) / 12;
            let (measures, facets) = (Vec::new(), facets(lexicon, &found));
            self.columns.push(PeriodColumn { criterion, period, year, measures, facets, date, slot: slot() });
            self.columns.len() - 1
        });
        let column = self.columns.get_mut(at)?;
        column.measures.push((table, found));
        Some(column.slot)
    }

    fn add(
        &mut self,
        (all, all_yardsticks, contradictions): (&mut Areas, &mut Yardsticks, &mut Contradictions),
        table: &LoadedTable,
        number: usize,
        key: Option<&Key>,
        settings: &Settings,
    ) {
        let criteria = settings.criteria().len();
        let (areas, yardsticks, columns) = columns_of(table, settings, |kind| kind < criteria);
        let hidden = table.understanding.table.hidden;
        let told_by = |criterion: usize| (number, hidden, table.preferred.get(&criterion).copied());
        let mut slots = Vec::new();
        for column in columns {
            let (from, criterion) = (column.slot, column.kind % criteria);
            if areas.count(from) > 0 {
                let add = || {
                    all_yardsticks.add_slot();
                    all.add_slot()
                };
                let to = self.column(column, criteria, number, settings, add);
                if let Some(to) = to {
                    slots.push((from, to, contradictions.concern(to, told_by(criterion))));
                    contradictions.begin(to, told_by(criterion));
                }
            }
        }
        for (from, to, _) in &slots {
            yardsticks.iter().for_each(|area| all_yardsticks.put(area, *from, *to));
        }
        for area in areas.iter() {
            let at = place(all, area, number, key);
            for (from, to, is_second) in &slots {
                let known = all.get(at).and_then(|area| area.figure(*to));
                if known.is_none() {
                    all.set(at, *to, area.figure(*from));
                } else if *is_second {
                    contradictions.look(at, *to, known, area.figure(*from));
                }
            }
        }
    }

    /// Adds the counts of each period that wait for a base, where another table has one of their ages and year.
    fn add_lent(
        &mut self,
        (all, all_yardsticks): (&mut Areas, &mut Yardsticks),
        (table, number): (&LoadedTable, usize),
        others: &[LoadedTable],
        key: Option<&Key>,
        settings: &Settings,
    ) {
        let criteria = settings.criteria().len();
        let waits = |kind: usize| (criteria..2 * criteria).contains(&kind);
        let (areas, yardsticks, columns) = columns_of(table, settings, waits);
        for mut column in columns {
            let lenders = Lender::all(others, column.kind - criteria);
            let lenders = Lender::of_ages(&lenders, &column.of);
            let of_year = |lender: &&Lender<'_>| lender.base.of.years_from(&column.of) == Some(0);
            let mut made: BTreeMap<usize, Figure> = BTreeMap::new();
            let (mut base, mut beside, mut unsure) = (None, Vec::new(), Vec::new());
            for lender in lenders.iter().filter(of_year) {
                for (at, figure) in areas.over(column.slot, lender.areas, lender.base.slot) {
                    if made.entry(at).or_insert(figure).contradicts(&figure) {
                        unsure.push(at);
                    }
                }
                beside.extend(yardsticks.over(column.slot, lender.yardsticks, lender.base.slot));
                base.get_or_insert_with(|| lender.base.found.clone());
            }
            for at in unsure {
                made.remove(&at);
            }
            if made.is_empty() {
                continue;
            }
            (column.found.base, column.found.figures) = (base, wide(made.len()));
            let add = || {
                all_yardsticks.add_slot();
                all.add_slot()
            };
            let Some(to) = self.column(column, criteria, number, settings, add) else { continue };
            for (at, figure) in beside {
                yardsticks.get(at).into_iter().for_each(|area| all_yardsticks.put_figure(area, to, figure));
            }
            for (position, figure) in made {
                let Some(area) = areas.get(position) else { continue };
                let at = place(all, area, number, key);
                if all.get(at).is_some_and(|area| area.figure(to).is_none()) {
                    all.set(at, to, Some(figure));
                }
            }
        }
    }

    /// Returns the columns of figures, each of a criterion and a period, in no particular order.
    pub fn columns(&self) -> &[PeriodColumn] {
        &self.columns
    }

    /// Returns the areas of a load that have the figures.
    fn areas<'a>(&'a self, joined: &'a Joined) -> &'a Areas {
        self.areas.as_ref().unwrap_or(&joined.areas)
    }

    fn slots(&self, columns: &[usize]) -> Vec<usize> {
        columns.iter().filter_map(|at| self.columns.get(*at)).map(|column| column.slot).collect()
    }

    /// Returns the years of division of the areas that have figures in a column, as their codes tell them.
    pub fn vintages(&self, column: usize) -> Vec<u16> {
        let Some(areas) = &self.areas else { return self.vintage.into_iter().collect() };
        let kinds = areas.kinds_by(&self.slots(&[column]));
        let mut years: Vec<u16> =
            kinds.iter().filter(|kind| kind.with_figures > 0).filter_map(|kind| kind.vintage).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Makes a load of the figures in some columns, one or none for each criterion: of the areas of those years' divisions
    /// that have figures in them. With `undated`, criteria without a column have the figures that tell no period. How the
    /// tables were understood is told of these figures.
    pub fn at(&self, joined: &Joined, columns: &[Option<usize>], undated: bool) -> Joined {
        let chosen: Vec<usize> = columns.iter().flatten().copied().collect();
        let used = |kinds: Vec<KindCount>| -> Vec<KindCount> {
            kinds.into_iter().filter(|kind| kind.with_figures > 0).collect()
        };
        let own = self.areas(joined);
        let kinds = used(own.kinds_by(&self.slots(&chosen)));
        // Areas of two years' divisions in one column are not the same, whatever their codes.
        let mixed = chosen.iter().any(|column| {
            let mut of: Vec<_> =
                used(own.kinds_by(&self.slots(&[*column]))).iter().map(|kind| kind.vintage).collect();
            of.dedup();
            of.len() > 1
        });
        let mut areas = Areas::new(columns.len());
        let is_used = |area: &Area<'_>| {
            kinds.iter().any(|kind| (kind.division, kind.vintage) == (area.division(), area.vintage()))
        };
        for area in own.iter().filter(is_used) {
            let at = areas.place(area, area.bare_code().as_deref(), mixed, 0);
            for (criterion, column) in columns.iter().enumerate() {
                let column = column.and_then(|column| self.columns.get(column));
                let Some(figure) = column.and_then(|column| area.figure(column.slot)) else { continue };
                if areas.get(at).is_some_and(|area| area.figure(criterion).is_none()) {
                    areas.set(at, criterion, Some(figure));
                }
            }
        }
        let is_undated = |nth: usize, column: &Option<usize>| {
            undated && column.is_none() && !self.columns.iter().any(|one| one.criterion == nth)
        };
        let undated: Vec<usize> = columns
            .iter()
            .enumerate()
            .filter(|(nth, column)| is_undated(*nth, column))
            .map(|(nth, _)| nth)
            .collect();
        for area in joined.areas.iter().filter(|_| !undated.is_empty()) {
            let at = areas.place(area, area.bare_code().as_deref(), mixed, 0);
            for criterion in &undated {
                areas.set(at, *criterion, area.figure(*criterion));
            }
        }
        let slot = |column: &Option<usize>| Some(self.columns.get((*column)?)?.slot);
        let mut yardsticks = self.yardsticks.at(&columns.iter().map(slot).collect::<Vec<_>>());
        for criterion in &undated {
            yardsticks.take(&joined.yardsticks, *criterion);
        }
        let mut tables = joined.tables.clone();
        for (number, table) in tables.iter_mut().enumerate() {
            let of = chosen.iter().filter_map(|column| self.columns.get(*column));
            let of = of.flat_map(|column| &column.measures).filter(|(of, _)| *of == number);
            let own: Vec<MeasureFound> = of.map(|(_, measure)| measure.clone()).collect();
            let ids: Vec<&str> =
                undated.iter().filter_map(|nth| self.criteria.get(*nth)).map(String::as_str).collect();
            table.measures.retain(|measure| ids.contains(&measure.criterion.as_str()));
            table.measures.extend(own);
        }
        let mut years: Vec<u16> = kinds.iter().map(|kind| kind.vintage.unwrap_or(0)).collect();
        years.sort_unstable();
        years.dedup();
        let mut warnings: Vec<JoinWarning> = joined.warnings.clone();
        warnings.retain(|one| {
            !matches!(one, JoinWarning::DifferentVintages { .. } | JoinWarning::NotInAll { .. })
        });
        if years.len() > 1 {
            warnings.push(JoinWarning::DifferentVintages { years });
        }
        let (rejected, periods) = (joined.rejected.clone(), Self::default());
        Joined { areas, tables, rejected, warnings, yardsticks, periods }
    }
}

/// Returns the areas of a table and the rows beside them, with the columns of some kinds, of all its periods.
fn columns_of<'a>(
    table: &'a LoadedTable,
    settings: &Settings,
    wanted: impl Fn(usize) -> bool,
) -> (&'a Areas, &'a Areas, Vec<PastColumn>) {
    if let Some(Past { areas, yardsticks, columns }) = &table.past {
        return (areas, yardsticks, columns.iter().filter(|column| wanted(column.kind)).cloned().collect());
    }
    let found = &table.understanding.measures;
    let criteria = settings.criteria().len();
    let newest = settings.criteria().enumerate().filter_map(|(nth, id)| {
        let waits = table.waits.get(&nth);
        let kind = if waits.is_some() { Areas::counts(criteria, nth) } else { nth };
        let date = table.dates.get(&nth).cloned();
        let of = waits.cloned().unwrap_or(Of { ages: None, date });
        let found = found.iter().find(|one| one.criterion == id)?.clone();
        wanted(kind).then_some(PastColumn { slot: kind, kind, of, found })
    });
    (&table.areas, &table.yardsticks, newest.collect())
}

/// Finds a table's area among those of all periods, or adds it.
fn place(all: &mut Areas, area: Area<'_>, number: usize, key: Option<&Key>) -> usize {
    let own = area.bare_code();
    let code = own.or_else(|| key?.code(area.name()?).map(str::to_owned));
    all.place(area, code.as_deref(), true, u16::try_from(number).unwrap_or(u16::MAX))
}

/// Returns what a measure's facets are in the lexicon's notation, those of its base where it tells none itself.
fn facets(lexicon: &Lexicon, measure: &MeasureFound) -> BTreeMap<Facet, String> {
    let base = measure.base.iter().flat_map(|base| &base.facets);
    let mut known = BTreeMap::new();
    for found in measure.facets.iter().chain(base) {
        let read = |text: &String| lexicon.read(text, Some(found.facet)).value(found.facet).cloned();
        let Some(values) = found.values.iter().map(read).collect::<Option<Vec<Value>>>() else { continue };
        let parts: Vec<&Value> = values.iter().collect();
        let whole = match parts.as_slice() {
            [one] => Some((*one).clone()),
            several => Value::together(several),
        };
        if let Some(whole) = whole {
            known.entry(found.facet).or_insert_with(|| lexicon.notation(found.facet, &whole));
        }
    }
    known
}
