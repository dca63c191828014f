//! The sheet of method and sources.

use super::part::{Cell, Rows};
use super::words::Words;
use crate::areas::{Area, Origin, Source, Understanding};
use crate::criteria::{CriteriaSet, Criterion, Language};
use crate::error::Error;
use crate::many::Run;
use crate::output::report::{Block, Report, Table, called};
use crate::table::wide;

/// Writes what the areas were measured by, how that was read, where the figures came from, and how they are written.
pub(super) fn method(
    sheet: &mut Rows<'_, '_>,
    run: &Run,
    chosen: usize,
    words: &Words,
    language: Language,
) -> Result<(), Error> {
    let (set, reading, totals) = (run.set(), run.reading(), run.totals());
    let (tie, require) = words.reading(reading, set.criteria.len());
    sheet.row([Cell::Header(words.title)])?;
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
        sheet.row([Cell::Prose(name), Cell::Prose(text)])?;
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
        sheet.row([Cell::Prose(name), Cell::Whole(count)])?;
    }
    sheet.blank();
    sheet.row(words.files.iter().map(|title| Cell::Header(title)))?;
    for table in &run.joined.tables {
        table_rows(sheet, set, table, language)?;
    }
    for key in run.joined.keys() {
        let columns = format!("{} → {}", key.from_column, key.to_column);
        let weights = prose(key.weight_column.as_deref());
        let empty = || Cell::Empty;
        sheet.row([Cell::Prose(&key.file), Cell::Prose(&columns), empty(), empty(), empty(), weights])?;
    }
    origins(sheet, run, words)?;
    sheet.blank();
    for note in words.notes {
        sheet.row([Cell::Text(note)])?;
    }
    Ok(())
}

/// Writes what the country and the municipalities have, where the files have rows of them; they are no areas.
pub(super) fn yardsticks(
    sheet: &mut Rows<'_, '_>,
    run: &Run,
    words: &Words,
    language: Language,
) -> Result<(), Error> {
    if run.joined.yardsticks.iter().next().is_none() {
        return Ok(());
    }
    let mut of: Vec<String> = run.joined.areas.iter().filter_map(Area::municipality).collect();
    of.sort_unstable();
    of.dedup();
    let all = run.yardsticks(&of);
    if all.is_empty() {
        return Ok(());
    }
    sheet.blank();
    let labels = run.set().criteria.iter().map(|criterion| criterion.label.of(language));
    sheet.row(std::iter::once(words.yardsticks).chain(labels).map(Cell::Header))?;
    for one in &all {
        let values: Vec<Option<String>> =
            one.findings.iter().map(|finding| finding.percent.map(|value| value.to_string())).collect();
        let name = called(one, language);
        let cells = values.iter().map(|value| match value {
            Some(value) => Cell::Number(value.as_bytes()),
            None => Cell::Empty,
        });
        sheet.row(std::iter::once(Cell::Prose(&name)).chain(cells))?;
    }
    Ok(())
}

/// Writes what a report says beside the areas and the picture, which a workbook has as rows.
pub(super) fn reported(sheet: &mut Rows<'_, '_>, report: &Report) -> Result<(), Error> {
    sheet.row([Cell::Header(&report.title)])?;
    for block in &report.blocks {
        match block {
            Block::Heading(text) => sheet.row([Cell::Header(text)])?,
            Block::Text(text) => sheet.row([Cell::Text(text)])?,
            Block::List(lines) => lines.iter().try_for_each(|line| sheet.row([Cell::Text(line)]))?,
            Block::Table(Table { head, rows }) => {
                sheet.row(head.iter().map(|cell| Cell::Header(cell)))?;
                for row in rows {
                    sheet.row(row.iter().map(|cell| Cell::Prose(cell)))?;
                }
            }
            Block::Areas(_) | Block::Picture(_) => {}
        }
    }
    sheet.blank();
    Ok(())
}

fn criterion_row(
    sheet: &mut Rows<'_, '_>,
    criterion: &Criterion,
    words: &Words,
    language: Language,
) -> Result<(), Error> {
    let cited = |source: &crate::criteria::Citation| {
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
    let threshold = criterion.threshold.value.to_string();
    let average_text = average.map(|average| average.value.to_string());
    sheet.row([
        Cell::Prose(criterion.label.of(language)),
        Cell::Prose(criterion.definition.of(language)),
        Cell::Prose(words.side(criterion)),
        Cell::Number(threshold.as_bytes()),
        average_text.as_deref().map_or(Cell::Empty, |text| Cell::Number(text.as_bytes())),
        Cell::Prose(&source),
    ])
}

/// Writes where a table has its areas and each of its measures.
fn table_rows(
    sheet: &mut Rows<'_, '_>,
    set: &CriteriaSet,
    table: &Understanding,
    language: Language,
) -> Result<(), Error> {
    let areas = table.area.as_ref().map(|area| area.columns.join(", ")).unwrap_or_default();
    let file = (table.table.file.as_str(), table.table.sheet.as_deref());
    if table.measures.is_empty() {
        return sheet.row([Cell::Prose(file.0), Cell::Prose(&areas), prose(file.1)]);
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
        sheet.row([
            Cell::Prose(file.0),
            Cell::Prose(&areas),
            prose(file.1),
            Cell::Prose(label.unwrap_or(&measure.criterion)),
            prose(measure.year.as_deref()),
            Cell::Prose(&columns),
        ])?;
    }
    Ok(())
}

/// Writes where files came from, a row for each of which that is known; nothing where it is of none.
fn origins(sheet: &mut Rows<'_, '_>, run: &Run, words: &Words) -> Result<(), Error> {
    let mut known: Vec<(&str, &Origin)> = Vec::new();
    for Understanding { table, origin, .. } in &run.joined.tables {
        // All tables of a file came from the same place.
        if let Some(origin) = origin.as_ref().filter(|_| known.iter().all(|(file, _)| *file != table.file)) {
            known.push((&table.file, origin));
        }
    }
    if known.is_empty() {
        return Ok(());
    }
    sheet.blank();
    sheet.row(words.origins.iter().map(|title| Cell::Header(title)))?;
    for (file, Origin { address, updated, sha256 }) in known {
        let [updated, sha256] = [updated, sha256].map(|text| prose(text.as_deref()));
        sheet.row([Cell::Prose(file), Cell::Prose(address), updated, sha256])?;
    }
    Ok(())
}

fn prose(text: Option<&str>) -> Cell<'_> {
    text.map_or(Cell::Empty, Cell::Prose)
}
