//! The one error type: what was found, where, and a stable code.
//!
//! Variants carry facts, not sentences. [`Display`](std::fmt::Display) is for developers, in English; the sentences
//! for people, with what was expected and what to do, stand in the texts of the page and of the command line, by
//! [`Error::code`].

use std::fmt;

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

/// The facts of an error, by kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Problem {
    /// The text is not a number in Swedish or English notation.
    NotANumber {
        /// The offending text.
        text: String,
    },
    /// The number has more than one decimal mark.
    TwoMarks {
        /// The offending text.
        text: String,
    },
    /// The number is below zero.
    Negative {
        /// The offending text.
        text: String,
    },
    /// The percentage is above 100.
    AboveHundred {
        /// The offending text.
        text: String,
    },
    /// The number has more digits than can be kept exactly.
    TooManyDigits {
        /// The offending text.
        text: String,
    },
    /// A count has a decimal part.
    NotWhole {
        /// The offending text.
        text: String,
    },
    /// A count such as `1.234`, which is 1 234 in one notation and a bit over 1 in the other.
    Ambiguous {
        /// The offending text.
        text: String,
    },
    /// The count is larger than its total.
    CountAboveTotal {
        /// The count.
        count: u64,
        /// The total.
        total: u64,
    },
    /// The total is zero, so there is no share.
    TotalZero,
    /// A count was given without its total.
    TotalMissing,
    /// A total was given without its count.
    CountMissing,
    /// The figure is of another kind than the criterion's unit asks for.
    WrongUnit {
        /// The criterion's id.
        criterion: String,
    },
    /// The text is not a day of the calendar as `2019-01-01`.
    NotADate {
        /// The offending text.
        text: String,
    },
    /// The memo plans no money for the year.
    YearOutsidePlan {
        /// The year asked for.
        year: u16,
        /// The first year of the plan.
        first: u16,
        /// The last year of the plan.
        last: u16,
    },
    /// The text is not a JSON document of this kind.
    NotJson {
        /// What the parser says.
        reason: String,
    },
    /// An object lacks a member.
    MissingMember {
        /// The member's name.
        name: String,
    },
    /// An object has a member of an unknown name.
    UnknownMember {
        /// The member's name.
        name: String,
    },
    /// A value is of another JSON type.
    WrongKind {
        /// The type found.
        found: String,
        /// The type expected.
        expected: String,
    },
    /// A word is none of those known.
    UnknownWord {
        /// The word found.
        text: String,
        /// The words known, with commas between.
        known: String,
    },
    /// A text is empty or blank.
    EmptyText,
    /// A text is too long.
    TooLong {
        /// The most characters.
        longest: usize,
    },
    /// An id is not `[a-z][a-z0-9-]*`.
    BadId {
        /// The id found.
        text: String,
    },
    /// A date is not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or is of a day or a month that does not exist.
    BadDate {
        /// The date found.
        text: String,
    },
    /// Two criteria have the same id.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A number of a criteria set is outside the range of its unit.
    OutOfRange {
        /// The number found.
        text: String,
        /// The highest possible.
        highest: String,
    },
    /// A criteria set has no criteria, or too many.
    CriteriaOutOfRange {
        /// How many it has.
        found: usize,
        /// The most it can have.
        most: usize,
    },
    /// A reading requires more criteria than there are.
    RequireOutOfRange {
        /// How many it requires.
        found: usize,
        /// How many there are.
        most: usize,
    },
    /// A reading differs on a point that the source settles.
    SettledPoint {
        /// `tie` or `require`.
        point: String,
    },
    /// There is more of something than the limit allows.
    TooLarge {
        /// What there is too much of.
        what: Quantity,
        /// The largest number allowed.
        limit: u64,
    },
    /// A text taken for UTF-8 turned out not to be; reading it again as Windows-1252 helps.
    NotUtf8,
    /// The file's format is not one that is read.
    UnknownFormat,
    /// The file is of a format that is known and not read.
    OtherFormat {
        /// The format.
        format: OtherFormat,
    },
    /// The file holds nothing, or nothing but blanks.
    EmptyFile,
    /// The file is of a known format but can't be read.
    Damaged {
        /// The part that can't be read, in the format's own words (`xl/workbook.xml`, `dimension.Region`, `STUB`).
        part: String,
    },
    /// The file is protected by a password.
    Encrypted,
    /// The number of values differs from what the file's own sizes say.
    WrongSize {
        /// How many values the sizes promise.
        expected: u64,
        /// How many there are.
        found: u64,
    },
    /// A document or a link of this kind, but of a version that this product does not know.
    UnknownVersion {
        /// The version found.
        text: String,
    },
    /// A line of a decision record was altered: its digest is not that of what it says.
    LineAltered,
    /// A line of a decision record is not what its inputs give when they are computed again.
    LineDoesNotFollow,
    /// A line of a decision record is missing.
    LineMissing,
    /// The text is no decision record, nor a page that holds one.
    NotARecord,
    /// The address holds no work, or it is cut or altered beyond reading.
    NotALink,
    /// A part of a link was cut or altered, so it was left out.
    LinkDamaged {
        /// The part: `criteria`, `reading`, `area`, `figure`, `scenario`, `set`, or `rest` for what can't be told.
        part: String,
    },
    /// Reading was stopped on request.
    Cancelled,
    /// The record is about no area.
    NotAnArea,
    /// The record is blank and stands between others.
    BlankRecord,
    /// The area, or the area's category, occurred before; the first occurrence stands.
    DuplicateArea,
    /// The area has a figure for the criterion in another table; the first stands.
    DuplicateFigure {
        /// The criterion's id.
        criterion: String,
    },
    /// The file describes a table and has none of its figures, as metadata do.
    OnlyMetadata,
    /// No column of the file has areas.
    NoArea,
    /// No column of the files has figures for a criterion.
    NoMeasure,
}

