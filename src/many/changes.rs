//! Who enters and who leaves: between a run and a scenario over it, or between two runs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::run::{Outcomes, Run};
use crate::assess::{Outcome, Verdict};

/// What changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// Areas that meet now and did not before.
    pub entering: Vec<Change>,
    /// Areas that met before and don't now.
    pub leaving: Vec<Change>,
    /// How many meet before and now.
    pub staying: u64,
    /// Areas of the run before that are not in the one now.
    pub only_before: u64,
    /// Areas of the run now that were not in the one before.
    pub only_now: u64,
}

/// An area whose verdict changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The position in the run of now.
    pub position: usize,
    /// The code as it is shown.
    pub code: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The verdict before.
    pub before: Verdict,
    /// The verdict now.
    pub now: Verdict,
    /// The criteria whose outcomes differ; empty where the reading alone made the difference.
    pub turned: Vec<Turned>,
}

/// A criterion whose outcome differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Turned {
    /// The criterion's id.
    pub criterion: String,
    /// The outcome before.
    pub before: Outcome,
    /// The outcome now.
    pub now: Outcome,
}

impl Changes {
    /// Compares a run with a scenario over the same areas.
    pub fn under(run: &Run, scenario: &Outcomes) -> Self {
        let mut changes = Self::default();
        for (position, now) in scenario.verdicts.iter().enumerate() {
            let outcome = |nth: usize| {
                scenario
                    .outcomes
                    .get(nth)
                    .and_then(|list| list.get(position))
                    .copied()
                    .unwrap_or(Outcome::Unknown)
            };
            changes.add(run, position, (run.verdict(position), *now), |nth| {
                (run.outcome(nth, position), outcome(nth))
            });
        }
        changes
    }

    /// Compares two runs, matching areas by their bare codes; areas without a code, by their names.
    pub fn between(before: &Run, now: &Run) -> Self {
        let key = |run: &Run, position: usize| {
            let area = run.joined.areas.get(position)?;
            area.bare_code().or_else(|| area.name().map(str::to_owned))
        };
        let mut earlier: BTreeMap<String, usize> =
            (0..before.len()).filter_map(|position| Some((key(before, position)?, position))).collect();
        let mut changes = Self::default();
        for position in 0..now.len() {
            let Some(was) = key(now, position).and_then(|key| earlier.remove(&key)) else {
                changes.only_now += 1;
                continue;
            };
            let verdicts = (before.verdict(was), now.verdict(position));
            changes
                .add(now, position, verdicts, |nth| (before.outcome(nth, was), now.outcome(nth, position)));
        }
        changes.only_before = crate::table::wide(earlier.len());
        changes
    }

    fn add(
        &mut self,
        run: &Run,
        position: usize,
        (before, now): (Verdict, Verdict),
        outcomes: impl Fn(usize) -> (Outcome, Outcome),
    ) {
        let list = match (before == Verdict::Meets, now == Verdict::Meets) {
            (true, true) => {
                self.staying += 1;
                return;
            }
            (false, false) => return,
            (false, true) => &mut self.entering,
            (true, false) => &mut self.leaving,
        };
        let area = run.joined.areas.get(position);
        let turned = run.set().criteria.iter().enumerate().filter_map(|(nth, criterion)| {
            let (before, now) = outcomes(nth);
            (before != now).then(|| Turned { criterion: criterion.id.clone(), before, now })
        });
        list.push(Change {
            position,
            code: area.and_then(crate::areas::Area::code),
            name: area.and_then(crate::areas::Area::name).map(str::to_owned),
            before,
            now,
            turned: turned.collect(),
        });
    }
}
