//! Several tables in one sheet: below each other, each with its own heading, or beside each other, each with its own areas.

use super::Loader;
use crate::areas::code::{Known, named};
use crate::areas::layout::area_source::AreaSource;
use crate::areas::layout::places;
use crate::areas::words::cell::{is_year, looks_numeric};
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;
use crate::table::{Merge, Record, TableInfo, narrow};

/// What is known of the rows of a table for telling where another begins.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    /// Whether some row has an area.
    pub(super) has_areas: bool,
    /// Rows up to the heading.
    pub(super) above: Vec<Sampled>,
    /// The last text that stood alone in its row, since the last row of an area.
    pub(super) alone: Option<String>,
    /// The title of the next table below, where this one has come to it.
    pub(super) next_title: Option<String>,
}

impl Loader {
    /// Tells whether a record is the heading of another table: below rows of areas a row of texts and years, one of them the
    /// heading of areas. The table's own heading again is none, unless a title above it names a measure, or of whom or when it is.
    pub(super) fn is_another_heading(&self, record: &Record<'_>, lexicon: &Lexicon, known: &Known) -> bool {
        if !self.bounds.has_areas || self.info.header_first {
            return false;
        }
        let (mut filled, mut texts) = (0, 0);
        for cell in record.cells().map(str::trim).filter(|cell| !cell.is_empty()) {
            let numeric = looks_numeric(cell);
            if (numeric && !is_year(cell)) || (!numeric && known.label(cell).is_some()) {
                return false;
            }
            filled += 1;
            texts += usize::from(!numeric);
        }
        let tells = |text: &str| {
            let said = lexicon.title(text);
            said.has_measure() || said.total || !said.facets.is_empty()
        };
        let own = |row: &Sampled| record.cells().map(str::trim).eq(row.cells.iter().map(|cell| cell.trim()));
        let is_heading = filled > 1
            && texts > 0
            && record.cells().any(|cell| !looks_numeric(cell) && lexicon.is_area(cell));
        if !is_heading {
            return false;
        }
        let rows: Vec<&Sampled> = self.bounds.above.iter().chain(&self.sample).collect();
        let Some(again) = rows.iter().position(|row| own(row)) else { return true };
        // Where a title tells what the figures below the same heading are, the next one does so for those below it.
        let mut above = rows.iter().take(again).rev();
        let mut title = || above.find_map(|row| places::alone(row)).map(|(_, title)| title);
        self.bounds.alone.as_deref().is_some_and(|own| tells(own) || title().is_some_and(tells))
    }

    /// Notes whether a record of the sample has an area, or a text alone.
    pub(super) fn note(&mut self, record: &Record<'_>, known: &Known) {
        self.bounds.alone = match alone(record) {
            Some(text) => Some(text.to_owned()),
            None if record.is_blank() => self.bounds.alone.take(),
            None => None,
        };
        if !self.bounds.has_areas {
            // `2021` in a heading of years is not Vansbro.
            let is_area =
                |cell: &str| !is_year(cell) && (known.label(cell).is_some() || named(cell).is_some());
            let has_number = record.cells().any(looks_numeric);
            self.bounds.has_areas = has_number && record.cells().any(is_area);
        }
    }

    /// Describes the table that begins with a heading below this one: without a title of its own it has the one above both.
    pub(in crate::areas) fn next_info(&self) -> TableInfo {
        let above = self.bounds.above.iter().filter_map(places::alone).map(|(_, text)| text);
        let above = Some(above.collect::<Vec<_>>().join("\n")).filter(|title| !title.is_empty());
        let title = self.bounds.alone.clone().or(above).or_else(|| self.info.title.clone());
        TableInfo { title, ..self.info.clone() }
    }

    /// Describes the table that begins with a column beside this one.
    pub(super) fn beside_info(&self, at: usize) -> TableInfo {
        let moved = |merge: &Merge| {
            let (first_column, last_column) =
                (merge.first_column.checked_sub(at)?, merge.last_column.checked_sub(at)?);
            Some(Merge { first_column, last_column, ..*merge })
        };
        TableInfo { merges: self.info.merges.iter().filter_map(moved).collect(), ..self.info.clone() }
    }
}

/// Returns the text that stands alone in its row.
pub(super) fn alone<'a>(record: &'a Record<'_>) -> Option<&'a str> {
    let mut filled = record.cells().map(str::trim).filter(|cell| !cell.is_empty());
    filled.next().filter(|_| filled.next().is_none())
}

impl Sampled {
    pub(super) fn of(record: &Record<'_>) -> Self {
        Self { line: record.line(), cells: record.cells().map(str::to_owned).collect() }
    }

    /// Returns its cells in one text, and where each stands.
    pub(super) fn joined(&self) -> (String, Vec<(u32, u32)>) {
        let (mut text, mut spans) = (String::new(), Vec::with_capacity(self.cells.len()));
        for cell in &self.cells {
            let start = narrow(text.len());
            text.push_str(cell);
            spans.push((start, narrow(text.len())));
        }
        (text, spans)
    }
}

/// Tells whether each row of numbers has a label of its own, or a year, in the first column.
fn labels_rows(rows: &[Sampled]) -> bool {
    let has_numbers = |row: &&Sampled| row.cells.iter().skip(1).any(|cell| looks_numeric(cell));
    let labels: Vec<&str> = rows.iter().filter(has_numbers).map(|row| row.cell(0).trim()).collect();
    let is_label = |cell: &&str| !cell.is_empty() && (!looks_numeric(cell) || is_year(cell));
    labels.len() > 1
        && labels.iter().all(is_label)
        && labels.windows(2).any(|pair| matches!(pair, [one, two] if one != two))
}

/// Returns the column with which a second table beside the first begins: behind a blank column it has areas of its own, others
/// than the first in some row.
pub(super) fn beside(lexicon: &Lexicon, known: &Known, sample: &[Sampled]) -> Option<usize> {
    let width = sample.iter().map(|record| record.cells.len()).max()?;
    let blank = |at: usize| sample.iter().all(|record| record.cell(at).trim().is_empty());
    let gaps = (1..width.saturating_sub(2)).filter(|at| blank(*at) && !blank(at + 1) && !blank(at - 1));
    gaps.map(|at| at + 1).find(|at| {
        let (left, right): (Vec<Sampled>, Vec<Sampled>) = sample.iter().map(|row| row.split(*at)).unzip();
        let find = |rows: &[Sampled], width| places::find(lexicon, known, rows, width, None, None);
        let (one, two) = match (find(&left, *at), find(&right, width - at)) {
            (Some((one, _)), Some((two, _))) => (one, two),
            // What labels its own rows is not about the areas beside it.
            (Some(_), None) | (None, Some(_)) => return labels_rows(&left) && labels_rows(&right),
            (None, None) => return false,
        };
        let key = |area: &AreaSource, row: &Sampled| area.key(known, &|at| row.cell(at));
        left.iter().zip(&right).any(|(left, right)| {
            key(&one, left).zip(key(&two, right)).is_some_and(|(left, right)| left != right)
        })
    })
}
