//! Would rounding, noise or the reading change it?

use serde::Serialize;

use super::{Outcome, Tally, Verdict, counts_as_met, outcome, verdict};
use crate::criteria::{CriteriaSet, Criterion, Direction, Reading};
use crate::figure::{Bounds, Figure, Interval, Stated, pow10};

worded! {
    /// Whether an answer, as it follows from the stated figures, holds for all true values that they allow.
    pub enum Certainty {
        /// It holds for all of them.
        Certain = "certain",
        /// It is another for some of them.
        Depends = "depends",
    }
}

worded! {
    /// What an answer can depend on.
    pub enum Dependence {
        /// How a published percentage was rounded.
        Rounding = "rounding",
        /// By how many persons counts may be off.
        Noise = "noise",
        /// Where between its bounds a count lies.
        Bounds = "bounds",
        /// Whether a figure exactly on the threshold counts.
        Tie = "tie",
        /// How many criteria must be met.
        Require = "require",
    }
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
    fn only(outcome: Outcome) -> Self {
        Self {
            met: outcome == Outcome::Met,
            at_threshold: outcome == Outcome::AtThreshold,
            not_met: outcome == Outcome::NotMet,
        }
    }

    /// Tells whether an outcome is the only possible one. It need not be possible at all: 60,0 percent is exactly 60,
    /// but as a share of 1 237 persons it can only be 742, which is below.
    pub fn certainty_of(self, outcome: Outcome) -> Certainty {
        if self == Self::only(outcome) { Certainty::Certain } else { Certainty::Depends }
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
            Figure::Share(share) => {
                let within = |count: u64| Bounds {
                    low: count.saturating_sub(precision.noise),
                    high: count.saturating_add(precision.noise),
                };
                share_can_equal(criterion, within(share.count()), within(share.total()))
            }
            Figure::Between(between) => {
                between.total().is_none_or(|total| share_can_equal(criterion, between.count(), total))
            }
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

/// Tells whether some count and total within bounds give exactly the threshold.
fn share_can_equal(criterion: &Criterion, count: Bounds, total: Bounds) -> bool {
    let threshold = criterion.threshold.value;
    let scale = 100 * pow10(threshold.decimals());
    (total.low.max(1)..=total.high).any(|total| {
        let wanted = threshold.units() * i128::from(total);
        let persons = wanted / scale;
        let in_reach = persons >= i128::from(count.low) && persons <= i128::from(count.high.min(total));
        wanted % scale == 0 && in_reach
    })
}

fn sides(criterion: &Criterion, below: bool, equal: bool, above: bool) -> Outcomes {
    match criterion.direction {
        Direction::Below => Outcomes { met: below, at_threshold: equal, not_met: above },
        Direction::Above => Outcomes { met: above, at_threshold: equal, not_met: below },
    }
}

/// Returns what a stated figure's finding depends on: its rounding, its noise or its bounds.
pub(super) fn source(stated: &Stated) -> Dependence {
    match stated.figure {
        Figure::Percent(_) => Dependence::Rounding,
        Figure::Share(_) | Figure::Amount(_) => Dependence::Noise,
        Figure::Between(_) => Dependence::Bounds,
    }
}

/// Returns whether the verdict is certain under the reading, and all that it depends on.
///
/// Rounding is named where, with the counts held still at some value they allow, the percentages alone change the
/// verdict; noise and bounds likewise.
pub(super) fn of_verdict(
    set: &CriteriaSet,
    reading: Reading,
    area: &[Option<Stated>],
) -> (Certainty, Vec<Dependence>) {
    let stated = verdict(set, reading, area);
    let spans = Spans::new(set, reading, area);
    let mut depends_on = Vec::new();
    let certainty = if spans.always(stated) {
        Certainty::Certain
    } else {
        let Spans { rounding, noise, bounds, .. } = spans;
        if spans.changes(rounding, noise.and(bounds)) {
            depends_on.push(Dependence::Rounding);
        }
        if spans.changes(noise, rounding.and(bounds)) {
            depends_on.push(Dependence::Noise);
        }
        if spans.changes(bounds, rounding.and(noise)) {
            depends_on.push(Dependence::Bounds);
        }
        Certainty::Depends
    };
    let least = |reading: Reading| reading.require.least(set.criteria.len());
    let differs = |same: &dyn Fn(Reading) -> bool| {
        set.readings().into_iter().any(|other| same(other) && verdict(set, other, area) != stated)
    };
    if differs(&|other| least(other) == least(reading)) {
        depends_on.push(Dependence::Tie);
    }
    if differs(&|other| other.tie == reading.tie) {
        depends_on.push(Dependence::Require);
    }
    (certainty, depends_on)
}

/// How many criteria can count as met: the fewest and the most.
#[derive(Debug, Clone, Copy, Default)]
struct Span {
    fewest: usize,
    most: usize,
}

impl Span {
    fn add(&mut self, can: bool, must: bool) {
        self.most += usize::from(can);
        self.fewest += usize::from(must);
    }

    fn and(self, other: Self) -> Self {
        Self { fewest: self.fewest + other.fewest, most: self.most + other.most }
    }
}

/// How many criteria of an area can count as met, by what their figures depend on.
#[derive(Debug)]
struct Spans {
    /// Over the true values alone.
    truth: Span,
    /// Of percentages, over their true values and the stated one.
    rounding: Span,
    /// Of counts, over their true values and the stated one.
    noise: Span,
    /// Of counts of which only bounds are known, over their true values.
    bounds: Span,
    unknown: usize,
    required: usize,
}

impl Spans {
    fn new(set: &CriteriaSet, reading: Reading, area: &[Option<Stated>]) -> Self {
        let [mut truth, mut rounding, mut noise, mut bounds] = [Span::default(); 4];
        let mut unknown = 0;
        for (nth, criterion) in set.criteria.iter().enumerate() {
            let Some(stated) = area.get(nth).and_then(Option::as_ref) else {
                unknown += 1;
                continue;
            };
            let counts = |outcome| counts_as_met(criterion, reading, outcome) == Some(true);
            let Outcomes { met, at_threshold, not_met } = possible_outcomes(criterion, stated);
            let tie = counts(Outcome::AtThreshold);
            let can = met || (at_threshold && tie);
            let must = !not_met && (!at_threshold || tie);
            let as_stated = counts(outcome(criterion, &stated.figure));
            truth.add(can, must);
            match source(stated) {
                Dependence::Noise => noise.add(can || as_stated, must && as_stated),
                Dependence::Bounds => bounds.add(can, must),
                Dependence::Rounding | Dependence::Tie | Dependence::Require => {
                    rounding.add(can || as_stated, must && as_stated);
                }
            }
        }
        Self { truth, rounding, noise, bounds, unknown, required: reading.require.least(set.criteria.len()) }
    }

    fn verdict(&self, met: usize) -> Verdict {
        Tally { met, unknown: self.unknown, required: self.required }.verdict()
    }

    /// Tells whether the verdict is the given one for all true values.
    fn always(&self, verdict: Verdict) -> bool {
        (self.truth.fewest..=self.truth.most).all(|met| self.verdict(met) == verdict)
    }

    /// Tells whether what moves can change the verdict while the rest is held still somewhere.
    fn changes(&self, moving: Span, still: Span) -> bool {
        (still.fewest..=still.most)
            .any(|met| self.verdict(met + moving.fewest) != self.verdict(met + moving.most))
    }
}

#[cfg(test)]
mod tests {
    use super::super::assess;
    use super::*;
    use crate::criteria::{Require, sets};
    use crate::figure::Given;

    fn percent(text: &str, of: &str) -> Option<Stated> {
        Given::Percent { text: text.to_owned(), exact: false, of: of.to_owned() }.read().unwrap()
    }

    fn counts(count: &str, total: &str, noise: &str) -> Option<Stated> {
        let [count, total, noise] = [count, total, noise].map(str::to_owned);
        Given::Count { count, total, noise }.read().unwrap()
    }

    #[track_caller]
    fn verdict_depends(require: Require, area: &[Option<Stated>], expected: &[Dependence]) {
        let set = sets::get("promemoria-2018").unwrap();
        let assessment = assess(&set, set.reading(None, Some(require)).unwrap(), area);
        assert_eq!(assessment.certainty, Certainty::Depends);
        assert_eq!(assessment.depends_on, expected);
    }

    #[test]
    fn a_figure_that_its_own_total_contradicts_is_not_certain() {
        let set = sets::get("promemoria-2018").unwrap();
        let area = [percent("60,0", "1237")];
        let assessment = assess(&set, set.reading(None, Some(Require::Any)).unwrap(), &area);
        let finding = assessment.findings.first().unwrap();
        assert_eq!((finding.outcome, finding.certainty), (Outcome::AtThreshold, Some(Certainty::Depends)));
        assert_eq!(finding.possible, Some(Outcomes { met: true, at_threshold: false, not_met: false }));
        let area = [
            percent("60,0", "1237"),
            percent("5,0", "2000"),
            percent("20,0", "2000"),
            percent("80,0", "2000"),
        ];
        verdict_depends(Require::Any, &area, &[Dependence::Rounding, Dependence::Tie]);
    }

    #[test]
    fn rounding_and_noise_are_both_named_where_each_alone_could_turn_the_verdict() {
        let set = sets::get("scb-2012").unwrap();
        let population = Given::Amount { text: "4 001".to_owned(), noise: "5".to_owned() }.read().unwrap();
        // 5 stands for 4,5 to 5,5 around 4,8.
        let area = [percent("50", ""), percent("5", ""), percent("60", ""), population];
        let assessment = assess(&set, set.reading(None, None).unwrap(), &area);
        assert_eq!((assessment.verdict, assessment.certainty), (Verdict::Meets, Certainty::Depends));
        assert_eq!(assessment.depends_on, [Dependence::Rounding, Dependence::Noise]);
    }

    #[test]
    fn a_number_of_criteria_that_is_all_or_any_depends_on_the_tie_like_them() {
        let at = |text| percent(text, "");
        let area = [counts("60", "100", ""), at("50"), at("50"), at("50")];
        verdict_ties(Require::AtLeast(4), &area);
        verdict_ties(Require::All, &area);
        let area = [counts("60", "100", ""), at("1"), at("1"), at("99")];
        verdict_ties(Require::AtLeast(1), &area);
        verdict_ties(Require::Any, &area);
    }

    #[track_caller]
    fn verdict_ties(require: Require, area: &[Option<Stated>]) {
        let set = sets::get("promemoria-2018").unwrap();
        let assessment = assess(&set, set.reading(None, Some(require)).unwrap(), area);
        assert_eq!(assessment.certainty, Certainty::Certain);
        assert!(assessment.depends_on.contains(&Dependence::Tie), "{:?}", assessment.depends_on);
    }
}
