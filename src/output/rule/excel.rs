//! The rule as a sheet to paste: lines that explain it, a row of headings, and a row of formulas to fill down.
//!
//! A spreadsheet's numbers are doubles. A percentage is rounded to the core's 12 decimals before it is compared,
//! which takes away what a cell computed as `7/25*100` carries beyond; counts are compared as whole numbers that are
//! small enough for every spreadsheet to keep apart.

use super::super::safe::begins_formula;
use super::columns::{Columns, Figures};
use super::words::{Words, origin};
use super::{Factors, Rule, one_line, shortest};
use crate::assess::{Outcome, Verdict};
use crate::criteria::{Criterion, Direction, Language, Require, Unit};
use crate::figure::{Decimal, MAX_COUNT, pow10};
use crate::words;

/// How a spreadsheet of one language writes formulas.
struct Dialect {
    and: &'static str,
    or: &'static str,
    condition: &'static str,
    is_number: &'static str,
    whole: &'static str,
    round: &'static str,
    separator: char,
    mark: char,
}

const SV: Dialect = Dialect {
    and: "OCH",
    or: "ELLER",
    condition: "OM",
    is_number: "ÄRTAL",
    whole: "HELTAL",
    round: "AVRUNDA",
    separator: ';',
    mark: ',',
};

const EN: Dialect = Dialect {
    and: "AND",
    or: "OR",
    condition: "IF",
    is_number: "ISNUMBER",
    whole: "INT",
    round: "ROUND",
    separator: ',',
    mark: '.',
};

/// A column of the sheet.
struct Column {
    heading: String,
    formula: Option<String>,
}

pub(super) fn write(rule: &Rule<'_>, language: Language) -> String {
    let sheet = Sheet::new(rule, language);
    let columns = || sheet.columns.iter();
    let headings: Vec<&str> = columns().map(|column| column.heading.as_str()).collect();
    let formulas: Vec<&str> = columns().map(|column| column.formula.as_deref().unwrap_or_default()).collect();
    let explanations = sheet.explanations.iter().map(|line| cell(line));
    let lines: Vec<String> =
        explanations.chain([headings.join("\t"), formulas.join("\t"), String::new()]).collect();
    lines.join("\n")
}

struct Sheet {
    explanations: Vec<String>,
    columns: Vec<Column>,
}

impl Sheet {
    fn new(rule: &Rule<'_>, language: Language) -> Self {
        let (words, headings) = (Words::of(language), words::headings(language));
        let dialect = match language {
            Language::Sv => &SV,
            Language::En => &EN,
        };
        let criteria: Vec<(&Criterion, Columns)> = rule.criteria().collect();
        let label = |criterion: &Criterion| cell(criterion.label.of(language));
        let mut columns = vec![Column { heading: words.code.to_owned(), formula: None }];
        let mut titles = Vec::new();
        for (criterion, names) in &criteria {
            let label = label(criterion);
            let parts: &[&str] = match names.figure {
                Figures::Percent { .. } => &[headings.percent],
                Figures::Share { .. } => &[headings.count, headings.total],
                Figures::Amount { .. } => &[headings.persons],
            };
            titles.extend(parts.iter().map(|part| format!("{label}, {part}")));
        }
        columns.extend(titles.into_iter().map(|heading| Column { heading, formula: None }));

        let explanations = explanations(rule, &criteria, language);
        let row = explanations.len() + 2;
        let mut figure = 1;
        let first_outcome = columns.len();
        let mut counted = Vec::new();
        for (nth, (criterion, names)) in criteria.iter().enumerate() {
            let cells: Vec<String> =
                (0..names.figure.names().len()).map(|part| address(figure + part, row)).collect();
            figure += cells.len();
            let formula = format!("={}", outcome(dialect, language, criterion, &cells));
            columns.push(Column { heading: label(criterion), formula: Some(formula) });
            let at = address(first_outcome + nth, row);
            counted.push(Counted { cell: at, at_threshold: rule.counts_at_threshold(criterion) });
        }
        let verdict = verdict(dialect, language, rule, &counted);
        columns.push(Column { heading: headings.verdict.to_owned(), formula: Some(format!("={verdict}")) });
        Self { explanations, columns }
    }
}

/// The cell of an outcome, and whether exactly on the threshold counts as met.
struct Counted {
    cell: String,
    at_threshold: bool,
}

impl Dialect {
    fn call(&self, name: &str, arguments: &[&str]) -> String {
        format!("{name}({})", arguments.join(self.separator.to_string().as_str()))
    }

    fn choose(&self, condition: &str, then: &str, otherwise: &str) -> String {
        self.call(self.condition, &[condition, then, otherwise])
    }

    fn number(&self, number: Decimal) -> String {
        number.to_string().replace('.', self.mark.to_string().as_str())
    }
}

