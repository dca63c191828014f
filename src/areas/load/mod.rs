//! Loads one table: recognises it by its first records, then reads areas and figures from each record.

mod apart;
mod combining;
mod figures;
pub(super) mod gather;
mod lines;
mod listed;
pub(super) mod rows;
mod same;
mod sample;
pub(super) mod settings;
pub(super) mod tables;
mod tally;

use std::sync::Arc;

use self::apart::Bounds;
use self::combining::Combining;
use self::same::{Found, Same};
pub(super) use self::tally::Tally;
use crate::areas::code::key::Key;
use crate::areas::code::{Division, Known, contradict, has_municipality, is_collecting};
use crate::areas::layout::sections::Sections;
use crate::areas::layout::series::Combinations;
use crate::areas::layout::tails::Tails;
use crate::areas::resolve::blanks::fill_row;
use crate::areas::resolve::plan::Plan;
use crate::areas::resolve::unlocated::Unlocated;
use crate::areas::store::{Area, Areas, Block};
use crate::areas::told::recipe::Recipe;
use crate::areas::told::rejected::{Rejected, RejectedList};
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::query::Query;
use crate::areas::words::sampled::Sampled;
use crate::error::{Error, Place, Problem, Quantity};
use crate::table::{Record, TableInfo, wide};
use gather::Gather;
use rows::{Fractions, Rows};

/// As many bytes a table is recognised by at most.
const SAMPLE_BYTES: usize = 1 << 20;

/// What a table is recognised by, the same for all tables.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) lexicon: Lexicon,
    pub(super) queries: Vec<Query>,
    pub(super) known: Known,
    pub(super) recipes: Vec<Recipe>,
    pub(super) period: Option<String>,
    /// Whether figures of all periods are kept.
    pub(super) every_period: bool,
    pub(super) this_year: Option<u32>,
    pub(super) areas: u64,
    /// As many records a table is recognised by.
    pub(super) sample: usize,
}

/// A table under way.
#[derive(Debug)]
pub(super) struct Loader {
    pub(super) info: TableInfo,
    /// What an earlier pass has found.
    found: Option<Combinations>,
    sample: Vec<Sampled>,
    sampled_bytes: usize,
    sampling: bool,
    /// The cells of the row of numbers above, where labels are left blank.
    above: Vec<String>,
    /// Where texts alone in their rows, or labels, say more than the area.
    sections: Option<Sections>,
    tails: Option<Tails>,
    pub(super) preview: Vec<Sampled>,
    pub(super) plan: Option<Box<Plan>>,
    /// What is known of a table in which no column of areas was recognised.
    pub(super) unlocated: Option<Unlocated>,
    /// Whether its areas stand in a row.
    pub(in crate::areas) sideways: bool,
    pub(super) recipe: Option<String>,
    /// The criteria of which other sheets have groups, so that this one, of an unknown name, may be of another.
    pub(super) beside_groups: Vec<usize>,
    pub(super) areas: Areas,
    pub(super) rejected: RejectedList,
    pub(super) tally: Tally,
    /// Names of codes, in a table without measures.
    pub(super) key: Key,
    /// How plain rows are read, if a row is all there is of an area.
    rows: Option<Arc<Rows>>,
    block: Block,
    combining: Combining,
    gather: Gather,
    /// Lines of blank records that may turn out to be the end, and how many more there were.
    blank: (Vec<u64>, u64),
    scratch: String,
    bounds: Bounds,
    /// The heading of the next table in the same sheet, where this one has come to it.
    pub(super) next: Option<Sampled>,
    /// The table beside it in the same sheet, and the column that it begins with.
    beside: Option<(usize, Box<Self>)>,
    /// The area of the record before, in a table with several records of each.
    same: Option<Same>,
}

impl Loader {
    pub(super) fn new(info: TableInfo, found: Option<Combinations>, criteria: usize) -> Self {
        Self {
            info,
            found,
            sample: Vec::new(),
            sampled_bytes: 0,
            sampling: true,
            above: Vec::new(),
            sections: None,
            tails: None,
            preview: Vec::new(),
            plan: None,
            unlocated: None,
            sideways: false,
            recipe: None,
            beside_groups: Vec::new(),
            areas: Areas::new(criteria),
            rejected: RejectedList::default(),
            tally: Tally { fractions: vec![Fractions::default(); criteria], ..Tally::default() },
            rows: None,
            block: Block::default(),
            combining: Combining::default(),
            gather: Gather::default(),
            blank: (Vec::new(), 0),
            key: Key::default(),
            scratch: String::new(),
            bounds: Bounds::default(),
            next: None,
            beside: None,
            same: None,
        }
    }

