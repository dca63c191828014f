//! Areas with their figures, as columns: about sixty bytes an area with four figures.

mod area;
mod block;
mod column;
mod combine;
mod figures;
mod index;
mod runs;
#[cfg(test)]
mod tests;
pub(super) mod together;

use std::cmp::Ordering;
use std::collections::BTreeMap;

pub use self::area::Area;
pub(super) use self::block::{Block, Kind};
pub(super) use self::column::Column;
use self::column::Texts;
pub(super) use self::figures::Figures;
use self::index::Index;
use self::runs::Runs;
use crate::areas::code::{Division, Label, pack};
use crate::figure::{Against, Figure};

/// Columns of figures for each criterion: the figure, a count that waits for its base, and a base.
const SLOTS: usize = 2 + Areas::AGES;
/// Codes that can't be packed have this bit, and their number among the others below it.
const OTHER: u64 = 1 << 63;
/// A name is this where there is none.
const NO_NAME: u32 = u32::MAX;

/// Areas, each with a figure or none for each criterion of the set, in the order of their first appearance.
#[derive(Debug, Clone, Default)]
pub struct Areas {
    /// Packed codes, or numbers of other codes and names.
    keys: Column<u64>,
    /// Codes that can't be packed, and names of areas without a code.
    others: Vec<Other>,
    other_numbers: BTreeMap<Other, u64>,
    /// The position of the name.
    names: Column<u32>,
    texts: Texts,
    /// Physical line of the first record.
    lines: Runs,
    /// Number of the table, division, and number of the vintage, as [`Origin`] packs them.
    origins: Runs,
    /// Years of division that occur; the first is 0, for codes without one.
    vintages: Vec<u16>,
    figures: Vec<Figures>,
    /// How many criteria each area has a figure for, or none.
    criteria: usize,
    index: Index,
}

/// Where an area is from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Origin {
    table: u16,
    division: u8,
    vintage: u8,
}

impl Origin {
    fn packed(self) -> u32 {
        u32::from(self.table) << 16 | u32::from(self.division) << 8 | u32::from(self.vintage)
    }

    fn unpacked(packed: u32) -> Self {
        let [vintage, division, low, high] = packed.to_le_bytes();
        Self { table: u16::from_le_bytes([low, high]), division, vintage }
    }
}

/// What an area without a packed code is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Other {
    Code(String),
    Name(String),
}

impl Areas {
    /// Makes an empty collection for a set of as many criteria.
    pub fn new(criteria: usize) -> Self {
        let figures = vec![Figures::default(); SLOTS * criteria];
        Self { vintages: vec![0], figures, criteria, ..Self::default() }
    }

    /// Makes an empty collection with the same columns of figures.
    pub(super) fn alike(&self) -> Self {
        let mut alike = Self::new(self.criteria);
        alike.figures.resize_with(self.figures.len(), Figures::default);
        alike
    }

    /// Returns the columns of figures that belong to the criteria; those behind are of other periods.
    pub(super) fn own_slots(&self) -> usize {
        SLOTS * self.criteria
    }

    /// Adds a column of figures behind the others, and returns its position.
    pub(super) fn add_slot(&mut self) -> usize {
        self.figures.push(Figures::default());
        self.figures.len() - 1
    }

    /// Forgets the figures of other periods.
    #[must_use]
    pub(super) fn own(mut self) -> Self {
        self.figures.truncate(self.own_slots());
        self
    }

    /// As many bases of different ages a table lends at most.
    pub(super) const AGES: usize = 3;

    /// Returns the slot of counts of a criterion that have no base in their table.
    pub(super) fn counts(criteria: usize, criterion: usize) -> usize {
        criteria + criterion
    }

    /// Returns the slot of a base that a table without measures has for a criterion: the first, or one of other ages.
    pub(super) fn bases(criteria: usize, criterion: usize, nth: usize) -> usize {
        (2 + nth) * criteria + criterion
    }

    /// Returns how many areas there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Tells whether there is no area.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns how many criteria each area has a figure for, or none.
    pub fn criteria(&self) -> usize {
        self.criteria
    }

