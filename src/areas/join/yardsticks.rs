//! The country's and the municipalities' own rows, which files have beside those of areas: kept as what areas are compared
//! with, and never as areas.

use std::collections::{BTreeMap, BTreeSet};

use super::import::LoadedTable;
use crate::areas::code::{Division, Level};
use crate::areas::store::{Area, Areas, KindCount};
use crate::areas::words::coordinates::Value;
use crate::figure::Figure;

/// The figures of the country and of municipalities beside those of the areas.
#[derive(Debug, Clone, Default)]
pub struct Yardsticks {
    areas: Areas,
    /// Figures that two tables tell in two ways: which it is, nobody knows.
    unsure: BTreeSet<(usize, usize)>,
    /// Of when the figures of each criterion are.
    dates: BTreeMap<usize, Option<Value>>,
}

/// Takes the rows of the country and of municipalities out of a table whose areas are of a finer level.
pub(in crate::areas) fn beside(areas: &Areas, kinds: &[KindCount], level: Level) -> Areas {
    areas.picked(kinds, |kind| {
        matches!(kind.division, Division::Nation | Division::Municipality) && kind.division.level() < level
    })
}

impl Yardsticks {
    pub(in crate::areas) fn new(criteria: usize) -> Self {
        Self { areas: Areas::new(criteria), ..Self::default() }
    }

    /// Returns the country, then the municipalities, as collections of figures for the criteria.
    pub fn iter(&self) -> impl Iterator<Item = Area<'_>> {
        let of = |wanted| self.areas.iter().filter(move |area| area.division() == wanted);
        of(Division::Nation).chain(of(Division::Municipality))
    }

    /// Adds what a table has, for the criteria of which it gives areas figures or counts that wait for a base; what is of
    /// another time than the first table's figures is no yardstick for them.
    pub(in crate::areas) fn add(&mut self, table: &LoadedTable, criteria: &[String]) {
        for (nth, id) in criteria.iter().enumerate() {
            let mut measures = table.understanding.measures.iter();
            let slot = match table.waits.contains_key(&nth) {
                true => Areas::counts(criteria.len(), nth),
                false if measures.any(|measure| measure.figures > 0 && measure.criterion == *id) => nth,
                false => continue,
            };
            let date = table.dates.get(&nth);
            if self.dates.entry(nth).or_insert_with(|| date.cloned()).as_ref() == date {
                table.yardsticks.iter().for_each(|area| self.put(area, slot, slot));
            }
        }
    }

    /// Makes figures of the counts that wait for a base, over those that another table has of the same.
    pub(in crate::areas) fn lend(&mut self, bases: &Areas, criterion: usize, base: usize) {
        let counts = Areas::counts(self.areas.criteria(), criterion);
        for (at, figure) in self.areas.over(counts, bases, base) {
            self.set(at, criterion, figure);
        }
    }

    /// Adds a column of figures behind the others.
    pub(in crate::areas) fn add_slot(&mut self) {
        self.areas.add_slot();
    }

    /// Puts the figure that a row has in a column into one of these.
    pub(in crate::areas) fn put(&mut self, area: Area<'_>, from: usize, to: usize) {
        area.figure(from).into_iter().for_each(|figure| self.put_figure(area, to, figure));
    }

    /// Puts a figure of a row into one of these.
    pub(in crate::areas) fn put_figure(&mut self, area: Area<'_>, to: usize, figure: Figure) {
        let at = self.areas.place(area, area.bare_code().as_deref(), false, 0);
        self.set(at, to, figure);
    }

    fn set(&mut self, at: usize, to: usize, figure: Figure) {
        let known = self.areas.get(at).and_then(|area| area.figure(to));
        if known.is_some_and(|known| known != figure) {
            self.unsure.insert((at, to));
        }
        self.areas.set(at, to, Some(figure).filter(|_| !self.unsure.contains(&(at, to))));
    }

    /// Makes yardsticks of some columns, one or none for each criterion.
    pub(in crate::areas) fn at(&self, columns: &[Option<usize>]) -> Self {
        let mut chosen = Self::new(columns.len());
        for (criterion, column) in columns.iter().enumerate() {
            if let Some(column) = column {
                self.areas.iter().for_each(|area| chosen.put(area, *column, criterion));
            }
        }
        chosen
    }

    /// Adds what others have for a criterion.
    pub(in crate::areas) fn take(&mut self, others: &Self, criterion: usize) {
        others.areas.iter().for_each(|area| self.put(area, criterion, criterion));
    }
}
