//! What leaves the product: assessments as JSON, a person's work, the share link, the decision record, and the rule
//! itself, to be run elsewhere.

pub mod answer;
pub mod json;
pub mod link;
#[cfg(feature = "tables")]
pub mod list;
pub mod record;
pub mod rule;
pub mod safe;
#[cfg(feature = "tables")]
pub mod understood;
pub mod work;
#[cfg(feature = "tables")]
pub mod xlsx;
