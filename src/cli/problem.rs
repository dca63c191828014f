//! Sentences for what went wrong: what was found, what was expected, what to do.

use troskel::Error;

use super::language::Language;

/// The Swedish sentences by code; a name in braces stands for that fact of the problem.
const SWEDISH: &[(&str, &str)] = &[
    ("not-a-number", "”{text}” är inget tal. Skriv till exempel 58,2 eller 742."),
    ("two-marks", "”{text}” har mer än ett decimaltecken. Skriv ett enda komma."),
    ("negative", "”{text}” är mindre än noll. Skriv noll eller mer."),
    ("above-hundred", "”{text}” är mer än 100 procent. Skriv ett tal från 0 till 100."),
    (
        "too-many-digits",
        "”{text}” har för många siffror. Högst 12 decimaler och antal upp till 10¹² går att räkna med.",
    ),
    ("not-whole", "”{text}” är inget helt antal. Skriv antalet utan decimaler."),
    ("ambiguous", "”{text}” kan vara tusental eller decimaler. Skriv antalet utan komma och punkt."),
    ("count-above-total", "Antalet {count} är större än det totala antalet {total}. Kontrollera båda."),
    ("total-zero", "Det totala antalet är 0, så det finns ingen andel. Skriv minst 1."),
    ("total-missing", "Det totala antalet saknas. Skriv antal/totalt, till exempel 742/1237."),
    ("count-missing", "Antalet saknas. Skriv antal/totalt, till exempel 742/1237."),
    ("wrong-unit", "Uppgiften har en annan enhet än kriteriet {criterion}."),
    ("not-json", "Det här är ingen läsbar JSON: {reason}."),
    ("missing-member", "Delen ”{name}” saknas."),
    ("unknown-member", "Delen ”{name}” är okänd. Kontrollera stavningen."),
    ("wrong-kind", "Här står något av slaget {found}, men det ska vara {expected}."),
    ("unknown-word", "”{text}” är inget av de ord som går att använda: {known}."),
    ("empty-text", "Texten är tom."),
    ("too-long", "Texten är längre än {longest} tecken."),
    ("bad-id", "”{text}” duger inte som id. Använd små bokstäver a–z, siffror och bindestreck."),
    ("bad-date", "”{text}” är inget datum som finns. Skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD."),
    ("duplicate-id", "Id ”{id}” förekommer två gånger."),
    ("out-of-range", "Talet {text} ligger utanför det möjliga, från 0 till {highest}."),
    ("criteria-out-of-range", "Uppsättningen har {found} kriterier, men ska ha 1–{most}."),
    ("require-out-of-range", "Minst {found} kriterier går inte att kräva: uppsättningen har {most}."),
    (
        "other-format",
        "Filens format ({format}) går inte att läsa här. Spara eller hämta tabellen som CSV, XLSX, XLS, ODS, JSON-stat eller PX.",
    ),
    ("empty-file", "Filen är tom. Hämta eller spara den på nytt."),
    ("unknown-version", "Det är version {text}, som en nyare Tröskel har skrivit."),
    ("line-altered", "Raden är ändrad: kontrollsumman stämmer inte med det som står där."),
    ("line-does-not-follow", "Raden följer inte av uppgifterna när den räknas om."),
    ("line-missing", "Raden saknas."),
    ("not-a-record", "Det finns inget beslutsunderlag i filen."),
    ("settled-point", "Källan avgör själv {point}, så det går inte att välja."),
];

/// Returns the sentence for an error, after the place where it was found.
pub(super) fn sentence(error: &Error, language: Language) -> String {
    let swedish = SWEDISH.iter().find(|(code, _)| *code == error.code()).map(|(_, sentence)| *sentence);
    match (language, swedish) {
        (Language::Swedish, Some(sentence)) => {
            let place = error.place.as_deref().map(place).unwrap_or_default();
            format!("{place}{}", fill(sentence, error))
        }
        (Language::Swedish | Language::English, _) => error.to_string(),
    }
}

fn place(place: &troskel::Place) -> String {
    let line = place.line.map(|line| format!("rad {line}"));
    [place.file.clone(), line, place.path.clone()]
        .into_iter()
        .flatten()
        .fold(String::new(), |all, part| all + &part + ": ")
}

/// Puts the problem's facts into a sentence.
fn fill(sentence: &str, error: &Error) -> String {
    let Ok(serde_json::Value::Object(facts)) = serde_json::to_value(&error.problem) else {
        return sentence.to_owned();
    };
    facts.iter().fold(sentence.to_owned(), |sentence, (name, fact)| {
        let fact = fact.as_str().map_or_else(|| fact.to_string(), str::to_owned);
        sentence.replace(&format!("{{{name}}}"), &fact)
    })
}

#[cfg(test)]
mod tests {
    use troskel::criteria::sets;
    use troskel::document::Document;
    use troskel::figure::{Given, percent};
    use troskel::{Error, Place, Problem};

    use super::*;

    #[test]
    fn sentences_carry_the_facts_and_the_place() {
        let swedish = |error: &Error| sentence(error, Language::Swedish);
        assert_eq!(
            swedish(&percent("58,2a").unwrap_err()),
            "”58,2a” är inget tal. Skriv till exempel 58,2 eller 742."
        );
        let share = Given::Count { count: "9".to_owned(), total: "8".to_owned(), noise: String::new() };
        assert_eq!(
            swedish(&share.read().unwrap_err()),
            "Antalet 9 är större än det totala antalet 8. Kontrollera båda."
        );
        let place = Place {
            file: Some("egen.json".to_owned()),
            path: Some("criteria[0].id".to_owned()),
            ..Place::default()
        };
        let error = Error::from(Problem::EmptyText).at(place);
        assert_eq!(swedish(&error), "egen.json: criteria[0].id: Texten är tom.");
        assert_eq!(sentence(&error, Language::English), error.to_string());
    }

    #[test]
    fn no_sentence_keeps_a_brace() {
        let set = sets::get("promemoria-2018").unwrap();
        let problems = [
            percent("1,1,1").unwrap_err(),
            percent("101").unwrap_err(),
            Document::from_json("{").unwrap_err(),
            set.reading(None, Some(troskel::criteria::Require::AtLeast(9))).unwrap_err(),
            "some".parse::<troskel::criteria::Require>().unwrap_err(),
            sets::get("scb-2012")
                .unwrap()
                .reading(Some(troskel::criteria::Tie::Inclusive), None)
                .unwrap_err(),
        ];
        for error in problems {
            let sentence = sentence(&error, Language::Swedish);
            assert!(!sentence.contains(['{', '}']), "{sentence}");
        }
    }
}