    /// Takes the next record.
    #[inline]
    pub(super) fn record(&mut self, record: &Record<'_>, context: &Context) -> Result<(), Error> {
        if !self.same.as_ref().is_some_and(|same| same.in_rows && same.is_of(record))
            && self.is_another_heading(record, &context.lexicon, &context.known)
        {
            self.next = Some(Sampled::of(record));
            self.bounds.next_title.clone_from(&self.bounds.alone);
            let title = self.bounds.next_title.as_ref();
            self.combining.all.notes.retain(|note| Some(note) != title);
            return Ok(());
        }
        self.tally.records += 1;
        if !self.sampling {
            if let Some((at, beside)) = &mut self.beside {
                let (left, right) = Sampled::of(record).split(*at);
                beside.row(&right, context)?;
                return self.load_cells(left.line, left.cells, context);
            }
            if !self.is_parted() && self.plan.as_ref().is_none_or(|plan| plan.filled_down.is_empty()) {
                return self.load(record, context);
            }
            let mut row = Sampled::of(record);
            if self.part(&mut row, context) {
                return Ok(());
            }
            return self.load_cells(row.line, row.cells, context);
        }
        self.note(record, &context.known);
        let row = Sampled::of(record);
        self.sampled_bytes += row.cells.iter().map(String::len).sum::<usize>();
        self.sample.push(row);
        if self.sample.len() >= context.sample || self.sampled_bytes >= SAMPLE_BYTES {
            self.begin(context)
        } else {
            Ok(())
        }
    }

    /// Returns it, and the tables beside it.
    pub(super) fn with_beside(mut self) -> Vec<Self> {
        let beside = self.beside.take().map(|(_, beside)| beside.with_beside());
        std::iter::once(self).chain(beside.into_iter().flatten()).collect()
    }

    /// Takes the next record, cell by cell.
    pub(super) fn row(&mut self, row: &Sampled, context: &Context) -> Result<(), Error> {
        let (text, spans) = row.joined();
        self.record(&Record::new(row.line, &text, &spans), context)
    }

    /// Reads a record of cells, its blank labels filled.
    fn load_cells(&mut self, line: u64, mut cells: Vec<String>, context: &Context) -> Result<(), Error> {
        if let Some(plan) = self.plan.as_ref().filter(|plan| !plan.filled_down.is_empty()) {
            fill_row(&mut cells, &mut self.above, &plan.filled_down);
        }
        let (text, spans) = Sampled { line, cells }.joined();
        self.load(&Record::new(line, &text, &spans), context)
    }

    /// Reads one record.
    fn load(&mut self, record: &Record<'_>, context: &Context) -> Result<(), Error> {
        let Some(plan) = self.plan.take() else { return Ok(()) };
        let done = self.load_by(&plan, record, context);
        self.plan = Some(plan);
        done
    }

    fn load_by(&mut self, plan: &Plan, record: &Record<'_>, context: &Context) -> Result<(), Error> {
        let uneven = plan.is_uneven(record);
        if let Some(Same { found, .. }) = self.same.as_ref().filter(|same| !uneven && same.is_of(record)) {
            self.load_of(plan, record, *found, false);
            return Ok(());
        }
        let mut scratch = std::mem::take(&mut self.scratch);
        let label = plan.area.label(&context.known, &|column| record.cell(column), &mut scratch);
        let Some(mut label) = label else {
            self.scratch = scratch;
            self.reject(record, &context.lexicon);
            return Ok(());
        };
        if let (true, Some(column)) = (label.name.is_empty(), plan.name_column) {
            label.name = record.cell(column).trim();
        }
        if uneven {
            self.scratch = scratch;
            self.reject_record(record, Problem::UnevenRow);
            return Ok(());
        }
        if is_collecting(label.division, label.name) {
            self.scratch = scratch;
            self.reject(record, &context.lexicon);
            return Ok(());
        }
        let own = Some(label.name).filter(|name| has_municipality(label.division, name));
        let beside = plan.municipality.map(|at| record.cell(at).trim());
        if own.into_iter().chain(beside).any(|name| contradict(label.code, label.lost, name)) {
            self.scratch = scratch;
            self.reject_record(record, Problem::NameOfAnother);
            return Ok(());
        }
        let (kind, lost_zeros) = ((label.division, label.vintage), label.lost > 0);
        let (area, new) = self.areas.find_or_add(&label, record.line(), 0);
        self.scratch = scratch;
        let found = Found { area, kind, lost_zeros };
        self.same = Same::next(self.same.take(), plan, record, &context.known, found);
        if new && wide(self.areas.len()) > context.areas {
            return Err(Problem::TooLarge { what: Quantity::Areas, limit: context.areas }.into());
        }
        if !plan.keys.is_empty() {
            let part = self.areas.get(area).filter(|area| area.division() == Division::Deso);
            let part = part.and_then(Area::bare_code);
            for (code, name) in &plan.keys {
                self.learn(record.cell(*code), name.map(|name| record.cell(name)), part.as_deref(), context)?;
            }
        }
        self.load_of(plan, record, found, new);
        Ok(())
    }

