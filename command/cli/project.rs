//! The project that the page keeps and hands over: what of it holds for a command, and what is said of the rest.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::path::Path;

use clap::{Arg, ArgMatches};
use troskel::Error;
use troskel::criteria::{CriteriaSet, Language, Reading};
use troskel::document::Document;
use troskel::many::{Filter, Order, Run, SortBy, select};
use troskel::output::project::{Project, ProjectFile};
use troskel::output::report::digest;
use troskel::years::Moment;

use super::words::Part;
use super::{Common, Stop, input, load, sentence, tell, word, words};

/// Bytes that a project may have: the page puts files of at most 200 MB in all into one, as base64.
const LONGEST: u64 = 300 << 20;

/// A file that is read: by its path, or out of the project.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    Path(&'a OsStr),
    Held { name: &'a str, bytes: &'a [u8] },
}

/// What is compared: the files before, those of now where they are others, and a period of each.
pub(super) struct Sides<'a> {
    pub(super) before: Vec<Source<'a>>,
    pub(super) now: Option<Vec<Source<'a>>>,
    pub(super) periods: [Option<&'a str>; 2],
}

/// What a command may use of a project, beside files, recipes, criteria and the filter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Report,
    Before,
    Years,
    Period,
    Order,
}

/// Makes the option that names a project.
pub(super) fn option(language: Language) -> Arg {
    load::path("project").help(language.choose(
        "Projekt som Många områden har sparat: recept, kriterier, tolkning, filter och år. Andra val här går före. Filer vars innehåll finns i projektet behöver inte anges",
        "Project that Many areas has saved: recipes, criteria, reading, filter and year. Other options here go before. Files whose content is in the project need not be named",
    ))
}

/// Reads the project that is named, if the command takes one.
pub(super) fn read(matches: &ArgMatches, language: Language) -> Result<Option<Project>, Stop> {
    let Some(path) = matches.try_get_one::<OsString>("project").ok().flatten() else { return Ok(None) };
    let text = input::document(path, LONGEST, language)?;
    let read = Document::from_json(&text).and_then(|document| Project::from_document(&document));
    read.map(Some)
        .map_err(|error| Stop::Failed(words::unusable_project(&input::name(path), &error, language)))
}

/// Returns the set that the option names, else the project's, and the project's reading of it.
pub(super) fn criteria(
    project: &Project,
    matches: &ArgMatches,
    named: CriteriaSet,
    language: Language,
) -> Result<(CriteriaSet, Reading), Stop> {
    let failed = |error: Error| Stop::Failed(sentence(&error, language));
    let set = if matches.contains_id("criteria") { named } else { project.set().map_err(failed)? };
    let has_reading = project.reading.tie.is_some() || project.reading.require.is_some();
    if set.id != project.criteria {
        // Of another set its own reading holds, as on the page.
        let parts = [Some(Part::Criteria(&project.criteria)), has_reading.then_some(Part::Reading)];
        say(&words::in_place_of("criteria", &parts.into_iter().flatten().collect::<Vec<_>>(), language));
        let own = set.reading(None, None).map_err(failed)?;
        return Ok((set, own));
    }
    let given = [("tie", project.reading.tie.is_some()), ("require", project.reading.require.is_some())];
    for (option, _) in given.iter().filter(|(option, holds)| *holds && matches.contains_id(option)) {
        say(&words::in_place_of(option, &[Part::Reading], language));
    }
    let reading = project.reading_of(&set).map_err(failed)?;
    Ok((set, reading))
}

/// Returns the files that a command reads, and says how they stand to those of the project.
pub(super) fn sources<'a>(matches: &'a ArgMatches, common: &'a Common) -> Result<Vec<Source<'a>>, Stop> {
    let given: Vec<&OsStr> = load::given(matches, "files").map(OsString::as_os_str).collect();
    match &common.project {
        Some(project) => taken(&project.files, given, common.language),
        None => Ok(given.into_iter().map(Source::Path).collect()),
    }
}

