//! All areas of an import, assessed under one reading.

use serde::Serialize;

use crate::areas::{Area, Joined};
use crate::assess::{Assessment, Outcome, Tally, Verdict, assess, counts_as_met, outcome, outcome_of_order};
use crate::criteria::{CriteriaSet, Criterion, Reading};
use crate::error::{Error, Problem, Quantity};
use crate::figure::{Decimal, Figure, Ratio, Stated};
use crate::memo;

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
        for verdict in &self.verdicts {
            totals.areas += 1;
            match verdict {
                Verdict::Meets => totals.meets += 1,
                Verdict::DoesNotMeet => totals.does_not_meet += 1,
                Verdict::Undetermined => totals.undetermined += 1,
            }
        }
        totals
    }

    /// Returns how many areas got which outcome of each criterion.
    pub fn outcome_counts(&self) -> Vec<OutcomeCounts> {
        let mut counts: Vec<OutcomeCounts> = self
            .set
            .criteria
            .iter()
            .zip(&self.outcomes)
            .map(|(criterion, outcomes)| {
                let of = |wanted| {
                    crate::table::wide(outcomes.iter().filter(|outcome| **outcome == wanted).count())
                };
                OutcomeCounts {
                    criterion: criterion.id.clone(),
                    met: of(Outcome::Met),
                    at_threshold: of(Outcome::AtThreshold),
                    not_met: of(Outcome::NotMet),
                    unknown: of(Outcome::Unknown),
                    binds: 0,
                }
            })
            .collect();
        for position in 0..self.len() {
            if self.verdict(position) != Verdict::DoesNotMeet || !self.short_by_one(position) {
                continue;
            }
            for (nth, count) in counts.iter_mut().enumerate() {
                count.binds += u64::from(self.counts(nth, position) == Some(false));
            }
        }
        counts
    }

    fn short_by_one(&self, position: usize) -> bool {
        let met =
            (0..self.set.criteria.len()).filter(|nth| self.counts(*nth, position) == Some(true)).count();
        met + 1 == self.reading.require.least(self.set.criteria.len())
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
        let areas = joined.areas.len();
        let mut outcomes = Vec::with_capacity(set.criteria.len());
        for (nth, criterion) in set.criteria.iter().enumerate() {
            let shift = shifts.get(nth).copied().flatten();
            let mut list = reserve(areas)?;
            list.extend(joined.areas.iter().map(|area| outcome_of(criterion, area, nth, shift)));
            outcomes.push(list);
        }
        let required = reading.require.least(set.criteria.len());
        let mut verdicts = reserve(areas)?;
        verdicts.extend((0..areas).map(|position| {
            let mut tally = Tally { met: 0, unknown: 0, required };
            for (criterion, list) in set.criteria.iter().zip(&outcomes) {
                match list.get(position).and_then(|outcome| counts_as_met(criterion, reading, *outcome)) {
                    Some(true) => tally.met += 1,
                    Some(false) => {}
                    None => tally.unknown += 1,
                }
            }
            tally.verdict()
        }));
        Ok(Self { outcomes, verdicts })
    }
}

pub(super) fn reserve<T>(length: usize) -> Result<Vec<T>, Error> {
    let mut list = Vec::new();
    list.try_reserve_exact(length)
        .map_err(|_| Problem::TooLarge { what: Quantity::Areas, limit: crate::table::wide(length) })?;
    Ok(list)
}

fn outcome_of(criterion: &Criterion, area: Area<'_>, nth: usize, shift: Option<Decimal>) -> Outcome {
    match (area.figure(nth), shift) {
        (None, _) => Outcome::Unknown,
        (Some(figure), None) => outcome(criterion, &figure),
        (Some(figure), Some(shift)) => {
            outcome_of_order(criterion, shifted(&figure, shift).cmp_decimal(criterion.threshold.value))
        }
    }
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
