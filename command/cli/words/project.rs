//! What there is to say of a project: why it can't be used, what holds in its place, and what of it is not used.

use troskel::criteria::Language;
use troskel::output::project::VERSION;
use troskel::output::safe::terminal;
use troskel::words::{Noun, counted, decimal, listed};
use troskel::{Error, Problem};

use super::quoted;

/// A part of a project.
pub(in crate::cli) enum Part<'a> {
    Criteria(&'a str),
    Reading,
    Sum,
    Period(&'a str),
    Filter,
    Order,
    Notes,
    Question,
    Before(Vec<&'a str>),
    ComparedWith(&'a str),
    ComparedYears(&'a [Option<String>; 2]),
    Unknown(&'a [String]),
}

/// Says why a file can't be used as a project.
pub(in crate::cli) fn unusable_project(file: &str, error: &Error, language: Language) -> String {
    let file = terminal(file);
    if let Problem::UnknownVersion { text } = &error.problem {
        return language.choose(
            format!(
                "{file} är ett projekt av version {text}. Det här programmet läser version {VERSION}. Hämta ett nyare \
                 program, eller spara projektet på den sida där det gjordes."
            ),
            format!(
                "{file} is a project of version {text}. This program reads version {VERSION}. Get a newer program, or \
                 save the project on the page where it was made."
            ),
        );
    }
    let why = terminal(&troskel::words::error(error, language)).into_owned();
    language.choose(
        format!(
            "{file} går inte att använda som projekt. {why} Det ska vara en fil som ”Många områden” har sparat, \
             oförändrad. Spara projektet en gång till."
        ),
        format!(
            "{file} cannot be used as a project. {why} It should be a file that “Many areas” has saved, unaltered. \
             Save the project once more."
        ),
    )
}

/// Says that a project does not have the content of its files.
pub(in crate::cli) fn project_without_files(names: &[&str], language: Language) -> String {
    if names.is_empty() {
        let none = language.choose(
            "Projektet har inga filer. Ange dem som ska läsas.",
            "The project has no files. Name those that are to be read.",
        );
        return none.to_owned();
    }
    let names = listed(&names.iter().map(|name| quoted(name, language)).collect::<Vec<_>>(), language);
    language.choose(
        format!("Projektet har inte innehållet i sina filer. Ange dem: {names}."),
        format!("The project does not have the content of its files. Name them: {names}."),
    )
}

/// Says that a project puts counts together by keys, which have to be named.
pub(in crate::cli) fn project_with_keys(names: &[String], language: Language) -> String {
    let names = listed(&names.iter().map(|name| quoted(name, language)).collect::<Vec<_>>(), language);
    language.choose(
        format!("Projektet lägger ihop antal efter en nyckel. Ange den med --key: {names}."),
        format!("The project puts counts together by a key. Name it with --key: {names}."),
    )
}

/// Says that the project compares by logs of changed areas, which have to be named.
pub(in crate::cli) fn project_with_logs(names: &[String], language: Language) -> String {
    let names = listed(&names.iter().map(|name| quoted(name, language)).collect::<Vec<_>>(), language);
    language.choose(
        format!(
            "Projektet jämför efter en förteckning över ändrade områden. Ange den med --changes: {names}."
        ),
        format!("The project compares by a log of changed areas. Name it with --changes: {names}."),
    )
}

/// Says that a file of the project is not there.
pub(in crate::cli) fn project_file_missing(name: &str, language: Language) -> String {
    let name = quoted(name, language);
    language.choose(
        format!(
            "Projektets fil {name} är inte angiven, och innehållet finns inte i projektet. Den är inte med."
        ),
        format!(
            "The project’s file {name} is not named, and its content is not in the project. It is left out."
        ),
    )
}

/// Says that a file is another than the project's of the same name.
pub(in crate::cli) fn project_file_changed(name: &str, language: Language) -> String {
    let name = quoted(name, language);
    language.choose(
        format!("{name} har ett annat innehåll än när projektet sparades. Det nya innehållet gäller."),
        format!("{name} has another content than when the project was kept. The new content holds."),
    )
}

/// Says that a file is read out of the project.
pub(in crate::cli) fn project_file_held(name: &str, language: Language) -> String {
    let name = quoted(name, language);
    language.choose(format!("{name} läses ur projektet."), format!("{name} is read out of the project."))
}

/// Says that a file is none of the project's.
pub(in crate::cli) fn project_file_new(name: &str, language: Language) -> String {
    let name = quoted(name, language);
    language.choose(
        format!("{name} är inte en av projektets filer. Den är med."),
        format!("{name} is none of the project’s files. It is taken."),
    )
}

/// Says that an option holds in place of parts of the project.
pub(in crate::cli) fn in_place_of(option: &str, parts: &[Part<'_>], language: Language) -> String {
    let parts = names(parts, language);
    language.choose(
        format!("--{option} gäller i stället för {parts} i projektet."),
        format!("--{option} holds in place of {parts} in the project."),
    )
}

/// Says that recipes on the command line go before those of the project.
pub(in crate::cli) fn recipes_first(language: Language) -> String {
    let said = language.choose(
        "--recipe går före recepten i projektet.",
        "--recipe goes before the recipes in the project.",
    );
    said.to_owned()
}

/// Says which parts of a project a command does not use.
pub(in crate::cli) fn not_used(parts: &[Part<'_>], language: Language) -> String {
    let parts = names(parts, language);
    language.choose(
        format!("Av projektet används inte här: {parts}."),
        format!("Of the project, not used here: {parts}."),
    )
}

/// Says how many areas a project's filter leaves.
pub(in crate::cli) fn filtered(left: usize, all: usize, language: Language) -> String {
    let (left, all) = (decimal(&left.to_string(), language), counted(all, Noun::Area, language));
    language.choose(
        format!("Projektets filter gäller: {left} av {all} är med."),
        format!("The project’s filter holds: {left} of {all} are taken."),
    )
}

/// Says that the files have no figures of the project's year.
pub(in crate::cli) fn no_such_year(period: &str, language: Language) -> String {
    let period = terminal(period);
    language.choose(
        format!("Filerna har inga siffror för projektets år {period}. De senaste gäller."),
        format!("The files have no figures of the project’s year {period}. The newest hold."),
    )
}

fn names(parts: &[Part<'_>], language: Language) -> String {
    listed(&parts.iter().map(|part| name(part, language)).collect::<Vec<_>>(), language)
}

fn name(part: &Part<'_>, language: Language) -> String {
    let say = |swedish: &str, english: &str| language.choose(swedish, english).to_owned();
    let with = |swedish: &str, english: &str, what: &str| {
        format!("{} ({})", language.choose(swedish, english), terminal(what))
    };
    match part {
        Part::Criteria(id) => with("kriterierna", "the criteria", id),
        Part::Reading => say("tolkningen", "the reading"),
        Part::Sum => say("hopläggningen till RegSO", "the adding up to RegSO"),
        Part::Period(period) => with("året", "the year", period),
        Part::Filter => say("filtret", "the filter"),
        Part::Order => say("ordningen", "the order"),
        Part::Notes => say("anteckningarna", "the notes"),
        Part::Question => say("rapportens fråga", "the report’s question"),
        Part::Before(files) => with("de tidigare filerna", "the earlier files", &files.join(", ")),
        Part::ComparedWith(id) => {
            with("jämförelsen med andra kriterier", "the comparison with other criteria", id)
        }
        Part::ComparedYears(years) => {
            let year = |year: &Option<String>| year.clone().unwrap_or_else(|| "–".to_owned());
            let [before, now] = years;
            with("åren som jämfördes", "the years compared", &format!("{}, {}", year(before), year(now)))
        }
        Part::Unknown(members) => {
            with("delar som inte är kända", "parts that are not known", &members.join(", "))
        }
    }
}
