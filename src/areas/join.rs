//! Joins the tables of several files by bare area code.

use std::collections::BTreeSet;

use serde::Serialize;

use super::import::{Loaded, Settings};
use super::rejected::{Rejected, RejectedList};
use super::store::{Area, Areas};
use super::understanding::Understanding;
use crate::error::{Error, Place, Problem};
use crate::table::wide;

/// All files' areas in one.
#[derive(Debug)]
pub struct Joined {
    /// The areas, in the order of their first appearance; [`Area::table`] counts in `tables`.
    pub areas: Areas,
    /// How each table was understood.
    pub tables: Vec<Understanding>,
    /// What could not be read, by file and line.
    pub rejected: RejectedList,
    /// What a person should know of the joining.
    pub warnings: Vec<JoinWarning>,
}

/// What a person should know of the joining of several tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum JoinWarning {
    /// The tables are of different years' divisions, and were joined by the bare code all the same.
    DifferentVintages {
        /// The years; those without one are of the first division.
        years: Vec<u16>,
    },
    /// Areas that are not in every table that has a measure.
    NotInAll {
        /// How many.
        areas: u64,
    },
}

impl Joined {
    /// Returns where an area was first found.
    pub fn place(&self, area: Area<'_>) -> Place {
        match self.tables.get(area.table()) {
            Some(table) => table.table.place(area.line()),
            None => Place { line: Some(area.line()), ..Place::default() },
        }
    }
}

/// Joins files by bare area code, whatever the suffixes. A figure that an area has in two tables is taken from the
/// first, and the second is listed.
///
/// # Errors
///
/// `no-measure` if no table has figures for any criterion.
pub fn join(files: Vec<Loaded>, settings: &Settings) -> Result<Joined, Error> {
    if !files.iter().any(Loaded::has_measures) {
        let file = files
            .first()
            .and_then(|file| file.tables.first())
            .map(|table| table.understanding.table.file.clone());
        return Err(Error::from(Problem::NoMeasure).at(Place { file, ..Place::default() }));
    }
    let criteria: Vec<String> = settings.criteria().map(str::to_owned).collect();
    let mut tables: Vec<_> = files.into_iter().flat_map(|file| file.tables).collect();
    let (measuring, others): (Vec<_>, Vec<_>) =
        tables.drain(..).partition(|table| !table.understanding.measures.is_empty());
    let (mut understandings, mut rejected) = (Vec::new(), RejectedList::default());
    let mut vintages = BTreeSet::new();
    let several = measuring.len() > 1;
    let mut areas: Option<Areas> = None;
    for (number, table) in measuring.into_iter().enumerate() {
        rejected.append(table.rejected);
        let own: BTreeSet<u16> = table.areas.iter().map(|area| area.vintage().unwrap_or(0)).collect();
        let mixed = own.len() > 1;
        vintages.extend(own);
        let joined = match areas.take() {
            // The areas of a single table are taken as they are: four million fit into memory only once.
            None if !several && !mixed => table.areas.of_one_vintage(),
            before => {
                let mut joined = before.unwrap_or_else(|| Areas::new(criteria.len()));
                let mut clashes = Vec::new();
                for area in table.areas.iter() {
                    let place = table.understanding.table.place(area.line());
                    joined.merge(
                        area,
                        mixed,
                        u16::try_from(number).unwrap_or(u16::MAX),
                        &mut |_, criterion| {
                            clashes.push((place.clone(), criterion, area.code().unwrap_or_default()));
                        },
                    );
                }
                for (place, criterion, code) in clashes {
                    let criterion = criteria.get(criterion).cloned().unwrap_or_default();
                    rejected.push(|| Rejected::new(place, Problem::DuplicateFigure { criterion }, &code));
                }
                joined
            }
        };
        areas = Some(joined);
        understandings.push(table.understanding);
    }
    for table in others {
        rejected.append(table.rejected);
        understandings.push(table.understanding);
    }
    let areas = areas.unwrap_or_else(|| Areas::new(criteria.len()));
    let mut warnings = Vec::new();
    if several && vintages.len() > 1 {
        warnings.push(JoinWarning::DifferentVintages { years: vintages.into_iter().collect() });
    }
    if several {
        let measured: Vec<usize> = (0..criteria.len())
            .filter(|at| {
                understandings
                    .iter()
                    .any(|table| table.measures.iter().any(|m| Some(&m.criterion) == criteria.get(*at)))
            })
            .collect();
        let lacking =
            areas.iter().filter(|area| measured.iter().any(|at| area.figure(*at).is_none())).count();
        if lacking > 0 {
            warnings.push(JoinWarning::NotInAll { areas: wide(lacking) });
        }
    }
    Ok(Joined { areas, tables: understandings, rejected, warnings })
}
