//! The files of `tests/files`: what the command line makes of each, held to what is right (`expected.json`).
//!
//! A case is RIGHT; POOR where the figures are right but the number of areas, of rejected, the exit, the decimals or a question
//! are not; LOST where a figure or an area is missing; WRONG where a figure is another than the right one, or stands where none is.
//! A case with `pending` is not right yet, and says why: one that comes right must be taken off. The table of all kinds:
//! `cargo test --test suite -- understood::all --nocapture`.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;
use std::thread;

use serde::Deserialize;
use serde_json::Value;

use crate::told::{series, words_of};

/// How many cases are not right yet.
const PENDING: usize = 0;

macro_rules! kinds {
    ($($kind:ident)*) => {
        /// The kinds of cases, each a test of its own.
        const KINDS: &[&str] = &[$(stringify!($kind)),*];
        $(#[test] fn $kind() { holds(stringify!($kind)); })*
    };
}

kinds! {
    law_1_heading_before_cells
    law_2_no_sum_without_proof
    law_3_percent_is_percent
    law_4_everything_in_the_ledger
    facet_total
    facet_newest_period
    facet_preferred_value
    facet_complete_parts
    facet_question
    rows_header
    rows_stubs
    rows_repeated
    rows_names
    rows_several_tables
    numbers_by_software
    layout_01_scb_labour_market_status_with_all_contents
    layout_02_sexes_or_ages_beside_a_total
    layout_03_regso_labels_before_and_after_2024
    layout_04_two_vintages_under_one_label
    layout_05_long_exports
    layout_06_pxweb_workbook
    layout_07_several_years_in_one_file
    layout_08_title_or_sheet_names_the_measure
    layout_09_employment_service_counts_over_a_population
    layout_10_special_order
    layout_11_kolada
    layout_12_val_2014
    layout_12_val_2018
    layout_12_val_2022
    layout_13_divisions_without_a_national_code
    layout_14_a_planners_own_workbook
    layout_15_election_districts
    layout_16_scbs_key_files
    reader_codes
    reader_text
    reader_workbook
    reader_old_workbook
    reader_opendocument
    reader_px
    reader_json_stat
    containers_named_for_what_they_are
    several_files
}

/// A case as `expected.json` has it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) id: String,
    kind: String,
    why: String,
    files: Vec<String>,
    args: Vec<String>,
    exit: i32,
    /// Figures by code, or by name where the area has no code; a criterion that isn't named is not looked at.
    areas: BTreeMap<String, BTreeMap<String, Option<String>>>,
    /// Absent or null where that can be argued about.
    total_areas: Option<usize>,
    rejected: Option<u64>,
    /// Criteria about which the right answer is a question.
    question: Vec<String>,
    /// What an error sentence must hold, without the file's name.
    says: Option<String>,
    /// Why the case is not right yet.
    pending: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Right,
    Poor,
    Lost,
    Wrong,
}

#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) case: Case,
    /// What the command line tells beside the figures.
    pub(crate) told: String,
    faults: Vec<(How, String)>,
}

impl Judged {
    fn how(&self) -> How {
        self.faults.iter().map(|fault| fault.0).max().unwrap_or(How::Right)
    }

    fn line(&self) -> String {
        let faults: Vec<&str> = self.faults.iter().map(|fault| fault.1.as_str()).collect();
        format!("{:?} {}: {} Expected {}.", self.how(), self.case.id, self.case.why, faults.join("; "))
    }
}

pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/files")
}

/// All cases, run once.
pub(crate) static JUDGED: LazyLock<Vec<Judged>> = LazyLock::new(|| {
    let text = std::fs::read_to_string(folder().join("expected.json")).unwrap();
    let mut cases: Vec<Case> = serde_json::from_str(&text).unwrap();
    let second = cases.split_off(cases.len() / 2);
    thread::scope(|scope| {
        let running =
            [cases, second].map(|half| scope.spawn(|| half.into_iter().map(judged).collect::<Vec<_>>()));
        running.into_iter().flat_map(|half| half.join().unwrap()).collect()
    })
});

