//! What could not be read: each record and each cell, with place, text and reason.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::error::{Place, Problem};

/// A record or a cell that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// File, sheet, line and column; without a column it is the whole record.
    pub place: Place,
    /// Why.
    pub problem: Problem,
    /// The text as it stands, cut to [`Rejected::TEXT`] characters.
    pub text: String,
}

impl Rejected {
    /// As many characters of a text are kept.
    pub const TEXT: usize = 200;

    pub(in crate::areas) fn new(place: Place, problem: Problem, text: &str) -> Self {
        Self { place, problem, text: text.chars().take(Self::TEXT).collect() }
    }
}

impl Serialize for Rejected {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Rejected", 6)?;
        object.serialize_field("file", &self.place.file)?;
        object.serialize_field("sheet", &self.place.sheet)?;
        object.serialize_field("line", &self.place.line)?;
        object.serialize_field("column", &self.place.column)?;
        object.serialize_field("code", self.problem.code())?;
        object.serialize_field("text", &self.text)?;
        object.end()
    }
}

/// All that was rejected: the number, and the entries as far as they are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RejectedList {
    entries: Vec<Rejected>,
    total: u64,
}

impl RejectedList {
    /// As many entries of one file are kept; more are counted.
    pub const KEPT: usize = 100_000;

    pub(in crate::areas) fn push(&mut self, rejected: impl FnOnce() -> Rejected) {
        self.total += 1;
        if self.entries.len() < Self::KEPT {
            self.entries.push(rejected());
        }
    }

    /// Takes out the entries for which `keep` answers no.
    pub(in crate::areas) fn retain(&mut self, keep: impl Fn(&Rejected) -> bool) {
        let before = self.entries.len();
        self.entries.retain(keep);
        self.total -= crate::table::wide(before - self.entries.len());
    }

    /// Counts records whose entries are not kept.
    pub(in crate::areas) fn count(&mut self, records: u64) {
        self.total += records;
    }

    pub(in crate::areas) fn append(&mut self, mut other: Self) {
        self.total += other.total;
        self.entries.append(&mut other.entries);
    }

    /// Returns how many records and cells were rejected, those included whose entries are not kept.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Returns the entries that are kept, in the order of the files' lines.
    pub fn entries(&self) -> &[Rejected] {
        &self.entries
    }
}
