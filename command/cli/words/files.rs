//! What there is to say of files, options and records.

use std::ffi::OsStr;
use std::io::{Error, ErrorKind};
use std::path::Path;

use troskel::criteria::{CriteriaSet, Language};
use troskel::output::record::Verification;
use troskel::output::safe::terminal;
use troskel::words::{Noun, counted, listed};

use super::quoted;

/// Says that an area or a municipality is not there.
pub(in crate::cli) fn no_such_place(language: Language, name: &str) -> String {
    let name = quoted(name, language);
    language.choose(
        format!("{name} finns inte i filerna. Skriv koden eller namnet som det står där."),
        format!("{name} is not in the files. Write the code or the name as it stands there."),
    )
}

/// Says that a name is that of several areas.
pub(in crate::cli) fn several_areas(language: Language, name: &str, areas: &[String]) -> String {
    let name = quoted(name, language);
    let areas = listed(&areas.iter().map(|area| terminal(area).into_owned()).collect::<Vec<_>>(), language);
    language.choose(
        format!("{name} är namnet på flera områden: {areas}. Skriv koden."),
        format!("{name} is the name of several areas: {areas}. Write the code."),
    )
}

/// Says in Swedish what keeps a file from being read or written; the system's own words where it is something rare.
fn in_swedish(error: &Error) -> String {
    let reasons = [
        (ErrorKind::NotFound, "den finns inte"),
        (ErrorKind::PermissionDenied, "du har inte rätt till den"),
        (ErrorKind::IsADirectory, "den är en mapp"),
        (ErrorKind::InvalidData, "den är inte text i UTF-8"),
        (ErrorKind::StorageFull, "det finns inte plats"),
    ];
    let known = reasons.into_iter().find(|(kind, _)| *kind == error.kind());
    known.map_or_else(|| error.to_string(), |(_, reason)| reason.to_owned())
}

/// Says that a file can't be read.
pub(in crate::cli) fn unreadable(language: Language, file: &Path, error: &Error) -> String {
    let name = shown(file);
    language.choose(
        format!("{name} går inte att läsa: {}", in_swedish(error)),
        format!("cannot read {name}: {error}"),
    )
}

/// Says that a file can't be written.
pub(in crate::cli) fn unwritable(language: Language, file: &Path, error: &Error) -> String {
    let name = shown(file);
    language.choose(
        format!("{name} går inte att skriva: {}", in_swedish(error)),
        format!("cannot write {name}: {error}"),
    )
}

/// Says that standard output can't be written.
pub(in crate::cli) fn unwritable_stdout(language: Language, error: &Error) -> String {
    language.choose(
        format!("standard ut går inte att skriva till: {}", in_swedish(error)),
        format!("cannot write standard output: {error}"),
    )
}

/// Says that a file to write to is one of those that are read.
pub(in crate::cli) fn onto_input(language: Language, out: &OsStr, input: &OsStr) -> String {
    let (out, input) = (shown(out.as_ref()), shown(input.as_ref()));
    language.choose(
        format!("--out {out}: det är samma fil som {input}, som läses. Välj ett annat namn."),
        format!("--out {out}: this is the same file as {input}, which is read. Choose another name."),
    )
}

/// Says that a workbook can't be shown in a terminal.
pub(in crate::cli) fn workbook_on_terminal(language: Language) -> String {
    language
        .choose(
            "en arbetsbok går inte att visa i terminalen. Skriv --out FILE.",
            "a workbook cannot be shown in a terminal. Write --out FILE.",
        )
        .to_owned()
}

/// Says that a record brings its own criteria and reading along.
pub(in crate::cli) fn record_decides(language: Language, option: &str) -> String {
    language.choose(
        format!(
            "--{option}: underlaget har kriterierna och tolkningen med sig, så de går inte att välja här"
        ),
        format!(
            "--{option}: the record brings its criteria and reading along, so they cannot be chosen here"
        ),
    )
}

