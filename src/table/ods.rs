//! `OpenDocument` spreadsheets, cell by cell, repeated cells and rows within limits.
#![expect(clippy::wildcard_enum_match_arm, reason = "of all that XML may hold only a few elements matter")]

use std::collections::BTreeSet;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::{Archive, damaged, failure};
use super::number::{hundredfold, plain, significant, with_decimals};
use super::xml::{attribute, entity};
use super::{Flow, Format, Interrupt, Limits, Record, Sink, TableInfo, narrow, wide};
use crate::error::{Error, Place, Problem, Quantity};

const PART: &str = "content.xml";
/// The manifest's element that tells of a password.
const ENCRYPTED: &[u8] = b"encryption-data";

/// Reads all sheets of a spreadsheet, the hidden ones too.
pub(super) fn read(
    file: &str,
    archive: &mut Archive<'_>,
    limits: &Limits,
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    if let Some(manifest) = archive.read("META-INF/manifest.xml")?
        && manifest.windows(ENCRYPTED.len()).any(|window| window == ENCRYPTED)
    {
        return Err(Problem::Encrypted.into());
    }
    let limit = archive.limit();
    let member = archive.member(PART)?.ok_or_else(|| damaged(PART))?;
    let mut content = Content {
        file,
        limits,
        interrupt,
        hidden_styles: BTreeSet::new(),
        style: String::new(),
        sheet: None,
        sheets: 0,
        line: 1,
        row: Row::default(),
        cells: 0,
        repeated: 0,
    };
    content.read(member, limit, sink)
}

/// A row under way.
#[derive(Debug, Default)]
struct Row {
    text: String,
    spans: Vec<(u32, u32)>,
    /// Blank cells that count only if another follows.
    blank: u64,
    /// How many times the row stands there.
    times: u64,
}

/// A cell under way.
#[derive(Debug, Default)]
struct Cell {
    kind: String,
    value: String,
    text: String,
    paragraphs: usize,
    times: u64,
}

/// What was read so far.
struct Content<'a> {
    file: &'a str,
    limits: &'a Limits,
    interrupt: &'a dyn Interrupt,
    hidden_styles: BTreeSet<String>,
    /// The name of the style that is being defined.
    style: String,
    /// The sheet's name, and whether its records are wanted.
    sheet: Option<(String, bool)>,
    sheets: u64,
    line: u64,
    row: Row,
    cells: u64,
    /// Cells that were told by their number alone.
    repeated: u64,
}

