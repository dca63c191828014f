//! A record under way, cell by cell.

use super::{Flow, Limits, Record, Sink, narrow, wide};
use crate::error::{Error, Place, Problem, Quantity};

/// A record whose cells are still being added.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) text: String,
    pub(super) spans: Vec<(u32, u32)>,
}

impl Row {
    /// Begins another record.
    pub(super) fn begin(&mut self, line: u64) {
        self.line = line;
        self.text.clear();
        self.spans.clear();
    }

    /// Adds a cell.
    pub(super) fn push(&mut self, cell: &str) {
        let start = narrow(self.text.len());
        self.text.push_str(cell);
        self.end_cell(start);
    }

    /// Ends a cell whose text was added behind `start`.
    pub(super) fn end_cell(&mut self, start: u32) {
        self.spans.push((start, narrow(self.text.len())));
    }

    /// Adds blank cells up to a column, from 0.
    pub(super) fn skip_to(&mut self, column: usize, limits: &Limits) -> Result<(), Error> {
        if wide(column) > limits.columns {
            return Err(self.too_large(Quantity::Columns, limits.columns));
        }
        let end = narrow(self.text.len());
        if self.spans.len() < column {
            self.spans.resize(column, (end, end));
        }
        Ok(())
    }

    /// Puts a cell into a column, wherever the cells before it stand.
    pub(super) fn set(&mut self, column: usize, cell: &str, limits: &Limits) -> Result<(), Error> {
        let start = narrow(self.text.len());
        self.text.push_str(cell);
        self.skip_to(column.saturating_add(1), limits)?;
        if let Some(span) = self.spans.get_mut(column) {
            *span = (start, narrow(self.text.len()));
        }
        self.check(limits)
    }

    /// Tells whether the cells so far are within the limits of one record.
    pub(super) fn check(&self, limits: &Limits) -> Result<(), Error> {
        if wide(self.spans.len()) > limits.columns {
            return Err(self.too_large(Quantity::Columns, limits.columns));
        }
        if wide(self.text.len()) > limits.row_length {
            return Err(self.too_large(Quantity::RowLength, limits.row_length));
        }
        Ok(())
    }

    /// Hands the record to the sink and forgets it; a record without a cell is none.
    pub(super) fn send(&mut self, sink: &mut (impl Sink + ?Sized)) -> Result<Flow, Error> {
        if self.spans.is_empty() {
            return Ok(Flow::Continue);
        }
        let flow = sink.record(&Record::new(self.line, &self.text, &self.spans));
        self.begin(self.line);
        flow
    }

    /// Makes the error that tells of a limit at this record.
    pub(super) fn too_large(&self, what: Quantity, limit: u64) -> Error {
        let place = Place { line: Some(self.line), ..Place::default() };
        Error::from(Problem::TooLarge { what, limit }).at(place)
    }
}
