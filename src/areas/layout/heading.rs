//! Finds the heading of a table: its rows, the text above each column, and the titles above.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::naming::names;
use super::places::numbers_columns;
use super::spread::{holds_figures, layers};
use crate::areas::words::cell::{is_missing, is_year, looks_numeric};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::patterns::is_limit;
use crate::areas::words::sampled::Sampled;
use crate::table::{Format, TableInfo};

/// The heading of a table.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Heading {
    /// The line of its last row.
    pub(in crate::areas) line: Option<u64>,
    /// The texts above each column, the lowest first.
    pub(in crate::areas) layers: Vec<Vec<String>>,
    /// The titles above the heading.
    pub(in crate::areas) titles: Vec<String>,
    /// The texts that stand alone in a row below it.
    pub(in crate::areas) notes: Vec<String>,
}

/// What a row above the first area is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Blank,
    Title,
    Heading {
        /// How many of its cells the lexicon knows.
        known: usize,
    },
    /// Where each column is from, or its number.
    Beside,
    Data,
}

impl Heading {
    /// Finds the heading above the row `first` of the sample; its last line may be said.
    pub(in crate::areas) fn find(
        lexicon: &Lexicon,
        info: &TableInfo,
        sample: &[Sampled],
        first: usize,
        forced: Option<u64>,
        width: usize,
    ) -> Self {
        let (above, below) = sample.split_at_checked(first).unwrap_or_default();
        // Rows may end with a separator more than the heading does.
        let filled = |row: &Sampled| row.cells.iter().rposition(|cell| !cell.trim().is_empty());
        let longest = below.iter().filter_map(filled).max().map_or(0, |last| last + 1);
        let own = sample.get(first).map_or(0, |row| row.cells.len().min(longest));
        let notes = below.iter().filter_map(|row| {
            note(
                lexicon,
                row.cells.iter().map(String::as_str),
                if info.format == Format::Csv { own } else { 0 },
            )
        });
        let notes = notes.collect();
        // A title with a comma in it is cut in two, and has fewer cells than the table has columns.
        let short = |row: &Sampled| info.format == Format::Csv && row.cells.len() < own;
        let is_title = |row: &Sampled| short(row) && row.cells.iter().any(|cell| !cell.trim().is_empty());
        let of = |row: &Sampled| match row {
            row if numbers_columns(row) => Row::Beside,
            row if is_title(row) => Row::Title,
            row => kind(lexicon, row),
        };
        let mut rows: Vec<Row> = above.iter().map(of).collect();
        let below_first = below.get(..below.len().min(20)).unwrap_or_default();
        // `;KF 2022` below a heading goes on with it; a title stands in the first cell.
        for at in 1..rows.len() {
            let below = matches!(rows.get(at - 1), Some(Row::Heading { known: 1.. }));
            // `;Kvinnor` over texts says of whom the rows below are.
            let over_numbers = |row: &Sampled| {
                let column = row.cells.iter().position(|cell| !cell.trim().is_empty());
                column.is_none_or(|at| {
                    below_first.iter().any(|row| looks_numeric(row.cell(at)) || is_missing(row.cell(at)))
                })
            };
            let goes_on = |row: &Sampled| {
                row.cells.len() > 1 && row.cell(0).trim().is_empty() && !short(row) && over_numbers(row)
            };
            if below
                && above.get(at).is_some_and(goes_on)
                && let Some(row) = rows.get_mut(at).filter(|row| **row == Row::Title)
            {
                *row = Row::Heading { known: 1 };
            }
        }
        // The filter of a pivot table stands in two cells, with a blank row below it.
        for (at, pair) in above.windows(2).enumerate() {
            let [row, next] = pair else { continue };
            let mut filled = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
            let texts = (filled.next(), filled.next(), filled.next());
            if let (Some(name), Some(value), None) = texts
                && next.line > row.line + 1
                && lexicon.filter(&filtered(name, value)).is_some()
                && let Some(kind) = rows.get_mut(at)
            {
                *kind = Row::Title;
            }
        }
        let heading = |at: &usize| matches!(rows.get(*at), Some(Row::Heading { .. }));
        let known = |at: &usize| matches!(rows.get(*at), Some(Row::Heading { known: 1.. }));
        let bottom = match forced {
            Some(line) => above.iter().position(|row| row.line == line),
            None if info.header_first => (first > 0).then_some(0),
            None => (0..first).rev().find(known).or_else(|| (0..first).rev().find(heading)).or_else(|| {
                // `,2022` is a heading with a blank first cell; a title stands in the first.
                let alone = |at: &usize| {
                    rows.get(*at) == Some(&Row::Title)
                        && above
                            .get(*at)
                            .is_some_and(|row| row.cells.len() > 1 && row.cell(0).trim().is_empty())
                };
                (0..first).rev().find(alone)
            }),
        };
        // `;kv.;m.;samtl.` below a heading goes on with it where that has no word for some numbers.
        let goes_on = |bottom: usize, at: usize| {
            let names = |column| {
                let is_unnamed = above.get(bottom).is_some_and(|row| row.cell(column).trim().is_empty());
                let is_named = above.get(at).is_some_and(|row| !row.cell(column).trim().is_empty());
                is_unnamed && is_named && holds_figures(below_first, column)
            };
            forced.is_none() && !info.header_first && heading(&at) && (0..width).any(names)
        };
        let bottom = bottom
            .map(|bottom| (bottom + 1..first).take_while(|at| goes_on(bottom, *at)).last().unwrap_or(bottom));
        let Some(bottom) = bottom else {
            return Self { layers: vec![Vec::new(); width], titles: titles(above), line: None, notes };
        };
        let is_beside = |at: &usize| rows.get(*at) == Some(&Row::Beside);
        let top = (0..bottom)
            .rev()
            .take_while(|at| forced.is_none() && (heading(at) || is_beside(at)))
            .filter(heading)
            .last()
            .unwrap_or(bottom);
        let block: Vec<&Sampled> =
            (top..=bottom).filter(|at| !is_beside(at)).filter_map(|at| above.get(at)).collect();
        let layers = layers(lexicon, info, &block, below_first, width);
        let line = above.get(bottom).map(|row| row.line);
        Self { line, layers, titles: titles(above.get(..top).unwrap_or_default()), notes }
    }

