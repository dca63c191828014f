//! The figures of a record's cells.

use super::Loader;
use crate::areas::resolve::plan::{Kind, MeasurePlan, Pick, Plan};
use crate::areas::words::cell::{self, Said};
use crate::error::{Error, Problem};
use crate::figure::{Bounds, Decimal, Figure, Share};
use crate::table::Record;

impl Loader {
    /// Reads the figures that a record gives its area; one that the area has stays. Tells whether it gave one.
    pub(super) fn load_figures(
        &mut self,
        plan: &Plan,
        record: &Record<'_>,
        area: usize,
        combination: usize,
    ) -> bool {
        let mut gave = false;
        for measure in plan.measures.iter().filter(|one| one.kind.combination() == Some(combination)) {
            if self.areas.get(area).is_some_and(|area| area.figure(measure.criterion).is_some()) {
                continue;
            }
            let figure = match &measure.kind {
                Kind::Percent(pick, fractions) => {
                    self.percent(plan, record, measure.criterion, pick.column, *fractions)
                }
                Kind::Amount(picks) => self.amount(plan, record, picks),
                Kind::Count(counts, totals) => self.share(plan, record, counts, totals),
            };
            if let (Some(Figure::Share(share)), Some(check)) = (figure, measure.check) {
                self.check(share, record.cell(check.column), measure.criterion);
            }
            if figure.is_some() {
                gave = true;
                self.areas.set(area, measure.criterion, figure);
            }
        }
        for column in self.gather.columns(combination) {
            let count = self.count(plan, record, column);
            gave |= self.gather.put(area, Pick { column, combination }, count) && count.is_some();
        }
        gave
    }

