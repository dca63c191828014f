//! The Swedish words.

use super::{Headings, Noun, decimal};
use crate::assess::{Certainty, Outcome, Verdict};
use crate::criteria::Language;
use crate::error::{JsonType, OtherFormat, Place, Problem, Quantity};
use crate::figure::MAX_COUNT;

pub(super) const HEADINGS: Headings = Headings {
    verdict: "Svar",
    percent: "procent",
    count: "antal",
    total: "av totalt",
    count_and_total: "antal av totalt",
    persons: "antal personer",
    #[cfg(feature = "tables")]
    outcome: "utfall",
    #[cfg(feature = "tables")]
    certainty: "säkerhet",
};

pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "uppfyllt",
        Outcome::AtThreshold => "exakt på gränsen",
        Outcome::NotMet => "inte uppfyllt",
        Outcome::Unknown => "går inte att bedöma",
    }
}

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Meets => "uppfyller",
        Verdict::DoesNotMeet => "uppfyller inte",
        Verdict::Undetermined => "går inte att avgöra",
    }
}

pub(super) fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "säkert",
        Certainty::Depends => "kan ändras av avrundning eller osäkra antal",
    }
}

pub(super) fn place(place: &Place) -> String {
    let Place { file, sheet, line, column, path } = place;
    let parts = [
        file.clone(),
        sheet.as_ref().map(|sheet| format!("blad {sheet}")),
        line.map(|line| format!("rad {line}")),
        column.as_ref().map(|column| format!("kolumn {column}")),
        path.clone(),
    ];
    parts.into_iter().flatten().fold(String::new(), |all, part| all + &part + ": ")
}

