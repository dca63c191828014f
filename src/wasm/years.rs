//! The worker's module over time: a load at one of its years, series, and two periods compared.

use js_sys::{Function, Uint8Array};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::tables::Session;
use super::{throw, to_js};
use crate::criteria::Reading;
use crate::error::{Error, Problem};
use crate::many::Run;
use crate::output::list::Csv;
use crate::output::series::Shape;
use crate::output::{comparison, series};
use crate::years::{Among, AreaSeries, ChangeLog, Compared, Comparison, Moment, Timeline};

/// What a session keeps over time.
#[derive(Debug, Default)]
pub(super) struct Years {
    /// The run of the newest figures, while the session's run is that of a period.
    pub(super) whole: Option<Run>,
    timeline: Option<Timeline>,
    log: Option<ChangeLog>,
    comparison: Option<Comparison>,
}

impl Years {
    /// Forgets what was made of other files.
    pub(super) fn forget(&mut self) {
        *self = Self { log: self.log.take(), ..Self::default() };
    }

    /// Reads the newest figures in another way, too.
    pub(super) fn read_as(&mut self, reading: Reading) -> Result<(), Error> {
        (self.timeline, self.comparison) = (None, None);
        self.whole.as_mut().map_or(Ok(()), |run| run.read_as(reading))
    }
}

/// Compared areas, a page of them.
#[derive(Debug, Serialize, Tsify)]
pub struct ComparedPage {
    /// How many there are in all.
    total: usize,
    /// Those of the page.
    rows: Vec<Compared>,
}

#[expect(clippy::needless_pass_by_value, reason = "the bindings hand over owned values")]
#[wasm_bindgen]
impl Session {
    /// Tells of all years that the files have figures of, oldest first, and the breaks between them.
    ///
    /// # Errors
    /// Throws an `Error` object, as every method does.
    #[wasm_bindgen(unchecked_return_type = "SeriesFrame")]
    pub fn years(&mut self) -> Result<JsValue, JsValue> {
        to_js(&self.timeline()?.frame())
    }

    /// Takes the figures of a period in place of the newest, or the newest again with `null`: all that is asked of the
    /// session from then on is about them. What was chosen has to be chosen anew.
    #[wasm_bindgen(js_name = atPeriod, unchecked_return_type = "Summary")]
    pub fn at_period(&mut self, period: Option<String>) -> Result<JsValue, JsValue> {
        let moment = period.map(|period| self.moment(Some(&period))).transpose()?;
        if let Some(whole) = self.years.whole.take() {
            self.run = Some(whole);
        }
        if let Some(moment) = moment {
            self.years.whole = self.run.replace(moment.run);
        }
        self.selected.clear();
        self.summary()
    }

    /// Returns the series of an area by its position in the run; `null` for one that is in no year.
    #[wasm_bindgen(js_name = seriesOf, unchecked_return_type = "AreaSeries | null")]
    pub fn series_of(&mut self, position: usize) -> Result<JsValue, JsValue> {
        self.timeline()?;
        let row = self.row_in_time(position);
        to_js(&row.and_then(|row| self.years.timeline.as_ref()?.area(row)))
    }

    /// Returns what areas are compared with, of each year.
    #[wasm_bindgen(js_name = yardsticksOfYears, unchecked_return_type = "Yardstick[][]")]
    pub fn yardsticks_of_years(&mut self, municipalities: Vec<String>) -> Result<JsValue, JsValue> {
        let of = |moment: &Moment| moment.run.yardsticks(&municipalities);
        to_js(&self.timeline()?.moments().iter().map(of).collect::<Vec<_>>())
    }

    /// Returns the series of a page of the chosen areas; those that are in no year are left out.
    #[wasm_bindgen(unchecked_return_type = "AreaSeries[]")]
    pub fn series(&mut self, from: usize, count: usize) -> Result<JsValue, JsValue> {
        self.timeline()?;
        let rows = self.rows_in_time(from, count);
        let timeline = self.timeline()?;
        let list: Vec<AreaSeries> = rows.iter().filter_map(|row| timeline.area(*row)).collect();
        to_js(&list)
    }

