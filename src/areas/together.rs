//! `DeSO` areas put together to `RegSO` areas by a key file: their counts and totals are added up, percentages never.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{Division, Label};
use super::key::Key;
use super::store::{Area, Areas};
use crate::figure::{Bounds, Figure};

/// What came of putting areas together.
#[derive(Debug, Clone, Default)]
pub(super) struct Together {
    /// Areas that were put together.
    pub(super) parts: u64,
    /// The codes of what they became.
    pub(super) wholes: BTreeSet<String>,
    /// Areas that lack a figure because a part has it as a percentage.
    pub(super) percentages: u64,
    /// Areas that lack a figure because a part lacks it.
    pub(super) incomplete: u64,
    /// Areas that the key does not have.
    pub(super) not_in_key: u64,
}

/// Why a whole has no figure.
enum Lacks {
    /// No part has one.
    Nothing,
    /// A part has a percentage.
    Percentage,
    /// A part has none, or the sum is beyond what can be computed with.
    Part,
}

/// Counts the areas with counts that a key could put together, and what they would become.
pub(super) fn could_become(areas: &Areas, key: &Key) -> (u64, BTreeSet<String>) {
    let counted = |area: &Area<'_>| {
        let mut figures = (0..areas.criteria()).filter_map(|criterion| area.figure(criterion));
        figures.any(|figure| !matches!(figure, Figure::Percent(_)))
    };
    let mut wholes = BTreeSet::new();
    let mut parts = 0;
    for area in areas.iter().filter(|area| area.division() == Division::Deso).filter(counted) {
        if let Some(whole) = area.bare_code().and_then(|code| key.whole(&code).map(str::to_owned)) {
            parts += 1;
            wholes.insert(whole);
        }
    }
    (parts, wholes)
}

/// Puts the areas of one table together; what is no `DeSO` area, or not in the key, stays as it is.
///
/// A whole has a figure only where each of its parts in the key has a count and a total, or a plain count.
pub(super) fn together(areas: Areas, key: &Key, tally: &mut Together) -> Areas {
    let is_part = |area: &Area<'_>| area.division() == Division::Deso;
    let mut found: BTreeMap<String, Area<'_>> = BTreeMap::new();
    let mut by_whole: BTreeMap<&str, Area<'_>> = BTreeMap::new();
    for area in areas.iter().filter(is_part) {
        let Some(code) = area.bare_code() else { continue };
        if let Some(whole) = key.whole(&code) {
            by_whole.entry(whole).or_insert(area);
        }
        found.insert(code, area);
    }
    if by_whole.is_empty() {
        return areas;
    }
    let mut put = Areas::new(areas.criteria());
    let mut done = BTreeSet::new();
    for area in areas.iter() {
        let code = area.bare_code();
        let whole = code.as_deref().filter(|_| is_part(&area)).map(|code| key.whole(code));
        let Some(Some(whole)) = whole else {
            tally.not_in_key += u64::from(whole.is_some());
            put.merge(area, code.as_deref(), false, 0, &mut |_, _| false, &mut |_, _| ());
            continue;
        };
        tally.parts += 1;
        if !done.insert(whole) {
            continue;
        }
        tally.wholes.insert(whole.to_owned());
        let name = key.name(whole).unwrap_or_default();
        let label = Label { code: whole, lost: 0, division: Division::Regso, vintage: 0, name };
        let (at, _) = put.find_or_add(&label, area.line(), u16::try_from(area.table()).unwrap_or(u16::MAX));
        let (mut percentage, mut incomplete) = (false, false);
        for criterion in 0..areas.criteria() {
            let figures =
                key.parts(whole).map(|part| found.get(part).and_then(|area| area.figure(criterion)));
            match sum(figures) {
                Ok(figure) => put.set(at, criterion, Some(figure)),
                Err(Lacks::Nothing) => {}
                Err(Lacks::Percentage) => percentage = true,
                Err(Lacks::Part) => incomplete = true,
            }
        }
        tally.percentages += u64::from(percentage);
        tally.incomplete += u64::from(incomplete);
    }
    put
}

/// Adds up figures of one kind; one that is missing makes the sum missing.
fn sum(figures: impl Iterator<Item = Option<Figure>>) -> Result<Figure, Lacks> {
    let (mut any, mut lacks, mut plain) = (false, false, false);
    let (mut count, mut total) = (Bounds::only(0), Bounds::only(0));
    for figure in figures {
        any |= figure.is_some();
        match figure.map(|figure| figure.counts()) {
            None => lacks = true,
            Some(None) => return Err(Lacks::Percentage),
            Some(Some((own, of))) => {
                count = count.plus(own);
                plain |= of.is_none();
                total = of.map_or(total, |of| total.plus(of));
            }
        }
    }
    match (any, lacks, plain) {
        (false, _, _) => Err(Lacks::Nothing),
        (true, true, _) => Err(Lacks::Part),
        (true, false, true) => Figure::amount_within(count).map_err(|_| Lacks::Part),
        (true, false, false) => Figure::share_within(count, total).map_err(|_| Lacks::Part),
    }
}
