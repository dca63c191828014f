//! Lines of delimited text without a quote among them: each is a record, and each delimiter parts two cells. Whoever knows
//! what to look for in them need not have them split first.

use std::ops::Range;
use std::sync::Arc;

use memchr::{memchr, memchr_iter, memrchr};

use super::super::{Flow, Limits, Record, wide};
use super::dialect::Dialect;
use super::split::Splitter;

/// Complete lines in a row, none with a quote, and none with more bytes or cells than the limits allow.
///
/// A clone shares the text, so that another thread can look at it.
#[derive(Debug, Clone)]
pub struct Lines {
    line: u64,
    whole: Arc<String>,
    range: Range<usize>,
    dialect: Dialect,
}

impl Lines {
    /// Takes as many lines as possible of a text from a byte on, and tells how many lines and cells they are; `None` where
    /// there is none, and the first record has to be split off by itself.
    pub(super) fn first(
        whole: &Arc<String>,
        from: usize,
        line: u64,
        dialect: Dialect,
        limits: &Limits,
    ) -> Option<(Self, u64, u64)> {
        let bytes = whole.as_bytes().get(from..)?;
        // A line of twice as many bytes would have a whole window without an end; no line has more cells than bytes.
        let window = usize::try_from(limits.row_length.min(limits.columns) / 2).unwrap_or(usize::MAX);
        let mut length = 0;
        for window in bytes.chunks(window.max(1)) {
            if memchr(dialect.line_end, window).is_none() {
                break;
            }
            length += window.len();
            if let Some(quote) = memchr(b'"', window) {
                length -= window.len() - quote;
                break;
            }
        }
        let length = memrchr(dialect.line_end, bytes.get(..length)?)? + 1;
        let lines = Self { line, whole: Arc::clone(whole), range: from..from + length, dialect };
        let count = |byte| wide(memchr_iter(byte, lines.text().as_bytes()).count());
        let (ends, delimiters) = (count(dialect.line_end), count(dialect.delimiter.byte()));
        Some((lines, ends, ends + delimiters))
    }

    /// Returns the physical line of the first of them.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Returns their text, with the ends of all lines.
    pub fn text(&self) -> &str {
        self.whole.get(self.range.clone()).unwrap_or_default()
    }

    /// Tells whether none is left.
    pub fn is_empty(&self) -> bool {
        self.range.is_empty()
    }

    /// Returns the byte between two cells, which is ASCII.
    pub fn delimiter(&self) -> u8 {
        self.dialect.delimiter.byte()
    }

    /// Returns the byte at the end of each line, which is ASCII; before it may stand any number of CR.
    pub fn line_end(&self) -> u8 {
        self.dialect.line_end
    }

    /// Takes so many lines off the beginning, which are so many bytes.
    pub fn advance(&mut self, bytes: usize, lines: u64) {
        self.range.start += bytes.min(self.range.len());
        self.line += lines;
    }

    /// Takes so many lines off the beginning.
    pub fn advance_lines(&mut self, lines: usize) {
        let Some(last) = lines.checked_sub(1) else { return };
        let bytes = self.text().as_bytes();
        let length = memchr_iter(self.dialect.line_end, bytes).nth(last).map_or(bytes.len(), |at| at + 1);
        self.advance(length, wide(lines));
    }

    /// Splits records off, one after the other, as long as `take` tells to go on.
    ///
    /// # Errors
    ///
    /// Those of `take`.
    pub fn split_while<E>(
        &mut self,
        mut take: impl FnMut(&Record<'_>) -> Result<Flow, E>,
    ) -> Result<Flow, E> {
        let mut splitter = Splitter::new(self.dialect);
        let mut flow = Flow::Continue;
        while flow == Flow::Continue && !self.is_empty() {
            let text = self.text();
            let length = splitter.split_line(text).length;
            flow = take(&splitter.record(self.line, text))?;
            self.advance(length, 1);
        }
        Ok(flow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Delimiter;

    const SEMICOLON: Dialect = Dialect { delimiter: Delimiter::Semicolon, line_end: b'\n' };

    #[track_caller]
    fn takes(text: &str, limits: &Limits, expected: Option<(&str, u64, u64)>) {
        let taken = Lines::first(&Arc::new(text.to_owned()), 0, 7, SEMICOLON, limits);
        let taken = taken.as_ref().map(|(lines, count, cells)| (lines.text(), *count, *cells));
        assert_eq!(taken, expected, "{text:?}");
    }

    #[test]
    fn lines_are_taken_up_to_a_quote_or_an_incomplete_line() {
        let takes = |text, expected| takes(text, &Limits::default(), expected);
        takes("a;b\nc\n", Some(("a;b\nc\n", 2, 3)));
        takes("a;b\nc", Some(("a;b\n", 1, 2)));
        takes("a;b\nc;\"d\"\ne\n", Some(("a;b\n", 1, 2)));
        takes("\"a\";b\nc\n", None);
        takes("a;b", None);
        takes("", None);
    }

    #[test]
    fn lines_that_a_limit_might_forbid_are_left_to_be_split() {
        let limits = Limits { columns: 16, ..Limits::default() };
        takes("1;2;3\n;;;;;;;;;;;;;;;;;;;;\n", &limits, Some(("1;2;3\n", 1, 3)));
        takes(";;;;;;;;;;;;;;;;;;;;\n1;2;3\n", &limits, None);
        takes("1\n2\n", &Limits { row_length: 1, ..Limits::default() }, None);
    }

    #[test]
    fn records_keep_their_lines_and_their_cells() {
        let text = Arc::new("?a;b\r\n\nc;d\r\r\n".to_owned());
        let (mut lines, ..) = Lines::first(&text, 1, 7, SEMICOLON, &Limits::default()).unwrap();
        let mut seen = Vec::new();
        let mut take = |record: &Record<'_>| {
            seen.push((record.line(), record.cells().collect::<Vec<_>>().join("|")));
            Ok::<_, ()>(if seen.len() == 2 { Flow::Stop } else { Flow::Continue })
        };
        assert_eq!((lines.split_while(&mut take), lines.text()), (Ok(Flow::Stop), "c;d\r\r\n"));
        assert_eq!((lines.split_while(take), lines.is_empty()), (Ok(Flow::Continue), true));
        let seen: Vec<_> = seen.iter().map(|(line, cells)| (*line, cells.as_str())).collect();
        assert_eq!(seen, [(7, "a|b"), (8, ""), (9, "c|d")]);
    }
}
