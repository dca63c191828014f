//! Which areas are shown, and in which order.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use super::run::Run;
use crate::areas::Area;
use crate::assess::{Outcome, Verdict};
use crate::error::Error;
use crate::figure::{Decimal, Figure, Ratio};
use crate::memo;

/// What the shown areas have in common; what is absent is not asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The municipality's four digits.
    pub municipality: Option<String>,
    /// The verdict.
    pub verdict: Option<Verdict>,
    /// A criterion's position in the set, and its outcome.
    pub outcome: Option<(usize, Outcome)>,
    /// A criterion's position, and the most points (persons for a plain count) from its threshold.
    pub within: Option<(usize, Decimal)>,
    /// A part of the name, the code or the municipality's name; capitals and diacritics don't matter.
    pub text: String,
}

/// By what rows are sorted; equal ones keep the order of the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SortBy {
    /// The order of the file.
    #[default]
    File,
    /// The code.
    Code,
    /// The name, in Swedish order.
    Name,
    /// The municipality's name, in Swedish order.
    Municipality,
    /// The verdict: meets, does not meet, undetermined.
    Verdict,
    /// The figure of a criterion; areas without one come last in both directions.
    Figure(usize),
}

/// The direction of a sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Smallest first.
    #[default]
    Ascending,
    /// Largest first.
    Descending,
}

/// Returns the positions of the areas that pass the filter, sorted.
///
/// # Errors
/// `too-large` where the memory for the positions can't be had.
pub fn select(run: &Run, filter: &Filter, by: SortBy, order: Order) -> Result<Vec<u32>, Error> {
    let text = memo::fold_name(&filter.text);
    let mut rows: Vec<u32> = super::run::reserve(run.len())?;
    for position in 0..run.len() {
        if passes(run, filter, &text, position) {
            rows.push(u32::try_from(position).unwrap_or(u32::MAX));
        }
    }
    let directed =
        |ordering: Ordering| if order == Order::Descending { ordering.reverse() } else { ordering };
    let area = |row: &u32| run.joined.areas.get(index(*row));
    match by {
        SortBy::File if order == Order::Descending => rows.reverse(),
        SortBy::File => {}
        SortBy::Code => sort_by_key(&mut rows, order, |row| area(row).and_then(Area::code)),
        SortBy::Name => {
            let name = |row: &u32| area(row).and_then(Area::name);
            rows.sort_by(|a, b| directed(by_name(name(a), name(b))));
        }
        SortBy::Municipality => {
            let mut names: Vec<&memo::Municipality> = memo::municipalities().iter().collect();
            names.sort_by(|a, b| memo::compare_names(a.name, b.name));
            let ranks: BTreeMap<&str, usize> =
                names.iter().enumerate().map(|(rank, m)| (m.code, rank)).collect();
            let rank = |row: &u32| {
                let code = area(row).and_then(Area::municipality);
                code.and_then(|code| ranks.get(code.as_str()).copied()).unwrap_or(usize::MAX)
            };
            sort_by_key(&mut rows, order, rank);
        }
        SortBy::Verdict => rows.sort_by(|a, b| directed(run.verdict(index(*a)).cmp(&run.verdict(index(*b))))),
        SortBy::Figure(criterion) => {
            let value = |row: &u32| run.figure(criterion, index(*row));
            rows.sort_by(|a, b| match (value(a), value(b)) {
                (Some(a), Some(b)) => directed(compare_figures(&a, &b)),
                (a, b) => b.is_some().cmp(&a.is_some()),
            });
        }
    }
    Ok(rows)
}

fn sort_by_key<K: Ord>(rows: &mut [u32], order: Order, key: impl Fn(&u32) -> K) {
    match order {
        Order::Ascending => rows.sort_by_cached_key(key),
        Order::Descending => rows.sort_by_cached_key(|row| Reverse(key(row))),
    }
}

fn passes(run: &Run, filter: &Filter, text: &str, position: usize) -> bool {
    if filter.verdict.is_some_and(|verdict| run.verdict(position) != verdict) {
        return false;
    }
    if filter.outcome.is_some_and(|(criterion, outcome)| run.outcome(criterion, position) != outcome) {
        return false;
    }
    if filter.within.is_some_and(|(criterion, points)| !is_within(run, criterion, points, position)) {
        return false;
    }
    if filter.municipality.is_none() && text.is_empty() {
        return true;
    }
    let Some(area) = run.joined.areas.get(position) else { return false };
    let municipality = area.municipality();
    if filter.municipality.is_some() && filter.municipality != municipality {
        return false;
    }
    let contains = |part: &str| memo::fold_name(part).contains(text);
    text.is_empty()
        || area.name().is_some_and(contains)
        || area.code().is_some_and(|code| contains(&code))
        || municipality.as_deref().and_then(memo::by_code).is_some_and(|known| contains(known.name))
}

fn is_within(run: &Run, criterion: usize, points: Decimal, position: usize) -> bool {
    let (Some(figure), Some(about)) = (run.figure(criterion, position), run.set().criteria.get(criterion))
    else {
        return false;
    };
    let away = figure.ratio().minus(about.threshold.value);
    Ratio::new(away.numerator().abs(), away.denominator()).cmp_decimal(points).is_le()
}

fn by_name(a: Option<&str>, b: Option<&str>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => memo::compare_names(a, b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// Compares two figures of one criterion by their exact values.
pub(super) fn compare_figures(a: &Figure, b: &Figure) -> Ordering {
    let (a, b) = (a.ratio(), b.ratio());
    // Numerators are below 10¹⁵ and denominators at most 10¹², so the products fit.
    (a.numerator() * b.denominator()).cmp(&(b.numerator() * a.denominator()))
}

pub(super) fn index(row: u32) -> usize {
    usize::try_from(row).unwrap_or(usize::MAX)
}
