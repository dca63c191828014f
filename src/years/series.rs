//! The series of one area.

use serde::Serialize;

use super::points::{self, Difference};
use super::timeline::Timeline;
use crate::areas::Area;
use crate::assess::{Briefly, Certainty, Outcome, Verdict};
use crate::figure::{Decimal, Figure};
use crate::memo;

/// An area, year by year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct AreaSeries {
    /// The row, by which the series is asked for again.
    pub row: usize,
    /// The code as it is shown.
    pub code: Option<String>,
    /// The name, of the newest year that has one.
    pub name: Option<String>,
    /// The municipality's four digits.
    pub municipality: Option<String>,
    /// The municipality's name.
    pub municipality_name: Option<String>,
    /// Whether the memo's list has the municipality.
    pub designated: Option<bool>,
    /// One for each year of the frame; null where the area is not among that year's.
    pub points: Vec<Option<SeriesPoint>>,
}

/// An area in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SeriesPoint {
    /// The verdict.
    pub verdict: Verdict,
    /// What is found of each criterion, in the set's order.
    pub findings: Vec<SeriesFinding>,
}

/// A figure in one year; all but the outcome are null where it is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SeriesFinding {
    /// The outcome.
    pub outcome: Outcome,
    /// The figure, exact and unreduced.
    pub figure: Option<String>,
    /// The value, as a finding has it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub percent: Option<Decimal>,
    /// The distance from the threshold, as a finding has it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub distance: Option<Decimal>,
    /// Whether the outcome holds for all true values that the figure can stand for.
    pub certainty: Option<Certainty>,
    /// How it changed since the area's last figure before; null at the first one, and for a figure that is carried.
    pub change: Option<Difference>,
}

impl Timeline {
    /// Returns the series of an area by its row; `None` beyond the last.
    pub fn area(&self, row: usize) -> Option<AreaSeries> {
        let places = self.places.get(row)?;
        let here = |nth: usize| -> Option<Area<'_>> {
            self.moments.get(nth)?.run.joined.areas.get((*places.get(nth)?)?)
        };
        let areas = || (0..places.len()).rev().filter_map(here);
        let newest = areas().next()?;
        let municipality = newest.municipality();
        let known = municipality.as_deref().and_then(memo::by_code);
        let mut last: Vec<Option<(usize, Figure)>> = vec![None; newest_criteria(self)];
        let mut points = Vec::with_capacity(places.len());
        for (nth, moment) in self.moments.iter().enumerate() {
            let Some(area) = here(nth) else {
                points.push(None);
                continue;
            };
            let (run, position) = (&moment.run, area.position());
            let findings = run.set().criteria.iter().zip(&mut last).enumerate();
            let findings = findings.map(|(at, (criterion, last))| {
                let figure = area.figure(at);
                let brief = figure.map(|figure| Briefly::new(criterion).of(&figure));
                let mut finding = SeriesFinding {
                    outcome: run.outcome(at, position),
                    figure: figure.map(|figure| figure.to_string()),
                    percent: brief.and_then(|brief| brief.percent),
                    distance: brief.and_then(|brief| brief.distance),
                    certainty: brief.map(|brief| brief.certainty),
                    change: None,
                };
                let carried =
                    moment.figures.get(at).and_then(Option::as_ref).is_none_or(|dated| dated.carried);
                if let Some(figure) = figure.filter(|_| !carried) {
                    finding.change = last.and_then(|(before, was)| {
                        let breaks = self.breaks_between(&criterion.id, (before, nth), Some(area.division()));
                        points::change(&was, &figure, &self.period_of(before, at), breaks)
                    });
                    *last = Some((nth, figure));
                }
                finding
            });
            points.push(Some(SeriesPoint { verdict: run.verdict(position), findings: findings.collect() }));
        }
        Some(AreaSeries {
            row,
            code: newest.code(),
            name: areas().find_map(Area::name).map(str::to_owned),
            municipality_name: known.map(|known| known.name.to_owned()),
            designated: known.map(|known| known.designated),
            municipality,
            points,
        })
    }

    /// Returns the period of a criterion's figures at a moment.
    pub(super) fn period_of(&self, moment: usize, criterion: usize) -> String {
        let dated = self.moments.get(moment).and_then(|moment| moment.figures.get(criterion)?.as_ref());
        dated.map(|dated| dated.period.clone()).unwrap_or_default()
    }
}

fn newest_criteria(timeline: &Timeline) -> usize {
    timeline.moments.first().map_or(0, |moment| moment.figures.len())
}
