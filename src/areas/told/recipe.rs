//! How a table is to be understood: what a person decided, or what is known of a publisher's table.

use serde::{Deserialize, Serialize};

use super::question::Take;
use crate::areas::code::Level;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;
use crate::table::{Delimiter, Encoding, Options, TableInfo};

/// Records among which a header is looked for.
const HEADER: usize = 200;

/// How tables of one shape are to be understood; what is absent is found out.
///
/// Columns are named by their header, or by their letter (`A`, `B`, … `AA`) where the header is blank or not the only
/// one of that text. A recipe is kept as JSON and applied to every table that has the columns of [`Recipe::shape`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Recipe {
    /// A name for people.
    pub name: String,
    /// The columns by which a table of this shape is known; without any the recipe is applied to every table.
    pub shape: Vec<String>,
    /// The text encoding.
    pub encoding: Option<Encoding>,
    /// The delimiter.
    pub delimiter: Option<Delimiter>,
    /// The sheet to read, in workbooks; the others are left alone.
    pub sheet: Option<String>,
    /// The line of the header.
    pub header_line: Option<u64>,
    /// The column of areas, or the columns whose digits make up the code.
    pub area: Option<AreaColumns>,
    /// The level that is assessed.
    pub level: Option<Level>,
    /// The columns of each measure; a criterion that is not here is looked for.
    pub measures: Vec<Measure>,
    /// The categories that are kept of other columns; several are added up.
    pub keep: Vec<Keep>,
}

impl Recipe {
    /// Returns what the recipe says of the file's outer form.
    pub fn options(&self) -> Options {
        Options { encoding: self.encoding, delimiter: self.delimiter }
    }

    /// Finds the line of the header: the first record that has all the columns of the recipe's shape, whatever their dates.
    pub(in crate::areas) fn header(&self, top: &Top) -> Option<u64> {
        if self.shape.is_empty() {
            return None;
        }
        let shape: Vec<String> = self.shape.iter().map(|name| Lexicon::undated(name)).collect();
        let has = |(_, cells): &&(u64, Vec<String>)| shape.iter().all(|name| cells.contains(name));
        top.0.iter().find(has).map(|(line, _)| *line)
    }

    /// Tells whether it is for a table with these first records.
    pub(in crate::areas) fn fits(&self, info: &TableInfo, top: &Top) -> bool {
        let sheet = self.sheet.is_none() || self.sheet == info.sheet;
        sheet && (self.shape.is_empty() || self.header(top).is_some() || self.fits_joined(top))
    }

    /// Tells whether the heading's rows together have the columns of the shape.
    fn fits_joined(&self, top: &Top) -> bool {
        let has = |word: &String| {
            top.0.iter().flat_map(|(_, cells)| cells).any(|cell| cell.split(' ').any(|own| own == word))
        };
        let undated = |name: &String| crate::areas::words::lexicon::split(&Lexicon::undated(name));
        !self.measures.is_empty() && self.shape.iter().flat_map(undated).all(|word| has(&word))
    }
}

/// The first records of a table without their dates: line and cells.
#[derive(Debug, Default)]
pub(in crate::areas) struct Top(Vec<(u64, Vec<String>)>);

impl Top {
    pub(in crate::areas) fn of(sample: &[Sampled]) -> Self {
        let cells = |record: &Sampled| record.cells.iter().map(|cell| Lexicon::undated(cell)).collect();
        Self(sample.iter().take(HEADER).map(|record| (record.line, cells(record))).collect())
    }
}

/// Where a table has its areas.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct AreaColumns {
    /// The column with the code, code and name, or name.
    pub column: Option<String>,
    /// Columns whose digits together make up the code, in order; used where `column` is absent.
    pub parts: Vec<CodePart>,
    /// The column with the name, if it is another.
    pub name: Option<String>,
    /// The municipality, by code or name, whose own division the names in `column` are of.
    pub municipality: Option<String>,
}

/// A part of a code that is spread over several columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CodePart {
    /// The column.
    pub column: String,
    /// How many digits it has, with leading zeros.
    pub digits: u8,
}

/// Where a table has the figures for one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Measure {
    /// The criterion's id.
    pub criterion: String,
    /// The columns.
    pub from: Source,
}

/// What a figure is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Source {
    /// One column of percentages.
    Percent {
        /// The column.
        column: String,
        /// Whether the column has fractions from 0 to 1, which are read as hundredths; asked for where it looks so.
        #[serde(default)]
        fractions: Option<bool>,
    },
    /// Columns of counts and of totals; several are added up.
    Count {
        /// The columns of counts.
        columns: Vec<String>,
        /// The columns of totals.
        totals: Vec<String>,
    },
    /// Counts of one column, by category of another.
    Categories {
        /// The column of counts.
        column: String,
        /// The column of categories.
        category: String,
        /// The categories that count.
        counted: Vec<String>,
        /// The categories that make up the total, those that count among them; one where the table has it.
        total: Vec<String>,
    },
    /// One column of plain counts, for a criterion in persons.
    Amount {
        /// The column.
        column: String,
    },
    /// Figures by facets: what is found as ever, but of these facets these values are taken.
    Found {
        /// The values.
        #[serde(default)]
        take: Vec<Take>,
        /// The column, where several say the same.
        #[serde(default)]
        column: Option<String>,
        /// Whether counts are taken where both counts and percentages stand there.
        #[serde(default)]
        counts: Option<bool>,
        /// Whether percentages are fractions from 0 to 1.
        #[serde(default)]
        fractions: Option<bool>,
    },
    /// No column: the table has no figure for the criterion, whatever its columns are called.
    None,
}

/// The categories that are kept of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Keep {
    /// The column.
    pub column: String,
    /// The categories; counts of several are added up.
    pub categories: Vec<String>,
}
