//! What a person would do one area at a time, in whole numbers: the model that a run is compared with.

use std::cmp::Ordering;
use std::fmt::Write as _;

use proptest::prelude::*;
use troskel::areas::{Settings, import};
use troskel::assess::Verdict;
use troskel::criteria::{CriteriaSet, Direction, Require, Tie};
use troskel::figure::Decimal;
use troskel::many::Run;

pub(super) const MEMO: &str = "promemoria-2018";
pub(super) const SCB: &str = "scb-2012";

/// A figure as a table has it: a percentage in tenths, or a count and its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    Missing,
    Tenths(u32),
    Count(u32, u32),
}

impl Given {
    /// The value as numerator and denominator, of a hundred.
    pub(super) fn value(self) -> Option<(i64, i64)> {
        match self {
            Self::Missing => None,
            Self::Tenths(tenths) => Some((i64::from(tenths), 10)),
            Self::Count(count, total) => Some((100 * i64::from(count), i64::from(total))),
        }
    }
}

/// Figures close to round numbers, so that many stand exactly on a threshold.
pub(super) fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        1 => Just(Given::Missing),
        4 => (0_u32..=1000).prop_map(|tenths| Given::Tenths(tenths - tenths % 5)),
        2 => (0_u32..=1000).prop_map(Given::Tenths),
        3 => (1_u32..=60, 0_u32..=60).prop_map(|(total, count)| Given::Count(count.min(total), total)),
    ]
}

/// Areas whose figures all are read: see [`are_read`].
pub(super) fn areas() -> impl Strategy<Value = Vec<[Given; 4]>> {
    let all = prop::collection::vec([given(), given(), given(), given()], 1..40);
    all.prop_filter("noughts alone", |areas| are_read(areas))
}

/// Tells whether no file of these areas has noughts alone: those are asked about.
pub(super) fn are_read(areas: &[[Given; 4]]) -> bool {
    (0..4).all(|nth| {
        let of = |wanted: fn(&Given) -> bool| {
            areas.iter().map(|area| area[nth]).filter(wanted).collect::<Vec<_>>()
        };
        let files =
            [of(|given| matches!(given, Given::Tenths(_))), of(|given| matches!(given, Given::Count(..)))];
        let is_nought = |given: &Given| matches!(given, Given::Tenths(0) | Given::Count(0, _));
        !files.iter().any(|file| file.len() > 1 && file.iter().all(is_nought))
    })
}

pub(super) fn reading() -> impl Strategy<Value = (Tie, Require)> {
    let tie = prop::sample::select(vec![Tie::Strict, Tie::Inclusive]);
    let require =
        prop::sample::select(vec![Require::All, Require::Any, Require::AtLeast(2), Require::AtLeast(3)]);
    (tie, require)
}

/// An area's code; those of the same fifth lie in one municipality.
pub(super) fn code(nth: usize) -> String {
    format!("{}R{nth:03}", ["0127", "0180", "1280", "1480", "0114"][nth % 5])
}

/// Imports areas as one would bring them: for each criterion a file of percentages, and one of counts with totals.
pub(super) fn run_of(set: &CriteriaSet, areas: &[[Given; 4]], (tie, require): (Tie, Require)) -> Run {
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
pub(super) fn compare((n, d): (i64, i64), with: Decimal) -> Ordering {
    let ten = 10_i128.pow(with.decimals().into());
    (i128::from(n) * ten).cmp(&(with.units() * i128::from(d)))
}

/// Whether a figure counts as met, as the memo's reader would say it.
pub(super) fn counts(
    value: Option<(i64, i64)>,
    direction: Direction,
    threshold: Decimal,
    tie: Tie,
) -> Option<bool> {
    let order = compare(value?, threshold);
    Some(match (order, direction) {
        (Ordering::Equal, _) => tie == Tie::Inclusive,
        (Ordering::Less, Direction::Below) | (Ordering::Greater, Direction::Above) => true,
        (Ordering::Less, Direction::Above) | (Ordering::Greater, Direction::Below) => false,
    })
}

pub(super) fn verdict(counts: &[Option<bool>], require: Require) -> Verdict {
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
pub(super) fn in_order(run: &Run, areas: &[[Given; 4]]) -> Vec<(String, [Given; 4])> {
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

pub(super) fn verdicts(
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

pub(super) fn own_thresholds(set: &CriteriaSet) -> Vec<Decimal> {
    set.criteria.iter().map(|criterion| criterion.threshold.value).collect()
}

pub(super) fn meeting(verdicts: &[Verdict]) -> u32 {
    u32::try_from(verdicts.iter().filter(|one| **one == Verdict::Meets).count()).unwrap()
}

pub(super) fn decimal(tenths: u32) -> Decimal {
    format!("{}.{}", tenths / 10, tenths % 10).parse().unwrap()
}

pub(super) fn ascending(all: &mut Vec<u32>) -> Vec<Decimal> {
    all.sort_unstable();
    all.dedup();
    all.iter().copied().map(decimal).collect()
}
