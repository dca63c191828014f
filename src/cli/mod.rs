//! The commands, the options that all of them take, and the exit status.

mod assess;
mod check;
mod rule;
mod sources;
mod swedish;
mod verify;
mod words;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;
use std::{env, fs};

use clap::{Arg, ArgMatches, Command};
use troskel::criteria::{CriteriaSet, Language, Reading, sets};
use troskel::document::Document;
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
    /// The set's own reading where none was chosen.
    reading: Reading,
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
            // Nothing is left to do where standard error is closed too.
            let _ = writeln!(std::io::stderr(), "troskel: {}", terminal_lines(&message));
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
        Err(error) => return print(&error.to_string()),
    };
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    let word = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let usage = |error: Error| Stop::Usage(sentence(&error, language));
    let tie = word("tie").map(str::parse).transpose().map_err(usage)?;
    let require = word("require").map(str::parse).transpose().map_err(usage)?;
    let reading = set.reading(tie, require).map_err(usage)?;
    let common = Common { language, set, reading };
    match name {
        "assess" => assess::run(matches, &common),
        "check" => check::run(matches, &common),
        "rule" => rule::run(matches, &common),
        "sources" => sources::run(matches, &common),
        "verify" => verify::run(matches, &common),
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
        .arg(option("criteria", "ID|FILE").help(say(
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
        .subcommand(rule::command(language))
        .subcommand(sources::command(language))
        .subcommand(verify::command(language))
}

/// Returns the language asked for, or the locale's.
fn language(arguments: &[OsString]) -> Language {
    if let Some(chosen) = option(arguments, "--lang") {
        return Language::of_locale(chosen);
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    Language::of_locale(locale.as_deref().unwrap_or_default())
}

/// Finds an option's value before the arguments are parsed: the language of the help and the criteria set's own
/// options depend on it.
fn option<'a>(arguments: &'a [OsString], name: &str) -> Option<&'a str> {
    let mut words = arguments.iter().skip(1).map(|word| word.to_str().unwrap_or_default());
    let mut found = None;
    while let Some(word) = words.next().filter(|word| *word != "--") {
        if word == name {
            found = words.next();
        } else if let Some(value) = word.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
            found = Some(value);
        }
    }
    found
}

/// Returns the criteria set of an id or in a file; the memo's where none is named.
fn criteria(chosen: Option<&str>, language: Language) -> Result<CriteriaSet, Stop> {
    let chosen = chosen.unwrap_or("promemoria-2018");
    let text = match sets::json(chosen) {
        Some(text) => text.to_owned(),
        None => fs::read_to_string(chosen).map_err(|error| {
            if chosen.contains(['.', '/', '\\']) {
                Stop::Failed(words::unreadable(language, chosen, &error))
            } else {
                Stop::Usage(words::no_such_set(language, chosen))
            }
        })?,
    };
    let read = || CriteriaSet::from_document(&Document::from_json(&text)?);
    read().map_err(|error: Error| Stop::Failed(sentence(&in_file(error, chosen), language)))
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

/// Writes to standard output; a reader that has gone away is no failure.
fn print(text: &str) -> Result<(), Stop> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Stop::Failed(error.to_string())),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Returns an option's value as text.
fn word<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}
