//! Finds out how a delimited text is delimited.

use std::collections::BTreeMap;

use memchr::{memchr, memchr_iter};
use serde::{Deserialize, Serialize};

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
    /// All of them, in the order in which they are tried.
    const ALL: [Self; 4] = [Self::Semicolon, Self::Tab, Self::Comma, Self::Space];

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
/// be a decimal mark beside the others; but not where another separates nearly all, and the header too, which the first does
/// not: then it stands within labels. A blank, which may be anywhere, wins only where none of them separates anything.
pub(super) fn detect(head: &str, whole: bool) -> Dialect {
    let line_end = line_end(head);
    let found = |delimiter| Dialect { delimiter, line_end };
    if let Some(said) = said(head) {
        return found(said);
    }
    let records = count(head, whole, line_end);
    let regular = Delimiter::ALL.map(|delimiter| Regular::of(&records, delimiter));
    let marks = || regular.iter().filter(|found| found.delimiter != Delimiter::Space && found.columns > 1);
    let mut best: Option<&Regular> = None;
    for mark in marks() {
        if best.is_none_or(|best| mark.separated() > best.separated()) {
            best = Some(mark);
        }
        if mark.records * 2 >= records.len() {
            break;
        }
    }
    match best {
        Some(best) => {
            found(marks().find(|other| other.is_clearer_than(best, &records)).unwrap_or(best).delimiter)
        }
        None if regular.iter().any(|found| found.columns > 1) => found(Delimiter::Space),
        None => found(Delimiter::Comma),
    }
}

/// Finds out how lines end: in CR alone where no LF stands outside of quotes.
fn line_end(head: &str) -> u8 {
    let bytes = head.as_bytes();
    let (mut quoted, mut bare) = (false, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => return b'\n',
            b'\r' if !quoted => bare |= !matches!(bytes.get(at + 1), Some(b'\n' | b'\r') | None),
            _ => {}
        }
    }
    if bare || memchr(b'\n', bytes).is_none() && head.contains('\r') { b'\r' } else { b'\n' }
}

/// Reads Excel's first line `sep=;`.
pub(super) fn said(head: &str) -> Option<Delimiter> {
    let rest = head.trim_start_matches('"').strip_prefix("sep=")?;
    match rest.bytes().next()? {
        b';' => Some(Delimiter::Semicolon),
        b'\t' => Some(Delimiter::Tab),
        b',' => Some(Delimiter::Comma),
        _ => None,
    }
}

/// How many of each delimiter a record has outside of its quotes, in the order of [`Delimiter::ALL`].
type Counts = [usize; 4];

/// Counts the delimiters of up to 500 records that are not blank. A cell's quotes shield what is between them, whichever
/// delimiter is meant; each byte is looked at once or twice.
fn count(head: &str, whole: bool, line_end: u8) -> Vec<Counts> {
    let bytes = head.as_bytes();
    let (mut records, mut counts, mut blank) = (Vec::new(), Counts::default(), true);
    // Where the next quote is that may close a cell; none behind that byte, once there is none.
    let mut closing = Some(0);
    let (mut at, mut opens) = (0, true);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        if *byte == line_end {
            if !blank {
                records.push(counts);
            }
            if records.len() == 500 {
                return records;
            }
            (counts, blank, opens) = (Counts::default(), true, true);
            continue;
        }
        if *byte == b'"' && opens {
            closing = closing.and_then(|known| next_closing(bytes, known.max(at), line_end));
            if let Some(end) = closing {
                at = end + 1;
                blank = false;
            }
        }
        let delimiter = Delimiter::ALL.iter().position(|delimiter| delimiter.byte() == *byte);
        if let Some(count) = delimiter.and_then(|delimiter| counts.get_mut(delimiter)) {
            *count += 1;
        }
        blank &= byte.is_ascii_whitespace();
        opens = delimiter.is_some();
    }
    if whole && !blank {
        records.push(counts);
    }
    records
}

