//! Texts alone in their rows that part a table into sections: *Kvinnor* above all areas and *Män* above all of them again, or an
//! area above its sexes. What rows are below is made a column of its own.

use std::collections::BTreeSet;

use super::places;
use crate::areas::code::{Known, named};
use crate::areas::words::cell::{is_year, looks_numeric};
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;

/// The column behind all others for what tells the rows of an area apart, and the text that rows are below.
#[derive(Debug)]
pub(in crate::areas) struct Sections {
    titles: Titles,
    own: usize,
    current: String,
}

/// What stands alone in its row.
#[derive(Debug)]
enum Titles {
    /// Texts that say of whom, when or what the areas below are.
    Texts(BTreeSet<String>),
    /// Areas, in the column whose texts say so below them.
    Areas(usize),
}

impl Sections {
    /// Finds sections whose words the lexicon knows.
    pub(in crate::areas) fn find(lexicon: &Lexicon, known: &Known, sample: &[Sampled]) -> Option<Self> {
        let own = sample.iter().map(|record| record.cells.len()).max()?;
        let titles = texts(lexicon, known, sample).or_else(|| areas(lexicon, known, sample))?;
        Some(Self { titles, own, current: String::new() })
    }

    /// Moves the text that a row is below into a column, or returns true where the row is such a text itself.
    pub(in crate::areas) fn part(&mut self, known: &Known, record: &mut Sampled) -> bool {
        if let Some((_, text)) = alone(record) {
            // Below a text that was not among the first records nobody knows what rows are.
            text.clone_into(&mut self.current);
            return match &self.titles {
                Titles::Texts(titles) => titles.contains(text),
                Titles::Areas(_) => is_area(known, text),
            };
        }
        record.cells.resize(record.cells.len().max(self.own), String::new());
        let mut told = if has_number(record) { self.current.clone() } else { String::new() };
        if let (Titles::Areas(labels), false) = (&self.titles, told.is_empty())
            && let Some(label) = record.cells.get_mut(*labels)
        {
            std::mem::swap(label, &mut told);
        }
        record.cells.insert(self.own, told);
        false
    }
}

/// Finds texts below each of which the same areas stand.
fn texts(lexicon: &Lexicon, known: &Known, sample: &[Sampled]) -> Option<Titles> {
    let (mut sections, mut title): (Vec<(&str, BTreeSet<&str>)>, Option<&str>) = (Vec::new(), None);
    for record in filled(sample) {
        let mut cells = record.cells.iter().map(|cell| cell.trim());
        match (alone(record), cells.find(|cell| is_area(known, cell) && has_number(record))) {
            (Some((_, text)), _) => title = Some(text),
            (None, Some(area)) => {
                sections.extend(title.take().map(|title| (title, BTreeSet::new())));
                // Areas above the first text are of nobody knows what.
                sections.last_mut()?.1.insert(area);
            }
            (None, None) => title = None,
        }
    }
    let ((_, first), others) = sections.split_first()?;
    // The last may go on behind the first records.
    let comes_again =
        |(_, areas): &(&str, BTreeSet<&str>)| 2 * areas.intersection(first).count() > areas.len();
    let titles: BTreeSet<String> = sections.iter().map(|(title, _)| (*title).to_owned()).collect();
    let is_parted = !others.is_empty()
        && others.iter().all(comes_again)
        && titles.len() == sections.len()
        && titles.iter().all(|title| says(lexicon, title));
    is_parted.then_some(Titles::Texts(titles))
}

/// Finds areas alone in their rows, below each of which rows say of whom, when or what they are.
fn areas(lexicon: &Lexicon, known: &Known, sample: &[Sampled]) -> Option<Titles> {
    let (mut labels, mut titles, mut parts) = (None, 0, 0);
    for record in filled(sample) {
        match alone(record) {
            Some((at, text)) if is_area(known, text) => {
                titles += 1;
                (*labels.get_or_insert(at) == at).then_some(())?;
            }
            None if has_number(record) => {
                let label = record.cell(labels?).trim();
                (says(lexicon, label) && !record.cells.iter().any(|cell| is_area(known, cell.trim())))
                    .then_some(())?;
                parts += 1;
            }
            Some(_) | None => {}
        }
    }
    labels.filter(|_| titles > 1 && parts > 0).map(Titles::Areas)
}

/// Tells whether a text says of whom, when or what something is, in words that the lexicon knows.
fn says(lexicon: &Lexicon, text: &str) -> bool {
    let said = lexicon.read(text, None);
    said.is_explained() && (said.total || !said.facets.is_empty())
}

fn is_area(known: &Known, text: &str) -> bool {
    !is_year(text) && (known.label(text).is_some() || named(text).is_some())
}

fn has_number(record: &Sampled) -> bool {
    record.cells.iter().any(|cell| looks_numeric(cell))
}

fn filled(sample: &[Sampled]) -> impl Iterator<Item = &Sampled> {
    sample.iter().filter(|record| record.cells.iter().any(|cell| !cell.trim().is_empty()))
}

/// Returns the text that stands alone in its row, or the year, and its column.
fn alone(record: &Sampled) -> Option<(usize, &str)> {
    places::alone(record).filter(|(_, text)| !looks_numeric(text) || is_year(text))
}
