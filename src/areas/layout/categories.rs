//! What the categories of a table's rows say, each column's and all of a row together.

use std::collections::BTreeMap;

use super::columns::Column;
use super::heading::Heading;
use super::series::Combinations;
use crate::areas::words::coordinates::{Coordinates, Key, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::table::TableInfo;

/// Reads what each combination of categories says; none where the categories contradict each other.
pub(super) fn combined(
    lexicon: &Lexicon,
    info: &TableInfo,
    heading: &Heading,
    units: &[usize],
    columns: &[Column],
    combinations: &Combinations,
) -> Vec<Option<Coordinates>> {
    let mut known: BTreeMap<(usize, &str), Coordinates> = BTreeMap::new();
    let mut all = Vec::new();
    let coded = coded(lexicon, columns, combinations);
    let part_of_year = PartOfYear::find(lexicon, heading, columns, combinations);
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
            if part_of_year.as_ref().is_some_and(|part| part.column == *column) {
                continue;
            }
            let read = || match units {
                [only] if only == column => lexicon.unit(text),
                units if units.contains(column) => Coordinates::default(),
                _ if coded.contains_key(column) => code(lexicon, text),
                _ => category(lexicon, info, *column, *key, text),
            };
            let category = known.entry((*column, text)).or_insert_with(read);
            said = said.and_then(|said| said.and(category));
        }
        if let (Some(said), Some(part)) = (&mut said, &part_of_year)
            && let Some((date, text)) = part.date(lexicon, row)
        {
            said.set((Facet::Period, 0), date, &text);
        }
        all.push(said);
    }
    all
}

/// A column of quarters or months beside one of years: the two say one date.
struct PartOfYear {
    column: usize,
    /// The places of both among the columns of categories.
    year: usize,
    part: usize,
    quarters: bool,
}

impl PartOfYear {
    /// Finds the column whose heading says so, and whose every category is a date together with the year beside it.
    fn find(
        lexicon: &Lexicon,
        heading: &Heading,
        columns: &[Column],
        combinations: &Combinations,
    ) -> Option<Self> {
        let place = |key: &dyn Fn(usize) -> Key| {
            let is = |at: &usize| columns.get(*at) == Some(&Column::Facet(key(*at)));
            combinations.columns.iter().position(is)
        };
        let year = place(&|_| (Facet::Period, 0))?;
        let others = combinations.columns.iter().copied().enumerate();
        let mut parts = others.filter_map(|(part, column)| {
            let text = heading.lowest(column);
            let is_other = columns.get(column) == Some(&Column::Facet((Facet::Other, column)));
            let quarters = ["kvartal", "quarter"].iter().any(|word| text.to_lowercase().contains(word));
            let found = Self { column, year, part, quarters };
            let all = || combinations.rows.iter().all(|row| found.date(lexicon, row).is_some());
            (is_other && lexicon.facet_named(text) == Some(Facet::Period) && all()).then_some(found)
        });
        parts.next().filter(|_| parts.next().is_none())
    }

    /// Returns the date of a combination, and how it is written.
    fn date(&self, lexicon: &Lexicon, row: &[String]) -> Option<(Value, String)> {
        let (year, part) = (row.get(self.year)?.trim(), row.get(self.part)?.trim());
        let whole = part.strip_suffix(".0").unwrap_or(part);
        let texts = match (whole.parse::<u8>(), self.quarters) {
            (Ok(number), true) => vec![format!("{year}K{number}")],
            (Ok(number), false) => vec![format!("{year}M{number:02}")],
            (Err(_), _) => vec![format!("{part} {year}"), format!("{year} {part}"), format!("{year}{part}")],
        };
        texts.into_iter().find_map(|text| {
            let date = lexicon.read(&text, None).value(Facet::Period).cloned();
            date.filter(Value::is_part_of_year).map(|date| (date, text))
        })
    }
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
    } else if key.0 == Facet::Period && said.unexplained.iter().any(|word| lexicon.is_mean(word)) {
        // The mean of a year is of none of its months.
        said.set(key, Value::Text(text.trim().to_owned()), text.trim());
    } else if key.0 != Facet::Measure {
        said.unexplained.clear();
        said.not = false;
    }
    said
}
