//! Statistics files as a command reads them: its arguments, and areas of all of them.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, IsTerminal as _};

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use indicatif::{ProgressBar, ProgressStyle};
use troskel::Error;
use troskel::areas::{
    Division, FileImport, JoinWarning, KeyFile, Loaded, Recipe, Rejected, RejectedList, Settings, import,
    in_passes, join,
};
use troskel::criteria::Language;
use troskel::many::Run;
use troskel::output::safe::terminal;
use troskel::table::Limits;

use super::input::{self, Once};
use super::output::is_input;
use super::project::{self, Source};
use super::words::Part;
use super::{Common, Stop, in_file, sentence, tell, word, words};

/// Rejected rows that are listed on standard error; more are counted.
const LISTED: usize = 1_000;

/// Makes an option that takes a file.
pub(super) fn path(name: &'static str) -> Arg {
    let path = Arg::new(name).long(name).value_name("FILE").value_hint(ValueHint::FilePath);
    path.value_parser(value_parser!(OsString))
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// Makes the option of the two formats that programs read.
pub(super) fn csv_or_json(language: Language) -> Arg {
    let format = Arg::new("format").long("format").value_name("csv|json").value_parser(["csv", "json"]);
    format.default_value("csv").help(language.choose("Utdata som CSV eller JSON", "Output as CSV or JSON"))
}

/// Adds the files that are read, and the recipes for them.
pub(super) fn files(command: Command, language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
    command
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .num_args(1..)
                .required_unless_present("project")
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(OsString))
                .help(say(
                    "CSV, XLSX, XLS, ODS, JSON-stat, PX eller ZIP; - för standard in",
                    "CSV, XLSX, XLS, ODS, JSON-stat, PX or ZIP; - for standard input",
                )),
        )
        .arg(path("recipe").action(ArgAction::Append).help(say(
            "Recept: hur tabellerna ska förstås (JSON)",
            "Recipe: how the tables are to be understood (JSON)",
        )))
        .arg(project::option(language))
}

/// Adds what areas are put together by.
pub(super) fn keyed(command: Command, language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
    command
        .arg(path("key").action(ArgAction::Append).help(say(
            "Nyckel: vilka RegSO eller DeSO som valdistrikt eller DeSO ligger i, gärna med vikter; antal läggs ihop, procent aldrig",
            "Key: which RegSO or DeSO areas election districts or DeSO areas lie in, with weights if there are any; counts are added up, never percentages",
        )))
        .arg(Arg::new("sum-to").long("sum-to").value_name("regso|deso").value_parser(["regso", "deso"]).help(say(
            "Lägger ihop antal för DeSO till de RegSO som en nyckelfil bland filerna säger; procent läggs aldrig ihop",
            "Adds counts of DeSO areas up to the RegSO areas that a key file among the files tells; never percentages",
        )))
}

/// Adds what areas are put together by, and the period that figures are of.
pub(super) fn chosen(command: Command, language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
    keyed(command, language).arg(Arg::new("period").long("period").value_name("P").help(say(
        "Period att ta siffror för, till exempel 2022; annars den senaste",
        "Period to take figures of, such as 2022; otherwise the newest",
    )))
}

/// Adds where results go, and what is told of the files.
pub(super) fn told(command: Command, language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
    command
        .arg(path("out").help(say(
            "Fil att skriva till i stället för standard ut",
            "File to write to instead of standard output",
        )))
        .arg(flag("quiet").help(say(
            "Berättar inte hur tabellerna är förstådda",
            "Does not tell how the tables were understood",
        )))
        .arg(flag("strict").help(say(
            "Skriver inget om det finns en obesvarad fråga eller ett antagande",
            "Writes nothing if there is an open question or an assumption",
        )))
}

/// Returns the files that an option or an argument names; none where the command does not have it.
pub(super) fn given<'a>(matches: &'a ArgMatches, name: &str) -> impl Iterator<Item = &'a OsString> + use<'a> {
    matches.try_get_many::<OsString>(name).ok().flatten().unwrap_or_default()
}

/// Returns the value of an option; none where the command does not have it.
fn chosen_word<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

