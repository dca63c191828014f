//! Rows among those of areas that are none, and say of whom, when or what the rows of areas by them are: the groups of a pivot
//! table, a line of text between two blocks.

use std::collections::{BTreeMap, BTreeSet};

use super::blanks::{is_number, summed};
use crate::areas::layout::heading::Heading;
use crate::areas::layout::notes::YOUNG;
use crate::areas::layout::places::is_alone;
use crate::areas::layout::series::Series;
use crate::areas::words::cell::{is_missing, is_year};
use crate::areas::words::coordinates::{Coordinates, Form, MEASURE, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::{Lexicon, is_place};
use crate::areas::words::patterns::is_limit;
use crate::areas::words::sampled::Sampled;

/// As many texts of a row are read, each of so many bytes: a row says what it is in front.
const LABELS: usize = 8;
const LONGEST: usize = 200;

/// Facets that say of whom figures are; the ages may be the measure's own.
const OF_WHOM: &[Facet] = &[Facet::Sex, Facet::Birth, Facet::Background, Facet::Election];
const WHOM: &[Facet] = &[Facet::Age, Facet::Sex, Facet::Birth, Facet::Background, Facet::Election];

/// What a row without an area says of rows with one.
#[derive(Debug)]
pub(super) struct Over {
    text: String,
    said: Coordinates,
    /// Whether it has numbers of its own, and so is of all of some areas together.
    has_numbers: bool,
    /// The column of figures that it stands in, where it does: then it is a heading of what is below it.
    column: Option<usize>,
    /// Whether it stands where a title could, and none above the first area.
    is_title: bool,
}

impl Over {
    /// Lists the rows that say something of others: a row of numbers above the first area or a sum below a block of some, and
    /// a row without numbers between two areas. `values` are the columns of figures.
    pub(super) fn all(
        lexicon: &Lexicon,
        rows: &[Sampled],
        values: &[usize],
        heading: &Heading,
        area_of: impl Fn(&Sampled) -> Option<String>,
    ) -> Vec<Self> {
        let is_blank = |row: &Sampled| row.cells.iter().all(|cell| cell.trim().is_empty());
        // `Linköping; Förvärvsintensitet` is a heading though a municipality is called that; an area without a number is nothing.
        let is_heading = |row: &Sampled| {
            values.iter().take(LABELS).any(|at| lexicon.read(row.cell(*at), None).has_own_measure())
        };
        // The heading over the next block says nothing new.
        let is_again = |row: &Sampled| {
            let texts = || row.cells.iter().enumerate().map(|(at, cell)| (at, cell.trim()));
            texts().filter(|(_, text)| !text.is_empty()).count() > 1
                && texts().all(|(at, text)| text.is_empty() || text == heading.lowest(at))
        };
        let kind = |row| match area_of(row) {
            // `0114; Valdeltagande` is a heading, too.
            Some(_) if !values.iter().any(|at| is_number(row.cell(*at))) && is_heading(row) => {
                Some((row, None))
            }
            Some(area) if has_numbers(row) => Some((row, Some(area))),
            Some(_) => None,
            None if is_blank(row) || is_again(row) => None,
            None => Some((row, None)),
        };
        let rows: Vec<(&Sampled, Option<String>)> = rows.iter().filter_map(kind).collect();
        let Some(first) = rows.iter().position(|(_, area)| area.is_some()) else { return Vec::new() };
        let mut met: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, (_, area)) in rows.iter().enumerate() {
            if let Some(area) = area {
                met.entry(area).or_insert(at);
            }
        }
        // What stands beside areas, too, is a category of its column.
        let of_areas = rows.iter().filter(|(_, area)| area.is_some());
        let beside: BTreeSet<(usize, &str)> = of_areas
            .flat_map(|(row, _)| row.cells.iter().map(|cell| cell.trim()).enumerate())
            .filter(|(_, text)| !is_number(text))
            .collect();
        let titled = rows.iter().take(first).any(|(row, _)| is_alone(row));
        let over = |(at, (row, _)): (usize, &(&Sampled, Option<String>))| {
            // Years below years are a heading, in whatever order.
            let is_dated = |at: usize| is_year(row.cell(at).trim()) && is_year(heading.lowest(at));
            let is_figure = |at: &usize| is_number(row.cell(*at)) && !is_dated(*at);
            let has_numbers = values.iter().any(is_figure);
            // Rows of areas that come again are told apart by more than that.
            let next = rows.get(at + 1).and_then(|(_, area)| area.as_deref());
            let heads = next.is_some_and(|area| met.get(area) == Some(&(at + 1)));
            let texts = row.cells.iter().map(|cell| cell.trim()).enumerate();
            let is_label = |(column, text): &(usize, &str)| {
                *text != heading.lowest(*column)
                    && !is_missing(text)
                    && (!is_number(text) || !has_numbers)
                    && !is_limit(text)
            };
            let reads = heads || (has_numbers && at < first);
            let labels = texts.filter(is_label).take(if reads { LABELS } else { 0 });
            let is_of_category = |column: usize, text: &str| {
                summed(lexicon, text).is_some_and(|category| beside.contains(&(column, category.as_str())))
            };
            let is_over = |(column, text, said): &(usize, &str, Coordinates)| {
                let is_sum = text.split(' ').any(|word| lexicon.is_total(word));
                let is_of_areas = lexicon.is_of_areas(text)
                    || (lexicon.compares(text) && (has_numbers || lexicon.is_beside(text)));
                match (has_numbers, at < first) {
                    (true, true) => {
                        is_of_some(lexicon, said)
                            && (!is_sum || is_group(lexicon, said, WHOM))
                            && !is_of_areas
                    }
                    (true, false) => {
                        is_sum && heads && is_group(lexicon, said, WHOM) && !is_of_category(*column, text)
                    }
                    (false, false) => heads && !is_sum && !is_of_areas && !is_sentence(text),
                    // `Antal` or `2019` below the heading is of the first rows at least.
                    (false, true) => {
                        let is_dated = said.value(Facet::Period).is_some_and(Value::is_date);
                        heads && is_alone(row) && (said.is_only_form() || is_of_old(said) || is_dated)
                    }
                }
            };
            let read = labels
                .filter(|label| label.1.len() <= LONGEST && !beside.contains(label))
                .map(|(column, text)| (column, text, lexicon.read(text, None)));
            let mut read: Vec<(usize, &str, Coordinates)> = read.filter(is_over).collect();
            // What stands over figures says more of them than what stands over names.
            let is_over_figures =
                |label: &(usize, &str, Coordinates)| !has_numbers && values.contains(&label.0);
            if read.iter().any(is_over_figures) {
                read.retain(is_over_figures);
            } else {
                read.truncate(1);
            }
            let said = |(column, text, said): (usize, &str, Coordinates)| Self {
                text: text.to_owned(),
                said,
                has_numbers,
                column: Some(column).filter(|at| !has_numbers && values.contains(at)),
                is_title: !has_numbers && !titled && is_alone(row),
            };
            read.into_iter().map(said).collect::<Vec<_>>()
        };
        rows.iter().enumerate().filter(|(_, (_, area))| area.is_none()).flat_map(over).collect()
    }

    /// Tells whether it is a text with the measure of one of the series, and says of nobody else.
    pub(super) fn is_of_one(&self, lexicon: &Lexicon, all: &[Series]) -> bool {
        let has = |one: &Series| {
            MEASURE.iter().all(|facet| {
                let own = self.said.value(*facet);
                own.is_none_or(|own| one.said.value(*facet).is_some_and(|value| value.meets(own)))
            })
        };
        !self.has_numbers
            && self.column.is_none()
            && self.said.has_own_measure()
            && !is_group(lexicon, &self.said, OF_WHOM)
            && all.iter().any(has)
    }

    /// Adds a reason to ask to a series that it may be about.
    pub(super) fn doubt(&self, lexicon: &Lexicon, one: &mut Series) {
        let other = |facet: &Facet| {
            let own = self.said.value(*facet).filter(|_| *facet != Facet::Duration);
            own.is_some_and(|own| one.said.value(*facet).is_none_or(|value| !value.meets(own)))
        };
        let names_another = self.said.has_own_measure() && MEASURE.iter().any(other);
        // A year or a quarter alone, and no day on which something was written.
        let is_dated = self.text.split_whitespace().count() < 3
            && self.said.value(Facet::Period).is_some_and(|date| date.is_date() && !date.is_month())
            && self.said.is_explained();
        let is_form = self.said.is_only_form() && self.said.form() != one.said.form();
        // A title that nobody knows may take the place of the one by which the figures above it are told.
        let is_short = self.text.split_whitespace().count() < 4;
        let is_retitled =
            self.is_title && is_short && one.said.named_by.is_some() && !self.said.is_explained();
        let is_doubtful = self.has_numbers
            || self.column == Some(one.column)
            || is_retitled
            || names_another
            || is_dated
            || is_form
            || self.said.form == Some(Form::NoLevel)
            || (is_group(lexicon, &self.said, WHOM) && self.said.is_explained());
        if is_doubtful && !one.said.doubts.contains(&self.text) {
            one.said.doubts.push(self.text.clone());
        }
    }
}

