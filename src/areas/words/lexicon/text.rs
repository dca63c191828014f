//! Texts as words, and patterns that words are like.

use std::borrow::Cow;

use crate::table::composed_text;

/// Puts words together that were divided for a narrow column: by soft hyphens, or by a hyphen at the end of a line.
fn undivided(text: &str) -> Cow<'_, str> {
    if !text.contains(['\u{ad}', '\u{200b}', '\n']) {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    for line in text.split('\n').map(|line| line.trim().replace(['\u{ad}', '\u{200b}'], "")) {
        let next = line.split_whitespace().next().unwrap_or_default();
        // `20-` and `kort- och` are not divided.
        let is_divided =
            next.starts_with(char::is_lowercase) && !matches!(next, "och" | "eller" | "and" | "or");
        match whole.strip_suffix('-').filter(|start| is_divided && start.ends_with(char::is_alphabetic)) {
            Some(start) => whole.truncate(start.len()),
            None => whole.push(' '),
        }
        whole.push_str(&line);
    }
    Cow::Owned(whole)
}

/// Writes a span of ages with a dash where a name could have none: `befolkning_20_64`.
pub(super) fn with_spans(text: &str) -> Cow<'_, str> {
    if !text.contains('_') {
        return Cow::Borrowed(text);
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let mut parts = text.split('_');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits =
            |text: &str| Some(text).filter(|text| text.len() < 4).and_then(|text| text.parse::<u32>().ok());
        let before = digits(whole.rsplit(|c| !is_digit(c)).next().unwrap_or_default());
        let behind = digits(part.split(|c| !is_digit(c)).next().unwrap_or_default());
        let is_span = before.zip(behind).is_some_and(|(from, to)| from < to && to > 9);
        whole.push(if is_span { '-' } else { '_' });
        whole.push_str(part);
    }
    Cow::Owned(whole)
}

/// Writes a letter in lower case, and a sign in one way; what is raised is a footnote's mark.
fn push(plain: &mut String, c: char) {
    match c {
        '–' | '—' | '\u{2212}' | '\u{2010}' | '\u{2011}' => plain.push('-'),
        '%' => plain.push_str(" % "),
        '‰' => plain.push_str(" promille "),
        '♀' => plain.push_str(" kvinnor "),
        '♂' => plain.push_str(" män "),
        '±' => plain.push_str(" +/- "),
        '\u{2206}' => plain.push('δ'),
        '⩾' => plain.push('≥'),
        '⩽' => plain.push('≤'),
        '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | 'ª' | 'ᵃ' | 'ᵇ' | 'ᶜ' => {}
        _ if c.is_alphanumeric() || matches!(c, '-' | '+' | '<' | '>' | '≥' | '≤' | '/') => {
            plain.extend(c.to_lowercase());
        }
        _ => plain.push(' '),
    }
}

/// Splits a text into words in lower case; signs that belong to numbers stay with them.
pub(in crate::areas) fn split(text: &str) -> Vec<String> {
    let text = composed_text(text);
    let text = undivided(&text);
    let text = with_spans(&text);
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.trim().trim_start_matches("[Log]").chars().peekable();
    let (mut lowers, mut open) = (0_usize, 0_usize);
    while let Some(c) = letters.next() {
        // `valdeltagandeKvinnor` is two words, `RegSO` and `TotAge` are one.
        let lower = letters.peek().is_some_and(|next| next.is_lowercase());
        if lowers > 3 && c.is_uppercase() && lower {
            plain.push(' ');
        }
        lowers = if c.is_lowercase() { lowers + 1 } else { 0 };
        match c {
            '(' => open += 1,
            // `20221)`: the mark of a footnote hangs on a year.
            ')' if open == 0 && plain.ends_with(|last: char| last.is_ascii_digit()) => {
                plain.pop();
            }
            ')' => open = open.saturating_sub(1),
            _ => {}
        }
        push(&mut plain, c);
    }
    let mut words: Vec<String> = Vec::new();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut rest = plain.split_whitespace().peekable();
    while let Some(word) = rest.next() {
        let last = words.last().map(String::as_str).unwrap_or_default();
        // `20 - 64` and `> 12` are each one word.
        let joins = (is_number(word)
            && (matches!(last, ">" | "<" | "≥" | "≤") || last.strip_suffix('-').is_some_and(is_number)))
            || (word == "-"
                && is_number(last)
                && (last.len() < 4 || rest.peek().is_some_and(|next| is_number(next))));
        match words.last_mut().filter(|_| joins) {
            Some(last) => last.push_str(word),
            // `2022– Valdeltagande`, `2022–Valdeltagande`: a year, and what is of it.
            None if let Some(year) = word.strip_suffix('-')
                && year.len() == 4
                && is_number(year)
                && rest.peek().is_some_and(|next| next.starts_with(char::is_alphabetic)) =>
            {
                words.push(year.to_owned());
            }
            None if let Some((year, behind)) = word.split_at_checked(4)
                && is_number(year)
                && let Some(behind) = behind.strip_prefix(['-', '/'])
                && behind.chars().take_while(|c| c.is_alphabetic()).count() > 3 =>
            {
                words.extend([year.to_owned(), behind.to_owned()]);
            }
            None if word == "+/-"
                || word.chars().any(|c| c.is_alphanumeric() || matches!(c, '%' | '>' | '<' | '≥' | '≤')) =>
            {
                words.push(word.trim_matches('/').to_owned());
            }
            None => {}
        }
    }
    words
}

/// Tells whether a word is the number of an indicator, such as `N00914`.
pub(super) fn is_kpi(word: &str) -> bool {
    word.len() == 6
        && word.strip_prefix(['n', 'u']).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
}

/// Tells whether an unknown word could say persons, such as `arbetssökande`.
pub(in crate::areas) fn could_be_persons(word: &str) -> bool {
    ["ande", "ende", "are", "ade", "lösa", "ärer", "ister", "anter", "enter"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// Splits a phrase of the lexicon, whose words may have a `*` before or behind them.
pub(super) fn patterns(phrase: &str) -> Vec<String> {
    let words = phrase.split_whitespace();
    words.flat_map(|word| if word.contains('*') { vec![word.to_lowercase()] } else { split(word) }).collect()
}

/// Tells whether a word is like a pattern, which may have a `*` before or behind it.
pub(super) fn like(pattern: &str, word: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) => word.ends_with(end),
        (None, Some(start)) => word.starts_with(start),
        (None, None) => word == pattern,
    }
}

pub(super) fn any(patterns: &[String], word: &str) -> bool {
    patterns.iter().any(|pattern| like(pattern, word))
}
