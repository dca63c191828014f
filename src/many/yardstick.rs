//! The country and municipalities as what areas are compared with.

use serde::Serialize;

use super::Run;
use crate::assess::{Finding, assess};
use crate::figure::Stated;
use crate::memo;

/// What areas are compared with: the country or a municipality, by its own row in the files. It is no area, and has no
/// verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
pub struct Yardstick {
    /// The municipality's four digits; null for the country.
    pub municipality: Option<String>,
    /// The municipality's name; null for the country.
    pub name: Option<String>,
    /// Its figures, one for each criterion in the set's order.
    pub findings: Vec<Finding>,
}

impl Run {
    /// Returns the country and those of the municipalities that the files have figures of, of the same table and time as
    /// the areas'.
    pub fn yardsticks(&self, municipalities: &[String]) -> Vec<Yardstick> {
        let all = self.joined.yardsticks.iter().filter_map(|row| {
            // The country's code has no municipality in it.
            let municipality = row.municipality();
            if municipality.as_ref().is_some_and(|code| !municipalities.contains(code)) {
                return None;
            }
            let figures: Vec<Option<Stated>> = row.stated().collect();
            figures.iter().any(Option::is_some).then(|| Yardstick {
                name: municipality.as_deref().and_then(memo::by_code).map(|known| known.name.to_owned()),
                municipality,
                findings: assess(self.set(), self.reading(), &figures).findings,
            })
        });
        all.collect()
    }
}
