//! Random areas, criteria and readings: the core answers as the oracle does.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use troskel::assess::{Certainty, Outcome, Outcomes, assess};
use troskel::criteria::{Cited, CriteriaSet, Criterion, Direction, Reading, Require, Tie, Unit};
use troskel::figure::{Decimal, Figure, MAX_COUNT, Percent, Precision, Share, Stated, pow10};

use super::oracle;
use super::support::set;

/// A criterion of another, with a threshold, an average, a direction and a tie of its own.
fn criterion(percent: Decimal, average: Option<Decimal>, above: bool, tie: Option<Tie>) -> Criterion {
    let mut criterion = set("promemoria-2018").criteria.swap_remove(0);
    criterion.threshold.value = percent;
    let source = criterion.threshold.source.clone();
    criterion.national_average = average.map(|value| Cited { value, source });
    criterion.direction = if above { Direction::Above } else { Direction::Below };
    criterion.tie = tie;
    criterion
}

/// A percentage as a decimal number: any number of decimals, and more often few.
fn percentage() -> impl Strategy<Value = Decimal> {
    prop_oneof![0_u8..=2, 0_u8..=12].prop_flat_map(|decimals| {
        let most = 100 * pow10(decimals);
        prop_oneof![8 => 0..=most, 1 => Just(0), 1 => Just(most)].prop_map(move |u| Decimal::new(u, decimals))
    })
}

fn any_criterion() -> impl Strategy<Value = Criterion> {
    let tie = option::weighted(0.2, prop_oneof![Just(Tie::Strict), Just(Tie::Inclusive)]);
    (percentage(), option::of(percentage()), any::<bool>(), tie)
        .prop_map(|(threshold, average, above, tie)| criterion(threshold, average, above, tie))
}

/// A criterion with a threshold that small figures hit, and a figure around it.
fn small(with_persons: bool) -> impl Strategy<Value = (Criterion, Option<Stated>)> {
    let tie = option::weighted(0.2, prop_oneof![Just(Tie::Strict), Just(Tie::Inclusive)]);
    let threshold = prop_oneof![
        (0_i128..=100).prop_map(|units| Decimal::new(units, 0)),
        (0_i128..=20).prop_map(|units| Decimal::new(50 * units, 1)),
        (0_i128..=1000).prop_map(|units| Decimal::new(units, 1)),
    ];
    (threshold, any::<bool>(), tie, any::<bool>()).prop_flat_map(move |(threshold, above, tie, persons)| {
        let mut criterion = criterion(threshold, None, above, tie);
        if persons && with_persons {
            criterion.unit = Unit::Persons;
            criterion.threshold.value = Decimal::new(threshold.units(), 0);
        }
        (option::weighted(0.8, around(&criterion))).prop_map(move |stated| (criterion.clone(), stated))
    })
}

/// A figure near a criterion's threshold, with what is known of its precision.
fn around(criterion: &Criterion) -> BoxedStrategy<Stated> {
    let threshold = criterion.threshold.value;
    if criterion.unit == Unit::Persons {
        let wanted = u64::try_from(threshold.units()).unwrap();
        return (0_u64..8, 0_u64..5)
            .prop_map(move |(more, noise)| Stated {
                figure: Figure::Amount((wanted + more).saturating_sub(4)),
                precision: Precision { noise, ..Precision::default() },
            })
            .boxed();
    }
    let percent = (0_u8..=2, -2_i128..=2, any::<bool>(), option::of(1_u64..400)).prop_map(
        move |(decimals, off, exact, of)| {
            let units = threshold.units() * pow10(decimals) / pow10(threshold.decimals()) + off;
            let units = units.clamp(0, 100 * pow10(decimals));
            Stated {
                figure: Figure::Percent(Percent::new(Decimal::new(units, decimals)).unwrap()),
                precision: Precision { exact, of, noise: 0 },
            }
        },
    );
    let share = (1_u64..60, -2_i128..=2, 0_u64..5).prop_map(move |(total, off, noise)| {
        let wanted = threshold.units() * i128::from(total) / (100 * pow10(threshold.decimals())) + off;
        let count = u64::try_from(wanted.max(0)).unwrap().min(total);
        Stated {
            figure: Figure::Share(Share::new(count, total).unwrap()),
            precision: Precision { noise, ..Precision::default() },
        }
    });
    prop_oneof![percent, share].boxed()
}

/// A set of criteria with figures around their thresholds, and a reading.
fn area() -> impl Strategy<Value = (CriteriaSet, Reading, Vec<Option<Stated>>)> {
    (vec(small(true), 1..=5), any::<[bool; 3]>(), 0_u8..8).prop_map(
        |(criteria, [inclusive, settled_tie, settled_require], require)| {
            let mut set = set("promemoria-2018");
            let (criteria, area): (Vec<_>, Vec<_>) = criteria.into_iter().unzip();
            let most = u8::try_from(criteria.len()).unwrap();
            set.criteria = criteria;
            let reading = Reading {
                tie: if inclusive { Tie::Inclusive } else { Tie::Strict },
                require: match require {
                    0 | 6 | 7 => Require::All,
                    1 => Require::Any,
                    least => Require::AtLeast((least - 1).min(most)),
                },
            };
            (set.reading.tie.settled, set.reading.tie.value) = (settled_tie, reading.tie);
            (set.reading.require.settled, set.reading.require.value) = (settled_require, reading.require);
            (set, reading, area)
        },
    )
}

fn outcomes(possible: Outcomes) -> Vec<Outcome> {
    let Outcomes { met, at_threshold, not_met } = possible;
    [(met, Outcome::Met), (at_threshold, Outcome::AtThreshold), (not_met, Outcome::NotMet)]
        .into_iter()
        .filter_map(|(possible, outcome)| possible.then_some(outcome))
        .collect()
}

