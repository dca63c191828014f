//! Workbooks made record by record, and what is read of them.

use crate::table::{Flow, Limits, Merge, Options, Record, Sink, TableInfo, read};
use crate::{Error, Problem};

const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
type Told = (u16, Vec<u8>);

fn record((kind, data): &Told) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// A sheet: its name, whether it is hidden, what kind it is, and its records.
type Made<'a> = (&'a str, u8, u8, Vec<Told>);

/// Makes the stream of a workbook of the version.
fn stream(version: u16, globals: &[Told], sheets: &[Made<'_>]) -> Vec<u8> {
    let begin = record(&(0x0809, [version.to_le_bytes(), [5, 0]].concat()));
    let end = record(&(0x000A, Vec::new()));
    let inner: Vec<u8> = globals.iter().flat_map(record).collect();
    let flags: &[u8] = if version < 0x0600 { &[] } else { &[0] };
    let lengths: usize = sheets.iter().map(|(name, ..)| 4 + 7 + flags.len() + name.len()).sum();
    let mut start = begin.len() + inner.len() + lengths + end.len();
    let (mut listed, mut told) = (Vec::new(), Vec::new());
    for (name, state, kind, records) in sheets {
        let length = u8::try_from(name.len()).unwrap();
        let start_bytes = u32::try_from(start).unwrap().to_le_bytes();
        let data = [&start_bytes[..], &[*state, *kind, length], flags, name.as_bytes()].concat();
        listed.extend(record(&(0x0085, data)));
        let body: Vec<u8> = records.iter().flat_map(record).collect();
        let sheet = [&begin[..], &body, &end].concat();
        start += sheet.len();
        told.extend(sheet);
    }
    [begin, inner, listed, end, told].concat()
}

/// A compound file under way: its sectors and which follows each.
#[derive(Default)]
struct Sectors {
    bytes: Vec<u8>,
    next: Vec<u32>,
}

impl Sectors {
    /// Adds a chain of sectors and returns the first.
    fn add(&mut self, bytes: &[u8]) -> u32 {
        let first = u32::try_from(self.next.len()).unwrap();
        for (at, sector) in bytes.chunks(512).enumerate() {
            let mut whole = sector.to_vec();
            whole.resize(512, 0);
            self.bytes.extend(whole);
            let last = (at + 1) * 512 >= bytes.len();
            self.next.push(if last { END } else { u32::try_from(self.next.len() + 1).unwrap() });
        }
        if bytes.is_empty() { END } else { first }
    }
}

fn entry(name: &str, kind: u8, links: [u32; 3], (first, length): (u32, usize)) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let named = u16::try_from(entry.len() + 2).unwrap();
    entry.resize(128, 0);
    entry[64..66].copy_from_slice(&named.to_le_bytes());
    entry[66] = kind;
    for (at, link) in [68, 72, 76].into_iter().zip(links) {
        entry[at..at + 4].copy_from_slice(&link.to_le_bytes());
    }
    entry[116..120].copy_from_slice(&first.to_le_bytes());
    entry[120..124].copy_from_slice(&u32::try_from(length).unwrap().to_le_bytes());
    entry
}

