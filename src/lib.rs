//! Tells exactly whether an area is past the thresholds of a criteria set.

#[cfg(feature = "tables")]
pub mod areas;
pub mod assess;
pub mod criteria;
pub mod document;
pub mod error;
pub mod figure;
#[cfg(feature = "tables")]
pub mod many;
pub mod memo;
pub mod output;
#[cfg(feature = "tables")]
pub mod table;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use error::{Error, Place, Problem};
