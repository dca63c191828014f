//! The rows of a list as JSON: each area an object as [`area`](crate::output::json::area) has it, with the members that
//! are wanted.

use super::columns::{About, Column, Columns, FindingPart};
use super::memory::Memory;
use super::who::Neighbours;
use crate::assess::{Brief, Briefly};
use crate::document::quoted;
use crate::figure::Figure;
use crate::many::Run;
use crate::output::text;

/// Writes areas as JSON objects.
pub(super) struct Rows<'a> {
    run: &'a Run,
    neighbours: Neighbours,
    about: Vec<About>,
    /// The members about the municipality of the row before, in their order, each with its comma before it.
    municipality: [Vec<u8>; 3],
    file: (Option<usize>, Vec<u8>),
    findings: Vec<Findings<'a>>,
}

/// The findings of one criterion.
struct Findings<'a> {
    nth: usize,
    /// The criterion's id, as the name of a member.
    name: Vec<u8>,
    briefly: Briefly<'a>,
    parts: Vec<FindingPart>,
    memory: Memory,
}

impl<'a> Rows<'a> {
    pub(super) fn new(run: &'a Run, columns: &Columns) -> Self {
        let about = About::ALL.iter().copied().filter(|about| columns.has(Column::Area(*about)));
        let findings = run.set().criteria.iter().enumerate().map(|(nth, criterion)| {
            let mut name = Vec::new();
            quoted(&mut name, &criterion.id);
            let parts =
                FindingPart::ALL.iter().copied().filter(|part| columns.has(Column::Finding(nth, *part)));
            Findings {
                nth,
                name,
                briefly: Briefly::new(criterion),
                parts: parts.collect(),
                memory: Memory::new(),
            }
        });
        Self {
            run,
            neighbours: Neighbours::default(),
            about: about.collect(),
            municipality: [Vec::new(), Vec::new(), Vec::new()],
            file: (None, Vec::new()),
            findings: findings.filter(|one| !one.parts.is_empty()).collect(),
        }
    }

    /// Writes the object of an area.
    pub(super) fn row(&mut self, position: usize, out: &mut Vec<u8>) {
        let Some(area) = self.run.joined.areas.get(position) else { return };
        if !self.neighbours.meet(area) {
            self.say_municipality();
        }
        let [code, name, designated] = &self.municipality;
        let mut comma = b'{';
        for about in &self.about {
            out.push(comma);
            comma = b',';
            match about {
                About::File => {
                    if self.file.0 != Some(area.table()) {
                        let file = self.run.joined.place(area).file.unwrap_or_default();
                        self.file = (Some(area.table()), Vec::new());
                        quoted(&mut self.file.1, &file);
                    }
                    out.extend_from_slice(b"\"file\":");
                    out.extend_from_slice(&self.file.1);
                }
                About::Line => {
                    out.extend_from_slice(b"\"line\":");
                    text::whole(out, area.line());
                }
                About::Code => {
                    let before = out.len();
                    out.extend_from_slice(b"\"code\":\"");
                    if area.write_plain_code(out) {
                        out.push(b'"');
                    } else {
                        out.truncate(before);
                        optional(out, b"\"code\":", area.code().as_deref());
                    }
                }
                About::Name => optional(out, b"\"name\":", area.name()),
                About::Municipality => out.extend_from_slice(code),
                About::MunicipalityName => out.extend_from_slice(name),
                About::Designated => out.extend_from_slice(designated),
                About::Verdict => {
                    out.extend_from_slice(b"\"verdict\":\"");
                    out.extend_from_slice(self.run.verdict(position).word().as_bytes());
                    out.push(b'"');
                }
            }
        }
        if !self.findings.is_empty() {
            out.push(comma);
            out.extend_from_slice(b"\"findings\":");
            comma = b'{';
            for Findings { nth, name, briefly, parts, memory } in &mut self.findings {
                out.push(comma);
                comma = b',';
                let figure = area.figure(*nth);
                let write = |out: &mut Vec<u8>| finding(out, name, briefly, figure, parts);
                out.extend_from_slice(memory.of(figure, write));
            }
            out.push(b'}');
        }
        out.push(b'}');
    }

