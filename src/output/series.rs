//! Series of areas as CSV, tidy or wide, and as JSON.

use serde::Serialize;

use super::Out;
use super::blocks::{Share, in_order};
use super::json::Named;
use super::list::{Cell, Csv};
use crate::criteria::{CriteriaSet, Reading};
use crate::document::to_json;
use crate::error::Error;
use crate::years::{AreaSeries, Difference, SeriesFinding, SeriesFrame, SeriesPoint, Timeline};

/// How a series stands in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A row for each area, year and criterion.
    Tidy,
    /// A row for each area, with columns for each year.
    Wide,
}

/// The columns of a tidy table, after those about the area.
const TIDY: [&str; 14] = [
    "period",
    "verdict",
    "criterion",
    "figure_period",
    "carried",
    "figure",
    "percent",
    "distance",
    "outcome",
    "certainty",
    "change_since",
    "change",
    "change_persons",
    "breaks",
];
/// The columns about the area.
const ABOUT: [&str; 5] = ["code", "name", "municipality", "municipality_name", "designated"];

/// Writes the series of the areas in `rows` of a timeline as CSV. A year that an area is not in has no rows in a tidy
/// table, and blanks in a wide one. Breaks are told by their ids, with blanks between.
///
/// # Errors
/// Those of `out`.
pub fn csv(
    timeline: &Timeline,
    set: &CriteriaSet,
    rows: impl ExactSizeIterator<Item = usize>,
    (style, shape): (Csv, Shape),
    out: Out<'_>,
) -> Result<(), Error> {
    let frame = timeline.frame();
    let table = Table { frame: &frame, set, style };
    let about = ABOUT.map(str::to_owned).into_iter();
    out(&match shape {
        Shape::Tidy => style.names(about.chain(TIDY.map(str::to_owned))),
        Shape::Wide => style.names(about.chain(table.wide_names())),
    })?;
    let writer = || {
        move |share: &Share, text: &mut Vec<u8>| {
            text.clear();
            for series in share.positions.iter().filter_map(|row| timeline.area(*row)) {
                match shape {
                    Shape::Tidy => table.tidy(&series, text),
                    Shape::Wide => table.wide(&series, text),
                }
            }
        }
    };
    in_order(rows, writer, |text| out(text))
}

/// Writes the series of the areas in `rows` of a timeline as JSON: the set, the reading, the years and the breaks, and an
/// object for each area.
///
/// # Errors
/// Those of `out`.
pub fn json(
    timeline: &Timeline,
    (set, reading): (&CriteriaSet, Reading),
    rows: impl ExactSizeIterator<Item = usize>,
    out: Out<'_>,
) -> Result<(), Error> {
    let head = Head { criteria: Named { id: &set.id, hash: &set.hash }, reading, frame: timeline.frame() };
    // Facts hold no float, and what names members is text: nothing here can't be written.
    let head = to_json(&head).unwrap_or_default();
    out(head.strip_suffix('}').unwrap_or_default().as_bytes())?;
    out(b",\"areas\":[")?;
    let writer = || {
        move |share: &Share, text: &mut Vec<u8>| {
            text.clear();
            for (nth, row) in (share.first..).zip(&share.positions) {
                let Some(series) = timeline.area(*row) else { continue };
                text.extend_from_slice(if nth == 0 { b"\n" } else { b",\n" });
                text.extend_from_slice(to_json(&series).unwrap_or_default().as_bytes());
            }
        }
    };
    in_order(rows, writer, |text| out(text))?;
    out(b"\n]}\n")
}

#[derive(Serialize)]
struct Head<'a> {
    criteria: Named<'a>,
    reading: Reading,
    #[serde(flatten)]
    frame: SeriesFrame,
}

#[derive(Clone, Copy)]
struct Table<'a> {
    frame: &'a SeriesFrame,
    set: &'a CriteriaSet,
    style: Csv,
}

impl Table<'_> {
    fn wide_names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for period in self.frame.periods.iter().map(|one| &one.period) {
            names.push(format!("verdict_{period}"));
            for criterion in &self.set.criteria {
                let id = criterion.id.replace('-', "_");
                names.extend(["percent", "outcome", "change"].map(|part| format!("{id}_{part}_{period}")));
            }
        }
        names
    }

    fn wide(&self, series: &AreaSeries, text: &mut Vec<u8>) {
        let mut cells = about(series);
        for point in &series.points {
            let point = point.as_ref();
            cells.push(Cell::text(point.map(|point| point.verdict)));
            for nth in 0..self.set.criteria.len() {
                let finding = point.and_then(|point| point.findings.get(nth));
                cells.push(Cell::number(finding.and_then(|finding| finding.percent)));
                cells.push(Cell::text(finding.map(|finding| finding.outcome)));
                let change = finding.and_then(|finding| finding.change.as_ref());
                cells.push(Cell::number(change.map(|change| change.points)));
            }
        }
        self.style.row(text, cells);
    }

    fn tidy(&self, series: &AreaSeries, text: &mut Vec<u8>) {
        let about = about(series);
        for (point, summary) in series.points.iter().zip(&self.frame.periods) {
            let Some(SeriesPoint { verdict, findings }) = point else { continue };
            for (finding, dated) in findings.iter().zip(&summary.figures) {
                // Of when a figure is says nothing where there is none.
                let figure = Some(dated).filter(|_| finding.figure.is_some());
                let mut cells = about.clone();
                cells.push(Cell::text(Some(&summary.period)));
                cells.push(Cell::text(Some(verdict)));
                cells.push(Cell::text(Some(&dated.criterion)));
                cells.push(Cell::text(figure.and_then(|dated| dated.period.as_ref())));
                cells.push(Cell::text(figure.map(|dated| dated.carried)));
                cells.extend(self.finding(finding));
                self.style.row(text, cells);
            }
        }
    }

    fn finding(&self, finding: &SeriesFinding) -> [Cell; 9] {
        let change = finding.change.as_ref();
        [
            Cell::number(finding.figure.as_ref()),
            Cell::number(finding.percent),
            Cell::number(finding.distance),
            Cell::text(Some(finding.outcome)),
            Cell::text(finding.certainty),
            Cell::text(change.map(|change| &change.since)),
            Cell::number(change.map(|change| change.points)),
            Cell::number(change.and_then(|change| change.persons.as_ref())),
            Cell::text(change.map(|change| self.breaks(change))),
        ]
    }

    fn breaks(&self, change: &Difference) -> String {
        let ids = change.breaks.iter().filter_map(|at| self.frame.breaks.get(*at)).map(|one| one.id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    }
}

fn about(series: &AreaSeries) -> Vec<Cell> {
    vec![
        Cell::text(series.code.as_ref()),
        Cell::text(series.name.as_ref()),
        Cell::text(series.municipality.as_ref()),
        Cell::text(series.municipality_name.as_ref()),
        Cell::text(series.designated),
    ]
}