fn judged(case: Case) -> Judged {
    let done = Command::new(env!("CARGO_BIN_EXE_troskel"))
        .arg("assess")
        .args(&case.files)
        .args(["--format", "json", "--lang", "en"])
        .args(&case.args)
        .current_dir(folder())
        .output()
        .unwrap();
    let answer = serde_json::from_slice(&done.stdout).unwrap_or(Value::Null);
    let error = String::from_utf8(done.stderr).unwrap();
    let faults = faults(&case, done.status.code().unwrap(), &answer, &error);
    let told = words_of(&answer, &error);
    let told = format!("{told}{}", series(&case.files, &told));
    Judged { case, told, faults }
}

pub(crate) fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// The figures of an area that has any.
fn shown(area: &Value) -> String {
    let findings = area["findings"].as_object().unwrap();
    let known = findings
        .iter()
        .filter_map(|(criterion, finding)| told(finding).map(|figure| format!("{criterion} {figure}")));
    known.collect::<Vec<_>>().join(" ")
}

/// The figure of a finding, or the span that it lies in.
fn told(finding: &Value) -> Option<&str> {
    finding["figure"].as_str().or_else(|| finding["between"].as_str())
}

/// Tells whether two texts are the same number, with more or fewer zeros behind.
fn same_number(one: &str, other: &str) -> bool {
    let bare = |text: &str| match text.split_once('.') {
        Some((whole, decimals)) => format!("{whole}.{}", decimals.trim_end_matches('0')),
        None => format!("{text}."),
    };
    bare(one) == bare(other)
}

fn faults(case: &Case, status: i32, answer: &Value, error: &str) -> Vec<(How, String)> {
    let mut faults = Vec::new();
    if status != case.exit {
        faults.push((How::Poor, format!("exit {}, came {status} ({})", case.exit, error.trim())));
    }
    let areas = list(answer, "areas");
    if case.exit == 1 {
        if let Some(area) = areas.iter().find(|area| !shown(area).is_empty()) {
            faults.push((How::Wrong, format!("nothing, came {}", shown(area))));
        }
        let said = case.files.iter().fold(error.to_lowercase(), |said, file| said.replace(file, ""));
        let said = said.replace("csv, xlsx, xls, ods, json-stat and px", "");
        if let Some(says) = case.says.as_ref().filter(|says| !said.contains(says.as_str())) {
            faults.push((How::Poor, format!("a sentence with {says}, came {}", error.trim())));
        }
        return faults;
    }
    let named = |key: &str| {
        areas
            .iter()
            .find(|area| text(area, "code") == key)
            .or_else(|| areas.iter().find(|area| text(area, "name") == key))
    };
    for (key, figures) in &case.areas {
        let Some(area) = named(key) else {
            faults.push((How::Lost, format!("{key}, came no such area")));
            continue;
        };
        for (criterion, figure) in figures {
            let came = area["findings"].get(criterion).and_then(told);
            let how = match (figure.as_deref(), came) {
                (figure, came) if figure == came => continue,
                (Some(figure), Some(came)) if same_number(figure, came) => How::Poor,
                (_, Some(_)) => How::Wrong,
                (_, None) => How::Lost,
            };
            faults.push((how, format!("{key} {criterion} {figure:?}, came {came:?}")));
        }
    }
    if let Some(total) = case.total_areas {
        if total == case.areas.len() {
            let wanted: BTreeSet<_> =
                case.areas.keys().filter_map(|key| named(key).map(std::ptr::from_ref)).collect();
            for area in areas.iter().filter(|area| !wanted.contains(&std::ptr::from_ref(*area))) {
                let how = if shown(area).is_empty() { How::Poor } else { How::Wrong };
                faults.push((how, format!("no area {}, came one with {}", area["code"], shown(area))));
            }
        } else if total != areas.len() {
            faults.push((How::Poor, format!("{total} areas, came {}", areas.len())));
        }
    }
    let rejected = answer["totals"].get("rejected").and_then(Value::as_u64);
    if case.rejected.is_some() && case.rejected != rejected {
        faults.push((How::Poor, format!("{:?} rejected, came {rejected:?}", case.rejected)));
    }
    faults.extend(questions(case, answer, error));
    faults.extend(unbalanced(&answer["understood"]));
    faults.extend(unbalanced(&answer["ledger"]));
    faults
}

