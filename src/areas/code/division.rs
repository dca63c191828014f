//! What areas are parts of the country by, and the levels of rows.

use serde::{Deserialize, Serialize};

/// What an area is a part of the country by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Division {
    /// The country.
    Nation,
    /// A county (*län*).
    County,
    /// A municipality.
    Municipality,
    /// An electoral district (*valdistrikt*), eight digits.
    District,
    /// A regional statistical area, `0114R001`.
    Regso,
    /// A demographic statistical area, `0114A0010`.
    Deso,
    /// An area whose code begins as that of a municipality but has no known shape.
    Unknown,
}

impl Division {
    /// All divisions, coarsest first.
    pub const ALL: [Self; 7] = [
        Self::Nation,
        Self::County,
        Self::Municipality,
        Self::District,
        Self::Regso,
        Self::Deso,
        Self::Unknown,
    ];

    /// Returns the level, by which rows in one column are told apart: nation, county, municipality, area.
    pub fn level(self) -> Level {
        match self {
            Self::Nation => Level::Nation,
            Self::County => Level::County,
            Self::Municipality => Level::Municipality,
            Self::District | Self::Regso | Self::Deso | Self::Unknown => Level::Area,
        }
    }

    pub(in crate::areas) fn index(self) -> u8 {
        match self {
            Self::Nation => 0,
            Self::County => 1,
            Self::Municipality => 2,
            Self::District => 3,
            Self::Regso => 4,
            Self::Deso => 5,
            Self::Unknown => 6,
        }
    }
}

/// A level of rows that may share a column; the finest present is assessed unless another is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The country.
    Nation,
    /// Counties.
    County,
    /// Municipalities.
    Municipality,
    /// Areas of any division.
    Area,
}
