//! Labels that a table writes once and leaves blank in the rows below.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::areas::layout::columns::Column;
use crate::areas::words::cell::{is_missing, is_suppressed, is_year, looks_numeric};
use crate::areas::words::coordinates::Value;
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;
use crate::table::TableInfo;

/// Finds the label columns of a table that leaves repeated labels blank throughout: their rows come in groups of one size, of
/// which only the first has the label, or merged cells say how far it goes.
pub(super) fn filled_down(
    lexicon: &Lexicon,
    info: &TableInfo,
    rows: &[Sampled],
    area: &[usize],
    width: usize,
) -> Vec<usize> {
    let numbers = |row: &&Sampled| row.cells.iter().skip(1).any(|cell| is_number(cell));
    // A number such as 2000 is a label among others that are years.
    let with_numbers: Vec<&Sampled> = rows.iter().filter(numbers).collect();
    let is_year_or_blank =
        |row: &&Sampled, at: usize| matches!(row.cell(at).trim(), cell if cell.is_empty() || is_year(cell));
    let dates: Vec<bool> =
        (0..width).map(|at| with_numbers.iter().all(|row| is_year_or_blank(row, at))).collect();
    let is_date = |at: usize| dates.get(at) == Some(&true);
    // A row of totals has no labels but its own.
    let is_total = |row: &Sampled| {
        let says = |text: &str| {
            let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
            let first = text.split(' ').next().unwrap_or_default().to_lowercase();
            let sum = ["del", "sub"].iter().find_map(|start| first.strip_prefix(start));
            sum.is_some_and(|sum| lexicon.is_total(sum))
                || lexicon.is_mean(&first)
                || lexicon.is_total(text)
                || lexicon.is_total(&last)
                || lexicon.is_mean(&last)
        };
        let labels = row.cells.iter().enumerate().map(|(at, cell)| (at, cell.trim()));
        let labels = labels.filter(|(at, cell)| !cell.is_empty() && (!is_number(cell) || is_date(*at)));
        let (own, behind): (Vec<_>, Vec<_>) = labels.partition(|(at, _)| area.contains(at));
        let labels = if behind.is_empty() { own } else { behind };
        !labels.is_empty() && labels.iter().all(|(_, text)| says(text))
    };
    let rows: Vec<&Sampled> = with_numbers.iter().copied().filter(|row| !is_total(row)).collect();
    let is_blank = |row: &Sampled, at: usize| is_left_out(row.cell(at));
    let is_label = |at: usize| {
        area.contains(&at)
            || rows.iter().all(|row| {
                let cell = row.cell(at).trim();
                !looks_numeric(cell) || is_year(cell) || is_span(cell)
            })
    };
    // The rows under a label say something of their own in a column behind.
    let is_filled = |at: &usize| is_label(*at) && !rows.iter().any(|row| is_blank(row, *at));
    let Some(last) = (0..width).rev().find(is_filled) else { return Vec::new() };
    let leaves_blank = |at: &usize| {
        let (blanks, firsts): (Vec<(usize, &&Sampled)>, Vec<_>) =
            rows.iter().enumerate().partition(|(_, row)| is_blank(row, *at));
        let firsts: Vec<usize> = firsts.into_iter().map(|(nth, _)| nth).collect();
        let sizes: Vec<usize> =
            firsts.iter().zip(firsts.iter().skip(1)).map(|(one, next)| next - one).collect();
        let first = sizes.first().copied().unwrap_or(rows.len());
        let even = sizes.iter().filter(|size| **size == first).count() * 10 >= sizes.len() * 9;
        // What stands behind a label comes again below the next; a text of its own in each row is the name of another area.
        let comes_again = |column: usize| {
            let mut seen = BTreeSet::new();
            !rows.iter().all(|row| seen.insert(row.cell(column).trim()))
        };
        let again = firsts.len() < 2
            || !area.contains(at)
            || (at + 1..=last).filter(|column| is_filled(column)).any(comes_again);
        // Where no label stands twice, blocks of any size go on until the next, as long as each tells its rows apart.
        let behind: Vec<usize> = (at + 1..=last).filter(|column| is_filled(column)).collect();
        let in_blocks = || {
            let mut own = BTreeSet::new();
            let mut block = BTreeSet::new();
            let told: Vec<Vec<&str>> =
                rows.iter().map(|row| behind.iter().map(|at| row.cell(*at).trim()).collect()).collect();
            firsts.len() > 1
                && behind.iter().any(|column| comes_again(*column))
                // A name beside a blank label is of another block.
                && (at + 1..last)
                    .filter(|column| !behind.contains(column))
                    .all(|column| blanks.iter().all(|(_, row)| is_blank(row, column)))
                && rows.iter().zip(&told).all(|(row, told)| {
                    let label = row.cell(*at).trim();
                    if !is_blank(row, *at) {
                        block.clear();
                        return own.insert(label) && block.insert(told);
                    }
                    block.insert(told)
                })
        };
        let merged = || blanks.iter().all(|(_, row)| info.merged(row.line, *at).is_some());
        !blanks.is_empty()
            && is_label(*at)
            && firsts.first() == Some(&0)
            && ((first > 1 && even && again) || merged() || in_blocks())
    };
    (0..last).filter(leaves_blank).collect()
}

