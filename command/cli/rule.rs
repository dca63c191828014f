//! `troskel rule`: the rule under a reading, to run elsewhere.

use clap::{Arg, ArgMatches, Command};
use troskel::output::rule::{Form, Kind, Rule};

use super::{Common, Stop, print, sentence, word};
use troskel::criteria::Language;

/// Describes the command.
pub(super) fn command(language: Language) -> Command {
    Command::new("rule")
        .about(language.choose(
            "Skriver regeln som SQL, som Excelblad eller som JSON, att köra någon annanstans",
            "Writes the rule as SQL, as an Excel sheet or as JSON, to be run elsewhere",
        ))
        .arg(
            Arg::new("as")
                .long("as")
                .value_name("sql|excel-sv|excel-en|json")
                .value_parser(["sql", "excel-sv", "excel-en", "json"])
                .required(true)
                .help(language.choose(
                    "SQL för SQLite, PostgreSQL, DuckDB och Spark; blad för svensk eller engelsk Excel; JSON",
                    "SQL for SQLite, PostgreSQL, DuckDB and Spark; a sheet for a Swedish or English Excel; JSON",
                )),
        )
        .arg(
            Arg::new("figures")
                .long("figures")
                .value_name("percent|counts")
                .value_parser(["percent", "counts"])
                .default_value("percent")
                .help(language.choose(
                    "Siffrornas slag: procent, eller antal av ett totalt antal",
                    "The kind of figures: percentages, or counts of totals",
                )),
        )
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let Common { language, set, reading, .. } = common;
    let usage = |error| Stop::Usage(sentence(&error, *language));
    let form: Form = word(matches, "as").unwrap_or_default().parse().map_err(usage)?;
    let kind: Kind = word(matches, "figures").unwrap_or_default().parse().map_err(usage)?;
    let rule = Rule { set, reading: *reading, kind };
    print(&rule.write(form, *language), *language)
}
