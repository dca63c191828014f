//! The rows of a list as CSV.

use std::io::Write as _;

use memchr::memchr3;

use super::columns::{About, Columns, FindingPart, Group};
use super::memory::Memory;
use super::who::Neighbours;
use crate::assess::{Briefly, Dependence};
use crate::figure::Figure;
use crate::many::Run;
use crate::output::{safe, text};

/// A cell of a row that is put together beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::output) enum Cell {
    /// Text, in which a spreadsheet shall see no formula.
    Text(String),
    /// A number or a figure with a decimal point, or nothing.
    Number(String),
}

impl Cell {
    /// Makes a cell of text, blank where there is none.
    pub(in crate::output) fn text(text: Option<impl ToString>) -> Self {
        Self::Text(text.map(|text| text.to_string()).unwrap_or_default())
    }

    /// Makes a cell of a number, blank where there is none.
    pub(in crate::output) fn number(number: Option<impl ToString>) -> Self {
        Self::Number(number.map(|number| number.to_string()).unwrap_or_default())
    }
}

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Csv {
    /// UTF-8, comma, decimal point, LF.
    Plain,
    /// For a Swedish Excel: UTF-8 with a byte order mark, semicolon, decimal comma, CRLF.
    SwedishExcel,
}

impl Csv {
    /// Returns the delimiter, the decimal mark and the end of a line.
    pub(in crate::output) fn marks(self) -> (u8, u8, &'static [u8]) {
        match self {
            Self::Plain => (b',', b'.', b"\n"),
            Self::SwedishExcel => (b';', b',', b"\r\n"),
        }
    }

    /// Writes a cell of text; what a spreadsheet could take for a formula is neutralised.
    pub(in crate::output) fn cell(self, out: &mut Vec<u8>, cell: &str) {
        if is_plain(cell.as_bytes()) {
            out.extend_from_slice(cell.as_bytes());
            return;
        }
        let cell = safe::formula_free(cell);
        let (delimiter, ..) = self.marks();
        if memchr3(delimiter, b'"', b'\n', cell.as_bytes()).is_some() || cell.contains('\r') {
            // Writing to a Vec never fails.
            let _ = write!(out, "\"{}\"", cell.replace('"', "\"\""));
        } else {
            out.extend_from_slice(cell.as_bytes());
        }
    }

    /// Writes the bytes of a cell of text, which are not looked at as text where there is no need.
    fn bytes(self, out: &mut Vec<u8>, cell: &[u8]) {
        if is_plain(cell) {
            out.extend_from_slice(cell);
        } else {
            self.cell(out, std::str::from_utf8(cell).unwrap_or_default());
        }
    }

    /// Writes the byte order mark and the header.
    pub(super) fn header(self, run: &Run, columns: &Columns) -> Vec<u8> {
        self.names(columns.iter().map(|column| column.name(run.set())))
    }

    /// Writes the byte order mark and the names of columns.
    pub(in crate::output) fn names(self, names: impl Iterator<Item = String>) -> Vec<u8> {
        let mut out = Vec::new();
        if self == Self::SwedishExcel {
            out.extend_from_slice("\u{feff}".as_bytes());
        }
        self.row(&mut out, names.map(Cell::Text));
        out
    }

    /// Writes a row of cells.
    pub(in crate::output) fn row(self, out: &mut Vec<u8>, cells: impl IntoIterator<Item = Cell>) {
        let (delimiter, mark, end) = self.marks();
        for (nth, cell) in cells.into_iter().enumerate() {
            if nth > 0 {
                out.push(delimiter);
            }
            match cell {
                Cell::Text(text) => self.cell(out, &text),
                Cell::Number(text) => {
                    out.extend(text.bytes().map(|byte| if byte == b'.' { mark } else { byte }));
                }
            }
        }
        out.extend_from_slice(end);
    }
}

/// Tells whether a cell has neither a sign of a formula nor one that any table of text puts in quotes; most have none. What
/// is not ASCII is looked at only by its first byte, in which the full-width signs are like some other characters.
#[inline]
fn is_plain(cell: &[u8]) -> bool {
    !cell.iter().any(|byte| matches!(byte, b'=' | b'+' | b'-' | b'@' | 0xEF | b'"' | b',' | b';' | ..=b'\r'))
}

