//! What the tests share: the product's sets without the file formats, and figures as the cases write them.

use serde_json::Value;
use troskel::criteria::{CriteriaSet, sets};
use troskel::document::{Document, Reader};
use troskel::figure::Given;

/// Returns a set of the product; needs no feature of the crate.
pub(crate) fn set(id: &str) -> CriteriaSet {
    let document: Document = serde_json::from_str(sets::json(id).unwrap()).unwrap();
    CriteriaSet::from_document(&document).unwrap()
}

/// Reads a figure as the cases write it: what is left out is empty, or not exact; a member it does not know is refused.
pub(crate) fn given(typed: &Value) -> Given {
    let document: Document = serde_json::from_value(typed.clone()).unwrap();
    Given::from_document(&Reader::new(&document)).unwrap()
}
