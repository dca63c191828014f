//! How a table was understood, as facts; the page makes sentences of them.

use serde::{Deserialize, Serialize};

use super::ledger::{Ledger, NotUsed, Why};
use super::question::{Assumed, Question};
use super::recipe::Source;
use crate::areas::code::{Division, Level};
use crate::areas::words::facet::Facet;
use crate::table::TableInfo;

/// How one table was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Understanding {
    /// The table: file, sheet, format, encoding, delimiter.
    pub table: TableInfo,
    /// Where the file came from; null where nobody said, as for a file that a person chose.
    pub origin: Option<Origin>,
    /// The line of the header; null where there is none.
    pub header_line: Option<u64>,
    /// The name of the recipe that was applied; null where everything was found out.
    pub recipe: Option<String>,
    /// All columns, in order.
    pub columns: Vec<ColumnFound>,
    /// The column of areas; null where none was found.
    pub area: Option<AreaFound>,
    /// Where no column of areas was found, the columns that a person may say are areas, best first.
    pub could_be_areas: Vec<String>,
    /// The measures, in the set's order.
    pub measures: Vec<MeasureFound>,
    /// Other columns of categories, and what was kept of them.
    pub kept: Vec<KeptFound>,
    /// What was taken to be so although the file does not say it; a person may say otherwise.
    pub assumed: Vec<Assumed>,
    /// What a person is asked; a figure that a question concerns is unknown until it is answered.
    pub questions: Vec<Question>,
    /// The columns and categories that gave no figure, each with the reason.
    pub not_used: Vec<NotUsed>,
    /// Where each record and each column went.
    pub ledger: Ledger,
    /// What a person should know.
    pub warnings: Vec<Warning>,
    /// The first records below the header, at most ten.
    pub preview: Vec<PreviewRow>,
    /// Records read, header and footer among them.
    pub records: u64,
}

impl Understanding {
    /// Puts what waited for an answer among what is of another period or group, once nothing is asked any more.
    pub(in crate::areas) fn ask_no_more(&mut self) {
        let Ledger { columns, categories, .. } = &mut self.ledger;
        for left in self.not_used.iter_mut().filter(|left| left.why == Why::Asked) {
            left.why = Why::Another;
            let accounts = if left.category.is_some() { &mut *categories } else { &mut *columns };
            accounts.not_used -= 1;
            accounts.another += 1;
        }
    }
}

/// Where a file came from, as whoever fetched it says; nothing of it is found out from the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Origin {
    /// The address that was asked.
    pub address: String,
    /// When the publisher updated the figures, as the answer says it; null where it does not.
    pub updated: Option<String>,
    /// SHA-256 over the file, in hexadecimal; null where none was made.
    pub sha256: Option<String>,
}

/// A record of the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PreviewRow {
    /// The first physical line.
    pub line: u64,
    /// The cells' texts.
    pub cells: Vec<String>,
}

/// A column and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ColumnFound {
    /// The header, or the letter; recipes name the column by this.
    pub name: String,
    /// The header as it stands.
    pub header: String,
    /// What it was taken for.
    pub role: Role,
    /// The criteria that it gives figures for.
    pub criteria: Vec<String>,
    /// The decimal mark of its numbers, by the column's own cells; null where it has no decimals.
    pub decimal_mark: Option<DecimalMark>,
    /// The distinct texts of a column of categories, in order of appearance; empty for other columns.
    pub categories: Vec<String>,
}

/// What a column was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Codes or names of areas, or a part of the code.
    Area,
    /// Names of the areas.
    Name,
    /// Percentages of a measure.
    Percent,
    /// Counts of a measure.
    Count,
    /// Totals of a measure.
    Total,
    /// Categories of a long table.
    Category,
    /// Numbers of no measure.
    Number,
    /// Anything else.
    Other,
}

/// A decimal mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum DecimalMark {
    /// `,`
    Comma,
    /// `.`
    Point,
    /// Both occur in the column.
    Both,
}

/// The areas of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct AreaFound {
    /// The columns that make up the code, or the one with the name.
    pub columns: Vec<String>,
    /// The column of names, if it is another.
    pub name: Option<String>,
    /// How the cells tell the area.
    pub form: AreaForm,
    /// The level that is assessed.
    pub level: Level,
    /// How many areas there are of each division, those of other levels too.
    pub divisions: Vec<DivisionCount>,
    /// The years of division that the codes tell, and how many areas have figures.
    pub vintages: Vec<VintageCount>,
    /// Rows whose code had lost its first zero.
    pub lost_zeros: u64,
}

