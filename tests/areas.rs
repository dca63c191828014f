//! Importing statistics files, in the shapes in which people have them.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::fmt::Write;

use proptest::prelude::*;

use troskel::areas::{
    AreaForm, Doubt, Joined, KeptReason, Level, Measure, Recipe, Settings, Source, Warning, import, join,
    join_all,
};
use troskel::criteria::{CriteriaSet, sets};

mod columns;
mod keys;
mod own;
mod recipes;
mod threads;

fn set() -> CriteriaSet {
    sets::get("promemoria-2018").unwrap()
}

fn joined_with(files: &[(&str, &[u8])], settings: &Settings) -> Joined {
    let loaded =
        files.iter().map(|(name, bytes)| import(name, bytes, settings).unwrap_or_else(|e| panic!("{e}")));
    join(loaded.collect(), settings).unwrap_or_else(|e| panic!("{e}"))
}

fn joined(text: &str) -> Joined {
    joined_with(&[("a.csv", text.as_bytes())], &Settings::new(&set()))
}

/// Writes each area in a line: code or name, and its figures in the set's order.
fn listed(joined: &Joined) -> Vec<String> {
    let one = |area: troskel::areas::Area<'_>| {
        let mut line = area.code().unwrap_or_else(|| area.name().unwrap_or_default().to_owned());
        for criterion in 0..4 {
            let figure = area.figure(criterion).map_or("–".to_owned(), |figure| figure.to_string());
            write!(line, " {figure}").unwrap();
        }
        line
    };
    joined.areas.iter().map(one).collect()
}

/// Writes each rejected entry in a line: line, column, code, text.
fn rejected(joined: &Joined) -> Vec<String> {
    let entries = joined.rejected.entries().iter();
    let one = |entry: &troskel::areas::Rejected| {
        let line = entry.place.line.unwrap_or(0);
        let column = entry.place.column.as_deref().unwrap_or("–");
        format!("{line} {column} {} {:?}", entry.problem.code(), entry.text)
    };
    entries.map(one).collect()
}

#[test]
fn four_files_of_four_shapes_join_to_one_table() {
    let employment = "\"region\",\"arbetsmarknadsstatus\",\"kön\",\"2023\",\"2024\"\r\n\
        \"00 Riket\",\"sysselsatta\",\"totalt\",70,71\r\n\"00 Riket\",\"totalt\",\"totalt\",100,100\r\n\
        \"0180R001_RegSO2025 Ett\",\"sysselsatta\",\"totalt\",740,742\r\n\
        \"0180R001_RegSO2025 Ett\",\"totalt\",\"totalt\",1236,1237\r\n\
        \"0180R002_RegSO2025 Två\",\"sysselsatta\",\"totalt\",10,..\r\n\
        \"0180R002_RegSO2025 Två\",\"totalt\",\"totalt\",20,30\r\n\
        ,,,,\r\n\"Källa: \"SCB\"\",,,,\r\n";
    let education = "region;utbildningsnivå;ålder;kön;2023\n\
        0180R001 Ett;förgymnasial utbildning kortare än 9 år;25-64 år;män;10\n\
        0180R001 Ett;förgymnasial utbildning kortare än 9 år;25-64 år;kvinnor;11\n\
        0180R001 Ett;förgymnasial utbildning, 9 (10) år;25-64 år;män;3\n\
        0180R001 Ett;förgymnasial utbildning, 9 (10) år;25-64 år;kvinnor;4\n\
        0180R001 Ett;gymnasial utbildning;25-64 år;män;30\n\
        0180R001 Ett;gymnasial utbildning;25-64 år;kvinnor;22\n\
        0180R001 Ett;eftergymnasial utbildning;25-64 år;män;10\n\
        0180R001 Ett;eftergymnasial utbildning;25-64 år;kvinnor;10\n";
    let turnout = "Område;Valdeltagande 2018;Valdeltagande 2022\n180R001;80,1;75\n180R002;..;74,95\n";
    let unemployment =
        "kod;namn;L\u{e5}ngtidsinskrivna arbetsl\u{f6}sa, procent\n0180R002;Tv\u{e5};10,1\n0180R001;Ett;x\n";
    let latin: Vec<u8> = unemployment.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let settings = Settings::new(&set());
    let files: [(&str, &[u8]); 4] = [
        ("sysselsatta.csv", employment.as_bytes()),
        ("utbildning.csv", education.as_bytes()),
        ("val.csv", turnout.as_bytes()),
        ("arbetslösa.csv", &latin),
    ];
    let joined = joined_with(&files, &settings);
    assert_eq!(listed(&joined), ["0180R001 742/1237 – 28/100 75", "0180R002 – 10.1 – 74.95"]);
    assert_eq!(
        rejected(&joined),
        [
            "8 – blank-record \"\"",
            "9 – not-an-area \"Källa: \\\"SCB\\\"\"",
            "3 Långtidsinskrivna arbetslösa, procent not-a-number \"x\""
        ]
    );
    let first = joined.areas.get(0).unwrap();
    assert_eq!((first.name(), first.line(), first.municipality().as_deref()), (Some("Ett"), 4, Some("0180")));
    let kept = &joined.tables[1].kept;
    assert_eq!(kept.iter().map(|kept| kept.reason).collect::<Vec<_>>(), [KeptReason::Only, KeptReason::Sum]);
    assert_eq!(joined.tables[2].area.as_ref().unwrap().lost_zeros, 2);
    assert_eq!(joined.tables[2].measures[0].year.as_deref(), Some("2022"));
}

