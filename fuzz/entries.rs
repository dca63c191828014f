//! What the fuzzer hands each input to, and what must hold of the answer. `tests/corpus.rs` replays the seeds through
//! the same functions.

use std::io::{Cursor, Write};

use troskel::areas::{FileImport, Loaded, Pass, Settings, import, in_passes, join, join_all};
use troskel::criteria::{CriteriaSet, sets};
use troskel::document::Document;
use troskel::output::work::Work;
use troskel::output::{link, record};
use troskel::table::{Limits, Never, Options, Reader, Record, read};
use troskel::{Error, Problem};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A reader by name, and the function that takes one input and tells whether it could be read.
pub(crate) type Entry = (&'static str, fn(&[u8]) -> bool);

/// All entries; each has a target and a folder of seeds of its name.
pub(crate) const ENTRIES: [Entry; 13] = [
    ("csv", csv),
    ("json_stat", json_stat),
    ("px", px),
    ("xlsx", xlsx),
    ("ods", ods),
    ("xls", xls),
    ("zip", any),
    ("damage", damage),
    ("areas", areas),
    ("rows", plain_rows),
    ("document", document),
    ("link", links),
    ("record", records),
];

/// Limits that an input of a few kilobytes can reach.
fn limits() -> Limits {
    Limits {
        bytes: 1 << 20,
        document_bytes: 1 << 20,
        inflated_bytes: 4 << 20,
        cells: 1 << 18,
        unwritten: 1 << 16,
        text_bytes: 16 << 20,
        columns: 1 << 10,
        row_length: 1 << 16,
        members: 8,
    }
}

/// Reads a file at once, and returns its records or the code of the error.
fn rows(bytes: &[u8]) -> Result<Vec<String>, &'static str> {
    let mut rows = Vec::new();
    let mut sink = |record: &Record<'_>| {
        rows.push(format!("{} {:?}", record.line(), record.cells().collect::<Vec<_>>()));
    };
    read("a", bytes, &Options::default(), &limits(), &mut sink).map_err(|error| error.code())?;
    Ok(rows)
}

/// Reads any file.
pub(crate) fn any(bytes: &[u8]) -> bool {
    rows(bytes).is_ok_and(|rows| !rows.is_empty())
}

/// Reads delimited text, which must not depend on the chunks that it arrives in.
pub(crate) fn csv(bytes: &[u8]) -> bool {
    let whole = rows(bytes);
    let mut in_chunks = Vec::new();
    let mut sink = |record: &Record<'_>| {
        in_chunks.push(format!("{} {:?}", record.line(), record.cells().collect::<Vec<_>>()));
    };
    let mut reader = Reader::new("a", &Options::default(), &limits());
    let pushed = bytes.chunks(7).try_for_each(|chunk| reader.push(chunk, &mut sink));
    let done = pushed.and_then(|()| reader.finish(&Never, &mut sink)).map_err(|error| error.code());
    match done {
        // Then the file is read again in another encoding, which only the whole was.
        Err("not-utf8") => {}
        Err(code) => assert_eq!(whole, Err(code)),
        Ok(()) => assert_eq!(whole.as_ref(), Ok(&in_chunks)),
    }
    whole.is_ok_and(|rows| !rows.is_empty())
}

/// Reads JSON-stat.
pub(crate) fn json_stat(bytes: &[u8]) -> bool {
    any(&[b"{", bytes].concat())
}

/// Reads PX.
pub(crate) fn px(bytes: &[u8]) -> bool {
    any(&[b"CHARSET=\"ANSI\";", bytes].concat())
}

