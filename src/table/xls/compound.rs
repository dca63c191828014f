//! Compound files, the container of workbooks before 2007: a stream of the root by its name.
//!
//! Read here: that is all that is needed of the format, and every chain of sectors has to end where the file does.

use std::collections::BTreeSet;

use super::super::wide;

/// What a compound file begins with.
pub(in crate::table) const MAGIC: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// Sectors beyond this number mean something else: the end of a chain, or none.
const LAST: u32 = 0xFFFF_FFFA;
/// Bytes of an entry of the directory.
const ENTRY: usize = 128;

/// A compound file in memory.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    /// The length of a sector as a power of two.
    shift: u32,
    /// The sector that follows each sector.
    next: Vec<u32>,
    /// The directory, entry after entry.
    directory: Vec<u8>,
}

impl<'a> Compound<'a> {
    /// Opens a file; `None` if its header, its sectors or its directory can't be read.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u32::from(half(bytes, 30)?);
        if !bytes.starts_with(&MAGIC) || !matches!(shift, 9 | 12) {
            return None;
        }
        let mut file = Self { bytes, shift, next: Vec::new(), directory: Vec::new() };
        for sector in file.tables()? {
            let table = file.sector(sector)?;
            file.next.extend(table.chunks_exact(4).filter_map(|number| word(number, 0)));
        }
        file.directory = file.chain(word(bytes, 48)?)?;
        Some(file)
    }

    /// Lists the sectors that hold the table of following sectors; there can't be more than sectors.
    fn tables(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() >> self.shift;
        let numbers = |bytes: &[u8]| bytes.chunks_exact(4).filter_map(|n| word(n, 0)).collect::<Vec<_>>();
        let mut tables = numbers(self.bytes.get(76..512)?);
        let mut more = word(self.bytes, 68)?;
        while more < LAST && tables.len() <= most {
            let mut sector = numbers(self.sector(more)?);
            more = sector.pop()?;
            tables.append(&mut sector);
        }
        tables.retain(|sector| *sector < LAST);
        (tables.len() <= most).then_some(tables)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (usize::try_from(number).ok()? + 1).checked_mul(1 << self.shift)?;
        let end = (start + (1 << self.shift)).min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// Reads a chain of sectors, which can't be longer than the file.
    fn chain(&self, first: u32) -> Option<Vec<u8>> {
        let (mut bytes, mut sector) = (Vec::new(), first);
        while sector < LAST {
            if bytes.len() > self.bytes.len() {
                return None;
            }
            bytes.extend_from_slice(self.sector(sector)?);
            sector = *self.next.get(usize::try_from(sector).ok()?)?;
        }
        Some(bytes)
    }

    fn entries(&self) -> impl Iterator<Item = &[u8]> {
        self.directory.chunks_exact(ENTRY)
    }

    /// Finds a stream of the root, whatever the case of its name; those of embedded files belong to others.
    fn entry(&self, name: &str) -> Option<&[u8]> {
        const STREAM: u8 = 2;
        let (mut left, mut seen) = (vec![word(self.entries().next()?, 76)?], BTreeSet::new());
        while let Some(at) = left.pop() {
            // The tree of entries may be damaged into a ring.
            if at >= LAST || !seen.insert(at) {
                continue;
            }
            let Some(entry) = usize::try_from(at).ok().and_then(|at| self.entries().nth(at)) else {
                continue;
            };
            let length = usize::from(half(entry, 64).unwrap_or(0)).saturating_sub(2);
            let found = entry.get(..length).unwrap_or_default();
            let units = found.chunks_exact(2).filter_map(|unit| half(unit, 0));
            let found: String = char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}')).collect();
            if entry.get(66) == Some(&STREAM) && found.eq_ignore_ascii_case(name) {
                return Some(entry);
            }
            left.extend([word(entry, 68)?, word(entry, 72)?]);
        }
        None
    }

    /// Tells whether there is a stream of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// Reads a stream; `None` if there is none, or it can't be read.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        let (first, length) = (word(entry, 116)?, word(entry, 120)?);
        let mut bytes =
            if length < word(self.bytes, 56)? { self.small(first, length)? } else { self.chain(first)? };
        let length = usize::try_from(length).ok()?;
        (bytes.len() >= length).then(|| {
            bytes.truncate(length);
            bytes
        })
    }

    /// Reads a short stream, which lies in small sectors within the stream of the directory's root.
    fn small(&self, first: u32, length: u32) -> Option<Vec<u8>> {
        const SMALL: usize = 64;
        let root = self.entries().next()?;
        let (all, next) = (self.chain(word(root, 116)?)?, self.chain(word(self.bytes, 60)?)?);
        let (mut bytes, mut sector) = (Vec::new(), first);
        while sector < LAST && wide(bytes.len()) < u64::from(length) {
            if bytes.len() > self.bytes.len() {
                return None;
            }
            let at = usize::try_from(sector).ok()?;
            let start = at.checked_mul(SMALL)?;
            bytes.extend_from_slice(all.get(start..(start + SMALL).min(all.len()))?);
            sector = word(&next, at.checked_mul(4)?)?;
        }
        Some(bytes)
    }
}

/// Reads two bytes, the lower first.
pub(in crate::table) fn half(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Reads four bytes, the lowest first.
pub(in crate::table) fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