#[test]
fn the_finest_level_is_assessed_and_the_others_are_no_rejects() {
    let text = "region;Valdeltagande\n00 Riket;84\n01 Stockholms län;85\n0114 Upplands Väsby;80\n0114R001 Bollstanäs;91,2\n";
    let areas = joined(text);
    assert_eq!(listed(&areas), ["0114R001 – – – 91.2"]);
    assert_eq!(areas.rejected.total(), 0);
    let recipe = Recipe { level: Some(Level::Municipality), ..Recipe::default() };
    let settings = Settings::new(&set()).recipes([recipe]);
    assert_eq!(listed(&joined_with(&[("a.csv", text.as_bytes())], &settings)), ["0114 – – – 80"]);
}

#[test]
fn of_two_vintages_the_one_with_figures_is_taken_and_both_keep_their_suffix() {
    let one = joined("region;Valdeltagande\n0114A0010;..\n0114A0010_DeSO2025;74,9\n");
    assert_eq!(listed(&one), ["0114A0010 – – – 74.9"]);
    let both = joined("region;Valdeltagande\n0114A0010;80\n0114A0010_DeSO2025;74,9\n");
    assert_eq!(listed(&both), ["0114A0010 – – – 80", "0114A0010_DeSO2025 – – – 74.9"]);
    assert!(both.tables[0].warnings.contains(&Warning::MixedVintages));
}

#[test]
fn counts_and_their_totals_are_found_side_by_side() {
    let text = "kod;Förvärvsarbetande;Befolkning 20-64;Röstande;Röstberättigade\n\
        0180R001;742;1 237;749;1000\n0180R002;5;0;7;6\n0180R003;..;12;-;9\n";
    let areas = joined(text);
    assert_eq!(listed(&areas), ["0180R001 742/1237 – – 749/1000", "0180R002 – – – –", "0180R003 – – – –"]);
    assert_eq!(
        rejected(&areas),
        ["3 Befolkning 20-64 total-zero \"0\"", "3 Röstande count-above-total \"7\""]
    );
    let warnings = &areas.tables[0].warnings;
    assert_eq!(warnings, &[Warning::CountAboveTotal { areas: 1 }, Warning::NilAsMissing { cells: 1 }]);
}

#[test]
fn nil_is_zero_in_the_publishers_own_counts() {
    let areas =
        joined("\"region\",\"status\",\"2023\"\n\"0180R001\",\"sysselsatta\",-\n\"0180R001\",\"totalt\",9\n");
    assert_eq!(listed(&areas), ["0180R001 0/9 – – –"]);
    assert_eq!(areas.tables[0].warnings, [Warning::NilAsZero { cells: 1 }]);
}

