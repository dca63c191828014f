//! What leaves the product: assessments as JSON.

pub mod json;
