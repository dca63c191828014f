//! A table as a set of series: numbers of one column in the rows of one combination of categories, with their coordinates.

use std::collections::BTreeMap;

use super::cell::{is_missing, says_count};
use super::code::Level;
use super::columns::Column;
use super::coordinates::{Coordinates, Form, Key, MEASURE, Value};
use super::heading::Heading;
use super::lexicon::Lexicon;
use super::question::Facet;
use super::recognise::Sampled;
use crate::table::TableInfo;

/// As many combinations of categories are told apart; more are no statistics any more.
pub(super) const COMBINATIONS: usize = 20_000;

/// The combinations of categories that a table's rows have, and which of their numbers are there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Combinations {
    /// The columns of categories.
    pub(super) columns: Vec<usize>,
    /// The categories of each combination, by column.
    pub(super) rows: Vec<Vec<String>>,
    /// Columns with a number in a row of the combination.
    pub(super) filled: Vec<Vec<usize>>,
}

/// Numbers of one column in the rows of one combination.
#[derive(Debug, Clone)]
pub(super) struct Series {
    pub(super) column: usize,
    /// The combination; the only one of a table without categories is 0.
    pub(super) combination: usize,
    pub(super) said: Coordinates,
    /// Whether it has some number.
    pub(super) filled: bool,
    /// Whether the heading itself names the measure, and not the title.
    pub(super) named: bool,
}

impl Series {
    /// Tells whether it is of the same cells.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        (self.column, self.combination) == (other.column, other.combination)
    }
}

impl Combinations {
    /// Lists the combinations of some records.
    pub(super) fn of(columns: Vec<usize>, data: &[&Sampled], values: &[usize]) -> Self {
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
                found.rows.push(row);
                found.filled.push(Vec::new());
            }
            let Some(filled) = found.filled.get_mut(at) else { continue };
            for column in values {
                let cell = record.cell(*column).trim();
                if !filled.contains(column) && !is_missing(cell) && says_count(cell) {
                    filled.push(*column);
                }
            }
        }
        found
    }

    pub(super) fn is_filled(&self, combination: usize, column: usize) -> bool {
        self.filled.get(combination).is_some_and(|columns| columns.contains(&column))
    }

    /// Returns the categories that occur in a column, in order of appearance.
    pub(super) fn categories(&self, column: usize) -> Vec<String> {
        let Some(nth) = self.columns.iter().position(|at| *at == column) else { return Vec::new() };
        let mut all: Vec<String> = Vec::new();
        for text in self.rows.iter().filter_map(|row| row.get(nth)) {
            if !all.contains(text) {
                all.push(text.clone());
            }
        }
        all
    }
}

