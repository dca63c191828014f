//! The same areas in two loads: by code, else by municipality and name.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::areas::{Area, Areas};

/// By what two areas are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Alike {
    /// They have the same code.
    Code,
    /// They have the same name in the same municipality, and one of them has no code.
    Name,
}

/// Finds for each area of now the one that it was before. No two areas have been the same one, and what several areas
/// share, such as a name within a municipality, tells nothing.
pub fn same(before: &Areas, now: &Areas) -> Vec<Option<(usize, Alike)>> {
    let mut pairs = Pairs { before, now, taken: vec![false; before.len()], found: vec![None; now.len()] };
    // As it is shown, a code tells the year of its division where those of several stand side by side.
    pairs.by(Alike::Code, |area: &Area<'_>| area.code());
    pairs.by(Alike::Code, |area: &Area<'_>| area.bare_code());
    pairs.by(Alike::Name, |area: &Area<'_>| area.name_within());
    pairs.found
}

struct Pairs<'a> {
    before: &'a Areas,
    now: &'a Areas,
    taken: Vec<bool>,
    found: Vec<Option<(usize, Alike)>>,
}

impl Pairs<'_> {
    /// Pairs what is left by what each area alone has on its side.
    fn by<K: Ord>(&mut self, alike: Alike, key: impl Fn(&Area<'_>) -> Option<K>) {
        let unique = |areas: &Areas| {
            let mut known: BTreeMap<K, Option<usize>> = BTreeMap::new();
            for area in areas.iter() {
                if let Some(key) = key(&area) {
                    known.entry(key).and_modify(|one| *one = None).or_insert(Some(area.position()));
                }
            }
            known
        };
        if self.found.iter().all(Option::is_some) {
            return;
        }
        let (were, are) = (unique(self.before), unique(self.now));
        let has_code = |area: Area<'_>| area.bare_code().is_some();
        for (key, position) in are {
            let was = were.get(&key).copied().flatten();
            let (Some(position), Some(was)) = (position, was) else { continue };
            let both =
                || self.before.get(was).is_some_and(has_code) && self.now.get(position).is_some_and(has_code);
            if alike == Alike::Name && both() {
                continue;
            }
            let slots = (self.found.get_mut(position), self.taken.get_mut(was));
            if let (Some(slot @ None), Some(taken @ false)) = slots {
                *slot = Some((was, alike));
                *taken = true;
            }
        }
    }
}
