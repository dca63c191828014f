//! The areas on a small scale for each criterion: where they lie between the national average and the threshold, and which
//! are near. Whole numbers place the marks; nothing is ranked.

use std::fmt::Write as _;

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

/// Draws a strip for each criterion.
pub(super) fn picture(run: &Run, rows: &[Row], language: Language) -> String {
    let criteria = &run.set().criteria;
    let height = STRIP * i64::try_from(criteria.len()).unwrap_or(0) + 20;
    let about = language.choose(
        "Varje område som ett märke på en skala för varje kriterium, med gränsen och rikets värde. Samma siffror står i tabellen.",
        "Each area as a mark on a scale for each criterion, with the threshold and the country’s value. The table has the same figures.",
    );
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{about}\">"
    );
    for (nth, criterion) in criteria.iter().enumerate() {
        let top = STRIP * i64::try_from(nth).unwrap_or(0);
        let findings = rows.iter().filter_map(|row| row.assessment.findings.get(nth));
        strip(&mut svg, criterion, &findings.collect::<Vec<_>>(), top, language);
    }
    let legend = [
        (true, language.choose("uppfyllt", "met")),
        (
            false,
            language.choose("inte uppfyllt, eller exakt på gränsen", "not met, or exactly on the threshold"),
        ),
    ];
    for ((met, word), x) in legend.into_iter().zip([SIDE, SIDE + 110]) {
        mark(&mut svg, x, height - 8, met);
        // Writing to a String never fails.
        let _ = write!(svg, "<text x=\"{}\" y=\"{}\">{word}</text>", x + 10, height - 4);
    }
    svg + "</svg>"
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

fn strip(svg: &mut String, criterion: &Criterion, findings: &[&Finding], top: i64, language: Language) {
    let threshold = hundredths(criterion.threshold.value);
    let average = criterion.national_average.as_ref().map(|average| hundredths(average.value));
    let marks: Vec<(i64, bool)> = findings
        .iter()
        .filter_map(|finding| Some((hundredths(finding.percent?), finding.outcome == Outcome::Met)))
        .collect();
    let all = || marks.iter().map(|(value, _)| *value).chain([threshold]).chain(average);
    let (low, high) = (all().min().unwrap_or(0), all().max().unwrap_or(0));
    let margin = ((high - low) / 20).max(50);
    let scale = Scale { low: low - margin, high: high + margin };
    let base = top + BASE;
    let said = |number: &Decimal| match criterion.unit {
        Unit::Percent => percent(&number.to_string(), language),
        Unit::Persons => counted(number.to_string().as_str(), Noun::Person, language),
    };
    let label = escaped(criterion.label.of(language));
    let missing = findings.len() - marks.len();
    let missing = match missing {
        0 => String::new(),
        number => {
            let number = decimal(&number.to_string(), language);
            language.choose(format!(" ({number} utan märke)"), format!(" ({number} without a mark)"))
        }
    };
    let _ = write!(svg, "<text x=\"{SIDE}\" y=\"{}\" class=\"label\">{label}{missing}</text>", top + 12);
    let _ = write!(svg, "<path d=\"M{SIDE} {base}H{}\" class=\"axis\"/>", WIDTH - SIDE);
    if let Some((value, average)) = average.zip(criterion.national_average.as_ref()) {
        let (x, word) = (scale.at(value), language.choose("riket", "country"));
        let _ = write!(svg, "<path d=\"M{x} {}V{}\" class=\"average\"/>", base - 26, base + 4);
        text_at(svg, x, base + 15, &format!("{word} {}", said(&average.value)));
    }
    let (x, word) = (scale.at(threshold), language.choose("gräns", "threshold"));
    let _ = write!(svg, "<path d=\"M{x} {}V{}\" class=\"threshold\"/>", base - 26, base + 4);
    text_at(svg, x, base - 30, &format!("{word} {}", said(&criterion.threshold.value)));
    let mut placed: Vec<i64> = Vec::new();
    for (value, met) in marks {
        let x = scale.at(value);
        let level = placed.iter().filter(|other| (**other - x).abs() < 8).count();
        let level = i64::try_from(level).unwrap_or(0) % LEVELS;
        placed.push(x);
        mark(svg, x, base - 4 - RAISED * level, met);
    }
}

fn mark(svg: &mut String, x: i64, y: i64, met: bool) {
    let class = if met { "met" } else { "not-met" };
    let _ = write!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"3.5\" class=\"{class}\"/>");
}

/// Writes a label centred at a place, or as near as it stays within the picture.
fn text_at(svg: &mut String, x: i64, y: i64, text: &str) {
    let anchor = match x {
        ..80 => "start",
        x if x > WIDTH - 80 => "end",
        _ => "middle",
    };
    let _ = write!(svg, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>", escaped(text));
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