/// Compares all numbers of a finding with the oracle's.
fn finding_is_right(criterion: &Criterion, figure: Figure) -> Result<(), TestCaseError> {
    let mut set = set("promemoria-2018");
    set.criteria = vec![criterion.clone()];
    let reading = set.reading(None, None).unwrap();
    let finding = assess(&set, reading, &[Some(figure.into())]).findings.remove(0);
    let (value, threshold) = (oracle::value(&figure), oracle::exact(criterion.threshold.value));
    prop_assert_eq!(finding.outcome, oracle::outcome(criterion, &value));
    prop_assert_eq!(finding.figure, Some(figure.to_string()));
    let (percent, distance) = match figure {
        Figure::Between(_) => panic!("the oracle takes one value at a time"),
        Figure::Amount(amount) => (amount.to_string(), oracle::rounded(&(&value - &threshold), 0)),
        Figure::Percent(_) | Figure::Share(_) => (
            oracle::rounded_on_side(&value, &threshold),
            oracle::rounded_on_side(&(&value - &threshold), &oracle::rational(0, 1)),
        ),
    };
    prop_assert_eq!(finding.percent.map(|p| p.to_string()), Some(percent));
    prop_assert_eq!(finding.distance.map(|p| p.to_string()), Some(distance));
    prop_assert_eq!(finding.persons, oracle::persons(criterion, &figure));
    prop_assert_eq!(finding.position.map(|p| p.to_string()), oracle::position(criterion, &figure));
    let (left, sign, right) = oracle::redo(&finding.comparison.unwrap());
    let expected = match left.cmp(&right) {
        std::cmp::Ordering::Less => "<",
        std::cmp::Ordering::Equal => "=",
        std::cmp::Ordering::Greater => ">",
    };
    prop_assert_eq!(sign, expected);
    // The two sides stand in the proportion of figure and threshold.
    prop_assert_eq!(oracle::rational(left, 1) * threshold, oracle::rational(right, 1) * value);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_percentage_is_found_as_the_oracle_has_it(criterion in any_criterion(), percent in percentage()) {
        finding_is_right(&criterion, Figure::Percent(Percent::new(percent).unwrap()))?;
    }

    #[test]
    fn a_share_is_found_as_the_oracle_has_it(
        criterion in any_criterion(),
        total in prop_oneof![1_u64..=3_000, 1..=MAX_COUNT, MAX_COUNT - 9..=MAX_COUNT],
        part in 0_u64..=1_000,
        near in any::<bool>(),
        off in -1_i128..=1,
    ) {
        let threshold = criterion.threshold.value;
        let wanted = i128::from(total) * threshold.units() / (100 * pow10(threshold.decimals())) + off;
        let count = if near {
            u64::try_from(wanted.max(0)).unwrap().min(total)
        } else {
            u64::try_from(u128::from(total) * u128::from(part) / 1_000).unwrap()
        };
        finding_is_right(&criterion, Figure::Share(Share::new(count, total).unwrap()))?;
    }

    #[test]
    fn a_plain_count_is_found_as_the_oracle_has_it(
        threshold in 0..=MAX_COUNT,
        average in option::of(0..=MAX_COUNT),
        amount in 0..=MAX_COUNT,
        near in option::of(0_u64..3),
        above in any::<bool>(),
    ) {
        let plain = |count: u64| Decimal::new(i128::from(count), 0);
        let mut criterion = criterion(plain(threshold), average.map(plain), above, None);
        criterion.unit = Unit::Persons;
        let amount = near.map_or(amount, |more| (threshold + more).saturating_sub(1));
        finding_is_right(&criterion, Figure::Amount(amount))?;
    }

    #[test]
    fn a_verdict_is_the_one_that_every_completion_gives((set, reading, area) in area()) {
        let found = assess(&set, reading, &area);
        let stated = oracle::stated_outcomes(&set, &area);
        prop_assert_eq!(found.verdict, oracle::verdict(&set, reading, &stated));
        let deciding: Vec<String> = oracle::deciding(&set, reading, &stated)
            .into_iter()
            .map(|nth| set.criteria[nth].id.clone())
            .collect();
        prop_assert_eq!(found.deciding, deciding);
        let unknown = stated.iter().filter(|outcome| outcome.is_none()).count();
        prop_assert_eq!(found.tally.unknown, unknown);
        prop_assert_eq!(found.tally.required, oracle::required(&set, reading));
    }

    #[test]
    fn certainty_is_what_every_true_value_says((set, reading, area) in area()) {
        let found = assess(&set, reading, &area);
        for ((criterion, stated), finding) in set.criteria.iter().zip(&area).zip(&found.findings) {
            let Some(stated) = stated else {
                prop_assert_eq!(finding.certainty, None);
                continue;
            };
            let possible: Vec<Outcome> = oracle::possible(criterion, stated).into_iter().collect();
            let certain = possible == [finding.outcome];
            prop_assert_eq!(finding.possible.map(outcomes), Some(possible), "{:?}", stated);
            prop_assert_eq!(finding.certainty == Some(Certainty::Certain), certain);
            prop_assert_eq!(finding.depends_on.as_ref().map(Vec::is_empty), Some(certain));
            let counts = oracle::counts(criterion, reading, finding.outcome);
            prop_assert_eq!(finding.counts_as_met, Some(counts));
        }
        let (certain, depends_on) = oracle::certainty(&set, reading, &area);
        prop_assert_eq!(found.certainty == Certainty::Certain, certain);
        prop_assert_eq!(found.depends_on, depends_on);
    }
}
