//! What is asked, assumed and warned of a table, in words.

use troskel::areas::{Assumed, Choice, Division, Doubt, Facet, Label, Level, Question, Warning};
use troskel::criteria::{CriteriaSet, Language};
use troskel::document::to_json;
use troskel::output::safe::terminal;
use troskel::words::{Noun, counted, figure, listed};

use super::{label_of, quoted};

/// Names a facet.
pub(super) fn facet_name(facet: Facet, language: Language) -> &'static str {
    match facet {
        Facet::Measure => language.choose("mått", "measure"),
        Facet::Status => language.choose("sysselsättning", "status"),
        Facet::Education => language.choose("utbildning", "education"),
        Facet::Duration => language.choose("tid", "duration"),
        Facet::Election => language.choose("val", "election"),
        Facet::Sex => language.choose("kön", "sex"),
        Facet::Age => language.choose("ålder", "age"),
        Facet::Birth => language.choose("födelseland", "country of birth"),
        Facet::Background => language.choose("grupp", "group"),
        Facet::Period => language.choose("period", "period"),
        Facet::Other => language.choose("uppdelning", "division"),
    }
}

/// Says how many areas of a division there are.
pub(super) fn division(division: Division, areas: u64, language: Language) -> String {
    let areas = counted(areas, Noun::Area, language);
    let name = match division {
        Division::Nation => language.choose("riket", "the nation"),
        Division::County => language.choose("län", "counties"),
        Division::Municipality => language.choose("kommuner", "municipalities"),
        Division::District => language.choose("valdistrikt", "electoral districts"),
        Division::Regso => "RegSO",
        Division::Deso => "DeSO",
        Division::Unknown => language.choose("okänd indelning", "unknown division"),
    };
    format!("{areas} ({name})")
}

/// Names a level.
pub(super) fn level(level: Level, language: Language) -> &'static str {
    match level {
        Level::Nation => language.choose("riket", "the nation"),
        Level::County => language.choose("länen", "the counties"),
        Level::Municipality => language.choose("kommunerna", "the municipalities"),
        Level::Area => language.choose("områdena", "the areas"),
    }
}

