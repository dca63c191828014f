//! Text encodings of statistics files: found out while the bytes arrive, and decoded by small tables.
//!
//! Eight bits need 27 and 8 table entries; that is all of `encoding_rs` or `TextDecoder` that these files use, it costs
//! no call across the JavaScript boundary, and both sides decode alike.

use std::str;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Problem};

/// The encoding of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    #[serde(rename = "utf-8")]
    Utf8,
    /// Windows-1252, which is also how ISO-8859-1 is read (WHATWG Encoding Standard).
    #[serde(rename = "windows-1252", alias = "iso-8859-1")]
    Windows1252,
    /// ISO-8859-15.
    #[serde(rename = "iso-8859-15")]
    Iso8859_15,
    /// UTF-16, little-endian, as Excel's "Unicode text".
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, big-endian.
    #[serde(rename = "utf-16be")]
    Utf16Be,
}

/// The characters of Windows-1252 from 0x80 to 0x9F; the five unassigned bytes are control characters, as in browsers.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

pub(super) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{FFFD}'),
        _ => char::from(byte),
    }
}

fn iso_8859_15(byte: u8) -> char {
    match byte {
        0xA4 => '€',
        0xA6 => 'Š',
        0xA8 => 'š',
        0xB4 => 'Ž',
        0xB8 => 'ž',
        0xBC => 'Œ',
        0xBD => 'œ',
        0xBE => 'Ÿ',
        _ => char::from(byte),
    }
}

/// What is known of the encoding so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing has been seen; a byte order mark may come.
    Start,
    /// Only ASCII has been seen.
    Ascii,
    /// Known for good: overruled by a person, or said by a byte order mark.
    Known(Encoding),
    /// Found out from the bytes so far; for UTF-8, later bytes may contradict.
    Found(Encoding),
}

/// Decodes a text that arrives in chunks, and finds out its encoding: a byte order mark, else strict UTF-8, else
/// Windows-1252.
///
/// Where bytes far into the file contradict what was found out, the answer is the error `not-utf8`, and the file has
/// to be read again as [`Encoding::Windows1252`]. An encoding that was overruled is never contradicted: what can't be
/// decoded becomes U+FFFD.
#[derive(Debug, Clone)]
pub struct Decoder {
    state: State,
    /// Whether the byte order mark, if any, is behind.
    begun: bool,
    /// Bytes of a character that is not complete yet, or of a byte order mark; at most four.
    tail: Vec<u8>,
}

impl Decoder {
    /// Makes a decoder that finds out the encoding, unless it is given.
    pub fn new(overruled: Option<Encoding>) -> Self {
        Self { state: overruled.map_or(State::Start, State::Known), begun: false, tail: Vec::new() }
    }

    /// Returns the encoding; a text of ASCII alone is UTF-8.
    pub fn encoding(&self) -> Encoding {
        match self.state {
            State::Start | State::Ascii => Encoding::Utf8,
            State::Known(encoding) | State::Found(encoding) => encoding,
        }
    }

    /// Appends the text of the next chunk to `text`; `last` says that no chunk follows.
    ///
    /// # Errors
    ///
    /// `not-utf8`, see above.
    pub fn decode(&mut self, chunk: &[u8], last: bool, text: &mut String) -> Result<(), Error> {
        let joined;
        let mut bytes = chunk;
        if !self.tail.is_empty() {
            let mut tail = std::mem::take(&mut self.tail);
            tail.extend_from_slice(chunk);
            joined = tail;
            bytes = &joined;
        }
        if !self.begun {
            if bytes.len() < 4 && !last {
                self.tail = bytes.to_vec();
                return Ok(());
            }
            self.begun = true;
            bytes = match self.state {
                State::Known(encoding) => skip_mark(encoding, bytes),
                State::Start | State::Ascii | State::Found(_) => self.begin(bytes),
            };
        }
        match self.state {
            State::Start | State::Ascii => self.decode_unknown(bytes, last, text),
            State::Known(Encoding::Utf8) => {
                self.decode_lossy(bytes, last, text);
                Ok(())
            }
            State::Found(Encoding::Utf8) => self.decode_strict(bytes, last, text),
            State::Known(encoding) | State::Found(encoding) => {
                self.decode_known(encoding, bytes, last, text);
                Ok(())
            }
        }
    }

