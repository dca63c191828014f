//! Figures whose cells stand in several records of an area: each cell is kept until all are there.

use crate::areas::resolve::plan::{Kind, MeasurePlan, Pick};
use crate::areas::store::{Areas, Column};
use crate::error::Problem;
use crate::figure::{Bounds, Figure};

/// Stands for a count that is missing or can't be read.
const UNKNOWN: u64 = u64::MAX;
/// Stands for a record that has not come.
const UNSEEN: u64 = u64::MAX - 1;
/// Says that a cell has bounds: the higher one in the 32 bits below, and the lower one below that.
const WITHIN: u64 = 1 << 63;

/// Packs a cell's count; a suppressed one has fewer than 32 bits, and any other fewer than 63.
fn packed(count: Option<Bounds>) -> u64 {
    match count {
        None => UNKNOWN,
        Some(bounds) => match bounds.known() {
            Some(count) => {
                if count < WITHIN {
                    count
                } else {
                    UNKNOWN
                }
            }
            None => WITHIN | bounds.high << 31 | bounds.low,
        },
    }
}

/// Undoes [`packed`] for a count that is known.
fn unpacked(packed: u64) -> Bounds {
    if packed < WITHIN {
        return Bounds::only(packed);
    }
    let low = (1 << 31) - 1;
    Bounds { low: packed & low, high: packed >> 31 & low }
}

/// The texts of one column of categories, numbered in order of appearance.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Categories {
    pub(in crate::areas) column: usize,
    texts: Vec<String>,
    last: usize,
}

impl Categories {
    pub(in crate::areas) fn new(column: usize) -> Self {
        Self { column, ..Self::default() }
    }

    /// Returns the number of a text, which mostly is the last one's or the next.
    #[inline]
    pub(in crate::areas) fn number(&mut self, text: &str) -> u64 {
        let text = text.trim();
        let known = |at: &usize| self.texts.get(*at).is_some_and(|known| known == text);
        let near = [self.last, self.last + 1, 0].into_iter().find(known);
        let at = near.or_else(|| self.texts.iter().position(|known| known == text)).unwrap_or_else(|| {
            self.texts.push(text.to_owned());
            self.texts.len() - 1
        });
        self.last = at;
        crate::table::wide(at)
    }
}

/// Counts of one measure, by the cells that make it up.
#[derive(Debug, Clone)]
struct Gathered {
    measure: usize,
    counts: usize,
    /// How many cells make up the figure; those behind are the parts of its total.
    own: usize,
    cells: Vec<(Pick, Column<u64>)>,
}

/// Counts of all measures whose cells stand in several records.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Gather {
    measures: Vec<Gathered>,
    areas: usize,
}

/// What was found when the counts were made figures.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Added {
    /// Areas that lack records which others have.
    pub(in crate::areas) incomplete: u64,
    /// Areas whose parts don't add up to their total, and the largest difference.
    pub(in crate::areas) differ: (u64, u64),
    /// Areas with a total of zero or a count above the total: area, measure, reason.
    pub(in crate::areas) wrong: Vec<(usize, usize, Problem)>,
}

impl Gather {
    /// Makes room for the measures of a plan whose cells stand in several records.
    pub(in crate::areas) fn new(plans: &[MeasurePlan]) -> Self {
        let gathered = |(measure, plan): (usize, &MeasurePlan)| {
            if plan.kind.combination().is_some() {
                return None;
            }
            let counts = match &plan.kind {
                Kind::Count(counts, _) | Kind::Amount(counts) => counts.len(),
                Kind::Percent(..) => return None,
            };
            let own: Vec<Pick> = plan.kind.picks().into_iter().map(|(pick, _)| pick).collect();
            let cells = own.iter().chain(&plan.pieces).map(|pick| (*pick, Column::default())).collect();
            Some(Gathered { measure, counts, own: own.len(), cells })
        };
        Self { measures: plans.iter().enumerate().filter_map(gathered).collect(), areas: 0 }
    }