fn shown(file: &Path) -> String {
    terminal(&file.to_string_lossy()).into_owned()
}

/// Says that a file is no recipe.
pub(in crate::cli) fn no_recipe(language: Language, file: &OsStr, error: &serde_json::Error) -> String {
    let file = shown(file.as_ref());
    language.choose(format!("{file} är inte ett recept: {error}"), format!("{file} is no recipe: {error}"))
}

/// Says how many more rows and cells could not be read.
pub(in crate::cli) fn more_rejected(language: Language, more: u64) -> String {
    language.choose(
        format!("… och {more} till. Alla finns i --format json."),
        format!("… and {more} more. All are in --format json."),
    )
}

/// Says how many more there are.
pub(in crate::cli) fn more(language: Language, more: usize) -> String {
    language.choose(format!("… och {more} till"), format!("… and {more} more"))
}

/// Says that no criteria set has the id.
pub(in crate::cli) fn no_such_set(language: Language, id: &str) -> String {
    language.choose(
        format!("”{id}” är varken en kriterieuppsättning (promemoria-2018, scb-2012) eller en fil"),
        format!("{id:?} is neither a criteria set (promemoria-2018, scb-2012) nor a file"),
    )
}

/// Says that `--figure` needs an id and a figure.
pub(in crate::cli) fn no_pair(language: Language, text: &str) -> String {
    language.choose(
        format!("--figure {text}: skriv kriteriets id, likhetstecken och siffran, till exempel turnout=71,3"),
        format!(
            "--figure {text}: write the criterion's id, an equals sign and the figure, such as turnout=71.3"
        ),
    )
}

/// Says that the set has no such criterion.
pub(in crate::cli) fn no_such_criterion(language: Language, id: &str, set: &CriteriaSet) -> String {
    let known: Vec<&str> = set.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    let known = known.join(", ");
    language.choose(
        format!("”{id}” finns inte i {}; där finns {known}", set.id),
        format!("{id:?} is not in {}, which has {known}", set.id),
    )
}

/// Says that a figure was given twice.
pub(in crate::cli) fn figure_twice(language: Language, option: &str) -> String {
    language.choose(
        format!("{option}: siffran är angiven två gånger"),
        format!("{option}: the figure is given twice"),
    )
}

/// Says that every line of a record holds, and what that does not mean; `page` where the record stands in its page.
pub(in crate::cli) fn record_holds(language: Language, found: &Verification, page: bool) -> String {
    let Verification { lines, product_version, criteria, hash, .. } = found;
    let (product_version, criteria, hash) = (terminal(product_version), terminal(criteria), terminal(hash));
    let shown = match (page, language) {
        (false, _) => "",
        (true, Language::Sv) => "Bara sidans data är kontrollerade, inte texten som visas på sidan.\n",
        (true, Language::En) => "Only the data of the page were checked, not the text that the page shows.\n",
    };
    let counted = counted(*lines, Noun::Line, language);
    language.choose(
        format!(
            "Allt stämmer: {counted}. Underlaget gjordes med Tröskel {product_version} och {criteria} (SHA-256 {hash}).\n\
             {shown}Kontrollen hittar fel och ändrade rader. Den visar inte vem som gjort underlaget.\n"
        ),
        format!(
            "All holds: {counted}. The record was made with Tröskel {product_version} and {criteria} (SHA-256 {hash}).\n\
             {shown}The check finds mistakes and altered lines. It does not show who made the record.\n"
        ),
    )
}

/// Says how many lines of a record do not hold.
pub(in crate::cli) fn record_fails(language: Language, found: &Verification) -> String {
    let (wrong, lines) = (found.problems.len(), counted(found.lines, Noun::Line, language));
    language.choose(
        format!("underlaget stämmer inte: {wrong} av {lines}"),
        format!("the record does not hold: {wrong} of {lines}"),
    )
}
