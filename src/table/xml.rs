//! What both kinds of XML workbooks need of XML: a part read event by event to the end of its root, within the budget.

use std::io::{BufRead, Cursor, ErrorKind, Read, Result as IoResult};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::Decoder;
use super::archive::{Archive, Member, Streamed, damaged, failure};
use super::budget::Budget;
use crate::error::{Error, Problem, Quantity};

/// As many bytes one tag or one text may have; a cell has 32 767 characters at most.
const EVENT: usize = 4 << 20;

/// A part of a workbook while it is read.
pub(super) struct Xml<'r, 'a> {
    reader: Reader<Paced<'r, 'a>>,
    buffer: Vec<u8>,
    part: String,
    budget: &'a Budget,
    depth: u64,
    /// Whether the root has begun.
    begun: bool,
}

impl<'r, 'a> Xml<'r, 'a> {
    /// Begins to read a part.
    ///
    /// # Errors
    ///
    /// Those of [`Archive::member`].
    pub(super) fn open(archive: &'r mut Archive<'a>, part: &str) -> Result<Self, Error> {
        let budget = archive.budget();
        Ok(Self::new(part, archive.member(part)?, budget))
    }

    /// Begins to read a part that is opened.
    pub(super) fn new(part: &str, member: Member<'r, 'a>, budget: &'a Budget) -> Self {
        let source = match member.in_utf8() {
            Member::Held(bytes) => Source::Held(Cursor::new(bytes)),
            Member::Streamed(stream) => Source::Streamed(stream),
        };
        Self {
            reader: Reader::from_reader(Paced { source, taken: 0 }),
            buffer: Vec::new(),
            part: part.to_owned(),
            budget,
            depth: 0,
            begun: false,
        }
    }

    /// Returns the next event; `Eof` once the root is closed and nothing but its end follows.
    ///
    /// # Errors
    ///
    /// `damaged` where it is no XML, is cut, or its checksum does not hold; `too-large`.
    pub(super) fn next(&mut self) -> Result<Event<'_>, Error> {
        self.buffer.clear();
        self.reader.get_mut().taken = 0;
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| match &error {
            quick_xml::Error::Io(error) if error.kind() == ErrorKind::OutOfMemory => {
                Problem::TooLarge { what: Quantity::RowLength, limit: super::wide(EVENT) }.into()
            }
            quick_xml::Error::Io(error) => failure(error, self.budget, &self.part),
            quick_xml::Error::Syntax(_)
            | quick_xml::Error::IllFormed(_)
            | quick_xml::Error::InvalidAttr(_)
            | quick_xml::Error::Encoding(_)
            | quick_xml::Error::Escape(_)
            | quick_xml::Error::Namespace(_) => damaged(&self.part),
        })?;
        match &event {
            Event::Start(_) | Event::Empty(_) if self.begun && self.depth == 0 => {
                return Err(damaged(&self.part));
            }
            Event::Start(_) => {
                self.begun = true;
                self.depth += 1;
                Budget::depth(self.depth)?;
                self.budget.elements(1)?;
            }
            Event::Empty(_) => {
                self.begun = true;
                self.budget.elements(1)?;
            }
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Eof if self.depth > 0 || !self.begun => return Err(damaged(&self.part)),
            Event::Comment(_) | Event::PI(_) | Event::GeneralRef(_) => self.budget.elements(1)?,
            Event::Eof | Event::Text(_) | Event::CData(_) | Event::Decl(_) | Event::DocType(_) => {}
        }
        Ok(event)
    }

    /// Visits each element's beginning.
    ///
    /// # Errors
    ///
    /// Those of [`next`](Self::next), and what `visit` returns.
    pub(super) fn each(
        mut self,
        visit: &mut dyn FnMut(&BytesStart<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        loop {
            match self.next()? {
                Event::Start(event) | Event::Empty(event) => visit(&event)?,
                Event::Eof => return Ok(()),
                Event::End(_)
                | Event::Text(_)
                | Event::CData(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_)
                | Event::GeneralRef(_) => {}
            }
        }
    }
}

impl Member<'_, '_> {
    /// Brings a part in UTF-16, which XML allows and some programs write, to UTF-8.
    pub(super) fn in_utf8(self) -> Self {
        let Self::Held(bytes) = &self else { return self };
        let mut text = String::new();
        let marks =
            matches!(bytes.as_slice(), [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'<', 0, ..] | [0, b'<', ..]);
        if marks && Decoder::new(None).decode(bytes, true, &mut text).is_ok() {
            return Self::Held(text.into_bytes());
        }
        self
    }
}

enum Source<'r, 'a> {
    Held(Cursor<Vec<u8>>),
    Streamed(Box<Streamed<'r, 'a>>),
}

/// Ends with an error where one event takes too many bytes.
struct Paced<'r, 'a> {
    source: Source<'r, 'a>,
    taken: usize,
}

impl Read for Paced<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> IoResult<usize> {
        match &mut self.source {
            Source::Held(bytes) => bytes.read(buffer),
            Source::Streamed(stream) => stream.read(buffer),
        }
    }
}

impl BufRead for Paced<'_, '_> {
    #[inline]
    fn fill_buf(&mut self) -> IoResult<&[u8]> {
        if self.taken > EVENT {
            return Err(ErrorKind::OutOfMemory.into());
        }
        match &mut self.source {
            // A piece at a time, so that one event can't take all of it at once.
            Source::Held(bytes) => bytes.fill_buf().map(|rest| rest.get(..EVENT).unwrap_or(rest)),
            Source::Streamed(stream) => stream.fill_buf(),
        }
    }

    #[inline]
    fn consume(&mut self, amount: usize) {
        self.taken = self.taken.saturating_add(amount);
        match &mut self.source {
            Source::Held(bytes) => bytes.consume(amount),
            Source::Streamed(stream) => stream.consume(amount),
        }
    }
}

/// Returns an attribute by its local name.
pub(super) fn attribute(event: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = event.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(&found.value);
    Some(value.map_or_else(|_| found.value.clone().into_owned(), std::borrow::Cow::into_owned))
}

/// Returns the text that a reference such as `&amp;` or `&#229;` stands for; nothing for one that isn't known.
pub(super) fn entity(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    match reference.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}
