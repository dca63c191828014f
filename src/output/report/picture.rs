//! The areas on a small scale for each criterion: where they lie between the national average and the threshold, and which
//! are near. Whole numbers place the marks; nothing is ranked.

use std::fmt::Write as _;

use serde::Serialize;

use crate::assess::{Finding, Outcome};
use crate::criteria::{Criterion, Language, Unit};
use crate::figure::Decimal;
use crate::many::{Row, Run};
use crate::words::{Noun, counted, decimal, percent};

const WIDTH: i64 = 700;
/// Room beside the scale, so that a mark at its end and a label above the threshold are whole.
const SIDE: i64 = 30;
const STRIP: i64 = 74;
/// The line of the scale below the strip's top.
const BASE: i64 = 52;
/// What areas at the same place are raised by, and how often.
const RAISED: i64 = 6;
const LEVELS: i64 = 4;
/// Marks this near to each other, or nearer, lie on each other.
const APART: usize = 7;

/// Marks on scales, as places and words: whole units from the top left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub(crate) struct Picture {
    /// What it shows, in a sentence.
    pub(crate) about: String,
    pub(crate) width: i64,
    pub(crate) height: i64,
    pub(crate) lines: Vec<Line>,
    pub(crate) captions: Vec<Caption>,
    pub(crate) marks: Vec<Mark>,
}

/// A line of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub(crate) struct Line {
    /// `axis`, `average` or `threshold`.
    pub(crate) what: &'static str,
    /// Its way, as SVG writes it.
    pub(crate) path: String,
}

/// Words in the picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub(crate) struct Caption {
    /// `name` of a criterion, or `value` of a place on its scale.
    pub(crate) what: &'static str,
    pub(crate) x: i64,
    pub(crate) y: i64,
    /// `start`, `middle` or `end`: which part of it stands at the place.
    pub(crate) anchor: &'static str,
    pub(crate) text: String,
}

/// A place at which areas are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub(crate) struct Mark {
    pub(crate) x: i64,
    pub(crate) y: i64,
    /// Whether the criterion is met there.
    pub(crate) met: bool,
}

/// Draws a strip for each criterion.
pub(super) fn picture(run: &Run, rows: &[Row], language: Language) -> Picture {
    let criteria = &run.set().criteria;
    let height = STRIP * i64::try_from(criteria.len()).unwrap_or(0) + 20;
    let about = language.choose(
        "Varje område som ett märke på en skala för varje kriterium, med gränsen och rikets värde. Samma siffror står i tabellen.",
        "Each area as a mark on a scale for each criterion, with the threshold and the country’s value. The table has the same figures.",
    );
    let (lines, captions, marks) = Default::default();
    let mut picture = Picture { about: about.to_owned(), width: WIDTH, height, lines, captions, marks };
    for (nth, criterion) in criteria.iter().enumerate() {
        let top = STRIP * i64::try_from(nth).unwrap_or(0);
        let findings = rows.iter().filter_map(|row| row.assessment.findings.get(nth));
        picture.strip(criterion, &findings.collect::<Vec<_>>(), top, language);
    }
    let legend = [
        (true, language.choose("uppfyllt", "met")),
        (
            false,
            language.choose("inte uppfyllt, eller exakt på gränsen", "not met, or exactly on the threshold"),
        ),
    ];
    for ((met, word), x) in legend.into_iter().zip([SIDE, SIDE + 110]) {
        picture.marks.push(Mark { x, y: height - 8, met });
        picture.caption("value", (x + 10, height - 4), "start", word.to_owned());
    }
    picture
}

/// Where values lie on a strip.
struct Scale {
    low: i64,
    high: i64,
}

impl Scale {
    fn at(&self, value: i64) -> i64 {
        SIDE + (value - self.low) * (WIDTH - 2 * SIDE) / (self.high - self.low).max(1)
    }
}

/// Returns a number in hundredths.
fn hundredths(number: Decimal) -> i64 {
    i64::try_from(number.ratio().round_half_up(2).units()).unwrap_or(i64::MAX / 1_000)
}

