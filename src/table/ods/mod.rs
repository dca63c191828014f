//! `OpenDocument` spreadsheets, cell by cell, repeated cells and rows within the budget.
//!
//! All sheets lie in one part, in which merged cells and hidden sheets are told along the way. Where there are any, the part
//! is read once to learn them ([`Survey`]), then for the visible sheets, then for the hidden ones.
#![expect(clippy::wildcard_enum_match_arm, reason = "of all that XML may hold only a few elements matter")]

mod cell;

use std::collections::BTreeSet;

use memchr::memmem;
use quick_xml::events::{BytesStart, Event};

use self::cell::{Cell, repeated};
use super::archive::{Archive, Member};
use super::budget::Budget;
use super::row::Row;
use super::xml::{Xml, attribute, entity};
use super::{Flow, Format, Interrupt, Limits, Merge, Record, Sink, TableInfo, narrow, wide};
use crate::error::{Error, OtherFormat, Place, Problem, Quantity};

const PART: &str = "content.xml";
/// The manifest's element that tells of a password.
const ENCRYPTED: &[u8] = b"encryption-data";
const MANIFEST: &str = "META-INF/manifest.xml";
/// What the kinds of these documents are called in their first member.
const DOCUMENT: &str = "application/vnd.oasis.opendocument.";

/// Tells whether an archive is an `OpenDocument` file of whatever kind.
pub(super) fn is_open_document(archive: &Archive<'_>) -> bool {
    archive.has(MANIFEST) && (archive.has(PART) || archive.has("mimetype"))
}

/// Reads all sheets of a spreadsheet, the hidden ones after the visible ones.
pub(super) fn read(
    file: &str,
    archive: &mut Archive<'_>,
    limits: &Limits,
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let manifest = archive.read(MANIFEST)?;
    if memmem::find(&manifest, ENCRYPTED).is_some() {
        return Err(Problem::Encrypted.into());
    }
    if archive.has("mimetype") {
        let kind = archive.read("mimetype")?;
        let kind = String::from_utf8_lossy(&kind);
        if let Some(kind) = kind.trim().strip_prefix(DOCUMENT).filter(|kind| !kind.starts_with("spreadsheet"))
        {
            let is_text = kind.starts_with("text");
            let format = if is_text { OtherFormat::TextDocument } else { OtherFormat::OfficeDocument };
            return Err(Problem::OtherFormat { format }.into());
        }
    }
    let budget = archive.budget();
    let member = archive.member(PART)?.in_utf8();
    // A part too long to be held has them for all that is known.
    let plain = matches!(&member, Member::Held(bytes) if [&b"-spanned"[..], b"display"].iter().all(|word| memmem::find(bytes, word).is_none()));
    let content = |turn, sheets| Content::new(file, (limits, budget), interrupt, turn, sheets);
    if plain {
        return content(Turn::Visible, Vec::new()).read(Xml::new(PART, member, budget), sink).map(drop);
    }
    let sheets = content(Turn::Survey, Vec::new()).read(Xml::new(PART, member, budget), sink)?;
    let any_hidden = sheets.iter().any(|sheet| sheet.hidden);
    let again = Xml::new(PART, archive.again(PART)?, budget);
    let sheets = content(Turn::Visible, sheets).read(again, sink)?;
    if any_hidden {
        content(Turn::Hidden, sheets).read(Xml::new(PART, archive.again(PART)?, budget), sink)?;
    }
    Ok(())
}

/// What a reading of the part is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// To learn which sheets are hidden and which cells are merged.
    Survey,
    /// The visible sheets.
    Visible,
    /// The hidden sheets.
    Hidden,
}

/// What is known of a sheet.
#[derive(Debug, Clone, Default)]
struct Sheet {
    name: String,
    hidden: bool,
    merges: Vec<Merge>,
}

/// What was read so far.
struct Content<'a> {
    file: &'a str,
    limits: &'a Limits,
    budget: &'a Budget,
    interrupt: &'a dyn Interrupt,
    turn: Turn,
    hidden_styles: BTreeSet<String>,
    /// Styles of raised text: the marks of footnotes, which are no part of a text that has another.
    raised_styles: BTreeSet<String>,
    /// For each span under way whether it is raised.
    spans: Vec<bool>,
    /// The name of the style that is being defined.
    style: String,
    /// All sheets that are known, and the number of the one under way.
    sheets: Vec<Sheet>,
    at: Option<usize>,
    begun: usize,
    /// Whether the sheet's records are wanted.
    wanted: bool,
    row: Row,
    /// How many times the row stands there.
    times: u64,
    /// Blank cells that count only if another follows.
    blank: u64,
}

