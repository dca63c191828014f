//! What percentages are parts of, where the counts beside them prove it.

use super::super::plan::{Kind, Pick};
use super::super::{Looked, Outcome, Said};
use super::Search;
use crate::areas::layout::series::Series;
use crate::areas::told::question::Doubt;
use crate::areas::words::cell::{self, Said as Cell};
use crate::areas::words::coordinates::Form;
use crate::areas::words::query::Query;
use crate::figure::{Bounds, Figure};

/// In as many rows counts have to give the percentages, so that it is no chance.
const PROOF: usize = 3;

impl Search<'_> {
    /// Asks about percentages of which the counts beside them prove that they are parts of something that the criterion does not
    /// ask for: the long-term unemployed of the unemployed, the employed of the labour force. Counts are not checked by such.
    pub(super) fn proved(&self, nth: usize, query: &Query, said: Said<'_>, outcome: Outcome) -> Outcome {
        let Outcome::Found(mut resolved) = outcome else { return outcome };
        match &resolved.kind {
            Kind::Percent(pick, fractions) if said.column.is_none() => {
                if let Some(base) = self.proved_base(nth, query, pick, *fractions == Some(true)) {
                    let (column, base) = (self.name(pick.column), self.name(base));
                    return Outcome::Asked(Doubt::PartOf { column, base }, None);
                }
            }
            _ => {
                let of_another = |pick: &Pick| self.proved_base(nth, query, pick, false).is_some();
                resolved.check = resolved.check.filter(|pick| !of_another(pick));
            }
        }
        Outcome::Found(resolved)
    }

    fn proved_base(&self, nth: usize, query: &Query, pick: &Pick, fractions: bool) -> Option<usize> {
        let is_count = |series: &&Series| {
            let whole = self.looked.profiles.get(series.column).is_some_and(|all| !all.decimals);
            series.combination == pick.combination
                && series.column != pick.column
                && whole
                && !matches!(series.said.form(), Some(Form::Percent | Form::Id | Form::NoLevel))
        };
        let counts: Vec<&Series> = self.looked.series.iter().filter(is_count).collect();
        if counts.len() < 2 {
            return None;
        }
        let wanted = self.combinations.rows.get(pick.combination)?;
        let rows = self.rows.iter().filter(|row| {
            self.combinations.columns.iter().zip(wanted).all(|(at, text)| row.cell(*at).trim() == text)
        });
        let figures: Vec<(Figure, Vec<Option<Bounds>>)> = rows
            .filter_map(|row| {
                let Cell::Value(percent) = cell::percent(row.cell(pick.column), fractions) else {
                    return None;
                };
                let count = |series: &&Series| match cell::count(row.cell(series.column)) {
                    Cell::Value(count) => Some(count),
                    Cell::Missing | Cell::Nil | Cell::Wrong(_) => None,
                };
                Some((percent, counts.iter().map(count).collect()))
            })
            .collect();
        // A part that is all or nothing proves nothing.
        let proves = |part: usize, whole: usize| {
            let shares = figures.iter().filter_map(|(percent, counts)| {
                let (part, whole) = (counts.get(part).copied()??, counts.get(whole).copied()??);
                let between = part != Bounds::only(0) && part != whole;
                between
                    .then(|| Figure::share_within(part, whole).is_ok_and(|share| !share.contradicts(percent)))
            });
            let shares: Vec<bool> = shares.collect();
            shares.len() >= PROOF && shares.iter().all(|holds| *holds)
        };
        let all = 0..counts.len();
        let proved =
            all.clone().filter(|whole| all.clone().any(|part| part != *whole && proves(part, *whole)));
        let proved: Vec<&Series> = proved.filter_map(|whole| counts.get(whole).copied()).collect();
        let bases = self.looked.bases(nth, query, &[]);
        let could_be = |series: &&Series| {
            Looked::is_bare_total(series)
                || !series.said.is_explained()
                || !series.said.has_measure()
                || bases.iter().any(|base| base.is_same(series))
        };
        if proved.iter().any(could_be) {
            return None;
        }
        proved.first().map(|series| series.column)
    }
}