pub(super) fn sentence(problem: &Problem) -> String {
    match problem {
        Problem::NotANumber { text } => {
            format!("”{text}” är inte ett tal. Skriv till exempel 58,2 eller 742.")
        }
        Problem::TwoMarks { text } => format!("”{text}” har mer än ett decimaltecken. Skriv högst ett."),
        Problem::Negative { text } => format!("”{text}” är mindre än noll. Skriv noll eller mer."),
        Problem::AboveHundred { text } => {
            format!("”{text}” är mer än 100 procent. Skriv ett tal från 0 till 100.")
        }
        Problem::TooManyDigits { text } => format!(
            "”{text}” har för många siffror. Det går att räkna med högst 12 decimaler och med antal upp till {}.",
            number(MAX_COUNT)
        ),
        Problem::NotWhole { text } => format!("”{text}” är inte ett helt tal. Skriv antalet utan decimaler."),
        Problem::Ambiguous { text } => {
            format!("”{text}” kan vara tusental eller decimaler. Skriv antalet utan komma och punkt.")
        }
        Problem::CountAboveTotal { count, total } => format!(
            "Antalet {} är större än det totala antalet {}. Kontrollera båda.",
            number(count),
            number(total)
        ),
        Problem::TotalZero => {
            "Det totala antalet är 0, så det finns ingen andel att räkna ut. Det ska vara minst 1.".to_owned()
        }
        Problem::TotalMissing => {
            "Det totala antalet saknas. Skriv antalet och det totala antalet, till exempel 742/1237."
                .to_owned()
        }
        Problem::CountMissing => {
            "Antalet saknas. Skriv antalet och det totala antalet, till exempel 742/1237.".to_owned()
        }
        Problem::WrongUnit { criterion } => {
            format!("Siffran har en annan enhet än kriteriet {criterion}. Skriv den i kriteriets enhet.")
        }
        Problem::NotADate { text } => format!("”{text}” är inte en dag. Skriv till exempel 2019-01-01."),
        Problem::YearOutsidePlan { year, first, last } => {
            format!("Promemorian planerar inga pengar för {year}. Välj ett år från {first} till {last}.")
        }
        Problem::NotJson { reason } => {
            format!("Det här går inte att läsa som JSON. Läsaren säger: ”{reason}”.")
        }
        Problem::MissingMember { name } => format!("Delen ”{name}” saknas. Lägg till den."),
        Problem::UnknownMember { name } => {
            format!("Delen ”{name}” är okänd. Kontrollera stavningen eller ta bort den.")
        }
        Problem::WrongKind { found, expected } => {
            format!("Här står {}. Det ska vara {}.", json_type(*found), json_type(*expected))
        }
        Problem::UnknownWord { text, known } => {
            format!("”{text}” går inte att använda här. Skriv något av: {known}.")
        }
        Problem::EmptyText => "Texten är tom. Skriv något.".to_owned(),
        Problem::TooLong { longest } => {
            format!("Texten är längre än {}. Korta den.", counted(longest, Noun::Character))
        }
        Problem::BadId { text } => format!(
            "”{text}” går inte att använda som id. Börja med en bokstav a–z, och använd bara små bokstäver, siffror och bindestreck."
        ),
        Problem::BadDate { text } => {
            format!("”{text}” är inte ett datum som finns. Skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.")
        }
        Problem::DuplicateId { id } => format!("Id ”{id}” finns två gånger. Ge det ena ett annat namn."),
        Problem::OutOfRange { text, highest } => format!(
            "{text} går inte att använda. Skriv ett tal från 0 till {highest}, för personer utan decimaler."
        ),
        Problem::CriteriaOutOfRange { found, most } => format!(
            "Uppsättningen har {}. Den ska ha minst 1 och högst {most}.",
            counted(found, Noun::Criterion)
        ),
        Problem::RequireOutOfRange { found, most } => format!(
            "Det går inte att kräva {}. Kräv minst 1 och högst {most}.",
            counted(found, Noun::Criterion)
        ),
        Problem::SettledPoint { point } => {
            let point = match point.as_str() {
                "tie" => "om en siffra exakt på gränsen räknas",
                "require" => "hur många kriterier som krävs",
                other => other,
            };
            format!("Källan säger själv {point}, så det går inte att välja.")
        }
        Problem::TooLarge { what, limit } => too_large(*what, *limit),
        Problem::NotUtf8 => {
            "Texten är inte i UTF-8. Läs den som Windows-1252, eller spara den som UTF-8.".to_owned()
        }
        Problem::UnknownFormat => {
            "Filen är inte i något av de format som går att läsa. Hämta tabellen som CSV, Excel (XLSX eller XLS), ODS, PX eller JSON-stat."
                .to_owned()
        }
        Problem::OtherFormat { format } => format!(
            "Filen är {}. Hämta eller spara tabellen som CSV, Excel (XLSX eller XLS), ODS, PX eller JSON-stat.",
            other_format(*format)
        ),
        Problem::EmptyFile => "Filen är tom. Hämta eller spara den igen.".to_owned(),
        Problem::Damaged { part } => format!("Filen är skadad: ”{part}”. Hämta eller spara den igen."),
        Problem::Encrypted => "Filen är skyddad med lösenord. Spara den utan lösenord.".to_owned(),
        Problem::WrongSize { expected, found } => format!(
            "Filen har {}. Enligt sina egna mått ska den ha {}. Hämta den igen.",
            counted(found, Noun::Value),
            number(expected)
        ),
        Problem::UnknownVersion { text } => {
            format!("Det här är version {text}, som den här versionen av Tröskel inte kan läsa.")
        }
        Problem::LineAltered => {
            "Raden är ändrad: kontrolltalet stämmer inte med det som står där.".to_owned()
        }
        Problem::LineDoesNotFollow => "Raden stämmer inte med siffrorna när den räknas om.".to_owned(),
        Problem::LineMissing => "Raden saknas.".to_owned(),
        Problem::NotARecord => {
            "Filen innehåller inget underlag. Välj underlaget som JSON eller den utskrivbara sidan.".to_owned()
        }
        Problem::NotALink => {
            "Adressen innehåller inget som går att öppna. Den är avklippt eller ändrad.".to_owned()
        }
        Problem::LinkDamaged { part } => {
            format!("En del av länken är skadad och är inte med: {}.", part_of_link(part))
        }
        Problem::Cancelled => "Läsningen avbröts.".to_owned(),
        Problem::NotAnArea => "Raden har ingen områdeskod, till exempel 0180R001.".to_owned(),
        Problem::BlankRecord => "Raden är tom.".to_owned(),
        Problem::DuplicateArea => "Området finns på en annan rad också, och den gäller.".to_owned(),
        Problem::DuplicateFigure { criterion } => {
            format!("Siffran för {criterion} finns i en annan tabell också. Säger de olika används ingen av dem.")
        }
        Problem::FractionAmongPercentages => {
            "Talet är mindre än 1, och alla andra är större än 10. Det kan vara en andel (0,583 för 58,3 procent) eller saknas, och används inte.".to_owned()
        }
        Problem::AreasRepeat => {
            "De flesta områden står på flera rader, och ingen kolumn säger vad som skiljer raderna åt. Lägg till en sådan kolumn, eller ta bort de rader som inte ska räknas.".to_owned()
        }
        Problem::OnlyMetadata => {
            "Filen beskriver en tabell men har inga siffror. Hämta tabellens data.".to_owned()
        }
        Problem::NameOfAnother => {
            "Koden och namnet hör till olika kommuner. Raden används inte.".to_owned()
        }
        Problem::UnevenRow => {
            "Raden har fler celler än rubriken, eller slutar mitt bland siffrorna. Den används inte: kanske står ett avgränsningstecken i ett namn, eller saknas ett.".to_owned()
        }
        Problem::AreasInARow => {
            "Områdena står i en rad, med en kolumn för varje. De ska stå under varandra, med en rad för varje: kopiera tabellen och klistra in den transponerad.".to_owned()
        }
        Problem::NoArea => {
            "Ingen kolumn har områden. Det ska finnas koder som 0180R001, eller områdenas namn. Har filen kommunens egen indelning? Ange kolumnen och kommunen i ett recept: {\"area\": {\"column\": \"Primärområde\", \"municipality\": \"Göteborg\"}}.".to_owned()
        }
        Problem::NoKey => {
            "Nyckeln ska ha en kolumn med koder för valdistrikt eller DeSO, en med koder för de DeSO eller RegSO som de ligger i, och högst en med vikter. Har den både DeSO och RegSO? Välj med --sum-to deso eller --sum-to regso.".to_owned()
        }
        Problem::NoMeasure { columns } if columns.is_empty() => {
            "Ingen kolumn har siffror för något av kriterierna. Peka ut kolumnen i ett recept.".to_owned()
        }
        Problem::NoMeasure { columns } => format!(
            "Ingen kolumn har siffror för något av kriterierna. Tal står under: {columns}. Peka ut rätt kolumn i ett recept."
        ),
        Problem::NoChangeLog => "Filen är ingen förteckning över ändrade områden. Den ska ha tre kolumner: \
            tidigare kod, ny kod och förändringstyp. Ge en fil med dem."
            .to_owned(),
    }
}

