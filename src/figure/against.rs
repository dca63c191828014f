//! Comparing figures with one number by the million: what [`Figure::cmp_decimal`] says, with the number's part of the
//! products made once.

use std::cmp::Ordering;

use super::{Decimal, Figure};

/// The number has at most so many decimals, and so many units of the last of them, that no product here exceeds 64 bits:
/// a percentage is at most 10¹⁴ units, a count of persons at most 10¹².
const DECIMALS: u8 = 4;
const UNITS: u64 = 1_000_000;

/// A number to compare figures with.
#[derive(Debug, Clone)]
pub(crate) struct Against {
    number: Decimal,
    quick: Option<Quick>,
}

/// A number small enough for 64 bits.
#[derive(Debug, Clone)]
struct Quick {
    /// What units of a percentage are multiplied with.
    scale: u64,
    /// What persons are multiplied with.
    hundred: u64,
    /// The number's units, which a total is multiplied with.
    units: u64,
    /// The number in units of a percentage with so many decimals.
    in_units: [u64; 13],
}

impl Against {
    pub(crate) fn new(number: Decimal) -> Self {
        let units = u64::try_from(number.units()).ok().filter(|units| *units <= UNITS);
        let quick = units.filter(|_| number.decimals() <= DECIMALS).map(|units| {
            let scale = 10_u64.pow(number.decimals().into());
            let mut power = 1;
            let in_units = [(); 13].map(|()| {
                let product = units * power;
                power *= 10;
                product
            });
            Quick { scale, hundred: 100 * scale, units, in_units }
        });
        Self { number, quick }
    }

    /// Compares a figure with the number, exactly.
    #[inline]
    pub(crate) fn cmp(&self, figure: &Figure) -> Ordering {
        match (&self.quick, figure) {
            (Some(quick), Figure::Percent(percent)) => {
                match quick.in_units.get(usize::from(percent.decimals)) {
                    Some(number) => (percent.units * quick.scale).cmp(number),
                    None => figure.cmp_decimal(self.number),
                }
            }
            (Some(quick), Figure::Share(share)) => {
                (share.count * quick.hundred).cmp(&(share.total * quick.units))
            }
            (Some(_), Figure::Amount(_)) | (None, _) => figure.cmp_decimal(self.number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MAX_COUNT, Percent, Share};
    use super::*;

    #[test]
    fn it_says_what_the_comparison_of_any_two_numbers_says() {
        let figures = || {
            let units = [0_u64, 1, 9, 10, 28, 59, 60, 61, 100];
            let percents = (0..=12).flat_map(move |decimals| {
                let one = 10_u64.pow(decimals.into());
                let near = move |units: u64| [(units * one).saturating_sub(1), units * one, units * one + 1];
                units.into_iter().flat_map(near).filter_map(move |units| Percent::of_units(units, decimals))
            });
            let totals = [1, 3, 25, 99, 100, 1_237, MAX_COUNT - 1, MAX_COUNT];
            let shares = totals.into_iter().flat_map(|total| {
                let counts = [0, 1, total / 100 * 28, total * 28 / 100, total * 6 / 10, total - 1, total];
                counts.into_iter().filter_map(move |count| Share::new(count, total).ok())
            });
            let amounts = [0, 1, 3_999, 4_000, 4_001, u64::MAX].map(Figure::Amount);
            percents.map(Figure::Percent).chain(shares.map(Figure::Share)).chain(amounts)
        };
        let numbers =
            [(0, 0), (60, 0), (28, 0), (2_800, 2), (4_000, 0), (600_000, 4), (999_999, 4), (1_000_000, 4)];
        let beyond = [(1_000_001, 4), (28_000_000, 6), (-1, 0), (10_000_000, 0), (10_i128.pow(14), 12)];
        for (units, decimals) in numbers.into_iter().chain(beyond) {
            let number = Decimal::new(units, decimals);
            let against = Against::new(number);
            assert_eq!(against.quick.is_some(), numbers.contains(&(units, decimals)), "{number}");
            for figure in figures() {
                assert_eq!(against.cmp(&figure), figure.cmp_decimal(number), "{figure} against {number}");
            }
        }
    }
}
