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
    fn decimals_are_added_and_never_taken() {
        assert_eq!(with_decimals("58", 1), "58.0");
        assert_eq!(with_decimals("58.2", 3), "58.200");
        assert_eq!(with_decimals("58.25", 1), "58.25");
        assert_eq!(with_decimals("..", 1), "..");
        assert_eq!(with_decimals("", 1), "");
    }
}
