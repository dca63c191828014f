//! The workbook of many areas, read back by the product's own reader.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::fmt::Write as _;

use proptest::prelude::*;
use troskel::areas::{Origin, Settings, import, join};
use troskel::criteria::{Language, sets};
use troskel::many::Run;
use troskel::output::list;
use troskel::output::xlsx::xlsx;
use troskel::table::{Flow, Limits, Options, Record, Sink, TableInfo, read};
use troskel::{Error, Problem};

/// The rows of each sheet.
#[derive(Debug, Default)]
struct Sheets(Vec<(String, Vec<Vec<String>>)>);

impl Sink for Sheets {
    fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
        self.0.push((table.sheet.clone().unwrap_or_default(), Vec::new()));
        Ok(Flow::Continue)
    }

    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
        self.0.last_mut().unwrap().1.push(record.cells().map(str::to_owned).collect());
        Ok(Flow::Continue)
    }
}

impl Sheets {
    #[track_caller]
    fn sheet(&self, name: &str) -> &[Vec<String>] {
        &self.0.iter().find(|(sheet, _)| sheet == name).unwrap_or_else(|| panic!("a sheet {name}")).1
    }
}

fn run_of(set: &str, text: &str) -> Run {
    let set = sets::get(set).unwrap();
    let settings = Settings::new(&set);
    let joined = join(vec![import("val.csv", text.as_bytes(), &settings).unwrap()], &settings).unwrap();
    let reading = set.reading(None, None).unwrap();
    Run::new(joined, set, reading).unwrap()
}

fn bytes_of(run: &Run, positions: &[usize], language: Language) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut take = |piece: &[u8]| {
        bytes.extend_from_slice(piece);
        Ok(())
    };
    xlsx(run, positions.iter().copied(), language, None, &mut take).unwrap();
    bytes
}

fn workbook(run: &Run, positions: &[usize], language: Language) -> Sheets {
    let mut sheets = Sheets::default();
    let bytes = bytes_of(run, positions, language);
    read("omraden.xlsx", &bytes, &Options::default(), &Limits::default(), &mut sheets).unwrap();
    sheets
}

#[test]
fn the_chosen_areas_stand_in_their_order_with_numbers_and_words() {
    let run = run_of(
        "promemoria-2018",
        "Område;Namn;employment_count;employment_total;Valdeltagande 2022\n0180R001;=1+1;742;1237;74,9\n0114R002;Åsen;600;1000;..\n",
    );
    let sheets = workbook(&run, &[1, 0], Language::Sv);
    let areas = sheets.sheet("Områden");
    let columns: Vec<&str> = areas[0].iter().map(String::as_str).collect();
    assert_eq!(
        columns[..8],
        [
            "Kod",
            "Namn",
            "Kommunkod",
            "Kommun",
            "Kommunen på listan",
            "Svar",
            "Förvärvsintensitet, procent",
            "Förvärvsintensitet, antal",
        ]
    );
    assert_eq!(columns.len(), 6 + 4 * 6);
    assert_eq!(
        areas[1][..12],
        [
            "0114R002",
            "Åsen",
            "0114",
            "Upplands Väsby",
            "nej",
            "uppfyller inte",
            "60.0",
            "600",
            "1000",
            "0.0",
            "exakt på gränsen",
            "säkert",
        ]
    );
    assert_eq!(
        areas[2][..12],
        [
            "0180R001",
            "=1+1",
            "0180",
            "Stockholm",
            "ja",
            "går inte att avgöra",
            "59.98",
            "742",
            "1237",
            "-0.02",
            "uppfyllt",
            "säkert",
        ]
    );
    // A published percentage has no count, and a missing figure nothing at all.
    assert_eq!(areas[2][24..], ["74.9", "", "", "-0.1", "uppfyllt", "säkert"]);
    assert_eq!(areas[2][12..18], ["", "", "", "", "går inte att bedöma", ""]);
    let english = workbook(&run, &[0], Language::En);
    assert_eq!(english.sheet("Areas")[1][5], "cannot be decided");
}