/// Packs streams into a compound file: those shorter than `cutoff` into small sectors; the table of sectors is named in the
/// header, or where `far` in a sector of such names.
fn compound(streams: &[(&str, &[u8])], cutoff: u32, far: bool) -> Vec<u8> {
    let mut sectors = Sectors { bytes: vec![0; 512], next: vec![0xFFFF_FFFD] };
    let (mut small, mut small_next, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    for (nth, (name, bytes)) in (1_u32..).zip(streams) {
        let is_small = u32::try_from(bytes.len()).unwrap() < cutoff;
        let first = if is_small {
            let first = u32::try_from(small_next.len()).unwrap();
            for at in 0..bytes.len().div_ceil(64) {
                let last = (at + 1) * 64 >= bytes.len();
                small_next.push(if last { END } else { u32::try_from(small_next.len() + 1).unwrap() });
            }
            small.extend_from_slice(bytes);
            small.resize(small_next.len() * 64, 0);
            first
        } else {
            sectors.add(bytes)
        };
        // Every other one is left of the one before it.
        let next = if usize::try_from(nth).unwrap() < streams.len() { nth + 1 } else { FREE };
        let links = if nth % 2 == 0 { [next, FREE, FREE] } else { [FREE, next, FREE] };
        entries.push(entry(name, 2, links, (first, bytes.len())));
    }
    let container = sectors.add(&small);
    let small_table: Vec<u8> = small_next.iter().flat_map(|next| next.to_le_bytes()).collect();
    let small_table = sectors.add(&small_table);
    let root = entry("Root Entry", 5, [FREE, FREE, 1], (container, small.len()));
    let directory = sectors.add(&[vec![root], entries].concat().concat());
    let mut more = END;
    if far {
        let mut names = vec![FREE; 127];
        names[0] = 0;
        names.push(END);
        more = sectors.add(&names.iter().flat_map(|name| name.to_le_bytes()).collect::<Vec<_>>());
    }
    assert!(sectors.next.len() <= 128, "one table of sectors");
    sectors.next.resize(128, FREE);
    let table: Vec<u8> = sectors.next.iter().flat_map(|next| next.to_le_bytes()).collect();
    sectors.bytes[..512].copy_from_slice(&table);
    let mut header = super::compound::MAGIC.to_vec();
    header.resize(76, 0);
    header[30] = 9;
    for (at, number) in [(48, directory), (56, cutoff), (60, small_table), (68, more)] {
        header[at..at + 4].copy_from_slice(&number.to_le_bytes());
    }
    header.extend(if far { FREE } else { 0 }.to_le_bytes());
    header.resize(512, 0xFF);
    [header, sectors.bytes].concat()
}

/// What is read: each sheet's name and merged ranges, and the rows.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    sheets: Vec<(String, bool, Vec<Merge>)>,
    rows: Vec<String>,
}

impl Sink for Seen {
    fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
        self.sheets.push((table.sheet.clone().unwrap_or_default(), table.hidden, table.merges.to_vec()));
        Ok(Flow::Continue)
    }

    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
        self.rows.push(format!("{}: {}", record.line(), record.cells().collect::<Vec<_>>().join(" | ")));
        Ok(Flow::Continue)
    }
}

fn seen(bytes: &[u8]) -> Result<Seen, Problem> {
    let mut seen = Seen::default();
    let done = read("a.xls", bytes, &Options::default(), &Limits::default(), &mut seen);
    done.map(|()| seen).map_err(|error| error.problem)
}

fn one_sheet(globals: &[Told], records: Vec<Told>) -> Result<Seen, Problem> {
    seen(&compound(&[("Workbook", &stream(0x0600, globals, &[("A", 0, 0, records)]))], 0, false))
}

#[track_caller]
fn rows(globals: &[Told], records: Vec<Told>) -> Vec<String> {
    one_sheet(globals, records).unwrap().rows
}

fn cell(kind: u16, row: u16, column: u16, style: u16, value: &[u8]) -> Told {
    (kind, [&row.to_le_bytes()[..], &column.to_le_bytes(), &style.to_le_bytes(), value].concat())
}

const DAMAGED: &str = "damaged";

