//! Delimited text cut into records, with the quoting that statistics files really have.
//!
//! A cell in quotes ends at a quote before a delimiter or a line's end. A doubled quote inside is one quote (Excel); a
//! quote before anything else is itself (`PxWeb` doesn't double). A line ends at LF with any number of CR before it. This
//! is why no RFC 4180 parser fits: it would cut a cell with such a quote in two, silently.

use memchr::{memchr, memchr_iter, memchr2, memmem};

use super::super::{Record, narrow, slice, wide};
use super::dialect::Dialect;

/// Quotes without an end after which no cell may span lines any longer.
const STRAY_QUOTES: u32 = 8;

/// Splits delimited text into records, one at a time.
#[derive(Debug)]
pub(super) struct Splitter {
    pub(super) dialect: Dialect,
    spans: Vec<(u32, u32)>,
    /// Cells with doubled quotes.
    doubled: Vec<usize>,
    /// The record with its doubled quotes undone, if there are any.
    undone: String,
    /// How many quotes had no end.
    stray: u32,
    /// In a line whose quotes are not to be trusted: where the next one that can close a cell is, from a byte on.
    next_closing: Option<(usize, Option<usize>)>,
}

/// Where a record ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// Bytes of the record with its line end.
    pub(super) length: usize,
    /// Line ends in it.
    pub(super) lines: u64,
}

/// What follows a quote.
enum Behind {
    /// A delimiter or the line's end, at that byte.
    End(usize),
    /// Anything else.
    Text,
    /// More text is needed to know.
    Later,
}

/// How a quoted cell ends.
enum Closing {
    /// The text ends, the behind-lying byte, whether a quote is doubled.
    At(usize, usize, bool),
    /// More text is needed to know.
    Later,
    /// The quote is no opening quote.
    Never,
}