#[test]
fn method_and_sources_go_along_with_every_set() {
    let run =
        run_of("scb-2012", "Område;Förvärvsfrekvens;Folkmängd 2022\n0180R001;51,9;4000\nKälla: SCB;;\n");
    let sheets = workbook(&run, &[0], Language::Sv);
    let areas = sheets.sheet("Områden");
    let population = areas[0].iter().position(|title| title == "Befolkning, antal").unwrap();
    assert_eq!(areas[1][population..], ["4000", "0", "exakt på gränsen", "säkert"]);
    let method = sheets.sheet("Metod och källor");
    let text = method.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n");
    for part in [
        "SCB:s urval av 15 stadsdelar 2012",
        &run.set().hash,
        "lägre än 52 procent",
        "Befolkning | ",
        "över gränsen eller exakt på den | 4000",
        "val.csv | Område |  | Förvärvsfrekvens |  | Förvärvsfrekvens",
        "Områden i den här filen | 1",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(
        sheets.sheet("Inte läst")[1][..6],
        ["val.csv", "", "3", "", "Raden har ingen områdeskod, till exempel 0180R001.", "Källa: SCB"]
    );
}

#[test]
fn where_a_file_was_fetched_goes_along_and_nothing_is_said_of_others() {
    let set = sets::get("promemoria-2018").unwrap();
    let settings = Settings::new(&set);
    let origin = Origin {
        address: "https://example.org/data?valueCodes[Region]=1488*".to_owned(),
        updated: Some("2025-03-01T06:00:00Z".to_owned()),
        sha256: Some("0".repeat(64)),
    };
    let file = |name, text: &str| import(name, text.as_bytes(), &settings).unwrap();
    let files = |origin| {
        let fetched = file("fetched.csv", "Område;Valdeltagande\n0180R001;74,9\n").from(origin);
        vec![fetched, file("chosen.csv", "Område;Förvärvsfrekvens\n0180R001;51,9\n")]
    };
    let run = |origin| {
        let joined = join(files(origin), &settings).unwrap();
        Run::new(joined, set.clone(), set.reading(None, None).unwrap()).unwrap()
    };
    let json = |run: &Run| {
        let mut bytes = Vec::new();
        let mut take = |piece: &[u8]| {
            bytes.extend_from_slice(piece);
            Ok(())
        };
        list::json(run, 0..run.len(), None, &mut take).unwrap();
        serde_json::from_slice::<serde_json::Value>(&bytes).unwrap()["understood"].clone()
    };
    let known = run(Some(&origin));
    let method = workbook(&known, &[0], Language::Sv).sheet("Metod och källor").to_vec();
    let at = method.iter().position(|row| row[0] == "Hämtad fil").unwrap();
    assert_eq!(
        method[at + 1][..4],
        ["fetched.csv", &origin.address, "2025-03-01T06:00:00Z", &"0".repeat(64)]
    );
    assert!(method[at..].iter().all(|row| row[0] != "chosen.csv"));
    assert_eq!(json(&known)[0]["origin"]["updated"], "2025-03-01T06:00:00Z");
    assert!(json(&known)[1].get("origin").is_none());
    let unknown = run(None);
    assert!(
        workbook(&unknown, &[0], Language::Sv)
            .sheet("Metod och källor")
            .iter()
            .all(|row| row[0] != "Hämtad fil")
    );
    assert!(json(&unknown)[0].get("origin").is_none());
}

#[test]
fn no_cell_is_a_formula_and_the_same_areas_give_the_same_bytes() {
    let text = "Område;Namn;Valdeltagande\n0180R001;=HYPERLINK(\"x\");74,9\n0180R002;+1;75\n0180R003;@a;75\n";
    let run = run_of("promemoria-2018", text);
    let bytes = bytes_of(&run, &[0, 1, 2], Language::Sv);
    assert_eq!(bytes, bytes_of(&run, &[0, 1, 2], Language::Sv));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    for at in 0..archive.len() {
        let part = std::io::read_to_string(archive.by_index(at).unwrap()).unwrap();
        assert!(!part.contains("<f>") && !part.contains("<f "));
    }
}

#[test]
fn a_file_that_is_not_taken_ends_the_writing() {
    let mut text = String::from("Område;Valdeltagande\n");
    for nth in 0..3_000 {
        writeln!(text, "0180C{nth:04};74,9").unwrap();
    }
    let run = run_of("promemoria-2018", &text);
    let mut refuse = |_: &[u8]| Err(Problem::Cancelled.into());
    let ended = xlsx(&run, 0..run.len(), Language::Sv, None, &mut refuse).unwrap_err();
    assert_eq!(ended.code(), "cancelled");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_and_figures_come_back_as_they_were(
        areas in prop::collection::vec(("[ -~å-öÅ-Ö=+@&<>]{1,12}", 0_u64..=1_000_000_000_000, 1_u64..1_000_000_000_000), 1..20)
    ) {
        let mut text = String::from("Område;Namn;turnout_count;turnout_total\n");
        for (nth, (name, count, total)) in areas.iter().enumerate() {
            let name = name.replace('"', "\"\"");
            // Ends as no word does, since `å/if` would say that the row is of those born in Sweden.
            writeln!(text, "0180R{nth:03};\"{name}qx\";{};{total}", count.min(total)).unwrap();
        }
        let run = run_of("promemoria-2018", &text);
        let all: Vec<usize> = (0..run.len()).collect();
        let sheets = workbook(&run, &all, Language::En);
        let read_back = &sheets.sheet("Areas")[1..];
        for (nth, row) in read_back.iter().enumerate() {
            let (_, count, total) = &areas[nth];
            let finding = &run.row(nth).unwrap().assessment.findings[3];
            prop_assert_eq!(row[1].trim(), run.joined.areas.get(nth).unwrap().name().unwrap_or_default().trim());
            prop_assert_eq!(&row[25], &count.min(total).to_string());
            prop_assert_eq!(&row[26], &total.to_string());
            prop_assert_eq!(&row[24], &finding.percent.unwrap().to_string());
            prop_assert_eq!(&row[27], &finding.distance.unwrap().to_string());
        }
    }
}