/// Says what was taken to be so although the file does not say it.
pub(super) fn assumption(assumed: &Assumed, set: &CriteriaSet, language: Language) -> String {
    let label = |criterion: &str| label_of(set, criterion, language);
    let quoted = |text: &str| quoted(text, language);
    let said = match assumed {
        Assumed::Added { criterion, facet, values } => {
            let (label, values) = (label(criterion), all(values, language));
            let facet = facet_name(*facet, language);
            language.choose(
                format!("{label} är summan av {values} ({facet}), som utesluter varandra"),
                format!("{label} is the sum of {values} ({facet}), which exclude each other"),
            )
        }
        Assumed::Named { criterion, column, by } => {
            let (label, column, by) = (label(criterion), quoted(column), quoted(by));
            language.choose(
                format!("{column} är {label}, eftersom {by} säger det"),
                format!("{column} is {label}, since {by} says so"),
            )
        }
        Assumed::BaseOfNewestYear { criterion, column } => {
            let (label, column) = (label(criterion), quoted(column));
            language.choose(
                format!("antalet för {label} är från samma år som det totala antalet, {column}"),
                format!("the count for {label} is of the year of its total, {column}"),
            )
        }
        Assumed::BaseUndated { criterion, column } => {
            let (label, column) = (label(criterion), quoted(column));
            language.choose(
                format!("det totala antalet för {label}, {column}, är från samma år som antalet"),
                format!("the total for {label}, {column}, is of the year of the count"),
            )
        }
        Assumed::BaseYear { criterion, column } => {
            let (label, column) = (label(criterion), quoted(column));
            language.choose(
                format!("det totala antalet för {label}, {column}, är från året före eller efter antalet"),
                format!("the total for {label}, {column}, is of the year before or after the count"),
            )
        }
        Assumed::BaseAges { criterion, column } => {
            let (label, column) = (label(criterion), quoted(column));
            language.choose(
                format!("det totala antalet för {label}, {column}, har samma åldrar som antalet"),
                format!("the total for {label}, {column}, has the ages of the count"),
            )
        }
        Assumed::Dated { criterion, column, by } => {
            let (label, column, by) = (label(criterion), quoted(column), quoted(by));
            language.choose(
                format!("{column} ({label}) är från det år som filens namn säger, {by}"),
                format!("{column} ({label}) is of the year that the file’s name tells, {by}"),
            )
        }
        Assumed::BaseOfAll { criterion, column } => {
            let (label, column) = (label(criterion), quoted(column));
            language.choose(
                format!("det totala antalet för {label}, {column}, är alla som bor i området"),
                format!("the total for {label}, {column}, is of all who live in the area"),
            )
        }
        Assumed::Unusual { criterion, facet, values, usual } => {
            let (label, values) = (label(criterion), all(values, language));
            let usual = usual.replace('-', "–").replace('+', "");
            let usual = if *facet == Facet::Duration {
                language.choose(format!("minst {usual} månader"), format!("at least {usual} months"))
            } else {
                language.choose(format!("{usual} år"), format!("ages {usual}"))
            };
            language.choose(
                format!("{label} får gälla {values}, fast det vanliga är {usual}"),
                format!("{label} may be of {values}, though usually it is of {usual}"),
            )
        }
        Assumed::AreaColumn { column, other } => {
            let (column, other) = (quoted(column), quoted(other));
            language.choose(
                format!("områdena är de i kolumnen {column}; {other} har andra områden"),
                format!("the areas are those in the column {column}; {other} has other areas"),
            )
        }
        Assumed::FilledDown { column } => {
            let column = quoted(column);
            language.choose(
                format!("en tom cell i {column} betyder detsamma som cellen ovanför"),
                format!("a blank cell in {column} means what the cell above says"),
            )
        }
    };
    language.choose(format!("Antaget: {said}."), format!("Assumed: {said}."))
}

/// Asks a question, and says what each answer would give and how it is given.
pub(super) fn question(asked: &Question, set: &CriteriaSet, language: Language) -> (String, Vec<String>) {
    let label = label_of(set, &asked.criterion, language);
    let found = found(&asked.found, language);
    let asks = language.choose(
        format!("Fråga om {label}: {found} Siffran är okänd tills ett recept svarar."),
        format!("Question about {label}: {found} The figure is unknown until a recipe answers."),
    );
    (asks, asked.choices.iter().map(|choice| answer(&asked.criterion, choice, language)).collect())
}