    /// Looks for a byte order mark and returns the bytes behind it.
    fn begin<'b>(&mut self, bytes: &'b [u8]) -> &'b [u8] {
        let (state, skip) = match bytes {
            [0xEF, 0xBB, 0xBF, ..] => (State::Known(Encoding::Utf8), 3),
            [0xFF, 0xFE, ..] => (State::Known(Encoding::Utf16Le), 2),
            [0xFE, 0xFF, ..] => (State::Known(Encoding::Utf16Be), 2),
            [1..=255, 0, 1..=255, 0, ..] => (State::Found(Encoding::Utf16Le), 0),
            [0, 1..=255, 0, 1..=255, ..] => (State::Found(Encoding::Utf16Be), 0),
            _ => (State::Ascii, 0),
        };
        self.state = state;
        bytes.get(skip..).unwrap_or_default()
    }

    fn decode_unknown(&mut self, bytes: &[u8], last: bool, text: &mut String) -> Result<(), Error> {
        if bytes.is_ascii() {
            text.push_str(str::from_utf8(bytes).unwrap_or_default());
            return Ok(());
        }
        match str::from_utf8(bytes) {
            Err(error) if error.error_len().is_some() || last => {
                self.state = State::Found(Encoding::Windows1252);
                self.decode_known(Encoding::Windows1252, bytes, last, text);
                Ok(())
            }
            Err(error) if bytes.get(..error.valid_up_to()).is_some_and(<[u8]>::is_ascii) => {
                let (head, tail) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
                text.push_str(str::from_utf8(head).unwrap_or_default());
                self.tail = tail.to_vec();
                Ok(())
            }
            Ok(_) | Err(_) => {
                self.state = State::Found(Encoding::Utf8);
                self.decode_strict(bytes, last, text)
            }
        }
    }

    fn decode_strict(&mut self, bytes: &[u8], last: bool, text: &mut String) -> Result<(), Error> {
        if let Ok(valid) = simdutf8::basic::from_utf8(bytes) {
            text.push_str(valid);
            return Ok(());
        }
        // Where it is not valid, the standard library tells what is wrong and where.
        match str::from_utf8(bytes) {
            Ok(valid) => text.push_str(valid),
            Err(error) if error.error_len().is_some() || last => return Err(Problem::NotUtf8.into()),
            Err(error) => {
                let (head, tail) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
                text.push_str(str::from_utf8(head).unwrap_or_default());
                self.tail = tail.to_vec();
            }
        }
        Ok(())
    }

    fn decode_lossy(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            text.push_str(chunk.valid());
            let invalid = chunk.invalid();
            let incomplete = str::from_utf8(invalid).is_err_and(|error| error.error_len().is_none());
            if chunks.peek().is_none() && incomplete && !last {
                self.tail = invalid.to_vec();
            } else if !invalid.is_empty() {
                text.push('\u{FFFD}');
            }
        }
    }

    fn decode_known(&mut self, encoding: Encoding, bytes: &[u8], last: bool, text: &mut String) {
        match encoding {
            Encoding::Utf8 => self.decode_lossy(bytes, last, text),
            Encoding::Windows1252 => decode_bytes(bytes, windows_1252, text),
            Encoding::Iso8859_15 => decode_bytes(bytes, iso_8859_15, text),
            Encoding::Utf16Le => self.decode_utf16(bytes, u16::from_le_bytes, last, text),
            Encoding::Utf16Be => self.decode_utf16(bytes, u16::from_be_bytes, last, text),
        }
    }

    fn decode_utf16(&mut self, bytes: &[u8], unit: fn([u8; 2]) -> u16, last: bool, text: &mut String) {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let mut units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
        let mut tail = Vec::new();
        if !last && let Some(high) = units.pop_if(|unit| matches!(*unit, 0xD800..=0xDBFF)) {
            tail.extend_from_slice(&if unit([1, 0]) == 1 { high.to_le_bytes() } else { high.to_be_bytes() });
        }
        text.extend(char::decode_utf16(units).map(|character| character.unwrap_or('\u{FFFD}')));
        if last && !rest.is_empty() {
            text.push('\u{FFFD}');
        } else {
            tail.extend_from_slice(rest);
            self.tail = tail;
        }
    }
}

