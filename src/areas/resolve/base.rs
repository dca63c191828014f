//! What counts are parts of.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::Kind;
use super::settle::{Rules, Settled, parts_of};
use super::{Looked, Outcome, Resolved, picks};
use crate::areas::layout::series::Series;
use crate::areas::told::question::Assumed;
use crate::areas::words::coordinates::{Form, Key, Part, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::query::Query;

/// Whoever is younger is a child, and counts for no criterion of those who could work.
pub(super) const CHILDREN: u32 = 15;

impl Looked<'_> {
    /// Finds the bases that a table without measures has for a criterion: that of the ages it prefers, then those of others.
    pub(in crate::areas) fn bases_alone(&self, nth: usize, query: &Query) -> Vec<Resolved> {
        // A category of all is no population that nobody names.
        let heading = |series: &&Series| self.names.get(series.column).map_or("", String::as_str);
        let is_named = |series: &&Series| {
            series.said.has_measure()
                || self.lexicon.read(heading(series), None).total
                || series.said.criterion.is_some()
        };
        let bases: Vec<&Series> = self.bases(nth, query, &[]).into_iter().filter(is_named).collect();
        let mut all: Vec<Resolved> = self.base_alone(query, &bases).into_iter().collect();
        let mut ages: Vec<&Value> = bases.iter().filter_map(|base| base.said.value(Facet::Age)).collect();
        ages.sort();
        ages.dedup();
        for own in ages {
            let of = bases.iter().filter(|base| base.said.value(Facet::Age) == Some(own)).copied();
            if !all.iter().any(|known| known.ages.as_ref() == Some(own)) {
                all.extend(self.base_alone(query, &of.collect::<Vec<_>>()));
            }
        }
        all
    }

    fn base_alone(&self, query: &Query, bases: &[&Series]) -> Option<Resolved> {
        query.over.iter().find_map(|over| {
            let rules = Rules {
                lexicon: self.lexicon,
                query,
                take: &[],
                period: self.period,
                wanted: over,
                lenient: false,
                agreed: false,
            };
            let settled = self.settled(bases.to_vec(), rules).ok()?;
            match self.found(Kind::Amount(picks(&settled)), settled, Vec::new(), rules) {
                Outcome::Found(found) => Some(*found),
                Outcome::Asked(..) | Outcome::NoBase(_) | Outcome::Nothing => None,
            }
        })
    }

    /// Lists the series that could be what a count is a part of.
    pub(in crate::areas) fn bases(&self, nth: usize, query: &Query, counts: &[&Series]) -> Vec<&Series> {
        let is_base = |series: &&Series| {
            let said = &series.said;
            if self.no_bases.contains(&(series.column, series.combination)) {
                return false;
            }
            if let Some((at, part)) = said.criterion {
                return at == nth && part == Part::Total;
            }
            let declared = |over: &BTreeMap<Facet, Value>| {
                if let Some(wanted) = over.get(&Facet::Measure) {
                    return said.value(Facet::Measure) == Some(wanted);
                }
                let of_all = [Facet::Status, Facet::Education].map(|facet| said.value(facet));
                Self::is_of_persons(series)
                    && (said.value(Facet::Measure).is_some()
                        || said.total
                        || (of_all.iter().any(Option::is_some)
                            && counts.iter().any(|count| self.completes(series, count))))
            };
            // Residents without a word of their ages are of all, and so no base of persons of some.
            let name = self.names.get(series.column).map_or("", String::as_str);
            let age = said.value(Facet::Age);
            let is_all = age.is_none_or(|age| *age == Value::All);
            let is_whole = |text: &str| self.lexicon.is_whole(text);
            // Where nothing else is of all ages, these are all that there are.
            let is_said = counts.is_empty() && age == Some(&Value::All);
            let has_children = matches!(age, Some(Value::Span(from, _)) if *from < CHILDREN);
            let of_all_ages = || {
                has_children
                    || is_said
                    || (is_all && (is_whole(name) || said.named_by.as_deref().is_some_and(is_whole)))
            };
            !matches!(said.form(), Some(Form::Percent | Form::Id | Form::NoLevel))
                && said.is_explained()
                && query.over.iter().any(declared)
                && (query.ages.is_empty() || !of_all_ages())
        };
        self.series.iter().filter(is_base).collect()
    }

    /// Tells whether a series could be another part of what a count is a part of: one of the same column, or beside it with
    /// the same heading but for its status or education, if they are no percentages.
    fn completes(&self, series: &Series, count: &Series) -> bool {
        let facets = |series: &Series| {
            let all = series.said.facets.iter();
            let rest = all.filter(|(key, _)| !matches!(key.0, Facet::Status | Facet::Education));
            rest.map(|(key, valued)| (*key, valued.value.clone())).collect::<Vec<_>>()
        };
        let profile = |series: &Series| self.profiles.get(series.column);
        let is_count = profile(count).is_some_and(|all| !all.small && !all.decimals);
        let is_whole = profile(series).is_some_and(|all| !all.decimals);
        series.column == count.column || (is_count && is_whole && facets(series) == facets(count))
    }

    /// Lists the series that are parts by status or education.
    fn parts(&self) -> Vec<&Series> {
        let is_part = |series: &&Series| {
            let no_count = matches!(series.said.form(), Some(Form::Percent | Form::Id | Form::NoLevel));
            series.said.is_explained() && !no_count && !self.is_whole(series)
        };
        self.series.iter().filter(is_part).collect()
    }

    /// Tells whether counts and the parts beside them make up all there is of a facet; `None` where there are none beside.
    fn completed(&self, facet: Facet, counts: &Settled<'_>, parts: &[&Series]) -> Option<bool> {
        let of = |all: &[&Series]| -> Vec<Value> {
            all.iter().filter_map(|series| series.said.value(facet).cloned()).collect()
        };
        let (all, mut others) = (of(&counts.series), of(parts));
        others.retain(|value| !all.contains(value));
        if all.is_empty() || others.is_empty() {
            return None;
        }
        let whole = Value::together(&all.iter().chain(&others).collect::<Vec<_>>());
        // Where their sum stands there by its own name, as that of the labour force, the total is another.
        Some(whole.is_some_and(|whole| self.lexicon.is_all(facet, &whole) || others.contains(&whole)))
    }

    /// Tells whether what is added up is completed by the parts beside it, so that the total is of all.
    pub(super) fn are_completed(&self, counts: &Settled<'_>) -> bool {
        let parts = self.parts();
        counts.added.iter().all(|key| self.completed(key.0, counts, &parts) == Some(true))
    }

    /// Tells whether counts and the parts beside them could be of all: parts of the employed and the unemployed alone, or of two
    /// durations, add up to something else.
    pub(super) fn could_be_all(&self, counts: &Settled<'_>) -> bool {
        let parts = self.parts();
        let beside = |facet: Facet| self.completed(facet, counts, &parts) != Some(false);
        let durations = self.series.iter().any(|series| {
            let other = series.said.value(Facet::Duration);
            other.is_some()
                && counts.series.iter().any(|count| {
                    count.said.value(Facet::Duration).is_some_and(|own| {
                        let both = [Some(own), other].into_iter().flatten().collect::<Vec<_>>();
                        Value::exclude_each_other(&both)
                    })
                })
        });
        beside(Facet::Status) && beside(Facet::Education) && !durations
    }

    /// Tells whether a series is called a total, and nothing says of what.
    pub(super) fn is_bare_total(series: &Series) -> bool {
        series.said.total && !series.said.has_measure()
    }

    /// Tells whether a total says that it is of the ages that a criterion asks for, and so of all of them.
    pub(super) fn is_of_ages(series: &Series, query: &Query) -> bool {
        series.said.value(Facet::Age).is_some_and(|own| query.ages.contains(own))
    }

    /// Tells whether a series is of all, and no part by status or education.
    pub(super) fn is_whole(&self, series: &Series) -> bool {
        [Facet::Status, Facet::Education]
            .iter()
            .all(|facet| series.said.value(*facet).is_none_or(|value| self.lexicon.is_all(*facet, value)))
    }

    /// Finds what counts are a part of.
    pub(super) fn base<'s>(
        &self,
        counts: &Settled<'_>,
        bases: &[&'s Series],
        rules: Rules<'_>,
    ) -> Option<Base<'s>> {
        // The whole, where it stands there, else what makes it up.
        let wholes: Vec<&Series> = bases.iter().copied().filter(|series| self.is_whole(series)).collect();
        let mut left: Vec<&Series> = if wholes.is_empty() { bases.to_vec() } else { wholes };
        let (mut ages, mut another_year) = (false, false);
        let keys: BTreeSet<Key> = counts
            .series
            .iter()
            .chain(&left)
            .flat_map(|series| series.said.facets.keys().copied())
            .filter(|key| {
                !matches!(key.0, Facet::Measure | Facet::Status | Facet::Education | Facet::Duration)
            })
            .collect();
        let value =
            |series: &Series, key: &Key| series.said.facets.get(key).map(|valued| valued.value.clone());
        for key in keys {
            let mut own: Vec<Option<Value>> =
                counts.series.iter().map(|series| value(series, &key)).collect();
            own.sort();
            own.dedup();
            if own == [None] {
                // The base of all is as good as that of no group.
                continue;
            }
            let same: Vec<&Series> =
                left.iter().copied().filter(|base| own.contains(&value(base, &key))).collect();
            if !same.is_empty() {
                left = same;
                continue;
            }
            if key.0 == Facet::Period
                && let [Some(date)] = own.as_slice()
                && let Some(nearest) = left.iter().filter_map(|base| apart(&value(base, &key)?, date)).min()
            {
                left.retain(|base| value(base, &key).and_then(|own| apart(&own, date)) == Some(nearest));
                another_year = nearest.0 > 0;
                continue;
            }
            // Bases of the spans that make up the ages of the counts.
            if let [Some(whole)] = own.as_slice() {
                let values: Vec<Option<Value>> = left.iter().map(|base| value(base, &key)).collect();
                if let Some(parts) = parts_of(whole, &values) {
                    left.retain(|base| parts.contains(&value(base, &key)));
                    continue;
                }
            }
            let parts: Vec<&Value> = own.iter().flatten().collect();
            let whole = Value::together(&parts).filter(|_| parts.len() > 1);
            let of_all = own.iter().flatten().all(|own| self.lexicon.is_all(key.0, own)) || whole.is_some();
            // Beside bases of some ages one that tells none is of all.
            let told = key.0 == Facet::Age && left.iter().any(|base| value(base, &key).is_some());
            left.retain(|base| match value(base, &key) {
                None => {
                    // What is called the total of persons is of all ages.
                    let of_all_ages =
                        key.0 == Facet::Age && base.said.total && base.said.value(Facet::Measure).is_some();
                    of_all
                        || (matches!(key.0, Facet::Age | Facet::Period | Facet::Election | Facet::Other)
                            && !told
                            && !of_all_ages)
                }
                Some(base) => Some(&base) == whole.as_ref() || (of_all && self.lexicon.is_all(key.0, &base)),
            });
            ages |= key.0 == Facet::Age;
        }
        // The same row, the same column, then the nearest to the right.
        let combination = counts.series.first().map(|series| series.combination);
        if left.iter().any(|base| Some(base.combination) == combination)
            && counts.series.len() == 1
            && left.iter().any(|base| counts.series.iter().all(|count| count.column != base.column))
        {
            left.retain(|base| Some(base.combination) == combination);
        }
        let last = counts.series.iter().map(|series| series.column).max().unwrap_or(0);
        let distance = |series: &Series| {
            let own = counts.series.iter().any(|count| count.column == series.column);
            let left = series.column < last;
            (!own, left, series.column.abs_diff(last))
        };
        let mut settled = rules.settle(left).ok()?;
        let nearest = settled.series.iter().map(|series| distance(series)).min()?;
        if settled.added.is_empty() {
            settled.series.retain(|series| distance(series) == nearest);
        }
        let is_count = |base: &&Series| counts.series.iter().any(|count| count.is_same(base));
        if settled.added.is_empty() && (settled.series.len() > 1 || settled.series.iter().any(is_count)) {
            return None;
        }
        let own = counts.series.iter().any(|count| count.column == nearest_column(&settled));
        let column = nearest_column(&settled);
        Some(Base {
            ages: (ages && !own).then_some(column),
            another_year: another_year.then_some(column),
            settled,
        })
    }
}

