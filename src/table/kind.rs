//! What a file is, by its first bytes: a format that is read, or one that is known and named.

use super::xls::compound;
use super::{Decoder, Encoding, px};
use crate::error::OtherFormat;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Delimited text, read as it arrives.
    Csv,
    Json,
    Px,
    /// A workbook of XML parts, or an archive of files.
    Zip,
    /// A compound file: a workbook before 2007, or one with a password.
    Compound,
    /// Nothing but blanks.
    Empty,
    Other(OtherFormat),
}

/// Formats by what they begin with.
const MAGIC: &[(&[u8], OtherFormat)] = &[
    (b"%PDF-", OtherFormat::Pdf),
    (b"\x89PNG\r\n", OtherFormat::Picture),
    (b"\xFF\xD8\xFF", OtherFormat::Picture),
    (b"GIF8", OtherFormat::Picture),
    (b"II*\0", OtherFormat::Picture),
    (b"MM\0*", OtherFormat::Picture),
    (b"\x1F\x8B", OtherFormat::Gzip),
    (b"BZh", OtherFormat::Packed),
    (b"\xFD7zXZ\0", OtherFormat::Packed),
    (b"7z\xBC\xAF\x27\x1C", OtherFormat::Packed),
    (b"Rar!\x1A\x07", OtherFormat::Packed),
    (b"\x28\xB5\x2F\xFD", OtherFormat::Packed),
    (b"PAR1", OtherFormat::Parquet),
    (b"SQLite format 3\0", OtherFormat::Sqlite),
    (b"{\\rtf", OtherFormat::TextDocument),
    (b"TABLE\r\n0,1\r\n", OtherFormat::Dif),
    (b"TABLE\n0,1\n", OtherFormat::Dif),
    (b"\0\0\x02\0\x04\x04", OtherFormat::Lotus),
    (b"\0\0\x02\0\x06\x04", OtherFormat::Lotus),
    (b"\0\0\x1A\0", OtherFormat::Lotus),
    (b"\x09\0\x04\0", OtherFormat::Excel4),
    (b"\x09\x02\x06\0", OtherFormat::Excel4),
    (b"\x09\x04\x06\0", OtherFormat::Excel4),
    (b"\0\0\x27\x0A", OtherFormat::Map),
];

impl Kind {
    /// Tells the format by a file's first bytes; text that is nothing else is delimited text.
    pub(super) fn of(head: &[u8]) -> Self {
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return Self::Zip;
        }
        if head.starts_with(&compound::MAGIC) {
            return Self::Compound;
        }
        if let Some((_, format)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
            return Self::Other(*format);
        }
        if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
            return Self::Other(OtherFormat::Picture);
        }
        let (mut text, mut decoder) = (String::new(), Decoder::new(None));
        let decoded = decoder.decode(head, false, &mut text);
        if decoded.is_err() || text.is_empty() {
            text = head.iter().map(|byte| char::from(*byte)).collect();
        }
        let wide = matches!(decoder.encoding(), Encoding::Utf16Le | Encoding::Utf16Be);
        if !wide && is_binary(head) {
            return Self::Other(OtherFormat::Binary);
        }
        Self::of_text(text.trim_start_matches('\u{FEFF}').trim_start())
    }

    fn of_text(text: &str) -> Self {
        match text.bytes().next() {
            None => Self::Empty,
            Some(b'{') => Self::Json,
            Some(b'[')
                if text.get(1..).is_some_and(|rest| rest.trim_start().starts_with(['{', '[', '"', ']'])) =>
            {
                Self::Json
            }
            Some(b'<') => markup(text).map_or(Self::Csv, Self::Other),
            Some(_) if is_sylk(text) => Self::Other(OtherFormat::Sylk),
            Some(_) if text.starts_with("MIME-Version:") => Self::Other(OtherFormat::Html),
            Some(_) if px::is_px(text) => Self::Px,
            Some(_) => Self::Csv,
        }
    }
}

/// Tells whether bytes are no text: more than one in twenty is a control character that no text has.
fn is_binary(head: &[u8]) -> bool {
    let control = head.iter().filter(|byte| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F)).count();
    control * 20 > head.len()
}

/// Tells the kind of markup; `None` where it is text that happens to begin with `<`.
fn markup(text: &str) -> Option<OtherFormat> {
    let head = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
    let html = ["<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<style", "<div", "<script"];
    if has(&["urn:schemas-microsoft-com:office:spreadsheet", "progid=\"excel.sheet\""]) {
        return Some(OtherFormat::XmlSpreadsheet2003);
    }
    if has(&["<office:document"]) {
        return Some(OtherFormat::FlatOds);
    }
    if has(&html) {
        return Some(OtherFormat::Html);
    }
    if has(&["<svg"]) {
        return Some(OtherFormat::Picture);
    }
    has(&["<?xml", "<!--", "xmlns"]).then_some(OtherFormat::Xml)
}

