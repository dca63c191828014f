//! `troskel compare`: two periods, of the same files or of others.

use std::ffi::OsString;

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};
use troskel::Error;
use troskel::areas::Settings;
use troskel::criteria::Language;
use troskel::many::Run;
use troskel::output::comparison;
use troskel::output::list::Csv;
use troskel::years::{ChangeLog, Comparison, Moment};

use super::output::{bytes_to, write_to};
use super::{Common, Stop, input, load, sentence, tell, word, words};

/// Describes the command.
pub(super) fn command(language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
    let period = |name: &'static str| Arg::new(name).long(name).value_name("P");
    let command = Command::new("compare")
        .about(say(
            "Jämför två perioder: hur det gick från filerna till dem efter --with, eller mellan två perioder i samma filer",
            "Compares two periods: from the files to those after --with, or between two periods of the same files",
        ))
        .arg(
            Arg::new("with")
                .long("with")
                .value_name("FILE")
                .num_args(1..)
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(OsString))
                .help(say(
                    "Filer att jämföra med; annars samma filer",
                    "Files to compare with; otherwise the same files",
                )),
        )
        .arg(period("period").help(say(
            "Period i filerna, till exempel 2023; annars den senaste",
            "Period of the files, such as 2023; otherwise the newest",
        )))
        .arg(period("with-period").help(say(
            "Period att jämföra med, till exempel 2024; annars den senaste",
            "Period to compare with, such as 2024; otherwise the newest",
        )))
        .arg(load::path("changes").help(say(
            "Förteckning över ändrade områden: tidigare kod, ny kod och förändringstyp",
            "Log of changed areas: old code, new code and kind of change",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("csv|json")
                .value_parser(["csv", "json"])
                .default_value("csv")
                .help(say("Utdata som CSV eller JSON", "Output as CSV or JSON")),
        );
    load::told(load::files(command, language), language)
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let language = common.language;
    let failed = |error: Error| Stop::Failed(sentence(&error, language));
    let format = word(matches, "format").unwrap_or_default();
    let out = matches.get_one::<OsString>("out").map(OsString::as_os_str);
    load::refuse(matches, out, format, language)?;
    let (period, with_period) = (word(matches, "period"), word(matches, "with-period"));
    let has_others = matches.contains_id("with");
    if !has_others && period == with_period {
        return Err(Stop::Usage(words::nothing_to_compare(language)));
    }
    let log = matches
        .get_one::<OsString>("changes")
        .map(|path| ChangeLog::read(&input::name(path), &input::bytes(path, language)?).map_err(failed));
    let log = log.transpose()?;
    let settings = Settings::new(&common.set).recipes(load::recipes(matches, language)?).every_period(true);
    let load = |name: &str| {
        let joined = load::joined(matches, name, &settings, common)?;
        Run::new(joined, common.set.clone(), common.reading).map_err(failed)
    };
    let run = load("files")?;
    let others = if has_others { Some(load("with")?) } else { None };
    let moment =
        |run: &Run, period: Option<&str>| Moment::of_run(run, period, common.reading).map_err(failed);
    let before = moment(&run, period)?;
    let now = moment(others.as_ref().unwrap_or(&run), with_period)?;
    let made = Comparison::new(&before, &now, log.as_ref());
    if !matches.get_flag("quiet") {
        tell(&words::breaks(&made.breaks, &[], &common.set, language));
    }
    write_to(out, language, &mut |out| {
        bytes_to(out, |bytes| match format {
            "json" => comparison::json(&made, (&common.set, common.reading), bytes),
            _ => comparison::csv(&made, &common.set, Csv::Plain, bytes),
        })
    })
}