/// What counts are a part of.
#[derive(Debug)]
pub(super) struct Base<'s> {
    pub(super) settled: Settled<'s>,
    /// Its column, where it tells no ages though the counts do.
    pub(super) ages: Option<usize>,
    /// Its column, where it is of the year before or after the counts.
    pub(super) another_year: Option<usize>,
}

impl Base<'_> {
    /// Lists the texts around it by which it may be of others.
    pub(super) fn doubts(&self) -> Vec<String> {
        self.settled.series.iter().flat_map(|series| series.said.doubts.iter().cloned()).collect()
    }
}

impl Looked<'_> {
    /// Says what is taken to be so of a base.
    pub(super) fn assumed_of(&self, base: &Base<'_>, counts: &Settled<'_>, rules: Rules<'_>) -> Vec<Assumed> {
        let query = rules.query;
        let criterion = || query.id.clone();
        let name = |column: usize| self.names.get(column).cloned().unwrap_or_default();
        let ages = base.ages.map(|at| Assumed::BaseAges { criterion: criterion(), column: name(at) });
        let year = base.another_year.map(|at| Assumed::BaseYear { criterion: criterion(), column: name(at) });
        let is_bare = |series: &&&Series| {
            Self::is_bare_total(series)
                && series.said.facets.is_empty()
                && self.lexicon.read(&name(series.column), None).total
                && counts.series.iter().all(|count| count.column != series.column)
        };
        let age = |all: &Settled<'_>| all.series.iter().find_map(|one| one.said.value(Facet::Age)).cloned();
        let no_age = age(counts).is_none();
        let other = base
            .settled
            .series
            .iter()
            .find(|one| counts.series.iter().all(|count| count.column != one.column));
        // What is made up of the counts and the parts beside them has their ages.
        let is_of_parts =
            counts.series.iter().all(|count| base.settled.series.iter().any(|part| part.is_same(count)));
        let untold = other
            .filter(|_| !is_of_parts && no_age && age(&base.settled).is_none() && !query.ages.is_empty());
        let untold = untold.filter(|one| !Self::is_bare_total(one));
        let ages = ages.or_else(|| {
            untold.map(|one| Assumed::BaseAges { criterion: criterion(), column: name(one.column) })
        });
        let own = age(&base.settled).filter(|_| no_age);
        let unusual = rules.unusual(&base.settled, own.as_ref());
        let bare = base.settled.series.iter().find(is_bare).filter(|_| self.completed_by_none(counts));
        let of_ages = |one: &&Series| Self::is_bare_total(one) && Self::is_of_ages(one, query);
        let told = base.settled.series.iter().copied().find(of_ages).filter(|_| !self.could_be_all(counts));
        let bare = bare.copied().or(told);
        let all = bare.map(|one| Assumed::BaseOfAll { criterion: criterion(), column: name(one.column) });
        ages.into_iter().chain(year).chain(all).chain(unusual).collect()
    }

    /// Tells whether no other parts stand beside counts, which with them make up a total.
    fn completed_by_none(&self, counts: &Settled<'_>) -> bool {
        let parts = self.parts();
        [Facet::Status, Facet::Education].iter().all(|facet| self.completed(*facet, counts, &parts).is_none())
    }
}

/// Tells how many years a base's date is from that of its counts, and whether it is later; `None` from two years on.
fn apart(base: &Value, counts: &Value) -> Option<(u32, bool)> {
    let (Value::Date(base, _), Value::Date(counts, _)) = (base, counts) else { return None };
    let year = |end: &u32| end.saturating_sub(1) / 12;
    let years = year(base).abs_diff(year(counts));
    (years < 2).then_some((years, base > counts))
}

fn nearest_column(settled: &Settled<'_>) -> usize {
    settled.series.first().map_or(0, |series| series.column)
}
