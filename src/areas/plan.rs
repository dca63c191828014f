//! What is done with each record of a table, as recognised or as a recipe says.

use super::absent::Absent;
use super::code::{Division, Known, Label, named, tidied};
use super::coordinates::Value;
use super::ledger::{NotUsed, Why};
use super::question::{Assumed, Question};
use super::recipe::Source;
use super::series::Combinations;
use super::understanding::{AreaForm, DecimalMark, FacetFound, KeptFound, Role};

/// What is done with each record of a table.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) area: AreaSource,
    pub(super) form: AreaForm,
    pub(super) name_column: Option<usize>,
    /// The columns' names in recipes and places, and their headings.
    pub(super) names: Vec<String>,
    pub(super) header: Vec<String>,
    pub(super) header_line: Option<u64>,
    pub(super) roles: Vec<Role>,
    pub(super) marks: Vec<Option<DecimalMark>>,
    pub(super) measures: Vec<MeasurePlan>,
    /// The combinations of categories, by whose number a record is told what it is.
    pub(super) combinations: Combinations,
    /// Combinations and columns without a number so far, which would be taken if there were one.
    pub(super) watched: Vec<(usize, usize)>,
    /// Numbers that stand for no figure.
    pub(super) absent: Vec<Absent>,
    /// Label columns of a table that leaves repeated labels blank throughout.
    pub(super) filled_down: Vec<usize>,
    /// The columns of codes and of their names, in a table without measures: a key.
    pub(super) keys: Vec<(usize, Option<usize>)>,
    pub(super) questions: Vec<Question>,
    pub(super) assumed: Vec<Assumed>,
    pub(super) not_used: Vec<NotUsed>,
    pub(super) kept: Vec<KeptFound>,
    /// Why each column gave no figure; none for those that did, and for those of areas and categories.
    pub(super) whys: Vec<Option<Why>>,
}

/// Where the area is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum AreaSource {
    /// In one column.
    Cell {
        column: usize,
        /// Whether by name alone.
        named: bool,
        /// Whether numbers of eight digits are electoral districts.
        districts: bool,
    },
    /// Spread over columns with so many digits each.
    Parts(Vec<(usize, u8)>),
    /// Names of a municipality's own division.
    Own { column: usize, municipality: String },
}

/// Where a criterion's figure is.
#[derive(Debug, Clone)]
pub(super) struct MeasurePlan {
    /// The criterion, or the slot of a count that waits for its base, or of a base.
    pub(super) criterion: usize,
    /// Where the figures are of another period than the one that is taken, what `criterion` is of those; then `criterion` is
    /// their own slot.
    pub(super) past: Option<usize>,
    pub(super) kind: Kind,
    pub(super) source: Source,
    pub(super) facets: Vec<FacetFound>,
    pub(super) base: Vec<FacetFound>,
    /// The parts of the total that stand beside it, by which it is checked.
    pub(super) pieces: Vec<Pick>,
    /// A percentage that says the same, against which counts are checked.
    pub(super) check: Option<Pick>,
    /// The ages of the persons that it counts.
    pub(super) ages: Option<Value>,
    /// The date of the figures, by which files are compared.
    pub(super) date: Option<Value>,
    /// All dates that the table has figures of, newest first, as recipes write them.
    pub(super) periods: Vec<String>,
    pub(super) alternatives: Vec<Source>,
}

/// A cell that a figure is made of: its column, and the combination of categories of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pick {
    pub(super) column: usize,
    pub(super) combination: usize,
}

/// How a figure is made of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A percentage, and whether as a fraction.
    Percent(Pick, Option<bool>),
    /// Counts and totals.
    Count(Vec<Pick>, Vec<Pick>),
    /// Plain counts.
    Amount(Vec<Pick>),
}

impl Plan {
    /// Returns a column's name.
    pub(super) fn name(&self, column: usize) -> Option<String> {
        self.names.get(column).cloned()
    }
}

