//! The facts of an error, by kind, each with its stable code.

use serde::Serialize;

use super::{JsonType, OtherFormat, Quantity};

/// Makes the enum of problems: a variant's code stands once beside it, for serde and for [`Problem::code`].
macro_rules! problems {
    (
        $(#[$about:meta])*
        pub enum Problem {
            $(
                $(#[$each:meta])*
                $variant:ident $({ $($(#[$fact:meta])* $name:ident: $kind:ty),+ $(,)? })? = $code:tt
            ),+ $(,)?
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(tag = "code", rename_all_fields = "camelCase")]
        pub enum Problem {
            $($(#[$each])* #[serde(rename = $code)] $variant $({ $($(#[$fact])* $name: $kind),+ })?),+
        }

        impl Problem {
            /// All codes, in order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// Returns the stable code, such as `not-a-number`.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $code),+
                }
            }

            /// Returns one of each, with empty facts.
            #[cfg(test)]
            pub(crate) fn samples() -> Vec<Self> {
                vec![$(Self::$variant $({ $($name: <$kind>::default()),+ })?),+]
            }
        }
    };
}

problems! {
    /// The facts of an error, by kind.
    #[non_exhaustive]
    pub enum Problem {
        /// The text is not a number in Swedish or English notation.
        NotANumber {
            /// The offending text.
            text: String,
        } = "not-a-number",
        /// The number has more than one decimal mark.
        TwoMarks {
            /// The offending text.
            text: String,
        } = "two-marks",
        /// The number is below zero.
        Negative {
            /// The offending text.
            text: String,
        } = "negative",
        /// The percentage is above 100.
        AboveHundred {
            /// The offending text.
            text: String,
        } = "above-hundred",
        /// The number has more digits than can be kept exactly.
        TooManyDigits {
            /// The offending text.
            text: String,
        } = "too-many-digits",
        /// A count has a decimal part.
        NotWhole {
            /// The offending text.
            text: String,
        } = "not-whole",
        /// A count such as `1.234`, which is 1 234 in one notation and a bit over 1 in the other.
        Ambiguous {
            /// The offending text.
            text: String,
        } = "ambiguous",
        /// The count is larger than its total.
        CountAboveTotal {
            /// The count.
            count: u64,
            /// The total.
            total: u64,
        } = "count-above-total",
        /// The total is zero, so there is no share.
        TotalZero = "total-zero",
        /// A count was given without its total.
        TotalMissing = "total-missing",
        /// A total was given without its count.
        CountMissing = "count-missing",
        /// The figure is of another kind than the criterion's unit asks for.
        WrongUnit {
            /// The criterion's id.
            criterion: String,
        } = "wrong-unit",
        /// The text is not a day of the calendar as `2019-01-01`.
        NotADate {
            /// The offending text.
            text: String,
        } = "not-a-date",
        /// The memo plans no money for the year.
        YearOutsidePlan {
            /// The year asked for.
            year: u16,
            /// The first year of the plan.
            first: u16,
            /// The last year of the plan.
            last: u16,
        } = "year-outside-plan",
        /// The text is not a JSON document of this kind.
        NotJson {
            /// What the parser says.
            reason: String,
        } = "not-json",
        /// An object lacks a member.
        MissingMember {
            /// The member's name.
            name: String,
        } = "missing-member",
        /// An object has a member of an unknown name.
        UnknownMember {
            /// The member's name.
            name: String,
        } = "unknown-member",
        /// A value is of another JSON type.
        WrongKind {
            /// The type found.
            found: JsonType,
            /// The type expected.
            expected: JsonType,
        } = "wrong-kind",
        /// A word is none of those known.
        UnknownWord {
            /// The word found.
            text: String,
            /// The words known, with commas between.
            known: String,
        } = "unknown-word",
        /// A text is empty or blank.
        EmptyText = "empty-text",
        /// A text is too long.
        TooLong {
            /// The most characters.
            longest: usize,
        } = "too-long",
        /// An id is not `[a-z][a-z0-9-]*`.
        BadId {
            /// The id found.
            text: String,
        } = "bad-id",
        /// A date is not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or is of a day or a month that does not exist.
        BadDate {
            /// The date found.
            text: String,
        } = "bad-date",
        /// Two criteria have the same id.
        DuplicateId {
            /// The id.
            id: String,
        } = "duplicate-id",
        /// A number of a criteria set is outside the range of its unit.
        OutOfRange {
            /// The number found.
            text: String,
            /// The highest possible.
            highest: String,
        } = "out-of-range",
        /// A criteria set has no criteria, or too many.
        CriteriaOutOfRange {
            /// How many it has.
            found: usize,
            /// The most it can have.
            most: usize,
        } = "criteria-out-of-range",
        /// A reading requires more criteria than there are.
        RequireOutOfRange {
            /// How many it requires.
            found: usize,
            /// How many there are.
            most: usize,
        } = "require-out-of-range",
        /// A reading differs on a point that the source settles.
        SettledPoint {
            /// `tie` or `require`.
            point: String,
        } = "settled-point",
        /// There is more of something than the limit allows.
        TooLarge {
            /// What there is too much of.
            what: Quantity,
            /// The largest number allowed.
            limit: u64,
        } = "too-large",
        /// A text taken for UTF-8 turned out not to be; reading it again as Windows-1252 helps.
        NotUtf8 = "not-utf8",
        /// The file's format is not one that is read.
        UnknownFormat = "unknown-format",
        /// The file is of a format that is known and not read.
        OtherFormat {
            /// The format.
            format: OtherFormat,
        } = "other-format",
        /// The file holds nothing, or nothing but blanks.
        EmptyFile = "empty-file",
        /// The file is of a known format but can't be read.
        Damaged {
            /// The part that can't be read, in the format's own words (`xl/workbook.xml`, `dimension.Region`, `STUB`).
            part: String,
        } = "damaged",
        /// The file is protected by a password.
        Encrypted = "encrypted",
        /// The number of values differs from what the file's own sizes say.
        WrongSize {
            /// How many values the sizes promise.
            expected: u64,
            /// How many there are.
            found: u64,
        } = "wrong-size",
        /// A document or a link of this kind, but of a version that this product does not know.
        UnknownVersion {
            /// The version found.
            text: String,
        } = "unknown-version",
        /// A line of a decision record was altered: its digest is not that of what it says.
        LineAltered = "line-altered",
        /// A line of a decision record is not what its inputs give when they are computed again.
        LineDoesNotFollow = "line-does-not-follow",
        /// A line of a decision record is missing.
        LineMissing = "line-missing",
        /// The text is no decision record, nor a page that holds one.
        NotARecord = "not-a-record",
        /// The address holds no work, or it is cut or altered beyond reading.
        NotALink = "not-a-link",
        /// A part of a link was cut or altered, so it was left out.
        LinkDamaged {
            /// The part: `criteria`, `reading`, `area`, `figure`, `scenario`, `set`, or `rest` for what can't be told.
            part: String,
        } = "link-damaged",
        /// Reading was stopped on request.
        Cancelled = "cancelled",
        /// The record is about no area.
        NotAnArea = "not-an-area",
        /// The record is blank and stands between others.
        BlankRecord = "blank-record",
        /// The area, or the area's category, occurred before; the first occurrence stands.
        DuplicateArea = "duplicate-area",
        /// The area has a figure for the criterion in another table; none stands where they contradict each other.
        DuplicateFigure {
            /// The criterion's id.
            criterion: String,
        } = "duplicate-figure",
        /// The number is below 1 among percentages that are all above 10, so that it may be a fraction, or missing.
        FractionAmongPercentages = "fraction-among-percentages",
        /// Most areas stand in several rows, and no column tells the rows apart.
        AreasRepeat = "areas-repeat",
        /// The file describes a table and has none of its figures, as metadata do.
        OnlyMetadata = "only-metadata",
        /// The code and the name of the area are those of different municipalities.
        NameOfAnother = "name-of-another",
        /// The row has more cells than the heading, or ends between its figures.
        UnevenRow = "uneven-row",
        /// The areas stand in a row, each with a column of its own.
        AreasInARow = "areas-in-a-row",
        /// No column of the file has areas.
        NoArea = "no-area",
        /// The key does not have one column of parts, one of the areas that they lie in, and at most one of weights.
        NoKey = "no-key",
        /// No column of the files has figures for a criterion.
        NoMeasure {
            /// The headings of the first file's columns of numbers, and the words in them that were not understood.
            columns: String,
        } = "no-measure",
        /// No table of the file has the columns of a log of changed areas.
        NoChangeLog = "no-change-log",
    }
}

impl Problem {
    /// Makes the fact that `text` is none of the `known` words.
    pub(crate) fn unknown_word(text: &str, known: &[&str]) -> Self {
        Self::UnknownWord { text: text.to_owned(), known: known.join(", ") }
    }
}
