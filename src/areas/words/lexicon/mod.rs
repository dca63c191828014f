//! The words of headings, categories, titles, sheets and files: what each says of a figure. They stand in `lexicon.json`.

mod around;
mod filter;
mod group;
mod names;
mod phrases;
#[cfg(test)]
mod tests;
mod text;
mod words;

use std::collections::BTreeMap;

pub(in crate::areas) use self::around::{is_place, names_in};
use self::group::is_about;
use self::phrases::{Phrase, Phrases, Said};
use self::text::{any, patterns};
pub(in crate::areas) use self::text::{could_be_persons, split};
use self::words::{Word, Words};
use super::coordinates::{Coordinates, ENTITLED, Form, MEASURE, PERSONS, Part, Value};
use super::facet::Facet;
use super::patterns::{is_years, limit, numbers};
use super::query::is_known;
use crate::criteria::CriteriaSet;

/// Words before a label that say what kind of number it is.
const LEADS: [&str; 9] = ["andel", "andelen", "antal", "procent", "percent", "%", "share", "number", "of"];

/// How a text is read.
#[derive(Debug, Clone, Copy, Default)]
struct Reading {
    /// The facet of the column whose category it is.
    within: Option<Facet>,
    /// Whether `andel av …` says what the figures are parts of, and not what they count.
    parts: bool,
}

/// The lexicon.
#[derive(Debug)]
pub(in crate::areas) struct Lexicon {
    words: Words,
    phrases: Phrases,
    /// All atoms of a facet, and those that may be lacking.
    all: BTreeMap<Facet, (u32, u32)>,
    /// Ids and labels of the set's criteria.
    criteria: Vec<(String, Vec<String>)>,
}

impl Lexicon {
    /// Reads the words that come with the product, with the ids and labels of a set's criteria.
    pub(in crate::areas) fn new(set: &CriteriaSet) -> Self {
        let words = Words::own();
        let mut phrases = Vec::new();
        for entry in &words.entries {
            let means = Said {
                facets: entry
                    .means
                    .facets()
                    .map(|(facet, atoms)| (facet, words.bits(facet, atoms)))
                    .collect(),
                form: entry.means.form.map(Word::form),
                soft: entry.means.soft.map(Word::form),
                total: entry.means.total,
                not: entry.means.not,
                inherits: entry.means.inherits,
                group: entry.means.group,
                criterion: None,
            };
            let phrase =
                |say: &String| Phrase { words: patterns(say), within: entry.within, means: means.clone() };
            phrases.extend(entry.say.iter().map(phrase));
        }
        let total = |say: &String| Phrase {
            words: patterns(say),
            within: None,
            means: Said { total: true, ..Said::default() },
        };
        phrases.extend(words.total.iter().map(total));
        let bits = |facet: Facet, atoms: &[String]| words.bits(facet, &atoms.join(" "));
        let all = words.atoms.iter().map(|(facet, atoms)| {
            let optional = words.optional.get(facet).map_or(0, |atoms| bits(*facet, atoms));
            (*facet, (bits(*facet, atoms), optional))
        });
        let all = all.collect();
        // A criterion that no query stands for is known by its labels, wherever they stand in a heading.
        for (nth, criterion) in set.criteria.iter().enumerate().filter(|(_, own)| !is_known(&own.id)) {
            for label in [&criterion.label.sv, &criterion.label.en] {
                let mut label = split(label);
                let lead = label.iter().take_while(|word| LEADS.contains(&word.as_str())).count();
                label.drain(..lead);
                let means = Said { criterion: Some(nth), ..Said::default() };
                phrases.extend((!label.is_empty()).then_some(Phrase { words: label, within: None, means }));
            }
        }
        let criteria = set.criteria.iter().map(|criterion| {
            let labels = [&criterion.label.sv, &criterion.label.en].map(|label| split(label).join(" "));
            (criterion.id.clone(), labels.to_vec())
        });
        let criteria = criteria.collect();
        Self { words, phrases: Phrases::new(phrases), all, criteria }
    }

