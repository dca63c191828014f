//! A table in which no column of areas was recognised: its heading, and the columns that could be areas, for a person to
//! say which is. A city's own division has no national code, so only its reader knows what it is.

use std::collections::BTreeSet;

use crate::areas::code::{Known, named};
use crate::areas::layout::heading::Heading;
use crate::areas::told::ledger::{Accounts, NotUsed, Why};
use crate::areas::told::understanding::{ColumnFound, Role};
use crate::areas::words::cell::looks_numeric;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;
use crate::table::{TableInfo, wide};

/// A table whose areas a person has to point out.
#[derive(Debug, Clone)]
pub(in crate::areas) struct Unlocated {
    pub(in crate::areas) header_line: Option<u64>,
    names: Vec<String>,
    header: Vec<String>,
    /// The columns that could be areas, best first.
    candidates: Vec<usize>,
}

/// What the cells of a column below the heading are.
#[derive(Debug, Default)]
struct Cells<'a> {
    texts: usize,
    distinct: BTreeSet<&'a str>,
    digits: usize,
}

/// Rows among which one of areas is looked for.
const TOP: usize = 20;

/// Tells whether a table lies on its side: its areas stand in a row, each with a column of its own.
pub(in crate::areas) fn lies_sideways(known: &Known, sample: &[Sampled]) -> bool {
    let is_area = |cell: &str| {
        let label = known.label(cell).or_else(|| named(cell));
        // The numbers of municipalities are those of years, too.
        label.is_some_and(|label| {
            !label.name.is_empty() || label.code.bytes().any(|byte| !byte.is_ascii_digit())
        })
    };
    sample.iter().take(TOP).any(|record| {
        let cells = record.cells.iter().skip(1).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        let (areas, others): (Vec<&str>, Vec<&str>) = cells.partition(|cell| is_area(cell));
        areas.len() > 1 && areas.len() > others.len()
    })
}

impl Unlocated {
    /// Finds the heading above the first row that has a text and a number; `None` where there is no such row, or no
    /// heading above it.
    pub(in crate::areas) fn find(lexicon: &Lexicon, info: &TableInfo, sample: &[Sampled]) -> Option<Self> {
        let width = sample.iter().map(|record| record.cells.len()).max()?;
        let is_row = |record: &Sampled| {
            let has = |wanted: fn(&str) -> bool| {
                record.cells.iter().any(|cell| !cell.trim().is_empty() && wanted(cell.trim()))
            };
            has(looks_numeric) && has(|cell| !looks_numeric(cell))
        };
        // A title with a year in it stands above a heading of texts.
        let rows = || sample.iter().enumerate().filter(|(_, record)| is_row(record)).map(|(at, _)| at);
        let heading = rows()
            .map(|first| Heading::find(lexicon, info, sample, first, None, width))
            .find(|heading| heading.line.is_some())?;
        // A recipe names the column as the lowest row does.
        let below = |record: &Sampled| heading.line.is_some_and(|line| record.line > line);
        let first = sample.iter().position(below)?;
        let heading = Heading::find(lexicon, info, sample, first, heading.line, width);
        let data: Vec<&Sampled> = sample.iter().filter(|record| below(record) && is_row(record)).collect();
        let columns: Vec<Cells<'_>> = (0..width).map(|at| cells(&data, at)).collect();
        let mut candidates: Vec<usize> = (0..width)
            .filter(|at| columns.get(*at).is_some_and(|cells| cells.texts * 2 > data.len()))
            .collect();
        // One text for each row, as names of areas are, stands before categories that come again.
        candidates.sort_by_key(|at| {
            let distinct = columns.get(*at).map_or(0, |cells| cells.distinct.len());
            (std::cmp::Reverse(distinct), *at)
        });
        // Numbers that are all different may be those of the areas.
        let numbered = (0..width).filter(|at| {
            columns
                .get(*at)
                .is_some_and(|cells| cells.digits == data.len() && cells.distinct.len() == data.len())
        });
        let numbered: Vec<usize> = numbered.filter(|at| !candidates.contains(at)).collect();
        let has_texts = !candidates.is_empty();
        candidates.extend(numbered);
        has_texts.then(|| Self {
            header_line: heading.line,
            names: heading.names(),
            header: (0..width).map(|at| heading.text(at)).collect(),
            candidates,
        })
    }

    /// Returns the columns, none of which is taken for anything.
    pub(in crate::areas) fn columns(&self) -> Vec<ColumnFound> {
        let column = |(name, header): (&String, &String)| ColumnFound {
            name: name.clone(),
            header: header.clone(),
            role: Role::Other,
            criteria: Vec::new(),
            decimal_mark: None,
            categories: Vec::new(),
        };
        self.names.iter().zip(&self.header).map(column).collect()
    }

    /// Returns the names of the columns that could be areas, best first.
    pub(in crate::areas) fn candidates(&self) -> Vec<String> {
        self.candidates.iter().filter_map(|at| self.names.get(*at).cloned()).collect()
    }

    /// Returns the account of the columns: all wait for the answer.
    pub(in crate::areas) fn accounts(&self) -> Accounts {
        let all = wide(self.names.len());
        Accounts { all, not_used: all, ..Accounts::default() }
    }

    /// Says of each column that it waits for the answer.
    pub(in crate::areas) fn not_used(&self) -> Vec<NotUsed> {
        let asked = |column: &String| NotUsed { column: column.clone(), category: None, why: Why::Asked };
        self.names.iter().map(asked).collect()
    }
}

fn cells<'a>(data: &[&'a Sampled], column: usize) -> Cells<'a> {
    let mut cells = Cells::default();
    for record in data {
        let cell = record.cell(column).trim();
        if cell.is_empty() {
            continue;
        }
        if !looks_numeric(cell) {
            cells.texts += 1;
        }
        cells.digits += usize::from(cell.bytes().all(|byte| byte.is_ascii_digit()));
        cells.distinct.insert(cell);
    }
    cells
}
