//! Figures of which only bounds are known, against every value that they allow.

use troskel::assess::{Certainty, Dependence, Outcome, Outcomes, Verdict, assess, outcome, verdict};
use troskel::criteria::{Require, Tie, Unit};
use troskel::figure::{Bounds, Figure, Share, Stated};

use super::support::set;

/// Lists the shares that a count of a total within bounds can be.
fn shares((low, high): (u64, u64), (from, to): (u64, u64)) -> Vec<Figure> {
    let of = |total| (low..=high).filter_map(move |count| Share::new(count, total).ok().map(Figure::Share));
    (from..=to).flat_map(of).collect()
}

fn within((low, high): (u64, u64), (from, to): (u64, u64)) -> Option<Figure> {
    Figure::share_within(Bounds { low, high }, Bounds { low: from, high: to }).ok()
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn an_outcome_within_bounds_is_that_of_all_values_or_unknown() {
    let set = set("promemoria-2018");
    let reading = set.reading(None, None).unwrap();
    let mut decided = [0, 0];
    for criterion in &set.criteria {
        let mut one = set.clone();
        one.criteria = vec![criterion.clone()];
        for count in (0..12).flat_map(|low| (low..12).map(move |high| (low, high))) {
            for total in [(9, 9), (10, 10), (40, 40), (59, 61), (7, 12), (1, 3)] {
                let Some(figure) = within(count, total) else { continue };
                let outcomes: Vec<Outcome> =
                    shares(count, total).iter().map(|share| outcome(criterion, share)).collect();
                let has = |outcome| outcomes.contains(&outcome);
                let possible = Outcomes {
                    met: has(Outcome::Met),
                    at_threshold: has(Outcome::AtThreshold),
                    not_met: has(Outcome::NotMet),
                };
                let same = outcomes.iter().all(|one| *one == outcomes[0]);
                let expected = if same { outcomes[0] } else { Outcome::Unknown };
                let area = [Some(Stated::from(figure))];
                let finding = &assess(&one, reading, &area).findings[0];
                assert_eq!(finding.outcome, expected, "{figure} against {}", criterion.threshold.value);
                assert_eq!(
                    finding.possible,
                    Some(possible),
                    "{figure} against {}",
                    criterion.threshold.value
                );
                let certain = finding.certainty == Some(Certainty::Certain);
                assert_eq!((certain, finding.percent.is_some()), (same, same), "{figure}");
                decided[usize::from(same)] += 1;
            }
        }
    }
    assert!(decided.iter().all(|cases| *cases > 500), "{decided:?}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_verdict_is_certain_where_all_values_give_it() {
    let set = set("promemoria-2018");
    let figures = |all: [((u64, u64), (u64, u64)); 4]| {
        let stated: Vec<_> =
            all.iter().map(|(count, total)| Some(Stated::from(within(*count, *total).unwrap()))).collect();
        (stated, all.map(|(count, total)| shares(count, total)))
    };
    // Employment, unemployment, education, turnout: none, one and both of the wide ones can turn.
    let [met, not_met, wide] = [(0, 3), (9, 9), (2, 9)];
    let choices = [met, not_met, wide];
    let mut seen = [0; 3];
    for (employment, turnout) in choices.iter().flat_map(|one| choices.iter().map(move |two| (*one, *two))) {
        for (unemployment, education) in
            [((0, 7), (5, 5)), ((9, 20), (3, 3)), ((0, 0), (0, 7)), ((3, 7), (3, 7))]
        {
            let (stated, all) = figures([
                (employment, (10, 11)),
                (unemployment, (60, 60)),
                (education, (10, 10)),
                (turnout, (10, 10)),
            ]);
            for require in [Require::All, Require::Any, Require::AtLeast(2), Require::AtLeast(3)] {
                for tie in [Tie::Strict, Tie::Inclusive] {
                    let reading = set.reading(Some(tie), Some(require)).unwrap();
                    let mut verdicts = Vec::new();
                    for (a, b) in all[0].iter().flat_map(|a| all[1].iter().map(move |b| (a, b))) {
                        for (c, d) in all[2].iter().flat_map(|c| all[3].iter().map(move |d| (c, d))) {
                            let area = [a, b, c, d].map(|figure| Some(Stated::from(*figure)));
                            let found = verdict(&set, reading, &area);
                            if !verdicts.contains(&found) {
                                verdicts.push(found);
                            }
                        }
                    }
                    let assessed = assess(&set, reading, &stated);
                    let bounds = assessed.depends_on.contains(&Dependence::Bounds);
                    if assessed.verdict == Verdict::Undetermined {
                        let depends = assessed.certainty == Certainty::Depends;
                        // Under an inclusive reading a figure on or past the threshold counts, whichever it is.
                        assert_eq!((depends, bounds), (true, verdicts.len() == 2), "{stated:?}");
                        assert!(verdicts.len() == 2 || tie == Tie::Inclusive, "{stated:?} {require:?}");
                        assert!(!assessed.deciding.is_empty());
                        seen[0] += 1;
                    } else {
                        assert_eq!(verdicts, [assessed.verdict], "{stated:?} {require:?}");
                        assert_eq!((assessed.certainty, bounds), (Certainty::Certain, false));
                        seen[usize::from(assessed.verdict == Verdict::Meets) + 1] += 1;
                    }
                }
            }
        }
    }
    assert!(seen.iter().all(|cases| *cases > 10), "{seen:?}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn persons_within_bounds_are_a_figure_of_persons_and_of_a_total_a_share() {
    let persons = Figure::amount_within(Bounds { low: 0, high: 7 }).unwrap();
    let share = within((0, 7), (600, 600)).unwrap();
    let set = set("scb-2012");
    let accepts = |unit: Unit, figure: &Figure| {
        let criterion = set.criteria.iter().find(|criterion| criterion.unit == unit).unwrap();
        criterion.accept(figure).map_err(|error| error.code())
    };
    assert_eq!(accepts(Unit::Persons, &persons), Ok(()));
    assert_eq!(accepts(Unit::Percent, &share), Ok(()));
    assert_eq!(accepts(Unit::Percent, &persons), Err("wrong-unit"));
    assert_eq!(accepts(Unit::Persons, &share), Err("wrong-unit"));
}
