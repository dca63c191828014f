//! PX, the file format of PC-Axis.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::archive::damaged;
use super::budget::Budget;
use super::cube::{Decimals, has_area_codes, lay_out, product, unfold};
use super::values::Values;
use super::{
    Category, Decoder, Dimension, Encoding, Format, Interrupt, Limits, Options, Role, Sink, TableInfo,
    number, wide,
};
use crate::error::{Error, Problem};

/// The keywords of the format; any of them may be the first.
const KEYWORDS: &str = "AGGREGALLOWED ATTRIBUTE-ID ATTRIBUTE-TEXT ATTRIBUTES AUTOPEN AXIS-VERSION BASEPERIOD CELLNOTE \
CELLNOTEX CFPRICES CHARSET CODEPAGE CODES CONFIDENTIAL CONTACT CONTENTS CONTVARIABLE COPYRIGHT CREATION-DATE DATABASE \
DATANOTE DATANOTECELL DATANOTESUM DATASYMBOL1 DATASYMBOL2 DATASYMBOL3 DATASYMBOL4 DATASYMBOL5 DATASYMBOL6 DATASYMBOLNIL \
DATASYMBOLSUM DAYADJ DECIMALS DEFAULT-GRAPH DESCRIPTION DESCRIPTIONDEFAULT DIRECTORY-PATH DOMAIN DOUBLECOLUMN \
ELIMINATION FIRST-PUBLISHED HEADING HIERARCHIES HIERARCHYLEVELS HIERARCHYLEVELSOPEN HIERARCHYNAMES INFO INFOFILE KEYS \
LANGUAGE LANGUAGES LAST-UPDATED LINK MAP MATRIX META-ID NEXT-UPDATE NOTE NOTEX OFFICIAL-STATISTICS PARTITIONED \
PRECISION PRESTEXT PX-SERVER REFPERIOD ROUNDING SEASADJ SHOWDECIMALS SOURCE STOCKFA STUB SUBJECT-AREA SUBJECT-CODE \
SURVEY SYNONYMS TABLEID TIMEVAL TITLE UNITS UPDATE-FREQUENCY VALUENOTE VALUENOTEX VALUES VARIABLE-TYPE VARIABLECODE";

/// Tells whether a text begins as a PX file does: with a keyword and `=`.
pub(super) fn is_px(head: &str) -> bool {
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    let keyword = head.split(['=', '[', '(']).next().unwrap_or_default();
    head.len() > keyword.len() && KEYWORDS.split(' ').any(|known| known == keyword)
}

/// Reads a PX file.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    options: &Options,
    (limits, budget): (&Limits, &Budget),
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let (text, encoding) = decode(bytes, options.encoding)?;
    let (keywords, data) = Keywords::read(&text)?;
    let names: Vec<&str> = keywords.list("STUB").chain(keywords.list("HEADING")).collect();
    if names.is_empty() {
        return Err(damaged("STUB"));
    }
    let distinct: BTreeSet<&str> = names.iter().copied().collect();
    if distinct.len() != names.len() {
        return Err(damaged("STUB, HEADING"));
    }
    let mut dimensions = names.iter().map(|name| keywords.dimension(name)).collect::<Result<Vec<_>, _>>()?;
    let cells = product(dimensions.iter().map(|dimension| wide(dimension.categories.len())), budget)?;
    let decimals = keywords.decimals(&dimensions);
    let in_heading: BTreeSet<&str> = keywords.list("HEADING").collect();
    lay_out(&mut dimensions, |dimension| in_heading.contains(dimension.label.as_str()), limits);
    let shown = Decimals::find(&dimensions, &decimals);
    let is_sparse = keywords.values.keys().any(|(keyword, _)| *keyword == "KEYS");
    let (mut values, mut sparse) = (Values::default(), BTreeMap::new());
    if is_sparse {
        sparse = read_sparse(data, &keywords, &dimensions, &shown, cells)?;
    } else {
        let mut tokens = Tokens::new(data);
        while let Some(token) = tokens.next()? {
            if values.len() == cells {
                return Err(Problem::WrongSize { expected: cells, found: cells.saturating_add(1) }.into());
            }
            values.push(&number::with_decimals(token, shown.of(values.len())));
        }
        if values.len() != cells {
            return Err(Problem::WrongSize { expected: cells, found: values.len() }.into());
        }
    }
    let told = |keyword| keywords.first(keyword).filter(|text| !text.is_empty()).map(str::to_owned);
    let info = TableInfo {
        encoding: Some(encoding),
        title: told("DESCRIPTION").or_else(|| told("TITLE")),
        contents: told("CONTENTS"),
        units: told("UNITS"),
        notes: notes(&keywords),
        header_first: true,
        publisher: true,
        dimensions: dimensions.into(),
        ..TableInfo::of(file, Format::Px)
    };
    let value =
        |index: u64| if is_sparse { sparse.get(&index).map(String::as_str) } else { values.find(index) };
    // A row that is left out is one of nothing, "nil" in the format's own words.
    unfold(&info, &value, &|_| "-", (limits, budget), interrupt, sink)
}

