//! XLSX workbooks, cell by cell.
//!
//! Read here rather than by a spreadsheet crate because the cell's format decides what its number says (`0.582` shown as
//! 58,2 %), because its digits are wanted and not a double, and because every part is inflated within a budget and to its
//! end, where its checksum must hold.
//!
//! [`parts`] finds the parts by their relationships, [`texts`] and [`styles`] read what cells refer to, [`merges`] which
//! cells are one, and [`sheet`] the cells.
#![expect(clippy::wildcard_enum_match_arm, reason = "of all that XML may hold only a few elements matter")]

mod merges;
mod parts;
mod sheet;
mod styles;
#[cfg(test)]
mod tests;
mod texts;

use self::parts::Relations;
use self::sheet::SheetReader;
use self::styles::Styles;
use super::archive::{Archive, damaged};
use super::values::Values;
use super::xml::{Xml, attribute};
use super::{Flow, Format, Interrupt, Limits, Sink, TableInfo};
use crate::error::{Error, OtherFormat, Problem};

/// Tells whether an archive is a document of Office Open XML, of whatever kind.
pub(super) fn is_office(archive: &Archive<'_>) -> bool {
    archive.has("[Content_Types].xml") || archive.has("xl/workbook.xml")
}

/// Reads all worksheets of a workbook, the hidden ones after the visible ones.
pub(super) fn read(
    file: &str,
    archive: &mut Archive<'_>,
    limits: &Limits,
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let budget = archive.budget();
    let part = parts::workbook(archive)?;
    let relations = Relations::read(archive, &parts::relations_of(&part))?.ok_or_else(|| damaged(&part))?;
    let workbook = Workbook::read(archive, &part, &relations)?;
    let styles = match relations.of_kind("styles") {
        Some(part) => Styles::read(archive, part)?,
        None => Styles::default(),
    };
    let texts = match relations.of_kind("sharedStrings") {
        // Without a text there may be no part of them; a cell that refers to one tells.
        Some(part) if archive.has(part) => texts::read(archive, part)?,
        Some(_) | None => Values::default(),
    };
    let (hidden, visible): (Vec<_>, Vec<_>) = workbook.sheets.iter().partition(|sheet| sheet.hidden);
    for sheet in visible.into_iter().chain(hidden) {
        let (member, merges) = merges::member(archive, &sheet.path).map_err(|error| sheet.placed(error))?;
        let info = TableInfo {
            sheet: Some(sheet.name.clone()),
            hidden: sheet.hidden,
            doubles: true,
            merges: merges.into(),
            ..TableInfo::of(file, Format::Xlsx)
        };
        if sink.table(&info)? == Flow::Stop {
            continue;
        }
        let mut xml = Xml::new(&sheet.path, member, budget);
        let from_1904 = workbook.from_1904;
        let mut reader = SheetReader::new(&sheet.path, &styles, &texts, from_1904, limits, interrupt);
        reader.read(&mut xml, sink).map_err(|error| sheet.placed(error))?;
    }
    Ok(())
}

/// What the workbook says of itself.
#[derive(Debug, Default)]
struct Workbook {
    sheets: Vec<Sheet>,
    from_1904: bool,
}

/// One worksheet.
#[derive(Debug)]
struct Sheet {
    name: String,
    path: String,
    hidden: bool,
}

impl Sheet {
    fn placed(&self, mut error: Error) -> Error {
        let place = error.place.get_or_insert_default();
        place.sheet.get_or_insert_with(|| self.name.clone());
        error
    }
}

impl Workbook {
    fn read(archive: &mut Archive<'_>, part: &str, relations: &Relations) -> Result<Self, Error> {
        let budget = archive.budget();
        let (mut workbook, mut is_workbook) = (Self::default(), false);
        Xml::open(archive, part)?.each(&mut |event| {
            match event.local_name().as_ref() {
                "workbook" => is_workbook = true,
                // An extension's element of the same name says nothing of dates.
                "workbookPr" => {
                    if let Some(value) = attribute(event, "date1904") {
                        workbook.from_1904 = value == "1" || value == "true";
                    }
                }
                "sheet" if is_workbook => {
                    let relation = attribute(event, "id").and_then(|id| relations.by_id(&id));
                    let relation = relation.ok_or_else(|| damaged(part))?;
                    // Charts and dialogs are sheets without cells.
                    if relation.kind == "worksheet" {
                        budget.member()?;
                        let name = texts::unescaped(attribute(event, "name").unwrap_or_default());
                        let hidden = attribute(event, "state").is_some_and(|state| state != "visible");
                        workbook.sheets.push(Sheet { name, path: relation.path.clone(), hidden });
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        if is_workbook { Ok(workbook) } else { Err(other(OtherFormat::OfficeDocument)) }
    }
}

fn other(format: OtherFormat) -> Error {
    Problem::OtherFormat { format }.into()
}
