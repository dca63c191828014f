//! An exact quotient of integers, compared without division and rounded only to be read.

use std::cmp::Ordering;

use super::Decimal;

/// Returns 10 to the power of `exponent`; beyond 38, where `i128` ends, the result stays at 10³⁸.
#[inline]
pub const fn pow10(exponent: u8) -> i128 {
    // What nearly all figures and thresholds are written with: in Wasm a product of i128 is a call.
    match exponent {
        0 => return 1,
        1 => return 10,
        2 => return 100,
        _ => {}
    }
    let mut power: i128 = 1;
    let mut left = if exponent > 38 { 38 } else { exponent };
    while left > 0 {
        power *= 10;
        left -= 1;
    }
    power
}

/// `numerator / denominator`, unreduced, with a positive denominator.
///
/// Figures keep numerators below 10²⁷ and denominators below 10²⁵, so that nothing here overflows `i128`.
#[derive(Debug, Clone, Copy)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// Makes the quotient; `denominator` is positive.
    pub const fn new(numerator: i128, denominator: i128) -> Self {
        Self { numerator, denominator }
    }

    /// Returns the numerator, unreduced.
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// Returns the denominator, unreduced.
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// Returns the difference to a decimal number, over the product of the denominators.
    #[must_use]
    pub const fn minus(self, other: Decimal) -> Self {
        let scale = pow10(other.decimals());
        Self {
            numerator: self.numerator * scale - other.units() * self.denominator,
            denominator: self.denominator * scale,
        }
    }

    /// Returns the largest whole number that is not above the value.
    pub const fn floor(self) -> i128 {
        self.numerator.div_euclid(self.denominator)
    }

    /// Returns the smallest whole number that is not below the value.
    pub const fn ceil(self) -> i128 {
        -(-self.numerator).div_euclid(self.denominator)
    }

    /// Compares with a decimal number, exactly.
    pub const fn cmp_decimal(self, other: Decimal) -> Ordering {
        let difference = self.minus(other).numerator;
        if difference < 0 {
            Ordering::Less
        } else if difference == 0 {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    /// Compares with another quotient, exactly, where the cross products stay within `i128`: for shares, percentages
    /// and the costs of changing them they do.
    pub fn cmp_value(self, other: Self) -> Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }

    /// Rounds half-up (towards +∞ at exactly half) to `decimals` decimals.
    ///
    /// The same direction on both sides of zero keeps a rounded distance equal to the rounded figure minus the
    /// threshold.
    pub fn round_half_up(self, decimals: u8) -> Decimal {
        let mut units = self.floor();
        let mut rest = self.numerator.rem_euclid(self.denominator);
        for _ in 0..decimals {
            rest *= 10;
            units = units * 10 + rest / self.denominator;
            rest %= self.denominator;
        }
        Decimal::new(if 2 * rest >= self.denominator { units + 1 } else { units }, decimals)
    }

    /// Rounds half-up to the fewest decimals, at least one, that keep the value on its side of `mark`: the rounded
    /// value is below, equal to or above it just as the exact value is.
    pub fn round_on_side(self, mark: Decimal) -> Decimal {
        let side = self.cmp_decimal(mark);
        let mut decimals = 1;
        loop {
            let rounded = self.round_half_up(decimals);
            // A figure and a mark of 12 decimals that differ do so by 10⁻²⁴ at least, so that 24 decimals show it.
            if rounded.cmp_value(mark) == side || decimals >= 24 {
                return rounded;
            }
            decimals += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn rounds(numerator: i128, denominator: i128, decimals: u8, expected: &str) {
        assert_eq!(Ratio::new(numerator, denominator).round_half_up(decimals).to_string(), expected);
    }

    #[test]
    fn rounding_is_half_up_on_both_sides_of_zero() {
        rounds(1, 8, 2, "0.13");
        rounds(-1, 8, 2, "-0.12");
        rounds(5, 10, 0, "1");
        rounds(-5, 10, 0, "0");
        rounds(-15, 10, 0, "-1");
        rounds(49, 100, 0, "0");
        rounds(51, 100, 0, "1");
        rounds(0, 7, 3, "0.000");
    }

    #[test]
    fn rounding_keeps_the_side() {
        let on_side = |n, d, mark: &str| Ratio::new(n, d).round_on_side(mark.parse().unwrap()).to_string();
        assert_eq!(on_side(74_200, 1237, "60"), "59.98");
        assert_eq!(on_side(5820, 100, "60"), "58.2");
        assert_eq!(on_side(60, 1, "60"), "60.0");
        assert_eq!(on_side(100 * 599_999_999_999, 1_000_000_000_000, "60"), "59.9999999999");
        assert_eq!(on_side(-1, 10_i128.pow(24), "0"), "-0.000000000000000000000001");
    }

    #[test]
    fn the_closest_two_figures_can_be_shows_in_24_decimals() {
        // 100·n·10^12 is one more than u·d.
        let (n, d, u) = (10_000_000_000, 999_999_999_999, 1_000_000_000_001);
        let above = Ratio::new(100 * n, d).round_on_side(Decimal::new(u, 12)).to_string();
        assert_eq!(above, "1.000000000001000000000001");
        let below = Ratio::new(100 * (d - n), d).round_on_side(Decimal::new(100 * pow10(12) - u, 12));
        assert_eq!(below.cmp_value(Decimal::new(100 * pow10(12) - u, 12)), Ordering::Less);
        assert_eq!(below.decimals(), 24);
    }

    #[test]
    fn powers_of_ten_end_where_i128_does() {
        assert_eq!((pow10(0), pow10(1), pow10(12)), (1, 10, 1_000_000_000_000));
        assert_eq!(pow10(38), 10_i128.pow(38));
        assert_eq!((pow10(39), pow10(255)), (pow10(38), pow10(38)));
    }

    #[test]
    fn quotients_are_subtracted_and_compared_by_whole_numbers() {
        let parts = |ratio: Ratio| (ratio.numerator(), ratio.denominator());
        let share = Ratio::new(74_200, 1237);
        assert_eq!(parts(share.minus(Decimal::new(60, 0))), (-20, 1237));
        assert_eq!(parts(share.minus(Decimal::new(605, 1))), (742_000 - 605 * 1237, 12_370));
        assert_eq!(share.cmp_decimal(Decimal::new(60, 0)), Ordering::Less);
        assert_eq!(Ratio::new(5, 2).cmp_decimal(Decimal::new(250, 2)), Ordering::Equal);
        assert_eq!(Ratio::new(5, 2).cmp_decimal(Decimal::new(249, 2)), Ordering::Greater);
        assert_eq!(Ratio::new(1, 3).cmp_value(Ratio::new(2, 6)), Ordering::Equal);
        assert_eq!(Ratio::new(1, 3).cmp_value(Ratio::new(3, 10)), Ordering::Greater);
        assert_eq!(Ratio::new(7, 25).cmp_value(Ratio::new(281, 1000)), Ordering::Less);
    }

    #[test]
    fn floor_and_ceil_are_of_the_value() {
        assert_eq!((Ratio::new(-7, 2).floor(), Ratio::new(-7, 2).ceil()), (-4, -3));
        assert_eq!((Ratio::new(7, 2).floor(), Ratio::new(7, 2).ceil()), (3, 4));
        assert_eq!((Ratio::new(8, 2).floor(), Ratio::new(8, 2).ceil()), (4, 4));
    }
}
