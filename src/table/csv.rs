//! Delimited text, in chunks, with the quoting that statistics files really have.
//!
//! A cell in quotes ends at a quote before a delimiter or a line's end. A doubled quote inside is one quote (Excel); a
//! quote before anything else is itself (`PxWeb` doesn't double). A line ends at LF with any number of CR before it. This
//! is why no RFC 4180 parser fits: it would cut a cell with such a quote in two, silently.

use std::sync::Arc;

use memchr::{memchr, memchr_iter, memchr2};

use super::dialect::{Dialect, detect};
use super::encoding::Decoder;
use super::{Delimiter, Encoding, Flow, Format, Limits, Lines, Record, Sink, TableInfo, narrow, wide};
use crate::error::{Error, Place, Problem, Quantity};

/// As much text as the dialect is found out from.
const HEAD: usize = 64 << 10;
/// Bytes that are decoded and split at a time, to stay in the cache.
const PIECE: usize = 128 << 10;
/// Quotes without an end after which no cell may span lines any longer.
const STRAY_QUOTES: u32 = 8;

/// Splits delimited text into records, one at a time.
#[derive(Debug)]
pub(super) struct Splitter {
    dialect: Dialect,
    spans: Vec<(u32, u32)>,
    /// Cells with doubled quotes.
    doubled: Vec<usize>,
    /// The record with its doubled quotes undone, if there are any.
    undone: String,
    /// How many quotes had no end.
    stray: u32,
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
        Self { dialect, spans: Vec::new(), doubled: Vec::new(), undone: String::new(), stray: 0 }
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
        Cut { length: bytes.len().min(line_end + 1), lines: 1 }
    }

    fn split_quoted(&mut self, text: &str, last: bool) -> Option<Cut> {
        self.spans.clear();
        let (delimiter, line_end) = (self.dialect.delimiter.byte(), self.dialect.line_end);
        let bytes = text.as_bytes();
        let mut start = 0;
        let behind = loop {
            let quoted = if bytes.get(start) == Some(&b'"') {
                self.closing(bytes, start + 1, last)
            } else {
                Closing::Never
            };
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
                start = behind + 1;
            } else {
                break behind;
            }
        };
        self.undo(text);
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
            if self.stray > STRAY_QUOTES
                && memchr(self.dialect.line_end, bytes.get(from..quote).unwrap_or_default()).is_some()
            {
                return Closing::Never;
            }
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
        for (column, (start, end)) in spans.iter().enumerate() {
            let cell = super::slice(text, (*start, *end));
            let begin = narrow(self.undone.len());
            if self.doubled.contains(&column) {
                self.undone.push_str(&cell.replace("\"\"", "\""));
            } else {
                self.undone.push_str(cell);
            }
            self.spans.push((begin, narrow(self.undone.len())));
        }
    }
}

fn trim_returns(line: &[u8]) -> &[u8] {
    let mut line = line;
    while let [rest @ .., b'\r'] = line {
        line = rest;
    }
    line
}

/// Reads a delimited text that arrives in chunks.
#[derive(Debug)]
pub(super) struct Csv {
    file: String,
    decoder: Decoder,
    delimiter: Option<Delimiter>,
    splitter: Option<Splitter>,
    /// Text that is decoded and not split yet.
    text: Arc<String>,
    /// Texts that lines may still be looked at in.
    lent: Vec<Arc<String>>,
    line: u64,
    cells: u64,
    stopped: bool,
}

impl Csv {
    pub(super) fn new(file: String, encoding: Option<Encoding>, delimiter: Option<Delimiter>) -> Self {
        let decoder = Decoder::new(encoding);
        Self {
            file,
            decoder,
            delimiter,
            splitter: None,
            text: Arc::default(),
            lent: Vec::new(),
            line: 1,
            cells: 0,
            stopped: false,
        }
    }

    /// Takes the next bytes; `last` says that none follow.
    pub(super) fn push(
        &mut self,
        chunk: &[u8],
        last: bool,
        limits: &Limits,
        sink: &mut (impl Sink + ?Sized),
    ) -> Result<(), Error> {
        let mut pieces = chunk.chunks(PIECE).peekable();
        loop {
            let piece = pieces.next().unwrap_or_default();
            let last_piece = pieces.peek().is_none();
            if self.stopped {
                return Ok(());
            }
            let text = Arc::make_mut(&mut self.text);
            let decoded = self.decoder.decode(piece, last && last_piece, text);
            decoded.map_err(|error| error.at(self.place(None)))?;
            self.split(last && last_piece, limits, sink)?;
            if last_piece {
                return Ok(());
            }
        }
    }

