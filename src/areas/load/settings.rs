//! What files are imported for and by: the criteria set's words, recipes and limits.

use super::Context;
use crate::areas::code::Known;
use crate::areas::code::key_file::KeyFile;
use crate::areas::told::recipe::Recipe;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::query::queries;
use crate::criteria::CriteriaSet;
use crate::table::Limits;

/// What files are imported for and by.
#[derive(Debug)]
pub struct Settings {
    pub(in crate::areas) context: Context,
    pub(in crate::areas) limits: Limits,
    pub(in crate::areas) sums_to_regso: bool,
    pub(in crate::areas) key_files: Vec<KeyFile>,
    pub(in crate::areas) asks_for_areas: bool,
}

impl Settings {
    /// Areas that are kept of one file at most, unless [`Settings::max_areas`] says otherwise.
    pub const MAX_AREAS: u64 = 4_500_000;
    /// As many records a table is recognised by, unless [`Settings::sample`] says otherwise.
    pub const SAMPLE: usize = 2_000;

    /// Makes settings for a criteria set, with the recipes that come with the product and the default limits.
    pub fn new(set: &CriteriaSet) -> Self {
        let lexicon = Lexicon::new(set);
        let queries = queries(set, &lexicon);
        let recipes = serde_json::from_str(include_str!("../told/publishers.json")).unwrap_or_default();
        Self {
            context: Context {
                lexicon,
                queries,
                known: Known::new(),
                recipes,
                period: None,
                every_period: false,
                this_year: None,
                areas: Self::MAX_AREAS,
                sample: Self::SAMPLE,
            },
            limits: Limits::default(),
            sums_to_regso: false,
            key_files: Vec::new(),
            asks_for_areas: false,
        }
    }

    /// Sets whether counts of `DeSO` areas are added up to those of the `RegSO` areas that a key file puts them in.
    #[must_use]
    pub fn sum_to_regso(mut self, sum: bool) -> Self {
        self.sums_to_regso = sum;
        self
    }

    /// Sets the keys by which counts are put together to larger areas, one after the other.
    #[must_use]
    pub fn key_files(mut self, keys: Vec<KeyFile>) -> Self {
        self.key_files = keys;
        self
    }

    /// Adds a key by which counts are put together, behind the others.
    pub fn add_key_file(&mut self, key: KeyFile) {
        self.key_files.push(key);
    }

    /// Sets whether a file without a column of areas is handed over all the same, with the columns that could be areas,
    /// where there is someone to ask; else it is an error.
    #[must_use]
    pub fn ask_for_areas(mut self, ask: bool) -> Self {
        self.asks_for_areas = ask;
        self
    }

    /// Adds recipes, which go before those that come with the product; the first that fits a table is applied.
    #[must_use]
    pub fn recipes(mut self, recipes: impl IntoIterator<Item = Recipe>) -> Self {
        self.context.recipes.splice(..0, recipes);
        self
    }

    /// Pins a period, such as `2022` or `2024M01`; without it each criterion has the newest that has figures.
    #[must_use]
    pub fn period(mut self, period: Option<String>) -> Self {
        self.context.period = period;
        self
    }

    /// Sets whether the figures of all periods are kept beside those that are taken ([`Joined::periods`](crate::areas::Joined)).
    #[must_use]
    pub fn every_period(mut self, every: bool) -> Self {
        self.context.every_period = every;
        self
    }

    /// Says which year it is: figures of later ones are forecasts, and none that an area has.
    #[must_use]
    pub fn this_year(mut self, year: u32) -> Self {
        self.context.this_year = Some(year);
        self
    }

    /// Sets the limits of the readers.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets how many areas a table may have.
    #[must_use]
    pub fn max_areas(mut self, areas: u64) -> Self {
        self.context.areas = areas;
        self
    }

    /// Sets how many records a table is recognised by: of more, less has to be corrected by hand.
    #[must_use]
    pub fn sample(mut self, records: usize) -> Self {
        self.context.sample = records;
        self
    }

    /// Returns the ids of the criteria, in the set's order.
    pub fn criteria(&self) -> impl ExactSizeIterator<Item = &str> {
        self.context.queries.iter().map(|query| query.id.as_str())
    }
}
