//! Letters with their marks in one character (NFC), as nearly all programs write them: a Mac's file names, and what is copied
//! from them, have `a` and a diaeresis for `ä`.
//!
//! The Latin letters of Europe are all that names and headings have; a table of them is a hundredth of all of Unicode's.

use std::borrow::Cow;

use memchr::memchr2_iter;

use super::{Record, narrow};

/// A mark, the letters that it stands on, and the letters with it.
const LETTERS: [(char, &str, &str); 13] = [
    ('\u{300}', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ('\u{301}', "AEIOUYaeiouyCcLlNnRrSsZzÅåÆæØø", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǺǻǼǽǾǿ"),
    ('\u{302}', "AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
    ('\u{303}', "ANOanoIiUu", "ÃÑÕãñõĨĩŨũ"),
    ('\u{304}', "AaEeIiOoUu", "ĀāĒēĪīŌōŪū"),
    ('\u{306}', "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
    ('\u{307}', "CcEeGgIZz", "ĊċĖėĠġİŻż"),
    ('\u{308}', "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
    ('\u{30A}', "AaUu", "ÅåŮů"),
    ('\u{30B}', "OoUu", "ŐőŰű"),
    ('\u{30C}', "CcDdEeNnRrSsTtZzGgKkLlHh", "ČčĎďĚěŇňŘřŠšŤťŽžǦǧǨǩĽľȞȟ"),
    ('\u{327}', "CcGKkLlNnRrSsTt", "ÇçĢĶķĻļŅņŖŗŞşŢţ"),
    ('\u{328}', "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"),
];

/// The bytes that all these marks begin with in UTF-8, and nothing else does.
const LEADS: (u8, u8) = (0xCC, 0xCD);

fn composed(letter: char, mark: char) -> Option<char> {
    let (_, bare, with) = LETTERS.iter().find(|(known, ..)| *known == mark)?;
    bare.chars().zip(with.chars()).find_map(|(bare, with)| (bare == letter).then_some(with))
}

/// Tells whether a text has a mark of its own.
pub(super) fn has_marks(text: &str) -> bool {
    memchr::memchr2(LEADS.0, LEADS.1, text.as_bytes()).is_some()
}

/// Returns a text with its marks joined with the letters before them.
pub(crate) fn composed_text(text: &str) -> Cow<'_, str> {
    if !has_marks(text) {
        return Cow::Borrowed(text);
    }
    let mut own = text.to_owned();
    compose(&mut own, 0);
    Cow::Owned(own)
}

/// Joins the marks behind a byte with the letters before them; the first may belong to the letter before it.
pub(super) fn compose(text: &mut String, from: usize) {
    let marks = text.as_bytes().get(from..).map(|bytes| memchr2_iter(LEADS.0, LEADS.1, bytes));
    if marks.is_none_or(|mut marks| marks.next().is_none()) {
        return;
    }
    let kept = text.get(..from).and_then(|before| before.char_indices().next_back()).map_or(0, |(at, _)| at);
    let rest = text.split_off(kept);
    let mut letters = rest.chars();
    let Some(mut last) = letters.next() else { return };
    for letter in letters {
        if let Some(with) = composed(last, letter) {
            last = with;
        } else {
            text.push(last);
            last = letter;
        }
    }
    text.push(last);
}

/// Returns a text with its marks joined.
pub(super) fn in_one(text: &str) -> String {
    let mut text = text.to_owned();
    compose(&mut text, 0);
    text
}

/// A record's cells with their marks joined.
#[derive(Debug, Default)]
pub(super) struct Composed {
    text: String,
    spans: Vec<(u32, u32)>,
}

impl Composed {
    pub(super) fn record(&mut self, record: &Record<'_>) -> Record<'_> {
        self.text.clear();
        self.spans.clear();
        for cell in record.cells() {
            let start = self.text.len();
            // A mark at a cell's beginning belongs to nothing before it.
            self.text.push_str(&in_one(cell));
            self.spans.push((narrow(start), narrow(self.text.len())));
        }
        Record::new(record.line(), &self.text, &self.spans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_join_the_letters_before_them() {
        assert_eq!(in_one("Fo\u{308}rva\u{308}rvsarbetande, A\u{30A}rsta"), "Förvärvsarbetande, Årsta");
        assert_eq!(in_one("Kautokeino – c\u{30C}a\u{301}hppe"), "Kautokeino – čáhppe");
        assert_eq!(in_one("x\u{308}\u{308}"), "x\u{308}\u{308}");
        assert_eq!(in_one("A\u{30A}\u{301}"), "Ǻ");
        assert_eq!(in_one("plain"), "plain");
        assert!(!has_marks("Förvärvsarbetande") && has_marks("o\u{308}"));
    }

    #[test]
    fn a_mark_may_stand_in_the_next_piece() {
        let mut text = "xo".to_owned();
        let from = text.len();
        text.push_str("\u{308}y");
        compose(&mut text, from);
        assert_eq!(text, "xöy");
    }

    #[test]
    fn each_letter_has_one_with_the_mark() {
        for (mark, bare, with) in LETTERS {
            assert_eq!(bare.chars().count(), with.chars().count(), "{mark:?}");
        }
    }
}
