//! The decision record: inputs, comparisons and verdict of one area in lines that anyone can compute again.
//!
//! Each line carries a digest of what it says. [`verify`] finds lines whose digest does not match, and computes all
//! lines again from the inputs: so it finds mistakes and altered lines. It is no signature; whoever changes inputs,
//! lines and digests together makes another record, and nothing tells that it isn't the first one.

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::{Assessment, assess, readings};
use crate::criteria::{Citation, CriteriaSet, Reading};
use crate::document::{Document, Reader};
use crate::error::{Error, Place, Problem};
use crate::figure::Stated;

use super::work::{ChosenReading, Entry, Work, read_given};

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
pub fn record(work: &Work, set: &Document, date: &str) -> Result<Document, Error> {
    let criteria = CriteriaSet::from_document(set)?;
    let ChosenReading { tie, require } = work.reading;
    let reading = criteria.reading(tie, require)?;
    let inputs: [(&str, Document); 5] = [
        (
            "product",
            Document::map([
                ("name", Document::text("Tröskel")),
                ("version", Document::text(env!("CARGO_PKG_VERSION"))),
            ]),
        ),
        ("date", Document::map([("given", Document::text(date))])),
        ("area", work.area.to_document()),
        (
            "criteria",
            Document::map([
                ("id", Document::text(&criteria.id)),
                ("hash", Document::text(&criteria.hash)),
                ("set", set.clone()),
            ]),
        ),
        ("reading", reading_document(reading)),
    ];
    let entries: Vec<Option<&Entry>> =
        criteria.criteria.iter().map(|one| work.figures.get(&one.id)).collect();
    let figures = criteria.criteria.iter().zip(&entries).enumerate().map(|(nth, (criterion, entry))| {
        let mut members = vec![("criterion".to_owned(), Document::text(&criterion.id))];
        match entry.map(Entry::to_document) {
            Some(Document::Map(more)) => members.extend(more),
            _ => members.push(("given".to_owned(), Document::Null)),
        }
        signed(&format!("figures[{nth}]"), Document::Map(members))
    });
    let area: Vec<Option<Stated>> = criteria
        .criteria
        .iter()
        .zip(&entries)
        .map(|(criterion, entry)| {
            let stated = entry.and_then(|entry| entry.given.read().ok().flatten())?;
            criterion.accept(&stated.figure).ok().map(|()| stated)
        })
        .collect();
    let mut members = vec![
        ("format".to_owned(), Document::text(FORMAT)),
        ("version".to_owned(), Document::Integer(VERSION)),
    ];
    members.extend(inputs.into_iter().map(|(name, line)| (name.to_owned(), signed(name, line))));
    members.push(("figures".to_owned(), Document::list(figures)));
    let computed = Computed::new(&criteria, reading, &area);
    members.push(("verdict".to_owned(), signed("verdict", computed.verdict)));
    for (name, lines) in LISTS.into_iter().zip(computed.lists) {
        let lines = lines.into_iter().map(|(path, line)| signed(&path, line));
        members.push((name.to_owned(), Document::list(lines)));
    }
    Ok(Document::Map(members))
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
    let computed = Computed::new(&set, reading, &area);
    let verdict = ("verdict".to_owned(), computed.verdict);
    Ok(std::iter::once(verdict).chain(computed.lists.into_iter().flatten()).collect())
}

/// The lines that follow from the inputs.
struct Computed {
    verdict: Document,
    /// In the order of [`LISTS`].
    lists: [Vec<Line>; 3],
}