/// What a limit of the file readers counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Quantity {
    /// Bytes of a file that is streamed.
    Bytes,
    /// Bytes of a file that has to be in memory as a whole.
    DocumentBytes,
    /// Bytes that a compressed file inflates to.
    InflatedBytes,
    /// Cells of a table.
    Cells,
    /// Cells of a table that no bytes of its file stand for: blank and repeated ones.
    UnwrittenCells,
    /// Bytes of text in all cells of a table together.
    TextBytes,
    /// Columns of a record.
    Columns,
    /// Bytes of a record.
    RowLength,
    /// Files in an archive, or sheets in a workbook.
    Members,
    /// Elements of XML, and texts, formats and merged ranges of a workbook.
    Elements,
    /// Elements of XML within each other.
    Depth,
    /// Areas.
    Areas,
    /// Figures, scenarios or positions of what a person made.
    Entries,
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bytes | Self::DocumentBytes => "bytes",
            Self::InflatedBytes => "inflated bytes",
            Self::Cells => "cells",
            Self::UnwrittenCells => "blank or repeated cells",
            Self::TextBytes => "bytes of text",
            Self::Columns => "columns",
            Self::RowLength => "bytes in a record",
            Self::Members => "files or sheets",
            Self::Elements => "elements",
            Self::Depth => "elements within each other",
            Self::Areas => "areas",
            Self::Entries => "entries",
        })
    }
}

/// A format that is known by its first bytes and holds no table that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum OtherFormat {
    /// A web page, often saved as `.xls`.
    Html,
    /// The XML spreadsheet of Excel 2003.
    #[serde(rename = "xml-spreadsheet-2003")]
    XmlSpreadsheet2003,
    /// An `OpenDocument` spreadsheet in one XML file.
    FlatOds,
    /// Any other XML.
    Xml,
    /// JSON that is no JSON-stat, such as a list of objects.
    Json,
    /// A JSON-stat collection, which lists tables and has none.
    JsonStatCollection,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// A file packed by gzip.
    Gzip,
    /// A file packed by another program than ZIP and gzip.
    Packed,
    /// A spreadsheet of Apple Numbers.
    Numbers,
    /// A binary workbook of Excel, XLSB.
    Xlsb,
    /// A workbook of Excel 2 to 4.
    #[serde(rename = "excel-4")]
    Excel4,
    /// A text document, DOC, DOCX, ODT or RTF.
    TextDocument,
    /// Any other document of an office program.
    OfficeDocument,
    /// Apache Parquet.
    Parquet,
    /// A database of `SQLite`.
    Sqlite,
    /// SYLK, which Excel calls symbolic link.
    Sylk,
    /// DIF.
    Dif,
    /// A worksheet of Lotus 1-2-3.
    Lotus,
    /// A shapefile, a `GeoPackage` or another map without a table.
    Map,
    /// Bytes that are no text.
    Binary,
}

