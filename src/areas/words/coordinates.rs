//! What a figure is about: its facets, what kind of number it is, and what is left of its words.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::facet::Facet;

/// A facet of a table. A column of categories that nothing is known of is one of its own, told apart by its position.
pub(in crate::areas) type Key = (Facet, usize);

/// The facets that make up the measure itself.
pub(in crate::areas) const MEASURE: [Facet; 4] =
    [Facet::Measure, Facet::Status, Facet::Education, Facet::Duration];

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::areas) enum Value {
    /// Some of the facet's atoms, by bit; all of them are the total.
    Atoms(u32),
    /// From and to, both included: ages in years, durations in months.
    Span(u32, u32),
    /// A date: the month that it ends with, counted from year 0, and how many months it has.
    Date(u32, u32),
    /// The total of a facet whose values are not known.
    All,
    /// Anything else, as the file writes it.
    Text(String),
}

/// A value and the text that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::areas) struct Valued {
    pub(in crate::areas) value: Value,
    pub(in crate::areas) text: String,
}

/// What kind of number a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::areas) enum Form {
    Percent,
    Count,
    /// A number that tells things apart.
    Id,
    /// A change, a rank, an index, a threshold.
    NoLevel,
}

/// What a text says of a figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::areas) struct Coordinates {
    pub(in crate::areas) facets: BTreeMap<Key, Valued>,
    /// What it calls itself.
    pub(in crate::areas) form: Option<Form>,
    /// What such figures are, unless something else is said.
    pub(in crate::areas) soft: Option<Form>,
    /// Whether it is the total of something.
    pub(in crate::areas) total: bool,
    /// Whether it says what it is not.
    pub(in crate::areas) not: bool,
    /// Whether it is a part of the column before it.
    pub(in crate::areas) inherits: bool,
    /// Words that the lexicon has not.
    pub(in crate::areas) unexplained: Vec<String>,
    /// Texts around it by which it may be something else.
    pub(in crate::areas) doubts: Vec<String>,
    /// The criterion whose id the heading is.
    pub(in crate::areas) criterion: Option<(usize, Part)>,
    /// The title, sheet or file that names the measure, where the column does not.
    pub(in crate::areas) named_by: Option<String>,
    /// The file's name, where it alone tells the date.
    pub(in crate::areas) dated_by: Option<String>,
}

/// What a heading that is a criterion's id stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::areas) enum Part {
    Figure,
    Count,
    Total,
}

impl Coordinates {
    /// Returns the value of a facet.
    pub(in crate::areas) fn value(&self, facet: Facet) -> Option<&Value> {
        self.facets.get(&(facet, 0)).map(|valued| &valued.value)
    }

    /// Sets a facet's value.
    pub(in crate::areas) fn set(&mut self, key: Key, value: Value, text: &str) {
        self.facets.insert(key, Valued { value, text: text.to_owned() });
    }

    /// Adds a value: of two of one facet what they make up together, of two dates the later.
    pub(in crate::areas) fn add(&mut self, facet: Facet, value: Value, text: &str) {
        let key = (facet, 0);
        let Some(known) = self.facets.get_mut(&key) else { return self.set(key, value, text) };
        match (&known.value, &value) {
            (Value::Atoms(one), Value::Atoms(two)) => {
                known.value = Value::Atoms(one | two);
                known.text = format!("{} {text}", known.text);
            }
            (Value::Date(one, _), Value::Date(two, _)) if two > one => {
                *known = Valued { value, text: text.to_owned() };
            }
            _ => {}
        }
    }

    /// Returns the latest year in what it says, understood or not: `VT2022`.
    pub(in crate::areas) fn latest_year(&self) -> Option<u32> {
        let texts = self.unexplained.iter().filter_map(|word| year_in(word));
        self.value(Facet::Period).and_then(Value::latest_year).into_iter().chain(texts).max()
    }

    /// Adds what stands beside it in the same text.
    pub(in crate::areas) fn add_all(&mut self, more: Self) {
        for ((facet, _), valued) in more.facets {
            self.add(facet, valued.value, &valued.text);
        }
        self.unexplained.extend(more.unexplained);
        self.form = more.form.filter(|form| *form == Form::NoLevel).or(self.form).or(more.form);
        self.total |= more.total;
        self.not |= more.not;
    }

