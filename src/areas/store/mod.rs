//! Areas with their figures, as columns: about sixty bytes an area with four figures.

mod block;
mod column;
mod figures;
mod runs;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use hashbrown::HashTable;

pub(super) use self::block::{Block, Kind};
pub(super) use self::column::Column;
use self::column::Texts;
pub(super) use self::figures::Figures;
use self::runs::Runs;
use super::code::{Division, Label, municipality_of_name, pack, unpack, with_vintage};
use crate::error::Problem;
use crate::figure::{Against, Figure, Share, Stated};

/// Columns of figures for each criterion: the figure, a count that waits for its base, and a base.
const SLOTS: usize = 3;
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

/// Finds areas by their keys: a comparison while keys arrive in ascending order, which they mostly do, and a hash table
/// from the first that doesn't.
#[derive(Debug, Clone, Default)]
struct Index {
    last: Option<(u64, u8)>,
    table: Option<HashTable<u32>>,
}

/// One area.
#[derive(Debug, Clone, Copy)]
pub struct Area<'a> {
    areas: &'a Areas,
    at: usize,
}

impl Areas {
    /// Makes an empty collection for a set of as many criteria.
    pub fn new(criteria: usize) -> Self {
        let figures = vec![Figures::default(); SLOTS * criteria];
        Self { vintages: vec![0], figures, ..Self::default() }
    }

    /// Returns the slot of counts of a criterion that have no base in their table.
    pub(super) fn counts(criteria: usize, criterion: usize) -> usize {
        criteria + criterion
    }

