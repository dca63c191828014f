//! JSON-stat, versions 1 and 2, with the digits of each number as written.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::cube::{Decimals, Values, product, unfold};
use super::{Category, Dimension, Format, Interrupt, Limits, Role, Sink, TableInfo, number, wide};
use crate::error::{Error, Problem};

/// Reads a JSON-stat dataset.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    limits: &Limits,
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| damaged("UTF-8"))?;
    let dataset = Dataset::find(text.trim_start_matches('\u{FEFF}'))?;
    let (ids, sizes, roles) = dataset.axes()?;
    let cells = product(sizes.iter().copied(), limits)?;
    let mut dimensions = Vec::new();
    let mut decimals = Vec::new();
    for (id, size) in ids.iter().zip(&sizes) {
        let raw = dataset.dimension.get(id.as_str()).ok_or_else(|| damaged(&format!("dimension.{id}")))?;
        let raw: RawDimension = parse(raw.get(), &format!("dimension.{id}"))?;
        let (dimension, units) = raw.dimension(id, *size, &roles)?;
        dimensions.push(dimension);
        decimals.push(units);
    }
    let values = Cells::read(&dataset, cells, &dimensions, &decimals)?;
    let info = TableInfo {
        title: dataset.label,
        header_first: true,
        publisher: true,
        dimensions: dimensions.as_slice().into(),
        ..TableInfo::of(file, Format::JsonStat)
    };
    unfold(&info, &|index| values.get(index), limits, interrupt, sink)
}

fn damaged(part: &str) -> Error {
    Problem::Damaged { part: part.to_owned() }.into()
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str, part: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|_| damaged(part))
}

/// A dataset with its parts still as text.
#[derive(Deserialize)]
struct Dataset<'a> {
    label: Option<String>,
    id: Option<Vec<String>>,
    size: Option<Vec<u64>>,
    role: Option<Roles>,
    #[serde(borrow)]
    dimension: BTreeMap<String, &'a RawValue>,
    #[serde(borrow)]
    value: Option<&'a RawValue>,
    #[serde(borrow)]
    status: Option<&'a RawValue>,
}

/// Which dimensions hold what.
#[derive(Debug, Default, Deserialize)]
struct Roles {
    #[serde(default)]
    time: Vec<String>,
    #[serde(default)]
    metric: Vec<String>,
    #[serde(default)]
    geo: Vec<String>,
}

impl<'a> Dataset<'a> {
    /// Finds the dataset: the document itself (version 2), or the first of its members that is one (version 1).
    fn find(text: &'a str) -> Result<Self, Error> {
        let members: BTreeMap<String, &'a RawValue> = serde_json::from_str(text).map_err(|error| {
            if error.is_data() {
                Problem::UnknownFormat.into()
            } else {
                damaged(&format!("JSON, line {}", error.line()))
            }
        })?;
        if members.contains_key("dimension") && members.contains_key("value") {
            return parse(text, "dataset");
        }
        if members.contains_key("dimension") && members.contains_key("size") {
            return Err(Problem::OnlyMetadata.into());
        }
        members
            .values()
            .find_map(|raw| {
                serde_json::from_str::<Dataset<'a>>(raw.get()).ok().filter(|dataset| dataset.value.is_some())
            })
            .ok_or_else(|| Problem::UnknownFormat.into())
    }

    /// Returns ids, sizes and roles, which version 1 keeps among the dimensions.
    fn axes(&self) -> Result<(Vec<String>, Vec<u64>, Roles), Error> {
        let inner = |name: &str| self.dimension.get(name).map(|raw| raw.get());
        let ids = match (&self.id, inner("id")) {
            (Some(ids), _) => ids.clone(),
            (None, Some(raw)) => parse(raw, "dimension.id")?,
            (None, None) => return Err(damaged("id")),
        };
        let sizes = match (&self.size, inner("size")) {
            (Some(sizes), _) => sizes.clone(),
            (None, Some(raw)) => parse(raw, "dimension.size")?,
            (None, None) => return Err(damaged("size")),
        };
        if sizes.len() != ids.len() || ids.is_empty() {
            return Err(Problem::WrongSize { expected: wide(ids.len()), found: wide(sizes.len()) }.into());
        }
        let roles = match (&self.role, inner("role")) {
            (Some(roles), _) => {
                Roles { time: roles.time.clone(), metric: roles.metric.clone(), geo: roles.geo.clone() }
            }
            (None, Some(raw)) => parse(raw, "dimension.role")?,
            (None, None) => Roles::default(),
        };
        Ok((ids, sizes, roles))
    }
}

/// A dimension as the document has it.
#[derive(Deserialize)]
struct RawDimension {
    label: Option<String>,
    category: RawCategories,
}

/// A dimension's categories as the document has them.
#[derive(Deserialize)]
struct RawCategories {
    index: Option<Index>,
    #[serde(default)]
    label: BTreeMap<String, String>,
    #[serde(default)]
    unit: BTreeMap<String, RawUnit>,
}

/// A category's order: codes in a list, or positions by code.
#[derive(Deserialize)]
#[serde(untagged)]
enum Index {
    List(Vec<String>),
    Positions(BTreeMap<String, u64>),
}

/// What a measure is in.
#[derive(Deserialize)]
struct RawUnit {
    decimals: Option<u32>,
}

