//! Tables whose areas are put together by keys, and what is said of it.

use std::collections::BTreeSet;

use super::JoinWarning;
use super::import::LoadedTable;
use super::past::Past;
use crate::areas::code::key::Key;
use crate::areas::code::key_file::{KeyFile, KeyFound};
use crate::areas::load::settings::Settings;
use crate::areas::store::together::{Together, could_become, together};
use crate::table::wide;

/// Adds the counts of areas up to those of the areas that they are parts of, if that is asked for, and says so; or says
/// that it can be done.
pub(in crate::areas) fn put_together(
    measuring: Vec<LoadedTable>,
    others: &mut [LoadedTable],
    key: &Key,
    settings: &Settings,
    warnings: &mut Vec<JoinWarning>,
) -> Vec<LoadedTable> {
    if !settings.sums_to_regso {
        let could = measuring.iter().map(|table| could_become(&table.areas, key));
        let (areas, into) = could.fold((0, BTreeSet::new()), |(most, mut all), (areas, into)| {
            all.extend(into);
            (areas.max(most), all)
        });
        if areas > 0 {
            warnings.push(JoinWarning::Summable { areas, into: wide(into.len()) });
        }
        return measuring;
    }
    let (tables, tally) = all_together(measuring, others, key);
    if tally.parts > 0 {
        warnings.push(JoinWarning::Summed { areas: tally.parts, into: wide(tally.wholes.len()) });
    }
    tell(&tally, warnings);
    tables
}

/// Puts areas together by the keys that a person brought, and says so.
pub(in crate::areas) fn by_key_files(
    measuring: Vec<LoadedTable>,
    others: &mut [LoadedTable],
    settings: &Settings,
    warnings: &mut Vec<JoinWarning>,
) -> Vec<LoadedTable> {
    settings.key_files.iter().fold(measuring, |tables, KeyFile { key, found }| {
        warnings.push(JoinWarning::Key { found: found.clone() });
        let (tables, tally) = all_together(tables, others, key);
        let KeyFound { from, to, .. } = *found;
        let (areas, into) = (tally.parts, wide(tally.wholes.len()));
        warnings.push(JoinWarning::Split { from, areas, to, into, shared: tally.shared });
        tell(&tally, warnings);
        tables
    })
}

/// Puts the areas of all tables together, and those of the bases that their counts wait for; the numbers of areas are those
/// of the table that has the most.
fn all_together(
    tables: Vec<LoadedTable>,
    others: &mut [LoadedTable],
    key: &Key,
) -> (Vec<LoadedTable>, Together) {
    for LoadedTable { areas, past, bases, .. } in others {
        let slots = |past: bool| -> Vec<usize> {
            bases.iter().filter(|base| base.past == past).map(|base| base.slot).collect()
        };
        *areas = together(std::mem::take(areas), key, &slots(false), &mut Together::default());
        if let Some(Past { areas, .. }) = past {
            *areas = together(std::mem::take(areas), key, &slots(true), &mut Together::default());
        }
    }
    let mut tally = Together::default();
    let mut most = (0, 0);
    let put = |table: LoadedTable| {
        (tally.parts, tally.shared) = (0, 0);
        // What is lacking of other periods is seen where they are asked for.
        let past = table.past.map(|Past { areas, yardsticks, columns }| {
            let slots: Vec<usize> = columns.iter().map(|column| column.slot).collect();
            Past { areas: together(areas, key, &slots, &mut Together::default()), yardsticks, columns }
        });
        // Figures, and counts that wait for a base.
        let slots: Vec<usize> = (0..2 * table.areas.criteria()).collect();
        let areas = together(table.areas, key, &slots, &mut tally);
        let table = LoadedTable { areas, past, ..table };
        most = (tally.parts, tally.shared).max(most);
        table
    };
    let tables = tables.into_iter().map(put).collect();
    (tally.parts, tally.shared) = most;
    (tables, tally)
}

/// Says which areas lack a figure, and which are not in the key.
fn tell(tally: &Together, warnings: &mut Vec<JoinWarning>) {
    let mut told = |areas: u64, warning: fn(u64) -> JoinWarning| {
        if areas > 0 {
            warnings.push(warning(areas));
        }
    };
    told(tally.percentages, |areas| JoinWarning::PercentagesNotSummed { areas });
    told(tally.incomplete, |areas| JoinWarning::PartsNotComplete { areas });
    told(tally.two_divisions, |areas| JoinWarning::TwoDivisionsNotSummed { areas });
    told(tally.not_in_key, |areas| JoinWarning::NotInKey { areas });
}