/// Finds a quote that may close a cell: before a delimiter, a line's end, or a blank and what begins another cell.
fn next_closing(bytes: &[u8], from: usize, line_end: u8) -> Option<usize> {
    memchr_iter(b'"', bytes.get(from..)?).map(|at| from + at).find(|at| {
        let behind = bytes.get(at + 1..).unwrap_or_default();
        match behind.first() {
            None | Some(b';' | b'\t' | b',' | b'\r') => true,
            Some(b' ') => behind.iter().take(64).find(|byte| **byte != b' ').is_none_or(|byte| {
                matches!(byte, b';' | b'\t' | b',' | b'\r' | b'"' | b'-' | b'.' | b'0'..=b'9')
                    || *byte == line_end
            }),
            Some(byte) => *byte == line_end,
        }
    })
}

/// How regularly one delimiter separates the records.
#[derive(Debug)]
struct Regular {
    delimiter: Delimiter,
    /// Where it stands in [`Delimiter::ALL`].
    at: usize,
    /// The records with the commonest number of columns from two on.
    records: usize,
    /// That number; 0 where it separates none.
    columns: usize,
}

impl Regular {
    fn of(records: &[Counts], delimiter: Delimiter) -> Self {
        let at = Delimiter::ALL.iter().position(|known| *known == delimiter).unwrap_or(0);
        let mut widths = BTreeMap::new();
        for count in records.iter().filter_map(|counts| counts.get(at)).filter(|count| **count > 0) {
            *widths.entry(count + 1).or_insert(0) += 1;
        }
        let (columns, records) =
            widths.into_iter().max_by_key(|(width, times)| (*times, *width)).unwrap_or_default();
        Self { delimiter, at, records, columns }
    }

    /// Counts the cells that it separates.
    fn separated(&self) -> usize {
        self.records * self.columns.saturating_sub(1)
    }

    /// Tells whether it separates nearly all records and the first one that either separates, which the other does not.
    fn is_clearer_than(&self, other: &Self, records: &[Counts]) -> bool {
        let of = |counts: &Counts, at: usize| counts.get(at).copied().unwrap_or(0);
        let first = records.iter().find(|counts| of(counts, self.at) + of(counts, other.at) > 0);
        self.records * 10 >= records.len() * 9
            && other.records < self.records
            && first
                .is_some_and(|counts| of(counts, self.at) + 1 == self.columns && of(counts, other.at) == 0)
    }
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
        assert_eq!(delimiter("kod;andel\n0114;58,2\n0115;60,1\nKälla: SCB, 2024\n"), Delimiter::Semicolon);
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
    fn what_stands_in_labels_separates_nothing() {
        let labels = "\"region\",\"nivå\",\"2023\"\n\"0114\",\"förgymnasial; kortare\",4\n\"0114\",\"eftergymnasial; längre\",5\n";
        assert_eq!(delimiter(labels), Delimiter::Comma);
        assert_eq!(delimiter(&labels.replace(',', "\t")), Delimiter::Tab);
        assert_eq!(delimiter(&labels.replace('"', "")), Delimiter::Comma);
        assert_eq!(delimiter(&labels.replace(',', "\t").replace('"', "")), Delimiter::Tab);
        assert_eq!(delimiter("a;b\n\"x, y\nz, å\";1\n\"x, y\";2\n"), Delimiter::Semicolon);
        assert_eq!(delimiter("\"b \"c, d\" e\",5\n\"f\",6\n"), Delimiter::Comma);
    }

    #[test]
    fn many_quotes_without_an_end_are_looked_at_once() {
        let stray = ",\"a".repeat(200_000);
        assert_eq!(delimiter(&stray), Delimiter::Comma);
    }

    #[test]
    fn lines_may_end_in_carriage_returns_alone() {
        assert_eq!(detect("a;\"b\nc\"\r1;2\r", true).line_end, b'\r');
        assert_eq!(detect("a;b\rc;d\r", true).line_end, b'\r');
        assert_eq!(detect("a;b\r\r\nc;d\r\r\n", true).line_end, b'\n');
    }
}
