//! How many of each municipality's areas are past the thresholds, beside the memo's list.

use std::collections::BTreeMap;

use serde::Serialize;

use super::chosen::Chosen;
use super::run::Run;
use crate::assess::Verdict;
use crate::memo;

/// A municipality's areas by verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct MunicipalityCount {
    /// Four digits; null for areas whose municipality is not known.
    pub code: Option<String>,
    /// The name, where it is a municipality of today.
    pub name: Option<String>,
    /// Whether the memo lists it.
    pub designated: Option<bool>,
    /// All its areas.
    pub areas: u64,
    /// Those that meet.
    pub meets: u64,
    /// Those that don't.
    pub does_not_meet: u64,
    /// Those that the figures don't decide.
    pub undetermined: u64,
}

/// How many municipalities are on the memo's list or not, with some area that meets or none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FourCells {
    /// On the list, with some area that meets.
    pub listed_with: u64,
    /// On the list, without any.
    pub listed_without: u64,
    /// Not on the list, with some area that meets.
    pub unlisted_with: u64,
    /// Not on the list, without any.
    pub unlisted_without: u64,
}

/// Counts the chosen areas of each municipality that has some, in Swedish order of the names; areas of no known municipality come last.
pub fn municipalities(run: &Run, chosen: &Chosen) -> (Vec<MunicipalityCount>, FourCells) {
    let mut counts: BTreeMap<Option<String>, MunicipalityCount> = BTreeMap::new();
    for (position, area) in run.joined.areas.iter().enumerate().filter(|(position, _)| chosen.has(*position))
    {
        let code = area.municipality();
        let count = counts.entry(code).or_insert_with_key(|code| {
            let known = code.as_deref().and_then(memo::by_code);
            MunicipalityCount {
                code: code.clone(),
                name: known.map(|known| known.name.to_owned()),
                designated: known.map(|known| known.designated),
                areas: 0,
                meets: 0,
                does_not_meet: 0,
                undetermined: 0,
            }
        });
        count.areas += 1;
        match run.verdict(position) {
            Verdict::Meets => count.meets += 1,
            Verdict::DoesNotMeet => count.does_not_meet += 1,
            Verdict::Undetermined => count.undetermined += 1,
        }
    }
    let mut list: Vec<MunicipalityCount> = counts.into_values().collect();
    list.sort_by(|a, b| match (&a.name, &b.name) {
        (Some(a), Some(b)) => memo::compare_names(a, b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    let mut cells = FourCells::default();
    for count in &list {
        match (count.designated, count.meets > 0) {
            (Some(true), true) => cells.listed_with += 1,
            (Some(true), false) => cells.listed_without += 1,
            (Some(false), true) => cells.unlisted_with += 1,
            (Some(false), false) => cells.unlisted_without += 1,
            (None, _) => {}
        }
    }
    (list, cells)
}
