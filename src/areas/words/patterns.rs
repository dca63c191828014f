//! What numbers in a text say: spans of ages and durations, dates.

use super::coordinates::Value;
use super::facet::Facet;

/// What stands at the beginning of some words: a facet's value, and how many words say it.
pub(in crate::areas) fn numbers(words: &[&str], ages: bool) -> Option<(Facet, Value, usize)> {
    date(words).or_else(|| span(words, ages)).or_else(|| span(&in_digits(words)?, ages))
}

/// Writes the number of months, or of years after a word of comparison, in digits: `sex månader`, `minst ett år`.
fn in_digits<'a>(words: &[&'a str]) -> Option<Vec<&'a str>> {
    const SPELLED: [(&[&str], &str); 15] = [
        (&["en", "ett", "one"], "1"),
        (&["två", "two"], "2"),
        (&["tre", "three"], "3"),
        (&["fyra", "four"], "4"),
        (&["fem", "five"], "5"),
        (&["sex", "six"], "6"),
        (&["sju", "seven"], "7"),
        (&["åtta", "eight"], "8"),
        (&["nio", "nine"], "9"),
        (&["tio", "ten"], "10"),
        (&["elva", "eleven"], "11"),
        (&["tolv", "twelve"], "12"),
        (&["arton", "eighteen"], "18"),
        (&["tjugofyra", "twenty-four"], "24"),
        (&["trettiosex", "thirty-six"], "36"),
    ];
    // `mer än tolv månader` has two words before it.
    let at = words.iter().take(3).position(|word| SPELLED.iter().any(|(names, _)| names.contains(word)))?;
    let unit = words.get(at + 1)?;
    let of_months = unit.starts_with("mån") || unit.starts_with("month");
    if !of_months && (at == 0 || !["år", "year", "years"].contains(unit)) {
        return None;
    }
    let (_, digits) =
        SPELLED.iter().find(|(names, _)| words.get(at).is_some_and(|own| names.contains(own)))?;
    let mut written = words.to_vec();
    *written.get_mut(at)? = digits;
    Some(written)
}

/// Tells how many words say a limit in percent (`> 10 %`, `under 60 procent`), which is no age.
pub(in crate::areas) fn limit(words: &[&str]) -> Option<usize> {
    let (sign, behind) = words.split_first()?;
    let signed = sign.trim_start_matches(['>', '<', '≥', '≤', '=']);
    let digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_percent = |word: &&str| ["%", "procent", "percent"].contains(word);
    if *sign != signed && digits(signed) {
        return behind.first().filter(|word| is_percent(word)).map(|_| 2);
    }
    let compares =
        ["<", ">", "≥", "≤", "under", "över", "minst", "högst", "below", "above", "over"].contains(sign);
    let (number, unit) = (behind.first()?, behind.get(1)?);
    (compares && digits(number) && is_percent(unit)).then_some(3)
}

/// Tells whether a cell is a limit and nothing else.
pub(in crate::areas) fn is_limit(cell: &str) -> bool {
    let signs = ["<", ">", "≤", "≥", "under ", "över ", "minst ", "högst "];
    let lower = cell.to_lowercase();
    signs.iter().find_map(|sign| lower.strip_prefix(sign)).is_some_and(|rest| {
        let number = rest.trim_start_matches(['=', ' ']).trim_end_matches(['%', ' ']);
        !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
    })
}

