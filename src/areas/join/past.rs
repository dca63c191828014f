//! The figures of all periods of one table, as they wait to be joined with those of others.

use super::lend::Of;
use crate::areas::store::Areas;
use crate::areas::told::understanding::MeasureFound;

/// The figures of all periods of one table.
#[derive(Debug)]
pub(in crate::areas) struct Past {
    /// The areas of all years' divisions.
    pub(in crate::areas) areas: Areas,
    /// The country's and the municipalities' own rows.
    pub(in crate::areas) yardsticks: Areas,
    /// Where the figures are.
    pub(in crate::areas) columns: Vec<PastColumn>,
}

/// The figures of one period.
#[derive(Debug, Clone)]
pub(in crate::areas) struct PastColumn {
    pub(in crate::areas) slot: usize,
    /// The slot that they have where they are the newest: a criterion's, or that of counts which wait for a base, or of a base.
    pub(in crate::areas) kind: usize,
    pub(in crate::areas) of: Of,
    pub(in crate::areas) found: MeasureFound,
}
