//! The page's module: small, instant, without file formats.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::{from_js, throw, to_js};
use crate::assess::{self, Assessment};
use crate::criteria::{CriteriaSet, Reading};
use crate::document::{Document, Reader};
use crate::error::Error;
use crate::figure::{Given, Stated};

/// What a person entered for one area, and how the open points are to be read.
#[derive(Debug, Tsify)]
#[tsify(missing_as_null)]
pub struct Request {
    /// A figure for each criterion in the set's order, `null` for none.
    #[tsify(type = "(Given | null | undefined)[]")]
    figures: Vec<Option<Given>>,
    /// `strict`, `inclusive`, or `null` for the set's own.
    tie: Option<String>,
    /// `all`, `any`, a whole number as text, or `null` for the set's own.
    require: Option<String>,
}

impl Request {
    fn read(request: &Document) -> Result<Self, Error> {
        let request = Reader::new(request);
        let text = |name| request.optional(name)?.map(|text| text.text().map(str::to_owned)).transpose();
        let figures = request.member("figures")?.items()?;
        Ok(Self {
            figures: figures.iter().map(Given::read_optional).collect::<Result<_, _>>()?,
            tie: text("tie")?,
            require: text("require")?,
        })
    }
}

/// An assessed area.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Assessed {
    /// The reading that was applied.
    reading: Reading,
    /// What could not be read, for each criterion in the set's order; such a figure is assessed as missing.
    errors: Vec<Option<Error>>,
    /// The assessment.
    assessment: Assessment,
}

/// A criteria set, ready to assess areas.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Calculator {
    pub(super) set: CriteriaSet,
}

#[wasm_bindgen]
impl Calculator {
    /// Reads a criteria set.
    ///
    /// # Errors
    /// Throws an `Error` object with the path of what is wrong.
    #[wasm_bindgen(constructor)]
    pub fn new(set: &JsValue) -> Result<Self, JsValue> {
        let document = from_js(set)?;
        CriteriaSet::from_document(&document).map(|set| Self { set }).map_err(|error| throw(&error))
    }

    /// Returns the set's hash.
    #[wasm_bindgen(getter)]
    pub fn hash(&self) -> String {
        self.set.hash.clone()
    }

    /// Assesses one area.
    ///
    /// # Errors
    /// Throws an `Error` object for a reading that the set does not allow. A figure that can't be read is no error:
    /// it is named in `errors` and assessed as missing.
    #[wasm_bindgen(unchecked_return_type = "Assessed")]
    pub fn assess(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Request")] request: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (reading, area, errors) = self.open(&from_js(request)?).map_err(|error| throw(&error))?;
        let assessment = assess::assess(&self.set, reading, &area);
        to_js(&Assessed { reading, errors, assessment })
    }
}

/// A request once read: the reading, the figures, and what of them can't be read.
pub(super) type Opened = (Reading, Vec<Option<Stated>>, Vec<Option<Error>>);

impl Calculator {
    #[cfg(feature = "plan")]
    pub(super) fn set(&self) -> &CriteriaSet {
        &self.set
    }

    pub(super) fn open(&self, request: &Document) -> Result<Opened, Error> {
        let Request { figures, tie, require } = Request::read(request)?;
        let reading = self.reading(tie.as_deref(), require.as_deref())?;
        let (area, errors) = self.read(&figures);
        Ok((reading, area, errors))
    }

    pub(super) fn reading(&self, tie: Option<&str>, require: Option<&str>) -> Result<Reading, Error> {
        self.set.reading(tie.map(str::parse).transpose()?, require.map(str::parse).transpose()?)
    }

    fn read(&self, figures: &[Option<Given>]) -> (Vec<Option<Stated>>, Vec<Option<Error>>) {
        let criteria = self.set.criteria.iter().enumerate();
        criteria
            .map(|(nth, criterion)| {
                let given = figures.get(nth).and_then(Option::as_ref);
                let stated = given.map_or(Ok(None), Given::read).and_then(|stated| {
                    stated.iter().try_for_each(|stated| criterion.accept(&stated.figure))?;
                    Ok(stated)
                });
                match stated {
                    Ok(stated) => (stated, None),
                    Err(error) => (None, Some(error)),
                }
            })
            .unzip()
    }
}
