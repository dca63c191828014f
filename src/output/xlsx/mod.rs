//! A run over many areas as an XLSX workbook: the areas with typed numbers, method and sources, and what was not read.
//!
//! The workbook is written piece by piece, so that a million areas need no second copy. Numbers are written as the
//! decimals they are, never by way of a float; text is typed as text, so that no cell can become a formula.

mod part;
mod words;

use std::cell::RefCell;
use std::io::{self, Write};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use self::part::{Cell, Rows, begin, end};
use self::words::Words;
use crate::areas::{Source, Understanding};
use crate::criteria::{CriteriaSet, Criterion, Language, Unit};
use crate::error::{Error, Problem, Quantity};
use crate::many::{Row, Run};
use crate::table::wide;
use crate::words::{certainty, headings, outcome, sentence, verdict};

/// Rows below the header that a sheet has room for; more areas go on in a further sheet.
const SHEET_ROWS: usize = 1_048_575;
/// Cells from which a sheet may grow beyond 4 GB and is announced as such.
const MANY_CELLS: usize = 20_000_000;
/// Bytes that are gathered before they are handed on.
const PIECE: usize = 1 << 16;

/// Takes the next bytes of the file.
pub type OutBytes<'a> = &'a mut dyn FnMut(&[u8]) -> Result<(), Error>;

/// Writes the areas at `positions` as a workbook, with its words in a language.
///
/// The first sheet has one row for each area: code, name, municipality, designation, verdict, and for each criterion the
/// percentage, the count and its total (persons for a plain count), the distance, the outcome and its certainty. Then
/// come a sheet of method and sources, and one of what was not read, if there is any.
///
/// # Errors
/// Those of `out`, and `too-large` for a part that the format has no room for.
pub fn xlsx(
    run: &Run,
    positions: impl ExactSizeIterator<Item = usize>,
    language: Language,
    out: OutBytes<'_>,
) -> Result<(), Error> {
    let failure = RefCell::new(None);
    let pieces = Pieces { gathered: Vec::with_capacity(2 * PIECE), out, failure: &failure };
    let written = write(run, positions, language, ZipWriter::new_stream(pieces));
    match (written, failure.into_inner()) {
        (Ok(()), None) => Ok(()),
        (_, Some(error)) => Err(error),
        (Err(_), None) => Err(Problem::TooLarge { what: Quantity::Bytes, limit: u64::from(u32::MAX) }.into()),
    }
}

/// Hands bytes on in pieces, and keeps the error with which they were refused.
struct Pieces<'a> {
    gathered: Vec<u8>,
    out: OutBytes<'a>,
    failure: &'a RefCell<Option<Error>>,
}

impl Pieces<'_> {
    fn hand_on(&mut self) -> io::Result<()> {
        let handed = (self.out)(&self.gathered);
        self.gathered.clear();
        handed.map_err(|error| {
            *self.failure.borrow_mut() = Some(error);
            io::Error::other("the bytes were not taken")
        })
    }
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.gathered.extend_from_slice(bytes);
        if self.gathered.len() >= PIECE {
            self.hand_on()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.gathered.is_empty() { Ok(()) } else { self.hand_on() }
    }
}

type Archive<'a> = ZipWriter<StreamWriter<Pieces<'a>>>;

fn write(
    run: &Run,
    mut positions: impl ExactSizeIterator<Item = usize>,
    language: Language,
    mut archive: Archive<'_>,
) -> io::Result<()> {
    let words = Words::of(language);
    let chosen = positions.len();
    let area_sheets = chosen.div_ceil(SHEET_ROWS).max(1);
    let mut names: Vec<String> = (1..=area_sheets)
        .map(|nth| if nth == 1 { words.areas.to_owned() } else { format!("{} {nth}", words.areas) })
        .collect();
    names.push(words.method.to_owned());
    let rejected = run.joined.rejected.entries();
    if !rejected.is_empty() {
        names.push(words.not_read.to_owned());
    }
    for (name, text) in part::frame(&names) {
        archive.start_file(name, options(false))?;
        archive.write_all(text.as_bytes())?;
    }
    let header = header(run.set(), words, language);
    for nth in 1..=area_sheets {
        let rows = positions.len().min(SHEET_ROWS);
        start_sheet(&mut archive, nth, (rows + 1) * header.len() > MANY_CELLS)?;
        let widths: Vec<u32> = header.iter().map(|(_, width)| *width).collect();
        archive.write_all(begin(&widths, Some(2)).as_bytes())?;
        let mut sheet = Rows::new(&mut archive);
        sheet.row(header.iter().map(|(title, _)| Cell::Header(title)))?;
        for row in positions.by_ref().take(rows).filter_map(|position| run.row(position)) {
            area(&mut sheet, run.set(), &row, (words, language))?;
        }
        sheet.finish()?;
        archive.write_all(end(header.len(), rows + 1).as_bytes())?;
    }
    start_sheet(&mut archive, area_sheets + 1, false)?;
    archive.write_all(begin(&[34, 60, 22, 22, 22, 60], None).as_bytes())?;
    let mut sheet = Rows::new(&mut archive);
    method(&mut sheet, run, chosen, words, language)?;
    sheet.finish()?;
    archive.write_all(end(0, 0).as_bytes())?;
    if !rejected.is_empty() {
        start_sheet(&mut archive, area_sheets + 2, false)?;
        archive.write_all(begin(&[28, 16, 10, 28, 44, 60], Some(0)).as_bytes())?;
        let mut sheet = Rows::new(&mut archive);
        sheet.row(words.rejected.iter().map(|title| Cell::Header(title)))?;
        for entry in rejected.iter().take(SHEET_ROWS) {
            let place = &entry.place;
            sheet.row(
                [
                    optional(place.file.as_deref()),
                    optional(place.sheet.as_deref()),
                    place.line.map_or(Cell::Empty, Cell::Whole),
                    optional(place.column.as_deref()),
                    Cell::Text(&sentence(&entry.problem, language)),
                    Cell::Text(&entry.text),
                ]
                .into_iter(),
            )?;
        }
        sheet.finish()?;
        archive.write_all(end(words.rejected.len(), rejected.len().min(SHEET_ROWS) + 1).as_bytes())?;
    }
    archive.finish()?.into_inner().flush()
}

