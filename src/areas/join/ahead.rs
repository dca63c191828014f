//! Plain rows of a file read on every core at once, and taken in the file's order.

use std::ops::Deref;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Scope, ScopedJoinHandle};

use crate::areas::load::rows::Rows;
use crate::areas::load::settings::Settings;
use crate::areas::load::tables::Tables;
use crate::areas::store::Block;
use crate::error::{Error, Problem};
use crate::table::{Flow, Lines, Record, Sink, TableInfo};

/// Bytes of lines that one thread reads before they are taken.
pub(in crate::areas) const SHARE: usize = 512 << 10;
/// Shares that a thread may be given at a time, so that it need not wait for the next.
const AHEAD: usize = 2;

/// What a thread is to read, and blocks to be filled again.
type Share = (Arc<Rows>, Vec<Lines>, Vec<Block>);
/// By which rows they were read, lines, and the blocks that were read of each.
type Read = (Arc<Rows>, Vec<(Lines, Vec<(Block, usize)>)>);

/// A thread that reads plain rows.
#[derive(Debug)]
struct Reading<'scope> {
    shares: Sender<Share>,
    read: Receiver<Read>,
    thread: ScopedJoinHandle<'scope, ()>,
}

impl<'scope> Reading<'scope> {
    fn new<'env>(scope: &'scope Scope<'scope, 'env>) -> Self {
        let (shares, given) = channel::<Share>();
        let (done, read) = channel();
        let thread = scope.spawn(move || {
            for (rows, gathered, mut spare) in given {
                let read = |lines: Lines| {
                    let blocks = rows.read_all(lines.clone(), &mut spare);
                    (lines, blocks)
                };
                // Nobody waits for it after an error.
                let gathered = gathered.into_iter().map(read).collect();
                if done.send((rows, gathered)).is_err() {
                    return;
                }
            }
        });
        Self { shares, read, thread }
    }
}

/// Takes records as [`Tables`] does, but has plain rows read by other threads.
#[derive(Debug)]
pub(in crate::areas) struct Ahead<'scope, 'tables, S> {
    tables: &'tables mut Tables<S>,
    /// Lines of the next share.
    gathered: Vec<Lines>,
    bytes: usize,
    /// Bytes of a share.
    share: usize,
    /// They are given shares in turn.
    threads: Vec<Reading<'scope>>,
    /// How many shares were given out and how many of them taken.
    given: usize,
    taken: usize,
    spare: Vec<Block>,
}

impl<'scope, 'tables, S: Deref<Target = Settings>> Ahead<'scope, 'tables, S> {
    /// Has so many threads read shares of so many bytes.
    pub(in crate::areas) fn new<'env>(
        scope: &'scope Scope<'scope, 'env>,
        tables: &'tables mut Tables<S>,
        threads: usize,
        share: usize,
    ) -> Self {
        let threads = (0..threads.max(1)).map(|_| Reading::new(scope)).collect();
        Self { tables, gathered: Vec::new(), bytes: 0, share, threads, given: 0, taken: 0, spare: Vec::new() }
    }

    /// Takes all that is being read.
    pub(in crate::areas) fn finish(&mut self) -> Result<(), Error> {
        while self.taken < self.given {
            self.take_share()?;
        }
        self.bytes = 0;
        std::mem::take(&mut self.gathered)
            .into_iter()
            .try_for_each(|lines| self.tables.lines(lines).map(|_| ()))
    }

    /// Gives the gathered lines to the thread whose turn it is.
    fn give_share(&mut self) {
        self.bytes = 0;
        let turn = self.given % self.threads.len();
        if let (Some(rows), Some(thread)) = (self.tables.rows(), self.threads.get(turn)) {
            let share = (rows, std::mem::take(&mut self.gathered), std::mem::take(&mut self.spare));
            // A thread that has panicked is found out about when its share is taken.
            let _ = thread.shares.send(share);
            self.given += 1;
        }
    }

    /// Waits for the share that was given out first, and takes it; after an error nothing is taken any more.
    fn take_share(&mut self) -> Result<(), Error> {
        let turn = self.taken % self.threads.len();
        self.taken += 1;
        let Some((rows, read)) = self.threads.get(turn).and_then(|thread| thread.read.recv().ok()) else {
            match self.threads.swap_remove(turn).thread.join() {
                // It ends by itself only when nobody takes what it reads; then its share must not be missed silently.
                Ok(()) => return Err(Problem::Cancelled.into()),
                Err(panic) => resume_unwind(panic),
            }
        };
        for (lines, blocks) in read {
            if let Err(error) = self.tables.take(lines, &blocks, &rows) {
                self.taken = self.given;
                self.gathered.clear();
                return Err(error);
            }
            self.spare.extend(blocks.into_iter().map(|(block, _)| block));
        }
        Ok(())
    }
}

