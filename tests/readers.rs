//! What all readers have in common: bytes in pieces, sinks that stop, letters in one spelling, and the files of an archive.
#![cfg(feature = "tables")]

use std::cell::Cell;
use std::fs;
use std::path::Path;

use troskel::table::{
    Encoding, Flow, Interrupt, Limits, Never, Options, Reader, Record, Sink, TableInfo, read,
};
use troskel::{Error, OtherFormat, Problem};

use crate::tables::packed;

/// What is read, by a sink that stops at a table or behind so many records of each.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    told: Vec<String>,
    skipped: Vec<String>,
    most: Option<usize>,
    left: usize,
}

impl Sink for Seen {
    fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
        self.told.push(format!("{} {}", table.file, table.sheet.as_deref().unwrap_or("-")));
        self.left = self.most.unwrap_or(usize::MAX);
        Ok(if self.left == 0 { Flow::Stop } else { Flow::Continue })
    }

    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
        self.told.push(record.cells().collect::<Vec<_>>().join("|"));
        self.left -= 1;
        Ok(if self.left == 0 { Flow::Stop } else { Flow::Continue })
    }

    fn skipped(&mut self, error: &Error) {
        self.skipped.push(error.to_string());
    }
}

fn seen(name: &str, bytes: &[u8], most: Option<usize>) -> Result<Seen, Error> {
    let mut seen = Seen { most, ..Seen::default() };
    read(name, bytes, &Options::default(), &Limits::default(), &mut seen)?;
    Ok(seen)
}