impl Computed {
    fn new(set: &CriteriaSet, reading: Reading, area: &[Option<Stated>]) -> Self {
        let assessment = assess(set, reading, area);
        let by_reading = readings(set, area).into_iter().map(|under| {
            Document::map([
                ("tie", Document::text(&under.tie)),
                ("require", Document::text(&under.require)),
                ("verdict", Document::text(&under.verdict)),
            ])
        });
        let numbered = |name: &str, lines: Vec<Document>| -> Vec<Line> {
            lines.into_iter().enumerate().map(|(nth, line)| (format!("{name}[{nth}]"), line)).collect()
        };
        let [findings_name, readings_name, sources_name] = LISTS;
        Self {
            verdict: verdict_line(&assessment),
            lists: [
                numbered(findings_name, finding_lines(set, &assessment)),
                numbered(readings_name, by_reading.collect()),
                numbered(sources_name, source_lines(set)),
            ],
        }
    }
}

fn verdict_line(assessment: &Assessment) -> Document {
    let number = |number: usize| i64::try_from(number).map_or(Document::Null, Document::Integer);
    Document::map([
        ("verdict", Document::text(&assessment.verdict)),
        ("met", number(assessment.tally.met)),
        ("unknown", number(assessment.tally.unknown)),
        ("required", number(assessment.tally.required)),
        ("deciding", Document::list(assessment.deciding.iter().map(Document::text))),
        ("certainty", Document::text(&assessment.certainty)),
        ("dependsOn", Document::list(assessment.depends_on.iter().map(Document::text))),
    ])
}

fn finding_lines(set: &CriteriaSet, assessment: &Assessment) -> Vec<Document> {
    let rows = set.criteria.iter().zip(&assessment.findings);
    rows.map(|(criterion, finding)| {
        let average = criterion.national_average.as_ref().map(|cited| cited.value);
        let depends_on = finding.depends_on.as_ref();
        Document::map([
            ("criterion", Document::text(&finding.criterion)),
            ("threshold", Document::text(&criterion.threshold.value)),
            ("nationalAverage", Document::optional(average.as_ref())),
            ("outcome", Document::text(&finding.outcome)),
            ("countsAsMet", finding.counts_as_met.map_or(Document::Null, Document::Flag)),
            ("figure", Document::optional(finding.figure.as_ref())),
            ("percent", Document::optional(finding.percent.as_ref())),
            ("distance", Document::optional(finding.distance.as_ref())),
            ("persons", Document::optional(finding.persons.as_ref())),
            ("position", Document::optional(finding.position.as_ref())),
            ("comparison", Document::optional(finding.comparison.as_ref())),
            ("certainty", Document::optional(finding.certainty.as_ref())),
            (
                "dependsOn",
                depends_on.map_or(Document::Null, |on| Document::list(on.iter().map(Document::text))),
            ),
        ])
    })
    .collect()
}

/// Returns where each number and each point of the rule came from.
fn source_lines(set: &CriteriaSet) -> Vec<Document> {
    let line = |of: String, source: &Citation| {
        Document::map([
            ("of", Document::text(&of)),
            ("sv", Document::text(&source.text.sv)),
            ("en", Document::text(&source.text.en)),
            ("quote", Document::optional(source.quote.as_ref())),
            ("url", Document::optional(source.url.as_ref())),
        ])
    };
    let mut lines = vec![
        line("set".to_owned(), &set.source),
        line("tie".to_owned(), &set.reading.tie.source),
        line("require".to_owned(), &set.reading.require.source),
    ];
    for criterion in &set.criteria {
        lines.push(line(format!("{}.threshold", criterion.id), &criterion.threshold.source));
        let average = criterion.national_average.as_ref();
        lines.extend(average.map(|cited| line(format!("{}.nationalAverage", criterion.id), &cited.source)));
    }
    lines
}

fn reading_document(reading: Reading) -> Document {
    Document::map([("tie", Document::text(&reading.tie)), ("require", Document::text(&reading.require))])
}

/// Adds the digest to a line.
fn signed(path: &str, content: Document) -> Document {
    let digest = digest(path, &content);
    let Document::Map(mut members) = content else { return content };
    members.push(("digest".to_owned(), Document::Text(digest)));
    Document::Map(members)
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
