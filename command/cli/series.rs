//! `troskel series`: areas year by year.

use std::ffi::OsString;

use clap::{Arg, ArgAction, ArgMatches, Command};
use troskel::Error;
use troskel::criteria::Language;
use troskel::many::Run;
use troskel::output::list::Csv;
use troskel::output::series::{self, Shape};
use troskel::years::Timeline;

use super::output::{bytes_to, write_to};
use super::project::{self, Use};
use super::words::Part;
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
        .arg(load::csv_or_json(language))
        .arg(Arg::new("wide").long("wide").action(ArgAction::SetTrue).help(say(
            "CSV med en rad för varje område och kolumner för varje år",
            "CSV with a row for each area and columns for each year",
        )));
    load::told(load::keyed(load::files(command, language), language), language)
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let language = common.language;
    let failed = |error: Error| Stop::Failed(sentence(&error, language));
    let format = word(matches, "format").unwrap_or_default();
    let out = matches.get_one::<OsString>("out").map(OsString::as_os_str);
    load::refuse(matches, out, format, language)?;
    let sources = project::sources(matches, common)?;
    let settings = load::settings(matches, common)?.every_period(true);
    let run = load::assessed(matches, &sources, &settings, common)?;
    let timeline = Timeline::new(&run).map_err(failed)?;
    let frame = timeline.frame();
    if frame.periods.is_empty() {
        return Err(Stop::Failed(words::no_years(language)));
    }
    if !matches.get_flag("quiet") {
        tell(&words::breaks(&frame.breaks, &frame.undated, &common.set, language));
    }
    let rows = rows(matches, &timeline, &run, common)?;
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

/// Finds the areas that are asked for: by their codes, else those that the project's filter leaves.
fn rows(matches: &ArgMatches, timeline: &Timeline, run: &Run, common: &Common) -> Result<Vec<usize>, Stop> {
    let language = common.language;
    let codes = matches.get_many::<String>("area");
    if let Some(kept) = &common.project {
        // Of the year hangs only what the filter asks of the figures.
        let uses = if codes.is_some() {
            &[][..]
        } else if kept.filter.is_of_places() {
            &[Use::Order][..]
        } else {
            &[Use::Order, Use::Period][..]
        };
        project::not_used(kept, uses, language);
        if codes.is_some() && kept.filter.is_filter() {
            project::say(&words::in_place_of("area", &[Part::Filter], language));
        }
    }
    let Some(codes) = codes else {
        let moment = common.project.as_ref().filter(|kept| !kept.filter.is_of_places());
        let moment = moment.and_then(|kept| project::at_year(kept, run, language));
        let run = moment.as_ref().map_or(run, |moment| &moment.run);
        let (_, chosen) = project::filtered(common, run)?;
        let Some(chosen) = chosen else { return Ok((0..timeline.len()).collect()) };
        let row = |position: usize| timeline.row(run.joined.areas.get(position)?);
        return Ok(chosen.into_iter().filter_map(row).collect());
    };
    let find = |code: &String| {
        let is = |row: &usize| timeline.area(*row).is_some_and(|area| area.code.as_ref() == Some(code));
        (0..timeline.len()).find(is).ok_or_else(|| Stop::Failed(words::no_such_area(language, code)))
    };
    codes.map(find).collect()
}
