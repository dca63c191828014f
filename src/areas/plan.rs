//! What is done with each record of a table, as recognised or as a recipe says.

use std::collections::BTreeMap;

use super::code::{Known, Label, named};
use super::recipe::Source;
use super::understanding::{AreaForm, DecimalMark, KeptReason, Role};

/// What is done with each record of a table.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) area: AreaSource,
    pub(super) form: AreaForm,
    pub(super) name_column: Option<usize>,
    /// The columns' names in recipes and places.
    pub(super) names: Vec<String>,
    pub(super) header: Vec<String>,
    pub(super) header_line: Option<u64>,
    /// The line of the first record with an area.
    pub(super) data_line: u64,
    pub(super) roles: Vec<Role>,
    pub(super) marks: Vec<Option<DecimalMark>>,
    pub(super) measures: Vec<MeasurePlan>,
    pub(super) dims: Vec<Dim>,
    /// The columns of codes and of their names, in a table without measures: a key.
    pub(super) keys: Vec<(usize, Option<usize>)>,
    /// Columns that might be categories if areas come more than once.
    pub(super) watched: Vec<usize>,
    pub(super) questions: Vec<String>,
    /// The categories of the columns of categories, as far as they were known.
    pub(super) categories: BTreeMap<usize, Vec<String>>,
    pub(super) alternatives: Vec<(usize, Source)>,
    /// The year in the titles of a criterion's columns.
    pub(super) years: BTreeMap<usize, String>,
}

/// Where the area is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum AreaSource {
    /// In one column; the second value tells whether by name alone.
    Cell(usize, bool),
    /// Spread over columns with so many digits each.
    Parts(Vec<(usize, u8)>),
}

/// Where a criterion's figure is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MeasurePlan {
    pub(super) criterion: usize,
    pub(super) kind: Kind,
    pub(super) source: Source,
}

/// How a figure is made of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A percentage, and whether as a fraction.
    Percent(usize, Option<bool>),
    /// Counts and totals.
    Count(Vec<usize>, Vec<usize>),
    /// A plain count.
    Amount(usize),
    /// Counts by category.
    Categories { column: usize, category: usize, counted: Vec<String>, total: Vec<String> },
}

/// A column of categories that is no measure, and what is kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dim {
    pub(super) column: usize,
    pub(super) kept: Vec<String>,
    pub(super) reason: KeptReason,
}

impl Plan {
    pub(super) fn new(
        area: AreaSource,
        form: AreaForm,
        names: Vec<String>,
        header: Vec<String>,
        header_line: Option<u64>,
    ) -> Self {
        Self {
            area,
            form,
            name_column: None,
            names,
            header,
            header_line,
            data_line: 1,
            roles: Vec::new(),
            marks: Vec::new(),
            measures: Vec::new(),
            dims: Vec::new(),
            keys: Vec::new(),
            watched: Vec::new(),
            questions: Vec::new(),
            categories: BTreeMap::new(),
            alternatives: Vec::new(),
            years: BTreeMap::new(),
        }
    }

    /// Tells whether several records make up an area's figure.
    pub(super) fn adds_up(&self) -> bool {
        !self.dims.is_empty() || self.measures.iter().any(|measure| measure.kind.category().is_some())
    }

    /// Returns a column's name.
    pub(super) fn name(&self, column: usize) -> Option<String> {
        self.names.get(column).cloned()
    }
}

impl MeasurePlan {
    pub(super) fn new(criterion: usize, kind: Kind, source: Source) -> Self {
        Self { criterion, kind, source }
    }
}

impl Kind {
    /// Returns the column of categories.
    pub(super) fn category(&self) -> Option<usize> {
        match self {
            Self::Categories { category, .. } => Some(*category),
            Self::Percent(..) | Self::Count(..) | Self::Amount(_) => None,
        }
    }

    /// Tells whether the total is a category of its own, so that the others can be compared with it.
    pub(super) fn has_total(&self) -> bool {
        match self {
            Self::Categories { counted, total, .. } => {
                matches!(total.as_slice(), [total] if !counted.contains(total))
            }
            Self::Percent(..) | Self::Count(..) | Self::Amount(_) => false,
        }
    }

    /// Returns the columns with numbers and what they are.
    pub(super) fn columns(&self) -> Vec<(usize, Role)> {
        match self {
            Self::Percent(column, _) => vec![(*column, Role::Percent)],
            Self::Amount(column) | Self::Categories { column, .. } => vec![(*column, Role::Count)],
            Self::Count(columns, totals) => {
                let counts = columns.iter().map(|column| (*column, Role::Count));
                counts.chain(totals.iter().map(|column| (*column, Role::Total))).collect()
            }
        }
    }
}

impl AreaSource {
    /// Tells whether the area is in that column.
    pub(super) fn uses(&self, column: usize) -> bool {
        match self {
            Self::Cell(at, _) => *at == column,
            Self::Parts(parts) => parts.iter().any(|(at, _)| *at == column),
        }
    }

    /// Returns the last of its columns.
    pub(super) fn last_column(&self) -> Option<usize> {
        match self {
            Self::Cell(at, _) => Some(*at),
            Self::Parts(parts) => parts.iter().map(|(at, _)| *at).max(),
        }
    }

    /// Reads the area of a record; `scratch` is where parts are put together.
    #[inline]
    pub(super) fn label<'a>(
        &self,
        known: &Known,
        cell: &dyn Fn(usize) -> &'a str,
        scratch: &'a mut String,
    ) -> Option<Label<'a>> {
        match self {
            Self::Cell(at, false) => known.label(cell(*at)).or_else(|| named(cell(*at))),
            Self::Cell(at, true) => named(cell(*at)).or_else(|| known.label(cell(*at))),
            Self::Parts(parts) => {
                scratch.clear();
                for (at, digits) in parts {
                    let text = cell(*at).trim();
                    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
                        return None;
                    }
                    // The last part may have the whole code already.
                    if text.len() > usize::from(*digits) {
                        scratch.clear();
                    }
                    scratch.extend(std::iter::repeat_n('0', usize::from(*digits).saturating_sub(text.len())));
                    scratch.push_str(text);
                }
                known.label(scratch)
            }
        }
    }

    /// Returns what an area is told apart by, as text.
    pub(super) fn key<'a>(&self, known: &Known, cell: &dyn Fn(usize) -> &'a str) -> Option<String> {
        let mut scratch = String::new();
        let label = self.label(known, &|column| cell(column), &mut scratch)?;
        let name = if label.code.is_empty() { label.name } else { "" };
        Some(format!("{}{}_{} {name}", label.lost, label.code, label.vintage))
    }
}
