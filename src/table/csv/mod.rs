//! Delimited text, in chunks.
//!
//! [`dialect`] finds out how a text is delimited, [`split`] cuts it into records, and [`lines`] hands over many lines without
//! a quote at once.

mod dialect;
mod lines;
mod split;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use self::dialect::Delimiter;
use self::dialect::{detect, said};
pub use self::lines::Lines;
use self::split::Splitter;
use super::encoding::Decoder;
use super::letters::compose;
use super::{Encoding, Flow, Format, Limits, Sink, TableInfo, wide};
use crate::error::{Error, Place, Problem, Quantity};

/// As much text as the dialect is found out from.
const HEAD: usize = 64 << 10;
/// Bytes that are decoded and split at a time, to stay in the cache.
const PIECE: usize = 128 << 10;

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
    /// Bytes of text before the table.
    begun: usize,
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
            begun: 0,
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
            let from = text.len();
            let decoded = self.decoder.decode(piece, last && last_piece, text);
            compose(text, from);
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
        let mut at = std::mem::take(&mut self.begun);
        let Some(splitter) = &mut self.splitter else { return Ok(()) };
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
        if said(&self.text).is_some() {
            // The line that says the delimiter is none of the table.
            let end = self.text.find(char::from(dialect.line_end)).map_or(self.text.len(), |end| end + 1);
            (self.begun, self.line) = (end, 2);
        }
        let info = TableInfo {
            encoding: Some(self.decoder.encoding()),
            delimiter: Some(dialect.delimiter),
            publisher: said(&self.text).is_none() && is_publishers(&self.text, dialect.delimiter.byte()),
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

/// Tells whether a text is the publishing software's own: its labels are quoted, its numbers and symbols bare.
fn is_publishers(text: &str, delimiter: u8) -> bool {
    // A title may have the delimiter between its quotes.
    let is_title = |line: &str| {
        let quoted = line.strip_prefix('"').and_then(|line| line.strip_suffix('"'));
        !line.contains(char::from(delimiter)) || quoted.is_some_and(|text| !text.contains('"'))
    };
    let mut lines = text.lines().map(str::trim_end).skip_while(|line| is_title(line));
    let (_, first) = (lines.next(), lines.find(|line| !line.is_empty()));
    text.starts_with('"') && first.is_none_or(|first| !first.ends_with('"'))
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
