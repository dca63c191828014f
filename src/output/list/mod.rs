//! A run over many areas as CSV, JSON or JSON lines, written block by block so that millions of areas need no second
//! copy, on every core where there are threads.
//!
//! No area is explained for it: what a list says of a figure is computed from the figure alone, and is to the last
//! character what [`Run::row`] and [`area`](super::json::area) say.

mod columns;
mod csv;
mod json;
mod memory;
mod who;

pub(super) use self::columns::Group;
pub use self::columns::{About, Column, Columns, FindingPart};
pub(super) use self::csv::Cell;
pub use self::csv::Csv;
pub(super) use self::memory::Memory;
pub(super) use self::who::Neighbours;
use super::Out;
use super::blocks::{Share, in_order};
use super::json::whole;
use super::understood;
use crate::document::Document;
use crate::error::Error;
use crate::many::Run;

/// Bytes of what was rejected that are gathered before they are handed on.
const PIECE: usize = 1 << 16;

/// Writes the areas at `positions` as CSV, with the columns that are chosen or else these: code, name, municipality,
/// designation, verdict, and for each criterion the figure, the percentage (persons for a plain count), the distance,
/// the outcome and its certainty.
///
/// Text that a spreadsheet could take for a formula is neutralised with an apostrophe.
///
/// # Errors
/// Those of `out`.
pub fn csv(
    run: &Run,
    positions: impl ExactSizeIterator<Item = usize>,
    style: Csv,
    columns: Option<&Columns>,
    out: Out<'_>,
) -> Result<(), Error> {
    use About::{Code, Designated, Municipality, MunicipalityName, Name, Verdict};
    use FindingPart::{Certainty, Distance, Figure, Outcome, Percent};

    let usual = Columns::of(
        run.set(),
        &[Code, Name, Municipality, MunicipalityName, Designated, Verdict],
        &[Figure, Percent, Distance, Outcome, Certainty],
    );
    let columns = columns.unwrap_or(&usual);
    out(&style.header(run, columns))?;
    let writer = || {
        let mut rows = csv::Rows::new(run, style, columns);
        move |share: &Share, text: &mut Vec<u8>| {
            text.clear();
            share.positions.iter().for_each(|position| rows.row(*position, text));
        }
    };
    in_order(positions, writer, |text| out(text))
}

/// Writes the areas at `positions` as JSON, with the set, the reading, the totals, what was rejected and how the tables
/// were understood; of each area the columns that are chosen, or else all but the municipality's name.
///
/// # Errors
/// Those of `out`.
pub fn json(
    run: &Run,
    positions: impl ExactSizeIterator<Item = usize>,
    columns: Option<&Columns>,
    out: Out<'_>,
) -> Result<(), Error> {
    out(head(run).as_bytes())?;
    objects(run, positions, columns, Between::Commas, out)?;
    let mut text = String::from("\n],\"rejected\":[");
    for (nth, rejected) in run.joined.rejected.entries().iter().enumerate() {
        text.push_str(if nth == 0 { "\n" } else { ",\n" });
        let place = &rejected.place;
        let entry = Document::map([
            ("file", Document::optional(place.file.as_ref())),
            ("sheet", Document::optional(place.sheet.as_ref())),
            ("line", place.line.map_or(Document::Null, whole)),
            ("column", Document::optional(place.column.as_ref())),
            ("code", Document::text(rejected.problem.code())),
            ("text", Document::text(&rejected.text)),
        ]);
        text.push_str(&entry.to_json());
        if text.len() >= PIECE {
            out(text.as_bytes())?;
            text.clear();
        }
    }
    text.push_str("\n],");
    text.push_str(&understood::members(&run.joined));
    text.push_str("}\n");
    out(text.as_bytes())
}

/// Writes the areas at `positions` as JSON lines: of each area one line with the object that it has in
/// [`json`](fn@json), and nothing else.
///
/// # Errors
/// Those of `out`.
pub fn json_lines(
    run: &Run,
    positions: impl ExactSizeIterator<Item = usize>,
    columns: Option<&Columns>,
    out: Out<'_>,
) -> Result<(), Error> {
    objects(run, positions, columns, Between::Lines, out)
}

/// What is written between objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    /// A comma and a line break, and a line break before the first.
    Commas,
    /// A line break behind each.
    Lines,
}

fn objects(
    run: &Run,
    positions: impl ExactSizeIterator<Item = usize>,
    columns: Option<&Columns>,
    between: Between,
    out: Out<'_>,
) -> Result<(), Error> {
    let mut about = About::ALL.to_vec();
    about.retain(|about| *about != About::MunicipalityName);
    let usual = Columns::of(run.set(), &about, FindingPart::ALL);
    let columns = columns.unwrap_or(&usual);
    let writer = || {
        let mut rows = json::Rows::new(run, columns);
        move |share: &Share, text: &mut Vec<u8>| {
            text.clear();
            for (nth, position) in (share.first..).zip(&share.positions) {
                if between == Between::Commas {
                    text.extend_from_slice(if nth == 0 { b"\n" } else { b",\n" });
                }
                rows.row(*position, text);
                if between == Between::Lines {
                    text.push(b'\n');
                }
            }
        }
    };
    in_order(positions, writer, |text| out(text))
}

fn head(run: &Run) -> String {
    let (set, reading, totals) = (run.set(), run.reading(), run.totals());
    let criteria = Document::map([("id", Document::text(&set.id)), ("hash", Document::text(&set.hash))]);
    let read =
        Document::map([("tie", Document::text(&reading.tie)), ("require", Document::text(&reading.require))]);
    let counted = Document::map([
        ("areas", whole(totals.areas)),
        ("meets", whole(totals.meets)),
        ("does-not-meet", whole(totals.does_not_meet)),
        ("undetermined", whole(totals.undetermined)),
        ("rejected", whole(totals.rejected)),
    ]);
    format!(
        "{{\"criteria\":{},\"reading\":{},\"totals\":{},\"areas\":[",
        criteria.to_json(),
        read.to_json(),
        counted.to_json()
    )
}
