//! What it would take: for each criterion, for the verdict, and under every reading.
//!
//! All of it is about the figures as stated; whether rounding or noise matters is [`Certainty`](super::Certainty).
//!
//! ```
//! use troskel::assess::what_if;
//! use troskel::criteria::sets;
//! use troskel::figure::{Figure, Stated};
//!
//! let set = sets::get("promemoria-2018").expect("a set of the product");
//! let reading = set.reading(None, None)?;
//! let share: Figure = "742/1237".parse()?;
//! let answer = what_if(&set, reading, &[Some(share.into())]);
//! let change = answer.changes[0].change.as_ref().expect("the figure is known");
//! let least = change.persons().expect("one person decides");
//! assert_eq!((least.persons, least.figure.as_str()), (1, "743/1237"));
//! assert_eq!(answer.cheapest, None, "the other three figures decide");
//! # Ok::<(), troskel::Error>(())
//! ```

mod change;
mod cheapest;

pub use change::{Change, Impossible, Move, Persons, Slack, Step, Who};
pub use cheapest::{Cheapest, Cost, Part, PartChange};
use serde::Serialize;

use super::{Verdict, counts_as_met, outcome, verdict};
use crate::criteria::{CriteriaSet, Reading, Require, Tie};
use crate::figure::Stated;

/// What it would take to have another answer, and the answer under every reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct WhatIf {
    /// The smallest change of each figure, one for each criterion in the set's order.
    pub changes: Vec<CriterionChange>,
    /// The cheapest combinations that turn the verdict; null where it is `undetermined`.
    pub cheapest: Option<Cheapest>,
    /// The verdict under every reading that the source leaves possible.
    pub readings: Vec<ReadingVerdict>,
}

/// The smallest change of one criterion's figure that makes it count otherwise under the reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CriterionChange {
    /// The criterion's id.
    pub criterion: String,
    /// Whether it counts as met now; null where the figure is missing.
    pub counts_as_met: Option<bool>,
    /// The change; null where the figure is missing, or only bounds are known of it.
    pub change: Option<Change>,
    /// How far the figure can go towards that and still count as it does; null where the figure is missing or nothing
    /// makes it count otherwise.
    pub slack: Option<Slack>,
}

/// The verdict under one reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ReadingVerdict {
    /// Whether a figure exactly on the threshold counts.
    pub tie: Tie,
    /// How many criteria must be met.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub require: Require,
    /// The verdict.
    pub verdict: Verdict,
}

/// Tells what it would take for an area to be counted otherwise under a reading.
///
/// `area` has a figure, or `None` where it is missing, for each criterion in the set's order, as for
/// [`assess`](super::assess). Missing figures are never changed.
pub fn what_if(set: &CriteriaSet, reading: Reading, area: &[Option<Stated>]) -> WhatIf {
    let changes: Vec<CriterionChange> = set
        .criteria
        .iter()
        .enumerate()
        .map(|(nth, criterion)| {
            let stated = area.get(nth).and_then(Option::as_ref);
            let counts = stated
                .and_then(|stated| counts_as_met(criterion, reading, outcome(criterion, &stated.figure)));
            let change = stated.and_then(|stated| Change::of(criterion, reading, &stated.figure));
            CriterionChange {
                criterion: criterion.id.clone(),
                counts_as_met: counts,
                slack: change.as_ref().and_then(Change::slack),
                change,
            }
        })
        .collect();
    WhatIf { cheapest: Cheapest::of(set, reading, area, &changes), changes, readings: readings(set, area) }
}

/// Returns the verdict of an area under every reading that the set's source leaves possible.
pub fn readings(set: &CriteriaSet, area: &[Option<Stated>]) -> Vec<ReadingVerdict> {
    set.readings()
        .into_iter()
        .map(|reading| ReadingVerdict {
            tie: reading.tie,
            require: reading.require,
            verdict: verdict(set, reading, area),
        })
        .collect()
}
