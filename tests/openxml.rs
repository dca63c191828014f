//! Workbooks of Office Open XML, element by element.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use troskel::Problem;
use troskel::table::{Limits, Options, read};

use crate::tables::{Seen, packed, read_bytes};

const TEXTS: &str = "<sst><si><t>kod</t></si><si/><si><r><t>a</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1)</t></r><r><t>b</t></r></si>
    <si><r><rPr><vertAlign val='superscript'></vertAlign></rPr><t>all</t></r></si><si><t>x&amp;<![CDATA[<y>]]>&#228;</t><rPh><t>no</t></rPh></si>
    <si><r><rPr><vertAlign val='subscript'/></rPr><t>low</t></r></si></sst>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0.0%'/></numFmts><cellXfs><xf/><xf numFmtId='164'/><xf numFmtId='14'/></cellXfs></styleSheet>";

fn workbook(book: &str, sheet: &str) -> Vec<u8> {
    let relations = "<Relationships><Relationship Id='a' Type='x/worksheet' Target='s.xml'/><Relationship Id='b' Type='x/styles' Target='st.xml'/><Relationship Id='c' Type='x/sharedStrings' Target='t.xml'/><Relationship Id='d' Type='x/chartsheet' Target='c.xml'/></Relationships>";
    packed(&[
        ("[Content_Types].xml", b"<t/>"),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/st.xml", STYLES.as_bytes()),
        ("xl/t.xml", TEXTS.as_bytes()),
        ("xl/s.xml", sheet.as_bytes()),
    ])
}

const BOOK: &str = "<workbook><sheets><sheet name='A' r:id='a'/></sheets></workbook>";

fn rows(data: &str) -> Result<Vec<String>, String> {
    let file = workbook(BOOK, &format!("<worksheet><sheetData>{data}</sheetData></worksheet>"));
    let seen = read_bytes("a.xlsx", &file).map_err(|error| error.to_string())?;
    Ok(seen.rows.iter().map(|(line, cells)| format!("{line}: {cells}")).collect())
}

/// What a cell reads as, before one with a bar.
#[track_caller]
fn cell(attributes: &str, inner: &str) -> String {
    let rows = rows(&format!("<row><c {attributes}>{inner}</c><c t='str'><v>|</v></c></row>")).unwrap();
    rows.concat().strip_prefix("1: ").unwrap().strip_suffix(" | |").unwrap().to_owned()
}

#[test]
fn each_kind_of_cell_is_read() {
    assert_eq!(
        ["0", "1", "2", "3", "4", "5", " 0 "].map(|at| cell("t='s'", &format!("<v>{at}</v>"))),
        ["kod", "", "ab", "all", "x&<y>ä", "low", "kod"]
    );
    assert_eq!(cell("t='s'", ""), "");
    assert_eq!(cell("t='inlineStr'", "<is><t>a&amp;b</t></is>"), "a&b");
    assert_eq!(
        cell(
            "t='inlineStr'",
            "<is><r><t>a</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r><r><t>b</t></r><rPh><t>no</t></rPh></is>"
        ),
        "ab"
    );
    assert_eq!(
        cell("t='inlineStr'", "<is><r><rPr><vertAlign val='superscript'></vertAlign></rPr><t>1</t></r></is>"),
        "1"
    );
    assert_eq!(cell("t='inlineStr'", "<is><t>a_x00F6_</t></is>"), "aö");
    assert_eq!(cell("t='str'", "<v>a<![CDATA[b]]>&lt;&gt;&quot;&apos;&other;_x00F6_</v>"), "ab<>\"'ö");
    assert_eq!(
        ["0", " 0 ", "1"].map(|truth| cell("t='b'", &format!("<v>{truth}</v>"))),
        ["FALSE", "FALSE", "TRUE"]
    );
    assert_eq!(cell("t='b'", ""), "");
    assert_eq!(cell("t='e'", "<v>#N/A</v>"), "#N/A");
    assert_eq!(cell("t='d'", "<v>2023-12-31T00:00:00</v>"), "2023-12-31");
    assert_eq!(cell("t='n' s='1'", "<v>0.582</v>"), "58.2%");
    assert_eq!(cell("t='other'", "<v>5</v>"), "5");
    assert_eq!(cell("s='2'", "<v>366</v>"), "1900-12-31");
    assert_eq!(cell("s='x'", "<v>5</v>"), "5");
    assert_eq!(cell("", "<f>A1</f><v>5</v>"), "5");
    assert_eq!(cell("", "<f>A1&lt;B1</f>"), "=A1<B1");
    assert_eq!(cell("", "<f/>"), "=");
    assert_eq!(cell("", "<f t='shared' si='0'></f><v></v>"), "=");
    assert_eq!(cell("", ""), "");
    // Text between the elements is none of a cell.
    assert_eq!(cell("t='str'", "x<v>a</v>y<![CDATA[z]]>&amp;"), "a");
}

