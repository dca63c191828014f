//! Cubes (PX, JSON-stat, the database's own JSON) keyword by keyword: what is told of a table, and its values.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write;

use troskel::table::{Encoding, TableInfo};
use troskel::{OtherFormat, Problem};

use crate::tables::{Seen, read_bytes};

/// What is told of a table: its texts, and each dimension with its categories.
fn told(info: &TableInfo) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let mut told = format!("{} / {} / {}", text(&info.title), text(&info.contents), text(&info.units));
    for note in &*info.notes {
        write!(told, " / {note}").unwrap();
    }
    for own in &*info.dimensions {
        let place = if own.in_columns { "columns" } else { "rows" };
        write!(told, "\n{} {} {:?} {place}:", own.code, own.label, own.role).unwrap();
        for category in &own.categories {
            let unit = category.unit.as_ref().map(|unit| format!(" [{unit}]")).unwrap_or_default();
            write!(told, " {}={}{unit};", category.code, category.label).unwrap();
        }
    }
    told
}

fn px(text: &str) -> Result<Seen, Problem> {
    read_bytes("a.px", text.as_bytes()).map_err(|error| error.problem)
}

fn json(text: &str) -> Result<Seen, Problem> {
    read_bytes("a.json", text.as_bytes()).map_err(|error| error.problem)
}

fn damaged<T>(part: &str) -> Result<T, Problem> {
    Err(Problem::Damaged { part: part.to_owned() })
}

fn rows(seen: &Seen) -> Vec<&str> {
    seen.rows.iter().skip(1).map(|(_, cells)| cells.as_str()).collect()
}

const WHOLE: &str = r#"CHARSET="ANSI";
LANGUAGE="sv";
TITLE="Titeln";
DESCRIPTION="";
DESCRIPTION[en]="The title";
CONTENTS="Inne"
"hållet";
UNITS="antal";
UNITS("Andel")="procent";
UNITS("2023")="år";
NOTE="En not";
NOTEX="En till";
VALUENOTE("region","Norr")="Norr är nytt";
BASEPERIOD="2020=100";
STUB="region","grupp";
HEADING="innehåll","tid";
CONTVARIABLE="innehåll";
VALUES("region")="Norr","Söder";
CODES("region")="1","2";
MAP("region")="karta";
VALUES("grupp")="Alla";
CODES("grupp")="a","b";
VARIABLECODE("grupp")="Grp";
CODES("innehåll")="x","y";
VALUES("innehåll")="Antal","Andel";
VALUES("tid")="2023";
TIMEVAL("tid")=TLIST(A1,"2023"-"2024");
DECIMALS=1;
SHOWDECIMALS=2;
PRECISION("innehåll","Antal")=0;
DATA=
1,2
"3" 4.125;
"#;

#[test]
fn a_px_file_tells_what_its_keywords_say() {
    let seen = px(WHOLE).unwrap();
    assert_eq!(
        told(seen.tables.first().unwrap()),
        "Titeln / Innehållet / antal / En not / En till / Norr är nytt / Index 2020=100\n\
         region region Area rows: 1=Norr; 2=Söder;\n\
         Grp grupp Other rows: Alla=Alla;\n\
         innehåll innehåll Measure columns: x=Antal; y=Andel [procent];\n\
         tid tid Time columns: 2023=2023;"
    );
    seen.shows(&[
        "1: region | grupp | Antal 2023 | Andel 2023",
        "2: 1 Norr | Alla | 1 | 2.00",
        "3: 2 Söder | Alla | 3 | 4.125",
    ]);
    let title = |text: &str| px(text).unwrap().tables.first().unwrap().title.clone();
    assert_eq!(
        title(&WHOLE.replace("DESCRIPTION=\"\"", "DESCRIPTION=\"Beskriven\"")).as_deref(),
        Some("Beskriven")
    );
    let last = |text: &str| px(text).map(|seen| rows(&seen).last().map(ToString::to_string));
    let one = |decimals: &str| last(&WHOLE.replace("SHOWDECIMALS=2;", decimals)).unwrap().unwrap();
    assert_eq!(one(""), "2 Söder | Alla | 3 | 4.125");
    assert_eq!(px(&WHOLE.replace("SHOWDECIMALS=2;", "")).unwrap().rows[1].1, "1 Norr | Alla | 1 | 2.0");
    // Without a dimension of measures the decimals are those of all values.
    let plain =
        WHOLE.replace("CONTVARIABLE=\"innehåll\";", "").replace("PRECISION(\"innehåll\",\"Antal\")=0;", "");
    assert_eq!(px(&plain).unwrap().rows[1].1, "1 Norr | Alla | 1.00 | 2.00");
}

