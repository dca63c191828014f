//! Finds out a file's format and hands its bytes to the reader for it.

use std::io::BufRead;

use super::archive::{Archive, Member, failure};
use super::budget::Budget;
use super::csv::Csv;
use super::guard::Guard;
use super::kind::Kind;
use super::{Decoder, Encoding, Interrupt, Limits, Never, Options, Sink, json, ods, px, wide, xls, xlsx};
use crate::error::{Error, OtherFormat, Place, Problem, Quantity};

/// As many bytes as the format is found out from.
const HEAD: usize = 1024;

/// Reads one file that arrives in chunks.
///
/// A CSV file's records reach the sink with the chunk that completes them. Of the other formats, and of the first
/// kilobytes, all is kept until [`finish`](Self::finish).
#[derive(Debug)]
pub struct Reader {
    file: String,
    options: Options,
    limits: Limits,
    taken: u64,
    state: State,
    /// Whether the file is a member of an archive, which may not be one itself.
    in_archive: bool,
}

#[derive(Debug)]
enum State {
    /// The format is not known yet.
    Head(Vec<u8>),
    /// Delimited text.
    Csv(Box<Csv>),
    /// A format that is read as a whole.
    Document(Kind, Vec<u8>),
}

impl Reader {
    /// Makes a reader for the file of that name; the name is for positions and doesn't decide the format.
    pub fn new(file: &str, options: &Options, limits: &Limits) -> Self {
        Self {
            file: file.to_owned(),
            options: options.clone(),
            limits: limits.clone(),
            taken: 0,
            state: State::Head(Vec::new()),
            in_archive: false,
        }
    }

