//! The English words.

use super::{Headings, Noun, decimal};
use crate::assess::{Certainty, Outcome, Verdict};
use crate::criteria::Language;
use crate::error::{JsonType, OtherFormat, Place, Problem, Quantity};
use crate::figure::MAX_COUNT;

pub(super) const HEADINGS: Headings = Headings {
    verdict: "Answer",
    percent: "percent",
    count: "count",
    total: "of total",
    count_and_total: "count of total",
    persons: "people",
    #[cfg(feature = "tables")]
    outcome: "outcome",
    #[cfg(feature = "tables")]
    certainty: "certainty",
};

pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::AtThreshold => "exactly on the threshold",
        Outcome::NotMet => "not met",
        Outcome::Unknown => "cannot be assessed",
    }
}

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Meets => "meets",
        Verdict::DoesNotMeet => "does not meet",
        Verdict::Undetermined => "cannot be decided",
    }
}

pub(super) fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Depends => "may change by rounding or uncertain counts",
    }
}

pub(super) fn place(place: &Place) -> String {
    place.to_string()
}

pub(super) fn sentence(problem: &Problem) -> String {
    match problem {
        Problem::NotANumber { text } => {
            format!("“{text}” is not a number. Write for example 58.2 or 742.")
        }
        Problem::TwoMarks { text } => format!("“{text}” has more than one decimal mark. Write at most one."),
        Problem::Negative { text } => format!("“{text}” is below zero. Write zero or more."),
        Problem::AboveHundred { text } => {
            format!("“{text}” is above 100 percent. Write a number from 0 to 100.")
        }
        Problem::TooManyDigits { text } => format!(
            "“{text}” has too many digits. At most 12 decimals and counts up to {} can be computed with.",
            number(MAX_COUNT)
        ),
        Problem::NotWhole { text } => {
            format!("“{text}” is not a whole number. Write the count without decimals.")
        }
        Problem::Ambiguous { text } => {
            format!("“{text}” may be thousands or decimals. Write the count without comma and point.")
        }
        Problem::CountAboveTotal { count, total } => {
            format!("The count {} is larger than the total {}. Check both.", number(count), number(total))
        }
        Problem::TotalZero => "The total is 0, so there is no share to compute. It must be at least 1.".to_owned(),
        Problem::TotalMissing => {
            "The total is missing. Write the count and the total, such as 742/1237.".to_owned()
        }
        Problem::CountMissing => {
            "The count is missing. Write the count and the total, such as 742/1237.".to_owned()
        }
        Problem::WrongUnit { criterion } => {
            format!("The figure is in another unit than the criterion {criterion}. Write it in that unit.")
        }
        Problem::NotADate { text } => format!("“{text}” is not a day. Write for example 2019-01-01."),
        Problem::YearOutsidePlan { year, first, last } => {
            format!("The memo plans no money for {year}. Choose a year from {first} to {last}.")
        }
        Problem::NotJson { reason } => format!("This cannot be read as JSON. The reader says: “{reason}”."),
        Problem::MissingMember { name } => format!("The member “{name}” is missing. Add it."),
        Problem::UnknownMember { name } => {
            format!("The member “{name}” is not known. Check the spelling or remove it.")
        }
        Problem::WrongKind { found, expected } => {
            format!("Here is {}. It must be {}.", json_type(*found), json_type(*expected))
        }
        Problem::UnknownWord { text, known } => {
            format!("“{text}” cannot be used here. Write one of: {known}.")
        }
        Problem::EmptyText => "The text is empty. Write something.".to_owned(),
        Problem::TooLong { longest } => {
            format!("The text is longer than {}. Shorten it.", counted(longest, Noun::Character))
        }
        Problem::BadId { text } => format!(
            "“{text}” cannot be used as an id. Begin with a letter a–z, and use only lower-case letters, digits and hyphens."
        ),
        Problem::BadDate { text } => {
            format!("“{text}” is not a date that exists. Write YYYY, YYYY-MM or YYYY-MM-DD.")
        }
        Problem::DuplicateId { id } => format!("The id “{id}” is there twice. Give one of them another."),
        Problem::OutOfRange { text, highest } => format!(
            "{text} cannot be used. Write a number from 0 to {highest}, for people without decimals."
        ),
        Problem::CriteriaOutOfRange { found, most } => {
            format!("The set has {}. It must have 1 to {most}.", counted(found, Noun::Criterion))
        }
        Problem::RequireOutOfRange { found, most } => {
            format!("{} cannot be required. Require 1 to {most}.", counted(found, Noun::Criterion))
        }
        Problem::SettledPoint { point } => {
            let point = match point.as_str() {
                "tie" => "whether a figure exactly on the threshold counts",
                "require" => "how many criteria are required",
                other => other,
            };
            format!("The source itself settles {point}, so it cannot be chosen.")
        }
        Problem::TooLarge { what, limit } => too_large(*what, *limit),
        Problem::NotUtf8 => {
            "The text is not UTF-8. Read it as Windows-1252, or save it as UTF-8.".to_owned()
        }
        Problem::UnknownFormat => {
            "The file is in none of the formats that can be read. Fetch the table as CSV, Excel (XLSX or XLS), ODS, PX or JSON-stat."
                .to_owned()
        }
        Problem::OtherFormat { format } => format!(
            "The file is {}. Fetch or save the table as CSV, Excel (XLSX or XLS), ODS, PX or JSON-stat.",
            other_format(*format)
        ),
        Problem::EmptyFile => "The file is empty. Fetch or save it again.".to_owned(),
        Problem::Damaged { part } => format!("The file is damaged: “{part}”. Fetch or save it again."),
        Problem::Encrypted => "The file is protected by a password. Save it without one.".to_owned(),
        Problem::WrongSize { expected, found } => format!(
            "The file has {}. By its own sizes it must have {}. Fetch it again.",
            counted(found, Noun::Value),
            number(expected)
        ),
        Problem::UnknownVersion { text } => {
            format!("This is version {text}, which this version of Tröskel cannot read.")
        }
        Problem::LineAltered => "The line is altered: its digest is not that of what it says.".to_owned(),
        Problem::LineDoesNotFollow => "The line is not what the figures give when computed again.".to_owned(),
        Problem::LineMissing => "The line is missing.".to_owned(),
        Problem::NotARecord => {
            "The file holds no record. Choose the record as JSON or its printable page.".to_owned()
        }
        Problem::NotALink => "The address holds nothing that can be opened. It is cut or altered.".to_owned(),
        Problem::LinkDamaged { part } => {
            format!("A part of the link is damaged and left out: {}.", part_of_link(part))
        }
        Problem::Cancelled => "Reading was stopped.".to_owned(),
        Problem::NotAnArea => "The row has no area code, such as 0180R001.".to_owned(),
        Problem::BlankRecord => "The row is blank.".to_owned(),
        Problem::DuplicateArea => "The area is in another row too, and that one holds.".to_owned(),
        Problem::DuplicateFigure { criterion } => {
            format!("The figure for {criterion} is in another table too. Where they say different things, none of them is used.")
        }
        Problem::FractionAmongPercentages => {
            "The number is below 1, and all others are above 10. It may be a fraction (0.583 for 58.3 percent) or missing, and is not used.".to_owned()
        }
        Problem::AreasRepeat => {
            "Most areas stand in several rows, and no column tells the rows apart. Add such a column, or take away the rows that are not to count.".to_owned()
        }
        Problem::OnlyMetadata => {
            "The file describes a table but has no figures. Fetch the table’s data.".to_owned()
        }
        Problem::NameOfAnother => {
            "The code and the name are of different municipalities. The row is not used.".to_owned()
        }
        Problem::UnevenRow => {
            "The row has more cells than the heading, or ends among its figures. It is not used: a separator may stand in a name, or one may be missing.".to_owned()
        }
        Problem::AreasInARow => {
            "The areas stand in a row, with a column for each. They must stand below each other, with a row for each: copy the table and paste it transposed.".to_owned()
        }
        Problem::NoArea => {
            "No column has areas. There must be codes such as 0180R001, or the areas’ names. Does the file have a municipality’s own division? Name the column and the municipality in a recipe: {\"area\": {\"column\": \"Primärområde\", \"municipality\": \"Göteborg\"}}.".to_owned()
        }
        Problem::NoKey => {
            "The key must have a column with codes of election districts or DeSO, one with codes of the DeSO or RegSO that they lie in, and at most one with weights. Does it have both DeSO and RegSO? Choose with --sum-to deso or --sum-to regso.".to_owned()
        }
        Problem::NoMeasure { columns } if columns.is_empty() => {
            "No column has figures for any of the criteria. Name the column in a recipe.".to_owned()
        }
        Problem::NoMeasure { columns } => format!(
            "No column has figures for any of the criteria. Numbers stand under: {columns}. Name the right column in a recipe."
        ),
        Problem::NoChangeLog => "The file is no log of changed areas. It needs three columns: old code, new code and \
            kind of change. Give a file that has them."
            .to_owned(),
    }
}