    /// Returns the series of a municipality's areas together, by its four digits.
    #[wasm_bindgen(js_name = seriesOfMunicipality, unchecked_return_type = "GroupSeries")]
    pub fn series_of_municipality(&mut self, code: &str) -> Result<JsValue, JsValue> {
        to_js(&self.timeline()?.municipality(code))
    }

    /// Returns the series of the chosen areas together.
    #[wasm_bindgen(js_name = seriesOfSelection, unchecked_return_type = "GroupSeries")]
    pub fn series_of_selection(&mut self) -> Result<JsValue, JsValue> {
        self.timeline()?;
        let rows = self.rows_in_time(0, usize::MAX);
        to_js(&self.timeline()?.selection(&rows))
    }

    /// Writes the series of the chosen areas as `csv`, `csv-sv` or `json`, `wide` or tidy, a `Uint8Array` at a time, to
    /// `take`.
    #[wasm_bindgen(js_name = exportSeries)]
    pub fn export_series(&mut self, format: &str, wide: bool, take: &Function) -> Result<(), JsValue> {
        self.timeline()?;
        let rows = self.rows_in_time(0, usize::MAX).into_iter();
        let (set, reading) = (self.set.clone(), self.run()?.reading());
        let timeline = self.timeline()?;
        let shape = if wide { Shape::Wide } else { Shape::Tidy };
        let mut out = |bytes: &[u8]| send(take, bytes);
        let written = match format {
            "csv" => series::csv(timeline, &set, rows, (Csv::Plain, shape), &mut out),
            "csv-sv" => series::csv(timeline, &set, rows, (Csv::SwedishExcel, shape), &mut out),
            "json" => series::json(timeline, (&set, reading), rows, &mut out),
            other => Err(unknown(other)),
        };
        written.map_err(|error| throw(&error))
    }

    /// Takes a log of changed areas into use beside those that are, by which areas of two years' divisions are compared from then
    /// on; false for a file that is none.
    #[wasm_bindgen(js_name = takeChangeLog)]
    pub fn take_change_log(&mut self, file: &str, bytes: &[u8]) -> Result<bool, JsValue> {
        match ChangeLog::read(file, bytes) {
            Ok(log) => {
                match &mut self.years.log {
                    Some(known) => known.add(log),
                    none => *none = Some(log),
                }
                Ok(true)
            }
            Err(error) if error.problem == Problem::NoChangeLog => Ok(false),
            Err(error) => Err(throw(&error)),
        }
    }

    /// Takes the file that was read last away, if it is a log of changed areas.
    #[wasm_bindgen(js_name = lastIsChangeLog)]
    pub fn last_is_change_log(&mut self, file: &str, bytes: &[u8]) -> bool {
        let found = ChangeLog::read(file, bytes).is_ok();
        if found {
            self.loaded.pop();
        }
        found
    }

    /// Compares two periods of the files, or with `kept` a period of the files kept before with one of these; `null` is the
    /// newest figures of each criterion. It is about the areas that the latest selection leaves, and about those of
    /// before only that lie where it asks for. The areas are then asked for with `compared`.
    #[wasm_bindgen(js_name = comparePeriods, unchecked_return_type = "Comparison")]
    pub fn compare_periods(
        &mut self,
        before: Option<String>,
        now: Option<String>,
        kept: bool,
    ) -> Result<JsValue, JsValue> {
        let was = match (kept, &self.before) {
            (true, Some(run)) => self.moment_of(run, before.as_deref())?,
            (true, None) => return Err(throw(&Problem::NoArea.into())),
            (false, _) => self.moment(before.as_deref())?,
        };
        let is = self.moment(now.as_deref())?;
        let among = Among::filtered(self.run()?, &self.filter).map_err(|error| throw(&error))?;
        let comparison = Comparison::new(&was, &is, self.years.log.as_ref(), &among);
        to_js(self.years.comparison.insert(comparison))
    }

