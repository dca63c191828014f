//! A table as a set of series: numbers of one column in the rows of one combination of categories, with their coordinates.

use std::collections::{BTreeMap, BTreeSet};

use super::around::{Place, around};
use super::categories::combined;
use super::columns::Column;
use super::heading::Heading;
use crate::areas::code::Level;
use crate::areas::words::cell::{is_missing, says_count};
use crate::areas::words::coordinates::{Coordinates, ENTITLED, Form, Key, MEASURE, PERSONS, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;
use crate::table::TableInfo;

/// As many combinations of categories are told apart; more are no statistics any more.
pub(in crate::areas) const COMBINATIONS: usize = 20_000;

/// The combinations of categories that a table's rows have, and which of their numbers are there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::areas) struct Combinations {
    /// The columns of categories.
    pub(in crate::areas) columns: Vec<usize>,
    /// The categories of each combination, by column.
    pub(in crate::areas) rows: Vec<Vec<String>>,
    /// Columns with a number in a row of the combination, and those with noughts alone.
    filled: Vec<BTreeMap<usize, Filled>>,
    /// The texts that stand alone in a row below the heading.
    pub(in crate::areas) notes: Vec<String>,
}

/// What the numbers of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::areas) enum Filled {
    Noughts,
    Numbers,
}

/// Numbers of one column in the rows of one combination.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a series")]
pub(in crate::areas) struct Series {
    pub(in crate::areas) column: usize,
    /// The combination; the only one of a table without categories is 0.
    pub(in crate::areas) combination: usize,
    pub(in crate::areas) said: Coordinates,
    /// Whether it has some number, and whether noughts alone.
    pub(in crate::areas) filled: bool,
    pub(in crate::areas) noughts: bool,
    /// Whether the heading itself names the measure, and not the title.
    pub(in crate::areas) named: bool,
    /// Whether the text that names the measure tells its date, too, and not another around it.
    pub(in crate::areas) dated: bool,
}

impl Series {
    /// Tells whether the election that it is of can be one of those held in these years: in its year one was held, or it
    /// says which it is. Without years any can be.
    pub(in crate::areas) fn is_held(&self, years: &[u32]) -> bool {
        match self.said.value(Facet::Period) {
            Some(Value::Date(end, _)) if self.dated && self.said.value(Facet::Election).is_none() => {
                years.is_empty() || years.contains(&((end - 1) / 12))
            }
            _ => true,
        }
    }

    /// Tells whether it is of the same cells.
    pub(in crate::areas) fn is_same(&self, other: &Self) -> bool {
        (self.column, self.combination) == (other.column, other.combination)
    }
}

impl Combinations {
    /// Lists the combinations of some records.
    pub(in crate::areas) fn of(columns: Vec<usize>, data: &[&Sampled], values: &[usize]) -> Self {
        let mut found = Self { columns, ..Self::default() };
        let mut numbers: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for record in data {
            let row: Vec<String> =
                found.columns.iter().map(|at| record.cell(*at).trim().to_owned()).collect();
            let next = found.rows.len();
            let at = *numbers.entry(row.clone()).or_insert(next);
            if at == next {
                if next >= COMBINATIONS {
                    continue;
                }
                found.add(row);
            }
            for column in values {
                found.note(at, *column, record.cell(*column).trim());
            }
        }
        found
    }

    /// Adds a combination without numbers.
    pub(in crate::areas) fn add(&mut self, row: Vec<String>) {
        self.rows.push(row);
        self.filled.push(BTreeMap::new());
    }

    /// Notes a cell of a combination's row; tells whether it says more of its column than those before.
    pub(in crate::areas) fn note(&mut self, combination: usize, column: usize, cell: &str) -> bool {
        if is_missing(cell) || !says_count(cell) {
            return false;
        }
        let is_nought = !cell.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
        let filled = if is_nought { Filled::Noughts } else { Filled::Numbers };
        let Some(columns) = self.filled.get_mut(combination) else { return false };
        let known = columns.get(&column).copied();
        let more = known < Some(filled);
        if more {
            columns.insert(column, filled);
        }
        more
    }

    pub(in crate::areas) fn filled(&self, combination: usize, column: usize) -> Option<Filled> {
        self.filled.get(combination)?.get(&column).copied()
    }

    /// Returns the category that a combination has in a column.
    fn category(&self, combination: usize, column: usize) -> Option<&str> {
        let nth = self.columns.iter().position(|at| *at == column)?;
        self.rows.get(combination)?.get(nth).map(String::as_str)
    }

    /// Tells whether each category of one column stands with a single one of another.
    pub(super) fn go_in_pairs(&self, one: usize, other: usize) -> bool {
        let mut pairs: BTreeMap<Option<&str>, Option<&str>> = BTreeMap::new();
        (0..self.rows.len()).all(|nth| {
            let with = self.category(nth, other);
            *pairs.entry(self.category(nth, one)).or_insert(with) == with
        })
    }