impl fmt::Display for OtherFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Html => "a web page (HTML)",
            Self::XmlSpreadsheet2003 => "an XML spreadsheet of Excel 2003",
            Self::FlatOds => "a flat OpenDocument spreadsheet (XML)",
            Self::Xml => "an XML document",
            Self::Json => "JSON that is no JSON-stat",
            Self::JsonStatCollection => "a JSON-stat collection, which lists tables without their figures",
            Self::Pdf => "a PDF document",
            Self::Picture => "a picture",
            Self::Gzip => "a file packed by gzip",
            Self::Packed => "a packed file",
            Self::Numbers => "a spreadsheet of Apple Numbers",
            Self::Xlsb => "a binary workbook (XLSB)",
            Self::Excel4 => "a workbook of Excel 4 or older",
            Self::TextDocument => "a text document",
            Self::OfficeDocument => "a document of an office program",
            Self::Parquet => "a Parquet file",
            Self::Sqlite => "an SQLite database",
            Self::Sylk => "a SYLK file",
            Self::Dif => "a DIF file",
            Self::Lotus => "a worksheet of Lotus 1-2-3",
            Self::Map => "a map",
            Self::Binary => "bytes that are no text",
        })
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

impl Problem {
    /// Makes the fact that `text` is none of the `known` words.
    pub(crate) fn unknown_word(text: &str, known: &[&str]) -> Self {
        Self::UnknownWord { text: text.to_owned(), known: known.join(", ") }
    }

