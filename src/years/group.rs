//! The series of several areas together: a municipality's, or a selection.

use serde::Serialize;

use super::points::{self, Difference};
use super::timeline::Timeline;
use crate::areas::Areas;
use crate::assess::{Outcome, Verdict};
use crate::figure::{Decimal, Figure};
use crate::many::Totals;
use crate::table::wide;

/// Several areas together, year by year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct GroupSeries {
    /// One for each year of the frame.
    pub points: Vec<GroupPoint>,
}

/// Several areas in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct GroupPoint {
    /// The areas by verdict.
    pub totals: Totals,
    /// Areas of the selection that are not among that year's.
    pub absent: u64,
    /// What is found of each criterion, in the set's order.
    pub findings: Vec<GroupFinding>,
}

/// The figures of several areas in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct GroupFinding {
    /// Areas past the threshold.
    pub met: u64,
    /// Areas exactly on it.
    pub at_threshold: u64,
    /// Areas not past it.
    pub not_met: u64,
    /// Areas without a figure.
    pub unknown: u64,
    /// The areas' counts added up; null where that can't be done.
    pub figure: Option<String>,
    /// The share of the sum in percent, rounded half-up to one decimal, or the sum of plain counts.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub percent: Option<Decimal>,
    /// Why there is no sum.
    pub lacks: Option<Lacks>,
    /// How the sum changed since the last one before.
    pub change: Option<Difference>,
}

/// Why there is no sum of several areas' figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Lacks {
    /// No area has a figure.
    Nothing,
    /// Percentages are never added up.
    Percentages,
    /// An area has no figure, or is not among that year's.
    Missing,
}

impl Timeline {
    /// Returns the series of a municipality's areas, by its four digits. Each year's areas are its own, so that changed
    /// boundaries inside the municipality don't matter.
    pub fn municipality(&self, code: &str) -> GroupSeries {
        let own = |nth: usize| {
            let areas = self.moments.get(nth).map(|moment| &moment.run.joined.areas);
            let areas = areas.into_iter().flat_map(Areas::iter);
            let own = areas.filter(|area| area.municipality().as_deref() == Some(code));
            own.map(|area| Some(area.position())).collect()
        };
        self.together(own, true)
    }

    /// Returns the series of some areas together, by their rows.
    pub fn selection(&self, rows: &[usize]) -> GroupSeries {
        let place = |row: &usize, nth: usize| self.places.get(*row)?.get(nth).copied().flatten();
        self.together(|nth| rows.iter().map(|row| place(row, nth)).collect(), false)
    }

    fn together(&self, places: impl Fn(usize) -> Vec<Option<usize>>, whole: bool) -> GroupSeries {
        let mut last: Vec<Option<(usize, Figure)>> = Vec::new();
        let points = self.moments.iter().enumerate().map(|(nth, moment)| {
            let places = places(nth);
            let here: Vec<usize> = places.iter().flatten().copied().collect();
            let verdicts = |wanted: Verdict| {
                wide(here.iter().filter(|position| moment.run.verdict(**position) == wanted).count())
            };
            last.resize(moment.figures.len(), None);
            let findings = last.iter_mut().enumerate().map(|(at, last)| {
                let outcomes = |wanted: Outcome| {
                    wide(here.iter().filter(|position| moment.run.outcome(at, **position) == wanted).count())
                };
                let figures = places.iter().map(|position| moment.run.figure(at, (*position)?));
                let sum = sum(figures);
                let dated = moment.figures.get(at).and_then(Option::as_ref);
                let mut change = None;
                if let (Ok(figure), Some(false)) = (&sum, dated.map(|dated| dated.carried)) {
                    let id = moment.run.set().criteria.get(at).map(|criterion| criterion.id.as_str());
                    change = last.and_then(|(before, was)| {
                        let mut breaks = self.breaks_between(id.unwrap_or_default(), (before, nth), None);
                        // A whole municipality is the same, however it is divided.
                        breaks.retain(|at| {
                            !whole || self.breaks().get(*at).is_some_and(|one| !one.is_of_division())
                        });
                        points::change(&was, figure, &self.period_of(before, at), breaks)
                    });
                    *last = Some((nth, *figure));
                }
                GroupFinding {
                    met: outcomes(Outcome::Met),
                    at_threshold: outcomes(Outcome::AtThreshold),
                    not_met: outcomes(Outcome::NotMet),
                    unknown: outcomes(Outcome::Unknown),
                    figure: sum.as_ref().ok().map(Figure::to_string),
                    percent: sum.as_ref().ok().and_then(|figure| match figure {
                        Figure::Amount(_) => Some(figure.ratio().round_half_up(0)),
                        Figure::Share(_) | Figure::Percent(_) => Some(figure.ratio().round_half_up(1)),
                        Figure::Between(_) => None,
                    }),
                    lacks: sum.err(),
                    change,
                }
            });
            GroupPoint {
                findings: findings.collect(),
                totals: Totals {
                    areas: wide(here.len()),
                    meets: verdicts(Verdict::Meets),
                    does_not_meet: verdicts(Verdict::DoesNotMeet),
                    undetermined: verdicts(Verdict::Undetermined),
                    rejected: 0,
                },
                absent: wide(places.len() - here.len()),
            }
        });
        GroupSeries { points: points.collect() }
    }
}

/// Adds up figures; percentages never, and only where none is missing.
pub(super) fn sum(figures: impl Iterator<Item = Option<Figure>>) -> Result<Figure, Lacks> {
    let (mut any, mut missing) = (false, false);
    let mut sum: Option<Figure> = None;
    for figure in figures {
        any |= figure.is_some();
        let Some(figure) = figure else {
            missing = true;
            continue;
        };
        let (count, total) = figure.counts().ok_or(Lacks::Percentages)?;
        let added = match sum.and_then(|sum| sum.counts()) {
            None => Ok(figure),
            Some((before, None)) if total.is_none() => Figure::amount_within(before.plus(count)),
            Some((before, Some(of))) => {
                Figure::share_within(before.plus(count), total.ok_or(Lacks::Missing)?.plus(of))
            }
            Some((_, None)) => return Err(Lacks::Missing),
        };
        sum = Some(added.map_err(|_| Lacks::Missing)?);
    }
    match sum {
        _ if !any => Err(Lacks::Nothing),
        Some(sum) if !missing => Ok(sum),
        Some(_) | None => Err(Lacks::Missing),
    }
}