/// Returns what is compared: the files with those after `--with`, the project's earlier files with its files, or two
/// periods of the same files.
pub(super) fn sides<'a>(matches: &'a ArgMatches, common: &'a Common) -> Result<Sides<'a>, Stop> {
    let language = common.language;
    let paths = |name: &str| load::given(matches, name).map(OsString::as_os_str).collect::<Vec<_>>();
    let (given, with) = (paths("files"), paths("with"));
    let now = (!with.is_empty()).then(|| with.iter().copied().map(Source::Path).collect());
    let periods = [word(matches, "period"), word(matches, "with-period")];
    let Some(project) = &common.project else {
        return Ok(Sides { before: sources(matches, common)?, now, periods });
    };
    let earlier = project.before.iter().map(|file| file.name.as_str()).collect::<Vec<_>>();
    let has_years = project.compared_years.iter().any(Option::is_some);
    let named = periods.iter().any(Option::is_some);
    let sides = if now.is_none() && !named && !project.before.is_empty() {
        not_used(project, &[Use::Before, Use::Period], language);
        let is_earlier = |path: &&OsStr| is_of(path, &project.before) && !is_same_of(path, &project.files);
        let (before, own): (Vec<&OsStr>, Vec<&OsStr>) = given.into_iter().partition(is_earlier);
        let before = taken(&project.before, before, language)?;
        Sides { before, now: Some(taken(&project.files, own, language)?), periods }
    } else {
        let option = if now.is_some() { "with" } else { "period" };
        let parts = [
            (!earlier.is_empty()).then(|| Part::Before(earlier.clone())),
            has_years.then_some(Part::ComparedYears(&project.compared_years)),
        ];
        let parts: Vec<Part<'_>> = parts.into_iter().flatten().collect();
        if (now.is_some() || named) && !parts.is_empty() {
            say(&words::in_place_of(option, &parts, language));
        }
        let [before, after] = &project.compared_years;
        let own = [before.as_deref(), after.as_deref()];
        let periods = if now.is_some() || named { periods } else { own };
        not_used(project, &[Use::Before, Use::Years, Use::Period], language);
        let before = if now.is_some() && !given.is_empty() {
            let known = project.files.iter().chain(&project.before).collect::<Vec<_>>();
            for path in given.iter().chain(&with) {
                say_of(path, &known, language);
            }
            given.into_iter().map(Source::Path).collect()
        } else {
            taken(&project.files, given, language)?
        };
        Sides { before, now, periods }
    };
    Ok(sides)
}

/// Returns the run at the project's year; none without one, and where the files have no figures of it, which is said.
pub(super) fn at_year(project: &Project, run: &Run, language: Language) -> Option<Moment> {
    let period = project.period.as_deref()?;
    let moment = Moment::of_run(run, Some(period), run.reading());
    if moment.is_err() {
        say(&words::no_such_year(period, language));
    }
    moment.ok()
}

/// Returns the project's filter for a run, with the areas that it leaves in its order; none where all are left as they are.
pub(super) fn filtered(common: &Common, run: &Run) -> Result<(Filter, Option<Vec<usize>>), Stop> {
    let Some(project) = &common.project else { return Ok((Filter::default(), None)) };
    let failed = |error: Error| Stop::Failed(sentence(&error, common.language));
    let selection = project.filter_of(run.set());
    let parts = [
        (selection.criterion != project.filter.criterion).then_some(Part::Filter),
        (selection.sort != project.filter.sort).then_some(Part::Order),
    ];
    let parts: Vec<Part<'_>> = parts.into_iter().flatten().collect();
    if !parts.is_empty() {
        say(&words::not_used(&parts, common.language));
    }
    let (filter, by, order) = selection.resolve(run).map_err(failed)?;
    if filter == Filter::default() && (by, order) == (SortBy::File, Order::Ascending) {
        return Ok((filter, None));
    }
    let left = select(run, &filter, by, order).map_err(failed)?;
    if filter != Filter::default() {
        say(&words::filtered(left.len(), run.len(), common.language));
    }
    let positions = left.iter().filter_map(|row| usize::try_from(*row).ok()).collect();
    Ok((filter, Some(positions)))
}

