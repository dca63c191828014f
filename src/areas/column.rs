//! Columns of millions of values, kept compact: in pieces, so that growing copies nothing, and without a word more than
//! the values need.

use crate::figure::{Figure, Percent, Share};

/// Values in one piece of a column.
const PIECE: usize = 1 << 14;

/// A growing list that never moves what it holds.
///
/// A `Vec` of 32 MB that grows needs 64 MB beside them for a moment; in Wasm that moment lasts for ever.
#[derive(Debug, Clone)]
pub(super) struct Column<T> {
    pieces: Vec<Vec<T>>,
    len: usize,
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Self { pieces: Vec::new(), len: 0 }
    }
}

impl<T: Copy> Column<T> {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub(super) fn push(&mut self, value: T) {
        match self.pieces.last_mut() {
            Some(piece) if piece.len() < PIECE => piece.push(value),
            _ => {
                let mut piece = Vec::with_capacity(PIECE);
                piece.push(value);
                self.pieces.push(piece);
            }
        }
        self.len += 1;
    }

    #[inline]
    pub(super) fn get(&self, index: usize) -> Option<T> {
        self.pieces.get(index / PIECE)?.get(index % PIECE).copied()
    }

    #[inline]
    pub(super) fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        self.pieces.get_mut(index / PIECE)?.get_mut(index % PIECE)
    }
}

/// Texts of at most 64 KiB each, in one piece of memory after another.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    pieces: Vec<Vec<u8>>,
}

/// Bytes in one piece of texts; a position is a piece and a byte in it, together 32 bits.
const TEXT_BITS: u32 = 17;
const TEXT_PIECE: usize = 1 << TEXT_BITS;

impl Texts {
    /// Adds a text, cut to 64 KiB, and returns where it is; `None` beyond 4 GiB of texts.
    pub(super) fn push(&mut self, text: &str) -> Option<u32> {
        let length = u16::try_from(text.len()).unwrap_or(u16::MAX);
        let bytes = text.as_bytes().get(..usize::from(length)).unwrap_or_default();
        if self.pieces.last().is_none_or(|piece| piece.len() + bytes.len() + 2 > TEXT_PIECE) {
            self.pieces.push(Vec::with_capacity(TEXT_PIECE));
        }
        let at = u32::try_from(self.pieces.len() - 1).ok().filter(|at| *at < 1 << (32 - TEXT_BITS))?;
        let piece = self.pieces.last_mut()?;
        let position = (at << TEXT_BITS) | u32::try_from(piece.len()).ok()?;
        piece.extend_from_slice(&length.to_le_bytes());
        piece.extend_from_slice(bytes);
        Some(position)
    }

    /// Returns the text at a position that [`push`](Self::push) returned.
    pub(super) fn get(&self, position: u32) -> &str {
        let piece = usize::try_from(position >> TEXT_BITS).ok().and_then(|at| self.pieces.get(at));
        let start = usize::try_from(position & ((1 << TEXT_BITS) - 1)).unwrap_or(usize::MAX);
        let rest = piece.and_then(|piece| piece.get(start..)).unwrap_or_default();
        let Some((length, rest)) = rest.split_first_chunk::<2>() else { return "" };
        let bytes = rest.get(..usize::from(u16::from_le_bytes(*length))).unwrap_or_default();
        match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(cut) => {
                bytes.get(..cut.valid_up_to()).and_then(|whole| std::str::from_utf8(whole).ok()).unwrap_or("")
            }
        }
    }
}

/// One measure's figures, eight bytes each; areas beyond the last figure have none.
#[derive(Debug, Clone, Default)]
pub(super) struct Figures {
    packed: Column<u64>,
    /// Figures that don't fit into eight bytes.
    wide: Vec<Figure>,
}

/// The two lowest bits say what the others are.
const MISSING: u64 = 0;
const PERCENT: u64 = 1;
const SHARE: u64 = 2;
const WIDE: u64 = 3;
/// Counts below this fit twice into eight bytes beside two bits.
const SMALL: u64 = 1 << 31;

