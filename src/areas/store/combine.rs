//! Areas of one collection put into another: their figures, or the bases that counts wait for.

use std::collections::BTreeMap;

use super::{Area, Areas, KindCount, NO_NAME};
use crate::areas::code::Label;
use crate::error::{Error, Problem};
use crate::figure::{Bounds, Figure};

impl Areas {
    /// Copies an area from another collection under a code, or its figures where the area is here; areas are told apart
    /// by vintage if `keep_vintage`. Figures for which `except` answers yes are left out, and
    /// `clash` is called for one that is in both.
    pub(in crate::areas) fn merge(
        &mut self,
        area: Area<'_>,
        code: Option<&str>,
        keep_vintage: bool,
        tables: u16,
        except: &mut dyn FnMut(usize, usize) -> bool,
        clash: &mut dyn FnMut(usize, usize),
    ) {
        let at = self.place(area, code, keep_vintage, tables);
        for criterion in 0..self.figures.len() {
            let Some(figure) = area.figure(criterion).filter(|_| !except(at, criterion)) else { continue };
            if self.figures.get(criterion).is_some_and(|figures| figures.is_missing(at)) {
                self.set(at, criterion, Some(figure));
            } else if criterion < self.criteria() {
                clash(at, criterion);
            }
        }
    }

    /// Finds the area that another collection has, or adds it under a code, without its figures.
    pub(in crate::areas) fn place(
        &mut self,
        area: Area<'_>,
        code: Option<&str>,
        keep_vintage: bool,
        tables: u16,
    ) -> usize {
        let from = area.areas;
        let (line, origin) = (area.line(), from.origin(area.at));
        let vintage = if keep_vintage { area.vintage().unwrap_or(0) } else { 0 };
        let label = Label {
            code: code.unwrap_or_default(),
            lost: 0,
            division: area.division(),
            vintage,
            name: area.name().unwrap_or_default(),
        };
        let (at, new) = self.find_or_add(&label, line, origin.table.saturating_add(tables));
        if !new && self.names.get(at) == Some(NO_NAME) && !label.name.is_empty() {
            let position = self.texts.push(label.name).unwrap_or(NO_NAME);
            if let Some(slot) = self.names.get_mut(at) {
                *slot = position;
            }
        }
        at
    }

    /// Gives areas that are here the base that another collection has for a criterion in a slot, and makes figures of the counts that
    /// wait for it; returns how many, and those whose count is above the base.
    pub(in crate::areas) fn lend(
        &mut self,
        bases: &Self,
        criterion: usize,
        base: usize,
    ) -> (u64, Vec<(usize, Problem)>) {
        let count = Self::counts(self.criteria(), criterion);
        let totals = bases.totals(base);
        let (mut made, mut wrong) = (0, Vec::new());
        for at in 0..self.len() {
            if self.figures.get(criterion).is_some_and(|figures| !figures.is_missing(at)) {
                continue;
            }
            match self.share_of(at, count, &totals) {
                Some(Ok(figure)) => {
                    self.set(at, criterion, Some(figure));
                    made += 1;
                }
                Some(Err(error)) => wrong.push((at, error.problem)),
                None => {}
            }
        }
        (made, wrong)
    }

    /// Makes figures of the counts in a slot over the bases that another collection has in one; by the positions here.
    pub(in crate::areas) fn over(&self, count: usize, bases: &Self, base: usize) -> Vec<(usize, Figure)> {
        let totals = bases.totals(base);
        let made = |at| Some((at, self.share_of(at, count, &totals)?.ok()?));
        (0..self.len()).filter_map(made).collect()
    }

    fn share_of(
        &self,
        at: usize,
        count: usize,
        totals: &BTreeMap<String, Option<Bounds>>,
    ) -> Option<Result<Figure, Error>> {
        let area = self.get(at)?;
        let (counted, None) = area.figure(count)?.counts()? else { return None };
        let total = totals.get(&known_by(area)?).copied().flatten()?;
        Some(Figure::share_within(counted, total))
    }

    /// Returns the plain counts in a slot by code, else by name; none where areas of two years' divisions have different ones.
    fn totals(&self, slot: usize) -> BTreeMap<String, Option<Bounds>> {
        let mut totals: BTreeMap<String, Option<Bounds>> = BTreeMap::new();
        for area in self.iter() {
            let total = area.figure(slot).and_then(|figure| figure.counts());
            if let (Some(known), Some((total, None))) = (known_by(area), total) {
                let same = totals.entry(known).or_insert(Some(total));
                *same = same.filter(|same| *same == total);
            }
        }
        totals
    }

    /// Keeps only the areas of kinds for which `keep` answers yes.
    #[must_use]
    pub(in crate::areas) fn filtered(self, kinds: &[KindCount], keep: impl Fn(&KindCount) -> bool) -> Self {
        if kinds.iter().all(&keep) { self } else { self.picked(kinds, keep) }
    }

    /// Returns the areas of kinds for which `keep` answers yes.
    pub(in crate::areas) fn picked(&self, kinds: &[KindCount], keep: impl Fn(&KindCount) -> bool) -> Self {
        let kept: Vec<_> =
            kinds.iter().filter(|kind| keep(kind)).map(|kind| (kind.division, kind.vintage)).collect();
        let mut areas = self.alike();
        if kept.is_empty() {
            return areas;
        }
        for area in self.iter().filter(|area| kept.contains(&(area.division(), area.vintage()))) {
            areas.merge(area, area.bare_code().as_deref(), true, 0, &mut |_, _| false, &mut |_, _| ());
        }
        areas
    }
}

/// Returns what an area is found by in another collection.
fn known_by(area: Area<'_>) -> Option<String> {
    area.bare_code().or_else(|| area.name().map(str::to_owned))
}
