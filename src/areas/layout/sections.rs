//! Texts alone in their rows that part a table into sections with the same areas: *Kvinnor* above all areas, *Män* above all of
//! them again. What each says is made a column of its own.

use std::collections::BTreeSet;

use crate::areas::code::{Known, named};
use crate::areas::words::cell::{is_year, looks_numeric};
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;

/// The texts, the column behind all others that they become, and the one that rows are below.
#[derive(Debug)]
pub(in crate::areas) struct Sections {
    titles: BTreeSet<String>,
    own: usize,
    current: String,
}

impl Sections {
    /// Finds them, where each area stands below several texts of which the lexicon knows all words.
    pub(in crate::areas) fn find(lexicon: &Lexicon, known: &Known, sample: &[Sampled]) -> Option<Self> {
        let own = sample.iter().map(|record| record.cells.len()).max()?;
        let area = |record: &Sampled| {
            let is_area = |cell: &&str| known.label(cell).is_some() || named(cell).is_some();
            let has_number = record.cells.iter().any(|cell| looks_numeric(cell));
            record
                .cells
                .iter()
                .map(|cell| cell.trim())
                .find(is_area)
                .filter(|_| has_number)
                .map(str::to_owned)
        };
        let (mut sections, mut title): (Vec<(&str, BTreeSet<String>)>, Option<&str>) = (Vec::new(), None);
        for record in sample.iter().filter(|record| record.cells.iter().any(|cell| !cell.trim().is_empty())) {
            match (alone(record), area(record)) {
                (Some(text), _) => title = Some(text),
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
            |(_, areas): &(&str, BTreeSet<String>)| 2 * areas.intersection(first).count() > areas.len();
        let titles: BTreeSet<&str> = sections.iter().map(|(title, _)| *title).collect();
        let says = |title: &str| {
            let said = lexicon.read(title, None);
            said.is_explained() && (said.total || !said.facets.is_empty())
        };
        let is_parted = !others.is_empty()
            && others.iter().all(comes_again)
            && titles.len() == sections.len()
            && sections.iter().all(|(title, _)| says(title));
        let titles = titles.into_iter().map(str::to_owned).collect();
        is_parted.then_some(Self { titles, own, current: String::new() })
    }

    /// Moves the text that a row is below into the column for it, or returns true where the row is such a text itself.
    pub(in crate::areas) fn part(&mut self, record: &mut Sampled) -> bool {
        if let Some(text) = alone(record) {
            // Below a text that was not among the first records nobody knows what rows are.
            text.clone_into(&mut self.current);
            return self.titles.contains(text);
        }
        let is_row = record.cells.iter().any(|cell| looks_numeric(cell));
        record.cells.resize(record.cells.len().max(self.own), String::new());
        record.cells.insert(self.own, if is_row { self.current.clone() } else { String::new() });
        false
    }
}

/// Returns the text that stands alone in its row.
fn alone(record: &Sampled) -> Option<&str> {
    let mut filled = record.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    filled.next().filter(|text| filled.next().is_none() && (!looks_numeric(text) || is_year(text)))
}
