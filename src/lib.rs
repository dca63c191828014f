//! Tells exactly whether an area is past the thresholds of a criteria set.
//!
//! The set that the crate is made for is that of the Swedish government's memo of March 2018, but nothing outside its
//! data knows it. [`figure`] reads exact figures, [`criteria`] holds what is asked of them, [`assess`] answers and
//! tells what it would take; [`memo`] is what else the memo decides. No float is in any of them, and nothing divides
//! before it compares.
//!
//! ```
//! use troskel::assess::{Outcome, assess};
//! use troskel::criteria::sets;
//! use troskel::figure::{Figure, Stated};
//!
//! let set = sets::get("promemoria-2018").expect("a set of the product");
//! let reading = set.reading(None, None)?;
//! let employment = Stated::from("742/1237".parse::<Figure>()?);
//! let assessment = assess(&set, reading, &[Some(employment), None, None, None]);
//! assert_eq!(assessment.findings[0].outcome, Outcome::Met);
//! assert_eq!(assessment.findings[1].outcome, Outcome::Unknown);
//! assert_eq!("743/742".parse::<Figure>().unwrap_err().code(), "count-above-total");
//! # Ok::<(), troskel::Error>(())
//! ```
//!
//! # Features
//! Both are on by default; without them the crate asks for `serde` and `sha2` alone. The command line is a package beside it.
//!
//! - `tables`: reads statistics files and JSON text, and writes files.
//! - `plan`: the browser's bindings of what-if, records, links, the rule and the memo; the Rust API has them without it.

#[macro_use]
mod worded;

#[cfg(feature = "tables")]
pub mod areas;
pub mod assess;
mod calendar;
pub mod criteria;
pub mod document;
pub mod error;
pub mod figure;
#[cfg(feature = "tables")]
pub mod many;
pub mod memo;
pub mod output;
#[cfg(feature = "tables")]
pub mod sources;
#[cfg(feature = "tables")]
pub mod table;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod words;
#[cfg(feature = "tables")]
pub mod years;

pub use error::{Error, OtherFormat, Place, Problem};
