//! `PxWeb`'s own JSON: a list of columns, and of rows with keys and values.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::super::row::Row;
use super::super::{Flow, Format, Interrupt, Limits, Sink, TableInfo, number};
use super::document::{Members, parse};
use crate::error::{Error, Problem};

#[derive(Deserialize)]
struct Column {
    code: String,
    text: Option<String>,
    /// `d` for a dimension, `t` for time, `c` for values.
    #[serde(rename = "type")]
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Line<'a> {
    key: Vec<String>,
    #[serde(borrow)]
    values: Vec<&'a RawValue>,
}

/// Tells whether a JSON document is of this form.
pub(super) fn is_pxweb(text: &str) -> bool {
    let members: Option<Members<'_>> = text.starts_with('{').then(|| parse(text, "JSON").ok()).flatten();
    members.is_some_and(|members| {
        ["columns", "data"].iter().all(|name| members.get(name).is_some_and(|raw| raw.starts_with('[')))
    })
}

/// Reads the one table of such a document.
pub(super) fn read(
    file: &str,
    text: &str,
    limits: &Limits,
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let members: Members<'_> = parse(text, "JSON")?;
    let columns: Vec<Column> = parse(members.get("columns").unwrap_or_default(), "columns")?;
    let lines: Vec<Line<'_>> = parse(members.get("data").unwrap_or_default(), "data")?;
    let info = TableInfo { header_first: true, publisher: true, ..TableInfo::of(file, Format::JsonStat) };
    if sink.table(&info)? == Flow::Stop {
        return Ok(());
    }
    // Keys stand before values in each row, whatever the order of the columns.
    let is_value = |column: &&Column| column.kind.as_deref() == Some("c");
    let keys = columns.iter().filter(|column| !is_value(column));
    let width = keys.clone().count();
    let mut row = Row { line: 1, ..Row::default() };
    for column in keys.chain(columns.iter().filter(is_value)) {
        row.push(column.text.as_ref().unwrap_or(&column.code));
    }
    row.check(limits)?;
    if row.send(sink)? == Flow::Stop {
        return Ok(());
    }
    for (line, Line { key, values }) in (2_u64..).zip(&lines) {
        let found = key.len() + values.len();
        if found != columns.len() || key.len() != width {
            let expected = super::super::wide(columns.len());
            return Err(Problem::WrongSize { expected, found: super::super::wide(found) }.into());
        }
        if line.is_multiple_of(1024) && interrupt.should_interrupt() {
            return Err(Problem::Cancelled.into());
        }
        row.begin(line);
        for cell in key {
            row.push(cell);
        }
        for raw in values {
            let raw = raw.get();
            let text = if raw == "null" { String::new() } else { parse_text(raw) };
            row.push(&number::plain(&text).unwrap_or(text));
        }
        row.check(limits)?;
        if row.send(sink)? == Flow::Stop {
            return Ok(());
        }
    }
    Ok(())
}

/// Returns a value that is a text or a number, with its digits as written.
fn parse_text(raw: &str) -> String {
    if raw.starts_with('"') { serde_json::from_str(raw).unwrap_or_default() } else { raw.to_owned() }
}
