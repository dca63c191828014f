//! Of which persons a figure is, where others than all are said, also by what hangs on a measure's word.

use super::super::coordinates::{Coordinates, ENTITLED, Form, MEASURE, PERSONS, PUPILS, Value};
use super::super::facet::Facet;
use super::Lexicon;
use super::phrases::Phrase;
use super::text::{any, could_be_persons, split};

impl Lexicon {
    /// Reads of which persons a figure is, where others than all are said: `bland arbetslösa`, `inom industrin`. Returns how
    /// many words say it. Words that `lead` (`antal av …`) are followed by the measure itself, unless `som` comes behind, or they
    /// are of a share: `andel av samtliga sysselsatta` is how these are spread over the areas.
    pub(super) fn group(
        &self,
        rest: &[&str],
        lead: Option<&[&str]>,
        said: &mut Coordinates,
    ) -> Option<usize> {
        let (first, behind) = rest.split_first()?;
        let ends = |word: &str| self.words.end.iter().any(|end| end == word);
        let begins = |word: &str| self.words.over.iter().any(|over| over == word);
        if !begins(first) {
            return None;
        }
        let length = behind.iter().position(|word| ends(word) || begins(word)).unwrap_or(behind.len());
        let text = behind.get(..length)?.join(" ");
        let of = self.read(&text, None);
        let is_spread = |lead: &[&str]| {
            let of_all =
                || behind.iter().take(2).any(|word| self.words.total.iter().any(|total| total == word));
            lead.iter().any(|word| any(&self.words.shares, word))
                && of.has_own_measure()
                && (*first != "of" || of_all())
        };
        let is_led = |lead: &[&str]| {
            !behind.iter().any(|word| ["som", "who", "that"].contains(word)) && !is_spread(lead)
        };
        if lead.is_some_and(is_led) {
            return None;
        }
        let all = |facet: Facet| of.value(facet).is_none_or(|value| self.is_all(facet, value));
        let persons = of.value(Facet::Measure);
        let votes = || {
            let counted = behind.get(length..).unwrap_or_default().join(" ");
            said.is_of_votes() || self.read(&counted, None).is_of_votes()
        };
        let of_base = match persons {
            // Not all residents may vote.
            Some(Value::Atoms(PERSONS)) => !votes(),
            Some(Value::Atoms(ENTITLED | PUPILS)) => true,
            _ => false,
        };
        let explained = of.is_explained() || of_base;
        if text.is_empty() {
            return None;
        }
        let of_all =
            (persons.is_none() || of_base) && all(Facet::Status) && all(Facet::Education) && explained;
        // What it is a part of is not what it counts.
        let facets = of.facets.into_iter().filter(|(key, _)| !MEASURE.contains(&key.0));
        for (key, valued) in facets {
            said.facets.entry(key).or_insert(valued);
        }
        said.form = of.form.filter(|form| *form == Form::NoLevel).or(said.form).or(of.form);
        if of_all {
            said.unexplained.extend(of.unexplained);
        } else {
            let text = format!("{first} {text}");
            said.add(Facet::Background, Value::Text(text.clone()), &text);
        }
        Some(length + 1)
    }

    /// Returns of whom a share is by what stands before `som är`, unless these are residents: `arbetslösa som är långtidsarbetslösa`.
    pub(super) fn who_are(&self, words: &[&str]) -> Option<String> {
        let are = [["som", "är"], ["som", "varit"], ["who", "are"], ["that", "are"]];
        let at = words.windows(2).position(|pair| are.iter().any(|are| are == pair))?;
        let (of, who) = (words.get(..at)?.join(" "), words.get(at + 2..)?.join(" "));
        let is_own = |text: &str| self.read(text, None).has_own_measure();
        (is_own(&of) && is_own(&who)).then_some(of)
    }

    /// Returns the words by which a pivot table says that it added up or took the mean: of percentages either is a percentage only
    /// of one row.
    pub(in crate::areas) fn sum(heading: &str) -> Option<String> {
        let words = split(heading).join(" ");
        ["summa av", "sum of", "medel av", "medelvärde av", "average of"]
            .into_iter()
            .find(|sum| words.contains(sum))
            .map(str::to_owned)
    }

    /// Returns the words that say all of some: `samtliga arbetslösa`.
    pub(super) fn all_of_some(&self, phrase: &Phrase, rest: &[&str]) -> Option<String> {
        let length = phrase.words.len();
        let next = self.phrases.longest(rest.get(length..)?, None).filter(|_| phrase.means.total)?;
        let is_some = next
            .means
            .facets
            .iter()
            .any(|(facet, atoms)| *facet == Facet::Status && !self.is_all(*facet, &Value::Atoms(*atoms)));
        is_some.then(|| rest.iter().take(length + next.words.len()).copied().collect::<Vec<_>>().join(" "))
    }

    /// Writes out what is short, and takes apart what hangs together by a sign: `Röstande-kvinnor`, `kvinnor/män`.
    pub(super) fn written_out<'a>(&'a self, word: &'a String) -> impl Iterator<Item = &'a str> {
        let plain = self.words.short.get(word).unwrap_or(word);
        let is_known = |text: &str| self.phrases.longest(&[text], None).is_some();
        let start = plain.split(['-', '/']).next().unwrap_or_default();
        let hangs = start.len() < plain.len() && is_known(start) && !is_known(plain);
        plain.split(move |sign| sign == ' ' || (hangs && matches!(sign, '-' | '/')))
    }

    /// Returns what hangs on a word that a measure's phrase only begins: `kvinnor` of `Valdeltagande-kvinnor`, `gap` of
    /// `Förvärvsgradsgap`. How words are inflected says nothing.
    pub(super) fn glued(&self, phrase: &Phrase, rest: &[&str]) -> Option<String> {
        let of_measure = phrase.means.facets.iter().any(|(facet, _)| MEASURE.contains(facet));
        let is_other = |end: &&str| !self.words.endings.iter().any(|own| own == end);
        let glued = phrase.words.iter().zip(rest).flat_map(|(pattern, word)| {
            let end =
                pattern.strip_suffix('*').and_then(|start| word.strip_prefix(start)).unwrap_or_default();
            let mut parts = end.split(['-', '/', '+', '>', '<', '≥', '≤']);
            let ending = parts.next().filter(is_other);
            ending.into_iter().chain(parts)
        });
        let glued: Vec<&str> = glued.filter(|part| of_measure && !part.is_empty()).collect();
        let text = glued.join(" ");
        // `grad-s-gap`: the letter between the two is of neither.
        let bare = text.strip_prefix('s').filter(|bare| self.read(bare, None).is_explained());
        let text = bare.unwrap_or(&text).trim();
        (!text.is_empty()).then(|| text.to_owned())
    }
}

/// Tells whether words within a title say what it is about, and no group: `Kartläggning av förutsättningar`.
pub(super) fn is_about(rest: &[&str], said: &Coordinates) -> bool {
    let of_persons = ["bland", "among", "hos"];
    said.form() != Some(Form::Percent)
        && !said.has_own_measure()
        && !rest.first().is_some_and(|first| of_persons.contains(first))
        && !rest.get(1).is_some_and(|word| could_be_persons(word))
}
