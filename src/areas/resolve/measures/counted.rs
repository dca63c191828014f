//! Whether numbers that are read as counts are some: they may be percentages beside a column of residents.

use std::collections::BTreeMap;

use super::super::Looked;
use super::super::plan::Pick;
use super::Search;
use super::proof::{PAIRS, PROOF, SERIES};
use crate::areas::layout::series::Series;
use crate::areas::words::cell::{self, Said as Cell};
use crate::areas::words::query::Query;

/// Counts up to here could be percentages.
const HUNDRED: u64 = 100;

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
            () if both.len() >= PROOF && self.has_few_beside(own, &totals) => Counted::Either,
            () => Counted::Counts,
        }
    }

    /// Tells whether so few are counted beside some persons, of those who are many everywhere: what is said of these numbers then
    /// may be so of the others, too.
    fn has_few_beside(&self, own: &Series, totals: &BTreeMap<&str, u64>) -> bool {
        let beside = |series: &&Series| series.combination == own.combination && self.could_be_count(series);
        let beside = || self.looked.series.iter().filter(beside).take(SERIES);
        self.basis.queries.iter().enumerate().any(|(nth, query)| {
            let Some(least) = query.least else { return false };
            beside().filter(|series| Self::is_of(nth, query, series)).any(|series| {
                let counts = self.known(series);
                let both = counts.iter().filter_map(|(area, count)| Some((*count, *totals.get(area)?)));
                let few: Vec<bool> =
                    both.map(|(count, total)| count <= HUNDRED && count * HUNDRED < total * least).collect();
                few.len() >= PROOF && few.iter().all(|few| *few)
            })
        })
    }

    /// Tells whether percentages have three decimals each, as the residents beside them have, which are whole.
    pub(super) fn could_be_thousands(&self, pick: &Pick) -> bool {
        let Some(own) = self.series(pick) else { return false };
        let are_thousands = |series: &Series| self.written_as(series) == Counted::Either;
        let counts =
            |series: &&Series| series.combination == own.combination && Looked::counts_persons(series);
        are_thousands(own) && self.looked.series.iter().filter(counts).any(are_thousands)
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
    pub(super) fn known(&self, series: &Series) -> BTreeMap<&str, u64> {
        self.cells
            .counts(series)
            .into_iter()
            .filter_map(|(area, count)| Some((area, count.known()?)))
            .collect()
    }
}
