//! What stands around a table and says something of all its figures: contents, titles, the sheet, the unit, notes, and the
//! file's name.

use super::heading::Heading;
use crate::areas::words::coordinates::{Coordinates, Form, MEASURE, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::{Lexicon, names_in};
use crate::table::TableInfo;

/// A text, and what it says.
#[derive(Debug)]
pub(in crate::areas) struct Around {
    pub(in crate::areas) text: String,
    pub(in crate::areas) said: Coordinates,
    /// Whether it is the file's name, which may say when the file was made for what.
    is_file: bool,
    /// Whether it says that the figures are on a scale of their own.
    is_scale: bool,
    /// The facets of measures that it names, and that no column or category of the table is of.
    pub(in crate::areas) others: Vec<Facet>,
    /// Whether it says of whom the table is in words that no column or category has, so that totals may be theirs.
    pub(in crate::areas) of_whom: bool,
}

impl Around {
    /// Tells whether it is a file's name that says it is of an election.
    pub(in crate::areas) fn names_votes(&self) -> bool {
        self.is_file && self.said.is_of_votes()
    }

    /// Tells whether it names a measure that nothing in the table is of, so that it may be whom a figure is of: the level of
    /// education of `Sysselsatta 20-64 år`.
    fn is_of_others(&self, said: &Coordinates) -> bool {
        // The long-term unemployed are among those registered, and what they are a part of stands beside their counts.
        let among = said.value(Facet::Measure).is_some() && said.form() != Some(Form::Percent);
        let of_status = self.said.value(Facet::Status).is_some();
        self.others.iter().any(|facet| said.value(*facet).is_none())
            && !self.is_file
            && said.has_own_measure()
            && !(among && of_status && !said.is_of_votes())
    }

    /// Adds what the text says of a column. Where the column names no measure of its own, the text may do so.
    pub(in crate::areas) fn fill(&self, said: &mut Coordinates, names: bool) {
        let less = &self.said;
        let measure = |said: &Coordinates| -> Vec<Value> {
            MEASURE.iter().filter_map(|facet| said.value(*facet)).cloned().collect()
        };
        let own = measure(less);
        let is_same = own == measure(said);
        // What is in percent beside the measure is not this column.
        let clear = (self.is_file && said.value(Facet::Period).is_some())
            || (self.is_scale && said.form == Some(Form::Percent));
        let form = less.form.filter(|form| !clear || *form != Form::NoLevel);
        let form = form.filter(|form| {
            names || !less.has_own_measure() || (matches!(form, Form::NoLevel | Form::Count) && is_same)
        });
        // A word such as index in a title is no more than a reason to ask, unless it is the title of the measure.
        let doubtful = match form {
            Some(Form::NoLevel) => !less.unexplained.is_empty() || (own.is_empty() && said.has_measure()),
            _ => names && !less.is_explained(),
        } || (!names && self.is_of_others(said))
            || (clear && self.is_scale && is_same && said.has_own_measure());
        said.doubts.extend(less.doubts.iter().cloned());
        if doubtful && !said.doubts.contains(&self.text) {
            said.doubts.push(self.text.clone());
        }
        let form = form.filter(|form| !doubtful || *form != Form::NoLevel);
        let mut less =
            Coordinates { form, unexplained: Vec::new(), not: false, total: false, ..less.clone() };
        let of_votes = said.is_of_votes() || (names && less.is_of_votes());
        if (said.has_own_measure() || said.total) && !of_votes {
            less.facets.remove(&(Facet::Election, 0));
        }
        if self.is_file && said.value(Facet::Period).is_none() && less.value(Facet::Period).is_some() {
            said.dated_by = Some(self.text.clone());
        }
        said.fill(&less, names);
        if names {
            said.named_by = Some(self.text.clone());
        }
    }
}

/// Reads what stands around a table, the nearest first.
pub(in crate::areas) fn around(lexicon: &Lexicon, info: &TableInfo, heading: &Heading) -> Vec<Around> {
    let of = |text: &str, said| Around {
        text: text.trim().to_owned(),
        said,
        is_file: false,
        is_scale: lexicon.is_scale(text),
        others: Vec::new(),
        of_whom: false,
    };
    let mut all = Vec::new();
    let titles = heading.titles.iter().rev();
    for text in info.contents.iter().chain(titles).chain(&info.title).chain(&info.sheet) {
        let mut said = lexicon.filter(text).unwrap_or_else(|| lexicon.around(text));
        // A title may have places in it.
        let places = names_in(text);
        said.unexplained.retain(|word| !places.contains(word));
        all.push(of(text, said));
        all.push(of(text, of_tokens(lexicon, text, false)));
    }
    all.extend(info.sheet.iter().map(|sheet| of(sheet, of_tokens(lexicon, sheet, true))));
    all.extend(info.units.iter().map(|unit| of(unit, lexicon.unit(unit))));
    let all_notes = heading.notes.iter().chain(&*info.notes).flat_map(|note| notes(lexicon, note));
    all.extend(all_notes.map(|(text, said)| of(text, said)));
    let name = info.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    let mut said = lexicon.file_name(name);
    // A name may have words of all kinds in it: what is not understood whole tells the measure at most, and whom it is of.
    if !said.is_explained() {
        let of_whom = [Facet::Sex, Facet::Age, Facet::Birth, Facet::Election];
        said.facets.retain(|key, _| MEASURE.contains(&key.0) || of_whom.contains(&key.0));
        said.form = None;
    }
    said.form = said.form.filter(|form| *form == Form::NoLevel);
    if !said.is_explained() || !said.has_measure() {
        said.facets.remove(&(Facet::Period, 0));
    }
    said.unexplained.clear();
    let tokens = of_tokens(lexicon, name, false);
    all.extend([said, tokens].map(|said| Around { is_file: true, ..of(name, said) }));
    all
}

/// Lists the sentences of a note that say something of all figures of a table.
pub(in crate::areas) fn notes<'a>(
    lexicon: &'a Lexicon,
    note: &'a str,
) -> impl Iterator<Item = (&'a str, Coordinates)> {
    // `Avser endast kvinnor, enligt registret`: what stands behind a comma may be beside the point.
    let clauses = move |text: &'a str| {
        text.split(',').filter(move |clause| *clause != text && lexicon.says_of_whom(clause))
    };
    sentences(note).flat_map(move |text| std::iter::once(text).chain(clauses(text))).filter_map(|text| {
        let filter = lexicon.filter(text);
        let is_filter = filter.is_some();
        let mut said = filter.unwrap_or_else(|| lexicon.around(behind_lead(text)));
        said.facets.retain(|key, _| key.0 != Facet::Period && !MEASURE.contains(&key.0));
        let says = said.form.is_some() || !said.facets.is_empty();
        let leaves_out = std::mem::take(&mut said.not);
        if !says || !(is_filter || is_told(lexicon, text, &said)) {
            return None;
        }
        // `Exklusive utrikes födda`: of all others, and so a reason to ask.
        let doubt = || Coordinates { doubts: vec![text.trim().to_owned()], ..Coordinates::default() };
        Some((text, if leaves_out { doubt() } else { said }))
    })
}

