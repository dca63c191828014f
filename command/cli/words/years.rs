//! What there is to say of series and comparisons.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use troskel::criteria::{CriteriaSet, Language};
use troskel::output::safe::terminal;
use troskel::words::listed;
use troskel::years::SeriesBreak;

/// Says where series break, a line for each, and which criteria tell no period.
pub(in crate::cli) fn breaks(
    breaks: &[SeriesBreak],
    undated: &[String],
    set: &CriteriaSet,
    language: Language,
) -> String {
    let label = |id: &str| {
        let criterion = set.criteria.iter().find(|criterion| criterion.id == id);
        criterion.map_or_else(|| id.to_owned(), |criterion| criterion.label.of(language).to_owned())
    };
    let mut lines = String::new();
    // Writing to a String never fails.
    for one in breaks {
        let sentence = language.choose(&one.sv, &one.en);
        let _ = writeln!(lines, "{}, {}–{}: {sentence}", label(&one.criterion), one.before, one.now);
    }
    for id in undated {
        let label = label(id);
        let _ = match language {
            Language::Sv => {
                writeln!(lines, "{label}: filerna säger inte vilken period siffrorna gäller. De är inte med.")
            }
            Language::En => {
                writeln!(lines, "{label}: the files tell no period of the figures. They are left out.")
            }
        };
    }
    lines
}

/// Says that no figure tells its period.
pub(in crate::cli) fn no_years(language: Language) -> String {
    language.choose(
        "Filerna säger inte vilka år siffrorna gäller. Skriv året i kolumnernas rubriker.".to_owned(),
        "The files do not tell which years the figures are of. Write the year in the headings of the columns.".to_owned(),
    )
}

/// Says that the files have no figures of a period, and of which they have some.
pub(in crate::cli) fn no_such_period(period: &str, known: &BTreeSet<&str>, language: Language) -> String {
    let period = terminal(period);
    if known.is_empty() {
        return language.choose(
            format!("--period {period}: filerna säger inte vilken period siffrorna gäller. Utelämna --period, eller skriv året i kolumnernas rubriker."),
            format!("--period {period}: the files do not tell the period of the figures. Leave --period out, or write the year in the headings of the columns."),
        );
    }
    let known: Vec<String> = known.iter().map(|period| terminal(period).into_owned()).collect();
    let known = listed(&known, language);
    language.choose(
        format!("--period {period}: filerna har inga siffror för den perioden. De har siffror för {known}."),
        format!("--period {period}: the files have no figures of that period. They have figures of {known}."),
    )
}

/// Says that an area is not among those of the files.
pub(in crate::cli) fn no_such_area(language: Language, code: &str) -> String {
    let code = terminal(code);
    language.choose(
        format!("--area {code}: området finns inte i filerna. Skriv koden som den står där, till exempel 0180R001."),
        format!("--area {code}: the files do not have the area. Write its code as it stands there, such as 0180R001."),
    )
}

/// Says that both sides of a comparison are the same.
pub(in crate::cli) fn nothing_to_compare(language: Language) -> String {
    language.choose(
        "Det finns inget att jämföra med. Ange filer efter --with, eller två olika perioder med --period och --with-period.".to_owned(),
        "There is nothing to compare with. Name files after --with, or two different periods by --period and --with-period.".to_owned(),
    )
}