impl<'a> Content<'a> {
    fn new(
        file: &'a str,
        (limits, budget): (&'a Limits, &'a Budget),
        interrupt: &'a dyn Interrupt,
        turn: Turn,
        sheets: Vec<Sheet>,
    ) -> Self {
        Self {
            file,
            limits,
            budget,
            interrupt,
            turn,
            hidden_styles: BTreeSet::new(),
            raised_styles: BTreeSet::new(),
            spans: Vec::new(),
            style: String::new(),
            sheets,
            at: None,
            begun: 0,
            wanted: false,
            row: Row { line: 1, ..Row::default() },
            times: 1,
            blank: 0,
        }
    }

    /// Reads the part, and returns what is known of its sheets.
    fn read(mut self, mut xml: Xml<'_, '_>, sink: &mut (impl Sink + ?Sized)) -> Result<Vec<Sheet>, Error> {
        let (mut cell, mut paragraph, mut aside) = (None::<Cell>, false, 0_u32);
        loop {
            match xml.next()? {
                Event::Start(event) => match event.local_name().as_ref() {
                    // What lies over the cells is no part of them: comments, drawings.
                    "annotation" | "frame" | "custom-shape" | "shapes" | "forms" => aside += 1,
                    _ if aside > 0 => {}
                    "table-cell" | "covered-table-cell" => cell = Some(Cell::begin(&event)),
                    "p" => {
                        paragraph = true;
                        if let Some(cell) = &mut cell {
                            cell.begin_paragraph();
                        }
                    }
                    _ => self.begin(&event, sink)?,
                },
                Event::Empty(event) => match event.local_name().as_ref() {
                    _ if aside > 0 => {}
                    "table-cell" | "covered-table-cell" => self.end_cell(&Cell::begin(&event))?,
                    "table-row" => {
                        self.begin(&event, sink)?;
                        self.end_row(sink)?;
                    }
                    "p" => {
                        if let Some(cell) = &mut cell {
                            cell.begin_paragraph();
                        }
                    }
                    "s" => {
                        let times = repeated(&event, "c").min(1024);
                        self.push(&mut cell, &" ".repeat(usize::try_from(times).unwrap_or(0)))?;
                    }
                    "tab" => self.push(&mut cell, "\t")?,
                    "line-break" => self.push(&mut cell, "\n")?,
                    _ => self.begin(&event, sink)?,
                },
                Event::End(event) => match event.local_name().as_ref() {
                    "annotation" | "frame" | "custom-shape" | "shapes" | "forms" => {
                        aside = aside.saturating_sub(1);
                    }
                    _ if aside > 0 => {}
                    "span" => drop(self.spans.pop()),
                    "p" => paragraph = false,
                    "table-cell" | "covered-table-cell" => {
                        if let Some(cell) = cell.take() {
                            self.end_cell(&cell)?;
                        }
                    }
                    "table-row" => self.end_row(sink)?,
                    "table" => self.at = None,
                    _ => {}
                },
                Event::Text(event) if paragraph && aside == 0 => self.push(&mut cell, &event)?,
                Event::CData(event) if paragraph && aside == 0 => self.push(&mut cell, &event)?,
                Event::GeneralRef(event) if paragraph && aside == 0 => {
                    self.push(&mut cell, &entity(&event))?;
                }
                Event::Eof => return Ok(self.sheets),
                _ => {}
            }
        }
    }

    /// Adds text to the cell under way, which can't have more than a record may.
    fn push(&self, cell: &mut Option<Cell>, text: &str) -> Result<(), Error> {
        let Some(cell) = cell else { return Ok(()) };
        if wide(cell.text.len()).saturating_add(wide(text.len())) > self.limits.row_length {
            return Err(self.placed(
                Problem::TooLarge { what: Quantity::RowLength, limit: self.limits.row_length }.into(),
            ));
        }
        let raised = self.spans.contains(&true);
        (if raised { &mut cell.raised } else { &mut cell.text }).push_str(text);
        Ok(())
    }

