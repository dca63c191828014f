//! Everything that is wrong with a criteria set at once, for whoever is writing one.

use std::str::FromStr;

use super::check::{read_date, read_id, read_value, read_words};
use super::{CriteriaSet, Direction, Require, Tie, Unit, check};
use crate::document::{Document, Reader};
use crate::error::{Error, Problem};

impl CriteriaSet {
    /// Returns everything that is wrong with a document as a criteria set, each with its path; nothing for one that
    /// [`CriteriaSet::from_document`] reads.
    ///
    /// ```
    /// use troskel::criteria::{CriteriaSet, sets};
    /// use troskel::document::Document;
    ///
    /// let text = sets::PROMEMORIA_2018.replace("\"2018-03\"", "\"March\"").replace("\"60\"", "\"160\"");
    /// let problems = CriteriaSet::problems(&Document::from_json(&text)?);
    /// let paths: Vec<_> = problems.iter().filter_map(|error| error.place.as_ref()?.path.as_deref()).collect();
    /// assert_eq!(paths, ["date", "criteria[0].threshold.value"]);
    /// # Ok::<(), troskel::Error>(())
    /// ```
    pub fn problems(document: &Document) -> Vec<Error> {
        let mut found = Found::default();
        found.set(&Reader::new(document));
        if found.0.is_empty() {
            // What only shows in the whole: more required than there are criteria.
            found.0.extend(Self::from_document(document).err());
        }
        found.0
    }
}

/// What was found so far; every look at a part adds its first problem and goes on with the next part.
#[derive(Default)]
struct Found(Vec<Error>);

impl Found {
    fn note<T>(&mut self, read: Result<T, Error>) -> Option<T> {
        read.map_err(|error| self.0.push(error)).ok()
    }

