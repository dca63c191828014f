//! One of the areas: what is known of it.

use super::{Areas, NO_NAME, OTHER, Other};
use crate::areas::code::key::{parts, plain};
use crate::areas::code::{Division, municipality_of_name, packed, unpack, with_vintage};
use crate::figure::{Figure, Stated};

/// One area.
#[derive(Debug, Clone, Copy)]
pub struct Area<'a> {
    pub(super) areas: &'a Areas,
    pub(super) at: usize,
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

    /// Writes the code as it is shown, where it has letters, digits and underscores alone; else it writes nothing, and
    /// returns false.
    #[inline]
    pub(crate) fn write_plain_code(self, out: &mut Vec<u8>) -> bool {
        let key = self.areas.keys.get(self.at).filter(|key| key & OTHER == 0 && self.vintage().is_none());
        key.inspect(|key| packed::write(*key, out)).is_some()
    }

    /// Returns a number that areas have in common whose codes begin with the same municipality; `None` where codes have
    /// other signs.
    pub(crate) fn start_of_code(self) -> Option<u64> {
        self.areas.keys.get(self.at).filter(|key| key & OTHER == 0).map(packed::start)
    }

    /// Returns the bytes of the name, blank where none was given.
    pub(crate) fn name_bytes(self) -> &'a [u8] {
        let position = self.areas.names.get(self.at).filter(|position| *position != NO_NAME);
        position.map(|position| self.areas.texts.bytes(position)).unwrap_or_default()
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

    /// Returns the municipality's code, empty where it isn't known, and the name inside it, written so that case and runs of
    /// blanks tell no two apart.
    pub(crate) fn name_within(self) -> Option<(String, String)> {
        let municipality = self.municipality().unwrap_or_default();
        let name = self.name()?;
        let inside = match parts(name) {
            Some((of, inside)) if of == municipality => inside,
            _ => name,
        };
        Some((municipality, plain(inside)))
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
