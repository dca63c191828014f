//! The cheapest combinations of changes that turn a verdict.

use std::cmp::Ordering;

use serde::Serialize;

use super::{Change, CriterionChange, Persons};
use crate::assess::{Tally, Verdict, tally};
use crate::criteria::{CriteriaSet, Reading};
use crate::figure::{Decimal, Figure, Ratio, Stated};

/// All equally cheap combinations of changes that turn the verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Cheapest {
    /// The verdict that each of them leads to: the opposite one, or `undetermined` where missing figures then decide;
    /// null where no combination turns the verdict.
    pub becomes: Option<Verdict>,
    /// What the combinations are compared in.
    pub cost: Cost,
    /// The combinations, ordered by the set's criteria; within each the parts in the set's order. Empty where nothing
    /// turns the verdict.
    pub combinations: Vec<Vec<Part>>,
}

/// What the cost of a combination is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Cost {
    /// Persons: every figure that could be changed is a count.
    Persons,
    /// Percentage points: some figure that could be changed is a percentage.
    Points,
    /// Percentage points, and persons for plain counts, which have no points. The two can't be weighed, so all
    /// combinations are given that no other undercuts in one of them without costing more in the other.
    PointsAndPersons,
}

/// One criterion's part in a combination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Part {
    /// The criterion's id.
    pub criterion: String,
    /// The change, with fixed total.
    pub change: PartChange,
}

/// A change as it stands in a combination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged, rename_all_fields = "camelCase")]
pub enum PartChange {
    /// Of a percentage.
    Percent {
        /// The signed step in percentage points.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
        step: Decimal,
        /// The percentage after it.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
        figure: Decimal,
    },
    /// Of a count of a total.
    Share {
        /// The persons, with fixed total.
        fixed_total: Persons,
    },
    /// Of a plain count.
    Amount {
        /// The persons.
        amount: Persons,
    },
}

/// A figure that could be changed.
struct Candidate {
    nth: usize,
    part: Part,
    points: Option<Ratio>,
    persons: Option<Ratio>,
}

impl Cheapest {
    pub(super) fn of(
        set: &CriteriaSet,
        reading: Reading,
        area: &[Option<Stated>],
        changes: &[CriterionChange],
    ) -> Option<Self> {
        let tally = tally(set, reading, area);
        let Tally { met, unknown, required } = tally;
        // Every part costs something, so a cheapest combination turns no more criteria than it must.
        let (counted, parts, after) = match tally.verdict() {
            Verdict::Meets => (true, met - required + 1, required - 1),
            Verdict::DoesNotMeet => (false, required - unknown - met, required - unknown),
            Verdict::Undetermined => return None,
        };
        let candidates: Vec<Candidate> = changes
            .iter()
            .enumerate()
            .filter(|(_, change)| change.counts_as_met == Some(counted))
            .filter_map(|(nth, change)| Candidate::of(nth, change, area.get(nth)?.as_ref()?))
            .collect();
        let (cost, chosen) = choose(&candidates, parts);
        let combinations: Vec<Vec<Part>> = chosen
            .iter()
            .map(|chosen| {
                candidates.iter().filter(|c| chosen.contains(&c.nth)).map(|c| c.part.clone()).collect()
            })
            .collect();
        let becomes = (!combinations.is_empty()).then(|| Tally { met: after, unknown, required }.verdict());
        Some(Self { becomes, cost, combinations })
    }
}

