//! Exact numbers as people read them: only marks and spaces are put in, no digit is touched.

use crate::criteria::Language;

/// Writes a plain decimal number (`-1234.50`) in a language's notation (`−1 234,50`, `−1,234.50`).
pub fn decimal(plain: &str, language: Language) -> String {
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
pub fn percent(plain: &str, language: Language) -> String {
    format!("{}{}", decimal(plain, language), language.choose("\u{a0}%", "%"))
}

/// Writes a comparison (`100*742 = 74200 < 60*1237 = 74220`) with each number in the language's notation.
pub fn comparison(plain: &str, language: Language) -> String {
    let term = |term: &str| {
        let factors: Vec<String> = term.split('*').map(|factor| decimal_or_sign(factor, language)).collect();
        factors.join("\u{a0}·\u{a0}")
    };
    plain.split(' ').map(term).collect::<Vec<_>>().join(" ")
}

fn decimal_or_sign(text: &str, language: Language) -> String {
    if text.contains(|c: char| c.is_ascii_digit()) { decimal(text, language) } else { text.to_owned() }
}

/// Writes a count of a total (`742/1237`) or a plain count, also within bounds (`0–7/1237`).
pub fn figure(plain: &str, language: Language) -> String {
    let bounds = |part: &str| part.split('–').map(|end| decimal(end, language)).collect::<Vec<_>>().join("–");
    plain.split('/').map(bounds).collect::<Vec<_>>().join("/")
}

/// What numbers are put before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// Areas.
    Area,
    /// Things assumed.
    Assumption,
    /// Bytes.
    Byte,
    /// Cells of a table.
    Cell,
    /// Characters of a text.
    Character,
    /// Columns of a table.
    Column,
    /// Criteria of a set.
    Criterion,
    /// Things that are listed.
    Entry,
    /// Lines of a record.
    Line,
    /// People.
    Person,
    /// Percentage points.
    Point,
    /// Questions.
    Question,
    /// Rows of a table.
    Row,
    /// Values.
    Value,
}

impl Noun {
    /// Returns the noun for one, and for any other number.
    fn forms(self, language: Language) -> [&'static str; 2] {
        let (swedish, english) = match self {
            Self::Area => (["område", "områden"], ["area", "areas"]),
            Self::Assumption => (["antagande", "antaganden"], ["assumption", "assumptions"]),
            Self::Byte => (["byte", "byte"], ["byte", "bytes"]),
            Self::Cell => (["cell", "celler"], ["cell", "cells"]),
            Self::Character => (["tecken", "tecken"], ["character", "characters"]),
            Self::Column => (["kolumn", "kolumner"], ["column", "columns"]),
            Self::Criterion => (["kriterium", "kriterier"], ["criterion", "criteria"]),
            Self::Entry => (["post", "poster"], ["entry", "entries"]),
            Self::Line => (["rad", "rader"], ["line", "lines"]),
            Self::Person => (["person", "personer"], ["person", "people"]),
            Self::Point => (["procentenhet", "procentenheter"], ["percentage point", "percentage points"]),
            Self::Question => (["fråga", "frågor"], ["question", "questions"]),
            Self::Row => (["rad", "rader"], ["row", "rows"]),
            Self::Value => (["värde", "värden"], ["value", "values"]),
        };
        language.choose(swedish, english)
    }

    /// Returns the noun as it stands after a plain number: only 1 itself is one, 1.0 is not.
    pub fn after(self, plain: &str, language: Language) -> &'static str {
        let [one, other] = self.forms(language);
        if matches!(plain, "1" | "-1") { one } else { other }
    }
}

/// Writes a number and what it counts: `1 person`, `0 personer`, `1 237 personer`.
pub fn counted(number: impl ToString + Copy, noun: Noun, language: Language) -> String {
    let plain = number.to_string();
    format!("{} {}", decimal(&plain, language), noun.after(&plain, language))
}

