//! Each criterion's figure in a table, or the question about it: by what a recipe says, else by the model.

mod against;
mod categories;
mod choices;
mod counted;
mod past;
mod proof;
mod sources;
mod strange;

use std::collections::{BTreeMap, BTreeSet};

pub(in crate::areas) use self::choices::examples;
use self::proof::Cells;

use super::plan::{Kind, MeasurePlan, Pick};
use super::recognise::Basis;
use super::{Looked, Outcome, Resolved, Said};
use crate::areas::layout::area_source::AreaSource;
use crate::areas::layout::columns::{Column, Profile};
use crate::areas::layout::naming::position;
use crate::areas::layout::series::{Combinations, Series};
use crate::areas::store::Areas;
use crate::areas::told::question::{Assumed, Doubt, Question};
use crate::areas::told::recipe::Source;
use crate::areas::told::understanding::{KeptFound, KeptReason};
use crate::areas::words::cell;
use crate::areas::words::coordinates::{Key, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::query::Query;
use crate::areas::words::sampled::Sampled;

/// What a table has of the criteria.
#[derive(Debug, Default)]
pub(in crate::areas) struct Measures {
    pub(in crate::areas) plans: Vec<MeasurePlan>,
    /// Counts that wait for a base from another file, or bases that another file's counts may wait for.
    pub(in crate::areas) waiting: Vec<MeasurePlan>,
    /// Figures of other periods than those that are taken.
    pub(in crate::areas) past: Vec<MeasurePlan>,
    pub(in crate::areas) questions: Vec<Question>,
    pub(in crate::areas) assumed: Vec<Assumed>,
    pub(in crate::areas) kept: Vec<KeptFound>,
    /// The newest date of what a question is about, by criterion.
    pub(in crate::areas) dates_asked: BTreeMap<usize, Value>,
    /// Columns that a question is about.
    pub(in crate::areas) asked: BTreeSet<usize>,
    /// Columns of counts without a base.
    pub(in crate::areas) without_base: BTreeSet<usize>,
    /// Columns of percentages beside counts that say the same.
    pub(in crate::areas) beside_counts: BTreeSet<usize>,
    /// Columns that are of a criterion.
    pub(in crate::areas) concerned: BTreeSet<usize>,
}

/// What the criteria are looked for in.
#[derive(Clone, Copy)]
struct Search<'a> {
    looked: Looked<'a>,
    basis: &'a Basis<'a>,
    columns: &'a [Column],
    combinations: &'a Combinations,
    rows: &'a [Sampled],
    area: &'a AreaSource,
    cells: &'a Cells<'a>,
}

impl Measures {
    /// Finds each criterion's figure.
    #[expect(clippy::too_many_arguments, reason = "all that is known of a table, each by its name")]
    pub(in crate::areas) fn find(
        basis: &Basis<'_>,
        series: &[Series],
        profiles: &[Profile],
        names: &[String],
        columns: &[Column],
        combinations: &Combinations,
        rows: &[Sampled],
        area: &AreaSource,
    ) -> Self {
        let pinned = basis.period.map(|text| basis.lexicon.read(text, Some(Facet::Period)));
        let pinned = pinned.as_ref().and_then(|said| said.value(Facet::Period));
        let none = BTreeSet::new();
        let looked =
            Looked { lexicon: basis.lexicon, series, profiles, names, period: pinned, no_bases: &none };
        let cells = Cells::of(combinations, rows, |row| area.key(basis.known, &|column| row.cell(column)));
        let search = Search { looked, basis, columns, combinations, rows, area, cells: &cells };
        let mut partial = search.partial_totals();
        partial.extend(search.totals_with_children());
        let search = Search { looked: Looked { no_bases: &partial, ..looked }, ..search };
        let mut found = Self::default();
        for (nth, query) in basis.queries.iter().enumerate() {
            let given =
                basis.recipe.and_then(|recipe| recipe.measures.iter().find(|m| m.criterion == query.id));
            match given.map(|given| &given.from) {
                Some(Source::None) => {}
                Some(Source::Found { take, column, counts, fractions }) => {
                    let column = column.as_deref().and_then(|name| search.column(name));
                    let said = Said { take, column, counts: *counts, fractions: *fractions };
                    search.criterion(nth, query, said, &mut found);
                }
                Some(source) => {
                    if let Some(kind) = search.explicit(query, source, basis.recipe) {
                        let plan = search.plan(nth, query, source.clone(), kind);
                        found.past.extend(search.past(nth, query, &plan, |search| {
                            let kind = search.explicit(query, source, basis.recipe)?;
                            Some(search.plan(nth, query, source.clone(), kind))
                        }));
                        found.plans.push(plan);
                    }
                }
                None => search.criterion(nth, query, Said::default(), &mut found),
            }
        }
        if found.plans.is_empty() && found.questions.is_empty() && found.waiting.is_empty() {
            for (nth, query) in basis.queries.iter().enumerate() {
                let bases = search.bases_of(nth, query);
                found.past.extend(search.past_bases(nth, query, &bases));
                found.waiting.extend(bases);
            }
        }
        found.kept = search.kept(&found.plans);
        found
    }