fn table(rows: usize) -> [(&'static str, Vec<u8>); 6] {
    let numbers = || (1..rows).map(|number| number.to_string());
    let each = |row: &dyn Fn(String) -> String| numbers().map(row).collect::<String>();
    let csv = format!("kod;a\n{}", each(&|n| format!("{n};\"1\"\n")));
    let xlsx = format!(
        "<worksheet><sheetData><row><c t='str'><v>kod</v></c></row>{}</sheetData></worksheet>",
        each(&|n| format!("<row><c><v>{n}</v></c></row>"))
    );
    let xlsx = packed(&[
        ("xl/workbook.xml", b"<workbook><sheets><sheet name='A' r:id='a'/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            b"<Relationships><Relationship Id='a' Type='x/worksheet' Target='s.xml'/></Relationships>",
        ),
        ("xl/s.xml", xlsx.as_bytes()),
    ]);
    let ods = format!(
        "<d xmlns:table='t' xmlns:text='x'><table:table table:name='A'><table:table-row><table:table-cell><text:p>kod</text:p></table:table-cell></table:table-row>{}</table:table></d>",
        each(&|n| format!(
            "<table:table-row><table:table-cell><text:p>{n}</text:p></table:table-cell></table:table-row>"
        ))
    );
    let ods = packed(&[("META-INF/manifest.xml", b"<m/>"), ("content.xml", ods.as_bytes())]);
    let quoted = numbers().map(|n| format!("\"{n}\"")).collect::<Vec<_>>().join(",");
    let values = numbers().collect::<Vec<_>>().join(" ");
    let px = format!(
        "CHARSET=\"ANSI\";STUB=\"kod\";HEADING=\"b\";VALUES(\"kod\")={quoted};VALUES(\"b\")=\"1\";DATA={values};"
    );
    let json = format!(
        "{{\"class\":\"dataset\",\"id\":[\"kod\"],\"size\":[{}],\"dimension\":{{\"kod\":{{\"category\":{{\"index\":[{quoted}]}}}}}},\"value\":[{}]}}",
        rows - 1,
        values.replace(' ', ",")
    );
    let own =
        numbers().map(|n| format!("{{\"key\":[\"{n}\"],\"values\":[\"1\"]}}")).collect::<Vec<_>>().join(",");
    let own = format!(
        "{{\"columns\":[{{\"code\":\"kod\",\"type\":\"d\"}},{{\"code\":\"a\",\"type\":\"c\"}}],\"data\":[{own}]}}"
    );
    [
        ("a.csv", csv.into_bytes()),
        ("a.xlsx", xlsx),
        ("a.ods", ods),
        ("a.px", px.into_bytes()),
        ("a.json", json.into_bytes()),
        ("b.json", own.into_bytes()),
    ]
}

/// Counts how often it is asked, and stops at one of these times.
struct Asked(Cell<usize>, usize);

impl Interrupt for Asked {
    fn should_interrupt(&self) -> bool {
        self.0.set(self.0.get() + 1);
        self.0.get() == self.1
    }
}

#[test]
fn a_long_table_can_be_stopped_at_every_thousandth_row() {
    for (name, bytes) in table(3_000) {
        let asked = |stop: usize| {
            let asked = Asked(Cell::new(0), stop);
            let (mut seen, limits) = (Seen::default(), Limits::default());
            let mut reader = Reader::new(name, &Options::default(), &limits);
            reader.push(&bytes, &mut seen).unwrap();
            let done = reader.finish(&asked, &mut seen).map_err(|error| error.code());
            (done, asked.0.get(), seen.told.len())
        };
        let times = if name == "a.csv" { 1 } else { 3 };
        assert_eq!(asked(0), (Ok(()), times, 3_001), "{name}");
        assert_eq!(asked(1).0, Err("cancelled"), "{name}");
        if times > 1 {
            assert_eq!(asked(2), (Err("cancelled"), 2, 1 + 1_023), "{name}");
            assert_eq!(asked(3), (Err("cancelled"), 3, 1 + 2_047), "{name}");
        }
    }
}

#[test]
fn a_sink_that_stops_gets_no_more_of_a_table() {
    for (name, bytes) in table(5) {
        assert_eq!(seen(name, &bytes, None).unwrap().told.len(), 6, "{name}");
        for most in 0..5 {
            assert_eq!(seen(name, &bytes, Some(most)).unwrap().told.len(), 1 + most, "{name} {most}");
        }
    }
    // The next table comes all the same.
    let xls =
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good/omraden.xls")).unwrap();
    let of = |most: usize| {
        let told = seen("a.xls", &xls, Some(most)).unwrap().told;
        told.into_iter()
            .filter(|row| !row.starts_with("a.xls"))
            .map(|row| row.split('|').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        [of(0), of(1), of(2)],
        [
            vec![],
            vec!["kod".to_owned(), String::new()],
            vec!["kod".to_owned(), "0114R001".to_owned(), String::new()]
        ]
    );
}

#[test]
fn bytes_may_come_in_pieces_of_any_length() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good");
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        if bytes.len() > 20_000 {
            continue;
        }
        let whole = seen("a", &bytes, None).map_err(|error| error.to_string());
        for length in [1, 7, 512, 1_023, 1_024, 1_025, 4_000] {
            let (mut told, limits) = (Seen::default(), Limits::default());
            let mut reader = Reader::new("a", &Options::default(), &limits);
            let mut taken = 0;
            let pieces = bytes.chunks(length).try_for_each(|piece| {
                taken += piece.len();
                reader.push(piece, &mut told)?;
                assert_eq!((reader.file(), reader.taken()), ("a", u64::try_from(taken).unwrap()));
                Ok(())
            });
            let done = pieces.and_then(|()| reader.finish(&Never, &mut told));
            assert_eq!(done.map(|()| told).map_err(|error: Error| error.to_string()), whole, "{length}");
        }
    }
    let mut reader = Reader::new("a.csv", &Options::default(), &Limits::default());
    assert_eq!(reader.encoding(), None);
    reader.push("å;b\n".repeat(400).as_bytes(), &mut Seen::default()).unwrap();
    assert_eq!(reader.encoding(), Some(Encoding::Utf8));
}

#[test]
fn a_document_has_a_limit_of_its_own() {
    let [.., (name, bytes), _] = table(3);
    let read = |limit: usize, chunk: usize| {
        let limits = Limits { document_bytes: u64::try_from(limit).unwrap(), ..Limits::default() };
        let mut reader = Reader::new(name, &Options::default(), &limits);
        bytes.chunks(chunk).try_for_each(|piece| reader.push(piece, &mut Seen::default()))?;
        reader.finish(&Never, &mut Seen::default())
    };
    let code = |limit, chunk| read(limit, chunk).map_err(|error| error.code());
    for chunk in [10, 1 << 20] {
        assert_eq!([code(bytes.len(), chunk), code(bytes.len() - 1, chunk)], [Ok(()), Err("too-large")]);
    }
    // A text that begins with a thousand blanks is one, and one of blanks alone is none.
    let blanks = |count: usize| {
        seen("a", " ".repeat(count).as_bytes(), None)
            .map(|seen| seen.told.len())
            .map_err(|error| error.code())
    };
    assert_eq!([blanks(1_023), blanks(1_024)], [Err("empty-file"), Ok(2)]);
}

