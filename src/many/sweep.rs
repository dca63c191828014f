//! How many areas meet as one threshold moves, or two.

use std::ops::Range;

use serde::Serialize;

use super::chosen::Chosen;
use super::run::Run;
use super::view::compare_figures;
use crate::assess::{counts_as_met, outcome_of_order};
use crate::criteria::{Criterion, Direction};
use crate::figure::{Decimal, Figure, Ratio};

/// How many areas meet as one threshold moves, and where the number changes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Steps {
    /// Areas that meet, for each threshold asked for.
    pub meets: Vec<u32>,
    /// The nearest figure below the set's own threshold at which the number changes, rounded to be read, as a decimal.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub next_below: Option<Decimal>,
    /// The nearest such figure above it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub next_above: Option<Decimal>,
}

/// Counts the chosen areas that meet for each of the thresholds of one criterion.
pub fn sweep(run: &Run, chosen: &Chosen, criterion: usize, thresholds: &[Decimal]) -> Steps {
    let Some(about) = run.set().criteria.get(criterion) else {
        return Steps { meets: vec![0; thresholds.len()], next_below: None, next_above: None };
    };
    let required = run.reading().require.least(run.set().criteria.len());
    let mut always = 0_u32;
    let mut deciding: Vec<Figure> = Vec::new();
    for position in (0..run.len()).filter(|position| chosen.has(*position)) {
        let others = others(run, &[criterion], position);
        if others >= required {
            always += 1;
        } else if others + 1 >= required {
            deciding.extend(run.figure(criterion, position).map(|figure| last_to_count(about, &figure)));
        }
    }
    deciding.sort_by(compare_figures);
    let meets = thresholds
        .iter()
        .map(|threshold| {
            // The figures are sorted, so those that count are at one end.
            let counts = |figure: &Figure| counts_at(run, about, *threshold, figure.ratio());
            let first = deciding.first().is_some_and(counts);
            let turn = deciding.partition_point(|figure| counts(figure) == first);
            let counted = if first { turn } else { deciding.len() - turn };
            always + u32::try_from(counted).unwrap_or(u32::MAX)
        })
        .collect();
    let own = about.threshold.value;
    let below = deciding.partition_point(|figure| figure.ratio().cmp_decimal(own).is_lt());
    let above = deciding.partition_point(|figure| figure.ratio().cmp_decimal(own).is_le());
    let shown = |figure: &Figure| figure.ratio().round_on_side(own);
    Steps {
        meets,
        next_below: below.checked_sub(1).and_then(|at| deciding.get(at)).map(shown),
        next_above: deciding.get(above).map(shown),
    }
}

/// Counts the chosen areas that meet for each pair of thresholds of two criteria, row by row; the first one's vary slowest.
/// Both lists are ascending.
///
/// For an area each criterion counts at one end of its list and not at the other, so that the grid falls into four
/// rectangles. They are noted by their corners and summed up once: the effort is areas plus cells, not areas times
/// cells.
pub fn sweep_grid(
    run: &Run,
    chosen: &Chosen,
    (one, first): (usize, &[Decimal]),
    (two, second): (usize, &[Decimal]),
) -> Vec<u32> {
    let (Some(about_one), Some(about_two)) = (run.set().criteria.get(one), run.set().criteria.get(two))
    else {
        return Vec::new();
    };
    let required = run.reading().require.least(run.set().criteria.len());
    let mut corners = Corners::new(first.len(), second.len());
    for position in (0..run.len()).filter(|position| chosen.has(*position)) {
        let others = others(run, &[one, two], position);
        let rows = ends(run, about_one, first, run.figure(one, position));
        let columns = ends(run, about_two, second, run.figure(two, position));
        for (row_range, counts_one) in &rows {
            for (column_range, counts_two) in &columns {
                if others + usize::from(*counts_one) + usize::from(*counts_two) >= required {
                    corners.add(row_range, column_range);
                }
            }
        }
    }
    corners.sum()
}

/// Returns how many criteria count as met for an area, `moved` ones left out.
fn others(run: &Run, moved: &[usize], position: usize) -> usize {
    let criteria = (0..run.set().criteria.len()).filter(|nth| !moved.contains(nth));
    criteria.filter(|nth| run.counts(*nth, position) == Some(true)).count()
}

/// Returns the end of a figure that comes to count as met last as the threshold moves, so that the others count too.
fn last_to_count(criterion: &Criterion, figure: &Figure) -> Figure {
    let (low, high) = figure.ends();
    match criterion.direction {
        Direction::Above => low,
        Direction::Below => high,
    }
}

/// Tells whether a figure's value counts as met at another threshold.
fn counts_at(run: &Run, criterion: &Criterion, threshold: Decimal, value: Ratio) -> bool {
    let order = value.cmp_decimal(threshold);
    counts_as_met(criterion, run.reading(), outcome_of_order(criterion, order)) == Some(true)
}

/// Splits an ascending list of thresholds into the part where a figure counts and the part where it does not.
fn ends(
    run: &Run,
    criterion: &Criterion,
    thresholds: &[Decimal],
    figure: Option<Figure>,
) -> [(Range<usize>, bool); 2] {
    let all = thresholds.len();
    let Some(value) = figure.map(|figure| last_to_count(criterion, &figure).ratio()) else {
        return [(0..all, false), (all..all, false)];
    };
    let at_start = thresholds.first().is_some_and(|first| counts_at(run, criterion, *first, value));
    let turn =
        thresholds.partition_point(|threshold| counts_at(run, criterion, *threshold, value) == at_start);
    [(0..turn, at_start), (turn..all, !at_start)]
}

/// A grid of numbers that rectangles are added to, each at its four corners.
struct Corners {
    rows: usize,
    columns: usize,
    differences: Vec<i64>,
}

impl Corners {
    fn new(rows: usize, columns: usize) -> Self {
        Self { rows, columns, differences: vec![0; (rows + 1) * (columns + 1)] }
    }

    fn add(&mut self, rows: &Range<usize>, columns: &Range<usize>) {
        let width = self.columns + 1;
        let corners = [
            (rows.start, columns.start, 1),
            (rows.start, columns.end, -1),
            (rows.end, columns.start, -1),
            (rows.end, columns.end, 1),
        ];
        for (row, column, by) in corners {
            if let Some(difference) = self.differences.get_mut(row * width + column) {
                *difference += by;
            }
        }
    }

    fn sum(self) -> Vec<u32> {
        let mut above = vec![0_i64; self.columns + 1];
        let mut sums = Vec::with_capacity(self.rows * self.columns);
        for row in self.differences.chunks(self.columns + 1).take(self.rows) {
            let mut left = 0;
            for (nth, (difference, above)) in row.iter().zip(&mut above).enumerate() {
                left += difference;
                *above += left;
                if nth < self.columns {
                    sums.push(u32::try_from(*above).unwrap_or(u32::MAX));
                }
            }
        }
        sums
    }
}
