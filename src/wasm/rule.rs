//! The rule to take away, for the page.

use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::page::Calculator;
use super::{from_js, throw};
use crate::criteria::Language;
use crate::document::{Document, Reader};
use crate::error::Error;
use crate::output::rule::{Form, Kind, Rule};

/// What the rule is to be written as, and under which reading.
#[derive(Debug, Tsify)]
#[tsify(missing_as_null)]
pub struct RuleRequest {
    /// The form.
    form: Form,
    /// The kind of figures that the rule is to take.
    figures: Kind,
    /// The language of the explanations in SQL.
    language: Language,
    /// `strict`, `inclusive`, or `null` for the set's own.
    tie: Option<String>,
    /// `all`, `any`, a whole number as text, or `null` for the set's own.
    require: Option<String>,
}

impl RuleRequest {
    fn read(request: &Document) -> Result<Self, Error> {
        let request = Reader::new(request);
        let text = |name| request.optional(name)?.map(|text| text.text().map(str::to_owned)).transpose();
        Ok(Self {
            form: request.member("form")?.parse()?,
            figures: request.member("figures")?.parse()?,
            language: request.member("language")?.parse()?,
            tie: text("tie")?,
            require: text("require")?,
        })
    }
}

#[wasm_bindgen]
impl Calculator {
    /// Writes the rule under a reading, as SQL, as a sheet of formulas or as JSON.
    ///
    /// # Errors
    /// Throws an `Error` object for an unknown form, kind or language, and for a reading that the set does not allow.
    pub fn rule(
        &self,
        #[wasm_bindgen(unchecked_param_type = "RuleRequest")] request: &JsValue,
    ) -> Result<String, JsValue> {
        let request = from_js(request)?;
        self.write(&request).map_err(|error| throw(&error))
    }
}

impl Calculator {
    fn write(&self, request: &Document) -> Result<String, Error> {
        let RuleRequest { form, figures, language, tie, require } = RuleRequest::read(request)?;
        let reading = self.reading(tie.as_deref(), require.as_deref())?;
        Ok(Rule { set: self.set(), reading, kind: figures }.write(form, language))
    }
}
