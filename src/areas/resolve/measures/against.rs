//! What speaks against taking a column as that of which counts are a part.

use std::collections::{BTreeMap, BTreeSet};

use super::super::plan::Pick;
use super::Search;
use super::proof::PAIRS;
use crate::areas::layout::series::Series;
use crate::areas::told::question::Doubt;

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
            [base] if !base.is_same(own) => self.against_total(own, base),
            parts => self.left_out(own, parts),
        }
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
