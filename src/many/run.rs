//! All areas of an import, assessed under one reading.

use serde::Serialize;

use super::chosen::Chosen;
use super::outcomes::{Outcomes, Scenario, Weighed, each};
use crate::areas::Joined;
use crate::assess::{Assessment, Outcome, Verdict, assess, counts_as_met};
use crate::criteria::{CriteriaSet, Criterion, Reading};
use crate::error::Error;
use crate::figure::{Figure, Ratio, Stated};
use crate::memo;

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

    /// Returns how many of the chosen areas got which outcome of each criterion.
    pub fn outcome_counts_of(&self, chosen: &Chosen) -> Vec<OutcomeCounts> {
        if chosen.is_all() {
            return self.outcome_counts();
        }
        let required = self.reading.require.least(self.set.criteria.len());
        let mut counts: Vec<_> =
            self.set.criteria.iter().map(|criterion| OutcomeCounts::none(&criterion.id)).collect();
        for position in (0..self.len()).filter(|position| chosen.has(*position)) {
            let met = (0..counts.len()).filter(|nth| self.counts(*nth, position) == Some(true)).count();
            let is_short = met + 1 == required && self.verdict(position) == Verdict::DoesNotMeet;
            for (nth, count) in counts.iter_mut().enumerate() {
                count.add(&[self.outcome(nth, position)]);
                count.binds += u64::from(is_short && self.counts(nth, position) == Some(false));
            }
        }
        counts
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
    /// `None` without a figure or an average, and where the threshold lies between a figure's bounds.
    pub fn position_on_scale(&self, criterion: usize, position: usize) -> Option<i32> {
        let about = self.set.criteria.get(criterion)?;
        let average = about.national_average.as_ref()?.value;
        let way = about.threshold.value.ratio().minus(average);
        let nearest = self.figure(criterion, position)?.nearest(about.threshold.value)?;
        let come = nearest.ratio().minus(average);
        let sign = way.numerator().signum();
        if sign == 0 {
            return None;
        }
        let top = come.numerator().checked_mul(way.denominator())?.checked_mul(1000 * sign)?;
        let bottom = come.denominator().checked_mul(way.numerator().abs())?;
        i32::try_from(Ratio::new(top, bottom).floor()).ok()
    }
}