    /// Tells whether the table has nothing of any criterion.
    pub(in crate::areas) fn is_empty(&self) -> bool {
        let bases =
            |plan: &MeasurePlan| plan.kind.columns().iter().all(|(at, _)| !self.without_base.contains(at));
        self.plans.is_empty() && self.questions.is_empty() && self.waiting.iter().all(bases)
    }
}

impl Search<'_> {
    fn name(&self, at: usize) -> String {
        self.looked.names.get(at).cloned().unwrap_or_default()
    }

    /// Finds a column that a recipe names: by its name, or by its heading without the year; then the newest.
    fn column(&self, name: &str) -> Option<usize> {
        let undated = Lexicon::undated;
        let wanted = undated(name);
        let date = |known: &str| self.basis.lexicon.read(known, None).value(Facet::Period).cloned();
        let like = || {
            let names = self.looked.names.iter().enumerate();
            names.filter(|(_, known)| undated(known) == wanted)
        };
        let pinned = self.looked.period.filter(|_| date(name).is_some());
        pinned
            .and_then(|pinned| like().find(|(_, known)| date(known).as_ref() == Some(pinned)))
            .map(|(at, _)| at)
            .or_else(|| position(self.looked.names, name))
            .or_else(|| like().max_by_key(|(_, known)| date(known)).map(|(at, _)| at))
    }

    fn criterion(&self, nth: usize, query: &Query, said: Said<'_>, found: &mut Measures) {
        let concerned = self.concerned(nth, query);
        let outcome = self.looked.resolve(nth, query, said);
        match self.proved(nth, query, said, outcome) {
            Outcome::Found(resolved) => {
                let used = resolved.kind.columns();
                if matches!(resolved.kind, Kind::Count(..)) {
                    let beside = concerned.iter().filter(|at| self.is_percent(**at));
                    found.beside_counts.extend(beside.filter(|at| !used.iter().any(|(c, _)| c == *at)));
                }
                found.assumed.extend(resolved.assumed.iter().cloned());
                let plan = self.of(nth, *resolved, &concerned);
                found.past.extend(self.past(nth, query, &plan, |search| {
                    match search.looked.resolve(nth, query, said) {
                        Outcome::Found(resolved) => Some(search.of(nth, *resolved, &concerned)),
                        Outcome::Asked(..) | Outcome::NoBase(_) | Outcome::Nothing => None,
                    }
                }));
                found.plans.push(plan);
            }
            Outcome::Asked(what, key) => {
                found.asked.extend(concerned.iter().copied());
                // Another election says nothing against an older one that is meant.
                let of_another = matches!(&what, Doubt::Values { facet: Facet::Election, .. });
                let of = |series: &&Series| !of_another && Self::is_of(nth, query, series);
                let of = self.looked.series.iter().filter(of);
                let dates = of.filter_map(|series| series.said.value(Facet::Period));
                let newest = dates.filter(|date| date.is_date()).max();
                found.dates_asked.extend(newest.map(|date| (nth, date.clone())));
                let choices = self.choices(nth, query, said, &what, key);
                found.questions.push(Question { criterion: query.id.clone(), found: what, choices });
            }
            Outcome::NoBase(waits) => {
                found.without_base.extend(concerned.iter().copied());
                if let Some(waits) = waits {
                    found.assumed.extend(waits.assumed.iter().cloned());
                    let slot = Areas::counts(self.basis.queries.len(), nth);
                    let plan = self.of(slot, *waits, &concerned);
                    found.past.extend(self.past(nth, query, &plan, |search| {
                        match search.looked.resolve(nth, query, said) {
                            Outcome::NoBase(waits) => Some(search.of(slot, *waits?, &concerned)),
                            Outcome::Found(_) | Outcome::Asked(..) | Outcome::Nothing => None,
                        }
                    }));
                    found.waiting.push(plan);
                }
            }
            Outcome::Nothing => {}
        }
        found.concerned.extend(concerned);
    }

    /// Makes a plan of what was found.
    fn of(&self, slot: usize, resolved: Resolved, concerned: &BTreeSet<usize>) -> MeasurePlan {
        let pieces = self.pieces(&resolved.kind);
        MeasurePlan {
            criterion: slot,
            past: None,
            source: self.source(&resolved.kind),
            periods: self.periods(&resolved.kind),
            alternatives: self.alternatives(concerned, &resolved.kind),
            kind: resolved.kind,
            facets: resolved.facets,
            base: resolved.base,
            pieces,
            check: resolved.check,
            ages: resolved.ages,
            date: resolved.date,
        }
    }

    /// Lists the parts that exclude each other and make up a total that stands beside them.
    fn pieces(&self, kind: &Kind) -> Vec<Pick> {
        let Kind::Count(_, totals) = kind else { return Vec::new() };
        let [total] = totals.as_slice() else { return Vec::new() };
        let Some(whole) = self.series(total) else { return Vec::new() };
        for facet in [Facet::Status, Facet::Education] {
            let key: Key = (facet, 0);
            let rest = |series: &Series| {
                let facets = series.said.facets.iter().filter(|(own, _)| **own != key);
                facets.map(|(key, valued)| (*key, valued.value.clone())).collect::<Vec<_>>()
            };
            if whole.said.value(facet).is_none_or(|value| !self.basis.lexicon.is_all(facet, value)) {
                continue;
            }
            let beside = |series: &&Series| {
                series.column == total.column
                    && series.combination != total.combination
                    && rest(series) == rest(whole)
            };
            let parts: Vec<&Series> = self.looked.series.iter().filter(beside).collect();
            let values: Vec<&Value> = parts.iter().filter_map(|part| part.said.value(facet)).collect();
            let complete = Value::together(&values).is_some_and(|all| self.basis.lexicon.is_all(facet, &all));
            if complete && values.len() == parts.len() && Value::exclude_each_other(&values) {
                return parts
                    .iter()
                    .map(|part| Pick { column: part.column, combination: part.combination })
                    .collect();
            }
        }
        Vec::new()
    }

    /// Lists the columns that say something of a criterion.
    fn concerned(&self, nth: usize, query: &Query) -> BTreeSet<usize> {
        let of = |series: &&Series| Self::is_of(nth, query, series);
        self.looked.series.iter().filter(of).map(|series| series.column).collect()
    }

    /// Tells whether a series says something of a criterion.
    fn is_of(nth: usize, query: &Query, series: &Series) -> bool {
        let is =
            |(facet, value): (&Facet, &Value)| series.said.value(*facet).is_some_and(|own| own.meets(value));
        series.said.criterion.is_some_and(|(at, _)| at == nth)
            || query.is.iter().any(|wanted| wanted.iter().all(is))
    }

    fn is_percent(&self, column: usize) -> bool {
        let own = |series: &&Series| series.column == column;
        self.looked
            .series
            .iter()
            .find(own)
            .is_some_and(|s| s.said.form() == Some(crate::areas::words::coordinates::Form::Percent))
    }

    /// Makes a measure of what a recipe says.
    fn plan(&self, nth: usize, query: &Query, source: Source, kind: Kind) -> MeasurePlan {
        let date = |pick: &Pick| self.series(pick).and_then(|s| s.said.value(Facet::Period).cloned());
        MeasurePlan {
            criterion: nth,
            past: None,
            date: kind.picks().iter().filter_map(|(pick, _)| date(pick)).max(),
            periods: self.periods(&kind),
            alternatives: self.alternatives(&self.concerned(nth, query), &kind),
            kind,
            source,
            facets: Vec::new(),
            base: Vec::new(),
            pieces: Vec::new(),
            check: None,
            ages: None,
        }
    }

    fn series(&self, pick: &Pick) -> Option<&Series> {
        let is = |series: &&Series| (series.column, series.combination) == (pick.column, pick.combination);
        self.looked.series.iter().find(is)
    }

    fn alternatives(&self, concerned: &BTreeSet<usize>, kind: &Kind) -> Vec<Source> {
        let used = kind.columns();
        let other = concerned.iter().filter(|at| !used.iter().any(|(column, _)| column == *at));
        other.map(|at| Source::Percent { column: self.name(*at), fractions: None }).take(40).collect()
    }

    /// Lists the dates of series that differ from a figure's by nothing else, newest first.
    fn periods(&self, kind: &Kind) -> Vec<String> {
        let key: Key = (Facet::Period, 0);
        let Some(own) = kind.picks().first().and_then(|(pick, _)| self.series(pick)) else {
            return Vec::new();
        };
        let bare = |series: &Series| {
            let mut facets = series.said.facets.clone();
            facets.remove(&key);
            facets.into_iter().map(|(key, valued)| (key, valued.value)).collect::<Vec<_>>()
        };
        let (facets, form) = (bare(own), own.said.form());
        let alike = |series: &&Series| series.filled && series.said.form() == form && bare(series) == facets;
        let dates = self.looked.series.iter().filter(alike).filter_map(|s| s.said.value(Facet::Period));
        let dates: BTreeSet<&Value> = dates.collect();
        dates.into_iter().rev().map(|date| self.basis.lexicon.notation(Facet::Period, date)).collect()
    }

    /// Tells what is kept of each column of categories.
    fn kept(&self, plans: &[MeasurePlan]) -> Vec<KeptFound> {
        let mut all = Vec::new();
        for (nth, column) in self.combinations.columns.iter().enumerate() {
            let Some(Column::Facet((facet, _))) = self.columns.get(*column) else { continue };
            if matches!(facet, Facet::Measure) || plans.is_empty() {
                continue;
            }
            let mut categories: Vec<String> = Vec::new();
            for (pick, _) in plans.iter().flat_map(|plan| plan.kind.picks()) {
                let row = self.combinations.rows.get(pick.combination);
                if let Some(text) =
                    row.and_then(|row| row.get(nth)).filter(|text| !categories.contains(*text))
                {
                    categories.push(text.clone());
                }
            }
            let of_measure = plans.iter().any(|plan| {
                matches!(&plan.source, Source::Categories { category, .. } if *category == self.name(*column))
            });
            if of_measure || categories.is_empty() {
                continue;
            }
            let how = plans.iter().flat_map(|plan| &plan.facets).find(|found| found.facet == *facet);
            let every = self.combinations.categories(*column);
            let only = every.len() == 1;
            let left_out = every.into_iter().filter(|text| !categories.contains(text)).collect();
            let reason = match how {
                Some(found) => found.how,
                None if only => KeptReason::Only,
                None => KeptReason::Recipe,
            };
            all.push(KeptFound { column: self.name(*column), categories, left_out, reason });
        }
        all
    }
}
