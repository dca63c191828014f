//! A key that a person brings: two columns of codes of different divisions, and perhaps one of weights.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::key::Key;
use super::portion::Portion;
use super::{Division, Known};
use crate::error::{Error, Place, Problem, Quantity};
use crate::table::{Limits, Options, Record, read, wide};

/// As many records are kept of a key.
const MOST: usize = 400_000;
/// Decimals of a weight; more are left out of account.
const DECIMALS: usize = 9;

/// A key that a person brought, by which counts are put together.
#[derive(Debug, Clone)]
pub struct KeyFile {
    pub(in crate::areas) key: Key,
    /// How it was understood.
    pub found: KeyFound,
}

/// How a key was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct KeyFound {
    /// The file.
    pub file: String,
    /// The division of the parts, and their column.
    pub from: Division,
    /// The column of the parts.
    pub from_column: String,
    /// The division of the wholes.
    pub to: Division,
    /// The column of the wholes.
    pub to_column: String,
    /// The column of weights; null where each part lies in one whole.
    pub weight_column: Option<String>,
    /// Records read, the heading among them.
    pub rows: u64,
    /// Records that told a part of a whole.
    pub used: u64,
    /// Parts whose weights don't add up, or that lie in several wholes without weights: they are not split.
    pub not_split: u64,
}

/// A record of a key.
struct Row {
    line: u64,
    cells: Vec<String>,
}

/// Why a file is no key, with the line and the column.
type Doubt = (Problem, Option<u64>, Option<String>);

/// What stands in a column.
#[derive(Debug, Default)]
struct Column {
    divisions: BTreeMap<Division, usize>,
    numbers: usize,
    filled: usize,
}

/// A weight as it is written: units of 10^-[`DECIMALS`], how many decimals it has, and whether a sign of percent.
#[derive(Debug, Clone, Copy)]
struct Weight {
    units: u64,
    decimals: usize,
}

/// The wholes that each part lies in, with their weights; an empty one for what lies in none.
type Pieces = BTreeMap<String, Vec<(String, Option<Weight>)>>;

/// Says that several columns could be the one of weights.
struct Several;

