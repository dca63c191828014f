//! Areas put together to larger ones by a key: their counts and totals are added up, percentages never. What lies in
//! several by weights is split into whole persons, and stated as bounds.

use std::collections::{BTreeMap, BTreeSet};

use super::{Area, Areas};
use crate::areas::code::key::Key;
use crate::areas::code::portion::Portion;
use crate::areas::code::{Division, Label};
use crate::figure::{Bounds, Figure};

/// What came of putting areas together.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Together {
    /// Areas that were put together.
    pub(in crate::areas) parts: u64,
    /// Those of them that lie in several.
    pub(in crate::areas) shared: u64,
    /// The codes of what they became.
    pub(in crate::areas) wholes: BTreeSet<String>,
    /// Areas that lack a figure because a part has it as a percentage.
    pub(in crate::areas) percentages: u64,
    /// Areas that lack a figure because a part lacks it.
    pub(in crate::areas) incomplete: u64,
    /// Areas that lack a figure because their parts have it by two years' divisions.
    pub(in crate::areas) two_divisions: u64,
    /// Areas that the key does not have.
    pub(in crate::areas) not_in_key: u64,
}

/// Why a whole has no figure.
enum Lacks {
    /// No part has one.
    Nothing,
    /// A part has a percentage.
    Percentage,
    /// A part has none, or the sum is beyond what can be computed with.
    Part,
    /// The parts have it by two years' divisions, of which one code is not one area.
    TwoDivisions,
}

/// Counts the areas with counts that a key could put together, and what they would become.
pub(in crate::areas) fn could_become(areas: &Areas, key: &Key) -> (u64, BTreeSet<String>) {
    let counted = |area: &Area<'_>| {
        let mut figures = (0..areas.criteria()).filter_map(|criterion| area.figure(criterion));
        figures.any(|figure| !matches!(figure, Figure::Percent(_)))
    };
    let mut wholes = BTreeSet::new();
    let mut parts = 0;
    for area in areas.iter().filter(|area| area.division() == Division::Deso).filter(counted) {
        let Some(code) = area.bare_code() else { continue };
        let before = wholes.len();
        wholes.extend(key.wholes(&code).map(str::to_owned));
        parts += u64::from(wholes.len() > before || key.wholes(&code).next().is_some());
    }
    (parts, wholes)
}

/// Puts the areas of one table together; what is no part, or not in the key, stays as it is.
///
/// A whole has a figure only where each of its parts in the key has a count and a total, or a plain count, and all of them by
/// one year's division.
pub(in crate::areas) fn together(areas: Areas, key: &Key, slots: &[usize], tally: &mut Together) -> Areas {
    let is_part = |area: &Area<'_>| key.divides(area.division());
    let mut found: BTreeMap<String, Vec<Area<'_>>> = BTreeMap::new();
    for area in areas.iter().filter(is_part) {
        if let Some(code) = area.bare_code() {
            found.entry(code).or_default().push(area);
        }
    }
    if found.keys().all(|code| key.wholes(code).next().is_none()) {
        return areas;
    }
    let mut put = areas.alike();
    let mixed = areas.kinds().iter().any(|kind| kind.vintage.is_some());
    let mut done = BTreeSet::new();
    for area in areas.iter() {
        let code = area.bare_code();
        let wholes =
            || code.as_deref().filter(|_| is_part(&area)).into_iter().flat_map(|code| key.wholes(code));
        if wholes().next().is_none() {
            tally.not_in_key += u64::from(is_part(&area));
            put.merge(area, code.as_deref(), mixed, 0, &mut |_, _| false, &mut |_, _| ());
            continue;
        }
        let same = code.as_ref().and_then(|code| found.get(code)?.first());
        if same.is_some_and(|first| first.position() == area.position()) {
            tally.parts += 1;
            tally.shared += u64::from(wholes().nth(1).is_some());
        }
        for whole in wholes() {
            if !done.insert(whole) {
                continue;
            }
            tally.wholes.insert(whole.to_owned());
            let name = key.name(whole).unwrap_or_default();
            let label = Label { code: whole, lost: 0, division: division_of(whole), vintage: 0, name };
            let table = u16::try_from(area.table()).unwrap_or(u16::MAX);
            let (at, _) = put.find_or_add(&label, area.line(), table);
            let (mut percentage, mut incomplete, mut two_divisions) = (false, false, false);
            for slot in slots {
                match of_one_division(&found, key.parts(whole), *slot).and_then(sum) {
                    Ok(figure) => put.set(at, *slot, Some(figure)),
                    Err(Lacks::Nothing) => {}
                    Err(Lacks::Percentage) => percentage = true,
                    Err(Lacks::Part) => incomplete = true,
                    Err(Lacks::TwoDivisions) => two_divisions = true,
                }
            }
            tally.percentages += u64::from(percentage);
            tally.incomplete += u64::from(incomplete);
            tally.two_divisions += u64::from(two_divisions);
        }
    }
    put
}

/// Returns the division of a whole, by the shape of its code.
fn division_of(whole: &str) -> Division {
    if whole.as_bytes().get(4) == Some(&b'R') { Division::Regso } else { Division::Deso }
}

/// Returns the figures of the parts of a whole in a slot, each with its portion; where areas of two years' divisions have them,
/// which of them are meant can't be told.
fn of_one_division<'a>(
    found: &BTreeMap<String, Vec<Area<'_>>>,
    parts: impl Iterator<Item = (&'a str, Portion)>,
    slot: usize,
) -> Result<Vec<(Option<Figure>, Portion)>, Lacks> {
    let mut vintages = BTreeSet::new();
    let mut figures = Vec::new();
    for (part, portion) in parts {
        let mut figure = None;
        for area in found.get(part).into_iter().flatten() {
            if let Some(own) = area.figure(slot) {
                vintages.insert(area.vintage());
                figure = Some(own);
            }
        }
        figures.push((figure, portion));
    }
    if vintages.len() > 1 { Err(Lacks::TwoDivisions) } else { Ok(figures) }
}

/// Adds up portions of figures of one kind; one that is missing makes the sum missing.
fn sum(figures: Vec<(Option<Figure>, Portion)>) -> Result<Figure, Lacks> {
    let (mut any, mut lacks, mut plain) = (false, false, false);
    let (mut count, mut total) = (Bounds::only(0), Bounds::only(0));
    for (figure, portion) in figures {
        any |= figure.is_some();
        let Some(figure) = figure else {
            lacks = true;
            continue;
        };
        let (own, of) = figure.counts().ok_or(Lacks::Percentage)?;
        let portions = portion.of(own).zip(portion.of(of.unwrap_or(Bounds::only(0))));
        lacks |= portions.is_none();
        plain |= of.is_none();
        if let Some((own, of)) = portions {
            (count, total) = (count.plus(own), total.plus(of));
        }
    }
    match (any, lacks, plain) {
        (false, _, _) => Err(Lacks::Nothing),
        (true, true, _) => Err(Lacks::Part),
        (true, false, true) => Figure::amount_within(count).map_err(|_| Lacks::Part),
        (true, false, false) => Figure::share_within(count, total).map_err(|_| Lacks::Part),
    }
}
