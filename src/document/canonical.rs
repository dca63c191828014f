//! The canonical form of a document (RFC 8785) and its hash.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::Document;

impl Document {
    /// Writes the canonical form: no blanks, members sorted by the UTF-16 code units of their names, text escaped as
    /// ECMAScript's `JSON.stringify` does.
    ///
    /// ```
    /// use troskel::document::Document;
    ///
    /// let document = Document::map([("b", Document::Integer(1)), ("a", Document::text("å\n"))]);
    /// assert_eq!(document.canonical(), r#"{"a":"å\n","b":1}"#);
    /// ```
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, true);
        out
    }

    /// Writes compact JSON with the members in their own order.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, false);
        out
    }

    /// Writes JSON to be read by people: two blanks for each level, a member or an item a line, ending in a line break.
    ///
    /// ```
    /// use troskel::document::Document;
    ///
    /// let document = Document::map([("a", Document::list([Document::Integer(1)])), ("b", Document::list([]))]);
    /// assert_eq!(document.to_pretty_json(), "{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}\n");
    /// ```
    pub fn to_pretty_json(&self) -> String {
        let mut out = String::new();
        self.write_pretty(&mut out, "\n");
        out.push('\n');
        out
    }

    /// Returns SHA-256 over the canonical form, in hexadecimal.
    pub fn hash(&self) -> String {
        hex(&Sha256::digest(self.canonical()))
    }

    fn write(&self, out: &mut String, sorted: bool) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Integer(number) => {
                // Writing to a String never fails.
                let _ = write!(out, "{number}");
            }
            Self::Text(text) => write_text(out, text),
            Self::List(items) => {
                out.push('[');
                for (nth, item) in items.iter().enumerate() {
                    if nth > 0 {
                        out.push(',');
                    }
                    item.write(out, sorted);
                }
                out.push(']');
            }
            Self::Map(members) => {
                let mut members: Vec<&(String, Self)> = members.iter().collect();
                if sorted {
                    members.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
                }
                out.push('{');
                for (nth, (name, value)) in members.into_iter().enumerate() {
                    if nth > 0 {
                        out.push(',');
                    }
                    write_text(out, name);
                    out.push(':');
                    value.write(out, sorted);
                }
                out.push('}');
            }
        }
    }

    /// Writes the value; `line` is a line break with the blanks of the line that the value began on.
    fn write_pretty(&self, out: &mut String, line: &str) {
        let deeper = format!("{line}  ");
        match self {
            Self::List(items) if !items.is_empty() => {
                out.push('[');
                for (nth, item) in items.iter().enumerate() {
                    out.push_str(if nth > 0 { "," } else { "" });
                    out.push_str(&deeper);
                    item.write_pretty(out, &deeper);
                }
                out.push_str(line);
                out.push(']');
            }
            Self::Map(members) if !members.is_empty() => {
                out.push('{');
                for (nth, (name, value)) in members.iter().enumerate() {
                    out.push_str(if nth > 0 { "," } else { "" });
                    out.push_str(&deeper);
                    write_text(out, name);
                    out.push_str(": ");
                    value.write_pretty(out, &deeper);
                }
                out.push_str(line);
                out.push('}');
            }
            Self::Null | Self::Flag(_) | Self::Integer(_) | Self::Text(_) | Self::List(_) | Self::Map(_) => {
                self.write(out, false);
            }
        }
    }
}

pub(super) fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            control if control < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

/// Writes a text in quotation marks behind others, by the million.
#[cfg(feature = "tables")]
pub(crate) fn quoted(out: &mut Vec<u8>, text: &str) {
    if text.bytes().any(|byte| byte < b' ' || matches!(byte, b'"' | b'\\')) {
        let mut escaped = String::new();
        write_text(&mut escaped, text);
        out.extend_from_slice(escaped.as_bytes());
        return;
    }
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
}

/// Writes bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_by_utf16_and_text_is_escaped_as_rfc_8785_has_it() {
        let names = ["\u{20ac}", "\r", "\u{fb33}", "1", "\u{1f600}", "\u{80}", "\u{f6}"];
        let document = Document::Map(names.iter().map(|name| ((*name).to_owned(), Document::Null)).collect());
        assert_eq!(
            document.canonical(),
            "{\"\\r\":null,\"1\":null,\"\u{80}\":null,\"\u{f6}\":null,\"\u{20ac}\":null,\"\u{1f600}\":null,\"\u{fb33}\":null}"
        );
        assert_eq!(Document::text("\u{1}\u{8}\"\\/").canonical(), r#""\u0001\b\"\\/""#);
    }

    #[test]
    fn the_hash_is_sha_256_and_blind_to_order() {
        assert_eq!(
            Document::map([]).hash(),
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        );
        let (one, two) = (("a", Document::Integer(1)), ("b", Document::Flag(true)));
        assert_eq!(Document::map([one.clone(), two.clone()]).hash(), Document::map([two, one]).hash());
    }

    #[test]
    fn json_for_people_has_a_line_for_each_member_and_item() {
        let inner = Document::map([("b", Document::list([])), ("c", Document::map([]))]);
        let list = Document::list([Document::Integer(1), Document::Null, inner]);
        let document = Document::map([("a", list), ("d", Document::Flag(true))]);
        let expected = "{\n  \"a\": [\n    1,\n    null,\n    {\n      \"b\": [],\n      \"c\": {}\n    }\n  ],\n  \"d\": true\n}\n";
        assert_eq!(document.to_pretty_json(), expected);
        assert_eq!(Document::from_json(expected), Ok(document));
    }
}
