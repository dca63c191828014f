//! The decision record: inputs, comparisons and verdict of one area in lines that anyone can compute again.
//!
//! Each line carries a digest of what it says. [`verify`] finds lines whose digest does not match, and computes all
//! lines again from the inputs: so it finds mistakes and altered lines. It is no signature; whoever changes inputs,
//! lines and digests together makes another record, and nothing tells that it isn't the first one.

mod lines;

use std::collections::{BTreeMap, BTreeSet};

use super::work::{ChosenReading, Work, read_given};
use crate::criteria::CriteriaSet;
use crate::document::{Document, Reader};
use crate::error::{Error, Place, Problem};
use crate::figure::Stated;

use lines::Computed;
pub use lines::{
    DecisionRecord, FindingLine, GivenDate, GivenFigure, Product, Signed, SourceLine, UsedCriteria,
    VerdictLine,
};

/// The word that marks a record.
const FORMAT: &str = "troskel-record";
/// The version of its shape.
const VERSION: i64 = 1;
/// What the start tag of the script element that holds a record in its printable page has in it.
const ELEMENT: &str = r#"id="troskel-record""#;
/// The lines of inputs that stand alone, in order.
const INPUTS: [&str; 5] = ["product", "date", "area", "criteria", "reading"];
/// The lists of computed lines, in order.
const LISTS: [&str; 3] = ["findings", "readings", "sources"];

/// What checking a record found.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Verification {
    /// How many lines were checked.
    pub lines: usize,
    /// The lines that do not hold, each with its path; empty where the record holds.
    pub problems: Vec<Error>,
    /// The version of the product that made the record.
    pub product_version: String,
    /// The criteria set's id.
    pub criteria: String,
    /// The criteria set's hash.
    pub hash: String,
}

/// A line: where it stands, and what it says.
type Line = (String, Document);

/// Makes the record of a work's figures (not of its scenarios) under its reading.
///
/// `set` is the document of the work's criteria set, which the record holds as a whole. `date` is what the person
/// gives; the product asks no clock. A figure that can't be read stands in the record as given and is assessed as
/// missing.
///
/// # Errors
/// Those of [`CriteriaSet::from_document`], and of a reading that the set does not allow.
pub fn record(work: &Work, set: &Document, date: &str) -> Result<DecisionRecord, Error> {
    let criteria = CriteriaSet::from_document(set)?;
    let ChosenReading { tie, require } = work.reading;
    let reading = criteria.reading(tie, require)?;
    let figures: Vec<GivenFigure> =
        criteria.criteria.iter().map(|one| GivenFigure::new(&one.id, work.figures.get(&one.id))).collect();
    let area: Vec<Option<Stated>> = criteria
        .criteria
        .iter()
        .zip(&figures)
        .map(|(criterion, figure)| {
            let stated = figure.given.as_ref()?.read().ok().flatten()?;
            criterion.accept(&stated.figure).ok().map(|()| stated)
        })
        .collect();
    let Computed { verdict, findings, readings, sources } = Computed::new(&criteria, reading, &area);
    let product = Product { name: "Tröskel", version: env!("CARGO_PKG_VERSION") };
    let used = UsedCriteria { id: criteria.id, hash: criteria.hash, set: set.clone() };
    Ok(DecisionRecord {
        format: FORMAT,
        version: VERSION,
        product: Signed::new("product", product)?,
        date: Signed::new("date", GivenDate { given: date.to_owned() })?,
        area: Signed::new("area", work.area.clone())?,
        criteria: Signed::new("criteria", used)?,
        reading: Signed::new("reading", reading)?,
        figures: Signed::all("figures", figures)?,
        verdict: Signed::new("verdict", verdict)?,
        findings: Signed::all("findings", findings)?,
        readings: Signed::all("readings", readings)?,
        sources: Signed::all("sources", sources)?,
    })
}