/// Makes the series of a table.
pub(super) fn series(
    lexicon: &Lexicon,
    info: &TableInfo,
    heading: &Heading,
    columns: &[Column],
    combinations: &Combinations,
    finest: Level,
) -> Vec<Series> {
    let categories = combined(lexicon, info, columns, combinations);
    let values = || {
        columns.iter().enumerate().filter_map(|(at, column)| match column {
            Column::Value(said) => Some((at, said.as_ref())),
            Column::Area | Column::Name | Column::Facet(_) | Column::Other => None,
        })
    };
    let own = values().any(|(_, said)| said.has_own_measure())
        || categories.iter().flatten().any(Coordinates::has_own_measure);
    let around = around(lexicon, info, heading);
    let mut all = Vec::new();
    let mut before: Option<Coordinates> = None;
    for (column, said) in values() {
        let mut said = said.clone();
        if said.inherits
            && let Some(before) = &before
        {
            said.fill(&Coordinates { form: None, ..before.clone() }, true);
        }
        before = Some(said.clone());
        // Beside the areas' own figures stand those of their municipality or region: that is no election of theirs.
        let of_larger = |(name, level): (&str, Level)| {
            let bits = Value::Atoms(lexicon.bits(Facet::Election, name));
            level < finest && said.value(Facet::Election) == Some(&bits)
        };
        let larger = [("municipality", Level::Municipality), ("region", Level::County)];
        if said.has_own_measure() && !said.is_of_votes() && larger.into_iter().any(of_larger) {
            said.form = Some(Form::NoLevel);
        }
        let named = said.has_measure();
        for (text, less) in &around {
            let names = !own && said.is_explained() && !said.has_measure() && less.has_own_measure();
            // What is in percent beside the measure is not this column.
            let of_measure = |said: &Coordinates| -> Vec<Value> {
                MEASURE.iter().filter_map(|facet| said.value(*facet)).cloned().collect()
            };
            let other = of_measure(less);
            let form = less.form.filter(|form| {
                names || other.is_empty() || (*form == Form::NoLevel && other == of_measure(&said))
            });
            said.fill(&Coordinates { form, ..less.clone() }, names);
            if names {
                said.named_by = Some(text.clone());
            }
        }
        for (combination, category) in categories.iter().enumerate() {
            let Some(said) = category.as_ref().and_then(|category| said.clone().and(category)) else {
                continue;
            };
            let filled = combinations.is_filled(combination, column);
            let named = named || category.as_ref().is_some_and(Coordinates::has_measure);
            all.push(Series { column, combination, said, filled, named });
        }
    }
    apart(lexicon, &mut all);
    all
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

/// Reads what stands around a table, the nearest first: contents, titles, sheet, file.
fn around(lexicon: &Lexicon, info: &TableInfo, heading: &Heading) -> Vec<(String, Coordinates)> {
    let mut all = Vec::new();
    let titles = heading.titles.iter().rev();
    for text in info.contents.iter().chain(titles).chain(&info.title).chain(&info.sheet) {
        // A title may have words of all kinds, places among them; what it is not is none of its business.
        let said = lexicon.title(text);
        all.push((text.clone(), Coordinates { unexplained: Vec::new(), not: false, total: false, ..said }));
    }
    // The election authority's sheets have the election's letter.
    let letter = info.sheet.as_deref().and_then(|sheet| sheet.split([' ', '_']).next());
    if let Some(letter) = letter {
        let mut said = lexicon.read(letter, Some(Facet::Election));
        said.facets.retain(|key, valued| key.0 == Facet::Election && matches!(valued.value, Value::Atoms(_)));
        all.push((letter.to_owned(), Coordinates { facets: said.facets, ..Coordinates::default() }));
    }
    if let Some(unit) = &info.units {
        let form = lexicon.read(unit, None).form.filter(|form| *form != Form::Count);
        all.push((unit.clone(), Coordinates { form, ..Coordinates::default() }));
    }
    let name = info.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    let mut file = lexicon.title(name);
    // Of a file's name the measure alone says something.
    file.facets.retain(|key, _| MEASURE.contains(&key.0));
    all.push((name.to_owned(), Coordinates { facets: file.facets, ..Coordinates::default() }));
    all
}

/// Reads what each combination of categories says; none where the categories contradict each other.
fn combined(
    lexicon: &Lexicon,
    info: &TableInfo,
    columns: &[Column],
    combinations: &Combinations,
) -> Vec<Option<Coordinates>> {
    let mut known: BTreeMap<(usize, &str), Coordinates> = BTreeMap::new();
    let mut all = Vec::new();
    for row in &combinations.rows {
        let mut said = Some(Coordinates::default());
        for (column, text) in combinations.columns.iter().zip(row) {
            let Some(Column::Facet(key)) = columns.get(*column) else { continue };
            let category =
                known.entry((*column, text)).or_insert_with(|| category(lexicon, info, *column, *key, text));
            said = said.and_then(|said| said.and(category));
        }
        all.push(said);
    }
    all
}

/// Reads one category of a column.
fn category(lexicon: &Lexicon, info: &TableInfo, column: usize, key: Key, text: &str) -> Coordinates {
    let within = Some(key.0).filter(|facet| *facet != Facet::Other && key.1 == 0);
    // `20-64 - 20-64 år` has code and text.
    let text =
        text.rsplit_once(" - ").filter(|(code, text)| text.starts_with(code)).map_or(text, |(_, text)| text);
    let mut said = lexicon.read(text, within);
    if let Some(category) =
        info.stub(column).and_then(|stub| stub.categories.iter().find(|category| category.label == text))
    {
        if let Some(unit) = &category.unit {
            said.in_unit(lexicon.read(unit, None).form);
        }
        let code = lexicon.read(&category.code, within);
        if code.has_measure() || code.total {
            said.fill(&code, true);
        }
    }
    if within.is_none() {
        // Nothing is known of the column but that it tells figures apart.
        let value = if said.total { Value::All } else { Value::Text(text.trim().to_owned()) };
        let explained = said.has_measure();
        said.set(key, value, text.trim());
        if !explained {
            said.unexplained.clear();
            said.not = false;
        }
    } else if key.0 != Facet::Measure {
        said.unexplained.clear();
        said.not = false;
    }
    said
}
