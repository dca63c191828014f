//! Reading a criteria set out of a document, and refusing what is not one, with the place.

use super::{Cited, CriteriaSet, Criterion, Direction, Point, Source, Text, Unit};
use crate::document::{Document, Reader};
use crate::error::{Error, Problem};
use crate::figure::Decimal;

const MOST_CRITERIA: usize = 16;
const LONGEST_LABEL: usize = 120;
const LONGEST_TEXT: usize = 2_000;

impl CriteriaSet {
    /// Reads a criteria set out of a document.
    ///
    /// # Errors
    /// The first thing that is wrong, with its path: a missing, unknown or mistyped member, an unknown word, an id
    /// that is malformed or stands there twice, a threshold outside the unit's range, a missing source.
    pub fn from_document(document: &Document) -> Result<Self, Error> {
        let set = Reader::new(document);
        set.only(&["$schema", "id", "date", "name", "source", "reading", "criteria"])?;
        if let Some(schema) = set.optional("$schema")? {
            schema.words(LONGEST_TEXT)?;
        }
        let reading = set.member("reading")?;
        reading.only(&["tie", "require"])?;
        let list = set.member("criteria")?;
        let items = list.items()?;
        if items.is_empty() || items.len() > MOST_CRITERIA {
            return Err(list.error(Problem::CriteriaOutOfRange { found: items.len(), most: MOST_CRITERIA }));
        }
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

fn read_criterion(item: &Reader<'_>) -> Result<Criterion, Error> {
    item.only(&["id", "label", "definition", "unit", "direction", "tie", "threshold", "nationalAverage"])?;
    let unit = match word(&item.member("unit")?, &["percent", "persons"])? {
        "percent" => Unit::Percent,
        _ => Unit::Persons,
    };
    let direction = match word(&item.member("direction")?, &["below", "above"])? {
        "below" => Direction::Below,
        _ => Direction::Above,
    };
    Ok(Criterion {
        id: read_id(&item.member("id")?)?,
        label: read_text(&item.member("label")?, LONGEST_LABEL)?,
        definition: read_text(&item.member("definition")?, LONGEST_TEXT)?,
        unit,
        direction,
        tie: item.optional("tie")?.map(|tie| tie.parse()).transpose()?,
        threshold: read_cited(&item.member("threshold")?, unit)?,
        national_average: item
            .optional("nationalAverage")?
            .map(|cited| read_cited(&cited, unit))
            .transpose()?,
    })
}

fn read_cited(cited: &Reader<'_>, unit: Unit) -> Result<Cited, Error> {
    cited.only(&["value", "source"])?;
    let reader = cited.member("value")?;
    let value: Decimal = reader.parse()?;
    unit.accept(value).map_err(|error| reader.error(error.problem))?;
    Ok(Cited { value, source: read_source(&cited.member("source")?)? })
}

fn read_point<T: std::str::FromStr<Err = Error>>(point: &Reader<'_>) -> Result<Point<T>, Error> {
    point.only(&["value", "settled", "source"])?;
    Ok(Point {
        value: point.member("value")?.parse()?,
        settled: point.member("settled")?.flag()?,
        source: read_source(&point.member("source")?)?,
    })
}

fn read_source(source: &Reader<'_>) -> Result<Source, Error> {
    source.only(&["text", "quote", "url"])?;
    let url = source.optional("url")?;
    if let Some(url) = &url {
        let address = url.words(LONGEST_TEXT)?;
        if !address.starts_with("https://") {
            return Err(url.error(Problem::unknown_word(&address, &["https://…"])));
        }
    }
    Ok(Source {
        text: read_text(&source.member("text")?, LONGEST_TEXT)?,
        quote: source.optional("quote")?.map(|quote| quote.words(LONGEST_TEXT)).transpose()?,
        url: url.map(|url| url.words(LONGEST_TEXT)).transpose()?,
    })
}

fn read_text(text: &Reader<'_>, longest: usize) -> Result<Text, Error> {
    text.only(&["sv", "en"])?;
    Ok(Text { sv: text.member("sv")?.words(longest)?, en: text.member("en")?.words(longest)? })
}

fn read_id(id: &Reader<'_>) -> Result<String, Error> {
    let text = id.words(64)?;
    let shaped = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if shaped { Ok(text) } else { Err(id.error(Problem::BadId { text })) }
}

fn read_date(date: &Reader<'_>) -> Result<String, Error> {
    let text = date.words(10)?;
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let within =
        |part: &str, most: u8| digits(part, 2) && part.parse().is_ok_and(|n: u8| (1..=most).contains(&n));
    let shaped = match parts.as_slice() {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && within(month, 12),
        [year, month, day] => digits(year, 4) && within(month, 12) && within(day, 31),
        _ => false,
    };
    if shaped { Ok(text) } else { Err(date.error(Problem::BadDate { text })) }
}

fn word<'a>(reader: &Reader<'a>, known: &[&str]) -> Result<&'a str, Error> {
    let text = reader.text()?;
    if known.contains(&text) { Ok(text) } else { Err(reader.error(Problem::unknown_word(text, known))) }
}
