//! A project of *Many areas* as one document: what a person decided about files, apart from the files. The page keeps it and
//! hands it over (`www/model/project.ts`); here it is read, for the command line.

use std::io;

use super::link::base64;
use super::report::digest;
use super::work::ChosenReading;
use crate::areas::Recipe;
use crate::criteria::{CriteriaSet, Reading, sets};
use crate::document::{Document, Reader};
use crate::error::{Error, Problem};
use crate::many::Selection;

/// The word that marks the document of a project.
const FORMAT: &str = "troskel-project";
/// The version of its shape.
pub const VERSION: i64 = 1;
/// The members that the shape has.
const MEMBERS: [&str; 17] = [
    "format",
    "version",
    "notes",
    "files",
    "before",
    "keys",
    "changeLogs",
    "recipes",
    "sum",
    "criteria",
    "sets",
    "reading",
    "filter",
    "comparedWith",
    "period",
    "comparedYears",
    "report",
];

/// What a person decided about files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// What the person noted.
    pub notes: String,
    /// The files.
    pub files: Vec<ProjectFile>,
    /// The earlier files that these were compared with.
    pub before: Vec<ProjectFile>,
    /// The names of the keys by which counts were put together.
    pub keys: Vec<String>,
    /// The names of the logs of changed areas by which areas of two years' divisions were compared.
    pub change_logs: Vec<String>,
    /// How tables are to be understood.
    pub recipes: Vec<Recipe>,
    /// Whether counts of `DeSO` areas are added up to `RegSO` areas.
    pub sum: bool,
    /// The id of the set in use.
    pub criteria: String,
    /// The reading that was chosen.
    pub reading: ChosenReading,
    /// Which areas are shown, in which order.
    pub filter: Selection,
    /// The id of the set that the areas were compared by; empty for none.
    pub compared_with: String,
    /// The year of the figures; none for the newest.
    pub period: Option<String>,
    /// The years that were compared, the earlier one first.
    pub compared_years: [Option<String>; 2],
    /// What a report is asked.
    pub report: AskedOfReport,
    /// Members that this version of the shape does not have.
    pub unknown: Vec<String>,
    /// The sets of the person's own.
    sets: Vec<Document>,
}

/// What a report is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedOfReport {
    /// The question that it answers; may be empty.
    pub question: String,
    /// Whether it tells the notes.
    pub notes: bool,
}

/// A file by what tells it from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectFile {
    /// Its name, without folders.
    pub name: String,
    /// How many bytes it has.
    pub bytes: usize,
    /// SHA-256 over them in hexadecimal, where it was computed.
    pub sha256: Option<String>,
    /// The bytes, where a person wanted them in the project.
    pub content: Option<Vec<u8>>,
}

impl Project {
    /// Reads a project out of a document.
    ///
    /// # Errors
    /// `unknown-word` at `format` for another document, `unknown-version` for one of a later version, and the first thing that
    /// is wrong with its path: a missing or mistyped member, a recipe that is none, a file's content that is not what its
    /// size and digest say, a set in use that is neither of the product's nor in the project.
    pub fn from_document(document: &Document) -> Result<Self, Error> {
        let project = Reader::new(document);
        let format = project.member("format")?;
        if format.text()? != FORMAT {
            return Err(format.error(Problem::unknown_word(format.text()?, &[FORMAT])));
        }
        let version = project.member("version")?;
        let own = version.value();
        if let Document::Integer(newer) = own
            && *newer > VERSION
        {
            return Err(version.error(Problem::UnknownVersion { text: newer.to_string() }));
        }
        if *own != Document::Integer(VERSION) {
            return Err(version.error(Problem::unknown_word(&own.to_json(), &[&VERSION.to_string()])));
        }
        let unknown = project.entries()?.into_iter().map(|(name, _)| name);
        let unknown = unknown.filter(|name| !MEMBERS.contains(name)).map(str::to_owned).collect();
        // The first documents had neither the years nor the report.
        let report = match project.optional("report")? {
            Some(report) => AskedOfReport {
                question: report.member("question")?.text()?.to_owned(),
                notes: report.member("notes")?.flag()?,
            },
            None => AskedOfReport { question: String::new(), notes: true },
        };
        let years = match project.optional("comparedYears")? {
            Some(years) => [or_null(&years, "before")?, or_null(&years, "now")?],
            None => [None, None],
        };
        let read = Self {
            notes: project.member("notes")?.text()?.to_owned(),
            files: list(&project, "files", ProjectFile::read)?,
            before: list(&project, "before", ProjectFile::read)?,
            keys: names(&project, "keys")?,
            change_logs: names(&project, "changeLogs")?,
            recipes: list(&project, "recipes", recipe)?,
            sum: project.member("sum")?.flag()?,
            criteria: project.member("criteria")?.text()?.to_owned(),
            reading: ChosenReading::read(&project.member("reading")?)?,
            filter: selection(&project.member("filter")?)?,
            compared_with: project.member("comparedWith")?.text()?.to_owned(),
            period: project.optional("period")?.map(|period| period.text().map(str::to_owned)).transpose()?,
            compared_years: years,
            report,
            unknown,
            sets: list(&project, "sets", |set| set.entries().map(|_| set.value().clone()))?,
        };
        read.set().map_err(|error| {
            project.member("criteria").map_or(error.clone(), |at| at.error(error.problem))
        })?;
        Ok(read)
    }

