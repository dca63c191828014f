//! A file -> a table of text cells with positions.
//!
//! A [`Reader`] takes a file's bytes in chunks of any size, finds out the format, and pushes each [`Record`] to a
//! [`Sink`] as soon as it is complete. It keeps nothing itself beyond the record under way (CSV) or the document that
//! can't be read in pieces (workbooks, JSON-stat, PX, ZIP), and every limit is a typed error.
//!
//! Cells are text, with the digits as the file has them: nothing here goes through a floating-point number but the
//! numbers of a spreadsheet, which are doubles in the file and become their shortest text at once.
//!
//! ```
//! use troskel::table::{Limits, Options, read};
//!
//! let bytes = "region;Valdeltagande\n0114R001;58,2\n".as_bytes();
//! let mut rows = Vec::new();
//! let mut sink = |record: &troskel::table::Record<'_>| rows.push(record.cells().map(str::to_owned).collect::<Vec<_>>());
//! read("val.csv", bytes, &Options::default(), &Limits::default(), &mut sink)?;
//! assert_eq!(rows[1], ["0114R001", "58,2"]);
//!
//! let tiny = Limits { bytes: 10, ..Limits::default() };
//! let error = read("val.csv", bytes, &Options::default(), &tiny, &mut |_: &troskel::table::Record<'_>| ()).unwrap_err();
//! assert_eq!(error.code(), "too-large");
//! # Ok::<(), troskel::Error>(())
//! ```

mod archive;
mod budget;
mod csv;
mod cube;
mod description;
mod encoding;
mod format;
mod guard;
#[cfg(not(target_arch = "wasm32"))]
mod handed;
mod json;
mod kind;
mod letters;
mod number;
mod ods;
mod px;
mod reader;
mod row;
mod values;
mod xls;
mod xlsx;
mod xml;

use serde::{Deserialize, Serialize};

pub use csv::{Delimiter, Lines};
pub use description::{Category, Dimension, Format, Merge, Role, TableInfo};
pub use encoding::{Decoder, Encoding};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use handed::{Handing, to_another_thread};
pub(crate) use letters::composed_text;
pub use reader::{Reader, read};

use crate::error::Error;

/// How much is read before a typed error (`too-large`) says that it is too much.
///
/// Every field is a limit for one file; [`Limits::default`] suits a browser tab with 400 MB of Wasm memory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Limits {
    /// Bytes of the file as it lies on the disk; 2 GiB. CSV is streamed and needs none of them in memory.
    pub bytes: u64,
    /// Bytes of a file that has to be in memory as a whole (workbook, JSON-stat, PX, ZIP); 128 MiB.
    pub document_bytes: u64,
    /// Bytes that the members of a ZIP (a workbook is one) inflate to, together; 1 GiB.
    pub inflated_bytes: u64,
    /// Cells, empty ones among other cells included; 500 million.
    pub cells: u64,
    /// Cells of a workbook or a cube that no bytes of the file stand for, the blank ones and those that a spreadsheet
    /// repeats; 16 million of each.
    pub unwritten: u64,
    /// Bytes of text in all cells of a workbook or a cube together, where a text may be written once for many; 4 GiB.
    pub text_bytes: u64,
    /// Columns of one record; 16 384, as many as a worksheet has.
    pub columns: u64,
    /// Bytes of one record; 1 MiB.
    pub row_length: u64,
    /// Files in a ZIP and sheets in a workbook; 256.
    pub members: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 2 << 30,
            document_bytes: 128 << 20,
            inflated_bytes: 1 << 30,
            cells: 500_000_000,
            unwritten: 16_000_000,
            text_bytes: 4 << 30,
            columns: 16_384,
            row_length: 1 << 20,
            members: 256,
        }
    }
}

/// What a person has decided of a file's outer form; everything that is absent is found out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase", default)]
pub struct Options {
    /// The text encoding of a CSV or PX file.
    pub encoding: Option<Encoding>,
    /// The delimiter of a CSV file.
    pub delimiter: Option<Delimiter>,
}

