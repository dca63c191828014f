//! `troskel check`: one area, typed on the command line.

use clap::{Arg, ArgAction, ArgMatches, Command};
use troskel::assess::{assess, what_if};
use troskel::criteria::{CriteriaSet, Criterion, Unit};
use troskel::figure::{Given, Stated};
use troskel::output::json::{Label, area};
use troskel::output::safe::{terminal, terminal_lines};

use super::{Common, Stop, print, sentence, word, words};
use troskel::criteria::Language;

/// The options that a criterion's id must not hide; such a criterion's figure is given with `--figure`.
const TAKEN: [&str; 8] = ["criteria", "tie", "require", "lang", "figure", "format", "help", "version"];

/// Describes the command, with an option for each criterion of the set.
pub(super) fn command(set: &CriteriaSet, language: Language) -> Command {
    let own = set.criteria.iter().filter(|criterion| has_option(criterion)).map(|criterion| {
        let label = terminal(criterion.label.of(language)).into_owned();
        Arg::new(criterion.id.clone()).long(criterion.id.clone()).value_name("FIGURE").help(label)
    });
    Command::new("check")
        .about(language.choose(
            "Bedömer ett område; FIGURE är ett procenttal (58,2) eller ett antal av ett totalt antal (742/1237)",
            "Assesses one area; FIGURE is a percentage (58.2) or a count of a total (742/1237)",
        ))
        .args(own)
        .arg(
            Arg::new("figure").long("figure").value_name("ID=FIGURE").action(ArgAction::Append).help(
                language.choose(
                    "Siffra för ett kriterium i kriterieuppsättningen",
                    "Figure for a criterion of the set",
                ),
            ),
        )
        .arg(
            Arg::new("format").long("format").value_name("text|json").value_parser(["text", "json"]).default_value("text").help(
                language.choose("Text för människor eller JSON", "Text for people or JSON"),
            ),
        )
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let Common { language, set, reading, .. } = common;
    let figures = figures(matches, set, *language)?;
    let assessment = assess(set, *reading, &figures);
    let answer = what_if(set, *reading, &figures);
    let text = match word(matches, "format") {
        Some("json") => area(&Label::default(), &assessment, Some(&answer)).to_json() + "\n",
        _ => terminal_lines(&words::assessment(*language, set, *reading, &figures, &assessment, &answer))
            .into_owned(),
    };
    print(&text, *language)
}

fn has_option(criterion: &Criterion) -> bool {
    !TAKEN.contains(&criterion.id.as_str())
}

/// Reads a figure for each criterion, from its own option or from `--figure`.
fn figures(matches: &ArgMatches, set: &CriteriaSet, language: Language) -> Result<Vec<Option<Stated>>, Stop> {
    // Each with the option by which it was given.
    let mut named: Vec<(&str, String, &str)> = set
        .criteria
        .iter()
        .filter(|criterion| has_option(criterion))
        .filter_map(|criterion| {
            let id = criterion.id.as_str();
            Some((id, format!("--{id}"), word(matches, id)?))
        })
        .collect();
    for pair in matches.get_many::<String>("figure").unwrap_or_default() {
        let Some((id, text)) = pair.split_once('=') else {
            return Err(Stop::Usage(words::no_pair(language, pair)));
        };
        if set.criterion(id).is_none() {
            return Err(Stop::Usage(words::no_such_criterion(language, id, set)));
        }
        named.push((id, format!("--figure {id}"), text));
    }
    set.criteria
        .iter()
        .map(|criterion| {
            let mut given_here = named.iter().filter(|(id, _, _)| *id == criterion.id);
            let Some((_, option, text)) = given_here.next() else { return Ok(None) };
            if let Some((_, again, _)) = given_here.next() {
                return Err(Stop::Usage(words::figure_twice(language, again)));
            }
            given(criterion, text).read().map_err(|error| {
                Stop::Usage(format!("{option}: {}", sentence(&error.problem.into(), language)))
            })
        })
        .collect()
}

/// Takes a figure in the notation of the command line: around a slash with a digit on either side stand a count and its
/// total, and any other text is one number.
fn given(criterion: &Criterion, text: &str) -> Given {
    let noise = String::new();
    let is_pair = |(count, total): &(&str, &str)| {
        [count, total].iter().any(|part| part.contains(|c: char| c.is_ascii_digit()))
    };
    match (criterion.unit, text.split_once('/').filter(is_pair)) {
        (Unit::Percent, Some((count, total))) => {
            Given::Count { count: count.to_owned(), total: total.to_owned(), noise }
        }
        (Unit::Percent, None) => Given::Percent { text: text.to_owned(), exact: false, of: String::new() },
        (Unit::Persons, _) => Given::Amount { text: text.to_owned(), noise },
    }
}
