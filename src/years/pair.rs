//! Which areas of two periods go with each other: by code or name, and by what a log of changed areas proves.

use std::collections::BTreeMap;

use super::log::{ChangeLog, Group, Kind};
use super::moment::Moment;
use crate::areas::{Area, Areas};
use crate::many::{Alike, same};

worded! {
    /// How an area of now goes with one of before.
    pub enum Match {
        /// The same code.
        Code = "code",
        /// The same name in the same municipality.
        Name = "name",
        /// The same code, and the log has no change of it.
        Unchanged = "unchanged",
        /// Another code or name; the log says that the area is the same.
        Renamed = "renamed",
        /// Areas that were divided or merged: their counts can be added up and then compared.
        AddedUp = "added-up",
        /// The log says that the boundary changed: not comparable.
        Boundary = "boundary",
        /// The log's word for the change proves nothing: not comparable.
        Unclear = "unclear",
        /// Before only.
        OnlyBefore = "only-before",
        /// Now only.
        OnlyNow = "only-now",
    }
}

/// Areas of two periods that go with each other, by their positions.
pub(super) struct Pair<'a> {
    pub(super) matched: Match,
    /// What the log says of them.
    pub(super) group: Option<&'a Group>,
    pub(super) before: Vec<usize>,
    pub(super) now: Vec<usize>,
}

impl Match {
    /// Tells whether the two sides are the same area, or the same areas added up.
    pub fn is_comparable(self) -> bool {
        match self {
            Self::Code | Self::Name | Self::Unchanged | Self::Renamed | Self::AddedUp => true,
            Self::Boundary | Self::Unclear | Self::OnlyBefore | Self::OnlyNow => false,
        }
    }

    /// Tells whether the log proves that the two sides are the same.
    pub(super) fn is_proven(self) -> bool {
        matches!(self, Self::Unchanged | Self::Renamed | Self::AddedUp)
    }
}

impl Pair<'_> {
    /// Returns its areas of both sides.
    pub(super) fn areas<'a>(&self, before: &'a Moment, now: &'a Moment) -> Vec<Area<'a>> {
        let of = |moment: &'a Moment, positions: &[usize]| -> Vec<Area<'a>> {
            positions.iter().filter_map(|at| moment.run.joined.areas.get(*at)).collect()
        };
        [of(before, &self.before), of(now, &self.now)].concat()
    }

    /// Tells whether all areas are there that the log says became each other.
    pub(super) fn is_complete(&self) -> bool {
        let all = |group: &Group| group.old.len() + group.new.len();
        self.group.is_none_or(|group| self.before.len() + self.now.len() == all(group))
    }
}

/// Finds which areas go with which, those of now in their order, then those of before only.
pub(super) fn pairs<'a>(before: &Moment, now: &Moment, log: Option<&'a ChangeLog>) -> Vec<Pair<'a>> {
    let (were, are) = (&before.run.joined.areas, &now.run.joined.areas);
    let (mut is_left, mut is_claimed) = (vec![true; were.len()], vec![false; are.len()]);
    let take = |list: &mut Vec<bool>, position: usize, value: bool| {
        if let Some(slot) = list.get_mut(position) {
            *slot = value;
        }
    };
    let mut by_log: BTreeMap<usize, Pair<'a>> = BTreeMap::new();
    if let Some(log) = log {
        let (was_at, is_at) = (positions(were), positions(are));
        // A log tells what became of earlier codes, whichever period a person calls the one before.
        let backwards = before.newest_year() > now.newest_year();
        for group in &log.groups {
            let (old, new) = if backwards { (&group.new, &group.old) } else { (&group.old, &group.new) };
            let was: Vec<usize> = old.iter().filter_map(|code| was_at.get(code).copied()).collect();
            let is: Vec<usize> = new.iter().filter_map(|code| is_at.get(code).copied()).collect();
            let (Some(first), false) = (is.first().copied(), was.is_empty()) else { continue };
            let pair = Pair { matched: matched(group), group: Some(group), before: was, now: is };
            for position in &pair.before {
                take(&mut is_left, *position, false);
            }
            for position in &pair.now {
                take(&mut is_claimed, *position, true);
            }
            by_log.insert(first, pair);
        }
    }
    let mut pairs = Vec::with_capacity(are.len());
    for (position, found) in same(were, are).into_iter().enumerate() {
        if is_claimed.get(position) == Some(&true) {
            pairs.extend(by_log.remove(&position));
            continue;
        }
        // What a group of the log has claimed is no other area's match.
        let found = found.filter(|(was, _)| is_left.get(*was) == Some(&true));
        let division = are.get(position).map(Area::division);
        let logged = log.zip(division).is_some_and(|(log, division)| log.is_about(division));
        let matched = match found {
            Some((_, Alike::Code)) if logged => Match::Unchanged,
            Some((_, Alike::Code)) => Match::Code,
            Some((_, Alike::Name)) => Match::Name,
            None => Match::OnlyNow,
        };
        let before: Vec<usize> = found.iter().map(|(was, _)| *was).collect();
        for position in &before {
            take(&mut is_left, *position, false);
        }
        pairs.push(Pair { matched, group: None, before, now: vec![position] });
    }
    let only = is_left.iter().enumerate().filter(|(_, left)| **left).map(|(position, _)| position);
    let only = only.map(|position| (Match::OnlyBefore, vec![position]));
    pairs.extend(only.map(|(matched, before)| Pair { matched, group: None, before, now: Vec::new() }));
    pairs
}

fn matched(group: &Group) -> Match {
    let one_to_one = group.old.len() == 1 && group.new.len() == 1;
    match group.kind {
        Kind::Unchanged => Match::Unchanged,
        Kind::Renamed => Match::Renamed,
        Kind::Whole if one_to_one => Match::Renamed,
        Kind::Whole => Match::AddedUp,
        Kind::Boundary => Match::Boundary,
        Kind::Unclear => Match::Unclear,
    }
}

/// Returns where each code's area stands; none of two years' divisions that stand side by side.
fn positions(areas: &Areas) -> BTreeMap<String, usize> {
    let (mut all, mut twice) = (BTreeMap::new(), Vec::new());
    for area in areas.iter() {
        let Some(code) = area.bare_code() else { continue };
        if all.insert(code.clone(), area.position()).is_some() {
            twice.push(code);
        }
    }
    for code in twice {
        all.remove(&code);
    }
    all
}