    /// Returns a page of the compared areas: `all`, those whose verdict `turned`, or those that are not `comparable`.
    #[wasm_bindgen(unchecked_return_type = "ComparedPage")]
    pub fn compared(&self, which: &str, from: usize, count: usize) -> Result<JsValue, JsValue> {
        let comparison = self.comparison()?;
        let wanted: fn(&Compared) -> bool = match which {
            "all" => |_| true,
            "turned" => Compared::has_turned,
            "not-comparable" => |row| !row.matched.is_comparable(),
            other => {
                return Err(throw(
                    &Problem::unknown_word(other, &["all", "turned", "not-comparable"]).into(),
                ));
            }
        };
        let rows: Vec<&Compared> = comparison.rows.iter().filter(|row| wanted(row)).collect();
        let page = rows.iter().skip(from).take(count).map(|row| (*row).clone()).collect();
        to_js(&ComparedPage { total: rows.len(), rows: page })
    }

    /// Writes the comparison as `csv`, `csv-sv` or `json`, a `Uint8Array` at a time, to `take`.
    #[wasm_bindgen(js_name = exportComparison)]
    pub fn export_comparison(&self, format: &str, take: &Function) -> Result<(), JsValue> {
        let (made, reading) = (self.comparison()?, self.run()?.reading());
        let mut out = |bytes: &[u8]| send(take, bytes);
        let written = match format {
            "csv" => comparison::csv(made, &self.set, Csv::Plain, &mut out),
            "csv-sv" => comparison::csv(made, &self.set, Csv::SwedishExcel, &mut out),
            "json" => comparison::json(made, (&self.set, reading), &mut out),
            other => Err(unknown(other)),
        };
        written.map_err(|error| throw(&error))
    }
}

impl Session {
    /// Returns the run of the newest figures.
    fn whole(&self) -> Result<&Run, JsValue> {
        self.years.whole.as_ref().map_or_else(|| self.run(), Ok)
    }

    fn timeline(&mut self) -> Result<&Timeline, JsValue> {
        if self.years.timeline.is_none() {
            let timeline = Timeline::new(self.whole()?).map_err(|error| throw(&error))?;
            self.years.timeline = Some(timeline);
        }
        self.years.timeline.as_ref().ok_or_else(|| throw(&Problem::NoArea.into()))
    }

    fn comparison(&self) -> Result<&Comparison, JsValue> {
        self.years.comparison.as_ref().ok_or_else(|| throw(&Problem::NoArea.into()))
    }

    fn moment(&self, period: Option<&str>) -> Result<Moment, JsValue> {
        self.moment_of(self.whole()?, period)
    }

    fn moment_of(&self, run: &Run, period: Option<&str>) -> Result<Moment, JsValue> {
        Moment::of_run(run, period, self.whole()?.reading()).map_err(|error| throw(&error))
    }

    fn row_in_time(&self, position: usize) -> Option<usize> {
        self.years.timeline.as_ref()?.row(self.run.as_ref()?.joined.areas.get(position)?)
    }

    fn rows_in_time(&self, from: usize, count: usize) -> Vec<usize> {
        let chosen = self.selected.iter().skip(from).take(count);
        chosen.filter_map(|row| self.row_in_time(usize::try_from(*row).ok()?)).collect()
    }
}

pub(super) fn send(take: &Function, bytes: &[u8]) -> Result<(), Error> {
    let sent = take.call1(&JsValue::NULL, &Uint8Array::from(bytes));
    sent.map(|_| ()).map_err(|_| Problem::Cancelled.into())
}

fn unknown(format: &str) -> Error {
    Problem::unknown_word(format, &["csv", "csv-sv", "json"]).into()
}