impl KeyFile {
    /// Reads a key: codes of election districts or `DeSO` in one column, and of the `DeSO` or `RegSO` that they lie in in
    /// another; `to` says which where it has both. A column of weights tells how much of a part lies in each whole: shares
    /// that add up to 1 or to 100 but for their rounding, or counts.
    ///
    /// # Errors
    /// Those of [`read`], `no-key` where the columns are not there or leave a choice, and `too-large`.
    pub fn read(file: &str, bytes: &[u8], to: Option<Division>, limits: &Limits) -> Result<Self, Error> {
        let mut rows: Vec<Row> = Vec::new();
        let mut more = false;
        let mut take = |record: &Record<'_>| {
            more |= rows.len() >= MOST;
            if !more {
                let cells = record.cells().map(|cell| cell.trim().to_owned()).collect();
                rows.push(Row { line: record.line(), cells });
            }
        };
        read(file, bytes, &Options::default(), limits, &mut take)?;
        let failed = |(problem, line, column): Doubt| {
            Error::from(problem).at(Place { file: Some(file.to_owned()), line, column, ..Place::default() })
        };
        if more {
            let limit = Problem::TooLarge { what: Quantity::Areas, limit: wide(MOST) };
            return Err(failed((limit, None, None)));
        }
        Self::of(file, &rows, to).map_err(failed)
    }

    fn of(file: &str, rows: &[Row], to: Option<Division>) -> Result<Self, Doubt> {
        let none = || (Problem::NoKey, None, None);
        let known = Known::new();
        let columns = columns(rows, &known);
        let holding = |division: Division| {
            let holds = |column: &Column| most(column.divisions.get(&division).copied().unwrap_or(0), column);
            columns
                .iter()
                .enumerate()
                .filter(move |(_, column)| holds(column))
                .map(|(at, _)| at)
                .collect::<Vec<_>>()
        };
        let [districts, desos, regsos] = [Division::District, Division::Deso, Division::Regso].map(holding);
        let only = |columns: &[usize], division| match columns {
            [one] => Some((division, *one)),
            _ => None,
        };
        let deso = only(&desos, Division::Deso);
        let regso = only(&regsos, Division::Regso);
        let (from, into) = match (districts.as_slice(), deso, regso) {
            ([at], Some(deso), Some(regso)) => {
                let to = to.ok_or_else(none)?;
                ((Division::District, *at), if to == Division::Deso { deso } else { regso })
            }
            ([at], Some(into), None) | ([at], None, Some(into)) => ((Division::District, *at), into),
            ([], Some(from), Some(into)) => (from, into),
            _ => return Err(none()),
        };
        let code = |cell: &str, division: Division| {
            known.code(cell).filter(|(_, own)| *own == division).map(|(code, _)| code)
        };
        let cell = |row: &Row, at: usize| row.cells.get(at).cloned().unwrap_or_default();
        let ends = |row: &Row| (code(&cell(row, from.1), from.0), code(&cell(row, into.1), into.0));
        let first = rows.iter().position(|row| matches!(ends(row), (Some(_), Some(_)))).ok_or_else(none)?;
        let above = rows.get(..first).unwrap_or_default();
        let heading = above.iter().rev().find(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        let name = |at: usize| {
            let headed = heading.map(|row| cell(row, at)).filter(|name| !name.is_empty());
            headed.unwrap_or_else(|| crate::words::column_letters(at))
        };
        // The municipality or county of each part, or a year, is no weight of it.
        let is_label = |at: usize| {
            let is_year = |cell: &str| cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20"));
            let mut cells = rows.iter().filter_map(|row| Some((ends(row).0?, cell(row, at))));
            cells.all(|(part, cell)| {
                part.starts_with(&cell) || part.starts_with(&format!("0{cell}")) || is_year(&cell)
            })
        };
        let weights =
            weight_column(&columns, &[from.1, into.1], &name, &is_label).map_err(|Several| none())?;
        let (mut pieces, mut used) = (Pieces::new(), 0);
        for row in rows {
            let (part, whole) = match ends(row) {
                (Some(part), Some(whole)) => (part, whole),
                // Which area lacks a part, or which part lies where, would be a guess.
                (Some(_), None) if !cell(row, into.1).is_empty() => {
                    return Err((Problem::NotAnArea, Some(row.line), Some(name(into.1))));
                }
                (None, Some(_)) if !cell(row, from.1).is_empty() => {
                    return Err((Problem::NotAnArea, Some(row.line), Some(name(from.1))));
                }
                // Nothing stands there: as much of the part lies in no area.
                (Some(part), None) => (part, String::new()),
                (None, _) => continue,
            };
            let weight = weights.and_then(|at| weight(&cell(row, at)));
            pieces.entry(part).or_default().push((whole, weight));
            used += 1;
        }
        let (mut key, mut not_split) = (Key::default(), 0);
        let unit = weights.and_then(|_| unit(&pieces));
        for (part, pieces) in pieces {
            let portions = portions(&pieces, weights.is_some(), unit);
            not_split += u64::from(portions.values().any(|portion| *portion == Portion::new(0, 0)));
            for (whole, portion) in portions.into_iter().filter(|(whole, _)| !whole.is_empty()) {
                key.learn_portion(&part, from.0, whole, portion);
            }
        }
        key.close();
        let found = KeyFound {
            file: file.to_owned(),
            from: from.0,
            from_column: name(from.1),
            to: into.0,
            to_column: name(into.1),
            weight_column: weights.map(name),
            rows: wide(rows.len()),
            used,
            not_split,
        };
        Ok(Self { key, found })
    }
}

fn columns(rows: &[Row], known: &Known) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for row in rows {
        for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if columns.len() <= at {
                columns.resize_with(at + 1, Column::default);
            }
            let Some(column) = columns.get_mut(at) else { continue };
            column.filled += 1;
            if let Some((_, division)) = known.code(cell) {
                *column.divisions.entry(division).or_default() += 1;
            }
            column.numbers += usize::from(weight(cell).is_some());
        }
    }
    columns
}

/// Tells whether so many of a column's cells are most of them; one may be the heading.
fn most(cells: usize, column: &Column) -> bool {
    cells > 0 && 2 * cells >= column.filled
}

