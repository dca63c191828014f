//! One dataset of JSON-stat, of version 1 or 2.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::super::archive::damaged;
use super::super::budget::Budget;
use super::super::cube::{Decimals, has_area_codes, lay_out, product, unfold};
use super::super::values::Values;
use super::super::{
    Category, Dimension, Format, Interrupt, Limits, Role, Sink, TableInfo, is_area_variable, number, wide,
};
use super::document::{Count, Unique, each, parse};
use crate::error::{Error, Problem};

/// A dataset with its parts still as text.
#[derive(Deserialize)]
pub(super) struct Dataset<'a> {
    label: Option<String>,
    #[serde(borrow)]
    note: Option<&'a RawValue>,
    id: Option<Vec<String>>,
    size: Option<Vec<Count>>,
    role: Option<Roles>,
    #[serde(borrow)]
    dimension: Unique<String, &'a RawValue>,
    #[serde(borrow)]
    value: Option<&'a RawValue>,
    #[serde(borrow)]
    status: Option<&'a RawValue>,
}

/// Which dimensions hold what.
#[derive(Debug, Clone, Default, Deserialize)]
struct Roles {
    #[serde(default)]
    time: Vec<String>,
    #[serde(default)]
    metric: Vec<String>,
    #[serde(default)]
    geo: Vec<String>,
}

impl Dataset<'_> {
    /// Reads the dataset; where a file has several, they have names.
    pub(super) fn read(
        &self,
        file: &str,
        name: Option<&str>,
        (limits, budget): (&Limits, &Budget),
        interrupt: &dyn Interrupt,
        sink: &mut (impl Sink + ?Sized),
    ) -> Result<(), Error> {
        let (ids, sizes, roles) = self.axes()?;
        let cells = product(sizes.iter().copied(), budget)?;
        let (mut dimensions, mut decimals) = (Vec::new(), Vec::new());
        let mut notes: Vec<String> = tolerant(self.note);
        for (id, size) in ids.iter().zip(&sizes) {
            let part = format!("dimension.{id}");
            let raw = self.dimension.0.get(id.as_str()).ok_or_else(|| damaged(&part))?;
            let raw: RawDimension<'_> = parse(raw.get(), &part)?;
            let of_categories: BTreeMap<String, Vec<String>> = tolerant(raw.category.note);
            notes.extend(of_categories.into_values().flatten());
            let (dimension, units) = raw.dimension(id, *size, &roles)?;
            budget.elements(dimension.categories.len())?;
            dimensions.push(dimension);
            decimals.push(units);
        }
        lay_out(&mut dimensions, |_| false, limits);
        let values = Cells::read(self, cells, &Decimals::find(&dimensions, &decimals))?;
        let info = TableInfo {
            sheet: name.map(str::to_owned),
            title: self.label.clone().filter(|label| !label.is_empty()),
            notes: notes.into(),
            header_first: true,
            publisher: true,
            dimensions: dimensions.into(),
            ..TableInfo::of(file, Format::JsonStat)
        };
        let missing = |index| values.status.missing(index);
        unfold(&info, &|index| values.get(index), &missing, (limits, budget), interrupt, sink)
    }

    /// Returns ids, sizes and roles, which version 1 keeps among the dimensions.
    fn axes(&self) -> Result<(Vec<String>, Vec<u64>, Roles), Error> {
        let inner = |name: &str| self.dimension.0.get(name).map(|raw| raw.get());
        let ids: Vec<String> = match (&self.id, inner("id")) {
            (Some(ids), _) => ids.clone(),
            (None, Some(raw)) => parse(raw, "dimension.id")?,
            (None, None) => return Err(damaged("id")),
        };
        let sizes: Vec<Count> = match (&self.size, inner("size")) {
            (Some(sizes), _) => sizes.clone(),
            (None, Some(raw)) => parse(raw, "dimension.size")?,
            (None, None) => return Err(damaged("size")),
        };
        if sizes.len() != ids.len() || ids.is_empty() {
            return Err(Problem::WrongSize { expected: wide(ids.len()), found: wide(sizes.len()) }.into());
        }
        if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
            return Err(damaged("id"));
        }
        let roles = match (&self.role, inner("role")) {
            (Some(roles), _) => roles.clone(),
            (None, Some(raw)) => parse(raw, "dimension.role")?,
            (None, None) => Roles::default(),
        };
        Ok((ids, sizes.into_iter().map(|Count(size)| size).collect(), roles))
    }
}