/// One record: cells of text, and where it stands.
///
/// Cells are borrowed from the reader's buffer and live as long as the call of [`Sink::record`].
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    line: u64,
    text: &'a str,
    spans: &'a [(u32, u32)],
}

impl<'a> Record<'a> {
    /// Makes a record of cells that lie in `text` at the byte ranges `spans`; a range outside is an empty cell.
    pub fn new(line: u64, text: &'a str, spans: &'a [(u32, u32)]) -> Self {
        Self { line, text, spans }
    }

    /// Returns the first physical line, from 1: of a CSV file the line, of a sheet the row, of JSON-stat and PX the
    /// row of the table that it unfolds to, the header being row 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Returns the number of cells.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Tells whether there is not even an empty cell.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Returns a cell's text, unquoted but with its blanks; empty beyond the last cell.
    #[inline]
    pub fn cell(&self, column: usize) -> &'a str {
        self.spans.get(column).map_or("", |span| slice(self.text, *span))
    }

    /// Returns all cells in order.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = &'a str> + use<'a> {
        let text = self.text;
        self.spans.iter().map(move |span| slice(text, *span))
    }

    /// Tells whether all cells are blank.
    pub fn is_blank(&self) -> bool {
        self.cells().all(|cell| cell.trim().is_empty())
    }
}

#[inline]
fn slice(text: &str, (start, end): (u32, u32)) -> &str {
    let range = usize::try_from(start).unwrap_or(usize::MAX)..usize::try_from(end).unwrap_or(usize::MAX);
    text.get(range).unwrap_or("")
}

/// Whether the reader goes on after a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Goes on.
    Continue,
    /// Stops; the rest of the table is not wanted, and that is no error.
    Stop,
}

/// Takes what a [`Reader`] reads.
///
/// A closure `FnMut(&Record)` is a sink that wants all records and no table's description.
pub trait Sink {
    /// Takes the description of the table whose records follow.
    fn table(&mut self, table: &TableInfo) -> Result<Flow, Error>;

    /// Takes the next record.
    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error>;

    /// Takes that a file of an archive is left out because it is no table, and what it is.
    fn skipped(&mut self, error: &Error) {
        let _ = error;
    }

    /// Takes the next records as lines that are not split yet; splits them, unless a sink knows a quicker way.
    fn lines(&mut self, mut lines: Lines) -> Result<Flow, Error> {
        lines.split_while(|record| self.record(record))
    }
}

impl<F: FnMut(&Record<'_>)> Sink for F {
    fn table(&mut self, _: &TableInfo) -> Result<Flow, Error> {
        Ok(Flow::Continue)
    }

    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
        self(record);
        Ok(Flow::Continue)
    }
}

/// Says whether to stop; asked often, so the answer should be cheap.
///
/// Whoever streams a file in chunks can stop between two of them. This is for the formats that are read in one go.
pub trait Interrupt {
    /// Tells whether to stop with the error `cancelled`.
    fn should_interrupt(&self) -> bool;
}

/// Never stops.
#[derive(Debug, Clone, Copy, Default)]
pub struct Never;

impl Interrupt for Never {
    fn should_interrupt(&self) -> bool {
        false
    }
}

/// Widens a length; no platform has longer ones.
pub(crate) fn wide(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// Narrows an offset in a record; records are shorter by [`Limits::row_length`].
pub(crate) fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// Tells whether a variable of that name holds areas, by the names that the database gives them.
pub(crate) fn is_area_variable(name: &str) -> bool {
    let name = name.to_lowercase();
    ["region", "omrade", "område", "deso", "regso", "valdistrikt", "kommun", "lan", "län"]
        .iter()
        .any(|word| name == *word || name.strip_suffix(word).is_some_and(|rest| rest.ends_with([' ', '_'])))
}
