//! Number formats of spreadsheets: what they make of a number, as far as the text matters.

use std::fmt::Write;

use super::number::{hundredfold, plain, significant, with_decimals};

/// What a cell's format makes of its number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct NumberFormat {
    /// Shows hundredths with a percent sign.
    percent: bool,
    /// Shows a day.
    date: bool,
    /// Shows so many decimals.
    decimals: u32,
}

impl NumberFormat {
    /// Returns the format of one of the numbers that stand for formats without a code.
    pub(super) fn built_in(id: u32) -> Self {
        let (percent, decimals) = match id {
            2 | 4 | 7 | 8 | 39 | 40 | 43 | 44 => (false, 2),
            9 => (true, 0),
            10 => (true, 2),
            _ => (false, 0),
        };
        Self { percent, decimals, date: matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58) }
    }

    /// Reads a format code such as `0.0%`; of several sections the first one, for positive numbers.
    pub(super) fn parse(code: &str) -> Self {
        let (mut format, mut behind_point, mut digits) = (Self::default(), false, false);
        let mut characters = code.chars();
        while let Some(character) = characters.next() {
            match character {
                ';' => break,
                '"' => {
                    characters.by_ref().find(|c| *c == '"');
                }
                '[' => {
                    characters.by_ref().find(|c| *c == ']');
                }
                '\\' | '_' | '*' => {
                    characters.next();
                }
                '%' => format.percent = true,
                '.' => behind_point = true,
                '0' | '?' | '#' => {
                    digits = true;
                    format.decimals += u32::from(behind_point && character != '#');
                }
                'y' | 'm' | 'd' | 'h' | 's' | 'Y' | 'M' | 'D' | 'H' | 'S' => format.date = true,
                _ => {}
            }
        }
        format.date &= !digits && !code.eq_ignore_ascii_case("general");
        format
    }

    /// Writes a double, given in the notation of XML, as its cell shows it, but with all its digits: to 15 significant
    /// digits, with at least the format's decimals, a percentage with its sign, a day as `2023-12-31`.
    pub(super) fn show(self, number: &str, from_1904: bool) -> String {
        let Some(plain) = plain(number.trim()) else { return number.to_owned() };
        let number = significant(&plain);
        if self.date {
            return day(&number, from_1904).unwrap_or(number);
        }
        if self.percent {
            return format!("{}%", with_decimals(&hundredfold(&number), self.decimals));
        }
        with_decimals(&number, self.decimals)
    }
}

/// Writes a day by its number: day 1 is 1900-01-01, and Excel knows a 29 February in that year.
fn day(number: &str, from_1904: bool) -> Option<String> {
    let whole = number.split('.').next()?;
    let days: i64 = whole.parse().ok().filter(|days| (1..2_958_466).contains(days))?;
    // Days since 0000-03-01, so that a leap day ends its year.
    let days = days + if from_1904 { 1_462 } else { 0 } + 693_899 + i64::from(days < 60 && !from_1904);
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let mut text = String::new();
    write!(text, "{year:04}-{month:02}-{day:02}").ok()?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_in_their_cells() {
        let p = |code: &str, number: &str| NumberFormat::parse(code).show(number, false);
        assert_eq!(p("General", "28.000000000000004"), "28");
        assert_eq!(p("0.0", "58"), "58.0");
        assert_eq!(p("0.0", "27.96"), "27.96");
        assert_eq!(p("0.0%", "0.58199999999999996"), "58.2%");
        assert_eq!(p("0%", "0.6"), "60%");
        assert_eq!(p("#,##0.00", "1234.5"), "1234.50");
        assert_eq!(p("0.0\" % av alla\"", "5"), "5.0");
        assert_eq!(p("[$-41D]yyyy\\-mm\\-dd", "45291"), "2023-12-31");
        assert_eq!(p("0.0;[Red]-0.0", "-1"), "-1.0");
        assert_eq!(p("General", "1E-3"), "0.001");
        assert_eq!(p("General", "NaN"), "NaN");
    }

    #[test]
    fn days_are_counted_as_excel_does() {
        let p = |number, from_1904| NumberFormat::built_in(14).show(number, from_1904);
        assert_eq!(p("1", false), "1900-01-01");
        assert_eq!(p("59", false), "1900-02-28");
        assert_eq!(p("61", false), "1900-03-01");
        assert_eq!(p("36526", false), "2000-01-01");
        assert_eq!(p("45351.75", false), "2024-02-29");
        assert_eq!(p("43889", true), "2024-02-29");
        assert_eq!(NumberFormat::built_in(10).show("0.5", false), "50.00%");
    }
}
