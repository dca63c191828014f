//! The parts of a workbook as XML: its frame, and sheets with their cells.

use std::fmt::Write as _;

use super::archive::Archive;
use crate::error::Error;
use crate::output::text;
use crate::words::column_letters;

/// Digits that a spreadsheet's double keeps of any decimal; a number with more is written as text.
const DIGITS: usize = 15;
/// UTF-16 units that a cell has room for.
const LONGEST: usize = 32_767;
/// Decimals that a format of their own shows; see [`styles`].
const DECIMALS: usize = 12;
/// The styles' numbers: those for decimals begin at `PLAIN`.
const HEADER: usize = 1;
const PROSE: usize = 2;
const WHOLE: usize = 3;
const PLAIN: usize = 4;
/// Bytes of rows that are gathered before they are written.
const GATHERED: usize = 1 << 16;

/// The content of a cell.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Text, typed as such.
    Text(&'a str),
    /// Text of several lines where its column is narrow.
    Prose(&'a str),
    /// A title, typed as text.
    Header(&'a str),
    /// A whole number.
    Whole(u64),
    /// A decimal in plain notation, shown with its own decimals.
    Number(&'a [u8]),
}

/// Where a cell stands: a column's letters and a row's digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) column: &'a str,
    pub(super) row: &'a [u8],
}

/// Writes the rows of a sheet, gathered until there are many.
pub(super) struct Rows<'a, 'out> {
    archive: &'a mut Archive<'out>,
    text: Vec<u8>,
    row: u64,
}

impl<'a, 'out> Rows<'a, 'out> {
    pub(super) fn new(archive: &'a mut Archive<'out>) -> Self {
        Self { archive, text: Vec::with_capacity(2 * GATHERED), row: 0 }
    }

    /// Writes the next row.
    pub(super) fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) -> Result<(), Error> {
        self.row += 1;
        let mut digits = Vec::new();
        text::whole(&mut digits, self.row);
        begin_row(&mut self.text, &digits);
        for (column, one) in cells.into_iter().enumerate() {
            cell(&mut self.text, At { column: &column_letters(column), row: &digits }, one);
        }
        end_row(&mut self.text);
        if self.text.len() >= GATHERED { self.finish() } else { Ok(()) }
    }

    /// Leaves a row blank.
    pub(super) fn blank(&mut self) {
        self.row += 1;
    }

    /// Writes what is gathered.
    pub(super) fn finish(&mut self) -> Result<(), Error> {
        self.archive.text(&self.text)?;
        self.text.clear();
        Ok(())
    }
}

pub(super) fn begin_row(out: &mut Vec<u8>, digits: &[u8]) {
    out.extend_from_slice(b"<row r=\"");
    out.extend_from_slice(digits);
    out.extend_from_slice(b"\">");
}

pub(super) fn end_row(out: &mut Vec<u8>) {
    out.extend_from_slice(b"</row>");
}

/// Writes a cell.
pub(super) fn cell(out: &mut Vec<u8>, at: At<'_>, cell: Cell<'_>) {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => text_cell(out, at, 0, text),
        Cell::Prose(text) => text_cell(out, at, PROSE, text),
        Cell::Header(text) => text_cell(out, at, HEADER, text),
        Cell::Whole(number) => {
            let mut digits = Vec::new();
            text::whole(&mut digits, number);
            number_cell(out, at, WHOLE, &digits);
        }
        Cell::Number(number) => match number.iter().position(|byte| *byte == b'.') {
            None => number_cell(out, at, WHOLE, number),
            Some(point) => {
                let decimals = number.len() - point - 1;
                number_cell(out, at, PLAIN + decimals.min(DECIMALS) - 1, number);
            }
        },
    }
}

fn number_cell(out: &mut Vec<u8>, at: At<'_>, style: usize, number: &[u8]) {
    if significant(number) > DIGITS {
        text_cell(out, at, 0, std::str::from_utf8(number).unwrap_or_default());
        return;
    }
    begin_cell(out, at, style);
    out.extend_from_slice(b"><v>");
    out.extend_from_slice(number);
    out.extend_from_slice(b"</v></c>");
}

