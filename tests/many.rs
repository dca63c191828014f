//! Many areas at once, compared with what a person would do one area at a time: each figure against each threshold.

#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what is missing")]

use std::cmp::Ordering;
use std::fmt::Write as _;

use proptest::prelude::*;
use troskel::areas::{Settings, import, join};
use troskel::assess::{Outcome, Verdict};
use troskel::criteria::{CriteriaSet, Direction, Reading, Require, Tie, Unit, sets};
use troskel::figure::{Decimal, Figure};
use troskel::many::{
    Change, Changes, Filter, Order, Run, Scenario, SortBy, Turned, municipalities, select, sweep, sweep_grid,
};

const MEMO: &str = "promemoria-2018";
const SCB: &str = "scb-2012";

/// A figure as a table has it: a percentage in tenths, or a count and its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    Missing,
    Tenths(u32),
    Count(u32, u32),
}

impl Given {
    /// The value as numerator and denominator, of a hundred.
    fn value(self) -> Option<(i64, i64)> {
        match self {
            Self::Missing => None,
            Self::Tenths(tenths) => Some((i64::from(tenths), 10)),
            Self::Count(count, total) => Some((100 * i64::from(count), i64::from(total))),
        }
    }
}

/// Figures close to round numbers, so that many stand exactly on a threshold.
fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        1 => Just(Given::Missing),
        4 => (0_u32..=1000).prop_map(|tenths| Given::Tenths(tenths - tenths % 5)),
        2 => (0_u32..=1000).prop_map(Given::Tenths),
        3 => (1_u32..=60, 0_u32..=60).prop_map(|(total, count)| Given::Count(count.min(total), total)),
    ]
}

fn areas() -> impl Strategy<Value = Vec<[Given; 4]>> {
    prop::collection::vec([given(), given(), given(), given()], 1..40)
}

fn reading() -> impl Strategy<Value = (Tie, Require)> {
    let tie = prop::sample::select(vec![Tie::Strict, Tie::Inclusive]);
    let require =
        prop::sample::select(vec![Require::All, Require::Any, Require::AtLeast(2), Require::AtLeast(3)]);
    (tie, require)
}

/// An area's code; those of the same fifth lie in one municipality.
fn code(nth: usize) -> String {
    format!("{}R{nth:03}", ["0127", "0180", "1280", "1480", "0114"][nth % 5])
}

/// Imports areas as one would bring them: for each criterion a file of percentages, and one of counts with totals.
fn run_of(set: &CriteriaSet, areas: &[[Given; 4]], (tie, require): (Tie, Require)) -> Run {
    let mut files = Vec::new();
    let settings = Settings::new(set);
    for (nth, criterion) in set.criteria.iter().enumerate() {
        let id = criterion.id.replace('-', "_");
        let (mut percents, mut counts) = (format!("kod;{id}\n"), format!("kod;{id}_count;{id}_total\n"));
        let (mut has_percents, mut has_counts) = (false, false);
        for (at, figures) in areas.iter().enumerate() {
            match figures[nth] {
                Given::Missing => {}
                Given::Tenths(tenths) => {
                    has_percents = true;
                    writeln!(percents, "{};{},{} %", code(at), tenths / 10, tenths % 10).unwrap();
                }
                Given::Count(count, total) => {
                    has_counts = true;
                    writeln!(counts, "{};{count};{total}", code(at)).unwrap();
                }
            }
        }
        for (text, name) in [(percents, "percents"), (counts, "counts")]
            .into_iter()
            .zip([has_percents, has_counts])
            .filter_map(|(file, has)| has.then_some(file))
        {
            let name = format!("{name}-{nth}.csv");
            files.push(import(&name, text.as_bytes(), &settings).unwrap());
        }
    }
    let joined = troskel::areas::join_all(files, &settings).unwrap();
    let reading = set.reading(Some(tie), Some(require)).unwrap();
    Run::new(joined, set.clone(), reading).unwrap()
}

/// Compares `n / d` with a decimal by whole numbers.
fn compare((n, d): (i64, i64), with: Decimal) -> Ordering {
    let ten = 10_i128.pow(with.decimals().into());
    (i128::from(n) * ten).cmp(&(with.units() * i128::from(d)))
}

/// Whether a figure counts as met, as the memo's reader would say it.
fn counts(value: Option<(i64, i64)>, direction: Direction, threshold: Decimal, tie: Tie) -> Option<bool> {
    let order = compare(value?, threshold);
    Some(match (order, direction) {
        (Ordering::Equal, _) => tie == Tie::Inclusive,
        (Ordering::Less, Direction::Below) | (Ordering::Greater, Direction::Above) => true,
        (Ordering::Less, Direction::Above) | (Ordering::Greater, Direction::Below) => false,
    })
}

