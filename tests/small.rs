//! Small tables, each of one rule (`small-tables.txt`): which columns are a criterion's figures, what is assumed, asked and not
//! used. Where another answer is meant, `TROSKEL_TOLD=write cargo test --test suite small::` writes the answers anew.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write;
use std::path::Path;

use serde_json::Value;
use troskel::areas::{Settings, import, join};
use troskel::criteria::sets;

/// Writes a value in as few signs as tell it: members without a value are left out, and so are names of what is a list.
fn brief(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Array(values) => format!("({})", values.iter().map(brief).collect::<Vec<_>>().join(" ")),
        Value::Object(members) => {
            let told =
                members.iter().filter(|(_, value)| !value.is_null() && **value != Value::Array(Vec::new()));
            told.map(|(name, value)| format!("{name}={}", brief(value))).collect::<Vec<_>>().join(" ")
        }
        Value::String(text) if text.contains(' ') => format!("“{text}”"),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn told(text: &str, settings: &Settings) -> String {
    let loaded = import("tabell.csv", text.as_bytes(), settings);
    let joined = match loaded.and_then(|loaded| join(vec![loaded], settings)) {
        Ok(joined) => joined,
        Err(error) => return format!("{error}\n"),
    };
    let mut told = String::new();
    for area in joined.areas.iter() {
        let figure = |criterion| area.figure(criterion).map_or("–".to_owned(), |figure| figure.to_string());
        let figures: Vec<String> = (0..4).map(figure).collect();
        writeln!(told, "{} {}", area.code().or(area.name().map(str::to_owned)).unwrap(), figures.join(" "))
            .unwrap();
    }
    for table in &joined.tables {
        let table = serde_json::to_value(table).unwrap();
        for member in ["measures", "assumed", "questions", "notUsed", "warnings"] {
            for one in table.get(member).and_then(Value::as_array).into_iter().flatten() {
                writeln!(told, "{member}: {}", brief(one)).unwrap();
            }
        }
    }
    for row in joined.rejected.entries() {
        writeln!(told, "rejected: {} {}", row.problem.code(), row.text).unwrap();
    }
    told
}

#[test]
fn each_small_table_is_understood_as_before() {
    let settings = Settings::new(&sets::get("promemoria-2018").unwrap());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small-tables.txt");
    let before = std::fs::read_to_string(&path).unwrap();
    let tables = before.split("# ").filter(|table| !table.is_empty());
    let now = tables.map(|table| {
        let (name, table) = table.split_once('\n').unwrap();
        let table = table.split("=>\n").next().unwrap().trim_end();
        format!("# {name}\n{table}\n=>\n{}\n", told(&format!("{table}\n"), &settings))
    });
    let now: Vec<String> = now.collect();
    if std::env::var_os("TROSKEL_TOLD").is_some_and(|word| word == "write") {
        std::fs::write(path, now.concat()).unwrap();
        return;
    }
    for (was, is) in before.split("# ").filter(|table| !table.is_empty()).zip(&now) {
        assert_eq!(format!("# {was}"), *is);
    }
    assert_eq!(before.len(), now.concat().len());
}
