//! `OpenDocument` spreadsheets, element by element.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use troskel::table::{Limits, Options, read};
use troskel::{OtherFormat, Problem};

use crate::tables::{Seen, packed, read_bytes};

fn document(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        "<d xmlns:office='o' xmlns:style='s' xmlns:table='t' xmlns:text='x'><a>{styles}</a><b>{tables}</b></d>"
    );
    packed(&[("META-INF/manifest.xml", b"<m/>"), ("content.xml", content.as_bytes())])
}

fn sheet(rows: &str) -> Seen {
    let table = format!("<table:table table:name='A'>{rows}</table:table>");
    read_bytes("a.ods", &document("", &table)).unwrap()
}

/// What a cell of an element reads as, before one with an `x`.
#[track_caller]
fn cell(attributes: &str, inner: &str) -> String {
    let end = "<table:table-cell><text:p>|</text:p></table:table-cell>";
    let row = format!(
        "<table:table-row><table:table-cell {attributes}>{inner}</table:table-cell>{end}</table:table-row>"
    );
    let seen = sheet(&row);
    seen.rows.first().unwrap().1.strip_suffix(" | |").unwrap().to_owned()
}

#[test]
fn a_cells_text_is_that_of_its_paragraphs() {
    assert_eq!(cell("", "<text:p>a</text:p>"), "a");
    // Only what stands in a paragraph is its text.
    assert_eq!(cell("", "\n  <text:p>a</text:p>\n  <text:p>b</text:p>\n"), "a\nb");
    assert_eq!(cell("", "x&amp;<![CDATA[y]]><text:p>a</text:p>z"), "a");
    assert_eq!(cell("", "<text:p>a&amp;b &#228;<![CDATA[<c>]]></text:p>"), "a&b ä<c>");
    assert_eq!(cell("", "<text:p>a<text:s/>b<text:s text:c='3'/>c</text:p>"), "a b   c");
    assert_eq!(cell("", "<text:p>a<text:tab/>b<text:line-break/>c</text:p>"), "a\tb\nc");
    assert_eq!(cell("", "<text:p/><text:p>a</text:p><text:p/>"), "\na\n");
    for aside in ["annotation", "frame", "custom-shape", "shapes", "forms"] {
        let note = format!("<{aside}><text:p>x&amp;<![CDATA[y]]><text:s/></text:p><text:p/></{aside}>");
        assert_eq!(cell("", &format!("{note}<text:p>a</text:p>{note}")), "a", "{aside}");
        assert_eq!(cell("", &format!("<text:p>a{note}b</text:p>")), "ab", "{aside}");
        let within = format!("<{aside}><table:table-row><table:table-cell/></table:table-row></{aside}>");
        assert_eq!(cell("", &format!("{within}<text:p>a</text:p>")), "a", "{aside}");
    }
    let nested = "<frame><frame><text:p>x</text:p></frame><text:p>y</text:p></frame>";
    assert_eq!(cell("", &format!("{nested}<text:p>a</text:p>")), "a");
}