    /// Returns the bits of atoms by their names.
    pub(in crate::areas) fn bits(&self, facet: Facet, atoms: &str) -> u32 {
        self.words.bits(facet, atoms)
    }

    /// Tells whether a value is all there is of a facet.
    pub(in crate::areas) fn is_all(&self, facet: Facet, value: &Value) -> bool {
        match value {
            Value::All => true,
            Value::Atoms(atoms) => {
                self.all.get(&facet).is_some_and(|(all, optional)| atoms | optional == all | optional)
            }
            Value::Span(..) | Value::Date(..) | Value::Text(_) => false,
        }
    }

    /// Returns the atoms of a facet that may be lacking.
    pub(in crate::areas) fn optional(&self, facet: Facet) -> u32 {
        self.all.get(&facet).map_or(0, |(_, optional)| *optional)
    }

    /// Writes a value as a recipe has it.
    pub(in crate::areas) fn notation(&self, facet: Facet, value: &Value) -> String {
        match value {
            Value::All => "all".to_owned(),
            Value::Text(text) => text.clone(),
            Value::Span(from, u32::MAX) => format!("{from}+"),
            Value::Span(from, to) => format!("{from}-{to}"),
            Value::Date(end, 12) => format!("{}", (end - 1) / 12),
            Value::Date(end, 3) => format!("{}K{}", (end - 1) / 12, ((end - 1) % 12) / 3 + 1),
            Value::Date(end, _) => format!("{}M{:02}", (end - 1) / 12, (end - 1) % 12 + 1),
            Value::Atoms(atoms) => {
                let names = self.words.atoms.get(&facet).into_iter().flatten().enumerate();
                let named = names.filter(|(bit, _)| atoms >> bit & 1 == 1).map(|(_, name)| name.as_str());
                named.collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// Returns a heading's words without its dates, by which next year's file has the same.
    pub(in crate::areas) fn undated(heading: &str) -> String {
        let words = split(heading);
        let mut rest: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut left = Vec::new();
        while let Some(first) = rest.first().copied() {
            let length = if let Some((Facet::Period, _, length)) = numbers(&rest, false) {
                length
            } else {
                left.push(first);
                1
            };
            rest.drain(..length);
        }
        left.join(" ")
    }

    /// Reads a heading, or the category of a column of the facet `within`.
    pub(in crate::areas) fn read(&self, text: &str, within: Option<Facet>) -> Coordinates {
        self.reading(text, Reading { within, parts: false })
    }

    fn reading(&self, text: &str, Reading { within, parts }: Reading) -> Coordinates {
        let words = split(text);
        let labelled = self.criterion(text, &words);
        let mut said = Coordinates { criterion: labelled, ..Coordinates::default() };
        let words: Vec<&str> = words.iter().flat_map(|word| self.written_out(word)).collect();
        let mut rest = words.as_slice();
        let (mut leads, mut of_all) = (!parts, None);
        while let Some(first) = rest.first() {
            let phrase = self.phrases.longest(rest, within);
            let number = numbers(rest, within == Some(Facet::Age));
            let is_about = parts && rest.len() < words.len() && is_about(rest, &said);
            if !is_about
                && within.is_none_or(|facet| facet == Facet::Measure)
                && phrase.is_none_or(|phrase| phrase.words.len() == 1)
                && let Some(length) =
                    self.group(rest, words.get(..words.len() - rest.len()).filter(|_| leads), &mut said)
            {
                rest = rest.get(length..).unwrap_or_default();
                continue;
            }
            leads &= LEADS.contains(first);
            if let Some(length) = limit(rest) {
                let (words, behind) = rest.split_at(length);
                said.unexplained.extend(words.iter().map(|word| (*word).to_owned()));
                rest = behind;
                continue;
            }
            if any(&self.words.written, first) {
                // When it was written is no date of the figures.
                let date =
                    rest.get(1..).and_then(|behind| numbers(behind, false)).map_or(0, |(.., length)| length);
                rest = rest.get(1 + date..).unwrap_or_default();
                continue;
            }
            let length = match (phrase, number) {
                (phrase, Some((facet, value, length)))
                    if phrase.is_none_or(|phrase| phrase.words.len() < length) =>
                {
                    let text = rest.get(..length).unwrap_or_default().join(" ");
                    // Of two years a column is a change, or has one of the two in a way that nobody knows.
                    let date = said.value(Facet::Period).filter(|_| facet == Facet::Period);
                    let other = date.and_then(Value::latest_year).zip(value.latest_year());
                    let differ = other.is_some_and(|(one, other)| one != other);
                    said.unexplained.extend((differ && within.is_none() && !parts).then(|| text.clone()));
                    said.add(facet, value, &text);
                    length
                }
                // `Förvärvsintensitet A` beside `Förvärvsintensitet B`: the letter tells them apart.
                (Some(_), _)
                    if matches!(*first, "a" | "i") && rest.len() == 1 && within.is_none() && !parts =>
                {
                    said.unexplained.push((*first).to_owned());
                    1
                }
                (Some(phrase), _) => {
                    let length = phrase.words.len();
                    of_all = of_all.or_else(|| self.all_of_some(phrase, rest));
                    let text = rest.get(..length).unwrap_or_default().join(" ");
                    for (facet, atoms) in &phrase.means.facets {
                        said.add(*facet, Value::Atoms(*atoms), &text);
                    }
                    said.form = match (said.form, phrase.means.form) {
                        (_, Some(Form::NoLevel)) => Some(Form::NoLevel),
                        (form, more) => form.or(more),
                    };
                    said.soft = said.soft.or(phrase.means.soft);
                    said.total |= phrase.means.total;
                    said.not |= phrase.means.not;
                    said.inherits |= phrase.means.inherits;
                    if phrase.means.group {
                        said.add(Facet::Background, Value::Text(text.clone()), &text);
                    }
                    let labelled = phrase.means.criterion.map(|nth| (nth, Part::Figure));
                    said.criterion = said.criterion.or(labelled);
                    if let Some(glued) = self.glued(phrase, rest) {
                        said.add_all(self.reading(&glued, Reading { within: None, parts }));
                    }
                    length
                }
                (None, _) if is_years(first) => {
                    // Of several years a column is a change or an average; a title has those of all columns.
                    said.form = if parts { said.form } else { Some(Form::NoLevel) };
                    1
                }
                (None, _) => {
                    // A footnote's number says nothing, but for one of years.
                    let is_digit = first.len() == 1 && first.bytes().all(|byte| byte.is_ascii_digit());
                    let before = words.len().checked_sub(rest.len() + 1).and_then(|at| words.get(at));
                    let is_years = |word: Option<&&str>| word.is_some_and(|word| word.starts_with("år"));
                    let is_note = is_digit && !is_years(before) && !is_years(rest.get(1));
                    said.unexplained.extend((!is_note && !text::is_kpi(first)).then(|| (*first).to_owned()));
                    1
                }
            };
            rest = rest.get(length.max(1)..).unwrap_or_default();
        }
        // The long-term unemployed of all unemployed are a part of these.
        let is_part = said.has_own_measure() && said.value(Facet::Measure).is_some();
        if let Some(of_all) = of_all.filter(|_| is_part || within == Some(Facet::Background)) {
            said.add(Facet::Background, Value::Text(of_all.clone()), &of_all);
            said.total = false;
        }
        let is_share = said.form() == Some(Form::Percent);
        if let Some(of) = self.who_are(&words).filter(|_| is_share) {
            said.add(Facet::Background, Value::Text(of.clone()), &of);
        }
        if let Some(Value::Atoms(atoms)) =
            said.facets.get_mut(&(Facet::Measure, 0)).map(|valued| &mut valued.value)
        {
            // Residents who are long-term unemployed are these, and turnout is that of those entitled to vote.
            for base in [PERSONS, ENTITLED] {
                if *atoms & !base != 0 && (base == PERSONS || is_share) {
                    *atoms &= !base;
                }
            }
        }
        let background = said.value(Facet::Background);
        if matches!(background, Some(Value::Text(text)) if text == "vuxna")
            && said.value(Facet::Age).is_some()
        {
            // Their ages say it.
            said.facets.remove(&(Facet::Background, 0));
        }
        // `3+4 gymnasial utbildning` has its code before it.
        if let ([code, ..], Some(level)) = (words.as_slice(), said.value(Facet::Education))
            && within.is_none()
            && said.unexplained.first().is_some_and(|word| word == code)
            && self
                .read(code, Some(Facet::Education))
                .value(Facet::Education)
                .is_some_and(|own| own.meets(level))
        {
            said.unexplained.remove(0);
        }
        let of_some = |facet: Facet| said.value(facet).is_some_and(|value| !self.is_all(facet, value));
        if said.value(Facet::Measure) == Some(&Value::Atoms(PERSONS))
            && within.is_none()
            && (of_some(Facet::Status) || of_some(Facet::Education))
        {
            // Residents who are employed are the employed.
            said.facets.remove(&(Facet::Measure, 0));
        }
        if let Some((_, part)) = labelled {
            // An id or a label says all there is to say of the measure, and of whom it is.
            said.unexplained.clear();
            said.not = false;
            said.facets.retain(|key, _| key.0 != Facet::Background);
            if part != Part::Figure {
                said.facets.retain(|key, _| !MEASURE.contains(&key.0));
                said.soft = Some(Form::Count);
            }
        }
        if within == Some(Facet::Background) {
            // `2015–2019` are the years of immigration, and no date of the figures.
            said.facets.remove(&(Facet::Period, 0));
        }
        if let Some(facet) = within {
            self.place(&mut said, facet, text);
        }
        said
    }

    /// Sees to it that a category has a value of its column's facet.
    fn place(&self, said: &mut Coordinates, facet: Facet, text: &str) {
        let key = (facet, 0);
        if said.total && matches!(said.value(Facet::Background), Some(Value::Text(_))) {
            // `Alla hushåll` are no group among them.
            said.facets.remove(&(Facet::Background, 0));
        }
        if said.facets.contains_key(&key) {
            return;
        }
        if facet == Facet::Measure {
            if !said.has_measure() && !said.total && !said.unexplained.is_empty() {
                said.set(key, Value::Text(text.trim().to_owned()), text.trim());
            }
        } else if said.total {
            let all = self.all.get(&facet).map_or(Value::All, |(all, _)| Value::Atoms(*all));
            said.set(key, all, text.trim());
        } else if !said.has_measure() || !matches!(facet, Facet::Status | Facet::Education) {
            said.set(key, Value::Text(text.trim().to_owned()), text.trim());
        }
    }

    /// Tells whether a heading is the label of a criterion, with a date: `Lågutbildade 2022`.
    pub(in crate::areas) fn is_dated_label(&self, heading: &str) -> bool {
        let undated = Self::undated(heading);
        let is_one_more = split(heading).len() == split(&undated).len() + 1;
        is_one_more && self.criteria.iter().any(|(_, labels)| labels.contains(&undated))
    }

    /// Tells the criterion whose id or label a heading of those words is.
    fn criterion(&self, heading: &str, words: &[String]) -> Option<(usize, Part)> {
        let plain = heading.trim().to_lowercase().replace(['_', '.', ' '], "-");
        let words = words.join(" ");
        let part = |id: &str| match plain.strip_prefix(id)? {
            "" => Some(Part::Figure),
            "-count" => Some(Part::Count),
            "-total" => Some(Part::Total),
            _ => None,
        };
        self.criteria.iter().enumerate().find_map(|(at, (id, labels))| {
            let labelled = || labels.contains(&words).then_some(Part::Figure);
            part(id).or_else(labelled).map(|part| (at, part))
        })
    }
}
