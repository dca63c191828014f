//! Exact figures: what a statistic of one area says, without ever passing through a float.
//!
//! A [`Figure`] is a percentage as published ([`Percent`], its decimals kept), a count of a total ([`Share`]), a
//! plain count ([`Figure::Amount`]), or counts of which only bounds are known ([`Between`]); a missing figure is `None`,
//! never zero. [`Given`] is what a person entered,
//! as text; [`Stated`] is that, read, with what is known of its [`Precision`]; [`Interval`] holds the true values
//! it can stand for.
//!
//! ```
//! use troskel::figure::{self, Figure};
//!
//! let share: Figure = "742/1237".parse()?;
//! assert_eq!(share.to_string(), "742/1237");
//! assert_eq!(figure::percent("58,20 %")?.map(|p| p.to_string()), Some("58.20".to_owned()));
//! assert_eq!(figure::percent("")?, None);
//! assert_eq!(figure::count("1.234").unwrap_err().code(), "ambiguous");
//! # Ok::<(), troskel::Error>(())
//! ```

#[cfg(feature = "tables")]
mod against;
mod between;
mod decimal;
mod given;
mod interval;
mod notation;
mod ratio;

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

#[cfg(feature = "tables")]
pub(crate) use against::Against;
pub use between::{Between, Bounds};
pub use decimal::Decimal;
pub use given::{Given, Precision, Stated};
pub use interval::Interval;
#[cfg(feature = "tables")]
pub(crate) use notation::plain_percent;
pub use notation::{MAX_COUNT, count, percent};
pub use ratio::{Ratio, pow10};

use crate::error::{Error, Problem};

/// One statistic of one area, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// A percentage as published.
    Percent(Percent),
    /// A count of a total.
    Share(Share),
    /// A plain count without a total, such as a population.
    Amount(u64),
    /// A count, alone or of a total, of which only bounds are known.
    Between(Between),
}

/// A percentage from 0 to 100 with the decimals it was published with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent {
    units: u64,
    decimals: u8,
}

/// One hundred, written with no decimals, with one, and so on up to [`Decimal::MAX_DECIMALS`].
const HUNDREDS: [u64; 13] = [
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
    10_000_000_000_000,
    100_000_000_000_000,
];

/// A count of a total: `count <= total`, `total >= 1`, both at most [`MAX_COUNT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    count: u64,
    total: u64,
}

impl Percent {
    /// Takes a decimal number as a percentage.
    ///
    /// # Errors
    /// `too-many-digits` beyond [`Decimal::MAX_DECIMALS`], `negative` and `above-hundred`.
    pub fn new(value: Decimal) -> Result<Self, Error> {
        let units = u64::try_from(value.units()).ok();
        if let Some(percent) = units.and_then(|units| Self::of_units(units, value.decimals())) {
            return Ok(percent);
        }
        let text = value.to_string();
        Err(match value.units() {
            _ if value.decimals() > Decimal::MAX_DECIMALS => Problem::TooManyDigits { text },
            ..0 => Problem::Negative { text },
            0.. => Problem::AboveHundred { text },
        }
        .into())
    }

    /// Takes `units / 10^decimals` as a percentage, by the million and without a product; `None` where it is none.
    #[inline]
    pub(crate) fn of_units(units: u64, decimals: u8) -> Option<Self> {
        let hundred = HUNDREDS.get(usize::from(decimals))?;
        (units <= *hundred).then_some(Self { units, decimals })
    }

    /// Returns the number of percent.
    #[inline]
    pub fn value(self) -> Decimal {
        Decimal::new(i128::from(self.units), self.decimals)
    }

    /// Tells whether a figure is this percentage where it is rounded to as many decimals.
    fn rounds(self, exact: &Figure) -> bool {
        let half = |units: u64| Decimal::new(i128::from(units), self.decimals + 1);
        let middle = self.units.saturating_mul(10);
        let from = exact.cmp_decimal(half(middle.saturating_sub(5)));
        let to = exact.cmp_decimal(half(middle.saturating_add(5)));
        from.is_some_and(Ordering::is_ge) && to.is_some_and(Ordering::is_le)
    }

