//! The parts of a link that more than one kind of section has: readings, findings, figures and scenarios.

use std::collections::{BTreeMap, BTreeSet};

use super::super::answer::Found;
use super::super::work::{
    ChosenReading, Entry, LONGEST_FIGURE, LONGEST_NAME, LONGEST_NOTE, LONGEST_SOURCE, MOST_FIGURES, Notes,
    Scenario,
};
use super::bytes::{Bytes, Writer};
use crate::assess::{Outcome, Verdict};
use crate::criteria::{Direction, Reading, Require, Tie, Unit};
use crate::figure::Given;

pub(super) fn write_reading(body: &mut Writer, reading: ChosenReading) {
    body.byte(match reading.tie {
        None => 0,
        Some(Tie::Strict) => 1,
        Some(Tie::Inclusive) => 2,
    });
    body.number(match reading.require {
        None => 0,
        Some(Require::All) => 1,
        Some(Require::Any) => 2,
        Some(Require::AtLeast(least)) => 2 + u64::from(least),
    });
}

pub(super) fn read_reading(body: &mut Bytes<'_>) -> Option<ChosenReading> {
    let tie = match body.byte()? {
        0 => None,
        1 => Some(Tie::Strict),
        2 => Some(Tie::Inclusive),
        _ => return None,
    };
    let require = match body.number()? {
        0 => None,
        1 => Some(Require::All),
        2 => Some(Require::Any),
        more => Some(Require::AtLeast(u8::try_from(more - 2).ok()?)),
    };
    Some(ChosenReading { tie, require })
}

/// Reads a verdict and the reading that it came under.
pub(super) fn read_answer(body: &mut Bytes<'_>) -> Option<(Verdict, Reading)> {
    let verdict = value(Verdict::ALL, body.byte()?)?;
    let ChosenReading { tie, require } = read_reading(body)?;
    Some((verdict, Reading { tie: tie?, require: require? }))
}

/// Writes what was found of a figure: a byte with outcome, unit and direction, then the threshold.
pub(super) fn write_found(body: &mut Writer, found: &Found) {
    let Found { outcome, threshold, unit, direction } = found;
    body.byte(
        code(Outcome::ALL, outcome) | code(Unit::ALL, unit) << 2 | code(Direction::ALL, direction) << 3,
    );
    body.text(&threshold.to_string());
}

pub(super) fn read_found(body: &mut Bytes<'_>) -> Option<Found> {
    let flags = body.byte().filter(|flags| *flags < 1 << 4)?;
    let unit = value(Unit::ALL, flags >> 2 & 1)?;
    let threshold = body.text(LONGEST_FIGURE)?.parse().ok()?;
    unit.accept(threshold).ok()?;
    Some(Found {
        outcome: value(Outcome::ALL, flags & 3)?,
        threshold,
        unit,
        direction: value(Direction::ALL, flags >> 3)?,
    })
}

/// Returns the number that a link has for a value: its place among all, which therefore stays.
pub(super) fn code<T: PartialEq>(all: &[T], value: &T) -> u8 {
    let nth = all.iter().position(|known| known == value).unwrap_or_default();
    u8::try_from(nth).unwrap_or_default()
}

fn value<T: Copy>(all: &[T], code: u8) -> Option<T> {
    all.get(usize::from(code)).copied()
}

/// Writes an entry: a byte with its mode and which of its optional parts there are, then its texts.
pub(super) fn write_entry(body: &mut Writer, entry: &Entry) {
    let Notes { year, ages, source, division } = &entry.notes;
    let noted = entry.notes != Notes::default();
    let (mode, exact, texts, optional) = match &entry.given {
        Given::Percent { text, exact, of } => (0, *exact, vec![text], of),
        Given::Count { count, total, noise } => (1, false, vec![count, total], noise),
        Given::Amount { text, noise } => (2, false, vec![text], noise),
    };
    body.byte(mode | u8::from(exact) << 2 | u8::from(!optional.is_empty()) << 3 | u8::from(noted) << 4);
    for text in texts.into_iter().chain((!optional.is_empty()).then_some(optional)) {
        body.text(text);
    }
    if noted {
        for note in [year, ages, source, division] {
            body.text(note);
        }
    }
}

pub(super) fn read_entry(body: &mut Bytes<'_>) -> Option<Entry> {
    let flags = body.byte().filter(|flags| *flags < 1 << 5)?;
    let (first, second) =
        (body.text(LONGEST_FIGURE)?, if flags & 3 == 1 { body.text(LONGEST_FIGURE)? } else { String::new() });
    let optional = if flags & 1 << 3 != 0 { body.text(LONGEST_FIGURE)? } else { String::new() };
    let given = match flags & 3 {
        0 => Given::Percent { text: first, exact: flags & 1 << 2 != 0, of: optional },
        1 => Given::Count { count: first, total: second, noise: optional },
        2 => Given::Amount { text: first, noise: optional },
        _ => return None,
    };
    let mut note = |longest| if flags & 1 << 4 != 0 { body.text(longest) } else { Some(String::new()) };
    let notes = Notes {
        year: note(LONGEST_NOTE)?,
        ages: note(LONGEST_NOTE)?,
        source: note(LONGEST_SOURCE)?,
        division: note(LONGEST_NOTE)?,
    };
    Some(Entry { given, notes })
}

/// Writes a scenario: of its figures only those that differ from the area's.
pub(super) fn write_scenario(body: &mut Writer, scenario: &Scenario, figures: &BTreeMap<String, Entry>) {
    body.text(&scenario.name);
    write_reading(body, scenario.reading);
    body.size(scenario.thresholds.len());
    for (id, threshold) in &scenario.thresholds {
        body.text(id);
        body.text(threshold);
    }
    let ids: BTreeSet<&String> = figures.keys().chain(scenario.figures.keys()).collect();
    let changed: Vec<&String> =
        ids.into_iter().filter(|id| figures.get(*id) != scenario.figures.get(*id)).collect();
    body.size(changed.len());
    for id in changed {
        body.text(id);
        match scenario.figures.get(id) {
            Some(entry) => {
                body.byte(1);
                write_entry(body, entry);
            }
            None => body.byte(0),
        }
    }
}

pub(super) fn read_scenario(body: Bytes<'_>, figures: &BTreeMap<String, Entry>) -> Option<Scenario> {
    let mut rest = body;
    let (name, reading) = (rest.text(LONGEST_NAME)?, read_reading(&mut rest)?);
    let mut scenario = Scenario { name, figures: figures.clone(), reading, thresholds: BTreeMap::new() };
    for _ in 0..rest.size()? {
        let (id, threshold) = (rest.text(LONGEST_FIGURE)?, rest.text(LONGEST_FIGURE)?);
        scenario.thresholds.insert(id, threshold);
    }
    for _ in 0..rest.size()? {
        let id = rest.text(LONGEST_FIGURE)?;
        match rest.byte()? {
            0 => {
                scenario.figures.remove(&id);
            }
            1 => {
                scenario.figures.insert(id, read_entry(&mut rest)?);
            }
            _ => return None,
        }
    }
    let few = scenario.figures.len().max(scenario.thresholds.len()) <= MOST_FIGURES;
    (rest.is_empty() && few).then_some(scenario)
}