fn options(large: bool) -> SimpleFileOptions {
    // Fast rather than small: XML this regular shrinks to a tenth at once, and a person waits for it.
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1))
        .large_file(large)
}

fn start_sheet(archive: &mut Archive<'_>, nth: usize, large: bool) -> io::Result<()> {
    Ok(archive.start_file(format!("xl/worksheets/sheet{nth}.xml"), options(large))?)
}

fn optional(text: Option<&str>) -> Cell<'_> {
    text.map_or(Cell::Empty, Cell::Text)
}

fn prose(text: Option<&str>) -> Cell<'_> {
    text.map_or(Cell::Empty, Cell::Prose)
}

/// Returns the titles of the columns of areas, and how wide they are.
fn header(set: &CriteriaSet, words: &Words, language: Language) -> Vec<(String, u32)> {
    let headings = headings(language);
    let mut header: Vec<(String, u32)> = words
        .area
        .iter()
        .chain([&headings.verdict])
        .zip([12, 28, 9, 18, 12, 16])
        .map(|(title, width)| ((*title).to_owned(), width))
        .collect();
    for criterion in &set.criteria {
        let label = criterion.label.of(language);
        let parts: &[&str] = match criterion.unit {
            Unit::Percent => &[headings.percent, headings.count, headings.total, words.points],
            Unit::Persons => &[headings.count, words.persons],
        };
        let parts = parts.iter().chain([&headings.outcome, &headings.certainty]);
        header.extend(parts.map(|part| (format!("{label}, {part}"), 15)));
    }
    header
}

fn area<W: Write>(
    sheet: &mut Rows<'_, W>,
    set: &CriteriaSet,
    row: &Row,
    (words, language): (&Words, Language),
) -> io::Result<()> {
    let designated = row
        .designated
        .map_or(Cell::Empty, |designated| Cell::Text(if designated { words.yes } else { words.no }));
    let mut cells = vec![
        optional(row.code.as_deref()),
        optional(row.name.as_deref()),
        optional(row.municipality.as_deref()),
        optional(row.municipality_name.as_deref()),
        designated,
        Cell::Text(verdict(row.assessment.verdict, language)),
    ];
    for (criterion, finding) in set.criteria.iter().zip(&row.assessment.findings) {
        let figure = finding.figure.as_deref();
        let number = |text: Option<&str>| text.map_or(Cell::Empty, |text| Cell::Number(text.to_owned()));
        let decimal = |decimal: Option<crate::figure::Decimal>| {
            decimal.map_or(Cell::Empty, |decimal| Cell::Number(decimal.to_string()))
        };
        match (criterion.unit, figure.and_then(|figure| figure.split_once('/'))) {
            (Unit::Percent, Some((count, total))) => {
                cells.extend([decimal(finding.percent), number(Some(count)), number(Some(total))]);
            }
            (Unit::Percent, None) => cells.extend([number(figure), Cell::Empty, Cell::Empty]),
            (Unit::Persons, _) => cells.push(number(figure)),
        }
        cells.push(decimal(finding.distance));
        cells.push(Cell::Text(outcome(finding.outcome, language)));
        cells.push(finding.certainty.map_or(Cell::Empty, |sure| Cell::Text(certainty(sure, language))));
    }
    sheet.row(cells.into_iter())
}

