//! Where each record, column and category of a table went: each stands in exactly one account, and the accounts add up.

use serde::Serialize;

/// The accounts of one table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Ledger {
    /// Records of the table.
    pub rows: Accounts,
    /// Columns of the table.
    pub columns: Accounts,
    /// Categories of its columns of categories.
    pub categories: Accounts,
}

/// How many records, columns or categories stand in each account.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Accounts {
    /// All there are.
    pub all: u64,
    /// Title and headings, and of columns those of areas and of categories.
    pub heading: u64,
    /// Those that gave a figure.
    pub used: u64,
    /// Those of another level, period or category.
    pub another: u64,
    /// Those that are known to be no figure of a criterion.
    pub not_used: u64,
    /// Those that are listed since they could not be read.
    pub listed: u64,
}

impl Accounts {
    /// Tells whether the accounts add up to what there is.
    pub fn adds_up(&self) -> bool {
        let Self { all, heading, used, another, not_used, listed } = *self;
        all == heading + used + another + not_used + listed
    }
}

impl Ledger {
    /// Tells whether all accounts add up to what the table holds.
    pub fn adds_up(&self) -> bool {
        self.rows.adds_up() && self.columns.adds_up() && self.categories.adds_up()
    }
}

/// A column or a category that gave no figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct NotUsed {
    /// The column.
    pub column: String,
    /// The category of the column; null for the column as a whole.
    pub category: Option<String>,
    /// Why.
    pub why: Why,
}

/// Why a column or a category gave no figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Why {
    /// It is of another period, sex, span of ages and so on than the figures that were taken.
    Another,
    /// It is a number that tells things apart, no figure.
    Id,
    /// It is a change, a rank or an index, no level.
    NoLevel,
    /// It stands for none of the criteria.
    NoMeasure,
    /// Its heading has words that were not understood.
    Unexplained {
        /// The words.
        words: Vec<String>,
    },
    /// It is a count, and no base stands with it.
    NoBase,
    /// Counts and their base stand beside it, and say the same more exactly.
    Counts,
    /// It waits for the answer to a question.
    Asked,
    /// It has no number.
    Empty,
    /// It is a text.
    Text,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_that_do_not_add_up_are_told_whichever_they_are() {
        let good = Accounts { all: 15, heading: 1, used: 2, another: 3, not_used: 4, listed: 5 };
        let ledger = Ledger { rows: good, columns: good, categories: good };
        assert!(ledger.adds_up());
        let bad = Accounts { listed: 6, ..good };
        assert!(!Ledger { rows: bad, ..ledger.clone() }.adds_up());
        assert!(!Ledger { columns: bad, ..ledger.clone() }.adds_up());
        assert!(!Ledger { categories: bad, ..ledger }.adds_up());
    }
}