/// A question is asked where it is right, with at least two answers, on standard error too; elsewhere none is asked.
fn questions(case: &Case, answer: &Value, error: &str) -> Vec<(How, String)> {
    let tables = list(answer, "understood");
    let asked: Vec<&Value> = tables.iter().flat_map(|table| list(table, "questions")).collect();
    let mut faults = Vec::new();
    for criterion in &case.question {
        let Some(question) = asked.iter().find(|question| text(question, "criterion") == criterion) else {
            faults.push((How::Poor, format!("a question about {criterion}, came none")));
            continue;
        };
        if list(question, "choices").len() < 2 {
            faults.push((How::Poor, format!("two answers or more about {criterion}, came {question}")));
        }
        if error.is_empty() {
            faults.push((How::Poor, format!("a question about {criterion} on standard error, came nothing")));
        }
    }
    for question in
        asked.iter().filter(|question| case.question.iter().all(|it| it != text(question, "criterion")))
    {
        faults.push((How::Poor, format!("no question, came {question}")));
    }
    faults
}

/// Accounts that don't add up to what a file holds.
fn unbalanced(value: &Value) -> Vec<(How, String)> {
    match value {
        Value::Object(members) => {
            let accounts = ["heading", "used", "another", "notUsed", "listed"];
            let sum: Option<u64> = accounts.iter().map(|account| members.get(*account)?.as_u64()).sum();
            let own = match (sum, members.get("all").and_then(Value::as_u64)) {
                (Some(sum), Some(all)) if sum != all => {
                    vec![(How::Poor, format!("accounts that add up, came {value}"))]
                }
                _ => Vec::new(),
            };
            own.into_iter().chain(members.values().flat_map(unbalanced)).collect()
        }
        Value::Array(values) => values.iter().flat_map(unbalanced).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}

/// Holds the cases of a kind to what is right.
fn holds(kind: &str) {
    let of_kind = || JUDGED.iter().filter(|judged| judged.case.kind.replace('-', "_") == kind);
    assert_ne!(of_kind().count(), 0, "no case of the kind {kind}");
    let mut wrong = String::new();
    for judged in of_kind() {
        match (&judged.case.pending, judged.how()) {
            (None, How::Right) | (Some(_), How::Poor | How::Lost | How::Wrong) => {}
            (None, _) => {
                writeln!(wrong, "{}", judged.line()).unwrap();
            }
            (Some(_), How::Right) => {
                writeln!(wrong, "{} is right: take it off the pending", judged.case.id).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn all() {
    let kinds: BTreeSet<String> = JUDGED.iter().map(|judged| judged.case.kind.replace('-', "_")).collect();
    let named: BTreeSet<String> = KINDS.iter().copied().map(str::to_owned).collect();
    assert_eq!(kinds, named, "each kind of case is a test");
    let count = |kind: &str, how: How| {
        JUDGED.iter().filter(|it| it.case.kind.replace('-', "_").starts_with(kind) && it.how() == how).count()
    };
    println!("{:54} right  poor  lost wrong", "");
    for kind in KINDS.iter().copied().chain([""]) {
        let [right, poor, lost, wrong] =
            [How::Right, How::Poor, How::Lost, How::Wrong].map(|how| count(kind, how));
        println!("{kind:54} {right:5} {poor:5} {lost:5} {wrong:5}");
    }
    for judged in JUDGED.iter().filter(|judged| judged.how() != How::Right) {
        println!("{}", judged.line());
    }
    let named: BTreeSet<&str> =
        JUDGED.iter().flat_map(|judged| &judged.case.files).map(String::as_str).collect();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let other = name == "expected.json"
            || name == "told.txt"
            || std::path::Path::new(&name).extension().is_some_and(|it| it == "py");
        assert!(other || named.contains(name.as_str()), "{name} is a file of no case");
    }
    let pending = JUDGED.iter().filter(|judged| judged.case.pending.is_some()).count();
    assert_eq!(pending, PENDING, "the cases that are not right yet are counted");
    let ids: BTreeSet<&str> = JUDGED.iter().map(|judged| judged.case.id.as_str()).collect();
    assert_eq!(ids.len(), JUDGED.len(), "each case has an id of its own");
}
