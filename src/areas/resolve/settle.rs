//! Brings the series that could be a criterion's figure down to one value of each facet, or to parts that may be added.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::areas::layout::series::Series;
use crate::areas::told::question::{Assumed, Doubt, Take};
use crate::areas::told::understanding::{FacetFound, KeptReason};
use crate::areas::words::coordinates::{Form, Key, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::query::Query;
use crate::criteria::Unit;

/// The order in which facets are settled; those that only one column has come first.
const ORDER: [Facet; 11] = [
    Facet::Other,
    Facet::Measure,
    Facet::Status,
    Facet::Education,
    Facet::Duration,
    Facet::Background,
    Facet::Birth,
    Facet::Sex,
    Facet::Election,
    Facet::Age,
    Facet::Period,
];
/// Spans of ages of fewer years are those of a group.
const YEARS: u32 = 25;
/// Between these ages people begin and end to work.
const WORKING: (RangeInclusive<u32>, RangeInclusive<u32>) = (15..=25, 60..=75);
/// No span that ends here or later leaves out the old.
const OLDEST: u32 = 95;

/// What series are settled by.
#[derive(Debug, Clone, Copy)]
pub(in crate::areas) struct Rules<'a> {
    pub(in crate::areas) lexicon: &'a Lexicon,
    pub(in crate::areas) query: &'a Query,
    /// The values that a person has chosen.
    pub(in crate::areas) take: &'a [Take],
    /// The period that a person has pinned.
    pub(in crate::areas) period: Option<&'a Value>,
    /// The measure's own facets, which must be as asked for.
    pub(in crate::areas) wanted: &'a BTreeMap<Facet, Value>,
    /// Whether a person has named the column, so that its only value is meant.
    pub(in crate::areas) lenient: bool,
    /// Whether a person has agreed to words that are not understood.
    pub(in crate::areas) agreed: bool,
}

/// Series that are added up, with what they are.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Settled<'s> {
    pub(in crate::areas) series: Vec<&'s Series>,
    pub(in crate::areas) facets: Vec<FacetFound>,
    /// The facets whose parts are added up.
    pub(in crate::areas) added: Vec<Key>,
}

/// Why series can't be settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::areas) enum Open {
    /// A person has to say.
    Ask(Doubt, Key),
    /// None of them is of all.
    Nothing,
}

/// What becomes of the values of one facet.
enum One {
    /// Those values stay, added up if several.
    Keep(Vec<Option<Value>>, KeptReason),
    Ask,
    Nothing,
}