fn too_large(what: Quantity, limit: u64) -> String {
    let most = |noun| counted(limit, noun);
    match what {
        Quantity::Bytes | Quantity::DocumentBytes => {
            format!("The file is larger than {}, which is the limit. Split it.", most(Noun::Byte))
        }
        Quantity::InflatedBytes => {
            format!("The file inflates to more than {}, which is the limit. Split it.", most(Noun::Byte))
        }
        Quantity::Cells => format!(
            "The file has more than {}, which is the limit. Keep only the rows and columns that are needed.",
            most(Noun::Cell)
        ),
        Quantity::UnwrittenCells => format!(
            "The file has more than {} blank or repeated cells, which is the limit. Remove them.",
            number(limit)
        ),
        Quantity::TextBytes => format!(
            "The texts of the file are longer together than {}, which is the limit. Split the file.",
            most(Noun::Byte)
        ),
        Quantity::Columns => format!(
            "A row has more than {}, which is the limit. Keep only the columns that are needed.",
            most(Noun::Column)
        ),
        Quantity::RowLength => format!(
            "A row is longer than {}, which is the limit. Check line ends and quotes.",
            most(Noun::Byte)
        ),
        Quantity::Members => format!(
            "The file has more than {} sheets or files in it, which is the limit. Split it.",
            number(limit)
        ),
        Quantity::Elements => format!(
            "The file has more than {} parts (texts, formats or elements), which is the limit. Split it.",
            number(limit)
        ),
        Quantity::Depth => format!(
            "The file has more than {} elements within each other, which is the limit. Fetch or save it again.",
            number(limit)
        ),
        Quantity::Areas => {
            format!("The file has more than {}, which is the limit. Split it.", most(Noun::Area))
        }
        Quantity::Entries => {
            format!("There are more than {}, which is the limit. Remove some.", most(Noun::Entry))
        }
    }
}

