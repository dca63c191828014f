//! Which areas a comparison is about: all, or those that a filter leaves of a run.

use std::collections::BTreeMap;

use crate::areas::Area;
use crate::error::Error;
use crate::many::{Filter, Order, Run, SortBy, select};

/// Which areas a comparison is about.
#[derive(Debug, Default)]
pub struct Among(Option<Filtered>);

/// The areas of a run that a filter leaves, as other runs find them again.
#[derive(Debug)]
struct Filtered {
    filter: Filter,
    /// Whether the filter leaves the areas of a code, or of a municipality and a name.
    left: BTreeMap<Key, bool>,
}

/// What an area is found again by, whatever the year of its division.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Code(String),
    Name(String, String),
}

impl Key {
    fn code(area: Area<'_>) -> Option<Self> {
        area.bare_code().map(Self::Code)
    }

    fn name(area: Area<'_>) -> Option<Self> {
        area.name_within().map(|(municipality, name)| Self::Name(municipality, name))
    }
}

impl Among {
    /// Takes all areas.
    pub fn all() -> Self {
        Self(None)
    }

    /// Takes those that a filter leaves of a run: the run says which areas of other periods they are. Of an area that the run
    /// does not have, nothing but its place can be asked: where the filter asks for more, it is left out.
    ///
    /// # Errors
    /// `too-large` where the memory can't be had.
    pub fn filtered(run: &Run, filter: &Filter) -> Result<Self, Error> {
        if *filter == Filter::default() {
            return Ok(Self::all());
        }
        let mut left = BTreeMap::new();
        for area in run.joined.areas.iter() {
            for key in [Key::code(area), Key::name(area)].into_iter().flatten() {
                left.entry(key).or_insert(false);
            }
        }
        for position in select(run, filter, SortBy::File, Order::Ascending)? {
            let area = usize::try_from(position).ok().and_then(|at| run.joined.areas.get(at));
            for key in area.into_iter().flat_map(|area| [Key::code(area), Key::name(area)]).flatten() {
                left.insert(key, true);
            }
        }
        Ok(Self(Some(Filtered { filter: filter.clone(), left })))
    }

    /// Tells whether all areas are taken.
    pub(super) fn is_all(&self) -> bool {
        self.0.is_none()
    }

    /// Tells whether it takes some of the areas that go with each other.
    pub(super) fn takes(&self, areas: &[Area<'_>]) -> bool {
        let Some(Filtered { filter, left }) = &self.0 else { return true };
        // An area with a code is that of the code; another may have the same name.
        let known = |area: &Area<'_>| left.get(&Key::code(*area).or_else(|| Key::name(*area))?).copied();
        let known: Vec<bool> = areas.iter().filter_map(known).collect();
        let is_placed = || filter.is_of_places() && areas.iter().any(|area| filter.has_place(*area));
        if known.is_empty() { is_placed() } else { known.contains(&true) }
    }
}