#[test]
fn duplicates_are_listed_and_never_summed() {
    let wide = joined("kod;Valdeltagande\n0180R001;80\n0180R002;70\n0180R001;81\n");
    assert_eq!(listed(&wide), ["0180R001 – – – 80", "0180R002 – – – 70"]);
    assert_eq!(rejected(&wide), ["4 – duplicate-area \"0180R001; 81\""]);
    let long =
        joined("region;status;2023\n0180R001;sysselsatta;5\n0180R001;totalt;9\n0180R001;sysselsatta;5\n");
    assert_eq!(listed(&long), ["0180R001 5/9 – – –"]);
    assert_eq!(rejected(&long), ["4 – duplicate-area \"0180R001; sysselsatta; 5\""]);
    let settings = Settings::new(&set());
    let file: &[u8] = b"kod;Valdeltagande\n0180R001;80\n";
    let twice = joined_with(&[("a.csv", file), ("b.csv", file)], &settings);
    assert_eq!(rejected(&twice), ["2 – duplicate-figure \"0180R001\""]);
}

#[test]
fn fractions_are_asked_about_and_never_rescaled_silently() {
    let text = "kod;Valdeltagande\n0180R001;0,749\n0180R002;1\n";
    let asked = joined(text);
    assert_eq!(listed(&asked), ["0180R001 – – – –", "0180R002 – – – –"], "unknown until it is answered");
    let [question] = asked.tables[0].questions.as_slice() else { panic!("one question") };
    assert_eq!(question.criterion, "turnout");
    assert_eq!(question.found, Doubt::Fractions { column: "Valdeltagande".to_owned() });
    let from = Source::Percent { column: "Valdeltagande".to_owned(), fractions: Some(true) };
    let recipe =
        Recipe { measures: vec![Measure { criterion: "turnout".to_owned(), from }], ..Recipe::default() };
    let settings = Settings::new(&set()).recipes([recipe]);
    let answered = joined_with(&[("a.csv", text.as_bytes())], &settings);
    assert_eq!(listed(&answered), ["0180R001 – – – 74.9", "0180R002 – – – 100"]);
    assert!(answered.tables[0].questions.is_empty());
}

#[test]
fn areas_may_be_known_by_name_and_districts_by_three_columns() {
    let named = joined(",Valdeltagande 2022\nUpplands Väsby (Bollstanäs),88\nStorstad (Söder),1\n");
    assert_eq!(listed(&named), ["Upplands Väsby (Bollstanäs) – – – 88"]);
    assert_eq!(named.areas.get(0).unwrap().municipality().as_deref(), Some("0114"));
    assert_eq!(named.tables[0].area.as_ref().unwrap().form, AreaForm::Name);
    assert_eq!(rejected(&named), ["3 – not-an-area \"Storstad (Söder); 1\""]);
    let districts = joined(
        "LAN;KOM;VALDIST;NAMN;Rostande;Rostb;VDT\n01;80;0101;Norra;749;1000;74,9\n1;80;102;Södra;3;4;75\n",
    );
    assert_eq!(listed(&districts), ["01800101 – – – 749/1000", "01800102 – – – 3/4"]);
}

#[test]
fn categories_that_come_late_are_read_in_a_second_pass() {
    let mut text = "kön;region;status;2023\n".to_owned();
    for sex in ["män", "kvinnor", "totalt"] {
        for at in 0..2_500 {
            let code = format!("0180A{at:04}");
            let (counted, total) = if sex == "totalt" { (6, 10) } else { (3, 5) };
            writeln!(text, "{sex};{code};sysselsatta;{counted}\n{sex};{code};totalt;{total}").unwrap();
        }
    }
    let joined = joined(&text);
    assert_eq!(joined.areas.len(), 2_500);
    assert!(joined.areas.iter().all(|area| area.figure(0).unwrap().to_string() == "6/10"));
    assert_eq!(joined.tables[0].kept[0].reason, KeptReason::Total);
    assert_eq!(joined.rejected.total(), 0);
}

