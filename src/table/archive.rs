//! ZIP archives: each member inflated piece by piece within the file's budget, and read to its end, where its size and its
//! checksum must hold. The list of members must be whole, so that none is missing unseen.

use std::collections::BTreeMap;
use std::io::{BufReader, Chain, Cursor, Error as IoError, ErrorKind, Read, Result as IoResult};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::budget::Budget;

use super::wide;
use super::xls::compound::{half, word};
use crate::error::{Error, Problem, Quantity};

/// As many bytes of a member are kept in memory; what is longer is inflated again where it is needed twice.
const HELD: u64 = 32 << 20;

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;
pub(super) type Streamed<'r, 'a> =
    Chain<Cursor<Vec<u8>>, BufReader<Bounded<'r, ZipFile<'r, Cursor<&'a [u8]>>>>>;

/// An archive whose members are paid for from a budget.
pub(super) struct Archive<'a> {
    zip: Zip<'a>,
    budget: &'a Budget,
    names: Vec<String>,
    /// Members by their names in lower case, with slashes.
    known: BTreeMap<String, usize>,
}

/// A member's bytes: all of them, or as they are inflated.
pub(super) enum Member<'r, 'a> {
    /// Read to its end, and whole.
    Held(Vec<u8>),
    /// Too long to be held.
    Streamed(Box<Streamed<'r, 'a>>),
}

impl<'a> Archive<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// `damaged`, where the end record does not tell of all members too.
    pub(super) fn open(bytes: &'a [u8], budget: &'a Budget) -> Result<Self, Error> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged("ZIP"))?;
        let names = zip.file_names().map(|name| name.map(std::borrow::Cow::into_owned));
        let names: Vec<String> = names.collect::<Result<_, _>>().map_err(|_| damaged("ZIP"))?;
        if Directory::find(bytes).is_some_and(|directory| !directory.holds(bytes, names.len())) {
            return Err(damaged("ZIP"));
        }
        let known = names.iter().enumerate().map(|(at, name)| (normal(name), at)).collect();
        Ok(Self { zip, budget, names, known })
    }

    /// Returns the members' names, folders left out.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str).filter(|name| !name.ends_with(['/', '\\']))
    }

    /// Tells whether there is a member of that name, in any case and with slashes of either kind.
    pub(super) fn has(&self, name: &str) -> bool {
        self.known.contains_key(&normal(name))
    }

    /// Returns the budget that the members are paid from.
    pub(super) fn budget(&self) -> &'a Budget {
        self.budget
    }

    /// Reads a member, as far as it can be held, to its end.
    ///
    /// # Errors
    ///
    /// `encrypted`, `damaged` and `too-large`; `damaged` where there is none of that name. What goes wrong while it is
    /// streamed is an I/O error that [`failure`] tells.
    pub(super) fn member(&mut self, name: &str) -> Result<Member<'_, 'a>, Error> {
        self.open_member(name, true)
    }

    /// Streams a member that was read before, and was whole: it is not paid for again.
    pub(super) fn again(&mut self, name: &str) -> Result<Member<'_, 'a>, Error> {
        self.open_member(name, false)
    }

    /// Reads a member whole.
    pub(super) fn read(&mut self, name: &str) -> Result<Vec<u8>, Error> {
        let budget = self.budget;
        match self.member(name)? {
            Member::Held(bytes) => Ok(bytes),
            Member::Streamed(mut rest) => {
                let mut bytes = Vec::new();
                rest.read_to_end(&mut bytes).map_err(|error| failure(&error, budget, name))?;
                Ok(bytes)
            }
        }
    }

    fn open_member(&mut self, name: &str, paid: bool) -> Result<Member<'_, 'a>, Error> {
        let at = *self.known.get(&normal(name)).ok_or_else(|| damaged(name))?;
        let budget = self.budget;
        let file = match self.zip.by_index(at) {
            Ok(file) if file.encrypted() => return Err(Problem::Encrypted.into()),
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(text)) if text == ZipError::PASSWORD_REQUIRED => {
                return Err(Problem::Encrypted.into());
            }
            Err(_) => return Err(damaged(name)),
        };
        let mut stream = BufReader::with_capacity(64 << 10, Bounded { file, budget: paid.then_some(budget) });
        let mut held = Vec::new();
        let read = stream.by_ref().take(HELD).read_to_end(&mut held);
        read.map_err(|error| failure(&error, budget, name))?;
        if wide(held.len()) < HELD {
            return Ok(Member::Held(held));
        }
        Ok(Member::Streamed(Box::new(Cursor::new(held).chain(stream))))
    }
}

/// Brings a name to one spelling: programs differ in case and slashes.
fn normal(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase()
}

/// Tells what an I/O error while inflating means.
pub(super) fn failure(error: &IoError, budget: &Budget, part: &str) -> Error {
    if error.kind() == ErrorKind::FileTooLarge {
        return Problem::TooLarge { what: Quantity::InflatedBytes, limit: budget.inflated_limit() }.into();
    }
    damaged(part)
}

pub(super) fn damaged(part: &str) -> Error {
    Problem::Damaged { part: part.to_owned() }.into()
}

/// A reader that ends with an error where the budget does.
pub(super) struct Bounded<'l, R> {
    file: R,
    budget: Option<&'l Budget>,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> IoResult<usize> {
        let read = self.file.read(buffer)?;
        if let Some(budget) = self.budget {
            budget.inflate(read).map_err(|_| ErrorKind::FileTooLarge)?;
        }
        Ok(read)
    }
}

/// What the end of an archive tells of its list of members.
struct Directory {
    start: usize,
    size: usize,
    members: usize,
    end: usize,
}

impl Directory {
    /// Finds the end record; `None` in a large archive, which has it in another form.
    fn find(bytes: &[u8]) -> Option<Self> {
        let end = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
        let number = |at: usize| usize::try_from(word(bytes, end + at)?).ok().filter(|n| *n < 0xFFFF_FFFF);
        let members = usize::from(half(bytes, end + 10).filter(|members| *members < 0xFFFF)?);
        Some(Self { start: number(16)?, size: number(12)?, members, end })
    }

    /// Tells whether the list has as many members as were found, ends where it should, and names each as its place does.
    fn holds(&self, bytes: &[u8], found: usize) -> bool {
        const ENTRY: usize = 46;
        // What stands before an archive moves all of it.
        let Some(start) = self.end.checked_sub(self.size) else { return false };
        let Some(moved) = start.checked_sub(self.start) else { return false };
        let mut at = start;
        for _ in 0..self.members {
            let lengths = [28_usize, 30, 32].map(|length| half(bytes, at + length).map_or(0, usize::from));
            let name = bytes.get(at + ENTRY..at + ENTRY + lengths[0]);
            let place = word(bytes, at + 42).and_then(|place| usize::try_from(place).ok());
            let own = place.and_then(|place| {
                let place = place.checked_add(moved)?;
                let length = half(bytes, place + 26).map(usize::from)?;
                bytes.get(place..)?.starts_with(b"PK\x03\x04").then_some(())?;
                bytes.get(place + 30..place + 30 + length)
            });
            let large = word(bytes, at + 42) == Some(u32::MAX);
            if bytes.get(at..at + 4) != Some(b"PK\x01\x02") || name.is_none() || !(large || own == name) {
                return false;
            }
            at += ENTRY + lengths.iter().sum::<usize>();
        }
        at == self.end && found == self.members
    }
}
