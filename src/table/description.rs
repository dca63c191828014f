//! What a reader says of a table before it hands over the records: name, form, merged cells, dimensions.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Delimiter, Encoding};
use crate::error::Place;

/// The file formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Delimited text.
    Csv,
    /// Office Open XML workbook.
    Xlsx,
    /// Workbook of Excel 5 to 2003.
    Xls,
    /// `OpenDocument` spreadsheet.
    Ods,
    /// JSON-stat, version 1 or 2.
    JsonStat,
    /// PX, the file format of PC-Axis.
    Px,
}

/// A table about to be read: one for a CSV or PX file, one for each sheet of a workbook and each dataset of JSON-stat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts of a file, each with a name on the wire"
)]
pub struct TableInfo {
    /// The file's name; of a file in a ZIP `archive.zip/member.csv`.
    pub file: String,
    /// The sheet's name, in workbooks; the dataset's, where a JSON-stat file has several.
    pub sheet: Option<String>,
    /// Whether the sheet is hidden in its workbook. Hidden sheets come after all visible ones.
    pub hidden: bool,
    /// The format that was found out.
    pub format: Format,
    /// The text encoding, in CSV and PX.
    pub encoding: Option<Encoding>,
    /// The delimiter, in CSV.
    pub delimiter: Option<Delimiter>,
    /// The table's title, where the format has a place for it (JSON-stat, PX).
    pub title: Option<String>,
    /// What the values are, where the format has a place for it apart from the title: PX's `CONTENTS`.
    pub contents: Option<String>,
    /// What the values are counted in, where the format has a place for it: PX's `UNITS`.
    pub units: Option<String>,
    /// Notes to the whole table, where the format has a place for them (JSON-stat, PX).
    #[serde(skip)]
    pub notes: Arc<[String]>,
    /// Whether the first record is known to be the header and no title or footer exists (JSON-stat, PX).
    pub header_first: bool,
    /// Whether it is the publishing software's own output, in which `-` is a zero count: PX, JSON-stat, and CSV whose
    /// first cell is in quotes, which no spreadsheet writes without need.
    pub publisher: bool,
    /// Whether numbers are a spreadsheet's doubles, so that `60` may stand for a rounded `60.0`.
    pub doubles: bool,
    /// Which cells are merged into one, in workbooks; the text stands in the first of them, the others are blank.
    #[serde(skip)]
    pub merges: Arc<[Merge]>,
    /// The dimensions of a cube (JSON-stat, PX) in its own order; none in other formats.
    #[serde(skip)]
    pub dimensions: Arc<[Dimension]>,
}

impl TableInfo {
    /// Describes a table of which nothing but file and format is known.
    pub(crate) fn of(file: &str, format: Format) -> Self {
        Self {
            file: file.to_owned(),
            sheet: None,
            hidden: false,
            format,
            encoding: None,
            delimiter: None,
            title: None,
            contents: None,
            units: None,
            notes: Arc::default(),
            header_first: false,
            publisher: false,
            doubles: false,
            merges: Arc::default(),
            dimensions: Arc::default(),
        }
    }

    /// Returns the place of a record in this table.
    pub fn place(&self, line: u64) -> Place {
        Place {
            file: Some(self.file.clone()),
            sheet: self.sheet.clone(),
            line: Some(line),
            ..Place::default()
        }
    }

    /// Returns the merged range that a cell lies in; lines from 1, columns from 0.
    pub fn merged(&self, line: u64, column: usize) -> Option<&Merge> {
        self.merges.iter().find(|merge| merge.covers(line, column))
    }

    /// Returns the dimension whose categories a column of a cube holds; `None` for a column of values.
    pub fn stub(&self, column: usize) -> Option<&Dimension> {
        self.dimensions.iter().filter(|dimension| !dimension.in_columns).nth(column)
    }

