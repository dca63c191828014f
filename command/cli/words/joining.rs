//! What there is to say of the joining of several tables.

use troskel::areas::{JoinWarning, KeyFound};
use troskel::criteria::{CriteriaSet, Language};
use troskel::output::safe::terminal;
use troskel::words::{Noun, counted, listed};

use super::asked::{all, division};
use super::{label_of, quoted};

/// Says that nothing was added up, although a person asked for it, and what is missing.
pub(in crate::cli) fn nothing_summed(language: Language) -> String {
    let said = language.choose(
        "Inget lades ihop till RegSO: ingen fil säger i vilket RegSO varje DeSO ligger, eller så finns inga antal för DeSO. Lägg till SCB:s nyckelfil.",
        "Nothing was added up to RegSO: no file tells in which RegSO each DeSO lies, or there are no counts of DeSO. Add SCB’s key file.",
    );
    said.to_owned()
}

/// Says what a person should know of how tables were joined.
pub(super) fn join_warning(warning: &JoinWarning, set: &CriteriaSet, language: Language) -> String {
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
        JoinWarning::Contradictory { criterion, period, areas: number } => {
            let (label, areas) = (label_of(set, criterion, language), areas(number));
            let label = period.as_ref().map_or(label.clone(), |period| format!("{label} ({period})"));
            language.choose(
                format!("Tabellerna säger emot varandra om {label} i {areas}. Siffran är okänd där."),
                format!(
                    "The tables contradict each other about {label} in {areas}. The figure is unknown there."
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
        JoinWarning::TwoDivisionsNotSummed { areas: number } => {
            let areas = areas(number);
            language.choose(
                format!("Delarna har siffror enligt två års indelning och läggs inte ihop, så en siffra saknas för {areas}. Behåll ett års områden i filen, eller välj ett år."),
                format!("The parts have figures by two years’ divisions and are not added up, so a figure is missing for {areas}. Keep one year’s areas in the file, or choose a year."),
            )
        }
        JoinWarning::OtherAges { counts, bases } => {
            let (counts, bases) = (all(counts, language), all(bases, language));
            language.choose(
                format!("Antalen i {counts} gäller andra åldrar än {bases}, så ingen andel räknades."),
                format!("The counts in {counts} are of other ages than {bases}, so no share was made."),
            )
        }
        JoinWarning::OtherYears { counts, bases } => {
            let (counts, bases) = (all(counts, language), all(bases, language));
            language.choose(
                format!("Antalen i {counts} gäller andra år än {bases}, så ingen andel räknades. Lägg till en fil med totala antal för samma år."),
                format!("The counts in {counts} are of other years than {bases}, so no share was made. Add a file with totals of the same year."),
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