/// Writes what the areas were measured by, how that was read, where the figures came from, and how they are written.
fn method<W: Write>(
    sheet: &mut Rows<'_, W>,
    run: &Run,
    chosen: usize,
    words: &Words,
    language: Language,
) -> io::Result<()> {
    let (set, reading, totals) = (run.set(), run.reading(), run.totals());
    let (tie, require) = words.reading(reading, set.criteria.len());
    sheet.row([Cell::Header(words.title)].into_iter())?;
    let pairs = [
        (words.set, set.name.of(language)),
        (words.set_id, set.id.as_str()),
        (words.date, set.date.as_str()),
        (words.hash, set.hash.as_str()),
        (words.source, set.source.text.of(language)),
        (words.quote, set.source.quote.as_deref().unwrap_or_default()),
        (words.url, set.source.url.as_deref().unwrap_or_default()),
        (words.tie, tie),
        (words.require, &require),
        (words.program, concat!("Tröskel ", env!("CARGO_PKG_VERSION"))),
    ];
    for (name, text) in pairs.into_iter().filter(|(_, text)| !text.is_empty()) {
        sheet.row([Cell::Prose(name), Cell::Prose(text)].into_iter())?;
    }
    sheet.blank();
    sheet.row(words.criteria.iter().map(|title| Cell::Header(title)))?;
    for criterion in &set.criteria {
        criterion_row(sheet, criterion, words, language)?;
    }
    sheet.blank();
    let counts = [
        (words.all_areas, totals.areas),
        (words.meets, totals.meets),
        (words.does_not_meet, totals.does_not_meet),
        (words.undetermined, totals.undetermined),
        (words.rows_rejected, totals.rejected),
        (words.areas_here, wide(chosen)),
    ];
    for (name, count) in counts {
        sheet.row([Cell::Prose(name), Cell::Whole(count)].into_iter())?;
    }
    sheet.blank();
    sheet.row(words.files.iter().map(|title| Cell::Header(title)))?;
    for table in &run.joined.tables {
        table_rows(sheet, set, table, language)?;
    }
    sheet.blank();
    for note in words.notes {
        sheet.row([Cell::Text(note)].into_iter())?;
    }
    Ok(())
}

fn criterion_row<W: Write>(
    sheet: &mut Rows<'_, W>,
    criterion: &Criterion,
    words: &Words,
    language: Language,
) -> io::Result<()> {
    let cited = |source: &crate::criteria::Source| {
        let quote = source.quote.as_ref().map(|quote| format!(": ”{quote}”")).unwrap_or_default();
        format!("{}{quote}", source.text.of(language))
    };
    let average = criterion.national_average.as_ref();
    let source = match average {
        Some(average) if average.source != criterion.threshold.source => {
            format!("{}; {}", cited(&criterion.threshold.source), cited(&average.source))
        }
        Some(_) | None => cited(&criterion.threshold.source),
    };
    sheet.row(
        [
            Cell::Prose(criterion.label.of(language)),
            Cell::Prose(criterion.definition.of(language)),
            Cell::Prose(words.side(criterion)),
            Cell::Number(criterion.threshold.value.to_string()),
            average.map_or(Cell::Empty, |average| Cell::Number(average.value.to_string())),
            Cell::Prose(&source),
        ]
        .into_iter(),
    )
}

/// Writes where a table has its areas and each of its measures.
fn table_rows<W: Write>(
    sheet: &mut Rows<'_, W>,
    set: &CriteriaSet,
    table: &Understanding,
    language: Language,
) -> io::Result<()> {
    let areas = table.area.as_ref().map(|area| area.columns.join(", ")).unwrap_or_default();
    let file = (table.table.file.as_str(), table.table.sheet.as_deref());
    if table.measures.is_empty() {
        return sheet.row([Cell::Prose(file.0), Cell::Prose(&areas), prose(file.1)].into_iter());
    }
    for measure in &table.measures {
        let label = set.criterion(&measure.criterion).map(|(_, criterion)| criterion.label.of(language));
        let columns = match &measure.from {
            Source::Percent { column, .. } | Source::Amount { column } => column.clone(),
            Source::Count { columns, totals } => format!("{} / {}", columns.join(" + "), totals.join(" + ")),
            Source::Categories { column, category, counted, total } => {
                format!("{column}, {category}: {} / {}", counted.join(" + "), total.join(" + "))
            }
            Source::Found { .. } => {
                let base = measure.base.iter().map(|base| format!(" / {}", base.columns.join(" + ")));
                measure.columns.join(" + ") + &base.collect::<String>()
            }
            Source::None => String::new(),
        };
        sheet.row(
            [
                Cell::Prose(file.0),
                Cell::Prose(&areas),
                prose(file.1),
                Cell::Prose(label.unwrap_or(&measure.criterion)),
                prose(measure.year.as_deref()),
                Cell::Prose(&columns),
            ]
            .into_iter(),
        )?;
    }
    Ok(())
}