impl Splitter {
    pub(super) fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            spans: Vec::new(),
            doubled: Vec::new(),
            undone: String::new(),
            stray: 0,
            next_closing: None,
        }
    }

    /// Returns the record last split from `text`.
    pub(super) fn record<'a>(&'a self, line: u64, text: &'a str) -> Record<'a> {
        Record::new(line, if self.doubled.is_empty() { text } else { &self.undone }, &self.spans)
    }

    /// Splits the first record off; `None` if it isn't complete, which it is if the text is the `last`.
    pub(super) fn split(&mut self, text: &str, last: bool) -> Option<Cut> {
        self.doubled.clear();
        let bytes = text.as_bytes();
        match memchr2(self.dialect.line_end, b'"', bytes) {
            Some(at) if bytes.get(at) == Some(&b'"') => self.split_quoted(text, last),
            Some(at) => Some(self.split_plain(bytes, at)),
            None if last => Some(self.split_plain(bytes, bytes.len())),
            None => None,
        }
    }

    /// Splits the first line off as if quotes meant nothing.
    pub(super) fn split_line(&mut self, text: &str) -> Cut {
        self.doubled.clear();
        self.stray += 1;
        let bytes = text.as_bytes();
        self.split_plain(bytes, memchr(self.dialect.line_end, bytes).unwrap_or(bytes.len()))
    }

    fn split_plain(&mut self, bytes: &[u8], line_end: usize) -> Cut {
        self.spans.clear();
        let line = trim_returns(bytes.get(..line_end).unwrap_or(bytes));
        let mut start = 0;
        for at in memchr_iter(self.dialect.delimiter.byte(), line) {
            self.spans.push((start, narrow(at)));
            start = narrow(at) + 1;
        }
        self.spans.push((start, narrow(line.len())));
        if memchr(b'\'', line).is_some() {
            self.spans.iter_mut().for_each(|span| *span = bare(bytes, *span));
        }
        Cut { length: bytes.len().min(line_end + 1), lines: 1 }
    }

    fn split_quoted(&mut self, text: &str, last: bool) -> Option<Cut> {
        self.spans.clear();
        self.next_closing = None;
        let (delimiter, line_end) = (self.dialect.delimiter.byte(), self.dialect.line_end);
        let bytes = text.as_bytes();
        let mut begin = 0;
        let behind = loop {
            // Blanks before a quote are no part of the cell.
            let blanks = match delimiter {
                b' ' => 0,
                _ => bytes.get(begin..).unwrap_or_default().iter().take_while(|byte| **byte == b' ').count(),
            };
            let mut start = begin + blanks;
            let quoted = match bytes.get(start) {
                Some(b'"') if self.stray > STRAY_QUOTES => self.closing_in_line(bytes, start + 1, last),
                Some(b'"') => self.closing(bytes, start + 1, last),
                Some(_) => Closing::Never,
                None if last => Closing::Never,
                None => return None,
            };
            if matches!(quoted, Closing::Never) {
                start = begin;
            }
            let behind = match quoted {
                Closing::At(end, behind, doubled) => {
                    if doubled {
                        self.doubled.push(self.spans.len());
                    }
                    self.spans.push((narrow(start + 1), narrow(end)));
                    behind
                }
                Closing::Later if last => return Some(self.split_line(text)),
                Closing::Later => return None,
                Closing::Never => {
                    let rest = bytes.get(start..).unwrap_or_default();
                    let length = match memchr2(delimiter, line_end, rest) {
                        Some(length) => length,
                        None if last => rest.len(),
                        None => return None,
                    };
                    let at_end = rest.get(length) != Some(&delimiter);
                    let cell = rest.get(..length).unwrap_or_default();
                    let cell = if at_end { trim_returns(cell) } else { cell };
                    self.spans.push((narrow(start), narrow(start + cell.len())));
                    start + length
                }
            };
            if bytes.get(behind) == Some(&delimiter) {
                begin = behind + 1;
            } else {
                break behind;
            }
        };
        self.undo(text);
        self.unwrap(text);
        let length = bytes.len().min(behind + 1);
        let ends = memchr_iter(line_end, bytes.get(..length).unwrap_or(bytes)).count();
        Some(Cut { length, lines: wide(ends).max(1) })
    }

    /// Looks for the quote that closes the cell whose text begins at `start`.
    fn closing(&self, bytes: &[u8], start: usize, last: bool) -> Closing {
        let (mut from, mut doubled, mut single) = (start, false, false);
        loop {
            let rest = bytes.get(from..).unwrap_or_default();
            let Some(quote) = memchr(b'"', rest).map(|at| from + at) else { return Closing::Later };
            match (self.behind(bytes, quote + 1, last), bytes.get(quote + 1)) {
                (Behind::Later, _) => return Closing::Later,
                (Behind::End(behind), _) => return Closing::At(quote, behind, doubled),
                (Behind::Text, Some(b'"')) => match self.behind(bytes, quote + 2, last) {
                    Behind::Later => return Closing::Later,
                    Behind::End(behind) if single => return Closing::At(quote + 1, behind, doubled),
                    Behind::End(_) | Behind::Text => {
                        doubled = true;
                        from = quote + 2;
                    }
                },
                (Behind::Text, _) => {
                    single = true;
                    from = quote + 1;
                }
            }
        }
    }

    /// Looks for the quote that closes a cell within its line, where quotes without an end have been many: the first one before
    /// a delimiter or the line's end. No quote is looked at twice, however many cells have none.
    fn closing_in_line(&mut self, bytes: &[u8], start: usize, last: bool) -> Closing {
        let known = self
            .next_closing
            .filter(|(from, found)| *from <= start && found.is_none_or(|found| found >= start));
        let found = if let Some((_, found)) = known {
            found
        } else {
            let rest = bytes.get(start..).unwrap_or_default();
            let end = match memchr(self.dialect.line_end, rest) {
                Some(end) => start + end,
                None if last => bytes.len(),
                None => return Closing::Later,
            };
            let line = bytes.get(..end).unwrap_or_default();
            let mut quotes = memchr_iter(b'"', line.get(start..).unwrap_or_default());
            let closes = |at: &usize| matches!(self.behind(line, start + at + 1, true), Behind::End(_));
            let found = quotes.find(closes).map(|at| start + at);
            self.next_closing = Some((start, found));
            found
        };
        let Some(quote) = found else { return Closing::Never };
        match self.behind(bytes, quote + 1, last) {
            Behind::End(behind) => {
                let cell = bytes.get(start..quote).unwrap_or_default();
                Closing::At(quote, behind, memmem::find(cell, b"\"\"").is_some())
            }
            Behind::Text => Closing::Never,
            Behind::Later => Closing::Later,
        }
    }

    /// Looks whether, blanks aside, a delimiter or the line's end is at `at`.
    fn behind(&self, bytes: &[u8], at: usize, last: bool) -> Behind {
        let delimiter = self.dialect.delimiter.byte();
        let mut behind = at;
        loop {
            match bytes.get(behind) {
                Some(byte) if *byte == delimiter || *byte == self.dialect.line_end => {
                    return Behind::End(behind);
                }
                Some(b' ' | b'\r') => behind += 1,
                Some(_) => return Behind::Text,
                None if last => return Behind::End(behind),
                None => return Behind::Later,
            }
        }
    }

    /// Copies the record if it has doubled quotes, and makes them single.
    fn undo(&mut self, text: &str) {
        if self.doubled.is_empty() {
            return;
        }
        self.undone.clear();
        let spans = std::mem::take(&mut self.spans);
        let mut doubled = self.doubled.iter().copied().peekable();
        for (column, span) in spans.iter().enumerate() {
            let cell = slice(text, *span);
            let begin = narrow(self.undone.len());
            if doubled.next_if_eq(&column).is_some() {
                self.undone.push_str(&cell.replace("\"\"", "\""));
            } else {
                self.undone.push_str(cell);
            }
            self.spans.push((begin, narrow(self.undone.len())));
        }
    }

    /// Takes what spreadsheets wrap texts in off all cells.
    fn unwrap(&mut self, text: &str) {
        let text = if self.doubled.is_empty() { text } else { &self.undone };
        self.spans.iter_mut().for_each(|span| *span = bare(text.as_bytes(), *span));
    }
}

/// Takes off a cell what keeps a spreadsheet from making a number of it: `="0114R001"` and `'0114` are 0114R001 and 0114.
fn bare(bytes: &[u8], (start, end): (u32, u32)) -> (u32, u32) {
    let range = usize::try_from(start).unwrap_or(usize::MAX)..usize::try_from(end).unwrap_or(usize::MAX);
    match bytes.get(range).map(<[u8]>::trim_ascii_end) {
        Some([b'=', b'"', inner @ .., b'"']) if memchr(b'"', inner).is_none() => {
            (start + 2, start + 2 + narrow(inner.len()))
        }
        Some([b'\'', first, ..]) if first.is_ascii_digit() => (start + 1, end),
        _ => (start, end),
    }
}

fn trim_returns(line: &[u8]) -> &[u8] {
    let mut line = line;
    while let [rest @ .., b'\r'] = line {
        line = rest;
    }
    line
}