    /// Returns the file's name.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Returns how many bytes were taken so far, for progress.
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// Returns the text encoding of a CSV file as far as its bytes have shown it. A file whose first kilobytes are
    /// ASCII may turn out to be in another than [`TableInfo::encoding`](super::TableInfo::encoding) told.
    pub fn encoding(&self) -> Option<Encoding> {
        match &self.state {
            State::Csv(csv) => Some(csv.encoding()),
            State::Head(_) | State::Document(..) => None,
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    ///
    /// `too-large` beyond a limit; `not-utf8` if a text taken for UTF-8 turns out not to be: then the file is to be
    /// read again with [`Encoding::Windows1252`], as [`read`] does; and whatever the sink returns.
    pub fn push(&mut self, chunk: &[u8], sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        self.take(chunk, sink).map_err(|error| self.placed(error))
    }

    /// Says that all bytes were pushed, and reads what was kept.
    ///
    /// # Errors
    ///
    /// Those of [`push`](Self::push); `damaged`, `encrypted`, `wrong-size`, `unknown-format`; `cancelled` if the
    /// interrupt asked for it.
    pub fn finish(mut self, interrupt: &dyn Interrupt, sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        if let State::Head(head) = &mut self.state {
            let head = std::mem::take(head);
            self.begin(&head, sink).map_err(|error| self.placed(error))?;
        }
        if interrupt.should_interrupt() {
            return Err(self.placed(Problem::Cancelled.into()));
        }
        match std::mem::replace(&mut self.state, State::Head(Vec::new())) {
            State::Head(_) => Ok(()),
            State::Csv(mut csv) => csv.push(&[], true, &self.limits, sink),
            State::Document(kind, bytes) => self.read(kind, &bytes, interrupt, sink),
        }
        .map_err(|error| self.placed(error))
    }

    fn take(&mut self, chunk: &[u8], sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        self.taken = self.taken.saturating_add(wide(chunk.len()));
        if self.taken > self.limits.bytes {
            return Err(Problem::TooLarge { what: Quantity::Bytes, limit: self.limits.bytes }.into());
        }
        match &mut self.state {
            State::Head(head) if head.len() + chunk.len() < HEAD => head.extend_from_slice(chunk),
            State::Head(head) => {
                let mut head = std::mem::take(head);
                let missing = HEAD.saturating_sub(head.len());
                let (first, rest) = chunk.split_at_checked(missing).unwrap_or((chunk, &[]));
                head.extend_from_slice(first);
                self.begin(&head, sink)?;
                return self.keep(rest, sink);
            }
            State::Csv(_) | State::Document(..) => return self.keep(chunk, sink),
        }
        Ok(())
    }

    /// Decides the format by the file's first bytes, and takes them.
    fn begin(&mut self, head: &[u8], sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        let Options { encoding, delimiter } = self.options;
        self.state = match Kind::of(head) {
            Kind::Other(format) => return Err(Problem::OtherFormat { format }.into()),
            Kind::Empty if head.len() < HEAD => return Err(Problem::EmptyFile.into()),
            // Whatever follows on so many blanks is text too.
            Kind::Csv | Kind::Empty => State::Csv(Box::new(Csv::new(self.file.clone(), encoding, delimiter))),
            kind @ (Kind::Json | Kind::Px | Kind::Zip | Kind::Compound) => State::Document(kind, Vec::new()),
        };
        self.keep(head, sink)
    }

    fn read(
        &self,
        kind: Kind,
        bytes: &[u8],
        interrupt: &dyn Interrupt,
        sink: &mut (impl Sink + ?Sized),
    ) -> Result<(), Error> {
        let budget = &Budget::new(&self.limits, bytes.len());
        let guard = &mut Guard::new(sink, &self.limits, budget);
        let costs = (&self.limits, budget);
        match kind {
            Kind::Json => json::read(&self.file, bytes, costs, interrupt, guard),
            Kind::Compound => xls::read(&self.file, bytes, costs, interrupt, guard),
            Kind::Zip => self.read_zip(bytes, budget, interrupt, guard),
            Kind::Px => px::read(&self.file, bytes, &self.options, costs, interrupt, guard),
            Kind::Csv | Kind::Empty | Kind::Other(_) => Ok(()),
        }
    }

    fn read_zip(
        &self,
        bytes: &[u8],
        budget: &Budget,
        interrupt: &dyn Interrupt,
        sink: &mut dyn Sink,
    ) -> Result<(), Error> {
        let other = |format| Err(Problem::OtherFormat { format }.into());
        if self.in_archive {
            return other(OtherFormat::Packed);
        }
        let mut archive = Archive::open(bytes, budget)?;
        if xlsx::is_office(&archive) {
            return xlsx::read(&self.file, &mut archive, &self.limits, interrupt, sink);
        }
        if ods::is_open_document(&archive) {
            return ods::read(&self.file, &mut archive, &self.limits, interrupt, sink);
        }
        let is_numbers = |name: &str| name.starts_with("Index/") || name == "Index.zip";
        if archive.names().any(is_numbers) {
            return other(OtherFormat::Numbers);
        }
        self.read_members(&mut archive, interrupt, sink)
    }

    /// Reads the files of an archive one after the other. A file that is no table is skipped and said, unless none is one.
    fn read_members(
        &self,
        archive: &mut Archive<'_>,
        interrupt: &dyn Interrupt,
        sink: &mut dyn Sink,
    ) -> Result<(), Error> {
        // Files that an operating system adds to archives are no files of the person's.
        let own = |name: &&str| {
            let last = name.rsplit('/').next().unwrap_or(name);
            !name.starts_with("__MACOSX/")
                && !last.starts_with('.')
                && last != "Thumbs.db"
                && last != "desktop.ini"
        };
        let names: Vec<String> = archive.names().filter(own).map(str::to_owned).collect();
        let (mut skipped, mut read) = (None, false);
        for name in &names {
            archive.budget().member()?;
            let file = format!("{}/{name}", self.file);
            match self.read_member(archive, name, &file, interrupt, sink) {
                Ok(()) => read = true,
                Err(error) if is_no_table(&error.problem) => {
                    let mut error = error;
                    error.place.get_or_insert_default().file.get_or_insert_with(|| file.clone());
                    sink.skipped(&error);
                    skipped.get_or_insert(error);
                }
                Err(error) => return Err(error.at(Place { file: Some(file), ..Place::default() })),
            }
        }
        match skipped {
            Some(error) if !read => Err(error),
            None if !read => Err(Problem::EmptyFile.into()),
            _ => Ok(()),
        }
    }

    fn read_member(
        &self,
        archive: &mut Archive<'_>,
        name: &str,
        file: &str,
        interrupt: &dyn Interrupt,
        sink: &mut dyn Sink,
    ) -> Result<(), Error> {
        let mut options = self.options.clone();
        if options.encoding.is_none() && !is_utf8(archive, name)? {
            options.encoding = Some(Encoding::Windows1252);
        }
        let budget = archive.budget();
        let mut reader = Reader::new(file, &options, &self.limits);
        reader.in_archive = true;
        // It was read to its end, and paid for, when its encoding was found out.
        let mut streamed = match archive.again(name)? {
            Member::Held(bytes) => {
                for piece in bytes.chunks(1 << 20) {
                    reader.push(piece, sink)?;
                }
                return reader.finish(interrupt, sink);
            }
            Member::Streamed(streamed) => streamed,
        };
        loop {
            if interrupt.should_interrupt() {
                return Err(Problem::Cancelled.into());
            }
            let length = {
                let chunk = streamed.fill_buf().map_err(|error| failure(&error, budget, name))?;
                reader.push(chunk, sink)?;
                chunk.len()
            };
            if length == 0 {
                return reader.finish(interrupt, sink);
            }
            streamed.consume(length);
        }
    }

    fn keep(&mut self, chunk: &[u8], sink: &mut (impl Sink + ?Sized)) -> Result<(), Error> {
        match &mut self.state {
            State::Csv(csv) => csv.push(chunk, false, &self.limits, sink),
            State::Head(kept) | State::Document(_, kept) => {
                let limit = self.limits.document_bytes;
                if wide(kept.len()).saturating_add(wide(chunk.len())) > limit {
                    return Err(Problem::TooLarge { what: Quantity::DocumentBytes, limit }.into());
                }
                kept.extend_from_slice(chunk);
                Ok(())
            }
        }
    }

    fn placed(&self, mut error: Error) -> Error {
        let place = error.place.get_or_insert_default();
        place.file.get_or_insert_with(|| self.file.clone());
        error
    }
}

/// Tells whether a file of an archive is refused only because it is no table.
fn is_no_table(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::OtherFormat { .. } | Problem::EmptyFile | Problem::OnlyMetadata | Problem::UnknownFormat
    )
}

/// Tells whether a member, if it is text, is UTF-8 or UTF-16 throughout, and whether it can be read to its end.
fn is_utf8(archive: &mut Archive<'_>, name: &str) -> Result<bool, Error> {
    let budget = archive.budget();
    let (mut decoder, mut text, mut is_utf8) = (Decoder::new(None), String::new(), true);
    let mut decode = |chunk: &[u8]| {
        text.clear();
        let decoded = decoder.decode(chunk, chunk.is_empty(), &mut text);
        is_utf8 &= decoded.is_ok() && decoder.encoding() != Encoding::Windows1252;
    };
    match archive.member(name)? {
        Member::Held(bytes) => {
            bytes.chunks(1 << 20).for_each(&mut decode);
            decode(&[]);
        }
        Member::Streamed(mut streamed) => loop {
            let chunk = streamed.fill_buf().map_err(|error| failure(&error, budget, name))?;
            let length = chunk.len();
            decode(chunk);
            if length == 0 {
                break;
            }
            streamed.consume(length);
        },
    }
    Ok(is_utf8)
}

/// Reads a whole file at once, again as Windows-1252 if it turns out not to be UTF-8; the sink is then told the table
/// anew.
///
/// # Errors
///
/// Those of [`Reader::finish`] but `not-utf8`.
pub fn read(
    file: &str,
    bytes: &[u8],
    options: &Options,
    limits: &Limits,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let mut once = |options: &Options| {
        let mut reader = Reader::new(file, options, limits);
        reader.push(bytes, sink)?;
        reader.finish(&Never, sink)
    };
    match once(options) {
        Err(Error { problem: Problem::NotUtf8, .. }) => {
            once(&Options { encoding: Some(Encoding::Windows1252), ..options.clone() })
        }
        done => done,
    }
}
