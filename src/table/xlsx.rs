//! XLSX workbooks, cell by cell.
//!
//! Read here rather than by a spreadsheet crate because the cell's format decides what its number says (`0.582` shown as
//! 58,2 %), because its digits are wanted and not a double, and because every part is inflated within a limit.
#![expect(clippy::wildcard_enum_match_arm, reason = "of all that XML may hold only a few elements matter")]

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::{Archive, damaged, failure};
use super::cube::Values;
use super::format::NumberFormat;
use super::xml::{attribute, entity};
use super::{Flow, Format, Interrupt, Limits, Record, Sink, TableInfo, narrow, wide};
use crate::error::{Error, Place, Problem, Quantity};

/// Reads all worksheets of a workbook, the hidden ones too.
pub(super) fn read(
    file: &str,
    archive: &mut Archive<'_>,
    limits: &Limits,
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let workbook = Workbook::read(archive, limits)?;
    let formats = read_formats(archive)?;
    let strings = read_strings(archive)?;
    let mut cells = 0;
    for sheet in &workbook.sheets {
        let info = TableInfo {
            sheet: Some(sheet.name.clone()),
            hidden: sheet.hidden,
            doubles: true,
            ..TableInfo::of(file, Format::Xlsx)
        };
        let limit = archive.limit();
        let Some(member) = archive.member(&sheet.path)? else { continue };
        if sink.table(&info)? == Flow::Stop {
            continue;
        }
        let mut reader = SheetReader {
            formats: &formats,
            strings: &strings,
            from_1904: workbook.from_1904,
            limits,
            interrupt,
            row: Row::default(),
            cells,
        };
        reader.read(member, &sheet.path, limit, sink).map_err(|mut error| {
            let place = error.place.get_or_insert_default();
            place.sheet.get_or_insert_with(|| sheet.name.clone());
            error
        })?;
        cells = reader.cells;
    }
    Ok(())
}

/// What the workbook says of itself.
#[derive(Debug, Default)]
struct Workbook {
    sheets: Vec<Sheet>,
    from_1904: bool,
}

/// One worksheet.
#[derive(Debug)]
struct Sheet {
    name: String,
    path: String,
    hidden: bool,
}

impl Workbook {
    fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Self, Error> {
        let mut targets = BTreeMap::new();
        each(archive, "xl/_rels/workbook.xml.rels", &mut |event| {
            if let (Some(id), Some(target)) = (attribute(event, "Id"), attribute(event, "Target")) {
                let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                let is_sheet = attribute(event, "Type").is_some_and(|kind| kind.ends_with("/worksheet"));
                if is_sheet {
                    targets.insert(id, path);
                }
            }
        })?
        .ok_or_else(|| damaged("xl/_rels/workbook.xml.rels"))?;
        let mut workbook = Self::default();
        each(archive, "xl/workbook.xml", &mut |event| match event.local_name().as_ref() {
            "workbookPr" => {
                workbook.from_1904 =
                    attribute(event, "date1904").is_some_and(|value| value == "1" || value == "true");
            }
            "sheet" => {
                let path = attribute(event, "id").and_then(|id| targets.get(&id).cloned());
                if let (Some(name), Some(path)) = (attribute(event, "name"), path) {
                    let hidden = attribute(event, "state").is_some_and(|state| state != "visible");
                    workbook.sheets.push(Sheet { name, path, hidden });
                }
            }
            _ => {}
        })?
        .ok_or_else(|| damaged("xl/workbook.xml"))?;
        if wide(workbook.sheets.len()) > limits.members {
            return Err(Problem::TooLarge { what: Quantity::Members, limit: limits.members }.into());
        }
        Ok(workbook)
    }
}

/// Visits each element's beginning in a part; `None` if the part isn't there.
fn each(
    archive: &mut Archive<'_>,
    part: &str,
    visit: &mut dyn FnMut(&BytesStart<'_>),
) -> Result<Option<()>, Error> {
    let limit = archive.limit();
    let Some(member) = archive.member(part)? else { return Ok(None) };
    let mut reader = Reader::from_reader(member);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(|error| xml_failure(&error, limit, part))? {
            Event::Start(event) | Event::Empty(event) => visit(&event),
            Event::Eof => return Ok(Some(())),
            _ => {}
        }
        buffer.clear();
    }
}

