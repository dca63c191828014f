//! Many areas assessed at once: totals, rows in any order, municipalities, what moves when a threshold does, and what
//! changes under a scenario or by another set.
//!
//! A [`Run`] keeps one byte for each outcome and verdict beside the areas, computed by the path of the core that
//! allocates nothing; everything that explains a row is computed when the row is looked at.

mod changes;
mod chosen;
mod municipalities;
mod outcomes;
mod run;
mod same;
mod selection;
mod sweep;
mod view;
mod yardstick;

pub use changes::{Change, Changed, Changes, Turned};
pub use chosen::Chosen;
pub use municipalities::{FourCells, MunicipalityCount, municipalities};
pub use outcomes::{Outcomes, Scenario};
pub use run::{OutcomeCounts, Row, Run, Totals};
pub use same::{Alike, same};
pub use selection::{Selection, nth};
pub use sweep::{Steps, sweep, sweep_grid};
pub use view::{Filter, Order, SortBy, select};
pub use yardstick::Yardstick;
