//! Would rounding, noise or the reading change it?

use serde::Serialize;

use super::{Outcome, Tally, Verdict, counts_as_met, outcome, verdict};
use crate::criteria::{CriteriaSet, Criterion, Direction, Reading};
use crate::figure::{Figure, Interval, Precision, Stated, pow10};

/// Whether an answer is the same for all true values that the stated figures allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// It is the same for all of them.
    Certain,
    /// It differs between them.
    Depends,
}

/// What an answer can depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Dependence {
    /// How a published percentage was rounded.
    Rounding,
    /// By how many persons counts may be off.
    Noise,
    /// Whether a figure exactly on the threshold counts.
    Tie,
    /// How many criteria must be met.
    Require,
}

/// A set of outcomes of one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Outcomes {
    /// Whether `met` is possible.
    pub met: bool,
    /// Whether `at-threshold` is possible.
    pub at_threshold: bool,
    /// Whether `not-met` is possible.
    pub not_met: bool,
}

impl Outcomes {
    const NONE: Self = Self { met: false, at_threshold: false, not_met: false };

    fn only(outcome: Outcome) -> Self {
        Self {
            met: outcome == Outcome::Met,
            at_threshold: outcome == Outcome::AtThreshold,
            not_met: outcome == Outcome::NotMet,
        }
    }

    /// Returns `certain` where one outcome is possible, `depends` where several are.
    pub fn certainty(self) -> Certainty {
        let possible = [self.met, self.at_threshold, self.not_met];
        if possible.iter().filter(|possible| **possible).count() > 1 {
            Certainty::Depends
        } else {
            Certainty::Certain
        }
    }
}

/// Returns the outcomes that the true values allow which a stated figure can stand for.
///
/// Where a percentage has a known total, only fractions of that total exist; if none of them rounds to the
/// percentage, the total contradicts it and is left out of account.
pub fn possible_outcomes(criterion: &Criterion, stated: &Stated) -> Outcomes {
    let Stated { figure, precision } = stated;
    let interval = Interval::of(figure, precision);
    let threshold = criterion.threshold.value;
    let (low, high) = match (figure, precision.of.filter(|_| !precision.exact)) {
        (Figure::Percent(_), Some(total)) => match interval.persons_of(total) {
            Some((fewest, most)) => return outcomes_of_persons(criterion, (fewest, most), total),
            None => (interval.low, interval.high),
        },
        _ => (interval.low, interval.high),
    };
    let (from, to) = (low.cmp_decimal(threshold), high.cmp_decimal(threshold));
    let (below, above) = (from.is_lt(), to.is_gt());
    let equal = from.is_le()
        && to.is_ge()
        && match figure {
            Figure::Percent(_) | Figure::Amount(_) => true,
            Figure::Share(share) => share_can_equal(criterion, share.count(), share.total(), precision),
        };
    sides(criterion, below, equal, above)
}

/// Returns the outcomes of `fewest` to `most` persons of a total.
fn outcomes_of_persons(criterion: &Criterion, (fewest, most): (u64, u64), total: u64) -> Outcomes {
    let threshold = criterion.threshold.value;
    let scale = 100 * pow10(threshold.decimals());
    let wanted = threshold.units() * i128::from(total);
    let (low, high) = (scale * i128::from(fewest), scale * i128::from(most));
    let equal = low <= wanted && wanted <= high && wanted % scale == 0;
    sides(criterion, low < wanted, equal, high > wanted)
}

/// Tells whether some count and total within the noise give exactly the threshold.
fn share_can_equal(criterion: &Criterion, count: u64, total: u64, precision: &Precision) -> bool {
    let threshold = criterion.threshold.value;
    let scale = 100 * pow10(threshold.decimals());
    let noise = precision.noise;
    (total.saturating_sub(noise).max(1)..=total.saturating_add(noise)).any(|total| {
        let wanted = threshold.units() * i128::from(total);
        let persons = wanted / scale;
        let in_reach = persons >= i128::from(count.saturating_sub(noise))
            && persons <= i128::from(count.saturating_add(noise).min(total));
        wanted % scale == 0 && in_reach
    })
}

fn sides(criterion: &Criterion, below: bool, equal: bool, above: bool) -> Outcomes {
    match criterion.direction {
        Direction::Below => Outcomes { met: below, at_threshold: equal, not_met: above },
        Direction::Above => Outcomes { met: above, at_threshold: equal, not_met: below },
    }
}

/// Returns what a stated figure's finding depends on: its rounding or its noise.
pub(super) fn source(stated: &Stated) -> Dependence {
    match stated.figure {
        Figure::Percent(_) => Dependence::Rounding,
        Figure::Share(_) | Figure::Amount(_) => Dependence::Noise,
    }
}

/// Returns whether the verdict is certain under the reading, and all that it depends on.
///
/// Rounding and noise are named where the verdict's possible values become fewer when they are held still.
pub(super) fn of_verdict(
    set: &CriteriaSet,
    reading: Reading,
    area: &[Option<Stated>],
) -> (Certainty, Vec<Dependence>) {
    let all = possible_verdicts(set, reading, area, |_| true);
    let mut depends_on = Vec::new();
    for source in [Dependence::Rounding, Dependence::Noise] {
        if possible_verdicts(set, reading, area, |moves| moves != source) != all {
            depends_on.push(source);
        }
    }
    let certainty = if all.iter().filter(|possible| **possible).count() > 1 {
        Certainty::Depends
    } else {
        Certainty::Certain
    };
    let stated = verdict(set, reading, area);
    let differs = |same: fn(Reading, Reading) -> bool| {
        set.readings().into_iter().any(|other| same(other, reading) && verdict(set, other, area) != stated)
    };
    if differs(|a, b| a.require == b.require) {
        depends_on.push(Dependence::Tie);
    }
    if differs(|a, b| a.tie == b.tie) {
        depends_on.push(Dependence::Require);
    }
    (certainty, depends_on)
}

/// Returns which of the three verdicts are possible when the figures move whose source `moves`.
fn possible_verdicts(
    set: &CriteriaSet,
    reading: Reading,
    area: &[Option<Stated>],
    moves: impl Fn(Dependence) -> bool,
) -> [bool; 3] {
    let required = reading.require.least(set.criteria.len());
    let (mut fewest, mut most, mut unknown) = (0, 0, 0);
    for (nth, criterion) in set.criteria.iter().enumerate() {
        let Some(stated) = area.get(nth).and_then(Option::as_ref) else {
            unknown += 1;
            continue;
        };
        let outcomes = if moves(source(stated)) {
            possible_outcomes(criterion, stated)
        } else {
            Outcomes::only(outcome(criterion, &stated.figure))
        };
        let counts = |outcome| counts_as_met(criterion, reading, outcome) == Some(true);
        let at = counts(Outcome::AtThreshold);
        let (can, can_fail) = (
            outcomes.met || (outcomes.at_threshold && at),
            outcomes.not_met || (outcomes.at_threshold && !at) || outcomes == Outcomes::NONE,
        );
        most += usize::from(can);
        fewest += usize::from(!can_fail);
    }
    let mut possible = [false; 3];
    for met in fewest..=most {
        let [meets, does_not_meet, undetermined] = &mut possible;
        match (Tally { met, unknown, required }).verdict() {
            Verdict::Meets => *meets = true,
            Verdict::DoesNotMeet => *does_not_meet = true,
            Verdict::Undetermined => *undetermined = true,
        }
    }
    possible
}