impl<S: Deref<Target = Settings>> Sink for Ahead<'_, '_, S> {
    fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
        self.finish()?;
        self.tables.table(table)
    }

    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
        self.finish()?;
        self.tables.record(record)
    }

    fn skipped(&mut self, error: &Error) {
        self.tables.skipped(error);
    }

    fn lines(&mut self, lines: Lines) -> Result<Flow, Error> {
        if self.tables.rows().is_none() {
            self.finish()?;
            return self.tables.lines(lines);
        }
        self.bytes += lines.text().len();
        self.gathered.push(lines);
        if self.bytes >= self.share {
            self.give_share();
        }
        if self.given - self.taken > AHEAD * self.threads.len() {
            self.take_share()?;
        }
        Ok(Flow::Continue)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use proptest::prelude::*;

    use super::*;
    use crate::areas::join::import::{FileImport, Loaded, in_passes};
    use crate::criteria::sets;
    use crate::table::{Limits, Never, Options, Reader};

    /// By so many records the tables here are recognised.
    const SAMPLE: usize = 50;

    /// Takes every line as a record.
    struct Slowly<'a, S>(&'a mut Tables<S>);

    impl<S: Deref<Target = Settings>> Sink for Slowly<'_, S> {
        fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
            self.0.table(table)
        }

        fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
            self.0.record(record)
        }
    }

    /// How the rows of a file are read.
    #[derive(Debug, Clone, Copy)]
    enum How {
        Slowly,
        Plainly,
        Ahead,
    }

    fn read(text: &str, settings: &Settings, how: How) -> Result<Loaded, Error> {
        in_passes(|hints| {
            let mut import = FileImport::again("a.csv", settings, hints);
            let mut reader = Reader::new("a.csv", &Options::default(), &Limits::default());
            let tables = import.tables();
            let mut read_into = |sink: &mut dyn Sink| {
                text.as_bytes().chunks(997).try_for_each(|chunk| reader.push(chunk, sink))?;
                std::mem::replace(&mut reader, Reader::new("", &Options::default(), &Limits::default()))
                    .finish(&Never, sink)
            };
            match how {
                How::Slowly => read_into(&mut Slowly(tables))?,
                How::Plainly => read_into(tables)?,
                How::Ahead => std::thread::scope(|scope| {
                    let mut ahead = Ahead::new(scope, tables, 2, 300);
                    let read = read_into(&mut ahead);
                    ahead.finish().and(read)
                })?,
            }
            import.conclude(None)
        })
    }

    /// All that is known of a file.
    fn told(text: &str, settings: &Settings, how: How) -> String {
        let loaded = match read(text, settings, how) {
            Ok(loaded) => loaded,
            Err(error) => return format!("{:?}", error.problem),
        };
        let mut told = String::new();
        for table in &loaded.tables {
            for area in table.areas.iter() {
                let figures: Vec<_> =
                    area.stated().map(|stated| stated.map(|s| s.figure.to_string())).collect();
                let known = (area.code(), area.name(), area.municipality(), area.division(), area.line());
                writeln!(told, "{known:?} {figures:?}").unwrap();
            }
            let rejected: Vec<_> = table
                .rejected
                .entries()
                .iter()
                .map(|r| format!("{:?}", (&r.place, r.problem.code(), &r.text)))
                .collect();
            writeln!(told, "{} {rejected:#?}", table.rejected.total()).unwrap();
            writeln!(told, "{}", serde_json::to_string(&table.understanding).unwrap()).unwrap();
        }
        told
    }

    /// A cell with a number, plain or not.
    fn number(random: u32) -> String {
        let tenths = random % 1_000;
        match random / 1_000 % 24 {
            0 => String::new(),
            1 => "..".to_owned(),
            2 => " 58,2 ".to_owned(),
            3 => format!("{},{} %", tenths / 10, tenths % 10),
            4 => "-".to_owned(),
            5 => "sextio".to_owned(),
            6 => "100".to_owned(),
            7 => "104,1".to_owned(),
            8 => "saknas".to_owned(),
            9 => format!("{tenths}.{tenths}00000000000").chars().take(9).collect(),
            _ => format!("{},{}", tenths / 10, tenths % 10),
        }
    }

    fn row(random: [u32; 6], at: usize, counts: bool) -> String {
        let [kind, code, one, two, three, other] = random;
        let code = match kind % 32 {
            0 => return String::new(),
            1 => format!("114A{:04}", code % 10_000),
            2 => format!("0114C{:04}_DeSO2025", code % 10_000),
            3 => "Källa: SCB".to_owned(),
            4 => format!("0180R{:03} Söder", code % 1_000),
            5 => format!("0180A{:04}", code % 50),
            6 => "\"0180A0001\"".to_owned(),
            7 => "0180".to_owned(),
            8 if code % 4 == 0 => "kod;namn;Valdeltagande 2022;Rang;Sysselsättningsgrad".to_owned(),
            _ => format!("0180A{at:04}"),
        };
        let name = ["Björkbacken", "", " Norr ", "Söder"][usize::try_from(other % 4).unwrap_or(0)];
        let ends = ["", "", "", "\r", "\r\r", ";", "\r;0180A7777;5", "\r0180A7777;5"];
        let end = ends[usize::try_from(other / 4 % 8).unwrap_or(0)];
        let numbers = if counts {
            let (count, total) = (one % 2_000, two % 2_000 + if one % 9 == 0 { 0 } else { 2_000 });
            format!("{count};{total};{}", number(three).replace(',', ""))
        } else {
            format!("{};{};{}", number(one), number(two), number(three))
        };
        format!("{code};{name};{numbers}{end}")
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn plain_rows_are_read_as_any_rows_and_on_several_threads_as_on_one(
            rows in prop::collection::vec(any::<[u32; 6]>(), 0..200),
            sorted in any::<bool>(),
            counts in any::<bool>(),
            most in prop_oneof![3 => Just(u64::MAX), 1 => 50..250_u64],
            first in prop_oneof!["Norr", ""],
        ) {
            let header = if counts {
                "kod;namn;Förvärvsarbetande;Befolkning;Valdeltagande\n"
            } else {
                "kod;namn;Sysselsättningsgrad;Låg utbildning;Valdeltagande\n"
            };
            // So many rows that the table is recognised before those of interest.
            let mut text = header.to_owned();
            for at in 0..SAMPLE {
                writeln!(text, "0114A{at:04};{first};{};{};{}", at % 60, 60 + at % 30, at % 100).unwrap();
            }
            for (nth, random) in rows.iter().enumerate() {
                writeln!(text, "{}", row(*random, if sorted { nth } else { 9_999 - nth }, counts)).unwrap();
            }
            let set = sets::get("promemoria-2018").unwrap();
            let settings = Settings::new(&set).sample(SAMPLE).max_areas(most);
            let slowly = told(&text, &settings, How::Slowly);
            prop_assert_eq!(&told(&text, &settings, How::Plainly), &slowly);
            prop_assert_eq!(&told(&text, &settings, How::Ahead), &slowly);
        }
    }
}
