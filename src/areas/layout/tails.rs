//! Labels of rows that say more than the area: `Hageby, kvinnor`. What they say beside it is made a column of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::areas::code::{Known, is_nation};
use crate::areas::words::cell::{is_missing, is_suppressed, is_year, looks_numeric};
use crate::areas::words::coordinates::{Coordinates, Form, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;

/// As many words a tail without a sign has at most.
const WORDS: usize = 4;
/// As many signs of a kind are tried, from the last.
const SIGNS: usize = 4;
/// In as many rows without numbers the name of a facet is looked for.
const TOP: usize = 15;
/// Of as many labels most have a tail, where there are no signs before them.
const TOLD_BY: usize = 40;

/// The column whose labels have tails, and the one behind all others that these become.
#[derive(Debug, Clone, Copy)]
pub(in crate::areas) struct Tails {
    labels: usize,
    own: usize,
    /// Whether there are no signs before them: then most labels have one.
    unsigned: bool,
    /// What a row of numbers without a tail is of.
    bare: &'static str,
}

impl Tails {
    /// Finds the first column of which some label says beside the area what or of whom its row is, or whose labels tell the rows
    /// of an area apart by a date or a measure.
    pub(in crate::areas) fn find(lexicon: &Lexicon, known: &Known, sample: &[Sampled]) -> Option<Self> {
        let own = sample.iter().map(|record| record.cells.len()).max()?;
        let (rows, headings): (Vec<&Sampled>, Vec<&Sampled>) =
            sample.iter().partition(|record| has_number(&record.cells));
        let of = |labels: usize| {
            let mut ways = [false, true].into_iter();
            ways.find_map(|unsigned| {
                let bare = bare(lexicon, known, &rows, labels, unsigned)?;
                Some(Self { labels, own, unsigned, bare })
            })
        };
        // Below the name of a facet stand its categories, and comments say what they like.
        let is_other = |at: &usize| {
            let mut texts =
                headings.iter().take(TOP).map(|row| row.cell(*at)).filter(|text| !text.is_empty());
            texts.any(|text| lexicon.facet_named(text).is_some() || lexicon.is_comment(text))
        };
        (0..own).filter(|at| !is_other(at)).find_map(of)
    }

    /// Moves a label's tail into the column for them.
    pub(in crate::areas) fn part(self, lexicon: &Lexicon, known: &Known, cells: &mut Vec<String>) {
        cells.resize(cells.len().max(self.own), String::new());
        let is_row = has_number(cells);
        let parted = cells.get(self.labels).filter(|_| is_row).and_then(|label| {
            let (head, tail, said) = parted(lexicon, known, label, self.unsigned)?;
            // A letter or two would say nothing in a column without a heading.
            let sex = said.value(Facet::Sex).filter(|_| tail.len() < 3);
            let tail = match sex.map(|sex| lexicon.notation(Facet::Sex, sex)).as_deref() {
                None => tail,
                Some("women") => "kvinnor",
                Some("men") => "män",
                Some(_) => "totalt",
            };
            let is_level = said.form != Some(Form::NoLevel);
            Some((head.to_owned(), if is_level { tail.to_owned() } else { Lexicon::undated(tail) }))
        });
        let bare = if is_row { self.bare } else { "" };
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

/// Tells whether a row has a number, or a mark in the place of one, and is no heading or title.
fn has_number(cells: &[String]) -> bool {
    let is_marked = |cell: &str| !cell.trim().is_empty() && (is_missing(cell) || is_suppressed(cell));
    cells.iter().any(|cell| (looks_numeric(cell) && !is_year(cell)) || is_marked(cell))
}

/// Returns what a label without a tail is of, where others of its column have tails.
fn bare(
    lexicon: &Lexicon,
    known: &Known,
    rows: &[&Sampled],
    column: usize,
    unsigned: bool,
) -> Option<&'static str> {
    let labels = rows.iter().map(|record| record.cell(column).trim());
    let is_label = |label: &&str| !label.is_empty() && !looks_numeric(label);
    let mut tails: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let (mut labelled, mut of_some, mut dated) = (0, 0, false);
    for label in labels.filter(is_label).take(if unsigned { TOLD_BY } else { usize::MAX }) {
        labelled += 1;
        // `Upplands Väsby (Bollstanäs)` has no tail that the lexicon knows.
        let (head, tail) = match parted(lexicon, known, label, unsigned) {
            Some((head, tail, said)) => {
                of_some += usize::from(said.form == Some(Form::NoLevel) || says_of_some(&said));
                dated |= said.form != Some(Form::NoLevel) && said.value(Facet::Period).is_some();
                (head, tail)
            }
            None => (label, ""),
        };
        tails.entry(head).or_default().insert(tail);
    }
    let apart = tails.values().filter(|tails| tails.len() > 1).map(BTreeSet::len).sum::<usize>();
    let are_most = |some: usize| labelled > 1 && some * 2 >= labelled;
    // Labels of areas differ, and those of categories come again.
    let has_some = if unsigned { are_most(of_some) && are_most(tails.len()) } else { of_some > 0 };
    // Without a date beside it nobody knows of which a figure is.
    let bare = if has_some && !dated { "totalt" } else { "" };
    (has_some || (!unsigned && are_most(apart))).then_some(bare)
}

/// Tells whether a tail says more than a date or what is counted.
fn says_of_some(said: &Coordinates) -> bool {
    said.facets.keys().any(|key| !matches!(key.0, Facet::Period | Facet::Measure))
}

/// Takes a label apart into what the lexicon does not know and, behind a comma, a bracket, a dash or the like, what it does; a
/// sex, a year and an election need no sign before them, and where it is `unsigned` nothing does.
fn parted<'a>(
    lexicon: &Lexicon,
    known: &Known,
    label: &'a str,
    unsigned: bool,
) -> Option<(&'a str, &'a str, Coordinates)> {
    let label = label.trim();
    let signs = [",", "(", " - ", " – ", ": ", "; ", "/", "_"];
    // `Hageby, kvinnor, 2022`: the first sign behind which all is known.
    let mut cuts: Vec<(usize, usize)> = signs
        .iter()
        .flat_map(|sign| label.rmatch_indices(sign).take(SIGNS).map(|(at, sign)| (at, sign.len())))
        .collect();
    cuts.sort_unstable();
    let mut spaces: Vec<(usize, usize)> =
        label.rmatch_indices(' ').take(WORDS).map(|(at, _)| (at, 1)).collect();
    spaces.reverse();
    let freely = cuts.into_iter().map(|cut| (cut, true));
    let mut cuts = freely.chain(spaces.into_iter().map(|cut| (cut, unsigned)));
    cuts.find_map(|((at, length), freely)| {
        let (head, tail) = (label.get(..at)?.trim(), label.get(at + length..)?.trim());
        let tail = if tail.contains('(') { tail } else { tail.trim_end_matches(')') };
        let is_space = label.get(at..at + length) == Some(" ");
        let is_code =
            || !is_space && known.label(head).is_some_and(|label| label.name.is_empty() && label.lost == 0);
        let said = tail_of(lexicon, tail, is_code).filter(|_| !head.is_empty())?;
        let stands_alone = || {
            let facets = [Facet::Sex, Facet::Period, Facet::Election];
            said.total || facets.iter().any(|facet| said.value(*facet).is_some())
        };
        let is_name = || {
            let head = lexicon.read(head, None);
            !head.unexplained.is_empty() && !head.has_measure()
        };
        ((freely || stands_alone()) && is_name()).then_some((head, tail, said))
    })
}

/// Reads what stands behind an area; `None` where the lexicon does not know all of it, or it is a kind of place.
fn tail_of(lexicon: &Lexicon, tail: &str, of_code: impl Fn() -> bool) -> Option<Coordinates> {
    let says = |said: &Coordinates| {
        said.is_explained() && (said.total || said.form == Some(Form::NoLevel) || !said.facets.is_empty())
    };
    let plain = lexicon.read(tail, None);
    if says(&plain) {
        let kinds = ["kommun", "kommunen", "region", "regionen"];
        let is_place = is_nation(tail) || kinds.contains(&tail.to_lowercase().as_str());
        return (!is_place).then_some(plain);
    }
    // A letter says a sex behind a code, where no name has one.
    if !tail.chars().all(char::is_alphabetic) || (tail.len() < 2 && !of_code()) {
        return None;
    }
    let within = |facet: &Facet| {
        let said = lexicon.read(tail, Some(*facet));
        matches!(said.value(*facet), Some(Value::Atoms(_))).then_some(said)
    };
    [Facet::Sex, Facet::Election].iter().find_map(within)
}
