//! Two periods compared, of one load or of two: each area beside what it was.

use std::collections::BTreeMap;

use serde::Serialize;

use super::among::Among;
use super::breaks::{self, SeriesBreak};
use super::group::{self, Lacks};
use super::log::ChangeLog;
use super::moment::Moment;
use super::pair::{Match, Pair, pairs};
use super::points::{self, Difference};
use super::timeline::{FigurePeriod, figure_periods};
use crate::areas::{Area, Division};
use crate::assess::{Briefly, Outcome, Verdict};
use crate::criteria::Criterion;
use crate::figure::{Decimal, Figure};
use crate::many::{Run, Totals};
use crate::memo;

/// A side as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SideSummary {
    /// The period that was asked for; null for the newest figures of each criterion.
    pub period: Option<String>,
    /// Of when each criterion's figures are, in the set's order.
    pub figures: Vec<FigurePeriod>,
    /// The areas that the comparison is about, by verdict.
    pub totals: Totals,
}

/// Two periods compared.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// The side before.
    pub before: SideSummary,
    /// The side now.
    pub now: SideSummary,
    /// The breaks between the two.
    pub breaks: Vec<SeriesBreak>,
    /// How many rows there are of each kind.
    pub matches: Vec<MatchCount>,
    /// Areas that meet now and did not before.
    pub entering: u64,
    /// Areas that met before and don't now.
    pub leaving: u64,
    /// Areas that met before, and of which the figures don't decide it now.
    pub undecided: u64,
    /// Areas that meet before and now.
    pub staying: u64,
    /// The areas, in the order of now; those of before only at the end.
    #[serde(skip)]
    pub rows: Vec<Compared>,
}

/// How many rows there are of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct MatchCount {
    /// The kind.
    pub matched: Match,
    /// How many.
    pub rows: u64,
}

/// An area of now beside what it was, or the areas that became each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    /// How the two sides go with each other.
    pub matched: Match,
    /// The log's own words for the change.
    pub words: Vec<String>,
    /// The areas before; several where they are added up.
    pub before: Vec<ComparedPlace>,
    /// The areas now.
    pub now: Vec<ComparedPlace>,
    /// What is found of each criterion, in the set's order.
    pub findings: Vec<ComparedFinding>,
}

/// An area of a side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ComparedPlace {
    /// The code as it is shown.
    pub code: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The municipality's four digits.
    pub municipality: Option<String>,
    /// The municipality's name.
    pub municipality_name: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
}

/// A criterion's figures on both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ComparedFinding {
    /// The figure before, or the sum of the areas' counts.
    pub before: Option<ComparedFigure>,
    /// The figure now, or the sum of the areas' counts.
    pub now: Option<ComparedFigure>,
    /// How it changed; null where a figure is missing or the two can't be compared, and where both are of one election.
    pub change: Option<Difference>,
    /// Why a sum is missing.
    pub lacks: Option<Lacks>,
}

/// A figure of one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ComparedFigure {
    /// The figure, exact and unreduced.
    pub figure: String,
    /// The value, as a finding has it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub percent: Decimal,
    /// The outcome; null for a sum of several areas, which no criterion is about.
    pub outcome: Option<Outcome>,
}

impl SideSummary {
    fn of(moment: &Moment) -> Self {
        Self {
            period: moment.period.clone(),
            figures: figure_periods(moment.run.set(), &moment.figures),
            totals: moment.run.totals(),
        }
    }

    /// Counts some areas in place of all.
    fn count<'a>(&mut self, places: impl Iterator<Item = &'a ComparedPlace>) {
        let mut totals = Totals { rejected: self.totals.rejected, ..Totals::default() };
        for place in places {
            totals.areas += 1;
            *match place.verdict {
                Verdict::Meets => &mut totals.meets,
                Verdict::DoesNotMeet => &mut totals.does_not_meet,
                Verdict::Undetermined => &mut totals.undetermined,
            } += 1;
        }
        self.totals = totals;
    }
}

impl ComparedPlace {
    fn of(run: &Run, position: usize) -> Option<Self> {
        let area = run.joined.areas.get(position)?;
        let municipality = area.municipality();
        Some(Self {
            code: area.code(),
            name: area.name().map(str::to_owned),
            municipality_name: municipality
                .as_deref()
                .and_then(memo::by_code)
                .map(|known| known.name.to_owned()),
            municipality,
            verdict: run.verdict(position),
        })
    }
}

impl Comparison {
    /// Compares two sides of the same criteria set. A log proves or denies that areas of two years' divisions are the same;
    /// without one, equal codes stand for the same area, and a break says that the boundary may have changed.
    pub fn new(before: &Moment, now: &Moment, log: Option<&ChangeLog>, among: &Among) -> Self {
        let (breaks, of) = breaks_between(before, now);
        // Within one division, what a log says of another year is beside the point.
        let is_dated = before.figures.iter().zip(&now.figures).any(|(was, is)| was.is_some() && is.is_some());
        let log = log.filter(|_| !is_dated || breaks.iter().any(SeriesBreak::is_of_division));
        let pairs = pairs(before, now, log);
        let mut comparison = Self {
            before: SideSummary::of(before),
            now: SideSummary::of(now),
            breaks,
            matches: Vec::new(),
            entering: 0,
            leaving: 0,
            undecided: 0,
            staying: 0,
            rows: Vec::with_capacity(pairs.len()),
        };
        let mut counts: BTreeMap<Match, u64> = BTreeMap::new();
        let taken = |pair: &&Pair<'_>| among.is_all() || among.takes(&pair.areas(before, now));
        for pair in pairs.iter().filter(taken) {
            *counts.entry(pair.matched).or_default() += 1;
            let row = compared(before, now, pair, &comparison.breaks, &of);
            if let (true, [before], [now]) =
                (pair.matched.is_comparable(), row.before.as_slice(), row.now.as_slice())
            {
                match (before.verdict, now.verdict) {
                    (Verdict::Meets, Verdict::Meets) => comparison.staying += 1,
                    (Verdict::Meets, Verdict::DoesNotMeet) => comparison.leaving += 1,
                    (Verdict::Meets, Verdict::Undetermined) => comparison.undecided += 1,
                    (_, Verdict::Meets) => comparison.entering += 1,
                    (_, Verdict::DoesNotMeet | Verdict::Undetermined) => {}
                }
            }
            comparison.rows.push(row);
        }
        comparison.matches = counts.into_iter().map(|(matched, rows)| MatchCount { matched, rows }).collect();
        if !among.is_all() {
            comparison.before.count(comparison.rows.iter().flat_map(|row| &row.before));
            comparison.now.count(comparison.rows.iter().flat_map(|row| &row.now));
        }
        comparison
    }
}

