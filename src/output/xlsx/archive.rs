//! The archive that a workbook is: deflated parts, written from beginning to end.
//!
//! A library's writer deflates a part on one thread. Here a part comes in pieces that were deflated apart from each other,
//! each ending on a whole byte, so that they follow each other as one stream (RFC 1951) on as many threads as there are.

use flate2::{Compress, Compression, Crc, FlushCompress};

use crate::error::{Error, Problem, Quantity};
use crate::output::Out;
use crate::table::wide;

/// Fast rather than small: XML this regular shrinks to a tenth at once, and a person waits for it.
const LEVEL: u32 = 1;
/// The end of a stream of pieces: a last block of nothing.
const END: &[u8] = &[3, 0];

/// A piece of a part, deflated.
#[derive(Debug, Default)]
pub(super) struct Piece {
    bytes: Vec<u8>,
    crc: Crc,
    length: u64,
    /// All of it was deflated.
    whole: bool,
}

/// Deflates pieces.
#[derive(Debug)]
pub(super) struct Deflater(Compress);

impl Deflater {
    pub(super) fn new() -> Self {
        Self(Compress::new(Compression::new(LEVEL), false))
    }

    /// Deflates a piece, in place of what was in `piece`.
    pub(super) fn deflate(&mut self, text: &[u8], piece: &mut Piece) {
        let Self(stream) = self;
        stream.reset();
        piece.bytes.clear();
        piece.crc.reset();
        piece.crc.update(text);
        piece.length = wide(text.len());
        piece.whole = false;
        let mut rest = text;
        // A flush is done once it leaves room behind what it has written.
        while !rest.is_empty() || piece.bytes.len() == piece.bytes.capacity() {
            piece.bytes.reserve(rest.len() / 8 + 4096);
            let before = stream.total_in();
            // It asks for nothing but room; if it failed all the same, the piece would be refused.
            if stream.compress_vec(rest, &mut piece.bytes, FlushCompress::Sync).is_err() {
                return;
            }
            let taken = usize::try_from(stream.total_in() - before).unwrap_or(usize::MAX);
            rest = rest.get(taken..).unwrap_or_default();
        }
        piece.whole = true;
    }
}

/// A part that is written, for the list at the archive's end.
#[derive(Debug)]
struct Entry {
    name: String,
    at: u64,
    crc: Crc,
    /// Bytes deflated, and as they are.
    deflated: u64,
    length: u64,
    large: bool,
}

/// Writes an archive.
pub(super) struct Archive<'a> {
    out: Out<'a>,
    written: u64,
    entries: Vec<Entry>,
    deflater: Deflater,
    piece: Piece,
}

/// The largest number that four bytes hold stands for one in an extra field.
const FULL: u64 = 0xFFFF_FFFF;
/// Name and sizes are told behind the part, and the name is UTF-8.
const FLAGS: u16 = 1 << 3 | 1 << 11;
const DEFLATED: u16 = 8;
/// 1 January 1980: the same areas give the same bytes.
const DATE: u16 = 1 << 5 | 1;

/// Numbers in the archive's byte order.
#[derive(Default)]
struct Fields(Vec<u8>);