#[test]
fn files_without_areas_or_measures_are_refused() {
    let settings = Settings::new(&set());
    let code = |text: &str| match import("a.csv", text.as_bytes(), &settings) {
        Ok(loaded) => join(vec![loaded], &settings).unwrap_err().code(),
        Err(error) => error.code(),
    };
    assert_eq!(code(""), "empty-file");
    assert_eq!(code("a;b\n1;2\n"), "no-area");
    // A table on its side is told so. Years are no areas, though 2023 is the number of Malung-Sälen.
    let rows = "Valdeltagande (%);68,8;69,0\nLågutbildade (%);33,7;27,6\nFörvärvsintensitet (%);55,9;57,1\n\
        Långtidsinskrivna (%);14,2;15,5\n";
    for (heading, refused) in [
        ("0581R005 Eneby;0581R007 Generalen", "areas-in-a-row"),
        ("Botkyrka;Haninge", "areas-in-a-row"),
        ("2021;2023", "no-area"),
    ] {
        assert_eq!(code(&format!("Mått;{heading}\n{rows}")), refused, "{heading}");
    }
    let codes = "Mått;0180R001;0180R002;0180R003\nSysselsättningsgrad (%);60,1;70,2;75,5\nValdeltagande (%);61,1;72,2;79,5\n";
    assert_eq!(code(codes), "areas-in-a-row");
    assert_eq!(code("kod;områdestyp\n0180R001;3\n"), "no-measure");
}

#[test]
fn parts_that_do_not_add_up_to_their_total_are_told() {
    let rows = |other: [u32; 3]| {
        let mut text = "region;status;2023\n".to_owned();
        for (at, other) in other.iter().enumerate() {
            let code = format!("0180R00{}", at + 1);
            writeln!(text, "{code};sysselsatta;60\n{code};ej sysselsatta;{other}\n{code};totalt;100")
                .unwrap();
        }
        let joined = joined(&text);
        assert_eq!(listed(&joined)[0], "0180R001 60/100 – – –");
        joined.tables[0].warnings.clone()
    };
    assert_eq!(rows([40, 40, 40]), []);
    assert_eq!(rows([40, 41, 37]), [Warning::SumsDiffer { areas: 2, largest: 3 }]);
    assert_eq!(rows([39, 39, 39]), [Warning::SumsDiffer { areas: 3, largest: 1 }]);
    assert_eq!(rows([90, 90, 90]), [Warning::SumsDiffer { areas: 3, largest: 50 }]);
}

#[test]
fn blank_records_are_counted_however_many_they_are() {
    let blank = ";\n".repeat(12_000);
    let joined = joined(&format!("kod;Valdeltagande\n0180R001;80\n{blank}0180R002;70\n{blank}"));
    assert_eq!(joined.areas.len(), 2);
    assert_eq!(joined.rejected.total(), 12_000);
    assert_eq!(joined.rejected.entries().len(), 10_000);
}

#[track_caller]
fn good(name: &str) -> Joined {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good").join(name);
    joined_with(&[(name, &std::fs::read(path).unwrap())], &Settings::new(&set()))
}

#[test]
fn files_as_the_publishers_write_them_are_understood() {
    let quoted = good("sysselsatta-citat.csv");
    assert_eq!(listed(&quoted), ["0180R001 742/1237 – – –"]);
    assert_eq!(quoted.areas.get(0).unwrap().name(), Some("\"Gamla\" sta'n"));
    assert_eq!(quoted.tables[0].header_line, Some(3));
    assert_eq!(rejected(&quoted).len(), 2);
    let districts = good("valdistrikt.skv");
    assert_eq!(listed(&districts), ["01800101 – – – 749/1000", "01800102 – – – 3/4"]);
    assert_eq!(districts.areas.get(0).unwrap().name(), Some("Norra ängen"));
    assert_eq!(listed(&good("turnout-json-stat-2.json")), ["0114R001 – – – 90.1", "0114R002 – – – 74.9"]);
}