/// Returns what is noted about the whole table, an index's base among it.
fn notes(keywords: &Keywords<'_>) -> Arc<[String]> {
    let base = keywords.list("BASEPERIOD").map(|base| format!("Index {base}"));
    let of_values = keywords.values.iter().filter(|((keyword, _), _)| keyword.starts_with("VALUENOTE"));
    ["NOTE", "NOTEX"]
        .iter()
        .flat_map(|keyword| keywords.list(keyword))
        .chain(of_values.flat_map(|(_, texts)| texts.iter().map(String::as_str)))
        .map(str::to_owned)
        .chain(base)
        .collect()
}

/// Decodes the file; `CODEPAGE` decides between the encodings of eight bits.
fn decode(bytes: &[u8], overruled: Option<Encoding>) -> Result<(String, Encoding), Error> {
    let attempt = |encoding| {
        let (mut text, mut decoder) = (String::new(), Decoder::new(encoding));
        decoder.decode(bytes, true, &mut text)?;
        Ok::<_, Error>((text, decoder.encoding()))
    };
    if overruled.is_some() {
        return attempt(overruled);
    }
    let head: Vec<u8> = bytes.iter().take(2048).map(u8::to_ascii_lowercase).collect();
    let latin_9 = head.windows(b"\"iso-8859-15\"".len()).any(|window| window == b"\"iso-8859-15\"");
    match attempt(None) {
        Ok((_, Encoding::Windows1252)) if latin_9 => attempt(Some(Encoding::Iso8859_15)),
        Err(error) if error.problem == Problem::NotUtf8 => attempt(Some(Encoding::Windows1252)),
        done => done,
    }
}

/// All keywords with their sub-keys and values; of several languages the first stands, which is the file's own.
struct Keywords<'a> {
    values: BTreeMap<(&'a str, Vec<String>), Vec<String>>,
}

impl<'a> Keywords<'a> {
    /// Reads everything up to `DATA=` and returns it with the text behind.
    fn read(text: &'a str) -> Result<(Self, &'a str), Error> {
        let mut values = BTreeMap::new();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let end = rest.find(['=', '[', '(']).ok_or_else(|| damaged("DATA"))?;
            let (keyword, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
            let keyword = keyword.trim();
            rest = behind;
            if let Some(behind) = rest.strip_prefix('[') {
                rest = behind.split_once(']').ok_or_else(|| damaged(keyword))?.1.trim_start();
            }
            let mut keys = Vec::new();
            if let Some(behind) = rest.strip_prefix('(') {
                (keys, rest) = list(behind, ')').ok_or_else(|| damaged(keyword))?;
            }
            rest = rest.trim_start().strip_prefix('=').ok_or_else(|| damaged(keyword))?;
            if keyword == "DATA" {
                return Ok((Self { values }, rest));
            }
            let (list, behind) = list(rest, ';').ok_or_else(|| damaged(keyword))?;
            values.entry((keyword, keys)).or_insert(list);
            rest = behind.trim_start();
        }
        Err(damaged("DATA"))
    }