fn text_cell(out: &mut Vec<u8>, at: At<'_>, style: usize, text: &str) {
    begin_cell(out, at, style);
    out.extend_from_slice(b" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    if is_plain(text) {
        out.extend_from_slice(text.as_bytes());
    } else {
        let mut escaped = String::new();
        escape(&mut escaped, text);
        out.extend_from_slice(escaped.as_bytes());
    }
    out.extend_from_slice(b"</t></is></c>");
}

fn begin_cell(out: &mut Vec<u8>, at: At<'_>, style: usize) {
    out.extend_from_slice(b"<c r=\"");
    out.extend_from_slice(at.column.as_bytes());
    out.extend_from_slice(at.row);
    out.extend_from_slice(b"\" s=\"");
    text::whole(out, crate::table::wide(style));
    out.push(b'"');
}

/// Tells whether a text is written in XML as it is.
fn is_plain(text: &str) -> bool {
    // U+FFFE and U+FFFF begin with the byte 0xEF.
    let special = |byte: u8| byte < b' ' || matches!(byte, b'&' | b'<' | b'>' | b'_' | 0xEF);
    text.len() <= LONGEST && !text.bytes().any(special)
}

/// Counts the digits between the first and the last that is not zero.
fn significant(number: &[u8]) -> usize {
    let is_counted = |byte: &u8| matches!(byte, b'1'..=b'9');
    let first = number.iter().position(is_counted);
    let last = number.iter().rposition(is_counted);
    let Some((first, last)) = first.zip(last) else { return 0 };
    number.get(first..=last).unwrap_or_default().iter().filter(|byte| byte.is_ascii_digit()).count()
}

/// Writes text as XML: what XML has no place for as `_x0000_`, which is how spreadsheets read it, and cut to what a cell
/// has room for.
fn escape(out: &mut String, text: &str) {
    let (mut units, mut rest) = (0, text);
    while let Some(character) = rest.chars().next() {
        units += character.len_utf16();
        if units > LONGEST {
            return;
        }
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Text that looks like such a mark would be read as one.
            '_' if is_mark(rest) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "_x{:04X}_", u32::from(character));
            }
            _ => out.push(character),
        }
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
    }
}

fn is_mark(text: &str) -> bool {
    let Some((mark, _)) = text.as_bytes().split_first_chunk::<7>() else { return false };
    matches!(mark, [b'_', b'x' | b'X', digits @ .., b'_'] if digits.iter().all(u8::is_ascii_hexdigit))
}

