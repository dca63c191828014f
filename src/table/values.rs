//! Texts of values, in one piece of memory.

use super::{narrow, wide};

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

    /// Returns the text of the value at an index.
    pub(super) fn find(&self, index: u64) -> Option<&str> {
        let index = usize::try_from(index).ok()?;
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        Some(super::slice(&self.text, (start, *self.ends.get(index)?)))
    }
}
