//! A person's work as one document: what the page keeps, exports as a file, puts into a link and prints as a record.
//!
//! All that was typed stays text, as it was given. What of it can't be read is told when it is assessed, not here.

use std::collections::BTreeMap;

use serde::Serialize;

use super::answer::Answer;
use crate::criteria::{Require, Tie};
use crate::document::{Document, Reader};
use crate::error::{Error, Problem, Quantity};
use crate::figure::Given;

/// The word that marks the document of a work.
const FORMAT: &str = "troskel-work";
/// The version of its shape.
const VERSION: i64 = 1;
/// The longest name of an area or a scenario, in characters.
pub(super) const LONGEST_NAME: usize = 120;
/// The longest figure as typed, in characters.
pub(super) const LONGEST_FIGURE: usize = 64;
/// The longest note at a figure, in characters.
pub(super) const LONGEST_NOTE: usize = 200;
/// The longest note of where a figure was found: it has room for the address of a question to a statistics service, and
/// for the hash of the answer.
pub(super) const LONGEST_SOURCE: usize = 1_000;
/// The most figures of an area.
pub(super) const MOST_FIGURES: usize = 64;
/// The most scenarios.
pub(super) const MOST_SCENARIOS: usize = 1_000;

/// An area's figures with the reading and the scenarios that a person made of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null, hashmap_as_object))]
pub struct Work {
    /// The criteria set.
    pub criteria: SetReference,
    /// The reading that was chosen.
    pub reading: ChosenReading,
    /// Which area it is.
    pub area: AreaNote,
    /// The figures by criterion id; those of criteria that the set does not have are kept.
    pub figures: BTreeMap<String, Entry>,
    /// What the figures came to when the work was kept or shared.
    pub answer: Option<Answer>,
    /// The scenarios, in the person's order.
    pub scenarios: Vec<Scenario>,
}

/// A criteria set by id and hash, and the whole set where it does not come with the product.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
pub struct SetReference {
    /// The id; empty only where a damaged link lost it.
    pub id: String,
    /// SHA-256 over the set's canonical form, in hexadecimal; empty only where a damaged link lost it.
    pub hash: String,
    /// The set itself.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "CriteriaSet | null"))]
    pub set: Option<Document>,
}

/// A reading as it was chosen; null is the set's own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
pub struct ChosenReading {
    /// Whether a figure exactly on the threshold counts.
    pub tie: Option<Tie>,
    /// How many criteria must be met.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub require: Option<Require>,
}

/// Which area it is, as far as the person says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct AreaNote {
    /// The name; empty for none.
    pub name: String,
    /// The municipality's four digits; empty for none.
    pub municipality: String,
}

/// A figure with what was noted about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Entry {
    /// The figure as typed.
    pub given: Given,
    /// What was noted.
    pub notes: Notes,
}

/// How a figure is defined, as far as the person notes it; empty for what is not noted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Notes {
    /// The year.
    pub year: String,
    /// The age span of the persons counted.
    pub ages: String,
    /// Where it was found.
    pub source: String,
    /// The division into areas.
    pub division: String,
}

/// A scenario beside the figures as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(hashmap_as_object))]
pub struct Scenario {
    /// The name.
    pub name: String,
    /// All its figures by criterion id, also those that it shares with the area as it is.
    pub figures: BTreeMap<String, Entry>,
    /// The reading that was chosen.
    pub reading: ChosenReading,
    /// Thresholds of one's own by criterion id, as typed.
    pub thresholds: BTreeMap<String, String>,
}

/// A work as files and the device keep it.
#[derive(Serialize)]
struct Kept<'a> {
    format: &'static str,
    version: i64,
    #[serde(flatten)]
    work: &'a Work,
}

impl Work {
    /// Writes the work as a document.
    ///
    /// # Errors
    /// Those of [`Document::of`], which no work brings about.
    pub fn to_document(&self) -> Result<Document, Error> {
        Ok(Document::of(&Kept { format: FORMAT, version: VERSION, work: self })?)
    }

    /// Reads a work out of a document.
    ///
    /// # Errors
    /// The first thing that is wrong, with its path: another format or version, a missing, unknown or mistyped
    /// member, and whatever is longer or more than a person would type.
    pub fn from_document(document: &Document) -> Result<Self, Error> {
        let work = Reader::new(document);
        work.only(&["format", "version", "criteria", "reading", "area", "figures", "answer", "scenarios"])?;
        let format = work.member("format")?;
        if format.text()? != FORMAT {
            return Err(format.error(Problem::unknown_word(format.text()?, &[FORMAT])));
        }
        let version = work.member("version")?;
        if *version.value() != Document::Integer(VERSION) {
            return Err(version.error(Problem::UnknownVersion { text: version.value().to_json() }));
        }
        let scenarios = work.member("scenarios")?.items()?;
        if scenarios.len() > MOST_SCENARIOS {
            return Err(work.member("scenarios")?.error(too_many(MOST_SCENARIOS)));
        }
        let figures = read_entries(&work.member("figures")?)?;
        Ok(Self {
            criteria: SetReference::read(&work.member("criteria")?)?,
            reading: ChosenReading::read(&work.member("reading")?)?,
            area: AreaNote::read(&work.member("area")?)?,
            answer: work.optional("answer")?.map(|answer| Answer::read(&answer, &figures)).transpose()?,
            figures,
            scenarios: scenarios.iter().map(Scenario::read).collect::<Result<_, _>>()?,
        })
    }
}

