//! Numbers as text: the notation of machines brought to plain decimals, digit by digit.

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

/// Rounds a plain number to the 15 significant digits that a spreadsheet shows of a double, and drops the zeros that
/// rounding leaves behind the decimal point: `28.000000000000004` is 28.
pub(super) fn significant(number: &str) -> String {
    const DIGITS: usize = 15;
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let zeros = all.iter().take_while(|digit| **digit == b'0').count();
    let kept = zeros + DIGITS;
    if all.len() <= kept {
        return number.to_owned();
    }
    let up = all.get(kept).is_some_and(|digit| *digit >= b'5');
    let mut rounded: Vec<u8> = all.iter().take(kept).copied().collect();
    let mut carry = up;
    for digit in rounded.iter_mut().rev() {
        if !carry {
            break;
        }
        carry = *digit == b'9';
        *digit = if carry { b'0' } else { *digit + 1 };
    }
    if carry {
        rounded.insert(0, b'1');
    }
    let point = whole.len() + usize::from(carry);
    rounded.resize(rounded.len().max(point), b'0');
    let text = |digits: Option<&[u8]>| String::from_utf8_lossy(digits.unwrap_or_default()).into_owned();
    let (whole, fraction) = (text(rounded.get(..point)), text(rounded.get(point..)));
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
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
    fn doubles_are_read_to_fifteen_digits() {
        let p = significant;
        assert_eq!(p("28.000000000000004"), "28");
        assert_eq!(p("58.199999999999996"), "58.2");
        assert_eq!(p("0.28000000000000003"), "0.28");
        assert_eq!(p("99.9999999999999999"), "100");
        assert_eq!(p("-0.10000000000000001"), "-0.1");
        assert_eq!(p("58.20"), "58.20");
        assert_eq!(p("123456789012345678"), "123456789012346000");
        assert_eq!(p("742"), "742");
        assert_eq!(hundredfold("0.582"), "58.2");
        assert_eq!(hundredfold("0.6"), "60");
        assert_eq!(hundredfold("1"), "100");
        assert_eq!(hundredfold("0.005"), "0.5");
    }

    #[test]
    fn decimals_are_added_and_never_taken() {
        assert_eq!(with_decimals("58", 1), "58.0");
        assert_eq!(with_decimals("58.2", 3), "58.200");
        assert_eq!(with_decimals("58.25", 1), "58.25");
        assert_eq!(with_decimals("..", 1), "..");
        assert_eq!(with_decimals("", 1), "");
    }
}