#[test]
fn a_cell_is_the_value_that_it_holds() {
    let of = |kind: &str, value: &str, shown: &str| {
        cell(&format!("office:value-type='{kind}' {value}"), &format!("<text:p>{shown}</text:p>"))
    };
    assert_eq!(of("float", "office:value='58.20'", "58,2"), "58.20");
    assert_eq!(of("float", "office:value='58.25'", "58"), "58.25");
    assert_eq!(of("float", "office:value='58'", "58,0"), "58.0");
    assert_eq!(of("currency", "office:value='58'", "58,00 kr"), "58.00 kr");
    assert_eq!(of("percentage", "office:value='0.582'", "58 %"), "58.2%");
    assert_eq!(of("percentage", "office:value='0.58'", "58,0 %"), "58.0%");
    assert_eq!(of("percentage", "office:value='-0.05'", "-5 %"), "-5%");
    assert_eq!(of("date", "office:date-value='2023-12-31'", "31/12"), "2023-12-31");
    assert_eq!(of("date", "office:date-value='2023-12-31T00:00:00'", "31/12"), "2023-12-31");
    assert_eq!(of("date", "", "31/12"), "31/12");
    assert_eq!(of("boolean", "office:boolean-value='false'", "FALSKT"), "FALSE");
    assert_eq!(of("boolean", "", "FALSKT"), "FALSKT");
    assert_eq!(of("string", "office:string-value='kod &amp; namn'", ""), "kod & namn");
    assert_eq!(of("string", "office:string-value='kod'", "namn"), "namn");
    assert_eq!(of("float", "office:value='x'", "58"), "58");
    assert_eq!(of("float", "office:value='0'", "#NAMN?"), "#NAMN?");
    assert_eq!(of("float", "office:value='0'", "#N/A"), "#N/A");
    assert_eq!(of("float", "office:value='7'", "#!"), "7");
    assert_eq!(of("float", "office:value='7'", "#7"), "7");
    assert_eq!(of("error", "calcext:value-type='float' office:value='0'", "Fel"), "Fel");
    assert_eq!(cell("table:formula='of:=[.A1]'", ""), "=[.A1]");
    assert_eq!(cell("table:formula='=A1'", ""), "=A1");
    assert_eq!(cell("table:formula='a long one:=A1'", ""), "=a long one:=A1");
    assert_eq!(cell("table:formula='seven77:=A1'", ""), "=A1");
    assert_eq!(cell("table:formula='eight888:=A1'", ""), "=eight888:=A1");
    assert_eq!(cell("table:formula='of:=[.A1]'", "<text:p>5</text:p>"), "5");
}

#[test]
fn raised_text_is_the_mark_of_a_footnote() {
    let styles =
        "<style:style style:name='up'><style:text-properties style:text-position='super 58%'/></style:style>
        <style:style style:name='down'><style:text-properties style:text-position='sub 58%'/></style:style>";
    let shown = |inner: &str| {
        let table = format!(
            "<table:table table:name='A'><table:table-row><table:table-cell office:value-type='string'>{inner}</table:table-cell></table:table-row></table:table>"
        );
        read_bytes("a.ods", &document(styles, &table)).unwrap().rows.first().unwrap().1.clone()
    };
    let span = |style: &str, text: &str| format!("<text:span text:style-name='{style}'>{text}</text:span>");
    assert_eq!(shown(&format!("<text:p>61,2{}</text:p>", span("up", "1)"))), "61,2");
    assert_eq!(shown(&format!("<text:p>61,2{}</text:p>", span("down", "1)"))), "61,21)");
    assert_eq!(shown(&format!("<text:p>a{}b</text:p>", span("up", "1"))), "ab");
    assert_eq!(shown(&format!("<text:p>{}</text:p>", span("up", &span("down", "alla")))), "alla");
    assert_eq!(shown(&format!("<text:p> {}</text:p>", span("up", "alla"))), "alla");
}

const X: &str = "<table:table-cell><text:p>x</text:p></table:table-cell>";

#[test]
fn cells_and_rows_stand_as_often_as_they_say() {
    let seen = sheet(&format!(
        "<table:table-row><table:table-cell table:number-columns-repeated='2'/>{X}<table:table-cell/></table:table-row>
        <table:table-row table:number-rows-repeated='3'/>
        <table:table-row table:number-rows-repeated='2'>{X}<table:table-cell table:number-columns-repeated='3'><text:p>y</text:p></table:table-cell></table:table-row>
        <table:table-row><table:covered-table-cell table:number-columns-repeated='2'><text:p>z</text:p></table:covered-table-cell>{X}</table:table-row>
        <table:table-row><table:covered-table-cell/>{X}</table:table-row>"
    ));
    seen.shows(&["1:  |  | x", "5: x | y | y | y", "6: x | y | y | y", "7:  |  | x", "8:  | x"]);
}

#[test]
fn merged_cells_are_told_by_their_lines_and_columns() {
    let span = |columns: u64, rows: u64| {
        format!(
            "<table:table-cell table:number-columns-spanned='{columns}' table:number-rows-spanned='{rows}'><text:p>y</text:p></table:table-cell>"
        )
    };
    let seen = sheet(&format!(
        "<table:table-row>{}<table:covered-table-cell/>{}{}</table:table-row><table:table-row table:number-rows-repeated='2'>{X}</table:table-row>
        <table:table-row><table:table-cell table:number-columns-repeated='2'/>{}</table:table-row>",
        span(2, 1), span(1, 3), span(1, 1), span(3, 2)
    ));
    let merges = seen.tables.first().unwrap().merges.iter();
    let merges = merges.map(|m| (m.first_line, m.last_line, m.first_column, m.last_column));
    assert_eq!(merges.collect::<Vec<_>>(), [(1, 1, 0, 1), (1, 3, 2, 2), (4, 5, 2, 4)]);
}