#[test]
fn letters_are_in_one_spelling_wherever_they_stand() {
    let apart = |text: &str| text.replace('å', "a\u{30A}").replace('ö', "o\u{308}");
    let px = apart(
        "CHARSET=\"ANSI\";TITLE=\"två\";CONTENTS=\"tör\";STUB=\"område\";HEADING=\"år\";VALUES(\"område\")=\"Sör\";VALUES(\"år\")=\"få\";DATA=\"blå\";",
    );
    let json = apart(
        "{\"class\":\"dataset\",\"label\":\"två\",\"id\":[\"område\"],\"size\":[1],\"dimension\":{\"område\":{\"label\":\"område\",\"category\":{\"index\":[\"1\"],\"label\":{\"1\":\"Sör\"}}}},\"value\":[\"blå\"]}",
    );
    let told = |name: &str, text: &str| {
        struct All(Vec<String>);
        impl Sink for All {
            fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
                self.0.extend([&table.title, &table.contents].into_iter().flatten().cloned());
                for own in &*table.dimensions {
                    self.0.push(own.label.clone());
                    self.0.extend(own.categories.iter().map(|category| category.label.clone()));
                }
                Ok(Flow::Continue)
            }
            fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
                self.0.extend(record.cells().map(str::to_owned));
                Ok(Flow::Continue)
            }
        }
        let mut all = All(Vec::new());
        read(name, text.as_bytes(), &Options::default(), &Limits::default(), &mut all).unwrap();
        all.0.join(" ")
    };
    assert_eq!(told("a.px", &px), "två tör område Sör år få område tör få Sör blå");
    assert_eq!(told("a.json", &json), "två område Sör område value Sör blå");
    assert_eq!(told("a.csv", &apart("område;år\nSör;\"få\"\n")), "område år Sör få");
}

#[test]
fn an_archive_is_read_file_by_file() {
    let told = |files: &[(&str, &[u8])]| seen("a.zip", &packed(files), None);
    let own = told(&[
        ("mapp/a.csv", b"kod;1\n"),
        ("__MACOSX/mapp/a.csv", b"x;1\n"),
        ("mapp/.b.csv", b"x;1\n"),
        ("Thumbs.db", b"x;1\n"),
        ("mapp/desktop.ini", b"x;1\n"),
        ("c.csv", b"k\xF6n;\x80\n"),
        ("d.pdf", b"%PDF-1.7"),
        ("e.csv", b" "),
        ("f.zip", b"PK\x03\x04"),
    ])
    .unwrap();
    assert_eq!(own.told, ["a.zip/mapp/a.csv -", "kod|1", "a.zip/c.csv -", "kön|€"]);
    assert_eq!(
        own.skipped,
        [
            "a.zip/d.pdf: other-format { format: Pdf }",
            "a.zip/e.csv: empty-file",
            "a.zip/f.zip: other-format { format: Packed }"
        ]
    );
    let problem = |files: &[(&str, &[u8])]| told(files).unwrap_err().to_string();
    assert_eq!(
        problem(&[("d.pdf", b"%PDF-1.7"), ("e.csv", b"")]),
        "a.zip/d.pdf: other-format { format: Pdf }"
    );
    assert_eq!(problem(&[("Thumbs.db", b"x;1\n")]), "a.zip: empty-file");
    assert_eq!(
        problem(&[("a.csv", b"kod;1\n"), ("b.json", b"{")]),
        "a.zip/b.json: damaged { part: \"JSON, line 1\" }"
    );
    let other = |name: &str| told(&[(name, b"x")]).unwrap_err().problem;
    assert_eq!(other("Index/Document.iwa"), Problem::OtherFormat { format: OtherFormat::Numbers });
    assert_eq!(other("Index.zip"), Problem::OtherFormat { format: OtherFormat::Numbers });
}
