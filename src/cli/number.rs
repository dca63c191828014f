//! Exact numbers as people read them: only marks and spaces are put in, no digit is touched.

use super::language::Language;

/// Writes a plain decimal number (`-1234.50`) in a language's notation (`−1 234,50`, `−1,234.50`).
pub(super) fn decimal(plain: &str, language: Language) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("\u{2212}", digits));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let mut out = sign.to_owned();
    for (nth, digit) in whole.chars().enumerate() {
        if nth > 0 && (whole.len() - nth).is_multiple_of(3) {
            out.push(language.choose('\u{a0}', ','));
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push(language.choose(',', '.'));
        out.push_str(fraction);
    }
    out
}

/// Writes a percentage, in Swedish with a no-break space before the sign.
pub(super) fn percent(plain: &str, language: Language) -> String {
    format!("{}{}", decimal(plain, language), language.choose("\u{a0}%", "%"))
}

/// Writes a comparison (`100*742 = 74200 < 60*1237 = 74220`) with each number in the language's notation.
pub(super) fn comparison(plain: &str, language: Language) -> String {
    plain
        .split(' ')
        .map(|term| {
            let factors: Vec<String> =
                term.split('*').map(|factor| decimal_or_sign(factor, language)).collect();
            factors.join("\u{a0}·\u{a0}")
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn decimal_or_sign(text: &str, language: Language) -> String {
    if text.contains(|c: char| c.is_ascii_digit()) { decimal(text, language) } else { text.to_owned() }
}

/// Writes a count of a total (`742/1237`) or a plain count.
pub(super) fn figure(plain: &str, language: Language) -> String {
    plain.split('/').map(|part| decimal(part, language)).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stay_and_marks_are_the_languages_own() {
        let both = |plain| [Language::Swedish, Language::English].map(|language| decimal(plain, language));
        assert_eq!(both("-0.02"), ["\u{2212}0,02", "\u{2212}0.02"]);
        assert_eq!(both("1234567.50"), ["1\u{a0}234\u{a0}567,50", "1,234,567.50"]);
        assert_eq!(both("100"), ["100", "100"]);
        assert_eq!(percent("28.0", Language::Swedish), "28,0\u{a0}%");
        assert_eq!(
            comparison("100*742 = 74200 < 60*1237 = 74220", Language::English),
            "100\u{a0}·\u{a0}742 = 74,200 < 60\u{a0}·\u{a0}1,237 = 74,220"
        );
        assert_eq!(figure("742/1237", Language::Swedish), "742/1\u{a0}237");
    }
}
