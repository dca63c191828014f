//! A stream cut into records, and the numbers in them.

use super::super::archive::damaged;
use super::super::budget::Budget;
use super::super::number::plain;
use super::PART;
use super::compound::half;
use crate::error::Error;

/// Records one after the other: a number of two bytes, a length of two, and the data.
pub(super) struct Records<'a> {
    rest: &'a [u8],
    budget: &'a Budget,
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8], budget: &'a Budget) -> Self {
        Self { rest: stream, budget }
    }

    /// Returns the next record.
    ///
    /// # Errors
    ///
    /// `damaged` where the stream ends within it, or before it: a record of its own ends what belongs together.
    pub(super) fn next(&mut self) -> Result<(u16, &'a [u8]), Error> {
        self.budget.elements(1)?;
        let cut = || {
            let (kind, length) = (half(self.rest, 0)?, usize::from(half(self.rest, 2)?));
            let (data, rest) = self.rest.get(4..)?.split_at_checked(length)?;
            Some((kind, data, rest))
        };
        let (kind, data, rest) = cut().ok_or_else(|| damaged(PART))?;
        self.rest = rest;
        Ok((kind, data))
    }
}

/// Writes a double as its shortest text.
#[expect(clippy::disallowed_types, reason = "the file has doubles; here they become text")]
pub(super) fn double(bytes: [u8; 8]) -> String {
    f64::from_le_bytes(bytes).to_string()
}

/// Reads a number of four bytes: the upper half of a double or a whole number of 30 bits, both perhaps hundredfold.
pub(super) fn packed(number: u32) -> Option<String> {
    let text = if number & 2 == 0 {
        double((u64::from(number & !3) << 32).to_le_bytes())
    } else {
        (i32::from_le_bytes(number.to_le_bytes()) >> 2).to_string()
    };
    if number & 1 == 0 {
        return Some(text);
    }
    let hundredth = plain(&format!("{text}e-2"))?;
    let bare = hundredth.trim_end_matches('0').trim_end_matches('.');
    Some(if hundredth.contains('.') { bare.to_owned() } else { hundredth })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_are_read() {
        let p = |number| packed(number).unwrap();
        assert_eq!(p(742 << 2 | 2), "742");
        assert_eq!(p(5_820 << 2 | 3), "58.2");
        assert_eq!(p(60_000 << 2 | 3), "600");
        assert_eq!(p(0xFFFF_FFFE), "-1");
        assert_eq!(p(0x3FE8_0000), "0.75");
        assert_eq!(p(0x4087_3000 | 1), "7.42");
    }
}