impl Fields {
    fn two(mut self, number: u16) -> Self {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    fn four(mut self, number: u64) -> Self {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    fn eight(mut self, number: u64) -> Self {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    fn text(mut self, text: &str) -> Self {
        self.0.extend_from_slice(text.as_bytes());
        self
    }
}

fn short(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

/// The version that is needed to read a part.
fn version(large: bool) -> u16 {
    if large { 45 } else { 20 }
}

impl<'a> Archive<'a> {
    pub(super) fn new(out: Out<'a>) -> Self {
        Self { out, written: 0, entries: Vec::new(), deflater: Deflater::new(), piece: Piece::default() }
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.written += wide(bytes.len());
        (self.out)(bytes)
    }

    /// Begins a part; a large one may grow beyond 4 GB.
    ///
    /// # Errors
    /// Those of whoever takes the bytes.
    pub(super) fn begin(&mut self, name: &str, large: bool) -> Result<(), Error> {
        let sizes = if large { FULL } else { 0 };
        let mut fields = Fields::default()
            .four(0x0403_4b50)
            .two(version(large))
            .two(FLAGS)
            .two(DEFLATED)
            .two(0)
            .two(DATE)
            .four(0)
            .four(sizes)
            .four(sizes)
            .two(short(name.len()))
            .two(if large { 20 } else { 0 })
            .text(name);
        if large {
            fields = fields.two(1).two(16).eight(0).eight(0);
        }
        let at = self.written;
        let name = name.to_owned();
        self.entries.push(Entry { name, at, crc: Crc::new(), deflated: 0, length: 0, large });
        self.write(&fields.0)
    }

    /// Writes the next piece of the part.
    ///
    /// # Errors
    /// Those of whoever takes the bytes, and `too-large` beyond 4 GB of a part that was not announced as large.
    pub(super) fn piece(&mut self, piece: &Piece) -> Result<(), Error> {
        if let Some(entry) = self.entries.last_mut() {
            entry.crc.combine(&piece.crc);
            entry.deflated += wide(piece.bytes.len());
            entry.length += piece.length;
            let outgrown = !entry.large && entry.length.max(entry.deflated) >= FULL;
            if outgrown || !piece.whole {
                return Err(Problem::TooLarge { what: Quantity::Bytes, limit: FULL }.into());
            }
        }
        self.write(&piece.bytes)
    }

    /// Writes the next text of the part.
    ///
    /// # Errors
    /// Those of [`piece`](Self::piece).
    pub(super) fn text(&mut self, text: &[u8]) -> Result<(), Error> {
        if text.is_empty() {
            return Ok(());
        }
        let mut piece = std::mem::take(&mut self.piece);
        self.deflater.deflate(text, &mut piece);
        let written = self.piece(&piece);
        self.piece = piece;
        written
    }

    /// Ends the part.
    ///
    /// # Errors
    /// Those of whoever takes the bytes.
    pub(super) fn end(&mut self) -> Result<(), Error> {
        self.write(END)?;
        let Some(entry) = self.entries.last_mut() else { return Ok(()) };
        entry.deflated += wide(END.len());
        let fields = Fields::default().four(0x0807_4b50).four(entry.crc.sum().into());
        let fields = if entry.large {
            fields.eight(entry.deflated).eight(entry.length)
        } else {
            fields.four(entry.deflated).four(entry.length)
        };
        self.write(&fields.0)
    }

    /// Writes the list of the parts.
    ///
    /// # Errors
    /// Those of whoever takes the bytes.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        let start = self.written;
        let entries = std::mem::take(&mut self.entries);
        for entry in &entries {
            self.write(&listed(entry))?;
        }
        let (count, size) = (wide(entries.len()), self.written - start);
        let large = start >= FULL;
        let mut fields = Fields::default();
        if large {
            let at = self.written;
            fields = fields
                .four(0x0606_4b50)
                .eight(44)
                .two(version(true))
                .two(version(true))
                .four(0)
                .four(0)
                .eight(count)
                .eight(count)
                .eight(size)
                .eight(start)
                .four(0x0706_4b50)
                .four(0)
                .eight(at)
                .four(1);
        }
        let count = short(entries.len());
        let fields =
            fields.four(0x0605_4b50).two(0).two(0).two(count).two(count).four(size).four(start).two(0);
        self.write(&fields.0)
    }
}

/// Returns a part's entry in the list.
fn listed(entry: &Entry) -> Vec<u8> {
    let is_large = |number: &u64| *number >= FULL;
    let numbers = [entry.length, entry.deflated, entry.at];
    let extra = numbers.iter().filter(|number| is_large(number)).count();
    let large = entry.large || extra > 0;
    let mut fields = Fields::default()
        .four(0x0201_4b50)
        .two(version(large))
        .two(version(large))
        .two(FLAGS)
        .two(DEFLATED)
        .two(0)
        .two(DATE)
        .four(entry.crc.sum().into())
        .four(entry.deflated)
        .four(entry.length)
        .two(short(entry.name.len()))
        .two(if extra > 0 { short(4 + 8 * extra) } else { 0 })
        .two(0)
        .two(0)
        .two(0)
        .four(0)
        .four(entry.at)
        .text(&entry.name);
    if extra > 0 {
        fields = fields.two(1).two(short(8 * extra));
        for number in numbers.into_iter().filter(is_large) {
            fields = fields.eight(number);
        }
    }
    fields.0
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    fn archive(write: impl FnOnce(&mut Archive<'_>)) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut take = |piece: &[u8]| {
            bytes.extend_from_slice(piece);
            Ok(())
        };
        let mut archive = Archive::new(&mut take);
        write(&mut archive);
        archive.finish().unwrap();
        bytes
    }

    /// Text that does not shrink, and text that does.
    fn texts() -> [Vec<u8>; 3] {
        let mut state = 1_u32;
        let random = |_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_le_bytes()[3]
        };
        [(0..300_000).map(random).collect(), b"<c r=\"A1\"/>".repeat(100_000), b"x".to_vec()]
    }

    #[test]
    fn a_reader_finds_every_part_whole() {
        for large in [false, true] {
            let bytes = archive(|archive| {
                archive.begin("empty.xml", false).unwrap();
                archive.end().unwrap();
                archive.begin("xl/blad å.xml", large).unwrap();
                for text in texts() {
                    archive.text(&text).unwrap();
                }
                archive.end().unwrap();
            });
            let mut read = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
            let mut part = |name: &str| {
                let mut text = Vec::new();
                read.by_name(name).unwrap().read_to_end(&mut text).unwrap();
                text
            };
            assert_eq!((part("empty.xml"), part("xl/blad å.xml")), (Vec::new(), texts().concat()));
        }
    }

    #[test]
    fn numbers_beyond_four_gigabytes_stand_in_their_own_field() {
        let entry = |length, deflated, at| Entry {
            name: "a".to_owned(),
            at,
            crc: Crc::new(),
            deflated,
            length,
            large: true,
        };
        let tail = |entry: &Entry| listed(entry)[47..].to_vec();
        assert!(tail(&entry(1, 1, 1)).is_empty());
        let expected =
            [&[1, 0, 16, 0][..], &(1_u64 << 33).to_le_bytes(), &(1_u64 << 34).to_le_bytes()].concat();
        assert_eq!(tail(&entry(1 << 33, 7, 1 << 34)), expected);
        assert_eq!(listed(&entry(1 << 33, 7, 0))[24..28], [255; 4]);
    }

    #[test]
    fn a_part_that_outgrows_what_was_announced_is_refused() {
        let mut take = |_: &[u8]| Ok(());
        let mut archive = Archive::new(&mut take);
        archive.begin("a", false).unwrap();
        let piece = Piece { length: FULL - 1, whole: true, ..Piece::default() };
        archive.piece(&piece).unwrap();
        assert_eq!(archive.piece(&piece).unwrap_err().code(), "too-large");
    }
}
