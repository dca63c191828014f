//! What one cell of a statistics file says: a number, nothing, or something that can't be read.

#[cfg(test)]
mod tests;

use crate::error::Problem;
use crate::figure::{self, Bounds, Decimal, Figure, Percent};

/// What a cell with a number says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::areas) enum Said<T> {
    /// A number.
    Value(T),
    /// Missing or suppressed.
    Missing,
    /// `-`: nil in the publisher's own files, missing elsewhere.
    Nil,
    /// Nothing that can be read.
    Wrong(Problem),
}

/// Tells whether a cell says that there is no number: blank, dots, or words for it.
pub(in crate::areas) fn is_missing(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || is_symbol(cell) || is_nil(cell)
}

fn is_symbol(cell: &str) -> bool {
    (cell.len() <= 7 && cell.bytes().all(|byte| byte == b'.'))
        || ["N/A", "n/a", "NA", "saknas", "Saknas", "uppgift saknas"].contains(&cell)
}

fn is_nil(cell: &str) -> bool {
    matches!(cell, "-" | "–" | "\u{2212}")
}

/// Tells whether a cell looks like a number in any notation.
pub(in crate::areas) fn looks_numeric(cell: &str) -> bool {
    let cell = without_word(cell.trim());
    let digits = cell
        .strip_prefix(['-', '\u{2212}', '–'])
        .unwrap_or(cell)
        .trim_end_matches(['%', ' ', '\u{a0}', '\u{202f}']);
    let is_part =
        |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '/') || (c.is_whitespace() && c != '\n');
    digits.contains(|c: char| c.is_ascii_digit()) && digits.chars().all(is_part)
}

/// Takes the word for percent off a cell: `58,2 procent`.
fn without_word(cell: &str) -> &str {
    let bare = cell.strip_suffix("procent").or_else(|| cell.strip_suffix("percent"));
    bare.map_or(cell, str::trim_end)
}

/// Reads a count, or the bounds that a suppressed one has.
#[inline]
pub(in crate::areas) fn count(cell: &str) -> Said<Bounds> {
    let bytes = cell.as_bytes();
    if !bytes.is_empty() && bytes.len() <= 12 && bytes.iter().all(u8::is_ascii_digit) {
        let count = bytes.iter().fold(0, |value, byte| value * 10 + u64::from(byte - b'0'));
        return Said::Value(Bounds::only(count));
    }
    let trimmed = cell.trim();
    if trimmed.is_empty() || is_symbol(trimmed) {
        return Said::Missing;
    }
    if let Some(bounds) = bounds(trimmed) {
        return Said::Value(bounds);
    }
    if is_nil(trimmed) {
        return Said::Nil;
    }
    match figure::count(whole(trimmed)) {
        Ok(Some(count)) => Said::Value(Bounds::only(count)),
        Ok(None) => Said::Missing,
        Err(error) => Said::Wrong(error.problem),
    }
}

/// Takes the decimals off a whole number that software writes with some: `704.0`. Three noughts may be those of thousands.
fn whole(cell: &str) -> &str {
    let is_nought = |decimals: &str| {
        !decimals.is_empty() && decimals.len() != 3 && decimals.bytes().all(|digit| digit == b'0')
    };
    cell.split_once(['.', ',']).filter(|(_, decimals)| is_nought(decimals)).map_or(cell, |(whole, _)| whole)
}

/// Tells whether a number has decimals, or a sign of percent: a count that software writes with a nought behind it has none.
pub(in crate::areas) fn has_decimals(cell: &str) -> bool {
    let bare = whole(cell);
    cell.contains([',', '.', '%']) && (bare.len() == cell.len() || bare.len() < 3 || bare == "100")
}

/// Counts from here on are not suppressed.
const SUPPRESSED: u64 = 1_000;

/// Reads a suppressed count: `<8`, `≤ 7`, `färre än 5`, `1–4`. The largest one is the last that the words allow, and the
/// smallest is 0 unless it stands there.
fn bounds(cell: &str) -> Option<Bounds> {
    const BELOW: [&str; 9] =
        ["<", "färre än", "mindre än", "under", "lägre än", "fewer than", "less than", "below", "\u{fe64}"];
    const AT_MOST: [&str; 6] = ["<=", "≤", "=<", "högst", "at most", "max"];
    let number = |text: &str| text.trim().parse::<u64>().ok().filter(|number| *number < SUPPRESSED);
    if let Some((low, high)) = cell.split_once(['-', '–']) {
        let (low, high) = (number(low)?, number(high)?);
        return (low < high).then_some(Bounds { low, high });
    }
    // Every name of an area in a long table is tried: its first letter tells most apart.
    let first = cell.chars().next()?.to_ascii_lowercase();
    if !AT_MOST.iter().chain(&BELOW).any(|word| word.starts_with(first)) {
        return None;
    }
    let lower = cell.to_lowercase();
    let after = |words: &[&str]| words.iter().find_map(|word| number(lower.strip_prefix(word)?));
    let high = after(&AT_MOST).or_else(|| after(&BELOW)?.checked_sub(1))?;
    Some(Bounds { low: 0, high })
}

