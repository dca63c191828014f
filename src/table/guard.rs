//! Every record of a workbook, a cube or an archive on its way to the sink: paid for from the file's budget, and its letters
//! brought to one spelling.

use super::budget::Budget;
use super::letters::{Composed, compose, has_marks};
use super::{Dimension, Flow, Limits, Lines, Record, Sink, TableInfo, slice, wide};
use crate::error::{Error, Problem, Quantity};

/// Hands on what it takes, within the budget.
pub(super) struct Guard<'a, S: ?Sized> {
    sink: &'a mut S,
    limits: &'a Limits,
    budget: &'a Budget,
    table: Option<TableInfo>,
    composed: Composed,
}

impl<'a, S: Sink + ?Sized> Guard<'a, S> {
    pub(super) fn new(sink: &'a mut S, limits: &'a Limits, budget: &'a Budget) -> Self {
        Self { sink, limits, budget, table: None, composed: Composed::default() }
    }

    /// Pays for a record, and returns the text that its cells lie in.
    fn pay<'r>(&self, record: &Record<'r>) -> Result<&'r str, Error> {
        let (mut length, mut blank, mut last) = (0_u64, 0_u64, 0);
        for (start, end) in record.spans {
            length = length.saturating_add(end.saturating_sub(*start).into());
            blank += u64::from(start == end);
            last = last.max(*end);
        }
        if length > self.limits.row_length {
            return Err(Problem::TooLarge { what: Quantity::RowLength, limit: self.limits.row_length }.into());
        }
        self.budget.record(wide(record.spans.len()), blank, length)?;
        Ok(slice(record.text, (0, last)))
    }
}

impl<S: Sink + ?Sized> Sink for Guard<'_, S> {
    fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
        let mut table = table.clone();
        let TableInfo { sheet, title, contents, dimensions, .. } = &mut table;
        [sheet, title, contents].into_iter().flatten().for_each(|text| compose(text, 0));
        let texts = |dimension: &Dimension| {
            has_marks(&dimension.label) || dimension.categories.iter().any(|c| has_marks(&c.label))
        };
        if dimensions.iter().any(texts) {
            let mut own = dimensions.to_vec();
            for dimension in &mut own {
                compose(&mut dimension.label, 0);
                dimension.categories.iter_mut().for_each(|category| compose(&mut category.label, 0));
            }
            *dimensions = own.into();
        }
        self.sink.table(self.table.insert(table))
    }

    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
        let text = self.pay(record).map_err(|error| match &self.table {
            Some(table) => error.at(table.place(record.line())),
            None => error,
        })?;
        if has_marks(text) {
            return self.sink.record(&self.composed.record(record));
        }
        self.sink.record(record)
    }

    fn skipped(&mut self, error: &Error) {
        self.sink.skipped(error);
    }

    /// Lines are written out in a file, so that their bytes are all they cost.
    fn lines(&mut self, lines: Lines) -> Result<Flow, Error> {
        self.budget.record(0, 0, wide(lines.text().len()))?;
        self.sink.lines(lines)
    }
}
