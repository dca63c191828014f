//! The commands, the options that all of them take, and the exit status.

mod assess;
mod check;
mod compare;
mod input;
mod load;
mod output;
mod project;
mod report;
mod rule;
mod series;
mod sources;
mod swedish;
mod verify;
mod words;

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command, value_parser};
use troskel::criteria::{CriteriaSet, Language, Reading, sets};
use troskel::document::Document;
use troskel::output::project::Project;
use troskel::output::safe::{terminal, terminal_lines};
use troskel::{Error, Place};

/// The place in the help of the options that every command takes.
const AFTER_THE_OWN: usize = 100;

/// Why a command ends early.
enum Stop {
    /// Something could not be read, or does not hold: exit status 1.
    Failed(String),
    /// The arguments are wrong: exit status 2.
    Usage(String),
}

/// What every command takes.
struct Common {
    language: Language,
    set: CriteriaSet,
    /// The project's reading where none was chosen, or the set's own.
    reading: Reading,
    /// What the page has kept of a person's work, where it is named.
    project: Option<Project>,
}

/// Runs the command that the arguments name.
pub(crate) fn run(arguments: &[OsString]) -> ExitCode {
    let language = language(arguments);
    match dispatch(arguments, language) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            let (message, status) = match stop {
                Stop::Failed(message) => (message, 1),
                Stop::Usage(message) => (message, 2),
            };
            tell(&format!("troskel: {message}\n"));
            ExitCode::from(status)
        }
    }
}

fn dispatch(arguments: &[OsString], language: Language) -> Result<(), Stop> {
    let set = criteria(option(arguments, "--criteria"), language)?;
    let command = command(&set, language);
    let command = match language {
        Language::Sv => swedish::command(command),
        Language::En => command,
    };
    let matches = match command.try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) if error.use_stderr() => {
            return Err(Stop::Usage(match language {
                Language::Sv => swedish::message(&error),
                Language::En => english(&error),
            }));
        }
        Err(error) => return print(&error.to_string(), language),
    };
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    if name == "verify" {
        return verify::run(matches, language);
    }
    let word = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let usage = |error: Error| Stop::Usage(sentence(&error, language));
    let tie = word("tie").map(str::parse).transpose().map_err(usage)?;
    let require = word("require").map(str::parse).transpose().map_err(usage)?;
    let project = project::read(matches, language)?;
    let (set, kept) = match &project {
        Some(project) => {
            let (set, reading) = project::criteria(project, matches, set, language)?;
            (set, Some(reading))
        }
        None => (set, None),
    };
    let tie = tie.or(kept.map(|reading| reading.tie));
    let reading = set.reading(tie, require.or(kept.map(|reading| reading.require))).map_err(usage)?;
    let common = Common { language, set, reading, project };
    match name {
        "assess" => assess::run(matches, &common),
        "check" => check::run(matches, &common),
        "compare" => compare::run(matches, &common),
        "report" => report::run(matches, &common),
        "rule" => rule::run(matches, &common),
        "series" => series::run(matches, &common),
        "sources" => sources::run(matches, &common),
        _ => Ok(()),
    }
}

/// Returns the parser's own message, which begins with "error: " and names the option.
fn english(error: &clap::Error) -> String {
    error.to_string().trim_start_matches("error: ").trim_end().to_owned()
}

