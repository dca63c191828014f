//! What the panels below the answer need beyond it: what it would take, how it moves, records and files.

use wasm_bindgen::prelude::*;

use super::page::Calculator;
use super::{from_js, throw, to_js};
use crate::assess::{self, GivenAxis};
use crate::criteria::{CriteriaSet, Criterion, Unit, own_thresholds};
use crate::document::{Document, Reader};
use crate::error::Error;
use crate::figure::{Decimal, Percent, count, percent};
use crate::output::link;
use crate::output::record::{embed, embedded, record, verify};
use crate::output::work::Work;

#[wasm_bindgen]
impl Calculator {
    /// Reads a criteria set with thresholds of a person's own, by criterion id as typed; an empty one is the set's.
    ///
    /// # Errors
    /// Throws an `Error` object for a set that is none, and for a threshold that is no number of the unit.
    #[wasm_bindgen(js_name = withThresholds)]
    pub fn with_thresholds(
        set: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Readonly<Record<string, string>>")] thresholds: &JsValue,
    ) -> Result<Self, JsValue> {
        let (document, thresholds) = (from_js(set)?, from_js(thresholds)?);
        with_thresholds(&document, &thresholds).map(Self::of).map_err(|error| throw(&error))
    }

    /// Tells what it would take to have another answer, and the verdict under every reading.
    ///
    /// # Errors
    /// As [`Calculator::assess`].
    #[wasm_bindgen(js_name = whatIf, unchecked_return_type = "WhatIf")]
    pub fn what_if(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Request")] request: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (reading, area, _) = self.open(&from_js(request)?).map_err(|error| throw(&error))?;
        to_js(&assess::what_if(&self.set, reading, &area))
    }

    /// Tells how the verdict moves with one figure.
    ///
    /// # Errors
    /// As [`Calculator::assess`], and an `Error` object for an axis that the criterion does not have.
    #[wasm_bindgen(unchecked_return_type = "Strip")]
    pub fn strip(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Request")] request: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "GivenAxis")] axis: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (reading, area, _) = self.open(&from_js(request)?).map_err(|error| throw(&error))?;
        let strip = read_axis(&from_js(axis)?)
            .and_then(|axis| Ok(assess::strip(&self.set, reading, &area, &axis.read(&self.set)?)));
        to_js(&strip.map_err(|error| throw(&error))?)
    }

    /// Returns one byte for each pair of positions, row by row: bits 0–1 the verdict (0 `meets`, 1 `does-not-meet`,
    /// 2 `undetermined`), bits 2–3 the outcome of the column's figure (0 `met`, 1 `at-threshold`, 2 `not-met`),
    /// bits 4–5 that of the row's.
    ///
    /// # Errors
    /// As [`Calculator::strip`], and for two axes of one criterion.
    pub fn grid(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Request")] request: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "GivenAxis")] columns: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "GivenAxis")] rows: &JsValue,
    ) -> Result<Vec<u8>, JsValue> {
        let (reading, area, _) = self.open(&from_js(request)?).map_err(|error| throw(&error))?;
        let (columns, rows) = (from_js(columns)?, from_js(rows)?);
        let grid = || {
            let (columns, rows) = (read_axis(&columns)?, read_axis(&rows)?);
            assess::grid(&self.set, reading, &area, &columns.read(&self.set)?, &rows.read(&self.set)?)
        };
        grid().map_err(|error| throw(&error))
    }

    /// Tells how the verdict moves with two figures: below, on and above each threshold.
    ///
    /// # Errors
    /// As [`Calculator::grid`].
    #[wasm_bindgen(js_name = gridTable, unchecked_return_type = "GridTable")]
    pub fn grid_table(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Request")] request: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "GivenAxis")] columns: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "GivenAxis")] rows: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (reading, area, _) = self.open(&from_js(request)?).map_err(|error| throw(&error))?;
        let (columns, rows) = (from_js(columns)?, from_js(rows)?);
        let table = || {
            let (columns, rows) = (read_axis(&columns)?, read_axis(&rows)?);
            assess::grid_table(&self.set, reading, &area, &columns.read(&self.set)?, &rows.read(&self.set)?)
        };
        to_js(&table().map_err(|error| throw(&error))?)
    }
}

/// Reads a person's work, as a file or the device kept it, and returns it with all that is absent filled in.
///
/// # Errors
/// Throws an `Error` object with the path of the first thing that is wrong.
#[wasm_bindgen(js_name = readWork, unchecked_return_type = "Work")]
pub fn read_work(document: &JsValue) -> Result<JsValue, JsValue> {
    let work = Work::from_document(&from_js(document)?).map_err(|error| throw(&error))?;
    to_js(&work)
}

