//! Percentages that look like something else than a share of each area's residents.

use super::super::Looked;
use super::super::plan::Pick;
use super::Search;
use super::proof::{PAIRS, PROOF, SERIES};
use crate::areas::layout::series::Series;
use crate::areas::told::question::Doubt;
use crate::areas::words::coordinates::{Form, PERSONS, Value};
use crate::areas::words::facet::Facet;
use crate::figure::{Bounds, Figure};

/// A hundred percent, in thousandths.
pub(super) const HUNDRED: u64 = 100_000;
/// As far from a hundred the levels of one whole may be by rounding.
const ROUNDING: u64 = 2_000;

impl Search<'_> {
    /// Tells what percentages look like that are hardly those of areas: a hundred throughout, steps of a scale, parts of the
    /// column's own total, or levels that make up no whole.
    pub(super) fn strange(&self, pick: &Pick, fractions: bool, column: String) -> Option<Doubt> {
        let series = self.series(pick)?;
        let percents = self.cells.percents(series, fractions);
        let all: Vec<(u64, bool)> = percents.values().filter_map(thousandths).collect();
        let are = |fits: fn(&(u64, bool)) -> bool| all.len() >= PROOF && all.iter().all(fits);
        let written_as = self.looked.profiles.get(series.column)?;
        let could_be_scale = series.said.form.is_none() && !written_as.decimals;
        match () {
            () if all.len() >= PAIRS && all.iter().all(|of| *of == (HUNDRED, true)) => {
                Some(Doubt::Hundreds { column })
            }
            () if could_be_scale && are(|(size, _)| (1..=10_000).contains(size)) => {
                Some(Doubt::Scale { column })
            }
            () => self
                .of_own_total(series, &all)
                .or_else(|| self.of_all_areas(series, &all))
                .or_else(|| self.of_own_sum(series, fractions))
                .or_else(|| self.above_its_whole(series, fractions))
                .or_else(|| self.no_whole(series, fractions)),
        }
    }

    /// Tells whether areas' percentages make up the hundred that a row of the total has: then they are parts of all areas.
    fn of_own_total(&self, series: &Series, all: &[(u64, bool)]) -> Option<Doubt> {
        let lexicon = self.basis.lexicon;
        let is_total = |cell: &str| lexicon.is_total(cell);
        let total = self.rows.iter().find_map(|row| {
            let own = super::cell::percent(row.cell(series.column), false);
            let super::cell::Said::Value(own) = own else { return None };
            // Few rows have a hundred, and words are slow to read.
            (thousandths(&own)?.0 == HUNDRED).then_some(())?;
            let mut cells = row.cells.iter().map(|cell| cell.trim());
            cells.find(|cell| !cell.is_empty() && is_total(cell)).map(str::to_owned)
        })?;
        adds_up(all).then(|| Doubt::PartOf { column: self.name(series.column), base: total })
    }

    /// Tells whether areas' percentages make up a hundred as those of the residents beside them do: how all are spread.
    fn of_all_areas(&self, own: &Series, all: &[(u64, bool)]) -> Option<Doubt> {
        let are_spread = |series: &&Series| {
            let percents = self.cells.percents(series, false);
            let others: Vec<(u64, bool)> = percents.values().filter_map(thousandths).collect();
            (series.column == own.column || series.combination == own.combination)
                && !series.is_same(own)
                && !matches!(series.said.form(), Some(Form::Count | Form::Id | Form::NoLevel))
                && (series.said.value(Facet::Measure) == Some(&Value::Atoms(PERSONS)) || series.said.total)
                && self.looked.is_whole(series)
                && others.len() == all.len()
                && adds_up(&others)
        };
        if !adds_up(all) {
            return None;
        }
        let beside = self.looked.series.iter().filter(are_spread).take(SERIES).next()?;
        Some(Doubt::PartOf { column: self.name(own.column), base: self.title(beside) })
    }

    /// Tells whether the counts beside percentages show that each area's is its part of all areas' count.
    fn of_own_sum(&self, own: &Series, fractions: bool) -> Option<Doubt> {
        let counts = self.spread(own, fractions)?;
        Some(Doubt::PartOf { column: self.name(own.column), base: self.title(counts) })
    }

    /// Finds the counts that percentages say to be spread over the areas.
    pub(super) fn spread(&self, own: &Series, fractions: bool) -> Option<&Series> {
        let percents = self.cells.percents(own, fractions);
        let is_sum = |series: &&Series| {
            let counts = self.cells.counts(series);
            let known = |area: &&str| counts.get(area).and_then(|count| count.known());
            let sum: Option<u64> = percents.keys().map(&known).sum();
            let fits = |(area, percent): (&&str, &Figure)| {
                let (count, sum) = (known(area)?, sum?);
                let share = Figure::share_within(Bounds::only(count), Bounds::only(sum)).ok()?;
                Some(count > 0 && !share.contradicts(percent))
            };
            percents.len() >= PAIRS && percents.iter().all(|one| fits(one) == Some(true))
        };
        let beside = |series: &&Series| {
            series.combination == own.combination && !series.is_same(own) && self.could_be_count(series)
        };
        self.looked.series.iter().filter(beside).take(SERIES).find(is_sum)
    }

    /// Tells whether more are long-term unemployed than are unemployed, in percent: then they are of these.
    fn above_its_whole(&self, own: &Series, fractions: bool) -> Option<Doubt> {
        let percents = self.cells.percents(own, fractions);
        let unemployed = self.basis.lexicon.bits(Facet::Status, "unemployed program");
        let is_whole = |series: &&Series| {
            series.combination == own.combination
                && !series.said.is_of_unemployed()
                && !matches!(series.said.form(), Some(Form::Count | Form::Id | Form::NoLevel))
                && matches!(series.said.value(Facet::Status), Some(Value::Atoms(atoms)) if atoms & !unemployed == 0)
        };
        let is_less = |whole: &&Series| {
            let wholes = self.cells.percents(whole, fractions);
            let both = percents.iter().filter_map(|(area, percent)| {
                let ((own, _), (whole, _)) = (thousandths(percent)?, thousandths(wholes.get(area)?)?);
                Some(own > whole)
            });
            let both: Vec<bool> = both.collect();
            both.len() >= PAIRS && both.iter().all(|above| *above)
        };
        let mut wholes = self.looked.series.iter().filter(|_| own.said.is_of_unemployed()).filter(is_whole);
        let whole = wholes.find(is_less)?;
        Some(Doubt::PartOf { column: self.name(own.column), base: self.title(whole) })
    }

    /// Lists a level of education, or a status, and those beside it of one kind of number, where they are all there are.
    pub(super) fn levels<'s>(
        &'s self,
        own: &Series,
        is_of_kind: impl Fn(&Series) -> bool,
    ) -> Option<Vec<&'s Series>> {
        let facet =
            [Facet::Education, Facet::Status].into_iter().find(|facet| own.said.value(*facet).is_some())?;
        let lexicon = self.basis.lexicon;
        let rest = |series: &Series| {
            let facets = series.said.facets.iter().filter(|(key, _)| key.0 != facet);
            facets.map(|(key, valued)| (*key, valued.value.clone())).collect::<Vec<_>>()
        };
        let beside = |series: &&Series| {
            (series.column == own.column || series.combination == own.combination)
                && series.said.is_explained()
                && is_of_kind(series)
                && rest(series) == rest(own)
                && series.said.value(facet).is_some_and(|value| !lexicon.is_all(facet, value))
                && Looked::is_of_persons(series)
        };
        let levels: Vec<&Series> = self.looked.series.iter().filter(beside).take(SERIES).collect();
        let values: Vec<&Value> = levels.iter().filter_map(|one| one.said.value(facet)).collect();
        let is_whole = levels.len() > 1
            && Value::exclude_each_other(&values)
            && Value::together(&values).is_some_and(|whole| lexicon.is_all(facet, &whole));
        is_whole.then_some(levels)
    }

    /// Tells whether a level of education, or a status, and those beside it, which are all there are, make up no hundred in any
    /// area: then they are of something else, such as how many of each level smoke.
    fn no_whole(&self, own: &Series, fractions: bool) -> Option<Doubt> {
        let no_count =
            |series: &Series| !matches!(series.said.form(), Some(Form::Count | Form::Id | Form::NoLevel));
        let levels = self.levels(own, no_count)?;
        let cells: Vec<_> = levels.iter().map(|one| self.cells.percents(one, fractions)).collect();
        let first = cells.first()?;
        let sums = first.keys().filter_map(|area| {
            let sizes = cells.iter().map(|of| of.get(area).and_then(thousandths).map(|(size, _)| size));
            sizes.sum::<Option<u64>>()
        });
        let sums: Vec<u64> = sums.collect();
        let differ = sums.len() >= PAIRS && sums.iter().all(|sum| sum.abs_diff(HUNDRED) > ROUNDING);
        let others = levels.iter().filter(|one| !one.is_same(own)).map(|one| self.title(one));
        differ.then(|| Doubt::NoWhole { column: self.name(own.column), others: others.collect() })
    }
}

/// Tells whether percentages make up a hundred.
fn adds_up(all: &[(u64, bool)]) -> bool {
    let sum: u64 = all.iter().map(|(size, _)| size).sum();
    all.len() >= PAIRS && sum.abs_diff(HUNDRED) <= ROUNDING
}

/// Returns a percentage in thousandths, and whether it is written without decimals, or with noughts.
pub(super) fn thousandths(figure: &Figure) -> Option<(u64, bool)> {
    let Figure::Percent(percent) = figure else { return None };
    let (units, decimals) = (percent.units(), u32::from(percent.decimals()));
    let scale = 10_u64.checked_pow(decimals)?;
    let thousandths = u128::from(units) * 1_000 / u128::from(scale);
    Some((u64::try_from(thousandths).ok()?, units.is_multiple_of(scale)))
}