#[test]
fn a_dimension_is_of_areas_by_its_map_its_name_its_code_or_its_codes() {
    let role = |from: &str, to: &str| {
        let seen = px(&WHOLE.replace("MAP(\"region\")=\"karta\";", "").replace(from, to)).unwrap();
        let dimensions = seen.tables.first().unwrap().dimensions.clone();
        [format!("{:?}", dimensions[0].role), format!("{:?}", dimensions[1].role)]
    };
    assert_eq!(role("", ""), ["Area", "Other"]);
    assert_eq!(role("\"region\"", "\"plats\""), ["Other", "Other"]);
    assert_eq!(role("\"Grp\"", "\"Region\""), ["Area", "Area"]);
    let coded = WHOLE.replace("MAP(\"region\")=\"karta\";", "").replace("\"region\"", "\"plats\"");
    let coded = px(&coded.replace("=\"1\",\"2\"", "=\"0114R001\",\"0114R002\"")).unwrap();
    assert_eq!(format!("{:?}", coded.tables.first().unwrap().dimensions[0].role), "Area");
    let mapped = px(&WHOLE.replace("\"region\"", "\"plats\"")).unwrap();
    assert_eq!(format!("{:?}", mapped.tables.first().unwrap().dimensions[0].role), "Area");
}

#[test]
fn the_values_of_a_px_file_are_as_many_as_its_sizes_say() {
    let with = |data: &str| {
        let head = WHOLE.split_once("DATA=").unwrap().0;
        px(&format!("{head}DATA={data}")).map(|seen| rows(&seen).join(" / "))
    };
    let whole = Ok("1 Norr | Alla | 1 | 2.00 / 2 Söder | Alla | 3 | 4.00".to_owned());
    for data in [
        "1 2 3 4;",
        "1,2,\t3\r\n4;",
        "\"1\"2\"3\" 4 ;",
        "1 2 3 4;\r\n\u{1A}",
        "1 2 3 4;\0\0",
        " 1 2 3 4\n;\n",
    ] {
        assert_eq!(with(data), whole, "{data:?}");
    }
    for data in ["1 2 3 4", "1 2 3 4;x", "1 2 3 \"4;", "1 2 3 4; 5"] {
        assert_eq!(with(data), damaged("DATA"), "{data:?}");
    }
    assert_eq!(with("1 2 3;"), Err(Problem::WrongSize { expected: 4, found: 3 }));
    assert_eq!(with("1 2 3 4 5;"), Err(Problem::WrongSize { expected: 4, found: 5 }));
    assert_eq!(with(";"), Err(Problem::WrongSize { expected: 4, found: 0 }));
    let changed = |from: &str, to: &str| px(&WHOLE.replace(from, to)).map(|_| ());
    assert_eq!(
        changed("HEADING=\"innehåll\",\"tid\"", "HEADING=\"innehåll\",\"grupp\""),
        damaged("STUB, HEADING")
    );
    assert_eq!(changed("VALUES(\"tid\")", "VALUES(\"år\")"), damaged("VALUES(\"tid\")"));
    assert_eq!(changed("NOTE=\"En not\";", "NOTE=\"En not;"), damaged("NOTE"));
    assert_eq!(changed("NOTE=\"En not\";", "NOTE[sv=\"En not\";"), damaged("NOTE"));
    assert_eq!(changed("TLIST(A1,\"2023\"-\"2024\")", "TLIST(A1,(\"2023\")-\"2024\")"), Ok(()));
}

