//! Finds out how a delimited text is delimited.

use memchr::memchr;
use serde::{Deserialize, Serialize};

use super::csv::Splitter;

/// The character between the cells of a delimited text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Delimiter {
    /// `;`
    Semicolon,
    /// The tab character.
    Tab,
    /// `,`
    Comma,
    /// A blank.
    Space,
}

impl Delimiter {
    /// Returns the character as a byte; all of them are ASCII.
    pub fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Comma => b',',
            Self::Space => b' ',
        }
    }
}

/// What separates cells and what separates records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    pub(super) delimiter: Delimiter,
    /// `\n`, or `\r` where no `\n` occurs.
    pub(super) line_end: u8,
}

/// Finds out the dialect from a text's beginning; `whole` says that it is all of the text.
///
/// Semicolon, tab and comma win in this order where they separate most or in half of the records, because a comma may
/// be a decimal mark beside the others; a blank, which may be anywhere, only where none of them separates anything.
pub(super) fn detect(head: &str, whole: bool) -> Dialect {
    let line_end =
        if memchr(b'\n', head.as_bytes()).is_none() && head.contains('\r') { b'\r' } else { b'\n' };
    let found = |delimiter| Dialect { delimiter, line_end };
    if let Some(said) = said(head) {
        return found(said);
    }
    let mut best = (0, Delimiter::Comma);
    for delimiter in [Delimiter::Semicolon, Delimiter::Tab, Delimiter::Comma] {
        let (records, regular, columns) = regularity(head, whole, found(delimiter));
        let separated = regular * columns.saturating_sub(1);
        if separated > best.0 {
            best = (separated, delimiter);
        }
        if records > 0 && regular * 2 >= records {
            break;
        }
    }
    if best.0 == 0 && regularity(head, whole, found(Delimiter::Space)).1 > 0 {
        return found(Delimiter::Space);
    }
    found(best.1)
}

/// Reads Excel's first line `sep=;`.
fn said(head: &str) -> Option<Delimiter> {
    let rest = head.trim_start_matches('"').strip_prefix("sep=")?;
    match rest.bytes().next()? {
        b';' => Some(Delimiter::Semicolon),
        b'\t' => Some(Delimiter::Tab),
        b',' => Some(Delimiter::Comma),
        _ => None,
    }
}

/// Counts the records that are not blank, those of them with the commonest number of columns from two on, and that
/// number.
fn regularity(head: &str, whole: bool, dialect: Dialect) -> (usize, usize, usize) {
    let mut splitter = Splitter::new(dialect);
    let (mut rest, mut records) = (head, 0);
    let mut widths: Vec<(usize, usize)> = Vec::new();
    while !rest.is_empty() && records < 500 {
        let Some(cut) = splitter.split(rest, whole) else { break };
        let record = splitter.record(1, rest);
        if !record.is_blank() {
            records += 1;
            let width = record.len();
            match widths.iter_mut().find(|(known, _)| *known == width) {
                Some((_, times)) => *times += 1,
                None if width > 1 => widths.push((width, 1)),
                None => {}
            }
        }
        rest = rest.get(cut.length..).unwrap_or_default();
    }
    let (columns, regular) =
        widths.into_iter().max_by_key(|(width, times)| (*times, *width)).unwrap_or_default();
    (records, regular, columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn delimiter(head: &str) -> Delimiter {
        detect(head, true).delimiter
    }

    #[test]
    fn the_delimiter_is_the_one_that_makes_columns() {
        assert_eq!(delimiter("region,\"2020\"\n0114,58.2\n"), Delimiter::Comma);
        assert_eq!(delimiter("region;2020\n0114;58,2\n0115;60,1\n"), Delimiter::Semicolon);
        assert_eq!(delimiter("region\t2020\n0114\t58,2\n"), Delimiter::Tab);
        assert_eq!(delimiter("\"region\" \"2020\"\n\"0114 Upplands Väsby\" 58.2\n"), Delimiter::Space);
        assert_eq!(delimiter("\"En titel, med komma\"\n\nregion;2020\n0114;58,2\n"), Delimiter::Semicolon);
        assert_eq!(
            delimiter("region,2020\nUpplands Väsby (Norra sidan),4\nSolna (Råsunda västra),3\n"),
            Delimiter::Comma
        );
        assert_eq!(delimiter("sep=,\na,b\n"), Delimiter::Comma);
        assert_eq!(delimiter("0114\n0115\n"), Delimiter::Comma);
        assert_eq!(delimiter(""), Delimiter::Comma);
    }

    #[test]
    fn a_footer_longer_than_the_table_changes_nothing() {
        let footer = "Källa: SCB, Statistikdatabasen\n".repeat(9);
        assert_eq!(
            delimiter(&format!("kod;a;b;c\n0114;1;2;3\n0115;1;2;3\n0117;4;5;6\n{footer}")),
            Delimiter::Semicolon
        );
    }

    #[test]
    fn lines_may_end_in_carriage_returns_alone() {
        assert_eq!(detect("a;b\rc;d\r", true).line_end, b'\r');
        assert_eq!(detect("a;b\r\r\nc;d\r\r\n", true).line_end, b'\n');
    }
}
