//! What the memo decides and tells beside its criteria: municipalities, money, periods and authorities.
//!
//! The facts stand in the JSON files of this folder, each with its source; the build turns what is computed with into
//! constant tables, so that no number of the memo stands in code. Quotes and texts are for readers: the page takes
//! them from the same files.
//!
//! Two questions are kept apart everywhere. Whether a municipality could apply is decided by the memo's list alone
//! ([`designation`]); whether an area is past the thresholds is computed by [`assess`](crate::assess) and gives no
//! right to money.
//!
//! ```
//! use troskel::memo::{self, Date};
//!
//! assert_eq!(memo::is_designated("1280"), Some(true));
//! assert_eq!(memo::search("malmo").first().map(|found| found.name), Some("Malmö"));
//!
//! let period = memo::period(2018)?;
//! assert_eq!(period.planned_thousand_kronor, 425_000 + 1_350_000 + 2_200_000);
//!
//! let date: Date = "2019-01-01".parse()?;
//! let distribution = memo::distribution(date);
//! assert_eq!(distribution.plan.and_then(|span| span.authority), Some("delmos"));
//! assert_eq!(distribution.outcome.and_then(|span| span.authority), Some("tillvaxtverket"));
//! # Ok::<(), troskel::Error>(())
//! ```

mod date;
mod money;
mod municipality;
mod names;
mod period;
#[cfg(test)]
mod quotes;

pub use date::Date;
pub use money::{PlannedYear, plan, planned, planned_total};
#[cfg(feature = "plan")]
pub use municipality::similar;
pub use municipality::{
    County, Designation, Municipality, by_code, by_name, counties, designation, is_designated,
    municipalities, of_area, search,
};
pub use names::{compare as compare_names, fold as fold_name};
pub use period::{Distribution, Period, PeriodYear, Span, distribution, period};

/// The tables that the build makes of the JSON files.
mod tables {
    use super::{County, Date, Municipality, PlannedYear, Span};

    include!(concat!(env!("OUT_DIR"), "/memo.rs"));
}
