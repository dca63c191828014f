//! Two periods compared, as CSV and as JSON.

use serde::Serialize;

use super::Out;
use super::json::Named;
use super::list::{Cell, Csv};
use crate::assess::Verdict;
use crate::criteria::{CriteriaSet, Reading};
use crate::document::to_json;
use crate::error::Error;
use crate::years::{Compared, ComparedFigure, ComparedPlace, Comparison};

/// Rows that are gathered before they are handed on.
const ROWS: usize = 1 << 10;

/// Writes a comparison as CSV: a row for each area beside what it was. Several areas that are added up stand in one cell
/// with blanks between their codes.
///
/// # Errors
/// Those of `out`.
pub fn csv(comparison: &Comparison, set: &CriteriaSet, style: Csv, out: Out<'_>) -> Result<(), Error> {
    let about = ["match", "code_before", "code", "name_before", "name", "municipality", "municipality_name"];
    let about = about.into_iter().chain(["verdict_before", "verdict", "log"]).map(str::to_owned);
    let of = set.criteria.iter().flat_map(|criterion| {
        let id = criterion.id.replace('-', "_");
        let parts = [
            "figure_before",
            "percent_before",
            "outcome_before",
            "figure",
            "percent",
            "outcome",
            "change",
            "change_persons",
            "breaks",
        ];
        parts.map(|part| format!("{id}_{part}"))
    });
    out(&style.names(about.chain(of)))?;
    let mut text = Vec::new();
    for rows in comparison.rows.chunks(ROWS) {
        text.clear();
        for row in rows {
            style.row(&mut text, cells(comparison, row));
        }
        out(&text)?;
    }
    Ok(())
}

/// Writes a comparison as JSON: the set, the reading, both sides, the breaks and the counts, and an object for each row.
///
/// # Errors
/// Those of `out`.
pub fn json(
    comparison: &Comparison,
    (set, reading): (&CriteriaSet, Reading),
    out: Out<'_>,
) -> Result<(), Error> {
    let head = Head { criteria: Named { id: &set.id, hash: &set.hash }, reading, comparison };
    // Facts hold no float, and what names members is text: nothing here can't be written.
    let head = to_json(&head).unwrap_or_default();
    out(head.strip_suffix('}').unwrap_or_default().as_bytes())?;
    out(b",\"areas\":[")?;
    let mut text = String::new();
    for (nth, row) in comparison.rows.iter().enumerate() {
        text.clear();
        text.push_str(if nth == 0 { "\n" } else { ",\n" });
        text.push_str(&to_json(row).unwrap_or_default());
        out(text.as_bytes())?;
    }
    out(b"\n]}\n")
}

#[derive(Serialize)]
struct Head<'a> {
    criteria: Named<'a>,
    reading: Reading,
    #[serde(flatten)]
    comparison: &'a Comparison,
}

fn cells(comparison: &Comparison, row: &Compared) -> Vec<Cell> {
    let list = |places: &[ComparedPlace], of: fn(&ComparedPlace) -> Option<&String>| {
        Cell::Text(places.iter().filter_map(of).cloned().collect::<Vec<_>>().join(" "))
    };
    let verdict = |places: &[ComparedPlace]| match places {
        [only] => Cell::text(Some(only.verdict)),
        _ => Cell::text(None::<Verdict>),
    };
    let some = row.now.first().or(row.before.first());
    let mut cells = vec![
        Cell::text(Some(row.matched)),
        list(&row.before, |place| place.code.as_ref()),
        list(&row.now, |place| place.code.as_ref()),
        list(&row.before, |place| place.name.as_ref()),
        list(&row.now, |place| place.name.as_ref()),
        Cell::text(some.and_then(|place| place.municipality.as_ref())),
        Cell::text(some.and_then(|place| place.municipality_name.as_ref())),
        verdict(&row.before),
        verdict(&row.now),
        Cell::Text(row.words.join("; ")),
    ];
    let figure = |figure: Option<&ComparedFigure>| {
        [
            Cell::number(figure.map(|figure| &figure.figure)),
            Cell::number(figure.map(|figure| figure.percent)),
            Cell::text(figure.and_then(|figure| figure.outcome)),
        ]
    };
    for finding in &row.findings {
        cells.extend(figure(finding.before.as_ref()));
        cells.extend(figure(finding.now.as_ref()));
        let change = finding.change.as_ref();
        let breaks = change.iter().flat_map(|change| &change.breaks);
        let breaks = breaks.filter_map(|at| comparison.breaks.get(*at)).map(|one| one.id.as_str());
        cells.extend([
            Cell::number(change.map(|change| change.points)),
            Cell::number(change.and_then(|change| change.persons.as_ref())),
            Cell::Text(breaks.collect::<Vec<_>>().join(" ")),
        ]);
    }
    cells
}
