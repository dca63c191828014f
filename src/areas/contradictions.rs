//! Figures that several files tell in different ways.

use std::collections::{BTreeMap, BTreeSet};

use super::store::Areas;
use crate::figure::Figure;

/// The figures about which files contradict each other: which of them holds, nobody knows.
#[derive(Debug, Default)]
pub(super) struct Contradictions {
    /// The file that had a column first, and whether its ages are those that are meant.
    firsts: BTreeMap<usize, (String, Option<bool>)>,
    /// Areas and columns.
    found: BTreeSet<(usize, usize)>,
}

impl Contradictions {
    /// Notes that a file has figures in a column, and whether of the ages that are meant.
    pub(super) fn begin(&mut self, column: usize, (file, preferred): (&str, Option<bool>)) {
        self.firsts.entry(column).or_insert_with(|| (file.to_owned(), preferred));
    }

    /// Tells whether the figures that a file has in a column may contradict those of another: of ages that are meant less, they
    /// are none. Of the sheets of one file the first holds.
    pub(super) fn concern(&self, column: usize, (file, preferred): (&str, Option<bool>)) -> bool {
        self.firsts.get(&column).is_some_and(|(first, ages)| first != file && *ages == preferred)
    }

    /// Compares what two files tell of an area.
    pub(super) fn look(&mut self, area: usize, column: usize, known: Option<Figure>, other: Option<Figure>) {
        if known.zip(other).is_some_and(|(one, two)| one.contradicts(&two)) {
            self.found.insert((area, column));
        }
    }

    /// Takes the figures away.
    pub(super) fn settle(self, areas: &mut Areas) {
        for (area, column) in self.found {
            areas.set(area, column, None);
        }
    }
}
