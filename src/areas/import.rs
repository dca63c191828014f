//! One file -> its tables' areas, in as many passes over the bytes as it takes.

use std::collections::BTreeMap;
#[cfg(not(target_arch = "wasm32"))]
use std::io;
#[cfg(not(target_arch = "wasm32"))]
use std::num::NonZero;
use std::ops::Deref;
#[cfg(not(target_arch = "wasm32"))]
use std::thread;

#[cfg(not(target_arch = "wasm32"))]
use super::ahead::{Ahead, SHARE};
use super::code::{Division, Level};
use super::key::Key;
use super::ledger::Ledger;
use super::load::{Context, Loader};
use super::question::{Choice, Facet, Found, Label, Question};
use super::recipe::{Recipe, Source};
use super::rejected::RejectedList;
use super::settings::Settings;
use super::store::{Areas, KindCount};
use super::tables::Tables;
use super::understanding::{
    AreaFound, ColumnFound, DivisionCount, KeptFound, MeasureFound, PreviewRow, Role, Understanding,
    VintageCount, Warning,
};
use crate::error::{Error, Problem};
use crate::table::{Encoding, Interrupt, Never, Options, Reader, wide};
#[cfg(not(target_arch = "wasm32"))]
use crate::table::{Handing, to_another_thread};

/// Bytes that are read at a time.
#[cfg(not(target_arch = "wasm32"))]
const CHUNK: usize = 1 << 20;

/// What an earlier pass over a file has found out for the next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    encoding: Option<Encoding>,
    /// Categories by table and column.
    categories: Vec<BTreeMap<usize, Vec<String>>>,
}

/// How a pass over a file ended.
#[derive(Debug)]
pub enum Pass {
    /// All is read.
    Done(Box<Loaded>),
    /// The file has to be read again from its beginning, with [`FileImport::again`] and these hints: its encoding or its
    /// categories turned out to be others than its beginning told. This happens at most twice.
    Again(Hints),
}

/// One file, imported.
#[derive(Debug)]
pub struct Loaded {
    pub(super) tables: Vec<LoadedTable>,
}

/// One table, imported.
#[derive(Debug)]
pub(super) struct LoadedTable {
    pub(super) understanding: Understanding,
    pub(super) areas: Areas,
    pub(super) rejected: RejectedList,
    pub(super) key: Key,
}

impl Loaded {
    /// Returns how each table was understood.
    pub fn understandings(&self) -> impl ExactSizeIterator<Item = &Understanding> {
        self.tables.iter().map(|table| &table.understanding)
    }

    /// Tells whether some table has figures for a criterion.
    pub fn has_measures(&self) -> bool {
        self.tables.iter().any(|table| !table.understanding.measures.is_empty())
    }
}

/// Imports one file that arrives in chunks; `S` is a reference to the settings, or shares them.
#[derive(Debug)]
pub struct FileImport<S> {
    settings: S,
    reader: Option<Reader>,
    tables: Tables<S>,
    hints: Hints,
    /// Whether the bytes contradicted the encoding, so that the rest isn't needed in this pass.
    contradicted: bool,
}

impl<S: Deref<Target = Settings> + Clone> FileImport<S> {
    /// Begins the import of a file.
    pub fn new(file: &str, settings: S) -> Self {
        Self::again(file, settings, Hints::default())
    }

    /// Begins the import of a file anew, with what an earlier pass has found out.
    pub fn again(file: &str, settings: S, hints: Hints) -> Self {
        let given = settings.context.recipes.iter().find(|recipe| recipe.shape.is_empty());
        let mut options = given.map(Recipe::options).unwrap_or_default();
        options.encoding = options.encoding.or(hints.encoding);
        Self::with_options(file, settings, hints, &options)
    }