    /// Notes which measures a record gives another figure of than its area has, which no column tells apart, and returns
    /// their columns.
    pub(super) fn note_repeated(
        &mut self,
        plan: &Plan,
        record: &Record<'_>,
        area: usize,
        combination: usize,
    ) -> Vec<usize> {
        let is_absent = |column: usize| plan.absent.iter().any(|absent| absent.is(record.cell(column)));
        let count = |column: usize| match cell::count(record.cell(column)) {
            Said::Value(count) => Some(count).filter(|_| !is_absent(column)),
            Said::Missing | Said::Nil | Said::Wrong(_) => None,
        };
        let sum = |picks: &[Pick]| {
            picks.iter().try_fold(Bounds::only(0), |sum, pick| Some(sum.plus(count(pick.column)?)))
        };
        let figure = |kind: &Kind| match kind {
            Kind::Percent(pick, fractions) => {
                match cell::percent(record.cell(pick.column), *fractions == Some(true)) {
                    Said::Value(figure) => Some(figure).filter(|_| !is_absent(pick.column)),
                    Said::Missing | Said::Nil | Said::Wrong(_) => None,
                }
            }
            Kind::Amount(picks) => Figure::amount_within(sum(picks)?).ok(),
            Kind::Count(counts, totals) => Figure::share_within(sum(counts)?, sum(totals)?).ok(),
        };
        let mut repeated = Vec::new();
        for (at, measure) in plan.measures.iter().enumerate() {
            let contradicts = if measure.kind.combination() == Some(combination) {
                let known = self.areas.get(area).and_then(|area| area.figure(measure.criterion));
                // Rows of one table are rounded alike.
                let differ =
                    |(known, other): (Figure, Figure)| known.ratio().cmp_value(other.ratio()).is_ne();
                known.zip(figure(&measure.kind)).is_some_and(differ)
            } else {
                self.gather.contradicts(at, area, combination, count)
            };
            if contradicts {
                self.tally.repeated(area, measure);
                repeated.extend(measure.kind.columns().first().map(|(column, _)| *column));
            }
        }
        repeated
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
        let cell = record.cell(column);
        if self.is_absent(plan, cell) {
            return None;
        }
        match cell::percent(cell, fractions == Some(true)) {
            Said::Value(figure) => {
                if let (Figure::Percent(percent), Some(seen)) =
                    (figure, self.tally.fractions.get_mut(criterion))
                {
                    // What calls itself percent is no fraction, and tells what others beside it are.
                    let formatted = cell.contains('%');
                    if formatted {
                        self.tally.formatted.insert(criterion);
                    }
                    if !formatted || i128::from(percent.units()) >= crate::figure::pow10(percent.decimals()) {
                        seen.count(percent);
                    }
                }
                if cell::has_software_digits(cell) {
                    *self.tally.software.entry(column).or_default() += 1;
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

    /// Tells whether a note says that a cell's number stands for no figure, and counts it.
    fn is_absent(&mut self, plan: &Plan, cell: &str) -> bool {
        let absent = plan.absent.iter().find(|absent| absent.is(cell));
        if let Some(absent) = absent {
            *self.tally.said_missing.entry(absent.note.clone()).or_default() += 1;
        }
        absent.is_some()
    }

    /// Compares counts with the percentage beside them, which may be a fraction and is rounded.
    fn check(&mut self, share: Share, cell: &str, criterion: usize) {
        let Said::Value(Figure::Percent(percent)) = cell::percent(cell, false) else { return };
        let (count, total) = (u128::from(share.count()), u128::from(share.total()));
        let agrees = |places: u32| {
            let units = u128::from(percent.units());
            let scale = 10_u128.checked_pow(u32::from(percent.decimals()));
            let exact = scale.and_then(|scale| count.checked_mul(scale)?.checked_mul(10_u128.pow(places)));
            exact.zip(units.checked_mul(total)).is_none_or(|(exact, shown)| exact.abs_diff(shown) <= total)
        };
        let (areas, differ) = self.tally.checked.entry(criterion).or_default();
        *areas += 1;
        *differ += u64::from(!agrees(2) && !agrees(0));
    }

    /// Reads a count; `-` is zero in the publisher's own files.
    #[inline]
    fn count(&mut self, plan: &Plan, record: &Record<'_>, column: usize) -> Option<Bounds> {
        let cell = record.cell(column);
        if self.is_absent(plan, cell) {
            return None;
        }
        match cell::count(cell) {
            Said::Value(count) => {
                if count.known().is_none() {
                    self.tally.suppressed.add(column, count);
                }
                Some(count)
            }
            Said::Missing => None,
            Said::Nil if self.info.publisher => {
                self.tally.nil_as_zero += 1;
                Some(Bounds::only(0))
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
    fn counts(&mut self, plan: &Plan, record: &Record<'_>, picks: &[Pick]) -> Option<Bounds> {
        let mut sum = Some(Bounds::only(0));
        for pick in picks {
            let count = self.count(plan, record, pick.column);
            sum = sum.zip(count).map(|(sum, count)| sum.plus(count));
        }
        sum
    }

    fn amount(&mut self, plan: &Plan, record: &Record<'_>, picks: &[Pick]) -> Option<Figure> {
        let figure = Figure::amount_within(self.counts(plan, record, picks)?);
        self.accept(plan, record, picks, figure)
    }

    fn share(
        &mut self,
        plan: &Plan,
        record: &Record<'_>,
        counts: &[Pick],
        totals: &[Pick],
    ) -> Option<Figure> {
        let count = self.counts(plan, record, counts);
        let total = self.counts(plan, record, totals);
        if total == Some(Bounds::only(0)) {
            return self.accept(plan, record, totals, Err(Problem::TotalZero.into()));
        }
        self.accept(plan, record, counts, Figure::share_within(count?, total?))
    }

    /// Lists the cell of a figure that can't be.
    fn accept(
        &mut self,
        plan: &Plan,
        record: &Record<'_>,
        picks: &[Pick],
        figure: Result<Figure, Error>,
    ) -> Option<Figure> {
        match figure {
            Ok(figure) => Some(figure),
            Err(error) => {
                self.tally.count_above_total += u64::from(error.code() == "count-above-total");
                self.reject_cell(plan, record, picks.first()?.column, error.problem);
                None
            }
        }
    }

    /// Gives a spreadsheet's percentages the most decimals in their column: `60` beside `58.2` stands for `60.0`.
    pub(super) fn even_out(&mut self, plan: &Plan) {
        let formatted = std::mem::take(&mut self.tally.formatted);
        let of_column = |measure: &&MeasurePlan| {
            matches!(measure.kind, Kind::Percent(..)) && !formatted.contains(&measure.criterion)
        };
        for measure in plan.measures.iter().filter(of_column) {
            let value = |figure: Option<Figure>| match figure {
                Some(Figure::Percent(percent)) => Some(percent.value()),
                Some(Figure::Share(_) | Figure::Amount(_) | Figure::Between(_)) | None => None,
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
}
