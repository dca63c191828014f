//! What is done with each record of a table, as recognised or as a recipe says.

use std::collections::BTreeMap;

use crate::areas::layout::absent::Absent;
use crate::areas::layout::area_source::AreaSource;
use crate::areas::layout::series::Combinations;
use crate::areas::told::ledger::{NotUsed, Why};
use crate::areas::told::question::{Assumed, Question};
use crate::areas::told::recipe::Source;
use crate::areas::told::understanding::{AreaForm, DecimalMark, FacetFound, KeptFound, Role};
use crate::areas::words::coordinates::Value;
use crate::areas::words::sampled::Sampled;
use crate::table::Record;

/// What is done with each record of a table.
#[derive(Debug, Clone)]
pub(in crate::areas) struct Plan {
    pub(in crate::areas) area: AreaSource,
    pub(in crate::areas) form: AreaForm,
    pub(in crate::areas) name_column: Option<usize>,
    /// The column with the names of the areas' municipalities, which may be the same.
    pub(in crate::areas) municipality: Option<usize>,
    /// The columns' names in recipes and places, and their headings.
    pub(in crate::areas) names: Vec<String>,
    pub(in crate::areas) header: Vec<String>,
    pub(in crate::areas) header_line: Option<u64>,
    pub(in crate::areas) roles: Vec<Role>,
    pub(in crate::areas) marks: Vec<Option<DecimalMark>>,
    pub(in crate::areas) measures: Vec<MeasurePlan>,
    /// The combinations of categories, by whose number a record is told what it is.
    pub(in crate::areas) combinations: Combinations,
    /// Combinations and columns without a number so far, which would be taken if there were one.
    pub(in crate::areas) watched: Vec<(usize, usize)>,
    /// Numbers that stand for no figure.
    pub(in crate::areas) absent: Vec<Absent>,
    /// How long rows are, in a file of text whose rows are nearly all of one length.
    pub(in crate::areas) widths: Option<Widths>,
    /// Label columns of a table that leaves repeated labels blank throughout.
    pub(in crate::areas) filled_down: Vec<usize>,
    /// The columns of codes and of their names, in a table without measures: a key.
    pub(in crate::areas) keys: Vec<(usize, Option<usize>)>,
    pub(in crate::areas) questions: Vec<Question>,
    /// The newest date of what a question is about, by criterion.
    pub(in crate::areas) asked: BTreeMap<usize, Value>,
    pub(in crate::areas) assumed: Vec<Assumed>,
    pub(in crate::areas) not_used: Vec<NotUsed>,
    pub(in crate::areas) kept: Vec<KeptFound>,
    /// Why each column gave no figure; none for those that did, and for those of areas and categories.
    pub(in crate::areas) whys: Vec<Option<Why>>,
}

/// How long the rows of a file of text are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::areas) struct Widths {
    /// The columns up to the last with a heading.
    pub(in crate::areas) headed: usize,
    /// The cells of most rows, which may end with blank ones.
    pub(in crate::areas) usual: usize,
}

impl Widths {
    /// Finds them; `None` where many rows are of other lengths, so that nothing is wrong with those.
    pub(in crate::areas) fn of(heading: &[String], rows: &[&Sampled]) -> Option<Self> {
        let headed = heading.iter().rposition(|text| !text.trim().is_empty())? + 1;
        let mut lengths: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
        lengths.sort_unstable();
        let usual = *lengths.get(lengths.len() / 2)?;
        let others = lengths.iter().filter(|length| **length != usual).count();
        (usual >= headed && others * 4 <= rows.len()).then_some(Self { headed, usual })
    }
}

