//! The worker's module: a report on the chosen areas, composed once, to be drawn by the page and written as a file.

use js_sys::Function;
use serde::Deserialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::tables::{Session, read_value};
use super::years::send;
use super::{throw, to_js};
use crate::error::Problem;
use crate::output::report::{Asked, Report, html};
use crate::output::xlsx::xlsx_report;

/// What a report is about, beside the areas.
#[derive(Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ReportRequest {
    /// `sv` or `en`.
    language: String,
    /// The question that it answers, in a person's own words; may be empty.
    question: String,
    /// How the areas were chosen, in a sentence; may be empty.
    chosen: String,
    /// What a person noted; may be empty.
    notes: String,
    /// The files, each with SHA-256 over its bytes in hexadecimal; empty where none was computed.
    files: Vec<(String, String)>,
    /// What was assumed of the files, in sentences.
    assumed: Vec<String>,
}

#[wasm_bindgen]
impl Session {
    /// Composes a report on the chosen areas, in the order of the files: it ranks nothing.
    ///
    /// # Errors
    /// Throws an `Error` object, as every method does.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn report(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ReportRequest")] about: &JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&self.composed(&read_value(about)?)?)
    }

    /// Writes the report as `html`, a page that holds all it needs, or as `xlsx`, a workbook with the areas; a `Uint8Array`
    /// at a time, to `take`.
    #[wasm_bindgen(js_name = exportReport)]
    pub fn export_report(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ReportRequest")] about: &JsValue,
        format: &str,
        take: &Function,
    ) -> Result<(), JsValue> {
        let about: ReportRequest = read_value(about)?;
        let (run, report) = (self.run()?, self.composed(&about)?);
        let mut bytes = |bytes: &[u8]| send(take, bytes);
        let written = match format {
            "html" => bytes(html(&report).as_bytes()),
            "xlsx" => about.language.parse().and_then(|language| {
                xlsx_report(run, self.in_order().into_iter(), language, &report, &mut bytes)
            }),
            other => Err(Problem::unknown_word(other, &["html", "xlsx"]).into()),
        };
        written.map_err(|error| throw(&error))
    }
}

impl Session {
    fn composed(&self, about: &ReportRequest) -> Result<Report, JsValue> {
        let ReportRequest { language, question, chosen, notes, files, assumed } = about;
        let language = language.parse().map_err(|error| throw(&error))?;
        let asked = Asked { question, chosen, notes, files, assumed };
        Ok(Report::new(self.run()?, &self.in_order(), asked, language))
    }

    /// Returns the chosen areas' positions in the order of the files.
    fn in_order(&self) -> Vec<usize> {
        let mut positions: Vec<usize> =
            self.selected.iter().filter_map(|row| usize::try_from(*row).ok()).collect();
        positions.sort_unstable();
        positions
    }
}