impl Candidate {
    fn of(nth: usize, change: &CriterionChange, stated: &Stated) -> Option<Self> {
        let whole = |number: u64| i128::from(number);
        let (change_of_part, points, persons) = match (change.change.as_ref()?, &stated.figure) {
            (Change::Percent { figure, .. }, Figure::Percent(_)) => {
                let step = change.change.as_ref()?.step()?;
                let points = Decimal::new(step.units().abs(), step.decimals()).ratio();
                (PartChange::Percent { step, figure: (*figure)? }, Some(points), None)
            }
            (Change::Share { fixed_total, .. }, Figure::Share(share)) => {
                let fixed_total = fixed_total.persons()?.clone();
                let persons = whole(fixed_total.persons);
                let points = Ratio::new(Decimal::HUNDRED.units() * persons, whole(share.total()));
                (PartChange::Share { fixed_total }, Some(points), Some(Ratio::new(persons, 1)))
            }
            (Change::Amount { amount }, _) => {
                let amount = amount.persons()?.clone();
                let persons = Ratio::new(whole(amount.persons), 1);
                (PartChange::Amount { amount }, None, Some(persons))
            }
            (Change::Percent { .. } | Change::Share { .. }, _) => return None,
        };
        let part = Part { criterion: change.criterion.clone(), change: change_of_part };
        Some(Self { nth, part, points, persons })
    }
}

/// Returns the cheapest ways to choose `parts` candidates, each as their positions in the set, in order.
fn choose(candidates: &[Candidate], parts: usize) -> (Cost, Vec<Vec<usize>>) {
    let pool = |cost: fn(&Candidate) -> Option<Ratio>| -> Vec<(usize, Ratio)> {
        candidates.iter().filter_map(|candidate| Some((candidate.nth, cost(candidate)?))).collect()
    };
    if candidates.iter().all(|candidate| candidate.persons.is_some()) {
        return (Cost::Persons, cheapest_of(pool(|candidate| candidate.persons), parts));
    }
    let in_points = pool(|candidate| candidate.points);
    let plain = pool(|candidate| if candidate.points.is_none() { candidate.persons } else { None });
    if plain.is_empty() {
        return (Cost::Points, cheapest_of(in_points, parts));
    }
    // Each plain count more costs persons and saves points, so every split is one that none undercuts.
    let mut chosen = Vec::new();
    for plain_parts in 0..=parts {
        let with = cheapest_of(plain.clone(), plain_parts);
        for others in cheapest_of(in_points.clone(), parts - plain_parts) {
            chosen.extend(with.iter().map(|with| {
                let mut all = [others.as_slice(), with].concat();
                all.sort_unstable();
                all
            }));
        }
    }
    chosen.sort_unstable();
    (Cost::PointsAndPersons, chosen)
}

/// Returns every way to choose `parts` of a pool at the least total cost, in order.
///
/// The least total is that of the smallest costs; only which of those that equal the dearest one is open. So nothing
/// is added up, and fractions with any denominators compare in pairs.
fn cheapest_of(mut pool: Vec<(usize, Ratio)>, parts: usize) -> Vec<Vec<usize>> {
    pool.sort_by(|(_, a), (_, b)| a.cmp_value(*b));
    let dearest = match parts.checked_sub(1).map(|last| pool.get(last)) {
        None => return vec![Vec::new()],
        Some(None) => return Vec::new(),
        Some(Some((_, dearest))) => *dearest,
    };
    let of = |side: Ordering| -> Vec<usize> {
        let mut of: Vec<usize> =
            pool.iter().filter(|(_, cost)| cost.cmp_value(dearest) == side).map(|(nth, _)| *nth).collect();
        of.sort_unstable();
        of
    };
    let sure = of(Ordering::Less);
    let mut all: Vec<Vec<usize>> = subsets(&of(Ordering::Equal), parts - sure.len())
        .into_iter()
        .map(|open| {
            let mut chosen = [sure.as_slice(), &open].concat();
            chosen.sort_unstable();
            chosen
        })
        .collect();
    all.sort_unstable();
    all
}

/// Returns every way to choose `size` of the items, in their order.
fn subsets(items: &[usize], size: usize) -> Vec<Vec<usize>> {
    let Some((first, rest)) = items.split_first().filter(|_| size > 0) else {
        return if size == 0 { vec![Vec::new()] } else { Vec::new() };
    };
    let with = subsets(rest, size - 1).into_iter().map(|others| [&[*first], others.as_slice()].concat());
    with.chain(subsets(rest, size)).collect()
}