    /// Returns the set in use: one of the product's, or of the project's own.
    ///
    /// # Errors
    /// `unknown-word` for an id that neither has, and all that [`CriteriaSet::from_document`] refuses.
    pub fn set(&self) -> Result<CriteriaSet, Error> {
        if let Some(set) = sets::get(&self.criteria) {
            return Ok(set);
        }
        let own: Vec<CriteriaSet> =
            self.sets.iter().map(CriteriaSet::from_document).collect::<Result<_, _>>()?;
        let known: Vec<String> = own.iter().map(|set| set.id.clone()).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let unknown = || Problem::unknown_word(&self.criteria, &known).into();
        own.into_iter().find(|set| set.id == self.criteria).ok_or_else(unknown)
    }

    /// Returns the reading of a set, as far as the set leaves open what was chosen.
    ///
    /// # Errors
    /// None: what is not open is not asked for.
    pub fn reading_of(&self, set: &CriteriaSet) -> Result<Reading, Error> {
        let open = |require: &_| set.readings().iter().any(|one| one.require == *require);
        let ChosenReading { tie, require } = self.reading;
        set.reading(
            tie.filter(|_| !set.reading.tie.settled),
            require.filter(|require| !set.reading.require.settled && open(require)),
        )
    }

    /// Returns the filter without what it asks of criteria that a set does not have.
    pub fn filter_of(&self, set: &CriteriaSet) -> Selection {
        let mut filter = self.filter.clone();
        let has = |id: &str| set.criterion(id).is_some();
        if filter.criterion.as_deref().is_some_and(|id| !has(id)) {
            (filter.criterion, filter.outcome, filter.within) = (None, None, None);
        }
        if !matches!(filter.sort.as_str(), "file" | "code" | "name" | "municipality" | "verdict")
            && !has(&filter.sort)
        {
            (filter.sort, filter.descending) = ("file".to_owned(), false);
        }
        filter
    }
}

impl ProjectFile {
    fn read(file: &Reader<'_>) -> Result<Self, Error> {
        let name = file.member("name")?.text()?.to_owned();
        let bytes = file.member("bytes")?.whole()?;
        let sha256 = or_null(file, "sha256")?;
        let is_hex = |text: &String| {
            text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        let damaged = |at: &Reader<'_>| at.error(Problem::Damaged { part: name.clone() });
        if sha256.as_ref().is_some_and(|text| !is_hex(text)) {
            return Err(damaged(&file.member("sha256")?));
        }
        let Some(at) = file.optional("content")? else {
            return Ok(Self { name, bytes, sha256, content: None });
        };
        let content = decoded(at.text()?).filter(|content| content.len() == bytes);
        let content = content.filter(|content| {
            // Bytes in memory can always be read.
            let own = || digest(io::Cursor::new(content)).ok();
            sha256.is_none() || own() == sha256
        });
        let content = content.ok_or_else(|| damaged(&at))?;
        Ok(Self { name, bytes, sha256, content: Some(content) })
    }
}

/// Reads base64 with padding, as browsers write it; `None` for other text.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let bare = text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text);
    let is_of_it = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    if !text.len().is_multiple_of(4) || !bare.bytes().all(is_of_it) {
        return None;
    }
    Some(base64::decode(&bare.replace('+', "-").replace('/', "_")))
}

fn list<'a, T>(
    project: &Reader<'a>,
    name: &str,
    read: impl Fn(&Reader<'a>) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    project.member(name)?.items()?.iter().map(read).collect()
}

/// Returns the names of files; the first documents had no such member.
fn names(project: &Reader<'_>, name: &str) -> Result<Vec<String>, Error> {
    match project.optional(name)? {
        Some(_) => list(project, name, |file| Ok(ProjectFile::read(file)?.name)),
        None => Ok(Vec::new()),
    }
}

fn recipe(recipe: &Reader<'_>) -> Result<Recipe, Error> {
    serde_json::from_str(&recipe.value().to_json())
        .map_err(|error| recipe.error(Problem::NotJson { reason: error.to_string() }))
}

fn selection(filter: &Reader<'_>) -> Result<Selection, Error> {
    Ok(Selection {
        municipality: or_null(filter, "municipality")?,
        verdict: or_null(filter, "verdict")?,
        criterion: or_null(filter, "criterion")?,
        outcome: or_null(filter, "outcome")?,
        within: or_null(filter, "within")?,
        text: filter.member("text")?.text()?.to_owned(),
        sort: filter.member("sort")?.text()?.to_owned(),
        descending: filter.member("descending")?.flag()?,
    })
}

/// Reads a text that may be null, but not absent.
fn or_null(reader: &Reader<'_>, name: &str) -> Result<Option<String>, Error> {
    let entries = reader.entries()?;
    let Some((_, found)) = entries.iter().find(|(known, _)| *known == name) else {
        return Err(reader.error(Problem::MissingMember { name: name.to_owned() }));
    };
    if *found.value() == Document::Null { Ok(None) } else { found.text().map(|text| Some(text.to_owned())) }
}