impl RawDimension {
    /// Returns the dimension and the decimals of each of its categories.
    fn dimension(self, id: &str, size: u64, roles: &Roles) -> Result<(Dimension, Vec<Option<u32>>), Error> {
        let RawCategories { index, label: labels, unit: units } = self.category;
        let codes: Vec<String> = match index {
            Some(Index::List(codes)) => codes,
            Some(Index::Positions(positions)) => {
                let mut codes: Vec<_> = positions.into_iter().map(|(code, at)| (at, code)).collect();
                codes.sort_unstable();
                if codes.iter().zip(0..).any(|((at, _), rank)| *at != rank) {
                    return Err(damaged(&format!("dimension.{id}.category.index")));
                }
                codes.into_iter().map(|(_, code)| code).collect()
            }
            None => labels.keys().cloned().collect(),
        };
        if wide(codes.len()) != size {
            return Err(Problem::WrongSize { expected: size, found: wide(codes.len()) }.into());
        }
        let decimals = codes.iter().map(|code| units.get(code).and_then(|unit| unit.decimals)).collect();
        let has = |role: &[String]| role.iter().any(|name| name == id);
        let categories = codes
            .into_iter()
            .map(|code| Category { label: labels.get(&code).unwrap_or(&code).clone(), code, unit: None })
            .collect();
        let role = match has(&roles.metric) {
            true => Role::Measure,
            false if has(&roles.time) => Role::Time,
            false if has(&roles.geo) || super::is_area_variable(id) => Role::Area,
            false => Role::Other,
        };
        let dimension = Dimension {
            code: id.to_owned(),
            label: self.label.unwrap_or_else(|| id.to_owned()),
            role,
            in_columns: matches!(role, Role::Measure | Role::Time),
            categories,
        };
        Ok((dimension, decimals))
    }
}

/// The values by flat index.
enum Cells {
    Dense(Values),
    Sparse(BTreeMap<u64, String>, Status),
}

impl Cells {
    fn read(
        dataset: &Dataset<'_>,
        expected: u64,
        dimensions: &[Dimension],
        decimals: &[Vec<Option<u32>>],
    ) -> Result<Self, Error> {
        let status = match dataset.status {
            Some(raw) => Status::read(raw.get())?,
            None => Status::One(String::new()),
        };
        let shown = Decimals::find(dimensions, decimals);
        let text = |index: u64, raw: &str| -> String {
            let raw = raw.trim();
            if raw == "null" {
                return status.missing(index).to_owned();
            }
            if raw.starts_with('"') {
                return serde_json::from_str(raw).unwrap_or_default();
            }
            let plain = number::plain(raw).unwrap_or_else(|| raw.to_owned());
            number::with_decimals(&plain, shown.of(index))
        };
        let Some(raw) = dataset.value else { return Err(damaged("value")) };
        if raw.get().starts_with('[') {
            let mut values = Values::default();
            each(raw.get(), &mut |index, raw| values.push(&text(index, raw)))?;
            if values.len() == 0 && expected > 0 {
                return Err(Problem::OnlyMetadata.into());
            }
            if values.len() != expected {
                return Err(Problem::WrongSize { expected, found: values.len() }.into());
            }
            return Ok(Self::Dense(values));
        }
        let sparse: BTreeMap<u64, &RawValue> = parse(raw.get(), "value")?;
        let mut values = BTreeMap::new();
        for (index, raw) in sparse {
            if index >= expected {
                return Err(Problem::WrongSize { expected, found: index }.into());
            }
            values.insert(index, text(index, raw.get()));
        }
        Ok(Self::Sparse(values, status))
    }

    fn get(&self, index: u64) -> &str {
        match self {
            Self::Dense(values) => values.get(index),
            Self::Sparse(values, status) => {
                values.get(&index).map_or_else(|| status.missing(index), String::as_str)
            }
        }
    }
}

/// Why values are missing.
enum Status {
    One(String),
    Each(BTreeMap<u64, String>),
}

impl Status {
    fn read(raw: &str) -> Result<Self, Error> {
        let present = |(index, symbol): (u64, Option<String>)| symbol.map(|symbol| (index, symbol));
        Ok(match raw.bytes().next() {
            Some(b'"') => Self::One(parse(raw, "status")?),
            Some(b'[') => {
                let list: Vec<Option<String>> = parse(raw, "status")?;
                Self::Each((0..).zip(list).filter_map(present).collect())
            }
            Some(b'{') => {
                let each: BTreeMap<u64, Option<String>> = parse(raw, "status")?;
                Self::Each(each.into_iter().filter_map(present).collect())
            }
            _ => Self::One(String::new()),
        })
    }

    /// Returns the symbol to show for a missing value: the status where it is one of the database's own symbols. Any
    /// other status, such as `e` for estimated, says nothing of why a value is missing.
    fn missing(&self, index: u64) -> &str {
        let status = match self {
            Self::One(symbol) => symbol,
            Self::Each(each) => each.get(&index).map_or("", String::as_str),
        };
        if status.is_empty() || status == "-" || status.bytes().all(|byte| byte == b'.') {
            status
        } else {
            ".."
        }
    }
}

/// Visits each element of a JSON list as the text it is.
fn each(text: &str, visit: &mut dyn FnMut(u64, &str)) -> Result<(), Error> {
    struct Each<'v, 'de>(&'v mut dyn FnMut(u64, &str), PhantomData<&'de ()>);
    impl<'de> DeserializeSeed<'de> for Each<'_, 'de> {
        type Value = ();
        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
            deserializer.deserialize_seq(self)
        }
    }
    impl<'de> Visitor<'de> for Each<'_, 'de> {
        type Value = ();
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of values")
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
            let mut index = 0;
            while let Some(raw) = list.next_element::<&'de RawValue>()? {
                (self.0)(index, raw.get());
                index += 1;
            }
            Ok(())
        }
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Each(visit, PhantomData).deserialize(&mut deserializer).map_err(|_| damaged("value"))
}
