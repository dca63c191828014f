//! What each line of a record says. Its members stand in the document in this order and under these names, and the page
//! has its types from here.

use serde::Serialize;

use super::{Line, digest};
use crate::assess::{
    Assessment, Certainty, Dependence, Finding, Outcome, ReadingVerdict, Verdict, assess, readings,
};
use crate::criteria::{Citation, CriteriaSet, Criterion, Reading};
use crate::document::Document;
use crate::error::Error;
use crate::figure::{Decimal, Given, Stated};
use crate::output::work::{AreaNote, Entry, Notes};

/// A decision record.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DecisionRecord {
    /// The word that marks a record.
    pub format: &'static str,
    /// The version of its shape.
    pub version: i64,
    /// What made it.
    pub product: Signed<Product>,
    /// Its day.
    pub date: Signed<GivenDate>,
    /// Which area it is about.
    pub area: Signed<AreaNote>,
    /// The criteria.
    pub criteria: Signed<UsedCriteria>,
    /// The reading that was applied.
    pub reading: Signed<Reading>,
    /// The figures, in the set's order.
    pub figures: Vec<Signed<GivenFigure>>,
    /// The verdict.
    pub verdict: Signed<VerdictLine>,
    /// The comparisons, in the set's order.
    pub findings: Vec<Signed<FindingLine>>,
    /// The verdict under every reading.
    pub readings: Vec<Signed<ReadingVerdict>>,
    /// Where each number and each point of the rule came from.
    pub sources: Vec<Signed<SourceLine>>,
}

/// A line with the digest of what it says and of where it stands.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(type = "Line & { digest: string }"))]
pub struct Signed<Line> {
    #[serde(flatten)]
    line: Line,
    digest: String,
}

impl<Line: Serialize> Signed<Line> {
    pub(super) fn new(path: &str, line: Line) -> Result<Self, Error> {
        let digest = digest(path, &Document::of(&line)?);
        Ok(Self { line, digest })
    }

    /// Signs the lines of a list.
    pub(super) fn all(name: &str, lines: Vec<Line>) -> Result<Vec<Self>, Error> {
        lines.into_iter().enumerate().map(|(nth, line)| Self::new(&at(name, nth), line)).collect()
    }
}

/// Returns the path of a line in a list.
fn at(name: &str, nth: usize) -> String {
    format!("{name}[{nth}]")
}

/// The product that makes a record.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Product {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// The day of a record, as the person gives it; empty for none.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct GivenDate {
    /// The day.
    pub given: String,
}

/// The criteria of a record.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct UsedCriteria {
    /// The set's id.
    pub id: String,
    /// The set's hash.
    pub hash: String,
    /// The set itself.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "CriteriaSet"))]
    pub set: Document,
}

/// A figure as it was given.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
pub struct GivenFigure {
    /// The criterion's id.
    pub criterion: String,
    /// The figure as typed.
    pub given: Option<Given>,
    /// What was noted of it, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub notes: Option<Notes>,
}

impl GivenFigure {
    pub(super) fn new(criterion: &str, entry: Option<&Entry>) -> Self {
        let (given, notes) = entry.cloned().map(|Entry { given, notes }| (given, notes)).unzip();
        Self { criterion: criterion.to_owned(), given, notes }
    }
}

/// The verdict and what it rests on.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct VerdictLine {
    /// The verdict.
    pub verdict: Verdict,
    /// How many criteria count as met.
    pub met: usize,
    /// How many may still come to count.
    pub unknown: usize,
    /// How many must count.
    pub required: usize,
    /// The criteria whose missing figures would decide.
    pub deciding: Vec<String>,
    /// Whether the verdict holds for all true values that the figures allow.
    pub certainty: Certainty,
    /// What it depends on.
    pub depends_on: Vec<Dependence>,
}

