//! The list of many areas as CSV and JSON, read back.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::{Value, json};
use troskel::areas::{Settings, import, join};
use troskel::criteria::sets;
use troskel::many::Run;
use troskel::output::list::{self, Csv};
use troskel::table::{Limits, Options, Record, read};
use troskel::{Error, Problem};

fn run_of(text: &str) -> Run {
    let set = sets::get("promemoria-2018").unwrap();
    let settings = Settings::new(&set);
    let joined = join(vec![import("val.csv", text.as_bytes(), &settings).unwrap()], &settings).unwrap();
    let reading = set.reading(None, None).unwrap();
    Run::new(joined, set, reading).unwrap()
}

fn csv(run: &Run, positions: &[usize], style: Csv) -> String {
    let mut text = String::new();
    let mut take = |piece: &str| {
        text.push_str(piece);
        Ok(())
    };
    list::csv(run, positions.iter().copied(), style, &mut take).unwrap();
    text
}

fn json_of(run: &Run, positions: &[usize]) -> Value {
    let mut text = String::new();
    let mut take = |piece: &str| {
        text.push_str(piece);
        Ok(())
    };
    list::json(run, positions.iter().copied(), &mut take).unwrap();
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
        let told = list::csv(&run, 0..2, style, &mut |_| refused()).unwrap_err();
        assert_eq!(told.code(), "cancelled");
    }
    assert_eq!(list::json(&run, 0..2, &mut |_| refused()).unwrap_err().code(), "cancelled");
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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_name_comes_back_and_begins_no_formula(name in "[^\\p{C}\\p{Z}][ -~å-ö]{0,12}") {
        let run = run_of(&format!("Område;Namn;Valdeltagande\n0180R001;\"{}\";74,9\n0180R002;b;1\n", name.replace('"', "\"\"")));
        let known = run.row(0).unwrap().name.unwrap_or_default();
        for style in [Csv::Plain, Csv::SwedishExcel] {
            let text = csv(&run, &[0, 1], style);
            let read = rows(&text);
            let cell = &read[1][1];
            prop_assert!(*cell == known || *cell == format!("'{known}"), "{cell:?} of {known:?}");
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']));
        }
    }
}