    fn begin(&mut self, event: &BytesStart<'_>, sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        match event.local_name().as_ref() {
            "style" => self.style = attribute(event, "name").unwrap_or_default(),
            "table-properties" if attribute(event, "display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "text-properties"
                if attribute(event, "text-position")
                    .is_some_and(|position| position.starts_with("super")) =>
            {
                self.raised_styles.insert(self.style.clone());
            }
            "span" => {
                let style = attribute(event, "style-name");
                self.spans.push(style.is_some_and(|style| self.raised_styles.contains(&style)));
            }
            "table" => self.begin_sheet(event, sink)?,
            "table-row" => {
                self.times = repeated(event, "number-rows-repeated");
                self.blank = 0;
                if self.row.line.is_multiple_of(1024) && self.interrupt.should_interrupt() {
                    return Err(Problem::Cancelled.into());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_sheet(&mut self, event: &BytesStart<'_>, sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        let at = self.begun;
        self.begun += 1;
        let name = attribute(event, "name").unwrap_or_default();
        let hidden = attribute(event, "style-name").is_some_and(|style| self.hidden_styles.contains(&style));
        if self.sheets.len() <= at {
            self.budget.member()?;
            self.sheets.push(Sheet { name: name.clone(), hidden, merges: Vec::new() });
        }
        (self.at, self.wanted) = (Some(at), false);
        self.row.begin(1);
        // What a formula has looked up in another file is kept as a sheet that is none.
        let is_copy = name.starts_with("'file:");
        let is_turn = match self.turn {
            Turn::Survey => false,
            Turn::Visible => !hidden,
            Turn::Hidden => hidden,
        };
        if is_turn && !is_copy {
            let merges = self.sheets.get(at).map(|sheet| sheet.merges.as_slice()).unwrap_or_default();
            let info = TableInfo {
                sheet: Some(name),
                hidden,
                doubles: true,
                merges: merges.into(),
                ..TableInfo::of(self.file, Format::Ods)
            };
            self.wanted = sink.table(&info)? == Flow::Continue;
        }
        Ok(())
    }

    fn end_cell(&mut self, cell: &Cell) -> Result<(), Error> {
        let column = self.row.spans.len().saturating_add(usize::try_from(self.blank).unwrap_or(usize::MAX));
        if self.turn == Turn::Survey {
            self.learn_merge(cell, column)?;
        }
        let text = cell.held();
        if text.is_empty() {
            self.blank = self.blank.saturating_add(cell.times);
            return Ok(());
        }
        let columns = wide(column).saturating_add(cell.times);
        if columns > self.limits.columns {
            return Err(self.placed(self.row.too_large(Quantity::Columns, self.limits.columns)));
        }
        self.repeat(cell.times.saturating_sub(1))?;
        self.row.skip_to(column, self.limits).map_err(|error| self.placed(error))?;
        self.blank = 0;
        let start = narrow(self.row.text.len());
        self.row.text.push_str(&text);
        (0..cell.times).for_each(|_| self.row.end_cell(start));
        self.row.check(self.limits).map_err(|error| self.placed(error))
    }

    fn learn_merge(&mut self, cell: &Cell, column: usize) -> Result<(), Error> {
        let (columns, rows) = cell.spanned;
        if columns <= 1 && rows <= 1 {
            return Ok(());
        }
        let merge = Merge {
            first_line: self.row.line,
            last_line: self.row.line.saturating_add(rows.saturating_sub(1)),
            first_column: column,
            last_column: column.saturating_add(usize::try_from(columns.saturating_sub(1)).unwrap_or(0)),
        };
        self.budget.elements(1)?;
        if let Some(sheet) = self.at.and_then(|at| self.sheets.get_mut(at)) {
            sheet.merges.push(merge);
        }
        Ok(())
    }

    fn end_row(&mut self, sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        let line = self.row.line;
        if self.wanted && !self.row.spans.is_empty() {
            for time in 0..self.times {
                if time > 0 {
                    self.repeat(wide(self.row.spans.len()))?;
                }
                let record = Record::new(line.saturating_add(time), &self.row.text, &self.row.spans);
                if sink.record(&record)? == Flow::Stop {
                    self.wanted = false;
                    break;
                }
            }
        }
        self.row.begin(line.saturating_add(self.times));
        Ok(())
    }

    /// Pays for cells that the file has no bytes for.
    fn repeat(&self, cells: u64) -> Result<(), Error> {
        self.budget.repeat(cells).map_err(|error| self.placed(error))
    }

    fn placed(&self, error: Error) -> Error {
        let sheet = self.at.and_then(|at| self.sheets.get(at)).map(|sheet| sheet.name.clone());
        error.at(Place { sheet, line: Some(self.row.line), ..Place::default() })
    }
}
