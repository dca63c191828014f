//! A report on chosen areas for those who decide: the question, the answers, what is near a threshold, what could not be
//! decided and why, the sources, and how it can be checked. As a page to print, and as rows of a workbook's method sheet.
//!
//! It ranks nothing: areas stand in the order in which they were chosen.

mod compose;
mod evidence;
mod html;
mod picture;

pub(crate) use self::compose::called;
pub use self::html::html;

#[cfg(not(target_arch = "wasm32"))]
use std::io;

use serde::Serialize;

use self::picture::Picture;
use crate::criteria::Language;
use crate::many::Run;

/// Areas that stand on the first pages; more are an appendix.
pub const ON_THE_FIRST_PAGES: usize = 20;

/// What a report is about, beside the areas.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// The question that it answers, in a person's own words; may be empty.
    pub question: &'a str,
    /// How the areas were chosen, in a sentence; may be empty.
    pub chosen: &'a str,
    /// What a person noted; may be empty.
    pub notes: &'a str,
    /// The files, each with SHA-256 over its bytes in hexadecimal; empty where none was computed.
    pub files: &'a [(String, String)],
    /// What was assumed of the files, in sentences.
    pub assumed: &'a [String],
}

/// A report, as what stands on it from the top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// What it is called.
    pub title: String,
    pub(crate) blocks: Vec<Block>,
    /// The areas that have no room on the first pages.
    pub(crate) appendix: Option<Table>,
    /// Digits that the same areas, figures and criteria give again.
    pub check_digits: String,
    #[serde(skip)]
    language: Language,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", content = "of", rename_all = "kebab-case")]
pub(crate) enum Block {
    Heading(String),
    Text(String),
    List(Vec<String>),
    Table(Table),
    /// The areas themselves, which a workbook has in a sheet of their own.
    Areas(Table),
    Picture(Picture),
}

/// Rows under headings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub(crate) struct Table {
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Report {
    /// Makes a report on the areas at `positions` of a run.
    pub fn new(run: &Run, positions: &[usize], asked: Asked<'_>, language: Language) -> Self {
        compose::report(run, positions, asked, language)
    }
}

/// Returns SHA-256 over all that can be read, in hexadecimal.
///
/// # Errors
/// Those of `bytes`.
#[cfg(not(target_arch = "wasm32"))]
pub fn digest(mut bytes: impl io::Read) -> io::Result<String> {
    use sha2::{Digest as _, Sha256};

    let mut digest = Sha256::new();
    let mut chunk = vec![0; 1 << 16];
    loop {
        match bytes.read(&mut chunk) {
            Ok(0) => return Ok(crate::document::hex(&digest.finalize())),
            Ok(length) => digest.update(chunk.get(..length).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