/// Tells whether a cell of a column of counts says one, suppressed or not.
pub(in crate::areas) fn says_count(cell: &str) -> bool {
    looks_numeric(cell) || bounds(cell.trim()).is_some()
}

/// Tells whether a cell is a suppressed count that no text could be taken for: `<8`.
pub(in crate::areas) fn is_suppressed(cell: &str) -> bool {
    !cell.contains(['-', '–']) && bounds(cell.trim()).is_some()
}

/// Reads a percentage, or a count of a total in one cell.
#[inline]
pub(in crate::areas) fn percent(cell: &str, fractions: bool) -> Said<Figure> {
    if let (false, Some(percent)) = (fractions, figure::plain_percent(cell.as_bytes())) {
        return Said::Value(Figure::Percent(percent));
    }
    let trimmed = cell.trim();
    if trimmed.is_empty() || is_symbol(trimmed) {
        return Said::Missing;
    }
    if is_nil(trimmed) {
        return Said::Nil;
    }
    let word = trimmed;
    let trimmed = without_word(trimmed);
    let fractions = fractions && trimmed.len() == word.len();
    if let Some(long) = software(trimmed) {
        return long.percent(fractions && !trimmed.contains('%'), cell);
    }
    let read = if trimmed.contains('/') {
        trimmed.parse().map(Some)
    } else {
        figure::percent(trimmed).map(|p| p.map(Figure::Percent))
    };
    match read {
        Ok(Some(Figure::Percent(percent))) if fractions && !trimmed.contains('%') => {
            hundredfold(percent, cell)
        }
        Ok(Some(figure)) => Said::Value(figure),
        Ok(None) => Said::Missing,
        Err(error) => Said::Wrong(error.problem),
    }
}

/// A number with the digits of a division made by software.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Long {
    units: u128,
    decimals: u32,
}

impl Long {
    /// Rounds to as many decimals as figures have, half-up, from the text as it stands.
    fn percent(self, fractions: bool, cell: &str) -> Said<Figure> {
        let decimals = if fractions { self.decimals.saturating_sub(2) } else { self.decimals };
        let scale = 10_u128.checked_pow(decimals.saturating_sub(12)).unwrap_or(u128::MAX);
        let units = (self.units / scale)
            .saturating_add(u128::from(self.units % scale >= scale.div_ceil(2) && scale > 1));
        let decimal = i128::try_from(units).ok().zip(u8::try_from(decimals.min(12)).ok());
        match decimal.map(|(units, decimals)| Percent::new(Decimal::new(units, decimals))) {
            Some(Ok(percent)) => Said::Value(Figure::Percent(percent)),
            Some(Err(_)) | None => Said::Wrong(Problem::AboveHundred { text: cell.to_owned() }),
        }
    }
}

/// Tells whether a cell has the digits of a division made by software, and is read rounded.
pub(in crate::areas) fn has_software_digits(cell: &str) -> bool {
    cell.len() > DIGITS && software(cell.trim()).is_some()
}

/// No publisher gives as many significant digits; a double that was written down has.
const DIGITS: usize = 15;

/// Reads a number of at least 15 significant digits, of which more than 12 are decimals.
fn software(cell: &str) -> Option<Long> {
    if cell.len() <= DIGITS {
        return None;
    }
    let number = cell.trim_end_matches(['%', ' ', '\u{a0}', '\u{202f}']);
    let (whole, decimals) = number.split_once([',', '.'])?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(decimals) || decimals.len() <= 12 || whole.len() + decimals.len() > 36 {
        return None;
    }
    let all = format!("{whole}{decimals}");
    (all.trim_start_matches('0').len() >= DIGITS)
        .then(|| Some(Long { units: all.parse().ok()?, decimals: u32::try_from(decimals.len()).ok()? }))
        .flatten()
}

/// Moves the decimal mark two places to the right.
fn hundredfold(percent: Percent, cell: &str) -> Said<Figure> {
    let (units, decimals) = (percent.value().units(), percent.value().decimals());
    let moved = match decimals {
        0 => Decimal::new(units * 100, 0),
        1 => Decimal::new(units * 10, 0),
        _ => Decimal::new(units, decimals - 2),
    };
    match Percent::new(moved) {
        Ok(percent) => Said::Value(Figure::Percent(percent)),
        Err(_) => Said::Wrong(Problem::AboveHundred { text: cell.to_owned() }),
    }
}

/// Tells whether a cell is a year, which stands in headings too.
pub(in crate::areas) fn is_year(cell: &str) -> bool {
    cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20"))
}