impl Rules<'_> {
    /// Settles series facet by facet.
    pub(in crate::areas) fn settle<'s>(&self, series: Vec<&'s Series>) -> Result<Settled<'s>, Open> {
        let mut settled = Settled { series, ..Settled::default() };
        let keys: BTreeSet<Key> =
            settled.series.iter().flat_map(|series| series.said.facets.keys().copied()).collect();
        // Where a period is pinned, the ages of another are beside the point.
        let pinned = self.period.map(|_| Facet::Period);
        let rest = ORDER.into_iter().filter(|facet| Some(*facet) != pinned);
        for facet in pinned.into_iter().chain(rest) {
            for key in keys.iter().filter(|key| key.0 == facet) {
                self.one(*key, &mut settled)?;
            }
        }
        settled.facets.sort_by_key(|found| ORDER.iter().position(|facet| *facet == found.facet));
        Ok(settled)
    }

    /// Says which ages or times are others than those that the criterion is usually of, unless a person chose them.
    pub(in crate::areas) fn unusual(&self, settled: &Settled<'_>, ages: Option<&Value>) -> Vec<Assumed> {
        let months: Vec<Value> =
            self.query.is.iter().filter_map(|is| is.get(&Facet::Duration)).cloned().collect();
        let duration = settled.series.iter().find_map(|series| series.said.value(Facet::Duration));
        let is_near = |value: &Value, usual: &Value| match (value, usual) {
            // Statistics of late count one year more.
            (Value::Span(from, to), Value::Span(first, last)) => from == first && to.abs_diff(*last) <= 1,
            _ => true,
        };
        let of = |facet: Facet, value: Option<&Value>, usual: &[Value]| {
            let first = usual.first()?;
            value.filter(|value| !usual.iter().any(|usual| is_near(value, usual)))?;
            let found = settled.facets.iter().find(|found| found.facet == facet)?;
            (found.how != KeptReason::Recipe).then(|| Assumed::Unusual {
                criterion: self.query.id.clone(),
                facet,
                values: found.values.clone(),
                usual: self.lexicon.notation(facet, first),
            })
        };
        [of(Facet::Age, ages, &self.query.ages), of(Facet::Duration, duration, &months)]
            .into_iter()
            .flatten()
            .collect()
    }

    fn one(&self, key: Key, settled: &mut Settled<'_>) -> Result<(), Open> {
        let value = |series: &Series| series.said.facets.get(&key).map(|valued| valued.value.clone());
        // A year of noughts beside one of numbers has not been written yet.
        let written = settled.series.iter().any(|series| series.filled && !series.noughts);
        let has_numbers =
            |series: &&&Series| series.filled && !(series.noughts && written && key.0 == Facet::Period);
        let filled: Vec<Option<Value>> =
            distinct(settled.series.iter().filter(has_numbers).map(|series| value(series)));
        let all: Vec<Option<Value>> = distinct(settled.series.iter().map(|series| value(series)));
        let counts = settled.series.iter().all(|series| series.said.form() != Some(Form::Percent));
        let texts = |values: &[Option<Value>]| {
            let wanted: BTreeSet<&Value> = values.iter().flatten().collect();
            let text = |series: &&Series| {
                let valued = series.said.facets.get(&key)?;
                wanted.contains(&valued.value).then(|| valued.text.clone())
            };
            distinct(settled.series.iter().filter_map(text))
        };
        // A series without any number is no choice, unless all are so.
        let values = if filled.is_empty() { &all } else { &filled };
        match self.choose(key, values, &texts(values), counts) {
            One::Keep(kept, how) => {
                let texts = texts(&kept);
                settled.series.retain(|series| kept.contains(&value(series)));
                if kept.len() > 1 {
                    settled.added.push(key);
                }
                if !texts.is_empty() {
                    settled.facets.push(FacetFound { facet: key.0, values: texts, how });
                }
                Ok(())
            }
            One::Ask => Err(Open::Ask(Doubt::Values { facet: key.0, values: texts(values) }, key)),
            One::Nothing => Err(Open::Nothing),
        }
    }

    fn choose(&self, key: Key, values: &[Option<Value>], texts: &[String], counts: bool) -> One {
        let facet = key.0;
        if let Some(taken) = self.taken(facet, values, texts) {
            return if taken.is_empty() { One::Nothing } else { One::Keep(taken, KeptReason::Recipe) };
        }
        // How long it is at least tells what is meant, and not which of several.
        if let Some(wanted) = self.wanted.get(&facet).filter(|_| facet != Facet::Duration) {
            return self.as_wanted(facet, wanted, values, counts);
        }
        if facet == Facet::Period {
            return self.newest(values);
        }
        if self.query.unit == Unit::Persons && matches!(facet, Facet::Status | Facet::Education) {
            return One::Nothing;
        }
        if let [only] = values {
            return self.only(facet, only.as_ref());
        }
        let preferred: &[Value] = match () {
            () if facet == Facet::Age => &self.query.ages,
            () if facet == Facet::Election => &self.query.elections,
            () => &[],
        };
        let wide = |value: &&Option<Value>| facet != Facet::Age || !self.is_group(value.as_ref());
        for value in preferred {
            if values.contains(&Some(value.clone())) {
                return One::Keep(vec![Some(value.clone())], KeptReason::Preferred);
            }
            let parts = parts_of(value, values).filter(|_| counts);
            if let Some(parts) = parts {
                return One::Keep(parts, KeptReason::Sum);
            }
        }
        // Of all elections together nobody asks.
        if facet == Facet::Election && !self.query.elections.is_empty() {
            return One::Ask;
        }
        let total = values.iter().filter(wide).find(|value| match value {
            None => facet != Facet::Other,
            Some(value) => {
                self.lexicon.is_all(facet, value)
                    || (facet == Facet::Age
                        && matches!(value, Value::Span(_, u32::MAX))
                        && values.iter().flatten().all(|other| holds(value, other)))
            }
        });
        if let Some(total) = total {
            // All of whatever age are not those of working age, of whom others tell.
            let asks = facet == Facet::Age && !preferred.is_empty();
            let mut beside = values.iter().filter(|value| *value != total).flatten();
            if asks && beside.any(is_of_working_age) {
                return One::Ask;
            }
            return One::Keep(vec![total.clone()], KeptReason::Total);
        }
        let parts: Vec<&Value> = values.iter().flatten().collect();
        let whole = if counts && Value::exclude_each_other(&parts) { Value::together(&parts) } else { None };
        let is_complete = |whole: Value| {
            if facet == Facet::Age {
                !self.is_group(Some(&whole))
            } else {
                self.lexicon.is_all(facet, &whole)
            }
        };
        if parts.len() == values.len() && whole.is_some_and(is_complete) {
            return One::Keep(values.to_vec(), KeptReason::Sum);
        }
        // A group among those of another span is no choice beside it.
        let others: Vec<&Option<Value>> = values.iter().filter(wide).collect();
        if let (Facet::Age, [only @ Some(span)]) = (facet, others.as_slice())
            && values.iter().flatten().all(|other| holds(span, other))
        {
            return One::Keep(vec![(*only).clone()], KeptReason::Total);
        }
        if matches!(facet, Facet::Measure | Facet::Status | Facet::Education) {
            One::Nothing
        } else {
            One::Ask
        }
    }

    /// Returns the values that a person has chosen; `None` where nothing is said of the facet.
    fn taken(&self, facet: Facet, values: &[Option<Value>], texts: &[String]) -> Option<Vec<Option<Value>>> {
        let take = self.take.iter().find(|take| take.facet == facet)?;
        let plain = |text: &str| crate::areas::words::lexicon::split(text).join(" ");
        let said: Vec<String> = take.values.iter().map(|text| plain(text)).collect();
        // Each value has its text, unless several have the same.
        let each = texts.len() == values.iter().flatten().count();
        let mut texts = texts.iter().filter(|_| each);
        let mut is_taken = |value: &&Option<Value>| match value {
            None => said.iter().any(|text| text == "all"),
            Some(value) => {
                let text = texts.next();
                said.contains(&plain(&self.lexicon.notation(facet, value)))
                    || text.is_some_and(|text| said.contains(&plain(text)))
            }
        };
        let taken: Vec<_> = values.iter().filter(|value| is_taken(value)).cloned().collect();
        // Several columns may have categories of which nothing is known.
        (facet != Facet::Other || !taken.is_empty()).then_some(taken)
    }

    /// Finds what the measure itself is asked to be: that, or its parts.
    fn as_wanted(&self, facet: Facet, wanted: &Value, values: &[Option<Value>], counts: bool) -> One {
        if values.contains(&Some(wanted.clone())) {
            let how = if values.len() > 1 { KeptReason::Total } else { KeptReason::Only };
            return One::Keep(vec![Some(wanted.clone())], how);
        }
        let parts: Vec<&Value> = values.iter().flatten().collect();
        if let [Value::Span(..)] = parts.as_slice() {
            return One::Keep(values.to_vec(), KeptReason::Only);
        }
        let whole = Value::together(&parts).filter(|_| counts && Value::exclude_each_other(&parts));
        let complete = whole.is_some_and(|whole| {
            whole == *wanted || (wanted == &Value::All && self.lexicon.is_all(facet, &whole))
        });
        if complete { One::Keep(values.to_vec(), KeptReason::Sum) } else { One::Ask }
    }

    /// Finds the newest date, or the one that is pinned.
    fn newest(&self, values: &[Option<Value>]) -> One {
        if let Some(pinned) = self.period {
            let found = values.iter().find(|value| value.as_ref() == Some(pinned));
            return found.map_or(One::Nothing, |found| One::Keep(vec![found.clone()], KeptReason::Recipe));
        }
        let dates = values.iter().flatten().filter(|value| matches!(value, Value::Date(..)));
        match (dates.max(), values) {
            (_, [only]) => One::Keep(vec![only.clone()], KeptReason::Only),
            // One without a date may be newer than all that have one, and so may be what is not understood.
            (Some(_), _) if values.contains(&None) => One::Ask,
            (Some(newest), _) if values.iter().flatten().any(|text| is_later(text, newest)) => One::Ask,
            (Some(newest), _) => One::Keep(vec![Some(newest.clone())], KeptReason::Latest),
            (None, _) => One::Ask,
        }
    }

    /// Tells whether the only value there is may stand for all.
    fn only(&self, facet: Facet, only: Option<&Value>) -> One {
        let keep = One::Keep(vec![only.cloned()], KeptReason::Only);
        let Some(value) = only.filter(|_| !self.lenient) else { return keep };
        let all = self.lexicon.is_all(facet, value);
        match facet {
            // From six to twelve months are not all from six on.
            Facet::Duration if matches!(value, Value::Span(_, to) if *to != u32::MAX) => One::Ask,
            Facet::Measure | Facet::Other | Facet::Duration | Facet::Period => keep,
            Facet::Status | Facet::Education => {
                if all {
                    keep
                } else {
                    One::Nothing
                }
            }
            Facet::Sex | Facet::Birth | Facet::Background => {
                if all {
                    keep
                } else {
                    One::Ask
                }
            }
            Facet::Election if self.query.elections.is_empty() || self.query.elections.contains(value) => {
                keep
            }
            Facet::Election => One::Ask,
            // Persons of some ages are not all persons.
            Facet::Age if self.query.unit == Unit::Persons => One::Nothing,
            Facet::Age => {
                if self.is_group(only) {
                    One::Ask
                } else {
                    keep
                }
            }
        }
    }

    /// Tells whether a span of ages is that of a group among those that are meant.
    fn is_group(&self, value: Option<&Value>) -> bool {
        match value {
            Some(value @ Value::Span(from, to)) => {
                // All who may vote are of no age at most; those below an age are the young.
                let is_closed = !self.query.elections.is_empty() || *from == 0;
                !self.query.ages.contains(value)
                    && match *to {
                        u32::MAX => *from > 20,
                        to if is_closed && to < OLDEST => true,
                        to => to.saturating_sub(*from) < YEARS,
                    }
            }
            Some(Value::Text(_)) => true,
            Some(Value::Atoms(_) | Value::Date(..) | Value::All) | None => false,
        }
    }
}

/// Tells whether a text that is no date has a later year in it.
fn is_later(text: &Value, newest: &Value) -> bool {
    matches!(text, Value::Text(_)) && text.latest_year() > newest.latest_year()
}

/// Lists the spans that make up a whole one, without a gap.
pub(super) fn parts_of(whole: &Value, values: &[Option<Value>]) -> Option<Vec<Option<Value>>> {
    let within = |value: &&Value| holds(whole, value);
    let parts: Vec<&Value> = values.iter().flatten().filter(within).collect();
    let is_whole = Value::together(&parts).as_ref() == Some(whole) && Value::exclude_each_other(&parts);
    is_whole.then(|| parts.into_iter().map(|part| Some(part.clone())).collect())
}

/// Tells whether a span is that of those who could work.
fn is_of_working_age(value: &Value) -> bool {
    let (begin, end) = WORKING;
    matches!(value, Value::Span(from, to) if begin.contains(from) && end.contains(to))
}

/// Tells whether a span holds another.
fn holds(whole: &Value, part: &Value) -> bool {
    matches!((whole, part), (Value::Span(from, to), Value::Span(first, last)) if from <= first && last <= to)
}

fn distinct<T: Clone + Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    values.filter(|value| seen.insert(value.clone())).collect()
}