fn xml_failure(error: &quick_xml::Error, limit: u64, part: &str) -> Error {
    match error {
        quick_xml::Error::Io(error) => failure(error, limit, part),
        _ => damaged(part),
    }
}

/// Reads the number formats, by the number that cells refer to.
fn read_formats(archive: &mut Archive<'_>) -> Result<Vec<NumberFormat>, Error> {
    let (mut codes, mut formats, mut in_cells) = (BTreeMap::new(), Vec::new(), false);
    each(archive, "xl/styles.xml", &mut |event| match event.local_name().as_ref() {
        "numFmt" => {
            let id = attribute(event, "numFmtId").and_then(|id| id.parse::<u32>().ok());
            if let (Some(id), Some(code)) = (id, attribute(event, "formatCode")) {
                codes.insert(id, NumberFormat::parse(&code));
            }
        }
        "cellXfs" => in_cells = true,
        "cellStyles" | "dxfs" => in_cells = false,
        "xf" if in_cells => {
            let id = attribute(event, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
            formats.push(codes.get(&id).copied().unwrap_or_else(|| NumberFormat::built_in(id)));
        }
        _ => {}
    })?;
    Ok(formats)
}

/// Reads the texts that cells refer to.
fn read_strings(archive: &mut Archive<'_>) -> Result<Values, Error> {
    const PART: &str = "xl/sharedStrings.xml";
    let limit = archive.limit();
    let mut strings = Values::default();
    let Some(member) = archive.member(PART)? else { return Ok(strings) };
    let mut reader = Reader::from_reader(member);
    let (mut buffer, mut text, mut in_text, mut phonetic) = (Vec::new(), String::new(), false, false);
    loop {
        match reader.read_event_into(&mut buffer).map_err(|error| xml_failure(&error, limit, PART))? {
            Event::Start(event) => match event.local_name().as_ref() {
                "t" => in_text = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::Empty(event) if event.local_name().as_ref() == "si" => strings.push(""),
            Event::End(event) => match event.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => phonetic = false,
                "si" => {
                    strings.push(&text);
                    text.clear();
                }
                _ => {}
            },
            Event::Text(event) if in_text => text.push_str(&event),
            Event::CData(event) if in_text => text.push_str(&event),
            Event::GeneralRef(event) if in_text => text.push_str(&entity(&event)),
            Event::Eof => return Ok(strings),
            _ => {}
        }
        buffer.clear();
    }
}

/// A row under way.
#[derive(Debug, Default)]
struct Row {
    line: u64,
    text: String,
    spans: Vec<(u32, u32)>,
}

/// A cell under way.
#[derive(Debug, Default)]
struct Cell {
    kind: String,
    style: usize,
    value: String,
    inline: String,
}

/// Reads the cells of one worksheet.
struct SheetReader<'a> {
    formats: &'a [NumberFormat],
    strings: &'a Values,
    from_1904: bool,
    limits: &'a Limits,
    interrupt: &'a dyn Interrupt,
    row: Row,
    cells: u64,
}

