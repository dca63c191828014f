//! The number formats, by the number of the style that cells refer to.

use std::collections::BTreeMap;

use super::super::archive::Archive;
use super::super::format::NumberFormat;
use super::super::xml::{Xml, attribute};
use crate::error::Error;

/// The number formats of a workbook's cells.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: Vec<NumberFormat>,
    /// For each style the place of its format.
    cells: Vec<usize>,
    plain: NumberFormat,
}

impl Styles {
    pub(super) fn read(archive: &mut Archive<'_>, part: &str) -> Result<Self, Error> {
        let (mut codes, mut ids, mut in_cells) = (BTreeMap::new(), Vec::<u32>::new(), false);
        Xml::open(archive, part)?.each(&mut |event| {
            match event.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(event, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    if let (Some(id), Some(code)) = (id, attribute(event, "formatCode")) {
                        codes.insert(id, NumberFormat::parse(&code));
                    }
                }
                "cellXfs" => in_cells = true,
                "cellStyles" | "dxfs" => in_cells = false,
                "xf" if in_cells => {
                    ids.push(attribute(event, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0));
                }
                _ => {}
            }
            Ok(())
        })?;
        let (mut styles, mut places) = (Self::default(), BTreeMap::new());
        for id in ids {
            let place = *places.entry(id).or_insert_with(|| {
                let format = codes.get(&id).cloned().unwrap_or_else(|| NumberFormat::built_in(id));
                styles.formats.push(format);
                styles.formats.len() - 1
            });
            styles.cells.push(place);
        }
        Ok(styles)
    }

    /// Returns the format of a style, of which the first is the plain one where none is told; `None` if there is no such style.
    pub(super) fn format(&self, style: usize) -> Option<&NumberFormat> {
        match self.cells.get(style) {
            Some(place) => self.formats.get(*place),
            None => (style == 0).then_some(&self.plain),
        }
    }
}
