//! Unfolds a cube (JSON-stat, PX) into the table that the publishing software would write of it.
//!
//! The dimension of measures and the one of time become the columns, joined into one title each, all others become
//! columns of categories: the shape of the database's own CSV, so that all three are understood alike.

use super::{Category, Dimension, Flow, Interrupt, Limits, Record, Role, Sink, TableInfo, narrow, wide};
use crate::error::{Error, Problem, Quantity};

/// Returns the texts of the cells of a dimension; of areas code and name.
fn texts(dimension: &Dimension) -> Vec<String> {
    let of = |Category { code, label, .. }: &Category| {
        let with_code = dimension.role == Role::Area && !label.starts_with(code.as_str());
        if with_code { format!("{code} {label}") } else { label.clone() }
    };
    dimension.categories.iter().map(of).collect()
}

/// Multiplies the sizes of the dimensions.
///
/// # Errors
///
/// `too-large` beyond the limit of cells, without overflow and before anything is allocated.
pub(super) fn product(sizes: impl IntoIterator<Item = u64>, limits: &Limits) -> Result<u64, Error> {
    let limit = limits.cells;
    let product = sizes.into_iter().try_fold(1_u64, u64::checked_mul);
    product
        .filter(|cells| *cells <= limit)
        .ok_or_else(|| Problem::TooLarge { what: Quantity::Cells, limit }.into())
}

/// A dimension with its stride in the row-major order of the values.
struct Axis {
    texts: Vec<String>,
    stride: u64,
}

/// Pushes the header and then a record for each combination of categories; `value` answers for a value's flat index.
pub(super) fn unfold<'v>(
    info: &TableInfo,
    value: &dyn Fn(u64) -> &'v str,
    limits: &Limits,
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let (mut stub, mut heading, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    let mut stride = 1_u64;
    for dimension in info.dimensions.iter().rev() {
        let axis = Axis { texts: texts(dimension), stride };
        stride = stride.saturating_mul(wide(dimension.categories.len()));
        if dimension.in_columns {
            heading.push(axis);
        } else {
            stub.push(axis);
            labels.push(dimension.label.as_str());
        }
    }
    stub.reverse();
    heading.reverse();
    labels.reverse();
    if stride == 0 {
        return Ok(());
    }
    let width = heading.iter().fold(1_u64, |width, axis| width.saturating_mul(wide(axis.texts.len())));
    if width.saturating_add(wide(labels.len())) > limits.columns {
        return Err(Problem::TooLarge { what: Quantity::Columns, limit: limits.columns }.into());
    }
    let columns = heading_columns(&heading, info.title.as_deref().unwrap_or_default());
    if sink.table(info)? == Flow::Stop {
        return Ok(());
    }
    let mut row = Row::default();
    for label in &labels {
        row.push(label);
    }
    for (title, _) in &columns {
        row.push(title);
    }
    if row.send(1, sink)? == Flow::Stop {
        return Ok(());
    }
    let mut position = vec![0_usize; stub.len()];
    for line in 2_u64.. {
        if line.is_multiple_of(1024) && interrupt.should_interrupt() {
            return Err(Problem::Cancelled.into());
        }
        let mut offset = 0_u64;
        for (axis, at) in stub.iter().zip(&position) {
            row.push(axis.texts.get(*at).map_or("", String::as_str));
            offset = offset.saturating_add(axis.stride.saturating_mul(wide(*at)));
        }
        for (_, column) in &columns {
            row.push(value(offset.saturating_add(*column)));
        }
        if row.send(line, sink)? == Flow::Stop || !advance(&mut position, &stub) {
            return Ok(());
        }
    }
    Ok(())
}

/// Lists the columns: their titles and their offsets in the values. A cube without a heading has one column.
fn heading_columns(heading: &[Axis], title: &str) -> Vec<(String, u64)> {
    if heading.is_empty() {
        return vec![(title.to_owned(), 0)];
    }
    let mut columns = vec![(String::new(), 0_u64)];
    for axis in heading {
        let next = columns.iter().flat_map(|(title, offset)| {
            axis.texts.iter().enumerate().map(move |(at, text)| {
                let title = if title.is_empty() { text.clone() } else { format!("{title} {text}") };
                (title, offset.saturating_add(axis.stride.saturating_mul(wide(at))))
            })
        });
        columns = next.collect();
    }
    columns
}

/// Moves to the next combination, the last dimension first; `false` after the last one.
fn advance(position: &mut [usize], axes: &[Axis]) -> bool {
    for (at, axis) in position.iter_mut().zip(axes).rev() {
        *at += 1;
        if *at < axis.texts.len() {
            return true;
        }
        *at = 0;
    }
    false
}

/// How many decimals the values are published with, by measure.
#[derive(Debug)]
pub(super) struct Decimals<'a> {
    stride: u64,
    size: u64,
    by_measure: &'a [Option<u32>],
}

impl<'a> Decimals<'a> {
    /// Finds the dimension whose categories have decimals; `decimals` has a list for each dimension.
    pub(super) fn find(dimensions: &[Dimension], decimals: &'a [Vec<Option<u32>>]) -> Self {
        let mut stride = 1_u64;
        for (dimension, decimals) in dimensions.iter().zip(decimals).rev() {
            let size = wide(dimension.categories.len()).max(1);
            if decimals.iter().any(Option::is_some) {
                return Self { stride, size, by_measure: decimals };
            }
            stride = stride.saturating_mul(size);
        }
        Self { stride: 1, size: 1, by_measure: &[] }
    }

    /// Returns the decimals of the value at a flat index; 0 where none are told.
    pub(super) fn of(&self, index: u64) -> u32 {
        let at = (index / self.stride) % self.size;
        usize::try_from(at).ok().and_then(|at| self.by_measure.get(at).copied().flatten()).unwrap_or(0)
    }
}

/// A record under way.
#[derive(Debug, Default)]
pub(super) struct Row {
    text: String,
    spans: Vec<(u32, u32)>,
}

impl Row {
    /// Adds a cell.
    pub(super) fn push(&mut self, cell: &str) {
        let start = narrow(self.text.len());
        self.text.push_str(cell);
        self.spans.push((start, narrow(self.text.len())));
    }

    /// Hands the record to the sink and begins the next one.
    pub(super) fn send(&mut self, line: u64, sink: &mut (impl Sink + ?Sized)) -> Result<Flow, Error> {
        let flow = sink.record(&Record::new(line, &self.text, &self.spans));
        self.text.clear();
        self.spans.clear();
        flow
    }
}

/// Texts of values, in one piece of memory.
#[derive(Debug, Default)]
pub(super) struct Values {
    text: String,
    ends: Vec<u32>,
}

impl Values {
    /// Adds a value's text.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(narrow(self.text.len()));
    }

    /// Returns how many values there are.
    pub(super) fn len(&self) -> u64 {
        wide(self.ends.len())
    }

    /// Returns the text of the value at an index; empty beyond the last.
    pub(super) fn get(&self, index: u64) -> &str {
        let Ok(index) = usize::try_from(index) else { return "" };
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        match (start, self.ends.get(index)) {
            (Some(start), Some(end)) => super::slice(&self.text, (start, *end)),
            _ => "",
        }
    }
}
