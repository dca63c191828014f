//! XLS workbooks of Excel 5 to 2003, record by record.
//!
//! Read here rather than by a spreadsheet crate for the reasons of `xlsx`, and because a crate's range of cells is as
//! large as the file claims: two cells in opposite corners are a hundred gigabytes.

use std::collections::BTreeMap;

use super::archive::damaged;
use super::compound::{Compound, half, word};
use super::cube::Values;
use super::encoding::windows_1252;
use super::format::NumberFormat;
use super::number::plain;
use super::{Flow, Format, Interrupt, Limits, Record, Sink, TableInfo, narrow, wide};
use crate::error::{Error, Place, Problem, Quantity};

/// The stream with the workbook, in the file and in errors; Excel 5 and 95 call it `Book`.
const PART: &str = "Workbook";
/// As many columns a worksheet of these versions has.
const COLUMNS: u16 = 256;

/// Reads all worksheets of a workbook, the hidden ones too.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    limits: &Limits,
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let compound = Compound::open(bytes).ok_or_else(|| damaged(PART))?;
    if compound.has("EncryptedPackage") {
        return Err(Problem::Encrypted.into());
    }
    let Some(part) = [PART, "Book"].into_iter().find(|part| compound.has(part)) else {
        return Err(Problem::UnknownFormat.into());
    };
    let stream = compound.stream(part).ok_or_else(|| damaged(PART))?;
    drop(compound);
    let workbook = Workbook::read(&stream)?;
    if wide(workbook.sheets.len()) > limits.members {
        return Err(Problem::TooLarge { what: Quantity::Members, limit: limits.members }.into());
    }
    let mut cells = 0;
    for sheet in &workbook.sheets {
        let info = TableInfo {
            sheet: Some(sheet.name.clone()),
            hidden: sheet.hidden,
            doubles: true,
            ..TableInfo::of(file, Format::Xls)
        };
        if sink.table(&info)? == Flow::Stop {
            continue;
        }
        let mut reader = SheetReader {
            workbook: &workbook,
            limits,
            interrupt,
            row: Row::default(),
            cells,
            stopped: false,
        };
        reader.read(stream.get(sheet.start..).unwrap_or_default(), sink).map_err(|mut error| {
            let place = error.place.get_or_insert_default();
            place.sheet.get_or_insert_with(|| sheet.name.clone());
            error
        })?;
        cells = reader.cells;
    }
    Ok(())
}

/// Records one after the other: a number of two bytes, a length of two, and the data.
struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (half(self.rest, 0)?, usize::from(half(self.rest, 2)?));
        let (data, rest) = self.rest.get(4..)?.split_at_checked(length)?;
        self.rest = rest;
        Some((kind, data))
    }
}

/// What the workbook says of itself.
#[derive(Debug, Default)]
struct Workbook {
    sheets: Vec<Sheet>,
    formats: Vec<NumberFormat>,
    strings: Values,
    from_1904: bool,
    /// Whether texts are in bytes of Windows-1252, as before Excel 97.
    bytes: bool,
}

/// One worksheet.
#[derive(Debug)]
struct Sheet {
    name: String,
    start: usize,
    hidden: bool,
}

impl Workbook {
    fn read(stream: &[u8]) -> Result<Self, Error> {
        let mut workbook = Self::default();
        let (mut codes, mut formats, mut strings) = (BTreeMap::new(), Vec::new(), Vec::new());
        let (mut in_strings, mut ended) = (false, false);
        for (kind, data) in (Records { rest: stream }) {
            in_strings &= kind == 0x003C;
            match kind {
                // BOF
                0x0809 => workbook.bytes = half(data, 0).is_some_and(|version| version < 0x0600),
                // FILEPASS
                0x002F => return Err(Problem::Encrypted.into()),
                // DATEMODE
                0x0022 => workbook.from_1904 = half(data, 0) == Some(1),
                // BOUNDSHEET
                0x0085 => workbook.sheets.extend(workbook.sheet(data)),
                // FORMAT
                0x041E => {
                    let id = half(data, 0).map(u32::from);
                    let code = workbook.text(data.get(2..).unwrap_or_default(), workbook.bytes);
                    if let (Some(id), Some(code)) = (id, code) {
                        codes.insert(id, NumberFormat::parse(&code));
                    }
                }
                // XF
                0x00E0 => formats.push(half(data, 2).map_or(0, u32::from)),
                // SST
                0x00FC => {
                    in_strings = true;
                    strings.push(data.get(8..).unwrap_or_default());
                }
                // CONTINUE
                0x003C if in_strings => strings.push(data),
                // EOF
                0x000A => {
                    ended = true;
                    break;
                }
                _ => {}
            }
        }
        if !ended {
            return Err(damaged(PART));
        }
        let format = |id: &u32| codes.get(id).copied().unwrap_or_else(|| NumberFormat::built_in(*id));
        workbook.formats = formats.iter().map(format).collect();
        let mut pieces = Pieces { pieces: &strings, at: 0 };
        while let Some(text) = pieces.text() {
            workbook.strings.push(&text);
        }
        Ok(workbook)
    }