/// Begins a sheet with columns of these widths; with `frozen` the header stays in view, and so many columns.
pub(super) fn begin(widths: &[u32], frozen: Option<u32>) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\">",
    );
    match frozen {
        None => {}
        Some(0) => text
            .push_str("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"),
        Some(columns) => {
            let first = column_letters(usize::try_from(columns).unwrap_or(0));
            let _ = write!(
                text,
                "<pane xSplit=\"{columns}\" ySplit=\"1\" topLeftCell=\"{first}2\" activePane=\"bottomRight\" state=\"frozen\"/>"
            );
        }
    }
    text.push_str("</sheetView></sheetViews><cols>");
    for (nth, width) in widths.iter().enumerate() {
        let at = nth + 1;
        let _ = write!(text, "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    text.push_str("</cols><sheetData>");
    text
}

/// Ends a sheet, with a filter over so many columns and rows, if any.
pub(super) fn end(columns: usize, rows: usize) -> String {
    let filter = match columns.checked_sub(1) {
        Some(last) => format!("<autoFilter ref=\"A1:{}{rows}\"/>", column_letters(last)),
        None => String::new(),
    };
    format!("</sheetData>{filter}</worksheet>")
}

/// Returns the parts beside the sheets, by their names: the first is what a reader looks for first.
pub(super) fn frame(sheets: &[String]) -> [(&'static str, String); 5] {
    const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    const FORMATS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let (mut types, mut list, mut relations) = (String::new(), String::new(), String::new());
    for (nth, name) in sheets.iter().enumerate() {
        let at = nth + 1;
        let _ = write!(
            types,
            "<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"{FORMATS}.worksheet+xml\"/>"
        );
        list.push_str("<sheet name=\"");
        escape(&mut list, name);
        let _ = write!(list, "\" sheetId=\"{at}\" r:id=\"rId{at}\"/>");
        let _ = write!(
            relations,
            "<Relationship Id=\"rId{at}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        );
    }
    let styles_id = sheets.len() + 1;
    [
        (
            "[Content_Types].xml",
            format!(
                "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
                 <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
                 <Override PartName=\"/xl/workbook.xml\" ContentType=\"{FORMATS}.sheet.main+xml\"/>\
                 <Override PartName=\"/xl/styles.xml\" ContentType=\"{FORMATS}.styles+xml\"/>{types}</Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
                 <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{list}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}\
                 <Relationship Id=\"rId{styles_id}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        ("xl/styles.xml", format!("{HEAD}<styleSheet xmlns=\"{MAIN}\">{}</styleSheet>", styles())),
    ]
}

/// Returns the styles: text, header, prose, whole numbers, and a format for each number of decimals from one.
fn styles() -> String {
    let mut formats = String::new();
    let mut cells = String::from(
        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\">\
         <alignment vertical=\"top\" wrapText=\"1\"/></xf>\
         <xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">\
         <alignment vertical=\"top\" wrapText=\"1\"/></xf>\
         <xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>",
    );
    for decimals in 1..=DECIMALS {
        let id = 163 + decimals;
        let _ = write!(formats, "<numFmt numFmtId=\"{id}\" formatCode=\"0.{}\"/>", "0".repeat(decimals));
        let _ = write!(
            cells,
            "<xf numFmtId=\"{id}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        );
    }
    format!(
        "<numFmts count=\"{DECIMALS}\">{formats}</numFmts>\
         <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
         <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{}\">{cells}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>",
        PLAIN + DECIMALS
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_that_a_double_keeps_are_told_from_more() {
        assert_eq!(
            ["0", "-0.02", "100.000", "1000000000000"].map(|text| significant(text.as_bytes())),
            [0, 1, 1, 1]
        );
        assert_eq!(
            ["59.98", "99.123456789012", "59.9999999999999999"].map(|text| significant(text.as_bytes())),
            [4, 14, 18]
        );
    }

    #[test]
    fn text_stays_text() {
        let escaped = |text: &str| {
            let mut out = String::new();
            escape(&mut out, text);
            out
        };
        assert_eq!(escaped("Å & <b>"), "Å &amp; &lt;b&gt;");
        assert_eq!(escaped("a\0\r\u{b}b\tc\nd"), "a_x0000__x000D__x000B_b\tc\nd");
        assert_eq!(escaped("_x000D_ _y _x00_"), "_x005F_x000D_ _y _x00_");
        assert_eq!(escaped(&"å".repeat(40_000)).chars().count(), LONGEST);
        assert_eq!(escaped(&format!("{}𝄞", "a".repeat(32_766))).chars().count(), 32_766);
    }

    #[test]
    fn what_is_written_as_it_is_would_be_written_so_by_the_longer_way() {
        for text in
            ["Åsen", "a b", "a&b", "<", ">", "_x0041_", "a_b", "\t", "\0", "\u{fffe}", "\u{ffee}", "𝄞"]
        {
            let mut escaped = String::new();
            escape(&mut escaped, text);
            assert!(!is_plain(text) || escaped == text, "{text}");
        }
        assert!(is_plain("Åsen"));
    }

    #[test]
    fn cells_are_typed() {
        let cells = [
            Cell::Text("=1+1"),
            Cell::Empty,
            Cell::Whole(1237),
            Cell::Number(b"-0.02"),
            Cell::Number(b"12"),
            Cell::Number(b"59.9999999999999999"),
        ];
        let mut bytes = Vec::new();
        for (column, one) in cells.into_iter().enumerate() {
            cell(&mut bytes, At { column: &column_letters(column), row: b"1" }, one);
        }
        let text = |at: &str, text: &str| {
            format!("<c r=\"{at}\" s=\"0\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
        };
        let expected = format!(
            "{}<c r=\"C1\" s=\"3\"><v>1237</v></c><c r=\"D1\" s=\"5\"><v>-0.02</v></c>\
             <c r=\"E1\" s=\"3\"><v>12</v></c>{}",
            text("A1", "=1+1"),
            text("F1", "59.9999999999999999")
        );
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }
}
