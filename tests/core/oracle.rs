//! What the core should answer, worked out another way: with rational numbers of any size, and by trying every true
//! value, every completion of what is missing and every reading. It shares no arithmetic with the core.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_rational::BigRational;
use troskel::assess::{Dependence, Outcome, Verdict};
use troskel::criteria::{CriteriaSet, Criterion, Direction, Reading, Require, Tie};
use troskel::figure::{Decimal, Figure, Stated};

/// Returns `numerator / denominator`.
pub(crate) fn rational(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

/// Returns the number that a decimal's text says.
pub(crate) fn exact(decimal: Decimal) -> BigRational {
    let text = decimal.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let units: BigInt = text.replace('.', "").parse().unwrap();
    BigRational::new(units, ten_to(decimals))
}

fn ten_to(exponent: usize) -> BigInt {
    BigInt::from(10).pow(u32::try_from(exponent).unwrap())
}

/// Returns a figure's value: in percent, or in persons for a plain count.
pub(crate) fn value(figure: &Figure) -> BigRational {
    match figure {
        Figure::Percent(percent) => exact(percent.value()),
        Figure::Share(share) => rational(share.count(), share.total()) * rational(100, 1),
        Figure::Amount(amount) => rational(*amount, 1),
        Figure::Between(_) => panic!("the oracle takes one value at a time"),
    }
}

/// Writes a number rounded half-up to some decimals.
pub(crate) fn rounded(value: &BigRational, decimals: usize) -> String {
    let scaled = (value * BigRational::from(ten_to(decimals)) + rational(1, 2)).floor().to_integer();
    let (sign, digits) = match scaled.to_string() {
        text if text.starts_with('-') => ("-", text.trim_start_matches('-').to_owned()),
        text => ("", text),
    };
    let digits = format!("{digits:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// Writes a number with the fewest decimals, at least one, that leave it on its side of a mark.
pub(crate) fn rounded_on_side(value: &BigRational, mark: &BigRational) -> String {
    (1..40)
        .map(|decimals| rounded(value, decimals))
        .find(|text| {
            let decimals = text.split_once('.').unwrap().1.len();
            let read = BigRational::new(text.replace('.', "").parse().unwrap(), ten_to(decimals));
            read.cmp(mark) == value.cmp(mark)
        })
        .unwrap()
}

/// Returns the outcome of a true value.
pub(crate) fn outcome(criterion: &Criterion, value: &BigRational) -> Outcome {
    match (value.cmp(&exact(criterion.threshold.value)), criterion.direction) {
        (Ordering::Equal, _) => Outcome::AtThreshold,
        (Ordering::Less, Direction::Below) | (Ordering::Greater, Direction::Above) => Outcome::Met,
        _ => Outcome::NotMet,
    }
}

/// Returns the outcomes of every true value that a stated figure can stand for, trying each.
pub(crate) fn possible(criterion: &Criterion, stated: &Stated) -> BTreeSet<Outcome> {
    let Stated { figure, precision } = stated;
    let noise = precision.noise;
    let around = |n: u64| n.saturating_sub(noise)..=n + noise;
    let of = |values: Vec<BigRational>| values.iter().map(|value| outcome(criterion, value)).collect();
    match figure {
        Figure::Amount(amount) => of(around(*amount).map(|n| rational(n, 1)).collect()),
        Figure::Share(share) => of(around(share.total())
            .filter(|total| *total > 0)
            .flat_map(|total| around(share.count()).map(move |count| (count, total)))
            .filter(|(count, total)| count <= total)
            .map(|(count, total)| rational(count, total) * rational(100, 1))
            .collect()),
        Figure::Between(_) => panic!("the oracle takes one value at a time"),
        Figure::Percent(_) if precision.exact => of(vec![value(figure)]),
        Figure::Percent(percent) => {
            let decimals = usize::from(percent.value().decimals());
            let half = BigRational::new(1.into(), ten_to(decimals) * 2);
            let rounds_to = |true_value: &BigRational| {
                let off = true_value - value(figure);
                -&half <= off && off <= half
            };
            let fractions: Vec<_> = (0..=precision.of.unwrap_or(0))
                .filter_map(|n| precision.of.map(|of| rational(n, of) * rational(100, 1)))
                .filter(rounds_to)
                .collect();
            if !fractions.is_empty() {
                return of(fractions);
            }
            // Of all real numbers from 0 to 100 the ends and the threshold tell everything.
            let (low, high) = (value(figure) - &half, value(figure) + &half);
            let (nothing, all) = (rational(0, 1), rational(100, 1));
            let ends = [low.max(nothing), high.min(all)];
            let threshold = exact(criterion.threshold.value);
            let within = ends[0] <= threshold && threshold <= ends[1];
            of(ends.into_iter().chain(within.then_some(threshold)).collect())
        }
    }
}

/// Tells whether an outcome counts as met.
pub(crate) fn counts(criterion: &Criterion, reading: Reading, outcome: Outcome) -> bool {
    let tie = criterion.tie.unwrap_or(reading.tie);
    outcome == Outcome::Met || (outcome == Outcome::AtThreshold && tie == Tie::Inclusive)
}

/// Returns how many criteria a reading requires.
pub(crate) fn required(set: &CriteriaSet, reading: Reading) -> usize {
    match reading.require {
        Require::All => set.criteria.len(),
        Require::Any => 1,
        Require::AtLeast(least) => usize::from(least),
    }
}

/// Returns the verdict of outcomes by trying every completion of those that are missing.
pub(crate) fn verdict(set: &CriteriaSet, reading: Reading, outcomes: &[Option<Outcome>]) -> Verdict {
    let results: BTreeSet<bool> =
        completions(outcomes).iter().map(|completed| meets(set, reading, completed)).collect();
    match (results.contains(&true), results.contains(&false)) {
        (true, false) => Verdict::Meets,
        (false, _) => Verdict::DoesNotMeet,
        (true, true) => Verdict::Undetermined,
    }
}

/// Returns the positions of the missing figures of which some value changes the verdict, while the other missing
/// ones have some value.
pub(crate) fn deciding(set: &CriteriaSet, reading: Reading, outcomes: &[Option<Outcome>]) -> Vec<usize> {
    (0..outcomes.len())
        .filter(|nth| outcomes[*nth].is_none())
        .filter(|nth| {
            completions(outcomes).iter().any(|completed| {
                let with = |outcome| {
                    let mut other = completed.clone();
                    other[*nth] = outcome;
                    meets(set, reading, &other)
                };
                with(Outcome::Met) != with(Outcome::NotMet)
            })
        })
        .collect()
}

fn meets(set: &CriteriaSet, reading: Reading, outcomes: &[Outcome]) -> bool {
    let met = set.criteria.iter().zip(outcomes).filter(|(c, outcome)| counts(c, reading, **outcome));
    met.count() >= required(set, reading)
}

fn completions(outcomes: &[Option<Outcome>]) -> Vec<Vec<Outcome>> {
    let choices: Vec<Vec<Outcome>> = outcomes
        .iter()
        .map(|outcome| outcome.map_or(vec![Outcome::Met, Outcome::NotMet], |outcome| vec![outcome]))
        .collect();
    product(&choices)
}

/// Returns every way to take one of each list.
pub(crate) fn product<T: Clone>(choices: &[Vec<T>]) -> Vec<Vec<T>> {
    choices.iter().fold(vec![Vec::new()], |ways, choice| {
        ways.iter()
            .flat_map(|way| choice.iter().map(move |item| [way.clone(), vec![item.clone()]].concat()))
            .collect()
    })
}

/// Returns whether the stated verdict holds for every combination of true values, and what it depends on.
pub(crate) fn certainty(
    set: &CriteriaSet,
    reading: Reading,
    area: &[Option<Stated>],
) -> (bool, Vec<Dependence>) {
    let stated = stated_outcomes(set, area);
    let verdict_of = |outcomes: &[Option<Outcome>]| verdict(set, reading, outcomes);
    let as_stated = verdict_of(&stated);
    let truths: Vec<Vec<Option<Outcome>>> = set
        .criteria
        .iter()
        .zip(area)
        .map(|(c, stated)| match stated {
            Some(stated) => possible(c, stated).into_iter().map(Some).collect(),
            None => vec![None],
        })
        .collect();
    let certain = product(&truths).iter().all(|outcomes| verdict_of(outcomes) == as_stated);

    let mut depends_on = Vec::new();
    let values: Vec<Vec<Option<Outcome>>> = truths
        .iter()
        .zip(&stated)
        .map(|(truths, stated)| {
            truths.iter().copied().chain([*stated]).collect::<BTreeSet<_>>().into_iter().collect()
        })
        .collect();
    let is_percent = |nth: usize| matches!(area[nth], Some(Stated { figure: Figure::Percent(_), .. }));
    for (source, percentages) in [(Dependence::Rounding, true), (Dependence::Noise, false)] {
        // Hold the figures of the other source still at each of their values, and move these.
        let (mut moving, mut still) = (values.clone(), values.clone());
        for nth in 0..values.len() {
            let other = if is_percent(nth) == percentages { &mut still } else { &mut moving };
            other[nth] = vec![None];
        }
        let changes = product(&still).iter().any(|held| {
            let results: BTreeSet<Verdict> = product(&moving)
                .iter()
                .map(|moved| {
                    let joined: Vec<_> =
                        held.iter().zip(moved).map(|(held, moved)| held.or(*moved)).collect();
                    verdict_of(&joined)
                })
                .collect();
            results.len() > 1
        });
        if !certain && changes {
            depends_on.push(source);
        }
    }

    let ties = if set.reading.tie.settled { vec![reading.tie] } else { vec![Tie::Strict, Tie::Inclusive] };
    if ties.into_iter().any(|tie| verdict(set, Reading { tie, ..reading }, &stated) != as_stated) {
        depends_on.push(Dependence::Tie);
    }
    let numbers = if set.reading.require.settled { 0..0 } else { 1..set.criteria.len() + 1 };
    let requires = numbers.map(|least| Require::AtLeast(u8::try_from(least).unwrap()));
    if requires.into_iter().any(|require| verdict(set, Reading { require, ..reading }, &stated) != as_stated)
    {
        depends_on.push(Dependence::Require);
    }
    (certain, depends_on)
}

/// Returns the outcomes of the figures as stated.
pub(crate) fn stated_outcomes(set: &CriteriaSet, area: &[Option<Stated>]) -> Vec<Option<Outcome>> {
    set.criteria
        .iter()
        .zip(area)
        .map(|(c, stated)| stated.as_ref().map(|stated| outcome(c, &value(&stated.figure))))
        .collect()
}

/// Returns how many persons a count is from the threshold, rounded up.
pub(crate) fn persons(criterion: &Criterion, figure: &Figure) -> Option<String> {
    let threshold = exact(criterion.threshold.value);
    let (count, wanted) = match figure {
        Figure::Percent(_) => return None,
        Figure::Share(share) => (share.count(), threshold * rational(share.total(), 100)),
        Figure::Amount(amount) => (*amount, threshold),
        Figure::Between(_) => panic!("the oracle takes one value at a time"),
    };
    let away = rational(count, 1) - wanted;
    Some(if away < rational(0, 1) { -away } else { away }.ceil().to_integer().to_string())
}

/// Returns where a figure stands on the way from the national average to the threshold.
pub(crate) fn position(criterion: &Criterion, figure: &Figure) -> Option<String> {
    let (average, threshold) =
        (exact(criterion.national_average.as_ref()?.value), exact(criterion.threshold.value));
    (average != threshold).then(|| rounded(&((value(figure) - &average) / (threshold - average)), 3))
}

/// Redoes a comparison as a person would, and returns the two whole numbers with the sign between them.
pub(crate) fn redo(comparison: &str) -> (BigInt, String, BigInt) {
    let parts: Vec<&str> = comparison.split(' ').collect();
    let number = |text: &str| -> BigRational {
        let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        BigRational::new(text.replace('.', "").parse().unwrap(), ten_to(decimals))
    };
    let product = |text: &str| {
        let (left, right) = text.split_once('*').unwrap();
        number(left) * number(right)
    };
    match parts.as_slice() {
        [left, sign, right] => (left.parse().unwrap(), (*sign).to_owned(), right.parse().unwrap()),
        [left, "=", left_result, sign, right, "=", right_result] => {
            assert_eq!(product(left), number(left_result), "{comparison}");
            assert_eq!(product(right), number(right_result), "{comparison}");
            (left_result.parse().unwrap(), (*sign).to_owned(), right_result.parse().unwrap())
        }
        _ => panic!("{comparison:?} is no comparison"),
    }
}
