//! Archives, byte by byte: their list of members is whole, or they are damaged.
#![cfg(feature = "tables")]

use troskel::Problem;
use troskel::table::{Limits, Options, Record, read};

/// A member with what its list and its own header have beside its name.
struct Member {
    name: &'static str,
    listed: &'static str,
    text: &'static str,
    extra: usize,
    listed_extra: usize,
    comment: usize,
}

fn member(name: &'static str, text: &'static str) -> Member {
    Member { name, listed: name, text, extra: 0, listed_extra: 0, comment: 0 }
}

fn half(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

fn word(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

/// An extra field of so many bytes, of a kind that nobody knows.
fn extra(length: usize) -> Vec<u8> {
    if length == 0 {
        Vec::new()
    } else {
        [&half(0x7777)[..], &half(length - 4), &vec![0; length - 4]].concat()
    }
}

/// Packs members without compressing them; `before` stands before the archive.
fn packed(members: &[Member], before: &[u8]) -> Vec<u8> {
    let (mut bytes, mut list) = (before.to_vec(), Vec::new());
    for own in members {
        let mut sum = flate2::Crc::new();
        sum.update(own.text.as_bytes());
        let length = own.text.len();
        let sizes = [sum.sum().to_le_bytes(), word(length), word(length)].concat();
        let place = bytes.len() - before.len();
        bytes.extend(
            [&b"PK\x03\x04\x14\0\0\0\0\0\0\0\x21\0"[..], &sizes, &half(own.name.len()), &half(own.extra)]
                .concat(),
        );
        bytes.extend([own.name.as_bytes(), &extra(own.extra), own.text.as_bytes()].concat());
        list.extend([&b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\x21\0"[..], &sizes].concat());
        list.extend(
            [half(own.listed.len()), half(own.listed_extra), half(own.comment), [0; 2], [0; 2]].concat(),
        );
        list.extend([word(0), word(place)].concat());
        list.extend([own.listed.as_bytes(), &extra(own.listed_extra), &vec![b'!'; own.comment]].concat());
    }
    let start = bytes.len() - before.len();
    let count = half(members.len());
    let end =
        [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &word(list.len()), &word(start), &half(0)].concat();
    [bytes, list, end].concat()
}

fn rows(bytes: &[u8]) -> Result<Vec<String>, Problem> {
    let mut rows = Vec::new();
    let mut sink = |record: &Record<'_>| rows.push(record.cells().collect::<Vec<_>>().join("|"));
    read("a.zip", bytes, &Options::default(), &Limits::default(), &mut sink)
        .map_err(|error| error.problem)?;
    Ok(rows)
}

fn two() -> [Member; 2] {
    [member("a.csv", "kod;1\n"), member("b.csv", "kod;2\n")]
}

fn both() -> Vec<String> {
    vec!["kod|1".to_owned(), "kod|2".to_owned()]
}

#[test]
fn a_whole_list_may_have_more_than_names() {
    assert_eq!(rows(&packed(&two(), b"")), Ok(both()));
    assert_eq!(rows(&packed(&two(), b"PK\x05\x06 what a program put before it")), Ok(both()));
    let [mut one, mut other] = two();
    (one.extra, one.listed_extra, one.comment) = (9, 5, 3);
    (other.extra, other.listed_extra, other.comment) = (4, 8, 300);
    assert_eq!(rows(&packed(&[one, other], b"")), Ok(both()));
    let [mut one, mut other] = two();
    (one.comment, other.listed_extra) = (7, 31);
    assert_eq!(rows(&packed(&[one, other], b"PK\x05\x06 before")), Ok(both()));
}

#[test]
fn a_list_that_is_not_whole_is_damaged() {
    let damaged = Err(Problem::Damaged { part: "ZIP".to_owned() });
    let whole = packed(&two(), b"");
    let end = whole.len() - 22;
    let list = usize::from(u16::from_le_bytes([whole[end + 16], whole[end + 17]]));
    let changed = |at: usize, to: &[u8]| {
        let mut bytes = whole.clone();
        bytes[at..at + to.len()].copy_from_slice(to);
        rows(&bytes)
    };
    assert_eq!(changed(end + 8, &[1, 0, 1, 0]), damaged, "fewer members");
    let second = whole.windows(4).rposition(|four| four == b"PK\x03\x04").unwrap_or(0);
    assert_eq!(changed(second, b"PK\x03\x05"), damaged, "no header at its place");
    let [mut one, other] = two();
    one.listed = "x.csv";
    assert_eq!(rows(&packed(&[one, other], b"")), damaged, "another name");
    let [mut one, other] = two();
    one.listed = "a.cs";
    assert_eq!(rows(&packed(&[one, other], b"")), damaged, "a part of its name");
    assert_eq!(changed(26, &half(4)), damaged, "a shorter name at its place");
    for (at, to) in [(0, 1), (3, 3), (42, 1), (42, 40), (30, 1), (32, 1)] {
        assert!(changed(list + at, &[to]).is_err(), "{at} {to}");
    }
    assert!(changed(end + 12, &word(whole.len())).is_err(), "a list longer than the file");
    assert!(changed(end + 16, &word(whole.len())).is_err(), "a list that begins behind the file");
    // The same list, told to be one entry further down.
    assert!(changed(end + 12, &word(51)).is_err(), "a list of the last entry alone");
}

#[test]
fn a_member_whose_sum_does_not_hold_is_damaged() {
    let mut bytes = packed(&two(), b"");
    bytes[35] = b'K';
    assert_eq!(rows(&bytes), Err(Problem::Damaged { part: "a.csv".to_owned() }));
    let encrypted = |at: usize| {
        let mut bytes = packed(&two(), b"");
        let list = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap_or(0);
        bytes[6] = 1;
        bytes[list + at] = 1;
        rows(&bytes)
    };
    assert_eq!(encrypted(8), Err(Problem::Encrypted));
}
