//! Tells exactly whether an area is past the thresholds of a criteria set.

pub mod assess;
pub mod criteria;
pub mod document;
pub mod error;
pub mod figure;
pub mod memo;
#[cfg(feature = "tables")]
pub mod table;

pub use error::{Error, Place, Problem};
