//! Reading a criteria set out of a document, and refusing what is not one, with the place.

use super::{Cited, CriteriaSet, Criterion, Point, Source, Text, Unit};
use crate::calendar::days;
use crate::document::{Document, Reader};
use crate::error::{Error, Problem};
use crate::figure::Decimal;

const MOST_CRITERIA: usize = 16;
pub(super) const LONGEST_LABEL: usize = 120;
pub(super) const LONGEST_TEXT: usize = 2_000;

pub(super) const SET: &[&str] = &["$schema", "id", "date", "name", "source", "reading", "criteria"];
pub(super) const READING: &[&str] = &["tie", "require"];
pub(super) const CRITERION: &[&str] =
    &["id", "label", "definition", "unit", "direction", "tie", "threshold", "nationalAverage"];
pub(super) const CITED: &[&str] = &["value", "source"];
pub(super) const POINT: &[&str] = &["value", "settled", "source"];
pub(super) const SOURCE: &[&str] = &["text", "quote", "url"];
pub(super) const LANGUAGES: &[&str] = &["sv", "en"];

impl CriteriaSet {
    /// Reads a criteria set out of a document.
    ///
    /// # Errors
    /// The first thing that is wrong, with its path: a missing, unknown or mistyped member, an unknown word, an id
    /// that is malformed or stands there twice, a threshold outside the unit's range, a missing source.
    pub fn from_document(document: &Document) -> Result<Self, Error> {
        let set = Reader::new(document);
        set.only(SET)?;
        if let Some(schema) = set.optional("$schema")? {
            read_words(&schema)?;
        }
        let reading = set.member("reading")?;
        reading.only(READING)?;
        let list = set.member("criteria")?;
        let items = list.items()?;
        count(&list, items.len())?;
        let mut criteria: Vec<Criterion> = Vec::with_capacity(items.len());
        for item in items {
            let criterion = read_criterion(&item)?;
            if criteria.iter().any(|other| other.id == criterion.id) {
                return Err(item.member("id")?.error(Problem::DuplicateId { id: criterion.id }));
            }
            criteria.push(criterion);
        }
        let set = Self {
            id: read_id(&set.member("id")?)?,
            date: read_date(&set.member("date")?)?,
            name: read_text(&set.member("name")?, LONGEST_LABEL)?,
            source: read_source(&set.member("source")?)?,
            tie: read_point(&reading.member("tie")?)?,
            require: read_point(&reading.member("require")?)?,
            criteria,
            hash: document.hash(),
        };
        let require = reading.member("require")?.member("value")?;
        set.reading(None, None).map_err(|error| require.error(error.problem))?;
        Ok(set)
    }
}

/// Refuses a list of criteria that is empty or too long.
pub(super) fn count(list: &Reader<'_>, found: usize) -> Result<(), Error> {
    if (1..=MOST_CRITERIA).contains(&found) {
        return Ok(());
    }
    Err(list.error(Problem::CriteriaOutOfRange { found, most: MOST_CRITERIA }))
}

fn read_criterion(item: &Reader<'_>) -> Result<Criterion, Error> {
    item.only(CRITERION)?;
    let unit = item.member("unit")?.parse()?;
    Ok(Criterion {
        id: read_id(&item.member("id")?)?,
        label: read_text(&item.member("label")?, LONGEST_LABEL)?,
        definition: read_text(&item.member("definition")?, LONGEST_TEXT)?,
        unit,
        direction: item.member("direction")?.parse()?,
        tie: item.optional("tie")?.map(|tie| tie.parse()).transpose()?,
        threshold: read_cited(&item.member("threshold")?, unit)?,
        national_average: item
            .optional("nationalAverage")?
            .map(|cited| read_cited(&cited, unit))
            .transpose()?,
    })
}

fn read_cited(cited: &Reader<'_>, unit: Unit) -> Result<Cited, Error> {
    cited.only(CITED)?;
    let value = read_value(&cited.member("value")?, unit)?;
    Ok(Cited { value, source: read_source(&cited.member("source")?)? })
}

pub(super) fn read_value(reader: &Reader<'_>, unit: Unit) -> Result<Decimal, Error> {
    let value: Decimal = reader.parse()?;
    unit.accept(value).map_err(|error| reader.error(error.problem))?;
    Ok(value)
}

fn read_point<T: std::str::FromStr<Err = Error>>(point: &Reader<'_>) -> Result<Point<T>, Error> {
    point.only(POINT)?;
    Ok(Point {
        value: point.member("value")?.parse()?,
        settled: point.member("settled")?.flag()?,
        source: read_source(&point.member("source")?)?,
    })
}

fn read_source(source: &Reader<'_>) -> Result<Source, Error> {
    source.only(SOURCE)?;
    Ok(Source {
        text: read_text(&source.member("text")?, LONGEST_TEXT)?,
        quote: source.optional("quote")?.as_ref().map(read_words).transpose()?,
        url: source.optional("url")?.as_ref().map(read_url).transpose()?,
    })
}

pub(super) fn read_words(words: &Reader<'_>) -> Result<String, Error> {
    words.words(LONGEST_TEXT)
}

pub(super) fn read_url(url: &Reader<'_>) -> Result<String, Error> {
    let address = read_words(url)?;
    if address.starts_with("https://") {
        return Ok(address);
    }
    Err(url.error(Problem::unknown_word(&address, &["https://…"])))
}

fn read_text(text: &Reader<'_>, longest: usize) -> Result<Text, Error> {
    text.only(LANGUAGES)?;
    Ok(Text { sv: text.member("sv")?.words(longest)?, en: text.member("en")?.words(longest)? })
}

pub(super) fn read_id(id: &Reader<'_>) -> Result<String, Error> {
    let text = id.words(64)?;
    let shaped = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if shaped { Ok(text) } else { Err(id.error(Problem::BadId { text })) }
}

pub(super) fn read_date(date: &Reader<'_>) -> Result<String, Error> {
    let text = date.words(10)?;
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

    #[test]
    fn an_id_begins_with_a_letter_and_has_no_other_signs() {
        let read = |id: &str| read_id(&Reader::new(&Document::text(id))).map_err(|error| error.code());
        assert_eq!(read("low-education-2"), Ok("low-education-2".to_owned()));
        for id in ["2-low", "-low", "Low", "low education", "låg", "low_education"] {
            assert_eq!(read(id), Err("bad-id"), "{id}");
        }
    }
}
