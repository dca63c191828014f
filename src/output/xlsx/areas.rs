//! The sheets of areas: their columns, and their rows by the million.

use memchr::memchr;

use super::archive::{Deflater, Piece};
use super::part::{At, Cell, begin_row, cell, end_row};
use super::words::Words;
use crate::assess::{Briefly, Outcome};
use crate::criteria::{CriteriaSet, Language, Unit};
use crate::figure::{Bounds, Figure};
use crate::many::Run;
use crate::output::blocks::Share;
use crate::output::list::{About, Column, Columns, FindingPart, Group, Memory, Neighbours};
use crate::output::text;
use crate::words::{certainty, column_letters, decimal, headings, outcome, verdict};

/// What stands for the digits of a row in cells that are written once for many rows; no XML has it.
const ROW: u8 = 0;

/// What a column shows of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Percent, or the number of persons.
    Value,
    Count,
    Total,
    Part(FindingPart),
}

/// The columns of a sheet of areas.
#[derive(Debug)]
pub(super) struct Layout {
    groups: Vec<Laid>,
    pub(super) titles: Vec<(String, u32)>,
    /// Columns at the beginning that tell which area it is.
    pub(super) frozen: u32,
}

/// Columns with their letters: one about the area, or some of one finding.
#[derive(Debug)]
enum Laid {
    Area(String, About),
    Finding(usize, Vec<(String, Shown)>),
}

impl Layout {
    pub(super) fn new(set: &CriteriaSet, columns: &Columns, words: &Words, language: Language) -> Self {
        let mut titles: Vec<(String, u32)> = Vec::new();
        let mut groups = Vec::new();
        for group in columns.groups() {
            match group {
                Group::Area(about) => {
                    groups.push(Laid::Area(column_letters(titles.len()), about));
                    let (title, width) = about_title(about, words, language);
                    titles.push((title.to_owned(), width));
                }
                Group::Finding(nth, parts) => {
                    let Some(criterion) = set.criteria.get(nth) else { continue };
                    let has_value = columns.has(Column::Finding(nth, FindingPart::Percent));
                    let mut cells = Vec::new();
                    for shown in parts.into_iter().flat_map(|part| shown(part, criterion.unit, has_value)) {
                        cells.push((column_letters(titles.len()), *shown));
                        let title = finding_title(*shown, criterion.unit, words, language);
                        titles.push((format!("{}, {title}", criterion.label.of(language)), 15));
                    }
                    groups.push(Laid::Finding(nth, cells));
                }
            }
        }
        let tells = |column: &Column| matches!(column, Column::Area(About::Code | About::Name));
        let frozen = columns.iter().take_while(tells).count();
        Self { groups, titles, frozen: crate::table::narrow(frozen) }
    }
}

/// Returns what a part of a finding is shown as: of a share both numbers, and of a plain count one number once.
fn shown(part: FindingPart, unit: Unit, has_value: bool) -> &'static [Shown] {
    match (part, unit) {
        (FindingPart::Figure, Unit::Percent) => &[Shown::Count, Shown::Total],
        (FindingPart::Figure, Unit::Persons) if has_value => &[],
        (FindingPart::Figure, Unit::Persons) | (FindingPart::Percent, _) => &[Shown::Value],
        (FindingPart::Distance, _) => &[Shown::Part(FindingPart::Distance)],
        (FindingPart::Outcome, _) => &[Shown::Part(FindingPart::Outcome)],
        (FindingPart::Certainty, _) => &[Shown::Part(FindingPart::Certainty)],
        (FindingPart::Comparison, _) => &[Shown::Part(FindingPart::Comparison)],
        (FindingPart::DependsOn, _) => &[Shown::Part(FindingPart::DependsOn)],
    }
}

