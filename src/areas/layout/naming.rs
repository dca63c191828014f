//! The names of columns: their headings, or letters as spreadsheets have them.

use std::collections::BTreeMap;

/// Names columns by their headings, or by letter where that is blank or not the only one.
pub(in crate::areas) fn names(texts: &[String]) -> Vec<String> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for text in texts {
        *times.entry(text.trim()).or_default() += 1;
    }
    let name = |(at, text): (usize, &String)| match text.trim() {
        text if !text.is_empty() && times.get(text) == Some(&1) => text.to_owned(),
        _ => letter(at),
    };
    texts.iter().enumerate().map(name).collect()
}

/// Returns a column's letter, as spreadsheets count: A to Z, AA and so on.
pub(in crate::areas) fn letter(column: usize) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Finds a column by its name, or by its letter.
pub(in crate::areas) fn position(names: &[String], name: &str) -> Option<usize> {
    let name = name.trim();
    names.iter().position(|known| known == name).or_else(|| (0..names.len()).find(|at| letter(*at) == name))
}