    /// Reads the figures of a record, of an area that may be new.
    fn load_of(&mut self, plan: &Plan, record: &Record<'_>, found: Found, new: bool) {
        let Found { area, kind, lost_zeros } = found;
        if !self.blank.0.is_empty() {
            self.flush_blank();
        }
        self.bounds.alone = None;
        self.tally.lost_zeros += u64::from(lost_zeros);
        let combination = self.combining.of(record);
        let Some(first) = self.combining.first_of(combination, area, new) else {
            self.tally.another += 1;
            return;
        };
        let gave = self.load_figures(plan, record, area, combination);
        if !first {
            let repeated = self.note_repeated(plan, record, area, combination);
            // A record that gives nothing is listed as a whole.
            for column in repeated.into_iter().filter(|_| gave) {
                self.reject_cell(plan, record, column, Problem::DuplicateArea);
            }
        }
        if first || gave {
            *self.tally.used.entry(kind).or_default() += 1;
        } else {
            self.reject_record(record, Problem::DuplicateArea);
        }
    }

    /// Keeps which name a code has, and that the record's area is a part of it.
    fn learn(
        &mut self,
        code: &str,
        name: Option<&str>,
        part: Option<&str>,
        context: &Context,
    ) -> Result<(), Error> {
        let Some(label) = context.known.label(code) else { return Ok(()) };
        if label.division != Division::Regso {
            return Ok(());
        }
        let name = if label.name.is_empty() { name.unwrap_or_default() } else { label.name };
        let code = format!("{}{}", "0".repeat(label.lost.into()), label.code);
        if let Some(part) = part {
            self.key.learn_part(part, &code)?;
        }
        self.key.learn(&code, name)
    }

    /// Makes figures of what was gathered, once all records are read.
    pub(super) fn finish(&mut self, context: &Context) -> Result<(), Error> {
        self.begin(context)?;
        if let Some((_, beside)) = &mut self.beside {
            beside.finish(context)?;
        }
        let Some(plan) = self.plan.take() else { return Ok(()) };
        let added = self.gather.finish(&plan.measures, &mut self.areas);
        self.tally.incomplete = added.incomplete;
        self.tally.differ = added.differ;
        for (area, measure, problem) in added.wrong {
            self.tally.count_above_total += u64::from(problem.code() == "count-above-total");
            let line = self.areas.get(area).map_or(0, Area::line);
            let column = plan.measures.get(measure).and_then(|m| m.kind.columns().first().copied());
            let column = column.and_then(|(column, _)| plan.name(column));
            let text = self.areas.get(area).and_then(Area::code).unwrap_or_default();
            let place = Place { column, ..self.info.place(line) };
            self.rejected.push(|| Rejected::new(place, problem, &text));
        }
        for (area, slot) in std::mem::take(&mut self.tally.past_again) {
            self.areas.set(area, slot, None);
        }
        if self.info.doubles {
            self.even_out(&plan);
        }
        self.plan = Some(plan);
        Ok(())
    }

    /// Returns the combinations that the whole table has, if they are others than it was recognised by, so that it has to
    /// be read again.
    pub(super) fn again(&self) -> Option<Combinations> {
        (self.combining.new && self.found.is_none()).then(|| self.combining.all.clone())
    }
}
