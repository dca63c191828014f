//! What is asked, assumed and warned of a table, in words.

use troskel::areas::{
    Assumed, Choice, Division, Doubt, Facet, JoinWarning, KeyFound, Label, Level, Question, Warning,
};
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
        Assumed::Unexplained { criterion, column, words } => {
            let (label, column, words) = (label(criterion), quoted(column), all(words, language));
            language.choose(
                format!("{column} är {label}, fast {words} i rubriken inte gick att förstå"),
                format!("{column} is {label}, although {words} in its heading was not understood"),
            )
        }
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
        Assumed::BaseAges { criterion, column } => {
            let (label, column) = (label(criterion), quoted(column));
            language.choose(
                format!("det totala antalet för {label}, {column}, har samma åldrar som antalet"),
                format!("the total for {label}, {column}, has the ages of the count"),
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
        Warning::SoftwareDigits { column, cells: number } => {
            let (column, cells) = (quoted(column, language), cells(number));
            language.choose(
                format!("Tal med många decimaler i {column} är avrundade till 12 decimaler i {cells}."),
                format!("Numbers with many decimals in {column} were rounded to 12 decimals in {cells}."),
            )
        }
    }
}

/// Says what a person should know of how tables were joined.
pub(super) fn join_warning(warning: &JoinWarning, language: Language) -> String {
    let areas = |areas: &u64| counted(*areas, Noun::Area, language);
    match warning {
        JoinWarning::DifferentVintages { years } => {
            let years: Vec<String> = years.iter().map(u16::to_string).collect();
            let years = listed(&years, language);
            language.choose(
                format!("Tabellerna har områden från olika års indelning ({years}), hopförda efter kod. Kontrollera att områdena är desamma."),
                format!("The tables have areas of different years’ division ({years}), joined by code. Check that the areas are the same."),
            )
        }
        JoinWarning::CodesFromKey { areas: number } => {
            let areas = areas(number);
            language.choose(
                format!("Koden kommer från en annan fil för {areas}."),
                format!("The code comes from another file for {areas}."),
            )
        }
        JoinWarning::NamesWithoutCode { areas: number } => {
            let areas = areas(number);
            language.choose(
                format!("Bara namnet är känt för {areas}, så de är inte hopförda med områden som har kod."),
                format!(
                    "Only the name is known for {areas}, so they are not joined with areas that have a code."
                ),
            )
        }
        JoinWarning::NotInAll { areas: number } => {
            let areas = areas(number);
            language.choose(
                format!("I någon av tabellerna saknas {areas}."),
                format!("Some table lacks {areas}."),
            )
        }
        JoinWarning::Summable { areas: number, into } => {
            let (areas, into) = (areas(number), areas(into));
            language.choose(
                format!("Nyckelfilen kan lägga ihop {areas} (DeSO) till {into} (RegSO): --sum-to regso."),
                format!("The key file can add up {areas} (DeSO) to {into} (RegSO): --sum-to regso."),
            )
        }
        JoinWarning::Summed { areas: number, into } => {
            let (areas, into) = (areas(number), areas(into));
            language.choose(
                format!("Antalen för {areas} (DeSO) är hoplagda till {into} (RegSO)."),
                format!("The counts of {areas} (DeSO) were added up to {into} (RegSO)."),
            )
        }
        JoinWarning::Key { found } => key(found, language),
        JoinWarning::Split { from, areas, to, into, shared } => {
            let (parts, wholes) = (division(*from, *areas, language), division(*to, *into, language));
            let said = language.choose(
                format!("Antalen för {parts} är fördelade på {wholes} efter nyckeln."),
                format!("The counts of {parts} were put together to {wholes} by the key."),
            );
            if *shared == 0 {
                return said;
            }
            let shared = counted(*shared, Noun::Area, language);
            said + &language.choose(
                format!(
                    " Nyckeln delar {shared}, och där är antalen ett spann: hela personer, nedåt och uppåt."
                ),
                format!(
                    " The key splits {shared}, and there the counts are a span: whole people, down and up."
                ),
            )
        }
        JoinWarning::PercentagesNotSummed { areas: number } => {
            let areas = areas(number);
            language.choose(
                format!("Procenttal går inte att lägga ihop, så en siffra saknas för {areas}."),
                format!("Percentages cannot be added up, so a figure is missing for {areas}."),
            )
        }
        JoinWarning::PartsNotComplete { areas: number } => {
            let areas = areas(number);
            language.choose(
                format!("Någon del saknar siffra, så en siffra saknas för {areas}."),
                format!("Some part has no figure, so a figure is missing for {areas}."),
            )
        }
        JoinWarning::OtherAges { counts, bases } => {
            let (counts, bases) = (all(counts, language), all(bases, language));
            language.choose(
                format!("Antalen i {counts} gäller andra åldrar än {bases}, så ingen andel räknades."),
                format!("The counts in {counts} are of other ages than {bases}, so no share was made."),
            )
        }
        JoinWarning::LeftOut { files } => {
            let files = all(files, language);
            language.choose(
                format!("Ur arkivet lämnades {files} utanför, som inte går att läsa som tabell."),
                format!("Of the archive {files} was left out, which cannot be read as a table."),
            )
        }
        JoinWarning::NotInKey { areas: number } => {
            let areas = areas(number);
            language.choose(
                format!("Nyckelfilen har inte {areas}, som står kvar som de är."),
                format!("The key file does not have {areas}, which stay as they are."),
            )
        }
    }
}

/// Says how a key was understood.
fn key(found: &KeyFound, language: Language) -> String {
    let KeyFound { file, from_column, to_column, weight_column, rows, used, not_split, .. } = found;
    let column = |name: &String| quoted(name, language);
    let weights = weight_column.as_ref().map_or_else(
        || language.choose("utan vikter", "without weights").to_owned(),
        |name| {
            language.choose(
                format!("med vikter ur {}", column(name)),
                format!("with weights from {}", column(name)),
            )
        },
    );
    let (file, from, to) = (terminal(file), column(from_column), column(to_column));
    let rows = counted(*rows, Noun::Row, language);
    let mut said = language.choose(
        format!("{file}: nyckel från {from} till {to}, {weights}. {rows}, varav {used} används."),
        format!("{file}: key from {from} to {to}, {weights}. {rows}, of which {used} are used."),
    );
    if *not_split > 0 {
        let areas = counted(*not_split, Noun::Area, language);
        said.push_str(&language.choose(
            format!(" Nyckeln säger inte hur {areas} ska delas."),
            format!(" The key does not say how {areas} are to be split."),
        ));
    }
    said
}

fn all(texts: &[String], language: Language) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text, language)).collect();
    listed(&texts, language)
}
