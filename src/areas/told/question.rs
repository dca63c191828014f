//! What a person is asked where two readings remain, and what was assumed where only one does; facts, never sentences.

use serde::{Deserialize, Serialize};

use super::recipe::Source;
use crate::areas::words::facet::Facet;

/// A choice among the values of a facet, which carries over to next year's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Take {
    /// The facet.
    pub facet: Facet,
    /// The value in the lexicon's notation (`12+`, `20-64`, `women`, `2022`), or the text as the file writes it; several
    /// are added up.
    pub values: Vec<String>,
}

/// What a person is asked about one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// The criterion's id.
    pub criterion: String,
    /// What was found.
    pub found: Doubt,
    /// What could be meant.
    pub choices: Vec<Choice>,
}

/// What was found that can be read in several ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Doubt {
    /// All numbers of a column of percentages are from 0 to 1: are they fractions?
    Fractions {
        /// The column.
        column: String,
    },
    /// Figures of several values of a facet, of which none is the total and which may not be added.
    Values {
        /// The facet.
        facet: Facet,
        /// The values as the file writes them.
        values: Vec<String>,
    },
    /// Several columns say the same in their headings.
    Columns {
        /// The columns.
        columns: Vec<String>,
    },
    /// The only column of a criterion has words that were not understood: they may say that it is something else.
    Words {
        /// The column.
        column: String,
        /// The words.
        words: Vec<String>,
    },
    /// The numbers beside percentages show that these are parts of something that the criterion does not ask for.
    PartOf {
        /// The column of percentages.
        column: String,
        /// The columns or categories of what they are parts of.
        base: String,
    },
    /// All percentages are a hundred, as in a column of totals.
    Hundreds {
        /// The column.
        column: String,
    },
    /// A level and those beside it make up no hundred, and so are of something else.
    NoWhole {
        /// The column.
        column: String,
        /// The columns or categories of the other levels.
        others: Vec<String>,
    },
    /// All percentages are whole numbers up to ten, as on a scale.
    Scale {
        /// The column.
        column: String,
    },
    /// All numbers are noughts, as in a column that nobody has filled in.
    Noughts {
        /// The column.
        column: String,
    },
    /// Turnout of a year in which the election that the criterion asks for was not held.
    NoElection {
        /// The column.
        column: String,
        /// The year, or the month.
        year: String,
    },
    /// Numbers that may be counts, and percentages as well.
    Kind {
        /// The column.
        column: String,
    },
    /// Counts and percentages of the same differ by more than rounding.
    Disagree {
        /// The columns of counts.
        counts: Vec<String>,
        /// The column of percentages.
        percent: String,
        /// In how many areas.
        areas: u64,
    },
}

/// One answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// What the answer says.
    pub label: Label,
    /// The answer as a recipe says it: what stands as `from` in the recipe's measure of this criterion.
    pub from: Source,
    /// What it would give for the first areas.
    pub examples: Vec<Example>,
}

/// What an answer says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Label {
    /// The numbers are fractions from 0 to 1.
    Fractions,
    /// The numbers are percentages.
    Percent,
    /// This value of the facet.
    Value {
        /// The facet.
        facet: Facet,
        /// The value as the file writes it.
        value: String,
    },
    /// The values added up.
    Sum {
        /// The facet.
        facet: Facet,
        /// The values as the file writes them.
        values: Vec<String>,
    },
    /// This column.
    Column {
        /// The column.
        column: String,
    },
    /// The counts decide.
    Counts,
    /// The percentages decide.
    Percentages,
    /// The noughts hold.
    Noughts,
    /// The table has no figure for the criterion.
    Neither,
}

/// What an answer would give for one area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Example {
    /// The area's code or name.
    pub area: String,
    /// The figure; null where it is missing.
    pub figure: Option<String>,
}

/// What was taken to be so although the file does not say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Assumed {
    /// Parts that exclude each other and are complete were added up.
    Added {
        /// The criterion's id.
        criterion: String,
        /// The facet.
        facet: Facet,
        /// The parts as the file writes them.
        values: Vec<String>,
    },
    /// The title, the sheet or the file names the measure, and the column does not.
    Named {
        /// The criterion's id.
        criterion: String,
        /// The column.
        column: String,
        /// The text that names it.
        by: String,
    },
    /// Only the file's name tells the year.
    Dated {
        /// The criterion's id.
        criterion: String,
        /// The column.
        column: String,
        /// The file's name, without its ending.
        by: String,
    },
    /// The base does not tell its ages, or tells others than the count.
    BaseAges {
        /// The criterion's id.
        criterion: String,
        /// The base's column.
        column: String,
    },
    /// The count does not tell its year, and the base is the newest that there is.
    BaseOfNewestYear {
        /// The criterion's id.
        criterion: String,
        /// The base's column.
        column: String,
    },
    /// The base does not tell its year, and is taken for that of the count.
    BaseUndated {
        /// The criterion's id.
        criterion: String,
        /// The base's column.
        column: String,
    },
    /// The base is of the year before or after the count.
    BaseYear {
        /// The criterion's id.
        criterion: String,
        /// The base's column.
        column: String,
    },
    /// The base is a total that does not say of whom.
    BaseOfAll {
        /// The criterion's id.
        criterion: String,
        /// The base's column.
        column: String,
    },
    /// The figures are of other ages, or of a longer time, than those that the criterion is usually of.
    Unusual {
        /// The criterion's id.
        criterion: String,
        /// The facet.
        facet: Facet,
        /// The values as the file writes them.
        values: Vec<String>,
        /// What is usual, as a recipe has it: `20-64` years, `6+` months.
        usual: String,
    },
    /// Another column has codes of other areas of the same kind.
    AreaColumn {
        /// The column whose areas were taken.
        column: String,
        /// The other column.
        other: String,
    },
    /// Blank labels were filled by those above, since the table leaves repeated ones blank throughout.
    FilledDown {
        /// The column.
        column: String,
    },
}
