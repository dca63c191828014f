//! `--project`: what the page has kept of a person's work, on the command line.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::needless_pass_by_value,
    reason = "a test stops at what it did not expect, and reads more easily with values"
)]

use serde_json::{Value, json};

use super::cli_files::Folder;

/// Made by the page from the two files in it, as `expected.json` beside it tells; `tests/page/chromium/project.test.mjs` opens
/// it there.
const KEPT: &str = include_str!("fixtures/project/kept.json");
const EXPECTED: &str = include_str!("fixtures/project/expected.json");

const NOW: &str = "kod;Sysselsatta 2023;Befolkning 2023\n0180R001;58;100\n0180R002;70;100\n0127R001;50;100\n";
const THEN: &str =
    "kod;Sysselsatta 2022;Befolkning 2022\n0180R001;61;100\n0180R002;59;100\n0127R001;49;100\n";

impl Folder {
    /// Runs `assess` on a project and more, and returns the JSON and what was said.
    fn assess(&self, more: &[&str]) -> (Value, String) {
        let fixed = ["assess", "--quiet", "--format", "json", "--lang", "en"];
        let (status, text, told) = self.run(&[&fixed, more].concat());
        assert_eq!(status, 0, "{told}");
        (serde_json::from_str(&text).unwrap(), told)
    }
}

/// Names a file without its content.
fn named(name: &str, text: &str) -> Value {
    let digest = troskel::output::report::digest(text.as_bytes()).unwrap();
    json!({ "name": name, "bytes": text.len(), "sha256": digest })
}

/// Makes a project with other members than usual.
fn project(changes: Value) -> Value {
    let mut project = json!({
        "format": "troskel-project", "version": 1, "notes": "", "files": [named("now.csv", NOW)], "before": [],
        "recipes": [], "sum": false, "criteria": "promemoria-2018", "sets": [],
        "reading": { "tie": null, "require": "any" },
        "filter": { "municipality": null, "verdict": null, "criterion": null, "outcome": null, "within": null,
            "text": "", "sort": "file", "descending": false },
        "comparedWith": "", "period": null, "comparedYears": { "before": null, "now": null },
        "report": { "question": "", "notes": true },
    });
    for (name, value) in changes.as_object().unwrap() {
        let (name, member) = (name.clone(), value.clone());
        project.as_object_mut().unwrap().insert(name, member);
    }
    project
}

fn filter(changes: Value) -> Value {
    let mut filter = project(json!({}))["filter"].clone();
    for (name, value) in changes.as_object().unwrap() {
        filter[name] = value.clone();
    }
    filter
}

fn codes(answer: &Value) -> Vec<&str> {
    answer["areas"].as_array().unwrap().iter().map(|area| area["code"].as_str().unwrap()).collect()
}