    /// Tells whether it says which measure it is of.
    pub(in crate::areas) fn has_measure(&self) -> bool {
        self.criterion.is_some()
            || matches!(self.form, Some(Form::Id | Form::NoLevel))
            || MEASURE.iter().any(|facet| *facet != Facet::Duration && self.value(*facet).is_some())
    }

    /// Tells whether it is of a measure that only a criterion counts, so that it is no base.
    pub(in crate::areas) fn has_own_measure(&self) -> bool {
        let base = |value: &Value| matches!(value, Value::Atoms(PERSONS | ENTITLED));
        self.criterion.is_some()
            || self.value(Facet::Status).is_some()
            || self.value(Facet::Education).is_some()
            || self.value(Facet::Measure).is_some_and(|value| !base(value))
    }

    /// Tells whether it counts votes, or those who may vote.
    pub(in crate::areas) fn is_of_votes(&self) -> bool {
        matches!(self.value(Facet::Measure), Some(Value::Atoms(atoms)) if atoms & (VOTED | ENTITLED) != 0)
    }

    /// Tells whether it names a measure, and another than the one below it: `Andel trygga (%)`, or the employed above levels of
    /// education. The long-term unemployed are among those registered.
    pub(in crate::areas) fn is_over_another(&self, below: &Self) -> bool {
        let apart = |facet: &Facet| self.value(*facet).is_none() || below.value(*facet).is_none();
        let is_rate = self.form() == Some(Form::Percent) || below.form() != Some(Form::Percent);
        let among = below.value(Facet::Measure).is_some() && self.value(Facet::Status).is_some() && is_rate;
        let other = self.has_own_measure()
            && MEASURE.iter().all(apart)
            && (!among || below.is_of_votes() || self.is_of_votes());
        other || (self.form() == Some(Form::Percent) && !self.unexplained.is_empty())
    }

    /// Tells whether it counts the registered unemployed, or the long-term ones among them.
    pub(in crate::areas) fn is_of_unemployed(&self) -> bool {
        let long = |value: &Value| matches!(value, Value::Atoms(LONG_TERM));
        self.value(Facet::Measure).is_some_and(long)
            || (self.value(Facet::Measure).is_none() && self.value(Facet::Duration).is_some())
    }

    /// Tells whether it says a kind of number and nothing else.
    pub(in crate::areas) fn is_only_form(&self) -> bool {
        self.form.is_some() && self.facets.is_empty() && !self.total && self.is_explained()
    }

    /// Tells whether nothing is said that isn't understood.
    pub(in crate::areas) fn is_explained(&self) -> bool {
        self.unexplained.is_empty() && !self.not
    }

    /// Returns what kind of number it is, as far as it is said.
    pub(in crate::areas) fn form(&self) -> Option<Form> {
        self.form.or(self.soft)
    }

    /// Adds what a text of less weight says: of each facet that nothing is said of yet, and the measure only where
    /// `measure` and none is said.
    pub(in crate::areas) fn fill(&mut self, less: &Self, measure: bool) {
        let takes = measure && !self.has_measure();
        for (key, valued) in &less.facets {
            let of_measure = MEASURE.contains(&key.0);
            if !of_measure || takes {
                self.facets.entry(*key).or_insert_with(|| valued.clone());
            }
        }
        if takes {
            self.unexplained.extend(less.unexplained.iter().cloned());
            self.not |= less.not;
            self.soft = self.soft.or(less.soft);
            self.criterion = self.criterion.or(less.criterion);
        }
        // What is above a change is no level either; a count below "andel" is a count.
        self.form = match (self.form, less.form) {
            (_, Some(Form::NoLevel)) => Some(Form::NoLevel),
            (None, form) if self.soft.is_none() || takes => form,
            (form, _) => form,
        };
        self.total |= less.total && takes;
    }

    /// Adds what a unit says: the kind of number, an index whatever else is said, and what it is a part of.
    pub(in crate::areas) fn in_unit(&mut self, unit: Self) {
        self.form = unit.form.filter(|form| *form == Form::NoLevel).or(self.form).or(unit.form);
        self.facets.extend(unit.facets);
        self.doubts.extend(unit.doubts);
    }

