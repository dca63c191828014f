//! Criteria sets as data: what is measured, where the threshold lies, and what the source leaves open.
//!
//! A [`CriteriaSet`] is read from a JSON document, in which each number carries the sentence or the table cell it came
//! from. A [`Reading`] says how the points are read that a source leaves open: whether a value exactly on the
//! threshold counts ([`Tie`]), and how many criteria must be met ([`Require`]).

mod language;
mod own;
mod read;
mod reading;
pub mod sets;

pub use language::{Language, Text};
pub use own::own_thresholds;
pub use reading::{Point, Reading, Require, Tie};

use crate::error::{Error, Problem};
use crate::figure::{Decimal, Figure, MAX_COUNT};

/// Where a statement or a number came from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Citation {
    /// The place, in words.
    pub text: Text,
    /// The words of the source itself, in its own language.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub quote: Option<String>,
    /// An address, where there is one.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub url: Option<String>,
}

/// A number with the source it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Cited {
    /// The number: percent, or persons.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub value: Decimal,
    /// Where it stands.
    pub source: Citation,
}

worded! {
    /// What a criterion's figures and threshold are in.
    pub enum Unit {
        /// A share in percent, given as a percentage or as a count of a total.
        Percent = "percent",
        /// A plain count of persons.
        Persons = "persons",
    }
}

worded! {
    /// The side of the threshold that counts as disadvantage.
    pub enum Direction {
        /// Figures below the threshold meet the criterion.
        Below = "below",
        /// Figures above the threshold meet the criterion.
        Above = "above",
    }
}

/// One measure with its threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct Criterion {
    /// The id, `[a-z][a-z0-9-]*`.
    pub id: String,
    /// The measure's name.
    pub label: Text,
    /// What it measures, in a sentence.
    pub definition: Text,
    /// What figures and threshold are in.
    pub unit: Unit,
    /// Which side of the threshold counts.
    pub direction: Direction,
    /// Whether a figure exactly on the threshold counts, where the source settles that for this criterion.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub tie: Option<Tie>,
    /// The threshold.
    pub threshold: Cited,
    /// The national average, where the source gives one.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub national_average: Option<Cited>,
}

/// The points of a rule that its source may leave open.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Points {
    /// Whether a figure exactly on the threshold counts.
    pub tie: Point<Tie>,
    /// How many of the criteria must be met.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Point<string>"))]
    pub require: Point<Require>,
}

/// Criteria that belong together, dated, with their source.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CriteriaSet {
    /// The id, `[a-z][a-z0-9-]*`.
    pub id: String,
    /// The date of the source: a year, a month (`2018-03`) or a day.
    pub date: String,
    /// The set's name.
    pub name: Text,
    /// Where the set comes from.
    pub source: Citation,
    /// How its points are read.
    pub reading: Points,
    /// The criteria, in the source's order.
    pub criteria: Vec<Criterion>,
    /// SHA-256 over the canonical form of the document it was read from, in hexadecimal.
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub hash: String,
}

impl Unit {
    /// Refuses a threshold or an average that is outside the range of the unit.
    ///
    /// # Errors
    /// `out-of-range`.
    pub fn accept(self, value: Decimal) -> Result<(), Error> {
        let (highest, whole) = match self {
            Self::Percent => (Decimal::HUNDRED, false),
            Self::Persons => (Decimal::new(i128::from(MAX_COUNT), 0), true),
        };
        if value.units() < 0 || value.cmp_value(highest).is_gt() || (whole && value.decimals() > 0) {
            return Err(Problem::OutOfRange { text: value.to_string(), highest: highest.to_string() }.into());
        }
        Ok(())
    }
}

impl Criterion {
    /// Tells whether a figure exactly on the threshold counts as met under a reading.
    pub fn tie(&self, reading: Reading) -> Tie {
        self.tie.unwrap_or(reading.tie)
    }

    /// Refuses a figure of another unit than the criterion's.
    ///
    /// # Errors
    /// `wrong-unit`.
    pub fn accept(&self, figure: &Figure) -> Result<(), Error> {
        let unit = match figure {
            Figure::Between(between) if between.total().is_none() => Unit::Persons,
            Figure::Percent(_) | Figure::Share(_) | Figure::Between(_) => Unit::Percent,
            Figure::Amount(_) => Unit::Persons,
        };
        if unit == self.unit { Ok(()) } else { Err(Problem::WrongUnit { criterion: self.id.clone() }.into()) }
    }
}

impl CriteriaSet {
    /// Returns the criterion with an id and its position in the set.
    pub fn criterion(&self, id: &str) -> Option<(usize, &Criterion)> {
        self.criteria.iter().enumerate().find(|(_, criterion)| criterion.id == id)
    }

    /// Makes a reading of the set; what is not said is the set's own default.
    ///
    /// # Errors
    /// `settled-point` where the source settles the point otherwise, `require-out-of-range` for a number of criteria
    /// that the set does not have.
    pub fn reading(&self, tie: Option<Tie>, require: Option<Require>) -> Result<Reading, Error> {
        let reading = Reading {
            tie: self.reading.tie.choose("tie", tie)?,
            require: self.reading.require.choose("require", require)?,
        };
        let most = self.criteria.len();
        match reading.require {
            Require::AtLeast(least) if usize::from(least) < 1 || usize::from(least) > most => {
                Err(Problem::RequireOutOfRange { found: least.into(), most }.into())
            }
            Require::All | Require::Any | Require::AtLeast(_) => Ok(reading),
        }
    }

    /// Returns every reading that the source leaves possible: both ties, and all, any and each number between.
    pub fn readings(&self) -> Vec<Reading> {
        let ties: &[Tie] =
            if self.reading.tie.settled { &[self.reading.tie.value] } else { &[Tie::Strict, Tie::Inclusive] };
        let requires = if self.reading.require.settled {
            vec![self.reading.require.value.among(self.criteria.len())]
        } else {
            let most = u8::try_from(self.criteria.len()).unwrap_or(u8::MAX);
            let between = (2..most).rev().map(Require::AtLeast);
            let any = (most > 1).then_some(Require::Any);
            std::iter::once(Require::All).chain(between).chain(any).collect()
        };
        ties.iter()
            .flat_map(|tie| requires.iter().map(|require| Reading { tie: *tie, require: *require }))
            .collect()
    }
}
