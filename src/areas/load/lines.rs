//! Lines of text: their plain rows are taken by the block, and every other row as a record.

use std::ops::Range;
#[cfg(not(target_arch = "wasm32"))]
use std::sync::Arc;

#[cfg(not(target_arch = "wasm32"))]
use super::rows::Rows;
use super::{Context, Loader};
use crate::areas::store::{Block, Figures};
use crate::error::Error;
use crate::figure::Figure;
use crate::table::{Flow, Lines, wide};

impl Loader {
    /// Returns how plain rows are read; none as long as the table is not recognised, or where there are no such rows.
    #[cfg(not(target_arch = "wasm32"))]
    pub(in crate::areas) fn rows(&self) -> Option<&Arc<Rows>> {
        self.rows.as_ref()
    }

    /// Takes the next records as lines, up to the heading of another table.
    pub(in crate::areas) fn lines(&mut self, lines: &mut Lines, context: &Context) -> Result<(), Error> {
        while !lines.is_empty() && self.next.is_none() {
            let Some(rows) = self.rows.clone() else {
                lines.split_while(|record| {
                    self.record(record, context)?;
                    Ok::<_, Error>(if self.rows.is_none() && self.next.is_none() {
                        Flow::Continue
                    } else {
                        Flow::Stop
                    })
                })?;
                continue;
            };
            let mut block = std::mem::take(&mut self.block);
            let bytes = rows.read(lines, &mut block);
            self.take(&block, bytes, lines, context)?;
            self.block = block;
        }
        Ok(())
    }

    /// Takes lines whose plain rows are read already, up to the heading of another table.
    #[cfg(not(target_arch = "wasm32"))]
    pub(in crate::areas) fn lines_ahead(
        &mut self,
        lines: &mut Lines,
        blocks: &[(Block, usize)],
        context: &Context,
    ) -> Result<(), Error> {
        for (block, bytes) in blocks {
            self.take(block, *bytes, lines, context)?;
            if self.next.is_some() {
                break;
            }
        }
        Ok(())
    }

    /// Takes a block off the lines, and the row behind it, which is not plain.
    fn take(
        &mut self,
        block: &Block,
        bytes: usize,
        lines: &mut Lines,
        context: &Context,
    ) -> Result<(), Error> {
        if block.len() > 0 && !self.blank.0.is_empty() {
            self.flush_blank();
        }
        self.bounds.alone = self.bounds.alone.take().filter(|_| block.len() == 0);
        let mut behind = lines.clone();
        behind.advance(bytes, wide(block.len()));
        let most = usize::try_from(context.areas).unwrap_or(usize::MAX);
        let mut from = 0;
        while from < block.len() {
            let count = self.areas.append(block, from, most);
            self.count_rows(block, from..from + count);
            from += count;
            if from < block.len() {
                // An area that is known already, or one too many.
                lines.advance_lines(count);
                self.take_record(lines, context)?;
                from += 1;
            }
        }
        *lines = behind;
        self.take_record(lines, context)
    }

    /// Takes the next line, as any row is read.
    fn take_record(&mut self, lines: &mut Lines, context: &Context) -> Result<(), Error> {
        lines.split_while(|record| self.record(record, context).map(|()| Flow::Stop)).map(|_| ())
    }

    fn count_rows(&mut self, block: &Block, rows: Range<usize>) {
        self.tally.records += wide(rows.len());
        for (kind, count) in block.kinds(rows.clone()) {
            *self.tally.used.entry((kind.division, kind.vintage)).or_default() += wide(count);
        }
        let lost = block.kinds(rows.clone()).filter(|(kind, _)| kind.lost);
        self.tally.lost_zeros += wide(lost.map(|(_, count)| count).sum());
        for (criterion, packed) in &block.figures {
            let Some(seen) = self.tally.fractions.get_mut(*criterion) else { continue };
            for packed in packed.get(rows.clone()).unwrap_or_default() {
                if seen.is_settled() {
                    break;
                }
                if let Some(Figure::Percent(percent)) = Figures::unpacked(*packed) {
                    seen.count(percent);
                }
            }
        }
    }
}
