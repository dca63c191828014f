//! Bindings for the browser: read the JavaScript value, one call into the core, serialise. Nothing else.

#[cfg(feature = "tables")]
mod files;
#[cfg(feature = "tables")]
mod keys;
#[cfg(feature = "plan")]
mod memo;
mod page;
#[cfg(feature = "plan")]
mod plan;
#[cfg(feature = "tables")]
mod report;
#[cfg(feature = "plan")]
mod rule;
#[cfg(feature = "tables")]
mod selection;
#[cfg(feature = "tables")]
mod tables;
#[cfg(feature = "tables")]
mod years;

use js_sys::{Array, JSON, JsString, Number, Object};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use crate::document::{Document, to_json};
use crate::error::{Error, Problem};

#[cfg(feature = "tables")]
pub use files::{ReadFailure, ReadProgress};
#[cfg(feature = "plan")]
pub use memo::{
    application_period, designation, distribution, search_municipalities, similar_municipalities,
};
pub use page::{Assessed, Calculator, Request, Update, UpdatedFigure};
#[cfg(feature = "plan")]
pub use plan::{
    criteria_problems, embed_record, embedded_record, make_record, read_link, read_work, verify_record,
    write_link,
};
#[cfg(feature = "tables")]
pub use report::ReportRequest;
#[cfg(feature = "plan")]
pub use rule::RuleRequest;
#[cfg(feature = "tables")]
pub use selection::Assumption;
#[cfg(feature = "tables")]
pub use tables::{MunicipalityTable, RejectedPage, Session, Summary};
#[cfg(feature = "tables")]
pub use years::ComparedPage;

/// Serialises a value: absent is `null`, maps are objects.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let text = to_json(value).map_err(|error| JsValue::from(error.to_string()))?;
    JSON::parse(&text)
}

/// Reads a JavaScript value as a document.
///
/// It is walked here rather than by serde, whose messages about unexpected values bring the formatting of floats
/// along: 20 KB that a page would load for nothing.
fn from_js(value: &JsValue) -> Result<Document, JsValue> {
    read(value, 0).map_err(|reason| throw(&Problem::NotJson { reason: reason.to_owned() }.into()))
}

fn read(value: &JsValue, depth: usize) -> Result<Document, &'static str> {
    // Most of what comes is text.
    if let Some(text) = value.as_string() {
        return Ok(Document::Text(text));
    }
    if value.is_null() || value.is_undefined() {
        return Ok(Document::Null);
    }
    if let Some(flag) = value.as_bool() {
        return Ok(Document::Flag(flag));
    }
    if Number::is_safe_integer(value) {
        let digits: String =
            value.unchecked_ref::<Number>().to_string_with_radix(10).map(String::from).unwrap_or_default();
        return digits.parse().map(Document::Integer).map_err(|_| "a number that is not whole");
    }
    if depth >= Document::MAX_DEPTH {
        return Err("nested too deep");
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().map(|item| read(&item, depth + 1)).collect::<Result<_, _>>().map(Document::List);
    }
    let object =
        value.dyn_ref::<Object>().ok_or("a number with a fraction, or another value that JSON lacks")?;
    let member = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        let name = String::from(entry.get(0).unchecked_into::<JsString>());
        Ok((name, read(&entry.get(1), depth + 1)?))
    };
    Object::entries(object).iter().map(member).collect::<Result<_, _>>().map(Document::Map)
}

/// Makes the one kind of value that the bindings throw: an [`Error`] as an object.
fn throw(error: &Error) -> JsValue {
    to_js(error).unwrap_or(JsValue::NULL)
}
