//! Which areas are shown, and in which order.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use super::run::Run;
use crate::areas::Area;
use crate::assess::{Outcome, Verdict};
use crate::criteria::Unit;
use crate::error::Error;
use crate::figure::{Decimal, Figure, Ratio, pow10};
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

impl Filter {
    /// Tells whether it asks for nothing but places and names, which an area has whatever its figures are.
    pub fn is_of_places(&self) -> bool {
        self.verdict.is_none() && self.outcome.is_none() && self.within.is_none()
    }

    /// Tells whether an area lies in the municipality that is asked for and has the text.
    pub fn has_place(&self, area: Area<'_>) -> bool {
        self.is_placed(&memo::fold_name(&self.text), area)
    }

    fn is_placed(&self, text: &str, area: Area<'_>) -> bool {
        let municipality = area.municipality();
        if self.municipality.is_some() && self.municipality != municipality {
            return false;
        }
        let contains = |part: &str| memo::fold_name(part).contains(text);
        text.is_empty()
            || area.name().is_some_and(contains)
            || area.code().is_some_and(|code| contains(&code))
            || municipality.as_deref().and_then(memo::by_code).is_some_and(|known| contains(known.name))
    }
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
    /// The figure of a criterion, within bounds the lowest value; areas without one come last in both directions.
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
    let mut rows: Vec<u32> = super::outcomes::reserve(run.len())?;
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
        SortBy::Figure(criterion) => sort_by_figure(run, criterion, order, &mut rows)?,
    }
    Ok(rows)
}

fn sort_by_key<K: Ord>(rows: &mut [u32], order: Order, key: impl Fn(&u32) -> K) {
    match order {
        Order::Ascending => rows.sort_by_cached_key(key),
        Order::Descending => rows.sort_by_cached_key(|row| Reverse(key(row))),
    }
}

/// Sorts by figures: by a whole number for each, since comparing two figures exactly takes long twenty million times.
fn sort_by_figure(run: &Run, criterion: usize, order: Order, rows: &mut [u32]) -> Result<(), Error> {
    let figure = |row: u32| run.figure(criterion, index(row));
    let decimals = match run.set().criteria.get(criterion).map(|criterion| criterion.unit) {
        Some(Unit::Persons) => 0,
        Some(Unit::Percent) | None => KEY_DECIMALS,
    };
    let key = |row: u32| match (figure(row).map(|figure| sort_key(&figure, decimals)), order) {
        (Some(key), Order::Ascending) => key,
        (Some(key), Order::Descending) => LARGEST_KEY - key,
        (None, _) => u32::MAX,
    };
    let exactly = |a: u32, b: u32| match (figure(a), figure(b)) {
        (Some(a), Some(b)) if order == Order::Ascending => compare_figures(&a, &b),
        (Some(a), Some(b)) => compare_figures(&b, &a),
        _ => Ordering::Equal,
    };
    // Key and row in one word: for four million areas there is little memory left.
    let split = |word: u64| (word >> 32, u32::try_from(word & u64::from(u32::MAX)).unwrap_or(u32::MAX));
    let mut keyed: Vec<u64> = super::outcomes::reserve(rows.len())?;
    keyed.extend(rows.iter().map(|row| (u64::from(key(*row)) << 32) | u64::from(*row)));
    // As plain numbers first, which sort several times as fast as by a rule.
    keyed.sort_unstable();
    for same in keyed.chunk_by_mut(|a, b| split(*a).0 == split(*b).0) {
        if same.first().is_some_and(|word| split(*word).0 % 2 == 1) {
            same.sort_unstable_by(|a, b| exactly(split(*a).1, split(*b).1).then(a.cmp(b)));
        }
    }
    for (slot, word) in rows.iter_mut().zip(keyed) {
        *slot = split(word).1;
    }
    Ok(())
}

/// Decimals of a percentage that its key has; figures with more share keys, and take longer.
const KEY_DECIMALS: u8 = 7;
/// Values from here on share one key: more than 100 percent, or a milliard persons.
const LARGEST_FLOOR: u32 = 1 << 30;
/// What keys are counted down from in descending order; even, so that what is left is odd where the key is.
const LARGEST_KEY: u32 = 3 << 30;

