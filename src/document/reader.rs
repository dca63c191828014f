//! Reading a document with the path at hand, so that an error points at the place.

use std::str::FromStr;

use super::Document;
use crate::error::{Error, JsonType, Place, Problem};

/// A value in a document and its path.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    value: &'a Document,
    path: String,
}

impl<'a> Reader<'a> {
    /// Starts at the whole document.
    pub fn new(document: &'a Document) -> Self {
        Self { value: document, path: String::new() }
    }

    /// Returns the value as it stands.
    pub fn value(&self) -> &'a Document {
        self.value
    }

    /// Makes an error of what is wrong here.
    pub fn error(&self, problem: Problem) -> Error {
        let path = if self.path.is_empty() { "$".to_owned() } else { self.path.clone() };
        Error::from(problem).at(Place { path: Some(path), ..Place::default() })
    }

    /// Returns the member of an object.
    ///
    /// # Errors
    /// `wrong-kind` where this is no object, `missing-member` where it has none of that name.
    pub fn member(&self, name: &str) -> Result<Self, Error> {
        self.optional(name)?.ok_or_else(|| self.error(Problem::MissingMember { name: name.to_owned() }))
    }

    /// Returns the member of an object, or `None` where it is absent or null.
    ///
    /// # Errors
    /// `wrong-kind` where this is no object.
    pub fn optional(&self, name: &str) -> Result<Option<Self>, Error> {
        let found = self.members()?.iter().find(|(found, _)| found == name);
        Ok(found.filter(|(_, value)| *value != Document::Null).map(|(_, value)| {
            let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
            Self { value, path }
        }))
    }

    /// Refuses members of other names, which are most often misspelt ones.
    ///
    /// # Errors
    /// `wrong-kind` and `unknown-member`.
    pub fn only(&self, names: &[&str]) -> Result<(), Error> {
        match self.members()?.iter().find(|(name, _)| !names.contains(&name.as_str())) {
            Some((name, _)) => Err(self.error(Problem::UnknownMember { name: name.clone() })),
            None => Ok(()),
        }
    }

    /// Returns the items of an array.
    ///
    /// # Errors
    /// `wrong-kind`.
    pub fn items(&self) -> Result<Vec<Self>, Error> {
        let Document::List(items) = self.value else { return Err(self.wrong_kind(JsonType::List)) };
        let item = |(nth, value)| Self { value, path: format!("{}[{nth}]", self.path) };
        Ok(items.iter().enumerate().map(item).collect())
    }

    /// Returns the members of an object by name, in their order.
    ///
    /// # Errors
    /// `wrong-kind`.
    pub fn entries(&self) -> Result<Vec<(&'a str, Self)>, Error> {
        let entry = |(name, value): &'a (String, Document)| {
            let path = if self.path.is_empty() { name.clone() } else { format!("{}.{name}", self.path) };
            (name.as_str(), Self { value, path })
        };
        Ok(self.members()?.iter().map(entry).collect())
    }

    /// Returns the text.
    ///
    /// # Errors
    /// `wrong-kind`.
    pub fn text(&self) -> Result<&'a str, Error> {
        let Document::Text(text) = self.value else { return Err(self.wrong_kind(JsonType::Text)) };
        Ok(text)
    }

    /// Returns the text, which must not be blank nor longer than `longest` characters.
    ///
    /// # Errors
    /// `wrong-kind`, `empty-text` and `too-long`.
    pub fn words(&self, longest: usize) -> Result<String, Error> {
        let text = self.text()?;
        if text.trim().is_empty() {
            return Err(self.error(Problem::EmptyText));
        }
        if text.chars().count() > longest {
            return Err(self.error(Problem::TooLong { longest }));
        }
        Ok(text.to_owned())
    }

    /// Reads the text as a value.
    ///
    /// # Errors
    /// `wrong-kind`, and those of the value, with the path.
    pub fn parse<T: FromStr<Err = Error>>(&self) -> Result<T, Error> {
        self.text()?.parse().map_err(|error: Error| self.error(error.problem))
    }

    /// Returns the flag.
    ///
    /// # Errors
    /// `wrong-kind`.
    pub fn flag(&self) -> Result<bool, Error> {
        let Document::Flag(flag) = self.value else { return Err(self.wrong_kind(JsonType::Boolean)) };
        Ok(*flag)
    }

    /// Returns the number, which must be whole and not negative.
    ///
    /// # Errors
    /// `wrong-kind`.
    pub fn whole(&self) -> Result<usize, Error> {
        let Document::Integer(number) = self.value else {
            return Err(self.wrong_kind(JsonType::WholeNumber));
        };
        usize::try_from(*number).map_err(|_| self.wrong_kind(JsonType::WholeNumber))
    }

    fn members(&self) -> Result<&'a [(String, Document)], Error> {
        let Document::Map(members) = self.value else { return Err(self.wrong_kind(JsonType::Object)) };
        Ok(members)
    }

    fn wrong_kind(&self, expected: JsonType) -> Error {
        self.error(Problem::WrongKind { found: self.value.kind(), expected })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_carry_the_path() {
        let inner = Document::map([("threshold", Document::Integer(60))]);
        let document = Document::map([("criteria", Document::list([inner]))]);
        let items = Reader::new(&document).member("criteria").and_then(|list| list.items()).unwrap();
        let criterion = items.first().unwrap();
        let message = |error: Error| error.to_string();
        assert_eq!(
            criterion.member("threshold").unwrap().text().map_err(message),
            Err("criteria[0].threshold: wrong-kind { found: Number, expected: Text }".to_owned())
        );
        assert_eq!(
            criterion.member("id").map(|_| ()).map_err(message),
            Err("criteria[0]: missing-member { name: \"id\" }".to_owned())
        );
        assert_eq!(
            criterion.only(&["id"]).map_err(message),
            Err("criteria[0]: unknown-member { name: \"threshold\" }".to_owned())
        );
    }

    #[test]
    fn a_whole_number_is_neither_negative_nor_text() {
        let read = |number: Document| Reader::new(&number).whole().map_err(|error| error.code());
        assert_eq!([read(Document::Integer(0)), read(Document::Integer(17))], [Ok(0), Ok(17)]);
        assert_eq!([read(Document::Integer(-1)), read(Document::text("17"))], [Err("wrong-kind"); 2]);
    }
}
