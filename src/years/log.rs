//! A log of changed areas that a person brings: which code became which, and how. What it proves can be compared over a
//! change of division; what it does not prove is said.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::areas::{Division, code_of};
use crate::error::{Error, Place, Problem};
use crate::table::{Limits, Options, Record, read};

/// What a log's word for a change means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// Nothing but the name changed, or not even that.
    Unchanged,
    /// The name changed.
    Renamed,
    /// The old area ended, and all of it went to areas that were formed of nothing else.
    Whole,
    /// A part went to another area.
    Boundary,
    /// A word that is not known: it proves nothing.
    Unclear,
}

/// Areas that became each other: each of them is in one such group only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) old: BTreeSet<String>,
    pub(super) new: BTreeSet<String>,
    /// The least that its rows prove.
    pub(super) kind: Kind,
    /// The log's own words.
    pub(super) words: BTreeSet<String>,
}

/// A log of changed areas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangeLog {
    pub(super) groups: Vec<Group>,
    rows: Vec<Row>,
    divisions: BTreeSet<Division>,
}

#[derive(Deserialize)]
struct Words {
    old: Vec<String>,
    new: Vec<String>,
    kind: Vec<String>,
    means: Vec<Means>,
}

#[derive(Deserialize)]
struct Means {
    kind: Kind,
    say: Vec<String>,
}

/// A row of a log; an area that was formed of nothing, or became nothing, has no code on the other side.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    old: Option<String>,
    new: Option<String>,
    kind: Kind,
    word: String,
}

impl ChangeLog {
    /// Reads a log from a file of any format that statistics are read from: a table with the old code, the new code and
    /// the kind of change.
    ///
    /// # Errors
    /// `no-change-log` where no table has the three columns or none of its rows has codes, `not-an-area` for a row with a code
    /// on one side and something else on the other, and those of reading.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, Error> {
        let none = || {
            Error::from(Problem::NoChangeLog).at(Place { file: Some(file.to_owned()), ..Place::default() })
        };
        let words: Words = serde_json::from_str(include_str!("log.json")).map_err(|_| none())?;
        let mut columns: Option<[usize; 3]> = None;
        let (mut rows, mut divisions, mut doubt) = (Vec::new(), BTreeSet::new(), None);
        let mut record = |record: &Record<'_>| {
            // Each table has its own heading.
            let heading = words.columns(record);
            columns = heading.or(columns);
            let (None, Some([old, new, kind])) = (heading, columns) else { return };
            let (was, is) = (code_of(record.cell(old)), code_of(record.cell(new)));
            let torn = |code: &Option<_>, at: usize| code.is_none() && !record.cell(at).trim().is_empty();
            match (was, is) {
                (None, None) => {}
                // What a row says by halves would be left out of what became of an area.
                (was, is) if torn(&was, old) || torn(&is, new) => doubt = doubt.or(Some(record.line())),
                (was, is) => {
                    let word = record.cell(kind).trim().to_owned();
                    divisions.extend([&was, &is].into_iter().flatten().map(|(_, division)| *division));
                    let [old, new] = [was, is].map(|code| code.map(|(code, _)| code));
                    let proven =
                        if old.is_some() && new.is_some() { words.kind(&word) } else { Kind::Unclear };
                    rows.push(Row { old, new, kind: proven, word });
                }
            }
        };
        read(file, bytes, &Options::default(), &Limits::default(), &mut record)?;
        if doubt.is_some() {
            let place = Place { file: Some(file.to_owned()), line: doubt, ..Place::default() };
            return Err(Error::from(Problem::NotAnArea).at(place));
        }
        if rows.is_empty() {
            return Err(none());
        }

        Ok(Self { groups: groups(&rows), rows, divisions })
    }

    /// Adds another log, such as that of another division.
    pub fn add(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.divisions.extend(other.divisions);
        self.groups = groups(&self.rows);
    }

    /// Tells whether the log is about areas of a division.
    pub(super) fn is_about(&self, division: Division) -> bool {
        self.divisions.contains(&division)
    }
}

