//! The tables of one file as its records arrive.

use std::ops::Deref;
#[cfg(not(target_arch = "wasm32"))]
use std::sync::Arc;

use super::load::Loader;
#[cfg(not(target_arch = "wasm32"))]
use super::rows::Rows;
use super::series::Combinations;
use super::settings::Settings;
#[cfg(not(target_arch = "wasm32"))]
use super::store::Block;
use crate::error::Error;
use crate::table::{Flow, Lines, Record, Sink, TableInfo};

/// The tables of a file as they are read.
#[derive(Debug)]
pub(super) struct Tables<S> {
    pub(super) settings: S,
    pub(super) hints: Vec<Option<Combinations>>,
    pub(super) loaders: Vec<Loader>,
}

impl<S: Deref<Target = Settings>> Sink for Tables<S> {
    fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
        self.end()?;
        let hints = self.hints.get(self.loaders.len()).cloned().flatten();
        let criteria = self.settings.context.queries.len();
        self.loaders.push(Loader::new(table.clone(), hints, criteria));
        Ok(Flow::Continue)
    }

    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
        if let Some(loader) = self.loaders.last_mut() {
            loader.record(record, &self.settings.context)?;
        }
        Ok(Flow::Continue)
    }

    fn lines(&mut self, lines: Lines) -> Result<Flow, Error> {
        if let Some(loader) = self.loaders.last_mut() {
            loader.lines(lines, &self.settings.context)?;
        }
        Ok(Flow::Continue)
    }
}

impl<S: Deref<Target = Settings>> Tables<S> {
    /// Returns how plain rows of the last table are read.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn rows(&self) -> Option<Arc<Rows>> {
        self.loaders.last()?.rows().cloned()
    }

    /// Takes lines whose plain rows are read already.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn take(&mut self, lines: Lines, blocks: &[(Block, usize)]) -> Result<(), Error> {
        match self.loaders.last_mut() {
            Some(loader) => loader.lines_ahead(lines, blocks, &self.settings.context),
            None => Ok(()),
        }
    }

    /// Ends the last table.
    pub(super) fn end(&mut self) -> Result<(), Error> {
        match self.loaders.last_mut() {
            Some(loader) => loader.finish(&self.settings.context),
            None => Ok(()),
        }
    }
}
