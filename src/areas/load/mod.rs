//! Loads one table: recognises it by its first records, then reads areas and figures from each record.

mod lines;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cell::{self, Said};
use super::code::{Division, Known};
use super::key::Key;
use super::plan::{Kind, Plan};
use super::recipe::Recipe;
use super::recognise::{Basis, Sampled, recognise};
use super::rejected::{Rejected, RejectedList};
use super::rows::{Fractions, Rows};
use super::store::{Areas, Block};
use super::sums::{Categories, Part, Sums};
use super::words::{Wanted, Words};
use crate::error::{Error, Place, Problem, Quantity};
use crate::figure::{Decimal, Figure, Share};
use crate::table::{Record, TableInfo, wide};

/// As many bytes a table is recognised by at most.
const SAMPLE_BYTES: usize = 1 << 20;
/// Blank records in a row whose lines are remembered; more are counted.
const BLANK: usize = 10_000;

/// What a table is recognised by, the same for all tables.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) words: Words,
    pub(super) wanted: Vec<Wanted>,
    pub(super) known: Known,
    pub(super) recipes: Vec<Recipe>,
    pub(super) areas: u64,
    /// As many records a table is recognised by.
    pub(super) sample: usize,
}

/// A table under way.
#[derive(Debug)]
pub(super) struct Loader {
    pub(super) info: TableInfo,
    /// Categories by column that an earlier pass has found.
    hints: BTreeMap<usize, Vec<String>>,
    sample: Vec<Sampled>,
    sampled_bytes: usize,
    sampling: bool,
    /// The cells of the row of numbers above, in workbooks.
    above: Vec<String>,
    pub(super) preview: Vec<Sampled>,
    pub(super) plan: Option<Box<Plan>>,
    pub(super) recipe: Option<String>,
    pub(super) areas: Areas,
    pub(super) rejected: RejectedList,
    pub(super) tally: Tally,
    /// Names of codes, in a table without measures.
    pub(super) key: Key,
    /// How plain rows are read, if a row is all there is of an area.
    rows: Option<Arc<Rows>>,
    block: Block,
    sums: Option<Sums>,
    dims: Vec<(Categories, Vec<bool>)>,
    measured: Vec<Measured>,
    watched: Vec<Categories>,
    /// Lines of blank records that may turn out to be the end, and how many more there were.
    blank: (Vec<u64>, u64),
    scratch: String,
}

/// A column of categories that measures are made of, and what each category is to each measure.
#[derive(Debug)]
struct Measured {
    categories: Categories,
    uses: Vec<Vec<Part>>,
}

/// What is counted while loading.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    pub(super) records: u64,
    pub(super) lost_zeros: u64,
    pub(super) nil_as_zero: u64,
    pub(super) nil_as_missing: u64,
    pub(super) count_above_total: u64,
    pub(super) incomplete: u64,
    /// Areas whose categories don't add up to their total, and the largest difference.
    pub(super) differ: (u64, u64),
    pub(super) duplicates: u64,
    /// For each criterion.
    pub(super) fractions: Vec<Fractions>,
}

impl Loader {
    pub(super) fn new(info: TableInfo, hints: BTreeMap<usize, Vec<String>>, criteria: usize) -> Self {
        Self {
            info,
            hints,
            sample: Vec::new(),
            sampled_bytes: 0,
            sampling: true,
            above: Vec::new(),
            preview: Vec::new(),
            plan: None,
            recipe: None,
            areas: Areas::new(criteria),
            rejected: RejectedList::default(),
            tally: Tally { fractions: vec![Fractions::default(); criteria], ..Tally::default() },
            rows: None,
            block: Block::default(),
            sums: None,
            dims: Vec::new(),
            measured: Vec::new(),
            watched: Vec::new(),
            blank: (Vec::new(), 0),
            key: Key::default(),
            scratch: String::new(),
        }
    }

    /// Takes the next record.
    #[inline]
    pub(super) fn record(&mut self, record: &Record<'_>, context: &Context) -> Result<(), Error> {
        self.tally.records += 1;
        if self.info.sheet.is_some() {
            let cells = self.filled_down(record);
            return if self.sampling {
                self.sample(record.line(), cells, context)
            } else {
                self.load_cells(record.line(), &cells, context)
            };
        }
        if !self.sampling {
            return self.load(record, context);
        }
        self.sample(record.line(), record.cells().map(str::to_owned).collect(), context)
    }

