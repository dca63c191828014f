//! Number formats of spreadsheets: what they make of a number, as far as the text matters.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::fmt::Write;

use super::number::{compare, held, hundredfold, plain, rounded, with_decimals};

/// What a cell's format makes of its number: one section, or several of which the number decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NumberFormat {
    first: Section,
    /// The other sections, in formats that have any.
    others: Vec<Section>,
}

/// One section of a format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a section")]
struct Section {
    /// Which numbers it is for, where it says so.
    condition: Option<(Relation, String)>,
    /// Shows hundredths with a percent sign.
    percent: bool,
    /// Shows a day.
    date: bool,
    /// Shows so many decimals.
    decimals: u32,
    /// Shows text instead of the number.
    text: bool,
    /// Shows a plus, as changes have.
    plus: bool,
    /// Shows a unit beside the number by which it is neither a percentage nor a count.
    unit: Option<&'static str>,
}

/// Units that formats show, each as they write it and as it is written.
const UNITS: [(&str, &str); 8] = [
    ("‰", "‰"),
    ("promille", "‰"),
    ("kr", "kr"),
    ("tkr", "tkr"),
    ("index", "index"),
    ("poäng", "poäng"),
    ("p.e.", "p.e."),
    ("procentenheter", "p.e."),
];

/// Returns the unit that words beside a number are.
fn unit(words: &str) -> Option<&'static str> {
    let words =
        words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '+' | '-' | '±')).to_lowercase();
    UNITS.iter().find(|(shown, _)| *shown == words).map(|(_, unit)| *unit)
}

/// Tells what stands beside the number in a cell as it is shown: a plus, as changes have, and a unit.
pub(super) fn beside(text: &str) -> (bool, Option<&'static str>) {
    let text = text.trim();
    let words = text.trim_start_matches(|c: char| !c.is_alphabetic() && c != '‰');
    let words = words.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == ',');
    (text.starts_with(['+', '±']), unit(words))
}

/// How a number stands to that of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Less,
    AtMost,
    Equal,
    Other,
    AtLeast,
    Greater,
}

impl Relation {
    fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::Less => ordering.is_lt(),
            Self::AtMost => ordering.is_le(),
            Self::Equal => ordering.is_eq(),
            Self::Other => ordering.is_ne(),
            Self::AtLeast => ordering.is_ge(),
            Self::Greater => ordering.is_gt(),
        }
    }
}

impl NumberFormat {
    /// Returns the format of one of the numbers that stand for formats without a code.
    pub(super) fn built_in(id: u32) -> Self {
        let (percent, decimals) = match id {
            2 | 4 | 7 | 8 | 39 | 40 | 43 | 44 => (false, 2),
            9 => (true, 0),
            10 => (true, 2),
            _ => (false, 0),
        };
        let date = matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58);
        Self { first: Section { percent, date, decimals, ..Section::default() }, others: Vec::new() }
    }

    /// Reads a format code such as `0.0%` or `[=0]"-";0.0%`; its fourth section is for texts.
    pub(super) fn parse(code: &str) -> Self {
        let mut sections = sections(code).into_iter().take(3);
        Self { first: sections.next().unwrap_or_default(), others: sections.collect() }
    }

    /// Returns the section for a plain number: where that shows text alone, one that shows the number, since a cell is the
    /// value that it holds.
    fn section(&self, number: &str) -> &Section {
        if self.others.is_empty() {
            return &self.first;
        }
        let all = || std::iter::once(&self.first).chain(&self.others);
        let last = self.others.len();
        let conditional = all().any(|section| section.condition.is_some());
        let is_for = |(at, section): &(usize, &Section)| {
            let implied = match (at, last) {
                _ if *at == last => return section.condition.as_ref().is_none_or(|own| holds(own, number)),
                (0, 1) if !conditional => Relation::AtLeast,
                (0, _) => Relation::Greater,
                _ => Relation::Less,
            };
            match &section.condition {
                Some(own) => holds(own, number),
                None => implied.holds(compare(number, "0")),
            }
        };
        let found = all().enumerate().find(is_for).map_or(&self.first, |(_, section)| section);
        if found.text { all().find(|section| !section.text).unwrap_or(found) } else { found }
    }

    /// Writes the value that a cell holds, given in the notation of XML: a double's shortest text, a percentage shifted by
    /// two and with its sign, rounded half-up once to 12 decimals, and with at least the format's; a day as `2023-12-31`, a part of one
    /// as `12:30`.
    pub(super) fn show(&self, number: &str, from_1904: bool, into: &mut String) {
        let number = number.trim();
        let general = self.others.is_empty() && self.first == Section::default();
        if general && number.len() <= 15 && number.bytes().all(|byte| byte.is_ascii_digit()) {
            // Most cells: a whole number in no format. Zeros before it are no part of it.
            let digits = number.trim_start_matches('0');
            into.push_str(if digits.is_empty() && !number.is_empty() { "0" } else { digits });
            return;
        }
        let Some(held) = held(number) else {
            into.push_str(number);
            return;
        };
        let section = self.section(&held);
        if let Some(moment) = section.date.then(|| day(&held, from_1904).or_else(|| time(&held))).flatten() {
            into.push_str(&moment);
            return;
        }
        if section.plus {
            into.push('+');
        }
        if section.percent {
            into.push_str(&with_decimals(&rounded(&hundredfold(&held)), section.decimals));
            into.push('%');
        } else {
            into.push_str(&with_decimals(&rounded(&held), section.decimals));
            if let Some(unit) = section.unit {
                into.push(' ');
                into.push_str(unit);
            }
        }
    }
}

