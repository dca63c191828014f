//! Texts: within one record, and in the table of texts that goes on over several.

use std::collections::BTreeSet;

use super::super::encoding::windows_1252;
use super::compound::half;

/// Reads a text within one record, whose length is in one byte or two, in `bytes` of Windows-1252 as before Excel 97; `None`
/// where the record ends before it.
pub(super) fn text(data: &[u8], short: bool, bytes: bool) -> Option<String> {
    let (length, rest) = if short {
        (usize::from(*data.first()?), data.get(1..)?)
    } else {
        (usize::from(half(data, 0)?), data.get(2..)?)
    };
    if bytes {
        return Some(rest.get(..length)?.iter().map(|byte| windows_1252(*byte)).collect());
    }
    let Some((flags, rest)) = rest.split_first() else { return (length == 0).then(String::new) };
    let units: Vec<u16> = if flags & 1 == 1 {
        rest.get(..length.checked_mul(2)?)?.chunks_exact(2).filter_map(|unit| half(unit, 0)).collect()
    } else {
        rest.get(..length)?.iter().map(|byte| u16::from(*byte)).collect()
    };
    Some(String::from_utf16_lossy(&units))
}

/// The table of texts, which goes on over several records.
pub(super) struct Pieces<'p, 'a> {
    rest: &'p [&'a [u8]],
    at: usize,
    /// By number the fonts of raised text.
    raised: &'p BTreeSet<u16>,
}

impl<'p, 'a> Pieces<'p, 'a> {
    pub(super) fn new(pieces: &'p [&'a [u8]], raised: &'p BTreeSet<u16>) -> Self {
        Self { rest: pieces, at: 0, raised }
    }

    /// Goes on to the next record where this one is read; `None` at the end of all.
    fn ended(&mut self) -> Option<bool> {
        let mut ended = false;
        while self.at >= self.rest.first()?.len() {
            self.rest = self.rest.get(1..)?;
            self.at = 0;
            ended = true;
        }
        Some(ended)
    }

    fn byte(&mut self) -> Option<u8> {
        self.ended()?;
        let byte = self.rest.first()?.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn half(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    /// Reads the next text, without its raised runs, the marks of footnotes, unless there is nothing else.
    pub(super) fn text(&mut self) -> Option<String> {
        let length = self.half()?;
        let mut flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { self.half()? };
        let more = if flags & 4 == 0 {
            0
        } else {
            usize::try_from(u32::from(self.half()?) | u32::from(self.half()?) << 16).ok()?
        };
        let mut units = Vec::new();
        for _ in 0..length {
            // Where a text goes on in the next record, that begins with flags anew.
            if self.ended()? {
                flags = flags & !1 | self.byte()? & 1;
            }
            units.push(if flags & 1 == 1 { self.half()? } else { u16::from(self.byte()?) });
        }
        let (mut kept, mut from, mut is_raised) = (Vec::new(), 0, false);
        for _ in 0..runs {
            let (Some(start), Some(font)) = (self.half(), self.half()) else { break };
            // One that lies before the last, or behind the text, takes nothing from it.
            let start = usize::from(start).clamp(from, units.len());
            kept.extend_from_slice(units.get(from..start).filter(|_| !is_raised).unwrap_or_default());
            (from, is_raised) = (start, self.raised.contains(&font));
        }
        kept.extend_from_slice(units.get(from..).filter(|_| !is_raised).unwrap_or_default());
        let mut skipped = more;
        while skipped > 0 && self.ended().is_some() {
            let here = self.rest.first().map_or(0, |piece| piece.len() - self.at).min(skipped);
            self.at += here;
            skipped -= here;
        }
        let text = String::from_utf16_lossy(&kept);
        Some(if text.trim().is_empty() { String::from_utf16_lossy(&units) } else { text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_on_in_the_next_record_with_flags_of_its_own() {
        let first = [3, 0, 0, b'a', 4, 0, 0, b'x'];
        let first = [&[1, 0, 0, b'k'][..], &first[..4]].concat();
        let pieces = [&first[..], &[1, 0xF6, 0, b'n', 0], &[1, 0, 8, 1, 0][..3], &[1, 0, b'y', 9, 9, 9, 9]];
        let raised = BTreeSet::from([5]);
        let mut pieces = Pieces::new(&pieces, &raised);
        let mut texts = Vec::new();
        while let Some(text) = pieces.text() {
            texts.push(text);
        }
        assert_eq!(texts, ["k", "aön", "y"]);
    }

    #[test]
    fn raised_runs_are_left_out() {
        let raised = BTreeSet::from([5]);
        let read = |text: &[u8], runs: &[u8]| {
            let (length, count) = (text.len().to_le_bytes(), (runs.len() / 4).to_le_bytes());
            let bytes = [&length[..2], &[8], &count[..2], text, runs].concat();
            Pieces::new(&[&bytes], &raised).text().unwrap()
        };
        assert_eq!(read(b"61,21)", &[4, 0, 5, 0]), "61,2");
        assert_eq!(read(b"a1b", &[1, 0, 5, 0, 2, 0, 0, 0]), "ab");
        assert_eq!(read(b"all", &[0, 0, 5, 0]), "all");
        assert_eq!(read(b"x2", &[1, 0, 6, 0]), "x2");
        // Runs out of order lose nothing that is not raised, and read nothing twice.
        assert_eq!(read(b"abc", &[9, 0, 5, 0]), "abc");
        assert_eq!(read(b"61,2", &[1, 0, 0, 0, 9, 0, 0, 0]), "61,2");
        assert_eq!(read(b"61,2", &[2, 0, 0, 0, 1, 0, 0, 0]), "61,2");
    }
}