/// A dimension as the document has it.
#[derive(Deserialize)]
struct RawDimension<'a> {
    label: Option<String>,
    #[serde(borrow)]
    category: RawCategories<'a>,
}

/// A dimension's categories as the document has them.
#[derive(Deserialize)]
struct RawCategories<'a> {
    #[serde(borrow)]
    index: Option<&'a RawValue>,
    #[serde(default)]
    label: Unique<String, String>,
    #[serde(default)]
    unit: BTreeMap<String, RawUnit>,
    #[serde(borrow)]
    note: Option<&'a RawValue>,
}

/// Reads notes; what they look like is none of what a table stands and falls by.
fn tolerant<T: DeserializeOwned + Default>(notes: Option<&RawValue>) -> T {
    notes.and_then(|notes| serde_json::from_str(notes.get()).ok()).unwrap_or_default()
}

/// What a measure is in.
#[derive(Deserialize)]
struct RawUnit {
    decimals: Option<u32>,
    base: Option<String>,
    label: Option<String>,
    symbol: Option<String>,
}

impl RawUnit {
    /// Returns what a number is in: its sign says so shortest.
    fn text(self) -> Option<String> {
        self.symbol.filter(|symbol| matches!(symbol.trim(), "%" | "‰")).or(self.base).or(self.label)
    }
}

impl RawDimension<'_> {
    /// Returns the dimension and the decimals of each of its categories.
    fn dimension(self, id: &str, size: u64, roles: &Roles) -> Result<(Dimension, Vec<Option<u32>>), Error> {
        let RawCategories { index, label: Unique(mut labels), unit: mut units, note: _ } = self.category;
        let part = format!("dimension.{id}.category.index");
        // A category's order: codes in a list, or positions by code.
        let codes: Vec<String> = match index.map(RawValue::get) {
            Some(list) if list.starts_with('[') => parse(list, &part)?,
            Some(positions) => {
                let Unique(positions): Unique<String, Count> = parse(positions, &part)?;
                let mut codes: Vec<_> = positions.into_iter().map(|(code, Count(at))| (at, code)).collect();
                codes.sort_unstable();
                if codes.iter().zip(0..).any(|((at, _), rank)| *at != rank) {
                    return Err(damaged(&part));
                }
                codes.into_iter().map(|(_, code)| code).collect()
            }
            None => labels.keys().cloned().collect(),
        };
        if wide(codes.len()) != size {
            return Err(Problem::WrongSize { expected: size, found: wide(codes.len()) }.into());
        }
        let decimals = codes.iter().map(|code| units.get(code).and_then(|unit| unit.decimals)).collect();
        let categories: Vec<Category> = codes
            .into_iter()
            .map(|code| {
                let unit = units.remove(&code).and_then(RawUnit::text);
                Category { label: labels.remove(&code).unwrap_or_else(|| code.clone()), code, unit }
            })
            .collect();
        let has = |role: &[String]| role.iter().any(|name| name == id);
        let role = match () {
            () if has(&roles.metric) => Role::Measure,
            () if has(&roles.time) => Role::Time,
            () if has(&roles.geo) || is_area_variable(id) || has_area_codes(&categories) => Role::Area,
            () => Role::Other,
        };
        let dimension = Dimension {
            code: id.to_owned(),
            label: self.label.unwrap_or_else(|| id.to_owned()),
            role,
            in_columns: false,
            categories,
        };
        Ok((dimension, decimals))
    }
}

/// The values by flat index.
struct Cells {
    written: Written,
    status: Status,
}

enum Written {
    Dense(Values),
    Sparse(BTreeMap<u64, String>),
}

