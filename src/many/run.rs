//! All areas of an import, assessed under one reading.

use std::cmp::Ordering;
use std::ops::Range;

use serde::Serialize;

use crate::areas::Joined;
use crate::assess::{Assessment, Outcome, Tally, Verdict, assess, counts_as_met, outcome_of_order};
use crate::criteria::{CriteriaSet, Criterion, Reading};
use crate::error::{Error, Problem, Quantity};
use crate::figure::{Against, Decimal, Figure, Ratio, Stated};
use crate::memo;

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

/// An import, assessed.
#[derive(Debug)]
pub struct Run {
    /// The areas, and how they were understood.
    pub joined: Joined,
    set: CriteriaSet,
    reading: Reading,
    /// One list of outcomes for each criterion.
    outcomes: Vec<Vec<Outcome>>,
    verdicts: Vec<Verdict>,
}

/// How many areas got which verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub struct Totals {
    /// All areas.
    pub areas: u64,
    /// Those that meet.
    pub meets: u64,
    /// Those that don't.
    pub does_not_meet: u64,
    /// Those that the figures don't decide.
    pub undetermined: u64,
    /// Records and cells that could not be read.
    pub rejected: u64,
}

/// How many areas got which outcome of a criterion, and for how many it alone decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct OutcomeCounts {
    /// The criterion's id.
    pub criterion: String,
    /// Past the threshold.
    pub met: u64,
    /// Exactly on it.
    pub at_threshold: u64,
    /// Not past it.
    pub not_met: u64,
    /// Without a figure.
    pub unknown: u64,
    /// Areas that don't meet, are short by one criterion, and would meet with this one.
    pub binds: u64,
}

/// As many outcomes can be counted in sixteen bits.
const AT_ONCE: usize = 1 << 15;

impl OutcomeCounts {
    fn none(criterion: &str) -> Self {
        Self { criterion: criterion.to_owned(), met: 0, at_threshold: 0, not_met: 0, unknown: 0, binds: 0 }
    }

    /// Counts at most [`AT_ONCE`] outcomes, all four sums in one number: that is several times as fast as four.
    fn add(&mut self, outcomes: &[Outcome]) {
        let sums: u64 = outcomes
            .iter()
            .map(|outcome| match outcome {
                Outcome::Met => 1,
                Outcome::AtThreshold => 1 << 16,
                Outcome::NotMet => 1 << 32,
                Outcome::Unknown => 1 << 48,
            })
            .sum();
        self.met += sums & 0xFFFF;
        self.at_threshold += sums >> 16 & 0xFFFF;
        self.not_met += sums >> 32 & 0xFFFF;
        self.unknown += sums >> 48;
    }
}

/// One area of a run, explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// The position in the run, by which the row is asked for again.
    pub position: usize,
    /// The code as it is shown.
    pub code: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The municipality's four digits.
    pub municipality: Option<String>,
    /// The municipality's name.
    pub municipality_name: Option<String>,
    /// Whether the memo's list has the municipality.
    pub designated: Option<bool>,
    /// The assessment.
    pub assessment: Assessment,
}

impl Run {
    /// Assesses all areas.
    ///
    /// # Errors
    /// `too-large` where the memory for the outcomes can't be had.
    pub fn new(joined: Joined, set: CriteriaSet, reading: Reading) -> Result<Self, Error> {
        let mut run = Self { joined, set, reading, outcomes: Vec::new(), verdicts: Vec::new() };
        run.assess()?;
        Ok(run)
    }

    /// Assesses all areas anew, under another reading.
    ///
    /// # Errors
    /// `settled-point` and `require-out-of-range`.
    pub fn read_as(&mut self, reading: Reading) -> Result<(), Error> {
        self.reading = self.set.reading(Some(reading.tie), Some(reading.require))?;
        self.assess()
    }

