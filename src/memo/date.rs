//! A day of the calendar, always given, never asked of a clock.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::calendar::days;
use crate::error::{Error, Problem};

/// A day of the Gregorian calendar, in the years 0–9999.
///
/// Reads and writes as `2019-01-01`.
///
/// ```
/// use troskel::memo::Date;
///
/// let date: Date = "2020-02-29".parse()?;
/// assert_eq!(date.to_string(), "2020-02-29");
/// # Ok::<(), troskel::Error>(())
/// ```
///
/// A day that does not exist is refused:
///
/// ```
/// let error = "2019-02-29".parse::<troskel::memo::Date>().unwrap_err();
/// assert_eq!(error.code(), "not-a-date");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub(super) year: u16,
    pub(super) month: u8,
    pub(super) day: u8,
}

impl Date {
    /// Returns the year.
    pub fn year(self) -> u16 {
        self.year
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        read(text.trim()).ok_or_else(|| Problem::NotADate { text: text.to_owned() }.into())
    }
}

fn read(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year: u16 = number(parts.next()?, 4)?;
    let month = u8::try_from(number(parts.next()?, 2)?).ok()?;
    let day = u8::try_from(number(parts.next()?, 2)?).ok()?;
    let exists = parts.next().is_none() && (1..=days(year, month)?).contains(&day);
    exists.then_some(Date { year, month, day })
}

fn number(text: &str, length: usize) -> Option<u16> {
    let digits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_parses_back() {
        for text in ["2018-01-01", "2019-12-31", "2000-02-29", "2020-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn days_that_do_not_exist_and_other_notations_are_refused() {
        for text in [
            "",
            "2019",
            "2019-01",
            "2019-1-1",
            "2019-02-29",
            "1900-02-29",
            "2019-04-31",
            "2019-00-10",
            "2019-13-01",
            "2019-01-00",
            "2019-01-32",
            "2019-01-01-01",
            "19-01-01",
            "+019-01-01",
            "2019/01/01",
            "i dag",
            "２０１９-01-01",
        ] {
            let error = text.parse::<Date>().unwrap_err();
            assert_eq!(error.problem, Problem::NotADate { text: text.to_owned() });
        }
    }

    #[test]
    fn days_order_as_time_does() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert!(date("2018-12-31") < date("2019-01-01"));
        assert!(date("2018-04-18") < date("2018-04-19"));
        assert!(date("2018-09-30") < date("2018-10-01"));
    }
}
