//! A load at each of its periods: the series of an area, of a municipality or of a selection, with the breaks that lie
//! between two figures; and two periods compared, of one load or of two.
//!
//! A [`Moment`] is the load as it was at a period: a [`Run`](crate::many::Run) like any other. The periods of a
//! [`Timeline`] are years; of months and quarters the last of the year is taken, and its own period is told. A figure of
//! an earlier election stands in for later years until the next one, and is said to; nothing else is carried, and nothing is
//! ever interpolated.

mod among;
mod breaks;
mod compare;
mod group;
mod log;
mod moment;
mod pair;
mod points;
mod series;
mod timeline;

pub use among::Among;
pub use breaks::SeriesBreak;
pub use compare::{
    Compared, ComparedFigure, ComparedFinding, ComparedPlace, Comparison, MatchCount, SideSummary,
};
pub use group::{GroupFinding, GroupPoint, GroupSeries, Lacks};
pub use log::ChangeLog;
pub use moment::{Dated, Moment};
pub use pair::Match;
pub use points::Difference;
pub use series::{AreaSeries, SeriesFinding, SeriesPoint};
pub use timeline::{FigurePeriod, PeriodSummary, SeriesFrame, Timeline};
