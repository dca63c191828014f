//! An area's figures against a criteria set under a reading: outcomes, verdict, and the trace to redo them by hand.
//!
//! Comparison is by integers and nothing divides before it compares: a percentage `v` against the threshold `t` by
//! scaling both, a count `n` of `d` by `100·n` against `t·d`. [`outcome`] and [`verdict`] allocate nothing;
//! [`assess`] explains them.
//!
//! ```
//! use troskel::assess::{self, Outcome, Verdict};
//! use troskel::criteria::sets;
//! use troskel::figure::{Figure, Stated};
//!
//! let set = sets::get("promemoria-2018").expect("a set of the product");
//! let reading = set.reading(None, None)?;
//! let area = ["742/1237", "11.2", "28.0", "71.3"]
//!     .iter()
//!     .map(|text| Ok(Some(Stated::from(text.parse::<Figure>()?))))
//!     .collect::<Result<Vec<_>, troskel::Error>>()?;
//! let assessment = assess::assess(&set, reading, &area);
//! assert_eq!(assessment.verdict, Verdict::DoesNotMeet);
//! assert_eq!(assessment.findings[2].outcome, Outcome::AtThreshold);
//! assert_eq!(assessment.findings[0].comparison.as_deref(), Some("100*742 = 74200 < 60*1237 = 74220"));
//! # Ok::<(), troskel::Error>(())
//! ```

#[cfg(feature = "tables")]
mod brief;
mod certainty;
mod finding;
mod sensitivity;
mod verdict;
mod what_if;

use std::cmp::Ordering;
use std::iter::repeat;

#[cfg(feature = "tables")]
pub(crate) use brief::{Brief, Briefly};
pub use certainty::{Certainty, Dependence, Outcomes, possible_outcomes};
pub use finding::{Finding, Glance, comparison};
pub use sensitivity::{Axis, GivenAxis, GridTable, Position, Strip, grid, grid_table, strip};
use serde::Serialize;
pub use verdict::{Tally, Verdict, counts_as_met, tally, verdict};
pub use what_if::{
    Change, Cheapest, Cost, CriterionChange, Impossible, Move, Part, PartChange, Persons, ReadingVerdict,
    Slack, Step, WhatIf, Who, readings, what_if,
};

use crate::criteria::{CriteriaSet, Criterion, Direction, Reading};
use crate::figure::{Figure, Stated};

worded! {
    /// The outcome of one criterion.
    pub enum Outcome {
        /// The figure is past the threshold, on the side that counts as disadvantage.
        Met = "met",
        /// The figure is exactly the threshold.
        AtThreshold = "at-threshold",
        /// The figure is on the other side of the threshold.
        NotMet = "not-met",
        /// There is no figure, or only bounds for it, and the threshold lies between them.
        Unknown = "unknown",
    }
}

/// The verdict of an area under a reading, with all it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// The verdict.
    pub verdict: Verdict,
    /// How many criteria count as met, may still come to count, and must count.
    pub tally: Tally,
    /// The criteria whose missing or wide figures would decide; empty unless the verdict is `undetermined`.
    pub deciding: Vec<String>,
    /// Whether the verdict holds for all true values that the figures allow, under the reading.
    pub certainty: Certainty,
    /// What the verdict depends on: `rounding`, `noise` and `bounds` under the reading, `tie` and `require` for the figures as
    /// stated.
    pub depends_on: Vec<Dependence>,
    /// One finding for each criterion, in the set's order.
    pub findings: Vec<Finding>,
}

/// The verdict of an area under a reading, without what was found of each figure: see [`Assessment`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// The verdict.
    pub verdict: Verdict,
    /// How many criteria count as met, may still come to count, and must count.
    pub tally: Tally,
    /// The criteria whose missing figures would decide.
    pub deciding: Vec<String>,
    /// Whether the verdict holds for all true values that the figures allow.
    pub certainty: Certainty,
    /// What the verdict depends on.
    pub depends_on: Vec<Dependence>,
}

/// Returns the outcome of a criterion, allocating nothing.
#[inline]
pub fn outcome(criterion: &Criterion, figure: &Figure) -> Outcome {
    let order = figure.cmp_decimal(criterion.threshold.value);
    order.map_or(Outcome::Unknown, |order| outcome_of_order(criterion, order))
}

/// Returns the outcome of a criterion for a value that compares so with its threshold.
#[inline]
pub fn outcome_of_order(criterion: &Criterion, order: Ordering) -> Outcome {
    let past = match criterion.direction {
        Direction::Below => order.is_lt(),
        Direction::Above => order.is_gt(),
    };
    match (order.is_eq(), past) {
        (true, _) => Outcome::AtThreshold,
        (false, true) => Outcome::Met,
        (false, false) => Outcome::NotMet,
    }
}

/// Assesses an area; `area` has a figure, or `None` where it is missing, for each criterion in the set's order.
///
/// What `area` lacks at the end is missing, and what it has beyond the set's criteria is not looked at.
pub fn assess(set: &CriteriaSet, reading: Reading, area: &[Option<Stated>]) -> Assessment {
    let standing = standing(set, reading, area);
    let stated = area.iter().map(Option::as_ref).chain(repeat(None));
    let findings = set
        .criteria
        .iter()
        .zip(stated)
        .map(|(criterion, stated)| Finding::new(criterion, reading, stated))
        .collect();
    let Standing { verdict, tally, deciding, certainty, depends_on } = standing;
    Assessment { verdict, tally, deciding, certainty, depends_on, findings }
}

/// Returns the verdict of an area with what it rests on, without the findings.
pub fn standing(set: &CriteriaSet, reading: Reading, area: &[Option<Stated>]) -> Standing {
    let tally = tally(set, reading, area);
    let verdict = tally.verdict();
    let stated = area.iter().map(Option::as_ref).chain(repeat(None));
    let deciding = match verdict {
        Verdict::Undetermined => set
            .criteria
            .iter()
            .zip(stated)
            .filter(|(criterion, stated)| {
                stated.is_none_or(|stated| outcome(criterion, &stated.figure) == Outcome::Unknown)
            })
            .map(|(criterion, _)| criterion.id.clone())
            .collect(),
        Verdict::Meets | Verdict::DoesNotMeet => Vec::new(),
    };
    let (certainty, depends_on) = certainty::of_verdict(set, reading, area);
    Standing { verdict, tally, deciding, certainty, depends_on }
}
