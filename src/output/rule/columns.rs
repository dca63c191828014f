//! The names of the columns that hold a criterion's figures, and of the column for its outcome.

use super::Kind;
use crate::criteria::{CriteriaSet, Unit};

/// PostgreSQL cuts a name at 63 bytes; the longest addition is `_outcome`.
const LONGEST: usize = 48;

/// Words that SQLite 3.54, PostgreSQL 18, DuckDB 1.5 or Spark 4.3 does not take as a column's bare name, found by
/// trying every keyword of each.
#[rustfmt::skip]
const RESERVED: &[&str] = &[
    "add", "all", "alter", "analyse", "analyze", "and", "anti", "any", "array", "as", "asc", "asof",
    "asymmetric", "at", "authorization", "autoincrement", "between", "binary", "both", "by", "case", "cast",
    "check", "collate", "collation", "column", "commit", "concurrently", "constraint", "create", "cross",
    "current_catalog", "current_date", "current_role", "current_schema", "current_time", "current_timestamp",
    "current_user", "default", "deferrable", "delete", "desc", "describe", "distinct", "do", "drop", "else",
    "end", "escape", "except", "exists", "false", "fetch", "for", "foreign", "freeze", "from", "full", "glob",
    "grant", "group", "having", "ilike", "in", "index", "initially", "inner", "insert", "intersect", "into",
    "is", "isnull", "join", "lambda", "lateral", "leading", "left", "like", "limit", "localtime",
    "localtimestamp", "natural", "not", "nothing", "notnull", "null", "offset", "on", "only", "or", "order",
    "outer", "overlaps", "pivot", "pivot_longer", "pivot_wider", "placing", "positional", "primary",
    "qualify", "raise", "references", "returning", "right", "select", "semi", "session_user", "set", "show",
    "similar", "some", "summarize", "symmetric", "system_user", "table", "tablesample", "then", "to",
    "trailing", "transaction", "true", "union", "unique", "unpack", "unpivot", "update", "user", "using",
    "values", "variadic", "verbose", "when", "where", "window", "with",
];

/// The columns of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) figure: Figures,
    pub(super) outcome: String,
}

/// The columns of one criterion's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Figures {
    Percent { percent: String },
    Share { count: String, total: String },
    Amount { persons: String },
}

impl Figures {
    /// Returns the names, in the order of the table's columns.
    pub(super) fn names(&self) -> Vec<&str> {
        match self {
            Self::Percent { percent: name } | Self::Amount { persons: name } => vec![name],
            Self::Share { count, total } => vec![count, total],
        }
    }
}

/// Names the columns of each criterion: its id with `_` for `-`.
///
/// An id that can't be a bare name in every engine, or whose columns would be another's, gives `criterion_1` and so
/// on, by its place in the set.
pub(super) fn of(set: &CriteriaSet, kind: Kind) -> Vec<Columns> {
    let mut taken = vec!["code".to_owned()];
    let mut all = Vec::new();
    for (nth, criterion) in set.criteria.iter().enumerate() {
        let plain = criterion.id.replace('-', "_");
        let mut columns = columns(&plain, criterion.unit, kind);
        let names = columns.figure.names();
        let clashes = names.iter().any(|name| RESERVED.contains(name) || taken.iter().any(|t| t == name));
        if clashes || plain.len() > LONGEST || looks_like_a_place(&plain) {
            columns = self::columns(&format!("criterion_{}", nth + 1), criterion.unit, kind);
        }
        taken.extend(columns.figure.names().into_iter().map(str::to_owned));
        all.push(columns);
    }
    all
}

/// Tells whether a name could be one that another criterion falls back to.
fn looks_like_a_place(name: &str) -> bool {
    name.strip_prefix("criterion_").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn columns(name: &str, unit: Unit, kind: Kind) -> Columns {
    let figure = match (unit, kind) {
        (Unit::Persons, _) => Figures::Amount { persons: name.to_owned() },
        (Unit::Percent, Kind::Percent) => Figures::Percent { percent: name.to_owned() },
        (Unit::Percent, Kind::Counts) => {
            Figures::Share { count: format!("{name}_count"), total: format!("{name}_total") }
        }
    };
    Columns { figure, outcome: format!("{name}_outcome") }
}

#[cfg(all(test, feature = "tables"))]
mod tests {
    use super::*;
    use crate::criteria::sets;

    fn names(set: &CriteriaSet, kind: Kind) -> Vec<String> {
        of(set, kind)
            .iter()
            .flat_map(|columns| columns.figure.names().into_iter().map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn columns_have_the_names_that_others_rely_on() {
        let memo = sets::get("promemoria-2018").unwrap();
        let scb = sets::get("scb-2012").unwrap();
        assert_eq!(
            names(&memo, Kind::Percent),
            ["employment", "long_term_unemployment", "low_education", "turnout"]
        );
        let counts = names(&memo, Kind::Counts);
        assert_eq!(counts.len(), 8);
        assert_eq!(counts.get(4..6).unwrap(), ["low_education_count", "low_education_total"]);
        let scb = names(&scb, Kind::Counts);
        assert_eq!(scb.get(5..).unwrap(), ["upper_secondary_eligibility_total", "population"]);
    }

    #[test]
    fn a_name_that_an_engine_refuses_or_that_is_taken_falls_back_to_the_place() {
        let mut set = sets::get("promemoria-2018").unwrap();
        let ids = ["order", "criterion-1", "code", "a-count"];
        for (criterion, id) in set.criteria.iter_mut().zip(ids) {
            id.clone_into(&mut criterion.id);
        }
        assert_eq!(names(&set, Kind::Percent), ["criterion_1", "criterion_2", "criterion_3", "a_count"]);
        set.criteria.iter_mut().for_each(|criterion| criterion.unit = Unit::Persons);
        "a".clone_into(&mut set.criteria.first_mut().unwrap().id);
        set.criteria.first_mut().unwrap().unit = Unit::Percent;
        assert_eq!(
            names(&set, Kind::Counts),
            ["a_count", "a_total", "criterion_2", "criterion_3", "criterion_4"]
        );
    }
}