/// Says which parts of the project a command does not use.
pub(super) fn not_used(project: &Project, uses: &[Use], language: Language) {
    let lacks = |part: Use| !uses.contains(&part);
    let before = || project.before.iter().map(|file| file.name.as_str()).collect();
    let sorted = project.filter.sort != "file" || project.filter.descending;
    let years = project.compared_years.iter().any(Option::is_some);
    let parts = [
        (lacks(Use::Report) && !project.notes.trim().is_empty()).then_some(Part::Notes),
        (lacks(Use::Report) && !project.report.question.trim().is_empty()).then_some(Part::Question),
        (lacks(Use::Before) && !project.before.is_empty()).then(|| Part::Before(before())),
        (lacks(Use::Years) && years).then_some(Part::ComparedYears(&project.compared_years)),
        (!project.compared_with.is_empty()).then_some(Part::ComparedWith(&project.compared_with)),
        project.period.as_deref().filter(|_| lacks(Use::Period)).map(Part::Period),
        (lacks(Use::Order) && sorted).then_some(Part::Order),
        (!project.unknown.is_empty()).then_some(Part::Unknown(&project.unknown)),
    ];
    let parts: Vec<Part<'_>> = parts.into_iter().flatten().collect();
    if !parts.is_empty() {
        say(&words::not_used(&parts, language));
    }
}

/// Says something of the project.
pub(super) fn say(line: &str) {
    tell(&format!("{line}\n"));
}

/// Puts files that are named together with those whose content the project has, and says how the two stand to each other.
fn taken<'a>(
    files: &'a [ProjectFile],
    given: Vec<&'a OsStr>,
    language: Language,
) -> Result<Vec<Source<'a>>, Stop> {
    let (mut held, mut missing) = (Vec::new(), Vec::new());
    for file in files {
        match &file.content {
            _ if given.iter().any(|path| base(path) == file.name) => {}
            Some(bytes) => held.push(Source::Held { name: &file.name, bytes }),
            None => missing.push(file.name.as_str()),
        }
    }
    if held.is_empty() && given.is_empty() {
        return Err(Stop::Usage(words::project_without_files(&missing, language)));
    }
    for source in &held {
        if let Source::Held { name, .. } = source {
            say(&words::project_file_held(name, language));
        }
    }
    for name in missing {
        say(&words::project_file_missing(name, language));
    }
    let known = files.iter().collect::<Vec<_>>();
    for path in &given {
        say_of(path, &known, language);
    }
    held.extend(given.into_iter().map(Source::Path));
    Ok(held)
}

/// Says of a file that it is none of the project's, or has another content than those of its name.
fn say_of(path: &OsStr, known: &[&ProjectFile], language: Language) {
    let name = base(path);
    let mut same = known.iter().filter(|file| file.name == name).peekable();
    if path == "-" {
        // What comes from standard input has no name that could be the project's.
    } else if same.peek().is_none() {
        say(&words::project_file_new(&name, language));
    } else if same.all(|file| is_changed(path, file)) {
        say(&words::project_file_changed(&name, language));
    }
}

/// Tells whether files of the project have the name of a path.
fn is_of(path: &OsStr, files: &[ProjectFile]) -> bool {
    files.iter().any(|file| file.name == base(path))
}

/// Tells whether one of the files is the one at a path, as far as its digest tells.
fn is_same_of(path: &OsStr, files: &[ProjectFile]) -> bool {
    files.iter().any(|file| file.name == base(path) && !is_changed(path, file))
}

/// Tells whether the file at a path is another than the project's; one that can't be read is told of when it is read.
fn is_changed(path: &OsStr, file: &ProjectFile) -> bool {
    let length = fs::metadata(path).ok().and_then(|metadata| usize::try_from(metadata.len()).ok());
    if length.is_some_and(|length| length != file.bytes) {
        return true;
    }
    let own = || File::open(path).and_then(digest).ok();
    file.sha256.is_some() && own().is_some_and(|own| file.sha256 != Some(own))
}

/// Returns a file's name without its folders, as the page knows it.
fn base(path: &OsStr) -> String {
    Path::new(path).file_name().unwrap_or(path).to_string_lossy().into_owned()
}
