//! The JSON of an area, as the command line and the export of many areas write it.
//!
//! ```
//! use troskel::assess::{assess, what_if};
//! use troskel::criteria::sets;
//! use troskel::figure::{Figure, Stated};
//! use troskel::output::json::{Label, area};
//!
//! let set = sets::get("promemoria-2018").expect("a set of the product");
//! let reading = set.reading(None, None)?;
//! let figures = [Some(Stated::from("742/1237".parse::<Figure>()?))];
//! let assessment = assess(&set, reading, &figures);
//! let document = area(&Label::default(), &assessment, Some(&what_if(&set, reading, &figures)));
//! assert!(document.to_json().contains(r#""fixedTotal":{"persons":1,"figure":"743/1237"}"#));
//! # Ok::<(), troskel::Error>(())
//! ```

use crate::assess::{
    Assessment, Change, Cheapest, CriterionChange, Dependence, Finding, Move, PartChange, Persons, WhatIf,
};
use crate::document::Document;

/// The criteria set that a file is by.
#[cfg(feature = "tables")]
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub(super) struct Named<'a> {
    pub(super) id: &'a str,
    pub(super) hash: &'a str,
}

/// Which area it is, and where it was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Label<'a> {
    /// The file and the physical line, from 1, where it was read from one.
    pub origin: Option<(&'a str, u64)>,
    /// The bare code.
    pub code: Option<&'a str>,
    /// The name.
    pub name: Option<&'a str>,
    /// The municipality's four digits.
    pub municipality: Option<&'a str>,
    /// Whether the memo's list has the municipality.
    pub designated: Option<bool>,
}

/// Returns an assessed area as a document; with `what_if` also what it would take, and the verdict under every
/// reading.
pub fn area(label: &Label<'_>, assessment: &Assessment, what_if: Option<&WhatIf>) -> Document {
    let mut members: Vec<(String, Document)> = Vec::new();
    let mut add = |name: &str, value: Document| members.push((name.to_owned(), value));
    if let Some((file, line)) = label.origin {
        add("file", Document::text(file));
        add("line", whole(line));
    }
    add("code", Document::optional(label.code));
    add("name", Document::optional(label.name));
    add("municipality", Document::optional(label.municipality));
    add("designated", label.designated.map_or(Document::Null, Document::Flag));
    add("verdict", Document::text(&assessment.verdict));
    let changes = what_if.map(|what_if| what_if.changes.as_slice()).unwrap_or_default();
    let findings = assessment.findings.iter().enumerate().map(|(nth, finding)| {
        (finding.criterion.clone(), finding_of(finding, changes.get(nth), what_if.is_some()))
    });
    add("findings", Document::Map(findings.collect()));
    if let Some(what_if) = what_if {
        let readings = what_if.readings.iter().map(|reading| {
            Document::map([
                ("tie", Document::text(&reading.tie)),
                ("require", Document::text(&reading.require)),
                ("verdict", Document::text(&reading.verdict)),
            ])
        });
        add("readings", Document::list(readings));
        add("cheapest", what_if.cheapest.as_ref().map_or(Document::Null, cheapest));
    }
    Document::Map(members)
}

fn finding_of(finding: &Finding, change: Option<&CriterionChange>, with_change: bool) -> Document {
    let depends_on = |list: &Vec<Dependence>| Document::list(list.iter().map(Document::text));
    let mut members = vec![
        ("outcome", Document::text(&finding.outcome)),
        ("figure", Document::optional(finding.figure.as_ref())),
        ("percent", Document::optional(finding.percent.as_ref())),
        ("distance", Document::optional(finding.distance.as_ref())),
        ("comparison", Document::optional(finding.comparison.as_ref())),
        ("certainty", Document::optional(finding.certainty.as_ref())),
        ("dependsOn", finding.depends_on.as_ref().map_or(Document::Null, depends_on)),
    ];
    if with_change {
        let change = change.and_then(|change| change.change.as_ref());
        members.push(("change", change.map_or(Document::Null, change_of)));
    }
    Document::Map(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn change_of(change: &Change) -> Document {
    match change {
        Change::Percent { .. } => {
            let step = change.step();
            Document::map([("step", step.map_or_else(impossible, |step| Document::text(&step)))])
        }
        Change::Share { fixed_total, moving_in, moving_out } => Document::map([
            ("fixedTotal", move_of(fixed_total)),
            ("movingIn", move_of(moving_in)),
            ("movingOut", move_of(moving_out)),
        ]),
        Change::Amount { amount } => Document::map([("amount", move_of(amount))]),
    }
}

fn move_of(change: &Move) -> Document {
    change.persons().map_or_else(impossible, persons)
}

fn persons(change: &Persons) -> Document {
    Document::map([("persons", whole(change.persons)), ("figure", Document::text(&change.figure))])
}

fn impossible() -> Document {
    Document::text("impossible")
}

fn cheapest(cheapest: &Cheapest) -> Document {
    let part = |change: &PartChange| match change {
        PartChange::Percent { step, .. } => Document::map([("step", Document::text(step))]),
        PartChange::Share { fixed_total } => Document::map([("fixedTotal", persons(fixed_total))]),
        PartChange::Amount { amount } => Document::map([("amount", persons(amount))]),
    };
    Document::list(cheapest.combinations.iter().map(|combination| {
        Document::list(combination.iter().map(|each| {
            Document::map([("criterion", Document::text(&each.criterion)), ("change", part(&each.change))])
        }))
    }))
}

/// Returns a whole number; as text where readers of JSON would not agree on it.
pub fn whole(number: u64) -> Document {
    i64::try_from(number).map_or_else(|_| Document::text(&number), Document::Integer)
}