#[test]
fn each_kind_of_cell_is_read() {
    let texts: Told = (0x00FC, [&[0; 8][..], &[3, 0, 0], b"kod", &[4, 0, 0], b"namn"].concat());
    let packed = |number: i32| (number << 2 | 2).to_le_bytes();
    let records = vec![
        cell(0x00FD, 0, 0, 0, &1_u32.to_le_bytes()),
        cell(0x0204, 0, 1, 0, &[1, 0, 0, b'x']),
        cell(0x00D6, 0, 2, 0, &[1, 0, 1, 0xF6, 0]),
        cell(0x0203, 1, 0, 0, &1.5_f64.to_le_bytes()),
        cell(0x027E, 1, 1, 0, &packed(-7)),
        (0x00BD, [&[1, 0, 2, 0][..], &[0, 0], &packed(8), &[0, 0], &packed(9), &[3, 0]].concat()),
        cell(0x0205, 2, 0, 0, &[1, 0]),
        cell(0x0205, 2, 1, 0, &[0, 0]),
        cell(0x0006, 3, 0, 0, &2.5_f64.to_le_bytes()),
        cell(0x0006, 3, 1, 0, &[1, 0, 1, 0, 0, 0, 0xFF, 0xFF]),
        cell(0x0006, 3, 2, 0, &[2, 0, 7, 0, 0, 0, 0xFF, 0xFF]),
        cell(0x0006, 3, 3, 0, &[3, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        cell(0x0006, 3, 4, 0, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        (0x0207, vec![2, 0, 0, b'j', b'a']),
        // A text without a formula before it belongs to none.
        (0x0207, vec![2, 0, 0, b'n', b'o']),
        (0x1234, vec![1]),
    ];
    let expected =
        ["1: namn | x | ö", "2: 1.5 | -7 | 8 | 9", "3: TRUE | FALSE", "4: 2.5 | TRUE | #DIV/0! |  | ja"];
    assert_eq!(rows(&[texts], records), expected);
}

#[test]
fn each_error_is_shown_as_spreadsheets_do() {
    let errors = [
        (0x00, "#NULL!"),
        (0x07, "#DIV/0!"),
        (0x0F, "#VALUE!"),
        (0x17, "#REF!"),
        (0x1D, "#NAME?"),
        (0x24, "#NUM!"),
        (0x2A, "#N/A"),
    ];
    for (code, shown) in errors {
        assert_eq!(rows(&[], vec![cell(0x0205, 0, 0, 0, &[code, 1])]), [format!("1: {shown}")]);
        let formula = cell(0x0006, 0, 0, 0, &[2, 0, code, 0, 0, 0, 0xFF, 0xFF]);
        assert_eq!(rows(&[], vec![formula]), [format!("1: {shown}")]);
    }
}

#[test]
fn cells_come_in_any_order_and_the_later_of_two_stands() {
    let x = |row, column, text: u8| cell(0x0204, row, column, 0, &[1, 0, 0, text]);
    let records = vec![x(4, 1, b'd'), x(0, 1, b'b'), x(0, 0, b'a'), x(4, 1, b'e'), x(4, 255, b'z')];
    let last = format!("5:  | e{}z", " | ".repeat(254));
    assert_eq!(rows(&[], records), ["1: a | b", &last]);
    assert_eq!(one_sheet(&[], vec![x(0, 256, b'a')]).unwrap_err().code(), DAMAGED);
    let beyond = |first: u16| {
        let data =
            [&[0, 0][..], &first.to_le_bytes(), &[0, 0], &[2, 0, 0, 0], &[0, 0], &[2, 0, 0, 0], &[0, 0]];
        one_sheet(&[], vec![(0x00BD, data.concat())])
            .map(|seen| seen.rows.len())
            .map_err(|error| error.code())
    };
    assert_eq!([beyond(254), beyond(255)], [Ok(1), Err(DAMAGED)]);
}

#[test]
fn what_lies_within_a_chart_is_none_of_the_sheet() {
    let x = |row, text: u8| cell(0x0204, row, 0, 0, &[1, 0, 0, text]);
    let records = vec![x(0, b'a'), (0x0809, vec![0, 6, 0x20, 0]), x(1, b'b'), (0x000A, vec![]), x(2, b'c')];
    assert_eq!(rows(&[], records), ["1: a", "3: c"]);
}

#[test]
fn merged_ranges_are_told_and_a_single_cell_is_none() {
    let range = |numbers: [u16; 4]| numbers.map(u16::to_le_bytes).concat();
    let ranges = [range([0, 0, 1, 3]), range([2, 4, 0, 0]), range([5, 5, 6, 6])].concat();
    let told: Told = (0x00E5, [&[3, 0][..], &ranges].concat());
    let seen = one_sheet(&[], vec![told]).unwrap();
    let merges = seen.sheets[0].2.iter().map(|m| (m.first_line, m.last_line, m.first_column, m.last_column));
    assert_eq!(merges.collect::<Vec<_>>(), [(1, 1, 1, 3), (3, 5, 0, 0)]);
}

#[test]
fn formats_are_those_of_their_styles() {
    let code = |id: u16, code: &str| {
        let length = u16::try_from(code.len()).unwrap();
        (0x041E, [&id.to_le_bytes()[..], &length.to_le_bytes(), &[0], code.as_bytes()].concat())
    };
    let style = |id: u16| (0x00E0, [&[0, 0][..], &id.to_le_bytes()].concat());
    let globals = [
        code(164, "0.0%"),
        code(165, "0.000"),
        style(0),
        style(165),
        style(164),
        style(2),
        style(165),
        style(14),
    ];
    let number = |column, style| cell(0x0203, 0, column, style, &0.5_f64.to_le_bytes());
    let records = (0..7).map(|at| number(at, at)).collect();
    assert_eq!(rows(&globals, records), ["1: 0.5 | 0.500 | 50.0% | 0.50 | 0.500 | 12:00 | 0.5"]);
    let day = || vec![cell(0x0203, 0, 0, 0, &366_f64.to_le_bytes())];
    assert_eq!(rows(&[style(14)], day()), ["1: 1900-12-31"]);
    assert_eq!(rows(&[style(14), (0x0022, vec![1, 0])], day()), ["1: 1905-01-01"]);
    assert_eq!(rows(&[style(14), (0x0022, vec![0, 0])], day()), ["1: 1900-12-31"]);
}

#[test]
fn raised_texts_are_left_out_by_the_number_of_their_font() {
    // There is no font with the number 4.
    let font = |raised: u8| (0x0031, vec![0, 0, 0, 0, 0, 0, 0, 0, raised, 0]);
    let text = |font: u8| {
        let data = [&[0; 8][..], &[2, 0, 8, 1, 0], b"a1", &[1, 0, font, 0]].concat();
        (0x00FC, data)
    };
    let shown = |number: u8| {
        let globals = [font(0), font(1), font(0), font(0), font(1), font(0), text(number)];
        rows(&globals, vec![cell(0x00FD, 0, 0, 0, &[0; 4])]).concat()
    };
    assert_eq!([0, 1, 2, 3, 5, 6].map(shown), ["1: a1", "1: a", "1: a1", "1: a1", "1: a", "1: a1"]);
}

#[test]
fn texts_go_on_only_in_the_records_right_behind() {
    let first: Told = (0x00FC, [&[0; 8][..], &[4, 0, 0], b"ab"].concat());
    let rest: Told = (0x003C, b"\0cd".to_vec());
    let records = || vec![cell(0x00FD, 0, 0, 0, &[0; 4])];
    assert_eq!(rows(&[first.clone(), rest.clone()], records()), ["1: abcd"]);
    let apart = [first, (0x1234, vec![]), rest];
    assert_eq!(one_sheet(&apart, records()).unwrap_err().code(), DAMAGED);
}

#[test]
fn sheets_are_visible_or_hidden_and_charts_are_none() {
    let x = |text: u8| vec![cell(0x0204, 0, 0, 0, &[1, 0, 0, text])];
    let sheets = [
        ("A", 1, 0, x(b'a')),
        ("B", 0, 0, x(b'b')),
        ("C", 2, 0, x(b'c')),
        ("D", 0, 2, x(b'd')),
        ("E", 4, 0, x(b'e')),
    ];
    let seen = seen(&compound(&[("Workbook", &stream(0x0600, &[], &sheets))], 0, false)).unwrap();
    let told: Vec<_> = seen.sheets.iter().map(|(name, hidden, _)| (name.as_str(), *hidden)).collect();
    assert_eq!(told, [("B", false), ("E", false), ("A", true), ("C", true)]);
    assert_eq!(seen.rows, ["1: b", "1: e", "1: a", "1: c"]);
}

#[test]
fn a_workbook_before_1997_has_texts_of_bytes_and_another_name() {
    let records = || vec![cell(0x0204, 0, 0, 0, &[2, 0, 0xF6, 0x80])];
    let book = |version| stream(version, &[], &[("A", 0, 0, records())]);
    assert_eq!(seen(&compound(&[("Book", &book(0x0500))], 0, false)).unwrap().rows, ["1: ö€"]);
    assert_eq!(one_sheet(&[], records()).unwrap_err().code(), DAMAGED);
}

#[test]
fn streams_are_found_by_name_in_long_and_in_short_sectors() {
    let records = vec![cell(0x0204, 0, 0, 0, &[1, 0, 0, b'x'])];
    let book = stream(0x0600, &[(0x1234, vec![0; 700])], &[("A", 0, 0, records)]);
    let other = [7_u8; 130];
    let streams: [(&str, &[u8]); 4] =
        [("Ett", &other), ("Två", &other), ("WORKBOOK", &book), ("Fyra", &other)];
    for cutoff in [0, 130, 131, 500, 4096] {
        assert_eq!(seen(&compound(&streams, cutoff, false)).unwrap().rows, ["1: x"], "{cutoff}");
    }
    // Only a large file names its tables in sectors of their own.
    let large = vec![7_u8; 56_000];
    let streams: [(&str, &[u8]); 3] = [("Ett", &large), ("WORKBOOK", &book), ("Tre", &other)];
    for cutoff in [0, 4096] {
        assert_eq!(seen(&compound(&streams, cutoff, true)).unwrap().rows, ["1: x"], "{cutoff}");
    }
    // A workbook whose length is that of its sectors, one byte less and one more.
    for more in 0..3 {
        let length = 1024 - 1 + more - stream(0x0600, &[(0x1234, vec![])], &[("A", 0, 0, vec![])]).len();
        let book = stream(0x0600, &[(0x1234, vec![0; length])], &[("A", 0, 0, vec![])]);
        assert_eq!(book.len(), 1023 + more);
        for cutoff in [0, 1023, 1024, 1025, 4096] {
            assert_eq!(
                seen(&compound(&[("Workbook", &book)], cutoff, false)).unwrap().sheets.len(),
                1,
                "{more} {cutoff}"
            );
        }
    }
}

#[test]
fn what_is_no_workbook_is_named_or_damaged() {
    let named = |name: &str| seen(&compound(&[(name, &[0; 9])], 0, false)).unwrap_err();
    assert_eq!(named("EncryptedPackage"), Problem::Encrypted);
    let other = |format| Problem::OtherFormat { format };
    assert_eq!(named("WordDocument"), other(crate::OtherFormat::TextDocument));
    assert_eq!(named("PowerPoint Document"), other(crate::OtherFormat::OfficeDocument));
    assert_eq!(one_sheet(&[(0x002F, vec![])], vec![]).unwrap_err(), Problem::Encrypted);
    let good = compound(&[("Workbook", &stream(0x0600, &[], &[("A", 0, 0, vec![])]))], 0, false);
    let changed = |at: usize, to: &[u8]| {
        let mut bytes = good.clone();
        bytes[at..at + to.len()].copy_from_slice(to);
        seen(&bytes).map(|seen| seen.sheets.len()).map_err(|error| error.code())
    };
    assert_eq!(changed(30, &[9]), Ok(1));
    assert_eq!(changed(30, &[10]), Err(DAMAGED));
    // A chain that goes in a circle, one that goes beyond the file, a directory nowhere.
    assert_eq!(changed(512 + 4, &1_u32.to_le_bytes()), Err(DAMAGED));
    assert_eq!(changed(512 + 4, &99_u32.to_le_bytes()), Err(DAMAGED));
    assert_eq!(changed(48, &99_u32.to_le_bytes()), Err(DAMAGED));
    // More bytes than the sectors have, and a directory whose entries go in a circle.
    let directory = 512 + 512 * 2;
    assert_eq!(changed(directory + 128 + 120, &9999_u32.to_le_bytes()), Err(DAMAGED));
    assert_eq!(changed(directory + 128 + 68, &1_u32.to_le_bytes()), Ok(1));
    assert_eq!(changed(directory + 128 + 66, &[1]), Err("other-format"));
}