    fn split(&mut self, last: bool, limits: &Limits, sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        if self.splitter.is_none() {
            if self.text.len() < HEAD && !last {
                return Ok(());
            }
            self.begin(last, sink)?;
        }
        let Some(splitter) = &mut self.splitter else { return Ok(()) };
        let mut at = 0;
        while !self.stopped {
            let rest = self.text.get(at..).unwrap_or_default();
            if rest.is_empty() {
                break;
            }
            if let Some((lines, count, cells)) =
                Lines::first(&self.text, at, self.line, splitter.dialect, limits)
                && self.cells.saturating_add(cells) <= limits.cells
            {
                at += lines.text().len();
                self.stopped = sink.lines(lines)? == Flow::Stop;
                self.cells += cells;
                self.line += count;
                continue;
            }
            let cut = match splitter.split(rest, last) {
                Some(cut) => cut,
                None if wide(rest.len()) <= limits.row_length => break,
                None => splitter.split_line(rest),
            };
            let record = splitter.record(self.line, rest);
            self.cells += wide(record.len());
            let exceeded = exceeded(limits, wide(cut.length), wide(record.len()), self.cells);
            if let Some(problem) = exceeded {
                return Err(Error::from(problem).at(self.place(Some(self.line))));
            }
            self.stopped = sink.record(&record)? == Flow::Stop;
            self.line += cut.lines;
            at += cut.length;
        }
        self.forget(at);
        Ok(())
    }

    /// Forgets the text up to a byte; where lines are still looked at in it, the rest goes into another text.
    fn forget(&mut self, to: usize) {
        if let Some(text) = Arc::get_mut(&mut self.text) {
            text.drain(..to);
            return;
        }
        let free = self.lent.iter_mut().position(|text| Arc::get_mut(text).is_some());
        let mut other = free.map(|at| self.lent.swap_remove(at)).unwrap_or_default();
        let text = Arc::make_mut(&mut other);
        text.clear();
        text.push_str(self.text.get(to..).unwrap_or_default());
        self.lent.push(std::mem::replace(&mut self.text, other));
    }

    /// Finds out the dialect and announces the table.
    fn begin(&mut self, last: bool, sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        let mut dialect = detect(&self.text, last);
        if let Some(delimiter) = self.delimiter {
            dialect.delimiter = delimiter;
        }
        self.splitter = Some(Splitter::new(dialect));
        let info = TableInfo {
            encoding: Some(self.decoder.encoding()),
            delimiter: Some(dialect.delimiter),
            publisher: self.text.starts_with('"'),
            ..TableInfo::of(&self.file, Format::Csv)
        };
        self.stopped = sink.table(&info)? == Flow::Stop;
        Ok(())
    }

    /// Returns the encoding as far as the text has shown it.
    pub(super) fn encoding(&self) -> Encoding {
        self.decoder.encoding()
    }

    fn place(&self, line: Option<u64>) -> Place {
        Place { file: Some(self.file.clone()), line, ..Place::default() }
    }
}