impl Cells {
    fn read(dataset: &Dataset<'_>, expected: u64, shown: &Decimals<'_>) -> Result<Self, Error> {
        let status = dataset.status.map(|raw| Status::read(raw.get())).unwrap_or_default();
        let text = |index: u64, raw: &str| -> String {
            let raw = raw.trim();
            if raw == "null" {
                return status.missing(index).to_owned();
            }
            if raw.starts_with('"') {
                return serde_json::from_str(raw).unwrap_or_default();
            }
            let plain = number::plain(raw).unwrap_or_else(|| raw.to_owned());
            // Where a value is said to be missing a nought stands for none.
            let is_nought = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
            if is_nought && status.says_missing(index) {
                return status.missing(index).to_owned();
            }
            number::with_decimals(&plain, shown.of(index))
        };
        let Some(raw) = dataset.value else { return Err(damaged("value")) };
        if raw.get().starts_with('[') {
            let mut values = Values::default();
            each(raw.get(), "value", &mut |index, raw| values.push(&text(index, raw)))?;
            if values.len() == 0 && expected > 0 {
                return Err(Problem::OnlyMetadata.into());
            }
            if values.len() != expected {
                return Err(Problem::WrongSize { expected, found: values.len() }.into());
            }
            return Ok(Self { written: Written::Dense(values), status });
        }
        let Unique(sparse): Unique<u64, &RawValue> = parse(raw.get(), "value")?;
        let mut values = BTreeMap::new();
        for (index, raw) in sparse {
            if index >= expected {
                return Err(Problem::WrongSize { expected, found: index }.into());
            }
            values.insert(index, text(index, raw.get()));
        }
        Ok(Self { written: Written::Sparse(values), status })
    }

    fn get(&self, index: u64) -> Option<&str> {
        match &self.written {
            Written::Dense(values) => values.find(index),
            Written::Sparse(values) => values.get(&index).map(String::as_str),
        }
    }
}

/// Why values are missing.
enum Status {
    One(String),
    Each(BTreeMap<u64, String>),
}

impl Default for Status {
    fn default() -> Self {
        Self::One(String::new())
    }
}

impl Status {
    /// Reads why values are missing. It decides the symbol of a missing value alone, so that a form that isn't known, as old
    /// programs have written, loses no value.
    fn read(raw: &str) -> Self {
        let symbol = |raw: &RawValue| serde_json::from_str::<String>(raw.get()).ok();
        let mut each = BTreeMap::new();
        match raw.bytes().next() {
            Some(b'"') => return serde_json::from_str(raw).map(Self::One).unwrap_or_default(),
            Some(b'[') => {
                let list: Vec<&RawValue> = serde_json::from_str(raw).unwrap_or_default();
                // A list of one stands for all values.
                if let [one] = list.as_slice() {
                    return symbol(one).map(Self::One).unwrap_or_default();
                }
                each.extend((0..).zip(list).filter_map(|(index, raw)| Some((index, symbol(raw)?))));
            }
            Some(b'{') => {
                let known: BTreeMap<String, &RawValue> = serde_json::from_str(raw).unwrap_or_default();
                let parsed =
                    known.into_iter().filter_map(|(index, raw)| Some((index.parse().ok()?, symbol(raw)?)));
                each.extend(parsed);
            }
            _ => {}
        }
        Self::Each(each)
    }

    fn of(&self, index: u64) -> &str {
        match self {
            Self::One(symbol) => symbol,
            Self::Each(each) => each.get(&index).map_or("", String::as_str),
        }
    }

    /// Tells whether one value is said to be missing.
    fn says_missing(&self, index: u64) -> bool {
        let status = self.of(index);
        matches!(self, Self::Each(_)) && !status.is_empty() && status.bytes().all(|byte| byte == b'.')
    }

    /// Returns the symbol to show for a missing value: the status where it is one of the database's own symbols. Any
    /// other status, such as `e` for estimated, says nothing of why a value is missing.
    fn missing(&self, index: u64) -> &str {
        let status = self.of(index);
        if status.is_empty() || status == "-" || status.bytes().all(|byte| byte == b'.') {
            status
        } else {
            ".."
        }
    }
}
