//! What passes between a person and the import, as facts: recipes and answers in; how a table was understood, questions,
//! where everything went and what could not be read out.

pub(super) mod ledger;
pub(super) mod question;
pub(super) mod recipe;
pub(super) mod rejected;
pub(super) mod understanding;
