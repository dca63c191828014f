//! Finds each criterion's figure among the series of a table: a percentage, or counts over their base.

mod among;
mod base;
pub(super) mod blanks;
pub(super) mod measures;
mod percent;
pub(super) mod plan;
pub(super) mod recognise;
pub(super) mod settle;
pub(super) mod unlocated;

use std::collections::{BTreeMap, BTreeSet};

use crate::areas::layout::columns::Profile;
use crate::areas::layout::series::Series;
use crate::areas::told::question::{Assumed, Doubt, Take};
use crate::areas::told::understanding::{FacetFound, KeptReason};
use crate::areas::words::coordinates::{Form, Key, PERSONS, Part, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::query::Query;
use crate::criteria::Unit;
use plan::{Kind, Pick};
use settle::{Open, Rules, Settled};

/// What a person has said of a criterion.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said<'a> {
    pub(super) take: &'a [Take],
    pub(super) column: Option<usize>,
    pub(super) counts: Option<bool>,
    pub(super) fractions: Option<bool>,
}

/// What a criterion is looked for in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Looked<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) series: &'a [Series],
    pub(super) profiles: &'a [Profile],
    pub(super) names: &'a [String],
    pub(super) period: Option<&'a Value>,
    /// Columns and combinations of totals that are proved to be of some only.
    pub(super) no_bases: &'a BTreeSet<(usize, usize)>,
}

/// Where a criterion's figure is.
#[derive(Debug, Clone)]
pub(super) struct Resolved {
    pub(super) kind: Kind,
    pub(super) facets: Vec<FacetFound>,
    pub(super) base: Vec<FacetFound>,
    pub(super) date: Option<Value>,
    /// A percentage that says the same as the counts.
    pub(super) check: Option<Pick>,
    /// The ages of the persons that it counts.
    pub(super) ages: Option<Value>,
    pub(super) assumed: Vec<Assumed>,
}

/// What came of looking for a criterion.
#[derive(Debug, Clone)]
pub(super) enum Outcome {
    Found(Box<Resolved>),
    Asked(Doubt, Option<Key>),
    /// A count without a base, where there is one of all it could be.
    NoBase(Option<Box<Resolved>>),
    Nothing,
}

