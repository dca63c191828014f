//! What a person's figures came to when they were kept or shared. A product with other criteria can so show then and
//! now, also where it has never seen the criteria of then.

use std::collections::BTreeMap;

use serde::Serialize;

use super::json;
use crate::assess::{Outcome, Verdict};
use crate::criteria::{Direction, Reading, Unit};
use crate::document::{Document, Reader};
use crate::error::{Error, Problem};
use crate::figure::Decimal;

/// The words of each kind; their order is that of the numbers that a link has for them.
pub(super) const VERDICTS: [(&str, Verdict); 3] = [
    ("meets", Verdict::Meets),
    ("does-not-meet", Verdict::DoesNotMeet),
    ("undetermined", Verdict::Undetermined),
];
pub(super) const OUTCOMES: [(&str, Outcome); 4] = [
    ("met", Outcome::Met),
    ("at-threshold", Outcome::AtThreshold),
    ("not-met", Outcome::NotMet),
    ("unknown", Outcome::Unknown),
];
pub(super) const UNITS: [(&str, Unit); 2] = [("percent", Unit::Percent), ("persons", Unit::Persons)];
pub(super) const DIRECTIONS: [(&str, Direction); 2] =
    [("below", Direction::Below), ("above", Direction::Above)];

/// The verdict on an area, under the reading that was applied, and the outcomes that led to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Answer {
    /// The verdict.
    pub verdict: Verdict,
    /// The reading, with what was left to the set filled in.
    pub reading: Reading,
    /// What was found of each figure of the area, by criterion id.
    pub findings: BTreeMap<String, Found>,
}

/// What was found of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Found {
    /// The outcome.
    pub outcome: Outcome,
    /// The threshold.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub threshold: Decimal,
    /// What figure and threshold are in.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"percent\" | \"persons\""))]
    pub unit: Unit,
    /// Which side of the threshold counts.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"below\" | \"above\""))]
    pub direction: Direction,
}

impl Answer {
    pub(super) fn to_document(&self) -> Document {
        let findings = self.findings.iter().map(|(id, found)| (id.clone(), found.to_document()));
        Document::map([
            ("verdict", json::verdict(self.verdict)),
            (
                "reading",
                Document::map([
                    ("tie", Document::text(&self.reading.tie)),
                    ("require", Document::text(&self.reading.require)),
                ]),
            ),
            ("findings", Document::Map(findings.collect())),
        ])
    }

    /// Reads an answer; it can only have found something of figures that the work has.
    pub(super) fn read<T>(answer: &Reader<'_>, figures: &BTreeMap<String, T>) -> Result<Self, Error> {
        answer.only(&["verdict", "reading", "findings"])?;
        let reading = answer.member("reading")?;
        reading.only(&["tie", "require"])?;
        let found = answer.member("findings")?;
        if let Some((id, _)) = found.entries()?.iter().find(|(id, _)| !figures.contains_key(*id)) {
            return Err(found.error(Problem::UnknownMember { name: (*id).to_owned() }));
        }
        Ok(Self {
            verdict: named(&answer.member("verdict")?, VERDICTS)?,
            reading: Reading {
                tie: reading.member("tie")?.parse()?,
                require: reading.member("require")?.parse()?,
            },
            findings: found
                .entries()?
                .into_iter()
                .map(|(id, found)| Ok((id.to_owned(), Found::read(&found)?)))
                .collect::<Result<_, Error>>()?,
        })
    }
}

impl Found {
    fn to_document(self) -> Document {
        let word = |word: Option<&'static str>| Document::text(&word.unwrap_or_default());
        Document::map([
            ("outcome", json::outcome(self.outcome)),
            ("threshold", Document::text(&self.threshold)),
            ("unit", word(word_of(&self.unit, &UNITS))),
            ("direction", word(word_of(&self.direction, &DIRECTIONS))),
        ])
    }

    fn read(found: &Reader<'_>) -> Result<Self, Error> {
        found.only(&["outcome", "threshold", "unit", "direction"])?;
        let unit = named(&found.member("unit")?, UNITS)?;
        let threshold = found.member("threshold")?;
        let value: Decimal = threshold.parse()?;
        unit.accept(value).map_err(|error| threshold.error(error.problem))?;
        Ok(Self {
            outcome: named(&found.member("outcome")?, OUTCOMES)?,
            threshold: value,
            unit,
            direction: named(&found.member("direction")?, DIRECTIONS)?,
        })
    }
}

fn word_of<T: PartialEq>(value: &T, words: &[(&'static str, T)]) -> Option<&'static str> {
    words.iter().find(|(_, known)| known == value).map(|(word, _)| *word)
}

fn named<T, const N: usize>(reader: &Reader<'_>, words: [(&'static str, T); N]) -> Result<T, Error> {
    let text = reader.text()?;
    let known = words.each_ref().map(|(word, _)| *word);
    let found = words.into_iter().find(|(word, _)| *word == text);
    found.map(|(_, value)| value).ok_or_else(|| reader.error(Problem::unknown_word(text, &known)))
}
