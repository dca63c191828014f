//! Comparing figures with one number by the million: what [`Figure::cmp_decimal`] says, with the number's part of the
//! products made once.

use std::cmp::Ordering;

use super::ratio::pow10;
use super::{Decimal, Figure};

/// A number to compare figures with.
#[derive(Debug, Clone)]
pub(crate) struct Against {
    number: Decimal,
    /// Twice the number in units of a percentage with so many decimals, and one; one more where it lies between two units,
    /// and no more than 32 bits hold.
    halves: [u32; 8],
    shares: Option<Shares>,
}

/// What a count and its total are multiplied with, for a number so small that no product exceeds 64 bits.
#[derive(Debug, Clone, Copy)]
struct Shares {
    count: u64,
    total: u64,
}

impl Against {
    pub(crate) fn new(number: Decimal) -> Self {
        let mut decimals = 0;
        let halves = [(); 8].map(|()| {
            let half = half(number, decimals);
            decimals += 1;
            half
        });
        // A total is at most 10¹², and the number less than 10⁶ units of at most 10⁻⁴.
        let small = u64::try_from(number.units()).ok().filter(|units| *units <= 1_000_000);
        let shares = small
            .filter(|_| number.decimals() <= 4)
            .map(|total| Shares { count: 100 * 10_u64.pow(number.decimals().into()), total });
        Self { number, halves, shares }
    }

    /// Compares a percentage of less than 2³⁰ units with so many decimals; `None` beyond seven.
    #[inline]
    pub(crate) fn cmp_units(&self, units: u32, decimals: usize) -> Option<Ordering> {
        self.halves.get(decimals).map(|half| (2 * units + 1).cmp(half))
    }

    /// Compares a figure with the number, exactly, as [`Figure::cmp_decimal`] does.
    #[inline]
    pub(crate) fn cmp(&self, figure: &Figure) -> Option<Ordering> {
        match (&self.shares, figure) {
            (Some(by), Figure::Share(share)) => Some((share.count * by.count).cmp(&(share.total * by.total))),
            (_, Figure::Percent(_) | Figure::Share(_) | Figure::Amount(_) | Figure::Between(_)) => {
                figure.cmp_decimal(self.number)
            }
        }
    }
}

/// One of [`Against::halves`].
fn half(number: Decimal, decimals: u8) -> u32 {
    let one = pow10(number.decimals());
    let Some(units) = number.units().checked_mul(pow10(decimals)) else {
        return if number.units().is_negative() { 0 } else { u32::MAX };
    };
    if units.is_negative() {
        return 0;
    }
    let between = u32::from(units % one != 0);
    let whole = u32::try_from(units / one).ok();
    whole.and_then(|whole| whole.checked_mul(2)?.checked_add(1 + between)).unwrap_or(u32::MAX)
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
        let numbers = [
            (0, 0),
            (60, 0),
            (605, 1),
            (28, 0),
            (2_800, 2),
            (4_000, 0),
            (600_000, 4),
            (999_999, 4),
            (1_000_000, 4),
        ];
        let beyond = [(1_000_001, 4), (28_000_000, 6), (-1, 0), (10_000_000, 0), (10_i128.pow(14), 12)];
        let odd =
            [(1, 7), (1, 12), (99_999_999, 7), (100_000_001, 6), (-1, 12), (i128::MAX, 0), (i128::MIN, 3)];
        for (units, decimals) in numbers.into_iter().chain(beyond).chain(odd) {
            let number = Decimal::new(units, decimals);
            let against = Against::new(number);
            assert_eq!(against.shares.is_some(), numbers.contains(&(units, decimals)), "{number}");
            // Beyond that the comparison of any two numbers has no room for the products.
            let comparable = units.unsigned_abs() < 10_u128.pow(20);
            for figure in figures().filter(|_| comparable) {
                assert_eq!(against.cmp(&figure), figure.cmp_decimal(number), "{figure} against {number}");
            }
            for figure in figures() {
                let Figure::Percent(percent) = figure else { continue };
                let Some(short) = u32::try_from(percent.units()).ok().filter(|units| *units < 1 << 30) else {
                    continue;
                };
                let expected = if comparable { figure.ratio().cmp_decimal(number) } else { 0.cmp(&units) };
                let quick = against.cmp_units(short, percent.decimals().into());
                assert_eq!(quick, (percent.decimals() < 8).then_some(expected), "{figure} against {number}");
            }
        }
    }
}
