//! The change between two figures, in points and in persons.

use serde::Serialize;

use crate::figure::{Decimal, Figure, Ratio};

/// How a figure changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// The period of the figure before.
    pub since: String,
    /// Now minus before in percentage points, or in persons for a plain count; negative where it fell. The difference of
    /// two published percentages is exact; else it is rounded half-up with the fewest decimals, at least one, that keep
    /// its sign.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub points: Decimal,
    /// Persons with the property now minus before; null unless both figures are counts.
    pub persons: Option<String>,
    /// All persons now minus before; null unless both figures are counts of a total.
    pub total: Option<String>,
    /// The breaks that lie between the two, by their position in the list of breaks.
    pub breaks: Vec<usize>,
}

/// Returns the change from one figure to another; `None` for a plain count beside a share, and where only
/// bounds are known of one.
pub(super) fn change(before: &Figure, now: &Figure, since: &str, breaks: Vec<usize>) -> Option<Difference> {
    let persons = |before: u64, now: u64| Some((i128::from(now) - i128::from(before)).to_string());
    let (points, counts, totals) = match (before, now) {
        (Figure::Amount(before), Figure::Amount(now)) => {
            (Decimal::new(i128::from(*now) - i128::from(*before), 0), persons(*before, *now), None)
        }
        (Figure::Amount(_) | Figure::Between(_), _) | (_, Figure::Amount(_) | Figure::Between(_)) => {
            return None;
        }
        (Figure::Percent(before), Figure::Percent(now)) => {
            let (before, now) = (before.value(), now.value());
            let decimals = before.decimals().max(now.decimals()).max(1);
            let units = now.to_decimals(decimals).units() - before.to_decimals(decimals).units();
            (Decimal::new(units, decimals), None, None)
        }
        (Figure::Share(one), Figure::Share(two)) => {
            (rounded(before, now), persons(one.count(), two.count()), persons(one.total(), two.total()))
        }
        (Figure::Share(_) | Figure::Percent(_), Figure::Share(_) | Figure::Percent(_)) => {
            (rounded(before, now), None, None)
        }
    };
    Some(Difference { since: since.to_owned(), points, persons: counts, total: totals, breaks })
}

fn rounded(before: &Figure, now: &Figure) -> Decimal {
    let (before, now) = (before.ratio(), now.ratio());
    // Numerators are at most 10¹⁴ and denominators 10¹², so the products fit.
    let up = now.numerator() * before.denominator() - before.numerator() * now.denominator();
    Ratio::new(up, now.denominator() * before.denominator()).round_on_side(Decimal::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn changes(before: &str, now: &str, expected: &str) {
        let found = change(&before.parse().unwrap(), &now.parse().unwrap(), "2023", Vec::new()).unwrap();
        let or = |text: Option<String>| text.unwrap_or("–".into());
        assert_eq!(format!("{} {} {}", found.points, or(found.persons), or(found.total)), expected);
    }

    #[test]
    fn points_keep_their_sign_and_published_decimals() {
        changes("58.2", "57.95", "-0.25 – –");
        changes("60", "60", "0.0 – –");
        changes("742/1237", "742/1237", "0.0 0 0");
        changes("742/1237", "743/1237", "0.1 1 0");
        changes("300000/1000000", "300001/1000000", "0.0001 1 0");
        changes("1/3", "33.3", "-0.03 – –");
        changes("0/1", "999999999999/999999999999", "100.0 999999999999 999999999998");
        changes("1/999999999999", "1/999999999998", "0.0000000000000000000001 0 -1");
    }
}
