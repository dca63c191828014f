//! The tables of one file as its records arrive.

use std::ops::Deref;
#[cfg(not(target_arch = "wasm32"))]
use std::sync::Arc;

use super::Loader;
#[cfg(not(target_arch = "wasm32"))]
use super::rows::Rows;
use super::settings::Settings;
use crate::areas::layout::series::Combinations;
#[cfg(not(target_arch = "wasm32"))]
use crate::areas::store::Block;
use crate::error::Error;
use crate::table::{Flow, Lines, Record, Sink, TableInfo};

/// The tables of a file as they are read.
#[derive(Debug)]
pub(in crate::areas) struct Tables<S> {
    pub(in crate::areas) settings: S,
    pub(in crate::areas) hints: Vec<Option<Combinations>>,
    pub(in crate::areas) loaders: Vec<Loader>,
    /// Files of an archive that are no tables.
    pub(in crate::areas) left_out: Vec<String>,
}

impl<S: Deref<Target = Settings>> Sink for Tables<S> {
    fn table(&mut self, table: &TableInfo) -> Result<Flow, Error> {
        self.end()?;
        self.add(table.clone());
        Ok(Flow::Continue)
    }

    fn record(&mut self, record: &Record<'_>) -> Result<Flow, Error> {
        if let Some(loader) = self.loaders.last_mut() {
            loader.record(record, &self.settings.context)?;
        }
        self.go_on()?;
        Ok(Flow::Continue)
    }

    fn skipped(&mut self, error: &Error) {
        self.left_out.extend(error.place.as_ref().and_then(|place| place.file.clone()));
    }

    fn lines(&mut self, mut lines: Lines) -> Result<Flow, Error> {
        while !lines.is_empty() {
            let Some(loader) = self.loaders.last_mut() else { break };
            loader.lines(&mut lines, &self.settings.context)?;
            self.go_on()?;
        }
        Ok(Flow::Continue)
    }
}

impl<S: Deref<Target = Settings>> Tables<S> {
    /// Returns how plain rows of the last table are read.
    #[cfg(not(target_arch = "wasm32"))]
    pub(in crate::areas) fn rows(&self) -> Option<Arc<Rows>> {
        self.loaders.last()?.rows().cloned()
    }

    /// Takes lines whose plain rows are read already, by the rows of the table that was the last one then.
    #[cfg(not(target_arch = "wasm32"))]
    pub(in crate::areas) fn take(
        &mut self,
        mut lines: Lines,
        blocks: &[(Block, usize)],
        rows: &Arc<Rows>,
    ) -> Result<(), Error> {
        if let Some(loader) = self.loaders.last_mut()
            && loader.rows().is_some_and(|own| Arc::ptr_eq(own, rows))
        {
            loader.lines_ahead(&mut lines, blocks, &self.settings.context)?;
            self.go_on()?;
        }
        self.lines(lines).map(|_| ())
    }

    fn add(&mut self, table: TableInfo) {
        let hints = self.hints.get(self.loaders.len()).cloned().flatten();
        let criteria = self.settings.context.queries.len();
        self.loaders.push(Loader::new(table, hints, criteria));
    }

    /// Begins the table to whose heading the last one has come.
    fn go_on(&mut self) -> Result<(), Error> {
        let Some(row) = self.loaders.last_mut().and_then(|loader| loader.next.take()) else { return Ok(()) };
        self.end()?;
        if let Some(info) = self.loaders.last().map(Loader::next_info) {
            self.add(info);
        }
        self.loaders.last_mut().map_or(Ok(()), |loader| loader.row(&row, &self.settings.context))
    }

    /// Ends the last table.
    pub(in crate::areas) fn end(&mut self) -> Result<(), Error> {
        match self.loaders.last_mut() {
            Some(loader) => loader.finish(&self.settings.context),
            None => Ok(()),
        }
    }
}
