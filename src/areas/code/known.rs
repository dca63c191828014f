//! The codes that are known, and cells that begin with one.

use super::name::{is_nation, same_county};
use super::packed::PACKED;
use super::{Division, Label, vintage};
use crate::memo::{counties, municipalities};

/// The codes that are known: of all municipalities and counties.
#[derive(Debug, Clone)]
pub(in crate::areas) struct Known {
    /// One bit for each four digits.
    municipalities: Vec<u64>,
}

impl Known {
    pub(in crate::areas) fn new() -> Self {
        let mut bits = vec![0_u64; 157];
        for municipality in municipalities() {
            if let Some(word) =
                four(municipality.code.as_bytes()).and_then(|code| bits.get_mut(code / 64).map(|w| (w, code)))
            {
                *word.0 |= 1 << (word.1 % 64);
            }
        }
        Self { municipalities: bits }
    }

    /// Tells whether the first four bytes are a municipality's code.
    #[inline]
    pub(in crate::areas) fn begins(&self, code: &[u8]) -> bool {
        four(code).is_some_and(|code| {
            self.municipalities.get(code / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
        })
    }

    /// Tells whether the code is one of a municipality that lost its first zero.
    fn begins_short(&self, code: &[u8]) -> bool {
        match code {
            [a, b, c, ..] => self.begins(&[b'0', *a, *b, *c]),
            _ => false,
        }
    }

    /// Tells the division of a cell that is nothing but the whole code of a small area, as most are, and packs the code.
    #[inline]
    pub(in crate::areas) fn plain(&self, cell: &[u8]) -> Option<(Division, u64)> {
        let division = match cell {
            [_, _, _, _, b'A'..=b'C', rest @ ..] if is_digits(rest, 4) => Division::Deso,
            [_, _, _, _, b'R', rest @ ..] if is_digits(rest, 3) => Division::Regso,
            _ => return None,
        };
        let (municipality, [letter, number @ ..]) = cell.split_first_chunk::<4>()? else { return None };
        if !self.begins(municipality) {
            return None;
        }
        let digits = |packed: u64, digits: &[u8]| {
            digits.iter().fold(packed, |packed, digit| packed << 6 | u64::from(digit - b'0' + 1))
        };
        let packed = digits(digits(0, municipality) << 6 | u64::from(letter - b'A' + 11), number);
        Some((division, packed << (6 * (PACKED - cell.len()))))
    }

    /// Reads a cell that begins with a code; `None` if it doesn't.
    pub(in crate::areas) fn label<'a>(&self, cell: &'a str) -> Option<Label<'a>> {
        let cell = cell.trim();
        let (token, name) = match cell.find(char::is_whitespace) {
            Some(at) => cell.split_at_checked(at)?,
            None => (cell, ""),
        };
        let name = name.trim_start();
        let name = name.strip_prefix("- ").or_else(|| name.strip_prefix("– ")).unwrap_or(name);
        let (code, vintage) = vintage(token);
        let (division, lost) = self.division(code, name)?;
        Some(Label { code, lost, division, vintage, name })
    }

    fn division(&self, code: &str, name: &str) -> Option<(Division, u8)> {
        let bytes = code.as_bytes();
        let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 4 || digits >= 8 || (digits > 4 && digits < 7) {
            if !self.begins(bytes) {
                return None;
            }
            let division = shape(bytes, digits)?;
            // `2023 års uppgifter` begins as a municipality's code, too.
            let is_year =
                digits == 4 && bytes.len() == 4 && (code.starts_with("19") || code.starts_with("20"));
            if is_year && !name.is_empty() && !begins_with_municipality(code, name) {
                return None;
            }
            return Some((division, 0));
        }
        match (digits, bytes.len()) {
            (1 | 2, length) if length == digits => {
                let lost = u8::from(digits == 1);
                let padded = [if digits == 1 { b'0' } else { *bytes.first()? }, *bytes.last()?];
                if padded == *b"00" {
                    let nation = name.is_empty() || is_nation(name);
                    return nation.then_some((Division::Nation, lost));
                }
                let county = counties().iter().find(|county| county.code.as_bytes() == padded)?;
                // A number such as 12 in front of a text is a county only if the text is its name.
                (name.is_empty() || same_county(county.name, name)).then_some((Division::County, lost))
            }
            (3, 3) => self.begins_short(bytes).then_some((Division::Municipality, 1)),
            (3, _) if bytes.get(3).is_some_and(u8::is_ascii_alphabetic) && self.begins_short(bytes) => {
                let division = match bytes.get(3..)? {
                    [b'A'..=b'C', rest @ ..] if is_digits(rest, 4) => Division::Deso,
                    [b'R', rest @ ..] if is_digits(rest, 3) => Division::Regso,
                    _ => return None,
                };
                Some((division, 1))
            }
            (7, 7) if self.begins_short(bytes) => Some((Division::District, 1)),
            (7, 7) if self.begins(bytes) => Some((Division::Unknown, 0)),
            _ => None,
        }
    }
}