/// Reads, joins and assesses files as a person has chosen: recipes, keys, what they are added up to, and the period.
pub(super) fn run(matches: &ArgMatches, sources: &[Source<'_>], common: &Common) -> Result<Run, Stop> {
    let language = common.language;
    let period = word(matches, "period");
    let kept = common.project.as_ref().filter(|project| project.period.is_some());
    if let (Some(project), Some(_)) = (kept, period) {
        let year = project.period.as_deref().unwrap_or_default();
        project::say(&words::in_place_of("period", &[Part::Period(year)], language));
    }
    let kept = kept.filter(|_| period.is_none());
    let settings = settings(matches, common)?.period(period.map(str::to_owned)).every_period(kept.is_some());
    let run = match (read(sources, &settings, common), period) {
        (Err(stop), Some(period)) => return Err(without(period, sources, settings, common).unwrap_or(stop)),
        (run, _) => run?,
    };
    let moment = kept.and_then(|project| project::at_year(project, &run, language));
    told_of(matches, moment.map_or(run, |moment| moment.run), common)
}

/// Says of which periods files have figures that could not be read at one; `None` where another is no better.
fn without(period: &str, sources: &[Source<'_>], settings: Settings, common: &Common) -> Option<Stop> {
    let settings = settings.period(None);
    // What can't be read of the files has been said.
    let (loaded, _) = load_all(sources, &settings, common.language).ok()?;
    let joined = join(loaded, &settings).ok()?;
    let measures = joined.tables.iter().flat_map(|table| &table.measures);
    let periods: BTreeSet<&str> = measures.flat_map(|measure| &measure.periods).map(String::as_str).collect();
    let is_absent = !periods.contains(period);
    is_absent.then(|| Stop::Failed(words::no_such_period(period, &periods, common.language)))
}

/// Makes settings of what recipes, keys and the project say.
pub(super) fn settings(matches: &ArgMatches, common: &Common) -> Result<Settings, Stop> {
    let language = common.language;
    let mut recipes = recipes(matches, language)?;
    let sum_to = chosen_word(matches, "sum-to");
    let mut sum = sum_to == Some("regso");
    if let Some(project) = &common.project {
        // Without its key the areas would be others, and so would the answers.
        if !project.keys.is_empty() && given(matches, "key").next().is_none() {
            return Err(Stop::Usage(words::project_with_keys(&project.keys, language)));
        }
        if !recipes.is_empty() && !project.recipes.is_empty() {
            project::say(&words::recipes_first(language));
        }
        recipes.extend(project.recipes.iter().cloned());
        match sum_to {
            None => sum = project.sum,
            Some(_) if project.sum && !sum => {
                project::say(&words::in_place_of("sum-to", &[Part::Sum], language));
            }
            Some(_) => {}
        }
    }
    let keys = keys(matches, language)?;
    let settings = Settings::new(&common.set).recipes(recipes).sum_to_regso(sum).key_files(keys);
    Ok(match this_year() {
        Some(year) => settings.this_year(year),
        None => settings,
    })
}

/// Reads, joins and assesses files, and tells how they were understood.
pub(super) fn assessed(
    matches: &ArgMatches,
    sources: &[Source<'_>],
    settings: &Settings,
    common: &Common,
) -> Result<Run, Stop> {
    told_of(matches, read(sources, settings, common)?, common)
}

fn read(sources: &[Source<'_>], settings: &Settings, common: &Common) -> Result<Run, Stop> {
    let failed = |error: Error| Stop::Failed(sentence(&error, common.language));
    let (loaded, unread) = load_all(sources, settings, common.language)?;
    for message in unread {
        tell(&format!("troskel: {message}\n"));
    }
    let joined = join(loaded, settings).map_err(failed)?;
    Run::new(joined, common.set.clone(), common.reading).map_err(failed)
}

/// Tells how the files of a run were understood; of an open question or an assumption it makes a failure where that is wanted.
fn told_of(matches: &ArgMatches, run: Run, common: &Common) -> Result<Run, Stop> {
    let language = common.language;
    if !matches.get_flag("quiet") {
        tell(&words::understood(&run.joined, &common.set, language));
    }
    let summed = |warning: &JoinWarning| matches!(warning, JoinWarning::Summed { .. });
    if chosen_word(matches, "sum-to") == Some("regso") && !run.joined.warnings.iter().any(summed) {
        tell(&format!("{}\n", words::nothing_summed(language)));
    }
    match words::not_strict(&run.joined, language).filter(|_| matches.get_flag("strict")) {
        Some(open) => Err(Stop::Failed(open)),
        None => Ok(run),
    }
}

/// Refuses to write onto what is read, and a workbook to a terminal.
pub(super) fn refuse(
    matches: &ArgMatches,
    out: Option<&OsStr>,
    format: &str,
    language: Language,
) -> Result<(), Stop> {
    let Some(out) = out else {
        let unseen = format == "xlsx" && io::stdout().is_terminal();
        return if unseen { Err(Stop::Usage(words::workbook_on_terminal(language))) } else { Ok(()) };
    };
    let read = ["files", "with", "changes", "recipe", "key", "criteria", "project"].into_iter();
    let mut read = read.flat_map(|name| given(matches, name));
    match is_input(out, &mut read.by_ref().map(OsString::as_os_str)) {
        Some(input) => Err(Stop::Usage(words::onto_input(language, out, input))),
        None => Ok(()),
    }
}

/// Reads the recipes that are named.
fn recipes(matches: &ArgMatches, language: Language) -> Result<Vec<Recipe>, Stop> {
    let mut recipes = Vec::new();
    for path in matches.get_many::<OsString>("recipe").unwrap_or_default() {
        let text = input::document(path, input::LONGEST, language)?;
        // A file holds one recipe, or a list of them.
        let read = serde_json::from_str::<Vec<Recipe>>(&text)
            .or_else(|_| serde_json::from_str::<Recipe>(&text).map(|recipe| vec![recipe]));
        recipes.extend(read.map_err(|error| Stop::Failed(words::no_recipe(language, path, &error)))?);
    }
    Ok(recipes)
}

/// Reads the keys that are brought.
fn keys(matches: &ArgMatches, language: Language) -> Result<Vec<KeyFile>, Stop> {
    let to = match word(matches, "sum-to") {
        Some("deso") => Some(Division::Deso),
        Some(_) => Some(Division::Regso),
        None => None,
    };
    let mut keys = Vec::new();
    for path in given(matches, "key") {
        let bytes = input::bytes(path, input::LONGEST, language)?;
        let key = KeyFile::read(&input::name(path), &bytes, to, &Limits::default());
        keys.push(key.map_err(|error| Stop::Failed(sentence(&error, language)))?);
    }
    Ok(keys)
}

/// Imports all files, and returns with them what is to be said of those that can't be read; it fails only if none is left.
fn load_all(
    sources: &[Source<'_>],
    settings: &Settings,
    language: Language,
) -> Result<(Vec<Loaded>, Vec<String>), Stop> {
    let mut loaded = Vec::new();
    let mut unread = Vec::new();
    for source in sources {
        let read = match source {
            Source::Path(file) => load(file, settings, language),
            Source::Held { name, bytes } => {
                import(name, bytes, settings).map_err(|error| sentence(&in_file(error, name), language))
            }
        };
        match read {
            Ok(file) => loaded.push(file),
            Err(message) => unread.push(message),
        }
    }
    if loaded.is_empty() {
        return Err(Stop::Failed(unread.join("\n")));
    }
    Ok((loaded, unread))
}

/// Imports a file in as many passes as it takes; says why where that can't be done.
fn load(file: &OsStr, settings: &Settings, language: Language) -> Result<Loaded, String> {
    let unreadable = |error: io::Error| words::unreadable(language, file.as_ref(), &error);
    let name = input::name(file);
    let mut standard_input = if file == "-" { Some(Once::new().map_err(unreadable)?) } else { None };
    in_passes(|hints| {
        let import = FileImport::again(&name, settings, hints);
        let pass = if let Some(once) = &mut standard_input {
            once.pass().and_then(|pass| import.read_from(pass))
        } else {
            let opened = File::open(file).map_err(unreadable)?;
            let bar = progress(&name, opened.metadata().map_or(0, |metadata| metadata.len()));
            let pass = import.read_from(bar.wrap_read(opened));
            bar.finish_and_clear();
            pass
        };
        pass.map_err(unreadable)?.map_err(|error| sentence(&in_file(error, &name), language))
    })
}

/// Shows how far a file is read, where somebody looks on.
fn progress(name: &str, length: u64) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} % {eta}");
    let bar = ProgressBar::new(length).with_message(terminal(name).into_owned());
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Lists what could not be read, a line for each.
pub(super) fn rejected(rejected: &RejectedList, language: Language) -> String {
    let mut lines = String::new();
    for Rejected { place, problem, text } in rejected.entries().iter().take(LISTED) {
        let error = Error::from(problem.clone()).at(place.clone());
        // Writing to a String never fails.
        let _ = writeln!(lines, "{} [{}]", sentence(&error, language), terminal(text));
    }
    let listed = u64::try_from(LISTED.min(rejected.entries().len())).unwrap_or(u64::MAX);
    if rejected.total() > listed {
        let _ = writeln!(lines, "{}", words::more_rejected(language, rejected.total() - listed));
    }
    lines
}

/// Returns the year in which this is done, by the mean length of a year.
#[expect(clippy::disallowed_methods, reason = "the core asks for no clock, and so the command line tells it")]
fn this_year() -> Option<u32> {
    const YEAR: u64 = 31_556_952;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    u32::try_from(1970 + since.as_secs() / YEAR).ok()
}