    /// Reads what is said of a sheet; `None` for charts and macros.
    fn sheet(&self, data: &[u8]) -> Option<Sheet> {
        let start = usize::try_from(word(data, 0)?).ok()?;
        let (state, kind) = (*data.get(4)?, *data.get(5)?);
        let name = self.text(data.get(6..)?, true)?;
        (kind == 0).then_some(Sheet { name, start, hidden: state & 3 != 0 })
    }

    /// Reads a text within one record, whose length is in one byte or two.
    fn text(&self, data: &[u8], short: bool) -> Option<String> {
        let (length, rest) = if short {
            (usize::from(*data.first()?), data.get(1..)?)
        } else {
            (usize::from(half(data, 0)?), data.get(2..)?)
        };
        if self.bytes {
            let bytes = rest.get(..length.min(rest.len()))?;
            return Some(bytes.iter().map(|byte| windows_1252(*byte)).collect());
        }
        let (flags, rest) = rest.split_first()?;
        let units: Vec<u16> = if flags & 1 == 1 {
            rest.chunks_exact(2).take(length).filter_map(|unit| half(unit, 0)).collect()
        } else {
            rest.iter().take(length).map(|byte| u16::from(*byte)).collect()
        };
        Some(String::from_utf16_lossy(&units))
    }
}

/// The table of texts, which goes on over several records.
struct Pieces<'p, 'a> {
    pieces: &'p [&'a [u8]],
    at: usize,
}

impl Pieces<'_, '_> {
    /// Goes on to the next record where this one is read; `None` at the end of all.
    fn ended(&mut self) -> Option<bool> {
        let mut ended = false;
        while self.at >= self.pieces.first()?.len() {
            self.pieces = self.pieces.get(1..)?;
            self.at = 0;
            ended = true;
        }
        Some(ended)
    }

    fn byte(&mut self) -> Option<u8> {
        self.ended()?;
        let byte = self.pieces.first()?.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn half(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn text(&mut self) -> Option<String> {
        let length = self.half()?;
        let mut flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.half()?) * 4 };
        let more = if flags & 4 == 0 {
            0
        } else {
            usize::try_from(u32::from(self.half()?) | u32::from(self.half()?) << 16).ok()?
        };
        let mut units = Vec::new();
        for _ in 0..length {
            // Where a text goes on in the next record, that begins with flags anew.
            if self.ended()? {
                flags = flags & !1 | self.byte()? & 1;
            }
            units.push(if flags & 1 == 1 { self.half()? } else { u16::from(self.byte()?) });
        }
        let mut skipped = runs.saturating_add(more);
        while skipped > 0 && self.ended().is_some() {
            let here = self.pieces.first().map_or(0, |piece| piece.len() - self.at).min(skipped);
            self.at += here;
            skipped -= here;
        }
        Some(String::from_utf16_lossy(&units))
    }
}

/// A row under way.
#[derive(Debug, Default)]
struct Row {
    line: u64,
    text: String,
    spans: Vec<(u32, u32)>,
}

/// Reads the cells of one worksheet.
struct SheetReader<'a> {
    workbook: &'a Workbook,
    limits: &'a Limits,
    interrupt: &'a dyn Interrupt,
    row: Row,
    cells: u64,
    /// Whether no more records are wanted.
    stopped: bool,
}

