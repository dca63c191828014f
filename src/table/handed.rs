//! Records on their way to another thread, so that one splits a file while the other makes something of it.

use std::panic::resume_unwind;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use super::{Flow, Lines, Record, Sink, TableInfo};
use crate::error::{Error, Problem};

/// Bytes of text that are handed over at a time.
const BATCH: usize = 64 << 10;
/// Batches that may wait.
const WAITING: usize = 32;
/// Lines of fewer bytes than this go with the records around them.
const FEW: usize = 4 << 10;

/// What is handed over.
enum Handed {
    Table(Box<TableInfo>),
    Records(Batch),
    Lines(Lines),
    Skipped(Box<Error>),
}

/// Records in a row.
#[derive(Debug, Default)]
struct Batch {
    text: String,
    spans: Vec<(u32, u32)>,
    /// The line of each record, and how much of the text and the spans is its own.
    records: Vec<(u64, usize, usize)>,
}

impl Batch {
    fn push(&mut self, record: &Record<'_>) {
        let end = record.spans.iter().map(|(_, end)| *end).max().unwrap_or(0);
        let text = super::slice(record.text, (0, end));
        self.text.push_str(text);
        self.spans.extend_from_slice(record.spans);
        self.records.push((record.line, text.len(), record.spans.len()));
    }

    fn is_full(&self) -> bool {
        self.text.len() >= BATCH || self.spans.len() >= BATCH
    }

    fn feed(&self, sink: &mut impl Sink) -> Result<Flow, Error> {
        let (mut text, mut spans) = (self.text.as_str(), self.spans.as_slice());
        for (line, length, cells) in &self.records {
            let (own_text, text_behind) = text.split_at_checked(*length).unwrap_or((text, ""));
            let (own_spans, spans_behind) = spans.split_at_checked(*cells).unwrap_or((spans, &[]));
            if sink.record(&Record::new(*line, own_text, own_spans))? == Flow::Stop {
                return Ok(Flow::Stop);
            }
            (text, spans) = (text_behind, spans_behind);
        }
        Ok(Flow::Continue)
    }
}

/// Hands over what it takes.
#[derive(Debug)]
pub(crate) struct Handing {
    to: SyncSender<Handed>,
    batch: Batch,
}

impl Handing {
    /// Hands over; where nobody takes it any more, the other thread knows why.
    fn hand(&self, handed: Handed) -> Result<(), Error> {
        self.to.send(handed).map_err(|_| Problem::Cancelled.into())
    }

    fn flush(&mut self) -> Result<(), Error> {
        let batch = std::mem::take(&mut self.batch);
        self.hand(Handed::Records(batch))
    }
}

impl Sink for Handing {
    fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
        self.flush()?;
        self.hand(Handed::Table(Box::new(table.clone())))?;
        Ok(Flow::Continue)
    }

    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
        self.batch.push(record);
        if self.batch.is_full() {
            self.flush()?;
        }
        Ok(Flow::Continue)
    }

    fn skipped(&mut self, error: &Error) {
        // Where nobody takes it any more, the next record tells so.
        let _ = self.flush().and_then(|()| self.hand(Handed::Skipped(Box::new(error.clone()))));
    }

    fn lines(&mut self, mut lines: Lines) -> Result<Flow, Error> {
        if lines.text().len() < FEW {
            return lines.split_while(|record| self.record(record));
        }
        if !self.batch.records.is_empty() {
            self.flush()?;
        }
        self.hand(Handed::Lines(lines))?;
        Ok(Flow::Continue)
    }
}

/// Runs `read` with a sink whose tables and records reach `sink` on another thread, in the same order. A sink that stops
/// gets no more; that its reader goes on to the end of the file costs time alone.
///
/// # Errors
///
/// The sink's, since what it took stands before what the reader has come to; else that of `read`.
pub(crate) fn to_another_thread(
    sink: &mut (impl Sink + Send),
    read: impl FnOnce(&mut Handing) -> Result<(), Error>,
) -> Result<(), Error> {
    thread::scope(|scope| {
        let (to, from) = sync_channel(WAITING);
        let taking = scope.spawn(move || {
            let mut flow = Flow::Continue;
            for handed in from {
                flow = match (flow, handed) {
                    (_, Handed::Table(table)) => sink.table(&table)?,
                    (flow, Handed::Skipped(error)) => {
                        sink.skipped(&error);
                        flow
                    }
                    (Flow::Continue, Handed::Records(batch)) => batch.feed(sink)?,
                    (Flow::Continue, Handed::Lines(lines)) => sink.lines(lines)?,
                    (Flow::Stop, Handed::Records(_) | Handed::Lines(_)) => Flow::Stop,
                };
            }
            Ok(())
        });
        let mut handing = Handing { to, batch: Batch::default() };
        let done = read(&mut handing);
        // What stands before an error of the reader is taken all the same, as it is on one thread.
        let flushed = handing.flush();
        drop(handing);
        match taking.join() {
            Ok(taken) => taken.and(done).and(flushed),
            Err(panic) => resume_unwind(panic),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Quantity;
    use crate::table::{Limits, Options, Reader};

    /// Takes as many records as it is told to, then stops or fails.
    struct Few {
        lines: Vec<u64>,
        most: usize,
        then: Result<Flow, Error>,
    }

    impl Sink for Few {
        fn table(&mut self, _: &TableInfo) -> Result<Flow, Error> {
            Ok(Flow::Continue)
        }

        fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
            self.lines.push(record.line());
            if self.lines.len() < self.most { Ok(Flow::Continue) } else { self.then.clone() }
        }
    }

    /// Reads 200 000 lines, and then fails if told to.
    fn read(most: usize, then: Result<Flow, Error>, fails: bool) -> (Vec<u64>, Result<(), Error>) {
        let mut sink = Few { lines: Vec::new(), most, then };
        let done = to_another_thread(&mut sink, |handing| {
            let mut reader = Reader::new("a.csv", &Options::default(), &Limits::default());
            for _ in 0..200 {
                reader.push("område;1\n".repeat(1_000).as_bytes(), handing)?;
            }
            if fails { Err(Problem::NotUtf8.into()) } else { reader.finish(&crate::table::Never, handing) }
        });
        (sink.lines, done)
    }

    #[test]
    fn all_records_arrive_in_order() {
        let (lines, done) = read(usize::MAX, Ok(Flow::Continue), false);
        assert_eq!(done, Ok(()));
        assert!(lines.iter().copied().eq(1..=200_000));
    }

    #[test]
    fn a_sink_that_stops_gets_no_more() {
        let (lines, done) = read(70_000, Ok(Flow::Stop), false);
        assert_eq!((lines.len(), done), (70_000, Ok(())));
    }

    #[test]
    fn the_error_that_stands_first_in_the_file_is_told() {
        let full = || Error::from(Problem::TooLarge { what: Quantity::Areas, limit: 9 });
        let (lines, done) = read(10, Err(full()), true);
        assert_eq!((lines.len(), done), (10, Err(full())));
        let (lines, done) = read(usize::MAX, Ok(Flow::Continue), true);
        assert_eq!(done, Err(Problem::NotUtf8.into()));
        // What stands before the reader's error is taken all the same, but for the record under way.
        assert!(lines.len() > 199_000, "{}", lines.len());
    }
}
