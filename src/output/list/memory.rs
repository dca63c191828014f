//! What was written of a percentage before: published with a decimal or two, the same ones come by the thousand.

use crate::figure::Figure;

/// As many figures are kept.
const SLOTS: usize = 1 << 11;
const BITS: u32 = SLOTS.trailing_zeros();

/// What was written of figures, each in the slot that it shares with a few others.
#[derive(Debug)]
pub(in crate::output) struct Memory {
    slots: Vec<(u64, Vec<u8>)>,
    /// What was written of a figure that is not worth being kept.
    other: Vec<u8>,
}

/// Is no figure's key.
const NONE: u64 = u64::MAX;
/// Of a missing figure.
const MISSING: u64 = u64::MAX - 1;

impl Memory {
    pub(in crate::output) fn new() -> Self {
        Self { slots: vec![(NONE, Vec::new()); SLOTS], other: Vec::new() }
    }

    /// Returns what `write` writes of a figure, as it did before where it is still known.
    #[inline]
    pub(in crate::output) fn of(
        &mut self,
        figure: Option<Figure>,
        write: impl FnOnce(&mut Vec<u8>),
    ) -> &[u8] {
        let key = match figure {
            None => MISSING,
            // Fewer than sixteen decimals, and units below 10¹⁵.
            Some(Figure::Percent(percent)) => percent.units() << 4 | u64::from(percent.decimals()),
            Some(Figure::Share(_) | Figure::Amount(_) | Figure::Between(_)) => {
                self.other.clear();
                write(&mut self.other);
                return &self.other;
            }
        };
        let spread = key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - BITS);
        let at = usize::try_from(spread).unwrap_or(0);
        let Some((kept, written)) = self.slots.get_mut(at) else { return &[] };
        if *kept != key {
            *kept = key;
            written.clear();
            write(written);
        }
        written
    }
}