fn holds((relation, to): &(Relation, String), number: &str) -> bool {
    relation.holds(compare(number, to))
}

/// Reads the sections of a format code.
fn sections(code: &str) -> Vec<Section> {
    let (mut sections, mut section) = (Vec::new(), Section::default());
    let (mut behind_point, mut digits, mut letters, mut literal) = (false, false, false, false);
    let mut characters = code.chars();
    // What is shown beside the number, in quotes or letter by letter.
    let mut words = String::new();
    let mut end = |section: &mut Section,
                   words: &mut String,
                   digits: &mut bool,
                   letters: &mut bool,
                   literal: &mut bool| {
        section.date &= !*digits;
        section.text = *literal && !*digits && !section.date && !*letters;
        section.unit = unit(words);
        words.clear();
        (*digits, *letters, *literal) = (false, false, false);
        sections.push(std::mem::take(section));
    };
    while let Some(character) = characters.next() {
        match character {
            ';' => {
                end(&mut section, &mut words, &mut digits, &mut letters, &mut literal);
                behind_point = false;
            }
            '"' => {
                let quoted: String = characters.by_ref().take_while(|c| *c != '"').collect();
                section.plus |= !digits && quoted.contains(['+', '±']);
                words.push_str(&quoted);
                literal = true;
            }
            '‰' => words.push('‰'),
            '[' => {
                let inner: String = characters.by_ref().take_while(|c| *c != ']').collect();
                section.condition = section.condition.take().or_else(|| condition(&inner));
            }
            '\\' => {
                let shown = characters.next();
                section.plus |= !digits && matches!(shown, Some('+' | '±'));
                words.extend(shown);
                literal = true;
            }
            '_' | '*' => {
                characters.next();
            }
            '%' => section.percent = true,
            '.' => behind_point = true,
            '0' | '?' | '#' => {
                digits = true;
                section.decimals += u32::from(behind_point && character != '#');
            }
            // A power of ten follows; its decimals are none of the number's.
            'E' => (section.decimals, behind_point) = (0, false),
            'y' | 'm' | 'd' | 'h' | 's' | 'Y' | 'M' | 'D' | 'H' | 'S' => section.date = true,
            // "General", in any case.
            'G' | 'g' => {
                letters = true;
                for _ in 0.."eneral".len() {
                    characters.next();
                }
            }
            '-' => literal = true,
            '+' | '±' => section.plus |= !digits,
            _ => {}
        }
    }
    end(&mut section, &mut words, &mut digits, &mut letters, &mut literal);
    sections
}

/// Reads what stands in brackets, if it is a condition such as `<0.05`.
fn condition(text: &str) -> Option<(Relation, String)> {
    let relations = [
        ("<=", Relation::AtMost),
        (">=", Relation::AtLeast),
        ("<>", Relation::Other),
        ("<", Relation::Less),
        (">", Relation::Greater),
        ("=", Relation::Equal),
    ];
    let (relation, number) =
        relations.iter().find_map(|(sign, relation)| Some((*relation, text.strip_prefix(sign)?)))?;
    Some((relation, plain(number.trim())?))
}

/// Writes a day by its number: day 1 is 1900-01-01, and Excel knows a 29 February in that year.
fn day(number: &str, from_1904: bool) -> Option<String> {
    let whole = number.split('.').next()?;
    let days: i64 = whole.parse().ok().filter(|days| (1..2_958_466).contains(days))?;
    // Days since 0000-03-01, so that a leap day ends its year.
    let days = days + if from_1904 { 1_462 } else { 0 } + 693_899 + i64::from(days < 60 && !from_1904);
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let mut text = String::new();
    write!(text, "{year:04}-{month:02}-{day:02}").ok()?;
    Some(text)
}

/// Writes the part of a day as hours and minutes; `None` of a number that is no such part.
fn time(number: &str) -> Option<String> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    if !whole.bytes().all(|byte| byte == b'0') {
        return None;
    }
    let digits = format!("{part:0<9}");
    let billionths: u64 = digits.get(..9)?.parse().ok()?;
    let minutes = (billionths * 1_440 + 500_000_000) / 1_000_000_000;
    Some(format!("{:02}:{:02}", minutes / 60, minutes % 60))
}