fn command(set: &CriteriaSet, language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
    // A command's own options come first in its help.
    let option = |name: &'static str, value: &'static str| {
        Arg::new(name).long(name).value_name(value).global(true).display_order(AFTER_THE_OWN)
    };
    Command::new("troskel")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(
            "Räknar exakt ut om ett område uppfyller kriterierna i en kriterieuppsättning",
            "Tells exactly whether an area meets the criteria of a criteria set",
        ))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(option("criteria", "ID|FILE").value_parser(value_parser!(OsString)).help(say(
            "Kriterieuppsättning: promemoria-2018 (förval), scb-2012 eller en fil",
            "Criteria set: promemoria-2018 (default), scb-2012 or a file",
        )))
        .arg(option("tie", "strict|inclusive").help(say(
            "Räknas en siffra exakt på gränsen som uppfylld? strict: nej, inclusive: ja",
            "Does a figure exactly on the threshold count as met? strict: no, inclusive: yes",
        )))
        .arg(option("require", "all|any|K").help(say(
            "Hur många kriterier måste vara uppfyllda: alla, något eller minst K",
            "How many criteria must be met: all, any or at least K",
        )))
        .arg(option("lang", "sv|en").value_parser(["sv", "en"]).help(say(
            "Språk i texter för människor; förval enligt systemets inställning",
            "Language of texts for people; by default that of the locale",
        )))
        .subcommand(assess::command(language))
        .subcommand(check::command(set, language))
        .subcommand(series::command(language))
        .subcommand(compare::command(language))
        .subcommand(report::command(language))
        .subcommand(rule::command(language))
        .subcommand(sources::command(language))
        .subcommand(verify::command(language))
}

/// Returns the language asked for, or the locale's.
fn language(arguments: &[OsString]) -> Language {
    if let Some(chosen) = option(arguments, "--lang") {
        return Language::of_locale(&chosen.to_string_lossy());
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    Language::of_locale(locale.as_deref().unwrap_or_default())
}

/// Finds an option's value before the arguments are parsed: the language of the help and the criteria set's own
/// options depend on it.
fn option(arguments: &[OsString], name: &str) -> Option<OsString> {
    let mut words = arguments.iter().skip(1);
    let mut found = None;
    while let Some(word) = words.next().filter(|word| *word != "--") {
        if word == name {
            found = words.next().cloned();
        } else if let Some(value) = value_in(word, name) {
            found = Some(value);
        }
    }
    found
}

/// Returns the value of a word such as `--name=value`.
fn value_in(word: &OsStr, name: &str) -> Option<OsString> {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;

        let rest = word.as_bytes().strip_prefix(name.as_bytes())?.strip_prefix(b"=")?;
        Some(OsStr::from_bytes(rest).to_owned())
    }
    #[cfg(not(unix))]
    {
        Some(word.to_str()?.strip_prefix(name)?.strip_prefix('=')?.into())
    }
}

/// Returns the criteria set of an id or in a file; the memo's where none is named.
fn criteria(chosen: Option<OsString>, language: Language) -> Result<CriteriaSet, Stop> {
    let chosen = chosen.unwrap_or_else(|| "promemoria-2018".into());
    let text = match chosen.to_str().and_then(sets::json) {
        Some(text) => text.to_owned(),
        // What looks like no file, and is none, is a misspelt id.
        None => match chosen.to_str().filter(|id| !id.contains(['.', '/', '\\'])) {
            Some(id) if !Path::new(id).exists() => return Err(Stop::Usage(words::no_such_set(language, id))),
            _ => input::document(&chosen, input::LONGEST, language)?,
        },
    };
    let read = || CriteriaSet::from_document(&Document::from_json(&text)?);
    let name = input::name(&chosen);
    read().map_err(|error: Error| Stop::Failed(sentence(&in_file(error, &name), language)))
}

/// Returns the sentence for an error after the place where it was found, as a line for a terminal.
fn sentence(error: &Error, language: Language) -> String {
    terminal(&troskel::words::error(error, language)).into_owned()
}

/// Adds the file's name to where an error was found.
fn in_file(error: Error, file: &str) -> Error {
    let place = error.place.as_deref().cloned().unwrap_or_default();
    error.at(Place { file: Some(file.to_owned()), ..place })
}

/// Writes to standard output.
fn print(text: &str, language: Language) -> Result<(), Stop> {
    output::write_to(None, language, &mut |out| out.write_all(text.as_bytes()))
}

/// Writes to standard error; nothing is left to do where that is closed, too.
fn tell(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(terminal_lines(text).as_bytes()).and_then(|()| out.flush());
}

/// Returns an option's value as text.
fn word<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}
