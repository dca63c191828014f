//! The list of many areas as CSV and JSON, read back.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::{Value, json};
use troskel::areas::{Settings, import, join};
use troskel::criteria::sets;
use troskel::many::{Row, Run};
use troskel::output::Out;
use troskel::output::json::{Label, area};
use troskel::output::list::{self, Columns, Csv};
use troskel::output::safe::formula_free;
use troskel::table::{Limits, Options, Record, read};
use troskel::{Error, Problem};

fn run_of(text: &str) -> Run {
    run_by("promemoria-2018", text)
}

fn run_by(set: &str, text: &str) -> Run {
    let set = sets::get(set).unwrap();
    let settings = Settings::new(&set);
    let joined = join(vec![import("val.csv", text.as_bytes(), &settings).unwrap()], &settings).unwrap();
    let reading = set.reading(None, None).unwrap();
    Run::new(joined, set, reading).unwrap()
}

/// The text that is written to whoever takes it.
fn taken(write: impl FnOnce(Out<'_>) -> Result<(), Error>) -> String {
    let mut bytes = Vec::new();
    let mut take = |piece: &[u8]| {
        bytes.extend_from_slice(piece);
        Ok(())
    };
    write(&mut take).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn csv(run: &Run, positions: &[usize], style: Csv) -> String {
    taken(|out| list::csv(run, positions.iter().copied(), style, None, out))
}

fn chosen(run: &Run, names: &str) -> Result<Columns, &'static str> {
    Columns::chosen(run.set(), names).map_err(|error| error.code())
}

fn json_of(run: &Run, positions: &[usize]) -> Value {
    let text = taken(|out| list::json(run, positions.iter().copied(), None, out));
    serde_json::from_str(&text).unwrap()
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut sink = |record: &Record<'_>| rows.push(record.cells().map(str::to_owned).collect());
    read("lista.csv", text.as_bytes(), &Options::default(), &Limits::default(), &mut sink).unwrap();
    rows
}

const TEXT: &str = "Område;Namn;employment_count;employment_total;Låg utbildning;Valdeltagande 2022\n\
    0180R001;=HYPERLINK(\"x\");742;1237;28,0;74,9\n0114R002;Norr, \"Lilla\" och Södra;600;1000;29,5;..\nKälla: SCB;;;;;\n";

#[test]
fn each_style_has_its_marks_and_no_text_is_a_formula() {
    let run = run_of(TEXT);
    let plain = csv(&run, &[1, 0], Csv::Plain);
    let lines: Vec<&str> = plain.split('\n').collect();
    assert_eq!(
        lines[0],
        "code,name,municipality,municipality_name,designated,verdict,\
         employment_figure,employment_percent,employment_distance,employment_outcome,employment_certainty,\
         long_term_unemployment_figure,long_term_unemployment_percent,long_term_unemployment_distance,\
         long_term_unemployment_outcome,long_term_unemployment_certainty,\
         low_education_figure,low_education_percent,low_education_distance,low_education_outcome,low_education_certainty,\
         turnout_figure,turnout_percent,turnout_distance,turnout_outcome,turnout_certainty"
    );
    assert_eq!(
        lines[1],
        "0114R002,\"Norr, \"\"Lilla\"\" och Södra\",0114,Upplands Väsby,false,does-not-meet,\
         600/1000,60.0,0.0,at-threshold,certain,,,,unknown,,29.5,29.5,1.5,met,certain,,,,unknown,"
    );
    assert_eq!(
        lines[2],
        "0180R001,\"'=HYPERLINK(\"\"x\"\")\",0180,Stockholm,true,does-not-meet,\
         742/1237,59.98,-0.02,met,certain,,,,unknown,,28.0,28.0,0.0,at-threshold,depends,74.9,74.9,-0.1,met,certain"
    );
    assert_eq!(lines[3..], [""]);
    let swedish = csv(&run, &[0], Csv::SwedishExcel);
    let (mark, rest) = swedish.split_at('\u{feff}'.len_utf8());
    assert_eq!(mark, "\u{feff}");
    let lines: Vec<&str> = rest.split("\r\n").collect();
    assert_eq!(
        lines[1],
        "0180R001;\"'=HYPERLINK(\"\"x\"\")\";0180;Stockholm;true;does-not-meet;\
         742/1237;59,98;-0,02;met;certain;;;;unknown;;28,0;28,0;0,0;at-threshold;depends;74,9;74,9;-0,1;met;certain"
    );
    assert_eq!(lines[2..], [""]);
}

#[test]
fn json_tells_the_set_the_totals_and_what_was_rejected() {
    let run = run_of(TEXT);
    let document = json_of(&run, &[1]);
    assert_eq!(document["criteria"]["id"], "promemoria-2018");
    assert_eq!(document["reading"], json!({ "tie": "strict", "require": "all" }));
    let totals = json!({ "areas": 2, "meets": 0, "does-not-meet": 2, "undetermined": 0, "rejected": 1 });
    assert_eq!(document["totals"], totals);
    assert_eq!(document["areas"].as_array().unwrap().len(), 1);
    assert_eq!(document["areas"][0]["code"], "0114R002");
    let rejected = json!([{
        "file": "val.csv", "sheet": null, "line": 4, "column": null, "code": "not-an-area", "text": "Källa: SCB"
    }]);
    assert_eq!(document["rejected"], rejected);
}

#[test]
fn whoever_takes_a_file_may_refuse_it() {
    let run = run_of(TEXT);
    let refused = || Err::<(), Error>(Problem::Cancelled.into());
    for style in [Csv::Plain, Csv::SwedishExcel] {
        let told = list::csv(&run, 0..2, style, None, &mut |_| refused()).unwrap_err();
        assert_eq!(told.code(), "cancelled");
    }
    assert_eq!(list::json(&run, 0..2, None, &mut |_| refused()).unwrap_err().code(), "cancelled");
}

#[test]
fn a_list_larger_than_a_piece_is_whole() {
    let mut text = "Område;Namn;Valdeltagande\n".to_owned();
    for nth in 0..3_000 {
        writeln!(text, "0180A{nth:04};Kvarteret {nth};{},{}", nth % 100, nth % 10).unwrap();
    }
    text.push_str("Källa: SCB\n");
    let run = run_of(&text);
    let positions: Vec<usize> = (0..run.len()).collect();
    let written = rows(&csv(&run, &positions, Csv::Plain));
    assert_eq!((written.len(), written[3_000][1].as_str()), (3_001, "Kvarteret 2999"));
    assert_eq!(json_of(&run, &positions)["areas"].as_array().unwrap().len(), 3_000);
}

/// The cells of an area's row, from its explanation.
fn explained(row: &Row, style: Csv) -> Vec<String> {
    let word = |value: Value| value.as_str().unwrap_or_default().to_owned();
    let (delimiter, mark) = if style == Csv::Plain { (',', ".") } else { (';', ",") };
    let text = |cell: Option<&str>| {
        let cell = formula_free(cell.unwrap_or_default()).into_owned();
        let quoted = format!("\"{}\"", cell.replace('"', "\"\""));
        if cell.contains([delimiter, '"', '\n', '\r']) { quoted } else { cell }
    };
    let mut cells = vec![
        text(row.code.as_deref()),
        text(row.name.as_deref()),
        text(row.municipality.as_deref()),
        text(row.municipality_name.as_deref()),
        row.designated.map(|designated| designated.to_string()).unwrap_or_default(),
        word(serde_json::to_value(row.assessment.verdict).unwrap()),
    ];
    for finding in &row.assessment.findings {
        let number = |number: Option<String>| number.unwrap_or_default().replace('.', mark);
        cells.extend([
            number(finding.figure.clone()),
            number(finding.percent.map(|percent| percent.to_string())),
            number(finding.distance.map(|distance| distance.to_string())),
            word(serde_json::to_value(finding.outcome).unwrap()),
            word(serde_json::to_value(finding.certainty).unwrap()),
        ]);
    }
    cells
}

/// The object of an area, from its explanation.
fn explained_json(run: &Run, position: usize) -> String {
    let row = run.row(position).unwrap();
    let place = run.joined.place(run.joined.areas.get(position).unwrap());
    let label = Label {
        origin: Some((place.file.as_deref().unwrap(), place.line.unwrap())),
        code: row.code.as_deref(),
        name: row.name.as_deref(),
        municipality: row.municipality.as_deref(),
        designated: row.designated,
    };
    area(&label, &row.assessment, None).to_json()
}

#[test]
fn what_is_written_is_chosen() {
    let run = run_of(TEXT);
    let columns = chosen(&run, "line, verdict, outcomes, turnout-percent, file, depends_on").unwrap();
    let text = taken(|out| list::csv(&run, 0..2, Csv::Plain, Some(&columns), out));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines,
        [
            "line,verdict,employment_outcome,long_term_unemployment_outcome,low_education_outcome,turnout_outcome,\
             turnout_percent,file,employment_depends_on,long_term_unemployment_depends_on,low_education_depends_on,\
             turnout_depends_on",
            "2,does-not-meet,met,unknown,at-threshold,met,74.9,val.csv,,,rounding,",
            "3,does-not-meet,at-threshold,unknown,met,unknown,,val.csv,,,,",
        ]
    );
    let columns = chosen(&run, "code,municipality_name,turnout_comparison,outcomes").unwrap();
    let text = taken(|out| list::json_lines(&run, 0..2, Some(&columns), out));
    let objects: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let outcome = |word: &str| json!({ "outcome": word });
    assert_eq!(
        objects[0],
        json!({
            "code": "0180R001", "municipalityName": "Stockholm", "findings": {
                "employment": outcome("met"), "long-term-unemployment": outcome("unknown"),
                "low-education": outcome("at-threshold"),
                "turnout": { "outcome": "met", "comparison": "10*74.9 = 749 < 10*75 = 750" },
            },
        })
    );
    assert_eq!(objects[1]["findings"]["turnout"], json!({ "outcome": "unknown", "comparison": null }));
    let codes = chosen(&run, "code").unwrap();
    let text = taken(|out| list::json_lines(&run, [1, 0].into_iter(), Some(&codes), out));
    assert_eq!(text, "{\"code\":\"0114R002\"}\n{\"code\":\"0180R001\"}\n");
}