#[test]
fn cells_stand_in_their_columns_and_rows_on_their_lines() {
    assert_eq!(
        rows(
            "<row r='2'><c r='B2'><v>1</v></c><c><v>2</v></c><c r='$E$2'><v>3</v></c></row><row><c/><c><v>4</v></c></row><row r='9'/><row><c r='ab10'><v>5</v></c></row>"
        ),
        Ok(vec!["2:  | 1 | 2 |  | 3".to_owned(), "3:  | 4".to_owned(), format!("10: {}5", " | ".repeat(27))])
    );
    let error = |data: &str| rows(data).unwrap_err();
    let damaged = |part: &str| format!("a.xlsx: sheet A: damaged {{ part: {part:?} }}");
    assert_eq!(error("<row r='x'/>"), damaged("xl/s.xml"));
    assert_eq!(error("<row><c r='1'/></row>"), damaged("xl/s.xml"));
    assert_eq!(error("<row><c r='B1'><v>1</v></c><c r='B1'><v>2</v></c></row>"), damaged("xl/s.xml"));
    assert_eq!(error("<row><c t='s'><v>6</v></c></row>"), damaged("xl/s.xml"));
    assert_eq!(error("<row><c t='s'><v>x</v></c></row>"), damaged("xl/s.xml"));
    assert_eq!(error("<row><c s='3'><v>5</v></c></row>"), damaged("styles"));
    assert!(error("<row>").contains("damaged"));
    // What stands before and behind the data is none of it.
    let around = "<worksheet><row r='1'><c><v>1</v></c></row><sheetData><row><c><v>2</v></c></row></sheetData><row><c><v>3</v></c></row></worksheet>";
    let seen = read_bytes("a.xlsx", &workbook(BOOK, around)).unwrap();
    seen.shows(&["1: 2"]);
}

#[test]
fn merged_ranges_are_told_once_and_in_order() {
    let sheet = "<x:worksheet><x:sheetData/><x:mergeCells><x:mergeCell ref='C3:D9'/><mergeCell ref=\"A1:B1\"/><mergeCell id='1' ref='$A$2:A3'/><mergeCell ref='A1:B1'/>
        <mergeCell ref='E5:E5'/><mergeCell ref='E5'/><mergeCell /><mergeCell ref='x'/>xmergeCell ref='F1:G1'/></x:mergeCells></x:worksheet>";
    let seen = read_bytes("a.xlsx", &workbook(BOOK, sheet)).unwrap();
    let merges = seen.tables.first().unwrap().merges.iter();
    let merges: Vec<_> = merges.map(|m| (m.first_line, m.last_line, m.first_column, m.last_column)).collect();
    assert_eq!(merges, [(1, 1, 0, 1), (2, 3, 0, 0), (3, 9, 2, 3)]);
}