/// Tells the division of a code that begins as a municipality's.
fn shape(code: &[u8], digits: usize) -> Option<Division> {
    match code.get(4..)? {
        [] => Some(Division::Municipality),
        [b'A'..=b'C', rest @ ..] if is_digits(rest, 4) => Some(Division::Deso),
        [b'R', rest @ ..] if is_digits(rest, 3) => Some(Division::Regso),
        _ if digits == 8 && code.len() == 8 => Some(Division::District),
        // `2023-03-29` begins as a municipality's code, too.
        [b'-', rest @ ..]
            if code.starts_with(b"20") && rest.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-') =>
        {
            None
        }
        rest => rest
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            .then_some(Division::Unknown),
    }
}

fn is_digits(bytes: &[u8], count: usize) -> bool {
    bytes.len() == count && bytes.iter().all(u8::is_ascii_digit)
}

fn begins_with_municipality(code: &str, name: &str) -> bool {
    municipalities().iter().any(|known| known.code == code && name.starts_with(known.name))
}

#[inline]
fn four(code: &[u8]) -> Option<usize> {
    let [a, b, c, d, ..] = code else { return None };
    let mut value = 0_usize;
    for byte in [a, b, c, d] {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10 + usize::from(byte - b'0');
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::super::unpack;
    use super::*;

    #[track_caller]
    fn label(cell: &str, expected: Option<(&str, Division, u16, &str)>) {
        let known = Known::new();
        let found = known.label(cell).map(|label| {
            let code = format!("{}{}", "0".repeat(label.lost.into()), label.code);
            (code, label.division, label.vintage, label.name.to_owned())
        });
        let plain =
            known.plain(cell.as_bytes()).map(|(division, key)| (unpack(key), division, 0, String::new()));
        assert!(plain.is_none() || plain == found, "{cell}");
        assert_eq!(
            found,
            expected.map(|(code, d, v, name)| (code.to_owned(), d, v, name.to_owned())),
            "{cell}"
        );
    }

    #[test]
    fn cells_are_read_in_every_form() {
        label("0114", Some(("0114", Division::Municipality, 0, "")));
        label("00 Riket", Some(("00", Division::Nation, 0, "Riket")));
        label("01 Stockholms län", Some(("01", Division::County, 0, "Stockholms län")));
        label("0114 Upplands Väsby", Some(("0114", Division::Municipality, 0, "Upplands Väsby")));
        label("0114 - Upplands Väsby", Some(("0114", Division::Municipality, 0, "Upplands Väsby")));
        label("0114A0010_DeSO2025", Some(("0114A0010", Division::Deso, 2025, "")));
        label("0114R001 Bollstanäs", Some(("0114R001", Division::Regso, 0, "Bollstanäs")));
        label("0114R001_RegSO2025 Bollstanäs", Some(("0114R001", Division::Regso, 2025, "Bollstanäs")));
        label("01140101", Some(("01140101", Division::District, 0, "")));
        label("0180X9", Some(("0180X9", Division::Unknown, 0, "")));
        label("0180-17", Some(("0180-17", Division::Unknown, 0, "")));
        label("0180_17", Some(("0180_17", Division::Unknown, 0, "")));
    }

    #[test]
    fn lost_zeros_are_restored_where_that_is_unambiguous() {
        label("114", Some(("0114", Division::Municipality, 0, "")));
        label("114 Upplands Väsby", Some(("0114", Division::Municipality, 0, "Upplands Väsby")));
        label("114A0010", Some(("0114A0010", Division::Deso, 0, "")));
        label("114R001_RegSO2025", Some(("0114R001", Division::Regso, 2025, "")));
        label("1140101", Some(("01140101", Division::District, 0, "")));
        label("1 Stockholms län", Some(("01", Division::County, 0, "Stockholms län")));
        label("0", Some(("00", Division::Nation, 0, "")));
        label("999A0010", None);
    }

    #[test]
    fn other_cells_are_no_areas() {
        for cell in [
            "",
            "Källa:",
            "SCB",
            "2023-03-29: Tabellen är korrigerad.",
            "2023-03-29",
            "20250131 08:00",
            "12 månader",
            "9999A0010",
            "58,2",
            "+46 010-479 69 61",
            "2023 års uppgifter är preliminära.",
            "0 all sectors",
        ] {
            label(cell, None);
        }
    }
}
