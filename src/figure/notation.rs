//! Numbers as people and statistics write them, in Swedish and in English.

use super::{Decimal, Percent, pow10};
use crate::error::{Error, Problem};

/// The largest count, 10¹².
pub const MAX_COUNT: u64 = 1_000_000_000_000;

/// Reads a percentage: `58,2`, `58.2`, `58,2 %`. Empty or blank text is a missing figure, `None`.
///
/// Comma and point are both the decimal mark, whatever the language: `10,000` is ten percent with three decimals.
/// A mark without digits after it is accepted, since it stands there while a person types.
///
/// # Errors
/// `not-a-number`, `two-marks`, `negative`, `above-hundred`, and `too-many-digits` beyond 12 decimals.
///
/// ```
/// let text = |text| troskel::figure::percent(text).map(|p| p.map(|p| p.to_string())).map_err(|e| e.code());
/// assert_eq!(text("10,000"), Ok(Some("10.000".to_owned())));
/// assert_eq!(text("100,1"), Err("above-hundred"));
/// ```
#[inline]
pub fn percent(text: &str) -> Result<Option<Percent>, Error> {
    match plain_percent(text.as_bytes()) {
        Some(percent) => Ok(Some(percent)),
        None => any_percent(text),
    }
}

/// Reads the commonest notation, digits with at most one mark among them, as files have it by the million; whatever
/// else it is, or is wrong, [`any_percent`] tells.
#[inline]
pub(crate) fn plain_percent(text: &[u8]) -> Option<Percent> {
    if text.len() > 14 {
        return None;
    }
    let (mut units, mut digits, mut mark) = (0_u64, 0_u8, None);
    for byte in text {
        match byte {
            b'0'..=b'9' => {
                units = units * 10 + u64::from(byte - b'0');
                digits += 1;
            }
            b',' | b'.' if mark.is_none() => mark = Some(digits),
            _ => return None,
        }
    }
    let decimals = digits - mark.unwrap_or(digits);
    if digits == 0 { None } else { Percent::of_units(units, decimals) }
}

fn any_percent(text: &str) -> Result<Option<Percent>, Error> {
    let trimmed = trim(text);
    if trimmed.is_empty() {
        return Ok(None);
    }
    let number = trimmed.strip_suffix('%').map_or(trimmed, trim);
    let wrong = |problem: fn(String) -> Problem| Error::from(problem(text.to_owned()));
    let (negative, digits) = split_sign(number);
    let (mut units, mut any, mut decimals, mut marks) = (0_i128, false, 0_u8, 0_usize);
    for character in digits.chars() {
        if matches!(character, ',' | '.') {
            marks += 1;
            continue;
        }
        let digit = character.to_digit(10).ok_or_else(|| wrong(not_a_number))?;
        any = true;
        if marks > 0 {
            decimals = decimals.saturating_add(1);
        }
        // Beyond 10³⁰ the number is too large or too long in any case.
        if units < pow10(30) {
            units = units * 10 + i128::from(digit);
        }
    }
    if !any {
        return Err(wrong(not_a_number));
    }
    if marks > 1 {
        return Err(wrong(|text| Problem::TwoMarks { text }));
    }
    if negative {
        return Err(wrong(|text| Problem::Negative { text }));
    }
    if decimals > Decimal::MAX_DECIMALS {
        return Err(wrong(|text| Problem::TooManyDigits { text }));
    }
    Percent::new(Decimal::new(units, decimals))
        .map(Some)
        .map_err(|_| wrong(|text| Problem::AboveHundred { text }))
}

/// Reads a count of persons: `742`, `12 345` with any kind of space between groups of three. Empty or blank text is
/// a missing count, `None`.
///
/// # Errors
/// `not-a-number`, `negative`, `too-many-digits` above [`MAX_COUNT`], `not-whole` for `12,5`, `two-marks`, and
/// `ambiguous` for `1.234`, which is not guessed.
///
/// ```
/// assert_eq!(troskel::figure::count("12 345"), Ok(Some(12_345)));
/// assert_eq!(troskel::figure::count("1,234").unwrap_err().code(), "ambiguous");
/// ```
pub fn count(text: &str) -> Result<Option<u64>, Error> {
    let trimmed = trim(text);
    if trimmed.is_empty() {
        return Ok(None);
    }
    let wrong = |problem: fn(String) -> Problem| Error::from(problem(text.to_owned()));
    let (negative, digits) = split_sign(trimmed);
    if let Some(problem) = mark_problem(digits) {
        return Err(wrong(problem));
    }
    // A tab or a line end stands between two numbers of a table, never inside one.
    if digits.contains(|c: char| is_blank(c) && (c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))) {
        return Err(wrong(not_a_number));
    }
    let mut groups = digits.split(is_blank);
    let first = groups.next().unwrap_or_default();
    let grouped = digits.len() > first.len();
    if first.is_empty() || (grouped && first.len() > 3) || groups.any(|group| group.len() != 3) {
        return Err(wrong(not_a_number));
    }
    let mut value = 0_u64;
    for character in digits.chars().filter(|character| !is_blank(*character)) {
        let digit = character.to_digit(10).ok_or_else(|| wrong(not_a_number))?;
        value = value.saturating_mul(10).saturating_add(u64::from(digit));
    }
    if negative {
        return Err(wrong(|text| Problem::Negative { text }));
    }
    if value > MAX_COUNT {
        return Err(wrong(|text| Problem::TooManyDigits { text }));
    }
    Ok(Some(value))
}

fn not_a_number(text: String) -> Problem {
    Problem::NotANumber { text }
}