impl SheetReader<'_> {
    fn read(
        &mut self,
        member: impl BufRead,
        part: &str,
        limit: u64,
        sink: &mut (impl Sink + ?Sized),
    ) -> Result<(), Error> {
        let mut reader = Reader::from_reader(member);
        let (mut buffer, mut cell, mut into) = (Vec::new(), Cell::default(), Into::Nothing);
        loop {
            match reader.read_event_into(&mut buffer).map_err(|error| xml_failure(&error, limit, part))? {
                Event::Start(event) => match event.local_name().as_ref() {
                    "row" => self.begin_row(&event)?,
                    "c" => cell = self.begin_cell(&event)?,
                    "v" => into = Into::Value,
                    "t" => into = Into::Inline,
                    "rPh" => into = Into::Nothing,
                    _ => {}
                },
                Event::Empty(event) => match event.local_name().as_ref() {
                    "row" => self.begin_row(&event)?,
                    "c" => {
                        let cell = self.begin_cell(&event)?;
                        self.end_cell(&cell)?;
                    }
                    _ => {}
                },
                Event::End(event) => match event.local_name().as_ref() {
                    "row" if self.send(sink)? == Flow::Stop => return Ok(()),
                    "c" => self.end_cell(&cell)?,
                    "v" | "t" => into = Into::Nothing,
                    "sheetData" => return Ok(()),
                    _ => {}
                },
                Event::Text(event) => cell.push(into, &event),
                Event::CData(event) => cell.push(into, &event),
                Event::GeneralRef(event) => cell.push(into, &entity(&event)),
                Event::Eof => return Ok(()),
                _ => {}
            }
            buffer.clear();
        }
    }

    fn begin_row(&mut self, event: &BytesStart<'_>) -> Result<(), Error> {
        let given = attribute(event, "r").and_then(|line| line.parse().ok());
        self.row.line = given.unwrap_or(self.row.line.saturating_add(1));
        self.row.text.clear();
        self.row.spans.clear();
        if self.row.line.is_multiple_of(1024) && self.interrupt.should_interrupt() {
            return Err(Problem::Cancelled.into());
        }
        Ok(())
    }

    /// Makes room up to the cell's column.
    fn begin_cell(&mut self, event: &BytesStart<'_>) -> Result<Cell, Error> {
        if let Some(column) = attribute(event, "r").and_then(|reference| column(&reference)) {
            let limit = self.limits.columns;
            if column >= limit {
                return Err(self.too_large(Quantity::Columns, limit));
            }
            let end = narrow(self.row.text.len());
            while wide(self.row.spans.len()) < column {
                self.row.spans.push((end, end));
            }
        }
        let style = attribute(event, "s").and_then(|style| style.parse().ok()).unwrap_or(0);
        Ok(Cell { kind: attribute(event, "t").unwrap_or_default(), style, ..Cell::default() })
    }

    fn end_cell(&mut self, cell: &Cell) -> Result<(), Error> {
        let start = narrow(self.row.text.len());
        match cell.kind.as_str() {
            "s" => {
                let at = cell.value.trim().parse().unwrap_or(u64::MAX);
                self.row.text.push_str(self.strings.get(at));
            }
            "inlineStr" => self.row.text.push_str(&cell.inline),
            "str" | "e" | "d" | "b" => self.row.text.push_str(&cell.value),
            _ if cell.value.is_empty() => {}
            _ => {
                let format = self.formats.get(cell.style).copied().unwrap_or_default();
                self.row.text.push_str(&format.show(&cell.value, self.from_1904));
            }
        }
        self.row.spans.push((start, narrow(self.row.text.len())));
        if wide(self.row.spans.len()) > self.limits.columns {
            return Err(self.too_large(Quantity::Columns, self.limits.columns));
        }
        if wide(self.row.text.len()) > self.limits.row_length {
            return Err(self.too_large(Quantity::RowLength, self.limits.row_length));
        }
        Ok(())
    }

    fn send(&mut self, sink: &mut (impl Sink + ?Sized)) -> Result<Flow, Error> {
        self.cells = self.cells.saturating_add(wide(self.row.spans.len()));
        if self.cells > self.limits.cells {
            return Err(self.too_large(Quantity::Cells, self.limits.cells));
        }
        if self.row.spans.is_empty() {
            return Ok(Flow::Continue);
        }
        sink.record(&Record::new(self.row.line, &self.row.text, &self.row.spans))
    }

    fn too_large(&self, what: Quantity, limit: u64) -> Error {
        let place = Place { line: Some(self.row.line), ..Place::default() };
        Error::from(Problem::TooLarge { what, limit }).at(place)
    }
}

/// Where the text of an element goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Into {
    Nothing,
    Value,
    Inline,
}

impl Cell {
    fn push(&mut self, into: Into, text: &str) {
        match into {
            Into::Nothing => {}
            Into::Value => self.value.push_str(text),
            Into::Inline => self.inline.push_str(text),
        }
    }
}