#[test]
fn columns_that_are_not_known_or_stand_twice_are_refused() {
    let run = run_of(TEXT);
    for names in ["", "code,", "kod", "turnout", "outcome", "code;name", "verdict_outcome"] {
        assert_eq!(chosen(&run, names), Err("unknown-word"), "{names}");
    }
    for names in ["code,code", "outcomes,turnout_outcome", "turnout_figure,figures"] {
        assert_eq!(chosen(&run, names), Err("duplicate-id"), "{names}");
    }
}

/// A cell of a figure: plain, on its threshold, with many decimals, missing or unreadable.
fn percent() -> impl Strategy<Value = String> {
    let near = prop::sample::select(vec!["60", "10", "28", "75", "52", "70", "0", "100"]);
    prop_oneof![
        6 => (0_u32..=1_000).prop_map(|tenths| format!("{},{}", tenths / 10, tenths % 10)),
        2 => near.prop_map(str::to_owned),
        1 => (0_u32..100, 0_u64..1_000_000_000_000).prop_map(|(whole, rest)| format!("{whole},{rest:012}")),
        1 => (0_u32..100, 0_u32..10_000).prop_map(|(whole, rest)| format!("{whole}.{rest:04}")),
        1 => prop::sample::select(vec!["..", "", "x", "104"]).prop_map(str::to_owned),
    ]
}

