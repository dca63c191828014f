//! The worker's module: statistics files, and many areas at once.
//!
//! ```ts
//! const session = new Session(set, recipes, false);
//! await session.read(files, tell, signal);
//! const summary = session.assess(null, null);
//! ```

use std::rc::Rc;

use js_sys::{Int32Array, Uint8Array, Uint32Array};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::selection::Assumption;
use super::years::Years;
use super::{from_js, throw, to_js};
use crate::areas::{JoinWarning, Loaded, Recipe, Rejected, Settings, Understanding, join_all};
use crate::assess::Verdict;
use crate::criteria::{CriteriaSet, Reading};
use crate::error::{Error, Problem};
use crate::figure::Decimal;
use crate::many::{
    Changes, Chosen, Filter, FourCells, MunicipalityCount, OutcomeCounts, Row, Run, Selection, Steps, Totals,
    municipalities, nth, select, sweep, sweep_grid,
};
use crate::output::list::{self, Columns, Csv};
use crate::output::xlsx::xlsx;

/// What there is to say of a run as a whole.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// The reading that was applied.
    reading: Reading,
    /// The set's hash.
    hash: String,
    /// Areas by verdict.
    totals: Totals,
    /// Areas by outcome of each criterion.
    outcomes: Vec<OutcomeCounts>,
    /// How each table was understood.
    tables: Vec<Understanding>,
    /// What a person should know of the joining.
    warnings: Vec<JoinWarning>,
}

/// The municipalities of a run.
#[derive(Debug, Serialize, Tsify)]
pub struct MunicipalityTable {
    /// Each municipality's areas by verdict.
    municipalities: Vec<MunicipalityCount>,
    /// On the list or not, with some area that meets or none.
    cells: FourCells,
}

/// Rejected records and cells, a page of them.
#[derive(Debug, Serialize, Tsify)]
pub struct RejectedPage {
    /// How many there are in all.
    total: u64,
    /// Those of the page.
    #[tsify(type = "RejectedEntry[]")]
    entries: Vec<Rejected>,
}

#[wasm_bindgen(typescript_custom_section)]
const REJECTED_ENTRY: &str = r"
/** A record or a cell that could not be read. */
export interface RejectedEntry {
  file: string | null;
  sheet: string | null;
  line: number | null;
  column: string | null;
  code: string;
  text: string;
}
";

/// Files, their areas, and what is asked about them.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Session {
    pub(super) set: CriteriaSet,
    pub(super) settings: Rc<Settings>,
    pub(super) loaded: Vec<Loaded>,
    pub(super) run: Option<Run>,
    pub(super) before: Option<Run>,
    pub(super) selected: Vec<u32>,
    /// By which they were chosen.
    pub(super) filter: Filter,
    pub(super) years: Years,
}

#[expect(clippy::needless_pass_by_value, reason = "the bindings hand over owned values")]
#[wasm_bindgen]
impl Session {
    /// Begins with a criteria set and recipes as JSON text (a list; the first that fits a table is applied);
    /// `sum_to_regso` adds counts of `DeSO` areas up to the `RegSO` areas that a key file puts them in.
    ///
    /// # Errors
    /// Throws an `Error` object, as every method does.
    #[wasm_bindgen(constructor)]
    pub fn new(set: &JsValue, recipes: &str, sum_to_regso: bool) -> Result<Self, JsValue> {
        let set = CriteriaSet::from_document(&from_js(set)?).map_err(|error| throw(&error))?;
        let recipes: Vec<Recipe> = read_json(recipes)?;
        let settings = Settings::new(&set)
            .recipes(recipes)
            .sum_to_regso(sum_to_regso)
            .ask_for_areas(true)
            .this_year(js_sys::Date::new_0().get_full_year())
            .every_period(true);
        Ok(Self {
            set,
            settings: Rc::new(settings),
            loaded: Vec::new(),
            run: None,
            before: None,
            selected: Vec::new(),
            filter: Filter::default(),
            years: Years::default(),
        })
    }

