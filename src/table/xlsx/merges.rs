//! Which cells of a sheet are merged into one. The sheet tells it behind its cells, and a header can't be understood
//! without it, so it is looked for before the cells are read.

use std::io::BufRead;

use memchr::memmem;

use super::super::Merge;
use super::super::archive::{Archive, Member, failure};
use super::sheet::{column, row};
use crate::error::Error;

const ELEMENT: &[u8] = b"mergeCell ";
/// Bytes of an element of a merged range, at most.
const LONGEST: usize = 512;
/// As many ranges are kept; what lies below them is data that no heading reaches.
const MOST: usize = 1 << 16;

/// Opens a sheet's part, read to its end, with its merged ranges in order.
pub(super) fn member<'r, 'a>(
    archive: &'r mut Archive<'a>,
    part: &str,
) -> Result<(Member<'r, 'a>, Vec<Merge>), Error> {
    let budget = archive.budget();
    let mut merges = Vec::new();
    let mut streamed = match archive.member(part)? {
        Member::Held(bytes) => {
            let held = Member::Held(bytes).in_utf8();
            if let Member::Held(bytes) = &held {
                find(bytes, &mut merges);
            }
            return Ok((held, sorted(merges)));
        }
        Member::Streamed(streamed) => streamed,
    };
    let mut window = Vec::new();
    loop {
        let chunk = streamed.fill_buf().map_err(|error| failure(&error, budget, part))?;
        let length = chunk.len();
        window.extend_from_slice(chunk);
        let done = find(&window, &mut merges);
        // An element that is cut goes on in the next piece.
        let kept = window.len().saturating_sub(LONGEST).max(done);
        window.drain(..kept.min(window.len()));
        if length == 0 {
            break;
        }
        streamed.consume(length);
    }
    drop(streamed);
    Ok((archive.again(part)?, sorted(merges)))
}

fn sorted(mut merges: Vec<Merge>) -> Vec<Merge> {
    merges.sort_unstable();
    merges.dedup();
    merges
}

/// Finds merged ranges, and returns where the last one ends.
fn find(bytes: &[u8], merges: &mut Vec<Merge>) -> usize {
    let mut done = 0;
    for at in memmem::find_iter(bytes, ELEMENT) {
        let Some(rest) = bytes.get(at..(at + LONGEST).min(bytes.len())) else { break };
        let Some(end) = memchr::memchr(b'>', rest) else { break };
        done = at + end;
        let begins = at.checked_sub(1).and_then(|before| bytes.get(before));
        let range = rest.get(..end).and_then(|element| std::str::from_utf8(element).ok()).and_then(range);
        if let (Some(b'<' | b':'), Some(range), true) = (begins, range, merges.len() < MOST) {
            merges.push(range);
        }
    }
    done
}

/// Reads the range of an element such as `mergeCell ref="B1:D1"`; `None` for one cell.
fn range(element: &str) -> Option<Merge> {
    let reference = element.split_once("ref=")?.1;
    let quote = reference.chars().next()?;
    let (first, last) = reference.get(1..)?.split(quote).next()?.split_once(':')?;
    let merge = Merge {
        first_line: row(first)?,
        last_line: row(last)?,
        first_column: usize::try_from(column(first)?).ok()?,
        last_column: usize::try_from(column(last)?).ok()?,
    };
    let several = merge.last_line > merge.first_line || merge.last_column > merge.first_column;
    several.then_some(merge)
}