    /// Returns the verdicts and outcomes that a scenario would give, for comparing with the run's own.
    ///
    /// # Errors
    /// `out-of-range` for a threshold outside the range of its unit, and `too-large`.
    pub fn under(&self, scenario: &Scenario, reading: Reading) -> Result<Outcomes, Error> {
        let mut set = self.set.clone();
        for (nth, criterion) in set.criteria.iter_mut().enumerate() {
            if let Some(threshold) = scenario.thresholds.get(nth).copied().flatten() {
                criterion.unit.accept(threshold)?;
                criterion.threshold.value = threshold;
            }
        }
        let reading = set.reading(Some(reading.tie), Some(reading.require))?;
        Outcomes::of(&self.joined, &set, reading, &scenario.shifts)
    }

    fn assess(&mut self) -> Result<(), Error> {
        let Outcomes { outcomes, verdicts } = Outcomes::of(&self.joined, &self.set, self.reading, &[])?;
        (self.outcomes, self.verdicts) = (outcomes, verdicts);
        Ok(())
    }

    /// Returns how many areas there are.
    pub fn len(&self) -> usize {
        self.verdicts.len()
    }

    /// Tells whether there is no area.
    pub fn is_empty(&self) -> bool {
        self.verdicts.is_empty()
    }

    /// Returns the criteria set.
    pub fn set(&self) -> &CriteriaSet {
        &self.set
    }

    /// Returns the reading.
    pub fn reading(&self) -> Reading {
        self.reading
    }

    /// Returns the verdict of an area; `undetermined` for a position beyond the last.
    pub fn verdict(&self, position: usize) -> Verdict {
        self.verdicts.get(position).copied().unwrap_or(Verdict::Undetermined)
    }

    /// Returns the outcome of a criterion for an area.
    pub fn outcome(&self, criterion: usize, position: usize) -> Outcome {
        self.outcomes.get(criterion).and_then(|list| list.get(position)).copied().unwrap_or(Outcome::Unknown)
    }

    /// Returns the figure of a criterion for an area.
    pub fn figure(&self, criterion: usize, position: usize) -> Option<Figure> {
        self.joined.areas.get(position)?.figure(criterion)
    }

