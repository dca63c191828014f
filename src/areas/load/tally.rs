//! What is counted while a table is loaded.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::Fractions;
use crate::areas::code::Division;
use crate::areas::resolve::plan::MeasurePlan;
use crate::figure::Bounds;

/// What is counted while loading.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Tally {
    pub(in crate::areas) records: u64,
    /// Title and headings.
    pub(in crate::areas) heading: u64,
    /// Records of other categories than those that are taken.
    pub(in crate::areas) another: u64,
    /// Records that are listed.
    pub(in crate::areas) listed: u64,
    /// Records that gave an area its figures, by division and vintage.
    pub(in crate::areas) used: BTreeMap<(Division, u16), u64>,
    /// Areas of which a record came with other figures than those that they have, and of which no column tells what it is.
    pub(in crate::areas) again: BTreeSet<usize>,
    /// The same of periods that are only kept beside the one that is taken: areas and where their figures stand.
    pub(in crate::areas) past_again: BTreeSet<(usize, usize)>,
    pub(in crate::areas) lost_zeros: u64,
    pub(in crate::areas) nil_as_zero: u64,
    pub(in crate::areas) nil_as_missing: u64,
    /// Cells with a number that a note says stands for no figure, by the note.
    pub(in crate::areas) said_missing: BTreeMap<String, u64>,
    /// Suppressed counts of which bounds were read, by column.
    pub(in crate::areas) suppressed: Suppressed,
    pub(in crate::areas) count_above_total: u64,
    pub(in crate::areas) incomplete: u64,
    /// Areas whose parts don't add up to their total, and the largest difference.
    pub(in crate::areas) differ: (u64, u64),
    /// For each criterion.
    pub(in crate::areas) fractions: Vec<Fractions>,
    /// Areas whose counts were compared with a percentage beside them, and those that differ by more than rounding, by
    /// criterion.
    pub(in crate::areas) checked: BTreeMap<usize, (u64, u64)>,
    /// Criteria of which cells say by themselves how many decimals they have.
    pub(in crate::areas) formatted: BTreeSet<usize>,
    /// Cells with the digits of software, by column.
    pub(in crate::areas) software: BTreeMap<usize, u64>,
}

impl Tally {
    /// Notes that a record of an area came with another figure of a measure than it has.
    pub(in crate::areas) fn repeated(&mut self, area: usize, measure: &MeasurePlan) {
        if measure.past.is_some() {
            self.past_again.insert((area, measure.criterion));
        } else {
            self.again.insert(area);
        }
    }

    /// Tells whether most of so many areas stand in several rows with different figures that nothing tells apart, as under
    /// headings within the table: which row is meant can't be known.
    pub(in crate::areas) fn repeats(&self, areas: usize) -> bool {
        self.again.len() > 1 && self.again.len() * 2 >= areas
    }
}

/// Suppressed counts by column: how many cells, and the bounds that hold them all.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Suppressed(BTreeMap<usize, (u64, Bounds)>);

impl Suppressed {
    pub(in crate::areas) fn add(&mut self, column: usize, bounds: Bounds) {
        let (cells, all) = self.0.entry(column).or_insert((0, bounds));
        *cells += 1;
        *all = Bounds { low: all.low.min(bounds.low), high: all.high.max(bounds.high) };
    }

    pub(in crate::areas) fn iter(&self) -> impl Iterator<Item = (usize, u64, Bounds)> {
        self.0.iter().map(|(column, (cells, bounds))| (*column, *cells, *bounds))
    }
}