/// A comparison.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct FindingLine {
    /// The criterion's id.
    pub criterion: String,
    /// The threshold.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub threshold: Decimal,
    /// The national average, where the set has one.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub national_average: Option<Decimal>,
    /// The outcome.
    pub outcome: Outcome,
    /// Whether it counts as met under the reading.
    pub counts_as_met: Option<bool>,
    /// The figure, exact and unreduced.
    pub figure: Option<String>,
    /// The value, rounded to be read.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub percent: Option<Decimal>,
    /// Value minus threshold, rounded to be read.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub distance: Option<Decimal>,
    /// The fewest whole persons to the threshold.
    pub persons: Option<String>,
    /// How far from the national average (0) to the threshold (1).
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub position: Option<Decimal>,
    /// The comparison as an integer inequality.
    pub comparison: Option<String>,
    /// Whether the outcome holds for all true values that the figure can stand for.
    pub certainty: Option<Certainty>,
    /// What the outcome depends on.
    pub depends_on: Option<Vec<Dependence>>,
}

/// Where a number or a point of the rule came from.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
pub struct SourceLine {
    /// What of the rule: `set`, `tie`, `require`, `turnout.threshold`, `turnout.nationalAverage`.
    pub of: String,
    /// The place, in Swedish.
    pub sv: String,
    /// The place, in English.
    pub en: String,
    /// The source's own words, where they are given.
    pub quote: Option<String>,
    /// An address, where there is one.
    pub url: Option<String>,
}

/// The lines that follow from the inputs.
pub(super) struct Computed {
    pub verdict: VerdictLine,
    pub findings: Vec<FindingLine>,
    pub readings: Vec<ReadingVerdict>,
    pub sources: Vec<SourceLine>,
}

impl Computed {
    pub(super) fn new(set: &CriteriaSet, reading: Reading, area: &[Option<Stated>]) -> Self {
        let Assessment { verdict, tally, deciding, certainty, depends_on, findings } =
            assess(set, reading, area);
        let (met, unknown, required) = (tally.met, tally.unknown, tally.required);
        Self {
            verdict: VerdictLine { verdict, met, unknown, required, deciding, certainty, depends_on },
            findings: set.criteria.iter().zip(findings).map(FindingLine::new).collect(),
            readings: readings(set, area),
            sources: sources(set),
        }
    }

    /// Returns what stands in each line, with its path.
    pub(super) fn lines(&self) -> Result<Vec<Line>, Error> {
        let mut lines = vec![("verdict".to_owned(), Document::of(&self.verdict)?)];
        add(&mut lines, "findings", &self.findings)?;
        add(&mut lines, "readings", &self.readings)?;
        add(&mut lines, "sources", &self.sources)?;
        Ok(lines)
    }
}

fn add(lines: &mut Vec<Line>, name: &str, list: &[impl Serialize]) -> Result<(), Error> {
    for (nth, line) in list.iter().enumerate() {
        lines.push((at(name, nth), Document::of(line)?));
    }
    Ok(())
}

impl FindingLine {
    fn new((of, found): (&Criterion, Finding)) -> Self {
        Self {
            criterion: found.criterion,
            threshold: of.threshold.value,
            national_average: of.national_average.as_ref().map(|cited| cited.value),
            outcome: found.outcome,
            counts_as_met: found.counts_as_met,
            figure: found.figure,
            percent: found.percent,
            distance: found.distance,
            persons: found.persons,
            position: found.position,
            comparison: found.comparison,
            certainty: found.certainty,
            depends_on: found.depends_on,
        }
    }
}

fn sources(set: &CriteriaSet) -> Vec<SourceLine> {
    let line = |of: String, Citation { text, quote, url }: &Citation| SourceLine {
        of,
        sv: text.sv.clone(),
        en: text.en.clone(),
        quote: quote.clone(),
        url: url.clone(),
    };
    let mut lines = vec![
        line("set".to_owned(), &set.source),
        line("tie".to_owned(), &set.reading.tie.source),
        line("require".to_owned(), &set.reading.require.source),
    ];
    for criterion in &set.criteria {
        lines.push(line(format!("{}.threshold", criterion.id), &criterion.threshold.source));
        let average = criterion.national_average.as_ref();
        lines.extend(average.map(|cited| line(format!("{}.nationalAverage", criterion.id), &cited.source)));
    }
    lines
}