    /// Returns an area by its position.
    pub fn get(&self, at: usize) -> Option<Area<'_>> {
        (at < self.len()).then_some(Area { areas: self, at })
    }

    /// Returns all areas in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Area<'_>> {
        (0..self.len()).map(|at| Area { areas: self, at })
    }

    /// Tells whether areas are known by name only.
    pub(super) fn has_names_only(&self) -> bool {
        self.others.iter().any(|other| matches!(other, Other::Name(_)))
    }

    /// Forgets the years of division, for areas that are all of one, so that their codes are shown bare.
    #[must_use]
    pub(super) fn of_one_vintage(mut self) -> Self {
        self.vintages.fill(0);
        self
    }

    /// Finds the area that a label is about, or adds it; the second value tells whether it is new.
    #[inline]
    pub(super) fn find_or_add(&mut self, label: &Label<'_>, line: u64, table: u16) -> (usize, bool) {
        let vintage = self.vintage(label.vintage);
        let key = match pack(label.lost, label.code) {
            Some(key) => key,
            None => self.other(if label.code.is_empty() {
                Other::Name(label.name.to_owned())
            } else {
                Other::Code(format!("{}{}", "0".repeat(label.lost.into()), label.code))
            }),
        };
        if let Some(at) = self.find(key, vintage) {
            return (at, false);
        }
        let origin = Origin { table, division: label.division.index(), vintage };
        (self.add(key, label.name, line, origin), true)
    }

    fn add(&mut self, key: u64, name: &str, line: u64, origin: Origin) -> usize {
        let at = self.len();
        self.keys.push(key);
        let name = if name.is_empty() { None } else { self.texts.push(name) };
        self.names.push(name.unwrap_or(NO_NAME));
        self.lines.push(u32::try_from(line).unwrap_or(u32::MAX));
        self.origins.push(origin.packed());
        self.index.added(&self.keys, key, origin.vintage);
        at
    }

    /// Adds the areas of a first table's block, from one on, until one is known already or there would be more than `most`;
    /// returns how many it added.
    pub(super) fn append(&mut self, block: &Block, from: usize, most: usize) -> usize {
        let first = self.len();
        let to = block.len().min(from.saturating_add(most.saturating_sub(first)));
        let keys = block.keys.get(from..to).unwrap_or_default();
        let count = if block.ascending && keys.first().is_some_and(|key| self.index.is_before(*key)) {
            self.keys.extend(keys);
            for (kind, count) in block.kinds(from..to) {
                let origin = self.origin_of(kind);
                self.origins.extend(origin.packed(), 0, crate::table::narrow(count));
                self.index.extended(keys.last().map(|key| (*key, origin.vintage)));
            }
            keys.len()
        } else {
            let kinds = block.kinds(from..to).flat_map(|(kind, count)| std::iter::repeat_n(kind, count));
            keys.iter().zip(kinds).take_while(|(key, kind)| self.add_key(**key, *kind)).count()
        };
        let to = from + count;
        let start = from.checked_sub(1).and_then(|at| block.name_ends.get(at)).copied().unwrap_or(0);
        let names = &mut self.names;
        self.texts.extend(&block.names, start, block.name_ends.get(from..to).unwrap_or_default(), |at| {
            names.push(at.unwrap_or(NO_NAME));
        });
        let line = block.line + crate::table::wide(from);
        self.lines.extend(u32::try_from(line).unwrap_or(u32::MAX), 1, crate::table::narrow(count));
        for (criterion, packed) in &block.figures {
            if let Some(figures) = self.figures.get_mut(*criterion) {
                figures.extend(first, packed.get(from..to).unwrap_or_default());
            }
        }
        count
    }

    /// Adds the key of an area that is not known yet; the rest of it is for the caller to add.
    fn add_key(&mut self, key: u64, kind: Kind) -> bool {
        let origin = self.origin_of(kind);
        if self.find(key, origin.vintage).is_some() {
            return false;
        }
        self.keys.push(key);
        self.origins.push(origin.packed());
        self.index.added(&self.keys, key, origin.vintage);
        true
    }

    fn origin_of(&mut self, kind: Kind) -> Origin {
        Origin { table: 0, division: kind.division.index(), vintage: self.vintage(kind.vintage) }
    }

    /// Finds an area by its key.
    #[inline]
    fn find(&mut self, key: u64, vintage: u8) -> Option<usize> {
        let origins = &self.origins;
        let vintage_of = |at| origins.get(at).map(Origin::unpacked).unwrap_or_default().vintage;
        self.index.find(&self.keys, (key, vintage), vintage_of)
    }

    fn origin(&self, at: usize) -> Origin {
        self.origins.get(at).map(Origin::unpacked).unwrap_or_default()
    }

    fn other(&mut self, other: Other) -> u64 {
        if let Some(number) = self.other_numbers.get(&other) {
            return OTHER | number;
        }
        let number = crate::table::wide(self.others.len());
        self.others.push(other.clone());
        self.other_numbers.insert(other, number);
        OTHER | number
    }

    #[inline]
    fn vintage(&mut self, year: u16) -> u8 {
        if year == 0 {
            return 0;
        }
        let at = self.vintages.iter().position(|known| *known == year).unwrap_or_else(|| {
            self.vintages.push(year);
            self.vintages.len() - 1
        });
        // 255 vintages would be a file made to break this; the last ones share a number.
        u8::try_from(at).unwrap_or(u8::MAX)
    }

    /// Returns how many areas have a figure for the criterion at that position in the set.
    pub(super) fn count(&self, criterion: usize) -> usize {
        self.figures.get(criterion).map_or(0, Figures::count)
    }

    /// Compares all figures for the criterion at that position in the set with a number, and puts what `of` makes of each
    /// answer behind `to`, for each area in order; the answer is `None` where the figure is missing.
    pub(crate) fn compare<T: Clone>(
        &self,
        criterion: usize,
        against: &Against,
        of: impl Fn(Option<Ordering>) -> T,
        to: &mut Vec<T>,
    ) {
        let all = to.len() + self.len();
        if let Some(figures) = self.figures.get(criterion) {
            figures.compare(against, &of, to);
        }
        to.resize(all, of(None));
    }

    /// Forgets all figures for the criterion at that position in the set.
    pub(super) fn forget(&mut self, criterion: usize) {
        if let Some(figures) = self.figures.get_mut(criterion) {
            *figures = Figures::default();
        }
    }

    /// Sets an area's figure.
    #[inline]
    pub(super) fn set(&mut self, at: usize, criterion: usize, figure: Option<Figure>) {
        if let Some(figures) = self.figures.get_mut(criterion) {
            figures.set(at, figure);
        }
    }

    /// Counts the areas of each kind, in order of appearance.
    pub(super) fn kinds(&self) -> Vec<KindCount> {
        self.kinds_by(&(0..self.own_slots()).collect::<Vec<_>>())
    }

    /// Counts the areas of each kind as [`kinds`](Self::kinds) does, by the figures of some columns.
    pub(super) fn kinds_by(&self, slots: &[usize]) -> Vec<KindCount> {
        let figures = || slots.iter().filter_map(|slot| self.figures.get(*slot));
        let complete = figures().any(|figures| figures.count() == self.len());
        let has_figure = |at: usize| figures().any(|figures| !figures.is_missing(at));
        let mut found: Vec<KindCount> = Vec::new();
        for (_, positions) in self.origins.iter() {
            let areas = crate::table::wide(positions.len());
            let first = Area { areas: self, at: positions.start };
            let (division, vintage) = (first.division(), first.vintage());
            let with_figures = if complete {
                areas
            } else {
                crate::table::wide(positions.filter(|at| has_figure(*at)).count())
            };
            match found.iter_mut().find(|kind| (kind.division, kind.vintage) == (division, vintage)) {
                Some(kind) => {
                    kind.areas += areas;
                    kind.with_figures += with_figures;
                }
                None => found.push(KindCount { division, vintage, areas, with_figures }),
            }
        }
        found
    }
}

/// How many areas there are of a division and its year.
#[derive(Debug, Clone, Copy)]
pub(super) struct KindCount {
    pub(super) division: Division,
    pub(super) vintage: Option<u16>,
    pub(super) areas: u64,
    pub(super) with_figures: u64,
}