impl Compared {
    /// Tells whether the verdict of an area that is on both sides changed.
    pub fn has_turned(&self) -> bool {
        match (self.before.as_slice(), self.now.as_slice()) {
            ([before], [now]) => self.matched.is_comparable() && before.verdict != now.verdict,
            _ => false,
        }
    }
}

/// Lists the breaks between two sides, and those of each criterion by their position.
fn breaks_between(before: &Moment, now: &Moment) -> (Vec<SeriesBreak>, Vec<Vec<usize>>) {
    let (mut all, mut of): (Vec<SeriesBreak>, Vec<Vec<usize>>) = (Vec::new(), Vec::new());
    let has = |division: &Division| now.run.joined.areas.iter().any(|area| area.division() == *division);
    for (nth, criterion) in now.run.set().criteria.iter().enumerate() {
        let dated = |side: &Moment| side.figures.get(nth).cloned().flatten();
        let mut found = match (dated(before), dated(now)) {
            // Where a person compares backwards, the breaks are the same.
            (Some(was), Some(is)) if was.year <= is.year => breaks::between(criterion, &was, &is),
            (Some(was), Some(is)) => breaks::between(criterion, &is, &was),
            _ => Vec::new(),
        };
        found.retain(|one| one.division.as_ref().is_none_or(has));
        of.push((all.len()..all.len() + found.len()).collect());
        all.append(&mut found);
    }
    (all, of)
}

fn compared(
    before: &Moment,
    now: &Moment,
    pair: &Pair<'_>,
    breaks: &[SeriesBreak],
    of: &[Vec<usize>],
) -> Compared {
    let places = |run: &Run, positions: &[usize]| {
        positions.iter().filter_map(|at| ComparedPlace::of(run, *at)).collect()
    };
    let mut row = Compared {
        matched: pair.matched,
        words: pair.group.iter().flat_map(|group| group.words.iter().cloned()).collect(),
        before: places(&before.run, &pair.before),
        now: places(&now.run, &pair.now),
        findings: Vec::new(),
    };
    let division = pair.now.first().and_then(|at| now.run.joined.areas.get(*at)).map(Area::division);
    for (nth, criterion) in now.run.set().criteria.iter().enumerate() {
        let figure = |side: &Moment, positions: &[usize]| match positions {
            [only] => side.run.figure(nth, *only).ok_or(Lacks::Missing),
            several if pair.is_complete() => group::sum(several.iter().map(|at| side.run.figure(nth, *at))),
            _ => Err(Lacks::Missing),
        };
        let (was, is) = (figure(before, &pair.before), figure(now, &pair.now));
        let dated = |side: &Moment| side.figures.get(nth).cloned().flatten();
        let (then, since) = (dated(before), dated(now));
        let one_figure = then.is_some()
            && then.as_ref().map(|one| &one.period) == since.as_ref().map(|one| &one.period)
            && then.as_ref().zip(since.as_ref()).is_some_and(|(one, other)| one.carried || other.carried);
        let mut change = None;
        if let (true, false, Ok(was), Ok(is)) = (pair.matched.is_comparable(), one_figure, &was, &is) {
            let own = of.get(nth).into_iter().flatten().copied().filter(|at| {
                breaks.get(*at).is_some_and(|one| {
                    let concerns =
                        one.division.is_none_or(|own| division.is_none_or(|division| division == own));
                    // What the log has proven is not in doubt.
                    concerns && !(pair.matched.is_proven() && one.is_of_division())
                })
            });
            let period = then.map(|one| one.period).unwrap_or_default();
            change = points::change(was, is, &period, own.collect());
        }
        let several = pair.before.len() > 1 || pair.now.len() > 1;
        let lacks = if several { was.err().or(is.err()) } else { None };
        let shown = |side: &Moment, positions: &[usize], figure: Result<Figure, Lacks>| {
            let figure = figure.ok()?;
            let outcome = match positions {
                [only] => Some(side.run.outcome(nth, *only)),
                _ => None,
            };
            Some(ComparedFigure {
                figure: figure.to_string(),
                percent: percent(criterion, &figure)?,
                outcome,
            })
        };
        row.findings.push(ComparedFinding {
            before: shown(before, &pair.before, was),
            now: shown(now, &pair.now, is),
            change,
            lacks,
        });
    }
    row
}

/// Returns the percentage to be read; `None` where the threshold lies between a figure's bounds.
fn percent(criterion: &Criterion, figure: &Figure) -> Option<Decimal> {
    Briefly::new(criterion).of(figure).percent
}
