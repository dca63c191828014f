//! Areas with their figures, as columns: about sixty bytes an area with four figures.

use std::collections::BTreeMap;

use hashbrown::HashTable;

use super::code::{Division, Label, municipality_of_name, pack, unpack, with_vintage};
use super::column::{Column, Figures, Texts};
use crate::figure::{Figure, Stated};

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
    lines: Column<u32>,
    /// Number of the table, division, and number of the vintage.
    origins: Column<(u16, u8, u8)>,
    /// Years of division that occur; the first is 0, for codes without one.
    vintages: Vec<u16>,
    figures: Vec<Figures>,
    index: Index,
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
        Self { vintages: vec![0], figures: vec![Figures::default(); criteria], ..Self::default() }
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
        self.figures.len()
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
        (self.add(key, vintage, label.name, (line, table, label.division.index())), true)
    }

    fn add(&mut self, key: u64, vintage: u8, name: &str, (line, table, division): (u64, u16, u8)) -> usize {
        let at = self.len();
        self.keys.push(key);
        let name = if name.is_empty() { None } else { self.texts.push(name) };
        self.names.push(name.unwrap_or(NO_NAME));
        self.lines.push(u32::try_from(line).unwrap_or(u32::MAX));
        self.origins.push((table, division, vintage));
        if let Some(table) = &mut self.index.table {
            let keys = (&self.keys, &self.origins);
            table.insert_unique(hash(key, vintage), crate::table::narrow(at), |at| hash_of(keys, *at));
        }
        self.index.last = Some((key, vintage));
        at
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
            if self.index.last < Some((key, vintage)) && self.ascending() {
                return None;
            }
            self.build_index();
        }
        let (keys, origins) = (&self.keys, &self.origins);
        let same = |at: &u32| {
            let at = usize::try_from(*at).unwrap_or(usize::MAX);
            keys.get(at) == Some(key) && origins.get(at).is_some_and(|origin| origin.2 == vintage)
        };
        let found = self.index.table.as_ref()?.find(hash(key, vintage), same)?;
        usize::try_from(*found).ok()
    }

    /// Tells whether the keys are in ascending order, which holds as long as no hash table was needed.
    fn ascending(&self) -> bool {
        self.index.table.is_none()
    }

    fn build_index(&mut self) {
        let mut table = HashTable::with_capacity(self.len() + 1);
        let keys = (&self.keys, &self.origins);
        for at in 0..crate::table::narrow(self.len()) {
            table.insert_unique(hash_of(keys, at), at, |at| hash_of(keys, *at));
        }
        self.index.table = Some(table);
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
        let (line, origin) = (area.line(), from.origins.get(area.at).unwrap_or_default());
        let vintage = if keep_vintage { area.vintage().unwrap_or(0) } else { 0 };
        let label = Label {
            code: code.unwrap_or_default(),
            lost: 0,
            division: area.division(),
            vintage,
            name: area.name().unwrap_or_default(),
        };
        let (at, new) = self.find_or_add(&label, line, origin.0.saturating_add(tables));
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
            } else {
                clash(at, criterion);
            }
        }
    }

    /// Keeps only the areas for which `keep` answers yes.
    #[must_use]
    pub(super) fn filtered(self, keep: impl Fn(Area<'_>) -> bool) -> Self {
        if self.iter().all(&keep) {
            return self;
        }
        let mut kept = Self::new(self.criteria());
        for area in self.iter().filter(|area| keep(*area)) {
            kept.merge(area, area.bare_code().as_deref(), true, 0, &mut |_, _| ());
        }
        kept
    }
}

fn hash(key: u64, vintage: u8) -> u64 {
    // A product folded together reaches all bits, though the keys are alike in their first and last ones.
    let product = u128::from(key ^ u64::from(vintage)) * 0x9E37_79B9_7F4A_7C15_u128;
    let half = |bits: u128| u64::try_from(bits & u128::from(u64::MAX)).unwrap_or(0);
    half(product) ^ half(product >> 64)
}

fn hash_of((keys, origins): (&Column<u64>, &Column<(u16, u8, u8)>), at: u32) -> u64 {
    let at = usize::try_from(at).unwrap_or(usize::MAX);
    hash(keys.get(at).unwrap_or(0), origins.get(at).map_or(0, |origin| origin.2))
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
        let (_, _, vintage) = self.areas.origins.get(self.at)?;
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
        let (_, division, _) = self.areas.origins.get(self.at).unwrap_or_default();
        Division::ALL.get(usize::from(division)).copied().unwrap_or(Division::Unknown)
    }

    /// Returns the first physical line of the area's first record, in its file or sheet.
    pub fn line(self) -> u64 {
        self.areas.lines.get(self.at).map_or(0, u64::from)
    }

    /// Returns the number of the table that the area was first found in.
    pub fn table(self) -> usize {
        self.areas.origins.get(self.at).map_or(0, |(table, _, _)| table.into())
    }

    /// Returns the figure for the criterion at that position in the set; `None` where it is missing.
    pub fn figure(self, criterion: usize) -> Option<Figure> {
        self.areas.figures.get(criterion)?.get(self.at)
    }

    /// Returns all figures in the set's order, as [`assess`](crate::assess::assess) takes them.
    pub fn stated(self) -> impl Iterator<Item = Option<Stated>> + use<'a> {
        self.areas.figures.iter().map(move |figures| figures.get(self.at).map(Stated::from))
    }
}