    /// Returns the slot of the base that a table without measures has for a criterion.
    pub(super) fn bases(criteria: usize, criterion: usize) -> usize {
        2 * criteria + criterion
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
        self.figures.len() / SLOTS
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
        let ahead = keys.first().is_some_and(|key| self.index.last.is_none_or(|(last, _)| last < *key));
        let count = if block.ascending && ahead && self.index.table.is_none() {
            self.keys.extend(keys);
            for (kind, count) in block.kinds(from..to) {
                let origin = self.origin_of(kind);
                self.origins.extend(origin.packed(), 0, crate::table::narrow(count));
                self.index.last = keys.last().map(|key| (*key, origin.vintage));
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
        if let Some(last) = self.index.last {
            if last == (key, vintage) && self.index.table.is_none() {
                return self.len().checked_sub(1);
            }
        } else {
            return None;
        }
        if self.index.table.is_none() {
            if self.index.last < Some((key, vintage)) {
                return None;
            }
            self.index.build(&self.keys);
        }
        let same = |at: &u32| {
            let at = usize::try_from(*at).unwrap_or(usize::MAX);
            self.keys.get(at) == Some(key) && self.origin(at).vintage == vintage
        };
        let found = self.index.table.as_ref()?.find(hash(key), same)?;
        usize::try_from(*found).ok()
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

    /// Copies an area from another collection under a code, or its figures where the area is here; areas are told apart
    /// by vintage if `keep_vintage`. Calls `clash` for a figure that is in both.
    pub(super) fn merge(
        &mut self,
        area: Area<'_>,
        code: Option<&str>,
        keep_vintage: bool,
        tables: u16,
        clash: &mut dyn FnMut(usize, usize),
    ) {
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
        for criterion in 0..self.figures.len() {
            let Some(figure) = area.figure(criterion) else { continue };
            if self.figures.get(criterion).is_some_and(|figures| figures.is_missing(at)) {
                self.set(at, criterion, Some(figure));
            } else if criterion < self.criteria() {
                clash(at, criterion);
            }
        }
    }

    /// Gives areas that are here the base that another collection has for a criterion, and makes figures of the counts that
    /// wait for it; returns how many, and those whose count is above the base.
    pub(super) fn lend(&mut self, bases: &Self, criterion: usize) -> (u64, Vec<(usize, Problem)>) {
        let (count, base) =
            (Self::counts(self.criteria(), criterion), Self::bases(self.criteria(), criterion));
        let mut by_code: BTreeMap<String, u64> = BTreeMap::new();
        for area in bases.iter() {
            let known = area.bare_code().or_else(|| area.name().map(str::to_owned));
            if let (Some(known), Some(Figure::Amount(amount))) = (known, area.figure(base)) {
                by_code.entry(known).or_insert(amount);
            }
        }
        let (mut made, mut wrong) = (0, Vec::new());
        for at in 0..self.len() {
            let area = Area { areas: self, at };
            let (Some(Figure::Amount(counted)), None) = (area.figure(count), area.figure(criterion)) else {
                continue;
            };
            let known = area.bare_code().or_else(|| area.name().map(str::to_owned));
            let Some(total) = known.and_then(|known| by_code.get(&known)) else { continue };
            match Share::new(counted, *total) {
                Ok(share) => {
                    self.set(at, criterion, Some(Figure::Share(share)));
                    made += 1;
                }
                Err(error) => wrong.push((at, error.problem)),
            }
        }
        (made, wrong)
    }

    /// Keeps only the areas of kinds for which `keep` answers yes.
    #[must_use]
    pub(super) fn filtered(self, kinds: &[KindCount], keep: impl Fn(&KindCount) -> bool) -> Self {
        if kinds.iter().all(&keep) {
            return self;
        }
        let kept: Vec<_> =
            kinds.iter().filter(|kind| keep(kind)).map(|kind| (kind.division, kind.vintage)).collect();
        let mut areas = Self::new(self.criteria());
        for area in self.iter().filter(|area| kept.contains(&(area.division(), area.vintage()))) {
            areas.merge(area, area.bare_code().as_deref(), true, 0, &mut |_, _| ());
        }
        areas
    }

    /// Counts the areas of each kind, in order of appearance.
    pub(super) fn kinds(&self) -> Vec<KindCount> {
        let complete = self.figures.iter().any(|figures| figures.count() == self.len());
        let has_figure = |at: usize| self.figures.iter().any(|figures| !figures.is_missing(at));
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

impl Index {
    /// Keeps that an area was added, whose key is the last of all.
    fn added(&mut self, keys: &Column<u64>, key: u64, vintage: u8) {
        if let Some(table) = &mut self.table {
            let at = crate::table::narrow(keys.len() - 1);
            table.insert_unique(hash(key), at, |at| hash_of(keys, *at));
        }
        self.last = Some((key, vintage));
    }

    fn build(&mut self, keys: &Column<u64>) {
        let mut table = HashTable::with_capacity(keys.len() + 1);
        for at in 0..crate::table::narrow(keys.len()) {
            table.insert_unique(hash_of(keys, at), at, |at| hash_of(keys, *at));
        }
        self.table = Some(table);
    }
}

fn hash(key: u64) -> u64 {
    // A product folded together reaches all bits, though the keys are alike in their first and last ones.
    let product = u128::from(key) * 0x9E37_79B9_7F4A_7C15_u128;
    let half = |bits: u128| u64::try_from(bits & u128::from(u64::MAX)).unwrap_or(0);
    half(product) ^ half(product >> 64)
}

fn hash_of(keys: &Column<u64>, at: u32) -> u64 {
    hash(usize::try_from(at).ok().and_then(|at| keys.get(at)).unwrap_or(0))
}

impl<'a> Area<'a> {
    /// Returns the area's position in its collection.
    pub fn position(self) -> usize {
        self.at
    }

    /// Returns the bare code, lost zeros restored; `None` for an area known by name only.
    pub fn bare_code(self) -> Option<String> {
        let key = self.areas.keys.get(self.at)?;
        if key & OTHER == 0 {
            return Some(unpack(key));
        }
        match self.areas.others.get(usize::try_from(key & !OTHER).ok()?)? {
            Other::Code(code) => Some(code.clone()),
            Other::Name(_) => None,
        }
    }

    /// Returns the code as it is shown: bare, with the suffix only where areas of two vintages stand side by side.
    pub fn code(self) -> Option<String> {
        let code = self.bare_code()?;
        Some(match self.vintage() {
            Some(year) => with_vintage(&code, self.division(), year),
            None => code,
        })
    }

    /// Returns the year of the division where areas of several stand side by side.
    pub fn vintage(self) -> Option<u16> {
        let vintage = self.areas.origin(self.at).vintage;
        self.areas.vintages.get(usize::from(vintage)).copied().filter(|year| *year > 0)
    }

    /// Returns the name, if one was given.
    pub fn name(self) -> Option<&'a str> {
        let position = self.areas.names.get(self.at).filter(|position| *position != NO_NAME)?;
        Some(self.areas.texts.get(position))
    }

    /// Returns the four digits of the municipality, by the code or by the name.
    pub fn municipality(self) -> Option<String> {
        match self.bare_code() {
            Some(code) => code.get(..4).map(str::to_owned),
            None => self.name().and_then(municipality_of_name).map(str::to_owned),
        }
    }

    /// Returns what kind of area it is.
    pub fn division(self) -> Division {
        let division = self.areas.origin(self.at).division;
        Division::ALL.get(usize::from(division)).copied().unwrap_or(Division::Unknown)
    }

    /// Returns the first physical line of the area's first record, in its file or sheet.
    pub fn line(self) -> u64 {
        self.areas.lines.get(self.at).map_or(0, u64::from)
    }

    /// Returns the number of the table that the area was first found in.
    pub fn table(self) -> usize {
        self.areas.origin(self.at).table.into()
    }

    /// Returns the figure for the criterion at that position in the set; `None` where it is missing.
    pub fn figure(self, criterion: usize) -> Option<Figure> {
        self.areas.figures.get(criterion)?.get(self.at)
    }

    /// Returns all figures in the set's order, as [`assess`](crate::assess::assess) takes them.
    pub fn stated(self) -> impl Iterator<Item = Option<Stated>> + use<'a> {
        let figures = self.areas.figures.iter().take(self.areas.criteria());
        figures.map(move |figures| figures.get(self.at).map(Stated::from))
    }
}
