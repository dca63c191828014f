//! How an area's verdict and distances move with one figure (a strip) and with two (a grid).
//!
//! A figure's criterion has one threshold, so a verdict moves with it at one place only: [`strip`] tells what it is
//! below, on and above that place, and [`grid_table`] the same for two figures. Both are exact; the positions between
//! are there to be drawn and stepped through.

use serde::Serialize;

use super::{Finding, Outcome, Tally, Verdict, counts_as_met, outcome, tally};
use crate::criteria::{CriteriaSet, Criterion, Direction, Reading, Unit};
use crate::error::{Error, Problem, Quantity};
use crate::figure::{Decimal, Figure, MAX_COUNT, Percent, Share, Stated, count};

/// The positions along which a figure moves, as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct GivenAxis {
    /// The criterion's id.
    pub criterion: String,
    /// The first position in plain decimal notation: percent, or persons where there is a total or the unit is that.
    pub from: String,
    /// How far apart the positions are, likewise.
    pub step: String,
    /// How many positions there are.
    pub positions: usize,
    /// The total that the persons are a count of; empty for a percentage and for a plain count.
    pub total: String,
}

/// The positions along which one criterion's figure moves.
#[derive(Debug, Clone, Copy)]
pub struct Axis<'a> {
    nth: usize,
    criterion: &'a Criterion,
    from: Decimal,
    step: Decimal,
    positions: usize,
    total: Option<u64>,
}

/// How the verdict moves with one figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Strip {
    /// The criterion's id.
    pub criterion: String,
    /// The one place where the verdict can change, exactly.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub threshold: Decimal,
    /// The verdict for every figure below it.
    pub below: Verdict,
    /// The verdict for a figure equal to it.
    pub on: Verdict,
    /// The verdict for every figure above it.
    pub above: Verdict,
    /// What is found at each position.
    pub positions: Vec<Position>,
}

/// What is found at one position of a strip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Position {
    /// The verdict there.
    pub verdict: Verdict,
    /// The finding there.
    pub finding: Finding,
}

/// How the verdict moves with two figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct GridTable {
    /// The criterion along the columns.
    pub columns: String,
    /// The criterion along the rows.
    pub rows: String,
    /// The verdicts by row and column, each below, on and above the threshold.
    pub verdicts: [[Verdict; 3]; 3],
}

impl GivenAxis {
    /// Reads the axis for a criteria set.
    ///
    /// # Errors
    /// `unknown-word` for a criterion that the set does not have, those of decimal and count notation, `out-of-range`
    /// where a position is no figure of the criterion or the step is not above zero, `wrong-unit` for a total with a
    /// plain count, and `too-large` for more than [`Axis::MOST_POSITIONS`].
    pub fn read<'a>(&self, set: &'a CriteriaSet) -> Result<Axis<'a>, Error> {
        let Some((nth, criterion)) = set.criterion(&self.criterion) else {
            let known: Vec<&str> = set.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
            return Err(Problem::unknown_word(&self.criterion, &known).into());
        };
        let axis = Axis {
            nth,
            criterion,
            from: self.from.parse()?,
            step: self.step.parse()?,
            positions: self.positions,
            total: count(&self.total)?,
        };
        axis.check()?;
        Ok(axis)
    }
}

impl Axis<'_> {
    /// The most positions of an axis.
    pub const MOST_POSITIONS: usize = 1_001;

    fn check(&self) -> Result<(), Error> {
        if self.positions > Self::MOST_POSITIONS {
            let limit = u64::try_from(Self::MOST_POSITIONS).unwrap_or(u64::MAX);
            return Err(Problem::TooLarge { what: Quantity::Entries, limit }.into());
        }
        let highest = match (self.criterion.unit, self.total) {
            (Unit::Percent, None) => Decimal::HUNDRED,
            (Unit::Percent, Some(0)) => return Err(Problem::TotalZero.into()),
            (Unit::Percent, Some(total)) => Decimal::new(total.into(), 0),
            (Unit::Persons, None) => Decimal::new(MAX_COUNT.into(), 0),
            (Unit::Persons, Some(_)) => {
                return Err(Problem::WrongUnit { criterion: self.criterion.id.clone() }.into());
            }
        };
        let out_of_range = |found: Decimal| -> Error {
            Problem::OutOfRange { text: found.to_string(), highest: highest.to_string() }.into()
        };
        if self.step.units() <= 0 {
            return Err(out_of_range(self.step));
        }
        for nth in [0, self.positions.saturating_sub(1)] {
            let value = self.value(nth);
            if value.cmp_value(highest).is_gt() || self.figure(nth).is_none() {
                return Err(out_of_range(value));
            }
        }
        Ok(())
    }

    /// Returns the number at a position, with the decimals of the finer of first position and step.
    fn value(&self, nth: usize) -> Decimal {
        let decimals = self.from.decimals().max(self.step.decimals());
        let steps = i128::try_from(nth).unwrap_or(i128::MAX);
        let (from, step) = (self.from.to_decimals(decimals), self.step.to_decimals(decimals));
        Decimal::new(from.units().saturating_add(step.units().saturating_mul(steps)), decimals)
    }

    /// Returns the figure at a position; there is one at each position of an axis that was read.
    fn figure(&self, nth: usize) -> Option<Figure> {
        let value = self.value(nth);
        let persons = || u64::try_from(value.units()).ok().filter(|_| value.decimals() == 0);
        match (self.criterion.unit, self.total) {
            (Unit::Percent, None) => Percent::new(value).ok().map(Figure::Percent),
            (Unit::Percent, Some(total)) => Share::new(persons()?, total).ok().map(Figure::Share),
            (Unit::Persons, _) => persons().map(Figure::Amount),
        }
    }

    fn outcome(&self, nth: usize) -> Outcome {
        self.figure(nth).map_or(Outcome::Unknown, |figure| outcome(self.criterion, &figure))
    }

    /// Returns the outcomes below, on and above the threshold.
    fn sides(&self) -> [Outcome; 3] {
        match self.criterion.direction {
            Direction::Below => [Outcome::Met, Outcome::AtThreshold, Outcome::NotMet],
            Direction::Above => [Outcome::NotMet, Outcome::AtThreshold, Outcome::Met],
        }
    }
}

