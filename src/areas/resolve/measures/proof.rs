//! What the figures beside others prove of them: what percentages are parts of, and what a total is the sum of.

use std::collections::{BTreeMap, BTreeSet};

use super::super::plan::{Kind, Pick};
use super::super::{Looked, Outcome, Said};
use super::Search;
use super::counted::Counted;
use super::strange::{HUNDRED, thousandths};
use crate::areas::layout::series::{Combinations, Series};
use crate::areas::told::question::Doubt;
use crate::areas::words::cell::{self, Said as Cell};
use crate::areas::words::coordinates::{Form, MEASURE, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::query::Query;
use crate::areas::words::sampled::Sampled;
use crate::figure::{Bounds, Figure};

/// In as many areas figures have to agree, so that it is no chance.
pub(super) const PROOF: usize = 3;
/// In as many percentages have to make up a hundred with others.
pub(super) const PAIRS: usize = 2;
/// As many series are compared with each other, in as many areas.
pub(super) const SERIES: usize = 60;
const AREAS: usize = 100;
/// As many parts may make up a total.
const PARTS: usize = 12;

/// The sampled cells of each series, by area.
#[derive(Debug)]
pub(super) struct Cells<'a>(BTreeMap<usize, BTreeMap<String, &'a Sampled>>);

impl<'a> Cells<'a> {
    /// Looks for the rows of each combination; of an area's the first.
    pub(super) fn of(
        combinations: &Combinations,
        rows: &'a [Sampled],
        key: impl Fn(&Sampled) -> Option<String>,
    ) -> Self {
        let known = combinations.rows.iter().enumerate();
        let known: BTreeMap<Vec<&str>, usize> =
            known.map(|(at, own)| (own.iter().map(String::as_str).collect(), at)).collect();
        let mut cells: BTreeMap<usize, BTreeMap<String, &Sampled>> = BTreeMap::new();
        for row in rows {
            let own: Vec<&str> = combinations.columns.iter().map(|at| row.cell(*at).trim()).collect();
            if let (Some(combination), Some(key)) = (known.get(&own), key(row)) {
                let of_areas: &mut BTreeMap<String, &Sampled> = cells.entry(*combination).or_default();
                if of_areas.len() < AREAS {
                    of_areas.entry(key).or_insert(row);
                }
            }
        }
        Self(cells)
    }

    pub(super) fn of_series<'s, T>(
        &'s self,
        series: &Series,
        read: impl Fn(&str) -> Cell<T> + 's,
    ) -> BTreeMap<&'s str, T> {
        let column = series.column;
        let rows = self.0.get(&series.combination).into_iter().flatten();
        let values = rows.filter_map(|(key, row)| match read(row.cell(column)) {
            Cell::Value(value) => Some((key.as_str(), value)),
            Cell::Missing | Cell::Nil | Cell::Wrong(_) => None,
        });
        values.collect()
    }

    pub(super) fn counts(&self, series: &Series) -> BTreeMap<&str, Bounds> {
        self.of_series(series, cell::count)
    }

    pub(super) fn percents(&self, series: &Series, fractions: bool) -> BTreeMap<&str, Figure> {
        self.of_series(series, move |text| cell::percent(text, fractions))
    }
}