#[test]
fn sheets_are_visible_or_hidden_and_copies_of_other_files_are_none() {
    let styles = "<style:style style:name='h'><style:table-properties table:display='false'/></style:style>
        <style:style style:name='v'><style:table-properties table:display='true'/></style:style>";
    let table = |name: &str, style: &str, text: &str| {
        format!(
            "<table:table table:name=\"{name}\" table:style-name='{style}'><table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row></table:table>"
        )
    };
    let tables = [
        table("A", "h", "a"),
        table("B", "v", "b"),
        table("'file:///x'#C", "v", "c"),
        table("D", "x", "d"),
        table("E", "h", "e"),
    ];
    let seen = read_bytes("a.ods", &document(styles, &tables.concat())).unwrap();
    let told: Vec<_> = seen
        .tables
        .iter()
        .map(|table| (table.sheet.as_deref().unwrap(), table.hidden, table.doubles))
        .collect();
    assert_eq!(told, [("B", false, true), ("D", false, true), ("A", true, true), ("E", true, true)]);
    seen.shows(&["1: b", "1: d", "1: a", "1: e"]);
}

#[test]
fn documents_of_other_kinds_are_named() {
    let kind = |mimetype: &[u8], manifest: &[u8]| {
        let content = b"<d><table:table table:name='A'/></d>";
        let file =
            packed(&[("mimetype", mimetype), ("META-INF/manifest.xml", manifest), ("content.xml", content)]);
        read_bytes("a.ods", &file).map(|seen| seen.tables.len()).map_err(|error| error.problem)
    };
    let other = |format| Err(Problem::OtherFormat { format });
    assert_eq!(kind(b"application/vnd.oasis.opendocument.spreadsheet", b"<m/>"), Ok(1));
    assert_eq!(kind(b"application/vnd.oasis.opendocument.spreadsheet-template\n", b"<m/>"), Ok(1));
    assert_eq!(kind(b"application/vnd.oasis.opendocument.text", b"<m/>"), other(OtherFormat::TextDocument));
    assert_eq!(
        kind(b"application/vnd.oasis.opendocument.graphics", b"<m/>"),
        other(OtherFormat::OfficeDocument)
    );
    assert_eq!(kind(b"application/x-other", b"<m/>"), Ok(1));
    assert_eq!(kind(b"application/x-other", b"<m><encryption-data/></m>"), Err(Problem::Encrypted));
}

#[test]
fn limits_are_told_with_their_sheet_and_line() {
    let rows = format!(
        "<table:table-row>{X}</table:table-row><table:table-row>{X}<table:table-cell table:number-columns-repeated='3'><text:p>yy</text:p></table:table-cell></table:table-row>"
    );
    let file = document("", &format!("<table:table table:name='A'>{rows}</table:table>"));
    let told = |limits: Limits| {
        let mut seen = Seen::default();
        let done = read("a.ods", &file, &Options::default(), &limits, &mut seen);
        done.map_err(|error| error.to_string()).err().unwrap_or_default()
    };
    let all = Limits::default;
    assert_eq!(told(Limits { columns: 4, ..all() }), "");
    assert_eq!(
        told(Limits { columns: 3, ..all() }),
        "a.ods: sheet A: line 2: too-large { what: Columns, limit: 3 }"
    );
    assert_eq!(told(Limits { row_length: 7, ..all() }), "");
    assert_eq!(
        told(Limits { row_length: 2, ..all() }),
        "a.ods: sheet A: line 2: too-large { what: RowLength, limit: 2 }"
    );
    assert_eq!(
        told(Limits { row_length: 1, ..all() }),
        "a.ods: sheet A: line 2: too-large { what: RowLength, limit: 1 }"
    );
    assert_eq!(told(Limits { unwritten: 2, ..all() }), "");
    assert_eq!(
        told(Limits { unwritten: 1, ..all() }),
        "a.ods: sheet A: line 2: too-large { what: UnwrittenCells, limit: 1 }"
    );
}
