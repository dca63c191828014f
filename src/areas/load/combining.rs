//! Which combination of categories each record has, and what of it was not known before.

use std::collections::BTreeMap;

use super::gather::Categories;
use crate::areas::layout::series::{COMBINATIONS, Combinations, Filled};
use crate::areas::resolve::plan::Plan;
use crate::areas::store::Column;
use crate::areas::told::understanding::Role;
use crate::table::Record;

/// The combinations of categories as records come.
#[derive(Debug, Default)]
pub(super) struct Combining {
    categories: Vec<Categories>,
    numbers: BTreeMap<Vec<u64>, usize>,
    last: Option<(Vec<u64>, usize)>,
    /// All that there are, those of the plan first.
    pub(super) all: Combinations,
    /// Whether the plan did not know all of it.
    pub(super) new: bool,
    /// Columns without a number so far, by combination, and all columns of values for combinations that are new.
    watched: BTreeMap<usize, Vec<usize>>,
    values: Vec<usize>,
    /// Which areas had a record of a combination that figures are made of.
    seen: BTreeMap<usize, Column<u64>>,
}

impl Combining {
    pub(super) fn new(plan: &Plan) -> Self {
        let mut all = plan.combinations.clone();
        if all.columns.is_empty() && all.rows.is_empty() {
            all.add(Vec::new());
        }
        let mut categories: Vec<Categories> = all.columns.iter().map(|at| Categories::new(*at)).collect();
        let mut numbers = BTreeMap::new();
        for (nth, row) in all.rows.iter().enumerate() {
            let key =
                categories.iter_mut().zip(row).map(|(categories, text)| categories.number(text)).collect();
            numbers.insert(key, nth);
        }
        let of_figures = plan.measures.iter().flat_map(|measure| {
            let picks = measure.kind.picks().into_iter().map(|(pick, _)| pick);
            picks.chain(measure.pieces.iter().copied())
        });
        let seen = of_figures.map(|pick| (pick.combination, Column::default())).collect();
        let values =
            plan.roles.iter().enumerate().filter(|(_, role)| **role == Role::Number).map(|(at, _)| at);
        let values = values.collect();
        let mut combining = Self { categories, numbers, all, values, seen, ..Self::default() };
        combining.watch(plan);
        combining
    }

    /// Sees to it that numbers are noticed where there was none so far.
    fn watch(&mut self, plan: &Plan) {
        self.watched = BTreeMap::new();
        for (combination, column) in &plan.watched {
            self.watched.entry(*combination).or_default().push(*column);
        }
    }

    /// Returns the number of a record's combination.
    pub(super) fn of(&mut self, record: &Record<'_>) -> usize {
        let at = if self.categories.is_empty() { 0 } else { self.number(record) };
        if let Some(columns) = self.watched.get_mut(&at) {
            columns.retain(|column| {
                self.new |= self.all.note(at, *column, record.cell(*column).trim());
                self.all.filled(at, *column) != Some(Filled::Numbers)
            });
        }
        at
    }

    fn number(&mut self, record: &Record<'_>) -> usize {
        let key: Vec<u64> =
            self.categories.iter_mut().map(|one| one.number(record.cell(one.column))).collect();
        if let Some((last, at)) = &self.last
            && *last == key
        {
            return *at;
        }
        let at = self.numbers.get(&key).copied().unwrap_or_else(|| {
            if self.all.rows.len() >= COMBINATIONS {
                return usize::MAX;
            }
            self.new = true;
            let at = self.all.rows.len();
            let cells = self.all.columns.iter().map(|column| record.cell(*column).trim().to_owned());
            self.all.add(cells.collect());
            self.watched.insert(at, self.values.clone());
            self.numbers.insert(key.clone(), at);
            at
        });
        self.last = Some((key, at));
        at
    }

    /// Tells whether a record is the first of its area and combination; `None` where no figure is made of such.
    pub(super) fn first_of(&mut self, combination: usize, area: usize, new: bool) -> Option<bool> {
        if self.categories.is_empty() {
            return Some(new);
        }
        if self.seen.is_empty() {
            return Some(new).filter(|_| new);
        }
        let seen = self.seen.get_mut(&combination)?;
        while seen.len() <= area / 64 {
            seen.push(0);
        }
        let word = seen.get_mut(area / 64)?;
        let bit = 1 << (area % 64);
        let first = *word & bit == 0;
        *word |= bit;
        Some(first)
    }
}
