//! `troskel compare`: two periods, of the same files or of others.

use std::ffi::OsString;

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use troskel::Error;
use troskel::criteria::Language;
use troskel::many::Run;
use troskel::output::comparison;
use troskel::output::list::Csv;
use troskel::years::{Among, ChangeLog, Comparison, Moment};

use super::output::{bytes_to, write_to};
use super::project::{self, Sides};
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
        .arg(load::path("changes").action(ArgAction::Append).help(say(
            "Förteckning över ändrade områden: tidigare kod, ny kod och förändringstyp",
            "Log of changed areas: old code, new code and kind of change",
        )))
        .arg(load::csv_or_json(language));
    load::told(load::keyed(load::files(command, language), language), language)
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let language = common.language;
    let failed = |error: Error| Stop::Failed(sentence(&error, language));
    let format = word(matches, "format").unwrap_or_default();
    let out = matches.get_one::<OsString>("out").map(OsString::as_os_str);
    load::refuse(matches, out, format, language)?;
    let Sides { before, now, periods: [period, with_period] } = project::sides(matches, common)?;
    if now.is_none() && period == with_period {
        return Err(Stop::Usage(words::nothing_to_compare(language)));
    }
    let mut log: Option<ChangeLog> = None;
    for path in load::given(matches, "changes") {
        let bytes = input::bytes(path, input::LONGEST, language)?;
        let read = ChangeLog::read(&input::name(path), &bytes).map_err(failed)?;
        match &mut log {
            Some(known) => known.add(read),
            none => *none = Some(read),
        }
    }
    // Without its logs other areas would be comparable.
    let of_project = common.project.as_ref().map_or_else(Vec::new, |project| project.change_logs.clone());
    if log.is_none() && !of_project.is_empty() {
        return Err(Stop::Usage(words::project_with_logs(&of_project, language)));
    }
    let settings = load::settings(matches, common)?.every_period(true);
    let run = load::assessed(matches, &before, &settings, common)?;
    let others = now.map(|files| load::assessed(matches, &files, &settings, common)).transpose()?;
    let last = others.as_ref().unwrap_or(&run);
    let moment =
        |run: &Run, period: Option<&str>| Moment::of_run(run, period, common.reading).map_err(failed);
    let before = moment(&run, period)?;
    // What the page shows of the later files stands at the project's year, and so does its filter.
    let shown = common.project.as_ref().and_then(|kept| project::at_year(kept, last, language));
    let (filter, _) = project::filtered(common, shown.as_ref().map_or(last, |moment| &moment.run))?;
    let among =
        Among::filtered(shown.as_ref().map_or(last, |moment| &moment.run), &filter).map_err(failed)?;
    let now = match shown {
        Some(moment) if others.is_some() && with_period.is_none() => moment,
        _ => moment(last, with_period)?,
    };
    let made = Comparison::new(&before, &now, log.as_ref(), &among);
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
