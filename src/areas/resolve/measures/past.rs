//! Figures of other periods than the one that is taken, each found by the same rules as if it were pinned.

use std::collections::BTreeSet;

use super::super::Looked;
use super::super::plan::MeasurePlan;
use super::Search;
use crate::areas::layout::series::Series;
use crate::areas::store::Areas;
use crate::areas::words::coordinates::Value;
use crate::areas::words::facet::Facet;
use crate::areas::words::query::Query;

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
        let dates = Self::dates(self.looked.series.iter().filter(of));
        let one = |date: &Value| find(&self.pinned(date)).filter(|plan| plan.date.as_ref() == Some(date));
        dates.into_iter().filter(|date| Some(*date) != taken.date.as_ref()).filter_map(one).collect()
    }

    /// Finds the bases of each other period that a table without measures has for a criterion, newest first: which of them
    /// is wanted hangs on the counts of another file.
    pub(super) fn past_bases(&self, nth: usize, query: &Query, taken: &[MeasurePlan]) -> Vec<MeasurePlan> {
        let bases = self.looked.bases(nth, query, &[]);
        let dates = Self::dates(bases.into_iter().filter(|series| series.filled));
        let of = |date: &Value| {
            let mut plans = self.pinned(date).bases_of(nth, query);
            plans.retain(|plan| {
                let is_taken = |own: &MeasurePlan| (&own.date, &own.ages) == (&plan.date, &plan.ages);
                plan.date.as_ref() == Some(date) && !taken.iter().any(is_taken)
            });
            plans
        };
        dates.into_iter().flat_map(of).collect()
    }

    /// Makes plans of the bases that a table without measures has for a criterion.
    pub(super) fn bases_of(&self, nth: usize, query: &Query) -> Vec<MeasurePlan> {
        let slot = |at| Areas::bases(self.basis.queries.len(), nth, at);
        let bases = self.looked.bases_alone(nth, query).into_iter().take(Areas::AGES).enumerate();
        bases.map(|(at, base)| self.of(slot(at), base, &BTreeSet::new())).collect()
    }

    /// Lists the dates of series, newest first.
    fn dates<'s>(series: impl Iterator<Item = &'s Series>) -> Vec<&'s Value> {
        let dates: BTreeSet<&Value> = series.filter_map(|one| one.said.value(Facet::Period)).collect();
        dates.into_iter().rev().take(PERIODS).collect()
    }

    /// Returns the search with a period pinned.
    fn pinned<'p>(&'p self, date: &'p Value) -> Search<'p> {
        Search { looked: Looked { period: Some(date), ..self.looked }, ..*self }
    }
}