fn outcome(dialect: &Dialect, language: Language, criterion: &Criterion, cells: &[String]) -> String {
    let word = |outcome| quoted(words::outcome(outcome, language));
    let threshold = shortest(criterion.threshold.value);
    let hundred = dialect.number(Decimal::HUNDRED);
    let is_number = |cell: &str| dialect.call(dialect.is_number, &[cell]);
    let is_whole = |cell: &str| format!("{cell}={}", dialect.call(dialect.whole, &[cell]));
    // Ranges are looked at only where the cells hold numbers: in a spreadsheet any text is above any number.
    let (numbers, range, left, right) = match cells {
        [count, total] => {
            let factors = Factors::of(threshold);
            let largest = factors.largest_total(EXACT).to_string();
            let range = [
                format!("{count}>=0"),
                format!("{count}<={total}"),
                format!("{total}>=1"),
                format!("{total}<={largest}"),
                is_whole(count),
                is_whole(total),
            ];
            let numbers = dialect.call(dialect.and, &[&is_number(count), &is_number(total)]);
            let Factors { scale, units } = factors;
            (numbers, range.to_vec(), format!("{scale}*{count}"), format!("{units}*{total}"))
        }
        [figure] if criterion.unit == Unit::Persons => {
            let range = [format!("{figure}>=0"), format!("{figure}<={MAX_COUNT}"), is_whole(figure)];
            (is_number(figure), range.to_vec(), figure.clone(), dialect.number(threshold))
        }
        figures => {
            let figure = figures.first().map_or("", String::as_str);
            let range = [format!("{figure}>=0"), format!("{figure}<={hundred}")];
            let decimals = Decimal::MAX_DECIMALS.to_string();
            let rounded = dialect.call(dialect.round, &[figure, &decimals]);
            (is_number(figure), range.to_vec(), rounded, dialect.number(threshold))
        }
    };
    let range: Vec<&str> = range.iter().map(String::as_str).collect();
    let past = match criterion.direction {
        Direction::Below => '<',
        Direction::Above => '>',
    };
    let side = dialect.choose(
        &format!("{left}{past}{right}"),
        &word(Outcome::Met),
        &dialect.choose(&format!("{left}={right}"), &word(Outcome::AtThreshold), &word(Outcome::NotMet)),
    );
    let unknown = word(Outcome::Unknown);
    let inside = dialect.choose(&dialect.call(dialect.and, &range), &side, &unknown);
    dialect.choose(&numbers, &inside, &unknown)
}

fn verdict(dialect: &Dialect, language: Language, rule: &Rule<'_>, outcomes: &[Counted]) -> String {
    let [met_word, not_met_word, at_threshold_word] =
        [Outcome::Met, Outcome::NotMet, Outcome::AtThreshold].map(|one| words::outcome(one, language));
    let verdict = |one| quoted(words::verdict(one, language));
    let is = |cell: &str, word: &str| format!("{cell}={}", quoted(word));
    let either =
        |cell: &str, one: &str, other: &str| dialect.call(dialect.or, &[&is(cell, one), &is(cell, other)]);
    let met: Vec<String> = outcomes
        .iter()
        .map(
            |Counted { cell, at_threshold }| {
                if *at_threshold { either(cell, met_word, at_threshold_word) } else { is(cell, met_word) }
            },
        )
        .collect();
    let not_met: Vec<String> = outcomes
        .iter()
        .map(|Counted { cell, at_threshold }| {
            if *at_threshold { is(cell, not_met_word) } else { either(cell, not_met_word, at_threshold_word) }
        })
        .collect();
    let list = |name: &str, conditions: &[String]| {
        dialect.call(name, &conditions.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let (meets, does_not_meet) = match rule.reading.require {
        Require::All => (list(dialect.and, &met), list(dialect.or, &not_met)),
        Require::Any => (list(dialect.or, &met), list(dialect.and, &not_met)),
        Require::AtLeast(_) => {
            let (required, all) = (rule.required(), outcomes.len());
            let sum = |conditions: &[String]| {
                conditions.iter().map(|condition| format!("({condition})")).collect::<Vec<_>>().join("+")
            };
            // So many not met that too few are left.
            (
                format!("{}>={required}", sum(&met)),
                format!("{}>{}", sum(&not_met), all.saturating_sub(required)),
            )
        }
    };
    let otherwise =
        dialect.choose(&does_not_meet, &verdict(Verdict::DoesNotMeet), &verdict(Verdict::Undetermined));
    dialect.choose(&meets, &verdict(Verdict::Meets), &otherwise)
}

fn explanations(rule: &Rule<'_>, criteria: &[(&Criterion, Columns)], language: Language) -> Vec<String> {
    let words = Words::of(language);
    let mut lines = origin(rule, language);
    lines.push(words.sheet_paste.to_owned());
    let any = |wanted: fn(&Figures) -> bool| criteria.iter().any(|(_, columns)| wanted(&columns.figure));
    if any(|figure| matches!(figure, Figures::Percent { .. })) {
        lines.push(words.sheet_percent.to_owned());
    }
    if any(|figure| !matches!(figure, Figures::Percent { .. })) {
        lines.push(words.sheet_counts.to_owned());
    }
    lines.push(words.sheet_missing.to_owned());
    lines.extend(criteria.iter().filter_map(|(criterion, columns)| {
        let Figures::Share { .. } = &columns.figure else { return None };
        let largest = Factors::of(criterion.threshold.value).largest_total(EXACT);
        let column =
            format!("{}, {}", one_line(criterion.label.of(language)), words::headings(language).total);
        (largest < i128::from(MAX_COUNT)).then(|| words.largest(&column, largest))
    }));
    lines
}

/// Spreadsheets take two numbers as equal that are close: Excel those with the same 15 digits, `LibreOffice` those
/// that differ by less than 2⁻⁴⁸ of their size, `HyperFormula` by less than 10⁻¹³. Below this all tell 1 apart.
const EXACT: i128 = pow10(13) - 1;

/// Returns a cell's address; `column` counts from 0, `row` from 1.
fn address(column: usize, row: usize) -> String {
    format!("{}{row}", words::column_letters(column))
}

fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}

/// Returns a text as a cell that stays text when it is pasted: on one line, and never a formula.
fn cell(text: &str) -> String {
    let line = one_line(text);
    // A quote at the start would make a spreadsheet read on to the next one.
    if begins_formula(&line) || line.starts_with('"') { format!("'{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_set_is_never_a_formula() {
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell(" \t@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(cell("\"a\tb"), "'\"a b");
        assert_eq!(cell("\u{200b}=1"), "'\u{200b}=1");
        assert_eq!(cell("Andel – lågutbildade"), "Andel – lågutbildade");
    }
}
