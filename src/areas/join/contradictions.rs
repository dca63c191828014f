//! Figures that several tables tell in different ways.

use std::collections::{BTreeMap, BTreeSet};

use super::JoinWarning;
use crate::areas::store::Areas;
use crate::figure::Figure;

/// The figures about which tables contradict each other: which of them holds, nobody knows.
#[derive(Debug, Default)]
pub(in crate::areas) struct Contradictions {
    /// The table that had a column first.
    firsts: BTreeMap<usize, Told>,
    /// Areas and columns.
    found: BTreeSet<(usize, usize)>,
    /// Figures that another table tells to more decimals.
    finer: BTreeMap<(usize, usize), Figure>,
}

/// The number of a table, whether its sheet is hidden, and whether the ages of its figures are those that are meant.
pub(in crate::areas) type Told = (usize, bool, Option<bool>);

impl Contradictions {
    /// Notes that a table has figures in a column.
    pub(in crate::areas) fn begin(&mut self, column: usize, told: Told) {
        self.firsts.entry(column).or_insert(told);
    }

    /// Tells whether the figures that a table has in a column may contradict those of another: of ages that are meant less, they
    /// are none, and a hidden sheet says nothing against one that is seen.
    pub(in crate::areas) fn concern(&self, column: usize, (table, hidden, preferred): Told) -> bool {
        let is_equal = |(first, seen, ages): &Told| *first != table && *seen == hidden && *ages == preferred;
        self.firsts.get(&column).is_some_and(is_equal)
    }

    /// Compares what two tables tell of an area.
    pub(in crate::areas) fn look(
        &mut self,
        area: usize,
        column: usize,
        known: Option<Figure>,
        other: Option<Figure>,
    ) {
        let Some((known, other)) = known.zip(other) else { return };
        let at = (area, column);
        let known = self.finer.get(&at).copied().unwrap_or(known);
        if known.contradicts(&other) {
            self.found.insert(at);
        } else if other.is_finer(&known) && known.ratio().cmp_value(other.ratio()).is_ne() {
            self.finer.insert(at, other);
        }
    }

    /// Takes the figures away, and puts the finer in the place of rounded ones. Returns for each column of how many areas nobody
    /// knows.
    pub(in crate::areas) fn settle(self, areas: &mut Areas) -> BTreeMap<usize, u64> {
        for ((area, column), figure) in self.finer {
            areas.set(area, column, Some(figure));
        }
        let mut unknown = BTreeMap::new();
        for (area, column) in self.found {
            areas.set(area, column, None);
            *unknown.entry(column).or_default() += 1;
        }
        unknown
    }
}

/// Tells about which criteria tables contradict each other.
pub(in crate::areas) fn contradictory(
    unknown: BTreeMap<usize, u64>,
    criteria: &[String],
) -> Vec<JoinWarning> {
    let of = |(slot, areas): (usize, u64)| {
        let criterion = criteria.get(slot.checked_rem(criteria.len())?)?.clone();
        Some(JoinWarning::Contradictory { criterion, period: None, areas })
    };
    unknown.into_iter().filter_map(of).collect()
}
