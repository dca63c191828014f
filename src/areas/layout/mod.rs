//! What stands where in a table: its heading, its column of areas, what each column is, what stands around it, and the
//! series of numbers that it consists of.

pub(super) mod absent;
mod area_names;
pub(super) mod area_source;
pub(super) mod around;
mod categories;
pub(super) mod columns;
pub(super) mod heading;
pub(super) mod naming;
pub(super) mod notes;
pub(super) mod places;
pub(super) mod sections;
pub(super) mod series;
mod spread;
pub(super) mod tails;
#[cfg(test)]
mod tests;
