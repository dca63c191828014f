//! The phrases of the lexicon, found by how their first word begins or ends.

use std::collections::BTreeMap;

use super::super::coordinates::Form;
use super::super::facet::Facet;
use super::text::like;

/// A phrase ready to be compared.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Its words, which may have a `*` before or behind them.
    pub(super) words: Vec<String>,
    /// The facet in whose columns alone it says something.
    pub(super) within: Option<Facet>,
    pub(super) means: Said,
}

/// What a phrase says.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a phrase")]
pub(super) struct Said {
    pub(super) facets: Vec<(Facet, u32)>,
    pub(super) form: Option<Form>,
    pub(super) soft: Option<Form>,
    pub(super) total: bool,
    pub(super) not: bool,
    pub(super) inherits: bool,
    /// Whether it is of some group only.
    pub(super) group: bool,
    /// The criterion whose label it is.
    pub(super) criterion: Option<usize>,
}

/// Phrases by their first word: a table's every word is looked for among them.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    all: Vec<Phrase>,
    by_word: BTreeMap<String, Vec<usize>>,
    /// Those whose first word may go on, by its first byte, and those whose first word may begin in any way, by its last.
    by_start: BTreeMap<u8, Vec<usize>>,
    by_end: BTreeMap<u8, Vec<usize>>,
}

impl Phrases {
    pub(super) fn new(all: Vec<Phrase>) -> Self {
        let mut phrases = Self::default();
        for (at, phrase) in all.iter().enumerate() {
            let Some(first) = phrase.words.first() else { continue };
            if let Some(end) = first.strip_prefix('*') {
                phrases.by_end.entry(end.bytes().next_back().unwrap_or(0)).or_default().push(at);
            } else if let Some(start) = first.strip_suffix('*') {
                phrases.by_start.entry(start.bytes().next().unwrap_or(0)).or_default().push(at);
            } else {
                phrases.by_word.entry(first.clone()).or_default().push(at);
            }
        }
        Self { all, ..phrases }
    }

    /// Lists the words of all phrases.
    pub(super) fn words(&self) -> impl Iterator<Item = &String> {
        self.all.iter().flat_map(|phrase| &phrase.words)
    }

    /// Finds the longest phrase that a text begins with, in the category of a column of the facet `within`.
    pub(super) fn longest(&self, text: &[&str], within: Option<Facet>) -> Option<&Phrase> {
        let first = *text.first()?;
        let fits = |phrase: &Phrase| {
            (phrase.within.is_none() || phrase.within == within)
                && phrase.words.len() <= text.len()
                && phrase.words.iter().zip(text).all(|(pattern, word)| like(pattern, word))
        };
        // Of two that say as much the later one in the lexicon counts.
        let rank = |(at, phrase): &(usize, &Phrase)| {
            let no_level = phrase.means.form == Some(Form::NoLevel);
            let letters = phrase.words.iter().map(String::len).sum::<usize>();
            (phrase.words.len(), no_level, phrase.within.is_some(), letters, *at)
        };
        let start = first.bytes().next().and_then(|byte| self.by_start.get(&byte));
        let end = first.bytes().next_back().and_then(|byte| self.by_end.get(&byte));
        let candidates = [self.by_word.get(first), start, end].into_iter().flatten().flatten();
        let fitting =
            candidates.filter_map(|at| Some((*at, self.all.get(*at).filter(|phrase| fits(phrase))?)));
        fitting.max_by_key(rank).map(|(_, phrase)| phrase)
    }
}