/// Tells how the verdict of an area moves with one figure; what the area itself has there is not looked at.
pub fn strip(set: &CriteriaSet, reading: Reading, area: &[Option<Stated>], axis: &Axis<'_>) -> Strip {
    let others = others(set, reading, area, &[axis.nth]);
    let verdict = |outcome| with(others, &[counted(axis, reading, outcome)]);
    let [below, on, above] = axis.sides().map(verdict);
    let positions = (0..axis.positions)
        .map(|nth| {
            let stated = axis.figure(nth).map(Stated::from);
            let finding = Finding::new(axis.criterion, reading, stated.as_ref());
            Position { verdict: verdict(finding.outcome), finding }
        })
        .collect();
    Strip {
        criterion: axis.criterion.id.clone(),
        threshold: axis.criterion.threshold.value,
        below,
        on,
        above,
        positions,
    }
}

/// Tells how the verdict of an area moves with two figures, exactly.
///
/// # Errors
/// `duplicate-id` where both axes are of one criterion.
pub fn grid_table(
    set: &CriteriaSet,
    reading: Reading,
    area: &[Option<Stated>],
    columns: &Axis<'_>,
    rows: &Axis<'_>,
) -> Result<GridTable, Error> {
    let others = others_of_two(set, reading, area, columns, rows)?;
    let verdicts = rows.sides().map(|row| {
        columns
            .sides()
            .map(|column| with(others, &[counted(rows, reading, row), counted(columns, reading, column)]))
    });
    Ok(GridTable { columns: columns.criterion.id.clone(), rows: rows.criterion.id.clone(), verdicts })
}

/// Returns one byte for each pair of positions, row by row, each row in the order of the columns.
///
/// The two lowest bits are the verdict (0 `meets`, 1 `does-not-meet`, 2 `undetermined`), the next two the outcome of
/// the column's figure (0 `met`, 1 `at-threshold`, 2 `not-met`), the next two that of the row's. Each axis is compared
/// once, so the cost of a pair is a count.
///
/// # Errors
/// `duplicate-id` where both axes are of one criterion.
pub fn grid(
    set: &CriteriaSet,
    reading: Reading,
    area: &[Option<Stated>],
    columns: &Axis<'_>,
    rows: &Axis<'_>,
) -> Result<Vec<u8>, Error> {
    let others = others_of_two(set, reading, area, columns, rows)?;
    let along = |axis: &Axis<'_>| -> Vec<(u8, Option<bool>)> {
        let at = |nth| {
            let outcome = axis.outcome(nth);
            (outcome_code(outcome), counted(axis, reading, outcome))
        };
        (0..axis.positions).map(at).collect()
    };
    let along_columns = along(columns);
    let mut cells = Vec::with_capacity(along_columns.len() * rows.positions);
    for (row, row_counts) in along(rows) {
        cells.extend(along_columns.iter().map(|(column, column_counts)| {
            verdict_code(with(others, &[*column_counts, row_counts])) | column << 2 | row << 4
        }));
    }
    Ok(cells)
}

fn verdict_code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Meets => 0,
        Verdict::DoesNotMeet => 1,
        Verdict::Undetermined => 2,
    }
}

fn outcome_code(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Met => 0,
        Outcome::AtThreshold => 1,
        Outcome::NotMet => 2,
        Outcome::Unknown => 3,
    }
}

fn counted(axis: &Axis<'_>, reading: Reading, outcome: Outcome) -> Option<bool> {
    counts_as_met(axis.criterion, reading, outcome)
}

fn others_of_two(
    set: &CriteriaSet,
    reading: Reading,
    area: &[Option<Stated>],
    columns: &Axis<'_>,
    rows: &Axis<'_>,
) -> Result<Tally, Error> {
    if columns.nth == rows.nth {
        return Err(Problem::DuplicateId { id: rows.criterion.id.clone() }.into());
    }
    Ok(others(set, reading, area, &[columns.nth, rows.nth]))
}

/// Counts the criteria that do not move; those that do are left out.
fn others(set: &CriteriaSet, reading: Reading, area: &[Option<Stated>], moving: &[usize]) -> Tally {
    let still: Vec<Option<Stated>> = (0..set.criteria.len())
        .map(|nth| area.get(nth).copied().flatten().filter(|_| !moving.contains(&nth)))
        .collect();
    let tally = tally(set, reading, &still);
    Tally { unknown: tally.unknown - moving.len(), ..tally }
}

fn with(others: Tally, moving: &[Option<bool>]) -> Verdict {
    let met = moving.iter().filter(|counts| **counts == Some(true)).count();
    let unknown = moving.iter().filter(|counts| counts.is_none()).count();
    Tally { met: others.met + met, unknown: others.unknown + unknown, required: others.required }.verdict()
}

#[cfg(test)]
mod tests;
