//! Delimited texts, in pieces and at once.

use super::*;
use crate::table::{Never, Options, Reader, Record, read};

fn rows(bytes: &[u8], chunk: usize) -> Vec<(u64, Vec<String>)> {
    let mut rows = Vec::new();
    let mut sink =
        |record: &Record<'_>| rows.push((record.line(), record.cells().map(str::to_owned).collect()));
    let mut reader = Reader::new("a.csv", &Options::default(), &Limits::default());
    for piece in bytes.chunks(chunk) {
        reader.push(piece, &mut sink).unwrap();
    }
    reader.finish(&Never, &mut sink).unwrap();
    rows
}

#[track_caller]
fn reads(text: &str, expected: &[(u64, &[&str])]) {
    let expected: Vec<(u64, Vec<String>)> = expected
        .iter()
        .map(|(line, cells)| (*line, cells.iter().map(ToString::to_string).collect()))
        .collect();
    assert_eq!(rows(text.as_bytes(), 1), expected, "in pieces");
    assert_eq!(rows(text.as_bytes(), 1 << 20), expected, "at once");
}

#[test]
fn lines_end_as_they_do() {
    reads("a;b\nc;d", &[(1, &["a", "b"]), (2, &["c", "d"])]);
    reads("a;b\r\nc;d\r\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
    reads("a;\"b\"\r\r\nc;d\r\r\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
    reads("a;b\rc;d\r", &[(1, &["a", "b"]), (2, &["c", "d"])]);
    reads("a;b\n\nc;d\n;\n", &[(1, &["a", "b"]), (2, &[""]), (3, &["c", "d"]), (4, &["", ""])]);
}

#[test]
fn quotes_are_read_doubled_or_not() {
    reads("a,\"b \"\"c\"\" d\"\n", &[(1, &["a", "b \"c\" d"])]);
    reads("a,\"b \"c\" d\"\n", &[(1, &["a", "b \"c\" d"])]);
    reads("a,\"b \"c, d\" e\"\n", &[(1, &["a", "b \"c, d\" e"])]);
    reads("a,\"b \"c\"\"\nd,e\n", &[(1, &["a", "b \"c\""]), (2, &["d", "e"])]);
    reads("\"\"\"a\"\"\",\"\"\nb,\"\"\"\"\n", &[(1, &["\"a\"", ""]), (2, &["b", "\""])]);
    reads("a,5\" rör\nb,c\n", &[(1, &["a", "5\" rör"]), (2, &["b", "c"])]);
    reads("\"a\" ,b\n", &[(1, &["a", "b"])]);
}

#[test]
fn a_cell_may_span_lines_and_the_line_told_is_its_first() {
    reads("a,b\n\"c\nd\",e\nf,g\n", &[(1, &["a", "b"]), (2, &["c\nd", "e"]), (4, &["f", "g"])]);
    reads(
        "\"<a href=\"x\">y</a>\n\",\"z\"\nf,g\n",
        &[(1, &["<a href=\"x\">y</a>\n", "z"]), (3, &["f", "g"])],
    );
}

#[test]
fn a_quote_that_never_ends_swallows_nothing() {
    reads("a,b\n\"c,d\ne,f\n", &[(1, &["a", "b"]), (2, &["\"c", "d"]), (3, &["e", "f"])]);
    // What ends a line belongs to none of its cells, and within a line to its own.
    reads("\"a\",b\r\n\"c\",d\r\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
    reads("\"a\",b\r,c\n\"d\",e\r,f\r\n", &[(1, &["a", "b\r", "c"]), (2, &["d", "e\r", "f"])]);
    let many = format!("a,b\n{}", "\"c,d\n".repeat(99));
    assert_eq!(rows(many.as_bytes(), 7).len(), 100);
}

#[test]
fn limits_are_errors_with_a_place() {
    let p = |limits: Limits| {
        let mut sink = |_: &Record<'_>| ();
        read("a.csv", b"a;b\nc;d;e\n", &Options::default(), &limits, &mut sink).unwrap_err().to_string()
    };
    assert_eq!(
        p(Limits { columns: 2, ..Limits::default() }),
        "a.csv: line 2: too-large { what: Columns, limit: 2 }"
    );
    assert_eq!(
        p(Limits { cells: 4, ..Limits::default() }),
        "a.csv: line 2: too-large { what: Cells, limit: 4 }"
    );
    assert_eq!(
        p(Limits { row_length: 5, ..Limits::default() }),
        "a.csv: line 2: too-large { what: RowLength, limit: 5 }"
    );
    assert_eq!(p(Limits { bytes: 9, ..Limits::default() }), "a.csv: too-large { what: Bytes, limit: 9 }");
}

#[test]
fn a_text_that_turns_out_not_to_be_utf8_is_read_again() {
    let mut bytes = "kön;1\n".repeat(200_000).into_bytes();
    bytes.extend_from_slice(b"k\xF6n;2\n");
    let mut last = String::new();
    let mut sink = |record: &Record<'_>| record.cell(0).clone_into(&mut last);
    read("a.csv", &bytes, &Options::default(), &Limits::default(), &mut sink).unwrap();
    assert_eq!(last, "kön");
}

#[test]
fn the_publishers_own_files_quote_labels_and_no_numbers() {
    struct Told(Vec<bool>);
    impl Sink for Told {
        fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
            self.0.push(table.publisher);
            Ok(Flow::Continue)
        }
        fn record(&mut self, _: &Record<'_>) -> Result<Flow, Error> {
            Ok(Flow::Continue)
        }
    }
    let is_publishers = |text: &str| {
        let mut told = Told(Vec::new());
        read("a.csv", text.as_bytes(), &Options::default(), &Limits::default(), &mut told).unwrap();
        told.0
    };
    for text in [
        "\"region\",\"2023\"\n\"0114\",4\n",
        "\"En titel, med komma\"\n\n\"region\",\"2023\"\n\n\"0114\",..\n",
        "\"En titel\"\r\n\"region\",\"2023\"\r\n\"0114\",\"5\",4\r\n",
        "\"region\",\"2023\"\n",
    ] {
        assert_eq!(is_publishers(text), [true], "{text}");
    }
    for text in [
        "\"region\",\"2023\"\n\"0114\",\"4\"\n",
        "\"region\",\"2023\"\n\n\"0114\",\"4\"\n\"0115\",4\n",
        "region,\"2023\"\n\"0114\",4\n",
        "sep=,\n\"region\",\"2023\"\n\"0114\",4\n",
        "\"sep=,\n\"region\",\"2023\"\n\"0114\",4\n",
    ] {
        assert_eq!(is_publishers(text), [false], "{text}");
    }
}
