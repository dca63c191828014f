//! One criterion's outcome, with what a person needs to read it and to redo it by hand.

use std::cmp::Ordering;

use serde::Serialize;

use super::certainty::{self, Certainty, Dependence, possible_outcomes};
use super::{Outcome, Outcomes, counts_as_met, outcome};
use crate::criteria::{Criterion, Reading};
use crate::figure::{Decimal, Figure, Ratio, Stated, pow10};

/// The finding of one criterion; all but `criterion` and `outcome` are null where the figure is missing.
///
/// Of a figure within bounds `percent`, `distance`, `persons`, `position` and `comparison` are those of the end nearest to
/// the threshold, which decides for all of them; they are null where the threshold lies between the ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The criterion's id.
    pub criterion: String,
    /// The outcome.
    pub outcome: Outcome,
    /// Whether it counts as met under the reading.
    pub counts_as_met: Option<bool>,
    /// The figure, exact and unreduced: `58.2`, `742/1237`, `4000`, within bounds `0–7/600`.
    pub figure: Option<String>,
    /// The value, rounded half-up with the fewest decimals, at least one, that keep it on its side of the threshold:
    /// in percent; for a plain count the number of persons as it is.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub percent: Option<Decimal>,
    /// Value minus threshold in percentage points, or in persons for a plain count; negative below. It is
    /// rounded half-up, which is towards +∞: −0.25 is −0.2.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub distance: Option<Decimal>,
    /// The fewest whole persons by which the count would have to change, with its total fixed, to reach the threshold
    /// or pass it; null for a percentage.
    pub persons: Option<String>,
    /// Where the figure stands on the way from the national average (0) to the threshold (1), rounded half-up to three
    /// decimals; null without a national average, or where it equals the threshold.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub position: Option<Decimal>,
    /// The comparison as an integer inequality that a person can redo: `100*742 = 74200 < 60*1237 = 74220`.
    pub comparison: Option<String>,
    /// Whether the outcome holds for all true values that the figure can stand for.
    pub certainty: Option<Certainty>,
    /// What the outcome depends on: `rounding`, `noise` or `bounds`.
    pub depends_on: Option<Vec<Dependence>>,
    /// The outcomes that the true values allow.
    pub possible: Option<Outcomes>,
}

/// What is seen of a finding at a glance; each part is what [`Finding`] has under its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Glance {
    /// The outcome.
    pub outcome: Outcome,
    /// Whether it counts as met under the reading.
    pub counts_as_met: Option<bool>,
    /// The value, rounded to be read.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub percent: Option<Decimal>,
    /// Value minus threshold, rounded to be read.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub distance: Option<Decimal>,
    /// The fewest whole persons to the threshold.
    pub persons: Option<String>,
    /// Whether the outcome holds for all true values that the figure can stand for.
    pub certainty: Option<Certainty>,
    /// What the outcome depends on.
    pub depends_on: Option<Vec<Dependence>>,
}

impl Glance {
    /// Says of a figure what is seen at a glance.
    pub fn new(criterion: &Criterion, reading: Reading, stated: Option<&Stated>) -> Self {
        Self::with_possible(
            criterion,
            reading,
            stated.map(|stated| (stated, possible_outcomes(criterion, stated))),
        )
    }

    fn with_possible(criterion: &Criterion, reading: Reading, stated: Option<(&Stated, Outcomes)>) -> Self {
        let Some((stated, possible)) = stated else {
            return Self {
                outcome: Outcome::Unknown,
                counts_as_met: None,
                percent: None,
                distance: None,
                persons: None,
                certainty: None,
                depends_on: None,
            };
        };
        let (figure, threshold) = (&stated.figure, criterion.threshold.value);
        let outcome = outcome(criterion, figure);
        let certainty = possible.certainty_of(outcome);
        let nearest = figure.nearest(threshold);
        let (percent, distance) = nearest.map(|figure| rounded(&figure, threshold)).unzip();
        let persons = nearest.and_then(|figure| persons_to(&figure, figure.ratio().minus(threshold)));
        Self {
            outcome,
            counts_as_met: counts_as_met(criterion, reading, outcome),
            percent,
            distance,
            persons: persons.map(|persons| persons.to_string()),
            certainty: Some(certainty),
            depends_on: Some(match certainty {
                Certainty::Certain => Vec::new(),
                Certainty::Depends => vec![certainty::source(stated)],
            }),
        }
    }
}

