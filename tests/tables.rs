//! The readers of statistics files, on the small files of `tests/fixtures`.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::Path;

use troskel::table::{Delimiter, Encoding, Flow, Limits, Options, Record, Role, Sink, TableInfo, read};
use troskel::{Error, Problem};

/// Everything that a file reads as.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) tables: Vec<TableInfo>,
    pub(crate) rows: Vec<(u64, String)>,
}

impl Sink for Seen {
    fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
        self.tables.push(table.clone());
        Ok(Flow::Continue)
    }

    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
        self.rows.push((record.line(), record.cells().collect::<Vec<_>>().join(" | ")));
        Ok(Flow::Continue)
    }
}

impl Seen {
    #[track_caller]
    pub(crate) fn shows(&self, expected: &[&str]) {
        let rows: Vec<String> = self.rows.iter().map(|(line, cells)| format!("{line}: {cells}")).collect();
        assert_eq!(rows, expected);
    }
}

pub(crate) fn read_bytes(name: &str, bytes: &[u8]) -> Result<Seen, Error> {
    let mut seen = Seen::default();
    read(name, bytes, &Options::default(), &Limits::default(), &mut seen)?;
    Ok(seen)
}

#[track_caller]
fn good(name: &str) -> Seen {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good").join(name);
    read_bytes(name, &fs::read(path).unwrap()).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn json_stat_2_keeps_digits_symbols_and_decimals() {
    let seen = good("turnout-json-stat-2.json");
    seen.shows(&[
        "1: region | Valdeltagande, procent 2018 | Valdeltagande, procent 2022",
        "2: 0114 Upplands Väsby | 88.1 | 84.0",
        "3: 0114R001_RegSO2025 Bollstanäs | 91.2 | 90.1",
        "4: 0114R002_RegSO2025 Hammarby-Vaxmyra | .. | 74.9",
    ]);
    let title = seen.tables.first().unwrap().title.as_deref();
    assert_eq!(title, Some("Valdeltagande efter region och valår (påhittat exempel)"));
}

#[test]
fn json_stat_1_may_be_sparse_with_one_status_for_all() {
    good("turnout-json-stat-1.json").shows(&[
        "1: region | 2022",
        "2: 0114R001 Bollstanäs | ..",
        "3: 0114R002 | 74.90",
    ]);
}

#[test]
fn json_stat_with_sizes_that_lie_is_refused_before_anything_is_allocated() {
    let dataset = |size: &str, value: &str| {
        let text = format!(
            r#"{{"id":["a","b"],"size":{size},"dimension":{{
                "a":{{"category":{{"index":["1","2"]}}}},"b":{{"category":{{"index":["1"]}}}}}},"value":{value}}}"#
        );
        read_bytes("a.json", text.as_bytes()).map(|seen| seen.rows.len()).map_err(|error| error.problem)
    };
    assert_eq!(dataset("[2,1]", "[1,2]"), Ok(3));
    assert_eq!(dataset("[2,1]", "[1]"), Err(Problem::WrongSize { expected: 2, found: 1 }));
    assert_eq!(dataset("[2,1]", "[1,2,3]"), Err(Problem::WrongSize { expected: 2, found: 3 }));
    assert_eq!(dataset("[2,1]", r#"{"9":1}"#), Err(Problem::WrongSize { expected: 2, found: 9 }));
    assert_eq!(dataset("[3,1]", "[1,2,3]"), Err(Problem::WrongSize { expected: 3, found: 2 }));
    assert_eq!(dataset("[2]", "[1,2]"), Err(Problem::WrongSize { expected: 2, found: 1 }));
    for huge in ["[4294967296,4294967296]", "[18446744073709551615,2]"] {
        assert_eq!(dataset(huge, "[1]").unwrap_err().code(), "too-large");
    }
}

#[test]
fn json_that_is_no_json_stat_is_said_to_be_unknown() {
    let code = |text: &str| read_bytes("a.json", text.as_bytes()).unwrap_err().code();
    assert_eq!(code(r#"{"apiVersion": "2.2.0", "languages": [{"id": "sv"}]}"#), "other-format");
    assert_eq!(code("{"), "damaged");
    assert_eq!(code(r#"{"dimension": 1, "value": []}"#), "damaged");
}

#[test]
fn px_reads_both_axes_symbols_and_decimals() {
    let seen = good("unemployment.px");
    let column = "Andel långtidsinskrivna arbetslösa, procent";
    seen.shows(&[
        &format!("1: region | kön | {column} 2023 | {column} 2024"),
        "2: 0114R001 Bollstanäs | män | 10.1 | 9.0",
        "3: 0114R001 Bollstanäs | kvinnor | .. | -",
        "4: 0114R002 Hammarby; Vaxmyra | män | . | 8.25",
        "5: 0114R002 Hammarby; Vaxmyra | kvinnor | 10.0 | -1.5",
    ]);
    let title = seen.tables.first().unwrap().title.as_deref();
    assert_eq!(title, Some("Långtidsinskrivna arbetslösa efter region, kön, tabellinnehåll och år"));
}

#[test]
fn px_with_keys_leaves_rows_of_nothing_out() {
    good("sparse.px").shows(&[
        "1: region | 2023 | 2024",
        "2: 0114R001 Bollstanäs | 5 | 7",
        "3: 0114R003 Odenslunda | - | -",
        "4: 0114R005 Runby | 0 | ..",
    ]);
}

#[test]
fn px_that_is_cut_or_lies_is_refused() {
    let code = |text: &str| read_bytes("a.px", text.as_bytes()).unwrap_err().to_string();
    let head = "CHARSET=\"ANSI\";STUB=\"a\";HEADING=\"b\";VALUES(\"a\")=\"1\",\"2\";VALUES(\"b\")=\"1\";";
    assert_eq!(code(head), "a.px: damaged { part: \"DATA\" }");
    assert_eq!(code(&format!("{head}DATA=1;")), "a.px: wrong-size { expected: 2, found: 1 }");
    assert_eq!(code(&format!("{head}DATA=1 2 3;")), "a.px: wrong-size { expected: 2, found: 3 }");
    assert_eq!(code(&format!("{head}DATA=1 \"2;")), "a.px: damaged { part: \"DATA\" }");
    assert_eq!(code("CHARSET=\"ANSI;"), "a.px: damaged { part: \"CHARSET\" }");
    assert_eq!(code("CHARSET=\"ANSI\";DATA=1;"), "a.px: damaged { part: \"STUB\" }");
}

#[test]
fn xls_shows_numbers_as_their_cells_do() {
    let seen = good("omraden.xls");
    seen.shows(&[
        "1: kod | namn | Valdeltagande | Förvärvsintensitet | Lågutbildade | datum",
        "2: 0114R001 | Bollstanäs | 58.2% | 58.0 | 28 | 2023-12-31",
        "3: 0114R002 | Hammarby – Vaxmyra | 60.0% | 60.5 | 12.34 | 2023-12-31",
        "4: 0114R003 | Runby 深 | 100.0% | 61.0 | 7 | 2023-12-31",
        "6:  |  | TRUE",
        "3:  |  |  | 742 | -1.5 | 58.2",
    ]);
    let sheets: Vec<_> =
        seen.tables.iter().map(|table| (table.sheet.as_deref().unwrap_or(""), table.hidden)).collect();
    assert_eq!(sheets, [("Områden", false), ("Dold", true)]);
}

#[test]
fn xls_that_is_cut_is_refused() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good/omraden.xls");
    let whole = fs::read(path).unwrap();
    let cut = |length: usize| read_bytes("a.xls", &whole[..length]).unwrap_err().code();
    assert_eq!(cut(8), "damaged");
    assert_eq!(cut(600), "damaged");
    assert_eq!(cut(whole.len() / 2), "damaged");
}

#[test]
fn a_sparse_cube_of_nothing_is_refused_before_it_takes_long() {
    let names: Vec<String> = (0..6).map(|n| format!("\"d{n}\"")).collect();
    let one = r#"{"category": {"index": ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]}}"#;
    let dimensions: Vec<String> = names.iter().map(|name| format!("{name}: {one}")).collect();
    let cube = format!(
        r#"{{"version": "2.0", "class": "dataset", "id": [{}], "size": [10, 10, 10, 10, 10, 10],
            "dimension": {{{}}}, "value": {{}}}}"#,
        names.join(", "),
        dimensions.join(", ")
    );
    let limits = Limits { unwritten: 1_000, ..Limits::default() };
    let mut taken = 0;
    let mut sink = |_: &Record<'_>| taken += 1;
    let error = read("a.json", cube.as_bytes(), &Options::default(), &limits, &mut sink).unwrap_err();
    assert_eq!(error.to_string(), "a.json: line 1002: too-large { what: UnwrittenCells, limit: 1000 }");
    // The header, and a record for each value that is none.
    assert_eq!(taken, 1_001);
}

/// Packs parts into an archive.
pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn parts_of_a_workbook_are_found_by_their_relations_in_any_case_and_place() {
    let utf16: Vec<u8> = "\u{FEFF}<sst><si><t>k_x00F6_n</t><rPh><t>x</t></rPh></si></sst>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let book = br#"<workbook><sheets><sheet name="Dold" state="hidden" r:id="a"/><sheet name="Synlig" r:id="b"/></sheets></workbook>"#;
    let relations = br#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="one.xml"/><Relationship Id="b" Type="x/worksheet" Target="/Ark\two.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="Texter.xml"/></Relationships>"#;
    let two = br#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1"><f>A1/B1</f><v></v></c><c r="D1" t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>"#;
    let one = b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    let parts: [(&str, &[u8]); 7] = [
        ("[Content_Types].xml", b"<t/>"),
        ("_rels/.rels", br#"<Relationships><Relationship Id="1" Type="x/officeDocument" Target="Mapp/Bok.xml"/></Relationships>"#),
        ("mapp/bok.xml", book),
        ("mapp/_rels/bok.xml.rels", relations),
        ("Ark/Two.xml", two),
        ("mapp/one.xml", one),
        ("mapp/texter.xml", &utf16),
    ];
    let seen = read_bytes("a.xlsx", &packed(&parts)).unwrap();
    seen.shows(&["1: kön | #N/A | =A1/B1 | TRUE", "1: 1"]);
    let sheets: Vec<_> = seen.tables.iter().map(|table| (table.sheet.as_deref(), table.hidden)).collect();
    assert_eq!(sheets, [(Some("Synlig"), false), (Some("Dold"), true)]);
    let merge = seen.tables.first().and_then(|table| table.merged(2, 1)).copied().unwrap();
    assert_eq!((merge.first_line, merge.last_line, merge.first_column, merge.last_column), (1, 2, 0, 1));
}

#[test]
fn an_archive_keeps_its_good_files_beside_one_that_is_no_table() {
    let files: [(&str, &[u8]); 2] = [("a.pdf", b"%PDF-1.7"), ("b.csv", b"kod;1\n")];
    read_bytes("a.zip", &packed(&files)).unwrap().shows(&["1: kod | 1"]);
    let error = read_bytes("a.zip", &packed(&files[..1])).unwrap_err();
    assert_eq!(error.problem, Problem::OtherFormat { format: troskel::OtherFormat::Pdf });
    // A list of members that is not whole may lack one.
    let mut bytes = packed(&files);
    let end = bytes.len() - 22;
    bytes[end + 10] = 1;
    bytes[end + 8] = 1;
    assert_eq!(read_bytes("a.zip", &bytes).unwrap_err().code(), "damaged");
}

#[test]
fn texts_are_read_in_one_spelling() {
    let seen = |text: &str| read_bytes("a.csv", text.as_bytes()).unwrap();
    seen("kod;Fo\u{308}rva\u{308}rv\n=\"0114\";1\n'0115;2\n").shows(&[
        "1: kod | Förvärv",
        "2: 0114 | 1",
        "3: 0115 | 2",
    ]);
    seen("kod, \"namn\"\n0114, \"a, b\"\n").shows(&["1: kod | namn", "2: 0114 | a, b"]);
    seen("sep=;\nkod;a\n0114;1\n").shows(&["2: kod | a", "3: 0114 | 1"]);
    seen("kod;\"a\nb\"\r0114;1\r").shows(&["1: kod | a\nb", "2: 0114 | 1"]);
}

#[test]
fn each_dataset_of_a_bundle_is_read_and_a_list_of_links_is_named() {
    let one = r#"{"class":"dataset","id":["a"],"size":["1"],"status":[null],"dimension":{"a":{"category":{"index":{"x":0}}}},"value":[5]}"#;
    let seen = read_bytes("a.json", format!("{{\"f\": {one}, \"g\": {one}}}").as_bytes()).unwrap();
    let sheets: Vec<_> = seen.tables.iter().map(|table| table.sheet.as_deref()).collect();
    assert_eq!(sheets, [Some("f"), Some("g")]);
    let links = br#"{"class":"collection","link":{"item":[{"class":"dataset","href":"x"}]}}"#;
    let error = read_bytes("a.json", links).unwrap_err();
    assert_eq!(error.problem, Problem::OtherFormat { format: troskel::OtherFormat::JsonStatCollection });
    let twice = one.replace("\"x\":0", "\"x\":0,\"x\":0");
    assert_eq!(read_bytes("a.json", twice.as_bytes()).unwrap_err().code(), "damaged");
}

/// Two sheets: a hidden one, and one with a cell repeated after two blank ones.
pub(crate) fn ods() -> Vec<u8> {
    packed(&[
        ("META-INF/manifest.xml", b"<m/>"),
        ("content.xml", br#"<office:document-content><office:automatic-styles><style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Dold" table:style-name="h"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table><table:table table:name="Synlig"><table:table-row><table:table-cell><text:p>kod</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="3"><text:p>12</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#),
    ])
}

#[test]
fn hidden_sheets_of_a_spreadsheet_come_after_the_visible_ones_and_are_said_to_be_hidden() {
    let seen = read_bytes("a.ods", &ods()).unwrap();
    seen.shows(&["1: kod |  |  | 12 | 12 | 12", "1: x"]);
    let sheets: Vec<_> = seen.tables.iter().map(|table| (table.sheet.as_deref(), table.hidden)).collect();
    assert_eq!(sheets, [(Some("Synlig"), false), (Some("Dold"), true)]);
}

#[test]
fn a_dimension_is_of_areas_where_its_role_its_name_or_its_codes_say_so() {
    let roles = |id: &str, code: &str, roles: &str| {
        let cube = format!(
            r#"{{"version": "2.0", "class": "dataset", "id": ["{id}"], "size": [1], "value": [1],
                "dimension": {{"{id}": {{"category": {{"index": ["{code}"]}}}}}}{roles}}}"#
        );
        let seen = read_bytes("a.json", cube.as_bytes()).unwrap();
        seen.tables.first().unwrap().dimensions.first().unwrap().role
    };
    assert_eq!(roles("plats", "norr", r#", "role": {"geo": ["plats"]}"#), Role::Area);
    assert_eq!(roles("Region", "norr", ""), Role::Area);
    assert_eq!(roles("plats", "0114R001", ""), Role::Area);
    assert_eq!(roles("plats", "norr", ""), Role::Other);
    assert_eq!(roles("plats", "norr", r#", "role": {"time": ["plats"]}"#), Role::Time);
}

#[test]
fn what_is_told_of_a_table_beside_its_records() {
    let told = |seen: &Seen| {
        let info = seen.tables.first().unwrap();
        let first = (info.encoding, info.delimiter, info.header_first, info.publisher, info.doubles);
        let merges = info.merges.iter();
        let merges = merges.map(|m| (m.first_line, m.last_line, m.first_column, m.last_column));
        (first, merges.collect::<Vec<_>>())
    };
    let csv = read_bytes("a.csv", "kön;1\n".as_bytes()).unwrap();
    assert_eq!(told(&csv).0, (Some(Encoding::Utf8), Some(Delimiter::Semicolon), false, false, false));
    assert_eq!(told(&good("turnout-json-stat-2.json")).0, (None, None, true, true, false));
    assert_eq!(told(&good("unemployment.px")).0, (Some(Encoding::Windows1252), None, true, true, false));
    assert_eq!(told(&good("omraden.xls")).0, (None, None, false, false, true));
    let content = br#"<d xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="B"><table:table-row>
        <table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>kod</text:p></table:table-cell>
        <table:covered-table-cell><text:p>hidden</text:p></table:covered-table-cell><table:table-cell><text:p>x</text:p></table:table-cell>
        </table:table-row></table:table></d>"#;
    let ods = packed(&[("META-INF/manifest.xml", b"<m/>"), ("content.xml", content)]);
    let ods = read_bytes("a.ods", &ods).unwrap();
    assert_eq!(told(&ods), ((None, None, false, false, true), vec![(1, 2, 0, 1)]));
    ods.shows(&["1: kod |  | x"]);
}
