//! What the memo decides and tells, for the page.

use wasm_bindgen::prelude::*;

use super::{throw, to_js};
use crate::memo;

/// Searches the municipalities by name or code, best first.
///
/// # Errors
/// Throws only where the result can't be made a JavaScript value.
#[wasm_bindgen(js_name = searchMunicipalities, unchecked_return_type = "Municipality[]")]
pub fn search_municipalities(query: &str) -> Result<JsValue, JsValue> {
    to_js(&memo::search(query))
}

/// Returns the municipalities that somebody may have meant who misspelled a name.
///
/// # Errors
/// Throws only where the result can't be made a JavaScript value.
#[wasm_bindgen(js_name = similarMunicipalities, unchecked_return_type = "Municipality[]")]
pub fn similar_municipalities(query: &str) -> Result<JsValue, JsValue> {
    to_js(&memo::similar(query))
}

/// Answers what the memo's list says of a municipality's four digits.
///
/// # Errors
/// Throws only where the result can't be made a JavaScript value.
#[wasm_bindgen(unchecked_return_type = "Designation")]
pub fn designation(code: &str) -> Result<JsValue, JsValue> {
    to_js(&memo::designation(code))
}

/// Returns the period of an application that begins in a year.
///
/// # Errors
/// Throws an `Error` object for a year in which the memo plans no money.
#[wasm_bindgen(js_name = applicationPeriod, unchecked_return_type = "Period")]
pub fn application_period(start: u16) -> Result<JsValue, JsValue> {
    let period = memo::period(start).map_err(|error| throw(&error))?;
    to_js(&period)
}

/// Returns who distributes the money on a day such as `2019-01-01`, by the memo's plan and in fact.
///
/// # Errors
/// Throws an `Error` object for text that is no day.
#[wasm_bindgen(unchecked_return_type = "Distribution")]
pub fn distribution(date: &str) -> Result<JsValue, JsValue> {
    let date = date.parse().map_err(|error| throw(&error))?;
    to_js(&memo::distribution(date))
}
