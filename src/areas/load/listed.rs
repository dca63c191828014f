//! What of a table could not be read, and what stands alone in its rows.

use super::Loader;
use super::apart::alone;
use crate::areas::layout::absent::Absent;
use crate::areas::layout::heading::note;
use crate::areas::layout::notes::notes;
use crate::areas::resolve::plan::Plan;
use crate::areas::told::rejected::Rejected;
use crate::areas::words::lexicon::Lexicon;
use crate::error::{Place, Problem};
use crate::table::{Format, Record, wide};

/// Blank records in a row whose lines are remembered; more are counted.
const BLANK: usize = 10_000;
/// Notes that are kept; no table has more that are about all of it.
const NOTES: usize = 200;

impl Loader {
    pub(super) fn reject_record(&mut self, record: &Record<'_>, problem: Problem) {
        let cells =
            || record.cells().map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("; ");
        self.tally.listed += 1;
        self.rejected.push(|| Rejected::new(self.info.place(record.line()), problem, &cells()));
    }

    pub(super) fn reject_cell(&mut self, plan: &Plan, record: &Record<'_>, column: usize, problem: Problem) {
        let place = || Place { column: plan.name(column), ..self.info.place(record.line()) };
        self.rejected.push(|| Rejected::new(place(), problem, record.cell(column)));
    }

    pub(super) fn reject(&mut self, record: &Record<'_>, lexicon: &Lexicon) {
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
        if let Some(text) = alone(record) {
            self.bounds.alone = Some(text.to_owned());
        }
        // A note far below the records that the table was recognised by may be about all of them.
        let width = self.plan.as_ref().filter(|_| self.info.format == Format::Csv);
        let width = width.map_or(0, |plan| plan.names.len());
        let known = &mut self.combining.all.notes;
        let is_own = |text: &String| !known.contains(text) && self.bounds.next_title.as_ref() != Some(text);
        if let Some(text) = note(lexicon, record.cells(), width).filter(is_own)
            && known.len() < NOTES
        {
            self.combining.new |=
                notes(lexicon, &text).next().is_some() || !Absent::all(lexicon, &text).is_empty();
            known.push(text);
        }
        self.reject_record(record, Problem::NotAnArea);
    }

    /// Returns how many blank records stand at the end.
    pub(in crate::areas) fn blank_at_end(&self) -> u64 {
        wide(self.blank.0.len()) + self.blank.1
    }

    pub(super) fn flush_blank(&mut self) {
        let (lines, more) = std::mem::take(&mut self.blank);
        self.tally.listed += wide(lines.len()) + more;
        for line in lines {
            let place = self.info.place(line);
            self.rejected.push(|| Rejected::new(place, Problem::BlankRecord, ""));
        }
        self.rejected.count(more);
    }
}