/// How cells tell the area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum AreaForm {
    /// By a code.
    Code,
    /// By a code and a name behind it.
    CodeAndName,
    /// By a name alone, `Upplands Väsby (Bollstanäs)`.
    Name,
    /// By a code whose digits are in several columns.
    Parts,
}

/// How many areas of a division.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DivisionCount {
    /// The division.
    pub division: Division,
    /// How many.
    pub areas: u64,
}

/// How many areas of a year's division.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct VintageCount {
    /// The year; null for codes without one.
    pub year: Option<u16>,
    /// How many areas.
    pub areas: u64,
    /// How many of them have a figure.
    pub with_figures: u64,
}

/// A measure and where its figures are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct MeasureFound {
    /// The criterion's id.
    pub criterion: String,
    /// How a recipe would say it.
    pub from: Source,
    /// The columns with the figures: percentages, or counts.
    pub columns: Vec<String>,
    /// Each facet's value and how it came to it, in the model's order.
    pub facets: Vec<FacetFound>,
    /// What counts are a part of; null for a percentage, for a plain count, and where the base is in another file.
    pub base: Option<BaseFound>,
    /// The period of the figures as the file writes it; null where it tells none.
    pub period: Option<String>,
    /// All periods that the file has figures of, newest first.
    pub periods: Vec<String>,
    /// The year in the columns' titles.
    pub year: Option<String>,
    /// Other columns that could have been taken, such as other years.
    pub alternatives: Vec<Source>,
    /// Areas with a figure.
    pub figures: u64,
}

/// A facet of a measure, and how it came to its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FacetFound {
    /// The facet.
    pub facet: Facet,
    /// The value as the file writes it; several where their counts were added up.
    pub values: Vec<String>,
    /// Why this value.
    pub how: KeptReason,
}

/// What counts are a part of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct BaseFound {
    /// The file that it stands in; null for the same one.
    pub file: Option<String>,
    /// The columns with the base.
    pub columns: Vec<String>,
    /// Each facet's value and how it came to it.
    pub facets: Vec<FacetFound>,
}

/// What was kept of a column of categories that is no measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct KeptFound {
    /// The column.
    pub column: String,
    /// The categories that were kept; counts of several were added up.
    pub categories: Vec<String>,
    /// The categories that were not kept.
    pub left_out: Vec<String>,
    /// Why.
    pub reason: KeptReason,
}

/// Why categories were kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum KeptReason {
    /// It is the only one.
    Only,
    /// It is the total of the others.
    Total,
    /// It is the span of ages nearest to the criterion's.
    Preferred,
    /// It is the latest year.
    Latest,
    /// They exclude each other, so they were added up.
    Sum,
    /// A recipe says so.
    Recipe,
}

/// What a person should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Warning {
    /// Codes of several divisions stand in the column, such as `DeSO` and `RegSO`.
    MixedDivisions,
    /// Areas of several years' division have figures and stand side by side.
    MixedVintages,
    /// Codes of no known shape were kept.
    UnknownDivision {
        /// How many areas.
        areas: u64,
    },
    /// Counts were larger than their totals; those figures are missing.
    CountAboveTotal {
        /// How many.
        areas: u64,
    },
    /// The categories of a long table don't add up to the total beside them, as where noise was added for protection.
    SumsDiffer {
        /// How many areas.
        areas: u64,
        /// The largest difference, in persons.
        largest: u64,
    },
    /// Some areas lack categories that others have; their figures are missing.
    PartsMissing {
        /// How many areas.
        areas: u64,
    },
    /// `-` was read as zero, in a count of the publisher's own file.
    NilAsZero {
        /// How many cells.
        cells: u64,
    },
    /// Numbers with the many digits of a division made by software were read rounded to 12 decimals.
    SoftwareDigits {
        /// The column.
        column: String,
        /// How many cells.
        cells: u64,
    },
    /// Counts were suppressed (`<8`), and read as what lies between their bounds.
    Suppressed {
        /// The column.
        column: String,
        /// How many cells.
        cells: u64,
        /// The fewest persons that one of them can stand for.
        low: u64,
        /// The most.
        high: u64,
    },
    /// `-` was read as missing.
    NilAsMissing {
        /// How many cells.
        cells: u64,
    },
    /// Numbers that a note says stand for no figure (`999 = uppgift saknas`) were read as missing.
    SaidMissing {
        /// The note.
        note: String,
        /// How many cells.
        cells: u64,
    },
}
