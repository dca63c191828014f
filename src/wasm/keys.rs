//! The worker's module: keys that a person brings, by which counts are put together to larger areas.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::tables::Session;
use super::{throw, to_js};
use crate::areas::{Division, KeyFile};
use crate::error::Problem;
use crate::table::Limits;

#[expect(clippy::needless_pass_by_value, reason = "the bindings hand over owned values")]
#[wasm_bindgen]
impl Session {
    /// Takes a key into use for what is assessed from then on; `to` is `regso` or `deso`, for a key that has both.
    ///
    /// # Errors
    /// Throws an `Error` object, as every method does.
    #[wasm_bindgen(js_name = takeKey)]
    pub fn take_key(&mut self, file: &str, bytes: &[u8], to: Option<String>) -> Result<(), JsValue> {
        let to = if to.as_deref() == Some("deso") { Division::Deso } else { Division::Regso };
        let key = KeyFile::read(file, bytes, Some(to), &Limits::default()).map_err(|error| throw(&error))?;
        let settings = Rc::get_mut(&mut self.settings).ok_or_else(|| throw(&Problem::Cancelled.into()))?;
        settings.add_key_file(key);
        Ok(())
    }

    /// Returns the divisions that a key can put counts together to, `regso` before `deso`; none for a file that is no key.
    #[wasm_bindgen(js_name = keyWays, unchecked_return_type = "Division[]")]
    pub fn key_ways(&self, file: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
        let found = [Division::Regso, Division::Deso].map(|to| {
            let key = KeyFile::read(file, bytes, Some(to), &Limits::default()).ok()?;
            (key.found.to == to).then_some(to)
        });
        to_js(&found.into_iter().flatten().collect::<Vec<_>>())
    }

    /// Tells whether the file that was read last gave no figure, so that it may be a key.
    #[wasm_bindgen(js_name = lastHasNone)]
    pub fn last_has_none(&self) -> bool {
        self.loaded.last().is_some_and(|file| !file.has_measures())
    }

    /// Takes the file that was read last away, if it is a key of election districts or of weights. Which `DeSO` lie in which
    /// `RegSO` is no such key: it is asked whether they are to be added up.
    #[wasm_bindgen(js_name = lastIsKey)]
    pub fn last_is_key(&mut self, file: &str, bytes: &[u8]) -> bool {
        let key = KeyFile::read(file, bytes, Some(Division::Regso), &Limits::default());
        let found = key.is_ok_and(|KeyFile { found, .. }| {
            found.from == Division::District || found.weight_column.is_some()
        });
        if found {
            self.loaded.pop();
        }
        found
    }
}
