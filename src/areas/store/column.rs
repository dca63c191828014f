//! Columns of millions of values, kept compact: in pieces, so that growing copies nothing, and without a word more than
//! the values need.

/// Values in one piece of a column.
const PIECE: usize = 1 << 14;

/// A growing list that never moves what it holds.
///
/// A `Vec` of 32 MB that grows needs 64 MB beside them for a moment; in Wasm that moment lasts for ever.
#[derive(Debug, Clone)]
pub(in crate::areas) struct Column<T> {
    pieces: Vec<Vec<T>>,
    len: usize,
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Self { pieces: Vec::new(), len: 0 }
    }
}

impl<T: Copy> Column<T> {
    pub(in crate::areas) fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub(in crate::areas) fn push(&mut self, value: T) {
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

    /// Pushes values in a row.
    pub(in crate::areas) fn extend(&mut self, mut values: &[T]) {
        self.len += values.len();
        while !values.is_empty() {
            if self.pieces.last().is_none_or(|piece| piece.len() == PIECE) {
                self.pieces.push(Vec::with_capacity(PIECE));
            }
            let Some(piece) = self.pieces.last_mut() else { return };
            let (fit, rest) = values.split_at_checked(PIECE - piece.len()).unwrap_or((values, &[]));
            piece.extend_from_slice(fit);
            values = rest;
        }
    }

    /// Returns all values, some thousands at a time.
    pub(in crate::areas) fn slices(&self) -> impl Iterator<Item = &[T]> {
        self.pieces.iter().map(Vec::as_slice)
    }

    #[inline]
    pub(in crate::areas) fn get(&self, index: usize) -> Option<T> {
        self.pieces.get(index / PIECE)?.get(index % PIECE).copied()
    }

    #[inline]
    pub(in crate::areas) fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        self.pieces.get_mut(index / PIECE)?.get_mut(index % PIECE)
    }
}

/// Texts of at most 64 KiB each, in one piece of memory after another.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Texts {
    pieces: Vec<Vec<u8>>,
}

/// Bytes in one piece of texts; a position is a piece and a byte in it, together 32 bits.
const TEXT_BITS: u32 = 17;
const TEXT_PIECE: usize = 1 << TEXT_BITS;

impl Texts {
    /// Adds a text, cut to 64 KiB, and returns where it is; `None` beyond 4 GiB of texts.
    pub(in crate::areas) fn push(&mut self, text: &str) -> Option<u32> {
        let text = cut(text);
        if self.pieces.last().is_none_or(|piece| piece.len() + text.len() + 2 > TEXT_PIECE) {
            self.pieces.push(Vec::with_capacity(TEXT_PIECE));
        }
        let at = u32::try_from(self.pieces.len() - 1).ok().filter(|at| *at < 1 << (32 - TEXT_BITS))?;
        let piece = self.pieces.last_mut()?;
        let position = (at << TEXT_BITS) | u32::try_from(piece.len()).ok()?;
        Self::write(piece, text);
        Some(position)
    }

    /// Adds texts that [`Texts::write`] has written in a row, from the byte `start` on, each of which ends at one of `ends`;
    /// calls `put` with where each is, and with `None` for one of no bytes at all.
    pub(in crate::areas) fn extend(
        &mut self,
        written: &[u8],
        start: u32,
        mut ends: &[u32],
        mut put: impl FnMut(Option<u32>),
    ) {
        let mut from = usize::try_from(start).unwrap_or(usize::MAX);
        if self.pieces.is_empty() {
            self.pieces.push(Vec::new());
        }
        while !ends.is_empty() {
            let room = self.pieces.last().map_or(0, |piece| TEXT_PIECE - piece.len());
            let fit = ends.partition_point(|end| usize::try_from(*end).is_ok_and(|end| end - from <= room));
            let (fitting, rest) = ends.split_at_checked(fit).unwrap_or((ends, &[]));
            let to = fitting.last().and_then(|end| usize::try_from(*end).ok()).unwrap_or(from);
            if let (Some(at), Some(piece)) = (self.pieces.len().checked_sub(1), self.pieces.last_mut()) {
                let position = u32::try_from(at).ok().filter(|at| *at < 1 << (32 - TEXT_BITS));
                let mut start = crate::table::narrow(piece.len());
                let mut before = crate::table::narrow(from);
                piece.extend_from_slice(written.get(from..to).unwrap_or_default());
                for end in fitting {
                    let length = end - before;
                    put(position.filter(|_| length > 0).map(|at| (at << TEXT_BITS) | start));
                    start += length;
                    before = *end;
                }
            }
            if !rest.is_empty() {
                self.pieces.push(Vec::with_capacity(TEXT_PIECE));
            }
            (ends, from) = (rest, to);
        }
    }

    /// Writes a text behind others, cut to 64 KiB.
    #[inline]
    pub(in crate::areas) fn write(to: &mut Vec<u8>, text: &str) {
        let text = cut(text);
        to.extend_from_slice(&u16::try_from(text.len()).unwrap_or(0).to_le_bytes());
        to.extend_from_slice(text.as_bytes());
    }

    /// Returns the text at a position that [`push`](Self::push) returned.
    pub(in crate::areas) fn get(&self, position: u32) -> &str {
        std::str::from_utf8(self.bytes(position)).unwrap_or_default()
    }

    /// Returns the text's bytes, which nobody has looked at again.
    pub(in crate::areas) fn bytes(&self, position: u32) -> &[u8] {
        let piece = usize::try_from(position >> TEXT_BITS).ok().and_then(|at| self.pieces.get(at));
        let start = usize::try_from(position & ((1 << TEXT_BITS) - 1)).unwrap_or(usize::MAX);
        let rest = piece.and_then(|piece| piece.get(start..)).unwrap_or_default();
        let Some((length, rest)) = rest.split_first_chunk::<2>() else { return &[] };
        rest.get(..usize::from(u16::from_le_bytes(*length))).unwrap_or_default()
    }
}

/// Cuts a text to 64 KiB, between two characters.
#[inline]
fn cut(text: &str) -> &str {
    let most = text.len().min(usize::from(u16::MAX));
    (0..=most).rev().find_map(|at| text.get(..at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn texts_written_in_a_row_stay_in_their_places() {
        let long = "å".repeat(20_000);
        let names = ["", "", "Bollstanäs", "", &long, &long, &long, &long, "", "Runby", ""];
        let (mut written, mut ends) = (Vec::new(), Vec::new());
        for name in names {
            if !name.is_empty() {
                Texts::write(&mut written, name);
            }
            ends.push(u32::try_from(written.len()).unwrap());
        }
        for from in 0..=names.len() {
            let (mut texts, mut places) = (Texts::default(), Vec::new());
            let start = from.checked_sub(1).map_or(0, |before| ends[before]);
            texts.extend(&written, start, &ends[from..], |at| places.push(at));
            let back: Vec<_> = places.iter().map(|at| at.map_or("", |at| texts.get(at))).collect();
            assert_eq!(back, names[from..], "{from}");
        }
    }
}
