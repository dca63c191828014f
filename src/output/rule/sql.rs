//! The rule as one `SELECT` that SQLite, PostgreSQL, DuckDB and Spark SQL run unchanged.
//!
//! What the four share is small: no way to quote a name (Spark reads double quotes as text), no use of an alias in
//! the list that makes it, no exact decimals in SQLite. So names are bare, each step is a derived table, and counts
//! are compared as whole numbers. A percentage is compared as it stands: where it is a double, both it and the
//! threshold are the doubles nearest to their decimals, which keeps their order up to 15 digits. The range checks
//! also keep out what is no figure, such as an empty text, which SQLite would cast to zero.

use std::fmt::Write as _;

use super::columns::{Columns, Figures};
use super::words::{self, Words};
use super::{Factors, Rule, one_line, shortest};
use crate::criteria::{Criterion, Direction, Language};
use crate::figure::MAX_COUNT;
use crate::words::headings;

pub(super) fn write(rule: &Rule<'_>, language: Language) -> String {
    let criteria: Vec<(&Criterion, Columns)> = rule.criteria().collect();
    let outcomes = || criteria.iter().map(|(_, columns)| columns.outcome.as_str());
    let mut sql = String::new();
    for line in comments(rule, &criteria, language) {
        let _ = writeln!(sql, "-- {}", harmless(&line));
    }
    sql.push_str("SELECT\n  code,\n");
    for outcome in outcomes() {
        let _ = writeln!(sql, "  {outcome},");
    }
    let required = rule.required();
    let _ = write!(
        sql,
        "  CASE\n    WHEN counted >= {required} THEN 'meets'\n    \
         WHEN counted + missing < {required} THEN 'does-not-meet'\n    \
         ELSE 'undetermined'\n  END AS verdict\nFROM (\n  SELECT\n    code,\n"
    );
    for outcome in outcomes() {
        let _ = writeln!(sql, "    {outcome},");
    }
    let counted = sum(criteria.iter().map(|(criterion, columns)| {
        let outcome = &columns.outcome;
        if rule.counts_at_threshold(criterion) {
            format!("{outcome} IN ('met', 'at-threshold')")
        } else {
            format!("{outcome} = 'met'")
        }
    }));
    let missing = sum(outcomes().map(|outcome| format!("{outcome} = 'unknown'")));
    let _ =
        write!(sql, "    {counted} AS counted,\n    {missing} AS missing\n  FROM (\n    SELECT\n      code");
    for (criterion, columns) in &criteria {
        let _ = write!(sql, ",\n{} AS {}", outcome(criterion, columns), columns.outcome);
    }
    sql.push_str("\n    FROM areas\n  ) AS outcomes\n) AS tallies;\n");
    sql
}

/// Returns a comment without what simple tools that cut SQL into statements mistake for the end of one, or for text.
fn harmless(comment: &str) -> String {
    let other = |c: char| match c {
        '\'' => '’',
        '"' => '”',
        ';' => ',',
        c => c,
    };
    comment.chars().map(other).collect()
}

fn sum(conditions: impl Iterator<Item = String>) -> String {
    let terms: Vec<String> =
        conditions.map(|condition| format!("CASE WHEN {condition} THEN 1 ELSE 0 END")).collect();
    terms.join("\n      + ")
}

/// Writes the outcome of one criterion. The inner comparison runs only on what the outer one let through.
fn outcome(criterion: &Criterion, columns: &Columns) -> String {
    let threshold = shortest(criterion.threshold.value);
    let (known, left, right) = match &columns.figure {
        Figures::Percent { percent } => {
            (format!("{percent} BETWEEN 0 AND 100"), percent.clone(), threshold.to_string())
        }
        Figures::Share { count, total } => {
            let factors = Factors::of(threshold);
            let largest = factors.largest_total(i128::from(i64::MAX));
            let Factors { scale, units } = factors;
            (
                format!("{count} BETWEEN 0 AND {total} AND {total} BETWEEN 1 AND {largest}"),
                format!("{scale} * CAST({count} AS BIGINT)"),
                format!("{units} * CAST({total} AS BIGINT)"),
            )
        }
        Figures::Amount { persons } => {
            (format!("{persons} BETWEEN 0 AND {MAX_COUNT}"), persons.clone(), threshold.to_string())
        }
    };
    let past = match criterion.direction {
        Direction::Below => '<',
        Direction::Above => '>',
    };
    format!(
        "      CASE WHEN {known} THEN\n        \
         CASE WHEN {left} {past} {right} THEN 'met'\n             \
         WHEN {left} = {right} THEN 'at-threshold'\n             \
         ELSE 'not-met' END\n      ELSE 'unknown' END"
    )
}

fn comments(rule: &Rule<'_>, criteria: &[(&Criterion, Columns)], language: Language) -> Vec<String> {
    let (words, headings) = (Words::of(language), headings(language));
    let mut lines = words::origin(rule, language);
    lines.push(words.sql_table.to_owned());
    for (criterion, columns) in criteria {
        let names = columns.figure.names().join(", ");
        let label = one_line(criterion.label.of(language));
        let (kind, note) = match &columns.figure {
            Figures::Percent { .. } => ("DECIMAL", headings.percent),
            Figures::Share { .. } => ("BIGINT", headings.count_and_total),
            Figures::Amount { .. } => ("BIGINT", headings.persons),
        };
        lines.push(format!("  {names} {kind}: {label}, {note}"));
    }
    lines.push(words.sql_missing.to_owned());
    lines.extend(criteria.iter().filter_map(|(criterion, columns)| {
        let Figures::Share { total, .. } = &columns.figure else { return None };
        let largest = Factors::of(criterion.threshold.value).largest_total(i128::from(i64::MAX));
        (largest < i128::from(MAX_COUNT)).then(|| words.largest(total, largest))
    }));
    lines
}