    fn say_municipality(&mut self) {
        let known = self.neighbours.municipality();
        let [code, name, designated] = &mut self.municipality;
        for member in [&mut *code, &mut *name, &mut *designated] {
            member.clear();
        }
        optional(code, b"\"municipality\":", self.neighbours.municipality_code());
        optional(name, b"\"municipalityName\":", known.map(|known| known.name));
        designated.extend_from_slice(match known.map(|known| known.designated) {
            Some(true) => b"\"designated\":true",
            Some(false) => b"\"designated\":false",
            None => b"\"designated\":null",
        });
    }
}

fn optional(out: &mut Vec<u8>, name: &[u8], text: Option<&str>) {
    out.extend_from_slice(name);
    match text {
        Some(text) => quoted(out, text),
        None => out.extend_from_slice(b"null"),
    }
}

/// Writes the finding of a criterion, with the criterion's name before it.
fn finding(
    out: &mut Vec<u8>,
    name: &[u8],
    briefly: &Briefly<'_>,
    figure: Option<Figure>,
    parts: &[FindingPart],
) {
    let brief = figure.map(|figure| (figure, briefly.of(&figure)));
    out.extend_from_slice(name);
    out.push(b':');
    let mut comma = b'{';
    for part in parts {
        out.push(comma);
        comma = b',';
        out.extend_from_slice(match part {
            FindingPart::Outcome => b"\"outcome\":",
            FindingPart::Figure => b"\"figure\":",
            FindingPart::Percent => b"\"percent\":",
            FindingPart::Distance => b"\"distance\":",
            FindingPart::Comparison => b"\"comparison\":",
            FindingPart::Certainty => b"\"certainty\":",
            FindingPart::DependsOn => b"\"dependsOn\":",
        });
        let Some((figure, brief)) = &brief else {
            out.extend_from_slice(if *part == FindingPart::Outcome { b"\"unknown\"" } else { b"null" });
            continue;
        };

        if let FindingPart::DependsOn = part {
            out.push(b'[');
            if let Some(dependence) = brief.depends_on {
                quoted(out, dependence.word());
            }
            out.push(b']');
            continue;
        }
        // A span is no figure: whoever reads figures must not take it for one.
        if let (FindingPart::Figure, Figure::Between(_)) = (part, figure) {
            out.extend_from_slice(b"null,\"between\":");
            quoted(out, &figure.to_string());
            continue;
        }
        let (Some(percent), Some(distance)) = (brief.percent, brief.distance) else {
            undecided(out, *part, brief);
            continue;
        };
        out.push(b'"');
        match part {
            FindingPart::Outcome => out.extend_from_slice(brief.outcome.word().as_bytes()),
            FindingPart::Figure => text::figure(out, figure, b'.'),
            FindingPart::Percent => text::decimal(out, percent, b'.'),
            FindingPart::Distance => text::decimal(out, distance, b'.'),
            FindingPart::Comparison => {
                out.extend_from_slice(briefly.comparison(figure).unwrap_or_default().as_bytes());
            }
            FindingPart::Certainty => out.extend_from_slice(brief.certainty.word().as_bytes()),
            FindingPart::DependsOn => {}
        }
        out.push(b'"');
    }
    out.push(b'}');
}

/// Writes a part of the finding of a figure that has the threshold between its bounds.
fn undecided(out: &mut Vec<u8>, part: FindingPart, brief: &Brief) {
    let text = match part {
        FindingPart::Outcome => brief.outcome.word(),
        FindingPart::Certainty => brief.certainty.word(),
        FindingPart::Figure
        | FindingPart::Percent
        | FindingPart::Distance
        | FindingPart::Comparison
        | FindingPart::DependsOn => {
            return out.extend_from_slice(b"null");
        }
    };
    quoted(out, text);
}
