//! The command line as its users run it: what it prints, and the exit status.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::process::Command;

use serde_json::{Value, json};

/// Runs the command and returns the exit status, standard output and standard error.
fn troskel(arguments: &[&str]) -> (i32, String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_troskel"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C.UTF-8")
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

#[track_caller]
fn prints(arguments: &[&str]) -> String {
    let (status, out, error) = troskel(arguments);
    assert_eq!((status, error.as_str()), (0, ""), "{arguments:?}");
    out
}

#[track_caller]
fn json(arguments: &[&str]) -> Value {
    let all = ["check", "--format", "json"].iter().chain(arguments).copied().collect::<Vec<_>>();
    serde_json::from_str(&prints(&all)).unwrap()
}

#[track_caller]
fn fails(status: i32, arguments: &[&str], says: &str) {
    let (found, out, error) = troskel(arguments);
    assert_eq!((found, out.as_str()), (status, ""), "{arguments:?}: {error}");
    assert!(error.contains(says), "{error}");
}

#[test]
fn a_count_one_person_below_the_threshold() {
    let area = json(&["--employment", "742/1237"]);
    assert_eq!(
        area["findings"]["employment"],
        json!({
            "outcome": "met", "figure": "742/1237", "percent": "59.98", "distance": "-0.02",
            "comparison": "100*742 = 74200 < 60*1237 = 74220", "certainty": "certain", "dependsOn": [],
            "change": {
                "fixedTotal": {"persons": 1, "figure": "743/1237"},
                "movingIn": {"persons": 1, "figure": "743/1238"},
                "movingOut": {"persons": 1, "figure": "742/1236"},
            },
        })
    );
    assert_eq!(
        area["findings"]["turnout"],
        json!({
            "outcome": "unknown", "figure": null, "percent": null, "distance": null, "comparison": null,
            "certainty": null, "dependsOn": null, "change": null,
        })
    );
    for name in ["code", "name", "municipality", "designated", "cheapest"] {
        assert_eq!(area.get(name), Some(&Value::Null), "{name}");
    }
    assert_eq!(area["verdict"], "undetermined");
    assert!(area.get("file").is_none() && area.get("line").is_none());
}

#[test]
fn a_percentage_on_the_threshold_depends_on_its_rounding() {
    let finding = &json(&["--low-education", "28,0"])["findings"]["low-education"];
    assert_eq!(finding["outcome"], "at-threshold");
    assert_eq!(finding["figure"], "28.0");
    assert_eq!((&finding["certainty"], &finding["dependsOn"]), (&json!("depends"), &json!(["rounding"])));
    assert_eq!(finding["change"], json!({"step": "0.1"}));
    let inclusive = &json(&["--low-education", "28,0", "--tie", "inclusive"])["findings"]["low-education"];
    assert_eq!(inclusive["change"], json!({"step": "-0.1"}));
}

#[test]
fn the_readings_and_the_cheapest_combinations() {
    let figures = [
        "--employment",
        "60/100",
        "--long-term-unemployment",
        "10/100",
        "--low-education",
        "29/100",
        "--turnout",
        "90/100",
    ];
    let at_least_two = json(&[&figures[..], &["--require", "2"]].concat());
    assert_eq!(at_least_two["verdict"], "does-not-meet");
    assert_eq!(
        at_least_two["cheapest"],
        json!([
            [{"criterion": "employment", "change": {"fixedTotal": {"persons": 1, "figure": "59/100"}}}],
            [{"criterion": "long-term-unemployment", "change": {"fixedTotal": {"persons": 1, "figure": "11/100"}}}],
        ])
    );
    let readings = at_least_two["readings"].as_array().unwrap();
    assert_eq!(readings.len(), 8);
    assert_eq!(readings[0], json!({"tie": "strict", "require": "all", "verdict": "does-not-meet"}));
    assert_eq!(readings[5], json!({"tie": "inclusive", "require": "3", "verdict": "meets"}));
}

