//! A decimal number with its decimals kept: `60,0` is not `60`.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::ratio::{Ratio, pow10};
use crate::error::{Error, Problem};

/// `units / 10^decimals`, with the decimals as they were written.
///
/// Equality is of the notation (`60` and `60.0` differ); [`Decimal::cmp_value`] compares the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    units: i128,
    decimals: u8,
}

impl Decimal {
    /// The most decimals a figure can have.
    pub const MAX_DECIMALS: u8 = 12;
    /// Zero, without decimals.
    pub const ZERO: Self = Self { units: 0, decimals: 0 };
    /// One hundred, without decimals.
    pub const HUNDRED: Self = Self { units: 100, decimals: 0 };

    /// Makes `units / 10^decimals`.
    pub const fn new(units: i128, decimals: u8) -> Self {
        Self { units, decimals }
    }

    /// Returns the number as whole units of its last decimal.
    pub const fn units(self) -> i128 {
        self.units
    }

    /// Returns how many decimals it is written with.
    pub const fn decimals(self) -> u8 {
        self.decimals
    }

    /// Compares the values, whatever the decimals.
    #[inline]
    pub fn cmp_value(self, other: Self) -> Ordering {
        (self.units * pow10(other.decimals)).cmp(&(other.units * pow10(self.decimals)))
    }

    /// Returns the same value written with more decimals; fewer than it has leave it as it is.
    #[must_use]
    pub const fn to_decimals(self, decimals: u8) -> Self {
        if decimals <= self.decimals {
            return self;
        }
        Self { units: self.units * pow10(decimals - self.decimals), decimals }
    }

    /// Returns the exact value.
    pub const fn ratio(self) -> Ratio {
        Ratio::new(self.units, pow10(self.decimals))
    }
}

/// Writes it with a point and U+002D, as JSON and other machines read it.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let (units, scale) = (self.units.unsigned_abs(), pow10(self.decimals).unsigned_abs());
        if self.decimals == 0 {
            return write!(f, "{sign}{units}");
        }
        let width = usize::from(self.decimals);
        write!(f, "{sign}{}.{:0width$}", units / scale, units % scale)
    }
}

/// Reads the plain form that [`Display`](fmt::Display) writes and no other, so that a number has one text: at most 12
/// decimals and 13 digits before them, no leading zeros, no minus before zero.
impl FromStr for Decimal {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || Error::from(Problem::NotANumber { text: text.to_owned() });
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let padded = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty() || padded || !plain(whole) || !plain(fraction) || digits.ends_with('.') {
            return Err(wrong());
        }
        let decimals = u8::try_from(fraction.len()).unwrap_or(u8::MAX);
        if decimals > Self::MAX_DECIMALS || whole.len() > 13 {
            return Err(Problem::TooManyDigits { text: text.to_owned() }.into());
        }
        let units: i128 = [whole, fraction].concat().parse().map_err(|_| wrong())?;
        match (digits.len() < text.len(), units) {
            (true, 0) => Err(wrong()),
            (true, _) => Ok(Self { units: -units, decimals }),
            (false, _) => Ok(Self { units, decimals }),
        }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_parses_back() {
        for text in ["0", "60", "60.0", "-0.02", "77.9", "0.000000000001", "1000000000000"] {
            assert_eq!(text.parse::<Decimal>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn other_notations_are_refused() {
        for text in ["", ".", "1.", ".5", "1,5", "+1", "--1", "1e3", " 1", "-", "-0", "-0.0", "007", "00.5"] {
            assert_eq!(text.parse::<Decimal>().map_err(|e| e.code()), Err("not-a-number"), "{text:?}");
        }
        for text in ["0.0000000000001", "12345678901234"] {
            assert_eq!(text.parse::<Decimal>().map_err(|e| e.code()), Err("too-many-digits"), "{text:?}");
        }
    }

    #[test]
    fn values_compare_across_decimals() {
        let d = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(d("60").cmp_value(d("60.000")), Ordering::Equal);
        assert_eq!(d("59.999999999999").cmp_value(d("60")), Ordering::Less);
        assert_ne!(d("60"), d("60.0"));
    }

    #[test]
    fn more_decimals_leave_the_value_and_fewer_leave_all() {
        let d = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(d("60.5").to_decimals(3), d("60.500"));
        assert_eq!(d("-60").to_decimals(1), d("-60.0"));
        assert_eq!(d("60.5").to_decimals(1), d("60.5"));
        assert_eq!(d("60.50").to_decimals(0), d("60.50"));
    }
}
