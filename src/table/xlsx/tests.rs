//! Workbooks made part by part, and what is read of them.

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
            r#"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/s.xml"/><Relationship Id="rId2" Type="http://x/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
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
    let expected =
        ["3: kod |  | andel", "4: Bollstanäs & co |  | 58.2% | 60.00", "5: text | 28 |  | 2023-12-31 | #N/A"];
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
    let error = rows(&workbook(&bomb), &Limits { inflated_bytes: 100_000, ..Limits::default() }).unwrap_err();
    assert!(error.ends_with("too-large { what: InflatedBytes, limit: 100000 }"), "{error}");
}

#[test]
fn texts_are_what_stands_between_their_own_tags() {
    let shared = "<sst>\n  <si>\n    <t>kod</t>\n  </si>\n  <si>\n    <r>\n      <t><![CDATA[a & b]]></t>\n    </r>\n  </si>\n</sst>";
    let sheet = "<worksheet>\n <sheetData>\n  <row>\n   <c t=\"s\">\n    <v>0</v>\n   </c>\n   <c t=\"s\"><v>1</v></c>\n   <c t=\"inlineStr\">\n    <is>\n     <t><![CDATA[c < d]]></t>\n    </is>\n   </c>\n   <c>\n    <v>58.2</v>\n   </c>\n  </row>\n </sheetData>\n</worksheet>";
    let bytes = zipped(&[
        ("xl/workbook.xml", r#"<workbook><sheets><sheet name="A" r:id="a"/></sheets></workbook>"#),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/></Relationships>"#,
        ),
        ("xl/t.xml", shared),
        ("xl/s.xml", sheet),
    ]);
    let expected = ["1: kod | a & b | c < d | 58.2"];
    assert_eq!(rows(&bytes, &Limits::default()), Ok(expected.map(str::to_owned).into()));
}

#[test]
fn a_cell_of_a_spreadsheet_may_have_its_text_as_a_value_or_raised() {
    let content = r#"<d xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="B"><table:table-row>
        <table:table-cell office:value-type="string" office:string-value="kod"/>
        <table:table-cell office:value-type="string" office:string-value="other"><text:p>shown</text:p></table:table-cell>
        </table:table-row></table:table></d>"#;
    let bytes = zipped(&[("META-INF/manifest.xml", "<m/>"), ("content.xml", content)]);
    assert_eq!(rows(&bytes, &Limits::default()), Ok(vec!["1: kod | shown".to_owned()]));
}

#[test]
fn damaged_workbooks_are_refused() {
    let p = |bytes: &[u8]| rows(bytes, &Limits::default()).unwrap_err();
    assert_eq!(p(b"PK\x03\x04 and nothing more"), "a.xlsx: damaged { part: \"ZIP\" }");
    let cut = workbook("<worksheet><sheetData><row><c></row>");
    assert_eq!(p(&cut), "a.xlsx: sheet A & B: damaged { part: \"xl/worksheets/s.xml\" }");
    let without = zipped(&[("xl/workbook.xml", "<workbook/>")]);
    assert_eq!(p(&without), "a.xlsx: damaged { part: \"xl/workbook.xml\" }");
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
    // One cell and one row are repeated, and one cell is blank: five cells that are not written.
    assert!(rows(&bytes, &Limits { unwritten: 5, ..Limits::default() }).is_ok());
    let error = rows(&bytes, &Limits { unwritten: 4, ..Limits::default() }).unwrap_err();
    assert_eq!(error, "a.xlsx: sheet Blad1: line 4: too-large { what: UnwrittenCells, limit: 4 }");
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
    let error = refused(&far);
    assert!(error.contains("too-large { what: Cells, limit: 10"), "{error}");
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
    for (name, bytes) in [("a.csv", "kön;1\n".as_bytes()), ("__MACOSX/a.csv", b"x"), ("b.csv", b"k\xF6n;2\n")]
    {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert_eq!(rows(&bytes, &Limits::default()), Ok(vec!["1: kön | 1".to_owned(), "1: kön | 2".to_owned()]));
    let nested = zipped(&[("a.zip", "PK\u{3}\u{4}")]);
    assert!(rows(&nested, &Limits::default()).is_err());
}