/// Returns the title of a column about the area, and how wide it is.
fn about_title(about: About, words: &Words, language: Language) -> (&'static str, u32) {
    let [code, name, municipality, municipality_name, designated] = words.area;
    let [file, _, line, ..] = words.rejected;
    match about {
        About::File => (file, 28),
        About::Line => (line, 10),
        About::Code => (code, 12),
        About::Name => (name, 28),
        About::Municipality => (municipality, 9),
        About::MunicipalityName => (municipality_name, 18),
        About::Designated => (designated, 12),
        About::Verdict => (headings(language).verdict, 16),
    }
}

/// Returns the title of a column about a finding.
fn finding_title(shown: Shown, unit: Unit, words: &Words, language: Language) -> &'static str {
    let headings = headings(language);
    match (shown, unit) {
        (Shown::Value, Unit::Percent) => headings.percent,
        (Shown::Value, Unit::Persons) | (Shown::Count, _) => headings.count,
        (Shown::Total, _) => headings.total,
        (Shown::Part(FindingPart::Distance), Unit::Percent) => words.points,
        (Shown::Part(FindingPart::Distance), Unit::Persons) => words.persons,
        (Shown::Part(FindingPart::Outcome), _) => headings.outcome,
        (Shown::Part(FindingPart::Certainty), _) => headings.certainty,
        (Shown::Part(FindingPart::Comparison), _) => words.comparison,
        (Shown::Part(FindingPart::DependsOn), _) => words.depends_on,
        (Shown::Part(FindingPart::Figure | FindingPart::Percent), _) => "",
    }
}

/// Writes rows of areas and deflates them.
pub(super) struct AreaRows<'a> {
    run: &'a Run,
    words: &'static Words,
    language: Language,
    layout: &'a Layout,
    briefly: Vec<Briefly<'a>>,
    memories: Vec<Memory>,
    neighbours: Neighbours,
    /// The file of the areas of a table.
    file: (Option<usize>, String),
    /// The row's number in digits.
    digits: Vec<u8>,
    text: Vec<u8>,
    deflater: Deflater,
}

impl<'a> AreaRows<'a> {
    pub(super) fn new(run: &'a Run, language: Language, layout: &'a Layout) -> Self {
        Self {
            run,
            words: Words::of(language),
            language,
            layout,
            briefly: run.set().criteria.iter().map(Briefly::new).collect(),
            memories: layout.groups.iter().map(|_| Memory::new()).collect(),
            neighbours: Neighbours::default(),
            file: (None, String::new()),
            digits: Vec::new(),
            text: Vec::new(),
            deflater: Deflater::new(),
        }
    }

    /// Writes a share of the areas as the rows below the header.
    pub(super) fn share(&mut self, share: &Share, piece: &mut Piece) {
        self.text.clear();
        for (nth, position) in (share.first..).zip(&share.positions) {
            self.digits.clear();
            text::whole(&mut self.digits, crate::table::wide(nth + 2));
            self.row(*position);
        }
        self.deflater.deflate(&self.text, piece);
    }

    fn row(&mut self, position: usize) {
        let Some(area) = self.run.joined.areas.get(position) else { return };
        self.neighbours.meet(area);
        let code = area.code();
        let municipality = self.neighbours.municipality();
        let (words, language) = (self.words, self.language);
        let (out, row) = (&mut self.text, self.digits.as_slice());
        let optional = |text| Option::map_or(text, Cell::Empty, Cell::Text);
        begin_row(out, row);
        for (group, memory) in self.layout.groups.iter().zip(&mut self.memories) {
            match group {
                Laid::Area(column, about) => {
                    let one = match about {
                        About::Code => optional(code.as_deref()),
                        About::Name => optional(area.name()),
                        About::Municipality => optional(self.neighbours.municipality_code()),
                        About::MunicipalityName => optional(municipality.map(|known| known.name)),
                        About::Designated => optional(
                            municipality.map(|known| if known.designated { words.yes } else { words.no }),
                        ),
                        About::Verdict => Cell::Text(verdict(self.run.verdict(position), language)),
                        About::Line => Cell::Whole(area.line()),
                        About::File => {
                            if self.file.0 != Some(area.table()) {
                                let file = self.run.joined.place(area).file.unwrap_or_default();
                                self.file = (Some(area.table()), file);
                            }
                            Cell::Text(&self.file.1)
                        }
                    };
                    cell(out, At { column, row }, one);
                }
                Laid::Finding(nth, cells) => {
                    let Some(briefly) = self.briefly.get(*nth) else { continue };
                    let figure = area.figure(*nth);
                    let write = |out: &mut Vec<u8>| finding(out, cells, briefly, figure, (words, language));
                    numbered(out, memory.of(figure, write), row);
                }
            }
        }
        end_row(out);
    }
}

