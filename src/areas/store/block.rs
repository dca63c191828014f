//! Areas in a row, read ahead: column by column, so that they join the others without a look at each.

use std::ops::Range;

use super::column::Texts;
use crate::areas::code::Division;

/// Areas of rows that follow each other in one file.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Block {
    /// The line of the first of them.
    pub(in crate::areas) line: u64,
    /// Packed codes.
    pub(in crate::areas) keys: Vec<u64>,
    /// Whether each code is behind the one before it in the order of codes.
    pub(in crate::areas) ascending: bool,
    /// What the codes tell, and how many in a row tell it.
    kinds: Vec<(Kind, usize)>,
    /// Names as [`Texts::write`] writes them, none where there is none, and where each ends.
    pub(in crate::areas) names: Vec<u8>,
    pub(in crate::areas) name_ends: Vec<u32>,
    /// Figures as [`Figures::packed`](super::figures::Figures::packed) packs them, in the order of [`new`](Self::new).
    pub(in crate::areas) figures: Vec<(usize, Vec<u32>)>,
}

/// What a code tells beside itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::areas) struct Kind {
    pub(in crate::areas) division: Division,
    /// Whether zeros were lost before the code.
    pub(in crate::areas) lost: bool,
    /// The year of the division, or 0.
    pub(in crate::areas) vintage: u16,
}

impl Block {
    /// Makes a block without areas that has figures for these criteria.
    pub(in crate::areas) fn new(criteria: impl Iterator<Item = usize>) -> Self {
        Self { figures: criteria.map(|criterion| (criterion, Vec::new())).collect(), ..Self::default() }
    }

    /// Forgets the areas, but not the room they took.
    pub(in crate::areas) fn clear(&mut self, line: u64) {
        self.line = line;
        self.ascending = true;
        self.keys.clear();
        self.kinds.clear();
        self.names.clear();
        self.name_ends.clear();
        for (_, figures) in &mut self.figures {
            figures.clear();
        }
    }

    pub(in crate::areas) fn len(&self) -> usize {
        self.keys.len()
    }

    /// Adds an area with its packed figures.
    #[inline]
    pub(in crate::areas) fn push(&mut self, key: u64, kind: Kind, name: &str, figures: &[u32]) {
        for ((_, column), packed) in self.figures.iter_mut().zip(figures) {
            column.push(*packed);
        }
        self.ascending &= self.keys.last().is_none_or(|last| *last < key);
        self.keys.push(key);
        match self.kinds.last_mut() {
            Some((last, count)) if *last == kind => *count += 1,
            _ => self.kinds.push((kind, 1)),
        }
        if !name.is_empty() {
            Texts::write(&mut self.names, name);
        }
        self.name_ends.push(crate::table::narrow(self.names.len()));
    }

    /// Returns what the codes of some areas tell, and how many in a row tell it.
    pub(in crate::areas) fn kinds(&self, areas: Range<usize>) -> impl Iterator<Item = (Kind, usize)> {
        let mut end = 0;
        self.kinds.iter().filter_map(move |(kind, count)| {
            let start = end;
            end += count;
            let some = start.max(areas.start)..end.min(areas.end);
            (!some.is_empty()).then_some((*kind, some.len()))
        })
    }
}