    fn member<'a>(&mut self, object: &Reader<'a>, name: &str) -> Option<Reader<'a>> {
        self.note(object.member(name))
    }

    fn set(&mut self, set: &Reader<'_>) {
        if set.entries().map_err(|error| self.0.push(error)).is_err() {
            return;
        }
        self.note(set.only(check::SET));
        if let Some(schema) = self.note(set.optional("$schema")).flatten() {
            self.note(read_words(&schema));
        }
        if let Some(id) = self.member(set, "id") {
            self.note(read_id(&id));
        }
        if let Some(date) = self.member(set, "date") {
            self.note(read_date(&date));
        }
        self.texts(set, "name", check::LONGEST_LABEL);
        self.source(set);
        if let Some(reading) = self.member(set, "reading") {
            self.note(reading.only(check::READING));
            self.point::<Tie>(&reading, "tie");
            self.point::<Require>(&reading, "require");
        }
        if let Some(criteria) = self.member(set, "criteria") {
            self.criteria(&criteria);
        }
    }

    fn criteria(&mut self, list: &Reader<'_>) {
        let Some(items) = self.note(list.items()) else { return };
        self.note(check::count(list, items.len()));
        let mut ids: Vec<String> = Vec::new();
        for item in &items {
            if self.note(item.entries()).is_none() {
                continue;
            }
            self.criterion(item);
            let Ok(id) = item.member("id") else { continue };
            let Ok(text) = read_id(&id) else { continue };
            if ids.contains(&text) {
                self.0.push(id.error(Problem::DuplicateId { id: text.clone() }));
            }
            ids.push(text);
        }
    }

    fn criterion(&mut self, item: &Reader<'_>) {
        self.note(item.only(check::CRITERION));
        if let Some(id) = self.member(item, "id") {
            self.note(read_id(&id));
        }
        self.texts(item, "label", check::LONGEST_LABEL);
        self.texts(item, "definition", check::LONGEST_TEXT);
        let unit = self.member(item, "unit").and_then(|unit| self.note(unit.parse()));
        if let Some(direction) = self.member(item, "direction") {
            self.note(direction.parse::<Direction>());
        }
        if let Some(tie) = self.note(item.optional("tie")).flatten() {
            self.note(tie.parse::<Tie>());
        }
        if let Some(threshold) = self.member(item, "threshold") {
            self.cited(&threshold, unit);
        }
        if let Some(average) = self.note(item.optional("nationalAverage")).flatten() {
            self.cited(&average, unit);
        }
    }

    /// Looks at a number with its source; where the unit can't be read, a percentage's range is not held against it.
    fn cited(&mut self, cited: &Reader<'_>, unit: Option<Unit>) {
        if self.note(cited.only(check::CITED)).is_none() {
            return;
        }
        if let (Some(value), Some(unit)) = (self.member(cited, "value"), unit) {
            self.note(read_value(&value, unit));
        }
        self.source(cited);
    }

    fn point<T: FromStr<Err = Error>>(&mut self, reading: &Reader<'_>, name: &str) {
        let Some(point) = self.member(reading, name) else { return };
        if self.note(point.only(check::POINT)).is_none() {
            return;
        }
        if let Some(value) = self.member(&point, "value") {
            self.note(value.parse::<T>());
        }
        if let Some(settled) = self.member(&point, "settled") {
            self.note(settled.flag());
        }
        self.source(&point);
    }

    fn source(&mut self, of: &Reader<'_>) {
        let Some(source) = self.member(of, "source") else { return };
        if self.note(source.only(check::SOURCE)).is_none() {
            return;
        }
        self.texts(&source, "text", check::LONGEST_TEXT);
        if let Some(quote) = self.note(source.optional("quote")).flatten() {
            self.note(read_words(&quote));
        }
        if let Some(url) = self.note(source.optional("url")).flatten() {
            self.note(check::read_url(&url));
        }
    }

    fn texts(&mut self, of: &Reader<'_>, name: &str, longest: usize) {
        let Some(text) = self.member(of, name) else { return };
        if self.note(text.only(check::LANGUAGES)).is_none() {
            return;
        }
        for language in check::LANGUAGES {
            if let Some(words) = self.member(&text, language) {
                self.note(words.words(longest));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::sets;

    fn paths(text: &str) -> Vec<(String, &'static str)> {
        let document = Document::from_json(text).unwrap();
        let path =
            |error: &Error| error.place.as_ref().and_then(|place| place.path.clone()).unwrap_or_default();
        CriteriaSet::problems(&document).iter().map(|error| (path(error), error.code())).collect()
    }

    #[test]
    fn a_set_that_is_read_has_none() {
        for text in [sets::PROMEMORIA_2018, sets::SCB_2012] {
            assert_eq!(paths(text), []);
        }
    }

    #[test]
    fn each_is_told_with_its_place() {
        let text = sets::PROMEMORIA_2018
            .replace("\"2018-03\"", "\"mars\"")
            .replace("\"id\": \"turnout\"", "\"id\": \"employment\"")
            .replace("\"Förvärvsintensitet\"", "\" \"")
            .replace("\"Employment rate\"", "\"\"")
            .replacen("\"below\"", "\"under\"", 1)
            .replace("\"value\": \"60\"", "\"value\": 60")
            .replacen("\"source\": {", "\"from\": {", 2);
        let expected = [
            ("$", "unknown-member"),
            ("date", "bad-date"),
            ("$", "missing-member"),
            ("reading.tie", "unknown-member"),
            ("criteria[0].label.sv", "empty-text"),
            ("criteria[0].label.en", "empty-text"),
            ("criteria[0].direction", "unknown-word"),
            ("criteria[0].threshold.value", "wrong-kind"),
            ("criteria[3].id", "duplicate-id"),
        ];
        let expected: Vec<_> = expected.map(|(path, code)| (path.to_owned(), code)).into();
        assert_eq!(paths(&text), expected);
    }

    #[test]
    fn what_shows_only_in_the_whole_is_told_too() {
        let text = sets::PROMEMORIA_2018.replace("\"value\": \"all\"", "\"value\": \"5\"");
        assert_eq!(paths(&text), [("reading.require.value".to_owned(), "require-out-of-range")]);
        assert_eq!(paths("[]"), [("$".to_owned(), "wrong-kind")]);
    }
}