/// A count and its total.
fn share() -> impl Strategy<Value = String> {
    let total = prop_oneof![5 => 1_u64..=3_000, 1 => 1_u64..=1_000_000_000_000, 1 => Just(100)];
    let counts =
        (total, any::<u64>()).prop_map(|(total, random)| format!("{};{total}", random % (total + 1)));
    let near = (1_u64..=400, prop::sample::select(vec![60, 10, 28, 75]), 0_u64..=2).prop_map(
        |(times, share, off)| format!("{};{}", (times * share + off).saturating_sub(1), times * 100),
    );
    prop_oneof![4 => counts, 2 => near, 1 => prop::sample::select(vec!["..;..", "1;0", "x;3"]).prop_map(str::to_owned)]
}

fn name() -> impl Strategy<Value = String> {
    "[ -~å-ö\t=+@]{0,10}".prop_map(|name| format!("\"{}\"", name.replace('"', "\"\"")))
}

fn code(nth: usize) -> String {
    let beginning = match nth * 7 / 3 % 5 {
        0 => "0114",
        1 => "0180",
        2 => "0980",
        3 => "2584",
        _ => "9999",
    };
    match nth % 6 {
        0 => {
            format!("{beginning}R{:03}_RegSO{}", nth % 1_000, if nth.is_multiple_of(4) { 2018 } else { 2025 })
        }
        1 => format!("{}A{:04}", beginning.trim_start_matches('0'), nth % 10_000),
        _ => format!("{beginning}C{:04}", nth % 10_000),
    }
}

