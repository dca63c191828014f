//! `troskel series`: areas year by year.

use std::ffi::OsString;

use clap::{Arg, ArgAction, ArgMatches, Command};
use troskel::Error;
use troskel::areas::Settings;
use troskel::criteria::Language;
use troskel::many::Run;
use troskel::output::list::Csv;
use troskel::output::series::{self, Shape};
use troskel::years::Timeline;

use super::output::{bytes_to, write_to};
use super::{Common, Stop, load, sentence, tell, word, words};

/// Describes the command.
pub(super) fn command(language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
    let command = Command::new("series")
        .about(say(
            "Visar områden år för år: siffror, utfall, ändring och brott i tidsserien",
            "Shows areas year by year: figures, outcomes, change and breaks in the series",
        ))
        .arg(Arg::new("area").long("area").value_name("CODE").action(ArgAction::Append).help(say(
            "Område att visa, med sin kod; kan anges flera gånger. Annars alla områden",
            "Area to show, by its code; can be given several times. Otherwise all areas",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("csv|json")
                .value_parser(["csv", "json"])
                .default_value("csv")
                .help(say("Utdata som CSV eller JSON", "Output as CSV or JSON")),
        )
        .arg(Arg::new("wide").long("wide").action(ArgAction::SetTrue).help(say(
            "CSV med en rad för varje område och kolumner för varje år",
            "CSV with a row for each area and columns for each year",
        )));
    load::told(load::files(command, language), language)
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let language = common.language;
    let failed = |error: Error| Stop::Failed(sentence(&error, language));
    let format = word(matches, "format").unwrap_or_default();
    let out = matches.get_one::<OsString>("out").map(OsString::as_os_str);
    load::refuse(matches, out, format, language)?;
    let settings = Settings::new(&common.set).recipes(load::recipes(matches, language)?).every_period(true);
    let joined = load::joined(matches, "files", &settings, common)?;
    let run = Run::new(joined, common.set.clone(), common.reading).map_err(failed)?;
    let timeline = Timeline::new(&run).map_err(failed)?;
    let frame = timeline.frame();
    if frame.periods.is_empty() {
        return Err(Stop::Failed(words::no_years(language)));
    }
    if !matches.get_flag("quiet") {
        tell(&words::breaks(&frame.breaks, &frame.undated, &common.set, language));
    }
    let rows = rows(matches, &timeline, language)?;
    let shape = if matches.get_flag("wide") { Shape::Wide } else { Shape::Tidy };
    write_to(out, language, &mut |out| {
        bytes_to(out, |bytes| {
            let rows = rows.iter().copied();
            match format {
                "json" => series::json(&timeline, (run.set(), run.reading()), rows, bytes),
                _ => series::csv(&timeline, run.set(), rows, (Csv::Plain, shape), bytes),
            }
        })
    })?;
    if format != "json" {
        tell(&load::rejected(&run.joined.rejected, language));
    }
    Ok(())
}

/// Finds the areas that are asked for.
fn rows(matches: &ArgMatches, timeline: &Timeline, language: Language) -> Result<Vec<usize>, Stop> {
    let Some(codes) = matches.get_many::<String>("area") else { return Ok((0..timeline.len()).collect()) };
    let find = |code: &String| {
        let is = |row: &usize| timeline.area(*row).is_some_and(|area| area.code.as_ref() == Some(code));
        (0..timeline.len()).find(is).ok_or_else(|| Stop::Failed(words::no_such_area(language, code)))
    };
    codes.map(find).collect()
}