    /// Fills the blank cells that a row of numbers begins with by those above: in the publisher's workbooks a label
    /// stands on the first of its rows only.
    fn filled_down(&mut self, record: &Record<'_>) -> Vec<String> {
        let mut cells: Vec<String> = record.cells().map(str::to_owned).collect();
        let has_numbers = cells.iter().skip(1).any(|cell| cell::looks_numeric(cell));
        if has_numbers {
            for (cell, above) in cells.iter_mut().zip(&self.above) {
                if !cell.trim().is_empty() {
                    break;
                }
                above.clone_into(cell);
            }
            self.above.clone_from(&cells);
        } else {
            self.above.clear();
        }
        cells
    }

    fn sample(&mut self, line: u64, cells: Vec<String>, context: &Context) -> Result<(), Error> {
        self.sampled_bytes += cells.iter().map(String::len).sum::<usize>();
        self.sample.push(Sampled { line, cells });
        if self.sample.len() >= context.sample || self.sampled_bytes >= SAMPLE_BYTES {
            self.begin(context)
        } else {
            Ok(())
        }
    }

    /// Recognises the table by the sample, and loads the sample.
    pub(super) fn begin(&mut self, context: &Context) -> Result<(), Error> {
        if !self.sampling {
            return Ok(());
        }
        self.sampling = false;
        let sample = std::mem::take(&mut self.sample);
        let recipe = context.recipes.iter().find(|recipe| self.fits(recipe, &sample));
        let basis = Basis {
            words: &context.words,
            wanted: &context.wanted,
            known: &context.known,
            recipe,
            categories: &self.hints,
        };
        self.recipe = recipe.map(|recipe| recipe.name.clone());
        self.plan = recognise(&self.info, &sample, &basis).map(Box::new);
        self.prepare(&context.known);
        let from = self.plan.as_ref().and_then(|plan| plan.header_line).unwrap_or(0);
        self.preview = sample.iter().filter(|record| record.line > from).take(10).cloned().collect();
        for record in sample.iter().filter(|record| record.line > from) {
            self.load_cells(record.line, &record.cells, context)?;
        }
        Ok(())
    }

    fn load_cells(&mut self, line: u64, cells: &[String], context: &Context) -> Result<(), Error> {
        let (mut text, mut spans) = (String::new(), Vec::with_capacity(cells.len()));
        for cell in cells {
            let start = crate::table::narrow(text.len());
            text.push_str(cell);
            spans.push((start, crate::table::narrow(text.len())));
        }
        self.load(&Record::new(line, &text, &spans), context)
    }

    fn fits(&self, recipe: &Recipe, sample: &[Sampled]) -> bool {
        let sheet = recipe.sheet.is_none() || recipe.sheet == self.info.sheet;
        let has = |record: &Sampled| {
            recipe.shape.iter().all(|name| record.cells.iter().any(|cell| cell.trim() == name))
        };
        sheet && (recipe.shape.is_empty() || sample.iter().any(has))
    }

    /// Makes ready what records are read with.
    fn prepare(&mut self, known: &Known) {
        let Some(plan) = &self.plan else { return };
        self.rows = Rows::new(plan, known).map(Arc::new);
        self.block = self.rows.as_ref().map(|rows| rows.block()).unwrap_or_default();
        self.sums = plan.adds_up().then(|| Sums::new(plan));
        self.dims = plan.dims.iter().map(|dim| (Categories::new(dim.column), Vec::new())).collect();
        let mut columns: Vec<usize> =
            plan.measures.iter().filter_map(|measure| measure.kind.category()).collect();
        columns.sort_unstable();
        columns.dedup();
        self.measured = columns
            .into_iter()
            .map(|column| Measured { categories: Categories::new(column), uses: Vec::new() })
            .collect();
        self.watched = plan.watched.iter().map(|column| Categories::new(*column)).collect();
    }

    fn reject_record(&mut self, record: &Record<'_>, problem: Problem) {
        let cells =
            || record.cells().map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("; ");
        self.rejected.push(|| Rejected::new(self.info.place(record.line()), problem, &cells()));
    }

