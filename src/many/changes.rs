//! Who enters and who leaves: between a run and a scenario over it, or between two runs over the same files by two sets. What
//! changed in time is compared by [`years`](crate::years).

use serde::Serialize;

use super::chosen::Chosen;
use super::outcomes::Outcomes;
use super::run::Run;
use super::same::same;
use crate::areas::{Area, Areas};
use crate::assess::{Outcome, Verdict};
use crate::criteria::Require;

/// What changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// Areas that meet now and did not before.
    pub entering: Changed,
    /// Areas that met before and don't now.
    pub leaving: Changed,
    /// Areas that met before, and of which the figures don't decide it now.
    pub undecided: Changed,
    /// How many meet before and now.
    pub staying: u64,
    /// Areas of the run before that are not in the one now.
    pub only_before: u64,
    /// Areas of the run now that were not in the one before.
    pub only_now: u64,
}

/// Areas whose verdict changed in one way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Changed {
    /// How many.
    pub count: u64,
    /// The first of them, at most [`Changed::LISTED`].
    pub areas: Vec<Change>,
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
    /// The criteria that explain it; empty where the reading alone made the difference.
    pub turned: Vec<Turned>,
}

/// A criterion that explains a change: its outcome differs, or only one of two sets has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Turned {
    /// The criterion's id.
    pub criterion: String,
    /// The outcome before; `None` where the set of before does not have the criterion.
    pub before: Option<Outcome>,
    /// The outcome now; `None` where the set of now does not have the criterion.
    pub now: Option<Outcome>,
}

/// A criterion of one set, of the other, or of both, by its positions in them.
struct Paired<'a> {
    id: &'a str,
    before: Option<usize>,
    now: Option<usize>,
}

impl Changed {
    /// As many areas are listed; more are counted.
    pub const LISTED: usize = 2_000;

    /// Counts an area, and lists it where there is room.
    fn add(&mut self, change: impl FnOnce() -> Change) {
        self.count += 1;
        if self.areas.len() < Self::LISTED {
            self.areas.push(change());
        }
    }
}

impl Changes {
    /// Compares a run with a scenario over the same areas, those chosen.
    pub fn under(run: &Run, chosen: &Chosen, scenario: &Outcomes) -> Self {
        let mut changes = Self::default();
        for (position, now) in
            scenario.verdicts.iter().enumerate().filter(|(position, _)| chosen.has(*position))
        {
            let outcome = |nth: usize| {
                let outcomes = scenario.outcomes.get(nth).and_then(|list| list.get(position));
                outcomes.copied().unwrap_or(Outcome::Unknown)
            };
            changes.add(&run.joined.areas, position, (run.verdict(position), *now), || {
                let criteria = run.set().criteria.iter().enumerate();
                let turned = criteria.map(|(nth, criterion)| Turned {
                    criterion: criterion.id.clone(),
                    before: Some(run.outcome(nth, position)),
                    now: Some(outcome(nth)),
                });
                turned.filter(|turned| turned.before != turned.now).collect()
            });
        }
        changes
    }

    /// Compares two runs, of the same set or of two, matching areas as [`same`] does. Criteria are the same where their ids
    /// are. Only areas of now that `chosen` takes are counted, by their positions before, if they were there, and now; areas
    /// of before only are counted all the same.
    ///
    /// A criterion of one set only explains a change where it stood in its way before or does so now; and where it is
    /// met, only if its set does not require all.
    pub fn between(before: &Run, now: &Run, chosen: impl Fn(Option<usize>, usize) -> bool) -> Self {
        let pairs = pairs(before, now);
        let (mut changes, mut found) = (Self::default(), 0);
        for (position, alike) in same(&before.joined.areas, &now.joined.areas).into_iter().enumerate() {
            found += usize::from(alike.is_some());
            if !chosen(alike.map(|(was, _)| was), position) {
                continue;
            }
            let Some((was, _)) = alike else {
                changes.only_now += 1;
                continue;
            };
            let verdicts = (before.verdict(was), now.verdict(position));
            changes.add(&now.joined.areas, position, verdicts, || {
                let enters = verdicts.1 == Verdict::Meets;
                pairs.iter().filter_map(|pair| pair.explain((before, was), (now, position), enters)).collect()
            });
        }
        changes.only_before = crate::table::wide(before.len() - found);
        changes
    }

    fn add(
        &mut self,
        areas: &Areas,
        position: usize,
        (before, now): (Verdict, Verdict),
        turned: impl FnOnce() -> Vec<Turned>,
    ) {
        let list = match (before == Verdict::Meets, now) {
            (true, Verdict::Meets) => {
                self.staying += 1;
                return;
            }
            (false, Verdict::DoesNotMeet | Verdict::Undetermined) => return,
            (false, Verdict::Meets) => &mut self.entering,
            (true, Verdict::DoesNotMeet) => &mut self.leaving,
            (true, Verdict::Undetermined) => &mut self.undecided,
        };
        let area = areas.get(position);
        list.add(|| Change {
            position,
            code: area.and_then(Area::code),
            name: area.and_then(Area::name).map(str::to_owned),
            before,
            now,
            turned: turned(),
        });
    }
}

/// Pairs the criteria of two runs' sets by their ids: those of before first, then those of now only.
fn pairs<'a>(before: &'a Run, now: &'a Run) -> Vec<Paired<'a>> {
    let at = |run: &Run, id: &str| run.set().criterion(id).map(|(nth, _)| nth);
    let of_before = before.set().criteria.iter().enumerate();
    let of_before = of_before.map(|(nth, criterion)| Paired {
        id: &criterion.id,
        before: Some(nth),
        now: at(now, &criterion.id),
    });
    let of_now = now.set().criteria.iter().enumerate();
    let only_now = of_now.filter(|(_, criterion)| at(before, &criterion.id).is_none());
    of_before
        .chain(only_now.map(|(nth, criterion)| Paired { id: &criterion.id, before: None, now: Some(nth) }))
        .collect()
}

impl Paired<'_> {
    /// Returns what the criterion explains of a change, if anything.
    fn explain(&self, before: (&Run, usize), now: (&Run, usize), enters: bool) -> Option<Turned> {
        let outcome =
            |(run, position): (&Run, usize), nth: Option<usize>| nth.map(|nth| run.outcome(nth, position));
        let turned = Turned {
            criterion: self.id.to_owned(),
            before: outcome(before, self.before),
            now: outcome(now, self.now),
        };
        let (alone, hinders) = match (self.before, self.now) {
            (Some(_), Some(_)) => return (turned.before != turned.now).then_some(turned),
            (Some(nth), None) => ((before, nth), enters),
            (None, Some(nth)) => ((now, nth), !enters),
            (None, None) => return None,
        };
        let ((run, position), nth) = alone;
        let counts = run.counts(nth, position) == Some(true);
        let explains = if hinders { !counts } else { counts && run.reading().require != Require::All };
        explains.then_some(turned)
    }
}
