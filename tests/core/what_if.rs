//! What it would take, against brute force: every share of small totals, and k against k−1 for larger ones.

use troskel::assess::{Change, Move, Who, counts_as_met, outcome};
use troskel::criteria::{CriteriaSet, Criterion, Direction, Reading, Require, Tie, Unit};
use troskel::figure::{Decimal, Figure, MAX_COUNT, Percent, Share};

use super::support::set;

pub(super) fn memo() -> CriteriaSet {
    set("promemoria-2018")
}

pub(super) fn readings() -> [Reading; 2] {
    [Tie::Strict, Tie::Inclusive].map(|tie| Reading { tie, require: Require::All })
}

pub(super) fn share(count: u64, total: u64) -> Figure {
    Figure::Share(Share::new(count, total).unwrap())
}

/// A criterion under a reading in plain integers; the memo's thresholds are whole percentages.
struct Rule {
    threshold: u64,
    below: bool,
    inclusive: bool,
}

impl Rule {
    fn new(criterion: &Criterion, reading: Reading) -> Self {
        assert_eq!(criterion.threshold.value.decimals(), 0);
        Self {
            threshold: u64::try_from(criterion.threshold.value.units()).unwrap(),
            below: criterion.direction == Direction::Below,
            inclusive: reading.tie == Tie::Inclusive,
        }
    }

    fn counts(&self, count: u64, total: u64) -> bool {
        let (left, right) = (100 * count, self.threshold * total);
        (if self.below { left < right } else { left > right }) || (self.inclusive && left == right)
    }
}

/// The figures that so many persons can lead to with fixed total (0), moving in (1) and moving out (2).
fn reachable(count: u64, total: u64, persons: u64, way: usize) -> [Option<(u64, u64)>; 2] {
    let only = |possible: bool, count: u64, total: u64| if possible { Some((count, total)) } else { None };
    match way {
        0 => [
            only(persons <= count, count.saturating_sub(persons), total),
            only(count + persons <= total, count + persons, total),
        ],
        1 => [Some((count, total + persons)), Some((count + persons, total + persons))],
        _ => [
            only(persons < total && count + persons <= total, count, total.saturating_sub(persons)),
            only(
                persons < total && persons <= count,
                count.saturating_sub(persons),
                total.saturating_sub(persons),
            ),
        ],
    }
}

/// Counts upwards until a change of so many persons makes the criterion count otherwise.
fn brute_force(rule: &Rule, count: u64, total: u64, way: usize) -> Option<(u64, String)> {
    let now = rule.counts(count, total);
    // The memo's thresholds lie between 10 and 75 percent, so ten times the total turns any share by moving in.
    let most = if way == 1 { 10 * total + 1 } else { total };
    let mut persons = 1;
    while persons <= most {
        for after in reachable(count, total, persons, way) {
            if let Some((count, total)) = after
                && rule.counts(count, total) != now
            {
                return Some((persons, format!("{count}/{total}")));
            }
        }
        persons += 1;
    }
    None
}

fn ways(change: &Change) -> [&Move; 3] {
    let Change::Share { fixed_total, moving_in, moving_out } = change else {
        unreachable!("a share's change")
    };
    [fixed_total, moving_in, moving_out]
}

#[track_caller]
fn agrees(criterion: &Criterion, reading: Reading, count: u64, total: u64) {
    let rule = Rule::new(criterion, reading);
    let change = Change::of(criterion, reading, &share(count, total)).unwrap();
    for (way, closed) in ways(&change).into_iter().enumerate() {
        let closed = closed.persons().map(|change| (change.persons, change.figure.clone()));
        let brute = brute_force(&rule, count, total, way);
        assert_eq!(closed, brute, "{} {reading:?} {count}/{total} way {way}", criterion.id);
    }
}

/// Every share of every total up to `largest`, with one of the memo's criteria and both ties.
fn agree_up_to(largest: u64, id: &str) {
    let set = memo();
    let (_, criterion) = set.criterion(id).unwrap();
    for reading in readings() {
        for total in 1..=largest {
            for count in 0..=total {
                agrees(criterion, reading, count, total);
            }
        }
    }
}

/// Closed form and brute force agree for every share of up to 300: a test for each criterion, to run side by side.
#[cfg(not(target_arch = "wasm32"))]
mod every_share_of_up_to_300 {
    use super::agree_up_to;

    #[test]
    fn of_employment() {
        agree_up_to(300, "employment");
    }

    #[test]
    fn of_long_term_unemployment() {
        agree_up_to(300, "long-term-unemployment");
    }

    #[test]
    fn of_low_education() {
        agree_up_to(300, "low-education");
    }

