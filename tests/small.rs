//! Small tables, each of one rule (`small-tables.txt`): which columns are a criterion's figures, what is assumed, asked and not
//! used, also of several files with `---` between them. Where another answer is meant, `TROSKEL_TOLD=write cargo test --test suite small::` writes the answers anew.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::fmt::Write;
use std::path::Path;

use serde_json::Value;
use troskel::Error;
use troskel::areas::{Area, Facet, Joined, Settings, import, join};
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

fn figures(area: Area<'_>) -> String {
    let figure = |criterion| area.figure(criterion).map_or("–".to_owned(), |figure| figure.to_string());
    let figures: Vec<String> = (0..4).map(figure).collect();
    format!("{} {}", area.code().or(area.name().map(str::to_owned)).unwrap(), figures.join(" "))
}

fn joined(text: &str, settings: &Settings) -> Result<Joined, Error> {
    let files = (1..).zip(text.split("---\n"));
    let loaded = files.map(|(nth, text)| import(&format!("tabell-{nth}.csv"), text.as_bytes(), settings));
    join(loaded.collect::<Result<_, _>>()?, settings)
}

pub(crate) fn told(text: &str, settings: &Settings, all: &Settings) -> String {
    let (joined, of_all) = match (joined(text, settings), joined(text, all)) {
        (Ok(joined), Ok(of_all)) => (joined, of_all),
        (Err(error), Err(other)) if error == other => return format!("{error}\n"),
        (one, other) => panic!("{:?} and {:?}", one.err(), other.err()),
    };
    let mut told = String::new();
    let areas = |joined: &Joined| joined.areas.iter().map(figures).collect::<Vec<_>>();
    // Whether the figures of other periods are kept beside changes none of the newest.
    assert_eq!(areas(&joined), areas(&of_all), "{text}");
    for area in joined.areas.iter() {
        writeln!(told, "{}", figures(area)).unwrap();
    }
    for area in joined.yardsticks.iter() {
        writeln!(told, "beside: {}", figures(area)).unwrap();
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
    for warning in &joined.warnings {
        writeln!(told, "warning: {warning:?}").unwrap();
    }
    let columns = of_all.periods.columns();
    for (at, column) in columns.iter().enumerate().filter(|_| columns.len() > 1) {
        let chosen: Vec<_> = (0..4).map(|own| (own == column.criterion).then_some(at)).collect();
        let then = of_all.periods.at(&of_all, &chosen, false);
        let beside = then.yardsticks.iter().map(figures).collect::<Vec<_>>().join("; ");
        let told_of =
            format!("{} {:?} {:?}", column.period, of_all.periods.vintages(at), column.facet(Facet::Age));
        writeln!(told, "in {told_of}: {} | {beside}", areas(&then).join("; ")).unwrap();
    }
    told
}

#[test]
fn each_small_table_is_understood_as_before() {
    let set = sets::get("promemoria-2018").unwrap();
    let settings = |sums: bool, all: bool| Settings::new(&set).sum_to_regso(sums).every_period(all);
    let [plain, all, summed, all_summed] =
        [(false, false), (false, true), (true, false), (true, true)].map(|(sums, all)| settings(sums, all));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small-tables.txt");
    let before = std::fs::read_to_string(&path).unwrap();
    let tables = before.split("# ").filter(|table| !table.is_empty());
    let now = tables.map(|table| {
        let (name, table) = table.split_once('\n').unwrap();
        let table = table.split("=>\n").next().unwrap().trim_end();
        let of = if name.starts_with("summed: ") { (&summed, &all_summed) } else { (&plain, &all) };
        format!("# {name}\n{table}\n=>\n{}\n", told(&format!("{table}\n"), of.0, of.1))
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