    fn reject_cell(&mut self, plan: &Plan, record: &Record<'_>, column: usize, problem: Problem) {
        let place = || Place { column: plan.name(column), ..self.info.place(record.line()) };
        self.rejected.push(|| Rejected::new(place(), problem, record.cell(column)));
    }

    /// Reads one record.
    fn load(&mut self, record: &Record<'_>, context: &Context) -> Result<(), Error> {
        let Some(plan) = self.plan.take() else { return Ok(()) };
        let done = self.load_by(&plan, record, context);
        self.plan = Some(plan);
        done
    }

    fn load_by(&mut self, plan: &Plan, record: &Record<'_>, context: &Context) -> Result<(), Error> {
        let mut scratch = std::mem::take(&mut self.scratch);
        let label = plan.area.label(&context.known, &|column| record.cell(column), &mut scratch);
        let Some(mut label) = label else {
            self.scratch = scratch;
            self.reject(record);
            return Ok(());
        };
        if !self.blank.0.is_empty() {
            self.flush_blank();
        }
        if let (true, Some(column)) = (label.name.is_empty(), plan.name_column) {
            label.name = record.cell(column).trim();
        }
        self.tally.lost_zeros += u64::from(label.lost > 0);
        let (area, new) = self.areas.find_or_add(&label, record.line(), 0);
        self.scratch = scratch;
        if new && wide(self.areas.len()) > context.areas {
            return Err(Problem::TooLarge { what: Quantity::Areas, limit: context.areas }.into());
        }
        if !plan.keys.is_empty() {
            let part = self.areas.get(area).filter(|area| area.division() == Division::Deso);
            let part = part.and_then(super::store::Area::bare_code);
            for (code, name) in &plan.keys {
                self.learn(record.cell(*code), name.map(|name| record.cell(name)), part.as_deref(), context)?;
            }
        }
        for watched in &mut self.watched {
            watched.number(record.cell(watched.column));
        }
        if self.sums.is_some() {
            self.load_long(plan, record, area);
        } else if new {
            self.load_wide(plan, record, area);
        } else {
            self.tally.duplicates += 1;
            self.reject_record(record, Problem::DuplicateArea);
        }
        Ok(())
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

    fn reject(&mut self, record: &Record<'_>) {
        if record.is_blank() {
            let (lines, more) = &mut self.blank;
            if lines.len() < BLANK {
                lines.push(record.line());
            } else {
                *more += 1;
            }
            return;
        }
        self.flush_blank();
        self.reject_record(record, Problem::NotAnArea);
    }

    fn flush_blank(&mut self) {
        let (lines, more) = std::mem::take(&mut self.blank);
        for line in lines {
            let place = self.info.place(line);
            self.rejected.push(|| Rejected::new(place, Problem::BlankRecord, ""));
        }
        self.rejected.count(more);
    }

    /// Reads the figures of an area whose only record this is.
    fn load_wide(&mut self, plan: &Plan, record: &Record<'_>, area: usize) {
        for measure in &plan.measures {
            let figure = match &measure.kind {
                Kind::Percent(column, fractions) => {
                    self.percent(plan, record, measure.criterion, *column, *fractions)
                }
                Kind::Amount(column) => self.count(plan, record, *column).map(Figure::Amount),
                Kind::Count(columns, totals) => self.share(plan, record, columns, totals),
                Kind::Categories { .. } => None,
            };
            if figure.is_some() {
                self.areas.set(area, measure.criterion, figure);
            }
        }
    }

    #[inline]
    fn percent(
        &mut self,
        plan: &Plan,
        record: &Record<'_>,
        criterion: usize,
        column: usize,
        fractions: Option<bool>,
    ) -> Option<Figure> {
        match cell::percent(record.cell(column), fractions == Some(true)) {
            Said::Value(figure) => {
                if let (Figure::Percent(percent), Some(seen)) =
                    (figure, self.tally.fractions.get_mut(criterion))
                {
                    seen.count(percent);
                }
                Some(figure)
            }
            Said::Missing => None,
            Said::Nil => {
                self.tally.nil_as_missing += 1;
                None
            }
            Said::Wrong(problem) => {
                self.reject_cell(plan, record, column, problem);
                None
            }
        }
    }

    /// Reads a count; `-` is zero in the publisher's own files.
    #[inline]
    fn count(&mut self, plan: &Plan, record: &Record<'_>, column: usize) -> Option<u64> {
        match cell::count(record.cell(column)) {
            Said::Value(count) => Some(count),
            Said::Missing => None,
            Said::Nil if self.info.publisher => {
                self.tally.nil_as_zero += 1;
                Some(0)
            }
            Said::Nil => {
                self.tally.nil_as_missing += 1;
                None
            }
            Said::Wrong(problem) => {
                self.reject_cell(plan, record, column, problem);
                None
            }
        }
    }

    /// Adds up counts; unknown if one of them is.
    fn counts(&mut self, plan: &Plan, record: &Record<'_>, columns: &[usize]) -> Option<u64> {
        let mut sum = Some(0_u64);
        for column in columns {
            let count = self.count(plan, record, *column);
            sum = sum.zip(count).map(|(sum, count)| sum.saturating_add(count));
        }
        sum
    }

    fn share(
        &mut self,
        plan: &Plan,
        record: &Record<'_>,
        columns: &[usize],
        totals: &[usize],
    ) -> Option<Figure> {
        let count = self.counts(plan, record, columns);
        let total = self.counts(plan, record, totals);
        if total == Some(0) {
            self.reject_cell(plan, record, *totals.first()?, Problem::TotalZero);
            return None;
        }
        match Share::new(count?, total?) {
            Ok(share) => Some(Figure::Share(share)),
            Err(error) => {
                self.tally.count_above_total += u64::from(error.code() == "count-above-total");
                self.reject_cell(plan, record, *columns.first()?, error.problem);
                None
            }
        }
    }

    /// Adds a record to the sums of an area that has several.
    fn load_long(&mut self, plan: &Plan, record: &Record<'_>, area: usize) {
        let mut kept = true;
        let mut numbers = Vec::with_capacity(self.dims.len() + self.measured.len());
        for ((categories, keeps), dim) in self.dims.iter_mut().zip(&plan.dims) {
            let number = categories.number(record.cell(dim.column));
            while keeps.len() < categories.texts.len() {
                let is_kept = categories.texts.get(keeps.len()).is_some_and(|text| dim.kept.contains(text));
                keeps.push(is_kept);
            }
            kept &= keeps.get(number).copied().unwrap_or(false);
            numbers.push(number);
        }
        let mut parts = vec![Part::default(); plan.measures.len()];
        let mut wanted = plan.measures.is_empty();
        for Measured { categories, uses } in &mut self.measured {
            let number = categories.number(record.cell(categories.column));
            while uses.len() < categories.texts.len() {
                let text = categories.texts.get(uses.len()).map_or("", String::as_str);
                uses.push(
                    plan.measures
                        .iter()
                        .map(|measure| part(&measure.kind, categories.column, text))
                        .collect(),
                );
            }
            for (part, used) in parts.iter_mut().zip(uses.get(number).into_iter().flatten()) {
                if *used != Part::default() {
                    *part = *used;
                    wanted = true;
                }
            }
            numbers.push(number);
        }
        wanted |= plan.measures.iter().any(|measure| measure.kind.category().is_none());
        if !kept || !wanted {
            return;
        }
        let Some(combination) = self.sums.as_mut().and_then(|sums| sums.mark(area, numbers.into_iter()))
        else {
            self.tally.duplicates += 1;
            self.reject_record(record, Problem::DuplicateArea);
            return;
        };
        for (at, measure) in plan.measures.iter().enumerate() {
            match &measure.kind {
                Kind::Percent(column, fractions) => {
                    let figure = self.percent(plan, record, measure.criterion, *column, *fractions);
                    if figure.is_some() {
                        self.areas.set(area, measure.criterion, figure);
                    }
                }
                Kind::Amount(column) => {
                    let count = self.count(plan, record, *column);
                    self.add(area, at, combination, Part { counted: true, ..Part::default() }, count);
                }
                Kind::Count(columns, totals) => {
                    let count = self.counts(plan, record, columns);
                    let total = self.counts(plan, record, totals);
                    self.add(area, at, combination, Part { counted: true, ..Part::default() }, count);
                    self.add(area, at, combination, Part { total: true, ..Part::default() }, total);
                }
                Kind::Categories { column, .. } => {
                    let part = parts.get(at).copied().unwrap_or_default();
                    if part != Part::default() {
                        let count = self.count(plan, record, *column);
                        self.add(area, at, combination, part, count);
                    }
                }
            }
        }
    }

    fn add(&mut self, area: usize, measure: usize, combination: usize, part: Part, count: Option<u64>) {
        if let Some(sums) = &mut self.sums {
            sums.add(area, measure, combination, part, count);
        }
    }

    /// Makes figures of sums, once all records are read.
    pub(super) fn finish(&mut self, context: &Context) -> Result<(), Error> {
        self.begin(context)?;
        let Some(plan) = self.plan.take() else { return Ok(()) };
        if let Some(sums) = self.sums.take() {
            let summed = sums.finish(&plan, &mut self.areas);
            self.tally.incomplete = summed.incomplete;
            self.tally.differ = summed.differ;
            for (area, measure, problem) in summed.wrong {
                self.tally.count_above_total += u64::from(problem.code() == "count-above-total");
                let line = self.areas.get(area).map_or(0, super::store::Area::line);
                let column =
                    plan.measures.get(measure).and_then(|measure| measure.kind.columns().first().copied());
                let column = column.and_then(|(column, _)| plan.name(column));
                let text = self.areas.get(area).and_then(super::store::Area::code).unwrap_or_default();
                let place = Place { column, ..self.info.place(line) };
                self.rejected.push(|| Rejected::new(place, problem, &text));
            }
        }
        if self.info.doubles {
            self.even_out(&plan);
        }
        self.plan = Some(plan);
        Ok(())
    }

    /// Gives a spreadsheet's percentages the most decimals in their column: `60` beside `58.2` stands for `60.0`.
    fn even_out(&mut self, plan: &Plan) {
        for measure in plan.measures.iter().filter(|measure| matches!(measure.kind, Kind::Percent(..))) {
            let value = |figure: Option<Figure>| match figure {
                Some(Figure::Percent(percent)) => Some(percent.value()),
                _ => None,
            };
            let most = self
                .areas
                .iter()
                .filter_map(|area| value(area.figure(measure.criterion)))
                .map(Decimal::decimals)
                .max();
            let most = most.unwrap_or(0);
            for at in 0..self.areas.len() {
                let shown = self.areas.get(at).and_then(|area| value(area.figure(measure.criterion)));
                let Some(shown) = shown.filter(|shown| shown.decimals() < most) else { continue };
                let units = shown.units() * crate::figure::pow10(most - shown.decimals());
                let even = crate::figure::Percent::new(Decimal::new(units, most)).ok();
                self.areas.set(at, measure.criterion, even.map(Figure::Percent));
            }
        }
    }

    /// Returns the categories that the whole table has, if they are others than it was recognised by, so that it has to
    /// be read again.
    pub(super) fn again(&self) -> Option<BTreeMap<usize, Vec<String>>> {
        let plan = self.plan.as_ref()?;
        let columns = self.dims.iter().map(|(categories, _)| categories);
        let columns = columns.chain(self.measured.iter().map(|measured| &measured.categories));
        let mut all: BTreeMap<usize, Vec<String>> =
            columns.map(|found| (found.column, found.texts.clone())).collect();
        let mut new = all.iter().any(|(column, texts)| {
            let known = self.hints.get(column).or_else(|| plan.categories.get(column));
            known.is_none_or(|known| texts.iter().any(|text| !known.contains(text)))
        });
        if self.tally.duplicates > 0 {
            for watched in self.watched.iter().filter(|watched| watched.texts.len() > 1) {
                all.insert(watched.column, watched.texts.clone());
                new = true;
            }
        }
        new.then_some(all)
    }
}

/// Tells whether a category counts, and whether it is part of the total, for one measure.
fn part(kind: &Kind, of: usize, text: &str) -> Part {
    match kind {
        Kind::Categories { category, counted, total, .. } if *category == of => {
            let has = |list: &[String]| list.iter().any(|known| known == text);
            let piece = kind.has_total() && !has(total) && !text.is_empty();
            Part { counted: has(counted), total: has(total), piece }
        }
        Kind::Categories { .. } | Kind::Percent(..) | Kind::Count(..) | Kind::Amount(_) => Part::default(),
    }
}
