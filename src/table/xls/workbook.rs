//! What a workbook says of all its sheets.

use std::collections::{BTreeMap, BTreeSet};

use super::super::archive::damaged;
use super::super::budget::Budget;
use super::super::format::NumberFormat;
use super::super::values::Values;
use super::PART;
use super::compound::{half, word};
use super::records::Records;
use super::texts::{Pieces, text};
use crate::error::{Error, Problem};

/// What the workbook says of itself.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<Sheet>,
    formats: Vec<NumberFormat>,
    /// For each style the place of its format.
    styles: Vec<usize>,
    plain: NumberFormat,
    pub(super) texts: Values,
    pub(super) from_1904: bool,
    /// Whether texts are in bytes of Windows-1252, as before Excel 97.
    pub(super) bytes: bool,
}

/// One worksheet.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) start: usize,
    pub(super) hidden: bool,
}

impl Workbook {
    pub(super) fn read(stream: &[u8], budget: &Budget) -> Result<Self, Error> {
        let mut workbook = Self::default();
        let (mut codes, mut ids, mut pieces) = (BTreeMap::new(), Vec::new(), Vec::new());
        let (mut fonts, mut raised) = (0_u16, BTreeSet::new());
        let mut in_texts = false;
        let mut records = Records::new(stream, budget);
        loop {
            let (kind, data) = records.next()?;
            in_texts &= kind == 0x003C;
            match kind {
                // BOF
                0x0809 => workbook.bytes = half(data, 0).is_some_and(|version| version < 0x0600),
                // FILEPASS
                0x002F => return Err(Problem::Encrypted.into()),
                // DATEMODE
                0x0022 => workbook.from_1904 = half(data, 0) == Some(1),
                // BOUNDSHEET
                0x0085 => {
                    let (sheet, has_cells) = workbook.sheet(data).ok_or_else(|| damaged(PART))?;
                    workbook.sheets.extend(has_cells.then_some(sheet));
                }
                // FORMAT
                0x041E => {
                    let id = half(data, 0).map(u32::from);
                    let code = text(data.get(2..).unwrap_or_default(), workbook.bytes, workbook.bytes);
                    if let (Some(id), Some(code)) = (id, code) {
                        codes.insert(id, NumberFormat::parse(&code));
                    }
                }
                // FONT, of which there is none with the number 4
                0x0031 => {
                    if half(data, 8) == Some(1) {
                        raised.insert(fonts);
                    }
                    fonts = if fonts == 3 { 5 } else { fonts.saturating_add(1) };
                }
                // XF
                0x00E0 => ids.push(half(data, 2).map_or(0, u32::from)),
                // SST
                0x00FC => {
                    in_texts = true;
                    pieces.push(data.get(8..).unwrap_or_default());
                }
                // CONTINUE
                0x003C if in_texts => pieces.push(data),
                // EOF
                0x000A => break,
                _ => {}
            }
        }
        let mut places = BTreeMap::new();
        for id in ids {
            let place = *places.entry(id).or_insert_with(|| {
                let format = codes.get(&id).cloned().unwrap_or_else(|| NumberFormat::built_in(id));
                workbook.formats.push(format);
                workbook.formats.len() - 1
            });
            workbook.styles.push(place);
        }
        let mut pieces = Pieces::new(&pieces, &raised);
        while let Some(text) = pieces.text() {
            budget.elements(1)?;
            workbook.texts.push(&text);
        }
        Ok(workbook)
    }

    /// Reads what is said of a sheet, and whether it has cells, as charts and macros have none; `None` where it can't be read.
    fn sheet(&self, data: &[u8]) -> Option<(Sheet, bool)> {
        let start = usize::try_from(word(data, 0)?).ok()?;
        let (state, kind) = (*data.get(4)?, *data.get(5)?);
        let name = text(data.get(6..)?, true, self.bytes)?;
        Some((Sheet { name, start, hidden: state & 3 != 0 }, kind == 0))
    }

    /// Returns the format of a style; the plain one where there is no such style.
    pub(super) fn format(&self, style: Option<u16>) -> &NumberFormat {
        let place = style.and_then(|style| self.styles.get(usize::from(style)));
        place.and_then(|place| self.formats.get(*place)).unwrap_or(&self.plain)
    }
}