fn json_type(kind: JsonType) -> &'static str {
    match kind {
        JsonType::Null => "null",
        JsonType::Boolean => "true or false",
        JsonType::Number => "a number",
        JsonType::WholeNumber => "a whole number, zero or more",
        JsonType::Text => "a text",
        JsonType::List => "a list",
        JsonType::Object => "an object",
    }
}

fn other_format(format: OtherFormat) -> &'static str {
    match format {
        OtherFormat::Html => "a web page (HTML)",
        OtherFormat::XmlSpreadsheet2003 => "an XML spreadsheet of Excel 2003",
        OtherFormat::FlatOds => "a flat OpenDocument spreadsheet (XML)",
        OtherFormat::Xml => "an XML document",
        OtherFormat::Json => "JSON that is not JSON-stat",
        OtherFormat::JsonStatCollection => "a JSON-stat collection, which lists tables without their figures",
        OtherFormat::Pdf => "a PDF document",
        OtherFormat::Picture => "a picture",
        OtherFormat::Gzip => "packed by gzip",
        OtherFormat::Packed => "packed by another program than ZIP",
        OtherFormat::Numbers => "a spreadsheet of Apple Numbers",
        OtherFormat::Xlsb => "a binary workbook (XLSB)",
        OtherFormat::Excel4 => "a workbook of Excel 4 or older",
        OtherFormat::TextDocument => "a text document",
        OtherFormat::OfficeDocument => "a document of an office program",
        OtherFormat::Parquet => "a Parquet file",
        OtherFormat::Sqlite => "an SQLite database",
        OtherFormat::Sylk => "a SYLK file",
        OtherFormat::Dif => "a DIF file",
        OtherFormat::Lotus => "a worksheet of Lotus 1-2-3",
        OtherFormat::Map => "a map without a table",
        OtherFormat::Binary => "no text and of no format that is known",
    }
}

fn part_of_link(part: &str) -> &str {
    match part {
        "criteria" => "which criteria it has",
        "reading" => "the reading",
        "area" => "which area it is",
        "figure" => "a figure",
        "scenario" => "a scenario",
        "set" => "the criteria set",
        "rest" => "something that cannot be told",
        other => other,
    }
}

fn counted(number: impl ToString + Copy, noun: Noun) -> String {
    super::counted(number, noun, Language::En)
}

fn number(number: impl ToString + Copy) -> String {
    decimal(&number.to_string(), Language::En)
}
