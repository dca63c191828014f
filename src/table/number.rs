//! Numbers as text: the notation of machines brought to plain decimals, digit by digit.

use std::cmp::Ordering;

/// Writes a number in JSON's or XML's notation plainly: `5.82E1` becomes `58.2`, `-0.50` stays.
///
/// `None` if the text is no such number, or its exponent is beyond 40.
pub(super) fn plain(text: &str) -> Option<String> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (sign, digits) = mantissa.strip_prefix('-').map_or(("", mantissa), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty())
        || !is_digits(whole)
        || !is_digits(fraction)
        || exponent.abs() > 40
    {
        return None;
    }
    Some(format!("{sign}{}", shift(whole, fraction, exponent)))
}

/// Moves the decimal point of `whole.fraction` to the right, or to the left if `places` is negative.
pub(super) fn shift(whole: &str, fraction: &str, places: i32) -> String {
    let count = usize::try_from(places.unsigned_abs()).unwrap_or(0);
    let (mut whole, mut fraction) = (whole.to_owned(), fraction.to_owned());
    if places >= 0 {
        let moved = count.min(fraction.len());
        whole.extend(fraction.drain(..moved));
        whole.extend(std::iter::repeat_n('0', count - moved));
    } else {
        let kept = whole.len().saturating_sub(count);
        let moved = whole.split_off(kept);
        fraction = format!("{moved:0>count$}{fraction}");
    }
    let trimmed = whole.trim_start_matches('0');
    let whole = if trimmed.is_empty() { "0" } else { trimmed };
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

/// Adds zeros to a plain number until it has as many decimals as the file says its numbers have; never takes any away.
pub(super) fn with_decimals(number: &str, decimals: u32) -> String {
    let wanted = usize::try_from(decimals.min(12)).unwrap_or(0);
    let have = number.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let is_number = number.bytes().any(|byte| byte.is_ascii_digit())
        && number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    if !is_number || have >= wanted {
        return number.to_owned();
    }
    let point = if have == 0 && !number.contains('.') { "." } else { "" };
    format!("{number}{point}{}", "0".repeat(wanted - have))
}

/// Writes the double that a text in machine notation names by the shortest text that names it: `0.58199999999999996` is
/// 0.582. A text of up to 15 digits is that already.
///
/// `None` if the text is no such number, or its exponent is beyond 40.
pub(super) fn held(text: &str) -> Option<String> {
    let plain = plain(text)?;
    let digits = plain.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count();
    if digits <= 15 { Some(plain) } else { shortest(text) }
}

#[expect(clippy::disallowed_types, reason = "the file has doubles; here they become text")]
fn shortest(text: &str) -> Option<String> {
    text.parse::<f64>().ok().map(|double| double.to_string())
}

/// Rounds a plain number half-up to 12 decimals, more than any publisher writes, and drops the zeros that rounding leaves:
/// `28.000000000000004` is 28. A number of fewer decimals stays as it is.
pub(super) fn rounded(number: &str) -> String {
    const DECIMALS: usize = 12;
    let Some((whole, fraction)) = number.split_once('.').filter(|(_, fraction)| fraction.len() > DECIMALS)
    else {
        return number.to_owned();
    };
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let (kept, rest) = fraction.split_at_checked(DECIMALS).unwrap_or((fraction, ""));
    let mut digits: Vec<u8> = whole.bytes().chain(kept.bytes()).collect();
    let mut carry = rest.bytes().next().is_some_and(|digit| digit >= b'5');
    for digit in digits.iter_mut().rev() {
        if !carry {
            break;
        }
        carry = *digit == b'9';
        *digit = if carry { b'0' } else { *digit + 1 };
    }
    if carry {
        digits.insert(0, b'1');
    }
    let text = String::from_utf8_lossy(&digits);
    let (whole, fraction) = text.split_at_checked(digits.len() - DECIMALS).unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// Compares two plain numbers.
pub(super) fn compare(one: &str, other: &str) -> Ordering {
    let parts = |number: &str| {
        let (negative, digits) = number.strip_prefix('-').map_or((false, number), |digits| (true, digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        let zero = whole.is_empty() && fraction.is_empty();
        (negative && !zero, (whole.len(), whole.to_owned(), fraction.to_owned()))
    };
    match (parts(one), parts(other)) {
        ((false, one), (false, other)) => one.cmp(&other),
        ((true, one), (true, other)) => other.cmp(&one),
        ((false, _), (true, _)) => Ordering::Greater,
        ((true, _), (false, _)) => Ordering::Less,
    }
}

/// Moves a plain number's decimal point two places to the right, as a percent format shows it.
pub(super) fn hundredfold(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    format!("{sign}{}", shift(whole, fraction, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations_become_plain() {
        let p = |text| plain(text).unwrap_or_default();
        assert_eq!(p("58.2"), "58.2");
        assert_eq!(p("58.20"), "58.20");
        assert_eq!(p("5.82E1"), "58.2");
        assert_eq!(p("5.82e+1"), "58.2");
        assert_eq!(p("582e-1"), "58.2");
        assert_eq!(p("5e-3"), "0.005");
        assert_eq!(p("1E3"), "1000");
        assert_eq!(p("-0.5"), "-0.5");
        assert_eq!(p(".5"), "0.5");
        for text in ["", ".", "e1", "..", "1e", "1e99", "a", "1 2"] {
            assert_eq!(plain(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_double_is_its_shortest_text() {
        let p = |text| held(text).unwrap_or_default();
        assert_eq!(p("0.58199999999999996"), "0.582");
        assert_eq!(p("28.000000000000004"), "28.000000000000004");
        assert_eq!(p("5.8199999999999998E-1"), "0.582");
        assert_eq!(p("-0.10000000000000001"), "-0.1");
        assert_eq!(p("0.000012345678901234"), "0.000012345678901234");
        assert_eq!(p("123456789012345678"), "123456789012345680");
        assert_eq!(p("58.20"), "58.20");
        assert_eq!(held("1e99"), None);
        assert_eq!(held("NaN"), None);
    }

    #[test]
    fn numbers_are_rounded_half_up_to_twelve_decimals_once() {
        let p = rounded;
        assert_eq!(p("28.000000000000004"), "28");
        assert_eq!(p("79.50819672131148"), "79.508196721311");
        assert_eq!(p("59.9999999999995"), "60");
        assert_eq!(p("99.9999999999999"), "100");
        assert_eq!(p("59.9999999999994"), "59.999999999999");
        assert_eq!(p("-0.1234567890125"), "-0.123456789013");
        assert_eq!(p("58.20"), "58.20");
        assert_eq!(p("742"), "742");
        assert_eq!(hundredfold("0.582"), "58.2");
        assert_eq!(hundredfold("0.6"), "60");
        assert_eq!(hundredfold("1"), "100");
        assert_eq!(hundredfold("0.005"), "0.5");
    }

    #[test]
    fn numbers_are_compared_by_value() {
        assert_eq!(compare("0.05", "0.050"), Ordering::Equal);
        assert_eq!(compare("-0", "0"), Ordering::Equal);
        assert_eq!(compare("10", "9"), Ordering::Greater);
        assert_eq!(compare("-10", "-9"), Ordering::Less);
        assert_eq!(compare("0.049", "0.05"), Ordering::Less);
        assert_eq!(compare("-1", "0"), Ordering::Less);
    }

    #[test]
    fn decimals_are_added_and_never_taken() {
        assert_eq!(with_decimals("58", 1), "58.0");
        assert_eq!(with_decimals("58.2", 3), "58.200");
        assert_eq!(with_decimals("58.25", 1), "58.25");
        assert_eq!(with_decimals("..", 1), "..");
        assert_eq!(with_decimals("", 1), "");
    }

    #[test]
    fn numbers_have_their_edges() {
        assert_eq!(plain("1e40").unwrap().len(), 41);
        assert_eq!(plain("1e-40").unwrap().len(), 42);
        assert_eq!(
            [plain("1e41"), plain("1e-41"), plain("-"), plain("1.a"), plain("a.1")],
            [const { None }; 5]
        );
        assert_eq!(plain("5."), Some("5".into()));
        assert_eq!(plain("-12.5e-2"), Some("-0.125".into()));
        assert_eq!(plain("12.5e1"), Some("125".into()));
        assert_eq!(plain("0012"), Some("12".into()));
        assert_eq!(held("0.1234567890123456").unwrap(), "0.1234567890123456");
        assert_eq!(held("100000000000000.10").unwrap(), "100000000000000.1");
        assert_eq!(held("10000000000000.10").unwrap(), "10000000000000.1");
        assert_eq!(held("1000000000000.10").unwrap(), "1000000000000.10");
        assert_eq!(rounded("0.123456789012"), "0.123456789012");
        assert_eq!(rounded("0.1234567890120"), "0.123456789012");
        assert_eq!(rounded("-9.9999999999995"), "-10");
        assert_eq!(rounded("0.1999999999995"), "0.2");
        assert_eq!(rounded("0.1999999999994"), "0.199999999999");
        assert_eq!(with_decimals("58.", 1), "58.0");
        assert_eq!(with_decimals("58", 0), "58");
        assert_eq!(with_decimals("58.2", 1), "58.2");
        assert_eq!(with_decimals("-58", 2), "-58.00");
        assert_eq!(with_decimals("1e3", 1), "1e3");
        assert_eq!(with_decimals("-.", 1), "-.");
        assert_eq!(with_decimals("5", 13), "5.000000000000");
        assert_eq!(hundredfold("-0.0512"), "-5.12");
        assert_eq!(compare("1", "-1"), Ordering::Greater);
        assert_eq!(compare("-1", "1"), Ordering::Less);
        assert_eq!(compare("-0.05", "-0.06"), Ordering::Greater);
        assert_eq!(compare("010", "9"), Ordering::Greater);
        assert_eq!(compare("-0.5", "0"), Ordering::Less);
        assert_eq!(compare("0.5", "-0"), Ordering::Greater);
    }
}