/// Writes a small whole number in letters, as before a Swedish neuter (`ett kriterium`); a larger one in digits.
pub fn spelled(number: usize, language: Language) -> String {
    let words = language.choose(
        ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"],
        [
            "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve",
        ],
    );
    words.get(number).map_or_else(|| decimal(&number.to_string(), language), |word| (*word).to_owned())
}

/// Returns the letters of a column as spreadsheets count, from 0: A to Z, AA and so on.
pub fn column_letters(column: usize) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: [Language; 2] = [Language::Sv, Language::En];

    #[test]
    fn digits_stay_and_marks_are_the_languages_own() {
        let both = |plain| BOTH.map(|language| decimal(plain, language));
        assert_eq!(both("-0.02"), ["\u{2212}0,02", "\u{2212}0.02"]);
        assert_eq!(both("1234567.50"), ["1\u{a0}234\u{a0}567,50", "1,234,567.50"]);
        assert_eq!(both("100"), ["100", "100"]);
        assert_eq!(percent("28.0", Language::Sv), "28,0\u{a0}%");
        assert_eq!(percent("28.0", Language::En), "28.0%");
        assert_eq!(
            comparison("100*742 = 74200 < 60*1237 = 74220", Language::En),
            "100\u{a0}·\u{a0}742 = 74,200 < 60\u{a0}·\u{a0}1,237 = 74,220"
        );
        assert_eq!(figure("742/1237", Language::Sv), "742/1\u{a0}237");
    }

    #[test]
    fn a_noun_stands_in_the_singular_after_one_alone() {
        let nouns = [
            (Noun::Area, "område", "områden", "area", "areas"),
            (Noun::Assumption, "antagande", "antaganden", "assumption", "assumptions"),
            (Noun::Byte, "byte", "byte", "byte", "bytes"),
            (Noun::Cell, "cell", "celler", "cell", "cells"),
            (Noun::Character, "tecken", "tecken", "character", "characters"),
            (Noun::Column, "kolumn", "kolumner", "column", "columns"),
            (Noun::Criterion, "kriterium", "kriterier", "criterion", "criteria"),
            (Noun::Entry, "post", "poster", "entry", "entries"),
            (Noun::Line, "rad", "rader", "line", "lines"),
            (Noun::Person, "person", "personer", "person", "people"),
            (Noun::Point, "procentenhet", "procentenheter", "percentage point", "percentage points"),
            (Noun::Question, "fråga", "frågor", "question", "questions"),
            (Noun::Row, "rad", "rader", "row", "rows"),
            (Noun::Value, "värde", "värden", "value", "values"),
        ];
        for (noun, sv_one, sv_other, en_one, en_other) in nouns {
            for (number, sv, en) in
                [("0", sv_other, en_other), ("1", sv_one, en_one), ("2", sv_other, en_other)]
            {
                assert_eq!(counted(number, noun, Language::Sv), format!("{number} {sv}"));
                assert_eq!(counted(number, noun, Language::En), format!("{number} {en}"));
            }
        }
        assert_eq!(counted("-1", Noun::Point, Language::Sv), "\u{2212}1 procentenhet");
        assert_eq!(counted("1.0", Noun::Point, Language::Sv), "1,0 procentenheter");
        assert_eq!(counted(1_237, Noun::Person, Language::En), "1,237 people");
    }

    #[test]
    fn small_numbers_are_spelled() {
        let both = |number| BOTH.map(|language| spelled(number, language));
        assert_eq!([both(0), both(1), both(2)], [["noll", "none"], ["ett", "one"], ["två", "two"]]);
        assert_eq!(both(12), ["tolv", "twelve"]);
        assert_eq!(both(13), ["13", "13"]);
    }

    #[test]
    fn columns_go_on_after_z_and_after_zz() {
        let letters = [0, 1, 25, 26, 27, 51, 52, 701, 702, 703, 16_383].map(column_letters);
        assert_eq!(letters, ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA", "AAB", "XFD"]);
    }
}