fn found(found: &Doubt, language: Language) -> String {
    match found {
        Doubt::Fractions { column } => {
            let column = quoted(column, language);
            language.choose(
                format!("alla tal i {column} är från 0 till 1. Är de procent, eller delar av 1?"),
                format!("all numbers in {column} are from 0 to 1. Are they percentages, or parts of 1?"),
            )
        }
        Doubt::Values { facet, values } if values.len() == 1 => {
            let (facet, values) = (facet_name(*facet, language), all(values, language));
            language.choose(
                format!("tabellen har bara {values} ({facet}). Ska den siffran gälla ändå?"),
                format!("the table has only {values} ({facet}). Does that figure hold all the same?"),
            )
        }
        Doubt::Values { facet, values } => {
            let (facet, values) = (facet_name(*facet, language), all(values, language));
            language.choose(
                format!("vilken av {values} ({facet}) gäller?"),
                format!("which of {values} ({facet}) is meant?"),
            )
        }
        Doubt::Columns { columns } => {
            let columns = all(columns, language);
            language.choose(
                format!("kolumnerna {columns} säger samma sak. Vilken gäller?"),
                format!("the columns {columns} say the same. Which is meant?"),
            )
        }
        Doubt::Words { column, words } => {
            let (column, words) = (quoted(column, language), all(words, language));
            language.choose(
                format!("vid {column} står även {words}. Är det ändå kriteriets siffra?"),
                format!("{column} also has {words} with it. Is it the criterion’s figure all the same?"),
            )
        }
        Doubt::PartOf { column, base } => {
            let (column, base) = (quoted(column, language), quoted(base, language));
            language.choose(
                format!("talen bredvid visar att {column} är andelar av {base}. Är det ändå kriteriets siffra?"),
                format!(
                    "the numbers beside {column} show that it has parts of {base}. Is it the criterion’s figure all the same?"
                ),
            )
        }
        Doubt::Hundreds { column } => {
            let column = quoted(column, language);
            language.choose(
                format!("alla tal i {column} är 100. Är det kriteriets siffra?"),
                format!("all numbers in {column} are 100. Is that the criterion’s figure?"),
            )
        }
        Doubt::NoWhole { column, others } => {
            let (column, others) = (quoted(column, language), all(others, language));
            language.choose(
                format!("{column} blir inte 100 procent tillsammans med {others}. Är det ändå kriteriets siffra?"),
                format!("{column} does not make up 100 percent with {others}. Is it the criterion’s figure all the same?"),
            )
        }
        Doubt::Scale { column } => {
            let column = quoted(column, language);
            language.choose(
                format!("alla tal i {column} är heltal från 1 till 10, som på en skala. Är de kriteriets siffra i procent?"),
                format!(
                    "all numbers in {column} are whole ones from 1 to 10, as on a scale. Are they the criterion’s figure in percent?"
                ),
            )
        }
        Doubt::Noughts { column } => {
            let column = quoted(column, language);
            language.choose(
                format!("alla tal i {column} är noll. Är det värdet, eller saknas det?"),
                format!("all numbers in {column} are noughts. Is that the value, or is it missing?"),
            )
        }
        Doubt::NoElection { column, year } => {
            let column = quoted(column, language);
            language.choose(
                format!("{column} är från {year}, då det inte var något riksdagsval. Gäller siffran riksdagsvalet?"),
                format!("{column} is of {year}, when there was no election to the Riksdag. Is the figure of one?"),
            )
        }
        Doubt::Kind { column } => {
            let column = quoted(column, language);
            language.choose(
                format!("är talen i {column} antal eller procent? De kan vara båda delarna."),
                format!("are the numbers in {column} counts or percentages? They may be either."),
            )
        }
        Doubt::Disagree { counts, percent, areas } => {
            let (counts, percent) = (all(counts, language), quoted(percent, language));
            let areas = counted(areas, Noun::Area, language);
            language.choose(
                format!(
                    "antalen i {counts} och procenttalen i {percent} skiljer sig åt i {areas}. Vilka gäller?"
                ),
                format!(
                    "the counts in {counts} and the percentages in {percent} differ in {areas}. Which hold?"
                ),
            )
        }
    }
}

fn answer(criterion: &str, choice: &Choice, language: Language) -> String {
    let said = match &choice.label {
        Label::Fractions => language.choose("delar av 1", "parts of 1").to_owned(),
        Label::Percent => language.choose("procent", "percentages").to_owned(),
        Label::Value { value, .. } => quoted(value, language),
        Label::Sum { values, .. } => {
            let values = all(values, language);
            language.choose(format!("summan av {values}"), format!("the sum of {values}"))
        }
        Label::Column { column } => quoted(column, language),
        Label::Counts => language.choose("antalen", "the counts").to_owned(),
        Label::Percentages => language.choose("procenttalen", "the percentages").to_owned(),
        Label::Noughts => language.choose("värdet är noll", "the value is nought").to_owned(),
        Label::Neither => language.choose("inget av dem", "none of them").to_owned(),
    };
    let missing = language.choose("saknas", "missing");
    let examples: Vec<String> = choice
        .examples
        .iter()
        .map(|one| {
            format!(
                "{}: {}",
                terminal(&one.area),
                one.figure.as_deref().map_or(missing.to_owned(), |plain| figure(plain, language))
            )
        })
        .collect();
    let examples = if examples.is_empty() { String::new() } else { format!(" ({})", examples.join("; ")) };
    let from = to_json(&choice.from).unwrap_or_default();
    let recipe = format!("{{\"measures\":[{{\"criterion\":\"{criterion}\",\"from\":{from}}}]}}");
    format!("– {said}{examples}: {}", terminal(&recipe))
}

