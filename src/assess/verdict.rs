//! From outcomes to a verdict, in three-valued logic.

use serde::Serialize;

use super::{Outcome, outcome};
use crate::criteria::{CriteriaSet, Criterion, Reading, Tie};
use crate::figure::Stated;

worded! {
    /// The verdict of an area under a reading.
    pub enum Verdict {
        /// Enough criteria count as met.
        Meets = "meets",
        /// Too few do, whatever the missing figures are.
        DoesNotMeet = "does-not-meet",
        /// The missing figures decide.
        Undetermined = "undetermined",
    }
}

/// How many criteria count as met, are unknown, and must count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Tally {
    /// How many count as met under the reading.
    pub met: usize,
    /// How many have no figure.
    pub unknown: usize,
    /// How many must count as met.
    pub required: usize,
}

impl Tally {
    /// Returns the verdict: an unknown figure makes it undetermined only if it could change it.
    pub fn verdict(self) -> Verdict {
        if self.met >= self.required {
            Verdict::Meets
        } else if self.met + self.unknown < self.required {
            Verdict::DoesNotMeet
        } else {
            Verdict::Undetermined
        }
    }
}

/// Tells whether an outcome counts as met under a reading; `None` for `unknown`.
pub fn counts_as_met(criterion: &Criterion, reading: Reading, outcome: Outcome) -> Option<bool> {
    match outcome {
        Outcome::Met => Some(true),
        Outcome::AtThreshold => Some(criterion.tie(reading) == Tie::Inclusive),
        Outcome::NotMet => Some(false),
        Outcome::Unknown => None,
    }
}

/// Counts the criteria of an area that count as met and that are unknown, allocating nothing.
pub fn tally(set: &CriteriaSet, reading: Reading, area: &[Option<Stated>]) -> Tally {
    let mut tally = Tally { met: 0, unknown: 0, required: reading.require.least(set.criteria.len()) };
    for (nth, criterion) in set.criteria.iter().enumerate() {
        let stated = area.get(nth).and_then(Option::as_ref);
        match stated.and_then(|stated| counts_as_met(criterion, reading, outcome(criterion, &stated.figure)))
        {
            Some(true) => tally.met += 1,
            Some(false) => {}
            None => tally.unknown += 1,
        }
    }
    tally
}

/// Returns the verdict of an area alone, allocating nothing.
pub fn verdict(set: &CriteriaSet, reading: Reading, area: &[Option<Stated>]) -> Verdict {
    tally(set, reading, area).verdict()
}
