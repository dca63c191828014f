//! One of the first records of a table, by which it is recognised.

/// A record of the sample.
#[derive(Debug, Clone)]
pub(in crate::areas) struct Sampled {
    pub(in crate::areas) line: u64,
    pub(in crate::areas) cells: Vec<String>,
}

impl Sampled {
    pub(in crate::areas) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Returns the cells before a column and those from it on as records of their own.
    pub(in crate::areas) fn split(&self, at: usize) -> (Self, Self) {
        let (left, right) = self.cells.split_at(at.min(self.cells.len()));
        let of = |cells: &[String]| Self { line: self.line, cells: cells.to_vec() };
        (of(left), of(right))
    }
}
