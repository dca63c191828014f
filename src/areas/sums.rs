//! Figures of long tables: counts added up over the records of an area, each combination of categories once.

use super::plan::{Kind, MeasurePlan, Plan};
use super::store::{Areas, Column};
use crate::error::Problem;
use crate::figure::{Figure, Share};

/// Stands for a sum that lacks a part.
const UNKNOWN: u64 = u64::MAX;
/// Columns of categories that are told apart; more are no statistics any more.
const RADIX: u64 = 512;
/// Categories that differ from their total by less than one in so many are taken for its parts.
const CLOSE: u64 = 20;

/// The texts of one column of categories, numbered in order of appearance.
#[derive(Debug, Clone, Default)]
pub(super) struct Categories {
    pub(super) column: usize,
    pub(super) texts: Vec<String>,
    last: usize,
}

impl Categories {
    pub(super) fn new(column: usize) -> Self {
        Self { column, ..Self::default() }
    }

    /// Returns the number of a text, which mostly is the last one's or the next.
    #[inline]
    pub(super) fn number(&mut self, text: &str) -> usize {
        let text = text.trim();
        for at in [self.last, self.last + 1, 0] {
            if self.texts.get(at).is_some_and(|known| known == text) {
                self.last = at;
                return at;
            }
        }
        let at = self.texts.iter().position(|known| known == text).unwrap_or_else(|| {
            if crate::table::wide(self.texts.len()) < RADIX {
                self.texts.push(text.to_owned());
            }
            self.texts.len() - 1
        });
        self.last = at;
        at
    }
}

/// What a count is a part of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// Of the count.
    pub(super) counted: bool,
    /// Of the total.
    pub(super) total: bool,
    /// Of what the total should be, where the table has the total as a category of its own.
    pub(super) piece: bool,
}

/// The sums of one measure.
#[derive(Debug, Clone, Default)]
struct Sum {
    counts: Column<u64>,
    totals: Column<u64>,
    /// What the categories beside the total add up to; empty where there is no such total.
    pieces: Option<Column<u64>>,
    /// Which combinations belong to the measure, by plane.
    used: Vec<u64>,
}

impl Sum {
    /// Tells how many areas' categories don't add up to their total, and by how many persons at most.
    ///
    /// Categories may also be parts of each other (`arbetskraften` has `sysselsatta`), and then they say nothing of the
    /// total: that is assumed where they exceed it in every area, or differ by more than one in [`CLOSE`] over all.
    fn differ(&self) -> (u64, u64) {
        let Some(pieces) = &self.pieces else { return (0, 0) };
        let known = |column: &Column<u64>, area| column.get(area).filter(|count| *count != UNKNOWN);
        let (mut areas, mut exceed, mut differ, mut largest) = (0_u64, 0_u64, 0_u64, 0_u64);
        let (mut all, mut off) = (0_u64, 0_u64);
        for area in 0..pieces.len() {
            let (Some(sum), Some(total)) = (known(pieces, area), known(&self.totals, area)) else { continue };
            if total == 0 {
                continue;
            }
            let by = sum.abs_diff(total);
            areas += 1;
            exceed += u64::from(sum > total);
            differ += u64::from(by > 0);
            largest = largest.max(by);
            all = all.saturating_add(total);
            off = off.saturating_add(by);
        }
        if exceed == areas || off > all / CLOSE { (0, 0) } else { (differ, largest) }
    }
}

/// The sums of all measures of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    measures: Vec<Sum>,
    combinations: Vec<u64>,
    last: usize,
    /// Bits of the combinations that each area had, 64 in each plane.
    seen: Vec<Column<u64>>,
    areas: usize,
}

/// What was found when the sums were made figures.
#[derive(Debug, Clone, Default)]
pub(super) struct Summed {
    /// Areas that lack categories which others have.
    pub(super) incomplete: u64,
    /// Areas with a total of zero or a count above the total: area, measure, reason.
    pub(super) wrong: Vec<(usize, usize, Problem)>,
    /// Areas whose categories don't add up to their total, and the largest difference.
    pub(super) differ: (u64, u64),
}

impl Sums {
    pub(super) fn new(plan: &Plan) -> Self {
        let sum = |measure: &MeasurePlan| Sum {
            pieces: measure.kind.has_total().then(Column::default),
            ..Sum::default()
        };
        Self { measures: plan.measures.iter().map(sum).collect(), ..Self::default() }
    }