/// Tells what is wrong with a count that is digits with decimal marks among them, if it is that.
fn mark_problem(digits: &str) -> Option<fn(String) -> Problem> {
    let is_mark = |c: char| matches!(c, ',' | '.');
    let only_digits_and_marks = digits.chars().all(|c| c.is_ascii_digit() || is_mark(c) || is_blank(c));
    if !only_digits_and_marks || !digits.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut parts = digits.split(is_mark);
    match (parts.next(), parts.next(), parts.next()) {
        (_, None, _) => None,
        (Some(before), Some(after), None) => {
            let thousands = after.len() == 3 && (1..=3).contains(&before.len());
            Some(if thousands {
                |text| Problem::Ambiguous { text }
            } else {
                |text| Problem::NotWhole { text }
            })
        }
        _ => Some(|text| Problem::TwoMarks { text }),
    }
}

fn split_sign(number: &str) -> (bool, &str) {
    match number.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(rest) => (true, rest.trim_start_matches(is_blank)),
        None => (false, number),
    }
}

fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// Every kind of space, and the invisible marks that come along when text is copied.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &str) {
        assert_eq!(
            percent(text).map(|p| p.map(|p| p.to_string())),
            Ok(Some(expected.to_owned())),
            "{text:?}"
        );
    }

    #[test]
    fn percentages_keep_their_decimals_in_either_notation() {
        reads("58,2", "58.2");
        reads("58.2", "58.2");
        reads("58,20 %", "58.20");
        reads("58,2\u{a0}%", "58.2");
        reads("\u{2009}58,2%\u{200e}", "58.2");
        reads("10,000", "10.000");
        reads("10.000", "10.000");
        reads("58,", "58");
        reads(",5", "0.5");
        reads("007", "7");
        reads("0", "0");
        reads("100", "100");
        reads("100,000000000000", "100.000000000000");
        reads("0,000000000001", "0.000000000001");
    }

    #[test]
    fn the_commonest_notation_is_read_as_any_other() {
        let alphabet = ['0', '1', '9', ',', '.', ' ', '%', '-'];
        for length in 0..=5_u32 {
            for number in 0..8_usize.pow(length) {
                let text: String = (0..length).map(|at| alphabet[number / 8_usize.pow(at) % 8]).collect();
                if let Some(plain) = plain_percent(text.as_bytes()) {
                    assert_eq!(any_percent(&text), Ok(Some(plain)), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn blank_is_missing_and_not_zero() {
        for text in ["", " ", "\u{a0}", "\t\n", "\u{feff}"] {
            assert_eq!(percent(text), Ok(None), "{text:?}");
            assert_eq!(count(text), Ok(None), "{text:?}");
        }
    }

    #[test]
    fn bad_percentages_say_what_is_wrong() {
        let code = |text| percent(text).map_err(|e| e.code()).unwrap_err();
        for text in
            ["abc", "%", ",", ".", "-", "58,2a", "5 8", "1 000", "5e1", "58,2 % %", "٥٨", "+5", "½", "58\0"]
        {
            assert_eq!(code(text), "not-a-number", "{text:?}");
        }
        for text in ["1,2,3", "1.2,3", "58..2", "1,,"] {
            assert_eq!(code(text), "two-marks", "{text:?}");
        }
        for text in ["-3", "\u{2212}3", "\u{2013}3", "- 3", "-0"] {
            assert_eq!(code(text), "negative", "{text:?}");
        }
        for text in
            ["100,1", "101", "100.000000000001", "1000", "9999999999999999999999999999999999999999999"]
        {
            assert_eq!(code(text), "above-hundred", "{text:?}");
        }
        for text in ["1,0000000000001", "0,00000000000000000000000000000000000000000000000000000000000001"] {
            assert_eq!(code(text), "too-many-digits", "{text:?}");
        }
        assert_eq!(percent("58,2a"), Err(Problem::NotANumber { text: "58,2a".to_owned() }.into()));
    }

    #[test]
    fn counts_take_every_kind_of_space() {
        for space in [" ", "\u{a0}", "\u{202f}", "\u{2009}", "\u{2007}"] {
            assert_eq!(count(&format!("12{space}345")), Ok(Some(12_345)));
            assert_eq!(count(&format!(" 1{space}012{space}345 ")), Ok(Some(1_012_345)));
        }
        assert_eq!(count("0"), Ok(Some(0)));
        assert_eq!(count("1000000000000"), Ok(Some(MAX_COUNT)));
    }

    #[test]
    fn bad_counts_say_what_is_wrong() {
        let code = |text| count(text).map_err(|e| e.code()).unwrap_err();
        for text in [
            "abc",
            "7 4",
            "1234 567",
            "12  345",
            "1 2345",
            "742 %",
            "1e3",
            "-",
            "7a",
            "12\t345",
            "12\n345",
            "12\u{2028}345",
            ",",
            "a,5",
        ] {
            assert_eq!(code(text), "not-a-number", "{text:?}");
        }
        for text in ["1.234", "12,345", "123.456"] {
            assert_eq!(code(text), "ambiguous", "{text:?}");
        }
        for text in ["12,5", "1234.567", "0,50", "12,"] {
            assert_eq!(code(text), "not-whole", "{text:?}");
        }
        assert_eq!(code("1.234.567"), "two-marks");
        assert_eq!(code("-5"), "negative");
        assert_eq!(code("\u{2212}5"), "negative");
        assert_eq!(code("1000000000001"), "too-many-digits");
        assert_eq!(code("99999999999999999999999999999"), "too-many-digits");
    }
}
