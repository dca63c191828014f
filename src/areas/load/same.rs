//! The area of the record before: long tables have many records of one, each with the same cell.

use crate::areas::code::{Division, Known};
use crate::areas::layout::area_source::AreaSource;
use crate::areas::resolve::plan::Plan;
use crate::areas::words::cell::{is_year, looks_numeric};
use crate::table::Record;

/// The area of a record, by which the next record's is told if its cell says the same.
#[derive(Debug)]
pub(super) struct Same {
    column: usize,
    text: String,
    /// The column with the municipality's name, where there is one, and its text.
    municipality: Option<(usize, String)>,
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
        let (mut text, named_before) =
            before.map(|before| (before.text, before.municipality)).unwrap_or_default();
        cell.clone_into(&mut text);
        let named = plan.name_column.filter(|_| found.kind.0 == Division::Municipality);
        let municipality = plan.municipality.or(named).map(|at| {
            let mut name = named_before.map(|(_, name)| name).unwrap_or_default();
            record.cell(at).clone_into(&mut name);
            (at, name)
        });
        Some(Self { column, text, municipality, in_rows, found })
    }

    /// Tells whether a record is of the same area.
    pub(super) fn is_of(&self, record: &Record<'_>) -> bool {
        let says = |(at, name): &(usize, String)| record.cell(*at) == name;
        record.cell(self.column) == self.text && self.municipality.as_ref().is_none_or(says)
    }
}
