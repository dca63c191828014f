//! What a person's figures came to when they were kept or shared. A product with other criteria can so show then and
//! now, also where it has never seen the criteria of then.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assess::{Outcome, Verdict};
use crate::criteria::{Direction, Reading, Unit};
use crate::document::Reader;
use crate::error::{Error, Problem};
use crate::figure::Decimal;

/// The verdict on an area, under the reading that was applied, and the outcomes that led to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(hashmap_as_object))]
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
    pub unit: Unit,
    /// Which side of the threshold counts.
    pub direction: Direction,
}

impl Answer {
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
            verdict: answer.member("verdict")?.parse()?,
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
    fn read(found: &Reader<'_>) -> Result<Self, Error> {
        found.only(&["outcome", "threshold", "unit", "direction"])?;
        let unit: Unit = found.member("unit")?.parse()?;
        let threshold = found.member("threshold")?;
        let value: Decimal = threshold.parse()?;
        unit.accept(value).map_err(|error| threshold.error(error.problem))?;
        Ok(Self {
            outcome: found.member("outcome")?.parse()?,
            threshold: value,
            unit,
            direction: found.member("direction")?.parse()?,
        })
    }
}