/// Finds the column of weights by its heading, else the only one of numbers that label nothing.
fn weight_column(
    columns: &[Column],
    codes: &[usize],
    name: &dyn Fn(usize) -> String,
    is_label: &dyn Fn(usize) -> bool,
) -> Result<Option<usize>, Several> {
    const WEIGHT: [&str; 6] = ["vikt", "andel", "weight", "share", "procent", "percent"];
    let is = |(at, column): &(usize, &Column)| !codes.contains(at) && most(column.numbers, column);
    let numbers: Vec<usize> = columns.iter().enumerate().filter(is).map(|(at, _)| at).collect();
    let is_headed = |at: &usize| WEIGHT.iter().any(|word| name(*at).to_lowercase().contains(word));
    let headed: Vec<usize> = numbers.iter().copied().filter(is_headed).collect();
    let plain: Vec<usize> = numbers.into_iter().filter(|at| !is_label(*at)).collect();
    match (headed.as_slice(), plain.as_slice()) {
        ([one], _) | ([], [one]) => Ok(Some(*one)),
        ([], []) => Ok(None),
        _ => Err(Several),
    }
}

/// Reads a weight: `0,62`, `62 %`, `1 204`.
fn weight(cell: &str) -> Option<Weight> {
    let number = cell.trim_end_matches(['%', ' ', '\u{a0}', '\u{202f}']);
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, ""));
    let whole: String = whole.chars().filter(|character| !character.is_whitespace()).collect();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || !digits(&whole) || !digits(decimals) {
        return None;
    }
    let decimals: String = decimals.chars().take(DECIMALS).collect();
    let units = format!("{whole}{decimals:0<DECIMALS$}").parse().ok()?;
    Some(Weight { units, decimals: decimals.len() })
}

/// Returns what shares add up to, 1 or 100; `None` for counts.
fn unit(pieces: &Pieces) -> Option<u64> {
    let one = 10_u64.pow(u32::try_from(DECIMALS).unwrap_or(0));
    let sums = || {
        let sum = |pieces: &Vec<(String, Option<Weight>)>| {
            pieces
                .iter()
                .filter_map(|(_, weight)| *weight)
                .fold(0_u64, |sum, weight| sum.saturating_add(weight.units))
        };
        pieces.values().map(sum)
    };
    // Where nearly all add up to it, it is what they are shares of.
    [one, 100 * one].into_iter().find(|unit| {
        let near = sums().filter(|sum| sum.abs_diff(*unit) * 20 <= *unit).count();
        2 * near > pieces.len()
    })
}

/// Returns which portion of a part each whole has; [`Portion::new`]`(0, 0)` where that can't be told.
fn portions(
    pieces: &[(String, Option<Weight>)],
    weighted: bool,
    unit: Option<u64>,
) -> BTreeMap<&str, Portion> {
    let wholes: BTreeSet<&str> = pieces.iter().map(|(whole, _)| whole.as_str()).collect();
    let unknown = || wholes.iter().map(|whole| (*whole, Portion::new(0, 0))).collect();
    if !weighted {
        return if wholes.len() == 1 {
            wholes.iter().map(|whole| (*whole, Portion::WHOLE)).collect()
        } else {
            unknown()
        };
    }
    let mut weights: BTreeMap<&str, u64> = BTreeMap::new();
    let (mut all, mut rounding) = (0_u64, 0_u64);
    for (whole, weight) in pieces {
        let Some(Weight { units, decimals }) = *weight else { return unknown() };
        let sum = weights.entry(whole).or_default();
        *sum = sum.saturating_add(units);
        all = all.saturating_add(units);
        rounding += 10_u64.pow(u32::try_from(DECIMALS - decimals).unwrap_or(0));
    }
    // Each share may be off by half a unit of its last decimal.
    let adds_up = unit.is_none_or(|unit| 2 * all.abs_diff(unit) <= rounding);
    if all == 0 || !adds_up {
        return unknown();
    }
    weights
        .into_iter()
        .filter(|(_, weight)| *weight > 0)
        .map(|(whole, weight)| (whole, Portion::new(weight, all)))
        .collect()
}
