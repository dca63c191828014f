//! Many areas at once, compared with what a person would do one area at a time: each figure against each threshold.

#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what is missing")]

use proptest::prelude::*;

use troskel::assess::Verdict;
use troskel::criteria::{Reading, sets};
use troskel::figure::Decimal;
use troskel::many::{
    Change, Changes, Chosen, Filter, Order, Run, Scenario, SortBy, Turned, municipalities, select, sweep,
    sweep_grid,
};

mod chosen;
mod model;
mod other_sets;

use model::{
    MEMO, areas, ascending, code, compare, counts, decimal, in_order, meeting, own_thresholds, reading,
    run_of, verdict, verdicts,
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn verdicts_and_totals_are_those_of_each_area_alone(areas in areas(), read in reading()) {
        let set = sets::get(MEMO).unwrap();
        let run = run_of(&set, &areas, read);
        let areas = in_order(&run, &areas);
        let expected = verdicts(&areas, &set, &own_thresholds(&set), read);
        let found: Vec<Verdict> = (0..run.len()).map(|at| run.verdict(at)).collect();
        prop_assert_eq!(&found, &expected);
        for (at, verdict) in found.iter().enumerate() {
            prop_assert_eq!(run.row(at).unwrap().assessment.verdict, *verdict);
        }
        let count = |wanted| u64::try_from(expected.iter().filter(|one| **one == wanted).count()).unwrap();
        let totals = run.totals();
        prop_assert_eq!(
            (totals.areas, totals.meets, totals.does_not_meet, totals.undetermined),
            (
                u64::try_from(areas.len()).unwrap(),
                count(Verdict::Meets),
                count(Verdict::DoesNotMeet),
                count(Verdict::Undetermined)
            )
        );
        let (list, cells) = municipalities(&run, &Chosen::all());
        for one in &list {
            let of = |wanted: Option<Verdict>| {
                let here = areas.iter().zip(&expected).filter(|((code, _), verdict)| {
                    one.code.as_deref() == code.get(..4) && wanted.is_none_or(|wanted| wanted == **verdict)
                });
                u64::try_from(here.count()).unwrap()
            };
            prop_assert_eq!(one.areas, of(None));
            prop_assert_eq!(one.meets, of(Some(Verdict::Meets)));
            prop_assert_eq!(one.does_not_meet, of(Some(Verdict::DoesNotMeet)));
            prop_assert_eq!(one.undetermined, of(Some(Verdict::Undetermined)));
        }
        let with = list.iter().filter(|one| one.meets > 0).count();
        prop_assert_eq!(cells.listed_with + cells.unlisted_with, u64::try_from(with).unwrap());
    }

    #[test]
    fn a_criterion_binds_where_it_alone_is_missing(areas in areas(), read in reading()) {
        let set = sets::get(MEMO).unwrap();
        let run = run_of(&set, &areas, read);
        let areas = in_order(&run, &areas);
        for (nth, found) in run.outcome_counts().iter().enumerate() {
            let binds = areas.iter().filter(|(_, figures)| {
                let counted = |with: bool| {
                    let each = set.criteria.iter().zip(figures).enumerate();
                    each.map(|(at, (criterion, given))| {
                        let own = counts(given.value(), criterion.direction, criterion.threshold.value, read.0);
                        if with && at == nth { Some(true) } else { own }
                    })
                    .collect::<Vec<_>>()
                };
                let unmet = counted(false)[nth] == Some(false);
                unmet
                    && verdict(&counted(false), read.1) == Verdict::DoesNotMeet
                    && verdict(&counted(true), read.1) == Verdict::Meets
            });
            prop_assert_eq!(found.binds, u64::try_from(binds.count()).unwrap());
        }
    }

    #[test]
    fn sweep_counts_as_if_each_threshold_were_the_sets(
        areas in areas(),
        read in reading(),
        criterion in 0_usize..4,
        mut tried in prop::collection::vec(0_u32..=1000, 1..30),
    ) {
        let set = sets::get(MEMO).unwrap();
        let run = run_of(&set, &areas, read);
        let areas = in_order(&run, &areas);
        let tried = ascending(&mut tried);
        let steps = sweep(&run, &Chosen::all(), criterion, &tried);
        let meets_at = |threshold: Decimal| {
            let mut thresholds = own_thresholds(&set);
            thresholds[criterion] = threshold;
            meeting(&verdicts(&areas, &set, &thresholds, read))
        };
        let expected: Vec<u32> = tried.iter().map(|threshold| meets_at(*threshold)).collect();
        prop_assert_eq!(steps.meets, expected);
        // Between the set's own threshold and the next step no other number is to be had.
        let own = set.criteria[criterion].threshold.value;
        for tenths in 0..=1000 {
            let threshold = decimal(tenths);
            let below = steps.next_below.is_none_or(|next| threshold.cmp_value(next).is_gt());
            let above = steps.next_above.is_none_or(|next| threshold.cmp_value(next).is_lt());
            if below && above && threshold.cmp_value(own).is_ne() && meets_at(threshold) != meets_at(own) {
                // Only what stands exactly on the own threshold changes at once.
                let on = areas.iter().any(|(_, figures)| {
                    figures[criterion].value().is_some_and(|value| compare(value, own).is_eq())
                });
                prop_assert!(on, "{} of {}", threshold, own);
            }
        }
    }

    #[test]
    fn the_grid_counts_as_if_each_pair_were_the_sets(
        areas in areas(),
        read in reading(),
        (one, two) in (0_usize..4, 0_usize..4).prop_filter("two criteria", |(one, two)| one != two),
        mut first in prop::collection::vec(0_u32..=1000, 0..8),
        mut second in prop::collection::vec(0_u32..=1000, 0..8),
    ) {
        let set = sets::get(MEMO).unwrap();
        let run = run_of(&set, &areas, read);
        let areas = in_order(&run, &areas);
        let (first, second) = (ascending(&mut first), ascending(&mut second));
        let mut expected = Vec::new();
        for a in &first {
            for b in &second {
                let mut thresholds = own_thresholds(&set);
                (thresholds[one], thresholds[two]) = (*a, *b);
                expected.push(meeting(&verdicts(&areas, &set, &thresholds, read)));
            }
        }
        prop_assert_eq!(sweep_grid(&run, &Chosen::all(), (one, &first), (two, &second)), expected);
    }

    #[test]
    fn what_if_tells_who_enters_and_leaves(
        areas in areas(),
        read in reading(),
        other in reading(),
        moved in prop::array::uniform4(prop::option::weighted(0.4, 0_u32..=1000)),
    ) {
        let set = sets::get(MEMO).unwrap();
        let run = run_of(&set, &areas, read);
        let areas = in_order(&run, &areas);
        let before = verdicts(&areas, &set, &own_thresholds(&set), read);
        let moved = moved.map(|tenths| tenths.map(decimal));
        let thresholds: Vec<Decimal> =
            own_thresholds(&set).into_iter().zip(moved).map(|(own, moved)| moved.unwrap_or(own)).collect();
        let now = verdicts(&areas, &set, &thresholds, other);
        let scenario = Scenario { thresholds: moved.to_vec(), shifts: Vec::new() };
        let outcomes = run.under(&scenario, Reading { tie: other.0, require: other.1 }).unwrap();
        prop_assert_eq!(&outcomes.verdicts, &now);
        let changes = Changes::under(&run, &Chosen::all(), &outcomes);
        let pairs = || before.iter().zip(&now).enumerate();
        let positions = |fits: fn(Verdict, Verdict) -> bool| -> Vec<usize> {
            pairs().filter(|(_, (before, now))| fits(**before, **now)).map(|(at, _)| at).collect()
        };
        let listed = |list: &[Change]| list.iter().map(|change| change.position).collect::<Vec<_>>();
        prop_assert_eq!(
            listed(&changes.entering.areas),
            positions(|before, now| before != Verdict::Meets && now == Verdict::Meets)
        );
        prop_assert_eq!(
            listed(&changes.leaving.areas),
            positions(|before, now| before == Verdict::Meets && now == Verdict::DoesNotMeet)
        );
        prop_assert_eq!(
            listed(&changes.undecided.areas),
            positions(|before, now| before == Verdict::Meets && now == Verdict::Undetermined)
        );
        let staying = positions(|before, now| before == Verdict::Meets && now == Verdict::Meets).len();
        prop_assert_eq!(changes.staying, u64::try_from(staying).unwrap());
    }

    #[test]
    fn figures_are_moved_by_points_within_what_is_possible(
        areas in areas(),
        read in reading(),
        criterion in 0_usize..4,
        tenths in -1200_i32..=1200,
    ) {
        let set = sets::get(MEMO).unwrap();
        let run = run_of(&set, &areas, read);
        let areas = in_order(&run, &areas);
        let sign = if tenths < 0 { "-" } else { "" };
        let shift: Decimal = format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10).parse().unwrap();
        let mut shifts = vec![None; 4];
        shifts[criterion] = Some(shift);
        let scenario = Scenario { thresholds: Vec::new(), shifts };
        let found = run.under(&scenario, run.reading()).unwrap();
        for (at, (_, figures)) in areas.iter().enumerate() {
            let each = set.criteria.iter().zip(figures).enumerate();
            let counted: Vec<_> = each
                .map(|(nth, (about, given))| {
                    let value = given.value().map(|(n, d)| {
                        let by = if nth == criterion { i64::from(tenths) } else { 0 };
                        ((10 * n + by * d).clamp(0, 1000 * d), 10 * d)
                    });
                    counts(value, about.direction, about.threshold.value, read.0)
                })
                .collect();
            prop_assert_eq!(found.verdicts[at], verdict(&counted, read.1), "{:?} moved by {}", figures, shift);
        }
    }

    #[test]
    fn rows_are_chosen_and_sorted_as_by_hand(
        areas in areas(),
        read in reading(),
        criterion in 0_usize..4,
        within in 0_u32..=300,
        descending in any::<bool>(),
        wanted in prop::option::of(prop::sample::select(vec![
            Verdict::Meets, Verdict::DoesNotMeet, Verdict::Undetermined,
        ])),
        municipality in prop::option::of(prop::sample::select(vec!["0127", "0180", "2480"])),
        near in any::<bool>(),
    ) {
        let set = sets::get(MEMO).unwrap();
        let run = run_of(&set, &areas, read);
        let areas = in_order(&run, &areas);
        let verdicts = verdicts(&areas, &set, &own_thresholds(&set), read);
        let filter = Filter {
            municipality: municipality.map(str::to_owned),
            verdict: wanted,
            within: near.then(|| (criterion, decimal(within))),
            ..Filter::default()
        };
        let own = set.criteria[criterion].threshold.value;
        let (own_n, own_d) = (i64::try_from(own.units()).unwrap(), 10_i64.pow(own.decimals().into()));
        let value = |at: usize| areas[at].1[criterion].value();
        let mut expected: Vec<usize> = (0..areas.len())
            .filter(|at| municipality.is_none_or(|code| areas[*at].0.starts_with(code)))
            .filter(|at| wanted.is_none_or(|wanted| verdicts[*at] == wanted))
            .filter(|at| {
                !near
                    || value(*at).is_some_and(|(n, d)| {
                        let away = (n * own_d - own_n * d).abs();
                        compare((away, d * own_d), decimal(within)).is_le()
                    })
            })
            .collect();
        expected.sort_by(|a, b| match (value(*a), value(*b)) {
            (Some((n, d)), Some((m, e))) => {
                let order = (n * e).cmp(&(m * d));
                if descending { order.reverse() } else { order }
            }
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
        let order = if descending { Order::Descending } else { Order::Ascending };
        let found = select(&run, &filter, SortBy::Figure(criterion), order).unwrap();
        let found: Vec<usize> = found.into_iter().map(|at| usize::try_from(at).unwrap()).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_place_on_the_scale_is_the_share_of_the_way(areas in areas(), read in reading()) {
        let set = sets::get(MEMO).unwrap();
        let run = run_of(&set, &areas, read);
        let areas = in_order(&run, &areas);
        for (nth, criterion) in set.criteria.iter().enumerate() {
            let average = criterion.national_average.as_ref().unwrap().value;
            let tenths = |value: Decimal| {
                i64::try_from(value.units()).unwrap() * 10 / 10_i64.pow(value.decimals().into())
            };
            let (average, threshold) = (tenths(average), tenths(criterion.threshold.value));
            for (at, (_, figures)) in areas.iter().enumerate() {
                let expected = figures[nth].value().map(|(n, d)| {
                    let (come, way) = (10 * n - average * d, (threshold - average) * d);
                    let (come, way) = if way < 0 { (-come, -way) } else { (come, way) };
                    i32::try_from((1000 * come).div_euclid(way)).unwrap()
                });
                prop_assert_eq!(run.position_on_scale(nth, at), expected);
            }
        }
    }

    #[test]
    fn two_files_are_compared_area_by_area(before in areas(), now in areas(), read in reading()) {
        let set = sets::get(MEMO).unwrap();
        let (earlier, later) = (run_of(&set, &before, read), run_of(&set, &now, read));
        let of = |run: &Run, code: &str| {
            let at = (0..run.len()).find(|at| run.joined.areas.get(*at).unwrap().code().as_deref() == Some(code))?;
            Some((at, run.verdict(at)))
        };
        let changes = Changes::between(&earlier, &later, |_, _| true);
        let (mut entering, mut leaving, mut undecided) = (Vec::new(), Vec::new(), Vec::new());
        let (mut staying, mut only_before, mut only_now) = (0_u64, 0_u64, 0_u64);
        for nth in 0..40 {
            let code = code(nth);
            match (of(&earlier, &code), of(&later, &code)) {
                (Some((was, before)), Some((at, now))) => match (before == Verdict::Meets, now) {
                    (true, Verdict::Meets) => staying += 1,
                    (true, Verdict::DoesNotMeet) => leaving.push((was, at, code)),
                    (true, Verdict::Undetermined) => undecided.push((was, at, code)),
                    (false, Verdict::Meets) => entering.push((was, at, code)),
                    (false, Verdict::DoesNotMeet | Verdict::Undetermined) => {}
                },
                (Some(_), None) => only_before += 1,
                (None, Some(_)) => only_now += 1,
                (None, None) => {}
            }
        }
        prop_assert_eq!((changes.staying, changes.only_before, changes.only_now), (staying, only_before, only_now));
        for (found, mut expected) in [
            (&changes.entering, entering),
            (&changes.leaving, leaving),
            (&changes.undecided, undecided),
        ] {
            expected.sort_by_key(|(_, at, _)| *at);
            prop_assert_eq!(found.count, u64::try_from(expected.len()).unwrap());
            for (change, (was, at, code)) in found.areas.iter().zip(expected) {
                prop_assert_eq!(change.code.as_deref(), Some(code.as_str()));
                let turned: Vec<Turned> = set.criteria.iter().enumerate().filter_map(|(nth, criterion)| {
                    let (before, now) = (earlier.outcome(nth, was), later.outcome(nth, at));
                    (before != now).then(|| Turned {
                        criterion: criterion.id.clone(),
                        before: Some(before),
                        now: Some(now),
                    })
                }).collect();
                prop_assert!(!turned.is_empty());
                prop_assert_eq!(&change.turned, &turned);
            }
        }
    }
}
