//! What the words and cells of a statistics file say, wherever they stand. The words themselves are data: `lexicon.json`
//! and, for what each criterion asks, `queries.json`.

pub(super) mod cell;
pub(super) mod coordinates;
pub(super) mod facet;
pub(super) mod lexicon;
pub(super) mod patterns;
pub(super) mod query;
pub(super) mod sampled;