/// Writes cells with a row's digits where [`ROW`] stands for them.
fn numbered(out: &mut Vec<u8>, mut cells: &[u8], row: &[u8]) {
    while let Some((before, [_, after @ ..])) = memchr(ROW, cells).and_then(|at| cells.split_at_checked(at)) {
        out.extend_from_slice(before);
        out.extend_from_slice(row);
        cells = after;
    }
    out.extend_from_slice(cells);
}

/// Writes the cells of a finding.
fn finding(
    out: &mut Vec<u8>,
    cells: &[(String, Shown)],
    briefly: &Briefly<'_>,
    figure: Option<Figure>,
    (words, language): (&Words, Language),
) {
    let brief = figure.map(|figure| (figure, briefly.of(&figure)));
    let mut number = Vec::new();
    for (column, shown) in cells {
        let at = At { column, row: &[ROW] };
        let Some((figure, brief)) = &brief else {
            if *shown == Shown::Part(FindingPart::Outcome) {
                cell(out, at, Cell::Text(outcome(Outcome::Unknown, language)));
            }
            continue;
        };
        number.clear();
        let (count, total) = match figure {
            // A published percentage stands as it was published.
            Figure::Percent(_) | Figure::Amount(_) => (None, None),
            Figure::Share(_) | Figure::Between(_) => figure.counts().unzip(),
        };
        match shown {
            Shown::Count => count.into_iter().for_each(|count| persons(out, at, count)),
            Shown::Total => total.flatten().into_iter().for_each(|total| persons(out, at, total)),
            Shown::Value => match figure {
                Figure::Percent(_) | Figure::Amount(_) => text::figure(&mut number, figure, b'.'),
                Figure::Share(_) => {
                    brief.percent.into_iter().for_each(|value| text::decimal(&mut number, value, b'.'));
                }
                Figure::Between(_) => {
                    let (low, high) = figure.ends();
                    let shown = [low, high].into_iter().filter_map(|end| briefly.of(&end).percent);
                    let both = shown.map(|end| decimal(&end.to_string(), language)).collect::<Vec<_>>();
                    cell(out, at, Cell::Text(&both.join("–")));
                }
            },
            Shown::Part(FindingPart::Distance) => {
                brief.distance.into_iter().for_each(|value| text::decimal(&mut number, value, b'.'));
            }
            Shown::Part(FindingPart::Outcome) => cell(out, at, Cell::Text(outcome(brief.outcome, language))),
            Shown::Part(FindingPart::Certainty) => {
                cell(out, at, Cell::Text(certainty(brief.certainty, language)));
            }
            Shown::Part(FindingPart::Comparison) => {
                cell(out, at, briefly.comparison(figure).as_deref().map_or(Cell::Empty, Cell::Text));
            }
            Shown::Part(FindingPart::DependsOn) => {
                if let Some(dependence) = brief.depends_on {
                    cell(out, at, Cell::Text(words.dependence(dependence)));
                }
            }
            Shown::Part(FindingPart::Figure | FindingPart::Percent) => {}
        }
        if !number.is_empty() {
            cell(out, at, Cell::Number(&number));
        }
    }
}

/// Writes persons, as text where only bounds are known.
fn persons(out: &mut Vec<u8>, at: At<'_>, bounds: Bounds) {
    match bounds.known() {
        Some(persons) => cell(out, at, Cell::Whole(persons)),
        None => cell(out, at, Cell::Text(&bounds.to_string())),
    }
}
