//! Labels of rows that say more than the area: `Hageby, kvinnor`. What they say beside it is made a column of its own.

use std::collections::BTreeMap;

use crate::areas::words::cell::{is_year, looks_numeric};
use crate::areas::words::coordinates::{Coordinates, Form};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;

/// As many texts of a column tell whether its labels have tails.
const TOLD_BY: usize = 40;

/// The column whose labels have tails, and the one behind all others that these become.
#[derive(Debug, Clone, Copy)]
pub(in crate::areas) struct Tails {
    labels: usize,
    own: usize,
    /// What a row of numbers without a tail is of.
    bare: &'static str,
}

impl Tails {
    /// Finds the first column whose labels say beside the area of whom a row is, or tell the rows of an area apart by a date
    /// or a measure.
    pub(in crate::areas) fn find(lexicon: &Lexicon, sample: &[Sampled]) -> Option<Self> {
        let own = sample.iter().map(|record| record.cells.len()).max()?;
        (0..own).find_map(|labels| Some(Self { labels, own, bare: bare(lexicon, sample, labels)? }))
    }

    /// Moves a label's tail into the column for them.
    pub(in crate::areas) fn part(self, lexicon: &Lexicon, cells: &mut Vec<String>) {
        cells.resize(cells.len().max(self.own), String::new());
        let parted = cells.get(self.labels).and_then(|label| {
            parted(lexicon, label).map(|(head, tail, _)| (head.to_owned(), tail.to_owned()))
        });
        let is_number = |cell: &String| looks_numeric(cell) && !is_year(cell);
        let bare = if cells.iter().any(is_number) { self.bare } else { "" };
        let tail = match (parted, cells.get_mut(self.labels)) {
            (Some((head, tail)), Some(label)) => {
                *label = head;
                tail
            }
            _ => bare.to_owned(),
        };
        cells.insert(self.own, tail);
    }
}

/// Returns what a label without a tail is of, where others of its column have tails.
fn bare(lexicon: &Lexicon, sample: &[Sampled], column: usize) -> Option<&'static str> {
    let labels = sample.iter().map(|record| record.cell(column).trim());
    let is_label = |label: &&str| !label.is_empty() && !looks_numeric(label);
    let mut tails: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let (mut of_whom, mut labelled) = (0, 0);
    for label in labels.filter(is_label).take(TOLD_BY) {
        labelled += 1;
        // `Upplands Väsby (Bollstanäs)` has no tail that the lexicon knows.
        let (head, tail) = match parted(lexicon, label) {
            Some((head, tail, said)) => {
                of_whom += usize::from(says_of_whom(&said));
                (head, tail)
            }
            None => (label, ""),
        };
        let of_head = tails.entry(head).or_default();
        if !of_head.contains(&tail) {
            of_head.push(tail);
        }
    }
    let apart = tails.values().filter(|tails| tails.len() > 1).map(Vec::len).sum::<usize>();
    let bare = if of_whom > 0 { "totalt" } else { "" };
    (labelled > 1 && of_whom.max(apart) * 2 >= labelled).then_some(bare)
}

/// Tells whether a tail is of some group, or of all its groups together.
fn says_of_whom(said: &Coordinates) -> bool {
    [Facet::Sex, Facet::Birth, Facet::Background].iter().any(|facet| said.value(*facet).is_some())
}

/// Takes a label apart into what the lexicon does not know and, behind a comma, a bracket, a dash or a colon, what it does; a
/// sex and a year need no sign before them.
fn parted<'a>(lexicon: &Lexicon, label: &'a str) -> Option<(&'a str, &'a str, Coordinates)> {
    let label = label.trim();
    let signs = [",", "(", " - ", " – ", ": ", "; "];
    let sign = signs.iter().filter_map(|sign| Some((label.rfind(sign)?, sign.len()))).max();
    let space = label.rfind(' ').map(|at| (at, 1));
    let mut cuts = sign.map(|cut| (cut, true)).into_iter().chain(space.map(|cut| (cut, false)));
    cuts.find_map(|((at, length), signed)| {
        let (head, tail) = (label.get(..at)?.trim(), label.get(at + length..)?.trim());
        let tail = if tail.contains('(') { tail } else { tail.trim_end_matches(')') };
        let said = lexicon.read(tail, None);
        let says = said.total || (said.form != Some(Form::NoLevel) && !said.facets.is_empty());
        let stands_alone =
            || said.total || [Facet::Sex, Facet::Period].iter().any(|facet| said.value(*facet).is_some());
        let is_name = || {
            let head = lexicon.read(head, None);
            !head.unexplained.is_empty() && !head.has_measure()
        };
        (!head.is_empty() && says && said.is_explained() && (signed || stands_alone()) && is_name())
            .then_some((head, tail, said))
    })
}
