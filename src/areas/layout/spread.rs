//! How far the texts of a heading's rows go over its columns.

use std::collections::BTreeMap;

use super::places::is_alone;
use crate::areas::words::cell::{is_missing, is_year, looks_numeric};
use crate::areas::words::coordinates::Value;
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;
use crate::table::TableInfo;

/// Returns the texts above each column, the lowest first, of the rows of a heading over the rows `below`.
pub(super) fn layers(
    lexicon: &Lexicon,
    info: &TableInfo,
    block: &[&Sampled],
    below: &[Sampled],
    width: usize,
) -> Vec<Vec<String>> {
    let mut layers: Vec<Vec<String>> = vec![Vec::new(); width];
    let lowest: Vec<&str> = (0..width).map(|at| block.last().map_or("", |row| row.cell(at).trim())).collect();
    let measured: Vec<bool> = lowest.iter().map(|text| !text.is_empty() && !is_id(lexicon, text)).collect();
    for (nth, row) in block.iter().enumerate().rev() {
        let is_lowest = nth + 1 == block.len();
        let centred = || alone_over_all(lexicon, row, &measured).or_else(|| over_groups(row, &lowest));
        let centred = if is_lowest || is_merged(info, row) { None } else { centred() };
        let mut texts = centred.unwrap_or_else(|| spread(lexicon, info, row, is_lowest, width));
        // `År, 2022, 2023` below the heading: its first cell says what the others are.
        if nth > 0
            && let Some(at) = row_label(lexicon, row)
            && let Some(text) = texts.get_mut(at)
        {
            text.clear();
        }
        for (layers, text) in layers.iter_mut().zip(texts) {
            if !text.is_empty() && layers.last() != Some(&text) {
                layers.push(text);
            }
        }
    }
    go_on(lexicon, &mut layers);
    over_unnamed(lexicon, &mut layers, below);
    layers
}

/// Tells whether a column has figures in most rows: numbers, and neither years nor the rows' own.
pub(super) fn holds_figures(rows: &[Sampled], column: usize) -> bool {
    let cells: Vec<&str> = rows.iter().map(|row| row.cell(column).trim()).collect();
    let filled: Vec<&str> = cells.iter().copied().filter(|cell| !is_missing(cell)).collect();
    let counts_up = |first: usize| filled.iter().zip(first..).all(|(cell, nth)| cell.parse() == Ok(nth));
    !filled.is_empty()
        && 2 * filled.len() > rows.iter().filter(|row| !is_alone(row)).count()
        && filled.iter().all(|cell| looks_numeric(cell))
        && !filled.iter().all(|cell| is_year(cell))
        && !(filled.len() > 1 && (counts_up(0) || counts_up(1)))
}

/// Puts the heading of numbers above the columns of numbers behind it that have none: nobody can tell which of them it is of.
fn over_unnamed(lexicon: &Lexicon, layers: &mut [Vec<String>], below: &[Sampled]) {
    for at in 1..layers.len() {
        let (before, behind) = layers.split_at_mut(at);
        let (Some(before), Some(own)) = (before.last(), behind.first_mut()) else { continue };
        let is_measure = |text: &String| !is_id(lexicon, text) && lexicon.facet_named(text).is_none();
        if own.is_empty()
            && before.first().is_some_and(is_measure)
            && holds_figures(below, at - 1)
            && holds_figures(below, at)
        {
            own.clone_from(before);
        }
    }
}

/// Returns the column of the text that says what the other cells of a row are, as `År` in front of years does.
fn row_label(lexicon: &Lexicon, row: &Sampled) -> Option<usize> {
    let mut filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let (at, first) = filled.next()?;
    let is_period = |cell: &str| lexicon.read(cell, None).value(Facet::Period).is_some();
    let names = lexicon.facet_named(first) == Some(Facet::Period) && !is_period(first);
    let (mut rest, mut all) = (0, true);
    for (_, cell) in filled {
        rest += 1;
        all &= is_period(cell);
    }
    (names && all && rest > 0).then_some(at)
}

/// Tells whether a text is the heading of areas or of their names.
fn is_id(lexicon: &Lexicon, text: &str) -> bool {
    lexicon.is_area(text) || lexicon.is_name(text)
}