    /// Returns the stable code, such as `not-a-number`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotANumber { .. } => "not-a-number",
            Self::TwoMarks { .. } => "two-marks",
            Self::Negative { .. } => "negative",
            Self::AboveHundred { .. } => "above-hundred",
            Self::TooManyDigits { .. } => "too-many-digits",
            Self::NotWhole { .. } => "not-whole",
            Self::Ambiguous { .. } => "ambiguous",
            Self::CountAboveTotal { .. } => "count-above-total",
            Self::TotalZero => "total-zero",
            Self::TotalMissing => "total-missing",
            Self::CountMissing => "count-missing",
            Self::WrongUnit { .. } => "wrong-unit",
            Self::NotADate { .. } => "not-a-date",
            Self::YearOutsidePlan { .. } => "year-outside-plan",
            Self::NotJson { .. } => "not-json",
            Self::MissingMember { .. } => "missing-member",
            Self::UnknownMember { .. } => "unknown-member",
            Self::WrongKind { .. } => "wrong-kind",
            Self::UnknownWord { .. } => "unknown-word",
            Self::EmptyText => "empty-text",
            Self::TooLong { .. } => "too-long",
            Self::BadId { .. } => "bad-id",
            Self::BadDate { .. } => "bad-date",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::OutOfRange { .. } => "out-of-range",
            Self::CriteriaOutOfRange { .. } => "criteria-out-of-range",
            Self::RequireOutOfRange { .. } => "require-out-of-range",
            Self::SettledPoint { .. } => "settled-point",
            Self::TooLarge { .. } => "too-large",
            Self::NotUtf8 => "not-utf8",
            Self::UnknownFormat => "unknown-format",
            Self::OtherFormat { .. } => "other-format",
            Self::EmptyFile => "empty-file",
            Self::Damaged { .. } => "damaged",
            Self::Encrypted => "encrypted",
            Self::WrongSize { .. } => "wrong-size",
            Self::UnknownVersion { .. } => "unknown-version",
            Self::LineAltered => "line-altered",
            Self::LineDoesNotFollow => "line-does-not-follow",
            Self::LineMissing => "line-missing",
            Self::NotARecord => "not-a-record",
            Self::NotALink => "not-a-link",
            Self::LinkDamaged { .. } => "link-damaged",
            Self::Cancelled => "cancelled",
            Self::NotAnArea => "not-an-area",
            Self::BlankRecord => "blank-record",
            Self::DuplicateArea => "duplicate-area",
            Self::DuplicateFigure { .. } => "duplicate-figure",
            Self::OnlyMetadata => "only-metadata",
            Self::NoArea => "no-area",
            Self::NoMeasure => "no-measure",
        }
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

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber { text } => write!(f, "found {text:?}, expected a number such as 58,2 or 742"),
            Self::TwoMarks { text } => write!(f, "found {text:?}, expected at most one decimal mark"),
            Self::Negative { text } => write!(f, "found {text:?}, expected zero or more"),
            Self::AboveHundred { text } => write!(f, "found {text:?}, expected a percentage from 0 to 100"),
            Self::TooManyDigits { text } => {
                write!(f, "found {text:?}, expected at most 12 decimals and a count of at most 10^12")
            }
            Self::NotWhole { text } => write!(f, "found {text:?}, expected a whole number"),
            Self::Ambiguous { text } => {
                write!(f, "found {text:?}, which is thousands or decimals; write it without the mark")
            }
            Self::CountAboveTotal { count, total } => {
                write!(f, "found {count} of {total}, expected a count no larger than its total")
            }
            Self::TotalZero => f.write_str("found the total 0, expected at least 1"),
            Self::TotalMissing => f.write_str("found a count without its total"),
            Self::CountMissing => f.write_str("found a total without its count"),
            Self::WrongUnit { criterion } => {
                write!(f, "found a figure in another unit than that of {criterion}")
            }
            Self::NotADate { text } => write!(f, "found {text:?}, expected a day such as 2019-01-01"),
            Self::YearOutsidePlan { year, first, last } => {
                write!(f, "found the year {year}, expected one from {first} to {last}")
            }
            Self::NotJson { reason } => write!(f, "not a JSON document: {reason}"),
            Self::MissingMember { name } => write!(f, "the member {name:?} is missing"),
            Self::UnknownMember { name } => write!(f, "the member {name:?} is not known"),
            Self::WrongKind { found, expected } => write!(f, "found a {found}, expected a {expected}"),
            Self::UnknownWord { text, known } => write!(f, "found {text:?}, expected one of {known}"),
            Self::EmptyText => f.write_str("found an empty text"),
            Self::TooLong { longest } => write!(f, "found a text of more than {longest} characters"),
            Self::BadId { text } => {
                write!(f, "found the id {text:?}, expected lower-case letters, digits and hyphens")
            }
            Self::BadDate { text } => {
                write!(f, "found the date {text:?}, expected a YYYY, YYYY-MM or YYYY-MM-DD that exists")
            }
            Self::DuplicateId { id } => write!(f, "the id {id:?} stands there twice"),
            Self::OutOfRange { text, highest } => {
                write!(f, "found {text}, expected a number from 0 to {highest} in the decimals of its unit")
            }
            Self::CriteriaOutOfRange { found, most } => {
                write!(f, "found {found} criteria, expected 1 to {most}")
            }
            Self::RequireOutOfRange { found, most } => {
                write!(f, "found at least {found} criteria required, expected 1 to {most}")
            }
            Self::SettledPoint { point } => write!(f, "the source settles {point}, so it cannot be chosen"),
            Self::TooLarge { what, limit } => write!(f, "found more than {limit} {what}, which is the limit"),
            Self::NotUtf8 => f.write_str("found bytes that are not UTF-8; read the file as Windows-1252"),
            Self::UnknownFormat => f.write_str(
                "found none of CSV, XLSX, XLS, ODS, JSON-stat and PX; export the table as one of them",
            ),
            Self::OtherFormat { format } => write!(
                f,
                "found {format}, expected a table as CSV, XLSX, XLS, ODS, JSON-stat or PX; save or download it as one of them"
            ),
            Self::EmptyFile => f.write_str("found an empty file, expected a table"),
            Self::Damaged { part } => write!(f, "found {part} damaged; export the file anew"),
            Self::Encrypted => f.write_str("found a password; save the file without it"),
            Self::WrongSize { expected, found } => {
                write!(f, "found {found} values, expected {expected} by the sizes")
            }
            Self::UnknownVersion { text } => write!(f, "found version {text}, which a newer product wrote"),
            Self::LineAltered => f.write_str("found the line altered: its digest does not match"),
            Self::LineDoesNotFollow => f.write_str("found another line than the inputs give"),
            Self::LineMissing => f.write_str("the line is missing"),
            Self::NotARecord => f.write_str("found no decision record"),
            Self::NotALink => f.write_str("found no work in the address"),
            Self::LinkDamaged { part } => write!(f, "a part of the link is damaged and left out: {part}"),
            Self::Cancelled => f.write_str("stopped on request"),
            Self::NotAnArea => f.write_str("found no area, expected a code such as 0180R001"),
            Self::BlankRecord => f.write_str("found a blank record"),
            Self::DuplicateArea => f.write_str("found the area again; the first stands"),
            Self::DuplicateFigure { criterion } => {
                write!(f, "found a second figure for {criterion}; the first stands")
            }
            Self::OnlyMetadata => {
                f.write_str("found a description of a table without its figures; export the table's data")
            }
            Self::NoArea => f.write_str("found no column of areas, expected codes such as 0180R001"),
            Self::NoMeasure => f.write_str("found no column of a criterion; name one in a recipe"),
        }
    }
}