impl Figures {
    /// Sets an area's figure.
    #[inline]
    pub(super) fn set(&mut self, area: usize, figure: Option<Figure>) {
        let packed = self.pack(figure);
        if let Some(slot) = self.packed.get_mut(area) {
            *slot = packed;
            return;
        }
        while self.packed.len() < area {
            self.packed.push(MISSING);
        }
        self.packed.push(packed);
    }

    /// Tells whether the area has no figure.
    pub(super) fn is_missing(&self, area: usize) -> bool {
        self.packed.get(area).unwrap_or(MISSING) == MISSING
    }

    /// Returns an area's figure.
    #[inline]
    pub(super) fn get(&self, area: usize) -> Option<Figure> {
        let packed = self.packed.get(area)?;
        match packed & 3 {
            PERCENT => {
                let decimals = u8::try_from((packed >> 2) & 15).ok()?;
                Percent::of_units(packed >> 6, decimals).map(Figure::Percent)
            }
            SHARE => Share::new(packed >> 33, (packed >> 2) & (SMALL - 1)).ok().map(Figure::Share),
            WIDE => self.wide.get(usize::try_from(packed >> 2).ok()?).copied(),
            _ => None,
        }
    }

    #[inline]
    fn pack(&mut self, figure: Option<Figure>) -> u64 {
        match figure {
            None => MISSING,
            Some(Figure::Percent(percent)) => {
                // At most 100 with 12 decimals: 47 bits.
                (percent.units() << 6) | (u64::from(percent.decimals()) << 2) | PERCENT
            }
            Some(Figure::Share(share)) if share.total() < SMALL => {
                (share.count() << 33) | (share.total() << 2) | SHARE
            }
            Some(wide) => {
                self.wide.push(wide);
                (crate::table::wide(self.wide.len() - 1) << 2) | WIDE
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_come_back_as_they_went_in() {
        let percents = ["0", "100", "58.2", "58.20", "99.999999999999", "0.000000000001", "100.000000000000"];
        let shares = ["0/1", "742/1237", "2147483647/2147483647", "2147483648/1000000000000", "1/2147483648"];
        let mut figures = Figures::default();
        let given: Vec<Option<Figure>> = percents
            .iter()
            .chain(&shares)
            .map(|text| Some(text.parse().unwrap()))
            .chain([None, Some(Figure::Amount(4_000)), Some(Figure::Amount(u64::MAX))])
            .collect();
        for (area, figure) in given.iter().enumerate() {
            figures.set(area, *figure);
        }
        let back: Vec<_> = (0..given.len()).map(|area| figures.get(area)).collect();
        assert_eq!(back, given);
        assert_eq!(figures.get(given.len()), None);
        figures.set(given.len() + 2, given[0]);
        assert_eq!((figures.get(given.len() + 1), figures.get(given.len() + 2)), (None, given[0]));
        figures.set(given.len() + 1, given[1]);
        figures.set(0, None);
        assert_eq!(
            (figures.get(given.len() + 1), figures.get(0), figures.get(1)),
            (given[1], None, given[1])
        );
    }

    #[test]
    fn columns_and_texts_cross_their_pieces() {
        let (mut column, mut texts) = (Column::default(), Texts::default());
        let count = PIECE * 2 + 3;
        for value in 0..count {
            column.push(value);
        }
        assert_eq!(column.get(PIECE), Some(PIECE));
        assert_eq!(column.get(count), None);
        assert!((0..count).all(|at| column.get(at) == Some(at)));
        let long = "å".repeat(40_000);
        let places: Vec<_> =
            ["", "Bollstanäs", &long, "Runby", &long].map(|text| texts.push(text).unwrap()).into();
        let back: Vec<_> = places.iter().map(|at| texts.get(*at)).collect();
        let cut = "å".repeat(32_767);
        assert_eq!(back, ["", "Bollstanäs", &cut, "Runby", &cut]);
    }
}
