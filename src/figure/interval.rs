//! The true values that a stated figure can stand for.

use super::{Decimal, Figure, Percent, Precision, Ratio, pow10};

/// A closed interval of true values, in percent or in persons.
#[derive(Debug, Clone, Copy)]
pub struct Interval {
    /// The lowest possible value.
    pub low: Ratio,
    /// The highest possible value.
    pub high: Ratio,
}

impl Interval {
    /// Returns the interval of a percentage rounded to the decimals it is written with: ± half a unit of the last
    /// decimal, both ends in (half-up and half-even alike), cut to 0–100.
    pub fn of_rounded(percent: Percent) -> Self {
        let value = percent.value();
        let double = 2 * pow10(value.decimals());
        let low = (2 * value.units() - 1).max(0);
        let high = (2 * value.units() + 1).min(Decimal::HUNDRED.units() * double);
        Self { low: Ratio::new(low, double), high: Ratio::new(high, double) }
    }

    /// Returns the interval of a figure under its precision: a rounded percentage, an exact one, counts that may each be
    /// off by up to `noise` persons, or the values within bounds.
    ///
    /// Count and total move independently; the count stays within 0 and its total, and the total is at least 1.
    pub fn of(figure: &Figure, precision: &Precision) -> Self {
        let noise = i128::from(precision.noise);
        match figure {
            Figure::Percent(percent) if !precision.exact => Self::of_rounded(*percent),
            Figure::Percent(_) => Self { low: figure.ratio(), high: figure.ratio() },
            Figure::Share(share) => {
                let (count, total) = (i128::from(share.count()), i128::from(share.total()));
                let fewest = (total - noise).max(1);
                // Where the count could be the whole total, 100 percent is reached whatever that total is.
                let most = (count + noise).min(fewest);
                Self {
                    low: Ratio::new(100 * (count - noise).max(0), total + noise),
                    high: Ratio::new(100 * most, fewest),
                }
            }
            Figure::Amount(amount) => {
                let amount = i128::from(*amount);
                Self { low: Ratio::new((amount - noise).max(0), 1), high: Ratio::new(amount + noise, 1) }
            }
            Figure::Between(_) => {
                let (low, high) = figure.ends();
                Self { low: low.ratio(), high: high.ratio() }
            }
        }
    }

    /// Returns the fewest and the most persons of `total` whose share lies in the interval, if there are any: only
    /// fractions with that total exist.
    pub fn persons_of(&self, total: u64) -> Option<(u64, u64)> {
        let total = i128::from(total);
        let persons = |bound: Ratio| Ratio::new(bound.numerator() * total, bound.denominator() * 100);
        let (fewest, most) = (persons(self.low).ceil(), persons(self.high).floor());
        (fewest <= most).then(|| Some((u64::try_from(fewest).ok()?, u64::try_from(most).ok()?))).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Share, percent};
    use super::*;

    #[track_caller]
    fn spans(interval: Interval, low: &str, high: &str) {
        let (low, high): (Decimal, Decimal) = (low.parse().unwrap(), high.parse().unwrap());
        assert!(interval.low.cmp_decimal(low).is_eq(), "{:?}", interval.low);
        assert!(interval.high.cmp_decimal(high).is_eq(), "{:?}", interval.high);
    }

    #[test]
    fn rounding_is_half_a_unit_of_the_last_decimal_cut_to_0_and_100() {
        let of = |text| Interval::of_rounded(percent(text).unwrap().unwrap());
        spans(of("60"), "59.5", "60.5");
        spans(of("60,0"), "59.95", "60.05");
        spans(of("0"), "0", "0.5");
        spans(of("100,0"), "99.95", "100");
    }

    #[test]
    fn noise_moves_count_and_total_apart() {
        let share = Figure::Share(Share::new(5, 10).unwrap());
        let of = |noise| Interval::of(&share, &Precision { noise, ..Precision::default() });
        spans(of(0), "50", "50");
        spans(of(10), "0", "100");
        assert_eq!((of(1).low.numerator(), of(1).low.denominator()), (400, 11));
        assert_eq!((of(1).high.numerator(), of(1).high.denominator()), (600, 9));
        let amount = |amount, noise| {
            Interval::of(&Figure::Amount(amount), &Precision { noise, ..Precision::default() })
        };
        spans(amount(4_000, 5), "3995", "4005");
        spans(amount(3, 5), "0", "8");
    }

    #[test]
    fn only_real_fractions_of_a_known_total_exist() {
        let of = |text, total| Interval::of_rounded(percent(text).unwrap().unwrap()).persons_of(total);
        assert_eq!(of("60,0", 1237), Some((742, 742)));
        assert_eq!(of("60", 1237), Some((737, 748)));
        assert_eq!(of("33,3", 2), None);
        assert_eq!(of("100", 7), Some((7, 7)));
        assert_eq!(of("0", 7), Some((0, 0)));
    }
}
