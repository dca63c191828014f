//! The cells of one worksheet.

use quick_xml::events::{BytesStart, Event};

use super::super::archive::damaged;
use super::super::row::Row;
use super::super::values::Values;
use super::super::xml::{Xml, entity};
use super::super::{Flow, Interrupt, Limits, Sink, narrow};
use super::styles::Styles;
use super::texts::{Runs, unescaped};
use crate::error::{Error, Problem};

/// What the text of a cell is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    /// The number of a shared text.
    Shared,
    Inline,
    /// The text that a formula gives.
    Text,
    Truth,
    /// An error or a date, as it stands.
    AsItStands,
}

/// A cell under way.
#[derive(Debug, Default)]
struct Cell {
    kind: Kind,
    style: usize,
    column: Option<u64>,
    value: String,
    inline: Runs,
    /// The formula, where there is one.
    formula: Option<String>,
}

/// Where the text of an element goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Into {
    Nothing,
    Value,
    Inline,
    Formula,
}

/// Reads the cells of one worksheet.
pub(super) struct SheetReader<'w> {
    styles: &'w Styles,
    texts: &'w Values,
    from_1904: bool,
    limits: &'w Limits,
    interrupt: &'w dyn Interrupt,
    part: String,
    row: Row,
    cell: Cell,
}

impl<'w> SheetReader<'w> {
    pub(super) fn new(
        part: &str,
        styles: &'w Styles,
        texts: &'w Values,
        from_1904: bool,
        limits: &'w Limits,
        interrupt: &'w dyn Interrupt,
    ) -> Self {
        let part = part.to_owned();
        Self { styles, texts, from_1904, limits, interrupt, part, row: Row::default(), cell: Cell::default() }
    }

    pub(super) fn read(
        &mut self,
        xml: &mut Xml<'_, '_>,
        sink: &mut (impl Sink + ?Sized),
    ) -> Result<(), Error> {
        let (mut into, mut phonetic, mut in_data) = (Into::Nothing, false, false);
        loop {
            match xml.next()? {
                Event::Start(event) => match event.local_name().as_ref() {
                    "sheetData" => in_data = true,
                    _ if !in_data => {}
                    "row" => self.begin_row(&event)?,
                    "c" => self.begin_cell(&event)?,
                    "v" => into = Into::Value,
                    "t" if !phonetic => into = Into::Inline,
                    "f" => {
                        self.cell.formula.get_or_insert_default();
                        into = Into::Formula;
                    }
                    "r" => self.cell.inline.begin(),
                    "vertAlign" => self.cell.inline.align(&event),
                    "rPh" => phonetic = true,
                    _ => {}
                },
                Event::Empty(event) if in_data => match event.local_name().as_ref() {
                    "row" => self.begin_row(&event)?,
                    "c" => {
                        self.begin_cell(&event)?;
                        self.end_cell()?;
                    }
                    "f" => drop(self.cell.formula.get_or_insert_default()),
                    "vertAlign" => self.cell.inline.align(&event),
                    _ => {}
                },
                Event::End(event) if in_data => match event.local_name().as_ref() {
                    "row" if self.row.send(sink)? == Flow::Stop => return Ok(()),
                    "c" => self.end_cell()?,
                    "v" | "t" | "f" => into = Into::Nothing,
                    "rPh" => phonetic = false,
                    "sheetData" => in_data = false,
                    _ => {}
                },
                Event::Text(event) => self.cell.push(into, &event),
                Event::CData(event) => self.cell.push(into, &event),
                Event::GeneralRef(event) => self.cell.push(into, &entity(&event)),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn begin_row(&mut self, event: &BytesStart<'_>) -> Result<(), Error> {
        let mut line = self.row.line.saturating_add(1);
        for attribute in event.attributes().with_checks(false).flatten() {
            if attribute.key.as_ref() == "r" {
                line = attribute.value.trim().parse().map_err(|_| damaged(&self.part))?;
            }
        }
        self.row.begin(line);
        if line.is_multiple_of(1024) && self.interrupt.should_interrupt() {
            return Err(Problem::Cancelled.into());
        }
        Ok(())
    }

    fn begin_cell(&mut self, event: &BytesStart<'_>) -> Result<(), Error> {
        let cell = &mut self.cell;
        (cell.kind, cell.style, cell.column, cell.formula) = (Kind::Number, 0, None, None);
        cell.value.clear();
        cell.inline.clear();
        for attribute in event.attributes().with_checks(false).flatten() {
            match attribute.key.as_ref() {
                "r" => cell.column = Some(column(&attribute.value).ok_or_else(|| damaged(&self.part))?),
                "s" => cell.style = attribute.value.parse().unwrap_or(0),
                "t" => {
                    cell.kind = match attribute.value.as_ref() {
                        "s" => Kind::Shared,
                        "inlineStr" => Kind::Inline,
                        "str" => Kind::Text,
                        "b" => Kind::Truth,
                        "e" | "d" => Kind::AsItStands,
                        _ => Kind::Number,
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Writes the cell into its column.
    fn end_cell(&mut self) -> Result<(), Error> {
        let (row, cell) = (&mut self.row, &mut self.cell);
        let next = row.spans.len();
        let column = match cell.column {
            Some(column) => usize::try_from(column).unwrap_or(usize::MAX),
            None => next,
        };
        if column < next {
            // Cells are told from left to right, each once.
            return Err(damaged(&self.part));
        }
        row.skip_to(column, self.limits)?;
        let start = narrow(row.text.len());
        match cell.kind {
            Kind::Shared if !cell.value.is_empty() => {
                let text = cell.value.trim().parse().ok().and_then(|at| self.texts.find(at));
                row.text.push_str(text.ok_or_else(|| damaged(&self.part))?);
            }
            Kind::Shared => {}
            Kind::Inline => row.text.push_str(&cell.inline.take()),
            Kind::Text => row.text.push_str(&unescaped(std::mem::take(&mut cell.value))),
            Kind::Truth if cell.value.is_empty() => {}
            Kind::Truth => row.text.push_str(if cell.value.trim() == "0" { "FALSE" } else { "TRUE" }),
            Kind::AsItStands => row.text.push_str(cell.value.trim_end_matches("T00:00:00")),
            Kind::Number if !cell.value.is_empty() => {
                // Whether a number is a percentage, its style tells.
                let format = self.styles.format(cell.style).ok_or_else(|| damaged("styles"))?;
                format.show(&cell.value, self.from_1904, &mut row.text);
            }
            // A formula that no program has computed says what it would compute.
            Kind::Number => {
                if let Some(formula) = &cell.formula {
                    row.text.push('=');
                    row.text.push_str(formula);
                }
            }
        }
        row.end_cell(start);
        row.check(self.limits)
    }
}

impl Cell {
    fn push(&mut self, into: Into, text: &str) {
        match into {
            Into::Nothing => {}
            Into::Value => self.value.push_str(text),
            Into::Inline => self.inline.push(text),
            Into::Formula => self.formula.get_or_insert_default().push_str(text),
        }
    }
}

/// Reads the column of a reference such as `AB12`, from 0.
pub(super) fn column(reference: &str) -> Option<u64> {
    let letters = reference.bytes().filter(|byte| *byte != b'$').take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0_u64, |number, letter| {
        number.saturating_mul(26).saturating_add(u64::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    number.checked_sub(1)
}

/// Reads the row of a reference such as `AB12`.
pub(super) fn row(reference: &str) -> Option<u64> {
    let digits = reference.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '$');
    digits.parse().ok()
}
