//! PX, the file format of PC-Axis.

use std::collections::BTreeMap;

use super::cube::{Decimals, Values, product, unfold};
use super::{
    Category, Decoder, Dimension, Encoding, Format, Interrupt, Limits, Options, Role, Sink, TableInfo,
    number, wide,
};
use crate::error::{Error, Problem};

/// Tells whether a text begins as a PX file does: with a keyword in capitals and `=`.
pub(super) fn is_px(head: &str) -> bool {
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    let keyword = head.split(['=', '[', '(']).next().unwrap_or_default();
    [
        "CHARSET",
        "AXIS-VERSION",
        "CODEPAGE",
        "LANGUAGE",
        "LANGUAGES",
        "CREATION-DATE",
        "MATRIX",
        "TITLE",
        "DECIMALS",
    ]
    .contains(&keyword)
        && head.len() > keyword.len()
}

/// Reads a PX file.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    options: &Options,
    limits: &Limits,
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let (text, encoding) = decode(bytes, options.encoding)?;
    let (keywords, data) = Keywords::read(&text)?;
    let names: Vec<&str> = keywords.list("STUB").chain(keywords.list("HEADING")).collect();
    if names.is_empty() {
        return Err(damaged("STUB"));
    }
    let (mut dimensions, mut decimals) = (Vec::new(), Vec::new());
    for name in &names {
        let dimension = keywords.dimension(name)?;
        let whole = keywords.first("SHOWDECIMALS").or_else(|| keywords.first("DECIMALS"));
        let whole = whole.and_then(|text| text.parse().ok());
        let own = |category: &Category| -> Option<u32> {
            keywords.entry("PRECISION", &[name, &category.label])?.first()?.parse().ok()
        };
        let is_content = keywords.first("CONTVARIABLE") == Some(name);
        let listed =
            dimension.categories.iter().map(|category| own(category).or(whole.filter(|_| is_content)));
        decimals.push(listed.collect::<Vec<_>>());
        dimensions.push(dimension);
    }
    if decimals.iter().flatten().all(Option::is_none) {
        let whole = keywords.first("SHOWDECIMALS").or_else(|| keywords.first("DECIMALS"));
        let whole: Option<u32> = whole.and_then(|text| text.parse().ok());
        decimals.iter_mut().take(1).flatten().for_each(|decimals| *decimals = whole);
    }
    let cells = product(dimensions.iter().map(|dimension| wide(dimension.categories.len())), limits)?;
    let shown = Decimals::find(&dimensions, &decimals);
    let info = TableInfo {
        encoding: Some(encoding),
        title: keywords.first("DESCRIPTION").or_else(|| keywords.first("TITLE")).map(str::to_owned),
        header_first: true,
        publisher: true,
        contents: keywords.first("CONTENTS").map(str::to_owned),
        units: keywords.first("UNITS").map(str::to_owned),
        dimensions: dimensions.as_slice().into(),
        ..TableInfo::of(file, Format::Px)
    };
    if keywords.values.keys().any(|(keyword, _)| *keyword == "KEYS") {
        let sparse = read_sparse(data, &keywords, &dimensions, &shown, cells)?;
        // A row that is left out is one of nothing, "nil" in the format's own words.
        let value = |index: u64| sparse.get(&index).map_or("-", String::as_str);
        return unfold(&info, &value, limits, interrupt, sink);
    }
    let mut values = Values::default();
    for token in Tokens(data) {
        let token = token?;
        if values.len() == cells {
            return Err(Problem::WrongSize { expected: cells, found: cells.saturating_add(1) }.into());
        }
        values.push(&number::with_decimals(token.text(), shown.of(values.len())));
    }
    if values.len() != cells {
        return Err(Problem::WrongSize { expected: cells, found: values.len() }.into());
    }
    unfold(&info, &|index| values.get(index), limits, interrupt, sink)
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

fn damaged(part: &str) -> Error {
    Problem::Damaged { part: part.to_owned() }.into()
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
        // TIMEVAL begins with the kind of time; its values stand in for codes.
        let labels =
            self.entry("VALUES", &[name]).or(codes).ok_or_else(|| damaged(&format!("VALUES(\"{name}\")")))?;
        let codes = codes.filter(|codes| codes.len() == labels.len()).unwrap_or(labels);
        let variable =
            self.entry("VARIABLECODE", &[name]).and_then(<[String]>::first).map_or(name, String::as_str);
        let categories = codes
            .iter()
            .zip(labels)
            .map(|(code, label)| Category { code: code.clone(), label: label.clone(), unit: None })
            .collect();
        let is_area = self.entry("MAP", &[name]).is_some()
            || super::is_area_variable(variable)
            || super::is_area_variable(name);
        let role = match self.first("CONTVARIABLE") == Some(name) {
            true => Role::Measure,
            false if self.entry("TIMEVAL", &[name]).is_some() => Role::Time,
            false if is_area => Role::Area,
            false => Role::Other,
        };
        Ok(Dimension {
            code: variable.to_owned(),
            label: name.to_owned(),
            role,
            in_columns: matches!(role, Role::Measure | Role::Time),
            categories,
        })
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

/// One value of the data.
enum Token<'a> {
    Bare(&'a str),
    Quoted(&'a str),
}

impl<'a> Token<'a> {
    fn text(&self) -> &'a str {
        match self {
            Self::Bare(text) | Self::Quoted(text) => text,
        }
    }
}

/// The values behind `DATA=`, up to the semicolon.
struct Tokens<'a>(&'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = Result<Token<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let is_blank = |c: char| matches!(c, ' ' | ',' | '\t' | '\r' | '\n');
        let rest = self.0.trim_start_matches(is_blank);
        if rest.is_empty() || rest.starts_with(';') {
            return None;
        }
        if let Some(behind) = rest.strip_prefix('"') {
            let Some((text, behind)) = behind.split_once('"') else {
                self.0 = "";
                return Some(Err(damaged("DATA")));
            };
            self.0 = behind;
            return Some(Ok(Token::Quoted(text)));
        }
        let length = rest.find(|c: char| is_blank(c) || matches!(c, ';' | '"')).unwrap_or(rest.len());
        let (text, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        self.0 = behind;
        Some(Ok(Token::Bare(text)))
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
    let width: u64 = dimensions.iter().skip(stub).map(|dimension| wide(dimension.categories.len())).product();
    let (mut values, mut tokens) = (BTreeMap::new(), Tokens(data));
    while let Some(first) = tokens.next() {
        let (mut row, mut token) = (0_u64, first?);
        for (at, lookup) in lookups.iter().enumerate() {
            if at > 0 {
                token = tokens.next().ok_or_else(|| damaged("DATA"))??;
            }
            let position = lookup.get(token.text()).ok_or_else(|| damaged("DATA"))?;
            row = row.saturating_mul(wide(lookup.len())).saturating_add(*position);
        }
        for column in 0..width {
            let value = tokens.next().ok_or(Problem::WrongSize { expected: width, found: column })??;
            let index = row.saturating_mul(width).saturating_add(column);
            if index < cells {
                values.insert(index, number::with_decimals(value.text(), shown.of(index)));
            }
        }
    }
    Ok(values)
}