impl Content<'_> {
    fn read(
        &mut self,
        member: impl BufRead,
        limit: u64,
        sink: &mut (impl Sink + ?Sized),
    ) -> Result<(), Error> {
        let mut reader = Reader::from_reader(member);
        let (mut buffer, mut cell, mut paragraph, mut note) = (Vec::new(), None::<Cell>, false, 0_u32);
        loop {
            let event = reader.read_event_into(&mut buffer).map_err(|error| match &error {
                quick_xml::Error::Io(error) => failure(error, limit, PART),
                _ => damaged(PART),
            })?;
            match event {
                Event::Start(event) => match event.local_name().as_ref() {
                    "annotation" => note += 1,
                    _ if note > 0 => {}
                    "table-cell" | "covered-table-cell" => cell = Some(begin_cell(&event)),
                    "p" => {
                        paragraph = true;
                        if let Some(cell) = &mut cell {
                            if cell.paragraphs > 0 {
                                cell.text.push('\n');
                            }
                            cell.paragraphs += 1;
                        }
                    }
                    _ => self.begin(&event, sink)?,
                },
                Event::Empty(event) => match event.local_name().as_ref() {
                    _ if note > 0 => {}
                    "table-cell" | "covered-table-cell" => self.end_cell(&begin_cell(&event))?,
                    "table-row" => {
                        self.begin(&event, sink)?;
                        self.end_row(sink)?;
                    }
                    "s" => {
                        let times = repeated(&event, "c").min(1024);
                        if let Some(cell) = &mut cell {
                            (0..times).for_each(|_| cell.text.push(' '));
                        }
                    }
                    "tab" => {
                        if let Some(cell) = &mut cell {
                            cell.text.push('\t');
                        }
                    }
                    _ => self.begin(&event, sink)?,
                },
                Event::End(event) => match event.local_name().as_ref() {
                    "annotation" => note = note.saturating_sub(1),
                    _ if note > 0 => {}
                    "p" => paragraph = false,
                    "table-cell" | "covered-table-cell" => {
                        if let Some(cell) = cell.take() {
                            self.end_cell(&cell)?;
                        }
                    }
                    "table-row" => self.end_row(sink)?,
                    "table" => self.sheet = None,
                    _ => {}
                },
                Event::Text(event) if paragraph && note == 0 => push(&mut cell, &event),
                Event::CData(event) if paragraph && note == 0 => push(&mut cell, &event),
                Event::GeneralRef(event) if paragraph && note == 0 => push(&mut cell, &entity(&event)),
                Event::Eof => return Ok(()),
                _ => {}
            }
            buffer.clear();
        }
    }

    fn begin(&mut self, event: &BytesStart<'_>, sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        match event.local_name().as_ref() {
            "style" => self.style = attribute(event, "name").unwrap_or_default(),
            "table-properties" if attribute(event, "display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table" => self.begin_sheet(event, sink)?,
            "table-row" => {
                self.row = Row { times: repeated(event, "number-rows-repeated"), ..Row::default() };
                if self.line.is_multiple_of(1024) && self.interrupt.should_interrupt() {
                    return Err(Problem::Cancelled.into());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_sheet(&mut self, event: &BytesStart<'_>, sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        self.sheets += 1;
        if self.sheets > self.limits.members {
            return Err(Problem::TooLarge { what: Quantity::Members, limit: self.limits.members }.into());
        }
        let name = attribute(event, "name").unwrap_or_default();
        let info = TableInfo {
            sheet: Some(name.clone()),
            hidden: attribute(event, "style-name").is_some_and(|style| self.hidden_styles.contains(&style)),
            doubles: true,
            ..TableInfo::of(self.file, Format::Ods)
        };
        self.line = 1;
        self.sheet = Some((name, sink.table(&info)? == Flow::Continue));
        Ok(())
    }

    fn end_cell(&mut self, cell: &Cell) -> Result<(), Error> {
        let text = cell.shown();
        if text.is_empty() {
            self.row.blank = self.row.blank.saturating_add(cell.times);
            return Ok(());
        }
        let columns = wide(self.row.spans.len()).saturating_add(self.row.blank).saturating_add(cell.times);
        if columns > self.limits.columns {
            return Err(self.too_large(Quantity::Columns, self.limits.columns));
        }
        self.repeat(cell.times.saturating_sub(1))?;
        let end = narrow(self.row.text.len());
        (0..self.row.blank).for_each(|_| self.row.spans.push((end, end)));
        self.row.blank = 0;
        self.row.text.push_str(&text);
        (0..cell.times).for_each(|_| self.row.spans.push((end, narrow(self.row.text.len()))));
        if wide(self.row.text.len()) > self.limits.row_length {
            return Err(self.too_large(Quantity::RowLength, self.limits.row_length));
        }
        Ok(())
    }

    fn end_row(&mut self, sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        let wanted = self.sheet.as_ref().is_some_and(|(_, wanted)| *wanted);
        if wanted && !self.row.spans.is_empty() {
            for time in 0..self.row.times {
                if time > 0 {
                    self.repeat(wide(self.row.spans.len()))?;
                }
                self.cells = self.cells.saturating_add(wide(self.row.spans.len()));
                if self.cells > self.limits.cells {
                    return Err(self.too_large(Quantity::Cells, self.limits.cells));
                }
                let record = Record::new(self.line.saturating_add(time), &self.row.text, &self.row.spans);
                if sink.record(&record)? == Flow::Stop {
                    self.sheet.iter_mut().for_each(|sheet| sheet.1 = false);
                    break;
                }
            }
        }
        self.line = self.line.saturating_add(self.row.times);
        self.row = Row::default();
        Ok(())
    }

    /// Counts cells that the file has no bytes for.
    fn repeat(&mut self, cells: u64) -> Result<(), Error> {
        self.repeated = self.repeated.saturating_add(cells);
        if self.repeated > self.limits.unwritten {
            return Err(self.too_large(Quantity::UnwrittenCells, self.limits.unwritten));
        }
        Ok(())
    }

    fn too_large(&self, what: Quantity, limit: u64) -> Error {
        let sheet = self.sheet.as_ref().map(|(name, _)| name.clone());
        let place = Place { sheet, line: Some(self.line), ..Place::default() };
        Error::from(Problem::TooLarge { what, limit }).at(place)
    }
}

fn push(cell: &mut Option<Cell>, text: &str) {
    if let Some(cell) = cell {
        cell.text.push_str(text);
    }
}

fn repeated(event: &BytesStart<'_>, name: &str) -> u64 {
    attribute(event, name).and_then(|times| times.parse().ok()).unwrap_or(1)
}

fn begin_cell(event: &BytesStart<'_>) -> Cell {
    let kind = attribute(event, "value-type").unwrap_or_default();
    let value = match kind.as_str() {
        "date" => attribute(event, "date-value"),
        _ => attribute(event, "value"),
    };
    let times = repeated(event, "number-columns-repeated");
    Cell { kind, value: value.unwrap_or_default(), times, ..Cell::default() }
}

impl Cell {
    /// Returns the text: of a number all its digits, with at least as many decimals as it is shown with.
    fn shown(&self) -> String {
        match (self.kind.as_str(), plain(&self.value)) {
            ("percentage", Some(number)) => {
                let number = hundredfold(&significant(&number));
                format!("{}%", with_decimals(&number, decimals(&self.text, &number)))
            }
            ("float" | "currency", Some(number)) => {
                let number = significant(&number);
                with_decimals(&number, decimals(&self.text, &number))
            }
            ("date", None) if !self.value.is_empty() => self.value.clone(),
            _ => self.text.clone(),
        }
    }
}

/// Counts the decimals that a number is shown with: the shown digits beyond those of its whole part, if a decimal mark
/// stands before as many.
fn decimals(shown: &str, number: &str) -> u32 {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let behind = shown.rsplit_once([',', '.']).map_or(0, |(_, behind)| digits(behind));
    let whole = digits(number.split('.').next().unwrap_or_default());
    let beyond = digits(shown).saturating_sub(whole);
    if beyond == behind { u32::try_from(behind).unwrap_or(0) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_decimals_are_told_from_thousands() {
        assert_eq!(decimals("58,20", "58.2"), 2);
        assert_eq!(decimals("58,2%", "58.2"), 1);
        assert_eq!(decimals("1,234", "1234"), 0);
        assert_eq!(decimals("1 234", "1234"), 0);
        assert_eq!(decimals("1.234,50", "1234.5"), 2);
        assert_eq!(decimals("58", "58.2"), 0);
        assert_eq!(decimals("", "58.2"), 0);
    }
}