    /// Begins the import of a file whose outer form a person has decided.
    pub fn with_options(file: &str, settings: S, hints: Hints, options: &Options) -> Self {
        let options = Options { encoding: options.encoding.or(hints.encoding), ..options.clone() };
        Self {
            reader: Some(Reader::new(file, &options, &settings.limits)),
            tables: Tables {
                settings: settings.clone(),
                hints: hints.categories.clone(),
                loaders: Vec::new(),
            },
            settings,
            hints,
            contradicted: false,
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    ///
    /// Those of [`Reader::push`] but `not-utf8`, and `too-large` beyond as many areas as the settings allow. What other
    /// files have given is not concerned.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), Error> {
        let Some(reader) = self.reader.as_mut().filter(|_| !self.contradicted) else { return Ok(()) };
        let pushed = reader.push(chunk, &mut self.tables);
        self.pass_over(pushed)
    }

    /// Returns how many bytes were taken, for progress.
    pub fn taken(&self) -> u64 {
        self.reader.as_ref().map_or(0, Reader::taken)
    }

    /// Returns how many areas the last table has so far, for progress.
    pub fn areas(&self) -> usize {
        self.tables.loaders.last().map_or(0, |loader| loader.areas.len())
    }

    fn pass_over(&mut self, done: Result<(), Error>) -> Result<(), Error> {
        match done {
            Err(error) if error.problem == Problem::NotUtf8 && self.hints.encoding.is_none() => {
                self.contradicted = true;
                Ok(())
            }
            done => done,
        }
    }

    /// Says that all bytes were pushed.
    ///
    /// # Errors
    ///
    /// Those of [`push`](Self::push) and [`Reader::finish`], and `no-area` if no table has a column of areas. A file
    /// without measures is no error here, since it may be a key file.
    pub fn finish(mut self, interrupt: &dyn Interrupt) -> Result<Pass, Error> {
        let file = self.reader.as_ref().map(|reader| reader.file().to_owned());
        if let Some(reader) = self.reader.take().filter(|_| !self.contradicted) {
            let finished = reader.finish(interrupt, &mut self.tables);
            self.pass_over(finished)?;
        }
        self.conclude(file)
    }

    /// Takes all bytes and ends, as [`push`](Self::push) and [`finish`](Self::finish) do, but on several threads: this
    /// one reads and decodes the file, another makes areas of its records, and plain rows are read on every core.
    ///
    /// # Errors
    ///
    /// The outer one is that of `bytes`, the inner one that of [`push`](Self::push) or [`finish`](Self::finish).
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read_from(mut self, mut bytes: impl io::Read) -> io::Result<Result<Pass, Error>>
    where
        S: Send,
    {
        let Some(mut reader) = self.reader.take() else { return Ok(self.conclude(None)) };
        let file = reader.file().to_owned();
        let mut failure = None;
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let read_into = |sink: &mut Handing| {
            let mut chunk = vec![0; CHUNK];
            loop {
                match bytes.read(&mut chunk) {
                    Ok(0) => return reader.finish(&Never, sink),
                    Ok(length) => reader.push(chunk.get(..length).unwrap_or_default(), sink)?,
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => {
                        failure = Some(error);
                        return Ok(());
                    }
                }
            }
        };
        let read = thread::scope(|scope| {
            let mut ahead = Ahead::new(scope, &mut self.tables, threads, SHARE);
            let read = to_another_thread(&mut ahead, read_into);
            // What is still being read stands before what the reader has come to.
            ahead.finish().and(read)
        });
        if let Some(failure) = failure {
            return Err(failure);
        }
        let read = read.map_err(|mut error| {
            error.place.get_or_insert_default().file.get_or_insert_with(|| file.clone());
            error
        });
        Ok(self.pass_over(read).and_then(|()| self.conclude(Some(file))))
    }

    /// Returns what takes the records, for tests that read them in another way.
    #[cfg(test)]
    pub(super) fn tables(&mut self) -> &mut Tables<S> {
        &mut self.tables
    }

    /// Makes areas of what was read.
    pub(super) fn conclude(mut self, file: Option<String>) -> Result<Pass, Error> {
        if self.contradicted {
            return Ok(Pass::Again(Hints { encoding: Some(Encoding::Windows1252), ..Hints::default() }));
        }
        self.tables.end()?;
        let found: Vec<_> = self.tables.loaders.iter().map(Loader::again).collect();
        if found.iter().any(Option::is_some) && self.hints.categories.is_empty() {
            let categories = found.into_iter().map(Option::unwrap_or_default).collect();
            return Ok(Pass::Again(Hints { categories, ..self.hints }));
        }
        let loaders = self.tables.loaders;
        let context = &self.settings.context;
        let tables: Vec<_> = loaders.into_iter().map(|loader| understood(loader, context)).collect();
        if tables.iter().all(|table| table.areas.is_empty()) {
            let place = crate::error::Place { file, ..Default::default() };
            return Err(Error::from(Problem::NoArea).at(place));
        }
        Ok(Pass::Done(Box::new(Loaded { tables })))
    }
}

/// Imports a file that is in memory, in as many passes as it takes.
///
/// # Errors
///
/// Those of [`FileImport::finish`].
pub fn import(file: &str, bytes: &[u8], settings: &Settings) -> Result<Loaded, Error> {
    let mut hints = Hints::default();
    loop {
        let mut import = FileImport::again(file, settings, hints);
        import.push(bytes)?;
        match import.finish(&Never)? {
            Pass::Done(loaded) => return Ok(*loaded),
            Pass::Again(found) => hints = found,
        }
    }
}

/// Chooses the level and the vintages, and tells how the table was understood.
fn understood(loader: Loader, context: &Context) -> LoadedTable {
    let all = &loader.areas;
    let plan = loader.plan.as_ref();
    let recipe = context.recipes.iter().find(|recipe| Some(&recipe.name) == loader.recipe.as_ref());
    let kinds = all.kinds();
    let finest = kinds.iter().map(|kind| kind.division.level()).max().unwrap_or(Level::Area);
    let level = recipe.and_then(|recipe| recipe.level).unwrap_or(finest);
    let mut divisions: BTreeMap<Division, u64> = BTreeMap::new();
    let mut vintages: BTreeMap<Option<u16>, (u64, u64)> = BTreeMap::new();
    for kind in &kinds {
        *divisions.entry(kind.division).or_default() += kind.areas;
        if kind.division.level() == level {
            let vintage = vintages.entry(kind.vintage).or_default();
            vintage.0 += kind.areas;
            vintage.1 += kind.with_figures;
        }
    }
    let used: Vec<Option<u16>> =
        vintages.iter().filter(|(_, (_, figures))| *figures > 0).map(|(year, _)| *year).collect();
    let mut warnings = warnings(&loader, &divisions, level);
    if used.len() > 1 {
        warnings.push(Warning::MixedVintages);
    }
    let area = plan.map(|plan| AreaFound {
        columns: (0..plan.names.len())
            .filter(|at| plan.area.uses(*at))
            .filter_map(|at| plan.name(at))
            .collect(),
        name: plan.name_column.and_then(|at| plan.name(at)),
        form: plan.form,
        level,
        divisions: divisions
            .iter()
            .map(|(division, areas)| DivisionCount { division: *division, areas: *areas })
            .collect(),
        vintages: vintages
            .iter()
            .map(|(year, (areas, figures))| VintageCount {
                year: *year,
                areas: *areas,
                with_figures: *figures,
            })
            .collect(),
        lost_zeros: loader.tally.lost_zeros,
    });
    let mut understanding = Understanding {
        header_line: plan.and_then(|plan| plan.header_line),
        recipe: loader.recipe.clone(),
        columns: columns(&loader, context),
        area,
        measures: Vec::new(),
        kept: kept(&loader),
        assumed: Vec::new(),
        questions: questions(&loader, context),
        not_used: Vec::new(),
        ledger: Ledger::default(),
        warnings,
        preview: loader.preview.iter().map(|r| PreviewRow { line: r.line, cells: r.cells.clone() }).collect(),
        records: loader.tally.records,
        table: loader.info,
    };
    let keep = |kind: &KindCount| {
        kind.division.level() == level && (used.is_empty() || used.contains(&kind.vintage))
    };
    let (measures, rejected) = (plan_measures(loader.plan.as_deref(), context), loader.rejected);
    let key = loader.key;
    let areas = loader.areas.filtered(&kinds, keep);
    understanding.measures = measures
        .into_iter()
        .map(|(criterion, mut found)| {
            found.figures = wide(areas.count(criterion));
            found
        })
        .collect();
    LoadedTable { understanding, areas, rejected, key }
}

fn warnings(loader: &Loader, divisions: &BTreeMap<Division, u64>, level: Level) -> Vec<Warning> {
    let tally = &loader.tally;
    let mut warnings = Vec::new();
    if divisions.keys().filter(|division| division.level() == level).count() > 1 {
        warnings.push(Warning::MixedDivisions);
    }
    let mut counted = |number: u64, warning: fn(u64) -> Warning| {
        if number > 0 {
            warnings.push(warning(number));
        }
    };
    counted(divisions.get(&Division::Unknown).copied().unwrap_or(0), |areas| Warning::UnknownDivision {
        areas,
    });
    counted(tally.count_above_total, |areas| Warning::CountAboveTotal { areas });
    counted(tally.incomplete, |areas| Warning::PartsMissing { areas });
    counted(tally.nil_as_zero, |cells| Warning::NilAsZero { cells });
    counted(tally.nil_as_missing, |cells| Warning::NilAsMissing { cells });
    let (areas, largest) = tally.differ;
    if areas > 0 {
        warnings.push(Warning::SumsDiffer { areas, largest });
    }
    warnings
}

fn columns(loader: &Loader, context: &Context) -> Vec<ColumnFound> {
    let Some(plan) = &loader.plan else { return Vec::new() };
    let column = |at: usize| {
        let uses = |measure: &&super::plan::MeasurePlan| {
            measure.kind.columns().iter().any(|(column, _)| *column == at)
                || measure.kind.category() == Some(at)
        };
        let measures: Vec<_> = plan.measures.iter().filter(uses).collect();
        let of_measure =
            measures.iter().find_map(|m| m.kind.columns().into_iter().find(|(column, _)| *column == at));
        ColumnFound {
            name: plan.name(at).unwrap_or_default(),
            header: plan.header.get(at).cloned().unwrap_or_default(),
            role: of_measure
                .map_or_else(|| plan.roles.get(at).copied().unwrap_or(Role::Other), |(_, role)| role),
            criteria: measures
                .iter()
                .filter_map(|m| context.wanted.get(m.criterion))
                .map(|w| w.id.clone())
                .collect(),
            decimal_mark: plan.marks.get(at).copied().flatten(),
            categories: plan.categories.get(&at).cloned().unwrap_or_default(),
        }
    };
    (0..plan.names.len()).map(column).collect()
}

fn kept(loader: &Loader) -> Vec<KeptFound> {
    let Some(plan) = &loader.plan else { return Vec::new() };
    let found = |dim: &super::plan::Dim| KeptFound {
        column: plan.name(dim.column).unwrap_or_default(),
        categories: dim.kept.clone(),
        left_out: plan
            .categories
            .get(&dim.column)
            .map(|all| all.iter().filter(|text| !dim.kept.contains(text)).cloned().collect())
            .unwrap_or_default(),
        reason: dim.reason,
    };
    plan.dims.iter().map(found).collect()
}

fn questions(loader: &Loader, context: &Context) -> Vec<Question> {
    let Some(plan) = &loader.plan else { return Vec::new() };
    let id = |measure: &super::plan::MeasurePlan| {
        context.wanted.get(measure.criterion).map(|wanted| wanted.id.clone()).unwrap_or_default()
    };
    let mut questions = Vec::new();
    for measure in &plan.measures {
        for column in &plan.questions {
            let at = plan.names.iter().position(|name| name == column);
            let values = at.and_then(|at| plan.categories.get(&at)).cloned().unwrap_or_default();
            let found = Found::Values { facet: Facet::Other, values };
            questions.push(Question { criterion: id(measure), found, choices: Vec::new() });
        }
        let super::plan::Kind::Percent(column, None) = measure.kind else { continue };
        let seen = loader.tally.fractions.get(measure.criterion).copied().unwrap_or_default();
        if seen.all > 0 && !seen.is_settled() && seen.between > 0 {
            let column = plan.name(column).unwrap_or_default();
            let choice = |label, fractions| {
                let from = Source::Percent { column: column.clone(), fractions: Some(fractions) };
                Choice { label, from, examples: Vec::new() }
            };
            let choices = vec![choice(Label::Fractions, true), choice(Label::Percent, false)];
            let found = Found::Fractions { column: column.clone() };
            questions.push(Question { criterion: id(measure), found, choices });
        }
    }
    questions
}

fn plan_measures(plan: Option<&super::plan::Plan>, context: &Context) -> Vec<(usize, MeasureFound)> {
    let Some(plan) = plan else { return Vec::new() };
    let found = |measure: &super::plan::MeasurePlan| {
        let of_this =
            |(criterion, source): &(usize, Source)| (*criterion == measure.criterion).then(|| source.clone());
        let found = MeasureFound {
            criterion: context
                .wanted
                .get(measure.criterion)
                .map(|wanted| wanted.id.clone())
                .unwrap_or_default(),
            from: measure.source.clone(),
            columns: measure.kind.columns().into_iter().filter_map(|(at, _)| plan.name(at)).collect(),
            facets: Vec::new(),
            base: None,
            period: plan.years.get(&measure.criterion).cloned(),
            periods: Vec::new(),
            year: plan.years.get(&measure.criterion).cloned(),
            alternatives: plan.alternatives.iter().filter_map(of_this).collect(),
            figures: 0,
        };
        (measure.criterion, found)
    };
    plan.measures.iter().map(found).collect()
}
