//! Areas that a cell tells by name only.

use std::sync::LazyLock;

use super::{Division, Label};
use crate::memo::{Municipality, counties, municipalities};

/// Reads a cell that has a name only: `Upplands Väsby (Bollstanäs)`, or the name of a municipality, a county or the nation,
/// whose codes are known.
pub(in crate::areas) fn named(cell: &str) -> Option<Label<'_>> {
    let cell = cell.trim();
    // No name begins with a digit, and cells that do are tried by the million.
    if cell.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let label = |division, code| Some(Label { code, lost: 0, division, vintage: 0, name: cell });
    if let Some((municipality, rest)) = cell.split_once(" (")
        && rest.strip_suffix(')').is_some_and(|area| !area.trim().is_empty())
        && municipality_named(municipality).is_some()
    {
        return label(Division::Regso, "");
    }
    if is_nation(cell) {
        return label(Division::Nation, "00");
    }
    if let Some(county) = counties().iter().find(|county| county.name == cell) {
        return label(Division::County, county.code);
    }
    municipality_named(cell).and_then(|code| label(Division::Municipality, code))
}

/// Returns the municipality's code that a name such as `Upplands Väsby (Bollstanäs)` begins with.
pub(in crate::areas) fn municipality_of_name(name: &str) -> Option<&'static str> {
    let municipality = name.split_once(" (").map_or(name, |(municipality, _)| municipality);
    municipality_named(municipality)
}

/// Tells whether a name without *län* is that of a county, and of no municipality: `Skåne`.
pub(in crate::areas) fn is_county_alone(name: &str) -> bool {
    !name.ends_with(" län") && municipality_named(name).is_none() && COUNTIES.contains(&bare_county(name))
}

/// The names of counties as they are compared.
static COUNTIES: LazyLock<Vec<String>> =
    LazyLock::new(|| counties().iter().map(|county| bare_county(county.name)).collect());

fn bare_county(name: &str) -> String {
    name.to_lowercase().trim_end_matches(" län").trim_end_matches('s').to_owned()
}

/// Tells whether two names are of one county, with or without *län*: `Skåne län`, `Skåne`.
pub(super) fn same_county(county: &str, name: &str) -> bool {
    bare_county(county) == bare_county(name)
}

/// Tells whether a code lies in another municipality than a name that has one in it, or that is one.
pub(in crate::areas) fn contradict(code: &str, lost: u8, name: &str) -> bool {
    let own = municipality_of_name(name);
    let begins = |known: &str| {
        known.strip_prefix("0".repeat(lost.into()).as_str()).is_some_and(|rest| code.starts_with(rest))
    };
    code.len() + usize::from(lost) >= 4 && own.is_some_and(|known| !begins(known))
}

/// Tells whether an area's own name has a municipality in it: that of a municipality, or one such as `Upplands Väsby
/// (Bollstanäs)`.
pub(in crate::areas) fn has_municipality(division: Division, name: &str) -> bool {
    let has_bracket = || memchr::memchr(b'(', name.as_bytes()).is_some() && name.contains(" (");
    !name.is_empty() && (division == Division::Municipality || has_bracket())
}

/// Tells whether a district is one in which late votes of a whole municipality are counted: nobody lives in it.
pub(in crate::areas) fn is_collecting(division: Division, name: &str) -> bool {
    division == Division::District && name.to_lowercase().contains("uppsamling")
}

pub(in crate::areas) fn is_nation(name: &str) -> bool {
    ["riket", "hela riket", "sverige", "sweden", "the whole country", "whole country"]
        .iter()
        .any(|nation| nation.eq_ignore_ascii_case(name))
}

/// The municipalities in the order of their names' bytes.
static BY_NAME: LazyLock<Vec<&Municipality>> = LazyLock::new(|| {
    let mut all: Vec<_> = municipalities().iter().collect();
    all.sort_by_key(|municipality| municipality.name);
    all
});

/// Finds a municipality by its name as the database writes it, as those of towns (`Göteborgs Stad`), or in capitals; this is
/// asked for each row, so it has to be quick.
fn municipality_named(name: &str) -> Option<&'static str> {
    let known = |name: &str| {
        let at = BY_NAME.binary_search_by(|municipality| municipality.name.cmp(name)).ok()?;
        BY_NAME.get(at).map(|municipality| municipality.code)
    };
    let name = name.trim_end_matches('*').trim_end();
    let bare = [" kommun", " Kommun", " stad", " Stad"].iter().find_map(|end| name.strip_suffix(end));
    let found = match bare {
        // `Stockholms kommun` is of Stockholm, and Borås keeps its own s.
        Some(bare) => known(bare).or_else(|| known(bare.strip_suffix('s')?)),
        None => known(name),
    };
    let in_capitals = || {
        let is_capital = |c: char| c.is_uppercase() || matches!(c, ' ' | '-');
        let all = name.chars().count() > 2 && name.chars().all(is_capital);
        let is = |known: &&&Municipality| known.name.chars().flat_map(char::to_uppercase).eq(name.chars());
        BY_NAME.iter().filter(|_| all).find(is).map(|municipality| municipality.code)
    };
    found.or_else(in_capitals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_municipality() {
        let division = |cell| named(cell).map(|label| label.division);
        assert_eq!(division("Upplands Väsby (Bollstanäs)"), Some(Division::Regso));
        assert_eq!(division("Upplands Väsby"), Some(Division::Municipality));
        assert_eq!(division("Stockholms län"), Some(Division::County));
        assert_eq!(division("Riket"), Some(Division::Nation));
        assert_eq!(division("Storstad (Söder)"), None);
        assert_eq!(division("Källa:"), None);
        for name in ["Stockholms kommun", "Borås Stad", "Göteborgs stad", "MALMÖ", "Malmö*"] {
            assert_eq!(division(name), Some(Division::Municipality), "{name}");
        }
        assert_eq!(municipality_of_name("Upplands Väsby (Bollstanäs)"), Some("0114"));
    }
}
