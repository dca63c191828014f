//! What the command line tells of each file of `tests/files`, word for word (`told.txt`): how a table was understood, what is
//! asked and assumed, what is not used, which rows are listed, the areas with their lines, names and municipalities, and the
//! figures of all periods.
//!
//! `expected.json` says what is right; this holds what comes beside it, so that no change passes unseen. Where one is meant,
//! `TROSKEL_TOLD=write cargo test -p troskel-command --test command told::` writes the file anew, to be read before it is kept.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write;
use std::process::Command;

use serde_json::Value;

use crate::understood::{JUDGED, folder, list, text};

/// Writes what is told of a case: what stands on standard error, and of the answer what `expected.json` has not.
pub(crate) fn words_of(answer: &Value, error: &str) -> String {
    let mut told = error.trim_end().to_owned();
    if answer.is_null() {
        return told;
    }
    for area in list(answer, "areas") {
        let words = ["code", "name", "municipality"].map(|member| text(area, member));
        write!(told, "\n> {} {}", area["line"], words.join(" | ")).unwrap();
    }
    for row in list(answer, "rejected") {
        let words = ["sheet", "column", "code", "text"].map(|member| text(row, member));
        write!(told, "\n! {} {}", row["line"], words.join(" | ")).unwrap();
    }
    for account in ["columns", "categories"] {
        let numbers = ["all", "heading", "used", "another", "notUsed", "listed"];
        let numbers = numbers.map(|number| {
            answer.pointer(&format!("/ledger/{account}/{number}")).map(Value::to_string).unwrap_or_default()
        });
        write!(told, "\n{account} {}", numbers.join(" ")).unwrap();
    }
    for table in list(answer, "understood") {
        let area = &table["area"];
        let many = |member: &str| area[member].to_string();
        write!(told, "\narea {} {}", many("form"), many("level")).unwrap();
        write!(told, " {} {}", many("divisions"), many("vintages")).unwrap();
    }
    told
}

/// Writes the figures of all periods, where a table has several.
pub(crate) fn series(files: &[String], told: &str) -> String {
    let mut series = String::new();
    if !told.contains("(the newest of") && !told.contains("(one of") {
        return series;
    }
    let command = env!("CARGO_BIN_EXE_troskel");
    let done = Command::new(command)
        .arg("series")
        .args(files)
        .args(["--quiet", "--lang", "en"])
        .current_dir(folder())
        .output();
    let rows = String::from_utf8(done.unwrap().stdout).unwrap();
    for row in rows.lines().skip(1).map(|row| row.split(',').collect::<Vec<_>>()) {
        // Of an area, a period and a criterion the figure, of when it is, and what changed since when.
        let cell = |at: usize| row.get(at).copied().unwrap_or_default();
        if !cell(10).is_empty() {
            let words = [0, 5, 7, 8, 9, 10, 15, 16, 17, 18].map(cell);
            write!(series, "\n~ {}", words.join(" ")).unwrap();
        }
    }
    series
}

#[test]
fn each_file_is_told_of_in_the_same_words() {
    let path = folder().join("told.txt");
    let cases = JUDGED.iter().map(|judged| format!("# {}\n{}\n", judged.case.id, judged.told));
    let now = cases.collect::<Vec<_>>().join("\n");
    if std::env::var_os("TROSKEL_TOLD").is_some_and(|word| word == "write") {
        std::fs::write(path, now).unwrap();
        return;
    }
    let before = std::fs::read_to_string(path).unwrap();
    let (mut differ, mut case) = (String::new(), "");
    for (was, is) in before.lines().zip(now.lines()) {
        case = is.strip_prefix("# ").unwrap_or(case);
        if was != is {
            writeln!(differ, "{case}:\n  was {was}\n  is  {is}").unwrap();
            break;
        }
    }
    assert!(differ.is_empty() && before.len() == now.len(), "told otherwise\n{differ}");
}