impl SetReference {
    fn read(reference: &Reader<'_>) -> Result<Self, Error> {
        reference.only(&["id", "hash", "set"])?;
        let hash = reference.member("hash")?;
        let text = hash.text()?;
        let shaped = text.is_empty()
            || (text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
        if !shaped {
            return Err(hash.error(Problem::BadId { text: text.chars().take(64).collect() }));
        }
        let set = reference.optional("set")?;
        let set = set.map(|set| set.entries().map(|_| set.value().clone())).transpose()?;
        Ok(Self { id: short(&reference.member("id")?, LONGEST_FIGURE)?, hash: text.to_owned(), set })
    }
}

impl ChosenReading {
    pub(super) fn read(reading: &Reader<'_>) -> Result<Self, Error> {
        reading.only(&["tie", "require"])?;
        Ok(Self {
            tie: reading.optional("tie")?.map(|tie| tie.parse()).transpose()?,
            require: reading.optional("require")?.map(|require| require.parse()).transpose()?,
        })
    }
}

impl AreaNote {
    pub(super) fn read(area: &Reader<'_>) -> Result<Self, Error> {
        area.only(&["name", "municipality"])?;
        Ok(Self {
            name: short(&area.member("name")?, LONGEST_NAME)?,
            municipality: short(&area.member("municipality")?, LONGEST_FIGURE)?,
        })
    }
}

impl Entry {
    fn read(entry: &Reader<'_>) -> Result<Self, Error> {
        entry.only(&["given", "notes"])?;
        Ok(Self { given: read_given(&entry.member("given")?)?, notes: Notes::read(&entry.member("notes")?)? })
    }
}

impl Notes {
    pub(super) fn read(notes: &Reader<'_>) -> Result<Self, Error> {
        notes.only(&["year", "ages", "source", "division"])?;
        let of = |name: &str, longest| short(&notes.member(name)?, longest);
        let note = |name: &str| of(name, LONGEST_NOTE);
        Ok(Self {
            year: note("year")?,
            ages: note("ages")?,
            source: of("source", LONGEST_SOURCE)?,
            division: note("division")?,
        })
    }
}

impl Scenario {
    fn read(scenario: &Reader<'_>) -> Result<Self, Error> {
        scenario.only(&["name", "figures", "reading", "thresholds"])?;
        let thresholds = scenario.member("thresholds")?;
        Ok(Self {
            name: short(&scenario.member("name")?, LONGEST_NAME)?,
            figures: read_entries(&scenario.member("figures")?)?,
            reading: ChosenReading::read(&scenario.member("reading")?)?,
            thresholds: by_id(&thresholds)?
                .into_iter()
                .map(|(id, text)| Ok((id, short(&text, LONGEST_FIGURE)?)))
                .collect::<Result<_, Error>>()?,
        })
    }
}

fn read_entries(entries: &Reader<'_>) -> Result<BTreeMap<String, Entry>, Error> {
    by_id(entries)?.into_iter().map(|(id, entry)| Ok((id, Entry::read(&entry)?))).collect()
}

/// Returns the members of an object whose names are criterion ids.
fn by_id<'a>(map: &Reader<'a>) -> Result<Vec<(String, Reader<'a>)>, Error> {
    let entries = map.entries()?;
    if entries.len() > MOST_FIGURES {
        return Err(map.error(too_many(MOST_FIGURES)));
    }
    entries
        .into_iter()
        .map(|(id, entry)| {
            if id.chars().nth(LONGEST_FIGURE).is_some() {
                return Err(map.error(Problem::TooLong { longest: LONGEST_FIGURE }));
            }
            Ok((id.to_owned(), entry))
        })
        .collect()
}

/// Reads a figure as it was given.
pub(super) fn read_given(given: &Reader<'_>) -> Result<Given, Error> {
    let text = |name: &str| short(&given.member(name)?, LONGEST_FIGURE);
    let mode = given.member("mode")?;
    match mode.text()? {
        "percent" => {
            given.only(&["mode", "text", "exact", "of"])?;
            Ok(Given::Percent { text: text("text")?, exact: given.member("exact")?.flag()?, of: text("of")? })
        }
        "count" => {
            given.only(&["mode", "count", "total", "noise"])?;
            Ok(Given::Count { count: text("count")?, total: text("total")?, noise: text("noise")? })
        }
        "amount" => {
            given.only(&["mode", "text", "noise"])?;
            Ok(Given::Amount { text: text("text")?, noise: text("noise")? })
        }
        other => Err(mode.error(Problem::unknown_word(other, &["percent", "count", "amount"]))),
    }
}

/// Reads a text that may be empty.
fn short(reader: &Reader<'_>, longest: usize) -> Result<String, Error> {
    let text = reader.text()?;
    if text.chars().nth(longest).is_some() {
        return Err(reader.error(Problem::TooLong { longest }));
    }
    Ok(text.to_owned())
}

fn too_many(limit: usize) -> Problem {
    Problem::TooLarge { what: Quantity::Entries, limit: u64::try_from(limit).unwrap_or(u64::MAX) }
}