#[test]
fn another_set_has_options_of_its_own_and_plain_counts() {
    let area = json(&[
        "--criteria",
        "scb-2012",
        "--employment",
        "51,9",
        "--long-term-income-support",
        "5/100",
        "--upper-secondary-eligibility",
        "69",
        "--figure",
        "population=4 000",
    ]);
    assert_eq!(area["verdict"], "meets");
    let population = &area["findings"]["population"];
    assert_eq!((&population["outcome"], &population["figure"]), (&json!("at-threshold"), &json!("4000")));
    assert_eq!(population["change"], json!({"amount": {"persons": 1, "figure": "3999"}}));
    assert_eq!(area["readings"], json!([{"tie": "strict", "require": "all", "verdict": "meets"}]));
    assert_eq!(area["cheapest"][1][0]["criterion"], "population");
}

#[test]
fn a_set_of_ones_own_is_read_from_a_file() {
    let path = std::env::temp_dir().join(format!("troskel-set-{}.json", std::process::id()));
    let own = troskel::criteria::sets::PROMEMORIA_2018
        .replace("\"promemoria-2018\"", "\"own\"")
        .replace("\"turnout\"", "\"require\"");
    std::fs::write(&path, own).unwrap();
    let area =
        json(&["--criteria", path.to_str().unwrap(), "--employment", "59", "--figure", "require=74,9"]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(area["findings"]["require"]["outcome"], "met");
}

#[test]
fn a_reading_that_a_set_settles_by_number_is_listed_by_its_word() {
    let path = std::env::temp_dir().join(format!("troskel-settled-{}.json", std::process::id()));
    for (number, word) in [("1", "any"), ("2", "2"), ("4", "all")] {
        let settled = troskel::criteria::sets::PROMEMORIA_2018.replace(
            "\"value\": \"all\",\n      \"settled\": false",
            &format!("\"value\": \"{number}\", \"settled\": true"),
        );
        assert!(settled.contains("\"settled\": true"));
        std::fs::write(&path, settled).unwrap();
        let area = json(&["--criteria", path.to_str().unwrap()]);
        let listed: Vec<_> =
            area["readings"].as_array().unwrap().iter().map(|r| r["require"].clone()).collect();
        assert_eq!(listed, [word, word]);
    }
    std::fs::remove_file(&path).unwrap();
}

#[test]
fn text_begins_with_the_verdict_in_the_language_asked_for() {
    let figures = ["check", "--employment", "742/1237", "--turnout", "78.9", "--low-education", "28,0"];
    let english = prints(&figures);
    assert!(
        english
            .starts_with("The area meets one of four criteria. That is not enough: all four are required."),
        "{english}"
    );
    let swedish = prints(&[&figures[..], &["--lang", "sv"]].concat());
    assert!(
        swedish.starts_with("Området uppfyller ett av fyra kriterier. Det räcker inte: alla fyra krävs."),
        "{swedish}"
    );
    for words in [
        "742 av 1\u{a0}237 = 59,98\u{a0}%, 0,02 procentenheter under gränsen 60\u{a0}%",
        "100\u{a0}·\u{a0}742 = 74\u{a0}200 < 60\u{a0}·\u{a0}1\u{a0}237 = 74\u{a0}220",
        "Lågutbildade: exakt på gränsen",
        "Långtidsinskrivna arbetslösa: går inte att bedöma",
    ] {
        assert!(swedish.contains(words), "{words} is missing in:\n{swedish}");
    }
}

#[test]
fn wrong_usage_is_status_2_and_an_unreadable_file_status_1() {
    fails(
        2,
        &["check", "--employment", "abc"],
        "--employment: “abc” is not a number. Write for example 58.2",
    );
    fails(2, &["check", "--employment", "abc", "--lang", "sv"], "”abc” är inte ett tal");
    fails(2, &["check", "--employment", "N/A"], "--employment: “N/A” is not a number");
    fails(2, &["check", "--employment=/"], "“/” is not a number");
    fails(2, &["check", "--employment", "742/"], "The total is missing");
    fails(2, &["check", "--employment", "/1237"], "The count is missing");
    fails(2, &["check", "--figure", "employment=x"], "--figure employment: “x” is not a number");
    fails(2, &["check", "--employment", "9/8"], "The count 9 is larger than the total 8.");
    fails(2, &["check", "--employment", "5", "--figure", "employment=6"], "twice");
    fails(2, &["check", "--figure", "employment"], "equals sign");
    fails(2, &["check", "--figure", "income=5"], "\"income\" is not in promemoria-2018");
    fails(2, &["check", "--tie", "loose"], "Write one of: strict, inclusive.");
    fails(2, &["check", "--require", "5"], "5 criteria cannot be required. Require 1 to 4.");
    fails(
        2,
        &["check", "--criteria", "scb-2012", "--require", "any"],
        "settles how many criteria are required",
    );
    fails(2, &["check", "--criteria", "another"], "neither a criteria set");
    fails(2, &["check", "--format", "xml"], "xml");
    fails(2, &["check", "742/1237"], "742/1237");
    fails(2, &["measure"], "measure");
    fails(2, &[], "Usage");
    fails(1, &["check", "--criteria", "./no-such-file.json"], "cannot read ./no-such-file.json");
    fails(
        1,
        &["verify", "no-such-file.json", "--lang", "sv"],
        "no-such-file.json går inte att läsa: den finns inte",
    );
    fails(1, &["verify", "src", "--lang", "sv"], "src går inte att läsa: den är en mapp");
    fails(1, &["check", "--criteria", "Cargo.toml"], "This cannot be read as JSON.");
}

#[test]
fn help_and_wrong_usage_are_swedish_throughout_where_swedish_is_asked_for() {
    let foreign = |text: &str| {
        let words = [
            "Usage",
            "Options",
            "Commands",
            "Arguments",
            "COMMAND",
            "OPTIONS",
            "Print",
            "default",
            "possible",
        ];
        words.into_iter().find(|word| text.contains(word)).map(str::to_owned)
    };
    for arguments in [
        ["--help"].as_slice(),
        &["check", "--help"],
        &["rule", "-h"],
        &["assess", "--help"],
        &["help", "verify"],
    ] {
        let text = prints(&[&["--lang", "sv"], arguments].concat());
        assert_eq!(foreign(&text), None, "{text}");
        assert!(text.contains("Användning: troskel") && text.contains("Alternativ:"), "{text}");
        assert!(text.contains("Visar den här hjälpen"), "{text}");
    }
    let swedish = |arguments: &[&str], says: &str| {
        let all = [arguments, &["--lang", "sv"]].concat();
        let (status, out, error) = troskel(&all);
        assert_eq!((status, out.as_str(), foreign(&error)), (2, "", None), "{error}");
        assert!(error.contains(says) && !error.contains("error"), "{error}");
        error
    };
    swedish(
        &["check", "--format", "xml"],
        "”xml” går inte att använda till --format <text|json>; där går text, json",
    );
    swedish(&["check", "--format="], "--format <text|json> behöver ett värde: text, json");
    swedish(&["check", "--formt", "json"], "”--formt” känns inte igen\nMenade du --format?");
    swedish(&["check", "742/1237"], "”742/1237” känns inte igen");
    swedish(&["chek"], "det finns inget kommando ”chek”\nMenade du check?");
    swedish(&["verify"], "det här saknas: <RECORD.json>");
    swedish(&["check", "--tie", "strict", "--tie", "strict"], "går bara att ange en gång");
    let usage = swedish(&["rule"], "det här saknas: --as <sql|excel-sv|excel-en|json>");
    assert!(usage.ends_with("Skriv --help för att läsa mer.\n"), "{usage}");
    assert!(usage.contains("\n\nAnvändning: troskel rule [ALTERNATIV] --as"), "{usage}");
    swedish(&[], "ett kommando saknas: assess, check, series, compare, report, rule, sources, verify");
}

#[test]
fn a_record_is_checked_line_by_line_from_json_and_from_its_page() {
    use troskel::document::{Document, to_json};
    use troskel::output::record::{embed, record};
    use troskel::output::work::Work;

    let memo = Document::from_json(troskel::criteria::sets::PROMEMORIA_2018).unwrap();
    let made = to_json(&record(&Work::default(), &memo, "2026-11-23").unwrap()).unwrap();
    let page = embed(&Document::from_json(&made).unwrap());
    let page =
        format!("<html><script type=\"application/json\" id=\"troskel-record\">{page}</script></html>");
    let folder = std::env::temp_dir();
    let file = |name: &str, text: &str| {
        let path = folder.join(format!("troskel-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (json, html) = (file("record.json", &made), file("record.html", &page));
    let altered = file("altered.json", &made.replace("2026-11-23", "2026-11-24"));
    let other = file("other.html", "<p>no record</p>");
    assert!(prints(&["verify", &json]).starts_with("All holds: 33 lines."));
    assert!(prints(&["verify", &html, "--lang", "sv"]).starts_with("Allt stämmer: 33 rader."));
    fails(1, &["verify", &altered], "date: The line is altered");
    fails(1, &["verify", &altered, "--lang", "sv"], "date: Raden är ändrad");
    fails(1, &["verify", &other], "holds no record");
    fails(1, &["verify", "no-such-record.json"], "cannot read");
    fails(2, &["verify"], "RECORD.json");
    // The record brings them along, so an option that changed nothing would mislead.
    for option in [["--tie", "strict"], ["--require", "all"], ["--criteria", "scb-2012"]] {
        fails(
            2,
            &["verify", &json, option[0], option[1]],
            "the record brings its criteria and reading along",
        );
    }
    let said = |file: &str| prints(&["verify", file]).contains("Only the data of the page were checked");
    assert_eq!([said(&json), said(&html)], [false, true]);
    for path in [json, html, altered, other] {
        std::fs::remove_file(path).unwrap();
    }
}

#[test]
fn areas_are_written_as_a_workbook_with_its_words_in_a_language() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/joined/turnout.csv");
    let out = std::env::temp_dir().join(format!("troskel-{}.xlsx", std::process::id()));
    prints(&["assess", file, "--quiet", "--format", "xlsx", "--lang", "sv", "--out", out.to_str().unwrap()]);
    let bytes = std::fs::read(&out).unwrap();
    std::fs::remove_file(&out).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let sheets = std::io::read_to_string(archive.by_name("xl/workbook.xml").unwrap()).unwrap();
    assert!(sheets.contains("Områden") && sheets.contains("Metod och källor"), "{sheets}");
}

#[test]
fn the_addresses_of_the_open_tables() {
    let (status, out, error) =
        troskel(&["sources", "--municipality", "1488", "--municipality", "0180", "--period", "2022"]);
    assert_eq!(status, 0);
    assert_eq!(out.lines().count(), 4);
    assert!(out.lines().all(|line| line.starts_with("https://statistikdatabasen.scb.se/api/v2/tables/TAB")));
    assert!(out.lines().nth(2).unwrap().contains("valueCodes[Region]=0180R%3F%3F%3F&"));
    assert!(error.starts_with("IntGr11RegSO1, 2022: ") && error.lines().count() == 1, "{error}");
    assert_eq!(prints(&["sources", "--areas", "deso"]).lines().count(), 2);
    fails(2, &["sources", "--municipality", "9999"], "there is no municipality with the code 9999");
    fails(2, &["sources", "--period", "i fjol", "--lang", "sv"], "i fjol är inte ett år");
    fails(1, &["sources", "--period", "1999"], "no open table has figures for 1999");
}
