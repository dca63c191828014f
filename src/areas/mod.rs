//! Tables -> areas with their figures, for any criteria set.
//!
//! A [`FileImport`] takes one file's bytes in chunks and recognises in each of its tables the column of areas and the
//! columns of the set's criteria, by words that stand in data, or as a [`Recipe`] says. Where two readings remain it asks
//! ([`Question`]), and the figure is unknown until it is answered. What was recognised is told as
//! facts ([`Understanding`]), what could not be read is listed ([`Rejected`]). [`join`] puts several files together by
//! bare area code. A key file, which tells `RegSO` codes and names but no measure, can be among them: areas that another
//! file knows by name only (`Upplands Väsby (Bollstanäs)`) get their code from it, or from a file of figures that has
//! both. Where a key tells
//! which `RegSO` each `DeSO` lies in, counts can be added up to it ([`Settings::sum_to_regso`]); percentages never are. A
//! [`KeyFile`] that a person brings does so for election districts too, and splits what its weights say.
//!
//! # The way of a cell
//!
//! ```text
//! join     in_passes ─► FileImport::push
//! load     Tables::record ─► Loader::record ─► its first records ─┐       ─► load_figures
//!            Sections::part    what a text alone in its row says of those below, in a column of its own
//!            Tails::part       what a label says beside the area, too
//! resolve  recognise                                              │
//! layout     places::find      where the areas are                │
//!            Heading::find     the rows of the heading, by words and merges
//!            View::columns     what each column is: heading before cells
//!            series            columns × combinations of categories, each with its coordinates (`words`), and what
//!                              stands around the table (Around::fill): titles, sheet, file, notes
//! resolve    Over::all         the rows among those of areas that say of whom, when or what these are
//!            Looked::resolve   each criterion's query: percentages, or counts over a base
//!            Rules::settle     facet by facet: the one, the total, the newest, the preferred, complete parts,
//!                              or a question
//!            Measures::find    plans and questions ─► Plan ───────┘
//! store    Areas::set
//! join     join_all
//! ```
//!
//! The rooms stand below each other as in CONTRIBUTING.md: `code`, `store`, `words`, `told`, `layout`, `resolve`, `load`, `join`.
//!
//! A sheet may have several tables: `Loader::is_another_heading` tells where one begins below another, `beside` where one stands
//! beside another, and each has a loader of its own. What waits for another file's base gets it by `lend`.
//!
//! Plain rows of a wide table go from `Lines` to `Areas::append` by `Rows::read`, on every core with `Ahead`. How a table was
//! understood is told by `explain::understood`, with its accounts.
//!
//! ```
//! use troskel::areas::{Settings, import, join};
//! use troskel::criteria::sets;
//!
//! let set = sets::get("promemoria-2018").unwrap();
//! let settings = Settings::new(&set);
//! let csv = "Område;Valdeltagande 2022\n0180R001;74,9\n0180R002;..\nKälla: SCB;\n".as_bytes();
//! let joined = join(vec![import("val.csv", csv, &settings)?], &settings)?;
//! let areas: Vec<_> = joined.areas.iter().map(|area| (area.code(), area.figure(3).map(|f| f.to_string()))).collect();
//! assert_eq!(areas, [(Some("0180R001".into()), Some("74.9".into())), (Some("0180R002".into()), None)]);
//! assert_eq!(joined.rejected.entries()[0].problem.code(), "not-an-area");
//!
//! let error = import("a.csv", b"a;b\n1;2\n", &settings).unwrap_err();
//! assert_eq!(error.code(), "no-area");
//! # Ok::<(), troskel::Error>(())
//! ```

mod code;
mod join;
mod layout;
mod load;
mod resolve;
mod store;
mod told;
mod words;

pub use code::key_file::{KeyFile, KeyFound};
pub use code::{Division, Level, code_of};
pub use join::import::{FileImport, Hints, Loaded, Pass, import, in_passes};
pub use join::periods::{PeriodColumn, Periods};
pub use join::yardsticks::Yardsticks;
pub use join::{JoinWarning, Joined, join, join_all};
pub use load::settings::Settings;
pub use store::{Area, Areas};
pub use told::ledger::{Accounts, Ledger, NotUsed, Why};
pub use told::question::{Assumed, Choice, Doubt, Example, Label, Question, Take};
pub use told::recipe::{AreaColumns, CodePart, Keep, Measure, Recipe, Source};
pub use told::rejected::{Rejected, RejectedList};
pub use told::understanding::{
    AreaForm, AreaFound, BaseFound, ColumnFound, DecimalMark, DivisionCount, FacetFound, KeptFound,
    KeptReason, MeasureFound, Origin, PreviewRow, Role, Understanding, VintageCount, Warning,
};
pub use words::facet::Facet;