fn verdict(counts: &[Option<bool>], require: Require) -> Verdict {
    let met = counts.iter().filter(|one| **one == Some(true)).count();
    let unknown = counts.iter().filter(|one| one.is_none()).count();
    let least = match require {
        Require::All => counts.len(),
        Require::Any => 1,
        Require::AtLeast(least) => least.into(),
    };
    match () {
        () if met >= least => Verdict::Meets,
        () if met + unknown < least => Verdict::DoesNotMeet,
        () => Verdict::Undetermined,
    }
}

/// What the areas of a run were given as, in the run's order: an area without any figure stands in no file.
fn in_order(run: &Run, areas: &[[Given; 4]]) -> Vec<(String, [Given; 4])> {
    run.joined
        .areas
        .iter()
        .map(|area| {
            let found = area.code().unwrap();
            let at = (0..areas.len()).find(|at| code(*at) == found).unwrap();
            (found, areas[at])
        })
        .collect()
}

fn verdicts(
    areas: &[(String, [Given; 4])],
    set: &CriteriaSet,
    thresholds: &[Decimal],
    (tie, require): (Tie, Require),
) -> Vec<Verdict> {
    let of = |figures: &[Given; 4]| {
        let each = set.criteria.iter().zip(figures).zip(thresholds);
        let counted: Vec<_> = each
            .map(|((criterion, given), threshold)| {
                counts(given.value(), criterion.direction, *threshold, tie)
            })
            .collect();
        verdict(&counted, require)
    };
    areas.iter().map(|(_, figures)| of(figures)).collect()
}

fn own_thresholds(set: &CriteriaSet) -> Vec<Decimal> {
    set.criteria.iter().map(|criterion| criterion.threshold.value).collect()
}

fn meeting(verdicts: &[Verdict]) -> u32 {
    u32::try_from(verdicts.iter().filter(|one| **one == Verdict::Meets).count()).unwrap()
}

fn decimal(tenths: u32) -> Decimal {
    format!("{}.{}", tenths / 10, tenths % 10).parse().unwrap()
}

fn ascending(all: &mut Vec<u32>) -> Vec<Decimal> {
    all.sort_unstable();
    all.dedup();
    all.iter().copied().map(decimal).collect()
}

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
        let (list, cells) = municipalities(&run);
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
        let steps = sweep(&run, criterion, &tried);
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
        prop_assert_eq!(sweep_grid(&run, (one, &first), (two, &second)), expected);
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
        let changes = Changes::under(&run, &outcomes);
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
        let changes = Changes::between(&earlier, &later);
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

/// Imports one table for a set.
fn run_for(set: &CriteriaSet, text: &str) -> Run {
    let settings = Settings::new(set);
    let joined = join(vec![import("a.csv", text.as_bytes(), &settings).unwrap()], &settings).unwrap();
    Run::new(joined, set.clone(), set.reading(None, None).unwrap()).unwrap()
}

/// Each area with its verdict and figures, a line each.
fn listed(run: &Run) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, area) in run.joined.areas.iter().enumerate() {
        let mut line = format!("{} {:?}", area.code().unwrap(), run.verdict(at));
        for nth in 0..run.set().criteria.len() {
            let figure = area.figure(nth).map_or("–".to_owned(), |figure: Figure| figure.to_string());
            write!(line, " {figure}").unwrap();
        }
        lines.push(line);
    }
    lines
}

const BOTH: &str = "Områdeskod;Andel förvärvsarbetande;Långtidsinskrivna arbetslösa, procent;Andel förgymnasial;Valdeltagande;\
Långvarigt försörjningsstöd, procent;Andel behöriga till gymnasieskolan;Folkmängd 31 december 2022\n\
0180R001;51,0;12,0;30,0;70,0;5,0;69,9;4000\n\
0180R002;55,0;12,0;30,0;70,0;5,0;69,9;4000\n\
0180R003;51,0;9,0;30,0;70,0;5,0;69,9;4001\n\
0180R004;51,0;12,0;30,0;70,0;5,0;69,9;3999\n\
0180R005;51,0;12,0;30,0;70,0;5,0;..;5000\n";

#[test]
fn another_set_finds_its_own_measures_in_the_same_file() {
    let run = run_for(&sets::get(SCB).unwrap(), BOTH);
    assert_eq!(
        listed(&run),
        [
            "0180R001 Meets 51.0 5.0 69.9 4000",
            "0180R002 DoesNotMeet 55.0 5.0 69.9 4000",
            "0180R003 Meets 51.0 5.0 69.9 4001",
            "0180R004 DoesNotMeet 51.0 5.0 69.9 3999",
            "0180R005 Undetermined 51.0 5.0 – 5000",
        ]
    );
}