impl Words {
    fn columns(&self, record: &Record<'_>) -> Option<[usize; 3]> {
        let find = |names: &[String]| {
            let is = |name: &String| record.cells().position(|cell| plain(cell) == *name);
            names.iter().find_map(is)
        };
        let found = [find(&self.old)?, find(&self.new)?, find(&self.kind)?];
        let [old, new, kind] = found;
        (old != new && new != kind && old != kind).then_some(found)
    }

    fn kind(&self, word: &str) -> Kind {
        let word = plain(word);
        let means = self.means.iter().find(|means| means.say.contains(&word));
        means.map_or(Kind::Unclear, |means| means.kind)
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Puts rows together that have a code of the same year in common, however many rows lie between.
fn groups(rows: &[Row]) -> Vec<Group> {
    let mut nodes: BTreeMap<(bool, &str), usize> = BTreeMap::new();
    let mut above: Vec<usize> = Vec::new();
    let mut ends = Vec::with_capacity(rows.len());
    for row in rows {
        let codes = [(false, &row.old), (true, &row.new)].into_iter();
        let codes = codes.filter_map(|(is_new, code)| Some((is_new, code.as_deref()?)));
        let mut end = None;
        for key in codes {
            let node = *nodes.entry(key).or_insert_with(|| {
                above.push(above.len());
                above.len() - 1
            });
            let node = top(&mut above, node);
            let first = *end.get_or_insert(node);
            if let Some(slot) = above.get_mut(node) {
                *slot = first;
            }
        }
        ends.extend(end);
    }
    let mut all: BTreeMap<usize, Group> = BTreeMap::new();
    for (row, end) in rows.iter().zip(ends) {
        let none =
            || Group { old: BTreeSet::new(), new: BTreeSet::new(), kind: row.kind, words: BTreeSet::new() };
        let group = all.entry(top(&mut above, end)).or_insert_with(none);
        group.old.extend(row.old.clone());
        group.new.extend(row.new.clone());
        group.words.insert(row.word.clone());
        group.kind = both(group.kind, row.kind);
    }
    let proven = |group: Group| Group { kind: proven(&group), ..group };
    all.into_values().map(proven).collect()
}

/// Returns the topmost node above another, and shortens the way to it.
fn top(above: &mut [usize], mut node: usize) -> usize {
    while let Some(next) = above.get(node).copied().filter(|next| *next != node) {
        let further = above.get(next).copied().unwrap_or(next);
        if let Some(slot) = above.get_mut(node) {
            *slot = further;
        }
        node = next;
    }
    node
}

/// Returns what two rows of one group prove: a moved boundary goes before what is proven, and two ways to stay whole
/// contradict each other.
fn both(one: Kind, other: Kind) -> Kind {
    match (one, other) {
        (Kind::Unclear, _) | (_, Kind::Unclear) => Kind::Unclear,
        (Kind::Boundary, _) | (_, Kind::Boundary) => Kind::Boundary,
        _ if one == other => one,
        _ => Kind::Unclear,
    }
}

/// Returns what a group's rows prove together.
fn proven(group: &Group) -> Kind {
    let one_to_one = group.old.len() == 1 && group.new.len() == 1;
    match group.kind {
        // An area that ended and is there all the same did not end.
        Kind::Whole if !group.old.is_disjoint(&group.new) => Kind::Boundary,
        Kind::Unchanged | Kind::Renamed if !one_to_one => Kind::Unclear,
        Kind::Unchanged | Kind::Renamed | Kind::Whole | Kind::Boundary | Kind::Unclear => group.kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn groups_of(rows: &[(&str, &str, &str)], expected: &[(&str, &str, Kind)]) {
        let rows: Vec<String> =
            rows.iter().map(|(old, new, word)| [old, ";", new, ";", word].concat()).collect();
        let log =
            ChangeLog::read("log.csv", format!("old;new;kind\n{}\n", rows.join("\n")).as_bytes()).unwrap();
        let codes = |codes: &BTreeSet<String>| codes.iter().cloned().collect::<Vec<_>>().join(" ");
        let found: Vec<_> =
            log.groups.iter().map(|group| (codes(&group.old), codes(&group.new), group.kind)).collect();
        let expected: Vec<_> =
            expected.iter().map(|(old, new, kind)| ((*old).to_owned(), (*new).to_owned(), *kind)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_group_proves_no_more_than_the_least_of_its_rows() {
        let (a, b, c, d) = ("0114A0010", "0114A0020", "0114A0030", "0114A0040");
        groups_of(&[(a, b, "split"), (a, c, "split")], &[(a, "0114A0020 0114A0030", Kind::Whole)]);
        groups_of(
            &[(a, c, "split"), (b, d, "split"), (b, c, "split")],
            &[("0114A0010 0114A0020", "0114A0030 0114A0040", Kind::Whole)],
        );
        groups_of(&[(a, a, "split"), (a, b, "split")], &[(a, "0114A0010 0114A0020", Kind::Boundary)]);
        groups_of(
            &[(a, b, "split"), (a, c, "boundary change")],
            &[(a, "0114A0020 0114A0030", Kind::Boundary)],
        );
        groups_of(&[(a, b, "split"), (a, c, "renamed")], &[(a, "0114A0020 0114A0030", Kind::Unclear)]);
        groups_of(&[(a, b, "renamed"), (c, d, "who knows")], &[(a, b, Kind::Renamed), (c, d, Kind::Unclear)]);
        // What became of nothing, or of which nothing became, is not proven.
        groups_of(&[(a, b, "split"), (a, "", "split")], &[(a, b, Kind::Unclear)]);
        groups_of(&[(a, b, "split"), ("", b, "split")], &[(a, b, Kind::Unclear)]);
        // The same code before and after is not one node: an old code may be used for another area.
        groups_of(&[(a, b, "split"), (b, c, "split")], &[(a, b, Kind::Whole), (b, c, Kind::Whole)]);
    }

    #[test]
    fn two_logs_are_one() {
        let of =
            |text: &str| ChangeLog::read("log.csv", format!("old;new;kind\n{text}\n").as_bytes()).unwrap();
        let (deso, regso) =
            ("0114A0010;0114A0020;split\n0114A0010;0114A0030;split", "0114R001;0114R002;renamed");
        let mut both = of(deso);
        both.add(of(regso));
        assert_eq!(both, of(&[deso, regso].join("\n")));
        // What the second says against the first is no longer proven.
        both.add(of("0114R001;0114R002;boundary change"));
        assert!(both.groups.iter().any(|group| group.kind == Kind::Boundary));
        assert!(both.is_about(Division::Deso) && both.is_about(Division::Regso));
    }

    #[test]
    fn a_second_table_is_read_by_its_own_heading() {
        let text = "old;new;kind\n0114A0010;0114A0020;renamed\n\nnew;old;kind\n0114A0040;0114A0030;renamed\n";
        let log = ChangeLog::read("log.csv", text.as_bytes()).unwrap();
        let found: Vec<_> = log.groups.iter().map(|group| (group.old.first(), group.new.first())).collect();
        let code = |code: &'static str| Some(code.to_owned());
        let expected = [(code("0114A0010"), code("0114A0020")), (code("0114A0030"), code("0114A0040"))];
        assert_eq!(found, expected.each_ref().map(|(old, new)| (old.as_ref(), new.as_ref())));
    }

    #[test]
    fn a_row_that_is_read_by_halves_is_told_by_its_line() {
        let text = "old;new;kind\n0114A0010;0114A0020;split\n0114A0010;O114A003O;split\n";
        let error = ChangeLog::read("log.csv", text.as_bytes()).unwrap_err();
        assert_eq!((error.code(), error.place.and_then(|place| place.line)), ("not-an-area", Some(3)));
    }
}