    /// Makes room for areas up to a number.
    #[inline]
    fn grow(&mut self, areas: usize) {
        while self.areas < areas {
            for sum in &mut self.measures {
                sum.counts.push(0);
                sum.totals.push(0);
                if let Some(pieces) = &mut sum.pieces {
                    pieces.push(0);
                }
            }
            for plane in &mut self.seen {
                plane.push(0);
            }
            self.areas += 1;
        }
    }

    /// Marks an area's combination of categories as read; `None` if it was read before.
    #[inline]
    pub(super) fn mark(&mut self, area: usize, numbers: impl Iterator<Item = usize>) -> Option<usize> {
        self.grow(area + 1);
        let key = numbers
            .fold(0_u64, |key, number| key.wrapping_mul(RADIX).wrapping_add(crate::table::wide(number)));
        let near =
            [self.last + 1, self.last, 0].into_iter().find(|at| self.combinations.get(*at) == Some(&key));
        let at =
            near.or_else(|| self.combinations.iter().position(|known| *known == key)).unwrap_or_else(|| {
                self.combinations.push(key);
                self.combinations.len() - 1
            });
        self.last = at;
        while self.seen.len() <= at / 64 {
            let mut plane = Column::default();
            (0..self.areas).for_each(|_| plane.push(0));
            self.seen.push(plane);
        }
        let word = self.seen.get_mut(at / 64)?.get_mut(area)?;
        let bit = 1 << (at % 64);
        if *word & bit != 0 {
            return None;
        }
        *word |= bit;
        Some(at)
    }

    /// Adds a count to an area's sums; `None` is one that is not known.
    #[inline]
    pub(super) fn add(
        &mut self,
        area: usize,
        measure: usize,
        combination: usize,
        part: Part,
        count: Option<u64>,
    ) {
        let Some(sum) = self.measures.get_mut(measure) else { return };
        if sum.used.len() <= combination / 64 {
            sum.used.resize(combination / 64 + 1, 0);
        }
        if let Some(word) = sum.used.get_mut(combination / 64).filter(|_| part.counted || part.total) {
            *word |= 1 << (combination % 64);
        }
        let add = |slot: Option<&mut u64>| {
            if let Some(slot) = slot {
                *slot = match count {
                    Some(count) if *slot != UNKNOWN => slot.saturating_add(count),
                    Some(_) | None => UNKNOWN,
                };
            }
        };
        if part.counted {
            add(sum.counts.get_mut(area));
        }
        if part.total {
            add(sum.totals.get_mut(area));
        }
        if part.piece {
            add(sum.pieces.as_mut().and_then(|pieces| pieces.get_mut(area)));
        }
    }

    /// Makes figures of the sums.
    pub(super) fn finish(&self, plan: &Plan, areas: &mut Areas) -> Summed {
        let mut summed = Summed::default();
        for area in 0..self.areas {
            let mut incomplete = false;
            for (measure, (sum, plan)) in self.measures.iter().zip(&plan.measures).enumerate() {
                if !is_summed(plan) {
                    continue;
                }
                let missing = |plane: usize, used: u64| {
                    let seen = self.seen.get(plane).and_then(|plane| plane.get(area)).unwrap_or(0);
                    (seen & used, used & !seen)
                };
                let planes = sum.used.iter().enumerate().map(|(plane, used)| missing(plane, *used));
                let (any, lacking) =
                    planes.fold((0, 0), |(any, all), (seen, lacks)| (any | seen, all | lacks));
                if lacking != 0 {
                    incomplete |= any != 0;
                    continue;
                }
                let (Some(count), Some(total)) = (sum.counts.get(area), sum.totals.get(area)) else {
                    continue;
                };
                if count == UNKNOWN || total == UNKNOWN || any == 0 {
                    continue;
                }
                if matches!(plan.kind, Kind::Amount(_)) {
                    areas.set(area, plan.criterion, Some(Figure::Amount(count)));
                    continue;
                }
                match Share::new(count, total) {
                    Ok(share) => areas.set(area, plan.criterion, Some(Figure::Share(share))),
                    Err(error) => summed.wrong.push((area, measure, error.problem)),
                }
            }
            summed.incomplete += u64::from(incomplete);
        }
        summed.differ = self
            .measures
            .iter()
            .map(Sum::differ)
            .fold((0, 0), |(areas, largest), (more, than)| (areas.max(more), largest.max(than)));
        summed
    }
}

fn is_summed(plan: &MeasurePlan) -> bool {
    matches!(plan.kind, Kind::Categories { .. } | Kind::Count(..) | Kind::Amount(_))
}