/// Packs the parts of a workbook; of as many parts as there are the input is cut at each line `---`.
fn packed(names: &[&str], fixed: &[(&str, &str)], bytes: &[u8]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let text = String::from_utf8_lossy(bytes);
    let parts = names.iter().copied().zip(text.split("\n---\n"));
    for (name, part) in fixed.iter().copied().chain(parts) {
        zip.start_file(name, options).ok()?;
        zip.write_all(part.as_bytes()).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// Reads an XLSX workbook whose sheet, texts, styles and list of sheets are the input.
pub(crate) fn xlsx(bytes: &[u8]) -> bool {
    workbook(bytes).is_some_and(|file| any(&file))
}

/// Packs a workbook whose sheet, texts and styles are the input.
fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    const WORKBOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>"#;
    const RELATIONS: &str = r#"<Relationships><Relationship Id="1" Type="x/worksheet" Target="worksheets/s.xml"/><Relationship Id="2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="3" Type="x/styles" Target="styles.xml"/></Relationships>"#;
    let names = ["xl/worksheets/s.xml", "xl/sharedStrings.xml", "xl/styles.xml"];
    let fixed = [("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", RELATIONS)];
    packed(&names, &fixed, bytes)
}

/// Reads an ODS spreadsheet whose content is the input.
pub(crate) fn ods(bytes: &[u8]) -> bool {
    let two = packed(&["content.xml", "META-INF/manifest.xml"], &[], bytes);
    let one = packed(&["content.xml"], &[("META-INF/manifest.xml", "<manifest/>")], bytes);
    [two, one].into_iter().flatten().fold(false, |read, file| read | any(&file))
}

/// Reads an XLS workbook whose stream is the input, and the input as a compound file.
pub(crate) fn xls(bytes: &[u8]) -> bool {
    any(&compound(bytes)) | any(&[&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], bytes].concat())
}

/// Makes a compound file with one stream, `Workbook`, of at most 60 kB.
fn compound(stream: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    let stream = stream.get(..60_000.min(stream.len())).unwrap_or_default();
    let sectors = u32::try_from(stream.len().div_ceil(SECTOR)).unwrap_or(0);
    let mut file = vec![0_u8; SECTOR];
    let mut put = |at: usize, bytes: &[u8]| {
        if let Some(place) = file.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    };
    put(0, &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    put(30, &9_u16.to_le_bytes());
    // The directory is in sector 1; no stream is short; no table of tables; one table, in sector 0.
    put(48, &1_u32.to_le_bytes());
    put(68, &u32::MAX.to_le_bytes());
    put(76, &[0xFF; SECTOR - 76]);
    put(76, &0_u32.to_le_bytes());
    let mut next = vec![0xFFFF_FFFD, 0xFFFF_FFFE];
    next.extend((1..=sectors).map(|at| if at == sectors { 0xFFFF_FFFE } else { at + 2 }));
    next.resize(SECTOR / 4, u32::MAX);
    file.extend(next.iter().flat_map(|sector| sector.to_le_bytes()));
    let mut entry: Vec<u8> = "Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(128, 0);
    let length = u32::try_from(stream.len()).unwrap_or(0);
    let first = if sectors == 0 { 0xFFFF_FFFE } else { 2_u32 };
    for (at, bytes) in [(64, 18_u32), (116, first), (120, length)] {
        if let Some(place) = entry.get_mut(at..at + 4) {
            place.copy_from_slice(&bytes.to_le_bytes());
        }
    }
    entry.resize(SECTOR, 0);
    file.extend(entry);
    file.extend(stream);
    file
}

/// A good file of each format: its name, its bytes, and whether the format itself promises that they are whole.
fn good_files() -> Vec<(&'static str, Vec<u8>, bool)> {
    let sheet = r#"<worksheet><sheetData><row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row r="2"><c t="s"><v>2</v></c><c s="1"><v>0.582</v></c></row><row r="3"><c t="inlineStr"><is><t>0114R002</t></is></c><c s="1"><v>0.6</v></c></row></sheetData><mergeCells><mergeCell ref="A5:B5"/></mergeCells></worksheet>"#;
    let texts = "<sst><si><t>kod</t></si><si><t>Valdeltagande</t></si><si><t>0114R001</t></si></sst>";
    let styles = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>"#;
    let parts = [sheet, texts, styles].join("\n---\n");
    let content = r#"<d xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="B"><table:table-row><table:table-cell><text:p>kod</text:p></table:table-cell><table:table-cell><text:p>Valdeltagande</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>0114R001</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="58.2"><text:p>58,2</text:p></table:table-cell></table:table-row></table:table></d>"#;
    let csv = "kod;Valdeltagande\n0114R001;58,2\n0114R002;60,0\n";
    let px = "CHARSET=\"ANSI\";STUB=\"region\";HEADING=\"tid\";VALUES(\"region\")=\"0114R001\",\"0114R002\";VALUES(\"tid\")=\"2018\",\"2022\";DATA=58.2 60.0 61.1 59.9;";
    let json = r#"{"class":"dataset","id":["region"],"size":[2],"dimension":{"region":{"category":{"index":["0114R001","0114R002"]}}},"value":[58.2,60.0]}"#;
    let xls = include_bytes!("../tests/fixtures/good/omraden.xls");
    let ods = packed(&["content.xml"], &[("META-INF/manifest.xml", "<manifest/>")], content.as_bytes());
    let zip = packed(&["a.csv", "b.csv"], &[], format!("{csv}\n---\n{csv}").as_bytes());
    vec![
        ("a.xlsx", workbook(parts.as_bytes()).unwrap_or_default(), true),
        ("a.ods", ods.unwrap_or_default(), true),
        ("a.zip", zip.unwrap_or_default(), true),
        ("a.xls", xls.to_vec(), false),
        ("a.px", px.as_bytes().to_vec(), false),
        ("a.json", json.as_bytes().to_vec(), false),
    ]
}

/// Damages a good file by flipped bits, cuts and swaps. What is read of it is what was there, or it is refused: an archive
/// has checksums, so that this holds for all damage. The other formats have none, a digit may become another unseen, and it
/// holds for cuts; delimited text has not even an end, and is left out.
pub(crate) fn damage(bytes: &[u8]) -> bool {
    let files = good_files();
    let Some((which, ops)) = bytes.split_first() else { return false };
    let Some((name, good, checked)) = files.get(usize::from(*which) % files.len()) else { return false };
    let whole = figures(name, good);
    assert!(whole.as_ref().is_ok_and(|rows| rows.len() > 1), "{name} is good: {whole:?}");
    let mut file = good.clone();
    for op in ops.chunks_exact(5) {
        let at = |high: usize, low: usize| {
            let number = usize::from(op.get(high).copied().unwrap_or(0)) << 8;
            (number | usize::from(op.get(low).copied().unwrap_or(0))) % file.len().max(1)
        };
        let (one, other) = (at(1, 2), at(3, 4));
        match op.first().map_or(0, |kind| kind % 4) {
            0 => file.truncate(one),
            1 if *checked && !file.is_empty() => file.swap(one, other),
            _ if *checked => file.iter_mut().skip(one).take(1).for_each(|byte| *byte ^= 1 << (other % 8)),
            _ => file.truncate(file.len().saturating_sub(other % 16)),
        }
    }
    let read = figures(name, &file);
    if let Ok(rows) = &read {
        // What has lost its first bytes is another kind of file, and has none of the areas.
        let is_other = !rows.iter().any(|row| row.contains("0114R"));
        assert!(is_other || whole.as_ref() == Ok(rows), "{name}: {rows:?} instead of {whole:?}");
    }
    read == whole
}

/// Reads a file by name at once, and returns its cells, or the code of the error.
fn figures(name: &str, bytes: &[u8]) -> Result<Vec<String>, &'static str> {
    let mut rows = Vec::new();
    let mut sink = |record: &Record<'_>| rows.push(format!("{:?}", record.cells().collect::<Vec<_>>()));
    read(name, bytes, &Options::default(), &limits(), &mut sink).map_err(|error| error.code())?;
    Ok(rows)
}

