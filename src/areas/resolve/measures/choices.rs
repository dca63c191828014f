//! The answers to a question, each with what it would give the first areas.

use super::super::plan::{Kind, Pick};
use super::super::{Outcome, Resolved, Said};
use super::Search;
use crate::areas::code::Known;
use crate::areas::layout::area_source::AreaSource;
use crate::areas::layout::series::{Combinations, Series};
use crate::areas::told::question::{Choice, Doubt, Example, Label, Take};
use crate::areas::told::recipe::Source;
use crate::areas::words::cell::{self, Said as Cell};
use crate::areas::words::coordinates::Key;
use crate::areas::words::query::Query;
use crate::areas::words::sampled::Sampled;
use crate::figure::{Bounds, Figure};

/// As many areas show what an answer would give.
const EXAMPLES: usize = 3;
/// As many series are looked at for what the answers to one question would give, and so many answers show it in any case.
const WORK: usize = 100_000;
const FEWEST: usize = 4;
/// As many other columns are offered beside one that is asked about.
const OTHERS: usize = 3;

impl Search<'_> {
    /// Lists the answers to a question, each with what it would give.
    pub(super) fn choices(
        &self,
        nth: usize,
        query: &Query,
        said: Said<'_>,
        what: &Doubt,
        key: Option<Key>,
    ) -> Vec<Choice> {
        let own = |take: Vec<Take>, column: Option<String>, counts: Option<bool>| Source::Found {
            take: said.take.iter().cloned().chain(take).collect(),
            column: column.or_else(|| said.column.map(|at| self.name(at))),
            counts: counts.or(said.counts),
            fractions: said.fractions,
        };
        let mut answers: Vec<(Label, Source)> = match what {
            Doubt::Values { facet, values } => values
                .iter()
                .map(|value| {
                    let take = Take { facet: *facet, values: vec![self.notation(key, value)] };
                    (Label::Value { facet: *facet, value: value.clone() }, own(vec![take], None, None))
                })
                .collect(),
            Doubt::Columns { columns } => columns
                .iter()
                .map(|column| {
                    (Label::Column { column: column.clone() }, own(Vec::new(), Some(column.clone()), None))
                })
                .collect(),
            Doubt::Words { column, .. }
            | Doubt::NoElection { column, .. }
            | Doubt::PartOf { column, .. }
            | Doubt::Hundreds { column }
            | Doubt::NoWhole { column, .. }
            | Doubt::Scale { column } => {
                let others = self.others(nth, query, column);
                let said = |column: &String| own(Vec::new(), Some(column.clone()), None);
                let columns = std::iter::once(column.clone()).chain(others);
                columns.map(|column| (Label::Column { column: column.clone() }, said(&column))).collect()
            }
            Doubt::Disagree { .. } | Doubt::Kind { .. } => vec![
                (Label::Counts, own(Vec::new(), None, Some(true))),
                (Label::Percentages, own(Vec::new(), None, Some(false))),
            ],
            Doubt::Fractions { .. } | Doubt::Noughts { .. } => Vec::new(),
        };
        answers.push((Label::Neither, Source::None));
        // Each answer looks at all series: of hundreds of values in a large cube only the first show what they give.
        let shown = (WORK / self.looked.series.len().max(1)).max(FEWEST);
        let choice = |(nth_answer, (label, from)): (usize, (Label, Source))| {
            let is_shown = nth_answer < shown;
            let examples =
                if let (Source::Found { take, column, counts, fractions }, true) = (&from, is_shown) {
                    let column = column.as_deref().and_then(|name| self.column(name));
                    let said = Said { take, column, counts: *counts, fractions: *fractions };
                    match self.looked.resolve(nth, query, said) {
                        Outcome::Found(resolved) => self.examples(&resolved),
                        Outcome::Asked(..) | Outcome::NoBase(_) | Outcome::Nothing => Vec::new(),
                    }
                } else {
                    Vec::new()
                };
            Choice { label, from, examples }
        };
        answers.into_iter().enumerate().map(choice).collect()
    }

    /// Lists the other columns that would give the criterion a figure.
    fn others(&self, nth: usize, query: &Query, asked: &str) -> Vec<String> {
        let concerned = self.concerned(nth, query).into_iter();
        let is_found = |at: &usize| {
            let said = Said { column: Some(*at), ..Said::default() };
            self.name(*at) != asked && matches!(self.looked.resolve(nth, query, said), Outcome::Found(_))
        };
        concerned.filter(is_found).take(OTHERS).map(|at| self.name(at)).collect()
    }

    /// Returns how a recipe writes a value whose text stands in the file.
    fn notation(&self, key: Option<Key>, text: &str) -> String {
        let valued = |series: &Series| key.and_then(|key| series.said.facets.get(&key).cloned());
        let found = self.looked.series.iter().filter_map(valued).find(|valued| valued.text == text);
        match (found, key) {
            (Some(valued), Some((facet, _))) => self.basis.lexicon.notation(facet, &valued.value),
            _ => text.to_owned(),
        }
    }

    fn examples(&self, resolved: &Resolved) -> Vec<Example> {
        examples(&resolved.kind, self.rows, self.area, self.basis.known, self.combinations)
    }
}

/// Reads a figure of the first areas of a sample.
pub(in crate::areas) fn examples(
    kind: &Kind,
    rows: &[Sampled],
    area: &AreaSource,
    known: &Known,
    combinations: &Combinations,
) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let key = |row: &Sampled| area.key(known, &|column| row.cell(column));
    let mut seen: Vec<String> = Vec::new();
    for row in rows {
        let Some(own) = key(row).filter(|own| !seen.contains(own)) else { continue };
        let cell = |pick: &Pick| {
            let wanted = combinations.rows.get(pick.combination)?;
            let is = |row: &&Sampled| {
                let columns = combinations.columns.iter().zip(wanted);
                columns.into_iter().all(|(at, text)| row.cell(*at).trim() == text)
                    && key(row).as_ref() == Some(&own)
            };
            rows.iter().find(is).map(|row| row.cell(pick.column))
        };
        let sum = |picks: &[Pick]| {
            picks.iter().try_fold(Bounds::only(0), |sum, pick| match cell::count(cell(pick)?) {
                Cell::Value(count) => Some(sum.plus(count)),
                Cell::Missing | Cell::Nil | Cell::Wrong(_) => None,
            })
        };
        let figure = match kind {
            Kind::Percent(pick, fractions) => {
                cell(pick).and_then(|text| match cell::percent(text, *fractions == Some(true)) {
                    Cell::Value(figure) => Some(figure),
                    Cell::Missing | Cell::Nil | Cell::Wrong(_) => None,
                })
            }
            Kind::Amount(picks) => sum(picks).and_then(|count| Figure::amount_within(count).ok()),
            Kind::Count(counts, totals) => sum(counts)
                .zip(sum(totals))
                .and_then(|(count, total)| Figure::share_within(count, total).ok()),
        };
        let mut scratch = String::new();
        let label = area.label(known, &|column| row.cell(column), &mut scratch);
        let name = label.map(|label| {
            if label.code.is_empty() {
                label.name.to_owned()
            } else {
                format!("{}{}", "0".repeat(label.lost.into()), label.code)
            }
        });
        seen.push(own.clone());
        examples.push(Example { area: name.unwrap_or(own), figure: figure.map(|figure| figure.to_string()) });
        if examples.len() == EXAMPLES {
            break;
        }
    }
    examples
}
