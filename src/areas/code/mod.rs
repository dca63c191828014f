//! Area codes: what a cell of the column of areas says.

mod division;
pub(super) mod key;
pub(super) mod key_file;
mod known;
mod name;
pub(super) mod packed;
pub(super) mod portion;
#[cfg(test)]
mod tests;
mod tidy;

use std::fmt::Write;

pub use self::division::{Division, Level};
pub(super) use self::known::Known;
pub(super) use self::name::{
    contradict, has_municipality, is_collecting, is_county_alone, is_nation, municipality_of_name, named,
};
pub(super) use self::packed::{pack, unpack};
pub(super) use self::tidy::tidied;

/// What a cell of the column of areas says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label<'a> {
    /// The bare code, without vintage and lost zeros; empty where only a name is given.
    pub(super) code: &'a str,
    /// Zeros that were lost before the code.
    pub(super) lost: u8,
    /// The division by the code's shape, or by the name's.
    pub(super) division: Division,
    /// The year of the division, where the code tells it (`_DeSO2025`); else 0.
    pub(super) vintage: u16,
    /// The name, or empty.
    pub(super) name: &'a str,
}

/// Reads the code of a small area, without its vintage and with its lost zeros; `None` for any other text.
pub fn code_of(text: &str) -> Option<(String, Division)> {
    Known::new().code(text)
}

impl Known {
    /// Reads the code of a small area, as [`code_of`] does.
    pub(super) fn code(&self, text: &str) -> Option<(String, Division)> {
        let tidy = tidied(text);
        let label = self.label(tidy.as_deref().unwrap_or(text))?;
        let is_small = matches!(label.division, Division::Deso | Division::Regso | Division::District);
        is_small.then(|| (format!("{}{}", "0".repeat(label.lost.into()), label.code), label.division))
    }
}

/// Splits a suffix such as `_DeSO2025` off and returns its year; any other suffix stays.
fn vintage(token: &str) -> (&str, u16) {
    // Nearly all codes are too short for a suffix.
    if token.len() <= "_DeSO2025".len() {
        return (token, 0);
    }
    let Some((code, suffix)) = token.rsplit_once('_') else { return (token, 0) };
    let year = ["DeSO", "RegSO"].iter().find_map(|division| {
        let head = suffix.get(..division.len())?;
        head.eq_ignore_ascii_case(division).then(|| suffix.get(division.len()..)).flatten()
    });
    match year {
        Some(year) if year.len() == 4 => year.parse().map_or((token, 0), |year| (code, year)),
        _ => (token, 0),
    }
}

/// Writes a code with the suffix of its vintage, as the database does.
pub(super) fn with_vintage(code: &str, division: Division, vintage: u16) -> String {
    let mut text = code.to_owned();
    let name = match division {
        Division::Regso => "RegSO",
        Division::Deso
        | Division::Nation
        | Division::County
        | Division::Municipality
        | Division::District
        | Division::Unknown => "DeSO",
    };
    if vintage > 0 {
        let _ = write!(text, "_{name}{vintage}");
    }
    text
}