/// Imports a file twice, once as another file, and joins both.
pub(crate) fn areas(bytes: &[u8]) -> bool {
    let Some(set) = sets::get("promemoria-2018") else { return false };
    let settings =
        Settings::new(&set).limits(limits()).max_areas(1 << 14).every_period(bytes.len().is_multiple_of(2));
    let (one, other) = bytes.split_at(bytes.len() / 2);
    let files = [bytes, one, other].map(|bytes| import("a", bytes, &settings).ok());
    let Ok(joined) = join(files.into_iter().flatten().collect(), &settings) else { return false };
    for table in &joined.tables {
        assert!(table.ledger.adds_up(), "each record and column stands in one account: {:?}", table.ledger);
    }
    for area in joined.areas.iter() {
        assert!(area.code().is_some() || area.name().is_some(), "an area is known by something");
        assert!(area.municipality().is_none_or(|code| code.len() == 4));
    }
    true
}

/// As many records the tables of [`plain_rows`] are recognised by.
const HEAD: usize = 20;

/// Reads rows behind those that their table is recognised by: as plain rows, in pieces, on several threads, and one by one.
/// The first byte tells the delimiter and whether the columns are counts.
pub(crate) fn plain_rows(bytes: &[u8]) -> bool {
    let Some(set) = sets::get("promemoria-2018") else { return false };
    let Some((kind, rows)) = bytes.split_first() else { return false };
    let columns = if kind & 4 == 0 {
        "Sysselsättningsgrad;Låg utbildning;Valdeltagande"
    } else {
        "Förvärvsarbetande;Befolkning;Valdeltagande"
    };
    let mut head = vec![format!("kod;namn;{columns}")];
    head.extend((1..HEAD).map(|at| format!("0114A{at:04};Norr;{at};{};{}", 60 + at, 70 + at)));
    let delimiter = match kind & 3 {
        1 => "\t",
        2 => ",",
        _ => ";",
    };
    let head = head.join("\n").replace(';', delimiter);
    let text = [head.as_bytes(), b"\n", rows].concat();
    let plain = Settings::new(&set).limits(limits()).sample(HEAD);
    let told = told(import("a", &text, &plain), &plain);
    let in_pieces = |mut import: FileImport<_>| {
        text.chunks(999).try_for_each(|piece| import.push(piece)).and_then(|()| import.finish(&Never))
    };
    let on_threads =
        |import: FileImport<_>| import.read_from(text.as_slice()).unwrap_or(Err(Problem::Cancelled.into()));
    assert_eq!(told, self::told(passes(&plain, &in_pieces), &plain));
    assert_eq!(told, self::told(passes(&plain, &on_threads), &plain));
    // Lines that might have more columns than that are split off one by one.
    let slow = Settings::new(&set).limits(Limits { columns: 12, ..limits() }).sample(HEAD);
    let one_by_one = import("a", &text, &slow);
    if one_by_one.is_ok() {
        assert_eq!(told, self::told(one_by_one, &slow));
    }
    told.is_ok()
}