#[test]
fn no_damaged_file_stops_the_importer() {
    let settings = Settings::new(&set());
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good");
    let mut seed = 1_u32;
    for entry in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for cut in (0..bytes.len()).step_by(7) {
            let _ = import("cut", &bytes[..cut], &settings);
            let mut changed = bytes.clone();
            for _ in 0..3 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = usize::try_from(seed >> 8).unwrap() % changed.len();
                changed[at] = u8::try_from(seed >> 24).unwrap();
            }
            let _ = import("changed", &changed, &settings);
        }
    }
}

/// The delimiters, line ends and spaces that a table is written with.
fn dialects() -> impl Strategy<Value = (&'static str, &'static str, &'static str)> {
    let delimiter = prop::sample::select(vec![";", ",", "\t"]);
    let line_end = prop::sample::select(vec!["\n", "\r\n", "\r\r\n"]);
    (delimiter, line_end, prop::sample::select(vec!["", " Ett \"två\" tre", " Åäö, söder"]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_in_each_shape_is_read_back(
        shares in prop::collection::vec((0_u64..5_000, 1_u64..5_000), 1..40),
        (delimiter, line_end, name) in dialects(),
    ) {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let (mut wide, mut long) = (String::new(), String::new());
        let row = |file: &mut String, cells: &[String]| {
            file.push_str(&cells.join(delimiter));
            file.push_str(line_end);
        };
        row(&mut wide, &["region", "Sysselsatta 2023", "Befolkning 2023"].map(quoted));
        row(&mut long, &["region", "arbetsmarknadsstatus", "2023"].map(quoted));
        let mut expected = Vec::new();
        for (at, (count, rest)) in shares.iter().enumerate() {
            let (code, total) = (format!("0180R{at:03}"), count + rest);
            let area = quoted(&format!("{code}{name}"));
            row(&mut wide, &[area.clone(), count.to_string(), total.to_string()]);
            row(&mut long, &[area.clone(), "sysselsatta".to_owned(), count.to_string()]);
            row(&mut long, &[area, "totalt".to_owned(), total.to_string()]);
            expected.push(format!("{code} {count}/{total} – – –"));
        }
        let (wide, long) = (joined(&wide), joined(&long));
        prop_assert_eq!(listed(&wide), expected.clone());
        prop_assert_eq!(listed(&long), expected);
        prop_assert_eq!(wide.rejected.total() + long.rejected.total(), 0);
        prop_assert_eq!(wide.areas.get(0).unwrap().name().unwrap_or_default(), name.trim());
    }
}

#[test]
fn areas_without_any_measure_are_kept_where_a_person_can_say_where_the_figures_are() {
    let settings = Settings::new(&set());
    let text = b"omr\xc3\xa5de;spalt\n0180R001;5\n0180R002;4\nannat;1\n";
    let load = || vec![import("a.csv", text, &settings).unwrap()];
    assert_eq!(join(load(), &settings).unwrap_err().code(), "no-measure");
    let joined = join_all(load(), &settings).unwrap();
    assert_eq!(listed(&joined), ["0180R001 – – – –", "0180R002 – – – –"]);
    assert_eq!(rejected(&joined), ["4 – not-an-area \"annat; 1\""]);
}

/// The files of `tests/fixtures/bad` have behind `--` the code with which they are refused.
#[test]
fn bad_files_are_refused_with_the_code_in_their_name() {
    let settings = Settings::new(&set());
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad");
    let (mut found, mut expected) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let code = path.file_stem().unwrap().to_str().unwrap().rsplit_once("--").unwrap().1;
        let bytes = std::fs::read(&path).unwrap();
        let refused = match import(name, &bytes, &settings).and_then(|file| join(vec![file], &settings)) {
            Ok(_) => "accepted".to_owned(),
            Err(error) => {
                let file = error.place.as_ref().and_then(|place| place.file.as_deref());
                assert!(file.is_some_and(|file| file.starts_with(name)), "{name} is said in {error}");
                error.code().to_owned()
            }
        };
        found.push(format!("{name}: {refused}"));
        expected.push(format!("{name}: {code}"));
    }
    assert!(found.len() > 20);
    assert_eq!(found, expected);
}
