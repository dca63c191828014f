//! The two languages of the command line.

/// The language of texts for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// Swedish.
    Swedish,
    /// English.
    English,
}

impl Language {
    /// Returns the language of a tag or a locale such as `sv`, `sv_SE.UTF-8` or `C`.
    pub(super) fn of(tag: &str) -> Self {
        match tag.split(['_', '-', '.', '@']).next() {
            Some("sv") => Self::Swedish,
            _ => Self::English,
        }
    }

    /// Returns the one of two that is in this language.
    pub(super) fn choose<T>(self, swedish: T, english: T) -> T {
        match self {
            Self::Swedish => swedish,
            Self::English => english,
        }
    }

    /// Returns the text in this language.
    pub(super) fn of_text(self, text: &troskel::criteria::Text) -> &str {
        self.choose(&text.sv, &text.en)
    }
}