    /// Returns the number of percent in units of its last decimal.
    #[cfg(feature = "tables")]
    pub(crate) fn units(self) -> u64 {
        self.units
    }

    /// Returns how many decimals it is written with.
    #[cfg(feature = "tables")]
    pub(crate) fn decimals(self) -> u8 {
        self.decimals
    }
}

impl Share {
    /// Takes a count of a total, both in persons.
    ///
    /// # Errors
    /// `total-zero`, `count-above-total`, and `too-many-digits` above [`MAX_COUNT`].
    pub fn new(count: u64, total: u64) -> Result<Self, Error> {
        if total == 0 {
            return Err(Problem::TotalZero.into());
        }
        if total > MAX_COUNT {
            return Err(Problem::TooManyDigits { text: total.to_string() }.into());
        }
        if count > total {
            return Err(Problem::CountAboveTotal { count, total }.into());
        }
        Ok(Self { count, total })
    }

    /// Returns the persons with the property.
    pub fn count(self) -> u64 {
        self.count
    }

    /// Returns all persons.
    pub fn total(self) -> u64 {
        self.total
    }
}

impl Figure {
    /// Returns the exact value: percent for a percentage and a share, persons for a plain count; the lowest one within
    /// bounds.
    pub fn ratio(&self) -> Ratio {
        match self {
            Self::Percent(percent) => percent.value().ratio(),
            Self::Share(share) => Ratio::new(100 * i128::from(share.count), i128::from(share.total)),
            Self::Amount(amount) => Ratio::new(i128::from(*amount), 1),
            Self::Between(_) => self.ends().0.ratio(),
        }
    }

    /// Tells whether two figures of the same can't both be right: they differ by more than rounding. An amount and a
    /// percentage are of different things.
    pub fn contradicts(&self, other: &Self) -> bool {
        let differ = || self.ratio().cmp_value(other.ratio()).is_ne();
        match (self, other) {
            (Self::Percent(one), Self::Percent(two)) => !one.rounds(other) && !two.rounds(self),
            (Self::Percent(percent), share @ Self::Share(_))
            | (share @ Self::Share(_), Self::Percent(percent)) => !percent.rounds(share),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other) && differ(),
        }
    }

    /// Tells whether it tells the same more exactly: as counts, or to more decimals.
    #[cfg(feature = "tables")]
    pub(crate) fn is_finer(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Percent(own), Self::Percent(other)) => own.decimals > other.decimals,
            (Self::Share(_), Self::Percent(_)) => true,
            _ => false,
        }
    }

    /// Compares the value with a decimal number, exactly; `None` where the values within bounds compare differently.
    #[inline]
    pub fn cmp_decimal(&self, other: Decimal) -> Option<Ordering> {
        match self {
            Self::Percent(percent) => Some(percent.value().cmp_value(other)),
            Self::Share(_) | Self::Amount(_) => Some(self.ratio().cmp_decimal(other)),
            Self::Between(_) => self.nearest(other).map(|end| end.ratio().cmp_decimal(other)),
        }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.count, self.total)
    }
}

/// Writes the figure exact and unreduced: `58.20`, `742/1237`, `4000`, `0–7/600`.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percent(percent) => percent.fmt(f),
            Self::Share(share) => share.fmt(f),
            Self::Amount(amount) => amount.fmt(f),
            Self::Between(between) => between.fmt(f),
        }
    }
}

