//! What is read: documents as a whole, within a limit, and standard input, which can be read only once.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read, Seek as _, SeekFrom, Write as _};

use troskel::criteria::Language;
use troskel::error::Quantity;
use troskel::{Error, Place, Problem};

use super::{Stop, sentence, words};

/// Bytes that a recipe, a criteria set or a record may have; their largest are a hundredth of it.
pub(super) const LONGEST: u64 = 16 << 20;

/// Returns a file's name for people and for results.
pub(super) fn name(file: &OsStr) -> String {
    file.to_string_lossy().into_owned()
}

/// Reads a document of so many bytes at most, which has to be in memory as a whole.
pub(super) fn document(file: &OsStr, longest: u64, language: Language) -> Result<String, Stop> {
    let failed = |problem: Problem| Stop::Failed(problem_in(file, problem, language));
    String::from_utf8(bytes(file, longest, language)?).map_err(|_| failed(Problem::NotUtf8))
}

/// Reads the bytes of a file that has so many at most.
pub(super) fn bytes(file: &OsStr, longest: u64, language: Language) -> Result<Vec<u8>, Stop> {
    let opened = File::open(file);
    let read = opened.and_then(|opened| bounded(opened, longest));
    let bytes = read.map_err(|error| Stop::Failed(words::unreadable(language, file.as_ref(), &error)))?;
    let too_large = Problem::TooLarge { what: Quantity::DocumentBytes, limit: longest };
    bytes.ok_or_else(|| Stop::Failed(problem_in(file, too_large, language)))
}

fn problem_in(file: &OsStr, problem: Problem, language: Language) -> String {
    let place = Place { file: Some(name(file)), ..Place::default() };
    sentence(&Error::from(problem).at(place), language)
}

/// Reads at most `limit` bytes; `None` where there are more.
fn bounded(from: impl Read, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    from.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(u64::try_from(bytes.len()).is_ok_and(|length| length <= limit).then_some(bytes))
}

/// Standard input, which is kept in a file without a name while it is read, so that it can be read again.
pub(super) struct Once {
    kept: File,
    again: bool,
}

impl Once {
    /// Makes ready to read.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self { kept: tempfile::tempfile()?, again: false })
    }

    /// Begins a pass.
    pub(super) fn pass(&mut self) -> io::Result<impl Read + '_> {
        let first = !std::mem::replace(&mut self.again, true);
        self.kept.seek(SeekFrom::Start(0))?;
        Ok(Pass { kept: &mut self.kept, first })
    }
}

struct Pass<'a> {
    kept: &'a mut File,
    first: bool,
}

impl Read for Pass<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.first {
            return self.kept.read(buffer);
        }
        let length = io::stdin().lock().read(buffer)?;
        self.kept.write_all(buffer.get(..length).unwrap_or_default())?;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_read_than_the_limit() {
        assert_eq!(bounded("abc".as_bytes(), 3).unwrap().as_deref(), Some("abc".as_bytes()));
        assert_eq!(bounded("abcd".as_bytes(), 3).unwrap(), None);
        assert_eq!(bounded(io::repeat(b'a'), 3).unwrap(), None);
    }
}
