//! XLS workbooks of Excel 5 to 2003, record by record.
//!
//! Read here rather than by a spreadsheet crate for the reasons of `xlsx`, and because a crate's range of cells is as
//! large as the file claims: two cells in opposite corners are a hundred gigabytes.
//!
//! [`compound`] finds the workbook's stream in its container, [`records`] cuts it into records, [`workbook`] reads what is
//! said of all sheets, [`texts`] the texts that cells refer to, and [`sheet`] the cells.

pub(super) mod compound;
mod records;
mod sheet;
#[cfg(test)]
mod tests;
mod texts;
mod workbook;

use self::compound::Compound;
use self::sheet::Cells;
use self::workbook::{Sheet, Workbook};
use super::archive::damaged;
use super::budget::Budget;
use super::{Flow, Format, Interrupt, Limits, Sink, TableInfo};
use crate::error::{Error, OtherFormat, Problem};

/// The stream with the workbook, in the file and in errors; Excel 5 and 95 call it `Book`.
const PART: &str = "Workbook";

/// Reads all worksheets of a workbook, the hidden ones after the visible ones.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    (limits, budget): (&Limits, &Budget),
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let compound = Compound::open(bytes).ok_or_else(|| damaged(PART))?;
    if compound.has("EncryptedPackage") {
        return Err(Problem::Encrypted.into());
    }
    let Some(part) = [PART, "Book"].into_iter().find(|part| compound.has(part)) else {
        let is_text = compound.has("WordDocument");
        let format = if is_text { OtherFormat::TextDocument } else { OtherFormat::OfficeDocument };
        return Err(Problem::OtherFormat { format }.into());
    };
    let stream = compound.stream(part).ok_or_else(|| damaged(PART))?;
    drop(compound);
    let workbook = Workbook::read(&stream, budget)?;
    let (hidden, visible): (Vec<_>, Vec<_>) = workbook.sheets.iter().partition(|sheet| sheet.hidden);
    for sheet in visible.into_iter().chain(hidden) {
        read_sheet(file, &stream, (&workbook, sheet), (limits, budget), interrupt, sink).map_err(
            |mut error| {
                let place = error.place.get_or_insert_default();
                place.sheet.get_or_insert_with(|| sheet.name.clone());
                error
            },
        )?;
    }
    Ok(())
}

fn read_sheet(
    file: &str,
    stream: &[u8],
    (workbook, sheet): (&Workbook, &Sheet),
    (limits, budget): (&Limits, &Budget),
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    budget.member()?;
    let records = stream.get(sheet.start..).ok_or_else(|| damaged(PART))?;
    let mut cells = Cells::read(records, workbook, budget, interrupt)?;
    let info = TableInfo {
        sheet: Some(sheet.name.clone()),
        hidden: sheet.hidden,
        doubles: true,
        merges: std::mem::take(&mut cells.merges).into(),
        ..TableInfo::of(file, Format::Xls)
    };
    if sink.table(&info)? == Flow::Continue {
        cells.send(limits, interrupt, sink)?;
    }
    Ok(())
}