/// Returns the texts of a row of groups by column where only one stands over all figures, in their middle.
fn alone_over_all(lexicon: &Lexicon, row: &Sampled, measured: &[bool]) -> Option<Vec<String>> {
    let own = |at: usize| row.cell(at).trim();
    let mut groups = (0..measured.len()).filter(|at| !own(*at).is_empty() && !is_id(lexicon, own(*at)));
    let at = groups.next().filter(|_| groups.next().is_none())?;
    let is_below = |(column, below): (usize, &bool)| *below && own(column).is_empty();
    let columns: Vec<bool> = measured.iter().enumerate().map(is_below).collect();
    let (before, behind) = columns.split_at_checked(at)?;
    let count = |columns: &[bool]| columns.iter().filter(|below| **below).count();
    let (before, behind) = (count(before), count(behind));
    let text = |(column, below): (usize, &bool)| if *below { own(at) } else { own(column) }.to_owned();
    (before > 0 && before.abs_diff(behind) < 2).then(|| columns.iter().enumerate().map(text).collect())
}

/// Returns the texts of a row of groups by column where each stands over the middle of its group, of all of which the lowest
/// row says the same.
fn over_groups(row: &Sampled, lowest: &[&str]) -> Option<Vec<String>> {
    let last = lowest.iter().rposition(|text| !text.is_empty())?;
    let below = lowest.get(..=last)?;
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let filled = below.iter().enumerate().filter(|(_, text)| !text.is_empty());
    let (start, length) = filled
        .map(|(at, text)| seen.insert(text, at).map(|first| (first, at - first)))
        .find_map(|again| again)?;
    let groups: Vec<&[&str]> = below.get(start..)?.chunks(length).collect();
    let same = groups.windows(2).all(|pair| pair.first() == pair.last());
    let mut texts = vec![String::new(); lowest.len()];
    for (nth, _) in groups.iter().enumerate() {
        let columns = start + nth * length..start + (nth + 1) * length;
        let mut filled = columns.clone().map(|at| row.cell(at).trim()).filter(|cell| !cell.is_empty());
        let text = filled.next().filter(|_| filled.next().is_none())?;
        texts.get_mut(columns)?.fill(text.to_owned());
    }
    for (at, text) in texts.iter_mut().enumerate().take(start) {
        row.cell(at).trim().clone_into(text);
    }
    same.then_some(texts)
}

/// Puts a measure above the dates that stand alone behind its own: `Valdeltagande 2014; 2018; 2022`.
fn go_on(lexicon: &Lexicon, layers: &mut [Vec<String>]) {
    let mut measure: Option<String> = None;
    for layers in layers {
        let [text] = layers.as_slice() else {
            measure = None;
            continue;
        };
        let said = lexicon.read(text, None);
        let is_dated = said.value(Facet::Period).is_some_and(Value::is_date);
        match measure.take().filter(|_| is_dated && Lexicon::undated(text).is_empty()) {
            Some(above) => {
                layers.push(above.clone());
                measure = Some(above);
            }
            None => measure = (is_dated && said.has_measure()).then(|| Lexicon::undated(text)),
        }
    }
}

/// Tells whether some cell of a row goes over several columns.
fn is_merged(info: &TableInfo, row: &Sampled) -> bool {
    info.merges.iter().any(|merge| merge.first_line == row.line && merge.first_column < merge.last_column)
}

/// Returns the texts of a heading's row by column: a merged cell's over all it covers, and without merged cells one goes on
/// over the blank cells behind it, but in the lowest row.
fn spread(lexicon: &Lexicon, info: &TableInfo, row: &Sampled, lowest: bool, width: usize) -> Vec<String> {
    let has_merges = is_merged(info, row);
    let (mut last, mut goes_on) = ("", false);
    let text = |at: usize| {
        let own = row.cell(at).trim();
        if !own.is_empty() {
            (last, goes_on) = (own, !lowest && !has_merges && !is_id(lexicon, own));
            return own.to_owned();
        }
        if let Some(merge) = info.merged(row.line, at) {
            let first = if merge.first_line == row.line { row.cell(merge.first_column).trim() } else { "" };
            return first.to_owned();
        }
        if goes_on { last.to_owned() } else { String::new() }
    };
    (0..width).map(text).collect()
}
