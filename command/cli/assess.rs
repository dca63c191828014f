//! `troskel assess`: whole statistics files.

use std::ffi::OsString;
use std::io;

use clap::{Arg, ArgMatches, Command};
use troskel::criteria::Language;
use troskel::many::Run;
use troskel::output::list::{self, Columns, Csv};
use troskel::output::xlsx::xlsx;

use super::output::{bytes_to, write_to};
use super::project::{self, Use};
use super::{Common, Stop, load, sentence, tell, word};

/// Describes the command.
pub(super) fn command(language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
    let command = Command::new("assess").about(say(
        "Bedömer alla områden i statistikfiler; flera filer läggs ihop efter områdeskod",
        "Assesses all areas in statistics files; several files are joined by area code",
    ));
    let command = load::chosen(load::files(command, language), language)
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("csv|json|jsonl|xlsx")
                .value_parser(["csv", "json", "jsonl", "xlsx"])
                .default_value("csv")
                .help(say(
                    "Utdata som CSV, JSON, JSON med en rad för varje område, eller Excel",
                    "Output as CSV, JSON, JSON with a line for each area, or Excel",
                )),
        )
        .arg(Arg::new("columns").long("columns").value_name("NAMES").help(say(
            "Kolumner med komma emellan, som i CSV-filens rubrik, eller i flertal för alla kriterier: code,name,verdict,outcomes",
            "Columns with commas between, as in the CSV header, or in the plural for all criteria: code,name,verdict,outcomes",
        )));
    load::told(command, language)
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let language = common.language;
    let format = word(matches, "format").unwrap_or_default();
    let out = matches.get_one::<OsString>("out").map(OsString::as_os_str);
    load::refuse(matches, out, format, language)?;
    let columns = word(matches, "columns").map(|names| Columns::chosen(&common.set, names)).transpose();
    let columns = columns.map_err(|error| Stop::Usage(sentence(&error, language)))?;
    let sources = project::sources(matches, common)?;
    if let Some(kept) = &common.project {
        project::not_used(kept, &[Use::Period, Use::Order], language);
    }
    let run = load::run(matches, &sources, common)?;
    let (_, chosen) = project::filtered(common, &run)?;
    write_to(out, language, &mut |out| match &chosen {
        Some(positions) => write(&run, positions.iter().copied(), format, columns.as_ref(), language, out),
        None => write(&run, 0..run.len(), format, columns.as_ref(), language, out),
    })?;
    if format != "json" {
        tell(&load::rejected(&run.joined.rejected, language));
    }
    Ok(())
}

fn write(
    run: &Run,
    all: impl ExactSizeIterator<Item = usize>,
    format: &str,
    columns: Option<&Columns>,
    language: Language,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    bytes_to(out, |bytes| match format {
        "json" => list::json(run, all, columns, bytes),
        "jsonl" => list::json_lines(run, all, columns, bytes),
        "xlsx" => xlsx(run, all, language, columns, bytes),
        _ => list::csv(run, all, Csv::Plain, columns, bytes),
    })
}