/// Splits a note into its sentences, and not at the points of `bl.a.`
fn sentences(note: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let ends = note.char_indices().filter(|(_, c)| matches!(c, '.' | ';' | '#' | '\n')).map(|(at, _)| at);
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

/// Tells whether a note is about all figures of a table. Most of what notes tell is beside the point.
fn is_told(lexicon: &Lexicon, note: &str, said: &Coordinates) -> bool {
    let is_no_level = said.form == Some(Form::NoLevel);
    // `Index, riket = 100` tells what the numbers are.
    if is_no_level && note.contains('=') {
        return true;
    }
    let is_year = |word: &str| word.split('-').all(|year| year.len() == 4 && year.parse::<u32>().is_ok());
    let is_number = |word: &str| !is_year(word) && word.bytes().any(|byte| byte.is_ascii_digit());
    let has_number = said.form.is_some() && note.split_whitespace().any(is_number);
    let is_election = said.value(Facet::Election).is_some();
    said.is_explained() && !has_number && (is_no_level || is_election || lexicon.restricts(note))
}

/// Returns what stands behind a word such as `Anm:`.
fn behind_lead(text: &str) -> &str {
    let lead = text.split_once(": ").filter(|(lead, _)| !lead.trim().contains(' '));
    lead.map_or(text, |(_, text)| text)
}

/// Reads the short names of elections in a text, such as `KF22`; a sheet may begin with the election's letter alone.
fn of_tokens(lexicon: &Lexicon, text: &str, sheet: bool) -> Coordinates {
    let mut found = Coordinates::default();
    for (nth, token) in text.split([' ', '_', '-', '.']).enumerate() {
        let letters = token.trim_end_matches(|last: char| last.is_ascii_digit());
        let whole = sheet && nth == 0 && letters == token;
        if matches!(token.len() - letters.len(), 0 | 2 | 4) && (whole || (2..=3).contains(&letters.len())) {
            let said = lexicon.read(letters, Some(Facet::Election));
            if let Some(value @ Value::Atoms(_)) = said.value(Facet::Election).filter(|_| !said.total) {
                found.add(Facet::Election, value.clone(), token);
            }
            // Beside a sheet `M` one of the name `K` is of women, and nobody can tell it from one of an election.
            let said = lexicon.read(letters, Some(Facet::Sex));
            let sex = said.value(Facet::Sex).filter(|sex| !lexicon.is_all(Facet::Sex, sex));
            if let Some(value @ Value::Atoms(_)) = sex.filter(|_| whole && letters.len() < 3) {
                found.add(Facet::Sex, value.clone(), token);
            }
        }
    }
    found
}