/// Checks every line of a record.
///
/// Where an input was altered, the computed lines are checked by their digests alone: computing them again from
/// altered inputs would blame the wrong ones.
///
/// # Errors
/// `not-a-record`, `unknown-version`, and what keeps a line from being read at all, with its path.
pub fn verify(document: &Document) -> Result<Verification, Error> {
    let record = Reader::new(document);
    let format = record.optional("format").ok().flatten();
    if format.is_none_or(|format| format.text() != Ok(FORMAT)) {
        return Err(Problem::NotARecord.into());
    }
    let version = record.member("version")?;
    if *version.value() != Document::Integer(VERSION) {
        return Err(version.error(Problem::UnknownVersion { text: version.value().to_json() }));
    }
    record.only(&[&["format", "version", "figures", "verdict"], INPUTS.as_slice(), &LISTS].concat())?;

    let mut lines: Vec<(String, Reader<'_>)> = Vec::new();
    let mut missing = Vec::new();
    for name in INPUTS.iter().chain(&["verdict"]) {
        match record.optional(name)? {
            Some(line) => lines.push(((*name).to_owned(), line)),
            None => missing.push(at_line((*name).to_owned(), Problem::LineMissing)),
        }
    }
    for name in ["figures"].iter().chain(&LISTS) {
        match record.optional(name)? {
            Some(list) => {
                let numbered = list.items()?.into_iter().enumerate();
                lines.extend(numbered.map(|(nth, line)| (format!("{name}[{nth}]"), line)));
            }
            None => missing.push(at_line((*name).to_owned(), Problem::LineMissing)),
        }
    }
    if let Some(error) = missing.into_iter().next() {
        return Err(error);
    }
    let mut problems = Vec::new();
    for (path, line) in &lines {
        let told = line.optional("digest").ok().flatten();
        let holds = unsigned(line.value()).is_some_and(|content| {
            told.is_some_and(|told| told.text().is_ok_and(|told| told == digest(path, &content)))
        });
        if !holds {
            problems.push(at_line(path.clone(), Problem::LineAltered));
        }
    }
    let is_input = |path: &str| INPUTS.contains(&path) || path.starts_with("figures[");
    if !problems.iter().filter_map(path_of).any(|path| is_input(path)) {
        match again(&record) {
            Ok(expected) => {
                let altered: BTreeSet<String> = problems.iter().filter_map(path_of).cloned().collect();
                let by_path: BTreeMap<&str, &Document> =
                    expected.iter().map(|(path, line)| (path.as_str(), line)).collect();
                let computed = lines.iter().filter(|(path, _)| !is_input(path) && !altered.contains(path));
                problems.extend(compare(computed, &by_path));
                let found: BTreeSet<&String> = lines.iter().map(|(path, _)| path).collect();
                let lost = expected.iter().filter(|(path, _)| !found.contains(path));
                problems.extend(lost.map(|(path, _)| at_line(path.clone(), Problem::LineMissing)));
            }
            Err(error) => problems.push(error),
        }
    }
    let criteria = record.member("criteria")?;
    Ok(Verification {
        lines: lines.len(),
        problems,
        product_version: record.member("product")?.member("version")?.text()?.to_owned(),
        criteria: criteria.member("id")?.text()?.to_owned(),
        hash: criteria.member("hash")?.text()?.to_owned(),
    })
}

/// Returns an error for each line that says something else than what is expected of it.
fn compare<'a>(
    lines: impl Iterator<Item = &'a (String, Reader<'a>)>,
    expected: &BTreeMap<&str, &Document>,
) -> Vec<Error> {
    let follows = |path: &String, line: &Reader<'_>| {
        expected.get(path.as_str()).is_some_and(|wanted| {
            unsigned(line.value()).is_some_and(|content| content.canonical() == wanted.canonical())
        })
    };
    lines
        .filter(|(path, line)| !follows(path, line))
        .map(|(path, _)| at_line(path.clone(), Problem::LineDoesNotFollow))
        .collect()
}

/// Writes a record so that it can stand in a script element: without `<`, `>` and `&`, which JSON only has in texts.
pub fn embed(record: &Document) -> String {
    let mut out = String::new();
    for character in record.to_json().chars() {
        match character {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            other => out.push(other),
        }
    }
    out
}

/// Finds the JSON of a record in its printable page, in the script element with the id `troskel-record`; `None` where
/// there is none.
pub fn embedded(page: &str) -> Option<&str> {
    page.split("<script").skip(1).find_map(|script| {
        let (tag, rest) = script.split_once('>')?;
        tag.contains(ELEMENT).then(|| rest.split_once("</script").map(|(json, _)| json))?
    })
}

/// Computes all lines that follow from a record's inputs.
fn again(record: &Reader<'_>) -> Result<Vec<Line>, Error> {
    let criteria = record.member("criteria")?;
    let document = criteria.member("set")?;
    let set = CriteriaSet::from_document(document.value()).map_err(|error| criteria.error(error.problem))?;
    let told = |name: &str| criteria.member(name).and_then(|member| member.text());
    if told("id")? != set.id || told("hash")? != set.hash {
        return Err(criteria.error(Problem::LineDoesNotFollow));
    }
    let reading = record.member("reading")?;
    let point = |name: &str| reading.member(name);
    let reading = set
        .reading(Some(point("tie")?.parse()?), Some(point("require")?.parse()?))
        .map_err(|error| reading.error(error.problem))?;
    let figures = record.member("figures")?;
    let given = figures.items()?;
    let in_order = given
        .iter()
        .map(|figure| figure.member("criterion").and_then(|id| id.text()))
        .collect::<Result<Vec<&str>, Error>>()?;
    if !in_order.iter().eq(set.criteria.iter().map(|criterion| &criterion.id)) {
        return Err(figures.error(Problem::LineDoesNotFollow));
    }
    let area = set
        .criteria
        .iter()
        .zip(&given)
        .map(|(criterion, figure)| {
            let Some(given) = figure.optional("given")? else { return Ok(None) };
            let stated = read_given(&given)?.read().ok().flatten();
            Ok(stated.filter(|stated| criterion.accept(&stated.figure).is_ok()))
        })
        .collect::<Result<Vec<Option<Stated>>, Error>>()?;
    Computed::new(&set, reading, &area).lines()
}

/// Returns the digest of a line: of its content and of where it stands.
fn digest(path: &str, content: &Document) -> String {
    let hash = Document::map([("path", Document::text(path)), ("line", content.clone())]).hash();
    // Sixteen digits find every slip and can be compared by eye; no length would make it a signature.
    hash.chars().take(16).collect()
}

/// Returns what a line says without its digest; `None` where it has none.
fn unsigned(line: &Document) -> Option<Document> {
    let Document::Map(members) = line else { return None };
    let content: Vec<_> = members.iter().filter(|(name, _)| name != "digest").cloned().collect();
    (content.len() < members.len()).then_some(Document::Map(content))
}

fn at_line(path: String, problem: Problem) -> Error {
    Error::from(problem).at(Place { path: Some(path), ..Place::default() })
}

fn path_of(error: &Error) -> Option<&String> {
    error.place.as_ref().and_then(|place| place.path.as_ref())
}