/// Reads the column of a reference such as `AB12`, from 0.
fn column(reference: &str) -> Option<u64> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0_u64, |number, letter| {
        number.saturating_mul(26).saturating_add(u64::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use crate::table::{Limits, Options, Record, read};

    fn zipped(members: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in members {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn workbook(sheet: &str) -> Vec<u8> {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>
            <cellStyleXfs><xf numFmtId="10"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="2"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
        zipped(&[
            (
                "xl/workbook.xml",
                r#"<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="A &amp; B" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>"#,
            ),
            (
                "xl/_rels/workbook.xml.rels",
                r#"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/s.xml"/></Relationships>"#,
            ),
            ("xl/styles.xml", styles),
            (
                "xl/sharedStrings.xml",
                r#"<sst><si><t>kod</t></si><si><r><t>Bollst</t></r><r><t xml:space="preserve">an&#228;s &amp; co</t></r><rPh><t>x</t></rPh></si></sst>"#,
            ),
            ("xl/worksheets/s.xml", sheet),
        ])
    }

    fn rows(bytes: &[u8], limits: &Limits) -> Result<Vec<String>, String> {
        let mut rows = Vec::new();
        let mut sink = |record: &Record<'_>| {
            rows.push(format!("{}: {}", record.line(), record.cells().collect::<Vec<_>>().join(" | ")));
        };
        read("a.xlsx", bytes, &Options::default(), limits, &mut sink).map_err(|error| error.to_string())?;
        Ok(rows)
    }

    #[test]
    fn cells_say_what_their_formats_show() {
        let sheet = r#"<worksheet><sheetData>
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="inlineStr"><is><t>andel</t></is></c></row>
            <row r="4"><c r="A4" t="s"><v>1</v></c><c r="C4" s="1"><v>0.58199999999999996</v></c><c s="2"><v>60</v></c></row>
            <row><c t="str"><f>A1</f><v>text</v></c><c><v>28.000000000000004</v></c><c r="D5" s="3"><v>45291</v></c><c t="e"><v>#N/A</v></c></row>
            <row r="9"/></sheetData></worksheet>"#;
        let expected = [
            "3: kod |  | andel",
            "4: Bollstanäs & co |  | 58.2% | 60.00",
            "5: text | 28 |  | 2023-12-31 | #N/A",
        ];
        assert_eq!(rows(&workbook(sheet), &Limits::default()), Ok(expected.map(str::to_owned).into()));
    }

    #[test]
    fn a_small_file_that_claims_or_inflates_to_much_is_refused() {
        let far = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
        assert_eq!(rows(&workbook(far), &Limits::default()).map(|rows| rows.len()), Ok(2));
        let p = |limits: Limits| rows(&workbook(far), &limits).unwrap_err();
        assert_eq!(
            p(Limits { columns: 100, ..Limits::default() }),
            "a.xlsx: sheet A & B: line 1048576: too-large { what: Columns, limit: 100 }"
        );
        assert_eq!(
            p(Limits { cells: 100, ..Limits::default() }),
            "a.xlsx: sheet A & B: line 1048576: too-large { what: Cells, limit: 100 }"
        );
        let bomb = format!("<worksheet><sheetData>{}</sheetData></worksheet>", " ".repeat(1 << 20));
        let error =
            rows(&workbook(&bomb), &Limits { inflated_bytes: 100_000, ..Limits::default() }).unwrap_err();
        assert!(error.ends_with("too-large { what: InflatedBytes, limit: 100000 }"), "{error}");
    }

    #[test]
    fn damaged_workbooks_are_refused() {
        let p = |bytes: &[u8]| rows(bytes, &Limits::default()).unwrap_err();
        assert_eq!(p(b"PK\x03\x04 and nothing more"), "a.xlsx: damaged { part: \"ZIP\" }");
        let cut = workbook("<worksheet><sheetData><row><c></row>");
        assert_eq!(p(&cut), "a.xlsx: sheet A & B: damaged { part: \"xl/worksheets/s.xml\" }");
        let without = zipped(&[("xl/workbook.xml", "<workbook/>")]);
        assert_eq!(p(&without), "a.xlsx: damaged { part: \"xl/_rels/workbook.xml.rels\" }");
    }

    #[test]
    fn open_document_spreadsheets_are_read_too() {
        let content = r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:body><office:spreadsheet>
            <table:table table:name="Blad1"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>not</text:p></office:annotation><text:p>kod</text:p></table:table-cell><table:table-cell/><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b &amp; c</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="percentage" office:value="0.582"><text:p>58,20%</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1234" table:number-columns-repeated="2"><text:p>1 234</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
            </table:table></office:spreadsheet></office:body></office:document-content>"#;
        let bytes = zipped(&[("META-INF/manifest.xml", "<m/>"), ("content.xml", content)]);
        let expected = ["3: kod |  | a  b & c", "4: 58.20% | 1234 | 1234", "5: 58.20% | 1234 | 1234"];
        assert_eq!(rows(&bytes, &Limits::default()), Ok(expected.map(str::to_owned).into()));
        let error = rows(&bytes, &Limits { cells: 5, ..Limits::default() }).unwrap_err();
        assert_eq!(error, "a.xlsx: sheet Blad1: line 4: too-large { what: Cells, limit: 5 }");
        // One cell and one row are repeated: four cells that are not written.
        assert!(rows(&bytes, &Limits { unwritten: 4, ..Limits::default() }).is_ok());
        let error = rows(&bytes, &Limits { unwritten: 3, ..Limits::default() }).unwrap_err();
        assert_eq!(error, "a.xlsx: sheet Blad1: line 4: too-large { what: UnwrittenCells, limit: 3 }");
    }

    #[test]
    fn what_is_written_once_and_told_many_times_is_refused_before_it_takes_long() {
        let spreadsheet = |row: &str| {
            let content = format!(
                r#"<d xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="B">{row}</table:table></d>"#
            );
            zipped(&[("META-INF/manifest.xml", "<m/>"), ("content.xml", &content)])
        };
        let refused = |bytes: &[u8]| {
            let limits = Limits { unwritten: 1_000_000, ..Limits::default() };
            let mut taken = 0_u64;
            let mut sink = |record: &Record<'_>| taken += u64::try_from(record.len()).unwrap();
            let error = read("a.xlsx", bytes, &Options::default(), &limits, &mut sink).unwrap_err();
            assert!(taken <= limits.unwritten + 16_384, "{taken}");
            error.to_string()
        };
        let many = spreadsheet(
            r#"<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>"#,
        );
        assert!(many.len() < 600);
        assert!(refused(&many).ends_with("too-large { what: UnwrittenCells, limit: 1000000 }"));
        // Twenty cells of 64 KiB are one text of 64 KiB in the file, and more than a record may have.
        let long = spreadsheet(&format!(
            r#"<table:table-row><table:table-cell table:number-columns-repeated="20"><text:p>{}</text:p></table:table-cell></table:table-row>"#,
            "x".repeat(1 << 16)
        ));
        assert!(refused(&long).ends_with("line 1: too-large { what: RowLength, limit: 1048576 }"));
        let far = r#"<row><c r="XFD1"><v>1</v></c></row>"#.repeat(70);
        let far = workbook(&format!("<worksheet><sheetData>{far}</sheetData></worksheet>"));
        assert!(refused(&far).ends_with("too-large { what: UnwrittenCells, limit: 1000000 }"));
        let shared = r#"<row><c t="s"><v>1</v></c></row>"#.repeat(3);
        let shared = workbook(&format!("<worksheet><sheetData>{shared}</sheetData></worksheet>"));
        let p = |text_bytes| rows(&shared, &Limits { text_bytes, ..Limits::default() });
        assert!(p(48).is_ok());
        let error = p(47).unwrap_err();
        assert_eq!(error, "a.xlsx: sheet A & B: line 3: too-large { what: TextBytes, limit: 47 }");
    }

    #[test]
    fn an_archive_is_read_file_by_file_each_in_its_encoding() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in
            [("a.csv", "kön;1\n".as_bytes()), ("__MACOSX/a.csv", b"x"), ("b.csv", b"k\xF6n;2\n")]
        {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert_eq!(
            rows(&bytes, &Limits::default()),
            Ok(vec!["1: kön | 1".to_owned(), "1: kön | 2".to_owned()])
        );
        let nested = zipped(&[("a.zip", "PK\u{3}\u{4}")]);
        assert!(rows(&nested, &Limits::default()).is_err());
    }
}
