//! The cells of one worksheet, kept until all are read: they may stand in any order, and merged ranges behind them.

use super::super::archive::damaged;
use super::super::budget::Budget;
use super::super::row::Row;
use super::super::{Flow, Interrupt, Limits, Merge, Sink, narrow};
use super::PART;
use super::compound::{half, word};
use super::records::{Records, double, packed};
use super::texts::text;
use super::workbook::Workbook;
use crate::error::{Error, Problem};

/// As many columns a worksheet of these versions has.
const COLUMNS: u16 = 256;

/// The cells of a worksheet.
#[derive(Debug, Default)]
pub(super) struct Cells {
    text: String,
    /// Row, column and the place of the text, in the order of the file.
    places: Vec<(u16, u16, u32, u32)>,
    pub(super) merges: Vec<Merge>,
}

impl Cells {
    /// Reads all records of a sheet, up to the one that ends it.
    pub(super) fn read(
        stream: &[u8],
        workbook: &Workbook,
        budget: &Budget,
        interrupt: &dyn Interrupt,
    ) -> Result<Self, Error> {
        let mut cells = Self::default();
        let mut records = Records::new(stream, budget);
        let (mut depth, mut formula) = (0_u32, None);
        let mut number = String::new();
        for count in 0_u64.. {
            if count.is_multiple_of(65_536) && interrupt.should_interrupt() {
                return Err(Problem::Cancelled.into());
            }
            let (kind, data) = records.next()?;
            match kind {
                // BOF: a chart within the sheet has its own.
                0x0809 => depth += 1,
                _ if depth == 0 => return Err(damaged(PART)),
                // EOF
                0x000A => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                _ if depth != 1 => {}
                // STRING: the text that the formula before gives.
                0x0207 => {
                    if let Some((row, column)) = formula.take() {
                        let text = text(data, false, workbook.bytes).ok_or_else(|| damaged(PART))?;
                        cells.push(row, column, &text)?;
                    }
                }
                // MULRK: several numbers side by side.
                0x00BD => {
                    let (row, first) = place(data)?;
                    let numbers = data.get(4..).unwrap_or_default().chunks_exact(6);
                    for (column, cell) in (first..=COLUMNS).zip(numbers) {
                        let value = word(cell, 2).and_then(packed).ok_or_else(|| damaged(PART))?;
                        number.clear();
                        workbook.format(half(cell, 0)).show(&value, workbook.from_1904, &mut number);
                        cells.push(row, column, &number)?;
                    }
                }
                // MERGEDCELLS
                0x00E5 => {
                    cells.merges.extend(data.get(2..).unwrap_or_default().chunks_exact(8).filter_map(merge));
                }
                // LABELSST, LABEL, RSTRING, NUMBER, RK, BOOLERR, FORMULA
                0x00FD | 0x0204 | 0x00D6 | 0x0203 | 0x027E | 0x0205 | 0x0006 => {
                    let (row, column) = place(data)?;
                    let value = data.get(6..).ok_or_else(|| damaged(PART))?;
                    number.clear();
                    match told(kind, value, workbook).ok_or_else(|| damaged(PART))? {
                        Told::Text(text) => cells.push(row, column, &text)?,
                        Told::Fixed(text) => cells.push(row, column, text)?,
                        Told::Number(value) => {
                            workbook.format(half(data, 4)).show(&value, workbook.from_1904, &mut number);
                            cells.push(row, column, &number)?;
                        }
                        Told::Later => formula = Some((row, column)),
                        Told::Nothing => {}
                    }
                }
                _ => {}
            }
        }
        Ok(cells)
    }

    fn push(&mut self, row: u16, column: u16, text: &str) -> Result<(), Error> {
        if column >= COLUMNS {
            return Err(damaged(PART));
        }
        let start = narrow(self.text.len());
        self.text.push_str(text);
        self.places.push((row, column, start, narrow(self.text.len())));
        Ok(())
    }

    /// Hands the rows over from top to bottom; of a cell that is told twice the later stands, as in Excel.
    pub(super) fn send(
        mut self,
        limits: &Limits,
        interrupt: &dyn Interrupt,
        sink: &mut (impl Sink + ?Sized),
    ) -> Result<(), Error> {
        self.places.sort_by_key(|(row, column, ..)| (*row, *column));
        let mut row = Row::default();
        for (at, column, start, end) in &self.places {
            let line = u64::from(*at) + 1;
            if line != row.line {
                if line.is_multiple_of(1024) && interrupt.should_interrupt() {
                    return Err(Problem::Cancelled.into());
                }
                if row.send(sink)? == Flow::Stop {
                    return Ok(());
                }
                row.begin(line);
            }
            row.set(usize::from(*column), super::super::slice(&self.text, (*start, *end)), limits)?;
        }
        row.send(sink).map(drop)
    }
}

/// What a record tells of a cell.
enum Told {
    Text(String),
    Fixed(&'static str),
    Number(String),
    /// A text that the next record tells.
    Later,
    Nothing,
}

/// Reads what stands behind a cell's place and style; `None` where it can't be read.
fn told(kind: u16, value: &[u8], workbook: &Workbook) -> Option<Told> {
    Some(match kind {
        // LABELSST
        0x00FD => Told::Text(workbook.texts.find(word(value, 0)?.into())?.to_owned()),
        // LABEL and RSTRING
        0x0204 | 0x00D6 => Told::Text(text(value, false, workbook.bytes)?),
        // NUMBER
        0x0203 => Told::Number(double(*value.first_chunk()?)),
        // RK
        0x027E => Told::Number(packed(word(value, 0)?)?),
        // BOOLERR: the second byte tells an error.
        0x0205 => match value {
            [code, 0, ..] => Told::Fixed(truth(*code)),
            [code, ..] => Told::Fixed(error(*code)),
            [] => return None,
        },
        // FORMULA with the value that was computed last.
        _ => match value {
            [0, _, _, _, _, _, 0xFF, 0xFF, ..] => Told::Later,
            [1, _, code, _, _, _, 0xFF, 0xFF, ..] => Told::Fixed(truth(*code)),
            [2, _, code, _, _, _, 0xFF, 0xFF, ..] => Told::Fixed(error(*code)),
            [_, _, _, _, _, _, 0xFF, 0xFF, ..] => Told::Nothing,
            _ => Told::Number(double(*value.first_chunk()?)),
        },
    })
}

fn truth(code: u8) -> &'static str {
    if code == 0 { "FALSE" } else { "TRUE" }
}

/// Returns how a spreadsheet shows an error.
fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

/// Reads a cell's row and column.
fn place(data: &[u8]) -> Result<(u16, u16), Error> {
    half(data, 0).zip(half(data, 2)).ok_or_else(|| damaged(PART))
}

/// Reads a merged range; `None` for one cell.
fn merge(data: &[u8]) -> Option<Merge> {
    let number = |at| half(data, at);
    let merge = Merge {
        first_line: u64::from(number(0)?) + 1,
        last_line: u64::from(number(2)?) + 1,
        first_column: number(4)?.into(),
        last_column: number(6)?.into(),
    };
    let several = merge.last_line > merge.first_line || merge.last_column > merge.first_column;
    several.then_some(merge)
}
