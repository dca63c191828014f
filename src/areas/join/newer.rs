//! Which file has the newest figures of an area, when several are joined.

use std::collections::BTreeMap;

use super::import::LoadedTable;
use crate::areas::told::question::Doubt;
use crate::areas::told::understanding::Understanding;
use crate::areas::words::coordinates::Value;
use crate::areas::words::facet::Facet;

/// When the newest figures are of that the tables have for each criterion and area, whether or not the area has one.
#[derive(Default)]
pub(in crate::areas) struct Newer(BTreeMap<usize, Vec<u32>>);

impl Newer {
    /// Lists the criteria of which a newer table has the area, so that what it lacks is not taken from an older one; then
    /// notes that this table has it.
    pub(in crate::areas) fn older(&mut self, at: usize, dates: &BTreeMap<usize, Value>) -> Vec<usize> {
        let mut older = Vec::new();
        for (criterion, date) in dates {
            let Value::Date(end, _) = date else { continue };
            let ends = self.0.entry(*criterion).or_default();
            if ends.len() <= at {
                ends.resize(at + 1, 0);
            }
            let Some(known) = ends.get_mut(at) else { continue };
            if *known > *end {
                older.push(*criterion);
            } else {
                *known = *end;
            }
        }
        older
    }
}

/// Puts tables of the same criterion into the order of their dates, where they tell different ones, and those of the ages
/// that are meant before others.
pub(in crate::areas) fn newest_first(tables: &mut [LoadedTable]) {
    let mut known: BTreeMap<usize, (Option<&Value>, Option<bool>)> = BTreeMap::new();
    let (mut dates, mut ages) = (false, false);
    for table in tables.iter() {
        for (criterion, date) in &table.dates {
            let date =
                known.entry(*criterion).or_default().0.replace(date).is_some_and(|other| other != date);
            dates |= date;
        }
        for (criterion, own) in &table.preferred {
            ages |= known.entry(*criterion).or_default().1.replace(*own).is_some_and(|other| other != *own);
        }
    }
    if dates || ages {
        let date = |table: &LoadedTable| table.dates.values().max().filter(|_| dates).cloned();
        let preferred = |table: &LoadedTable| ages && table.preferred.values().any(|own| *own);
        tables.sort_by_cached_key(|table| std::cmp::Reverse((date(table), preferred(table))));
    }
}

/// Forgets questions of a table whose file has the figures in another, such as a sheet for each election, if those are no
/// older.
pub(in crate::areas) fn drop_answered(tables: &mut [LoadedTable], criteria: &[String]) {
    let date = |table: &LoadedTable, id: &str| {
        let criterion = criteria.iter().position(|own| own == id)?;
        table.dates.get(&criterion).cloned()
    };
    let mut answered: BTreeMap<(String, String), Vec<Option<Value>>> = BTreeMap::new();
    for table in tables.iter() {
        let Understanding { table: info, measures, questions, .. } = &table.understanding;
        let open = |id: &str| questions.iter().any(|question| question.criterion == id);
        for measure in measures.iter().filter(|measure| measure.figures > 0 && !open(&measure.criterion)) {
            let of = (info.file.clone(), measure.criterion.clone());
            answered.entry(of).or_default().push(date(table, &measure.criterion));
        }
    }
    for table in tables {
        let dates: Vec<_> =
            table.understanding.questions.iter().map(|question| date(table, &question.criterion)).collect();
        let mut dates = dates.into_iter();
        let file = table.understanding.table.file.clone();
        let asked = table.understanding.questions.len();
        table.understanding.questions.retain(|question| {
            let date = dates.next().flatten();
            // Another election than the one that is meant is nothing to ask about beside that.
            let is_another = matches!(&question.found, Doubt::Values { facet: Facet::Election, .. });
            if is_another && answered.keys().any(|(_, criterion)| *criterion == question.criterion) {
                return false;
            }
            let figures = answered.get(&(file.clone(), question.criterion.clone()));
            let is_older = |own: &Option<Value>| own.is_some() && date.is_some() && *own < date;
            figures.is_none_or(|dates| dates.iter().all(is_older))
        });
        if asked > 0 && table.understanding.questions.is_empty() {
            table.understanding.ask_no_more();
        }
    }
}
