//! Which area a row is about.

use crate::areas::Area;
use crate::memo::{self, Municipality};

/// Which area a row is about.
#[derive(Debug)]
pub(in crate::output) struct Who<'a> {
    /// The code as it is shown.
    pub(in crate::output) code: Option<String>,
    pub(in crate::output) name: Option<&'a str>,
    /// The municipality is the one of the row before.
    pub(in crate::output) same_municipality: bool,
}

/// Finds out which areas rows are about; the municipality only where it is another than the row before's.
#[derive(Debug, Default)]
pub(in crate::output) struct Neighbours {
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

    /// Returns which area it is.
    pub(in crate::output) fn who<'a>(&mut self, area: Area<'a>) -> Who<'a> {
        let bare = area.bare_code();
        let code_of_municipality = bare.as_deref().and_then(|code| code.get(..4));
        let same_municipality = self.code.is_some() && code_of_municipality == self.code.as_deref();
        if !same_municipality {
            self.code = area.municipality();
            self.municipality = self.code.as_deref().and_then(memo::by_code);
        }
        let code = if area.vintage().is_some() { area.code() } else { bare };
        Who { code, name: area.name(), same_municipality }
    }
}
