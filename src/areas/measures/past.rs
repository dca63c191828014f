//! Figures of other periods than the one that is taken, each found by the same rules as if it were pinned.

use std::collections::BTreeSet;

use super::super::coordinates::Value;
use super::super::plan::MeasurePlan;
use super::super::query::Query;
use super::super::question::Facet;
use super::super::resolve::Looked;
use super::super::series::Series;
use super::Search;

/// As many periods of a measure are kept beside the one that is taken: twenty years of months.
const PERIODS: usize = 240;

impl Search<'_> {
    /// Finds a criterion's figures of each other period, newest first; `find` looks for them with that period pinned.
    pub(super) fn past(
        &self,
        nth: usize,
        query: &Query,
        taken: &MeasurePlan,
        find: impl Fn(&Search<'_>) -> Option<MeasurePlan>,
    ) -> Vec<MeasurePlan> {
        if !self.basis.every_period || taken.date.is_none() {
            return Vec::new();
        }
        let of = |series: &&Series| series.filled && Self::is_of(nth, query, series);
        let dates = self.looked.series.iter().filter(of).filter_map(|one| one.said.value(Facet::Period));
        let dates: BTreeSet<&Value> = dates.filter(|date| Some(*date) != taken.date.as_ref()).collect();
        let one = |date: &Value| {
            let looked = Looked { period: Some(date), ..self.looked };
            find(&Search { looked, ..*self }).filter(|plan| plan.date.as_ref() == Some(date))
        };
        dates.into_iter().rev().filter_map(one).take(PERIODS).collect()
    }
}