/// The memo's set under another id, with other names for two of its criteria.
fn own_set() -> CriteriaSet {
    let mut set = sets::get(MEMO).unwrap();
    "egen".clone_into(&mut set.id);
    set.criteria.truncate(2);
    for (criterion, (id, label)) in set
        .criteria
        .iter_mut()
        .zip([("trangbodda", "Andel trångbodda"), ("trangbodda-barn", "Andel trångbodda barn")])
    {
        (criterion.id, criterion.label.sv, criterion.label.en) =
            (id.to_owned(), label.to_owned(), label.to_owned());
    }
    set
}

#[test]
fn a_set_of_ones_own_is_found_by_its_names() {
    for header in [
        "Andel trångbodda;Andel trångbodda barn",
        "Trångbodda, procent 2022;Trångbodda barn, procent 2022",
        "trangbodda;trangbodda_barn",
    ] {
        let run = run_for(&own_set(), &format!("kod;{header}\n0180R001;12,5;30,1\n"));
        assert_eq!(listed(&run), ["0180R001 Meets 12.5 30.1"], "{header}");
    }
    let one = run_for(&own_set(), "kod;Andel trångbodda barn\n0180R001;30,1\n");
    assert_eq!(listed(&one), ["0180R001 Undetermined – 30.1"]);
}

#[test]
fn two_sets_over_the_same_areas_tell_who_enters_and_leaves_and_why() {
    let (memo, scb) = (run_for(&sets::get(MEMO).unwrap(), BOTH), run_for(&sets::get(SCB).unwrap(), BOTH));
    let said = |list: &[Change]| -> Vec<String> {
        let outcome = |outcome: Option<Outcome>| outcome.map_or("–".to_owned(), |one| format!("{one:?}"));
        let turned = |one: &Turned| format!("{} {}→{}", one.criterion, outcome(one.before), outcome(one.now));
        let reasons = |change: &Change| change.turned.iter().map(turned).collect::<Vec<_>>().join(", ");
        list.iter()
            .map(|change| format!("{}: {}", change.code.as_deref().unwrap(), reasons(change)))
            .collect()
    };
    let changes = Changes::between(&memo, &scb);
    assert_eq!(changes.staying, 1);
    assert_eq!(said(&changes.entering.areas), ["0180R003: long-term-unemployment NotMet→–"]);
    assert_eq!(
        said(&changes.leaving.areas),
        ["0180R002: employment Met→NotMet", "0180R004: population –→NotMet"]
    );
    assert_eq!(said(&changes.undecided.areas), ["0180R005: upper-secondary-eligibility –→Unknown"]);
    let back = Changes::between(&scb, &memo);
    assert_eq!(said(&back.leaving.areas), ["0180R003: long-term-unemployment –→NotMet"]);
    assert_eq!(back.entering.count, 3);
    assert_eq!(
        said(&back.entering.areas),
        [
            "0180R002: employment NotMet→Met",
            "0180R004: population NotMet→–",
            "0180R005: upper-secondary-eligibility Unknown→–",
        ]
    );
}

#[test]
fn persons_by_sex_are_added_up_and_persons_of_an_age_are_not_the_population() {
    let scb = sets::get(SCB).unwrap();
    let by_sex = run_for(&scb, "region;kön;Folkmängd 2022\n0180R001;män;2000\n0180R001;kvinnor;2000\n");
    assert_eq!(listed(&by_sex), ["0180R001 Undetermined – – – 4000"]);
    let with_total = run_for(
        &scb,
        "region;kön;Folkmängd 2022\n0180R001;män;10\n0180R001;kvinnor;20\n0180R001;totalt;31\n",
    );
    assert_eq!(listed(&with_total), ["0180R001 DoesNotMeet – – – 31"]);
    let wide = run_for(&scb, "region;Sysselsatta 2022;Befolkning 20-64 år 2022\n0180R001;50;100\n");
    assert_eq!(listed(&wide), ["0180R001 Undetermined 50/100 – – –"]);
    let long = run_for(
        &scb,
        "region;arbetsmarknadsstatus;Befolkning 2022\n0180R001;sysselsatta;50\n0180R001;totalt;100\n",
    );
    assert_eq!(listed(&long), ["0180R001 Undetermined 50/100 – – –"]);
    assert!(scb.criteria.iter().any(|criterion| criterion.unit == Unit::Persons));
}

#[test]
fn more_changes_than_are_listed_are_counted() {
    let set = sets::get(MEMO).unwrap();
    let row = |figures: &str| {
        let mut text = String::from("kod;employment;long_term_unemployment;low_education;turnout\n");
        for nth in 0..2_500 {
            writeln!(text, "0180C{nth:04};{figures}").unwrap();
        }
        text
    };
    let changes = Changes::between(&run_for(&set, &row("59;11;29;74")), &run_for(&set, &row("61;11;29;74")));
    assert_eq!((changes.leaving.count, changes.leaving.areas.len()), (2_500, 2_000));
}
