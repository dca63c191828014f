//! The first records of a table: what it is recognised by, and made ready for reading.

use std::borrow::Cow;
use std::sync::Arc;

use super::apart::beside;
use super::combining::Combining;
use super::gather::Gather;
use super::rows::{Fractions, Rows};
use super::{Context, Loader};
use crate::areas::code::Known;
use crate::areas::layout::heading::over_numbered_rows;
use crate::areas::layout::places;
use crate::areas::layout::sections::Sections;
use crate::areas::layout::tails::Tails;
use crate::areas::resolve::plan::Plan;
use crate::areas::resolve::recognise::{Basis, recognise};
use crate::areas::resolve::unlocated::{Unlocated, lies_sideways};
use crate::areas::told::recipe::{Recipe, Top};
use crate::areas::words::sampled::Sampled;
use crate::error::Error;
use crate::table::{Format, wide};

impl Loader {
    /// Recognises the table by the sample, and loads the sample.
    pub(super) fn begin(&mut self, context: &Context) -> Result<(), Error> {
        if !self.sampling {
            return Ok(());
        }
        self.sampling = false;
        let mut sample = self.set_beside(context)?;
        if self.info.format == Format::Csv {
            over_numbered_rows(&mut sample);
        }
        let top = Top::of(&sample);
        self.sections = Sections::find(&context.lexicon, &context.known, &sample);
        if self.sections.is_none() {
            self.tails = Tails::find(&context.lexicon, &context.known, &sample);
        }
        sample.retain_mut(|row| !self.part(row, context));
        let fits = |recipe: &&Recipe| recipe.fits(&self.info, &top);
        let recipe = context.recipes.iter().find(fits);
        let basis = Basis {
            lexicon: &context.lexicon,
            queries: &context.queries,
            known: &context.known,
            recipe,
            top: &top,
            period: context.period.as_deref(),
            every_period: context.every_period,
            this_year: context.this_year,
            found: self.found.as_ref(),
        };
        self.recipe = recipe.map(|recipe| recipe.name.clone());
        self.plan = recognise(&self.info, &self.without_next_title(&sample), &basis).map(Box::new);
        if self.plan.is_none() {
            self.unlocated = Unlocated::find(&context.lexicon, &self.info, &sample);
        }
        // A heading of areas is itself one row with an area, and has none above it.
        let is_key = |plan: &Plan| !plan.keys.is_empty() && plan.header_line.is_some();
        let is_empty = |plan: &Plan| plan.measures.is_empty() && plan.questions.is_empty() && !is_key(plan);
        self.sideways = self.plan.as_deref().is_none_or(is_empty) && lies_sideways(&context.known, &sample);
        self.prepare(&context.known);
        let unlocated = || self.unlocated.as_ref().and_then(|table| table.header_line);
        let from = self.plan.as_ref().map_or_else(unlocated, |plan| plan.header_line).unwrap_or(0);
        let (heading, data): (Vec<Sampled>, Vec<Sampled>) =
            sample.into_iter().partition(|record| record.line <= from);
        self.tally.heading += wide(heading.len());
        self.bounds.above = heading;
        self.preview = data.iter().take(10).cloned().collect();
        data.into_iter().try_for_each(|record| self.load_cells(record.line, record.cells, context))
    }

    /// Takes the title of the next table below out of a sample, of which it says nothing.
    fn without_next_title<'s>(&self, sample: &'s [Sampled]) -> Cow<'s, [Sampled]> {
        let title = self.bounds.next_title.as_deref();
        let is_title = |row: &Sampled| title.is_some() && places::alone(row).map(|(_, text)| text) == title;
        match sample.iter().rposition(is_title) {
            Some(at) => Cow::Owned(sample.iter().take(at).cloned().collect()),
            None => Cow::Borrowed(sample),
        }
    }

    /// Takes the sample; where two tables stand beside each other the left one's, and the right one takes its own.
    fn set_beside(&mut self, context: &Context) -> Result<Vec<Sampled>, Error> {
        let sample = std::mem::take(&mut self.sample);
        let Some(at) = beside(&context.lexicon, &context.known, &sample) else { return Ok(sample) };
        let mut right = Box::new(Self::new(self.beside_info(at), None, context.queries.len()));
        let mut left = Vec::with_capacity(sample.len());
        for row in sample {
            let (own, other) = row.split(at);
            left.push(own);
            right.row(&other, context)?;
        }
        self.beside = Some((at, right));
        Ok(left)
    }

    /// Tells whether rows are told apart by what is made a column of its own.
    pub(super) fn is_parted(&self) -> bool {
        self.sections.is_some() || self.tails.is_some()
    }

    /// Moves what a row's label, or the text above it, says beside the area into a column of its own. Returns whether the row is
    /// such a text, and counts it as a heading.
    pub(super) fn part(&mut self, row: &mut Sampled, context: &Context) -> bool {
        if let Some(tails) = self.tails {
            tails.part(&context.lexicon, &context.known, &mut row.cells);
        }
        let is_title = self.sections.as_mut().is_some_and(|sections| sections.part(&context.known, row));
        self.tally.heading += u64::from(is_title);
        is_title
    }

    /// Makes ready what records are read with.
    fn prepare(&mut self, known: &Known) {
        let Some(plan) = &self.plan else { return };
        for _ in plan.measures.iter().filter(|measure| measure.past.is_some()) {
            let slot = self.areas.add_slot();
            self.tally.fractions.resize(slot + 1, Fractions::default());
        }
        self.rows =
            Rows::new(plan, known).filter(|_| self.beside.is_none() && !self.is_parted()).map(Arc::new);
        self.block = self.rows.as_ref().map(|rows| rows.block()).unwrap_or_default();
        self.combining = Combining::new(plan);
        self.gather = Gather::new(&plan.measures);
    }
}
