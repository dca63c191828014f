//! What is assumed of many areas, as JavaScript says it.

use serde::Deserialize;
use tsify::Tsify;

use crate::criteria::Reading;
use crate::error::Error;
use crate::figure::Decimal;
use crate::many::{Run, Scenario, nth};

/// What is assumed of all areas; by criterion id, decimals as text.
#[derive(Debug, Default, Deserialize, Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase", default)]
pub struct Assumption {
    /// Other thresholds: pairs of a criterion's id and a decimal.
    thresholds: Vec<(String, String)>,
    /// Points by which all figures are moved: pairs of a criterion's id and a decimal.
    shifts: Vec<(String, String)>,
    /// Another tie, or null.
    tie: Option<String>,
    /// Another number of criteria, or null.
    require: Option<String>,
}

impl Assumption {
    pub(super) fn resolve(&self, run: &Run) -> Result<(Scenario, Reading), Error> {
        let set = run.set();
        let by_position = |pairs: &[(String, String)]| {
            let mut list = vec![None; set.criteria.len()];
            for (id, text) in pairs {
                let value: Decimal = text.parse()?;
                if let Some(slot) = list.get_mut(nth(set, id)?) {
                    *slot = Some(value);
                }
            }
            Ok::<_, Error>(list)
        };
        let scenario =
            Scenario { thresholds: by_position(&self.thresholds)?, shifts: by_position(&self.shifts)? };
        let own = run.reading();
        let reading = Reading {
            tie: self.tie.as_deref().map(str::parse).transpose()?.unwrap_or(own.tie),
            require: self.require.as_deref().map(str::parse).transpose()?.unwrap_or(own.require),
        };
        Ok((scenario, reading))
    }
}