fn number(word: &str) -> Option<u32> {
    let digits = word.len() <= 4 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

fn year(word: &str) -> Option<u32> {
    // Software whose names begin with a letter writes `X2022`.
    let word = word.strip_prefix('x').unwrap_or(word);
    number(word).filter(|year| word.len() == 4 && (1900..2100).contains(year))
}

/// Tells whether a word is several years, such as `2018-2022`.
pub(in crate::areas) fn is_years(word: &str) -> bool {
    word.split_once('-').is_some_and(|(first, last)| year(first).is_some() && year(last).is_some())
}

fn quarter_number(word: &str) -> Option<u32> {
    number(word).filter(|quarter| (1..=4).contains(quarter))
}

/// Reads `kv1`, `k1`, `q1`.
fn quarter(word: &str) -> Option<u32> {
    word.strip_prefix("kv").or_else(|| word.strip_prefix(['k', 'q'])).and_then(quarter_number)
}

fn of_year(year: u32) -> Value {
    Value::Date(12 * year + 12, 12)
}

fn month_number(word: &str) -> Option<u32> {
    number(word).filter(|month| word.len() <= 2 && (1..=12).contains(month))
}

fn month_of(year: u32, month: u32) -> Value {
    Value::Date(12 * year + month, 1)
}

/// Reads the month of `31/12`.
fn day_of_month(word: &str) -> Option<u32> {
    let (day, month) = word.split_once('/')?;
    number(day).filter(|day| (1..=31).contains(day)).and(month_number(month))
}

/// Reads a date that begins with its day or its month, of which the month counts: `31 dec 2022`, `31/12 2022`, `12/2022`.
fn day_first(words: &[&str]) -> Option<(Value, usize)> {
    let is_day = |word: &str| word.len() <= 2 && number(word).is_some_and(|day| (1..=31).contains(&day));
    match *words {
        [day, name, last, ..] if is_day(day) && month(name).is_some() => {
            Some((month_of(year(last)?, month(name)?), 3))
        }
        [first, ..] => {
            let (day, rest) = first.split_once('/')?;
            if let Some((month, year)) = rest.split_once('/') {
                // `31/12/2023`, and in English `12/31/2023`; of `2/1/2023` nobody knows.
                let (first, second) = (number(day)?, number(month)?);
                let month = match (first, second) {
                    (13..=31, 1..=12) => second,
                    (1..=12, 13..=31) => first,
                    (1..=12, _) if first == second => first,
                    _ => return None,
                };
                return Some((month_of(self::year(year)?, month), 1));
            }
            match (month_number(rest), words.get(1).and_then(|next| year(next))) {
                (Some(month), Some(year)) if is_day(day) => Some((month_of(year, month), 2)),
                _ => Some((month_of(year(rest)?, month_number(day)?), 1)),
            }
        }
        [] => None,
    }
}

/// Reads a date: `2024`, `2024M01`, `2024K3`, `2024-01`, `januari 2024`, `2024 kvartal 1`, `2022/23`.
fn date(words: &[&str]) -> Option<(Facet, Value, usize)> {
    let word = *words.first()?;
    let of = |value, length| Some((Facet::Period, value, length));
    let quarter_of = |year: u32, quarter: u32| Value::Date(12 * year + 3 * quarter, 3);
    if let Some(found) = year(word) {
        return match words.get(1..) {
            Some([next, ..]) if month(next).is_some() => of(month_of(found, month(next)?), 2),
            Some([next, ..]) if day_of_month(next).is_some() => of(month_of(found, day_of_month(next)?), 2),
            Some(["kvartal" | "kv" | "quarter", next, ..]) if quarter_number(next).is_some() => {
                of(quarter_of(found, quarter_number(next)?), 3)
            }
            Some([next, ..]) if quarter(next).is_some() => of(quarter_of(found, quarter(next)?), 2),
            Some([next, ..]) if next.strip_prefix('m').and_then(month_number).is_some() => {
                of(month_of(found, next.strip_prefix('m').and_then(month_number)?), 2)
            }
            _ => of(of_year(found), 1),
        };
    }
    if let (Some(month), Some(year)) = (month(word), words.get(1).and_then(|next| year(next))) {
        return of(month_of(year, month), 2);
    }
    if let Some((value, length)) = day_first(words) {
        return of(value, length);
    }
    if let ("kvartal" | "kv" | "quarter", Some(quarter), Some(year)) =
        (word, words.get(1).and_then(|n| quarter_number(n)), words.get(2).and_then(|next| year(next)))
    {
        return of(quarter_of(year, quarter), 3);
    }
    if let Some((name, short)) = word.split_once('-')
        && let (Some(month), Some(short)) = (month(name), number(short).filter(|_| short.len() == 2))
    {
        // `jan-24`, as spreadsheets show a month.
        return of(month_of(2000 + short, month), 1);
    }
    if let (Some(quarter), Some(year)) = (quarter(word), words.get(1).and_then(|next| year(next))) {
        return of(quarter_of(year, quarter), 2);
    }
    let (head, rest) = word.split_at_checked(4)?;
    let found = year(head)?;
    if let 2 | 4 = rest.len()
        && let Some(month) = rest.get(..2).and_then(number).filter(|month| (1..=12).contains(month))
        && rest.bytes().all(|byte| byte.is_ascii_digit())
    {
        // `202401`, `20240131`.
        return of(month_of(found, month), 1);
    }
    let sign = rest.chars().next()?;
    let rest = rest.get(sign.len_utf8()..)?;
    match sign {
        // Preliminary, or revised.
        'p' | 'r' if rest.is_empty() => of(of_year(found), 1),
        'm' => number(rest).filter(|month| (1..=12).contains(month)).and_then(|m| of(month_of(found, m), 1)),
        'k' | 'q' => number(rest).filter(|q| (1..=4).contains(q)).and_then(|q| of(quarter_of(found, q), 1)),
        '-' | '/' => {
            // An exact date ends in its month; two years end with the second.
            let part = rest.split_once('-').map_or(rest, |(month, _)| month);
            match (year(part), number(part)) {
                (Some(last), _) if last == found + 1 => of(of_year(last), 1),
                (None, Some(month)) if sign == '-' && (1..=12).contains(&month) => {
                    of(month_of(found, month), 1)
                }
                (None, Some(last)) if last == (found + 1) % 100 => of(of_year(found + 1), 1),
                (None | Some(_), _) => None,
            }
        }
        _ => None,
    }
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["januari", "jan", "january"],
        &["februari", "feb", "february"],
        &["mars", "mar", "march"],
        &["april", "apr"],
        &["maj", "may"],
        &["juni", "jun", "june"],
        &["juli", "jul", "july"],
        &["augusti", "aug", "august"],
        &["september", "sep", "sept"],
        &["oktober", "okt", "oct", "october"],
        &["november", "nov"],
        &["december", "dec"],
    ];
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    u32::try_from(at + 1).ok()
}

