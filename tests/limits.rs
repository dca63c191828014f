//! Each limit of the readers holds to the one: what a file needs is enough, and one less is refused with the limit's name.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::Path;

use troskel::Problem;
use troskel::error::Quantity;
use troskel::table::{Limits, Options, Record, read};

use crate::tables::{ods, packed};

/// A limit with one quantity set.
type Set = fn(u64) -> Limits;

const LIMITS: [(Quantity, Set); 7] = [
    (Quantity::Bytes, |bytes| Limits { bytes, ..Limits::default() }),
    (Quantity::Cells, |cells| Limits { cells, ..Limits::default() }),
    (Quantity::Columns, |columns| Limits { columns, ..Limits::default() }),
    (Quantity::Members, |members| Limits { members, ..Limits::default() }),
    (Quantity::RowLength, |row_length| Limits { row_length, ..Limits::default() }),
    (Quantity::TextBytes, |text_bytes| Limits { text_bytes, ..Limits::default() }),
    (Quantity::UnwrittenCells, |unwritten| Limits { unwritten, ..Limits::default() }),
];

fn outcome(name: &str, bytes: &[u8], limits: &Limits) -> Result<(), Problem> {
    let mut sink = |_: &Record<'_>| ();
    read(name, bytes, &Options::default(), limits, &mut sink).map_err(|error| error.problem)
}

/// The least of each limit that a file can be read with.
fn needs(name: &str, bytes: &[u8]) -> [u64; 7] {
    LIMITS.map(|(what, set)| {
        let tried: Vec<u64> = (0..10_000).collect();
        let least = u64::try_from(tried.partition_point(|&limit| outcome(name, bytes, &set(limit)).is_err()))
            .unwrap();
        if let Some(limit) = least.checked_sub(1) {
            assert_eq!(outcome(name, bytes, &set(limit)), Err(Problem::TooLarge { what, limit }), "{name}");
        }
        assert_eq!(outcome(name, bytes, &set(least)), Ok(()), "{name} {what:?}");
        least
    })
}

#[track_caller]
fn fixture_needs(name: &str, expected: [u64; 7]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good").join(name);
    assert_eq!(needs(name, &fs::read(path).unwrap()), expected, "{name}");
}

#[test]
fn text_needs_its_bytes_its_longest_line_and_its_cells() {
    // The line `c;d;e` and its end.
    assert_eq!(needs("a.csv", b"a;b\nc;d;e\n"), [10, 5, 3, 0, 6, 0, 0]);
    assert_eq!(needs("a.csv", b"\"a\";b\n\"c\";d;e\n"), [14, 5, 3, 0, 8, 0, 0]);
    // What stands before the table is a line, too.
    assert_eq!(needs("a.csv", b"Arbetsmarknad\nkod;1\n"), [20, 3, 2, 0, 14, 0, 0]);
}

#[test]
fn a_cube_needs_the_cells_that_it_is_written_out_as() {
    fixture_needs("sparse.px", [363, 12, 3, 0, 22, 74, 2]);
    fixture_needs("unemployment.px", [1005, 20, 4, 0, 110, 247, 0]);
    fixture_needs("turnout-json-stat-1.json", [361, 6, 2, 1, 22, 45, 1]);
    fixture_needs("turnout-json-stat-2.json", [836, 12, 3, 1, 60, 167, 0]);
}

#[test]
fn a_workbook_needs_its_sheets_its_cells_and_the_blank_ones_before_them() {
    fixture_needs("omraden.xls", [5632, 33, 6, 2, 58, 203, 5]);
    let bytes = |file: &[u8]| u64::try_from(file.len()).unwrap();
    let file = xlsx();
    assert_eq!(needs("a.xlsx", &file), [bytes(&file), 4, 3, 2, 6, 8, 1]);
    let file = ods();
    // What no bytes stand for, two blank cells and two repeated ones, is paid for in each of two turns.
    assert_eq!(needs("a.ods", &file), [bytes(&file), 7, 6, 2, 9, 10, 8]);
}

/// Two sheets: one with a blank cell between two and a text told twice, one hidden.
fn xlsx() -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", b"<t/>"),
        ("_rels/.rels", br#"<Relationships><Relationship Id="1" Type="x/officeDocument" Target="bok.xml"/></Relationships>"#),
        ("bok.xml", br#"<workbook><sheets><sheet name="A" r:id="a"/><sheet name="B" state="hidden" r:id="b"/></sheets></workbook>"#),
        ("_rels/bok.xml.rels", br#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="a.xml"/><Relationship Id="b" Type="x/worksheet" Target="b.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="t.xml"/></Relationships>"#),
        ("t.xml", b"<sst><si><t>kod</t></si></sst>"),
        ("a.xml", br#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>0</v></c></row></sheetData></worksheet>"#),
        ("b.xml", b"<worksheet><sheetData><row><c><v>12</v></c></row></sheetData></worksheet>"),
    ])
}