    fn entry(&self, keyword: &'a str, keys: &[&str]) -> Option<&[String]> {
        let keys = keys.iter().map(ToString::to_string).collect();
        self.values.get(&(keyword, keys)).map(Vec::as_slice)
    }

    fn first(&self, keyword: &'a str) -> Option<&str> {
        self.entry(keyword, &[])?.first().map(String::as_str)
    }

    fn list(&self, keyword: &'a str) -> impl Iterator<Item = &str> {
        self.entry(keyword, &[]).unwrap_or_default().iter().map(String::as_str)
    }

    fn dimension(&self, name: &str) -> Result<Dimension, Error> {
        let codes = self.entry("CODES", &[name]);
        let missing = || damaged(&format!("VALUES(\"{name}\")"));
        let labels = self.entry("VALUES", &[name]).or(codes).ok_or_else(missing)?;
        let codes = codes.filter(|codes| codes.len() == labels.len()).unwrap_or(labels);
        let variable =
            self.entry("VARIABLECODE", &[name]).and_then(<[String]>::first).map_or(name, String::as_str);
        let unit = |label: &str| self.entry("UNITS", &[label]).and_then(<[String]>::first).cloned();
        let is_contents = self.first("CONTVARIABLE") == Some(name);
        let categories: Vec<Category> = codes
            .iter()
            .zip(labels)
            .map(|(code, label)| Category {
                code: code.clone(),
                label: label.clone(),
                unit: is_contents.then(|| unit(label)).flatten(),
            })
            .collect();
        let is_area = self.entry("MAP", &[name]).is_some()
            || super::is_area_variable(variable)
            || super::is_area_variable(name)
            || has_area_codes(&categories);
        let role = match self.entry("TIMEVAL", &[name]).is_some() {
            _ if is_contents => Role::Measure,
            true => Role::Time,
            false if is_area => Role::Area,
            false => Role::Other,
        };
        Ok(Dimension {
            code: variable.to_owned(),
            label: name.to_owned(),
            role,
            in_columns: false,
            categories,
        })
    }

    /// Returns how many decimals the values are published with, for each category of each dimension.
    fn decimals(&self, dimensions: &[Dimension]) -> Vec<Vec<Option<u32>>> {
        let whole = self.first("SHOWDECIMALS").or_else(|| self.first("DECIMALS"));
        let whole: Option<u32> = whole.and_then(|text| text.trim().parse().ok());
        let mut decimals: Vec<Vec<Option<u32>>> = Vec::new();
        for dimension in dimensions {
            let own = |category: &Category| -> Option<u32> {
                self.entry("PRECISION", &[&dimension.label, &category.label])?.first()?.parse().ok()
            };
            let of_all = whole.filter(|_| dimension.role == Role::Measure);
            decimals.push(dimension.categories.iter().map(|category| own(category).or(of_all)).collect());
        }
        if decimals.iter().flatten().all(Option::is_none) {
            decimals.iter_mut().take(1).flatten().for_each(|decimals| *decimals = whole);
        }
        decimals
    }
}

/// Reads a list of values up to `end` and returns it with the text behind; strings in pieces are joined.
fn list(text: &str, end: char) -> Option<(Vec<String>, &str)> {
    let (mut values, mut value) = (Vec::new(), String::new());
    let mut rest = text.trim_start();
    loop {
        if let Some(behind) = rest.strip_prefix('"') {
            let (piece, behind) = behind.split_once('"')?;
            value.push_str(piece);
            rest = behind.trim_start();
        } else if let Some(behind) = rest.strip_prefix(end) {
            values.push(value);
            return Some((values, behind));
        } else if let Some(behind) = rest.strip_prefix(',') {
            values.push(std::mem::take(&mut value));
            rest = behind.trim_start();
        } else {
            let length = bare(rest, end)?;
            let (piece, behind) = rest.split_at_checked(length)?;
            value.push_str(piece.trim_end());
            rest = behind.trim_start();
        }
    }
}

