//! The figures of all periods of one table, as they wait to be joined with those of others.

use super::lend::Of;
use super::store::Areas;
use super::understanding::MeasureFound;

/// The figures of all periods of one table.
#[derive(Debug)]
pub(super) struct Past {
    /// The areas of all years' divisions.
    pub(super) areas: Areas,
    /// The country's and the municipalities' own rows.
    pub(super) yardsticks: Areas,
    /// Where the figures are.
    pub(super) columns: Vec<PastColumn>,
}

/// The figures of one period.
#[derive(Debug, Clone)]
pub(super) struct PastColumn {
    pub(super) slot: usize,
    /// The slot that they have where they are the newest: a criterion's, or that of counts which wait for a base, or of a base.
    pub(super) kind: usize,
    pub(super) of: Of,
    pub(super) found: MeasureFound,
}