/// Says what a person should know of a table.
pub(super) fn warning(warning: &Warning, language: Language) -> String {
    let areas = |areas: &u64| counted(*areas, Noun::Area, language);
    let cells = |cells: &u64| counted(*cells, Noun::Cell, language);
    match warning {
        Warning::MixedDivisions => language
            .choose(
                "Kolumnen har områden av flera indelningar.",
                "The column has areas of several divisions.",
            )
            .to_owned(),
        Warning::MixedVintages => language
            .choose(
                "Områden från flera års indelning står bredvid varandra.",
                "Areas of several years’ division stand side by side.",
            )
            .to_owned(),
        Warning::UnknownDivision { areas: number } => {
            let areas = areas(number);
            language.choose(
                format!("Koder av okänd form: {areas}."),
                format!("Codes of no known shape: {areas}."),
            )
        }
        Warning::CountAboveTotal { areas: number } => {
            let areas = areas(number);
            language.choose(
                format!("Antalet är större än det totala antalet i {areas}; de siffrorna är okända."),
                format!("The count is larger than the total in {areas}; those figures are unknown."),
            )
        }
        Warning::SumsDiffer { areas: number, largest } => {
            let (areas, people) = (areas(number), counted(largest, Noun::Person, language));
            language.choose(
                format!("Delarna stämmer inte med det totala antalet i {areas}, som mest på {people}."),
                format!("The parts do not add up to the total in {areas}, by at most {people}."),
            )
        }
        Warning::PartsMissing { areas: number } => {
            let areas = areas(number);
            language.choose(
                format!("Delar som andra områden har saknas i {areas}; de siffrorna är okända."),
                format!("Parts that other areas have are missing in {areas}; those figures are unknown."),
            )
        }
        Warning::NilAsZero { cells: number } => {
            let cells = cells(number);
            language.choose(
                format!("”-” är läst som noll i {cells}."),
                format!("“-” was read as zero in {cells}."),
            )
        }
        Warning::NilAsMissing { cells: number } => {
            let cells = cells(number);
            language.choose(
                format!("”-” är läst som att siffran saknas i {cells}."),
                format!("“-” was read as missing in {cells}."),
            )
        }
        Warning::Suppressed { column, cells: number, low, high } => {
            let (column, cells) = (quoted(column, language), cells(number));
            language.choose(
                format!(
                    "{cells} i {column} har ett spann i stället för ett antal, inom {low}–{high} personer."
                ),
                format!("{cells} in {column} have a span instead of a count, within {low}–{high} people."),
            )
        }
        Warning::SaidMissing { note, cells: number } => {
            let (note, cells) = (quoted(note, language), cells(number));
            language.choose(
                format!("I {cells} saknas siffran, för det står {note}."),
                format!("In {cells} the figure is missing, since {note} says so."),
            )
        }
        Warning::SoftwareDigits { column, cells: number } => {
            let (column, cells) = (quoted(column, language), cells(number));
            language.choose(
                format!("Tal med många decimaler i {column} är avrundade till 12 decimaler i {cells}."),
                format!("Numbers with many decimals in {column} were rounded to 12 decimals in {cells}."),
            )
        }
    }
}

/// Names texts as they stand in a file.
pub(super) fn all(texts: &[String], language: Language) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text, language)).collect();
    listed(&texts, language)
}
