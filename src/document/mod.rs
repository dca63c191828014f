//! A JSON document as plain data: read with a path at each error, and written in the one canonical form.
//!
//! Criteria sets, decision records and saved work are documents. They hold no fractions: an exact number is text.
//! So no number ever passes through a float, and the canonical form ([RFC 8785]) is only sorted names and escaped
//! text. [`Document::hash`] is SHA-256 over that form.
//!
//! [RFC 8785]: https://www.rfc-editor.org/rfc/rfc8785

mod build;
mod canonical;
mod deserialize;
mod json;
mod reader;
mod serialize;

pub(crate) use canonical::hex;
#[cfg(feature = "tables")]
pub(crate) use canonical::quoted;
pub use json::{Unwritable, to_json};
pub use reader::Reader;

use crate::error::JsonType;
#[cfg(any(feature = "tables", test))]
use crate::error::{Error, Place, Problem};

/// A JSON value without fractions; the members of an object keep their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(String),
    /// An array.
    List(Vec<Document>),
    /// An object.
    Map(Vec<(String, Document)>),
}

impl Document {
    /// How deep a document may be nested.
    pub const MAX_DEPTH: usize = 32;
    /// The largest whole number, 2⁵³ − 1: beyond it JSON's readers disagree, and so would the hashes.
    pub const MAX_INTEGER: u64 = 9_007_199_254_740_991;

    /// Makes an object.
    pub fn map<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Map(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// Makes a list.
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::List(items.into_iter().collect())
    }

    /// Makes a text from anything that can be written.
    pub fn text(value: &(impl ToString + ?Sized)) -> Self {
        Self::Text(value.to_string())
    }

    /// Makes a text, or `null` where there is none.
    pub fn optional(value: Option<&(impl ToString + ?Sized)>) -> Self {
        value.map_or(Self::Null, Self::text)
    }

    /// Reads JSON text.
    ///
    /// # Errors
    /// `not-json` with the line, for what is not JSON, nested deeper than [`Document::MAX_DEPTH`], names a member
    /// twice, or holds a number with a fraction or beyond [`Document::MAX_INTEGER`].
    ///
    /// ```
    /// use troskel::document::Document;
    ///
    /// assert!(Document::from_json(r#"{"threshold": "60"}"#).is_ok());
    /// assert_eq!(Document::from_json(r#"{"threshold": 60.5}"#).unwrap_err().code(), "not-json");
    /// ```
    #[cfg(any(feature = "tables", test))]
    pub fn from_json(text: &str) -> Result<Self, Error> {
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            Error::from(Problem::NotJson { reason: error.to_string() })
                .at(Place { line: u64::try_from(error.line()).ok(), ..Place::default() })
        })
    }

    /// Returns what the value is.
    pub fn kind(&self) -> JsonType {
        match self {
            Self::Null => JsonType::Null,
            Self::Flag(_) => JsonType::Boolean,
            Self::Integer(_) => JsonType::Number,
            Self::Text(_) => JsonType::Text,
            Self::List(_) => JsonType::List,
            Self::Map(_) => JsonType::Object,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_json_holds_and_a_document_does_not_is_refused_with_its_line() {
        let p = |text: &str| Document::from_json(text).map_err(|error| error.to_string());
        assert_eq!(p("9007199254740991"), Ok(Document::Integer(9_007_199_254_740_991)));
        assert_eq!(p("-9007199254740991"), Ok(Document::Integer(-9_007_199_254_740_991)));
        for number in ["9007199254740992", "-9007199254740992", "18446744073709551615", "60.5"] {
            let error = p(&format!("[\n{number}]")).unwrap_err();
            assert!(error.starts_with("line 2: ") && error.contains("must be text"), "{error}");
        }
        let nested = |depth: usize| p(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        assert!(nested(Document::MAX_DEPTH).is_ok());
        assert!(nested(Document::MAX_DEPTH + 1).unwrap_err().contains("nested deeper than 32"));
        let kind = serde_json::from_str::<Document>("").unwrap_err().to_string();
        assert!(kind.contains("EOF"), "{kind}");
    }
}
