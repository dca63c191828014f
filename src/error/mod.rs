//! The one error type: what was found, where, and a stable code.
//!
//! Variants carry facts, not sentences. [`Display`](std::fmt::Display) is for developers: place, code and facts. The
//! sentences for people, with what was expected and what to do, are those of [`words`](crate::words) and of the page.

mod format;
mod problem;

use std::fmt;

pub use format::OtherFormat;
pub use problem::Problem;

use serde::Serialize;

/// What went wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Error {
    /// The facts.
    pub problem: Problem,
    /// Where it was found; for a typed figure the member that is wrong, `None` where it is the figure as a whole.
    pub place: Option<Box<Place>>,
}

/// A place in what was given: a file and a position in it, or a path in a JSON document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The file's name as given.
    pub file: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The first physical line of the record, from 1.
    pub line: Option<u64>,
    /// The column's header, or its letter where it has none.
    pub column: Option<String>,
    /// The path in a JSON document (`criteria[2].threshold`).
    pub path: Option<String>,
}

worded! {
    /// What a value of a JSON document is.
    #[derive(Default)]
    pub enum JsonType {
        /// `null`.
        #[default]
        Null = "null",
        /// `true` or `false`.
        Boolean = "boolean",
        /// A number.
        Number = "number",
        /// A whole number that is not negative.
        WholeNumber = "whole number",
        /// Text.
        Text = "string",
        /// A list of values.
        List = "array",
        /// Named values.
        Object = "object",
    }
}

worded! {
    /// What a limit of the file readers counts.
    #[derive(Default)]
    pub enum Quantity {
        /// Bytes of a file that is streamed.
        #[default]
        Bytes = "bytes",
        /// Bytes of a file that has to be in memory as a whole.
        DocumentBytes = "document-bytes",
        /// Bytes that a compressed file inflates to.
        InflatedBytes = "inflated-bytes",
        /// Cells of a table.
        Cells = "cells",
        /// Cells of a table that no bytes of its file stand for: blank and repeated ones.
        UnwrittenCells = "unwritten-cells",
        /// Bytes of text in all cells of a table together.
        TextBytes = "text-bytes",
        /// Columns of a record.
        Columns = "columns",
        /// Bytes of a record.
        RowLength = "row-length",
        /// Files in an archive, or sheets in a workbook.
        Members = "members",
        /// Elements of XML, and texts, formats and merged ranges of a workbook.
        Elements = "elements",
        /// Elements of XML within each other.
        Depth = "depth",
        /// Areas.
        Areas = "areas",
        /// Figures, scenarios or positions of what a person made.
        Entries = "entries",
    }
}

impl Error {
    /// Returns the stable code, such as `not-a-number`.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// Adds the place, for a caller that knows it.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(Box::new(place));
        self
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self { problem, place: None }
    }
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            place.fmt(f)?;
        }
        self.problem.fmt(f)
    }
}

/// Writes what is known of the place, each part followed by a colon and a blank.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, sheet, line, column, path } = self;
        if let Some(file) = file {
            write!(f, "{file}: ")?;
        }
        if let Some(sheet) = sheet {
            write!(f, "sheet {sheet}: ")?;
        }
        if let Some(line) = line {
            write!(f, "line {line}: ")?;
        }
        if let Some(column) = column {
            write!(f, "column {column}: ")?;
        }
        if let Some(path) = path {
            write!(f, "{path}: ")?;
        }
        Ok(())
    }
}

/// Writes the code and the facts.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = format!("{self:?}");
        match found.split_once(' ') {
            Some((_, facts)) => write!(f, "{} {facts}", self.code()),
            None => f.write_str(self.code()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_developer_is_told_place_code_and_facts() {
        let place = Place { file: Some("a.csv".to_owned()), line: Some(17), ..Place::default() };
        let negative = Error::from(Problem::Negative { text: "-1".to_owned() }).at(place);
        assert_eq!(negative.to_string(), "a.csv: line 17: negative { text: \"-1\" }");
        assert_eq!(Error::from(Problem::NoArea).to_string(), "no-area");
    }

    #[test]
    fn serde_has_the_code_that_the_problem_has() {
        let samples = Problem::samples();
        assert_eq!(samples.iter().map(Problem::code).collect::<Vec<_>>(), Problem::CODES);
        for problem in samples {
            let json = crate::document::to_json(&problem).unwrap();
            assert!(json.starts_with(&format!("{{\"code\":\"{}\"", problem.code())), "{json}");
        }
    }
}