impl Search<'_> {
    /// Asks about percentages that are proved to be parts of something that the criterion does not ask for: the long-term
    /// unemployed of the unemployed, the employed of the labour force. Counts are not checked by such.
    pub(super) fn proved(&self, nth: usize, query: &Query, said: Said<'_>, outcome: Outcome) -> Outcome {
        let Outcome::Found(mut resolved) = outcome else { return outcome };
        match &resolved.kind {
            Kind::Percent(pick, fractions) if said.column.is_none() => {
                let column = self.name(pick.column);
                let fractions = *fractions == Some(true);
                if said.counts.is_none() && self.could_be_thousands(pick) {
                    return Outcome::Asked(Doubt::Kind { column }, None);
                }
                if let Some(base) = self.proved_base(nth, query, pick, fractions) {
                    return Outcome::Asked(Doubt::PartOf { column, base }, None);
                }
                if let Some(doubt) = self.strange(pick, fractions, column) {
                    return Outcome::Asked(doubt, None);
                }
            }
            Kind::Count(counts, bases) if said.counts.is_none() && said.column.is_none() => {
                let counted = self.counted(query, counts, bases);
                if counted != Counted::Counts {
                    let said = Said { counts: Some(false), ..said };
                    let found = self.looked.resolve(nth, query, said);
                    if counted == Counted::Percentages && matches!(found, Outcome::Found(_)) {
                        return self.proved(nth, query, said, found);
                    }
                    let column = counts.first().map(|pick| self.name(pick.column)).unwrap_or_default();
                    return Outcome::Asked(Doubt::Kind { column }, None);
                }
                if let Some(doubt) = self.against_base(counts, bases) {
                    return Outcome::Asked(doubt, None);
                }
                let of_another = |pick: &Pick| self.proved_base(nth, query, pick, false).is_some();
                resolved.check = resolved.check.filter(|pick| !of_another(pick));
            }
            Kind::Percent(..) | Kind::Count(..) | Kind::Amount(_) => {
                let of_another = |pick: &Pick| self.proved_base(nth, query, pick, false).is_some();
                resolved.check = resolved.check.filter(|pick| !of_another(pick));
            }
        }
        Outcome::Found(resolved)
    }

    /// Names what percentages are proved to be parts of, unless that is what the criterion asks for.
    fn proved_base(&self, nth: usize, query: &Query, pick: &Pick, fractions: bool) -> Option<String> {
        let own = self.series(pick)?;
        let percents = self.cells.percents(own, fractions);
        if percents.len() < PAIRS {
            return None;
        }
        self.base_by_counts(nth, query, own, &percents).or_else(|| self.base_by_percents(own, &percents))
    }

    /// Finds the counts of which the percentages are those that other counts have.
    fn base_by_counts(
        &self,
        nth: usize,
        query: &Query,
        own: &Series,
        percents: &BTreeMap<&str, Figure>,
    ) -> Option<String> {
        let is_count = |series: &&Series| {
            series.combination == own.combination
                && series.column != own.column
                && self.could_be_count(series)
        };
        let counts: Vec<(&Series, BTreeMap<&str, Bounds>)> = self
            .looked
            .series
            .iter()
            .filter(is_count)
            .take(SERIES)
            .map(|series| (series, self.cells.counts(series)))
            .collect();
        // With decimals two agree by no chance.
        let is_exact = |figure: &Figure| matches!(figure, Figure::Percent(percent) if percent.decimals() > 0);
        let enough = if percents.values().all(is_exact) { PAIRS } else { PROOF };
        // A part that is all or nothing proves nothing.
        let proves = |part: &BTreeMap<&str, Bounds>, whole: &BTreeMap<&str, Bounds>| {
            let shares = percents.iter().filter_map(|(area, percent)| {
                let (part, whole) = (*part.get(area)?, *whole.get(area)?);
                let between = part != Bounds::only(0) && part != whole;
                let share = || Figure::share_within(part, whole);
                between.then(|| share().is_ok_and(|share| !share.contradicts(percent)))
            });
            let shares: Vec<bool> = shares.collect();
            shares.len() >= enough && shares.iter().all(|holds| *holds)
        };
        let is_proved = |(whole, cells): &&(&Series, BTreeMap<&str, Bounds>)| {
            counts.iter().any(|(part, of_part)| !part.is_same(whole) && proves(of_part, cells))
        };
        let proved: Vec<&Series> = counts.iter().filter(is_proved).map(|(series, _)| *series).collect();
        let bases = self.looked.bases(nth, query, &[]);
        let could_be = |series: &&Series| {
            Looked::is_bare_total(series)
                || (self.looked.is_whole(series) && bases.iter().any(|base| base.is_same(series)))
        };
        if proved.iter().any(could_be) {
            return None;
        }
        proved.first().map(|series| self.title(series))
    }

    /// Finds percentages that make up a hundred with these although there are others: the employed and the unemployed without
    /// those outside the labour force; or that are a hundred throughout, as the labour force is.
    fn base_by_percents(&self, own: &Series, percents: &BTreeMap<&str, Figure>) -> Option<String> {
        let lexicon = self.basis.lexicon;
        let rest = |series: &Series| {
            let is_rest = |facet: Facet| !MEASURE.contains(&facet) && facet != Facet::Background;
            let facets = series.said.facets.iter().filter(|(key, _)| is_rest(key.0));
            facets.map(|(key, valued)| (*key, valued.value.clone())).collect::<Vec<_>>()
        };
        // What nobody knows may be the other part, too; `övriga` are all others.
        let is_unknown = |series: &Series| {
            !series.said.has_measure() && !series.said.total && !series.said.not && !own.said.is_of_votes()
        };
        let beside = |series: &&Series| {
            !series.is_same(own)
                && (series.column == own.column || series.combination == own.combination)
                && !matches!(series.said.form(), Some(Form::Count | Form::Id | Form::NoLevel))
                && rest(series) == rest(own)
                && (is_unknown(series)
                    || (series.said.has_own_measure() && self.are_of_one_kind(series, own)))
        };
        let is_all = |series: &[&Series]| {
            [Facet::Status, Facet::Education].into_iter().any(|facet| {
                let values: Vec<&Value> = series.iter().filter_map(|one| one.said.value(facet)).collect();
                Value::together(&values).is_some_and(|whole| lexicon.is_all(facet, &whole))
            })
        };
        self.looked.series.iter().filter(beside).take(SERIES).find_map(|other| {
            let others = self.cells.percents(other, false);
            let both = || percents.iter().filter_map(|(area, own)| Some((own, others.get(area)?)));
            let adds_up = both().all(|(one, other)| {
                let (one, other) = (thousandths(one), thousandths(other));
                one.zip(other).is_some_and(|((one, whole), (other, _))| {
                    one > 0 && other > 0 && (one + other).abs_diff(HUNDRED) <= if whole { 0 } else { 110 }
                })
            });
            let is_whole = || others.values().all(|other| thousandths(other) == Some((HUNDRED, true)));
            match () {
                () if both().count() < PAIRS => None,
                () if adds_up && !is_all(&[own, other]) => {
                    let title = |series: &Series| {
                        if own.column == other.column { self.title(series) } else { self.name(series.column) }
                    };
                    Some(format!("{} + {}", title(own), title(other)))
                }
                () if is_whole() && !is_all(&[other]) => Some(self.title(other)),
                () => None,
            }
        })
    }

    /// Tells whether two series can be parts of one whole: both are a status, a level of education, or of the registered.
    fn are_of_one_kind(&self, one: &Series, other: &Series) -> bool {
        let both = |facet: Facet| one.said.value(facet).is_some() && other.said.value(facet).is_some();
        both(Facet::Status)
            || both(Facet::Education)
            || (self.is_registered(one) && self.is_registered(other))
    }

    /// Lists the totals that are proved to be the sum of two parts that are not all there is, such as the employed and the
    /// unemployed, or the long- and the short-term unemployed.
    pub(super) fn partial_totals(&self) -> BTreeSet<(usize, usize)> {
        let is_total = |series: &&Series| self.could_be_total(series) && self.could_be_count(series);
        let is_part = |series: &&Series| self.could_be_count(series) && self.could_be_part(series);
        let parts = self.looked.series.iter().filter(is_part).take(PARTS);
        let parts: Vec<(&Series, BTreeMap<&str, Bounds>)> =
            parts.map(|series| (series, self.cells.counts(series))).collect();
        let is_sum = |total: &&Series| {
            let beside = |series: &Series| {
                !series.is_same(total)
                    && (series.column == total.column || series.combination == total.combination)
            };
            let cells = self.cells.counts(total);
            let sizes: BTreeSet<Option<u64>> = cells.values().map(|count| count.known()).collect();
            // The same number everywhere, which is that of all areas together.
            let is_of_all = |(_, of_part): &(&Series, BTreeMap<&str, Bounds>)| {
                let sum: Option<u64> = of_part.values().map(|count| count.known()).sum();
                sum > Some(0)
                    && cells.len() >= PAIRS
                    && of_part.len() == cells.len()
                    && sizes.len() == 1
                    && sizes.contains(&sum)
            };
            if Looked::is_bare_total(total) && parts.iter().any(is_of_all) {
                return true;
            }
            let of_total: Vec<&(&Series, BTreeMap<&str, Bounds>)> =
                parts.iter().filter(|(series, _)| beside(series)).collect();
            let mut pairs = of_total
                .iter()
                .enumerate()
                .flat_map(|(at, one)| of_total.iter().skip(at + 1).map(move |other| (one, other)));
            pairs.any(|((one, of_one), (other, of_other))| {
                let sums = cells.iter().filter_map(|(area, total)| {
                    let (one, other) = (of_one.get(area)?.known()?, of_other.get(area)?.known()?);
                    Some(one > 0 && other > 0 && Some(one + other) == total.known())
                });
                let sums: Vec<bool> = sums.collect();
                sums.len() >= PAIRS && sums.iter().all(|holds| *holds) && self.are_some(one, other)
            })
        };
        let totals = self.looked.series.iter().filter(|_| !parts.is_empty()).filter(is_total).take(SERIES);
        totals.filter(is_sum).map(|series| (series.column, series.combination)).collect()
    }

    /// Tells whether a series could be a total of persons: it is called so, or is of all in a column of categories.
    pub(super) fn could_be_total(&self, series: &Series) -> bool {
        let of_all = |facet: Facet| {
            series.said.value(facet).is_some_and(|value| self.basis.lexicon.is_all(facet, value))
        };
        let persons = series.said.value(Facet::Measure).is_some() && !series.said.has_own_measure();
        Looked::is_bare_total(series) || of_all(Facet::Status) || (persons && !series.said.is_of_votes())
    }

    /// Tells whether a series could be a part of the registered or of the labour force; `övriga` is of all others.
    fn could_be_part(&self, series: &Series) -> bool {
        let said = &series.said;
        let status =
            said.value(Facet::Status).is_some_and(|own| !self.basis.lexicon.is_all(Facet::Status, own));
        let unknown =
            !said.has_measure() && !said.total && !said.not && said.value(Facet::Education).is_none();
        status || self.is_registered(series) || unknown
    }

    /// Tells whether two parts are not all there is.
    fn are_some(&self, one: &Series, other: &Series) -> bool {
        let known =
            |series: &Series| series.said.has_own_measure() || series.said.value(Facet::Duration).is_some();
        let both: Vec<&Value> =
            [one, other].iter().filter_map(|part| part.said.value(Facet::Status)).collect();
        let all = Value::together(&both).is_some_and(|all| self.basis.lexicon.is_all(Facet::Status, &all));
        !(both.len() == 2 && all) && (known(one) || known(other))
    }

    /// Tells whether a series is of the registered unemployed, of whom long-term ones are some.
    fn is_registered(&self, series: &Series) -> bool {
        let said = &series.said;
        let long = (said.has_own_measure() && said.value(Facet::Measure).is_some() && !said.is_of_votes())
            || said.value(Facet::Duration).is_some();
        let status = said.value(Facet::Status);
        long || status.is_some_and(|own| {
            *own == Value::Atoms(self.basis.lexicon.bits(Facet::Status, "unemployed program"))
        })
    }

    pub(super) fn could_be_count(&self, series: &Series) -> bool {
        let whole = self.looked.profiles.get(series.column).is_some_and(|all| !all.decimals);
        whole && !matches!(series.said.form(), Some(Form::Percent | Form::Id | Form::NoLevel))
    }

    /// Names a series: by its column, or by its categories.
    pub(super) fn title(&self, series: &Series) -> String {
        let texts = self.combinations.rows.get(series.combination).into_iter().flatten();
        let texts: Vec<&str> = texts.map(String::as_str).filter(|text| !text.is_empty()).collect();
        if texts.is_empty() { self.name(series.column) } else { texts.join(", ") }
    }
}
