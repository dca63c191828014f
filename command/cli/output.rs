//! Where results go: to a file that replaces what was there only once it is whole, or to standard output.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use same_file::Handle;
use troskel::criteria::Language;
use troskel::output::safe::terminal_lines;
use troskel::{Error, Problem};

use super::{Stop, words};

/// Writes a result.
pub(super) type Writing<'a> = &'a mut dyn FnMut(&mut dyn Write) -> io::Result<()>;

/// Writes to a file, or to standard output where none is named.
pub(super) fn write_to(out: Option<&OsStr>, language: Language, write: Writing<'_>) -> Result<(), Stop> {
    match out.map(Path::new) {
        Some(path) => {
            to_file(path, write).map_err(|error| Stop::Failed(words::unwritable(language, path, &error)))
        }
        None => match to_stdout(write) {
            // A reader that has gone away, such as `head`, is no failure.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Stop::Failed(words::unwritable_stdout(language, &error)))
            }
            Ok(()) | Err(_) => Ok(()),
        },
    }
}

/// Returns the input that a file to write to is, by whatever name, link or hard link; `-` is standard input.
pub(super) fn is_input<'a>(out: &OsStr, inputs: impl Iterator<Item = &'a OsStr>) -> Option<&'a OsStr> {
    // What is not there yet, or can't be opened, is no input either.
    let out = Handle::from_path(out).ok().filter(|out| is_regular(out.as_file()))?;
    let same = |input: &&OsStr| {
        let input = if *input == "-" { Handle::stdin() } else { Handle::from_path(input) };
        input.is_ok_and(|input| input == out)
    };
    let mut inputs = inputs;
    inputs.find(same)
}

fn is_regular(file: &File) -> bool {
    file.metadata().is_ok_and(|metadata| metadata.is_file())
}

/// Writes beside the file and puts it in its place when it is whole: what was there stays if anything fails.
fn to_file(path: &Path, write: Writing<'_>) -> io::Result<()> {
    // What a link leads to is replaced, not the link.
    let path: PathBuf = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let there = fs::metadata(&path).ok();
    if there.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        // A device or a pipe has nothing to be kept, and must not be replaced.
        return whole(&mut File::options().write(true).open(&path)?, write);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::Builder::new();
    beside.prefix(".troskel-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;

        // As any program would make it, less what the user's mask takes away.
        beside.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = beside.tempfile_in(folder)?;
    whole(file.as_file_mut(), write)?;
    if let Some(there) = there {
        file.as_file().set_permissions(there.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

fn whole(file: &mut File, write: Writing<'_>) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    write(&mut out)?;
    out.flush()
}

/// Writes by `write`, which is handed what takes bytes; what keeps them from being written is told.
pub(super) fn bytes_to(
    out: &mut dyn Write,
    write: impl FnOnce(&mut dyn FnMut(&[u8]) -> Result<(), Error>) -> Result<(), Error>,
) -> io::Result<()> {
    let mut failure = None;
    let written = write(&mut |bytes| {
        out.write_all(bytes).map_err(|error| {
            failure = Some(error);
            Error::from(Problem::Cancelled)
        })
    });
    match (written, failure) {
        (Err(_), Some(error)) => Err(error),
        (Err(error), None) => Err(io::Error::other(error)),
        (Ok(()), _) => out.flush(),
    }
}

fn to_stdout(write: Writing<'_>) -> io::Result<()> {
    let stdout = io::stdout();
    if stdout.is_terminal() {
        let mut out = Shown { out: stdout.lock(), waiting: Vec::new() };
        write(&mut out)?;
        return out.flush();
    }
    let mut out = BufWriter::new(stdout.lock());
    write(&mut out)?;
    out.flush()
}

/// A terminal, which gets no controls but line feeds.
struct Shown<W: Write> {
    out: W,
    /// Bytes of a line that has not ended yet.
    waiting: Vec<u8>,
}

impl<W: Write> Shown<W> {
    fn show(&mut self, length: usize) -> io::Result<()> {
        let bytes: Vec<u8> = self.waiting.drain(..length).collect();
        self.out.write_all(terminal_lines(&String::from_utf8_lossy(&bytes)).as_bytes())
    }
}

impl<W: Write> Write for Shown<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if let Some(end) = self.waiting.iter().rposition(|byte| *byte == b'\n') {
            self.show(end + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.show(self.waiting.len())?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_gets_lines_without_controls_whatever_the_pieces() {
        let text = "Runby 深\u{1b}[2J\n\u{9b}b\u{202e}\nend";
        for size in 1..8 {
            let mut shown = Shown { out: Vec::new(), waiting: Vec::new() };
            for piece in text.as_bytes().chunks(size) {
                shown.write_all(piece).unwrap();
            }
            shown.flush().unwrap();
            let seen = String::from_utf8(shown.out).unwrap();
            assert_eq!(seen, "Runby 深\\u001b[2J\n\\u009bb\\u202e\nend");
        }
    }
}