/// Imports in as many passes as it takes.
fn passes<'a>(
    settings: &'a Settings,
    read: &dyn Fn(FileImport<&'a Settings>) -> Result<Pass, Error>,
) -> Result<Loaded, Error> {
    in_passes(|hints| read(FileImport::again("a", settings, hints)))
}

/// All that is told of an imported file, or the code of the error.
fn told(loaded: Result<Loaded, Error>, settings: &Settings) -> Result<Vec<String>, &'static str> {
    let joined = loaded.and_then(|loaded| join_all(vec![loaded], settings)).map_err(|error| error.code())?;
    let areas = joined.areas.iter().map(|area| {
        let figures: Vec<_> = (0..4).map(|at| area.figure(at).map(|figure| figure.to_string())).collect();
        format!("{:?} {figures:?}", (area.code(), area.name(), area.division(), area.line()))
    });
    let rejected = joined.rejected.entries().iter().map(|rejected| format!("{rejected:?}"));
    let understood = joined.tables.iter().map(|table| format!("{table:?}"));
    Ok(areas.chain(rejected).chain(understood).collect())
}

/// Reads JSON; what is written of it reads as the same, and a criteria set can be made of it or can't.
pub(crate) fn document(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let Ok(document) = Document::from_json(text) else { return false };
    assert_eq!(Document::from_json(&document.to_json()).ok().as_ref(), Some(&document));
    CriteriaSet::from_document(&document).is_ok()
}

fn work(text: &str) -> Option<Work> {
    Work::from_document(&Document::from_json(text).ok()?).ok()
}

/// Opens a link; a work goes through a link unchanged.
pub(crate) fn links(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let read = link::read(text).is_ok();
    if let Some(work) = work(text)
        && let Ok(address) = link::write(&work)
    {
        assert_eq!(link::read(&address).map(|opened| opened.work), Ok(work));
        return true;
    }
    read
}

/// Checks a record, in its page or alone; a record that is made of a work holds.
pub(crate) fn records(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let document = Document::from_json(record::embedded(text).unwrap_or(text));
    let verified = document.is_ok_and(|document| record::verify(&document).is_ok());
    let Ok(set) = Document::from_json(sets::PROMEMORIA_2018) else { return false };
    if let Some(work) = work(text)
        && let Ok(made) = record::record(&work, &set, "2026-11-23")
        && let Ok(made) = Document::of(&made)
    {
        let held = record::verify(&made).map(|found| found.problems);
        assert_eq!(held, Ok(Vec::new()), "a record holds as it was made");
        assert_eq!(Document::from_json(&record::embed(&made)), Ok(made));
        return true;
    }
    verified
}