/// Skips the mark of an encoding that was overruled.
fn skip_mark(encoding: Encoding, bytes: &[u8]) -> &[u8] {
    let mark: &[u8] = match encoding {
        Encoding::Utf8 => &[0xEF, 0xBB, 0xBF],
        Encoding::Utf16Le => &[0xFF, 0xFE],
        Encoding::Utf16Be => &[0xFE, 0xFF],
        Encoding::Windows1252 | Encoding::Iso8859_15 => return bytes,
    };
    bytes.strip_prefix(mark).unwrap_or(bytes)
}

fn decode_bytes(bytes: &[u8], decode: fn(u8) -> char, text: &mut String) {
    for run in bytes.chunk_by(|a, b| a.is_ascii() == b.is_ascii()) {
        match str::from_utf8(run) {
            Ok(ascii) if ascii.is_ascii() => text.push_str(ascii),
            Ok(_) | Err(_) => text.extend(run.iter().map(|byte| decode(*byte))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn decoded(bytes: &[u8], overruled: Option<Encoding>) -> (String, Encoding) {
        let (mut text, mut decoder) = (String::new(), Decoder::new(overruled));
        decoder.decode(bytes, true, &mut text).unwrap();
        // The same in pieces of one byte, whatever is cut in two.
        let (mut pieces, mut slow) = (String::new(), Decoder::new(overruled));
        for byte in bytes {
            slow.decode(&[*byte], false, &mut pieces).unwrap();
        }
        slow.decode(&[], true, &mut pieces).unwrap();
        assert_eq!(text, pieces);
        assert_eq!(decoder.encoding(), slow.encoding());
        (text, decoder.encoding())
    }

    #[test]
    fn encodings_are_found_out() {
        let p = |bytes: &[u8]| decoded(bytes, None);
        assert_eq!(p(b"kod;andel"), ("kod;andel".into(), Encoding::Utf8));
        assert_eq!(p("kön".as_bytes()), ("kön".into(), Encoding::Utf8));
        assert_eq!(p("\u{FEFF}kön".as_bytes()), ("kön".into(), Encoding::Utf8));
        assert_eq!(p(b"k\xF6n \x80"), ("kön €".into(), Encoding::Windows1252));
        assert_eq!(p(b"k\xF6"), ("kö".into(), Encoding::Windows1252));
        assert_eq!(p(b"\xFF\xFEk\0\xF6\0n\0"), ("kön".into(), Encoding::Utf16Le));
        assert_eq!(p(b"\xFE\xFF\0k\0\xF6\0n"), ("kön".into(), Encoding::Utf16Be));
        assert_eq!(p(b"k\0o\0d\0"), ("kod".into(), Encoding::Utf16Le));
        assert_eq!(p(b"\xFF\xFE\x3D\xD8\x00\xDE"), ("😀".into(), Encoding::Utf16Le));
        assert_eq!(p(b""), (String::new(), Encoding::Utf8));
    }

    #[test]
    fn a_person_can_overrule() {
        assert_eq!(decoded(b"k\xF6n", Some(Encoding::Utf8)).0, "k\u{FFFD}n");
        assert_eq!(decoded(b"\xA4", Some(Encoding::Iso8859_15)).0, "€");
        assert_eq!(decoded("kön".as_bytes(), Some(Encoding::Windows1252)).0, "kÃ¶n");
    }

    #[test]
    fn late_bytes_that_contradict_are_an_error() {
        let (mut text, mut decoder) = (String::new(), Decoder::new(None));
        decoder.decode("kön".as_bytes(), false, &mut text).unwrap();
        assert_eq!(decoder.decode(b"k\xF6n", false, &mut text).unwrap_err().code(), "not-utf8");
    }

    #[test]
    fn each_byte_is_a_character() {
        let upper = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
        for (byte, letter) in (0xC0..=0xFF).zip(upper.chars()) {
            assert_eq!((windows_1252(byte), iso_8859_15(byte)), (letter, letter));
        }
        for byte in 0..=0x7F {
            assert_eq!((windows_1252(byte), iso_8859_15(byte)), (char::from(byte), char::from(byte)));
        }
        for (byte, letter) in (0x80..=0x9F).zip(WINDOWS_1252) {
            assert_eq!((windows_1252(byte), iso_8859_15(byte)), (letter, char::from(byte)));
        }
        let differ = [
            (0xA4, '€'),
            (0xA6, 'Š'),
            (0xA8, 'š'),
            (0xB4, 'Ž'),
            (0xB8, 'ž'),
            (0xBC, 'Œ'),
            (0xBD, 'œ'),
            (0xBE, 'Ÿ'),
        ];
        for byte in 0xA0..=0xBF {
            let letter =
                differ.iter().find(|(own, _)| *own == byte).map_or(char::from(byte), |(_, letter)| *letter);
            assert_eq!((windows_1252(byte), iso_8859_15(byte)), (char::from(byte), letter));
        }
    }

    #[test]
    fn the_mark_of_an_encoding_is_no_text() {
        let p = |bytes: &[u8], encoding| decoded(bytes, Some(encoding)).0;
        assert_eq!(p(b"\xEF\xBB\xBFab", Encoding::Utf8), "ab");
        assert_eq!(p(b"\xFF\xFEa\0b\0", Encoding::Utf16Le), "ab");
        assert_eq!(p(b"\xFE\xFF\0a\0b", Encoding::Utf16Be), "ab");
        assert_eq!(p(b"\xFF\xFEab", Encoding::Windows1252), "ÿþab");
        assert_eq!(p(b"\xFF\xFEab", Encoding::Iso8859_15), "ÿþab");
        assert_eq!(p(b"a\0b\0", Encoding::Utf16Le), "ab");
        let found = decoded(b"\0a\0b\0c", None);
        assert_eq!(found, ("abc".into(), Encoding::Utf16Be));
        assert_eq!(decoded(b"a\0b\0c\0", None).1, Encoding::Utf16Le);
        // A zero alone makes no letters of two bytes.
        assert_eq!(decoded(b"a\0bc", None).1, Encoding::Utf8);
        assert_eq!(decoded(b"\0abc", None).1, Encoding::Utf8);
    }

    #[test]
    fn what_is_cut_or_no_text_is_shown_as_such() {
        assert_eq!(decoded(b"ab\xC3", Some(Encoding::Utf8)).0, "ab\u{FFFD}");
        assert_eq!(decoded(b"a\0b\0c", Some(Encoding::Utf16Le)).0, "ab\u{FFFD}");
        assert_eq!(decoded(b"\x3D\xD8a\0", Some(Encoding::Utf16Le)).0, "\u{FFFD}a");
        assert_eq!(decoded(b"\xD8\x3D\xDE\x00\0a", Some(Encoding::Utf16Be)).0, "😀a");
        assert_eq!(decoded(b"abcd\xD8\x3D", Some(Encoding::Utf16Be)).0, "慢捤\u{FFFD}");
        let strict = |bytes: &[u8]| {
            let (mut text, mut decoder) = (String::new(), Decoder::new(None));
            decoder.decode("kön".as_bytes(), false, &mut text).unwrap();
            decoder.decode(bytes, true, &mut text).map(|()| text).map_err(|error| error.code())
        };
        assert_eq!(strict("är".as_bytes()), Ok("könär".into()));
        assert_eq!(strict(b"k\xC3"), Err("not-utf8"));
    }
}
