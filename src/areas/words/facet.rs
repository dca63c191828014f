//! The coordinates of a figure beside its area.

use serde::{Deserialize, Serialize};

/// A coordinate of a figure beside its area and its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Facet {
    /// What is counted: persons, votes cast, persons entitled to vote, long-term registered persons and so on.
    Measure,
    /// Employed, unemployed, outside the labour force.
    Status,
    /// The level of education.
    Education,
    /// How long, in months.
    Duration,
    /// Which election.
    Election,
    /// Women, men, both.
    Sex,
    /// The span of ages.
    Age,
    /// Born in Sweden or abroad.
    Birth,
    /// Any other group of persons.
    Background,
    /// The date: year, quarter or month.
    Period,
    /// Anything else that tells figures apart.
    Other,
}