fn too_large(what: Quantity, limit: u64) -> String {
    let most = |noun| counted(limit, noun);
    match what {
        Quantity::Bytes | Quantity::DocumentBytes => {
            format!("Filen är större än {}, och det är gränsen. Dela upp den.", most(Noun::Byte))
        }
        Quantity::InflatedBytes => {
            format!("Uppackad är filen större än {}, och det är gränsen. Dela upp den.", most(Noun::Byte))
        }
        Quantity::Cells => format!(
            "Filen har fler än {}, och det är gränsen. Ta bara med de rader och kolumner som behövs.",
            most(Noun::Cell)
        ),
        Quantity::UnwrittenCells => format!(
            "Filen har fler tomma eller upprepade celler än {}, och det är gränsen. Ta bort dem.",
            number(limit)
        ),
        Quantity::TextBytes => format!(
            "Filens texter är tillsammans längre än {}, och det är gränsen. Dela upp filen.",
            most(Noun::Byte)
        ),
        Quantity::Columns => format!(
            "En rad har fler än {}, och det är gränsen. Ta bara med de kolumner som behövs.",
            most(Noun::Column)
        ),
        Quantity::RowLength => format!(
            "En rad är längre än {}, och det är gränsen. Kontrollera att radslut och citattecken är rätt.",
            most(Noun::Byte)
        ),
        Quantity::Members => format!(
            "Filen har fler än {} blad eller filer i sig, och det är gränsen. Dela upp den.",
            number(limit)
        ),
        Quantity::Elements => format!(
            "Filen har fler än {} delar (texter, format eller element), och det är gränsen. Dela upp den.",
            number(limit)
        ),
        Quantity::Depth => format!(
            "Filen har fler än {} element i varandra, och det är gränsen. Hämta eller spara den igen.",
            number(limit)
        ),
        Quantity::Areas => {
            format!("Filen har fler än {}, och det är gränsen. Dela upp den.", most(Noun::Area))
        }
        Quantity::Entries => {
            format!("Det finns fler än {}, och det är gränsen. Ta bort några.", most(Noun::Entry))
        }
    }
}

