//! What leaves the product: assessments as JSON, a person's work, the decision record.

pub mod json;
pub mod record;
pub mod work;