    /// Returns the texts above a column, the highest first.
    pub(in crate::areas) fn text(&self, column: usize) -> String {
        let layers = self.layers.get(column).map(Vec::as_slice).unwrap_or_default();
        layers.iter().rev().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Returns the lowest text above a column.
    pub(in crate::areas) fn lowest(&self, column: usize) -> &str {
        self.layers.get(column).and_then(|layers| layers.first()).map_or("", String::as_str)
    }

    /// Writes out the headings that are the same but for a letter at the end by which they are of the sexes: `Sysselsatta (K)`
    /// beside `Sysselsatta (M)`.
    pub(in crate::areas) fn sexes(&self) -> BTreeMap<usize, String> {
        let mut groups: BTreeMap<&str, Vec<(usize, char, &str)>> = BTreeMap::new();
        for at in 0..self.layers.len() {
            // The year stands behind the letter, too: `andel_K_2023`.
            let (text, year) = match self.lowest(at).rsplit_once('_') {
                Some((text, year)) if is_year(year) => (text, year),
                _ => (self.lowest(at), ""),
            };
            let text = text.trim_end_matches([')', ']', '.']);
            let (rest, last) = text
                .char_indices()
                .next_back()
                .map_or(("", ' '), |(end, last)| (text.get(..end).unwrap_or_default(), last));
            let stem = rest.trim_end_matches([' ', '_', '-', '–', '/', '(', '[', '.']);
            if stem.len() < rest.len() && !stem.is_empty() {
                groups.entry(stem).or_default().push((at, last.to_ascii_lowercase(), year));
            }
        }
        let word = |letter: char| match letter {
            'k' | 'f' | 'w' => Some("kvinnor"),
            'm' => Some("män"),
            't' => Some("totalt"),
            _ => None,
        };
        let both = |group: &[(usize, char, &str)]| {
            let words: Vec<_> = group.iter().map(|(_, letter, _)| word(*letter)).collect();
            words.contains(&Some("kvinnor")) && words.contains(&Some("män")) && !words.contains(&None)
        };
        let groups = groups.into_iter().filter(|(_, group)| both(group));
        let written = |(stem, group): (&str, Vec<(usize, char, &str)>)| {
            let text = |(at, letter, year)| {
                Some((at, format!("{stem} {} {year}", word(letter)?).trim_end().to_owned()))
            };
            group.into_iter().filter_map(text).collect::<Vec<_>>()
        };
        groups.flat_map(written).collect()
    }

    /// Names the columns: by heading, or by letter where that is blank or not the only one.
    pub(in crate::areas) fn names(&self) -> Vec<String> {
        let texts: Vec<String> = (0..self.layers.len()).map(|at| self.text(at)).collect();
        names(&texts)
    }
}

/// Moves the heading of a file of text over its columns where the rows begin with their numbers, which have no heading, as
/// statistics software writes them.
pub(in crate::areas) fn over_numbered_rows(sample: &mut [Sampled]) {
    let Some((heading, rows)) = sample.split_first_mut() else { return };
    let number = |row: &Sampled| row.cell(0).trim().parse::<usize>().ok();
    let first = rows.first().and_then(number).filter(|first| *first < 2);
    let is_numbered = |(nth, row): (usize, &Sampled)| {
        row.cells.len() == heading.cells.len() + 1 && number(row) == first.map(|first| first + nth)
    };
    if first.is_some() && rows.len() > 1 && rows.iter().enumerate().all(is_numbered) {
        heading.cells.insert(0, String::new());
    }
}

fn titles(rows: &[Sampled]) -> Vec<String> {
    let text = |row: &Sampled| {
        let cells = row
            .cells
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty() && (!looks_numeric(cell) || is_year(cell)));
        cells.collect::<Vec<_>>().join(", ")
    };
    rows.iter().map(text).filter(|text| !text.is_empty()).take(12).collect()
}