/// Reads a span: `20-64 år`, `65+`, `18 år och äldre`, `mer än 12 månader`, `> 24 mån`, `6-12 månader`.
fn span(words: &[&str], ages: bool) -> Option<(Facet, Value, usize)> {
    let mut at = 0;
    let mut open = false;
    let mut below = false;
    match words {
        ["mer" | "längre" | "more" | "fler", "än" | "than", ..] => (at, open) = (2, true),
        ["minst" | "över" | "over" | "från" | "from", next, ..] if bounds(next).is_some() => {
            (at, open) = (1, true);
        }
        ["högst" | "under" | "upp" | "below", next, ..] if bounds(next).is_some() => (at, below) = (1, true),
        ["mindre" | "kortare" | "less", "än" | "than", ..] => (at, below) = (2, true),
        _ => {}
    }
    let (from, to, signed, length) = match words.get(at..)? {
        // `20 till 64 år`, `mellan 20 och 64 år`.
        [first, "till" | "to" | "tom", last, ..] => (number(first)?, Some(number(last)?), false, 3),
        ["mellan" | "between", first, "och" | "and", last, ..] => {
            (number(first)?, Some(number(last)?), false, 4)
        }
        [word, ..] => bounds(word).map(|(from, to, signed)| (from, to, signed, 1))?,
        [] => return None,
    };
    at += length;
    let rest = words.get(at..).unwrap_or_default();
    let (facet, scale, unit) = match rest {
        [word, ..] if word.starts_with("mån") || *word == "months" || *word == "month" => {
            (Facet::Duration, 1, 1)
        }
        ["år" | "year" | "years" | "yrs" | "y", ..] if (open || signed) && !ages && from <= 5 => {
            (Facet::Duration, 12, 1)
        }
        ["år" | "year" | "years" | "yrs" | "y", ..] => (Facet::Age, 1, 1),
        _ => (Facet::Age, 1, 0),
    };
    at += unit;
    let more = match words.get(at..).unwrap_or_default() {
        [
            "och" | "eller" | "and" | "or",
            "äldre" | "över" | "over" | "older" | "mer" | "uppåt" | "above" | "more" | "längre",
            ..,
        ] => 2,
        _ => 0,
    };
    at += more;
    // A bare number is an age only where ages are meant.
    if facet == Facet::Age && to == Some(from) && unit == 0 && !ages {
        return None;
    }
    if from > 130 && facet == Facet::Age {
        return None;
    }
    let open = open || more > 0 || to.is_none();
    let value = if below {
        Value::Span(0, (from * scale).saturating_sub(1))
    } else if open {
        Value::Span(from * scale, u32::MAX)
    } else {
        Value::Span(from * scale, to.unwrap_or(from).saturating_mul(scale))
    };
    Some((facet, value, at))
}

/// Reads a number or two with a dash, and whether a sign says that it is open: `20-64`, `65+`, `>12`.
fn bounds(word: &str) -> Option<(u32, Option<u32>, bool)> {
    if let Some(from) =
        word.strip_suffix('+').or_else(|| word.strip_prefix(['>', '≥'])).or_else(|| word.strip_suffix('-'))
    {
        let from = from.trim_start_matches('=');
        return number(from).map(|from| (from, None, true));
    }
    let word = word.strip_suffix("-åringar").or_else(|| word.strip_suffix("år")).unwrap_or(word);
    if let Some((from, to)) = word.split_once('-') {
        let (from, to) = (number(from)?, number(to)?);
        return (from < to && word.len() <= 7).then_some((from, Some(to), false));
    }
    number(word).filter(|number| *number < 1000).map(|number| (number, Some(number), false))
}

#[cfg(test)]
mod tests;