/// Writes rows as CSV.
pub(super) struct Rows<'a> {
    run: &'a Run,
    style: Csv,
    neighbours: Neighbours,
    /// The cells about the municipality of the row before: code, name and designation.
    municipality: [Vec<u8>; 3],
    file: (Option<usize>, Vec<u8>),
    groups: Vec<(Group, Option<Briefly<'a>>, Memory)>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(run: &'a Run, style: Csv, columns: &Columns) -> Self {
        let groups = columns.groups().map(|group| {
            let criterion = match &group {
                Group::Finding(nth, _) => run.set().criteria.get(*nth),
                Group::Area(_) => None,
            };
            (group, criterion.map(Briefly::new), Memory::new())
        });
        let municipality = [Vec::new(), Vec::new(), Vec::new()];
        let file = (None, Vec::new());
        Self { run, style, neighbours: Neighbours::default(), municipality, file, groups: groups.collect() }
    }

    /// Writes the row of an area.
    pub(super) fn row(&mut self, position: usize, out: &mut Vec<u8>) {
        let Some(area) = self.run.joined.areas.get(position) else { return };
        if !self.neighbours.meet(area) {
            self.say_municipality();
        }
        let (style, run) = (self.style, self.run);
        let (delimiter, _, end) = style.marks();
        let [code, name, designated] = &self.municipality;
        for (nth, (group, briefly, memory)) in self.groups.iter_mut().enumerate() {
            if nth > 0 {
                out.push(delimiter);
            }
            match (group, briefly) {
                (Group::Area(about), _) => match about {
                    About::Code => {
                        if !area.write_plain_code(out) {
                            style.cell(out, area.code().as_deref().unwrap_or_default());
                        }
                    }
                    About::Name => style.bytes(out, area.name_bytes()),
                    About::Municipality => out.extend_from_slice(code),
                    About::MunicipalityName => out.extend_from_slice(name),
                    About::Designated => out.extend_from_slice(designated),
                    About::Verdict => out.extend_from_slice(run.verdict(position).word().as_bytes()),
                    About::Line => text::whole(out, area.line()),
                    About::File => {
                        if self.file.0 != Some(area.table()) {
                            let file = run.joined.place(area).file.unwrap_or_default();
                            self.file = (Some(area.table()), Vec::new());
                            style.cell(&mut self.file.1, &file);
                        }
                        out.extend_from_slice(&self.file.1);
                    }
                },
                (Group::Finding(criterion, parts), _) if *parts == [FindingPart::Outcome] => {
                    out.extend_from_slice(run.outcome(*criterion, position).word().as_bytes());
                }
                (Group::Finding(criterion, parts), Some(briefly)) => {
                    let figure = area.figure(*criterion);
                    let write = |out: &mut Vec<u8>| finding(out, style, briefly, figure, parts);
                    out.extend_from_slice(memory.of(figure, write));
                }
                (Group::Finding(..), None) => {}
            }
        }
        out.extend_from_slice(end);
    }

    fn say_municipality(&mut self) {
        let designated = |known: bool| if known { "true" } else { "false" };
        let known = self.neighbours.municipality();
        let cells = [
            self.neighbours.municipality_code().unwrap_or_default(),
            known.map_or("", |known| known.name),
            known.map_or("", |known| designated(known.designated)),
        ];
        for (cell, text) in self.municipality.iter_mut().zip(cells) {
            cell.clear();
            self.style.cell(cell, text);
        }
    }
}

/// Writes the parts of a finding.
fn finding(
    out: &mut Vec<u8>,
    style: Csv,
    briefly: &Briefly<'_>,
    figure: Option<Figure>,
    parts: &[FindingPart],
) {
    let (delimiter, mark, _) = style.marks();
    let brief = figure.map(|figure| (figure, briefly.of(&figure)));
    for (nth, part) in parts.iter().enumerate() {
        if nth > 0 {
            out.push(delimiter);
        }
        let Some((figure, brief)) = &brief else {
            if *part == FindingPart::Outcome {
                out.extend_from_slice(b"unknown");
            }
            continue;
        };
        match part {
            FindingPart::Figure => text::figure(out, figure, mark),
            FindingPart::Percent => {
                brief.percent.into_iter().for_each(|value| text::decimal(out, value, mark));
            }
            FindingPart::Distance => {
                brief.distance.into_iter().for_each(|value| text::decimal(out, value, mark));
            }
            FindingPart::Outcome => out.extend_from_slice(brief.outcome.word().as_bytes()),
            FindingPart::Certainty => out.extend_from_slice(brief.certainty.word().as_bytes()),
            FindingPart::Comparison => style.cell(out, &briefly.comparison(figure).unwrap_or_default()),
            FindingPart::DependsOn => {
                out.extend(brief.depends_on.map(Dependence::word).unwrap_or_default().bytes());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plain_needs_neither_mark_nor_quotes() {
        for cell in ["", "0114R001", "Norra Åsen (Bergsäter)", "58.2", "’", "\u{e000}a"] {
            assert!(is_plain(cell.as_bytes()), "{cell:?}");
        }
        for sign in "=+-@＝＋－＠\",;\n\r\t\0".chars() {
            for cell in [format!("{sign}"), format!("a{sign}b"), format!("å{sign}")] {
                assert!(!is_plain(cell.as_bytes()), "{cell:?}");
            }
        }
    }
}
