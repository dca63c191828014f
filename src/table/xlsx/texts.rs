//! The texts that cells refer to, and how texts are written in workbooks.

use quick_xml::events::{BytesStart, Event};

use super::super::archive::Archive;
use super::super::values::Values;
use super::super::xml::{Xml, attribute, entity};
use crate::error::Error;

/// A text under way, of runs of which some may be raised: the marks of footnotes, which are no part of it.
#[derive(Debug, Default)]
pub(super) struct Runs {
    text: String,
    raised: String,
    is_raised: bool,
}

impl Runs {
    pub(super) fn begin(&mut self) {
        self.is_raised = false;
    }

    /// Reads a run's own alignment.
    pub(super) fn align(&mut self, event: &BytesStart<'_>) {
        self.is_raised |= attribute(event, "val").as_deref() == Some("superscript");
    }

    pub(super) fn push(&mut self, text: &str) {
        (if self.is_raised { &mut self.raised } else { &mut self.text }).push_str(text);
    }

    /// Takes the text; what is raised as a whole is one.
    pub(super) fn take(&mut self) -> String {
        self.is_raised = false;
        let (text, raised) = (std::mem::take(&mut self.text), std::mem::take(&mut self.raised));
        unescaped(if text.trim().is_empty() { text + &raised } else { text })
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.raised.clear();
        self.is_raised = false;
    }
}

/// Reads the shared texts; a text's phonetic runs are no part of it.
pub(super) fn read(archive: &mut Archive<'_>, part: &str) -> Result<Values, Error> {
    let mut xml = Xml::open(archive, part)?;
    let mut texts = Values::default();
    let (mut text, mut in_text, mut phonetic) = (Runs::default(), false, false);
    loop {
        match xml.next()? {
            Event::Start(event) => match event.local_name().as_ref() {
                "t" => in_text = !phonetic,
                "r" => text.begin(),
                "vertAlign" => text.align(&event),
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::Empty(event) => match event.local_name().as_ref() {
                "si" => {
                    texts.push("");
                }
                "vertAlign" => text.align(&event),
                _ => {}
            },
            Event::End(event) => match event.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => phonetic = false,
                "si" => {
                    texts.push(&text.take());
                }
                _ => {}
            },
            Event::Text(event) if in_text => text.push(&event),
            Event::CData(event) if in_text => text.push(&event),
            Event::GeneralRef(event) if in_text => text.push(&entity(&event)),
            Event::Eof => return Ok(texts),
            _ => {}
        }
    }
}

/// Reads `_x000D_` and the like, which stand for characters that XML can't have; `_x005F_` is the underscore itself.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let (mut done, mut rest) = (String::with_capacity(text.len()), text.as_str());
    let mut units = Vec::new();
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let unit = code
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|code| u16::from_str_radix(code, 16).ok());
        let (before, behind) = rest.split_at_checked(at).unwrap_or((rest, ""));
        if !before.is_empty() {
            flush(&mut units, &mut done);
        }
        done.push_str(before);
        let length = if let Some(unit) = unit {
            units.push(unit);
            7
        } else {
            flush(&mut units, &mut done);
            done.push_str("_x");
            2
        };
        rest = behind.get(length..).unwrap_or_default();
    }
    flush(&mut units, &mut done);
    done.push_str(rest);
    done
}

/// Writes characters that were told by their UTF-16 units, two for some.
fn flush(units: &mut Vec<u16>, into: &mut String) {
    into.extend(char::decode_utf16(units.drain(..)).map(|character| character.unwrap_or('\u{FFFD}')));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_xml_cannot_have_are_told_by_their_codes() {
        let p = |text: &str| unescaped(text.to_owned());
        assert_eq!(p("a_x000D_\nb"), "a\r\nb");
        assert_eq!(p("_x005F_x000D_"), "_x000D_");
        assert_eq!(p("_xD83D__xDE00_!"), "😀!");
        assert_eq!(p("_x00_x_xyz_ max_xx"), "_x00_x_xyz_ max_xx");
        assert_eq!(p("fil_x.csv"), "fil_x.csv");
        assert_eq!(p("_x"), "_x");
    }
}
