//! Area codes: what a cell of the column of areas says.

use std::fmt::Write;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::memo::{Municipality, counties, municipalities};

/// What an area is a part of the country by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Division {
    /// The country.
    Nation,
    /// A county (*län*).
    County,
    /// A municipality.
    Municipality,
    /// An electoral district (*valdistrikt*), eight digits.
    District,
    /// A regional statistical area, `0114R001`.
    Regso,
    /// A demographic statistical area, `0114A0010`.
    Deso,
    /// An area whose code begins as that of a municipality but has no known shape.
    Unknown,
}

impl Division {
    /// All divisions, coarsest first.
    pub const ALL: [Self; 7] = [
        Self::Nation,
        Self::County,
        Self::Municipality,
        Self::District,
        Self::Regso,
        Self::Deso,
        Self::Unknown,
    ];

    /// Returns the level, by which rows in one column are told apart: nation, county, municipality, area.
    pub fn level(self) -> Level {
        match self {
            Self::Nation => Level::Nation,
            Self::County => Level::County,
            Self::Municipality => Level::Municipality,
            Self::District | Self::Regso | Self::Deso | Self::Unknown => Level::Area,
        }
    }

    pub(super) fn index(self) -> u8 {
        match self {
            Self::Nation => 0,
            Self::County => 1,
            Self::Municipality => 2,
            Self::District => 3,
            Self::Regso => 4,
            Self::Deso => 5,
            Self::Unknown => 6,
        }
    }
}

/// A level of rows that may share a column; the finest present is assessed unless another is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The country.
    Nation,
    /// Counties.
    County,
    /// Municipalities.
    Municipality,
    /// Areas of any division.
    Area,
}

/// What a cell of the column of areas says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label<'a> {
    /// The bare code, without vintage and lost zeros; empty where only a name is given.
    pub(super) code: &'a str,
    /// Zeros that were lost before the code.
    pub(super) lost: u8,
    /// The division by the code's shape, or by the name's.
    pub(super) division: Division,
    /// The year of the division, where the code tells it (`_DeSO2025`); else 0.
    pub(super) vintage: u16,
    /// The name, or empty.
    pub(super) name: &'a str,
}

/// The codes that are known: of all municipalities and counties.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// One bit for each four digits.
    municipalities: Vec<u64>,
}

