//! `troskel report`: chosen areas for those who decide, as a page to print or a workbook.

use std::ffi::OsString;
use std::fs::File;

use clap::{Arg, ArgAction, ArgMatches, Command};
use troskel::areas::Area;
use troskel::criteria::Language;
use troskel::many::Run;
use troskel::output::project::Project;
use troskel::output::report::{Asked, Report, digest, html};
use troskel::output::xlsx::xlsx_report;

use super::output::{bytes_to, write_to};
use super::project::{self, Source, Use};
use super::words::Part;
use super::{Common, Stop, input, load, tell, word, words};

/// Describes the command.
pub(super) fn command(language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
    let command = Command::new("report").about(say(
        "Skriver en rapport om valda områden, till exempel inför ett beslut",
        "Writes a report on chosen areas, for instance for a committee",
    ));
    let several = |name: &'static str| Arg::new(name).long(name).action(ArgAction::Append);
    let command = load::chosen(load::files(command, language), language)
        .arg(several("area").value_name("CODE").help(say(
            "Område som rapporten gäller, efter kod eller namn; annars alla i filerna",
            "Area that the report is about, by code or name; otherwise all in the files",
        )))
        .arg(several("municipality").value_name("CODE").help(say(
            "Kommun vars områden rapporten gäller, efter kod eller namn",
            "Municipality whose areas the report is about, by code or name",
        )))
        .arg(Arg::new("question").long("question").value_name("TEXT").help(say(
            "Frågan som rapporten svarar på, med egna ord",
            "The question that the report answers, in one’s own words",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("html|xlsx")
                .value_parser(["html", "xlsx"])
                .default_value("html")
                .help(say("En sida att skriva ut, eller Excel", "A page to print, or Excel")),
        );
    load::told(command, language)
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let language = common.language;
    let format = word(matches, "format").unwrap_or_default();
    let out = matches.get_one::<OsString>("out").map(OsString::as_os_str);
    load::refuse(matches, out, format, language)?;
    let sources = project::sources(matches, common)?;
    if let Some(kept) = &common.project {
        project::not_used(kept, &[Use::Report, Use::Period], language);
    }
    let run = load::run(matches, &sources, common)?;
    let named = ["area", "municipality"].into_iter().find(|name| matches.contains_id(name));
    let positions = if let Some(option) = named {
        if common.project.as_ref().is_some_and(|kept| kept.filter.is_filter()) {
            project::say(&words::in_place_of(option, &[Part::Filter], language));
        }
        chosen(matches, &run, language)?
    } else {
        let mut left = project::filtered(common, &run)?.1.unwrap_or_else(|| (0..run.len()).collect());
        left.sort_unstable();
        left
    };
    let files = digests(matches, &sources, language)?;
    let assumed = words::assumptions(&run.joined, run.set(), language);
    let (question, notes) = asked(matches, common);
    let asked = Asked { question, notes, files: &files, assumed: &assumed, ..Asked::default() };
    let report = Report::new(&run, &positions, asked, language);
    write_to(out, language, &mut |out| {
        bytes_to(out, |bytes| match format {
            "xlsx" => xlsx_report(&run, positions.iter().copied(), language, &report, bytes),
            _ => bytes(html(&report).as_bytes()),
        })
    })?;
    tell(&load::rejected(&run.joined.rejected, language));
    Ok(())
}

/// Returns the question and the notes: those of the option, else of the project.
fn asked<'a>(matches: &'a ArgMatches, common: &'a Common) -> (&'a str, &'a str) {
    let question = word(matches, "question");
    let Some(Project { report, notes, .. }) = &common.project else {
        return (question.unwrap_or_default(), "");
    };
    if question.is_some() && !report.question.trim().is_empty() {
        project::say(&words::in_place_of("question", &[Part::Question], common.language));
    }
    (question.unwrap_or(&report.question), if report.notes { notes } else { "" })
}

/// Returns the positions of the chosen areas, in the order of the files; each that was named must be there.
fn chosen(matches: &ArgMatches, run: &Run, language: Language) -> Result<Vec<usize>, Stop> {
    let named = |name: &str| matches.get_many::<String>(name).unwrap_or_default().collect::<Vec<_>>();
    let (areas, municipalities) = (named("area"), named("municipality"));
    let is_area = |area: Area<'_>, wanted: &str| {
        area.code().as_deref() == Some(wanted) || area.name().is_some_and(|name| same(name, wanted))
    };
    let lies_in = |area: Area<'_>, wanted: &str| {
        let code = area.municipality();
        let name = code.as_deref().and_then(troskel::memo::by_code).map(|known| known.name);
        code.as_deref() == Some(wanted) || name.is_some_and(|name| same(name, wanted))
    };
    let all = || run.joined.areas.iter();
    let unknown = areas.iter().find(|wanted| !all().any(|area| is_area(area, wanted)));
    let unknown =
        unknown.or_else(|| municipalities.iter().find(|wanted| !all().any(|area| lies_in(area, wanted))));
    if let Some(unknown) = unknown {
        return Err(Stop::Failed(words::no_such_place(language, unknown)));
    }
    // A name that several areas have says of none that it is meant.
    for wanted in &areas {
        let alike = all().filter(|area| is_area(*area, wanted));
        let alike: Vec<String> =
            alike.filter_map(|area| area.code().or(area.name().map(str::to_owned))).collect();
        if alike.len() > 1 {
            return Err(Stop::Failed(words::several_areas(language, wanted, &alike)));
        }
    }
    let is_chosen = |area: &Area<'_>| {
        areas.iter().any(|wanted| is_area(*area, wanted))
            || municipalities.iter().any(|wanted| lies_in(*area, wanted))
    };
    Ok(all().filter(is_chosen).map(Area::position).collect())
}

fn same(name: &str, wanted: &str) -> bool {
    name.to_lowercase() == wanted.trim().to_lowercase()
}

/// Returns SHA-256 over each file that was read; standard input is gone by now.
fn digests(
    matches: &ArgMatches,
    sources: &[Source<'_>],
    language: Language,
) -> Result<Vec<(String, String)>, Stop> {
    let others = ["key", "recipe", "project"].into_iter().flat_map(|name| load::given(matches, name));
    let others = others.map(|path| Source::Path(path));
    let with_name = |source: Source<'_>| match source {
        Source::Path(path) => {
            let digest = File::open(path).and_then(digest);
            let unreadable = |error| Stop::Failed(words::unreadable(language, path.as_ref(), &error));
            Ok((input::name(path), digest.map_err(unreadable)?))
        }
        // Bytes in memory can always be read.
        Source::Held { name, bytes } => Ok((name.to_owned(), digest(bytes).unwrap_or_default())),
    };
    let is_gone = |source: &Source<'_>| matches!(source, Source::Path(path) if *path == "-");
    sources.iter().copied().chain(others).filter(|source| !is_gone(source)).map(with_name).collect()
}
