//! JSON of statistics: JSON-stat of versions 1 and 2, alone, in a list or in a bundle, and `PxWeb`'s own JSON. The digits of
//! each number are kept as written.

mod dataset;
mod document;
mod pxweb;

use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use self::dataset::Dataset;
use self::document::{Members, parse};
use super::archive::damaged;
use super::budget::Budget;
use super::{Interrupt, Limits, Sink};
use crate::error::{Error, OtherFormat, Problem};

/// How deep datasets may lie in bundles.
const DEPTH: u32 = 4;

/// Reads all datasets of a file.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    (limits, budget): (&Limits, &Budget),
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| damaged("UTF-8"))?;
    let text = text.trim_start_matches('\u{FEFF}').trim();
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| {
        if is_lines(text) {
            other(OtherFormat::Json)
        } else {
            damaged(&format!("JSON, line {}", error.line()))
        }
    })?;
    if pxweb::is_pxweb(text) {
        return pxweb::read(file, text, limits, interrupt, sink);
    }
    let mut found = Found::default();
    found.look(text, None, DEPTH)?;
    if found.datasets.is_empty() {
        return Err(found.instead());
    }
    let several = found.datasets.len() > 1;
    for (nth, (name, dataset)) in found.datasets.iter().enumerate() {
        budget.member()?;
        let own = || name.map_or_else(|| format!("{}", nth + 1), str::to_owned);
        let name = several.then(own);
        dataset.read(file, name.as_deref(), (limits, budget), interrupt, sink).map_err(|mut error| {
            let place = error.place.get_or_insert_default();
            place.sheet = place.sheet.take().or(name);
            error
        })?;
    }
    Ok(())
}

/// Tells whether a text is of several JSON documents, one a line.
fn is_lines(text: &str) -> bool {
    text.split_once('\n').is_some_and(|(first, rest)| {
        rest.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(first.trim()).is_ok()
    })
}

fn other(format: OtherFormat) -> Error {
    Problem::OtherFormat { format }.into()
}

/// What a document holds.
#[derive(Default)]
struct Found<'a> {
    datasets: Vec<(Option<&'a str>, Dataset<'a>)>,
    /// Whether a dataset has no figures.
    metadata: bool,
    /// Whether there is a list of links to datasets.
    collection: bool,
    /// Whether there is a map.
    map: bool,
}

impl<'a> Found<'a> {
    /// Looks for datasets: the document itself, the elements of a list, the items of a collection (version 2) or the members
    /// of an object (version 1).
    fn look(&mut self, text: &'a str, name: Option<&'a str>, depth: u32) -> Result<(), Error> {
        let Some(depth) = depth.checked_sub(1) else { return Ok(()) };
        if text.starts_with('[') {
            for element in parse::<Vec<&'a RawValue>>(text, "JSON")? {
                self.look(element.get(), None, depth)?;
            }
            return Ok(());
        }
        if !text.starts_with('{') {
            return Ok(());
        }
        let members: Members<'a> = parse(text, "JSON")?;
        let class = members.text("class");
        if class.is_some_and(|class| class == "collection") || members.get("link").is_some() {
            let links: Option<Members<'a>> = members.get("link").and_then(|raw| parse(raw, "link").ok());
            let before = self.datasets.len();
            if let Some(items) = links.as_ref().and_then(|links| links.get("item")) {
                self.look(items, name, depth)?;
            }
            self.collection |= self.datasets.len() == before;
            if class.is_some_and(|class| class == "collection") {
                return Ok(());
            }
        }
        if class.is_some_and(|class| class == "FeatureCollection")
            || members.text("type").is_some_and(|kind| kind == "FeatureCollection" || kind == "Topology")
        {
            self.map = true;
        } else if members.get("dimension").is_some() && members.get("value").is_some() {
            self.datasets.push((name, parse(text, "dataset")?));
        } else if members.get("dimension").is_some() && members.get("size").is_some() {
            self.metadata = true;
        } else if class.is_none() {
            for (name, member) in members.iter().filter(|(_, member)| member.starts_with('{')) {
                self.look(member, Some(name), depth)?;
            }
        }
        Ok(())
    }

    /// Tells what a document without a dataset is.
    fn instead(&self) -> Error {
        match self {
            Self { metadata: true, .. } => Problem::OnlyMetadata.into(),
            Self { collection: true, .. } => other(OtherFormat::JsonStatCollection),
            Self { map: true, .. } => other(OtherFormat::Map),
            Self { .. } => other(OtherFormat::Json),
        }
    }
}