#[test]
fn a_workbook_tells_its_sheets_and_its_first_day() {
    let sheet = "<worksheet><sheetData><row><c s='2'><v>366</v></c></row></sheetData></worksheet>";
    let of = |book: &str| read_bytes("a.xlsx", &workbook(book, sheet));
    let day = |properties: &str| {
        of(&BOOK.replace("<sheets>", &format!("{properties}<sheets>"))).unwrap().rows[0].1.clone()
    };
    assert_eq!(day(""), "1900-12-31");
    assert_eq!(day("<workbookPr date1904='1'/>"), "1905-01-01");
    assert_eq!(day("<workbookPr date1904='true'/>"), "1905-01-01");
    assert_eq!(day("<workbookPr date1904='0'/>"), "1900-12-31");
    assert_eq!(day("<workbookPr date1904='1'/><x:workbookPr/>"), "1905-01-01");
    let names = |sheets: &str| {
        let seen = of(&format!("<workbook><sheets>{sheets}</sheets></workbook>"))
            .map_err(|error| error.to_string())?;
        Ok::<_, String>(
            seen.tables
                .iter()
                .map(|table| format!("{} {}", table.sheet.as_ref().unwrap(), table.hidden))
                .collect::<Vec<_>>()
                .join(", "),
        )
    };
    let all = "<sheet name='A_x00E5_' state='veryHidden' r:id='a'/><sheet name='B &amp; C' state='visible' r:id='a'/><sheet name='D' r:id='d'/><sheet r:id='a'/>";
    assert_eq!(names(all), Ok("B & C false,  false, Aå true".to_owned()));
    assert_eq!(
        names("<sheet name='A' r:id='z'/>"),
        Err("a.xlsx: damaged { part: \"xl/workbook.xml\" }".to_owned())
    );
    assert_eq!(of("<other/>").unwrap_err().code(), "other-format");
}

#[test]
fn limits_are_told_with_their_sheet_and_line() {
    let sheet = "<worksheet><sheetData><row/><row><c t='str'><v>ab</v></c><c r='D2'><v>12</v></c></row></sheetData></worksheet>";
    let file = workbook(BOOK, sheet);
    let told = |limits: Limits| {
        let done = read("a.xlsx", &file, &Options::default(), &limits, &mut Seen::default());
        done.map_err(|error| error.to_string()).err().unwrap_or_default()
    };
    let all = Limits::default;
    assert_eq!(told(Limits { columns: 4, row_length: 4, unwritten: 2, cells: 4, ..all() }), "");
    assert_eq!(
        told(Limits { columns: 3, ..all() }),
        "a.xlsx: sheet A: line 2: too-large { what: Columns, limit: 3 }"
    );
    assert_eq!(
        told(Limits { columns: 2, ..all() }),
        "a.xlsx: sheet A: line 2: too-large { what: Columns, limit: 2 }"
    );
    assert_eq!(
        told(Limits { row_length: 3, ..all() }),
        "a.xlsx: sheet A: line 2: too-large { what: RowLength, limit: 3 }"
    );
}

#[test]
fn a_text_in_two_bytes_a_letter_is_read_and_other_xml_is_damaged() {
    let wide =
        |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let with = |texts: &[u8]| {
        let relations = "<Relationships><Relationship Id='a' Type='x/worksheet' Target='s.xml'/><Relationship Id='c' Type='x/sharedStrings' Target='t.xml'/></Relationships>";
        let file = packed(&[
            ("xl/workbook.xml", BOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
            ("xl/t.xml", texts),
            ("xl/s.xml", b"<worksheet><sheetData><row><c t='s'><v>0</v></c></row></sheetData></worksheet>"),
        ]);
        read_bytes("a.xlsx", &file).map(|seen| seen.rows[0].1.clone()).map_err(|error| error.problem)
    };
    let text = "<sst><si><t>kön</t></si></sst>";
    let read = Ok("kön".to_owned());
    assert_eq!(with(text.as_bytes()), read);
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        assert_eq!(with(&wide(text, order)), read);
        assert_eq!(with(&wide(&format!("\u{FEFF}{text}"), order)), read);
    }
    let damaged = Err(Problem::Damaged { part: "xl/t.xml".to_owned() });
    for bad in ["", "<sst>", "<sst/><sst/>", "<sst></sst><a></a>", "<sst></ss>", "text"] {
        assert_eq!(with(bad.as_bytes()), damaged, "{bad}");
    }
    let deep = |depth: usize| {
        let deep = format!("<sst>{}<si><t>kön</t></si>{}</sst>", "<a>".repeat(depth), "</a>".repeat(depth));
        with(deep.as_bytes()).is_ok()
    };
    assert!(deep(253) && !deep(254));
}
