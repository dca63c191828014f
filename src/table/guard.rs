//! What all records of a workbook or a cube may hold together, however few bytes of the file tell it.
//!
//! A file of 400 bytes can repeat one cell hundreds of millions of times, have a text that every cell refers to, or be
//! a sparse cube of nothing.

use super::{Flow, Limits, Record, Sink, TableInfo};
use crate::error::{Error, Problem, Quantity};

/// Hands on what it takes, within the limits of text and of unwritten cells.
pub(super) struct Guard<'a, S: ?Sized> {
    sink: &'a mut S,
    limits: &'a Limits,
    table: Option<TableInfo>,
    text: u64,
    unwritten: u64,
}

impl<'a, S: Sink + ?Sized> Guard<'a, S> {
    pub(super) fn new(sink: &'a mut S, limits: &'a Limits) -> Self {
        Self { sink, limits, table: None, text: 0, unwritten: 0 }
    }

    fn exceeded(&mut self, record: &Record<'_>) -> Option<(Quantity, u64)> {
        let (mut length, mut blank) = (0_u64, 0_u64);
        for (start, end) in record.spans {
            length = length.saturating_add(end.saturating_sub(*start).into());
            blank += u64::from(start == end);
        }
        self.text = self.text.saturating_add(length);
        self.unwritten = self.unwritten.saturating_add(blank);
        [
            (length, Quantity::RowLength, self.limits.row_length),
            (self.text, Quantity::TextBytes, self.limits.text_bytes),
            (self.unwritten, Quantity::UnwrittenCells, self.limits.unwritten),
        ]
        .into_iter()
        .find_map(|(found, what, limit)| (found > limit).then_some((what, limit)))
    }
}

impl<S: Sink + ?Sized> Sink for Guard<'_, S> {
    fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
        self.table = Some(table.clone());
        self.sink.table(table)
    }

    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
        if let Some((what, limit)) = self.exceeded(record) {
            let place = self.table.as_ref().map(|table| table.place(record.line())).unwrap_or_default();
            return Err(Error::from(Problem::TooLarge { what, limit }).at(place));
        }
        self.sink.record(record)
    }
}
