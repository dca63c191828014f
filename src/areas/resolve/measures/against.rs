//! What speaks against taking a column as that of which counts are a part.

use std::collections::{BTreeMap, BTreeSet};

use super::super::base::CHILDREN;
use super::super::plan::Pick;
use super::Search;
use super::proof::{PAIRS, SERIES};
use crate::areas::layout::series::Series;
use crate::areas::told::question::Doubt;
use crate::areas::words::cell::Said as Cell;
use crate::areas::words::coordinates::{Form, PERSONS, Value};
use crate::areas::words::facet::Facet;
use crate::figure::{Bounds, Figure};

/// As many totals are looked at for children in them, and as many columns or categories of children.
const TOTALS: usize = 5_000;
const CHILDREN_SEEN: usize = 12;
/// Persons of fewer years are a group.
const YEARS: u32 = 25;
/// So many areas have not the same number of residents, unless that is small.
const MANY: usize = 10;
const SMALL: u64 = 100;

impl Search<'_> {
    /// Tells what speaks against a base: it is the same everywhere, far from what the parts beside the count make up, or leaves
    /// out a part of whom nothing is known.
    pub(super) fn against_base(&self, counts: &[Pick], bases: &[Pick]) -> Option<Doubt> {
        let [pick] = counts else { return None };
        let own = self.series(pick)?;
        let parts: Vec<&Series> = bases.iter().filter_map(|pick| self.series(pick)).collect();
        match parts.as_slice() {
            [] => None,
            [base] if !base.is_same(own) => self
                .against_total(own, base)
                .or_else(|| self.of_one_election(own, base))
                .or_else(|| self.other_share(own, base)),
            parts => self.left_out(own, parts).or_else(|| self.sum_of_others(own, parts)),
        }
    }

    /// Lists what stands beside a series, in its column or in its rows.
    fn beside<'s>(&'s self, own: &'s Series) -> impl Iterator<Item = &'s Series> {
        let beside = |series: &&Series| {
            (series.column == own.column || series.combination == own.combination) && !series.is_same(own)
        };
        self.looked.series.iter().filter(beside).take(SERIES)
    }

    /// Looks for a column that is what levels make up, and that is not of all who live there: then the levels are of these.
    fn sum_of_others(&self, own: &Series, parts: &[&Series]) -> Option<Doubt> {
        let cells: Vec<_> = parts.iter().map(|part| self.known(part)).collect();
        let is_sum = |series: &&Series| {
            let sum = |area: &str| cells.iter().map(|of| of.get(area).copied()).sum::<Option<u64>>();
            let known = self.known(series);
            let sums = known.iter().filter_map(|(area, count)| Some(sum(area)? == *count));
            let sums: Vec<bool> = sums.collect();
            sums.len() >= PAIRS && sums.iter().all(|holds| *holds)
        };
        let is_part = |series: &Series| parts.iter().any(|part| part.is_same(series));
        if !is_part(own) && is_sum(&own) {
            let (area, count) = self.known(own).into_iter().next()?;
            let summed: Vec<String> = cells.iter().filter_map(|of| Some(of.get(area)?.to_string())).collect();
            let words = vec![format!("{} = {count}", summed.join(" + "))];
            return Some(Doubt::Words { column: self.name(own.column), words });
        }
        let others =
            |series: &&Series| !is_part(series) && self.could_be_count(series) && !Self::is_of_all(series);
        let whole = self.beside(own).filter(others).find(is_sum)?;
        Some(Doubt::PartOf { column: self.name(own.column), base: self.title(whole) })
    }

    /// Tells whether a series is of all who live there, of all ages or of many.
    fn is_of_all(series: &Series) -> bool {
        let said = &series.said;
        let fits = said.facets.iter().all(|((facet, _), valued)| match (facet, &valued.value) {
            (_, Value::All) | (Facet::Period, _) => true,
            (Facet::Measure, value) => *value == Value::Atoms(PERSONS),
            (Facet::Age, Value::Span(from, to)) => to.saturating_sub(*from) >= YEARS,
            _ => false,
        });
        said.is_explained() && fits && (said.total || !said.facets.is_empty())
    }

    /// Tells whether voters of one election are taken of those who could vote in any, or the other way round: they are others.
    fn of_one_election(&self, own: &Series, base: &Series) -> Option<Doubt> {
        let election = |series: &Series| series.said.value(Facet::Election).cloned();
        let told = match (election(own), election(base)) {
            (Some(told), None) | (None, Some(told)) if own.said.is_of_votes() => told,
            _ => return None,
        };
        let of_another = |series: &&Series| {
            series.said.is_of_votes()
                && self.could_be_count(series)
                && election(series).is_some_and(|other| other != told && other != Value::All)
        };
        let another = self.beside(own).find(of_another)?;
        let words = vec![self.title(another), self.title(base)];
        Some(Doubt::Words { column: self.name(own.column), words })
    }

    /// Looks for a share without a measure of its own just behind a count and its total, which is another than theirs everywhere.
    fn other_share(&self, own: &Series, base: &Series) -> Option<Doubt> {
        let last = own.column.max(base.column);
        let is_share = |series: &&Series| {
            series.combination == own.combination
                && series.column == last + 1
                && own.column.abs_diff(base.column) == 1
                && series.said.form() == Some(Form::Percent)
                && !series.said.has_measure()
                && series.said.is_explained()
        };
        let share = self.beside(own).find(is_share)?;
        let (counts, totals) = (self.known(own), self.known(base));
        let percents = self.cells.percents(share, false);
        let written = self.cells.of_series(share, |text| Cell::Value(text.trim().to_owned()));
        let both = percents.iter().filter_map(|(area, percent)| {
            let (count, total) = (*counts.get(area)?, *totals.get(area)?);
            let of_these = Figure::share_within(Bounds::only(count), Bounds::only(total)).ok()?;
            Some((of_these.contradicts(percent), format!("{count}/{total} ≠ {}", written.get(area)?)))
        });
        let both: Vec<(bool, String)> = both.collect();
        let (_, first) =
            both.first().filter(|_| both.len() >= PAIRS && both.iter().all(|(differ, _)| *differ))?;
        // How the counts are spread over the areas is no share of the total.
        let is_spread = self.spread(share, false).is_some();
        (!is_spread).then(|| Doubt::Words {
            column: self.name(own.column),
            words: vec![first.clone(), self.name(share.column)],
        })
    }

    /// Lists the totals of which some are children, as the ages beside them show: they are no base of those who could work.
    pub(super) fn totals_with_children(&self) -> BTreeSet<(usize, usize)> {
        let ages = |series: &Series| series.said.value(Facet::Age).cloned();
        let children = |series: &&Series| {
            matches!(ages(series), Some(Value::Span(from, to)) if from < CHILDREN && to < CHILDREN + 5)
                && self.could_be_count(series)
        };
        let children = self.looked.series.iter().filter(children).take(CHILDREN_SEEN);
        let children: Vec<_> = children.map(|series| (series, self.known(series))).collect();
        let is_total = |series: &&Series| {
            self.could_be_total(series)
                && ages(series).is_none_or(|age| age == Value::All)
                && self.could_be_count(series)
        };
        let has_some = |total: &&Series| {
            let totals = self.known(total);
            children.iter().any(|(some, known)| {
                let both = known.iter().filter_map(|(area, count)| Some(*count <= *totals.get(area)?));
                let both: Vec<bool> = both.collect();
                (some.column == total.column || some.combination == total.combination)
                    && both.len() >= PAIRS
                    && both.iter().all(|fits| *fits)
            })
        };
        let totals = self.looked.series.iter().filter(|_| !children.is_empty()).filter(is_total).take(TOTALS);
        totals.filter(has_some).map(|series| (series.column, series.combination)).collect()
    }

    fn against_total(&self, own: &Series, base: &Series) -> Option<Doubt> {
        let totals = self.known(base);
        let sizes: BTreeSet<u64> = totals.values().copied().collect();
        let column = self.name(own.column);
        if totals.len() >= MANY && sizes.len() == 1 && sizes.iter().all(|size| *size > SMALL) {
            return Some(Doubt::PartOf { column, base: self.title(base) });
        }
        // Below each other a warning tells of it.
        let levels = self.levels(own, |series| self.could_be_count(series))?;
        let far = self.far_from(&levels, &totals).filter(|_| base.column != own.column)?;
        Some(Doubt::Words { column, words: vec![far, self.name(base.column)] })
    }

    /// Writes what levels make up in the first area, where that is another number than the total, by more than a tenth, in every
    /// area.
    fn far_from(&self, levels: &[&Series], totals: &BTreeMap<&str, u64>) -> Option<String> {
        let cells: Vec<_> = levels.iter().map(|level| self.known(level)).collect();
        let parts = |area: &str| cells.iter().map(|of| of.get(area).copied()).collect::<Option<Vec<u64>>>();
        let both: Vec<(Vec<u64>, u64)> =
            totals.iter().filter_map(|(area, total)| Some((parts(area)?, *total))).collect();
        let is_far =
            |(parts, total): &(Vec<u64>, u64)| parts.iter().sum::<u64>().abs_diff(*total) * 10 > *total;
        let (first, total) = both.first().filter(|_| both.len() >= PAIRS && both.iter().all(is_far))?;
        let written = first.iter().map(u64::to_string).collect::<Vec<_>>().join(" + ");
        Some(format!("{written} ≠ {total}"))
    }

    /// Looks behind levels that make up a total for one of whom nothing is known: it may be a part, too.
    fn left_out(&self, own: &Series, parts: &[&Series]) -> Option<Doubt> {
        let last = parts.iter().map(|part| part.column).max()?;
        let is_rest = |series: &&Series| {
            series.combination == own.combination
                && series.column == last + 1
                && !series.said.has_measure()
                && !series.said.total
                && self.could_be_count(series)
                && self.basis.lexicon.is_rest(&self.name(series.column))
        };
        let rest = self.looked.series.iter().find(is_rest).filter(|_| parts.len() > 1)?;
        Some(Doubt::Words { column: self.name(own.column), words: vec![self.name(rest.column)] })
    }
}
