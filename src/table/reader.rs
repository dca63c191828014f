//! Finds out a file's format and hands its bytes to the reader for it.

use std::io::BufRead;

use super::archive::{Archive, failure};
use super::csv::Csv;
use super::guard::Guard;
use super::{
    Decoder, Encoding, Interrupt, Limits, Never, Options, Sink, compound, json_stat, ods, px, wide, xls, xlsx,
};
use crate::error::{Error, Problem, Quantity};

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

/// The formats that are read as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    JsonStat,
    Px,
    /// A workbook of XML parts, or an archive of files.
    Zip,
    /// A compound file: a workbook before 2007, or one with a password.
    Compound,
}

impl Kind {
    /// Tells the format by the first bytes; anything else is delimited text.
    fn of(head: &[u8]) -> Option<Self> {
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return Some(Self::Zip);
        }
        if head.starts_with(&compound::MAGIC) {
            return Some(Self::Compound);
        }
        let text: String = head.iter().map(|byte| char::from(*byte)).collect();
        let text = text.strip_prefix("\u{EF}\u{BB}\u{BF}").unwrap_or(&text);
        if text.trim_start().starts_with('{') {
            return Some(Self::JsonStat);
        }
        px::is_px(text).then_some(Self::Px)
    }
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
            Some(kind) => State::Document(kind, Vec::new()),
            None => State::Csv(Box::new(Csv::new(self.file.clone(), encoding, delimiter))),
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
        let guard = &mut Guard::new(sink, &self.limits);
        match kind {
            Kind::JsonStat => json_stat::read(&self.file, bytes, &self.limits, interrupt, guard),
            Kind::Compound => xls::read(&self.file, bytes, &self.limits, interrupt, guard),
            Kind::Zip => self.read_zip(bytes, interrupt, sink),
            Kind::Px => px::read(&self.file, bytes, &self.options, &self.limits, interrupt, guard),
        }
    }

    fn read_zip(
        &self,
        bytes: &[u8],
        interrupt: &dyn Interrupt,
        sink: &mut (impl Sink + ?Sized),
    ) -> Result<(), Error> {
        let mut archive = Archive::open(bytes, &self.limits)?;
        let names = archive.names();
        let has = |name: &str| names.iter().any(|known| known == name);
        let guard = &mut Guard::new(sink, &self.limits);
        if has("xl/workbook.xml") {
            return xlsx::read(&self.file, &mut archive, &self.limits, interrupt, guard);
        }
        if has("content.xml") && has("META-INF/manifest.xml") {
            return ods::read(&self.file, &mut archive, &self.limits, interrupt, guard);
        }
        if self.in_archive || has("[Content_Types].xml") {
            return Err(Problem::UnknownFormat.into());
        }
        self.read_members(&names, &mut archive, interrupt, sink)
    }

    /// Reads the files of an archive one after the other; an archive in it is left alone.
    fn read_members(
        &self,
        names: &[String],
        archive: &mut Archive<'_>,
        interrupt: &dyn Interrupt,
        sink: &mut (impl Sink + ?Sized),
    ) -> Result<(), Error> {
        // Files that an operating system adds to archives are no files of the person's.
        let own = |name: &&String| {
            !name.starts_with("__MACOSX/")
                && !name.rsplit('/').next().is_some_and(|last| last.starts_with('.'))
        };
        let names: Vec<&String> = names.iter().filter(own).collect();
        if wide(names.len()) > self.limits.members {
            return Err(Problem::TooLarge { what: Quantity::Members, limit: self.limits.members }.into());
        }
        for name in names {
            let file = format!("{}/{name}", self.file);
            let mut options = self.options.clone();
            if options.encoding.is_none() && !is_utf8(archive, name)? {
                options.encoding = Some(Encoding::Windows1252);
            }
            let limit = archive.limit();
            let Some(mut member) = archive.member(name)? else { continue };
            let mut reader = Reader::new(&file, &options, &self.limits);
            reader.in_archive = true;
            loop {
                if interrupt.should_interrupt() {
                    return Err(Problem::Cancelled.into());
                }
                let length = {
                    let chunk = member.fill_buf().map_err(|error| failure(&error, limit, name))?;
                    reader.push(chunk, sink)?;
                    chunk.len()
                };
                if length == 0 {
                    break;
                }
                member.consume(length);
            }
            reader.finish(interrupt, sink)?;
        }
        Ok(())
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

/// Tells whether a member, if it is text, is UTF-8 or UTF-16 throughout.
fn is_utf8(archive: &mut Archive<'_>, name: &str) -> Result<bool, Error> {
    let limit = archive.limit();
    let Some(mut member) = archive.member(name)? else { return Ok(true) };
    let (mut decoder, mut text) = (Decoder::new(None), String::new());
    loop {
        let chunk = member.fill_buf().map_err(|error| failure(&error, limit, name))?;
        let length = chunk.len();
        if decoder.decode(chunk, length == 0, &mut text).is_err()
            || decoder.encoding() == Encoding::Windows1252
        {
            return Ok(false);
        }
        if length == 0 {
            return Ok(true);
        }
        text.clear();
        member.consume(length);
    }
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