    /// Lists the columns of a combination's records whose cells are wanted.
    pub(in crate::areas) fn columns(&self, combination: usize) -> Vec<usize> {
        let cells = self.measures.iter().flat_map(|gathered| &gathered.cells);
        let own = cells.filter(|(pick, _)| pick.combination == combination).map(|(pick, _)| pick.column);
        let mut columns: Vec<usize> = own.collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// Keeps the count of a cell, unless one is there; tells whether it was kept.
    pub(in crate::areas) fn put(&mut self, area: usize, pick: Pick, count: Option<Bounds>) -> bool {
        self.areas = self.areas.max(area + 1);
        let mut kept = false;
        let cells = self.measures.iter_mut().flat_map(|gathered| &mut gathered.cells);
        for (_, column) in cells.filter(|(own, _)| *own == pick) {
            while column.len() <= area {
                column.push(UNSEEN);
            }
            if let Some(slot) = column.get_mut(area).filter(|slot| **slot >= UNSEEN) {
                kept |= *slot == UNSEEN || count.is_some();
                *slot = packed(count);
            }
        }
        kept
    }

    /// Tells whether one of a measure's cells has another count in a record of a combination than it had before.
    pub(in crate::areas) fn contradicts(
        &self,
        measure: usize,
        area: usize,
        combination: usize,
        count: impl Fn(usize) -> Option<Bounds>,
    ) -> bool {
        let own = self.measures.iter().filter(|gathered| gathered.measure == measure);
        let mut cells =
            own.flat_map(|gathered| &gathered.cells).filter(|(pick, _)| pick.combination == combination);
        cells.any(|(pick, column)| {
            let known = column.get(area).filter(|known| *known < UNSEEN);
            known.zip(count(pick.column)).is_some_and(|(known, other)| known != packed(Some(other)))
        })
    }

    /// Makes figures of the counts.
    pub(in crate::areas) fn finish(&self, plans: &[MeasurePlan], areas: &mut Areas) -> Added {
        let mut added = Added::default();
        for area in 0..self.areas {
            let mut incomplete = false;
            for Gathered { measure, counts, own, cells } in &self.measures {
                let Some(plan) = plans.get(*measure) else { continue };
                let value = |(_, column): &(Pick, Column<u64>)| column.get(area).unwrap_or(UNSEEN);
                let all: Vec<u64> = cells.iter().map(value).collect();
                let (values, pieces) = all.split_at_checked(*own).unwrap_or_default();
                let values = values.to_vec();
                if values.contains(&UNSEEN) {
                    incomplete |= plan.past.is_none() && values.iter().any(|value| *value != UNSEEN);
                    continue;
                }
                if values.contains(&UNKNOWN) {
                    continue;
                }
                let (counts, totals) = values.split_at_checked(*counts).unwrap_or_default();
                let sum = |values: &[u64]| {
                    values.iter().fold(Bounds::only(0), |sum, value| sum.plus(unpacked(*value)))
                };
                let figure = if matches!(plan.kind, Kind::Amount(_)) {
                    Figure::amount_within(sum(counts))
                } else {
                    let total = sum(totals);
                    let complete = !pieces.is_empty() && pieces.iter().all(|piece| *piece < UNSEEN);
                    if plan.past.is_none() && complete && total.high > 0 {
                        let parts = sum(pieces);
                        // Bounds differ where they don't meet.
                        let by =
                            parts.low.saturating_sub(total.high).max(total.low.saturating_sub(parts.high));
                        if by > 0 {
                            added.differ = (added.differ.0 + 1, added.differ.1.max(by));
                        }
                    }
                    Figure::share_within(sum(counts), total)
                };
                match figure {
                    Ok(figure) => areas.set(area, plan.criterion, Some(figure)),
                    Err(error) => added.wrong.push((area, *measure, error.problem)),
                }
            }
            added.incomplete += u64::from(incomplete);
        }
        added
    }
}
