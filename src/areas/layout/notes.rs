//! What notes say of a table's figures: of whom they are, a part of what, or that they are no levels. Most of what notes tell
//! is beside the point; what is not understood whole is a reason to ask.

#[cfg(test)]
mod tests;

use crate::areas::words::coordinates::{
    Coordinates, ENTITLED, Form, Key, MEASURE, PERSONS, VOTED, Value, Valued,
};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::Lexicon;

/// Words by which a note may begin that say nothing of it.
const LEADS: [&str; 12] = [
    "anm",
    "anmärkning",
    "obs",
    "not",
    "notera",
    "fotnot",
    "kommentar",
    "källa",
    "info",
    "note",
    "notes",
    "source",
];

/// Who are only older or only younger than that are a group.
pub(in crate::areas) const YOUNG: u32 = 25;
const OLD: u32 = 60;

/// A sentence of a note, and what it says.
#[derive(Debug)]
pub(in crate::areas) struct Note<'a> {
    pub(in crate::areas) text: &'a str,
    pub(in crate::areas) said: Coordinates,
    /// The measures that it is about; none where it is about all.
    pub(in crate::areas) about: Vec<(Facet, Value)>,
}

/// Lists the sentences of a note that say something of a table's figures.
pub(in crate::areas) fn notes<'a>(lexicon: &'a Lexicon, note: &'a str) -> impl Iterator<Item = Note<'a>> {
    // `Avser endast kvinnor, enligt registret`: what stands behind a comma may be beside the point.
    let clauses = move |text: &'a str| {
        text.split(',').filter(move |clause| *clause != text && lexicon.says_of_whom(clause))
    };
    sentences(note)
        .flat_map(move |text| std::iter::once(text).chain(clauses(text)))
        .filter_map(|text| read(lexicon, text))
}

fn read<'a>(lexicon: &Lexicon, text: &'a str) -> Option<Note<'a>> {
    let of = |said| Some(Note { text, said, about: Vec::new() });
    let doubt = || Coordinates { doubts: vec![text.trim().to_owned()], ..Coordinates::default() };
    let told = behind_lead(text);
    let filter = lexicon.filter(told);
    let is_filter = filter.is_some();
    let mut said = filter.unwrap_or_else(|| lexicon.around(told));
    let is_about = said.has_own_measure() && !lexicon.begins_with_whom(told);
    let about: Vec<(Facet, Value)> = MEASURE
        .iter()
        .filter(|facet| is_about && **facet != Facet::Duration)
        .filter_map(|facet| Some((*facet, said.value(*facet)?.clone())))
        .collect();
    let base = lexicon.told_base(text);
    let is_some = |own: &Coordinates| {
        let status = own.value(Facet::Status).filter(|status| !lexicon.is_all(Facet::Status, status));
        own.value(Facet::Measure).is_none() && status.is_some()
    };
    if base.as_ref().is_some_and(is_some) {
        // What the figures are parts of is no measure that the note is about, unless it is the only one.
        let about = about.into_iter().filter(|(facet, _)| *facet != Facet::Status).collect();
        return Some(Note { text, said: doubt(), about });
    }
    let residents = base.is_some_and(|own| own.value(Facet::Measure) == Some(&Value::Atoms(PERSONS)));
    let could_vote = said.value(Facet::Age).is_none_or(|ages| matches!(ages, Value::Span(18, _)));
    if residents && could_vote && about.is_empty() {
        // Not all residents may vote; of all other measures they are the whole.
        return Some(Note { text, said: doubt(), about: vec![(Facet::Measure, Value::Atoms(VOTED))] });
    }
    said.facets.retain(|key, _| key.0 != Facet::Period && (!is_about || !MEASURE.contains(&key.0)));
    let leaves_out = std::mem::take(&mut said.not);
    if said.form.is_none() && said.facets.is_empty() {
        return None;
    }
    if leaves_out {
        // `Exklusive utrikes födda`: of all others, and so a reason to ask.
        return if is_filter || is_told(lexicon, text, &said) { of(doubt()) } else { None };
    }
    if is_filter || is_told(lexicon, text, &said) {
        return Some(Note { text, said, about });
    }
    let is_change = said.form == Some(Form::NoLevel)
        && (!has_number(told) || lexicon.begins_with_figures(told))
        && lexicon.tells_form(told);
    // Persons are all of them, and those of whom nothing is known are among all.
    let is_group = |(key, valued): (&Key, &Valued)| match &valued.value {
        Value::All => false,
        Value::Atoms(atoms) => {
            key.0 != Facet::Measure && atoms & !lexicon.optional(key.0) != 0
                || valued.value.meets(&Value::Atoms(!(PERSONS | ENTITLED))) && key.0 == Facet::Measure
        }
        // The young and the old alone, and not all of working age.
        Value::Span(from, to) if key.0 == Facet::Age => *to < OLD || *from > YOUNG,
        Value::Span(..) | Value::Date(..) | Value::Text(_) => key.0 != Facet::Age,
    };
    let of_whom =
        said.facets.iter().any(is_group) && lexicon.begins_with_whom(told) && !lexicon.explains(told);
    (is_change || of_whom).then(|| Note { text, said: doubt(), about })
}

/// Splits a note into its sentences, and not at the points of `bl.a.`
fn sentences(note: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let ends =
        note.char_indices().filter(|(_, c)| matches!(c, '.' | ';' | '#' | '\n' | '!')).map(|(at, _)| at);
    let is_end = |at: &usize| {
        let (_, behind) = note.split_at_checked(*at).unwrap_or_default();
        let mut next = behind.chars().skip(1).skip_while(|c| c.is_whitespace());
        behind.starts_with('\n') || next.next().is_none_or(|first| !first.is_lowercase())
    };
    let cuts: Vec<usize> = ends.filter(is_end).chain(std::iter::once(note.len())).collect();
    cuts.into_iter().filter_map(move |to| {
        let sentence = note.get(from..to);
        from = to + 1;
        sentence
    })
}

/// Tells whether a note, understood whole, is about all figures of a table.
fn is_told(lexicon: &Lexicon, note: &str, said: &Coordinates) -> bool {
    let is_no_level = said.form == Some(Form::NoLevel);
    // `Index, riket = 100` tells what the numbers are.
    if is_no_level && note.contains('=') {
        return true;
    }
    let has_number = said.form.is_some() && has_number(note);
    let is_told = said.value(Facet::Election).is_some() || said.value(Facet::Duration).is_some();
    said.is_explained() && !has_number && (is_no_level || is_told || lexicon.restricts(note))
}

/// Tells whether a note has a number that is no year.
fn has_number(note: &str) -> bool {
    let is_year = |word: &str| word.split('-').all(|year| year.len() == 4 && year.parse::<u32>().is_ok());
    let is_number = |word: &str| !is_year(word) && word.bytes().any(|byte| byte.is_ascii_digit());
    note.split_whitespace().any(is_number)
}

/// Returns what stands behind a footnote's mark, and a word such as `Anm:`.
fn behind_lead(text: &str) -> &str {
    let is_mark =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ')' | '*' | '¹' | '²' | '³');
    let behind = text.trim_start_matches(is_mark);
    // `18 år och äldre` begins with a number that is none.
    let text = if text.trim_start().starts_with(|c: char| c.is_ascii_digit()) && !text.contains(')') {
        text
    } else {
        behind
    };
    let is_lead = |word: &str| LEADS.contains(&word.trim().trim_end_matches('.').to_lowercase().as_str());
    text.split_once(':').filter(|(lead, _)| is_lead(lead)).map_or(text, |(_, text)| text)
}