/// Tells whether a text is a sentence or a definition, which says something of the table wherever it stands.
fn is_sentence(text: &str) -> bool {
    text.ends_with('.') || text.contains([':', '='])
}

/// Tells whether a row has numbers, other than a year alone.
fn has_numbers(row: &Sampled) -> bool {
    row.cells.iter().any(|cell| is_number(cell) && !(is_year(cell.trim()) && is_alone(row)))
}

/// Tells whether a text, understood whole, is of some of what its numbers could be of.
fn is_of_some(lexicon: &Lexicon, said: &Coordinates) -> bool {
    let says = is_group(lexicon, said, WHOM)
        || said.form == Some(Form::NoLevel)
        || said.has_own_measure()
        || said.value(Facet::Period).is_some_and(Value::is_date);
    says && said.is_explained()
}

/// Tells whether a text is of all from an age on; of closed spans a note tells.
fn is_of_old(said: &Coordinates) -> bool {
    matches!(said.value(Facet::Age), Some(Value::Span(from, u32::MAX)) if *from > YOUNG)
}

/// Tells whether a text says of whom or of which election numbers are, as far as the facets tell.
fn is_group(lexicon: &Lexicon, said: &Coordinates, facets: &[Facet]) -> bool {
    let is_some = |facet: &Facet| {
        let own = said.facets.get(&(*facet, 0));
        let own = own.filter(|own| *facet != Facet::Election || !is_place(&own.text));
        own.is_some_and(|own| !lexicon.is_all(*facet, &own.value))
    };
    facets.iter().any(is_some)
}