/// Reads a percentage (`58,2`, `58.2 %`) or a count of a total (`742/1237`, `1 742 / 2 000`).
impl FromStr for Figure {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let not_a_number = || Error::from(Problem::NotANumber { text: text.to_owned() });
        match text.split_once('/') {
            Some((persons, total)) => {
                let persons = count(persons)?.ok_or(Problem::CountMissing)?;
                let total = count(total)?.ok_or(Problem::TotalMissing)?;
                Share::new(persons, total).map(Self::Share)
            }
            None => percent(text)?.map(Self::Percent).ok_or_else(not_a_number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_keeps_its_limits_however_it_is_made() {
        let code = |units, decimals| {
            Percent::new(Decimal::new(units, decimals)).map(|p| p.to_string()).map_err(|e| e.code())
        };
        assert_eq!(code(100, 0), Ok("100".to_owned()));
        assert_eq!(code(100_000_000_000_000, 12), Ok("100.000000000000".to_owned()));
        assert_eq!(code(100_000_000_000_001, 12), Err("above-hundred"));
        assert_eq!(code(i128::MAX, 12), Err("above-hundred"));
        assert_eq!(code(0, 13), Err("too-many-digits"));
        assert_eq!(code(1, 255), Err("too-many-digits"));
        assert_eq!(code(-1, 0), Err("negative"));
        for decimals in 0..=Decimal::MAX_DECIMALS {
            let hundred = 100 * pow10(decimals);
            assert!(code(hundred, decimals).is_ok(), "{decimals}");
            assert_eq!(code(hundred + 1, decimals), Err("above-hundred"), "{decimals}");
        }
    }

    #[test]
    fn a_figure_compares_by_its_value() {
        let order = |figure: &str, other: &str| {
            let (figure, other) = (figure.parse::<Figure>().unwrap(), other.parse::<Decimal>().unwrap());
            assert_eq!(figure.cmp_decimal(other), Some(figure.ratio().cmp_decimal(other)));
            figure.ratio().cmp_decimal(other)
        };
        assert_eq!(order("59.999999999999", "60"), Ordering::Less);
        assert_eq!(order("60.00", "60"), Ordering::Equal);
        assert_eq!(order("60", "60.000000000000"), Ordering::Equal);
        assert_eq!(order("60.1", "60.05"), Ordering::Greater);
        assert_eq!(order("3/5", "60"), Ordering::Equal);
        assert_eq!(order("600000000001/1000000000000", "60"), Ordering::Greater);
        assert_eq!(Figure::Amount(4_000).cmp_decimal(Decimal::new(40_001, 1)), Some(Ordering::Less));
    }

    #[cfg(feature = "tables")]
    #[test]
    fn counts_and_more_decimals_are_finer() {
        let finer = |one: &str, other: &str| {
            one.parse::<Figure>().unwrap().is_finer(&other.parse::<Figure>().unwrap())
        };
        assert!(finer("60.1", "60") && finer("3/5", "60.0"));
        assert!(
            !finer("60", "60.1") && !finer("60.1", "59.9") && !finer("60.0", "3/5") && !finer("3/5", "6/10")
        );
    }

    #[test]
    fn a_share_keeps_its_limits() {
        let code = |count, total| Share::new(count, total).map(|s| s.to_string()).map_err(|e| e.code());
        assert_eq!(code(MAX_COUNT, MAX_COUNT), Ok("1000000000000/1000000000000".to_owned()));
        assert_eq!(code(0, MAX_COUNT + 1), Err("too-many-digits"));
        assert_eq!(code(2, 1), Err("count-above-total"));
        assert_eq!(code(0, 0), Err("total-zero"));
    }

    #[test]
    fn figures_are_read_as_the_command_line_has_them() {
        let read = |text: &str| text.parse::<Figure>().map(|f| f.to_string()).map_err(|e| e.code());
        assert_eq!(read(" 1 742 / 2 000 "), Ok("1742/2000".to_owned()));
        assert_eq!(read("58,20 %"), Ok("58.20".to_owned()));
        assert_eq!(read(""), Err("not-a-number"));
        assert_eq!(read("/5"), Err("count-missing"));
        assert_eq!(read("5/"), Err("total-missing"));
        assert_eq!(read("5/0"), Err("total-zero"));
        assert_eq!(read("1/2/3"), Err("not-a-number"));
        assert_eq!(Figure::Amount(4_000).to_string(), "4000");
    }
}
