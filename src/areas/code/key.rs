//! Keys: which code a name stands for, so that files by name and files by code join; and which areas lie in which others.

use std::collections::{BTreeMap, BTreeSet};

use super::portion::Portion;
use super::{Division, municipality_of_name};
use crate::error::{Error, Problem, Quantity};

/// As many names are kept; the country has some 3 400, a key of several years' divisions a few times as many.
const MOST: usize = 200_000;

/// Codes of areas by municipality and name.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Key {
    /// `None` where a name stands for several codes.
    codes: BTreeMap<(String, String), Option<String>>,
    /// The wholes that each part lies in: of a `DeSO` the `RegSO` that was said first, or all with their portions.
    wholes: BTreeMap<String, Vec<(String, Portion)>>,
    /// The `RegSO` of which a `DeSO` is said to lie in another as well.
    doubtful: BTreeSet<String>,
    /// The divisions of the parts.
    divisions: BTreeSet<Division>,
    /// The names of codes as they are written.
    names: BTreeMap<String, String>,
    /// The other way round, once all is known.
    parts: BTreeMap<String, Vec<(String, Portion)>>,
}

impl Key {
    /// Keeps that an area's code has this name, with or without its municipality before it.
    ///
    /// # Errors
    ///
    /// `too-large` beyond as many names as any division has.
    pub(in crate::areas) fn learn(&mut self, code: &str, name: &str) -> Result<(), Error> {
        let (Some(municipality), false) = (code.get(..4), name.trim().is_empty()) else { return Ok(()) };
        let name = match parts(name) {
            Some((of, inside)) if of == municipality => inside,
            _ => name,
        };
        self.names.entry(code.to_owned()).or_insert_with(|| name.trim().to_owned());
        let known = self.codes.entry((municipality.to_owned(), plain(name)));
        let same = known.or_insert_with(|| Some(code.to_owned()));
        if same.as_deref().is_some_and(|same| same != code) {
            *same = None;
        }
        self.bounded()
    }

    /// Keeps that a `DeSO` lies in a `RegSO`.
    ///
    /// # Errors
    ///
    /// As [`learn`](Self::learn).
    pub(in crate::areas) fn learn_part(&mut self, part: &str, whole: &str) -> Result<(), Error> {
        self.divisions.insert(Division::Deso);
        let known = self.wholes.entry(part.to_owned()).or_default();
        match known.first() {
            None => known.push((whole.to_owned(), Portion::WHOLE)),
            // Which of them lacks the part can't be told, so that neither can be put together.
            Some((known, _)) if known != whole => self.doubtful.extend([known.clone(), whole.to_owned()]),
            Some(_) => {}
        }
        self.bounded()
    }

    /// Keeps which portion of a part of that division lies in a whole.
    pub(in crate::areas) fn learn_portion(
        &mut self,
        part: &str,
        division: Division,
        whole: &str,
        portion: Portion,
    ) {
        self.divisions.insert(division);
        self.wholes.entry(part.to_owned()).or_default().push((whole.to_owned(), portion));
    }

    /// Keeps all that another key has.
    ///
    /// # Errors
    ///
    /// As [`learn`](Self::learn).
    pub(in crate::areas) fn add(&mut self, other: Self) -> Result<(), Error> {
        for (name, code) in other.codes {
            let same = self.codes.entry(name).or_insert_with(|| code.clone());
            if *same != code {
                *same = None;
            }
        }
        self.doubtful.extend(other.doubtful);
        for (part, wholes) in other.wholes {
            for (whole, _) in wholes {
                self.learn_part(&part, &whole)?;
            }
        }
        for (code, name) in other.names {
            self.names.entry(code).or_insert(name);
        }
        self.bounded()
    }

    /// Puts together which parts each `RegSO` has, once everything is learnt.
    pub(in crate::areas) fn close(&mut self) {
        for (part, wholes) in &self.wholes {
            for (whole, portion) in wholes {
                self.parts.entry(whole.clone()).or_default().push((part.clone(), *portion));
            }
        }
    }

    /// Tells whether areas of the division are its parts.
    pub(in crate::areas) fn divides(&self, division: Division) -> bool {
        self.divisions.contains(&division)
    }

    /// Returns the wholes that a part lies in, unless they are in doubt.
    pub(in crate::areas) fn wholes(&self, part: &str) -> impl Iterator<Item = &str> {
        let wholes = self.wholes.get(part).into_iter().flatten().map(|(whole, _)| whole.as_str());
        wholes.filter(|whole| !self.doubtful.contains(*whole))
    }

    /// Returns the parts of a whole, all that the key has, each with the portion of it that lies there.
    pub(in crate::areas) fn parts(&self, whole: &str) -> impl Iterator<Item = (&str, Portion)> {
        self.parts.get(whole).into_iter().flatten().map(|(part, portion)| (part.as_str(), *portion))
    }

    /// Returns the name of a code.
    pub(in crate::areas) fn name(&self, code: &str) -> Option<&str> {
        self.names.get(code).map(String::as_str)
    }

    /// Returns the code of an area known as `Upplands Väsby (Bollstanäs)`; none if the key has several.
    pub(in crate::areas) fn code(&self, name: &str) -> Option<&str> {
        let (municipality, inside) = parts(name)?;
        self.codes.get(&(municipality.to_owned(), plain(inside)))?.as_deref()
    }

    /// Tells whether nothing is known.
    pub(in crate::areas) fn is_empty(&self) -> bool {
        self.codes.is_empty() && self.wholes.is_empty()
    }

    fn bounded(&self) -> Result<(), Error> {
        if self.codes.len() > MOST || self.wholes.len() > MOST {
            let limit = crate::table::wide(MOST);
            return Err(Problem::TooLarge { what: Quantity::Areas, limit }.into());
        }
        Ok(())
    }
}

/// Splits `Upplands Väsby (Bollstanäs)` into the municipality's code and the name inside it.
pub(in crate::areas) fn parts(name: &str) -> Option<(&'static str, &str)> {
    let (municipality, inside) = name.trim().split_once(" (")?;
    Some((municipality_of_name(municipality)?, inside.strip_suffix(')')?))
}

/// Writes a name so that case and runs of blanks don't tell two apart.
pub(in crate::areas) fn plain(name: &str) -> String {
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

    #[test]
    fn more_names_or_parts_than_any_division_has_are_refused() {
        let (mut names, mut parts) = (Key::default(), Key::default());
        let code = |at: usize| format!("0114{at:06}");
        for at in 0..MOST {
            names.learn(&code(at), &at.to_string()).unwrap();
            parts.learn_part(&code(at), "0114R001").unwrap();
        }
        assert_eq!(names.learn(&code(MOST), "en till").unwrap_err().code(), "too-large");
        assert_eq!(parts.learn_part(&code(MOST), "0114R001").unwrap_err().code(), "too-large");
    }
}