#[test]
fn rows_of_a_sparse_px_file_begin_with_their_keys() {
    let sparse = |keys: &str, data: &str| {
        let head = WHOLE.split_once("DATA=").unwrap().0;
        let keys = format!("KEYS(\"region\")=\"{keys}\";KEYS(\"grupp\")=\"VALUES\";");
        px(&format!("{head}{keys}DATA={data}")).map(|seen| rows(&seen).join(" / "))
    };
    let second = Ok("1 Norr | Alla | - | - / 2 Söder | Alla | 5 | 6.00".to_owned());
    assert_eq!(sparse("CODES", "\"2\",\"Alla\",5 6;"), second);
    assert_eq!(sparse("VALUES", "\"Söder\",\"Alla\",5 6;"), second);
    let both = Ok("1 Norr | Alla | 7 | 8.00 / 2 Söder | Alla | 5 | 6.00".to_owned());
    assert_eq!(sparse("CODES", "\"2\",\"Alla\",5 6 \"1\",\"Alla\",7 8;"), both);
    for data in
        ["\"3\",\"Alla\",5 6;", "\"Söder\",\"Alla\",5 6;", "\"2\";", "\"2\",\"Alla\",5 6 \"2\",\"Alla\",5 6;"]
    {
        assert_eq!(sparse("CODES", data), damaged("DATA"), "{data}");
    }
    assert_eq!(sparse("CODES", "\"2\",\"Alla\",5;"), Err(Problem::WrongSize { expected: 2, found: 1 }));
    let twice = WHOLE.replace("\"Norr\",\"Söder\"", "\"Norr\",\"Norr\"");
    let twice = twice.replace("DATA=", "KEYS(\"region\")=\"VALUES\";DATA=");
    assert_eq!(px(&twice).map(|_| ()), Err(Problem::Damaged { part: "KEYS".to_owned() }));
}

#[test]
fn a_px_file_is_in_the_encoding_that_it_names() {
    let bytes: Vec<u8> = WHOLE.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let named = |name: &str| {
        let head = format!("CODEPAGE=\"{name}\";");
        let text = [head.as_bytes(), &bytes, b"\n"].concat();
        let text: Vec<u8> = text.iter().map(|byte| if *byte == 0xF6 { 0xA4 } else { *byte }).collect();
        let seen = read_bytes("a.px", &text).unwrap();
        (seen.rows.last().unwrap().1.clone(), seen.tables.first().unwrap().encoding)
    };
    assert_eq!(named("ISO-8859-15"), ("2 S€der | Alla | 3 | 4.125".to_owned(), Some(Encoding::Iso8859_15)));
    assert_eq!(named("iso-8859-1"), ("2 S¤der | Alla | 3 | 4.125".to_owned(), Some(Encoding::Windows1252)));
    // What contradicts UTF-8 far behind its first letters is read again.
    let late = [&b"TABLEID=\"\xC3\xB6 \xF6\";"[..], WHOLE.as_bytes()].concat();
    assert_eq!(
        read_bytes("a.px", &late).unwrap().tables.first().unwrap().encoding,
        Some(Encoding::Windows1252)
    );
}

const DATASET: &str = r#"{"version":"2.0","class":"dataset","label":"Titeln","note":["En not"],
  "id":["plats","mått","år"],"size":[2,2,1],"role":{"metric":["mått"],"time":["år"],"geo":["plats"]},
  "dimension":{
    "plats":{"label":"Platsen","category":{"index":["n","s"],"label":{"n":"Norr","s":"Söder"},"note":{"n":["Norr är nytt"]}}},
    "mått":{"category":{"index":{"y":1,"x":0},"label":{"x":"Antal","y":"Andel"},
      "unit":{"x":{"base":"personer","label":"antal","decimals":0},"y":{"symbol":"%","base":"procent","decimals":1}}}},
    "år":{"category":{"label":{"2023":"2023"}}}},
  "value":[1,2,null,4.25]}"#;

