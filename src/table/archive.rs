//! ZIP archives, inflated piece by piece and never beyond a limit.

use std::io::{BufReader, Cursor, Error as IoError, ErrorKind, Read, Result as IoResult};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{Limits, wide};
use crate::error::{Error, Problem, Quantity};

/// An archive with what may still be inflated of it.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
    limit: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, Error> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged("ZIP"))?;
        Ok(Self { zip, left: limits.inflated_bytes, limit: limits.inflated_bytes })
    }

    /// Returns the members' names, folders left out.
    pub(super) fn names(&self) -> Vec<String> {
        let names = self.zip.file_names().flatten();
        names.filter(|name| !name.ends_with('/')).map(std::borrow::Cow::into_owned).collect()
    }

    /// Returns a member's bytes as they are inflated; `None` if there is none of that name.
    ///
    /// # Errors
    ///
    /// `encrypted` and `damaged`. What is read beyond the limit is an I/O error that [`failure`](Self::failure) tells.
    pub(super) fn member(&mut self, name: &str) -> Result<Option<BufReader<impl Read>>, Error> {
        match self.zip.by_name(name) {
            Ok(file) if file.encrypted() => Err(Problem::Encrypted.into()),
            Ok(file) => Ok(Some(BufReader::with_capacity(64 << 10, Bounded { file, left: &mut self.left }))),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(ZipError::UnsupportedArchive(text)) if text == ZipError::PASSWORD_REQUIRED => {
                Err(Problem::Encrypted.into())
            }
            Err(_) => Err(damaged(name)),
        }
    }

    /// Reads a member whole.
    ///
    /// # Errors
    ///
    /// Those of [`member`](Self::member), and `too-large`.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let limit = self.limit;
        let Some(mut member) = self.member(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        let read = member.read_to_end(&mut bytes);
        read.map_err(|error| failure(&error, limit, name))?;
        Ok(Some(bytes))
    }

    /// Returns how many bytes the members may inflate to, for [`failure`].
    pub(super) fn limit(&self) -> u64 {
        self.limit
    }
}

/// Tells what an I/O error while inflating means.
pub(super) fn failure(error: &IoError, limit: u64, part: &str) -> Error {
    if error.kind() == ErrorKind::FileTooLarge {
        return Problem::TooLarge { what: Quantity::InflatedBytes, limit }.into();
    }
    damaged(part)
}

pub(super) fn damaged(part: &str) -> Error {
    Problem::Damaged { part: part.to_owned() }.into()
}

/// A reader that ends with an error where the archive's limit is reached.
struct Bounded<'l, R> {
    file: R,
    left: &'l mut u64,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> IoResult<usize> {
        let read = self.file.read(buffer)?;
        *self.left = self.left.checked_sub(wide(read)).ok_or(ErrorKind::FileTooLarge)?;
        Ok(read)
    }
}
