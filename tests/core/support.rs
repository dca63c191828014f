//! What the tests share: the product's sets without the file formats, and figures as the cases write them.

use serde_json::{Value, json};
use troskel::criteria::{CriteriaSet, sets};
use troskel::document::Document;
use troskel::figure::Given;

/// Returns a set of the product; needs no feature of the crate.
pub(crate) fn set(id: &str) -> CriteriaSet {
    let document: Document = serde_json::from_str(sets::json(id).unwrap()).unwrap();
    CriteriaSet::from_document(&document).unwrap()
}

/// Reads a figure as the cases write it: what is left out is empty, or not exact.
pub(crate) fn given(typed: &Value) -> Given {
    let mut whole = json!({"text": "", "exact": false, "of": "", "count": "", "total": "", "noise": ""});
    let members = match typed["mode"].as_str() {
        Some("percent") => ["text", "exact", "of"].as_slice(),
        Some("count") => &["count", "total", "noise"],
        _ => &["text", "noise"],
    };
    let whole = whole.as_object_mut().unwrap();
    whole.retain(|name, _| members.contains(&name.as_str()));
    for (name, value) in typed.as_object().unwrap() {
        assert!(name == "mode" || members.contains(&name.as_str()), "{name:?} is no member of {typed}");
        whole.insert(name.clone(), value.clone());
    }
    serde_json::from_value(Value::Object(whole.clone())).unwrap()
}
