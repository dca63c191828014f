//! What is asked of many areas, as JavaScript says it: which are wanted, and what is assumed of them.

use serde::Deserialize;
use tsify::Tsify;

use crate::criteria::{CriteriaSet, Reading};
use crate::error::{Error, Problem};
use crate::figure::Decimal;
use crate::many::{Filter, Order, Run, Scenario, SortBy};

/// Which areas are wanted, in which order.
#[derive(Debug, Default, Deserialize, Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase", default)]
pub struct Selection {
    /// The municipality's four digits.
    municipality: Option<String>,
    /// `meets`, `does-not-meet` or `undetermined`.
    verdict: Option<String>,
    /// A criterion's id, for `outcome` and `within`.
    criterion: Option<String>,
    /// `met`, `at-threshold`, `not-met` or `unknown`.
    outcome: Option<String>,
    /// The most points from the criterion's threshold, as a decimal.
    within: Option<String>,
    /// A part of a name or code.
    text: String,
    /// `file`, `code`, `name`, `municipality`, `verdict`, or a criterion's id.
    sort: String,
    /// Largest first.
    descending: bool,
}

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

impl Selection {
    pub(super) fn resolve(&self, run: &Run) -> Result<(Filter, SortBy, Order), Error> {
        let about = self.criterion.as_deref().map(|id| nth(run.set(), id)).transpose()?;
        let outcome = self.outcome.as_deref().map(str::parse).transpose()?;
        let within = self.within.as_deref().map(str::parse::<Decimal>).transpose()?;
        let filter = Filter {
            municipality: self.municipality.clone(),
            verdict: self.verdict.as_deref().map(str::parse).transpose()?,
            outcome: about.zip(outcome),
            within: about.zip(within),
            text: self.text.clone(),
        };
        let by = match self.sort.as_str() {
            "" | "file" => SortBy::File,
            "code" => SortBy::Code,
            "name" => SortBy::Name,
            "municipality" => SortBy::Municipality,
            "verdict" => SortBy::Verdict,
            criterion => SortBy::Figure(nth(run.set(), criterion)?),
        };
        Ok((filter, by, if self.descending { Order::Descending } else { Order::Ascending }))
    }
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

/// Returns which criterion of a set an id names.
pub(super) fn nth(set: &CriteriaSet, criterion: &str) -> Result<usize, Error> {
    let known: Vec<&str> = set.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    let found = set.criterion(criterion).map(|(nth, _)| nth);
    found.ok_or_else(|| Problem::unknown_word(criterion, &known).into())
}