/// Tells whether a text is SYLK: not every table whose first heading is `ID` is, as Excel believes.
fn is_sylk(text: &str) -> bool {
    let mut lines = text.lines();
    lines.next().is_some_and(|line| line.starts_with("ID;P"))
        && lines.next().is_some_and(|line| {
            ["B;", "C;", "E", "F;", "NN;", "O;", "P;"].iter().any(|kind| line.starts_with(kind))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_named_for_what_it_is() {
        let other = |head: &[u8]| match Kind::of(head) {
            Kind::Other(format) => Some(format),
            Kind::Csv | Kind::Json | Kind::Px | Kind::Zip | Kind::Compound | Kind::Empty => None,
        };
        let p = |text: &str| other(text.as_bytes());
        assert_eq!(p("<html><body><table>"), Some(OtherFormat::Html));
        assert_eq!(p("\u{FEFF}\r\n<!DOCTYPE html>"), Some(OtherFormat::Html));
        let utf16: Vec<u8> = "\u{FEFF}<html><table>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(other(&utf16), Some(OtherFormat::Html));
        assert_eq!(
            p("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>"),
            Some(OtherFormat::XmlSpreadsheet2003)
        );
        assert_eq!(p("<?xml version=\"1.0\"?>\n<office:document xmlns:office"), Some(OtherFormat::FlatOds));
        assert_eq!(p("<?xml version=\"1.0\"?><data/>"), Some(OtherFormat::Xml));
        assert_eq!(p("%PDF-1.7"), Some(OtherFormat::Pdf));
        assert_eq!(other(b"\x1F\x8B\x08\0"), Some(OtherFormat::Gzip));
        assert_eq!(p("ID;PWXL;N;E\r\nP;PGeneral\r\n"), Some(OtherFormat::Sylk));
        assert_eq!(other(b"\x7FELF\x02\x01\x01\0\0\0\0\0\0"), Some(OtherFormat::Binary));
        assert_eq!(other(b"PAR1\x15\x04"), Some(OtherFormat::Parquet));
    }

    #[test]
    fn tables_are_told_from_what_they_look_like() {
        assert_eq!(Kind::of(b"ID;Population;Andel\n0114;1;2\n"), Kind::Csv);
        assert_eq!(Kind::of(b"<5;kod\n1;2\n"), Kind::Csv);
        assert_eq!(Kind::of(b"[Log] Region,2020\n"), Kind::Csv);
        assert_eq!(Kind::of(b"TITLE;Region\n"), Kind::Csv);
        assert_eq!(Kind::of(b"SUBJECT-AREA=\"a\";"), Kind::Px);
        assert_eq!(Kind::of(b"TITLE[sv]=\"a\";"), Kind::Px);
        assert_eq!(Kind::of(b"[{\"kod\": 1}]"), Kind::Json);
        assert_eq!(Kind::of(b" \r\n\t"), Kind::Empty);
        assert_eq!(Kind::of(b""), Kind::Empty);
        assert_eq!(Kind::of(b"kod;namn\n0114;\0\n0115;Solna\n0117;Nacka och andra\n"), Kind::Csv);
    }

    #[test]
    fn each_format_is_known_by_what_it_begins_with() {
        for (magic, format) in MAGIC {
            assert_eq!(Kind::of(&[magic, &b"more and more"[..]].concat()), Kind::Other(*format), "{magic:?}");
        }
        assert_eq!(Kind::of(b"PK\x03\x04"), Kind::Zip);
        assert_eq!(Kind::of(b"PK\x05\x06"), Kind::Zip);
        assert_eq!(Kind::of(&compound::MAGIC), Kind::Compound);
        assert_eq!(Kind::of(b"RIFF0000WEBP"), Kind::Other(OtherFormat::Picture));
        assert_eq!(Kind::of(b"RIFF;0000;WEBP"), Kind::Csv);
        assert_eq!(Kind::of(b"kod;0000WEBP"), Kind::Csv);
        assert_eq!(Kind::of(b"MIME-Version: 1.0"), Kind::Other(OtherFormat::Html));
        for (text, format) in [
            ("<head>", OtherFormat::Html),
            ("<BODY>", OtherFormat::Html),
            ("<meta charset>", OtherFormat::Html),
            ("<style>", OtherFormat::Html),
            ("<div>", OtherFormat::Html),
            ("<script>", OtherFormat::Html),
            ("<svg>", OtherFormat::Picture),
            ("<a xmlns=\"b\">", OtherFormat::Xml),
            ("<!-- a -->", OtherFormat::Xml),
            (
                "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                OtherFormat::XmlSpreadsheet2003,
            ),
        ] {
            assert_eq!(Kind::of(text.as_bytes()), Kind::Other(format), "{text}");
        }
        for second in ["B;Y2", "C;X1", "E", "F;P0", "NN;x", "O;L", "P;P0"] {
            assert_eq!(
                Kind::of(format!("ID;P\n{second}\n").as_bytes()),
                Kind::Other(OtherFormat::Sylk),
                "{second}"
            );
        }
        assert_eq!(Kind::of(b"ID;P\n"), Kind::Csv);
        for text in ["[[1]]", "[\"a\"]", "[ ]", "{", "[ {"] {
            assert_eq!(Kind::of(text.as_bytes()), Kind::Json, "{text}");
        }
        assert_eq!(Kind::of(b"["), Kind::Csv);
    }

    #[test]
    fn more_than_one_control_character_in_twenty_is_no_text() {
        let with = |controls: &[u8], length: usize| {
            let mut bytes = vec![b'a'; length - controls.len()];
            bytes.extend_from_slice(controls);
            Kind::of(&bytes) == Kind::Other(OtherFormat::Binary)
        };
        for control in (0..=8).chain(0x0E..=0x1A).chain(0x1C..=0x1F) {
            assert!(with(&[control], 19), "{control}");
            assert!(!with(&[control], 20), "{control}");
        }
        for other in [b'\t', b'\n', 0x0B, 0x0C, b'\r', 0x1B, b' '] {
            assert!(!with(&[other], 19), "{other}");
        }
        assert!(with(&[1, 1, 1], 59) && !with(&[1, 1, 1], 60));
    }
}
