//! `troskel verify`: computes every line of a decision record again.

use std::ffi::OsString;

use clap::{Arg, ArgMatches, Command, value_parser};
use troskel::criteria::Language;
use troskel::document::Document;
use troskel::output::record::{embedded, verify};
use troskel::{Error, Problem};

use super::{Stop, in_file, input, print, sentence, words};

/// Lines that do not hold and are named; more are counted.
const LISTED: usize = 1_000;

/// Describes the command.
pub(super) fn command(language: Language) -> Command {
    Command::new("verify")
        .about(language.choose(
            "Räknar om varje rad i ett underlag och säger vilka rader som inte stämmer",
            "Computes every line of a decision record again and names those that do not hold",
        ))
        .arg(
            Arg::new("record")
                .value_name("RECORD.json")
                .required(true)
                .value_parser(value_parser!(OsString))
                .help(language.choose(
                    "Underlaget som JSON, eller den utskrivbara sidan som innehåller det",
                    "The record as JSON, or the printable page that holds it",
                )),
        )
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, language: Language) -> Result<(), Stop> {
    // The record brings them along: an option that changes nothing would mislead.
    if let Some(option) = ["criteria", "tie", "require"].into_iter().find(|name| matches.contains_id(name)) {
        return Err(Stop::Usage(words::record_decides(language, option)));
    }
    let Some(file) = matches.get_one::<OsString>("record") else { return Ok(()) };
    let name = input::name(file);
    let text = input::document(file, input::LONGEST, language)?;
    let failed = |error: Error| Stop::Failed(sentence(&in_file(error, &name), language));
    let page = embedded(&text);
    let json = match page {
        Some(json) => json,
        None if text.trim_start().starts_with('<') => return Err(failed(Problem::NotARecord.into())),
        None => &text,
    };
    let found = Document::from_json(json).and_then(|document| verify(&document)).map_err(failed)?;
    if found.problems.is_empty() {
        return print(&words::record_holds(language, &found, page.is_some()), language);
    }
    let mut lines = vec![words::record_fails(language, &found)];
    let problems = found.problems.iter().take(LISTED);
    lines.extend(problems.map(|error| sentence(&in_file(error.clone(), &name), language)));
    let more = found.problems.len().saturating_sub(LISTED);
    if more > 0 {
        lines.push(words::more(language, more));
    }
    Err(Stop::Failed(lines.join("\n  ")))
}