impl Finding {
    pub(super) fn new(criterion: &Criterion, reading: Reading, stated: Option<&Stated>) -> Self {
        let possible = stated.map(|stated| possible_outcomes(criterion, stated));
        let Glance { outcome, counts_as_met, percent, distance, persons, certainty, depends_on } =
            Glance::with_possible(criterion, reading, stated.zip(possible));
        let threshold = criterion.threshold.value;
        let nearest = stated.and_then(|stated| stated.figure.nearest(threshold));
        Self {
            criterion: criterion.id.clone(),
            outcome,
            counts_as_met,
            figure: stated.map(|stated| stated.figure.to_string()),
            percent,
            distance,
            persons,
            position: nearest.and_then(|figure| position(criterion, figure.ratio())),
            comparison: nearest.map(|figure| comparison(&figure, threshold)),
            certainty,
            depends_on,
            possible,
        }
    }
}

/// Returns a figure's value and its distance from the threshold, rounded to be read.
pub(super) fn rounded(figure: &Figure, threshold: Decimal) -> (Decimal, Decimal) {
    let (value, difference) = (figure.ratio(), figure.ratio().minus(threshold));
    match figure {
        Figure::Percent(_) | Figure::Share(_) | Figure::Between(_) => {
            (value.round_on_side(threshold), difference.round_on_side(Decimal::ZERO))
        }
        Figure::Amount(_) => (value.round_half_up(0), difference.round_half_up(0)),
    }
}

/// Returns the fewest persons between a count and its threshold, rounded up.
fn persons_to(figure: &Figure, difference: Ratio) -> Option<i128> {
    let away = Ratio::new(difference.numerator().abs(), difference.denominator());
    match figure {
        Figure::Percent(_) | Figure::Between(_) => None,
        // The difference is 100·n/d − t over d·10^q, so persons are its numerator over 100·10^q.
        Figure::Share(share) => {
            let scale = 100 * (away.denominator() / i128::from(share.total()));
            Some(Ratio::new(away.numerator(), scale).ceil())
        }
        Figure::Amount(_) => Some(away.ceil()),
    }
}

/// Returns (value − average) / (threshold − average), to three decimals.
fn position(criterion: &Criterion, value: Ratio) -> Option<Decimal> {
    let (threshold, average) = (criterion.threshold.value, criterion.national_average.as_ref()?.value);
    let decimals = threshold.decimals().max(average.decimals());
    let average = Decimal::new(scaled(average, decimals), decimals);
    let way = scaled(threshold, decimals) - average.units();
    if way == 0 {
        return None;
    }
    // Both differences are over 10^decimals, which cancels out and so keeps the quotient within Ratio's limits.
    let come = value.minus(average).numerator() * way.signum();
    Some(Ratio::new(come, value.denominator() * way.abs()).round_half_up(3))
}

/// Returns a number in units of 10^-decimals; `decimals` is at least the number's own.
fn scaled(number: Decimal, decimals: u8) -> i128 {
    number.units() * pow10(decimals.saturating_sub(number.decimals()))
}

/// Writes the comparison of a figure with a threshold, both sides as whole numbers.
pub fn comparison(figure: &Figure, threshold: Decimal) -> String {
    let sign = |left: i128, right: i128| match left.cmp(&right) {
        Ordering::Less => '<',
        Ordering::Equal => '=',
        Ordering::Greater => '>',
    };
    match figure {
        Figure::Share(share) => {
            let scale = 100 * pow10(threshold.decimals());
            let (left, right) =
                (scale * i128::from(share.count()), threshold.units() * i128::from(share.total()));
            let (count, total, units) = (share.count(), share.total(), threshold.units());
            format!("{scale}*{count} = {left} {} {units}*{total} = {right}", sign(left, right))
        }
        Figure::Between(_) => comparison(&figure.ends().0, threshold),
        Figure::Percent(_) | Figure::Amount(_) => {
            let value = match figure {
                Figure::Percent(percent) => percent.value(),
                Figure::Amount(_) | Figure::Share(_) | Figure::Between(_) => figure.ratio().round_half_up(0),
            };
            let decimals = value.decimals().max(threshold.decimals());
            let scale = pow10(decimals);
            let (left, right) = (scaled(value, decimals), scaled(threshold, decimals));
            if decimals == 0 {
                return format!("{left} {} {right}", sign(left, right));
            }
            format!("{scale}*{value} = {left} {} {scale}*{threshold} = {right}", sign(left, right))
        }
    }
}
