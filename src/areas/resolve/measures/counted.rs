//! Whether numbers that are read as counts are some: they may be percentages beside a column of residents.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Looked;
use super::super::plan::Pick;
use super::Search;
use super::proof::{PAIRS, PROOF, SERIES};
use crate::areas::layout::series::Series;
use crate::areas::told::question::Doubt;
use crate::areas::words::cell::{self, Said as Cell};
use crate::areas::words::coordinates::Value;
use crate::areas::words::facet::Facet;
use crate::areas::words::query::Query;

/// Counts up to here could be percentages.
const HUNDRED: u64 = 100;

/// So many areas have not the same number of residents.
const MANY: usize = 10;

/// What numbers are that are read as counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    Counts,
    Percentages,
    /// Nobody can tell.
    Either,
}

impl Search<'_> {
    /// Tells what the numbers of a count are, by how they are written and by what they come to with others.
    pub(super) fn counted(&self, query: &Query, counts: &[Pick], bases: &[Pick]) -> Counted {
        let [pick] = counts else { return Counted::Counts };
        let Some(own) = self.series(pick) else { return Counted::Counts };
        let written = self.written_as(own);
        if written != Counted::Counts {
            return written;
        }
        let [base] = bases else { return Counted::Counts };
        let Some(base) = self.series(base).filter(|base| !base.is_same(own)) else { return Counted::Counts };
        let (counts, totals) = (self.known(own), self.known(base));
        let both: Vec<(u64, u64)> =
            counts.iter().filter_map(|(area, count)| Some((*count, *totals.get(area)?))).collect();
        let are = |fits: &dyn Fn(u64, u64) -> bool| both.iter().all(|(count, total)| fits(*count, *total));
        match () {
            () if both.len() < PAIRS || !are(&|count, _| count <= HUNDRED) => Counted::Counts,
            () if Looked::is_bare_total(base) && are(&|_, total| total == HUNDRED) => Counted::Percentages,
            () if !are(&|_, total| total > HUNDRED) => Counted::Counts,
            () if self.make_up_hundred(own, base) => Counted::Either,
            // So few are employed or vote nowhere.
            () if both.len() >= PROOF
                && query.least.is_some_and(|least| are(&|count, total| count * HUNDRED < total * least)) =>
            {
                Counted::Either
            }
            () => Counted::Counts,
        }
    }

    /// Tells whether percentages have three decimals each, as the residents beside them have, which are whole.
    pub(super) fn could_be_thousands(&self, pick: &Pick) -> bool {
        let Some(own) = self.series(pick) else { return false };
        let are_thousands = |series: &Series| self.written_as(series) == Counted::Either;
        let counts =
            |series: &&Series| series.combination == own.combination && Looked::counts_persons(series);
        are_thousands(own) && self.looked.series.iter().filter(counts).any(are_thousands)
    }

    /// Tells what speaks against a base: it is the same everywhere, far from what the parts beside the count make up, or leaves
    /// out a part of whom nothing is known.
    pub(super) fn against_base(&self, counts: &[Pick], bases: &[Pick]) -> Option<Doubt> {
        let [pick] = counts else { return None };
        let own = self.series(pick)?;
        let parts: Vec<&Series> = bases.iter().filter_map(|pick| self.series(pick)).collect();
        let facet =
            [Facet::Status, Facet::Education].into_iter().find(|facet| own.said.value(*facet).is_some());
        if let ([base], false) = (parts.as_slice(), parts.iter().any(|part| part.is_same(own))) {
            let totals = self.known(base);
            let sizes: BTreeSet<u64> = totals.values().copied().collect();
            if totals.len() >= MANY && sizes.len() == 1 && sizes.iter().all(|size| *size > HUNDRED) {
                return Some(Doubt::PartOf { column: self.title(own), base: self.title(base) });
            }
            // Below each other a warning tells of it.
            let levels = self.levels(own, facet.filter(|_| base.column != own.column)?)?;
            let (sum, is_far) = self.far_from(&levels, &totals)?;
            return is_far.then(|| Doubt::Words { column: self.title(base), words: vec![sum] });
        }
        // `Okänd` behind the levels may be one of all.
        let last = parts.iter().map(|part| part.column).max()?;
        let is_left_out = |series: &&Series| {
            series.combination == own.combination
                && series.column == last + 1
                && !series.said.has_measure()
                && !series.said.total
                && self.could_be_count(series)
                && self.basis.lexicon.is_rest(&self.name(series.column))
        };
        let rest = self.looked.series.iter().find(is_left_out).filter(|_| parts.len() > 1)?;
        Some(Doubt::Words { column: self.title(own), words: vec![self.name(rest.column)] })
    }

    /// Lists a level and those beside it, where they are all there are.
    fn levels<'s>(&'s self, own: &'s Series, facet: Facet) -> Option<Vec<&'s Series>> {
        let lexicon = self.basis.lexicon;
        let beside = |series: &&Series| {
            (series.column == own.column || series.combination == own.combination)
                && series.said.facets.len() == own.said.facets.len()
                && self.could_be_count(series)
                && series.said.value(facet).is_some_and(|value| !lexicon.is_all(facet, value))
        };
        let levels: Vec<&Series> = self.looked.series.iter().filter(beside).take(SERIES).collect();
        let values: Vec<&Value> = levels.iter().filter_map(|one| one.said.value(facet)).collect();
        let is_whole = levels.len() > 1
            && Value::exclude_each_other(&values)
            && Value::together(&values).is_some_and(|whole| lexicon.is_all(facet, &whole));
        is_whole.then_some(levels)
    }

    /// Tells whether levels make up something else than the total in every area, by more than a tenth, and what in the first.
    fn far_from(&self, levels: &[&Series], totals: &BTreeMap<&str, u64>) -> Option<(String, bool)> {
        let cells: Vec<_> = levels.iter().map(|level| self.known(level)).collect();
        let parts = |area: &str| cells.iter().map(|of| of.get(area).copied()).collect::<Option<Vec<u64>>>();
        let both: Vec<(Vec<u64>, u64)> =
            totals.iter().filter_map(|(area, total)| Some((parts(area)?, *total))).collect();
        let (first, _) = both.first()?;
        let sum = |parts: &[u64]| parts.iter().sum::<u64>();
        let is_far = |(parts, total): &(Vec<u64>, u64)| sum(parts).abs_diff(*total) * 10 > *total;
        let written = first.iter().map(u64::to_string).collect::<Vec<_>>().join(" + ");
        let is_far = both.len() >= PAIRS && both.iter().all(is_far);
        Some((format!("{written} = {}", sum(first)), is_far))
    }

    /// Tells what numbers are by their decimals: a percentage has some, and with three each they may be thousands.
    fn written_as(&self, own: &Series) -> Counted {
        let cells = self.cells.of_series(own, |text| Cell::Value(text.trim().to_owned()));
        let numbers: Vec<String> = cells.into_values().filter(|cell| cell::looks_numeric(cell)).collect();
        let fractional: Vec<&String> = numbers.iter().filter(|cell| cell::has_decimals(cell)).collect();
        let parts = |cell: &str| {
            let (whole, decimals) = cell.split_once([',', '.'])?;
            Some((whole.trim().parse::<u64>().ok()?, decimals.len()))
        };
        let are_thousands = fractional.iter().all(|cell| parts(cell).is_some_and(|(_, length)| length == 3));
        let is_small = |cell: &String| {
            let whole = cell.split([',', '.', '%', ' ']).next().and_then(|whole| whole.parse::<u64>().ok());
            whole.is_some_and(|whole| whole <= HUNDRED)
        };
        match () {
            () if fractional.is_empty() => Counted::Counts,
            () if are_thousands => Counted::Either,
            () if 2 * fractional.len() > numbers.len() => Counted::Percentages,
            () if numbers.iter().all(is_small) => Counted::Either,
            () => Counted::Counts,
        }
    }

    /// Tells whether numbers make up a hundred in every area with another column, or with all others that could be parts.
    fn make_up_hundred(&self, own: &Series, base: &Series) -> bool {
        let beside = |series: &&Series| {
            !series.is_same(own)
                && !series.is_same(base)
                && (series.column == own.column || series.combination == own.combination)
                && self.could_be_count(series)
        };
        let others: Vec<_> =
            self.looked.series.iter().filter(beside).take(SERIES).map(|series| self.known(series)).collect();
        let counts = self.known(own);
        let is_hundred = |sum: Option<u64>| sum.is_some_and(|sum| sum.abs_diff(HUNDRED) < 2);
        let by_one = others.iter().any(|other| {
            counts.iter().all(|(area, count)| is_hundred(other.get(area).map(|other| count + other)))
        });
        let by_all = || {
            counts.iter().all(|(area, count)| {
                let rest: Option<u64> = others.iter().map(|other| other.get(area)).sum();
                is_hundred(rest.map(|rest| count + rest))
            })
        };
        by_one || (others.len() > 1 && by_all())
    }

    /// Returns the counts that are known of a series, by area.
    fn known(&self, series: &Series) -> BTreeMap<&str, u64> {
        self.cells
            .counts(series)
            .into_iter()
            .filter_map(|(area, count)| Some((area, count.known()?)))
            .collect()
    }
}