#[test]
fn a_dataset_tells_what_its_members_say() {
    let seen = json(DATASET).unwrap();
    assert_eq!(
        told(seen.tables.first().unwrap()),
        "Titeln / - / - / En not / Norr är nytt\n\
         plats Platsen Area rows: n=Norr; s=Söder;\n\
         mått mått Measure columns: x=Antal [personer]; y=Andel [%];\n\
         år år Time columns: 2023=2023;"
    );
    seen.shows(&["1: Platsen | Antal 2023 | Andel 2023", "2: n Norr | 1 | 2.0", "3: s Söder |  | 4.25"]);
    let unit = |unit: &str| {
        let seen =
            json(&DATASET.replace(r#"{"base":"personer","label":"antal","decimals":0}"#, unit)).unwrap();
        seen.tables.first().unwrap().dimensions[1].categories[0].unit.clone()
    };
    assert_eq!(unit(r#"{"label":"antal"}"#).as_deref(), Some("antal"));
    assert_eq!(unit(r#"{"symbol":"kr","label":"kronor"}"#).as_deref(), Some("kronor"));
    assert_eq!(unit(r#"{"symbol":"‰","label":"x"}"#).as_deref(), Some("‰"));
    assert_eq!(unit("{}"), None);
    // The first version has what it says of the dimensions among them.
    let inner = r#""id":["plats","mått","år"],"size":[2,2,1],"role":{"metric":["mått"],"time":["år"],"geo":["plats"]}"#;
    let first = DATASET
        .replace(&format!("{inner},"), "")
        .replace("\"dimension\":{", &format!("\"dimension\":{{{inner},"));
    assert_eq!(told(json(&first).unwrap().tables.first().unwrap()), told(seen.tables.first().unwrap()));
    assert_eq!(json(&DATASET.replace("\"Titeln\"", "\"\"")).unwrap().tables.first().unwrap().title, None);
}

#[test]
fn a_dataset_that_contradicts_itself_is_damaged() {
    let changed = |from: &str, to: &str| json(&DATASET.replace(from, to)).map(|_| ());
    assert_eq!(changed(r#""id":["plats","mått","år"],"#, ""), damaged("id"));
    assert_eq!(changed(r#""size":[2,2,1],"#, ""), damaged("size"));
    assert_eq!(changed("[2,2,1]", "[2,2]"), Err(Problem::WrongSize { expected: 3, found: 2 }));
    assert_eq!(changed("[2,2,1]", "[2,3,1]"), Err(Problem::WrongSize { expected: 3, found: 2 }));
    assert_eq!(changed(r#"["plats","mått","år"],"size""#, r#"["plats","plats","år"],"size""#), damaged("id"));
    assert_eq!(changed(r#""y":1,"x":0"#, r#""y":2,"x":0"#), damaged("dimension.mått.category.index"));
    assert_eq!(changed(r#""år":{"category""#, r#""tid":{"category""#), damaged("dimension.år"));
    assert_eq!(changed("[1,2,null,4.25]", "[]"), Err(Problem::OnlyMetadata));
    assert_eq!(changed("[1,2,null,4.25]", "[1,2,null]"), Err(Problem::WrongSize { expected: 4, found: 3 }));
    assert_eq!(changed("[1,2,null,4.25]", "{\"4\":1}"), Err(Problem::WrongSize { expected: 4, found: 4 }));
    assert_eq!(changed("[1,2,null,4.25]", "{\"3\":1}"), Ok(()));
}

#[test]
fn a_missing_value_has_the_symbol_that_its_status_is() {
    let with = |value: &str, status: &str| {
        let text =
            DATASET.replace("\"value\":[1,2,null,4.25]", &format!("\"value\":{value},\"status\":{status}"));
        rows(&json(&text).unwrap())
            .iter()
            .map(|row| row.split_once(" | ").unwrap().1.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(with("[1,2,null,null]", "[\"\",\"\",\"..\",\"-\"]"), ["1 | 2.0", ".. | -"]);
    assert_eq!(with("[1,2,null,null]", "{\"2\":\".\",\"3\":\"e\"}"), ["1 | 2.0", ". | .."]);
    assert_eq!(with("[1,2,null,null]", "\"..\""), ["1 | 2.0", ".. | .."]);
    assert_eq!(with("[1,2,null,null]", "[\"...\"]"), ["1 | 2.0", "... | ..."]);
    assert_eq!(with("[1,2,null,null]", "null"), ["1 | 2.0", " | "]);
    assert_eq!(with("[1,2,null,null]", "[null,null,\"..\",null]"), ["1 | 2.0", ".. | "]);
    // A nought that is said to be missing stands for none; that of a status for all values does not.
    assert_eq!(with("[0,0.0,0,1]", "{\"0\":\"..\",\"1\":\"..\",\"3\":\"..\"}"), [".. | ..", "0 | 1.0"]);
    assert_eq!(with("[0,0.0,0,1]", "{\"0\":\"-\",\"1\":\"e\"}"), ["0 | 0.0", "0 | 1.0"]);
    assert_eq!(with("[0,2,3,1]", "\"..\""), ["0 | 2.0", "3 | 1.0"]);
    assert_eq!(with("{\"0\":1,\"3\":\"x\"}", "{\"1\":\"..\"}"), ["1 | ..", " | x"]);
    assert_eq!(with("[1e2,5.82E1,\"a\\u00f6\",1]", "null"), ["100 | 58.2", "aö | 1.0"]);
}

#[test]
fn datasets_are_found_wherever_they_lie_and_what_else_there_is_named() {
    let names = |text: &str| {
        let seen = json(text).unwrap();
        seen.tables.iter().map(|table| table.sheet.clone().unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(names(&format!("[{DATASET},{DATASET}]")), ["1", "2"]);
    assert_eq!(names(&format!("{{\"a\":{DATASET},\"b\":{{\"c\":{DATASET}}}}}")), ["a", "c"]);
    assert_eq!(names(&format!("{{\"class\":\"collection\",\"link\":{{\"item\":[{DATASET}]}}}}")), [""]);
    let other = |text: &str| match json(text).map(|_| ()) {
        Err(Problem::OtherFormat { format }) => Some(format),
        _ => None,
    };
    assert_eq!(other("{\"type\":\"FeatureCollection\"}"), Some(OtherFormat::Map));
    assert_eq!(other("{\"type\":\"Topology\"}"), Some(OtherFormat::Map));
    assert_eq!(other("{\"class\":\"FeatureCollection\"}"), Some(OtherFormat::Map));
    assert_eq!(other("{\"type\":\"annat\"}"), Some(OtherFormat::Json));
    assert_eq!(other("{\"a\":1}\n{\"a\":2}"), Some(OtherFormat::Json));
    assert_eq!(other("[{\"a\": 1}]"), Some(OtherFormat::Json));
    assert_eq!(json("{\"a\":1}\n[2").map(|_| ()), Err(Problem::Damaged { part: "JSON, line 2".into() }));
    assert_eq!(json("{\"dimension\":{},\"size\":[]}").map(|_| ()), Err(Problem::OnlyMetadata));
    let deep = |depth: usize| json(&format!("{}{DATASET}{}", "[".repeat(depth), "]".repeat(depth))).is_ok();
    assert!(deep(3) && !deep(4));
}

#[test]
fn the_databases_own_json_has_keys_before_values() {
    let own = r#"{"columns":[{"code":"V","text":"Andel","type":"c"},{"code":"Region","text":"region","type":"d"},{"code":"Tid","type":"t"}],
        "data":[{"key":["0114R001","2023"],"values":["58.20"]},{"key":["0114R002","2023"],"values":[null]},{"key":["0114R003","2023"],"values":[5e1]}]}"#;
    let seen = json(own).unwrap();
    seen.shows(&[
        "1: region | Tid | Andel",
        "2: 0114R001 | 2023 | 58.20",
        "3: 0114R002 | 2023 | ",
        "4: 0114R003 | 2023 | 50",
    ]);
    let info = seen.tables.first().unwrap();
    assert_eq!((info.header_first, info.publisher), (true, true));
    let changed = |from: &str, to: &str| json(&own.replace(from, to)).map(|_| ());
    assert_eq!(
        changed("[\"0114R001\",\"2023\"]", "[\"0114R001\"]"),
        Err(Problem::WrongSize { expected: 3, found: 2 })
    );
    assert_eq!(
        changed("[\"58.20\"]", "[\"58.20\",\"1\"]"),
        Err(Problem::WrongSize { expected: 3, found: 4 })
    );
    let moved = "[\"0114R001\"],\"values\":[\"2023\",\"58.20\"]";
    let moved = changed("[\"0114R001\",\"2023\"],\"values\":[\"58.20\"]", moved);
    assert_eq!(moved, Err(Problem::WrongSize { expected: 3, found: 3 }));
}
