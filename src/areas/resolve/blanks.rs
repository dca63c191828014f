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
            lexicon.is_subtotal(text)
                || lexicon.is_total(text)
                || lexicon.is_total(&last)
                || lexicon.is_mean(&last)
        };
        let labels = row.cells.iter().enumerate().map(|(at, cell)| (at, cell.trim()));
        let labels = labels.filter(|(at, cell)| !cell.is_empty() && (!is_number(cell) || is_date(*at)));
        let (own, behind): (Vec<_>, Vec<_>) = labels.partition(|(at, _)| area.contains(at));
        // `Totalt` before an area is of both sexes, and behind one it may be the sum of the rows above.
        let is_before = own.iter().any(|(at, _)| behind.iter().all(|(other, _)| other < at));
        let labels = if behind.is_empty() || is_before { own } else { behind };
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
    // A text of its own in each row is a name, and not what tells the rows of a label apart.
    let comes_again = |column: &usize| {
        let mut seen = BTreeSet::new();
        let texts = rows.iter().map(|row| row.cell(*column).trim()).filter(|text| !is_left_out(text));
        !texts.into_iter().all(|text| seen.insert(text))
    };
    let leaves_blank = |at: &usize| {
        let blanks = || rows.iter().filter(|row| is_blank(row, *at));
        let labels = rows.iter().filter(|row| !is_blank(row, *at)).count();
        let inner: Vec<usize> = (at + 1..=last).filter(|column| is_label(*column)).collect();
        // A name beside a blank label is of another area.
        let is_named = || {
            let mut names = inner.iter().filter(|column| !comes_again(column));
            names.any(|column| blanks().any(|row| !is_blank(row, *column)))
        };
        let merged = || blanks().all(|row| info.merged(row.line, *at).is_some());
        let told_apart = || labels < 2 || (inner.iter().any(comes_again) && !is_named());
        let outer: Vec<usize> = (0..*at).filter(|outer| is_label(*outer) && !is_filled(outer)).collect();
        let begins = |row: &Sampled| outer.iter().any(|outer| !is_blank(row, *outer));
        blanks().next().is_some()
            && is_label(*at)
            && rows.first().is_some_and(|row| !is_blank(row, *at))
            && (merged() || (told_apart() && goes_on(&rows, *at, &inner, begins)))
    };
    (0..last).filter(leaves_blank).collect()
}

/// Tells whether each label goes on until the next: none stands twice below one further out, and the `inner` labels tell its rows
/// apart.
fn goes_on(rows: &[&Sampled], at: usize, inner: &[usize], begins: impl Fn(&Sampled) -> bool) -> bool {
    let (mut labels, mut block) = (BTreeSet::new(), BTreeSet::new());
    let mut told: Vec<&str> = vec![""; inner.len()];
    rows.iter().all(|row| {
        let label = row.cell(at).trim();
        if begins(row) {
            labels.clear();
        }
        let is_first = is_left_out(label) || labels.insert(label);
        if !is_left_out(label) {
            block.clear();
        }
        for (told, column) in told.iter_mut().zip(inner) {
            let text = row.cell(*column).trim();
            if !is_left_out(text) {
                *told = text;
            }
        }
        is_first && block.insert(told.join("\t"))
    })
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

/// Returns what tells a row of numbers apart that was left without an area and a name, and so may be of the area above it: a
/// category, or a year or a text where the rows of areas have some, whatever their column is called.
pub(super) fn stray(
    lexicon: &Lexicon,
    written: &[Sampled],
    filled: &[Sampled],
    columns: &[Column],
    is_area: impl Fn(&Sampled) -> bool,
) -> Option<String> {
    let areas: Vec<&Sampled> = filled.iter().filter(|row| is_area(row)).collect();
    let tells_apart = |(at, column): (usize, &Column)| match column {
        Column::Area | Column::Name => false,
        Column::Facet(_) => true,
        Column::Value(_) | Column::Other => areas.iter().all(|row| {
            let cell = row.cell(at).trim();
            !cell.is_empty() && (!is_number(cell) || is_year(cell))
        }),
    };
    let telling: Vec<bool> = columns.iter().enumerate().map(tells_apart).collect();
    let is_label = |(at, cell): &(usize, &String)| {
        matches!(columns.get(*at), Some(Column::Area | Column::Name)) && !cell.trim().is_empty()
    };
    let first = filled.iter().position(&is_area)?;
    written.iter().zip(filled).skip(first).find_map(|(written, filled)| {
        let mut cells = written.cells.iter().enumerate();
        let is_stray = written.cells.iter().any(|cell| is_number(cell))
            && !is_area(filled)
            && !cells.clone().any(|cell| is_label(&cell));
        let told = cells.find(|(at, cell)| telling.get(*at) == Some(&true) && !cell.trim().is_empty());
        let is_sum = |at: usize, text: &str| {
            let of = summed(lexicon, text);
            lexicon.is_total(text) || of.is_some_and(|of| areas.iter().any(|row| row.cell(at).trim() == of))
        };
        let told =
            told.map(|(at, cell)| (at, cell.trim())).filter(|(at, text)| is_stray && !is_sum(*at, text));
        told.map(|(_, text)| text.to_owned())
    })
}

/// Returns the category whose rows a row is the sum of, as it stands beside the word of total: `2022 Totalt` below those of 2022,
/// which says no more of others than they do.
pub(super) fn summed(lexicon: &Lexicon, label: &str) -> Option<String> {
    let (total, category): (Vec<&str>, Vec<&str>) =
        label.split_whitespace().partition(|word| lexicon.is_total(word));
    (!total.is_empty()).then(|| category.join(" "))
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
