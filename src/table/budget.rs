//! One budget for a file, spent by whoever reads it as it reads: what a file may cost stands in relation to its bytes.
//!
//! A file of 400 bytes can repeat one cell hundreds of millions of times, inflate to gigabytes, have a text that every
//! cell refers to, name one part as 256 sheets, or be a sparse cube of nothing. The limits of [`Limits`] are for files of
//! any size; a small file gets a share of them that grows with its bytes, far above what the formats need: a workbook
//! inflates to some ten times its bytes, and a cell takes some ten bytes of them.

use std::cell::Cell;

use super::{Limits, wide};
use crate::error::{Error, Problem, Quantity};

/// How deep elements may lie within each other; workbooks need ten.
const DEPTH: u64 = 256;

/// What is left of one quantity.
#[derive(Debug)]
struct Purse {
    what: Quantity,
    left: Cell<u64>,
    limit: u64,
}

impl Purse {
    fn new(what: Quantity, limit: u64) -> Self {
        Self { what, left: Cell::new(limit), limit }
    }

    fn spend(&self, amount: u64) -> Result<(), Error> {
        match self.left.get().checked_sub(amount) {
            Some(left) => {
                self.left.set(left);
                Ok(())
            }
            None => Err(Problem::TooLarge { what: self.what, limit: self.limit }.into()),
        }
    }
}

/// What the reading of one file may still cost.
#[derive(Debug)]
pub(super) struct Budget {
    inflated: Purse,
    cells: Purse,
    unwritten: Purse,
    text: Purse,
    elements: Purse,
    members: Purse,
}

impl Budget {
    /// Makes the budget of a file of so many bytes.
    pub(super) fn new(limits: &Limits, bytes: usize) -> Self {
        let grown = |base: u64, for_each: u64| base.saturating_add(for_each.saturating_mul(wide(bytes)));
        Self {
            inflated: Purse::new(Quantity::InflatedBytes, limits.inflated_bytes.min(grown(64 << 20, 24))),
            cells: Purse::new(Quantity::Cells, limits.cells.min(grown(1_000_000, 6))),
            unwritten: Purse::new(Quantity::UnwrittenCells, limits.unwritten.min(grown(1_000_000, 1))),
            text: Purse::new(Quantity::TextBytes, limits.text_bytes.min(grown(64 << 20, 32))),
            elements: Purse::new(Quantity::Elements, grown(8_000_000, 4)),
            members: Purse::new(Quantity::Members, limits.members),
        }
    }

    /// Spends bytes that a compressed member inflates to.
    pub(super) fn inflate(&self, bytes: usize) -> Result<(), Error> {
        self.inflated.spend(wide(bytes))
    }

    /// Returns how many bytes may be inflated in all, for an error.
    pub(super) fn inflated_limit(&self) -> u64 {
        self.inflated.limit
    }

    /// Spends the cells of a record, some of which are blank, and the text in them.
    pub(super) fn record(&self, cells: u64, blank: u64, text: u64) -> Result<(), Error> {
        self.cells.spend(cells)?;
        self.text.spend(text)?;
        self.unwritten.spend(blank)
    }

    /// Spends cells that the file has no bytes for.
    pub(super) fn repeat(&self, cells: u64) -> Result<(), Error> {
        self.unwritten.spend(cells)
    }

    /// Tells whether a cube may have so many cells, before any of them is made.
    pub(super) fn allows_cells(&self, cells: u64) -> Result<(), Error> {
        if cells > self.cells.left.get() {
            return Err(Problem::TooLarge { what: Quantity::Cells, limit: self.cells.limit }.into());
        }
        Ok(())
    }

    /// Spends elements: tags, shared texts, formats, merged ranges, records.
    pub(super) fn elements(&self, count: usize) -> Result<(), Error> {
        self.elements.spend(wide(count))
    }

    /// Spends a sheet, a dataset or a file of an archive.
    pub(super) fn member(&self) -> Result<(), Error> {
        self.members.spend(1)
    }

    /// Tells whether elements may lie so deep within each other.
    pub(super) fn depth(depth: u64) -> Result<(), Error> {
        if depth > DEPTH {
            return Err(Problem::TooLarge { what: Quantity::Depth, limit: DEPTH }.into());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_file_gets_a_small_share_and_the_limit_is_named() {
        let budget = Budget::new(&Limits::default(), 1_000);
        assert_eq!(budget.repeat(1_001_000), Ok(()));
        let error = budget.repeat(1).unwrap_err();
        assert_eq!(error.problem, Problem::TooLarge { what: Quantity::UnwrittenCells, limit: 1_001_000 });
        assert!(budget.record(3, 0, 64 << 20).is_ok());
        assert!(budget.record(3, 0, 32_000).is_ok());
        assert!(budget.record(3, 0, 1).is_err());
    }

    #[test]
    fn a_large_file_has_the_limits_for_all_files() {
        let budget = Budget::new(&Limits::default(), 128 << 20);
        assert_eq!(budget.inflated_limit(), 1 << 30);
        assert!(Budget::depth(256).is_ok() && Budget::depth(257).is_err());
    }
}