    /// Returns the categories that occur in a column, in order of appearance.
    pub(in crate::areas) fn categories(&self, column: usize) -> Vec<String> {
        let Some(nth) = self.columns.iter().position(|at| *at == column) else { return Vec::new() };
        let mut seen = BTreeSet::new();
        let texts = self.rows.iter().filter_map(|row| row.get(nth));
        texts.filter(|text| seen.insert(text.as_str())).cloned().collect()
    }
}

/// Makes the series of a table.
pub(in crate::areas) fn series(
    lexicon: &Lexicon,
    info: &TableInfo,
    heading: &Heading,
    columns: &[Column],
    combinations: &Combinations,
    finest: Level,
) -> Vec<Series> {
    // Of several columns of units each is that of the column before it.
    let units: Vec<usize> =
        combinations.columns.iter().copied().filter(|at| lexicon.is_unit(heading.lowest(*at))).collect();
    let categories = combined(lexicon, info, heading, &units, columns, combinations);
    let values = || {
        columns.iter().enumerate().filter_map(|(at, column)| match column {
            Column::Value(said) => Some((at, said.as_ref())),
            Column::Area | Column::Name | Column::Facet(_) | Column::Other => None,
        })
    };
    let own = values().any(|(_, said)| said.has_own_measure())
        || categories.iter().flatten().any(Coordinates::has_own_measure);
    let mut around = around(lexicon, info, heading);
    // What the columns tell by themselves the texts around them are about.
    let told = |key: &Key| {
        let tells = |said: &Coordinates| said.facets.contains_key(key);
        values().any(|(_, said)| tells(said)) || categories.iter().flatten().any(tells)
    };
    for text in &mut around {
        let groups = [Facet::Sex, Facet::Birth, Facet::Background, Facet::Duration];
        text.said.facets.retain(|key, _| !groups.contains(&key.0) || !told(key));
    }
    // What is measured in the table, by facet: a title of something else says whom it is of.
    let measured = |facet: Facet| {
        let is = |said: &Coordinates| said.value(facet).is_some();
        values().any(|(_, said)| is(said)) || categories.iter().flatten().any(is)
    };
    for text in &mut around {
        let names = |facet: &Facet| match text.said.value(*facet) {
            // Persons are a base, and `99 = uppgift saknas` is no level of education.
            Some(Value::Atoms(PERSONS | ENTITLED)) if *facet == Facet::Measure => false,
            Some(Value::Atoms(atoms)) => atoms & !lexicon.optional(*facet) != 0,
            value => value.is_some(),
        };
        let is_apart = |facet: &&Facet| names(facet) && !measured(**facet);
        let others = MEASURE.iter().filter(is_apart).copied();
        text.others = if text.said.has_own_measure() { others.collect() } else { Vec::new() };
        let is_told = |facet: &Facet| {
            let own = text.said.value(*facet);
            let is = |said: &Coordinates| {
                said.value(*facet) == own
                    && (said.value(Facet::Duration).is_none() || *facet == Facet::Measure)
            };
            values().any(|(_, said)| is(said)) || categories.iter().flatten().any(is)
        };
        text.of_whom = text.said.has_own_measure()
            && text.said.form() != Some(Form::Percent)
            && !text.said.is_of_votes()
            && !text.said.not
            && MEASURE.iter().any(|facet| names(facet) && !is_told(facet));
    }
    let mut all = Vec::new();
    let mut before: Option<Coordinates> = None;
    for (column, said) in values() {
        let mut said = said.clone();
        if said.inherits
            && let Some(before) = &before
        {
            said.fill(&Coordinates { form: None, ..before.clone() }, true);
        }
        if !said.has_own_measure() && lexicon.is_share_of_all(heading.lowest(column)) {
            said.facets.remove(&(Facet::Measure, 0));
        }
        if let Some(before) = before.as_ref().filter(|before| is_share_of(&said, before)) {
            // `Antal sysselsatta`, and beside it `Andel av befolkningen (%)`.
            said.fill(&Coordinates { form: None, ..before.clone() }, true);
        }
        before = Some(said.clone());
        let of_larger = || lexicon.larger(heading.lowest(column)).is_some_and(|level| level < finest);
        if is_of_larger(lexicon, &said, finest) || (!said.has_own_measure() && of_larger()) {
            // Neither figures of the areas nor their residents.
            said.form = Some(Form::NoLevel);
        }
        let named = said.has_measure();
        let mut dated = said.value(Facet::Period).is_some();
        let column_tells = said.clone();
        for around in &around {
            if !around.is_about(&said) {
                continue;
            }
            let less = &around.said;
            let names = !own
                && around.place != Place::Note
                && said.is_explained()
                && !said.has_measure()
                && (less.has_own_measure() || around.names_persons());
            dated |= (names || around.names_votes()) && less.value(Facet::Period).is_some();
            around.fill(&mut said, names);
            if around.of_whom && is_bare(lexicon, &column_tells) && !said.doubts.contains(&around.text) {
                said.doubts.push(around.text.clone());
            }
        }
        let unit = units.iter().find(|at| **at > column).filter(|_| units.len() > 1);
        for (combination, category) in categories.iter().enumerate() {
            let row = category.as_ref().and_then(|category| in_row(&said, &column_tells, category));
            let Some(mut said) = row else { continue };
            // `LF` in a file's name is short for a council's election, and of nothing else.
            if !said.is_of_votes() {
                said.facets.retain(|key, valued| key.0 != Facet::Election || valued.text.chars().count() > 3);
            }
            let election = said.facets.get(&(Facet::Election, 0)).map(|valued| valued.text.clone());
            said.doubts.extend(election.filter(|_| is_of_larger(lexicon, &said, finest)));
            if let Some(text) = unit.and_then(|unit| combinations.category(combination, *unit)) {
                said.in_unit(lexicon.unit(text));
            }
            let filled = combinations.filled(combination, column);
            let (filled, noughts) = (filled.is_some(), filled == Some(Filled::Noughts));
            let named = named || category.as_ref().is_some_and(Coordinates::has_measure);
            let dated = dated || category.as_ref().is_some_and(|said| said.value(Facet::Period).is_some());
            all.push(Series { column, combination, said, filled, noughts, named, dated });
        }
    }
    apart(lexicon, &mut all);
    all
}

