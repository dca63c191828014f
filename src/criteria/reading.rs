//! How the points are read that a source leaves open.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::Citation;
use crate::error::{Error, Problem};

worded! {
    /// Whether a figure exactly on the threshold counts as met.
    pub enum Tie {
        /// It does not count.
        Strict = "strict",
        /// It counts.
        Inclusive = "inclusive",
    }
}

/// How many of the criteria must be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Require {
    /// All of them.
    All,
    /// At least one.
    Any,
    /// At least so many.
    AtLeast(u8),
}

/// A reading of a criteria set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Reading {
    /// Whether a figure exactly on the threshold counts, where a criterion does not settle it.
    pub tie: Tie,
    /// How many criteria must be met.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub require: Require,
}

/// A point of a rule: what the source settles, or a default for what it leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Point<T> {
    /// What the source settles, or the default.
    pub value: T,
    /// Whether the source settles it.
    pub settled: bool,
    /// The source's words, or that it is silent.
    pub source: Citation,
}

impl<T: Copy + PartialEq> Point<T> {
    pub(super) fn choose(&self, name: &'static str, chosen: Option<T>) -> Result<T, Error> {
        match chosen {
            Some(chosen) if self.settled && chosen != self.value => {
                Err(Problem::SettledPoint { point: name.to_owned() }.into())
            }
            Some(chosen) => Ok(chosen),
            None => Ok(self.value),
        }
    }
}

impl Require {
    /// Returns how many of `criteria` criteria must be met.
    pub fn least(self, criteria: usize) -> usize {
        match self {
            Self::All => criteria,
            Self::Any => 1,
            Self::AtLeast(least) => usize::from(least),
        }
    }
}

impl Require {
    /// Returns the same as a word where there is one: of several criteria, 1 is any and their number is all.
    pub(super) fn among(self, criteria: usize) -> Self {
        match self.least(criteria) {
            least if least == criteria => Self::All,
            1 => Self::Any,
            _ => self,
        }
    }
}

/// Reads `all`, `any`, or a whole number from 1.
impl FromStr for Require {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match (text, text.parse()) {
            ("all", _) => Ok(Self::All),
            ("any", _) => Ok(Self::Any),
            (_, Ok(least)) if least >= 1 && !text.starts_with(['+', '0']) => Ok(Self::AtLeast(least)),
            _ => Err(Problem::unknown_word(text, &["all", "any", "1", "2", "…"]).into()),
        }
    }
}

impl fmt::Display for Require {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Any => f.write_str("any"),
            Self::AtLeast(least) => least.fmt(f),
        }
    }
}

impl Serialize for Require {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_parse_and_print_back() {
        for text in ["all", "any", "1", "3", "255"] {
            assert_eq!(text.parse::<Require>().map(|require| require.to_string()), Ok(text.to_owned()));
        }
        for text in ["strict", "inclusive"] {
            assert_eq!(text.parse::<Tie>().map(|tie| tie.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "ALL", "0", "+2", "02", "256", "-1", "two"] {
            assert_eq!(text.parse::<Require>().map_err(|e| e.code()), Err("unknown-word"), "{text:?}");
        }
        let among = |text: &str| text.parse::<Require>().unwrap().among(3).to_string();
        assert_eq!(["1", "2", "3", "any", "all"].map(among), ["any", "2", "all", "any", "all"]);
        assert_eq!(Require::AtLeast(1).among(1), Require::All);
        assert_eq!("Strict".parse::<Tie>().map_err(|e| e.code()), Err("unknown-word"));
    }
}
