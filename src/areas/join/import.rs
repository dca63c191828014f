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
use super::doubts::beside_groups;
use super::explain::understood;
use super::lend::{Base, Of};
use super::past::Past;
use crate::areas::code::key::Key;
use crate::areas::layout::series::Combinations;
use crate::areas::load::Loader;
use crate::areas::load::settings::Settings;
use crate::areas::load::tables::Tables;
use crate::areas::store::Areas;
use crate::areas::told::recipe::Recipe;
use crate::areas::told::rejected::RejectedList;
use crate::areas::told::understanding::{Origin, Understanding};
use crate::areas::words::coordinates::Value;
use crate::error::{Error, Problem};
use crate::table::{Encoding, Interrupt, Never, Options, Reader};
#[cfg(not(target_arch = "wasm32"))]
use crate::table::{Handing, to_another_thread};

/// Bytes that are read at a time.
#[cfg(not(target_arch = "wasm32"))]
const CHUNK: usize = 1 << 20;

/// What an earlier pass over a file has found out for the next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    encoding: Option<Encoding>,
    /// Combinations of categories by table.
    combinations: Vec<Option<Combinations>>,
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
    pub(in crate::areas) tables: Vec<LoadedTable>,
    /// Files of an archive that are no tables.
    pub(in crate::areas) left_out: Vec<String>,
}

/// One table, imported.
#[derive(Debug)]
pub(in crate::areas) struct LoadedTable {
    pub(in crate::areas) understanding: Understanding,
    pub(in crate::areas) areas: Areas,
    pub(in crate::areas) rejected: RejectedList,
    pub(in crate::areas) key: Key,
    /// The date of each criterion's figures.
    pub(in crate::areas) dates: BTreeMap<usize, Value>,
    /// Whether each criterion's figures are of the ages that it prefers.
    pub(in crate::areas) preferred: BTreeMap<usize, bool>,
    /// What it has that other files' counts may be a part of.
    pub(in crate::areas) bases: Vec<Base>,
    /// Of whom and when its counts are that wait for a base, by criterion.
    pub(in crate::areas) waits: BTreeMap<usize, Of>,
    /// The country's and the municipalities' own rows beside those of areas.
    pub(in crate::areas) yardsticks: Areas,
    /// The figures of all periods, where it has several and they are wanted.
    pub(in crate::areas) past: Option<Past>,
}

impl LoadedTable {
    /// Tells whether it has figures for a criterion, or would have if a question were answered.
    pub(in crate::areas) fn has_measures(&self) -> bool {
        !self.understanding.measures.is_empty() || !self.understanding.questions.is_empty()
    }
}

impl Loaded {
    /// Notes where the file came from, at each of its tables.
    #[must_use]
    pub fn from(mut self, origin: Option<&Origin>) -> Self {
        for table in &mut self.tables {
            table.understanding.origin = origin.cloned();
        }
        self
    }

    /// Returns how each table was understood.
    pub fn understandings(&self) -> impl ExactSizeIterator<Item = &Understanding> {
        self.tables.iter().map(|table| &table.understanding)
    }

    /// Tells whether some table has figures for a criterion.
    pub fn has_measures(&self) -> bool {
        self.tables.iter().any(LoadedTable::has_measures)
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
                hints: hints.combinations.clone(),
                loaders: Vec::new(),
                left_out: Vec::new(),
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
    /// Those of [`push`](Self::push) and [`Reader::finish`], and `no-area` if no table has a column of areas, nor one
    /// that a person is asked about ([`Settings::ask_for_areas`]). A file
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
    pub(in crate::areas) fn tables(&mut self) -> &mut Tables<S> {
        &mut self.tables
    }

    /// Makes areas of what was read.
    pub(in crate::areas) fn conclude(mut self, file: Option<String>) -> Result<Pass, Error> {
        if self.contradicted {
            return Ok(Pass::Again(Hints { encoding: Some(Encoding::Windows1252), ..Hints::default() }));
        }
        self.tables.end()?;
        let found: Vec<_> = self.tables.loaders.iter().map(Loader::again).collect();
        if found.iter().any(Option::is_some) && self.hints.combinations.is_empty() {
            return Ok(Pass::Again(Hints { combinations: found, ..self.hints }));
        }
        let repeats = |loader: &Loader| {
            let has_measures = loader.plan.as_ref().is_some_and(|plan| !plan.measures.is_empty());
            has_measures && loader.tally.repeats(loader.areas.len())
        };
        if self.tables.loaders.iter().any(repeats) {
            let place = crate::error::Place { file, ..Default::default() };
            return Err(Error::from(Problem::AreasRepeat).at(place));
        }
        let left_out = self.tables.left_out;
        let sideways = self.tables.loaders.iter().any(|loader| loader.sideways);
        let mut loaders: Vec<_> = self.tables.loaders.into_iter().flat_map(Loader::with_beside).collect();
        let context = &self.settings.context;
        beside_groups(&mut loaders, context);
        let mut tables: Vec<_> = loaders.into_iter().map(|loader| understood(loader, context)).collect();
        let has_areas = tables.iter().any(|table| !table.areas.is_empty());
        let has_figures = |table: &LoadedTable| {
            !table.understanding.measures.is_empty() || !table.understanding.questions.is_empty()
        };
        if sideways && !tables.iter().any(has_figures) {
            let place = crate::error::Place { file, ..Default::default() };
            return Err(Error::from(Problem::AreasInARow).at(place));
        }
        if has_areas || !self.settings.asks_for_areas {
            // A sheet of notes beside one with areas is nothing to ask about.
            for table in &mut tables {
                table.understanding.could_be_areas.clear();
            }
        }
        // Where each row names another municipality than its code does, the first of them is told.
        let contradicting = |table: &LoadedTable| {
            table.rejected.entries().iter().find(|one| one.problem == Problem::NameOfAnother).cloned()
        };
        if let Some(first) = tables.iter().find_map(contradicting).filter(|_| !has_areas) {
            return Err(Error::from(first.problem).at(first.place));
        }
        if !has_areas && tables.iter().all(|table| table.understanding.could_be_areas.is_empty()) {
            let place = crate::error::Place { file, ..Default::default() };
            return Err(Error::from(Problem::NoArea).at(place));
        }
        Ok(Pass::Done(Box::new(Loaded { tables, left_out })))
    }
}

/// Imports a file that is in memory, in as many passes as it takes.
///
/// # Errors
///
/// Those of [`FileImport::finish`].
pub fn import(file: &str, bytes: &[u8], settings: &Settings) -> Result<Loaded, Error> {
    in_passes(|hints| {
        let mut import = FileImport::again(file, settings, hints);
        import.push(bytes)?;
        import.finish(&Never)
    })
}

/// Reads a file in as many passes as it takes: `pass` makes one from the file's beginning, with what the earlier ones have
/// found out.
///
/// # Errors
///
/// Those of `pass`.
pub fn in_passes<E>(mut pass: impl FnMut(Hints) -> Result<Pass, E>) -> Result<Loaded, E> {
    let mut hints = Hints::default();
    loop {
        match pass(hints)? {
            Pass::Done(loaded) => return Ok(*loaded),
            Pass::Again(found) => hints = found,
        }
    }
}
