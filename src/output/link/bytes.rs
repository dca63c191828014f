//! Numbers, texts and documents as few bytes, and back without trust in what they say.

use crate::document::Document;

/// The member names of criteria sets, which are written as one byte. The order belongs to the format: new names come
/// last.
const NAMES: [&str; 22] = [
    "sv",
    "en",
    "text",
    "source",
    "quote",
    "url",
    "value",
    "settled",
    "id",
    "date",
    "name",
    "reading",
    "tie",
    "require",
    "criteria",
    "label",
    "definition",
    "unit",
    "direction",
    "threshold",
    "nationalAverage",
    "$schema",
];

/// Bytes being written.
#[derive(Debug, Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

/// Bytes being read; `None` from any method where they are not what is expected.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl Writer {
    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// Writes a whole number, seven bits in a byte, the lowest first.
    pub(super) fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest > 0x7f {
            let [low, ..] = rest.to_le_bytes();
            self.byte(low | 0x80);
            rest >>= 7;
        }
        let [low, ..] = rest.to_le_bytes();
        self.byte(low);
    }

    pub(super) fn size(&mut self, size: usize) {
        self.number(u64::try_from(size).unwrap_or(u64::MAX));
    }

    pub(super) fn text(&mut self, text: &str) {
        self.size(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    pub(super) fn document(&mut self, document: &Document) {
        match document {
            Document::Null => self.byte(0),
            Document::Flag(flag) => self.byte(1 + u8::from(*flag)),
            Document::Integer(number) => {
                self.byte(3);
                self.0.extend_from_slice(&number.to_le_bytes());
            }
            Document::Text(text) => {
                self.byte(4);
                self.text(text);
            }
            Document::List(items) => {
                self.byte(5);
                self.size(items.len());
                for item in items {
                    self.document(item);
                }
            }
            Document::Map(members) => {
                self.byte(6);
                self.size(members.len());
                for (name, value) in members {
                    if let Some(known) = NAMES.iter().position(|known| known == name) {
                        self.size(known + 1);
                    } else {
                        self.byte(0);
                        self.text(name);
                    }
                    self.document(value);
                }
            }
        }
    }
}

impl<'a> Bytes<'a> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn take(&mut self, size: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(size)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            number |= bits.checked_shl(shift).filter(|shifted| shifted >> shift == bits)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn size(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// Reads a text of at most `longest` characters.
    pub(super) fn text(&mut self, longest: usize) -> Option<String> {
        let size = self.size()?;
        let text = std::str::from_utf8(self.take(size)?).ok()?;
        text.chars().nth(longest).is_none().then(|| text.to_owned())
    }

    pub(super) fn document(&mut self, depth: usize) -> Option<Document> {
        if depth > Document::MAX_DEPTH {
            return None;
        }
        // A text can't be longer than the bytes that are left, and each item takes at least one of them.
        let longest = self.0.len();
        match self.byte()? {
            0 => Some(Document::Null),
            1 => Some(Document::Flag(false)),
            2 => Some(Document::Flag(true)),
            3 => Some(Document::Integer(i64::from_le_bytes(self.take(8)?.try_into().ok()?))),
            4 => Some(Document::Text(self.text(longest)?)),
            5 => {
                let size = self.size().filter(|size| *size <= longest)?;
                (0..size).map(|_| self.document(depth + 1)).collect::<Option<Vec<_>>>().map(Document::List)
            }
            6 => {
                let size = self.size().filter(|size| *size <= longest)?;
                let member = |_| {
                    let name = match self.size()? {
                        0 => self.text(longest)?,
                        known => (*NAMES.get(known - 1)?).to_owned(),
                    };
                    Some((name, self.document(depth + 1)?))
                };
                let members = (0..size).map(member).collect::<Option<Vec<_>>>()?;
                let mut names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
                names.sort_unstable();
                let twice = names.windows(2).any(|pair| pair.first() == pair.last());
                (!twice).then_some(Document::Map(members))
            }
            _ => None,
        }
    }
}