fn json_type(kind: JsonType) -> &'static str {
    match kind {
        JsonType::Null => "null",
        JsonType::Boolean => "true eller false",
        JsonType::Number => "ett tal",
        JsonType::WholeNumber => "ett helt tal, noll eller större",
        JsonType::Text => "en text",
        JsonType::List => "en lista",
        JsonType::Object => "ett objekt",
    }
}

fn other_format(format: OtherFormat) -> &'static str {
    match format {
        OtherFormat::Html => "en webbsida (HTML)",
        OtherFormat::XmlSpreadsheet2003 => "ett kalkylblad i XML från Excel 2003",
        OtherFormat::FlatOds => "ett platt OpenDocument-kalkylblad (XML)",
        OtherFormat::Xml => "ett XML-dokument",
        OtherFormat::Json => "JSON som inte är JSON-stat",
        OtherFormat::JsonStatCollection => "en JSON-stat-samling, som listar tabeller utan deras siffror",
        OtherFormat::Pdf => "ett PDF-dokument",
        OtherFormat::Picture => "en bild",
        OtherFormat::Gzip => "packad med gzip",
        OtherFormat::Packed => "packad med ett annat program än ZIP",
        OtherFormat::Numbers => "ett kalkylblad från Apple Numbers",
        OtherFormat::Xlsb => "en binär arbetsbok (XLSB)",
        OtherFormat::Excel4 => "en arbetsbok från Excel 4 eller äldre",
        OtherFormat::TextDocument => "ett textdokument",
        OtherFormat::OfficeDocument => "ett dokument från ett kontorsprogram",
        OtherFormat::Parquet => "en Parquet-fil",
        OtherFormat::Sqlite => "en SQLite-databas",
        OtherFormat::Sylk => "en SYLK-fil",
        OtherFormat::Dif => "en DIF-fil",
        OtherFormat::Lotus => "ett kalkylblad från Lotus 1-2-3",
        OtherFormat::Map => "en karta utan tabell",
        OtherFormat::Binary => "inte text och inget format som känns igen",
    }
}

fn part_of_link(part: &str) -> &str {
    match part {
        "criteria" => "vilka kriterier det är",
        "reading" => "tolkningen",
        "area" => "vilket område det är",
        "figure" => "en siffra",
        "scenario" => "ett scenario",
        "set" => "kriterieuppsättningen",
        "rest" => "något som inte går att känna igen",
        other => other,
    }
}

fn counted(number: impl ToString + Copy, noun: Noun) -> String {
    super::counted(number, noun, Language::Sv)
}

fn number(number: impl ToString + Copy) -> String {
    decimal(&number.to_string(), Language::Sv)
}