    /// Returns the categories that a column of a cube's values stands for, one of each dimension in columns; nothing for
    /// a column that is none of values.
    pub fn coordinates(&self, column: usize) -> Vec<(&Dimension, &Category)> {
        let stubs = self.dimensions.iter().filter(|dimension| !dimension.in_columns).count();
        let Some(mut at) = column.checked_sub(stubs) else { return Vec::new() };
        let mut found = Vec::new();
        for dimension in self.dimensions.iter().rev().filter(|dimension| dimension.in_columns) {
            let size = dimension.categories.len().max(1);
            found.extend(dimension.categories.get(at % size).map(|category| (dimension, category)));
            at /= size;
        }
        found.reverse();
        if at == 0 { found } else { Vec::new() }
    }
}

/// Cells that are merged into one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// The first row, from 1 as [`Record::line`](super::Record::line).
    pub first_line: u64,
    /// The last row.
    pub last_line: u64,
    /// The first column, from 0 as in [`Record::cell`](super::Record::cell).
    pub first_column: usize,
    /// The last column.
    pub last_column: usize,
}

impl Merge {
    /// Tells whether a cell lies in the range.
    pub fn covers(&self, line: u64, column: usize) -> bool {
        (self.first_line..=self.last_line).contains(&line)
            && (self.first_column..=self.last_column).contains(&column)
    }
}

/// What a dimension of a cube holds, as far as its file says so or its codes show it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    /// Areas: a map in PX, `geo` in JSON-stat, or codes that are areas'.
    Area,
    /// Time: `TIMEVAL` in PX, `time` in JSON-stat.
    Time,
    /// Measures: `CONTVARIABLE` in PX, `metric` in JSON-stat.
    Measure,
    /// Anything else.
    #[default]
    Other,
}

/// One dimension of a cube with its categories in the cube's order.
///
/// A cube is unfolded into columns: first one for each dimension that is not in columns, then one of values for each
/// combination of the others, row-major in the cube's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dimension {
    /// The code, such as `ContentsCode`; the name where it has none.
    pub code: String,
    /// The name people read.
    pub label: String,
    /// What it holds.
    pub role: Role,
    /// Whether its categories are told by the header instead of by a column.
    pub in_columns: bool,
    /// The categories.
    pub categories: Vec<Category>,
}

/// One category of a dimension.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Category {
    /// The code.
    pub code: String,
    /// The name people read; the code if there is none. In a column of areas a cell holds code and name.
    pub label: String,
    /// What the values of this category are counted in, where it is said.
    pub unit: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_values_is_told_by_its_categories() {
        let dimension = |label: &str, in_columns, categories: &[&str]| Dimension {
            label: label.to_owned(),
            in_columns,
            categories: categories
                .iter()
                .map(|code| Category { code: (*code).to_owned(), ..Category::default() })
                .collect(),
            ..Dimension::default()
        };
        let info = TableInfo {
            dimensions: [
                dimension("mått", true, &["a", "b"]),
                dimension("region", false, &["0114"]),
                dimension("år", true, &["2023", "2024"]),
            ]
            .into(),
            ..TableInfo::of("a.px", Format::Px)
        };
        let codes = |column| {
            info.coordinates(column)
                .iter()
                .map(|(_, category)| category.code.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!([0, 1, 2, 3, 4, 5].map(codes), ["", "a 2023", "a 2024", "b 2023", "b 2024", ""]);
        assert_eq!(info.stub(0).map(|dimension| dimension.label.as_str()), Some("region"));
        assert_eq!(info.stub(1), None);
    }

    #[test]
    fn a_cell_knows_the_merged_range_that_it_lies_in() {
        let merge = Merge { first_line: 1, last_line: 2, first_column: 3, last_column: 4 };
        let info = TableInfo { merges: [merge].into(), ..TableInfo::of("a.xlsx", Format::Xlsx) };
        assert_eq!(info.merged(2, 4), Some(&merge));
        assert_eq!(info.merged(3, 4), None);
        assert_eq!(info.merged(1, 2), None);
    }
}
