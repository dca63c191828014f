//! Keys: which code a name stands for, so that files by name and files by code join.

use std::collections::BTreeMap;

use super::code::municipality_of_name;
use crate::error::{Error, Problem, Quantity};

/// As many names are kept; the country has some 3 400, a key of several years' divisions a few times as many.
const MOST: usize = 200_000;

/// Codes of areas by municipality and name.
#[derive(Debug, Clone, Default)]
pub(super) struct Key {
    /// `None` where a name stands for several codes.
    codes: BTreeMap<(String, String), Option<String>>,
}

impl Key {
    /// Keeps that an area's code has this name, with or without its municipality before it.
    ///
    /// # Errors
    ///
    /// `too-large` beyond as many names as any division has.
    pub(super) fn learn(&mut self, code: &str, name: &str) -> Result<(), Error> {
        let (Some(municipality), false) = (code.get(..4), name.trim().is_empty()) else { return Ok(()) };
        let name = match parts(name) {
            Some((of, inside)) if of == municipality => inside,
            _ => name,
        };
        let known = self.codes.entry((municipality.to_owned(), plain(name)));
        let same = known.or_insert_with(|| Some(code.to_owned()));
        if same.as_deref().is_some_and(|same| same != code) {
            *same = None;
        }
        self.bounded()
    }

    /// Keeps all that another key has.
    ///
    /// # Errors
    ///
    /// As [`learn`](Self::learn).
    pub(super) fn add(&mut self, other: Self) -> Result<(), Error> {
        for (name, code) in other.codes {
            let same = self.codes.entry(name).or_insert_with(|| code.clone());
            if *same != code {
                *same = None;
            }
        }
        self.bounded()
    }

    /// Returns the code of an area known as `Upplands Väsby (Bollstanäs)`; none if the key has several.
    pub(super) fn code(&self, name: &str) -> Option<&str> {
        let (municipality, inside) = parts(name)?;
        self.codes.get(&(municipality.to_owned(), plain(inside)))?.as_deref()
    }

    /// Tells whether there is no name.
    pub(super) fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    fn bounded(&self) -> Result<(), Error> {
        if self.codes.len() > MOST {
            let limit = crate::table::wide(MOST);
            return Err(Problem::TooLarge { what: Quantity::Areas, limit }.into());
        }
        Ok(())
    }
}

/// Splits `Upplands Väsby (Bollstanäs)` into the municipality's code and the name inside it.
fn parts(name: &str) -> Option<(&'static str, &str)> {
    let (municipality, inside) = name.trim().split_once(" (")?;
    Some((municipality_of_name(municipality)?, inside.strip_suffix(')')?))
}

/// Writes a name so that case and runs of blanks don't tell two apart.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_its_municipality_only() {
        let mut key = Key::default();
        key.learn("0114R001", "Bollstanäs").unwrap();
        key.learn("0114R002", "Upplands Väsby (Sörby (norra))").unwrap();
        assert_eq!(key.code("Upplands Väsby (Bollstanäs)"), Some("0114R001"));
        assert_eq!(key.code("Upplands Väsby ( bollstanäs )"), Some("0114R001"));
        assert_eq!(key.code("Upplands Väsby (Sörby (norra))"), Some("0114R002"));
        assert_eq!(key.code("Vallentuna (Bollstanäs)"), None);
        assert_eq!(key.code("Bollstanäs"), None);
    }

    #[test]
    fn a_name_of_two_codes_gives_neither() {
        let (mut key, mut other) = (Key::default(), Key::default());
        key.learn("0114R001", "Centrum").unwrap();
        other.learn("0114R009", "Centrum").unwrap();
        other.learn("0115R001", "Centrum").unwrap();
        key.add(other).unwrap();
        assert_eq!(key.code("Upplands Väsby (Centrum)"), None);
        assert_eq!(key.code("Vallentuna (Centrum)"), Some("0115R001"));
    }
}
