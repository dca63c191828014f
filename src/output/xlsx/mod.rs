//! A run over many areas as an XLSX workbook: the areas with typed numbers, method and sources, and what was not read.
//!
//! The workbook is written block by block, so that a million areas need no second copy, on every core where there are
//! threads. Numbers are written as the decimals they are, never by way of a float; text is typed as text, so that no
//! cell can become a formula.

mod archive;
mod areas;
mod method;
mod part;
mod words;

use self::archive::{Archive, Piece};
use self::areas::{AreaRows, Layout};
use self::method::{method, reported, yardsticks};
use self::part::{Cell, Rows, begin, end};
use self::words::Words;
use super::Out;
use super::blocks::{Share, in_order};
use super::list::{About, Columns, FindingPart};
use super::report::Report;
use crate::areas::Rejected;
use crate::criteria::Language;
use crate::error::Error;
use crate::many::Run;
use crate::words::sentence;

/// Rows below the header that a sheet has room for; more areas go on in a further sheet.
const SHEET_ROWS: usize = 1_048_575;
/// Cells from which a sheet may grow beyond 4 GB and is announced as such.
const MANY_CELLS: usize = 20_000_000;

/// Writes the areas at `positions` as a workbook, with its words in a language.
///
/// The first sheet has one row for each area, with the columns that are chosen or else these: code, name, municipality,
/// designation, verdict, and for each criterion the percentage, the count and its total (persons for a plain count), the
/// distance, the outcome and its certainty. Then come a sheet of method and sources, and one of what was not read, if
/// there is any.
///
/// # Errors
/// Those of `out`, and `too-large` for a part that the format has no room for.
pub fn xlsx(
    run: &Run,
    positions: impl ExactSizeIterator<Item = usize>,
    language: Language,
    columns: Option<&Columns>,
    out: Out<'_>,
) -> Result<(), Error> {
    workbook(run, positions, language, columns, None, out)
}

/// Writes the areas at `positions` as a workbook, as [`xlsx`] does, with a report on them in the sheet of method and sources.
///
/// # Errors
/// Those of [`xlsx`].
pub fn xlsx_report(
    run: &Run,
    positions: impl ExactSizeIterator<Item = usize>,
    language: Language,
    report: &Report,
    out: Out<'_>,
) -> Result<(), Error> {
    workbook(run, positions, language, None, Some(report), out)
}

fn workbook(
    run: &Run,
    mut positions: impl ExactSizeIterator<Item = usize>,
    language: Language,
    columns: Option<&Columns>,
    report: Option<&Report>,
    out: Out<'_>,
) -> Result<(), Error> {
    use About::{Code, Designated, Municipality, MunicipalityName, Name, Verdict};
    use FindingPart::{Certainty, Distance, Figure, Outcome, Percent};

    let words = Words::of(language);
    let usual = Columns::of(
        run.set(),
        &[Code, Name, Municipality, MunicipalityName, Designated, Verdict],
        &[Percent, Figure, Distance, Outcome, Certainty],
    );
    let layout = Layout::new(run.set(), columns.unwrap_or(&usual), words, language);
    let mut archive = Archive::new(out);
    let chosen = positions.len();
    let area_sheets = chosen.div_ceil(SHEET_ROWS).max(1);
    let rejected = run.joined.rejected.entries();
    for (name, text) in part::frame(&sheet_names(words, area_sheets, !rejected.is_empty())) {
        archive.begin(name, false)?;
        archive.text(text.as_bytes())?;
        archive.end()?;
    }
    let titles = &layout.titles;
    let widths: Vec<u32> = titles.iter().map(|(_, width)| *width).collect();
    for nth in 1..=area_sheets {
        let rows = positions.len().min(SHEET_ROWS);
        archive.begin(&sheet(nth), (rows + 1) * titles.len() > MANY_CELLS)?;
        archive.text(begin(&widths, Some(layout.frozen)).as_bytes())?;
        let mut header = Rows::new(&mut archive);
        header.row(titles.iter().map(|(title, _)| Cell::Header(title)))?;
        header.finish()?;
        let writer = || {
            let mut rows = AreaRows::new(run, language, &layout);
            move |share: &Share, piece: &mut Piece| rows.share(share, piece)
        };
        in_order(positions.by_ref().take(rows), writer, |piece| archive.piece(piece))?;
        archive.text(end(titles.len(), rows + 1).as_bytes())?;
        archive.end()?;
    }
    archive.begin(&sheet(area_sheets + 1), false)?;
    archive.text(begin(&[34, 60, 22, 22, 22, 60], None).as_bytes())?;
    let mut rows = Rows::new(&mut archive);
    if let Some(report) = report {
        reported(&mut rows, report)?;
    }
    method(&mut rows, run, chosen, words, language)?;
    if report.is_none() {
        yardsticks(&mut rows, run, words, language)?;
    }
    rows.finish()?;
    archive.text(end(0, 0).as_bytes())?;
    archive.end()?;
    if !rejected.is_empty() {
        not_read(&mut archive, area_sheets + 2, rejected, language)?;
    }
    archive.finish()
}

fn sheet(nth: usize) -> String {
    format!("xl/worksheets/sheet{nth}.xml")
}

fn sheet_names(words: &Words, area_sheets: usize, not_read: bool) -> Vec<String> {
    let areas = |nth: usize| {
        if nth == 1 { words.areas.to_owned() } else { format!("{} {nth}", words.areas) }
    };
    let mut names: Vec<String> = (1..=area_sheets).map(areas).collect();
    names.push(words.method.to_owned());
    if not_read {
        names.push(words.not_read.to_owned());
    }
    names
}

/// Writes the sheet of what was not read.
fn not_read(
    archive: &mut Archive<'_>,
    nth: usize,
    rejected: &[Rejected],
    language: Language,
) -> Result<(), Error> {
    let words = Words::of(language);
    let optional = |text| Option::map_or(text, Cell::Empty, Cell::Text);
    archive.begin(&sheet(nth), false)?;
    archive.text(begin(&[28, 16, 10, 28, 44, 60], Some(0)).as_bytes())?;
    let mut rows = Rows::new(archive);
    rows.row(words.rejected.iter().map(|title| Cell::Header(title)))?;
    for entry in rejected.iter().take(SHEET_ROWS) {
        let place = &entry.place;
        rows.row([
            optional(place.file.as_deref()),
            optional(place.sheet.as_deref()),
            place.line.map_or(Cell::Empty, Cell::Whole),
            optional(place.column.as_deref()),
            Cell::Text(&sentence(&entry.problem, language)),
            Cell::Text(&entry.text),
        ])?;
    }
    rows.finish()?;
    archive.text(end(words.rejected.len(), rejected.len().min(SHEET_ROWS) + 1).as_bytes())?;
    archive.end()
}
