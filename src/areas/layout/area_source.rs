//! Where the area of a record stands: in one column, spread over several, or as a name of a municipality's own division.

use crate::areas::code::{Division, Known, Label, named, tidied};
use crate::areas::words::cell::{is_missing, is_year};

/// Where the area is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::areas) enum AreaSource {
    /// In one column.
    Cell {
        column: usize,
        /// Whether by name alone.
        named: bool,
        accepted: Accepted,
    },
    /// Spread over columns with so many digits each.
    Parts(Vec<(usize, u8)>),
    /// Names of a municipality's own division.
    Own { column: usize, municipality: String },
}

/// Which of the codes that a cell could be are areas in a column, as its other codes tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::areas) struct Accepted {
    /// Whether numbers of eight digits are electoral districts.
    pub(in crate::areas) districts: bool,
    /// Whether `2021` is Vansbro: beside areas of another kind it is a year.
    pub(in crate::areas) years: bool,
    /// Whether `0484R0O1` is a code: beside those of small areas it is one that was mistyped.
    pub(in crate::areas) misshapen: bool,
}

impl Accepted {
    /// Tells whether a label is an area.
    #[inline]
    pub(in crate::areas) fn takes(self, label: &Label<'_>) -> bool {
        (self.districts || !is_bare_number(label))
            && (self.years || !could_be_year(label))
            && (self.misshapen || !is_misshapen(label))
    }
}

impl AreaSource {
    /// Returns its columns.
    pub(in crate::areas) fn columns(&self) -> Vec<usize> {
        match self {
            Self::Cell { column, .. } | Self::Own { column, .. } => vec![*column],
            Self::Parts(parts) => parts.iter().map(|(at, _)| *at).collect(),
        }
    }

    /// Reads the area of a record; `scratch` is where a code is put together.
    #[inline]
    pub(in crate::areas) fn label<'a>(
        &self,
        known: &Known,
        cell: &dyn Fn(usize) -> &'a str,
        scratch: &'a mut String,
    ) -> Option<Label<'a>> {
        match self {
            Self::Cell { column, named: by_name, accepted } => {
                let mut text = cell(*column);
                if known.plain(text.as_bytes()).is_none()
                    && let Some(tidy) = tidied(text)
                {
                    *scratch = tidy;
                    text = scratch;
                }
                let label = if *by_name {
                    named(text).or_else(|| known.label(text))
                } else {
                    known.label(text).or_else(|| named(text))
                };
                label.filter(|label| accepted.takes(label))
            }
            Self::Parts(parts) => {
                scratch.clear();
                for (at, digits) in parts {
                    // `0180 Stockholm` begins with the code.
                    let text = cell(*at).split_whitespace().next()?;
                    let text = text.strip_suffix(".0").unwrap_or(text);
                    // `R001` and `C1010` are the end of a code.
                    let numbers = text.strip_prefix(['A', 'B', 'C', 'R']).unwrap_or(text);
                    if numbers.is_empty() || !numbers.bytes().all(|byte| byte.is_ascii_digit()) {
                        return None;
                    }
                    // The last part may have the whole code already.
                    if text.len() > usize::from(*digits) {
                        scratch.clear();
                    }
                    scratch.extend(std::iter::repeat_n('0', usize::from(*digits).saturating_sub(text.len())));
                    scratch.push_str(text);
                }
                known.label(scratch)
            }
            Self::Own { column, municipality } => {
                let name = cell(*column).trim();
                if name.is_empty() || is_missing(name) || is_sum(name) {
                    return None;
                }
                // As the database writes the areas of its own division.
                *scratch = format!("{municipality} ({name})");
                Some(Label { code: "", lost: 0, division: Division::Unknown, vintage: 0, name: scratch })
            }
        }
    }

    /// Returns what an area is told apart by, as text.
    pub(in crate::areas) fn key<'a>(&self, known: &Known, cell: &dyn Fn(usize) -> &'a str) -> Option<String> {
        let mut scratch = String::new();
        let label = self.label(known, &|column| cell(column), &mut scratch)?;
        let name = if label.code.is_empty() { label.name } else { "" };
        Some(format!("{}{}_{} {name}", label.lost, label.code, label.vintage))
    }
}

/// Tells whether a code is a number that may be anything: of eight digits, or one that no division has.
pub(in crate::areas) fn is_bare_number(label: &Label<'_>) -> bool {
    matches!(label.division, Division::District | Division::Unknown)
        && label.code.bytes().all(|byte| byte.is_ascii_digit())
}

/// Tells whether a municipality's code alone could be a year.
pub(in crate::areas) fn could_be_year(label: &Label<'_>) -> bool {
    label.division == Division::Municipality && label.name.is_empty() && is_year(label.code)
}

/// Tells whether a code begins as that of a small area, and does not go on as one.
fn is_misshapen(label: &Label<'_>) -> bool {
    label.division == Division::Unknown && matches!(label.code.as_bytes().get(4), Some(b'A'..=b'C' | b'R'))
}

/// Tells whether a text in a column of names stands for a sum.
fn is_sum(name: &str) -> bool {
    let name = name.to_lowercase();
    ["totalt", "total", "summa", "samtliga", "hela ", "källa", "not:", "anm"]
        .iter()
        .any(|word| name.starts_with(word))
}