impl Looked<'_> {
    /// Looks for a criterion's figure.
    pub(super) fn resolve(&self, nth: usize, query: &Query, said: Said<'_>) -> Outcome {
        let mut best = Outcome::Nothing;
        let empty = BTreeMap::new();
        let wanted = if query.is.is_empty() { vec![&empty] } else { query.is.iter().collect() };
        for wanted in wanted {
            let rules = Rules {
                lexicon: self.lexicon,
                query,
                take: said.take,
                period: self.period,
                wanted,
                lenient: false,
                agreed: said.column.is_some(),
            };
            let found = self.by(nth, rules, said);
            best = match (best, found) {
                (Outcome::Found(found), _) | (_, Outcome::Found(found)) => Outcome::Found(found),
                (Outcome::NoBase(waits), Outcome::NoBase(_) | Outcome::Nothing) => Outcome::NoBase(waits),
                (asked @ Outcome::Asked(..), _) => asked,
                (Outcome::Nothing | Outcome::NoBase(_), found) => found,
            };
        }
        best
    }

    fn by(&self, nth: usize, rules: Rules<'_>, said: Said<'_>) -> Outcome {
        let is = |series: &&Series| {
            let own = match series.said.criterion {
                Some((at, part)) => at == nth && part != Part::Total,
                None => false,
            };
            !series.said.not
                && !matches!(series.said.form(), Some(Form::Id | Form::NoLevel))
                && said.column.is_none_or(|column| column == series.column)
                && (own || (series.said.criterion.is_none() && Self::matches(series, &rules)))
        };
        let all: Vec<&Series> = self.series.iter().filter(is).collect();
        let held: Vec<&Series> =
            all.iter().copied().filter(|series| series.is_held(&rules.query.years)).collect();
        let all = match all.first() {
            Some(first) if held.is_empty() && !rules.agreed => return self.not_held(first),
            Some(_) if held.is_empty() => all,
            _ => held,
        };
        // What is understood whole goes before what is not, unless that is newer.
        let (explained, rest): (Vec<&Series>, Vec<&Series>) =
            all.iter().copied().partition(|series| series.said.is_explained());
        let chosen = self.period.is_some() || rules.take.iter().any(|take| take.facet == Facet::Period);
        let all =
            if explained.is_empty() || (!chosen && is_newer(&rest, &explained)) { all } else { explained };
        let named: Vec<&Series> = all.iter().copied().filter(|series| series.named).collect();
        let all = if named.is_empty() { all } else { named };
        if rules.query.unit == Unit::Persons {
            return self.amount(&all, rules);
        }
        let part = |series: &Series| series.said.criterion.map(|(_, part)| part);
        let by_id = all.iter().any(|series| part(series) == Some(Part::Count));
        let count = |series: &&&Series| {
            series.said.form() != Some(Form::Percent) && (!by_id || part(series) == Some(Part::Count))
        };
        let counts: Vec<&Series> = all.iter().filter(count).copied().collect();
        // Of two columns of one heading that with decimals has percentages.
        let is_whole = |series: &&&Series| {
            let decimals = self.profiles.get(series.column).is_some_and(|profile| profile.decimals);
            series.said.form().is_some() || !decimals
        };
        let whole: Vec<&Series> = counts.iter().filter(is_whole).copied().collect();
        let counts = if whole.is_empty() { counts } else { whole };
        let percents: Vec<&Series> =
            all.iter().filter(|series| series.said.form() != Some(Form::Count)).copied().collect();
        let counted =
            if said.counts == Some(false) { Outcome::Nothing } else { self.counts(nth, &counts, rules) };
        let percent =
            if said.counts == Some(true) { Outcome::Nothing } else { self.percent(&percents, rules, said) };
        match (counted, percent) {
            (Outcome::Found(mut count), Outcome::Found(percent)) => {
                let preferred = |found: &Resolved| {
                    found.ages.as_ref().is_some_and(|ages| rules.query.ages.contains(ages))
                };
                let of_others = percent.ages.is_some() && count.ages.is_some() && percent.ages != count.ages;
                if percent.date > count.date || (of_others && preferred(&percent) && !preferred(&count)) {
                    return Outcome::Found(percent);
                }
                if let Kind::Percent(pick, _) = percent.kind {
                    let other = count.kind.columns().iter().all(|(column, _)| *column != pick.column);
                    let of_date = percent.date == count.date || percent.date.is_none();
                    count.check = Some(pick).filter(|_| other && of_date && !of_others);
                }
                Outcome::Found(count)
            }
            (Outcome::Found(found), _) | (_, Outcome::Found(found)) => Outcome::Found(found),
            (asked @ Outcome::Asked(..), _) | (_, asked @ Outcome::Asked(..)) => asked,
            (waits @ Outcome::NoBase(_), _) | (_, waits @ Outcome::NoBase(_)) => waits,
            (Outcome::Nothing, Outcome::Nothing) => Outcome::Nothing,
        }
    }

    /// Asks about a figure of a year in which none of the elections was held.
    fn not_held(&self, series: &Series) -> Outcome {
        let column = self.names.get(series.column).cloned().unwrap_or_default();
        let year = series.said.value(Facet::Period).map(|date| self.lexicon.notation(Facet::Period, date));
        Outcome::Asked(Doubt::NoElection { column, year: year.unwrap_or_default() }, None)
    }

    /// Settles the series of one column that a person has named.
    pub(super) fn explicit(&self, query: &Query, column: usize, take: &[Take]) -> Option<Settled<'_>> {
        let wanted = &BTreeMap::new();
        let rules = Rules {
            lexicon: self.lexicon,
            query,
            take,
            period: self.period,
            wanted,
            lenient: true,
            agreed: true,
        };
        rules.settle(self.series.iter().filter(|series| series.column == column).collect()).ok()
    }

    /// Tells whether a series is of what is asked for, as far as its measure goes.
    fn matches(series: &Series, rules: &Rules<'_>) -> bool {
        let within = |facet: Facet, wanted: &Value| match (series.said.value(facet), wanted) {
            (Some(Value::Atoms(atoms)), Value::Atoms(wanted)) => *atoms != 0 && atoms & !wanted == 0,
            (Some(Value::Span(from, _)), Value::Span(least, _)) => from >= least,
            _ => false,
        };
        !rules.wanted.is_empty()
            && rules.wanted.iter().all(|(facet, wanted)| within(*facet, wanted))
            && (rules.wanted.contains_key(&Facet::Measure) || Self::is_of_persons(series))
    }

    pub(super) fn is_of_persons(series: &Series) -> bool {
        matches!(series.said.value(Facet::Measure), None | Some(Value::Atoms(PERSONS)))
    }

    fn amount(&self, all: &[&Series], rules: Rules<'_>) -> Outcome {
        let counts = all.iter().copied().filter(|series| series.said.form() != Some(Form::Percent)).collect();
        match self.settled(counts, rules) {
            Ok(settled) => self.found(Kind::Amount(picks(&settled)), settled, Vec::new(), rules),
            Err(outcome) => outcome,
        }
    }

    /// Names the columns of some series.
    fn columns_of(&self, series: &[&Series]) -> Vec<String> {
        let mut columns: Vec<usize> = series.iter().map(|series| series.column).collect();
        columns.sort_unstable();
        columns.dedup();
        columns.into_iter().filter_map(|at| self.names.get(at).cloned()).collect()
    }

    /// Settles series, of which one column at most may stay.
    fn settled<'s>(&self, series: Vec<&'s Series>, rules: Rules<'_>) -> Result<Settled<'s>, Outcome> {
        if series.is_empty() {
            return Err(Outcome::Nothing);
        }
        let undated = |series: &&Series| series.said.value(Facet::Period).is_none();
        let columns = series.iter().any(undated).then(|| self.columns_of(&series));
        let mut settled = rules.settle(series).map_err(|open| match open {
            // A column without a date is no date to choose.
            Open::Ask(_, key)
                if key.0 == Facet::Period && columns.as_ref().is_some_and(|all| all.len() > 1) =>
            {
                Outcome::Asked(Doubt::Columns { columns: columns.unwrap_or_default() }, None)
            }
            Open::Ask(found, key) => Outcome::Asked(found, Some(key)),
            Open::Nothing => Outcome::Nothing,
        })?;
        if settled.series.iter().any(|series| series.filled) {
            settled.series.retain(|series| series.filled || !settled.added.is_empty());
        }
        // Series of one combination in several columns say the same.
        let columns = self.columns_of(&settled.series);
        let parts: Vec<_> = settled
            .series
            .iter()
            .map(|s| {
                settled.added.iter().map(|key| s.said.facets.get(key).map(|v| &v.value)).collect::<Vec<_>>()
            })
            .collect();
        let twice =
            parts.iter().enumerate().any(|(at, part)| parts.get(..at).unwrap_or_default().contains(part));
        if twice && columns.len() > 1 {
            return Err(Outcome::Asked(Doubt::Columns { columns }, None));
        }
        if twice {
            // Combinations that nothing tells apart.
            return Err(Outcome::Nothing);
        }
        Ok(settled)
    }

    fn counts(&self, nth: usize, all: &[&Series], rules: Rules<'_>) -> Outcome {
        let mut bases = self.bases(nth, rules.query, all);
        // Of several ages and dates those that a base has, too.
        let mut counts = all.to_vec();
        for facet in [Facet::Age, Facet::Period] {
            let other = |base: &&&Series| !all.iter().any(|count| count.is_same(base));
            let bases: Vec<_> = bases.iter().filter(other).map(|base| base.said.value(facet)).collect();
            let has_base = |series: &&&Series| bases.contains(&series.said.value(facet));
            let of_base: Vec<&Series> = counts.iter().filter(has_base).copied().collect();
            counts = if of_base.is_empty() { counts } else { of_base };
        }
        let settled = match self.settled(counts, rules) {
            Ok(settled) => settled,
            Err(Outcome::Nothing) => return Outcome::Nothing,
            Err(asked) => return asked,
        };
        // Beside counts of parts a total that says no more, and has no such parts, is their sum.
        let completed = self.are_completed(&settled);
        let has_parts =
            |base: &&Series| completed || settled.added.iter().all(|key| base.said.facets.contains_key(key));
        let is_sum = !self.could_be_all(&settled);
        let of_ages = |base: &&Series| Self::is_of_ages(base, rules.query);
        // `Totalt`, and beside it `därav förgymnasial`.
        let are_of_it = settled.series.iter().all(|one| one.said.inherits);
        bases.retain(|base| {
            (has_parts(base) && (!is_sum || of_ages(base) || are_of_it)) || !Self::is_bare_total(base)
        });
        for over in &rules.query.over {
            let base_rules = Rules { wanted: over, ..rules };
            let Some(base) = self.base(&settled, &bases, base_rules) else { continue };
            let doubts = base.doubts();
            if !doubts.is_empty() && !rules.agreed {
                let column = settled.series.first().and_then(|one| self.names.get(one.column)).cloned();
                return Outcome::Asked(
                    Doubt::Words { column: column.unwrap_or_default(), words: doubts },
                    None,
                );
            }
            let assumed = self.assumed_of(&base, &settled, rules);
            let kind = Kind::Count(picks(&settled), picks(&base.settled));
            let mut outcome = self.found(kind, settled, base.settled.facets, rules);
            if let Outcome::Found(found) = &mut outcome {
                found.assumed.extend(assumed);
            }
            return outcome;
        }
        // Beside a whole of others than it counts it has none; beside parts alone it waits for one of another file.
        if bases.iter().any(|base| self.is_whole(base)) {
            return Outcome::NoBase(None);
        }
        match self.found(Kind::Amount(picks(&settled)), settled, Vec::new(), rules) {
            Outcome::Found(found) => Outcome::NoBase(Some(found)),
            other @ (Outcome::Asked(..) | Outcome::NoBase(_) | Outcome::Nothing) => other,
        }
    }

    fn found(&self, kind: Kind, settled: Settled<'_>, base: Vec<FacetFound>, rules: Rules<'_>) -> Outcome {
        let criterion = rules.query.id.clone();
        let mut assumed = Vec::new();
        for series in &settled.series {
            let column = self.names.get(series.column).cloned().unwrap_or_default();
            let sum = Lexicon::sum(&column).filter(|_| matches!(kind, Kind::Percent(..)));
            let words = [&series.said.unexplained, &series.said.doubts].into_iter().flatten().cloned();
            let words: Vec<String> = words.chain(sum).collect();
            if !words.is_empty() && !rules.agreed {
                return Outcome::Asked(Doubt::Words { column, words }, None);
            }
            let (criterion, dated) = (criterion.clone(), series.said.dated_by.clone());
            assumed.extend(dated.map(|by| Assumed::Dated {
                criterion: criterion.clone(),
                column: column.clone(),
                by,
            }));
            if let Some(by) = series.said.named_by.clone().filter(|_| !series.named) {
                assumed.push(Assumed::Named { criterion, column, by });
            }
        }
        let added = settled.facets.iter().filter(|found| found.how == KeptReason::Sum);
        assumed.extend(added.map(|found| Assumed::Added {
            criterion: criterion.clone(),
            facet: found.facet,
            values: found.values.clone(),
        }));
        assumed.dedup();
        let date = settled.series.iter().filter_map(|series| series.said.value(Facet::Period).cloned()).max();
        let mut ages: Vec<&Value> =
            settled.series.iter().filter_map(|series| series.said.value(Facet::Age)).collect();
        ages.sort();
        ages.dedup();
        let ages = if let [only] = ages.as_slice() { Some((*only).clone()) } else { Value::together(&ages) };
        let ages = ages.filter(|ages| !matches!(ages, Value::Atoms(_)));
        assumed.extend(rules.unusual(&settled, ages.as_ref()));
        let facets = settled.facets;
        Outcome::Found(Box::new(Resolved { kind, facets, base, date, check: None, ages, assumed }))
    }
}

/// Tells whether some series with numbers are of a later year than all others, as far as they tell one.
fn is_newer(series: &[&Series], others: &[&Series]) -> bool {
    let newest = |series: &[&Series]| {
        let filled = series.iter().filter(|series| series.filled && !series.noughts);
        filled.filter_map(|series| series.said.latest_year()).max()
    };
    newest(series).zip(newest(others)).is_some_and(|(one, other)| one > other)
}

fn picks(settled: &Settled<'_>) -> Vec<Pick> {
    let pick = |series: &&Series| Pick { column: series.column, combination: series.combination };
    settled.series.iter().map(pick).collect()
}
