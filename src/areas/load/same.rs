//! The area of the record before: long tables have many records of one, each with the same cell.

use super::apart::is_year;
use crate::areas::code::{Division, Known};
use crate::areas::layout::area_source::AreaSource;
use crate::areas::resolve::plan::Plan;
use crate::areas::words::cell::looks_numeric;
use crate::table::Record;

/// The area of a record, by which the next record's is told if its cell says the same.
#[derive(Debug)]
pub(super) struct Same {
    column: usize,
    text: String,
    /// Whether no record with this cell is a heading.
    pub(super) in_rows: bool,
    pub(super) found: Found,
}

/// What a record's cell told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) area: usize,
    pub(super) kind: (Division, u16),
    pub(super) lost_zeros: bool,
}

impl Same {
    /// Keeps the cell of a record of an area; `None` where more than one cell tells it, or its record tells a key too.
    pub(super) fn next(
        before: Option<Self>,
        plan: &Plan,
        record: &Record<'_>,
        known: &Known,
        found: Found,
    ) -> Option<Self> {
        let AreaSource::Cell { column, .. } = plan.area else { return None };
        if !plan.keys.is_empty() {
            return None;
        }
        let cell = record.cell(column);
        let in_rows = !is_year(cell.trim()) && (looks_numeric(cell) || known.label(cell).is_some());
        let mut text = before.map(|before| before.text).unwrap_or_default();
        cell.clone_into(&mut text);
        Some(Self { column, text, in_rows, found })
    }

    /// Tells whether a record is of the same area.
    pub(super) fn is_of(&self, record: &Record<'_>) -> bool {
        record.cell(self.column) == self.text
    }
}
