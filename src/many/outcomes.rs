//! One byte for each outcome and verdict of many areas, by the path of the core that allocates nothing.

use std::cmp::Ordering;
use std::ops::Range;

use crate::areas::Joined;
use crate::assess::{Outcome, Tally, Verdict, counts_as_met, outcome_of_order};
use crate::criteria::{CriteriaSet, Criterion, Reading};
use crate::error::{Error, Problem, Quantity};
use crate::figure::{Against, Decimal, Figure, Ratio};

/// From so many areas on, threads are worth their while.
#[cfg(not(target_arch = "wasm32"))]
const MANY: usize = 100_000;

/// What is assumed of all areas: nothing, or other thresholds and figures moved by so many points.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scenario {
    /// Thresholds in place of the set's, by position in the set.
    pub thresholds: Vec<Option<Decimal>>,
    /// Points (persons for a plain count) by which every area's figure is moved, by position in the set. A moved
    /// figure stays within 0 and 100 percent, and within 0 for persons.
    pub shifts: Vec<Option<Decimal>>,
}

/// One byte an outcome, for every criterion and area, and the verdicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcomes {
    /// One list for each criterion.
    pub outcomes: Vec<Vec<Outcome>>,
    /// One verdict for each area.
    pub verdicts: Vec<Verdict>,
}

impl Outcomes {
    pub(super) fn of(
        joined: &Joined,
        set: &CriteriaSet,
        reading: Reading,
        shifts: &[Option<Decimal>],
    ) -> Result<Self, Error> {
        let areas = &joined.areas;
        let of = |(nth, criterion): (usize, &Criterion)| {
            let mut list = reserve(areas.len())?;
            let threshold = criterion.threshold.value;
            match shifts.get(nth).copied().flatten() {
                None => {
                    let by_order = ORDERS.map(|order| outcome_of_order(criterion, order));
                    let of = |order: Option<Ordering>| {
                        let nth = order.map_or(ORDERS.len(), nth_order);
                        by_order.get(nth).copied().unwrap_or(Outcome::Unknown)
                    };
                    areas.compare(nth, &Against::new(threshold), of, &mut list);
                }
                Some(shift) => list.extend(areas.iter().map(|area| {
                    let Some((low, high)) = area.figure(nth).map(|figure| figure.ends()) else {
                        return Outcome::Unknown;
                    };
                    let order = |end: &Figure| shifted(end, shift).cmp_decimal(threshold);
                    let same = low == high || order(&low) == order(&high);
                    if same { outcome_of_order(criterion, order(&low)) } else { Outcome::Unknown }
                })),
            }
            Ok(list)
        };
        let outcomes = each(areas.len(), set.criteria.iter().enumerate(), of);
        let outcomes = outcomes.into_iter().collect::<Result<Vec<_>, Error>>()?;
        let mut verdicts = reserve(areas.len())?;
        let weighed = Weighed::new(set, reading);
        weighed.each(&outcomes, areas.len(), |_, sums| verdicts.extend(sums.tallies().map(Tally::verdict)));
        Ok(Self { outcomes, verdicts })
    }
}

/// The answers of a comparison; the outcome of each is looked up, since a processor can't guess which one comes.
const ORDERS: [Ordering; 3] = [Ordering::Less, Ordering::Equal, Ordering::Greater];

fn nth_order(order: Ordering) -> usize {
    match order {
        Ordering::Less => 0,
        Ordering::Equal => 1,
        Ordering::Greater => 2,
    }
}

/// Does something for each criterion: for many areas on a thread for each, where there are threads.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn each<C: Send, R: Send>(
    areas: usize,
    criteria: impl Iterator<Item = C>,
    of: impl Fn(C) -> R + Sync,
) -> Vec<R> {
    if areas < MANY {
        return criteria.map(of).collect();
    }
    std::thread::scope(|scope| {
        let of = &of;
        let threads: Vec<_> = criteria.map(|criterion| scope.spawn(move || of(criterion))).collect();
        let done = |thread: std::thread::ScopedJoinHandle<'_, R>| {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        threads.into_iter().map(done).collect()
    })
}