    /// Joins the files and assesses all areas, also where no file has a measure; `null` for the set's own reading.
    #[wasm_bindgen(unchecked_return_type = "Summary")]
    pub fn assess(&mut self, tie: Option<String>, require: Option<String>) -> Result<JsValue, JsValue> {
        let reading = self.reading(tie.as_deref(), require.as_deref()).map_err(|error| throw(&error))?;
        let joined =
            join_all(std::mem::take(&mut self.loaded), &self.settings).map_err(|error| throw(&error))?;
        let run = Run::new(joined, self.set.clone(), reading).map_err(|error| throw(&error))?;
        self.run = Some(run);
        self.years.forget();
        self.summary()
    }

    /// Keeps the run as the one that later runs are compared with, and makes room for new files.
    #[wasm_bindgen(js_name = keepAsBefore)]
    pub fn keep_as_before(&mut self) {
        self.before = self.years.whole.take().or(self.run.take());
        self.years.forget();
        self.loaded.clear();
        self.selected.clear();
    }

    /// Assesses the same areas under another reading.
    #[wasm_bindgen(js_name = readAs, unchecked_return_type = "Summary")]
    pub fn read_as(&mut self, tie: Option<String>, require: Option<String>) -> Result<JsValue, JsValue> {
        let reading = self.reading(tie.as_deref(), require.as_deref()).map_err(|error| throw(&error))?;
        self.run_mut()?.read_as(reading).map_err(|error| throw(&error))?;
        self.years.read_as(reading).map_err(|error| throw(&error))?;
        self.summary()
    }

    /// Chooses and sorts areas; returns how many there are.
    pub fn select(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Selection")] selection: &JsValue,
    ) -> Result<usize, JsValue> {
        let selection: Selection = read_value(selection)?;
        let run = self.run()?;
        let (filter, by, order) = selection.resolve(run).map_err(|error| throw(&error))?;
        self.selected = select(run, &filter, by, order).map_err(|error| throw(&error))?;
        self.filter = filter;
        Ok(self.selected.len())
    }

    /// Returns a page of the chosen areas.
    #[wasm_bindgen(unchecked_return_type = "Row[]")]
    pub fn rows(&self, from: usize, count: usize) -> Result<JsValue, JsValue> {
        let run = self.run()?;
        let chosen = self.selected.iter().skip(from).take(count);
        let rows: Vec<Row> =
            chosen.filter_map(|row| usize::try_from(*row).ok()).filter_map(|row| run.row(row)).collect();
        to_js(&rows)
    }

    /// Returns one area by its position in the run.
    #[wasm_bindgen(unchecked_return_type = "Row | null")]
    pub fn row(&self, position: usize) -> Result<JsValue, JsValue> {
        to_js(&self.run()?.row(position))
    }

    /// Returns where the chosen areas stand in the page of `count`: the number of the row of a position, or -1.
    #[wasm_bindgen(js_name = rowOf)]
    pub fn row_of(&self, position: u32) -> i32 {
        let found = self.selected.iter().position(|row| *row == position);
        found.and_then(|row| i32::try_from(row).ok()).unwrap_or(-1)
    }

    /// Returns a page of what could not be read.
    #[wasm_bindgen(unchecked_return_type = "RejectedPage")]
    pub fn rejected(&self, from: usize, count: usize) -> Result<JsValue, JsValue> {
        let list = &self.run()?.joined.rejected;
        let entries = list.entries().iter().skip(from).take(count).cloned().collect();
        to_js(&RejectedPage { total: list.total(), entries })
    }

    /// Returns the municipalities of all areas, or of the chosen ones.
    #[wasm_bindgen(unchecked_return_type = "MunicipalityTable")]
    pub fn municipalities(&self, all: bool) -> Result<JsValue, JsValue> {
        let chosen = if all { Chosen::all() } else { self.chosen()? };
        let (municipalities, cells) = municipalities(self.run()?, &chosen);
        to_js(&MunicipalityTable { municipalities, cells })
    }

