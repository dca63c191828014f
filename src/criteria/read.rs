//! Reading a criteria set out of a document. What is wrong is noted with its place, and reading goes on with the next
//! part: so one reader makes the set, and tells whoever is writing one all that keeps it from being a set.

use std::str::FromStr;

use super::{Citation, Cited, CriteriaSet, Criterion, Point, Points, Text, Unit};
use crate::calendar::days;
use crate::document::{Document, Reader};
use crate::error::{Error, Problem};
use crate::figure::Decimal;

const MOST_CRITERIA: usize = 16;
const LONGEST_ID: usize = 64;
const LONGEST_DATE: usize = 10;
const LONGEST_LABEL: usize = 120;
const LONGEST_TEXT: usize = 2_000;

const SET: &[&str] = &["$schema", "id", "date", "name", "source", "reading", "criteria"];
const CRITERION: &[&str] =
    &["id", "label", "definition", "unit", "direction", "tie", "threshold", "nationalAverage"];

impl CriteriaSet {
    /// Reads a criteria set out of a document.
    ///
    /// # Errors
    /// The first thing that is wrong, with its path: a missing, unknown or mistyped member, an unknown word, an id
    /// that is malformed or stands there twice, a threshold outside the unit's range, a missing source.
    pub fn from_document(document: &Document) -> Result<Self, Error> {
        let mut notes = Notes::default();
        let set = notes.set(&Reader::new(document), document);
        match (notes.0.into_iter().next(), set) {
            (None, Ok(set)) => Ok(set),
            (Some(error), _) => Err(error),
            (None, Err(Noted)) => Err(Reader::new(document).error(Problem::EmptyText)),
        }
    }

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
        let mut notes = Notes::default();
        // What can't be read is noted.
        let _ = notes.set(&Reader::new(document), document);
        notes.0
    }
}

/// Stands for what can't be read, and is noted.
#[derive(Debug, Clone, Copy)]
struct Noted;

/// What was read of a part.
type Read<T> = Result<T, Noted>;

/// What was found to be wrong so far.
#[derive(Default)]
struct Notes(Vec<Error>);

impl Notes {
    fn note<T>(&mut self, read: Result<T, Error>) -> Read<T> {
        read.map_err(|error| {
            self.0.push(error);
            Noted
        })
    }

    /// Reads a member that must be there.
    fn member<'a, T>(
        &mut self,
        object: &Reader<'a>,
        name: &str,
        read: impl FnOnce(&mut Self, &Reader<'a>) -> Read<T>,
    ) -> Read<T> {
        let member = self.note(object.member(name))?;
        read(self, &member)
    }

    /// Reads a member that may be absent; the outer `None` where it is there and wrong.
    fn optional<'a, T>(
        &mut self,
        object: &Reader<'a>,
        name: &str,
        read: impl FnOnce(&mut Self, &Reader<'a>) -> Read<T>,
    ) -> Read<Option<T>> {
        match self.note(object.optional(name))? {
            Some(member) => read(self, &member).map(Some),
            None => Ok(None),
        }
    }

    fn parsed<T: FromStr<Err = Error>>(&mut self, object: &Reader<'_>, name: &str) -> Read<T> {
        self.member(object, name, |notes, member| notes.note(member.parse()))
    }

    fn set(&mut self, set: &Reader<'_>, document: &Document) -> Read<CriteriaSet> {
        self.note(set.entries())?;
        let known = self.note(set.only(SET));
        let schema = self.optional(set, "$schema", Self::words);
        let id = self.member(set, "id", |notes, id| notes.note(read_id(id)));
        let date = self.member(set, "date", |notes, date| notes.note(read_date(date)));
        let name = self.text(set, "name", LONGEST_LABEL);
        let source = self.source(set);
        let reading = self.member(set, "reading", |notes, reading| {
            let known = notes.note(reading.only(&["tie", "require"]));
            let (tie, require) = (notes.point(reading, "tie"), notes.point(reading, "require"));
            known.and(Ok((tie?, require?)))
        });
        let criteria = self.member(set, "criteria", Self::criteria);
        let (tie, require) = known.and(schema).and(reading)?;
        let hash = document.hash();
        let read = CriteriaSet {
            id: id?,
            date: date?,
            name: name?,
            source: source?,
            reading: Points { tie, require },
            criteria: criteria?,
            hash,
        };
        // What shows only in the whole: more required than there are criteria.
        let fits = read.reading(None, None).map_err(|error| error.problem);
        self.member(set, "reading", |notes, reading| {
            notes.member(reading, "require", |notes, require| {
                notes.member(require, "value", |notes, value| {
                    notes.note(fits.map_err(|problem| value.error(problem)))
                })
            })
        })?;
        Ok(read)
    }

    fn criteria(&mut self, list: &Reader<'_>) -> Read<Vec<Criterion>> {
        let items = self.note(list.items())?;
        if !(1..=MOST_CRITERIA).contains(&items.len()) {
            let problem = Problem::CriteriaOutOfRange { found: items.len(), most: MOST_CRITERIA };
            self.0.push(list.error(problem));
        }
        let mut ids: Vec<String> = Vec::new();
        let read = items.iter().map(|item| {
            let criterion = self.criterion(item);
            if let Ok((id, text)) = item.member("id").and_then(|id| read_id(&id).map(|text| (id, text))) {
                if ids.contains(&text) {
                    self.0.push(id.error(Problem::DuplicateId { id: text.clone() }));
                }
                ids.push(text);
            }
            criterion
        });
        // All are looked at before any is missed.
        read.collect::<Vec<_>>().into_iter().collect()
    }

