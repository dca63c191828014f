//! The rule under a reading as something to take away: SQL, a sheet of Excel formulas, or JSON.
//!
//! [`Rule`] is a criteria set, a reading of it and the kind of figures at hand; [`Rule::write`] makes the text. All
//! forms are three-valued as [`assess`](crate::assess) is: a figure that is missing, or that the core would refuse,
//! makes an outcome `unknown`, and a verdict `undetermined` only if it could change it. All are written so that they
//! compare exactly what the core compares; where the target's numbers end, a figure is `unknown` rather than rounded.
//!
//! ```
//! use troskel::criteria::{Language, sets};
//! use troskel::output::rule::{Form, Kind, Rule};
//!
//! let set = sets::get("promemoria-2018").expect("a set of the product");
//! let rule = Rule { set: &set, reading: set.reading(None, None)?, kind: Kind::Counts };
//! let sql = rule.write(Form::Sql, Language::En);
//! assert!(sql.contains("100 * CAST(low_education_count AS BIGINT) > 28 * CAST(low_education_total AS BIGINT)"));
//! assert_eq!("ods".parse::<Form>().unwrap_err().code(), "unknown-word");
//! # Ok::<(), troskel::Error>(())
//! ```

mod columns;
mod excel;
mod json;
mod sql;
mod words;

use columns::Columns;

use crate::criteria::{CriteriaSet, Criterion, Language, Reading, Tie};
use crate::figure::{Decimal, MAX_COUNT, pow10};

/// A criteria set under a reading, for figures of one kind.
#[derive(Debug, Clone, Copy)]
pub struct Rule<'a> {
    /// The criteria.
    pub set: &'a CriteriaSet,
    /// How the open points are read.
    pub reading: Reading,
    /// What the figures at hand are.
    pub kind: Kind,
}

worded! {
    /// The kind of figures that a rule is written for; a criterion in persons takes a plain count in either.
    pub enum Kind {
        /// Percentages.
        Percent = "percent",
        /// Counts of totals.
        Counts = "counts",
    }
}

worded! {
    /// What a rule can be written as.
    pub enum Form {
        /// One `SELECT` that SQLite, PostgreSQL, DuckDB and Spark SQL run unchanged.
        Sql = "sql",
        /// A sheet to paste into a Swedish Excel.
        ExcelSv = "excel-sv",
        /// A sheet to paste into an English Excel.
        ExcelEn = "excel-en",
        /// JSON.
        Json = "json",
    }
}

impl Rule<'_> {
    /// Writes the rule, ending in a line break; `language` is that of the explanations in the SQL.
    ///
    /// A sheet's language is its own, and JSON has both.
    pub fn write(&self, form: Form, language: Language) -> String {
        match form {
            Form::Sql => sql::write(self, language),
            Form::ExcelSv => excel::write(self, Language::Sv),
            Form::ExcelEn => excel::write(self, Language::En),
            Form::Json => json::write(self),
        }
    }

    /// Returns the criteria with the names of their columns, in the set's order.
    fn criteria(&self) -> impl Iterator<Item = (&Criterion, Columns)> {
        self.set.criteria.iter().zip(columns::of(self.set, self.kind))
    }

    fn required(&self) -> usize {
        self.reading.require.least(self.set.criteria.len())
    }

    fn counts_at_threshold(&self, criterion: &Criterion) -> bool {
        criterion.tie(self.reading) == Tie::Inclusive
    }
}

/// A threshold as the two whole numbers with which count and total are compared: `scale * count` and `units * total`.
#[derive(Debug, Clone, Copy)]
struct Factors {
    scale: i128,
    units: i128,
}

impl Factors {
    fn of(threshold: Decimal) -> Self {
        let shortest = shortest(threshold);
        Self { scale: 100 * pow10(shortest.decimals()), units: shortest.units() }
    }

    /// Returns the largest total for which both products stay within `limit`, and at most the core's own largest.
    fn largest_total(self, limit: i128) -> i128 {
        // A threshold is at most 100 percent, so `units` is at most `scale`.
        i128::from(MAX_COUNT).min(limit / self.scale)
    }
}

/// Returns the number without the zeros at the end of its decimals.
fn shortest(number: Decimal) -> Decimal {
    let (mut units, mut decimals) = (number.units(), number.decimals());
    while decimals > 0 && units % 10 == 0 {
        units /= 10;
        decimals -= 1;
    }
    Decimal::new(units, decimals)
}

/// Returns a text of the set as one line, whatever a set's author wrote: nothing may end a comment or a cell.
fn one_line(text: &str) -> String {
    let line_end = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(line_end).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_are_whole_and_their_products_stay_within_the_limit() {
        let of = |text: &str| Factors::of(text.parse().unwrap());
        assert_eq!((of("28").scale, of("28").units), (100, 28));
        assert_eq!((of("28.00").scale, of("28.00").units), (100, 28));
        assert_eq!((of("4.8").scale, of("4.8").units), (1_000, 48));
        for text in ["0", "100", "4.8", "33.333333333333", "0.000000000001"] {
            let factors = of(text);
            let largest = factors.largest_total(i128::from(i64::MAX));
            assert!(factors.scale * largest <= i128::from(i64::MAX) && largest >= 90_000, "{text}");
            assert!(factors.units * largest <= i128::from(i64::MAX), "{text}");
        }
    }

    #[test]
    fn a_text_of_the_set_stays_on_its_line() {
        assert_eq!(one_line("a\r\n; DROP\u{2028}b\tc"), "a ; DROP b c");
    }
}