    /// Returns how many areas got which verdict.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals { rejected: self.joined.rejected.total(), ..Totals::default() };
        let of = |wanted| crate::table::wide(self.verdicts.iter().filter(|one| **one == wanted).count());
        totals.areas = crate::table::wide(self.verdicts.len());
        totals.meets = of(Verdict::Meets);
        totals.does_not_meet = of(Verdict::DoesNotMeet);
        totals.undetermined = of(Verdict::Undetermined);
        totals
    }

    /// Returns how many areas got which outcome of each criterion.
    pub fn outcome_counts(&self) -> Vec<OutcomeCounts> {
        let of = |(criterion, outcomes): (&Criterion, &Vec<Outcome>)| {
            let mut counts = OutcomeCounts::none(&criterion.id);
            outcomes.chunks(AT_ONCE).for_each(|some| counts.add(some));
            counts
        };
        let mut counts = each(self.len(), self.set.criteria.iter().zip(&self.outcomes), of);
        let weighed = Weighed::new(&self.set, self.reading);
        let mut short = Vec::new();
        weighed.each(&self.outcomes, self.len(), |areas, sums| {
            short.clear();
            short.extend(
                sums.tallies()
                    .map(|tally| tally.met + 1 == tally.required && tally.verdict() == Verdict::DoesNotMeet),
            );
            for (nth, (count, outcomes)) in counts.iter_mut().zip(&self.outcomes).enumerate() {
                let some = outcomes.get(areas.clone()).unwrap_or_default();
                let binds =
                    |(short, outcome): (&bool, &Outcome)| u16::from(*short & weighed.denies(nth, *outcome));
                count.binds += u64::from(short.iter().zip(some).map(binds).sum::<u16>());
            }
        });
        counts
    }

    /// Tells whether a criterion counts as met for an area; `None` without a figure.
    pub fn counts(&self, criterion: usize, position: usize) -> Option<bool> {
        let outcome = self.outcome(criterion, position);
        self.set.criteria.get(criterion).and_then(|criterion| counts_as_met(criterion, self.reading, outcome))
    }

    /// Explains an area.
    pub fn row(&self, position: usize) -> Option<Row> {
        let area = self.joined.areas.get(position)?;
        let figures: Vec<Option<Stated>> = area.stated().collect();
        let municipality = area.municipality();
        let known = municipality.as_deref().and_then(memo::by_code);
        Some(Row {
            position,
            code: area.code(),
            name: area.name().map(str::to_owned),
            municipality_name: known.map(|known| known.name.to_owned()),
            designated: known.map(|known| known.designated),
            municipality,
            assessment: assess(&self.set, self.reading, &figures),
        })
    }

    /// Returns where an area stands on the way from the national average (0) to the threshold (1), in thousandths;
    /// `None` without a figure or an average.
    pub fn position_on_scale(&self, criterion: usize, position: usize) -> Option<i32> {
        let about = self.set.criteria.get(criterion)?;
        let average = about.national_average.as_ref()?.value;
        let way = about.threshold.value.ratio().minus(average);
        let come = self.figure(criterion, position)?.ratio().minus(average);
        let sign = way.numerator().signum();
        if sign == 0 {
            return None;
        }
        let top = come.numerator().checked_mul(way.denominator())?.checked_mul(1000 * sign)?;
        let bottom = come.denominator().checked_mul(way.numerator().abs())?;
        i32::try_from(Ratio::new(top, bottom).floor()).ok()
    }
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
    fn of(
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
                Some(shift) => list.extend(areas.iter().map(|area| match area.figure(nth) {
                    Some(figure) => {
                        outcome_of_order(criterion, shifted(&figure, shift).cmp_decimal(threshold))
                    }
                    None => Outcome::Unknown,
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
fn each<C: Send, R: Send>(
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
fn each<C, R>(_: usize, criteria: impl Iterator<Item = C>, of: impl Fn(C) -> R) -> Vec<R> {
    criteria.map(of).collect()
}

/// What areas' outcomes come to under a reading, some hundreds of areas at a time.
struct Weighed {
    /// Whether being exactly on the threshold counts, by criterion.
    at_threshold: Vec<bool>,
    required: usize,
}

impl Weighed {
    /// Areas that are weighed at a time, which fit into the processor's nearest memory.
    const AREAS: usize = 1 << 9;

    fn new(set: &CriteriaSet, reading: Reading) -> Self {
        let counts = |criterion| counts_as_met(criterion, reading, Outcome::AtThreshold) == Some(true);
        Self {
            at_threshold: set.criteria.iter().map(counts).collect(),
            required: reading.require.least(set.criteria.len()),
        }
    }

    /// Tells whether an outcome of the criterion at that position does not count as met.
    #[inline]
    fn denies(&self, criterion: usize, outcome: Outcome) -> bool {
        let at_threshold = self.at_threshold.get(criterion) == Some(&true);
        outcome == Outcome::NotMet || (outcome == Outcome::AtThreshold && !at_threshold)
    }

    /// Calls `take` with some areas after others, and what their outcomes come to.
    fn each(&self, outcomes: &[Vec<Outcome>], areas: usize, mut take: impl FnMut(Range<usize>, &Sums)) {
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
struct Sums {
    met: Vec<u16>,
    unknown: Vec<u16>,
    required: usize,
}

impl Sums {
    fn tallies(&self) -> impl ExactSizeIterator<Item = Tally> {
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
        Figure::Percent(_) | Figure::Share(_) if moved.cmp_decimal(Decimal::HUNDRED).is_gt() => {
            Decimal::HUNDRED.ratio()
        }
        Figure::Percent(_) | Figure::Share(_) | Figure::Amount(_) => moved,
    }
}