/// Tells whether a cell is left blank for the one above, or has a sign for it.
fn is_left_out(cell: &str) -> bool {
    matches!(cell.trim(), "" | "\"" | "-\"-" | "–\"–" | "''" | "〃" | "″" | "do" | "d:o" | "dito")
}

/// Tells whether a cell is a span of ages.
fn is_span(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    cell.split_once(['-', '–']).is_some_and(|(from, to)| digits(from) && digits(to))
}

/// Returns the dates, elections or overlapping ages that stand below each area in the column of areas, as a pivot table has
/// them: of all of them together, which is the area's own row, nobody asks.
pub(super) fn parts_below(
    lexicon: &Lexicon,
    rows: &[Sampled],
    column: usize,
    is_area: impl Fn(&Sampled) -> bool,
) -> Option<String> {
    let value = |text: &str, facet: Facet| {
        let said = lexicon.read(text, None);
        let is_own = said.is_explained() && !said.has_own_measure();
        said.value(facet).filter(|value| is_own && **value != Value::All).cloned()
    };
    let below = rows
        .iter()
        .filter(|row| row.cells.iter().skip(column + 1).any(|cell| is_number(cell)) && !is_area(row));
    let mut labels: Vec<&str> = below.map(|row| row.cell(column).trim()).collect();
    labels.sort_unstable();
    labels.dedup();
    let of = |facet: Facet| -> Vec<(&str, Value)> {
        labels.iter().filter_map(|text| Some((*text, value(text, facet)?))).collect()
    };
    // `jan`, `Q1` and `Kvartal 1` are dates of some year.
    let of_year = || -> Vec<(&str, Value)> {
        let date = |text: &str| value(&format!("2000 {text}"), Facet::Period).filter(Value::is_part_of_year);
        labels.iter().filter_map(|text| Some((*text, date(text)?))).collect()
    };
    // Ages that overlap add up to nobody's; others may be all.
    let ages = of(Facet::Age);
    let overlap = !Value::exclude_each_other(&ages.iter().map(|(_, value)| value).collect::<Vec<_>>());
    let ages = if overlap { ages } else { Vec::new() };
    let found = [of(Facet::Period), of_year(), of(Facet::Election), ages]
        .into_iter()
        .find(|parts| parts.len() > 1)?;
    Some(found.into_iter().map(|(text, _)| text).collect::<Vec<_>>().join(", "))
}

/// Returns a category of a row of numbers that was left without any label, and so may be of the area above it.
pub(super) fn stray(
    written: &[Sampled],
    filled: &[Sampled],
    columns: &[Column],
    is_area: impl Fn(&Sampled) -> bool,
) -> Option<String> {
    let is_category = |at: usize| matches!(columns.get(at), Some(Column::Facet(_)));
    let is_label = |at: usize| !is_category(at) && !matches!(columns.get(at), Some(Column::Value(_)));
    let text = |row: &Sampled, wanted: &dyn Fn(usize) -> bool| {
        let mut cells = row.cells.iter().map(|cell| cell.trim()).enumerate();
        cells.find(|(at, cell)| wanted(*at) && !cell.is_empty()).map(|(_, cell)| cell.to_owned())
    };
    let first = filled.iter().position(&is_area)?;
    let mut rows = written.iter().zip(filled).skip(first);
    rows.find_map(|(written, filled)| {
        let has_numbers = written.cells.iter().any(|cell| is_number(cell));
        let is_stray = has_numbers && !is_area(filled) && text(written, &is_label).is_none();
        text(written, &is_category).filter(|_| is_stray)
    })
}

/// Tells whether a cell beside labels is a number, or stands for one.
pub(super) fn is_number(cell: &str) -> bool {
    looks_numeric(cell) || is_suppressed(cell) || (is_missing(cell) && !cell.trim().is_empty())
}

pub(super) fn fill<'a>(rows: &'a [Sampled], columns: &[usize]) -> Cow<'a, [Sampled]> {
    if columns.is_empty() {
        return Cow::Borrowed(rows);
    }
    let mut above: Vec<String> = Vec::new();
    let mut filled = rows.to_vec();
    for row in &mut filled {
        fill_row(&mut row.cells, &mut above, columns);
    }
    Cow::Owned(filled)
}

/// Fills the blank labels of a row of numbers by those above.
pub(in crate::areas) fn fill_row(cells: &mut [String], above: &mut Vec<String>, columns: &[usize]) {
    if !cells.iter().skip(1).any(|cell| is_number(cell)) {
        above.clear();
        return;
    }
    for at in columns {
        if let (Some(cell), Some(above)) = (cells.get_mut(*at), above.get(*at))
            && is_left_out(cell)
        {
            above.clone_into(cell);
        }
    }
    *above = cells.to_vec();
}