    /// Adds what the category of a column says; `None` where the two contradict each other.
    pub(in crate::areas) fn and(mut self, category: &Self) -> Option<Self> {
        if !self.has_measure() {
            self.criterion = category.criterion;
        }
        for (key, valued) in &category.facets {
            match self.facets.get(key) {
                None => {
                    self.facets.insert(*key, valued.clone());
                }
                // The heading says what is counted, whatever row it stands in.
                Some(_) if key.0 == Facet::Measure => {}
                Some(own) if own.value == valued.value => {}
                Some(_) => return None,
            }
        }
        match (self.form, category.form) {
            (Some(Form::Count), Some(Form::Percent)) | (Some(Form::Percent), Some(Form::Count)) => {
                return None;
            }
            (None, form) => self.form = form,
            (Some(_), _) => {}
        }
        self.form = if category.form == Some(Form::NoLevel) { category.form } else { self.form };
        self.soft = self.soft.or(category.soft);
        self.not |= category.not;
        self.doubts.extend(category.doubts.iter().cloned());
        self.total |= category.total;
        if self.value(Facet::Measure).is_none()
            || self.value(Facet::Measure) == category.value(Facet::Measure)
        {
            self.unexplained.extend(category.unexplained.iter().cloned());
        }
        Some(self)
    }
}

/// Returns the latest of the years that stand in a text, glued to whatever.
fn year_in(text: &str) -> Option<u32> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (1990..2100).contains(year)).max()
}

/// The atoms of what is counted, by bit; the lexicon's order.
pub(in crate::areas) const PERSONS: u32 = 1;
pub(in crate::areas) const VOTED: u32 = 1 << 1;
pub(in crate::areas) const ENTITLED: u32 = 1 << 2;
pub(in crate::areas) const LONG_TERM: u32 = 1 << 3;
pub(in crate::areas) const PUPILS: u32 = 1 << 5;

impl Value {
    pub(in crate::areas) fn is_date(&self) -> bool {
        matches!(self, Self::Date(..))
    }

    /// Tells whether it is a month.
    pub(in crate::areas) fn is_month(&self) -> bool {
        matches!(self, Self::Date(_, 1))
    }

    /// Tells whether it is a month or a quarter.
    pub(in crate::areas) fn is_part_of_year(&self) -> bool {
        matches!(self, Self::Date(_, 1 | 3))
    }

    /// Returns the year of a date, or the latest in a text that is none: `VT2022`.
    pub(in crate::areas) fn latest_year(&self) -> Option<u32> {
        match self {
            Self::Date(end, _) => Some(end.saturating_sub(1) / 12),
            Self::Text(text) => year_in(text),
            Self::Atoms(_) | Self::Span(..) | Self::All => None,
        }
    }

    /// Returns the parts that two values have in common, where both are of one kind.
    pub(in crate::areas) fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Atoms(one), Self::Atoms(two)) => one & two != 0,
            (Self::Span(from, to), Self::Span(first, last)) => from <= last && first <= to,
            (one, two) => one == two,
        }
    }

    /// Tells whether values exclude each other.
    pub(in crate::areas) fn exclude_each_other(values: &[&Self]) -> bool {
        let later = |at: usize| values.get(at + 1..).unwrap_or_default();
        values.iter().enumerate().all(|(at, one)| later(at).iter().all(|other| !one.meets(other)))
    }

    /// Returns what values make up together: atoms, or spans without a gap.
    pub(in crate::areas) fn together(values: &[&Self]) -> Option<Self> {
        let mut spans = Vec::new();
        let mut atoms = 0;
        for value in values {
            match value {
                Self::Atoms(some) => atoms |= some,
                Self::Span(from, to) => spans.push((*from, *to)),
                Self::Date(..) | Self::All | Self::Text(_) => return None,
            }
        }
        if spans.is_empty() {
            return Some(Self::Atoms(atoms));
        }
        spans.sort_unstable();
        let whole = spans.iter().copied().reduce(|(from, to), (first, last)| {
            if to.checked_add(1) == Some(first) { (from, last) } else { (u32::MAX, last) }
        });
        whole.filter(|(from, _)| atoms == 0 && *from != u32::MAX).map(|(from, to)| Self::Span(from, to))
    }
}