#[cfg(target_arch = "wasm32")]
pub(super) fn each<C, R>(_: usize, criteria: impl Iterator<Item = C>, of: impl Fn(C) -> R) -> Vec<R> {
    criteria.map(of).collect()
}

/// What areas' outcomes come to under a reading, some hundreds of areas at a time.
pub(super) struct Weighed {
    /// Whether being exactly on the threshold counts, by criterion.
    at_threshold: Vec<bool>,
    required: usize,
}

impl Weighed {
    /// Areas that are weighed at a time, which fit into the processor's nearest memory.
    const AREAS: usize = 1 << 9;

    pub(super) fn new(set: &CriteriaSet, reading: Reading) -> Self {
        let counts = |criterion| counts_as_met(criterion, reading, Outcome::AtThreshold) == Some(true);
        Self {
            at_threshold: set.criteria.iter().map(counts).collect(),
            required: reading.require.least(set.criteria.len()),
        }
    }

    /// Tells whether an outcome of the criterion at that position does not count as met.
    #[inline]
    pub(super) fn denies(&self, criterion: usize, outcome: Outcome) -> bool {
        let at_threshold = self.at_threshold.get(criterion) == Some(&true);
        outcome == Outcome::NotMet || (outcome == Outcome::AtThreshold && !at_threshold)
    }

    /// Calls `take` with some areas after others, and what their outcomes come to.
    pub(super) fn each(
        &self,
        outcomes: &[Vec<Outcome>],
        areas: usize,
        mut take: impl FnMut(Range<usize>, &Sums),
    ) {
        let mut sums = Sums { met: Vec::new(), unknown: Vec::new(), required: self.required };
        for from in (0..areas).step_by(Self::AREAS) {
            let some = from..areas.min(from + Self::AREAS);
            for list in [&mut sums.met, &mut sums.unknown] {
                list.clear();
                list.resize(some.len(), 0);
            }
            // One list after the other, since a loop over a list needs no jumps.
            for (at_threshold, list) in self.at_threshold.iter().zip(outcomes) {
                let list = list.get(some.clone()).unwrap_or_default();
                for ((met, unknown), outcome) in sums.met.iter_mut().zip(&mut sums.unknown).zip(list) {
                    *met += u16::from(*outcome == Outcome::Met);
                    *met += u16::from(*outcome == Outcome::AtThreshold) * u16::from(*at_threshold);
                    *unknown += u16::from(*outcome == Outcome::Unknown);
                }
            }
            take(some, &sums);
        }
    }
}

/// How many criteria of each of some areas count as met, and how many are unknown.
pub(super) struct Sums {
    met: Vec<u16>,
    unknown: Vec<u16>,
    required: usize,
}

impl Sums {
    pub(super) fn tallies(&self) -> impl ExactSizeIterator<Item = Tally> {
        self.met.iter().zip(&self.unknown).map(|(met, unknown)| Tally {
            met: usize::from(*met),
            unknown: usize::from(*unknown),
            required: self.required,
        })
    }
}

pub(super) fn reserve<T>(length: usize) -> Result<Vec<T>, Error> {
    let mut list = Vec::new();
    list.try_reserve_exact(length)
        .map_err(|_| Problem::TooLarge { what: Quantity::Areas, limit: crate::table::wide(length) })?;
    Ok(list)
}

/// Returns a figure's value moved by `shift`, kept within what is possible.
fn shifted(figure: &Figure, shift: Decimal) -> Ratio {
    let moved = figure.ratio().minus(Decimal::new(-shift.units(), shift.decimals()));
    if moved.numerator() < 0 {
        return Decimal::ZERO.ratio();
    }
    match figure {
        Figure::Percent(_) | Figure::Share(_) | Figure::Between(_)
            if moved.cmp_decimal(Decimal::HUNDRED).is_gt() =>
        {
            Decimal::HUNDRED.ratio()
        }
        Figure::Percent(_) | Figure::Share(_) | Figure::Amount(_) | Figure::Between(_) => moved,
    }
}
