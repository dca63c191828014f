//! `troskel sources`: the addresses of the open tables, one a line. It connects to nothing.

use clap::{Arg, ArgAction, ArgMatches, Command};
use troskel::criteria::Language;
use troskel::memo;
use troskel::sources::{Level, Source, Sources};

use super::{Common, Stop, print, tell, word};

/// Describes the command.
pub(super) fn command(language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
    Command::new("sources")
        .about(say(
            "Skriver adresserna till SCB:s öppna tabeller, en per rad, att hämta och läsa med assess",
            "Prints the addresses of Statistics Sweden’s open tables, one a line, to fetch and read with assess",
        ))
        .arg(
            Arg::new("municipality")
                .long("municipality")
                .value_name("CODE")
                .action(ArgAction::Append)
                .help(say(
                    "Kommunkod med fyra siffror, en eller flera; annars hela landet",
                    "Code of a municipality, four digits, one or more; else the whole country",
                )),
        )
        .arg(Arg::new("period").long("period").value_name("YEAR").help(say(
            "År; annars det senaste då alla siffror gäller samma områdesindelning",
            "Year; else the latest of which all figures are of one division into areas",
        )))
        .arg(
            Arg::new("areas").long("areas").value_name("regso|deso").value_parser(["regso", "deso"]).default_value("regso").help(say(
                "Områdenas storlek; för DeSO finns inget valdeltagande",
                "The size of the areas; of DeSO there is no turnout",
            )),
        )
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let language = common.language;
    let sources = Sources::read().map_err(|error| Stop::Failed(error.to_string()))?;
    let level = if word(matches, "areas") == Some("deso") { Level::Deso } else { Level::Regso };
    let places = matches
        .get_many::<String>("municipality")
        .unwrap_or_default()
        .map(String::as_str)
        .collect::<Vec<_>>();
    if let Some(&unknown) = places.iter().find(|code| memo::by_code(code).is_none()) {
        return Err(Stop::Usage(language.choose(
            format!("det finns ingen kommun med koden {unknown}: fyra siffror väntades, till exempel 1488"),
            format!(
                "there is no municipality with the code {unknown}: four digits were expected, such as 1488"
            ),
        )));
    }
    let year = match word(matches, "period") {
        Some(text) => text.parse().map_err(|_| {
            Stop::Usage(language.choose(
                format!("{text} är inte ett år: fyra siffror väntades, till exempel 2022"),
                format!("{text} is not a year: four digits were expected, such as 2022"),
            ))
        })?,
        None => sources.comparable_year(level).unwrap_or_default(),
    };
    let found = sources.of(level, &places, year, language.choose("sv", "en"));
    let addresses = found.iter().filter_map(|source| match source {
        Source::Address(address) => Some(format!("{address}\n")),
        Source::Page { .. } => None,
    });
    let text = addresses.collect::<String>();
    if text.is_empty() {
        return Err(Stop::Failed(language.choose(
            format!("ingen öppen tabell har siffror för {year}"),
            format!("no open table has figures for {year}"),
        )));
    }
    print(&text, language)?;
    for source in &found {
        if let Source::Page { name, address, year } = source {
            tell(&language.choose(
                format!("{name}, {year}: adressen till själva siffrorna är inte känd; välj och hämta på {address}\n"),
                format!("{name}, {year}: the address of the figures themselves is not known; choose and download at {address}\n"),
            ));
        }
    }
    Ok(())
}
