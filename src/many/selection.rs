//! Which areas are wanted, in the words that the page and a project have for it.

use serde::Deserialize;

use super::run::Run;
use super::view::{Filter, Order, SortBy};
use crate::criteria::CriteriaSet;
use crate::error::{Error, Problem};
use crate::figure::Decimal;

/// Which areas are wanted, in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase", default)]
pub struct Selection {
    /// The municipality's four digits.
    pub municipality: Option<String>,
    /// `meets`, `does-not-meet` or `undetermined`.
    pub verdict: Option<String>,
    /// A criterion's id, for `outcome` and `within`.
    pub criterion: Option<String>,
    /// `met`, `at-threshold`, `not-met` or `unknown`.
    pub outcome: Option<String>,
    /// The most points from the criterion's threshold, as a decimal.
    pub within: Option<String>,
    /// A part of a name or code.
    pub text: String,
    /// `file`, `code`, `name`, `municipality`, `verdict`, or a criterion's id.
    pub sort: String,
    /// Largest first.
    pub descending: bool,
}

impl Selection {
    /// Tells whether it leaves some areas out, whatever it sorts by.
    pub fn is_filter(&self) -> bool {
        !self.text.trim().is_empty() || self.municipality.is_some() || !self.is_of_places()
    }

    /// Tells whether it asks for nothing but places and names.
    pub fn is_of_places(&self) -> bool {
        self.verdict.is_none() && self.outcome.is_none() && self.within.is_none()
    }

    /// Returns what it asks of a run's areas.
    ///
    /// # Errors
    /// `unknown-word` for a criterion that the run's set does not have and for words that are none of those above, and those
    /// of a decimal.
    pub fn resolve(&self, run: &Run) -> Result<(Filter, SortBy, Order), Error> {
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

/// Returns which criterion of a set an id names.
///
/// # Errors
/// `unknown-word`.
pub fn nth(set: &CriteriaSet, criterion: &str) -> Result<usize, Error> {
    let known: Vec<&str> = set.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    let found = set.criterion(criterion).map(|(nth, _)| nth);
    found.ok_or_else(|| Problem::unknown_word(criterion, &known).into())
}