impl SheetReader<'_> {
    fn read(&mut self, stream: &[u8], sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        let (mut depth, mut formula) = (0_u32, None);
        for (kind, data) in (Records { rest: stream }) {
            if self.stopped {
                return Ok(());
            }
            match kind {
                // BOF: a chart within the sheet has its own.
                0x0809 => depth += 1,
                // EOF
                0x000A => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        break;
                    }
                }
                _ if depth != 1 => {}
                // STRING: the text that the formula before gives.
                0x0207 => {
                    let text = self.workbook.text(data, false);
                    if let (Some((row, column)), Some(text)) = (formula.take(), text) {
                        self.cell(row, column, &text, sink)?;
                    }
                }
                // MULRK: several numbers side by side.
                0x00BD => {
                    let (Some(row), Some(first)) = (half(data, 0), half(data, 2)) else { continue };
                    let numbers = data.get(4..).unwrap_or_default().chunks_exact(6);
                    for (column, number) in (first..COLUMNS).zip(numbers) {
                        let text = self.shown(half(number, 0), word(number, 2).and_then(packed));
                        self.cell(row, column, &text, sink)?;
                    }
                }
                _ => {
                    let (Some(row), Some(column)) = (half(data, 0), half(data, 2)) else { continue };
                    let (style, value) = (half(data, 4), data.get(6..).unwrap_or_default());
                    let text = match kind {
                        // LABELSST
                        0x00FD => {
                            self.workbook.strings.get(word(value, 0).map_or(u64::MAX, u64::from)).to_owned()
                        }
                        // LABEL and RSTRING
                        0x0204 | 0x00D6 => self.workbook.text(value, false).unwrap_or_default(),
                        // NUMBER
                        0x0203 => self.shown(style, value.first_chunk().copied().map(double)),
                        // RK
                        0x027E => self.shown(style, word(value, 0).and_then(packed)),
                        // BOOLERR: the second byte tells an error.
                        0x0205 => match value {
                            [code, 0, ..] => code.to_string(),
                            _ => continue,
                        },
                        // FORMULA with the value that was computed last.
                        0x0006 => match value {
                            [0, _, _, _, _, _, 0xFF, 0xFF, ..] => {
                                formula = Some((row, column));
                                continue;
                            }
                            [1, _, truth, _, _, _, 0xFF, 0xFF, ..] => truth.to_string(),
                            [_, _, _, _, _, _, 0xFF, 0xFF, ..] => continue,
                            _ => self.shown(style, value.first_chunk().copied().map(double)),
                        },
                        _ => continue,
                    };
                    self.cell(row, column, &text, sink)?;
                }
            }
        }
        self.send(sink)
    }

    /// Writes a number as its cell's format shows it.
    fn shown(&self, style: Option<u16>, number: Option<String>) -> String {
        let format = style.and_then(|style| self.workbook.formats.get(usize::from(style)));
        let format = format.copied().unwrap_or_default();
        number.map(|number| format.show(&number, self.workbook.from_1904)).unwrap_or_default()
    }

    /// Takes a cell; of cells in other than reading order each change of row ends a record.
    fn cell(
        &mut self,
        row: u16,
        column: u16,
        text: &str,
        sink: &mut (impl Sink + ?Sized),
    ) -> Result<(), Error> {
        if column >= COLUMNS {
            return Err(damaged(PART));
        }
        let (line, column) = (u64::from(row) + 1, usize::from(column));
        if line != self.row.line {
            self.send(sink)?;
            self.row.line = line;
        }
        if wide(self.row.text.len() + text.len()) > self.limits.row_length {
            return Err(self.too_large(Quantity::RowLength, self.limits.row_length));
        }
        let start = narrow(self.row.text.len());
        self.row.text.push_str(text);
        if self.row.spans.len() <= column {
            self.row.spans.resize(column + 1, (0, 0));
        }
        if let Some(span) = self.row.spans.get_mut(column) {
            *span = (start, narrow(self.row.text.len()));
        }
        Ok(())
    }

    fn send(&mut self, sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        let row = std::mem::take(&mut self.row);
        if row.spans.is_empty() {
            return Ok(());
        }
        if row.line.is_multiple_of(1024) && self.interrupt.should_interrupt() {
            return Err(Problem::Cancelled.into());
        }
        self.cells = self.cells.saturating_add(wide(row.spans.len()));
        if self.cells > self.limits.cells {
            return Err(self.too_large(Quantity::Cells, self.limits.cells));
        }
        self.stopped = sink.record(&Record::new(row.line, &row.text, &row.spans))? == Flow::Stop;
        Ok(())
    }

    fn too_large(&self, what: Quantity, limit: u64) -> Error {
        let place = Place { line: Some(self.row.line), ..Place::default() };
        Error::from(Problem::TooLarge { what, limit }).at(place)
    }
}

/// Writes a double as its shortest text.
#[expect(clippy::disallowed_types, reason = "the file has doubles; here they become text")]
fn double(bytes: [u8; 8]) -> String {
    f64::from_le_bytes(bytes).to_string()
}

/// Reads a number of four bytes: the upper half of a double or a whole number of 30 bits, both perhaps hundredfold.
fn packed(number: u32) -> Option<String> {
    let text = if number & 2 == 0 {
        double((u64::from(number & !3) << 32).to_le_bytes())
    } else {
        (i32::from_le_bytes(number.to_le_bytes()) >> 2).to_string()
    };
    if number & 1 == 0 {
        return Some(text);
    }
    let hundredth = plain(&format!("{text}e-2"))?;
    let bare = hundredth.trim_end_matches('0').trim_end_matches('.');
    Some(if hundredth.contains('.') { bare.to_owned() } else { hundredth })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_are_read() {
        let p = |number| packed(number).unwrap();
        assert_eq!(p(742 << 2 | 2), "742");
        assert_eq!(p(5_820 << 2 | 3), "58.2");
        assert_eq!(p(60_000 << 2 | 3), "600");
        assert_eq!(p(0xFFFF_FFFE), "-1");
        assert_eq!(p(0x3FE8_0000), "0.75");
        assert_eq!(p(0x4087_3000 | 1), "7.42");
    }

    #[test]
    fn texts_go_on_in_the_next_record_with_flags_of_its_own() {
        let first = [3, 0, 0, b'a', 4, 0, 0, b'x'];
        let first = [&[1, 0, 0, b'k'][..], &first[..4]].concat();
        let pieces = [&first[..], &[1, 0xF6, 0, b'n', 0], &[1, 0, 8, 1, 0][..3], &[1, 0, b'y', 9, 9, 9, 9]];
        let mut pieces = Pieces { pieces: &pieces, at: 0 };
        let mut texts = Vec::new();
        while let Some(text) = pieces.text() {
            texts.push(text);
        }
        assert_eq!(texts, ["k", "aön", "y"]);
    }
}