impl Picture {
    fn strip(&mut self, criterion: &Criterion, findings: &[&Finding], top: i64, language: Language) {
        let threshold = hundredths(criterion.threshold.value);
        let average = criterion.national_average.as_ref().map(|average| hundredths(average.value));
        let values: Vec<(i64, bool)> = findings
            .iter()
            .filter_map(|finding| Some((hundredths(finding.percent?), finding.outcome == Outcome::Met)))
            .collect();
        let all = || values.iter().map(|(value, _)| *value).chain([threshold]).chain(average);
        let (low, high) = (all().min().unwrap_or(0), all().max().unwrap_or(0));
        let margin = ((high - low) / 20).max(50);
        let scale = Scale { low: low - margin, high: high + margin };
        let base = top + BASE;
        let said = |number: &Decimal| match criterion.unit {
            Unit::Percent => percent(&number.to_string(), language),
            Unit::Persons => counted(number.to_string().as_str(), Noun::Person, language),
        };
        let missing = match findings.len() - values.len() {
            0 => String::new(),
            number => {
                let number = decimal(&number.to_string(), language);
                language.choose(format!(" ({number} utan märke)"), format!(" ({number} without a mark)"))
            }
        };
        let name = format!("{}{missing}", criterion.label.of(language));
        self.caption("name", (SIDE, top + 12), "start", name);
        self.lines.push(Line { what: "axis", path: format!("M{SIDE} {base}H{}", WIDTH - SIDE) });
        let upright = |x: i64| format!("M{x} {}V{}", base - 26, base + 4);
        if let Some((value, average)) = average.zip(criterion.national_average.as_ref()) {
            let (x, word) = (scale.at(value), language.choose("riket", "country"));
            self.lines.push(Line { what: "average", path: upright(x) });
            self.caption("value", (x, base + 15), anchor(x), format!("{word} {}", said(&average.value)));
        }
        let (x, word) = (scale.at(threshold), language.choose("gräns", "threshold"));
        self.lines.push(Line { what: "threshold", path: upright(x) });
        self.caption(
            "value",
            (x, base - 30),
            anchor(x),
            format!("{word} {}", said(&criterion.threshold.value)),
        );
        let mut marks = placed(&scale, &values, base - 4);
        self.marks.append(&mut marks);
    }

    fn caption(&mut self, what: &'static str, (x, y): (i64, i64), anchor: &'static str, text: String) {
        self.captions.push(Caption { what, x, y, anchor, text });
    }

    /// Writes the picture as SVG.
    pub(super) fn svg(&self) -> String {
        let Self { about, width, height, lines, captions, marks } = self;
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\">",
            escaped(about)
        );
        for Line { what, path } in lines {
            // Writing to a String never fails.
            let _ = write!(svg, "<path d=\"{path}\" class=\"{what}\"/>");
        }
        for Caption { what, x, y, anchor, text } in captions {
            let text = escaped(text);
            let _ = write!(
                svg,
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" class=\"{what}\">{text}</text>"
            );
        }
        for Mark { x, y, met } in marks {
            let class = if *met { "met" } else { "not-met" };
            let _ = write!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"3.5\" class=\"{class}\"/>");
        }
        svg + "</svg>"
    }
}

/// Places a mark for each value, raised where others are near; what would lie on each other is one mark.
fn placed(scale: &Scale, values: &[(i64, bool)], lowest: i64) -> Vec<Mark> {
    let mut near: Vec<i64> = vec![0; usize::try_from(WIDTH).unwrap_or(0)];
    let mut marks: Vec<Mark> = Vec::new();
    for (value, met) in values {
        let x = scale.at(*value);
        let at = usize::try_from(x).unwrap_or(0);
        let level = near.get(at).copied().unwrap_or(0);
        for count in near.iter_mut().skip(at.saturating_sub(APART)).take(2 * APART + 1) {
            *count += 1;
        }
        marks.push(Mark { x, y: lowest - RAISED * (level % LEVELS), met: *met });
    }
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// Says which part of a label stands at a place, so that it stays within the picture.
fn anchor(x: i64) -> &'static str {
    match x {
        ..80 => "start",
        x if x > WIDTH - 80 => "end",
        _ => "middle",
    }
}

/// Writes text so that it is no markup.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_raised_by_how_many_are_near_and_lie_on_each_other_once() {
        let scale = Scale { low: 0, high: 10_000 };
        let values: Vec<(i64, bool)> =
            (0..5_000_i64).map(|nth| ((nth * nth * 7_919) % 10_000, nth % 3 == 0)).collect();
        let places: Vec<i64> = values.iter().map(|(value, _)| scale.at(*value)).collect();
        let mut expected: Vec<Mark> = Vec::new();
        for (nth, (value, met)) in values.iter().enumerate() {
            let x = scale.at(*value);
            let near = places[..nth].iter().filter(|other| (**other - x).abs() < 8).count();
            let y = 48 - RAISED * (i64::try_from(near).unwrap() % LEVELS);
            let mark = Mark { x, y, met: *met };
            if !expected.contains(&mark) {
                expected.push(mark);
            }
        }
        expected.sort_unstable();
        assert_eq!(placed(&scale, &values, 48), expected);
    }
}