fn exceeded(limits: &Limits, length: u64, columns: u64, cells: u64) -> Option<Problem> {
    let too_large = |what, limit| Some(Problem::TooLarge { what, limit });
    if length > limits.row_length {
        return too_large(Quantity::RowLength, limits.row_length);
    }
    if columns > limits.columns {
        return too_large(Quantity::Columns, limits.columns);
    }
    if cells > limits.cells { too_large(Quantity::Cells, limits.cells) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Never, Options, Reader, read};

    fn rows(bytes: &[u8], chunk: usize) -> Vec<(u64, Vec<String>)> {
        let mut rows = Vec::new();
        let mut sink =
            |record: &Record<'_>| rows.push((record.line(), record.cells().map(str::to_owned).collect()));
        let mut reader = Reader::new("a.csv", &Options::default(), &Limits::default());
        for piece in bytes.chunks(chunk) {
            reader.push(piece, &mut sink).unwrap();
        }
        reader.finish(&Never, &mut sink).unwrap();
        rows
    }

    #[track_caller]
    fn reads(text: &str, expected: &[(u64, &[&str])]) {
        let expected: Vec<(u64, Vec<String>)> = expected
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(ToString::to_string).collect()))
            .collect();
        assert_eq!(rows(text.as_bytes(), 1), expected, "in pieces");
        assert_eq!(rows(text.as_bytes(), 1 << 20), expected, "at once");
    }

    #[test]
    fn lines_end_as_they_do() {
        reads("a;b\nc;d", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        reads("a;b\r\nc;d\r\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        reads("a;\"b\"\r\r\nc;d\r\r\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        reads("a;b\rc;d\r", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        reads("a;b\n\nc;d\n;\n", &[(1, &["a", "b"]), (2, &[""]), (3, &["c", "d"]), (4, &["", ""])]);
        reads("", &[]);
    }

    #[test]
    fn quotes_are_read_doubled_or_not() {
        reads("a,\"b \"\"c\"\" d\"\n", &[(1, &["a", "b \"c\" d"])]);
        reads("a,\"b \"c\" d\"\n", &[(1, &["a", "b \"c\" d"])]);
        reads("a,\"b \"c, d\" e\"\n", &[(1, &["a", "b \"c, d\" e"])]);
        reads("a,\"b \"c\"\"\nd,e\n", &[(1, &["a", "b \"c\""]), (2, &["d", "e"])]);
        reads("\"\"\"a\"\"\",\"\"\nb,\"\"\"\"\n", &[(1, &["\"a\"", ""]), (2, &["b", "\""])]);
        reads("a,5\" rör\nb,c\n", &[(1, &["a", "5\" rör"]), (2, &["b", "c"])]);
        reads("\"a\" ,b\n", &[(1, &["a", "b"])]);
    }

    #[test]
    fn a_cell_may_span_lines_and_the_line_told_is_its_first() {
        reads("a,b\n\"c\nd\",e\nf,g\n", &[(1, &["a", "b"]), (2, &["c\nd", "e"]), (4, &["f", "g"])]);
        reads(
            "\"<a href=\"x\">y</a>\n\",\"z\"\nf,g\n",
            &[(1, &["<a href=\"x\">y</a>\n", "z"]), (3, &["f", "g"])],
        );
    }

    #[test]
    fn a_quote_that_never_ends_swallows_nothing() {
        reads("a,b\n\"c,d\ne,f\n", &[(1, &["a", "b"]), (2, &["\"c", "d"]), (3, &["e", "f"])]);
        let many = format!("a,b\n{}", "\"c,d\n".repeat(99));
        assert_eq!(rows(many.as_bytes(), 7).len(), 100);
    }

    #[test]
    fn limits_are_errors_with_a_place() {
        let p = |limits: Limits| {
            let mut sink = |_: &Record<'_>| ();
            read("a.csv", b"a;b\nc;d;e\n", &Options::default(), &limits, &mut sink).unwrap_err().to_string()
        };
        assert_eq!(
            p(Limits { columns: 2, ..Limits::default() }),
            "a.csv: line 2: too-large { what: Columns, limit: 2 }"
        );
        assert_eq!(
            p(Limits { cells: 4, ..Limits::default() }),
            "a.csv: line 2: too-large { what: Cells, limit: 4 }"
        );
        assert_eq!(
            p(Limits { row_length: 5, ..Limits::default() }),
            "a.csv: line 2: too-large { what: RowLength, limit: 5 }"
        );
        assert_eq!(p(Limits { bytes: 9, ..Limits::default() }), "a.csv: too-large { what: Bytes, limit: 9 }");
    }

    #[test]
    fn a_text_that_turns_out_not_to_be_utf8_is_read_again() {
        let mut bytes = "kön;1\n".repeat(200_000).into_bytes();
        bytes.extend_from_slice(b"k\xF6n;2\n");
        let mut last = String::new();
        let mut sink = |record: &Record<'_>| record.cell(0).clone_into(&mut last);
        read("a.csv", &bytes, &Options::default(), &Limits::default(), &mut sink).unwrap();
        assert_eq!(last, "kön");
    }
}