/// Tells whether a heading says a share and not of what, so that it is that of the counts before it.
fn is_share_of(said: &Coordinates, before: &Coordinates) -> bool {
    said.form == Some(Form::Percent)
        && said.is_explained()
        && said.criterion.is_none()
        && !said.has_own_measure()
        && said.facets.keys().all(|key| key.0 == Facet::Age)
        && before.has_own_measure()
        && before.is_explained()
        && before.form() == Some(Form::Count)
}

/// Tells whether a heading is that of a total or of persons, and does not say of which.
fn is_bare(lexicon: &Lexicon, said: &Coordinates) -> bool {
    match said.facets.get(&(Facet::Measure, 0)) {
        Some(persons) => !said.has_own_measure() && !said.is_of_votes() && lexicon.is_counted(&persons.text),
        None => said.total && !said.has_measure(),
    }
}

/// Tells whether figures beside the areas' own are those of their municipality or region: that is no election of theirs.
fn is_of_larger(lexicon: &Lexicon, said: &Coordinates, finest: Level) -> bool {
    let of_larger = |(name, level): (&str, Level)| {
        let bits = Value::Atoms(lexicon.bits(Facet::Election, name));
        level < finest && said.value(Facet::Election) == Some(&bits)
    };
    let larger = [("municipality", Level::Municipality), ("region", Level::County)];
    said.has_own_measure() && !said.is_of_votes() && larger.into_iter().any(of_larger)
}

/// Adds what a row's category says of a column; `None` where the column itself says otherwise. Of what only the texts around
/// the table say the row knows better: the table that a file calls `2024` may be of 2018 and 2022. A total is that of those
/// whom the title names.
fn in_row(said: &Coordinates, column_tells: &Coordinates, category: &Coordinates) -> Option<Coordinates> {
    let (mut said, mut category) = (said.clone(), category.clone());
    category.facets.retain(|key, told| {
        let is_context = !MEASURE.contains(&key.0) && key.0 != Facet::Other;
        if !is_context || column_tells.facets.contains_key(key) {
            return true;
        }
        let is_title = told.value == Value::All && said.facets.contains_key(key);
        if !is_title {
            said.facets.remove(key);
        }
        !is_title
    });
    if category.value(Facet::Period).is_some() {
        said.dated_by = None;
    }
    said.and(&category)
}

/// Takes what may be lacking, such as doctoral education, out of values that hold it where it stands beside them by itself.
fn apart(lexicon: &Lexicon, all: &mut [Series]) {
    let key = (Facet::Education, 0);
    let optional = lexicon.optional(key.0);
    let own = all.iter().filter_map(|series| match series.said.value(key.0) {
        Some(Value::Atoms(atoms)) if atoms & !optional == 0 => Some(*atoms),
        _ => None,
    });
    let own = own.fold(0, |all, atoms| all | atoms);
    let values = all.iter_mut().filter_map(|series| series.said.facets.get_mut(&key));
    for valued in values {
        if let Value::Atoms(atoms) = &valued.value
            && atoms & !optional != 0
            && !lexicon.is_all(key.0, &valued.value)
        {
            valued.value = Value::Atoms(atoms & !own);
        }
    }
}