    /// Returns the country and those of the municipalities that the files have rows of, as what areas are compared with.
    #[wasm_bindgen(unchecked_return_type = "Yardstick[]")]
    pub fn yardsticks(&self, municipalities: Vec<String>) -> Result<JsValue, JsValue> {
        to_js(&self.run()?.yardsticks(&municipalities))
    }

    /// Returns where each chosen area stands on the common scale of a criterion, in thousandths; the smallest number
    /// for an area without a place on it.
    pub fn positions(&self, criterion: &str) -> Result<Int32Array, JsValue> {
        let (run, nth) = (self.run()?, self.nth(criterion)?);
        let place = |row: &u32| {
            let position = usize::try_from(*row).ok()?;
            run.position_on_scale(nth, position)
        };
        let places: Vec<i32> = self.selected.iter().map(|row| place(row).unwrap_or(i32::MIN)).collect();
        Ok(Int32Array::from(places.as_slice()))
    }

    /// Returns the positions in the run of the chosen areas, in their order.
    pub fn selected(&self) -> Uint32Array {
        Uint32Array::from(self.selected.as_slice())
    }

    /// Returns the verdict of each chosen area: 0 meets, 1 does not meet, 2 undetermined.
    pub fn verdicts(&self) -> Result<Uint8Array, JsValue> {
        let run = self.run()?;
        let code = |row: &u32| match run.verdict(usize::try_from(*row).unwrap_or(usize::MAX)) {
            Verdict::Meets => 0_u8,
            Verdict::DoesNotMeet => 1,
            Verdict::Undetermined => 2,
        };
        let codes: Vec<u8> = self.selected.iter().map(code).collect();
        Ok(Uint8Array::from(codes.as_slice()))
    }

    /// Counts the chosen areas by the outcome of each criterion.
    #[wasm_bindgen(unchecked_return_type = "OutcomeCounts[]")]
    pub fn outcomes(&self) -> Result<JsValue, JsValue> {
        to_js(&self.run()?.outcome_counts_of(&self.chosen()?))
    }

    /// Counts the chosen areas that meet at each of the thresholds of a criterion, decimals as text.
    #[wasm_bindgen(unchecked_return_type = "Steps")]
    pub fn sweep(&self, criterion: &str, thresholds: Vec<String>) -> Result<JsValue, JsValue> {
        let (run, nth) = (self.run()?, self.nth(criterion)?);
        let steps: Steps = sweep(run, &self.chosen()?, nth, &decimals(&thresholds)?);
        to_js(&steps)
    }

    /// Counts the chosen areas that meet at each pair of ascending thresholds of two criteria, row by row.
    #[wasm_bindgen(js_name = sweepGrid)]
    pub fn sweep_grid(
        &self,
        one: &str,
        first: Vec<String>,
        two: &str,
        second: Vec<String>,
    ) -> Result<Uint32Array, JsValue> {
        let run = self.run()?;
        let chosen = self.chosen()?;
        let grid = sweep_grid(
            run,
            &chosen,
            (self.nth(one)?, &decimals(&first)?),
            (self.nth(two)?, &decimals(&second)?),
        );
        Ok(Uint32Array::from(grid.as_slice()))
    }

    /// Tells who enters and who leaves under an assumption, among the chosen areas.
    #[wasm_bindgen(js_name = whatIf, unchecked_return_type = "Changes")]
    pub fn what_if(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Assumption")] assumption: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let assumption: Assumption = read_value(assumption)?;
        let run = self.run()?;
        let (scenario, reading) = assumption.resolve(run).map_err(|error| throw(&error))?;
        let outcomes = run.under(&scenario, reading).map_err(|error| throw(&error))?;
        to_js(&Changes::under(run, &self.chosen()?, &outcomes))
    }