/// Returns twice the value in units of 10^-decimals, rounded down, and one more where that has lost something: figures
/// with the same even key are equal, those with the same odd key have to be compared.
fn sort_key(figure: &Figure, decimals: u8) -> u32 {
    let (floor, lost) = match figure {
        Figure::Percent(percent) if percent.decimals() <= decimals => {
            let more = u32::from(decimals - percent.decimals());
            (u32::try_from(percent.units() * 10_u64.pow(more)), false)
        }
        Figure::Percent(_) | Figure::Share(_) | Figure::Amount(_) | Figure::Between(_) => {
            let value = figure.ratio();
            let scaled = value.numerator() * pow10(decimals);
            let floor = scaled.div_euclid(value.denominator());
            (u32::try_from(floor), floor * value.denominator() != scaled)
        }
    };
    match floor {
        Ok(floor) if floor < LARGEST_FLOOR => 2 * floor + u32::from(lost),
        Ok(_) | Err(_) => 2 * LARGEST_FLOOR + 1,
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
    run.joined.areas.get(position).is_some_and(|area| filter.is_placed(text, area))
}

fn is_within(run: &Run, criterion: usize, points: Decimal, position: usize) -> bool {
    let (Some(figure), Some(about)) = (run.figure(criterion, position), run.set().criteria.get(criterion))
    else {
        return false;
    };
    // One of which the threshold lies between the bounds may be as near as can be.
    let Some(nearest) = figure.nearest(about.threshold.value) else { return true };
    let away = nearest.ratio().minus(about.threshold.value);
    Ratio::new(away.numerator().abs(), away.denominator()).cmp_decimal(points).is_le()
}

fn by_name(a: Option<&str>, b: Option<&str>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => memo::compare_names(a, b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// Compares two figures of one criterion by their exact values; within bounds by the lowest.
pub(super) fn compare_figures(a: &Figure, b: &Figure) -> Ordering {
    let (a, b) = (a.ratio(), b.ratio());
    // Numerators are below 10¹⁵ and denominators at most 10¹², so the products fit.
    (a.numerator() * b.denominator()).cmp(&(b.numerator() * a.denominator()))
}

pub(super) fn index(row: u32) -> usize {
    usize::try_from(row).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::areas::{Settings, import, join};
    use crate::criteria::sets;

    #[test]
    fn keys_order_figures_as_their_values_do() {
        let texts = [
            "0",
            "0.0",
            "0.000000000001",
            "33.333333333333",
            "33.333333333334",
            "58.2",
            "58.20",
            "60",
            "100",
            "0/7",
            "1/3",
            "333333333333/999999999999",
            "333333333334/999999999999",
            "333333333333/1000000000000",
            "333333333332/999999999998",
            "582/1000",
            "3/5",
            "999999999999/1000000000000",
            "7/7",
        ];
        let mut figures: Vec<Figure> = texts.iter().map(|text| text.parse().unwrap()).collect();
        let amounts = [0, 1, 60, (1 << 30) - 1, 1 << 30, (1 << 30) + 1, 1_000_000_000_000, u64::MAX];
        figures.extend(amounts.map(Figure::Amount));
        for (a, b) in figures.iter().flat_map(|a| figures.iter().map(move |b| (a, b))) {
            for decimals in [0, KEY_DECIMALS] {
                let (key, other) = (sort_key(a, decimals), sort_key(b, decimals));
                let exactly = compare_figures(a, b);
                if key == other {
                    assert!(key % 2 == 1 || exactly.is_eq(), "{a} {b}");
                } else {
                    assert_eq!(key.cmp(&other), exactly, "{a} {b}");
                }
                let down = (LARGEST_KEY - key, LARGEST_KEY - other);
                assert!(down.0.cmp(&down.1) == key.cmp(&other).reverse() && down.0 < u32::MAX);
                assert_eq!(down.0 % 2, key % 2);
            }
        }
        let (hundred, person) = ("100.0000000".parse().unwrap(), Figure::Amount(999_999_999));
        assert!(sort_key(&hundred, KEY_DECIMALS).is_multiple_of(2) && sort_key(&person, 0).is_multiple_of(2));
    }

    #[test]
    fn figures_sort_exactly_and_missing_ones_come_last_either_way() {
        let set = sets::get("promemoria-2018").unwrap();
        let mut text = String::from("kod;Röstande;Röstberättigade\n");
        let rows = [
            "1;3",
            "..;3",
            "333333333334;999999999999",
            "2;3",
            "333333333333;999999999999",
            "2;3",
            "..;9",
            "333333333332;999999999998",
            "1;1",
        ];
        for (row, figure) in rows.iter().enumerate() {
            writeln!(text, "0180A{row:04};{figure}").unwrap();
        }
        let settings = Settings::new(&set);
        let joined = join(vec![import("a.csv", text.as_bytes(), &settings).unwrap()], &settings).unwrap();
        let reading = set.reading(None, None).unwrap();
        let (turnout, _) = set.criterion("turnout").unwrap();
        let run = Run::new(joined, set, reading).unwrap();
        let sorted = |order| select(&run, &Filter::default(), SortBy::Figure(turnout), order).unwrap();
        assert_eq!(sorted(Order::Ascending), [7, 0, 4, 2, 3, 5, 8, 1, 6]);
        assert_eq!(sorted(Order::Descending), [8, 3, 5, 2, 0, 4, 7, 1, 6]);
    }
}