/// Compares the lists of a table with what its areas' explanations say.
fn written_as_explained(run: &Run) {
    let positions: Vec<usize> = (0..run.len()).rev().collect();
    for style in [Csv::Plain, Csv::SwedishExcel] {
        let (delimiter, end) = if style == Csv::Plain { (",", "\n") } else { (";", "\r\n") };
        let text = csv(run, &positions, style);
        let lines = positions.iter().map(|at| explained(&run.row(*at).unwrap(), style).join(delimiter) + end);
        assert_eq!(text.split_once(end).unwrap().1, lines.collect::<String>());
    }
    let objects: Vec<String> = positions.iter().map(|at| explained_json(run, *at)).collect();
    let text = taken(|out| list::json_lines(run, positions.iter().copied(), None, out));
    assert_eq!(text.lines().collect::<Vec<_>>(), objects);
    let text = taken(|out| list::json(run, positions.iter().copied(), None, out));
    let (areas, _) = text.split_once("\"areas\":[\n").unwrap().1.split_once("\n],\"rejected\"").unwrap();
    assert_eq!(areas, objects.join(",\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_name_comes_back_and_begins_no_formula(name in "[^\\p{C}\\p{Z}][ -~å-ö]{0,12}") {
        let run = run_of(&format!("Område;Namn;Valdeltagande\n0180R001;\"{}\";74,9\n0180R002;b;1\n", name.replace('"', "\"\"")));
        let known = run.row(0).unwrap().name.unwrap_or_default();
        for style in [Csv::Plain, Csv::SwedishExcel] {
            let text = csv(&run, &[0, 1], style);
            let read = rows(&text);
            let cell = &read[1][1];
            let bare = |text: &str| text.replace('\'', "");
            prop_assert_eq!(bare(cell), bare(&known), "nothing but apostrophes is added");
            let plain = !known.contains(['=', '+', '-', '@']);
            prop_assert!(!plain || *cell == known, "{cell:?} of {known:?}");
            // Whichever delimiter the file is opened with.
            for begins in cell.split([',', ';', '\t']) {
                prop_assert!(!begins.trim_start_matches([' ', '"']).starts_with(['=', '+', '-', '@']), "{cell:?}");
            }
        }
    }

    #[test]
    fn percentages_are_written_as_they_are_explained(
        areas in prop::collection::vec((name(), percent(), percent(), percent(), percent()), 1..60)
    ) {
        for (set, header) in [
            ("promemoria-2018", "employment;long_term_unemployment;low_education;turnout"),
            ("scb-2012", "Förvärvsfrekvens;Långvarigt försörjningsstöd, procent;Andel behöriga till gymnasieskolan;Valdeltagande"),
        ] {
            let mut text = format!("Område;Namn;{header}\n");
            for (nth, (name, one, two, three, four)) in areas.iter().enumerate() {
                writeln!(text, "{};{name};{one};{two};{three};{four}", code(nth)).unwrap();
            }
            text.push_str("0180R999;sist;1;1;1;1\n");
            written_as_explained(&run_by(set, &text));
        }
    }

    #[test]
    fn counts_are_written_as_they_are_explained(
        areas in prop::collection::vec((name(), share(), share(), percent(), share()), 1..60),
        persons in prop::collection::vec(0_u64..8_000, 60),
    ) {
        let header = "employment_count;employment_total;long_term_unemployment_count;long_term_unemployment_total;\
                      low_education;turnout_count;turnout_total";
        let mut text = format!("Område;Namn;{header}\n");
        for (nth, (name, one, two, three, four)) in areas.iter().enumerate() {
            writeln!(text, "{};{name};{one};{two};{three};{four}", code(nth)).unwrap();
        }
        text.push_str("0180R999;sist;1;1;1;1;1;1;1\n");
        written_as_explained(&run_of(&text));
        let mut text = String::from("Område;Folkmängd 2022\n");
        for (nth, persons) in persons.iter().enumerate() {
            let persons = if nth % 3 == 0 { 3_999 + persons % 3 } else { *persons };
            writeln!(text, "{};{persons}", code(nth)).unwrap();
        }
        written_as_explained(&run_by("scb-2012", &text));
    }
}

#[test]
fn many_blocks_on_many_threads_are_written_as_explained() {
    let mut text = "Område;Namn;Valdeltagande;employment_count;employment_total\n".to_owned();
    for nth in 0..5_000 {
        writeln!(
            text,
            "0180A{nth:04};Kvarteret {nth};{},{};{};{}",
            nth % 100,
            nth % 10,
            nth % 700,
            700 + nth % 3
        )
        .unwrap();
    }
    written_as_explained(&run_of(&text));
}
