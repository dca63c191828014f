//! A load as it was at one of its periods.

use crate::areas::{Facet, Joined, PeriodColumn};
use crate::criteria::{CriteriaSet, Reading};
use crate::error::{Error, Problem};
use crate::many::Run;

use super::breaks;

/// A load as it was at one period.
#[derive(Debug)]
pub struct Moment {
    /// The period that was asked for; none for the newest figures of each criterion.
    pub period: Option<String>,
    /// The areas with the figures of then.
    pub run: Run,
    /// Of when each criterion's figures are, in the set's order; none where there are none.
    pub figures: Vec<Option<Dated>>,
}

/// Of when figures are, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The figures' own period.
    pub period: String,
    /// The year that it ends in.
    pub year: u32,
    /// Whether they are of an earlier election, which stands until the next.
    pub carried: bool,
    /// Values of the facets that series break by, in the lexicon's notation.
    pub(super) told: Vec<Option<String>>,
    /// The years of division that the areas' codes tell.
    pub(super) vintages: Vec<u16>,
}

impl Moment {
    /// Makes the load of a period.
    ///
    /// # Errors
    /// `unknown-word` for a period that the load has no figures of, with those that it has; `too-large`.
    pub fn at(joined: &Joined, period: &str, set: &CriteriaSet, reading: Reading) -> Result<Self, Error> {
        let columns = joined.periods.columns();
        let year: Option<u32> = period.get(..4).and_then(|year| year.parse().ok());
        let of = |nth: usize, id: &str| {
            let own = || columns.iter().enumerate().filter(move |(_, column)| column.criterion == nth);
            let newest = |wanted: &dyn Fn(&PeriodColumn) -> bool| {
                own()
                    .filter(|(_, column)| wanted(column))
                    .max_by_key(|(_, column)| column.order())
                    .map(|(at, _)| at)
            };
            let whole = year.filter(|year| year.to_string() == period);
            newest(&|column| column.period == period)
                .or_else(|| whole.and_then(|year| newest(&|column| column.year == year)))
                .map(|at| (at, false))
                .or_else(|| {
                    let election = breaks::election_before(id, year?)?;
                    newest(&|column| column.year == election).map(|at| (at, true))
                })
        };
        let chosen: Vec<Option<(usize, bool)>> =
            set.criteria.iter().enumerate().map(|(nth, criterion)| of(nth, &criterion.id)).collect();
        if !chosen.iter().flatten().any(|(_, carried)| !carried) {
            let mut known: Vec<&PeriodColumn> = columns.iter().collect();
            known.sort_by_key(|column| column.order());
            let mut known: Vec<&str> = known.iter().map(|column| column.period.as_str()).collect();
            known.dedup();
            return Err(Problem::unknown_word(period, &known).into());
        }
        Self::of(joined, Some(period), &chosen, (set, reading))
    }

    /// Makes the load of each criterion's newest figures; those without a period are as they are.
    ///
    /// # Errors
    /// `too-large` where the memory can't be had.
    pub fn newest(joined: &Joined, set: &CriteriaSet, reading: Reading) -> Result<Self, Error> {
        let newest = |nth: usize| {
            let own =
                joined.periods.columns().iter().enumerate().filter(|(_, column)| column.criterion == nth);
            own.max_by_key(|(_, column)| column.order()).map(|(at, _)| (at, false))
        };
        let chosen: Vec<_> = (0..set.criteria.len()).map(newest).collect();
        Self::of(joined, None, &chosen, (set, reading))
    }

    /// Makes the load of a run's period, or of its newest figures, under a reading.
    ///
    /// # Errors
    /// As [`at`](Self::at).
    pub fn of_run(run: &Run, period: Option<&str>, reading: Reading) -> Result<Self, Error> {
        match period {
            Some(period) => Self::at(&run.joined, period, run.set(), reading),
            None => Self::newest(&run.joined, run.set(), reading),
        }
    }

    fn of(
        joined: &Joined,
        period: Option<&str>,
        chosen: &[Option<(usize, bool)>],
        (set, reading): (&CriteriaSet, Reading),
    ) -> Result<Self, Error> {
        let periods = &joined.periods;
        let figures = chosen.iter().map(|one| {
            let (at, carried) = (*one)?;
            Some(Dated::of(periods.columns().get(at)?, carried, periods.vintages(at)))
        });
        let figures = figures.collect();
        let at: Vec<Option<usize>> = chosen.iter().map(|one| one.map(|(at, _)| at)).collect();
        let joined = periods.at(joined, &at, period.is_none());
        Ok(Self { period: period.map(str::to_owned), run: Run::new(joined, set.clone(), reading)?, figures })
    }

    /// Returns the newest year that it has figures of.
    pub(super) fn newest_year(&self) -> Option<u32> {
        self.figures.iter().flatten().map(|dated| dated.year).max()
    }
}

impl Dated {
    fn of(column: &PeriodColumn, carried: bool, vintages: Vec<u16>) -> Self {
        let told = breaks::FACETS.iter().map(|facet: &Facet| column.facet(*facet).map(str::to_owned));
        Self { period: column.period.clone(), year: column.year, carried, told: told.collect(), vintages }
    }

    /// Returns the ages that the figures are of, such as `20-64`, where that is told.
    pub fn ages(&self) -> Option<&str> {
        self.told.first().and_then(Option::as_deref)
    }
}
