//! What stands where in small tables.

mod areas;
mod columns;
mod heading;
mod tails;

use crate::areas::code::Known;
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;
use crate::criteria::sets;

fn lexicon() -> Lexicon {
    Lexicon::new(&sets::get("promemoria-2018").unwrap())
}

/// Cuts a text into records at its semicolons; a blank line is no record, but counts.
fn sample(text: &str) -> Vec<Sampled> {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty());
    lines.map(|(line, text)| Sampled { line, cells: text.split(';').map(str::to_owned).collect() }).collect()
}

fn known() -> Known {
    Known::new()
}