/// Where a criterion's figure is.
#[derive(Debug, Clone)]
pub(in crate::areas) struct MeasurePlan {
    /// The criterion, or the slot of a count that waits for its base, or of a base.
    pub(in crate::areas) criterion: usize,
    /// Where the figures are of another period than the one that is taken, what `criterion` is of those; then `criterion` is
    /// their own slot.
    pub(in crate::areas) past: Option<usize>,
    pub(in crate::areas) kind: Kind,
    pub(in crate::areas) source: Source,
    pub(in crate::areas) facets: Vec<FacetFound>,
    pub(in crate::areas) base: Vec<FacetFound>,
    /// The parts of the total that stand beside it, by which it is checked.
    pub(in crate::areas) pieces: Vec<Pick>,
    /// A percentage that says the same, against which counts are checked.
    pub(in crate::areas) check: Option<Pick>,
    /// The ages of the persons that it counts.
    pub(in crate::areas) ages: Option<Value>,
    /// The date of the figures, by which files are compared.
    pub(in crate::areas) date: Option<Value>,
    /// All dates that the table has figures of, newest first, as recipes write them.
    pub(in crate::areas) periods: Vec<String>,
    pub(in crate::areas) alternatives: Vec<Source>,
}

/// A cell that a figure is made of: its column, and the combination of categories of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::areas) struct Pick {
    pub(in crate::areas) column: usize,
    pub(in crate::areas) combination: usize,
}

/// How a figure is made of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::areas) enum Kind {
    /// A percentage, and whether as a fraction.
    Percent(Pick, Option<bool>),
    /// Counts and totals.
    Count(Vec<Pick>, Vec<Pick>),
    /// Plain counts.
    Amount(Vec<Pick>),
}

impl Plan {
    /// Returns a column's name.
    pub(in crate::areas) fn name(&self, column: usize) -> Option<String> {
        self.names.get(column).cloned()
    }

    /// Tells whether a row has more cells than the heading, or ends between its figures: then nobody knows whose column its
    /// cells are in.
    pub(in crate::areas) fn is_uneven(&self, record: &Record<'_>) -> bool {
        let Some(Widths { headed, usual }) = self.widths.filter(|widths| widths.usual != record.len()) else {
            return false;
        };
        let columns = || {
            let measures = self.measures.iter().filter(|measure| measure.past.is_none());
            measures.flat_map(|measure| measure.kind.columns()).map(|(at, _)| at)
        };
        let is_filled = |at: usize| !record.cell(at).trim().is_empty();
        let ends_early = || {
            record.len() < headed
                && columns().any(|at| at >= record.len())
                && columns().any(|at| at < record.len() && is_filled(at))
        };
        record.len() > usual && (headed..record.len()).any(is_filled) || ends_early()
    }
}

impl MeasurePlan {
    /// Returns the position of the criterion among so many.
    pub(in crate::areas) fn of(&self, criteria: usize) -> usize {
        self.kind_of().checked_rem(criteria).unwrap_or(0)
    }

    /// Returns the slot that the figures have where they are of the period that is taken: a criterion's, or that of counts
    /// which wait for a base, or of a base.
    pub(in crate::areas) fn kind_of(&self) -> usize {
        self.past.unwrap_or(self.criterion)
    }

    /// Returns the measure with its figures in a slot of their own.
    pub(in crate::areas) fn in_slot(self, slot: usize) -> Self {
        Self { past: Some(self.criterion), criterion: slot, ..self }
    }
}

impl Kind {
    /// Returns the cells that the figure is made of and what they are.
    pub(in crate::areas) fn picks(&self) -> Vec<(Pick, Role)> {
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
    pub(in crate::areas) fn columns(&self) -> Vec<(usize, Role)> {
        let mut columns: Vec<(usize, Role)> = Vec::new();
        for (pick, role) in self.picks() {
            if !columns.iter().any(|(column, known)| (*column, *known) == (pick.column, role)) {
                columns.push((pick.column, role));
            }
        }
        columns
    }

    /// Returns the combination of the rows in which all its cells stand; `None` where they stand in several.
    pub(in crate::areas) fn combination(&self) -> Option<usize> {
        let picks = self.picks();
        let first = picks.first()?.0.combination;
        picks.iter().all(|(pick, _)| pick.combination == first).then_some(first)
    }
}
