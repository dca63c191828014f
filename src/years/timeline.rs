//! All years of a load, and which areas are the same in them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::breaks::{self, SeriesBreak};
use super::moment::Moment;
use crate::areas::{Area, Division};
use crate::criteria::CriteriaSet;
use crate::error::Error;
use crate::many::{OutcomeCounts, Run, Totals};

/// All years of a load.
#[derive(Debug)]
pub struct Timeline {
    pub(super) moments: Vec<Moment>,
    breaks: Vec<SeriesBreak>,
    /// The moments that each break lies between.
    between: Vec<(usize, usize)>,
    undated: Vec<String>,
    /// Where each area stands in each moment's run, row by row.
    pub(super) places: Vec<Vec<Option<usize>>>,
    rows: BTreeMap<Who, usize>,
}

/// What there is to say of all years as a whole.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SeriesFrame {
    /// The years, oldest first.
    pub periods: Vec<PeriodSummary>,
    /// The breaks between them.
    pub breaks: Vec<SeriesBreak>,
    /// Criteria whose figures tell no period, so that no year has them.
    pub undated: Vec<String>,
    /// All areas that are in some year.
    pub areas: usize,
}

/// A year as a whole.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PeriodSummary {
    /// The year.
    pub period: String,
    /// Areas by verdict.
    pub totals: Totals,
    /// Areas by outcome of each criterion.
    pub outcomes: Vec<OutcomeCounts>,
    /// Of when each criterion's figures are, in the set's order.
    pub figures: Vec<FigurePeriod>,
}

/// Of when a criterion's figures are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct FigurePeriod {
    /// The criterion's id.
    pub criterion: String,
    /// The figures' own period; null where there are none.
    pub period: Option<String>,
    /// Whether they are of an earlier election, which stands until the next.
    pub carried: bool,
    /// The ages that they are of, such as `20-64`; null where no file tells them.
    pub ages: Option<String>,
}

/// What an area is told apart by within a load.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Code(String),
    Name(String, String),
}

impl Who {
    fn of(area: Area<'_>) -> Option<Self> {
        let name = || area.name_within().map(|(municipality, name)| Self::Name(municipality, name));
        area.code().map(Self::Code).or_else(name)
    }
}

impl Timeline {
    /// Makes a moment of each year that the load of a run has figures of. The load must have been made with
    /// [`Settings::every_period`](crate::areas::Settings::every_period).
    ///
    /// # Errors
    /// `too-large` where the memory can't be had.
    pub fn new(run: &Run) -> Result<Self, Error> {
        let (joined, set) = (&run.joined, run.set());
        let columns = joined.periods.columns();
        let mut years: Vec<u32> = columns.iter().map(|column| column.year).collect();
        years.sort_unstable();
        years.dedup();
        let at = |year: &u32| Moment::at(joined, &year.to_string(), set, run.reading());
        let moments: Vec<Moment> = years.iter().map(at).collect::<Result<_, Error>>()?;
        let has_figures = |nth: usize| joined.areas.iter().any(|area| area.figure(nth).is_some());
        let undated = set.criteria.iter().enumerate();
        let undated = undated
            .filter(|(nth, _)| !columns.iter().any(|column| column.criterion == *nth) && has_figures(*nth));
        let undated = undated.map(|(_, criterion)| criterion.id.clone()).collect();
        let (breaks, between) = breaks_of(&moments, set);
        let mut timeline =
            Self { moments, breaks, between, undated, places: Vec::new(), rows: BTreeMap::new() };
        timeline.find_areas();
        Ok(timeline)
    }

    /// Gives each area a row: those of the newest year first, in their order.
    fn find_areas(&mut self) {
        for (nth, moment) in self.moments.iter().enumerate().rev() {
            for area in moment.run.joined.areas.iter() {
                let Some(who) = Who::of(area) else { continue };
                let row = *self.rows.entry(who).or_insert_with(|| {
                    self.places.push(vec![None; self.moments.len()]);
                    self.places.len() - 1
                });
                if let Some(slot) = self.places.get_mut(row).and_then(|places| places.get_mut(nth)) {
                    slot.get_or_insert(area.position());
                }
            }
        }
    }

    /// Returns how many areas there are in some year.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Tells whether there is no area.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Returns the row of an area of any run of the load.
    pub fn row(&self, area: Area<'_>) -> Option<usize> {
        self.rows.get(&Who::of(area)?).copied()
    }

    /// Returns the years as moments, oldest first.
    pub fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// Returns the breaks between the years.
    pub fn breaks(&self) -> &[SeriesBreak] {
        &self.breaks
    }

    /// Tells of all years as a whole.
    pub fn frame(&self) -> SeriesFrame {
        SeriesFrame {
            periods: self.moments.iter().map(summary).collect(),
            breaks: self.breaks.clone(),
            undated: self.undated.clone(),
            areas: self.len(),
        }
    }

    /// Lists the breaks of a criterion that lie between two moments, for areas of a division.
    pub(super) fn breaks_between(
        &self,
        criterion: &str,
        (before, now): (usize, usize),
        division: Option<Division>,
    ) -> Vec<usize> {
        let of = |(at, (one, between)): (usize, (&SeriesBreak, &(usize, usize)))| {
            let is = one.criterion == criterion
                && before <= between.0
                && between.1 <= now
                && one.division.is_none_or(|own| division.is_none_or(|division| own == division));
            is.then_some(at)
        };
        self.breaks.iter().zip(&self.between).enumerate().filter_map(of).collect()
    }
}

fn summary(moment: &Moment) -> PeriodSummary {
    PeriodSummary {
        period: moment.period.clone().unwrap_or_default(),
        totals: moment.run.totals(),
        outcomes: moment.run.outcome_counts(),
        figures: figure_periods(moment.run.set(), &moment.figures),
    }
}

/// Tells of when each criterion's figures are.
pub(super) fn figure_periods(set: &CriteriaSet, figures: &[Option<super::Dated>]) -> Vec<FigurePeriod> {
    let one = |(nth, criterion): (usize, &crate::criteria::Criterion)| {
        let dated = figures.get(nth).and_then(Option::as_ref);
        FigurePeriod {
            criterion: criterion.id.clone(),
            period: dated.map(|dated| dated.period.clone()),
            carried: dated.is_some_and(|dated| dated.carried),
            ages: dated.and_then(|dated| dated.ages().map(str::to_owned)),
        }
    };
    set.criteria.iter().enumerate().map(one).collect()
}

/// Finds the breaks between moments whose figures of a criterion follow each other.
fn breaks_of(moments: &[Moment], set: &CriteriaSet) -> (Vec<SeriesBreak>, Vec<(usize, usize)>) {
    let (mut all, mut between) = (Vec::new(), Vec::new());
    for (nth, criterion) in set.criteria.iter().enumerate() {
        let own = moments.iter().enumerate().filter_map(|(at, moment)| {
            let dated = moment.figures.get(nth)?.as_ref()?;
            (!dated.carried).then_some((at, dated))
        });
        let own: Vec<_> = own.collect();
        // A division breaks only where the load has its areas.
        let has = |division: &Division| {
            moments
                .iter()
                .any(|moment| moment.run.joined.areas.iter().any(|area| area.division() == *division))
        };
        for pair in own.windows(2) {
            let [(from, before), (to, now)] = pair else { continue };
            let mut found = breaks::between(criterion, before, now);
            found.retain(|one| one.division.as_ref().is_none_or(has));
            between.extend(found.iter().map(|_| (*from, *to)));
            all.append(&mut found);
        }
    }
    (all, between)
}
