//! The texts that cells refer to, and how texts are written in workbooks.

use quick_xml::events::Event;

use super::super::archive::Archive;
use super::super::values::Values;
use super::super::xml::{Xml, entity};
use crate::error::Error;

/// Reads the shared texts; a text's phonetic runs are no part of it.
pub(super) fn read(archive: &mut Archive<'_>, part: &str) -> Result<Values, Error> {
    let mut xml = Xml::open(archive, part)?;
    let mut texts = Values::default();
    let (mut text, mut in_text, mut phonetic) = (String::new(), false, false);
    loop {
        match xml.next()? {
            Event::Start(event) => match event.local_name().as_ref() {
                "t" => in_text = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::Empty(event) if event.local_name().as_ref() == "si" => texts.push(""),
            Event::End(event) => match event.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => phonetic = false,
                "si" => {
                    texts.push(&unescaped(std::mem::take(&mut text)));
                }
                _ => {}
            },
            Event::Text(event) if in_text => text.push_str(&event),
            Event::CData(event) if in_text => text.push_str(&event),
            Event::GeneralRef(event) if in_text => text.push_str(&entity(&event)),
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