/// Writes a filter in two cells as one text.
fn filtered(name: &str, value: &str) -> String {
    let sign = if value.starts_with('(') { "," } else { ":" };
    format!("{name}{sign} {value}")
}

/// Returns the note that a row below the heading is: a text alone, one that its own commas cut into fewer cells than the
/// `width` of a table of text, or a number and beside it that it stands for no figure.
pub(in crate::areas) fn note<'a>(
    lexicon: &Lexicon,
    cells: impl Iterator<Item = &'a str>,
    width: usize,
) -> Option<String> {
    let cells: Vec<&str> = cells.map(str::trim).collect();
    let filled: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
    match *filled {
        [only] => (!looks_numeric(only)).then(|| only.to_owned()),
        [number, text] if looks_numeric(number) => {
            Some(format!("{number} = {text}")).filter(|_| lexicon.says_missing(text))
        }
        // A filter stands in two cells below a table, too.
        [name, value] if lexicon.filter(&filtered(name, value)).is_some() => Some(filtered(name, value)),
        [first, ..] if cells.len() < width && cells.first() == Some(&first) => {
            (!filled.iter().any(|cell| looks_numeric(cell))).then(|| filled.join(", "))
        }
        _ => None,
    }
}

/// Tells what a row above the first area is.
fn kind(lexicon: &Lexicon, row: &Sampled) -> Row {
    let filled: Vec<&str> =
        row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let is_date = |cell: &str| lexicon.read(cell, None).value(Facet::Period).is_some();
    // `Uppgift saknas` beside levels of education is one of them.
    let is_level = |cell: &str| lexicon.read(cell, None).value(Facet::Education).is_some();
    let levels =
        LazyCell::new(|| filled.iter().filter(|cell| !is_missing(cell) && is_level(cell)).take(2).count());
    let is_gap = |cell: &str| is_missing(cell) && !(*levels == 2 && is_level(cell));
    let is_number = |cell: &&&str| (looks_numeric(cell) || is_gap(cell)) && !is_date(cell);
    match filled.as_slice() {
        [] => Row::Blank,
        [_] => Row::Title,
        [name, value] if lexicon.facet_named(name).is_some() && value.starts_with('(') => Row::Title,
        [first, rest @ ..]
            if lexicon.is_source(first)
                && !rest.iter().any(|cell| lexicon.is_area(cell) || is_date(cell)) =>
        {
            Row::Beside
        }
        cells if cells.iter().any(|cell| is_number(&cell)) => Row::Data,
        // A row of limits: `<60`, `under 60 %`.
        [_, limits @ ..] if limits.iter().all(|cell| is_limit(cell)) => Row::Data,
        // The total of all, or of the country, is a row and no heading.
        [first, ..] if lexicon.is_total(first) && !row.cell(0).trim().is_empty() => Row::Data,
        cells => {
            let known = |cell: &&&str| {
                let said = lexicon.read(cell, None);
                lexicon.is_area(cell)
                    || lexicon.facet_named(cell).is_some()
                    || said.form().is_some()
                    || said.total
                    || !said.facets.is_empty()
                    || said.criterion.is_some()
            };
            Row::Heading { known: cells.iter().filter(|cell| known(cell)).count() }
        }
    }
}