    /// Tells who enters and who leaves where the areas of another session, by another set, take the place of the
    /// chosen ones of these.
    #[wasm_bindgen(js_name = compareWith, unchecked_return_type = "Changes")]
    pub fn compare_with(&self, other: &Session) -> Result<JsValue, JsValue> {
        let chosen = self.chosen()?;
        to_js(&Changes::between(self.run()?, other.run()?, |before, _| {
            before.map_or(chosen.is_all(), |at| chosen.has(at))
        }))
    }

    /// Writes the chosen areas as `csv`, `csv-sv`, `json`, `jsonl` or `xlsx` (with its words in `language`), a
    /// `Uint8Array` at a time, to `take`; with `columns`, only those (`code,verdict,outcomes`).
    pub fn export(
        &self,
        format: &str,
        language: &str,
        take: &js_sys::Function,
        columns: Option<String>,
    ) -> Result<(), JsValue> {
        let run = self.run()?;
        let columns = columns.as_deref().map(|names| Columns::chosen(&self.set, names)).transpose();
        let columns = columns.map_err(|error| throw(&error))?;
        let columns = columns.as_ref();
        let positions = self.selected.iter().map(|row| usize::try_from(*row).unwrap_or(usize::MAX));
        let mut bytes = |bytes: &[u8]| {
            let sent = take.call1(&JsValue::NULL, &Uint8Array::from(bytes));
            sent.map(|_| ()).map_err(|_| Problem::Cancelled.into())
        };
        let written = match format {
            "csv" => list::csv(run, positions, Csv::Plain, columns, &mut bytes),
            "csv-sv" => list::csv(run, positions, Csv::SwedishExcel, columns, &mut bytes),
            "json" => list::json(run, positions, columns, &mut bytes),
            "jsonl" => list::json_lines(run, positions, columns, &mut bytes),
            "xlsx" => {
                language.parse().and_then(|language| xlsx(run, positions, language, columns, &mut bytes))
            }
            other => Err(Problem::unknown_word(other, &["csv", "csv-sv", "json", "jsonl", "xlsx"]).into()),
        };
        written.map_err(|error| throw(&error))
    }
}

impl Session {
    pub(super) fn run(&self) -> Result<&Run, JsValue> {
        self.run.as_ref().ok_or_else(|| throw(&Problem::NoArea.into()))
    }

    fn chosen(&self) -> Result<Chosen, JsValue> {
        Ok(Chosen::of(self.run()?, &self.selected))
    }

    fn run_mut(&mut self) -> Result<&mut Run, JsValue> {
        self.run.as_mut().ok_or_else(|| throw(&Problem::NoArea.into()))
    }

    fn nth(&self, criterion: &str) -> Result<usize, JsValue> {
        nth(&self.set, criterion).map_err(|error| throw(&error))
    }

    fn reading(&self, tie: Option<&str>, require: Option<&str>) -> Result<Reading, Error> {
        self.set.reading(tie.map(str::parse).transpose()?, require.map(str::parse).transpose()?)
    }

    pub(super) fn summary(&self) -> Result<JsValue, JsValue> {
        let run = self.run()?;
        to_js(&Summary {
            reading: run.reading(),
            hash: run.set().hash.clone(),
            totals: run.totals(),
            outcomes: run.outcome_counts(),
            tables: run.joined.tables.clone(),
            warnings: run.joined.warnings.clone(),
        })
    }
}

fn decimals(texts: &[String]) -> Result<Vec<Decimal>, JsValue> {
    texts.iter().map(|text| text.parse()).collect::<Result<_, Error>>().map_err(|error| throw(&error))
}

fn read_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, JsValue> {
    serde_json::from_str(text).map_err(|error| throw(&Problem::NotJson { reason: error.to_string() }.into()))
}

pub(super) fn read_value<T: serde::de::DeserializeOwned>(value: &JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value.clone())
        .map_err(|error| throw(&Problem::NotJson { reason: error.to_string() }.into()))
}