    fn criterion(&mut self, item: &Reader<'_>) -> Read<Criterion> {
        self.note(item.entries())?;
        let known = self.note(item.only(CRITERION));
        let id = self.member(item, "id", |notes, id| notes.note(read_id(id)));
        let label = self.text(item, "label", LONGEST_LABEL);
        let definition = self.text(item, "definition", LONGEST_TEXT);
        let unit: Read<Unit> = self.parsed(item, "unit");
        let direction = self.parsed(item, "direction");
        let tie = self.optional(item, "tie", |notes, tie| notes.note(tie.parse()));
        let threshold = self.member(item, "threshold", |notes, cited| notes.cited(cited, unit));
        let national_average =
            self.optional(item, "nationalAverage", |notes, cited| notes.cited(cited, unit));
        known?;
        Ok(Criterion {
            id: id?,
            label: label?,
            definition: definition?,
            unit: unit?,
            direction: direction?,
            tie: tie?,
            threshold: threshold?,
            national_average: national_average?,
        })
    }

    /// Reads a number with its source; where the unit can't be read, no range is held against it.
    fn cited(&mut self, cited: &Reader<'_>, unit: Read<Unit>) -> Read<Cited> {
        self.note(cited.only(&["value", "source"]))?;
        let value = self.member(cited, "value", |notes, value| match unit {
            Ok(unit) => notes.note(read_value(value, unit)),
            Err(noted) => Err(noted),
        });
        let source = self.source(cited);
        Ok(Cited { value: value?, source: source? })
    }

    fn point<T: FromStr<Err = Error>>(&mut self, reading: &Reader<'_>, name: &str) -> Read<Point<T>> {
        self.member(reading, name, |notes, point| {
            notes.note(point.only(&["value", "settled", "source"]))?;
            let value = notes.parsed(point, "value");
            let settled = notes.member(point, "settled", |notes, settled| notes.note(settled.flag()));
            let source = notes.source(point);
            Ok(Point { value: value?, settled: settled?, source: source? })
        })
    }

    fn source(&mut self, of: &Reader<'_>) -> Read<Citation> {
        self.member(of, "source", |notes, source| {
            notes.note(source.only(&["text", "quote", "url"]))?;
            let text = notes.text(source, "text", LONGEST_TEXT);
            let quote = notes.optional(source, "quote", Self::words);
            let url = notes.optional(source, "url", |notes, url| notes.note(read_url(url)));
            Ok(Citation { text: text?, quote: quote?, url: url? })
        })
    }

    fn text(&mut self, of: &Reader<'_>, name: &str, longest: usize) -> Read<Text> {
        self.member(of, name, |notes, text| {
            notes.note(text.only(&["sv", "en"]))?;
            let mut words =
                |language| notes.member(text, language, |notes, text| notes.note(text.words(longest)));
            let (sv, en) = (words("sv"), words("en"));
            Ok(Text { sv: sv?, en: en? })
        })
    }

    fn words(&mut self, words: &Reader<'_>) -> Read<String> {
        self.note(words.words(LONGEST_TEXT))
    }
}

fn read_value(reader: &Reader<'_>, unit: Unit) -> Result<Decimal, Error> {
    let value: Decimal = reader.parse()?;
    unit.accept(value).map_err(|error| reader.error(error.problem))?;
    Ok(value)
}

fn read_url(url: &Reader<'_>) -> Result<String, Error> {
    let address = url.words(LONGEST_TEXT)?;
    if address.starts_with("https://") {
        return Ok(address);
    }
    Err(url.error(Problem::unknown_word(&address, &["https://…"])))
}

fn read_id(id: &Reader<'_>) -> Result<String, Error> {
    let text = id.words(LONGEST_ID)?;
    let shaped = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if shaped { Ok(text) } else { Err(id.error(Problem::BadId { text })) }
}

fn read_date(date: &Reader<'_>) -> Result<String, Error> {
    let text = date.words(LONGEST_DATE)?;
    if exists(&text) { Ok(text) } else { Err(date.error(Problem::BadDate { text })) }
}

/// Tells whether a text is a year, a month or a day that there is.
fn exists(date: &str) -> bool {
    let number = |part: &str, length: usize| {
        let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let mut parts = date.split('-');
    let Some(year) = parts.next().and_then(|part| number(part, 4)) else { return false };
    let Some(month) = parts.next() else { return true };
    let month = number(month, 2).and_then(|month| u8::try_from(month).ok());
    let Some(days) = month.and_then(|month| days(year, month)) else { return false };
    let Some(day) = parts.next() else { return true };
    number(day, 2).is_some_and(|day| (1..=days.into()).contains(&day)) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::sets;

    #[test]
    fn an_id_begins_with_a_letter_and_has_no_other_signs() {
        let read = |id: &str| read_id(&Reader::new(&Document::text(id))).map_err(|error| error.code());
        assert_eq!(read("low-education-2"), Ok("low-education-2".to_owned()));
        for id in ["2-low", "-low", "Low", "low education", "låg", "low_education"] {
            assert_eq!(read(id), Err("bad-id"), "{id}");
        }
    }

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
