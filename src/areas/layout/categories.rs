//! What the categories of a table's rows say, each column's and all of a row together.

use std::collections::BTreeMap;

use super::columns::Column;
use super::series::Combinations;
use crate::areas::words::coordinates::{Coordinates, Key, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::table::TableInfo;

/// Reads what each combination of categories says; none where the categories contradict each other.
pub(super) fn combined(
    lexicon: &Lexicon,
    info: &TableInfo,
    units: &[usize],
    columns: &[Column],
    combinations: &Combinations,
) -> Vec<Option<Coordinates>> {
    let mut known: BTreeMap<(usize, &str), Coordinates> = BTreeMap::new();
    let mut all = Vec::new();
    let coded = coded(lexicon, columns, combinations);
    // The words take the place of their codes.
    let read_as = |(nth, column): (usize, usize)| {
        let code = coded.iter().find(|(_, words)| **words == column).map(|(code, _)| *code);
        match columns.get(code.unwrap_or(column)) {
            Some(Column::Facet(key)) => Some((nth, column, *key)),
            Some(Column::Area | Column::Name | Column::Value(_) | Column::Other) | None => None,
        }
    };
    // The words first: their text is what people are told.
    let mut order: Vec<_> = combinations.columns.iter().copied().enumerate().filter_map(read_as).collect();
    order.sort_by_key(|(_, column, _)| coded.contains_key(column));
    for row in &combinations.rows {
        let mut said = Some(Coordinates::default());
        for (nth, column, key) in &order {
            let Some(text) = row.get(*nth) else { continue };
            let read = || match units {
                [only] if only == column => lexicon.unit(text),
                units if units.contains(column) => Coordinates::default(),
                _ if coded.contains_key(column) => code(lexicon, text),
                _ => category(lexicon, info, *column, *key, text),
            };
            let category = known.entry((*column, text)).or_insert_with(read);
            said = said.and_then(|said| said.and(category));
        }
        all.push(said);
    }
    all
}

/// Returns the columns that say as codes what another column says in words, with that: their categories go in pairs.
fn coded(lexicon: &Lexicon, columns: &[Column], combinations: &Combinations) -> BTreeMap<usize, usize> {
    let tells =
        |at: &usize| matches!(columns.get(*at), Some(Column::Facet((Facet::Other | Facet::Measure, _))));
    let all: Vec<(usize, Vec<String>)> = combinations
        .columns
        .iter()
        .filter(|at| tells(at))
        .map(|at| (*at, combinations.categories(*at)))
        .filter(|(_, categories)| categories.len() > 1)
        .collect();
    let telling =
        |texts: &[String]| texts.iter().filter(|text| lexicon.read(text, None).has_measure()).count();
    let length = |texts: &[String]| texts.iter().map(String::len).sum::<usize>();
    let words_of = |(at, own): &(usize, Vec<String>)| {
        let words = all.iter().find(|(other, texts)| {
            other != at
                && own.len() == texts.len()
                && length(own) < length(texts)
                && telling(own) <= telling(texts)
                && combinations.go_in_pairs(*at, *other)
        });
        words.map(|(words, _)| (*at, *words))
    };
    all.iter().filter_map(words_of).collect()
}

/// Reads a code that stands beside its words: what is known of it holds, and one that is not known says nothing.
fn code(lexicon: &Lexicon, text: &str) -> Coordinates {
    let said = lexicon.read(text, None);
    if said.has_measure() && said.is_explained() { said } else { Coordinates::default() }
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
            said.in_unit(lexicon.unit(unit));
        }
        let code = lexicon.read(&category.code, within);
        if code.has_measure() || code.total {
            said.fill(&code, true);
        }
    }
    if within.is_none() && said.is_only_form() {
        return said;
    }
    if within.is_none() {
        // Nothing is known of the column but that it tells figures apart.
        let value = if said.total { Value::All } else { Value::Text(text.trim().to_owned()) };
        if said.total {
            // `Alla hushåll` are no group among them.
            said.facets.retain(|key, valued| key.0 != Facet::Background || valued.value == Value::All);
        }
        let explained = said.has_measure();
        // The only category of a cube's dimension may be a group.
        if info.stub(column).is_some_and(|stub| stub.categories.len() == 1) && !said.is_explained() {
            said.doubts.push(text.trim().to_owned());
        }
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
