//! The two languages, and text in both.

use serde::Serialize;

worded! {
    /// A language of the texts.
    pub enum Language {
        /// Swedish.
        Sv = "sv",
        /// English.
        En = "en",
    }
}

impl Language {
    /// Returns the language of a tag or a locale such as `sv`, `sv_SE.UTF-8` or `C`; English where it is another.
    pub fn of_locale(tag: &str) -> Self {
        match tag.split(['_', '-', '.', '@']).next() {
            Some("sv") => Self::Sv,
            _ => Self::En,
        }
    }

    /// Returns the one of two that is in this language.
    pub fn choose<T>(self, swedish: T, english: T) -> T {
        match self {
            Self::Sv => swedish,
            Self::En => english,
        }
    }
}

/// Text in the two languages of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Text {
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Returns the text in a language.
    pub fn of(&self, language: Language) -> &str {
        language.choose(&self.sv, &self.en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn a_text_is_given_in_the_language_that_is_named() {
        let text = Text { sv: "gräns".to_owned(), en: "threshold".to_owned() };
        let of =
            |language: &str| language.parse().map(|language| text.of(language)).map_err(|e: Error| e.code());
        assert_eq!([of("sv"), of("en"), of("de")], [Ok("gräns"), Ok("threshold"), Err("unknown-word")]);
    }

    #[test]
    fn a_locale_is_swedish_or_english() {
        let of = ["sv", "sv_SE.UTF-8", "sv-FI", "sv@x", "C", "en_GB", "svx", ""].map(Language::of_locale);
        let sv = Language::Sv;
        let en = Language::En;
        assert_eq!(of, [sv, sv, sv, sv, en, en, en, en]);
    }
}