    #[test]
    fn of_turnout() {
        agree_up_to(300, "turnout");
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn closed_form_and_brute_force_agree_for_every_share_of_up_to_60() {
    for criterion in &memo().criteria {
        agree_up_to(60, &criterion.id);
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn k_persons_turn_it_and_one_fewer_does_not_up_to_2000() {
    for criterion in &memo().criteria {
        for reading in readings() {
            for total in 301..=2000_u64 {
                let at = u64::try_from(criterion.threshold.value.units()).unwrap() * total / 100;
                let near = at.saturating_sub(2)..=(at + 2).min(total);
                let spread = (0..=total).filter(|count| (count + total) % 13 == 0 || *count == total);
                for count in near.chain(spread) {
                    least(criterion, reading, count, total);
                }
            }
        }
    }
}

/// Checks that the persons told turn the outcome, that one fewer does not, and that *impossible* is no way out.
#[cfg(not(target_arch = "wasm32"))]
#[track_caller]
pub(super) fn least(criterion: &Criterion, reading: Reading, count: u64, total: u64) {
    let rule = Rule::new(criterion, reading);
    let now = rule.counts(count, total);
    let turns = |way: usize, persons: u64| {
        let mut found = reachable(count, total, persons, way).into_iter().flatten();
        found.any(|(count, total)| rule.counts(count, total) != now)
    };
    let change = Change::of(criterion, reading, &share(count, total)).unwrap();
    for (way, closed) in ways(&change).into_iter().enumerate() {
        let case = || format!("{} {reading:?} {count}/{total} way {way}", criterion.id);
        if let Some(change) = closed.persons() {
            assert!(change.persons >= 1, "{}", case());
            assert!(turns(way, change.persons), "{}", case());
            assert!(change.persons == 1 || !turns(way, change.persons - 1), "{}", case());
        } else {
            assert!(!(1..=total).any(|persons| turns(way, persons)), "{}", case());
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_step_on_the_grid_turns_a_percentage_and_one_unit_less_does_not() {
    for criterion in &memo().criteria {
        for reading in readings() {
            for (decimals, scale) in [(0, 1), (1, 10), (2, 100)] {
                for units in 0..=100 * scale {
                    let counts = |units| {
                        let figure = Figure::Percent(Percent::new(Decimal::new(units, decimals)).unwrap());
                        counts_as_met(criterion, reading, outcome(criterion, &figure)).unwrap()
                    };
                    let figure = Figure::Percent(Percent::new(Decimal::new(units, decimals)).unwrap());
                    let step = Change::of(criterion, reading, &figure).unwrap().step().unwrap();
                    let after = units + step.units();
                    assert_eq!(step.decimals(), decimals);
                    assert_ne!(counts(units), counts(after), "{} {figure} {step}", criterion.id);
                    assert_eq!(counts(units), counts(after - step.units().signum()), "{figure} {step}");
                }
            }
        }
    }
}

#[test]
fn what_no_change_can_bring_about_is_impossible() {
    let mut set = memo();
    let strict = Reading { tie: Tie::Strict, require: Require::All };
    let with = |set: &mut CriteriaSet, threshold: &str| {
        set.criteria[0].threshold.value = threshold.parse().unwrap();
        set.criteria[0].clone()
    };
    // Nothing is below 0 percent, and only an empty area could leave it.
    let none = with(&mut set, "0");
    let change = Change::of(&none, strict, &share(5, 10)).unwrap();
    assert!(ways(&change).iter().all(|way| way.persons().is_none()));
    let percent = Change::of(&none, strict, &"5.0".parse().unwrap()).unwrap();
    assert_eq!(percent.step(), None);
    assert_eq!(percent.slack(), None);
    // 100 percent is reached by everyone having the property, or by those without it moving out, never by moving in.
    let all = with(&mut set, "100");
    let change = Change::of(&all, strict, &share(9, 10)).unwrap();
    let persons = ways(&change).map(|way| way.persons().map(|change| change.persons));
    assert_eq!(persons, [Some(1), None, Some(1)]);
    // Nobody with the property is left to raise the share when all others move out.
    let half = with(&mut set, "50");
    assert_eq!(ways(&Change::of(&half, strict, &share(0, 10)).unwrap())[2].persons(), None);
    // A threshold so fine that more persons than can be counted would have to move in.
    let fine = with(&mut set, "0.000000000001");
    let inclusive = Reading { tie: Tie::Inclusive, require: Require::All };
    let change = Change::of(&fine, inclusive, &share(MAX_COUNT, MAX_COUNT)).unwrap();
    let persons = ways(&change).map(|way| way.persons().map(|change| change.persons));
    assert_eq!(persons, [Some(MAX_COUNT), None, None]);
    // Nothing is above 100 percent, and no more can move in than can be counted.
    let mut above = set.criteria[2].clone();
    above.threshold.value = Decimal::HUNDRED;
    assert!(
        ways(&Change::of(&above, strict, &share(9, 10)).unwrap()).iter().all(|way| way.persons().is_none())
    );
    let large = Change::of(&set.criteria[2], strict, &share(MAX_COUNT / 10, MAX_COUNT / 2)).unwrap();
    let persons = ways(&large).map(|way| way.persons().map(|change| change.persons));
    let moving_in = (28 * MAX_COUNT / 2 - 100 * MAX_COUNT / 10) / 72 + 1;
    assert_eq!(persons.map(|persons| persons == Some(moving_in)), [false, true, false]);
    let largest = Change::of(&set.criteria[2], strict, &share(MAX_COUNT / 10, MAX_COUNT)).unwrap();
    assert_eq!(ways(&largest)[1].persons(), None);
}

#[test]
fn a_plain_count_changes_within_what_can_be_counted() {
    let mut criterion = memo().criteria[2].clone();
    criterion.unit = Unit::Persons;
    let mut persons = |threshold: u64, count: u64, tie: Tie| {
        criterion.threshold.value = Decimal::new(threshold.into(), 0);
        let reading = Reading { tie, require: Require::All };
        let change = Change::of(&criterion, reading, &Figure::Amount(count)).unwrap();
        let Change::Amount { amount } = change else { unreachable!("a plain count's change") };
        amount.persons().map(|change| (change.persons, change.figure.clone()))
    };
    let by = |persons: u64, figure: &str| Some((persons, figure.to_owned()));
    assert_eq!(persons(20_000_000, 10_000_000, Tie::Strict), by(10_000_001, "20000001"));
    assert_eq!(persons(20_000_000, 10_000_000, Tie::Inclusive), by(10_000_000, "20000000"));
    assert_eq!(persons(4_000, 4_001, Tie::Strict), by(1, "4000"));
    assert_eq!(persons(4_000, 9_000, Tie::Inclusive), by(5_001, "3999"));
    assert_eq!(persons(MAX_COUNT, 0, Tie::Inclusive), by(MAX_COUNT, &MAX_COUNT.to_string()));
    assert_eq!(persons(MAX_COUNT, 0, Tie::Strict), None);
    assert_eq!(persons(0, 5, Tie::Inclusive), None);
    assert_eq!(persons(0, 5, Tie::Strict), by(5, "0"));
}

#[test]
fn a_threshold_with_decimals_is_passed_on_the_figures_own_grid() {
    let mut criterion = memo().criteria[2].clone();
    let mut change = |threshold: &str, unit: Unit, figure: Figure| {
        criterion.threshold.value = threshold.parse().unwrap();
        criterion.unit = unit;
        Change::of(&criterion, readings()[0], &figure).unwrap()
    };
    let mut step = |threshold: &str, figure: &str| {
        change(threshold, Unit::Percent, figure.parse().unwrap()).step().unwrap().to_string()
    };
    assert_eq!([step("28.25", "27.5"), step("28.25", "28.25"), step("28.25", "30")], ["0.8", "0.01", "-2"]);
    let mut persons = |threshold: &str, count: u64| {
        let change = change(threshold, Unit::Persons, Figure::Amount(count));
        let Change::Amount { amount } = change else { unreachable!("a plain count's change") };
        amount.persons().map(|change| change.persons)
    };
    let told = [persons("4000.5", 4_000), persons("4000.5", 4_001), persons("4000.50", 3_000)];
    assert_eq!(told, [Some(1), Some(1), Some(1_001)]);
}

#[test]
fn who_moves_follows_from_the_direction() {
    let set = memo();
    let reading = readings()[0];
    let who = |criterion: usize, count, total| {
        ways(&Change::of(&set.criteria[criterion], reading, &share(count, total)).unwrap())
            .map(|way| way.persons().map(|change| change.who))
    };
    assert_eq!(who(0, 59, 100), [Some(Who::With), Some(Who::With), Some(Who::Without)]);
    assert_eq!(who(0, 61, 100), [Some(Who::Without), Some(Who::Without), Some(Who::With)]);
    assert_eq!(who(1, 9, 100), [Some(Who::With), Some(Who::With), Some(Who::Without)]);
}

#[test]
fn slack_is_what_is_left_before_the_change() {
    let set = memo();
    let reading = readings()[0];
    let slack = |criterion: usize, figure: &str| {
        Change::of(&set.criteria[criterion], reading, &figure.parse().unwrap()).unwrap().slack().unwrap()
    };
    assert_eq!(slack(0, "742/1237").persons, Some(0));
    assert_eq!(slack(0, "700/1237").persons, Some(42));
    assert_eq!(slack(0, "58.20").points.map(|points| points.to_string()), Some("1.79".to_owned()));
    assert_eq!(slack(1, "10").points.map(|points| points.to_string()), Some("0".to_owned()));
}
