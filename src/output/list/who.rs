//! In which municipality the area of a row lies.

use crate::areas::Area;
use crate::memo::{self, Municipality};

/// Finds out in which municipality the areas of rows lie; it is looked for only where it is another than the row before's.
#[derive(Debug, Default)]
pub(in crate::output) struct Neighbours {
    /// What the code of the area asked about last begins with.
    start: Option<u64>,
    code: Option<String>,
    municipality: Option<&'static Municipality>,
}

impl Neighbours {
    /// Returns the municipality's four digits of the area asked about last.
    pub(in crate::output) fn municipality_code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// Returns that municipality, where it is one of today.
    pub(in crate::output) fn municipality(&self) -> Option<&'static Municipality> {
        self.municipality
    }

    /// Looks at an area, and tells whether its municipality is the one of the area before.
    pub(in crate::output) fn meet(&mut self, area: Area<'_>) -> bool {
        let start = area.start_of_code();
        let is_same = start.is_some() && start == self.start;
        if !is_same {
            self.start = start;
            self.code = area.municipality();
            self.municipality = self.code.as_deref().and_then(memo::by_code);
        }
        is_same
    }
}