impl Known {
    pub(super) fn new() -> Self {
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
    pub(super) fn begins(&self, code: &[u8]) -> bool {
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
    pub(super) fn plain(&self, cell: &[u8]) -> Option<(Division, u64)> {
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
    pub(super) fn label<'a>(&self, cell: &'a str) -> Option<Label<'a>> {
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

fn is_nation(name: &str) -> bool {
    ["riket", "hela riket", "sverige", "sweden", "the whole country", "whole country"]
        .contains(&name.to_lowercase().as_str())
}

fn begins_with_municipality(code: &str, name: &str) -> bool {
    municipalities().iter().any(|known| known.code == code && name.starts_with(known.name))
}

/// Brings a cell of areas to the form in which codes are read; `None` where it is in that form.
///
/// `114.0` is a code that a spreadsheet took for a number, `0114r001` one in lower case, and `0114R001_RegSO2025 - 0114R001
/// Bollstanäs` has its code twice.
pub(super) fn tidied(cell: &str) -> Option<String> {
    let cell = cell.trim();
    if !cell.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    if let Some(digits) = cell.strip_suffix(".0").or_else(|| cell.strip_suffix(",0")) {
        return (digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| digits.to_owned());
    }
    if let Some((code, rest)) = cell.split_once(" - ") {
        let bare = vintage(code).0;
        if let Some(name) = rest.strip_prefix(bare) {
            return Some(format!("{code} {}", name.trim_start()).trim_end().to_owned());
        }
    }
    let token = cell.split(char::is_whitespace).next().unwrap_or_default();
    let digits = token.bytes().take_while(u8::is_ascii_digit).count();
    let letter = token.as_bytes().get(digits).filter(|letter| matches!(letter, b'a'..=b'c' | b'r'));
    let behind = token.bytes().skip(digits + 1).take_while(u8::is_ascii_digit).count();
    let is_code = (3..=4).contains(&digits) && letter.is_some() && (3..=4).contains(&behind);
    is_code.then(|| {
        let (head, rest) = cell.split_at_checked(digits + 1).unwrap_or((cell, ""));
        format!("{}{rest}", head.to_ascii_uppercase())
    })
}

fn same_county(county: &str, name: &str) -> bool {
    let bare = |name: &str| name.to_lowercase().trim_end_matches(" län").trim_end_matches('s').to_owned();
    bare(county) == bare(name)
}

/// Splits a suffix such as `_DeSO2025` off and returns its year; any other suffix stays.
fn vintage(token: &str) -> (&str, u16) {
    // Nearly all codes are too short for a suffix.
    if token.len() <= "_DeSO2025".len() {
        return (token, 0);
    }
    let Some((code, suffix)) = token.rsplit_once('_') else { return (token, 0) };
    let year = ["DeSO", "RegSO"].iter().find_map(|division| {
        let head = suffix.get(..division.len())?;
        head.eq_ignore_ascii_case(division).then(|| suffix.get(division.len()..)).flatten()
    });
    match year {
        Some(year) if year.len() == 4 => year.parse().map_or((token, 0), |year| (code, year)),
        _ => (token, 0),
    }
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

/// Reads a cell that has a name only: `Upplands Väsby (Bollstanäs)`, or the name of a municipality, a county or the nation,
/// whose codes are known.
pub(super) fn named(cell: &str) -> Option<Label<'_>> {
    let cell = cell.trim();
    // No name begins with a digit, and cells that do are tried by the million.
    if cell.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let label = |division, code| Some(Label { code, lost: 0, division, vintage: 0, name: cell });
    if let Some((municipality, rest)) = cell.split_once(" (")
        && rest.strip_suffix(')').is_some_and(|area| !area.trim().is_empty())
        && municipality_named(municipality).is_some()
    {
        return label(Division::Regso, "");
    }
    if is_nation(cell) {
        return label(Division::Nation, "00");
    }
    if let Some(county) = counties().iter().find(|county| county.name == cell) {
        return label(Division::County, county.code);
    }
    municipality_named(cell).and_then(|code| label(Division::Municipality, code))
}

/// Returns the municipality's code that a name such as `Upplands Väsby (Bollstanäs)` begins with.
pub(super) fn municipality_of_name(name: &str) -> Option<&'static str> {
    let municipality = name.split_once(" (").map_or(name, |(municipality, _)| municipality);
    municipality_named(municipality)
}

/// The municipalities in the order of their names' bytes.
static BY_NAME: LazyLock<Vec<&Municipality>> = LazyLock::new(|| {
    let mut all: Vec<_> = municipalities().iter().collect();
    all.sort_by_key(|municipality| municipality.name);
    all
});

/// Finds a municipality by its name as the database writes it; this is asked for each row, so it has to be quick.
fn municipality_named(name: &str) -> Option<&'static str> {
    let name = name.strip_suffix(" kommun").unwrap_or(name);
    let at = BY_NAME.binary_search_by(|municipality| municipality.name.cmp(name)).ok()?;
    BY_NAME.get(at).map(|municipality| municipality.code)
}

/// The characters of packed codes, in the order of their values from 1 on, which is ASCII's.
const ALPHABET: &[u8; 63] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
/// Characters in a packed code, six bits each.
const PACKED: usize = 10;

/// Packs a code of at most ten letters, digits and underscores into 60 bits, in alphabetical order.
#[inline]
pub(super) fn pack(zeros: u8, code: &str) -> Option<u64> {
    let length = usize::from(zeros) + code.len();
    if length > PACKED || length == 0 {
        return None;
    }
    let mut packed = 0_u64;
    for _ in 0..zeros {
        packed = packed << 6 | 1;
    }
    for byte in code.bytes() {
        let value = match byte {
            b'0'..=b'9' => byte - b'0' + 1,
            b'A'..=b'Z' => byte - b'A' + 11,
            b'_' => 37,
            b'a'..=b'z' => byte - b'a' + 38,
            _ => return None,
        };
        packed = packed << 6 | u64::from(value);
    }
    Some(packed << (6 * (PACKED - length)))
}

/// Undoes [`pack`].
pub(super) fn unpack(packed: u64) -> String {
    let mut code = String::new();
    for at in (0..PACKED).rev() {
        let value = usize::try_from((packed >> (6 * at)) & 63).unwrap_or(0);
        if let Some(byte) = value.checked_sub(1).and_then(|value| ALPHABET.get(value)) {
            code.push(char::from(*byte));
        }
    }
    code
}

/// Writes a code with the suffix of its vintage, as the database does.
pub(super) fn with_vintage(code: &str, division: Division, vintage: u16) -> String {
    let mut text = code.to_owned();
    let name = match division {
        Division::Regso => "RegSO",
        Division::Deso
        | Division::Nation
        | Division::County
        | Division::Municipality
        | Division::District
        | Division::Unknown => "DeSO",
    };
    if vintage > 0 {
        let _ = write!(text, "_{name}{vintage}");
    }
    text
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn codes_that_other_software_has_changed_are_brought_back() {
        let tidy = |cell: &str| tidied(cell).unwrap_or_else(|| cell.to_owned());
        assert_eq!([tidy("114.0"), tidy("980,0")], ["114", "980"]);
        assert_eq!(tidy("0114r001"), "0114R001");
        assert_eq!(tidy("0114r001_RegSO2025 Norr"), "0114R001_RegSO2025 Norr");
        assert_eq!(
            tidy("0580R001_RegSO2025 - 0580R001 Linköping (Berga)"),
            "0580R001_RegSO2025 Linköping (Berga)"
        );
        for cell in ["0114R001", "0114 - Upplands Väsby", "1.0 procent", "Riket"] {
            assert_eq!(tidied(cell), None, "{cell}");
        }
    }

    #[test]
    fn names_tell_the_municipality() {
        let division = |cell| named(cell).map(|label| label.division);
        assert_eq!(division("Upplands Väsby (Bollstanäs)"), Some(Division::Regso));
        assert_eq!(division("Upplands Väsby"), Some(Division::Municipality));
        assert_eq!(division("Stockholms län"), Some(Division::County));
        assert_eq!(division("Riket"), Some(Division::Nation));
        assert_eq!(division("Storstad (Söder)"), None);
        assert_eq!(division("Källa:"), None);
        assert_eq!(municipality_of_name("Upplands Väsby (Bollstanäs)"), Some("0114"));
    }

    #[test]
    fn packed_codes_come_back_in_order() {
        let codes = ["00", "0114", "0114A0010", "0114C1010", "0114R001", "0180_x9", "2584R015", "zzzzzzzzzz"];
        let packed: Vec<u64> = codes.iter().map(|code| pack(0, code).unwrap()).collect();
        assert!(packed.is_sorted());
        assert_eq!(packed.iter().map(|packed| unpack(*packed)).collect::<Vec<_>>(), codes);
        assert_eq!(pack(1, "114A0010"), pack(0, "0114A0010"));
        assert_eq!(pack(0, "0114A001000"), None);
        assert_eq!(pack(0, "Å"), None);
        assert_eq!(pack(0, ""), None);
    }
}
