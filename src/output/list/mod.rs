//! A run over many areas as CSV or JSON, written piece by piece so that millions of areas need no second copy.

use std::fmt::Write as _;

use super::json::{self, Label};
use super::safe;
use super::understood;
use crate::assess::Certainty;
use crate::document::Document;
use crate::error::Error;
use crate::many::{Row, Run};

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Csv {
    /// UTF-8, comma, decimal point, LF.
    Plain,
    /// For a Swedish Excel: UTF-8 with a byte order mark, semicolon, decimal comma, CRLF.
    SwedishExcel,
}

/// Takes the next piece of a file.
pub type Out<'a> = &'a mut dyn FnMut(&str) -> Result<(), Error>;

/// Bytes that are gathered before they are handed on.
const PIECE: usize = 1 << 16;

/// Writes the areas at `positions` as CSV: code, name, municipality, designation, verdict, and for each criterion the
/// figure, the percentage (persons for a plain count), the distance, the outcome and its certainty.
///
/// Text that a spreadsheet could take for a formula is neutralised with an apostrophe.
///
/// # Errors
/// Those of `out`.
pub fn csv(run: &Run, positions: impl Iterator<Item = usize>, style: Csv, out: Out<'_>) -> Result<(), Error> {
    let mut text = String::with_capacity(PIECE + 1024);
    if style == Csv::SwedishExcel {
        text.push('\u{feff}');
    }
    let fixed = ["code", "name", "municipality", "municipality_name", "designated", "verdict"];
    let mut header: Vec<String> = fixed.map(str::to_owned).into();
    for criterion in &run.set().criteria {
        let id = criterion.id.replace('-', "_");
        header.extend(
            ["figure", "percent", "distance", "outcome", "certainty"].map(|part| format!("{id}_{part}")),
        );
    }
    line(&mut text, style, header.iter().map(|name| Cell::Text(name)));
    for row in positions.filter_map(|position| run.row(position)) {
        csv_row(&mut text, style, &row);
        if text.len() >= PIECE {
            out(&text)?;
            text.clear();
        }
    }
    out(&text)
}

enum Cell<'a> {
    Text(&'a str),
    Number(String),
    Empty,
}

fn csv_row(text: &mut String, style: Csv, row: &Row) {
    let optional = |text: &'_ Option<String>| text.clone().unwrap_or_default();
    let (code, name, municipality) = (optional(&row.code), optional(&row.name), optional(&row.municipality));
    let municipality_name = optional(&row.municipality_name);
    let designated = row.designated.map_or("", |designated| if designated { "true" } else { "false" });
    let mut cells = vec![
        Cell::Text(&code),
        Cell::Text(&name),
        Cell::Text(&municipality),
        Cell::Text(&municipality_name),
        Cell::Text(designated),
        Cell::Text(row.assessment.verdict.word()),
    ];
    for finding in &row.assessment.findings {
        let number = |number: Option<String>| number.map_or(Cell::Empty, Cell::Number);
        cells.push(match &finding.figure {
            Some(figure) if figure.contains('/') => Cell::Text(figure),
            figure => number(figure.clone()),
        });
        cells.push(number(finding.percent.map(|percent| percent.to_string())));
        cells.push(number(finding.distance.map(|distance| distance.to_string())));
        cells.push(Cell::Text(finding.outcome.word()));
        cells.push(Cell::Text(finding.certainty.map_or("", Certainty::word)));
    }
    line(text, style, cells.into_iter());
}

fn line<'a>(text: &mut String, style: Csv, cells: impl Iterator<Item = Cell<'a>>) {
    let (delimiter, end) = match style {
        Csv::Plain => (',', "\n"),
        Csv::SwedishExcel => (';', "\r\n"),
    };
    for (nth, cell) in cells.enumerate() {
        if nth > 0 {
            text.push(delimiter);
        }
        match cell {
            Cell::Empty => {}
            Cell::Number(number) if style == Csv::SwedishExcel => text.push_str(&number.replace('.', ",")),
            Cell::Number(number) => text.push_str(&number),
            Cell::Text(cell) => {
                let cell = safe::formula_free(cell);
                if cell.contains([delimiter, '"', '\n', '\r']) {
                    let _ = write!(text, "\"{}\"", cell.replace('"', "\"\""));
                } else {
                    text.push_str(&cell);
                }
            }
        }
    }
    text.push_str(end);
}

/// Writes the areas at `positions` as JSON, with the set, the reading, the totals and what was rejected.
///
/// # Errors
/// Those of `out`.
pub fn json(run: &Run, positions: impl Iterator<Item = usize>, out: Out<'_>) -> Result<(), Error> {
    let (set, reading, totals) = (run.set(), run.reading(), run.totals());
    let criteria = Document::map([("id", Document::text(&set.id)), ("hash", Document::text(&set.hash))]);
    let read =
        Document::map([("tie", Document::text(&reading.tie)), ("require", Document::text(&reading.require))]);
    let counted = Document::map([
        ("areas", json::whole(totals.areas)),
        ("meets", json::whole(totals.meets)),
        ("does-not-meet", json::whole(totals.does_not_meet)),
        ("undetermined", json::whole(totals.undetermined)),
        ("rejected", json::whole(totals.rejected)),
    ]);
    let mut text = format!(
        "{{\"criteria\":{},\"reading\":{},\"totals\":{},\"areas\":[",
        criteria.to_json(),
        read.to_json(),
        counted.to_json()
    );
    let mut first = true;
    for row in positions.filter_map(|position| run.row(position)) {
        text.push_str(if first { "\n" } else { ",\n" });
        first = false;
        let place = run.joined.areas.get(row.position).map(|area| run.joined.place(area)).unwrap_or_default();
        let origin = (place.file.as_deref().unwrap_or_default(), place.line.unwrap_or_default());
        let label = Label {
            origin: Some(origin),
            code: row.code.as_deref(),
            name: row.name.as_deref(),
            municipality: row.municipality.as_deref(),
            designated: row.designated,
        };
        text.push_str(&json::area(&label, &row.assessment, None).to_json());
        if text.len() >= PIECE {
            out(&text)?;
            text.clear();
        }
    }
    text.push_str("\n],\"rejected\":[");
    for (nth, rejected) in run.joined.rejected.entries().iter().enumerate() {
        text.push_str(if nth == 0 { "\n" } else { ",\n" });
        let place = &rejected.place;
        let entry = Document::map([
            ("file", Document::optional(place.file.as_ref())),
            ("sheet", Document::optional(place.sheet.as_ref())),
            ("line", place.line.map_or(Document::Null, json::whole)),
            ("column", Document::optional(place.column.as_ref())),
            ("code", Document::text(rejected.problem.code())),
            ("text", Document::text(&rejected.text)),
        ]);
        text.push_str(&entry.to_json());
        if text.len() >= PIECE {
            out(&text)?;
            text.clear();
        }
    }
    text.push_str("\n],");
    text.push_str(&understood::members(&run.joined));
    text.push_str("}\n");
    out(&text)
}
