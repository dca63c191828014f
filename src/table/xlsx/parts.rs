//! The parts of a workbook, found by their relationships: programs name and place them as they like.

use super::super::archive::{Archive, damaged};
use super::super::xml::{Xml, attribute};
use super::other;
use crate::error::{Error, OtherFormat};

/// One relationship.
#[derive(Debug)]
pub(super) struct Relation {
    id: String,
    /// The last word of its type, such as `worksheet`.
    pub(super) kind: String,
    /// The part's name in the archive.
    pub(super) path: String,
}

/// The relationships of one part.
#[derive(Debug, Default)]
pub(super) struct Relations(Vec<Relation>);

impl Relations {
    /// Reads the part that tells the relationships of another; `None` if there is none.
    pub(super) fn read(archive: &mut Archive<'_>, part: &str) -> Result<Option<Self>, Error> {
        if !archive.has(part) {
            return Ok(None);
        }
        // The part lies in `_rels` beside the one that it is about.
        let folder = part.rsplit_once("_rels/").map_or("", |(folder, _)| folder).to_owned();
        let mut relations = Vec::new();
        Xml::open(archive, part)?.each(&mut |event| {
            let outside = attribute(event, "TargetMode").is_some_and(|mode| mode == "External");
            if let (false, Some(id), Some(target)) =
                (outside, attribute(event, "Id"), attribute(event, "Target"))
            {
                let kind = attribute(event, "Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id, kind, path: resolved(&folder, &target) });
            }
            Ok(())
        })?;
        Ok(Some(Self(relations)))
    }

    pub(super) fn by_id(&self, id: &str) -> Option<&Relation> {
        self.0.iter().find(|relation| relation.id == id)
    }

    /// Returns the path of the first part of a kind.
    pub(super) fn of_kind(&self, kind: &str) -> Option<&str> {
        self.0.iter().find(|relation| relation.kind == kind).map(|relation| relation.path.as_str())
    }
}

/// Names the part with the relationships of another.
pub(super) fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{name}.rels")
}

/// Finds the workbook's part.
pub(super) fn workbook(archive: &mut Archive<'_>) -> Result<String, Error> {
    const USUAL: &str = "xl/workbook.xml";
    let relations = Relations::read(archive, "_rels/.rels")?.unwrap_or_default();
    let part = relations.of_kind("officeDocument").unwrap_or(USUAL);
    let name = part.to_lowercase();
    if name.rsplit('.').next() == Some("bin") {
        return Err(other(OtherFormat::Xlsb));
    }
    if name.starts_with("word/") {
        return Err(other(OtherFormat::TextDocument));
    }
    if archive.has(part) {
        return Ok(part.to_owned());
    }
    let known = [("xl/workbook.bin", OtherFormat::Xlsb), ("word/document.xml", OtherFormat::TextDocument)];
    if let Some((_, format)) = known.into_iter().find(|(part, _)| archive.has(part)) {
        return Err(other(format));
    }
    let is_workbook = archive.names().any(|name| name.to_lowercase().starts_with("xl/"));
    Err(if is_workbook { damaged(part) } else { other(OtherFormat::OfficeDocument) })
}

/// Follows a target from a folder; a target that begins with a slash begins at the top.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let from = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            _ => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_followed() {
        assert_eq!(resolved("xl/", "worksheets/s.xml"), "xl/worksheets/s.xml");
        assert_eq!(resolved("xl/", "/xl/s.xml"), "xl/s.xml");
        assert_eq!(resolved("a/b/", "../s.xml"), "a/s.xml");
        assert_eq!(resolved("", "\\xl\\s.xml"), "xl/s.xml");
        assert_eq!(relations_of("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
        assert_eq!(relations_of("book.xml"), "_rels/book.xml.rels");
    }
}