#[test]
fn what_the_page_has_kept_gives_what_the_page_shows() {
    let (folder, expected) = (Folder::new(), serde_json::from_str::<Value>(EXPECTED).unwrap());
    folder.write("kept.json", KEPT);
    let (answer, told) = folder.assess(&["--project", "kept.json"]);
    for (name, number) in expected["totals"].as_object().unwrap() {
        assert_eq!(answer["totals"][name], *number, "{name} {told}");
    }
    let shown: Vec<&str> =
        expected["areas"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    assert_eq!(codes(&answer), shown);
    for file in expected["files"].as_array().unwrap() {
        assert!(
            told.contains(&format!("“{}” is read out of the project.", file.as_str().unwrap())),
            "{told}"
        );
    }
    let (_, page, _) = folder.run(&["report", "--project", "kept.json", "--lang", "sv"]);
    assert!(page.contains("Noteringar") && page.contains(expected["notes"].as_str().unwrap()), "{page}");
    assert!(page.contains("kept.json, SHA-256 "), "{page}");
}

#[test]
fn files_are_named_and_told_apart_from_those_that_were_kept() {
    let folder = Folder::new();
    folder.write(
        "p.json",
        project(json!({ "files": [named("now.csv", NOW), named("gone.csv", "x")] })).to_string(),
    );
    folder.write("now.csv", NOW);
    let (answer, told) = folder.assess(&["now.csv", "--project", "p.json"]);
    assert_eq!(answer["totals"]["meets"], 2);
    assert_eq!(answer["reading"]["require"], "any");
    assert!(told.contains("The project’s file “gone.csv” is not named"), "{told}");
    assert!(!told.contains("another content"), "{told}");
    folder.write("now.csv", NOW.replace("58;", "68;"));
    let (answer, told) = folder.assess(&["now.csv", "--project", "p.json"]);
    assert_eq!(answer["totals"]["meets"], 1);
    assert!(told.contains("“now.csv” has another content than when the project was kept"), "{told}");
    // Next year's file takes the project on.
    folder.write("next.csv", NOW.replace("2023", "2024"));
    let (_, told) = folder.assess(&["next.csv", "--project", "p.json"]);
    assert!(told.contains("“next.csv” is none of the project’s files"), "{told}");
    assert!(told.contains("“now.csv” is not named"), "{told}");
    let (status, _, told) = folder.run(&["assess", "--project", "p.json", "--lang", "sv"]);
    assert_eq!(status, 2);
    assert!(
        told.contains("Projektet har inte innehållet i sina filer. Ange dem: ”now.csv” och ”gone.csv”."),
        "{told}"
    );
}

#[test]
fn filter_and_order_are_the_projects_and_what_an_option_says_wins_and_is_said() {
    let folder = Folder::new();
    folder.write("now.csv", NOW);
    let kept = project(json!({
        "notes": "Ses med kommunen", "report": { "question": "Vilka?", "notes": true }, "comparedWith": "scb-2012", "period": "2023",
        "filter": filter(json!({ "municipality": "0180", "sort": "code", "descending": true })),
        "later": true,
    }));
    folder.write("p.json", kept.to_string());
    let (answer, told) = folder.assess(&["now.csv", "--project", "p.json"]);
    assert_eq!((codes(&answer), answer["totals"]["areas"].clone()), (vec!["0180R002", "0180R001"], json!(3)));
    for said in [
        "The project’s filter holds: 2 of 3 areas are taken.",
        "Of the project, not used here: the notes, the report’s question, the comparison with other criteria (scb-2012) and parts that are not \
         known (later).",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
    let (answer, told) =
        folder.assess(&["now.csv", "--project", "p.json", "--require", "all", "--period", "2023"]);
    assert_eq!(answer["reading"]["require"], "all");
    assert!(told.contains("--require holds in place of the reading in the project."), "{told}");
    assert!(told.contains("--period holds in place of the year (2023) in the project."), "{told}");
    let (answer, told) = folder.assess(&["now.csv", "--project", "p.json", "--criteria", "scb-2012"]);
    assert_eq!(answer["criteria"]["id"], "scb-2012");
    assert!(
        told.contains(
            "--criteria holds in place of the criteria (promemoria-2018) and the reading in the project."
        ),
        "{told}"
    );
    let (_, page, told) =
        folder.run(&["report", "now.csv", "--project", "p.json", "--area", "0127R001", "--lang", "en"]);
    assert!(page.contains("The report is about 1 area") && page.contains("Ses med kommunen"), "{page}");
    assert!(page.contains("Vilka?"), "{page}");
    assert!(told.contains("--area holds in place of the filter in the project."), "{told}");
    let asks = ["report", "now.csv", "--project", "p.json", "--question", "Varför?", "--lang", "en"];
    let (_, page, told) = folder.run(&asks);
    assert!(page.contains("Varför?") && !page.contains("Vilka?"), "{page}");
    assert!(told.contains("--question holds in place of the report’s question in the project."), "{told}");
    let (_, csv, _) = folder.run(&["series", "now.csv", "--project", "p.json", "--wide", "--quiet"]);
    let first: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(first, ["0180R002", "0180R001"]);
}

#[test]
fn a_year_of_the_project_holds_as_on_the_page_and_is_said_where_it_is_not_there() {
    let folder = Folder::new();
    folder.write(
        "e.csv",
        "kod;Sysselsatta 2022;Befolkning 2022;Sysselsatta 2023;Befolkning 2023\n0180R001;55;100;65;100\n",
    );
    folder.write("t.csv", "kod;Valdeltagande 2022\n0180R001;60,0\n");
    let at = |period: &str| {
        folder.write("p.json", project(json!({ "files": [], "period": period })).to_string());
        let (answer, told) = folder.assess(&["e.csv", "t.csv", "--project", "p.json"]);
        let figure = |id: &str| answer["areas"][0]["findings"][id]["figure"].clone();
        (figure("employment"), figure("turnout"), told)
    };
    assert_eq!(at("2022").0, "55/100");
    // The election of 2022 stands until the next.
    let (employment, turnout, _) = at("2023");
    assert_eq!((employment, turnout), (json!("65/100"), json!("60.0")));
    let (employment, _, told) = at("2019");
    assert_eq!(employment, "65/100");
    assert!(told.contains("no figures of the project’s year 2019. The newest hold."), "{told}");
}

#[test]
fn a_set_of_ones_own_recipes_and_sums_come_along() {
    let folder = Folder::new();
    let memo = troskel::criteria::sets::json("promemoria-2018").unwrap();
    let mut own: Value = serde_json::from_str(memo).unwrap();
    own["id"] = json!("egen");
    own["criteria"][0]["threshold"]["value"] = json!("50");
    let recipe = json!({ "name": "mine", "shape": ["Andel"],
        "measures": [{ "criterion": "turnout", "from": { "kind": "percent", "column": "Andel", "fractions": true } }] });
    let kept =
        project(json!({ "criteria": "egen", "sets": [own], "recipes": [recipe], "sum": true, "files": [] }));
    folder.write("p.json", kept.to_string());
    folder.write("d.csv", "region;Sysselsatta 2023;Befolkning 2023\n0114C1010;49;100\n0114C1030;50;100\n");
    folder.write("k.csv", "DeSO;RegSOkod\n0114C1010;0114R001\n0114C1030;0114R001\n");
    folder.write("t.csv", "kod;Andel\n0114R001;0,8\n");
    let (answer, _) = folder.assess(&["d.csv", "k.csv", "t.csv", "--project", "p.json"]);
    let area = &answer["areas"][0];
    assert_eq!(answer["criteria"]["id"], "egen");
    assert_eq!((&area["code"], &area["verdict"]), (&json!("0114R001"), &json!("meets")));
    assert_eq!(area["findings"]["employment"]["figure"], "99/200");
    assert_eq!(area["findings"]["turnout"]["percent"], "80.0");
    let (status, csv, told) =
        folder.run(&["series", "d.csv", "k.csv", "--project", "p.json", "--lang", "en"]);
    assert_eq!(status, 0, "{told}");
    assert!(csv.contains("0114R001") && csv.contains("99/200"), "{csv}");
    let other = r#"{"name":"other","measures":[]}"#;
    folder.write("r.json", other);
    let (_, told) = folder.assess(&["d.csv", "k.csv", "t.csv", "--project", "p.json", "--recipe", "r.json"]);
    assert!(told.contains("--recipe goes before the recipes in the project."), "{told}");
}

#[test]
fn earlier_files_and_years_of_a_project_are_compared() {
    let folder = Folder::new();
    folder.write("now.csv", NOW);
    folder.write("then.csv", THEN);
    let compare = |more: &[&str]| {
        let fixed = ["compare", "--quiet", "--format", "json", "--lang", "en"];
        let (status, text, told) = folder.run(&[&fixed, more].concat());
        assert_eq!(status, 0, "{told}");
        (serde_json::from_str::<Value>(&text).unwrap(), told)
    };
    let kept = project(json!({
        "before": [named("then.csv", THEN)], "filter": filter(json!({ "municipality": "0180" })),
        "comparedYears": { "before": "2022", "now": "2023" },
    }));
    folder.write("p.json", kept.to_string());
    // In whichever order they are named, the earlier file is the one of before.
    for files in [["now.csv", "then.csv"], ["then.csv", "now.csv"]] {
        let (answer, told) = compare(&[&files[..], &["--project", "p.json"]].concat());
        assert_eq!((&answer["entering"], &answer["staying"]), (&json!(1), &json!(0)), "{told}");
        assert_eq!(answer["leaving"].as_u64().unwrap() + answer["undecided"].as_u64().unwrap(), 1);
        assert_eq!(codes_now(&answer), ["0180R001", "0180R002"]);
        assert_eq!(answer["areas"][0]["findings"][0]["change"]["points"], "-3.0");
        assert!(told.contains("not used here: the years compared (2022, 2023)."), "{told}");
    }
    let (answer, told) = compare(&["then.csv", "--with", "now.csv", "--project", "p.json"]);
    assert_eq!(codes_now(&answer), ["0180R001", "0180R002"]);
    assert!(told.contains("--with holds in place of the earlier files (then.csv)"), "{told}");
    let both =
        "kod;Sysselsatta 2022;Befolkning 2022;Sysselsatta 2023;Befolkning 2023\n0180R001;61;100;58;100\n";
    folder.write("both.csv", both);
    let kept = project(
        json!({ "files": [named("both.csv", both)], "comparedYears": { "before": "2023", "now": "2022" } }),
    );
    folder.write("years.json", kept.to_string());
    let (answer, _) = compare(&["both.csv", "--project", "years.json"]);
    assert_eq!(answer["areas"][0]["findings"][0]["change"]["points"], "3.0");
    let (answer, told) =
        compare(&["both.csv", "--project", "years.json", "--period", "2022", "--with-period", "2023"]);
    assert_eq!(answer["areas"][0]["findings"][0]["change"]["points"], "-3.0");
    assert!(told.contains("--period holds in place of the years compared (2023, 2022)"), "{told}");
}

fn codes_now(answer: &Value) -> Vec<&str> {
    let areas = answer["areas"].as_array().unwrap().iter();
    areas.map(|row| row["now"][0]["code"].as_str().unwrap()).collect()
}

#[test]
fn a_project_that_can_not_be_used_is_refused_with_a_sentence() {
    let folder = Folder::new();
    folder.write("now.csv", NOW);
    let content =
        |text: &str| json!({ "files": [{ "name": "a.csv", "bytes": 3, "sha256": null, "content": text }] });
    let (whole, wrong) =
        (project(json!({})).to_string(), "It should be a file that “Many areas” has saved, unaltered.");
    for (text, said) in [
        (
            project(json!({ "version": 2 })).to_string(),
            "is a project of version 2. This program reads version 1.",
        ),
        (whole[..whole.len() / 2].to_owned(), wrong),
        ("[]".to_owned(), wrong),
        (project(json!({ "format": "troskel-work" })).to_string(), wrong),
        (project(json!({ "sum": "no" })).to_string(), "sum"),
        (project(json!({ "criteria": "egen" })).to_string(), "criteria"),
        (project(json!({ "recipes": [{ "shapes": [] }] })).to_string(), "recipes[0]"),
        (project(json!({ "filter": filter(json!({ "text": null })) })).to_string(), "text"),
        (project(content("YWI=")).to_string(), "files[0].content"),
        (project(content("YW!j")).to_string(), "files[0].content"),
    ] {
        folder.write("p.json", &text);
        for command in ["assess", "series", "compare", "report"] {
            let (status, out, told) =
                folder.run(&[command, "now.csv", "--project", "p.json", "--lang", "en"]);
            assert_eq!((status, out.as_str()), (1, ""), "{command} {text} {told}");
            assert!(told.contains("p.json") && told.contains(said), "{said}\n{told}");
        }
    }
    // The first documents did not have the years.
    let mut first = project(json!({}));
    for name in ["period", "comparedYears", "report"] {
        first.as_object_mut().unwrap().remove(name);
    }
    folder.write("p.json", first.to_string());
    assert_eq!(folder.assess(&["now.csv", "--project", "p.json"]).0["totals"]["meets"], 2);
    let (status, _, told) = folder.run(&["check", "--project", "p.json", "--lang", "en"]);
    assert_eq!(status, 2, "{told}");
    let (status, _, told) =
        folder.run(&["assess", "now.csv", "--project", "p.json", "--out", "p.json", "--lang", "en"]);
    assert!(status == 2 && told.contains("which is read"), "{told}");
    for (language, words) in
        [("sv", "Projekt som Många områden har sparat"), ("en", "Project that Many areas has saved")]
    {
        for command in ["assess", "series", "compare", "report"] {
            let (_, help, _) = folder.run(&[command, "--help", "--lang", language]);
            assert!(help.contains(words), "{help}");
        }
    }
}

#[test]
fn a_project_that_compares_by_a_log_asks_for_it() {
    let folder = Folder::new();
    let log = "Tidigare DeSO;DeSO;Förändringstyp\n0114A0010;0114A0011;Namnändrad\n";
    folder.write("log.csv", log);
    folder.write("now.csv", NOW);
    folder.write("p.json", project(json!({ "changeLogs": [named("log.csv", log)] })).to_string());
    let arguments = ["compare", "now.csv", "--with", "now.csv", "--project", "p.json"];
    let (status, _, told) = folder.run(&arguments);
    assert_eq!(status, 2, "{told}");
    assert!(told.contains("--changes: “log.csv”"), "{told}");
    let (status, _, told) = folder.run(&[&arguments[..], &["--changes", "log.csv"]].concat());
    assert_eq!(status, 0, "{told}");
}
