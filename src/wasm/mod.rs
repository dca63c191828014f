//! Bindings for the browser: read the JavaScript value, one call into the core, serialise. Nothing else.

mod memo;
mod page;

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::error::{Error, Problem};

pub use memo::{application_period, designation, distribution, search_municipalities};
pub use page::{Assessed, Calculator, Request};

/// Serialises a value: absent is `null`, maps are objects.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// Reads a JavaScript value.
fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| throw(&Problem::NotJson { reason: error.to_string() }.into()))
}

/// Makes the one kind of value that the bindings throw: an [`Error`] as an object.
fn throw(error: &Error) -> JsValue {
    to_js(error).unwrap_or(JsValue::NULL)
}
