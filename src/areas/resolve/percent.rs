//! A criterion's figure as a percentage.

use super::plan::Kind;
use super::settle::Rules;
use super::{Looked, Outcome, Said, picks};
use crate::areas::layout::series::Series;
use crate::areas::words::coordinates::{Form, PERSONS, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::query::Query;

impl Looked<'_> {
    /// Tells whether a column is a criterion's id, or has percentages beside it.
    fn has_percentages(&self, column: usize, query: &Query) -> bool {
        let is_id = |name: &String| name.to_lowercase().replace(['_', '.', ' '], "-") == query.id;
        let is_percentage = |other: &Series| {
            let decimals = self.profiles.get(other.column).is_some_and(|profile| profile.decimals);
            other.column != column
                && other.said.has_own_measure()
                && match other.said.form() {
                    Some(form) => form == Form::Percent,
                    None => decimals,
                }
        };
        self.names.get(column).is_some_and(is_id) || self.series.iter().any(is_percentage)
    }

    /// Tells whether a series has residents in numbers, of whom small numbers may be some.
    pub(super) fn counts_persons(series: &Series) -> bool {
        series.said.value(Facet::Measure) == Some(&Value::Atoms(PERSONS))
            && !matches!(series.said.form(), Some(Form::Percent | Form::NoLevel))
    }

    /// Looks for a percentage; `all` are the series that say they are of the criterion.
    pub(super) fn percent(&self, all: &[&Series], rules: Rules<'_>, said: Said<'_>) -> Outcome {
        let is_percent = |series: &&&Series| {
            let profile = self.profiles.get(series.column);
            match series.said.form() {
                Some(Form::Percent) => true,
                Some(Form::Count | Form::Id | Form::NoLevel) => false,
                // A label of the criterion is one where others beside it are; small counts are whole numbers below 100, too.
                None if said.counts == Some(false) => true,
                None => profile.is_none_or(|p| {
                    let dated = || {
                        self.names.get(series.column).is_some_and(|name| self.lexicon.is_dated_label(name))
                    };
                    let is_label = series.said.criterion.is_some() || dated();
                    let is_small = p.small
                        && is_label
                        && self.has_percentages(series.column, rules.query)
                        && !self.series.iter().any(Self::counts_persons);
                    p.numbers == 0 || p.decimals || is_small
                }),
            }
        };
        let percents: Vec<&Series> = all.iter().filter(is_percent).copied().collect();
        if percents.is_empty() {
            return if all.is_empty() { Outcome::Nothing } else { Outcome::NoBase(None) };
        }
        match self.settled(percents, rules) {
            Err(outcome) => outcome,
            Ok(settled) => match picks(&settled).as_slice() {
                [pick] => self.found(Kind::Percent(*pick, said.fractions), settled, Vec::new(), rules),
                // Percentages are never added.
                _ => Outcome::Nothing,
            },
        }
    }
}
