//! `troskel verify`: computes every line of a decision record again.

use std::fs;

use clap::{Arg, ArgMatches, Command};
use troskel::document::Document;
use troskel::output::record::{embedded, verify};
use troskel::{Error, Problem};

use super::{Common, Stop, in_file, print, sentence, word, words};
use troskel::criteria::Language;

/// Describes the command.
pub(super) fn command(language: Language) -> Command {
    Command::new("verify")
        .about(language.choose(
            "Räknar om varje rad i ett underlag och säger vilka rader som inte stämmer",
            "Computes every line of a decision record again and names those that do not hold",
        ))
        .arg(Arg::new("record").value_name("RECORD.json").required(true).help(language.choose(
            "Underlaget som JSON, eller den utskrivbara sidan som innehåller det",
            "The record as JSON, or the printable page that holds it",
        )))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let language = common.language;
    let file = word(matches, "record").unwrap_or_default();
    let text =
        fs::read_to_string(file).map_err(|error| Stop::Failed(words::unreadable(language, file, &error)))?;
    let failed = |error: Error| Stop::Failed(sentence(&in_file(error, file), language));
    let json = match embedded(&text) {
        Some(json) => json,
        None if text.trim_start().starts_with('<') => return Err(failed(Problem::NotARecord.into())),
        None => &text,
    };
    let found = Document::from_json(json).and_then(|document| verify(&document)).map_err(failed)?;
    if found.problems.is_empty() {
        return print(&words::record_holds(language, &found));
    }
    let lines: Vec<String> =
        found.problems.iter().map(|error| sentence(&in_file(error.clone(), file), language)).collect();
    Err(Stop::Failed(format!("{}\n  {}", words::record_fails(language, &found), lines.join("\n  "))))
}