/// Returns everything that is wrong with a criteria set, each with its path; nothing where it can be used.
///
/// # Errors
/// Throws an `Error` object for what is no JSON.
#[wasm_bindgen(js_name = criteriaProblems, unchecked_return_type = "Error[]")]
pub fn criteria_problems(set: &JsValue) -> Result<JsValue, JsValue> {
    to_js(&CriteriaSet::problems(&from_js(set)?))
}

/// Makes the decision record of a work under its reading; `date` is what the person gives.
///
/// # Errors
/// Throws an `Error` object for a document that is no work, and for a reading that the set does not allow.
#[wasm_bindgen(js_name = makeRecord, unchecked_return_type = "DecisionRecord")]
pub fn make_record(work: &JsValue, set: &JsValue, date: &str) -> Result<JsValue, JsValue> {
    let (work, set) = (from_js(work)?, from_js(set)?);
    let made = Work::from_document(&work).and_then(|work| record(&work, &set, date));
    to_js(&made.map_err(|error| throw(&error))?)
}

/// Checks every line of a decision record.
///
/// # Errors
/// Throws an `Error` object for a document that is no record.
#[wasm_bindgen(js_name = verifyRecord, unchecked_return_type = "Verification")]
pub fn verify_record(document: &JsValue) -> Result<JsValue, JsValue> {
    to_js(&verify(&from_js(document)?).map_err(|error| throw(&error))?)
}

/// Writes a record so that it can stand in a script element of its printable page.
///
/// # Errors
/// Throws an `Error` object for what is no JSON.
#[wasm_bindgen(js_name = embedRecord)]
pub fn embed_record(document: &JsValue) -> Result<String, JsValue> {
    Ok(embed(&from_js(document)?))
}

/// Finds the JSON of a record in its printable page; `null` where there is none.
#[wasm_bindgen(js_name = embeddedRecord, unchecked_return_type = "string | null")]
pub fn embedded_record(page: &str) -> JsValue {
    embedded(page).map_or(JsValue::NULL, JsValue::from_str)
}

/// Writes a work as the fragment of an address, without `#`.
///
/// # Errors
/// Throws an `Error` object for a document that is no work, and for one that is too long for a link.
#[wasm_bindgen(js_name = writeLink)]
pub fn write_link(work: &JsValue) -> Result<String, JsValue> {
    let work = Work::from_document(&from_js(work)?);
    work.and_then(|work| link::write(&work)).map_err(|error| throw(&error))
}

/// Reads the fragment of an address, with or without `#`; what is damaged is left out and told in `problems`.
///
/// # Errors
/// Throws an `Error` object for a fragment that holds no work, or one of a newer version.
#[wasm_bindgen(js_name = readLink, unchecked_return_type = "Opened")]
pub fn read_link(fragment: &str) -> Result<JsValue, JsValue> {
    to_js(&link::read(fragment).map_err(|error| throw(&error))?)
}

fn with_thresholds(document: &Document, thresholds: &Document) -> Result<CriteriaSet, Error> {
    let set = CriteriaSet::from_document(document)?;
    let typed = Reader::new(thresholds).entries()?;
    let mut own = Vec::with_capacity(typed.len());
    for criterion in &set.criteria {
        let Some((_, text)) = typed.iter().find(|(id, _)| *id == criterion.id) else { continue };
        own.extend(threshold(criterion, text.text()?)?.map(|value| (criterion.id.as_str(), value)));
    }
    CriteriaSet::from_document(&own_thresholds(document, &own)?)
}

fn threshold(criterion: &Criterion, text: &str) -> Result<Option<Decimal>, Error> {
    Ok(match criterion.unit {
        Unit::Percent => percent(text)?.map(Percent::value),
        Unit::Persons => count(text)?.map(|persons| Decimal::new(persons.into(), 0)),
    })
}

fn read_axis(axis: &Document) -> Result<GivenAxis, Error> {
    let axis = Reader::new(axis);
    let text = |name| Ok::<_, Error>(axis.member(name)?.text()?.to_owned());
    Ok(GivenAxis {
        criterion: text("criterion")?,
        from: text("from")?,
        step: text("step")?,
        positions: axis.member("positions")?.whole()?,
        total: text("total")?,
    })
}