/// Returns the length of an unquoted value, in which brackets belong together: `TLIST(A1,"2020"-"2021")`.
fn bare(text: &str, end: char) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, character) in text.char_indices() {
        match character {
            _ if depth == 0 && (character == end || matches!(character, ',' | '"')) => return Some(at),
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

/// The values behind `DATA=`, up to the semicolon, behind which nothing follows.
struct Tokens<'a>(&'a str);

impl<'a> Tokens<'a> {
    fn new(data: &'a str) -> Self {
        Self(data)
    }

    /// Returns the next value; `None` behind the last one.
    fn next(&mut self) -> Result<Option<&'a str>, Error> {
        let is_blank = |c: char| matches!(c, ' ' | ',' | '\t' | '\r' | '\n');
        let rest = self.0.trim_start_matches(is_blank);
        if let Some(behind) = rest.strip_prefix(';') {
            // DOS ends a text with U+001A.
            let is_end = behind.chars().all(|c| c.is_whitespace() || matches!(c, '\0' | '\u{1A}'));
            return if is_end { Ok(None) } else { Err(damaged("DATA")) };
        }
        let (token, behind) = if let Some(behind) = rest.strip_prefix('"') {
            behind.split_once('"').ok_or_else(|| damaged("DATA"))?
        } else {
            let end = rest.find(|c: char| is_blank(c) || matches!(c, ';' | '"'));
            rest.split_at_checked(end.ok_or_else(|| damaged("DATA"))?).ok_or_else(|| damaged("DATA"))?
        };
        self.0 = behind;
        Ok(Some(token))
    }

    /// Returns the next value where one must follow.
    fn expect(&mut self) -> Result<&'a str, Error> {
        self.next()?.ok_or_else(|| damaged("DATA"))
    }
}

/// Reads rows that each begin with the keys of the stub, `"0114","1",5 7 9`.
fn read_sparse(
    data: &str,
    keywords: &Keywords<'_>,
    dimensions: &[Dimension],
    shown: &Decimals<'_>,
    cells: u64,
) -> Result<BTreeMap<u64, String>, Error> {
    let stub = keywords.list("STUB").count();
    let lookups: Vec<BTreeMap<&str, u64>> = dimensions
        .iter()
        .take(stub)
        .map(|dimension| {
            let by_code = keywords
                .entry("KEYS", &[&dimension.label])
                .and_then(<[String]>::first)
                .is_some_and(|k| k == "CODES");
            let names = dimension
                .categories
                .iter()
                .map(|category| if by_code { &category.code } else { &category.label });
            names.map(String::as_str).zip(0..).collect()
        })
        .collect();
    let width = dimensions
        .iter()
        .skip(stub)
        .fold(1_u64, |width, dimension| width.saturating_mul(wide(dimension.categories.len())));
    // A name that stands twice could mean either.
    if lookups.iter().zip(dimensions).any(|(lookup, dimension)| lookup.len() != dimension.categories.len()) {
        return Err(damaged("KEYS"));
    }
    let (mut values, mut tokens) = (BTreeMap::new(), Tokens::new(data));
    while let Some(first) = tokens.next()? {
        let (mut row, mut token) = (0_u64, first);
        for (at, lookup) in lookups.iter().enumerate() {
            if at > 0 {
                token = tokens.expect()?;
            }
            let position = lookup.get(token).ok_or_else(|| damaged("DATA"))?;
            row = row.saturating_mul(wide(lookup.len())).saturating_add(*position);
        }
        for column in 0..width {
            let value = tokens.next()?.ok_or(Problem::WrongSize { expected: width, found: column })?;
            let index = row.saturating_mul(width).saturating_add(column);
            let text = number::with_decimals(value, shown.of(index));
            if index >= cells || values.insert(index, text).is_some() {
                return Err(damaged("DATA"));
            }
        }
    }
    Ok(values)
}
