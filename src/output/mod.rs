//! What leaves the product: assessments as JSON, a person's work, the share link, the decision record, a report, and
//! the rule itself, to be run elsewhere.

pub mod answer;
#[cfg(feature = "tables")]
mod blocks;
#[cfg(feature = "tables")]
pub mod comparison;
pub mod json;
pub mod link;
#[cfg(feature = "tables")]
pub mod list;
#[cfg(all(feature = "tables", not(target_arch = "wasm32")))]
pub mod project;
pub mod record;
#[cfg(feature = "tables")]
pub mod report;
pub mod rule;
pub mod safe;
#[cfg(feature = "tables")]
pub mod series;
#[cfg(feature = "tables")]
mod text;
#[cfg(feature = "tables")]
pub mod understood;
pub mod work;
#[cfg(feature = "tables")]
pub mod xlsx;

#[cfg(feature = "tables")]
use crate::error::Error;

/// Takes the next bytes of a file.
#[cfg(feature = "tables")]
pub type Out<'a> = &'a mut dyn FnMut(&[u8]) -> Result<(), Error>;
