//! The page's module: small, instant, without file formats.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::{from_js, throw, to_js};
use crate::assess::{self, Assessment, Glance, Standing};
use crate::criteria::{CriteriaSet, Criterion, Reading};
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

/// What the answer about one area has become since it was last asked for.
#[derive(Debug, Serialize, Tsify)]
pub struct Update {
    /// The reading that was applied.
    reading: Reading,
    /// The verdict with what it rests on.
    standing: Standing,
    /// What is another than it was: all of it for the first answer, and under another reading.
    changed: Vec<UpdatedFigure>,
}

/// What was found of one figure, or what of it can't be read.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct UpdatedFigure {
    /// The criterion's position in the set.
    nth: usize,
    /// What could not be read; such a figure is assessed as missing.
    error: Option<Error>,
    /// What was found.
    finding: Glance,
}

/// A criteria set, ready to assess areas; and one area whose figures are entered one by one.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Calculator {
    pub(super) set: CriteriaSet,
    /// What was entered, by position in the set, and what of it can't be read.
    entered: Vec<Option<Stated>>,
    errors: Vec<Option<Error>>,
    /// What was entered since the last answer, by position, and the reading of that answer.
    news: Vec<bool>,
    last: Option<Reading>,
}

#[wasm_bindgen]
impl Calculator {
    /// Reads a criteria set.
    ///
    /// # Errors
    /// Throws an `Error` object with the path of what is wrong.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "CriteriaSet")] set: &JsValue) -> Result<Self, JsValue> {
        let document = from_js(set)?;
        CriteriaSet::from_document(&document).map(Self::of).map_err(|error| throw(&error))
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

/// One area, figure by figure: what a key changes is all that has to cross, as plain text. A position that the set does
/// not have is passed over, empty text takes a figure away, and one that can't be read is no error: `answer` names it.
#[wasm_bindgen]
impl Calculator {
    /// Enters a percentage for the criterion at that position in the set.
    #[wasm_bindgen(js_name = enterPercent)]
    pub fn enter_percent(&mut self, nth: usize, text: String, exact: bool, of: String) {
        self.enter(nth, &Given::Percent { text, exact, of });
    }

    /// Enters a count of a total.
    #[wasm_bindgen(js_name = enterCount)]
    pub fn enter_count(&mut self, nth: usize, count: String, total: String, noise: String) {
        self.enter(nth, &Given::Count { count, total, noise });
    }

    /// Enters a plain count.
    #[wasm_bindgen(js_name = enterAmount)]
    pub fn enter_amount(&mut self, nth: usize, text: String, noise: String) {
        self.enter(nth, &Given::Amount { text, noise });
    }

    /// Assesses what was entered, and returns what has become of the answer since it was last asked for.
    ///
    /// # Errors
    /// Throws an `Error` object for a reading that the set does not allow.
    #[expect(clippy::needless_pass_by_value, reason = "the bindings hand over owned values")]
    #[wasm_bindgen(unchecked_return_type = "Update")]
    pub fn answer(&mut self, tie: Option<String>, require: Option<String>) -> Result<JsValue, JsValue> {
        let reading = self.reading(tie.as_deref(), require.as_deref()).map_err(|error| throw(&error))?;
        let standing = assess::standing(&self.set, reading, &self.entered);
        let all = self.last.replace(reading) != Some(reading);
        let rows =
            self.set.criteria.iter().zip(&self.entered).zip(&self.errors).zip(&mut self.news).enumerate();
        let changed = rows
            .filter_map(|(nth, (((criterion, stated), error), news))| {
                let is_news = std::mem::take(news) || all;
                let finding = || Glance::new(criterion, reading, stated.as_ref());
                is_news.then(|| UpdatedFigure { nth, error: error.clone(), finding: finding() })
            })
            .collect();
        to_js(&Update { reading, standing, changed })
    }

    /// Writes the comparison of the figure at that position as an integer inequality that a person can redo; `undefined`
    /// where there is none.
    pub fn comparison(&self, nth: usize) -> Option<String> {
        let criterion = self.set.criteria.get(nth)?;
        let stated = self.entered.get(nth)?.as_ref()?;
        Some(assess::comparison(&stated.figure, criterion.threshold.value))
    }
}

/// A request once read: the reading, the figures, and what of them can't be read.
pub(super) type Opened = (Reading, Vec<Option<Stated>>, Vec<Option<Error>>);

impl Calculator {
    /// Makes a calculator of a set, with nothing entered.
    pub(super) fn of(set: CriteriaSet) -> Self {
        let count = set.criteria.len();
        Self {
            set,
            entered: vec![None; count],
            errors: vec![None; count],
            news: vec![false; count],
            last: None,
        }
    }

    fn enter(&mut self, nth: usize, given: &Given) {
        let Some(criterion) = self.set.criteria.get(nth) else { return };
        let (stated, error) = read(criterion, Some(given));
        let rows = (self.entered.get_mut(nth), self.errors.get_mut(nth), self.news.get_mut(nth));
        if let (Some(entered), Some(wrong), Some(news)) = rows {
            (*entered, *wrong, *news) = (stated, error, true);
        }
    }

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
        criteria.map(|(nth, criterion)| read(criterion, figures.get(nth).and_then(Option::as_ref))).unzip()
    }
}

/// Reads a figure of a criterion, and what is wrong with it.
fn read(criterion: &Criterion, given: Option<&Given>) -> (Option<Stated>, Option<Error>) {
    let stated = given.map_or(Ok(None), Given::read).and_then(|stated| {
        stated.iter().try_for_each(|stated| criterion.accept(&stated.figure))?;
        Ok(stated)
    });
    match stated {
        Ok(stated) => (stated, None),
        Err(error) => (None, Some(error)),
    }
}