impl MeasurePlan {
    /// Returns the position of the criterion among so many.
    pub(super) fn of(&self, criteria: usize) -> usize {
        self.kind_of().checked_rem(criteria).unwrap_or(0)
    }

    /// Returns the slot that the figures have where they are of the period that is taken: a criterion's, or that of counts
    /// which wait for a base, or of a base.
    pub(super) fn kind_of(&self) -> usize {
        self.past.unwrap_or(self.criterion)
    }

    /// Returns the measure with its figures in a slot of their own.
    pub(super) fn in_slot(self, slot: usize) -> Self {
        Self { past: Some(self.criterion), criterion: slot, ..self }
    }
}

impl Kind {
    /// Returns the cells that the figure is made of and what they are.
    pub(super) fn picks(&self) -> Vec<(Pick, Role)> {
        match self {
            Self::Percent(pick, _) => vec![(*pick, Role::Percent)],
            Self::Amount(picks) => picks.iter().map(|pick| (*pick, Role::Count)).collect(),
            Self::Count(counts, totals) => {
                let counts = counts.iter().map(|pick| (*pick, Role::Count));
                counts.chain(totals.iter().map(|pick| (*pick, Role::Total))).collect()
            }
        }
    }

    /// Returns the columns with numbers and what they are, each once.
    pub(super) fn columns(&self) -> Vec<(usize, Role)> {
        let mut columns: Vec<(usize, Role)> = Vec::new();
        for (pick, role) in self.picks() {
            if !columns.iter().any(|(column, known)| (*column, *known) == (pick.column, role)) {
                columns.push((pick.column, role));
            }
        }
        columns
    }

    /// Returns the combination of the rows in which all its cells stand; `None` where they stand in several.
    pub(super) fn combination(&self) -> Option<usize> {
        let picks = self.picks();
        let first = picks.first()?.0.combination;
        picks.iter().all(|(pick, _)| pick.combination == first).then_some(first)
    }
}

impl AreaSource {
    /// Returns its columns.
    pub(super) fn columns(&self) -> Vec<usize> {
        match self {
            Self::Cell { column, .. } | Self::Own { column, .. } => vec![*column],
            Self::Parts(parts) => parts.iter().map(|(at, _)| *at).collect(),
        }
    }

    /// Reads the area of a record; `scratch` is where a code is put together.
    #[inline]
    pub(super) fn label<'a>(
        &self,
        known: &Known,
        cell: &dyn Fn(usize) -> &'a str,
        scratch: &'a mut String,
    ) -> Option<Label<'a>> {
        match self {
            Self::Cell { column, named: by_name, districts } => {
                let mut text = cell(*column);
                if known.plain(text.as_bytes()).is_none()
                    && let Some(tidy) = tidied(text)
                {
                    *scratch = tidy;
                    text = scratch;
                }
                let label = if *by_name {
                    named(text).or_else(|| known.label(text))
                } else {
                    known.label(text).or_else(|| named(text))
                };
                label.filter(|label| *districts || !is_bare_number(label))
            }
            Self::Parts(parts) => {
                scratch.clear();
                for (at, digits) in parts {
                    let text = cell(*at).trim();
                    let text = text.strip_suffix(".0").unwrap_or(text);
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
            Self::Own { column, municipality } => {
                let name = cell(*column).trim();
                if name.is_empty() || super::cell::is_missing(name) || super::recognise::is_sum(name) {
                    return None;
                }
                // As the database writes the areas of its own division.
                *scratch = format!("{municipality} ({name})");
                Some(Label { code: "", lost: 0, division: Division::Unknown, vintage: 0, name: scratch })
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

/// Tells whether a code is a number that may be anything: of eight digits, or one that no division has.
pub(super) fn is_bare_number(label: &Label<'_>) -> bool {
    matches!(label.division, Division::District | Division::Unknown)
        && label.code.bytes().all(|byte| byte.is_ascii_digit())
}
