//! What the product says to people outside the page, in both languages: the words of answers, the notation of numbers,
//! and a sentence for every problem. Command line, SQL, spreadsheet formulas and workbook all take them from here.
//!
//! ```
//! use troskel::criteria::Language;
//! use troskel::figure::percent;
//! use troskel::words;
//!
//! let error = percent("58,2a").unwrap_err();
//! assert_eq!(
//!     words::error(&error, Language::Sv),
//!     "”58,2a” är inte ett tal. Skriv till exempel 58,2 eller 742."
//! );
//! assert_eq!(words::counted(1, words::Noun::Criterion, Language::En), "1 criterion");
//! ```

mod en;
mod number;
mod sv;

pub use number::{Noun, column_letters, comparison, counted, decimal, figure, percent, spelled};

use crate::assess::{Certainty, Outcome, Verdict};
use crate::criteria::Language;
use crate::error::{Error, Place, Problem};

/// Makes functions that take their words from the module of the language.
macro_rules! in_the_language {
    ($($(#[$about:meta])* $name:ident($of:ident: $kind:ty) -> $words:ty;)+) => {
        $(
            $(#[$about])*
            pub fn $name($of: $kind, language: Language) -> $words {
                match language {
                    Language::Sv => sv::$name($of),
                    Language::En => en::$name($of),
                }
            }
        )+
    };
}

in_the_language! {
    /// Says what was found, what was expected and what to do; on one line, but for line ends in what was found.
    sentence(problem: &Problem) -> String;
    /// Says where it was found, each part followed by a colon and a blank.
    place(place: &Place) -> String;
    /// Names an outcome.
    outcome(outcome: Outcome) -> &'static str;
    /// Names a verdict.
    verdict(verdict: Verdict) -> &'static str;
    /// Names a certainty.
    certainty(certainty: Certainty) -> &'static str;
}

/// Says where an error was found, and its sentence.
pub fn error(error: &Error, language: Language) -> String {
    let place = error.place.as_deref().map(|found| place(found, language)).unwrap_or_default();
    place + &sentence(&error.problem, language)
}

/// The headings of columns that several files have.
#[derive(Debug)]
pub(crate) struct Headings {
    pub(crate) verdict: &'static str,
    pub(crate) percent: &'static str,
    pub(crate) count: &'static str,
    pub(crate) total: &'static str,
    pub(crate) count_and_total: &'static str,
    pub(crate) persons: &'static str,
    #[cfg(feature = "tables")]
    pub(crate) outcome: &'static str,
    #[cfg(feature = "tables")]
    pub(crate) certainty: &'static str,
}

/// Returns the headings in a language.
pub(crate) fn headings(language: Language) -> &'static Headings {
    language.choose(&sv::HEADINGS, &en::HEADINGS)
}

/// Puts a name into a sentence: in lower case, unless it begins with an abbreviation.
pub fn in_sentence(label: &str) -> String {
    let mut characters = label.chars();
    let abbreviated = label.chars().take(2).filter(|c| c.is_uppercase()).count() == 2;
    match characters.next() {
        Some(first) if !abbreviated => first.to_lowercase().chain(characters).collect(),
        _ => label.to_owned(),
    }
}

/// Joins names with commas and *och* or *and*.
pub fn listed(names: &[String], language: Language) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), language.choose("och", "and")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Quantity;

    const BOTH: [Language; 2] = [Language::Sv, Language::En];

    #[test]
    fn every_problem_has_a_sentence_of_its_own_in_each_language() {
        for language in BOTH {
            let sentences: Vec<String> =
                Problem::samples().iter().map(|problem| sentence(problem, language)).collect();
            for (nth, said) in sentences.iter().enumerate() {
                // Braces left over are a fact that was not put in; those of a recipe belong there.
                let words = said.replace(r#"{"area": {"#, "").replace("}}", "");
                assert!(said.ends_with('.') && !words.contains(['{', '}', '\n']), "{said}");
                assert!(!sentences[..nth].contains(said), "{said}");
            }
        }
        for problem in Problem::samples() {
            assert_ne!(sentence(&problem, Language::Sv), sentence(&problem, Language::En));
        }
    }

    #[test]
    fn a_sentence_carries_the_facts_in_the_languages_notation() {
        let all = |problem: &Problem| BOTH.map(|language| sentence(problem, language));
        assert_eq!(
            all(&Problem::CountAboveTotal { count: 1_238, total: 1_237 }),
            [
                "Antalet 1\u{a0}238 är större än det totala antalet 1\u{a0}237. Kontrollera båda.",
                "The count 1,238 is larger than the total 1,237. Check both.",
            ]
        );
        for (quantity, sv, en) in [
            (Quantity::Columns, "1 kolumn,", "1 column,"),
            (Quantity::RowLength, "1 byte,", "1 byte,"),
            (Quantity::Areas, "1 område,", "1 area,"),
        ] {
            let [swedish, english] = all(&Problem::TooLarge { what: quantity, limit: 1 });
            assert!(swedish.contains(sv) && english.contains(en), "{swedish} {english}");
        }
    }

    #[test]
    fn every_limit_has_a_sentence_of_its_own() {
        for language in BOTH {
            let mut said: Vec<String> = Quantity::ALL
                .iter()
                .filter(|what| **what != Quantity::DocumentBytes)
                .map(|what| sentence(&Problem::TooLarge { what: *what, limit: 2 }, language))
                .collect();
            let all = said.len();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), all);
        }
    }

    #[test]
    fn a_place_is_told_from_the_file_inwards() {
        let place = Place {
            file: Some("a.xlsx".to_owned()),
            sheet: Some("Blad1".to_owned()),
            line: Some(1_234),
            column: Some("B".to_owned()),
            path: Some("criteria[0].id".to_owned()),
        };
        let found = Error::from(Problem::EmptyText).at(place);
        assert_eq!(
            BOTH.map(|language| error(&found, language)),
            [
                "a.xlsx: blad Blad1: rad 1234: kolumn B: criteria[0].id: Texten är tom. Skriv något.",
                "a.xlsx: sheet Blad1: line 1234: column B: criteria[0].id: The text is empty. Write something.",
            ]
        );
        let nowhere = Error::from(Problem::EmptyText);
        assert_eq!(error(&nowhere, Language::Sv), "Texten är tom. Skriv något.");
    }

    #[test]
    fn names_are_put_into_sentences() {
        assert_eq!(in_sentence("Valdeltagande"), "valdeltagande");
        assert_eq!(in_sentence("Ökning"), "ökning");
        assert_eq!(in_sentence("A-kassa"), "a-kassa");
        assert_eq!(in_sentence("SFI-elever"), "SFI-elever");
        assert_eq!(in_sentence(""), "");
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(listed(&names, Language::Sv), "a, b och c");
        assert_eq!(listed(&names[..2], Language::En), "a and b");
        assert_eq!(listed(&names[..1], Language::En), "a");
        assert_eq!(listed(&[], Language::En), "");
    }

    #[test]
    fn each_word_is_another_in_its_language() {
        for language in BOTH {
            let mut words: Vec<&str> = Vec::new();
            words.extend(Outcome::ALL.iter().map(|one| outcome(*one, language)));
            words.extend(Verdict::ALL.iter().map(|one| verdict(*one, language)));
            words.extend(Certainty::ALL.iter().map(|one| certainty(*one, language)));
            let all = words.len();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), all);
        }
    }
}
