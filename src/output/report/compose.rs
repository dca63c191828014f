//! What stands in a report, in words.

use super::evidence::{check_digits, checks, sources};
use super::{Asked, Block, ON_THE_FIRST_PAGES, Report, Table, picture};
use crate::assess::{Certainty, Dependence, Finding, Outcome, Verdict};
use crate::criteria::{Criterion, Direction, Language, Reading, Require, Tie, Unit};
use crate::figure::Decimal;
use crate::many::{Row, Run, Yardstick};
use crate::words::{self, Noun, counted, decimal, in_sentence, listed, percent};

/// Points from a threshold within which an area is near it.
const NEAR: Decimal = Decimal::new(1, 0);
/// Entries of a list on the first pages.
const LISTED: usize = 12;
/// Areas of more municipalities than these are compared with the country alone.
const MUNICIPALITIES: usize = 4;

pub(super) fn report(run: &Run, positions: &[usize], asked: Asked<'_>, language: Language) -> Report {
    let rows: Vec<Row> = positions.iter().filter_map(|position| run.row(*position)).collect();
    let check_digits = check_digits(run, positions);
    let set = run.set();
    let heading = |sv: &str, en: &str| Block::Heading(language.choose(sv, en).to_owned());
    let mut blocks = Vec::new();
    if !asked.question.trim().is_empty() {
        blocks.push(heading("Frågan", "The question"));
        blocks.push(Block::Text(asked.question.trim().to_owned()));
    }
    blocks.push(heading("Svaret i korthet", "The answer in short"));
    blocks.extend(answer(run, &rows, asked.chosen, language));
    blocks.push(heading("Så är områdena bedömda", "How the areas were assessed"));
    blocks.push(Block::Table(criteria(run, language)));
    blocks.push(Block::Text(reading(run.reading(), set.criteria.len(), language)));
    blocks.push(heading("Områdena", "The areas"));
    blocks.push(Block::Picture(picture::picture(run, &rows, language)));
    if let Some(table) = yardsticks(run, &rows, language) {
        blocks.push(Block::Table(table));
    }
    let all = areas(run, &rows, language);
    let appendix = if rows.len() <= ON_THE_FIRST_PAGES {
        blocks.push(Block::Areas(all));
        None
    } else {
        let areas = counted(rows.len(), Noun::Area, language);
        blocks.push(Block::Text(language.choose(
            format!("Alla {areas} med siffror och avstånd står i bilagan."),
            format!("All {areas} with figures and distances are in the appendix."),
        )));
        Some(all)
    };
    blocks.push(heading("Nära en gräns", "Near a threshold"));
    blocks.extend(near(run, &rows, language));
    blocks.push(heading("Det som inte går att avgöra", "What cannot be decided"));
    blocks.extend(undecided(run, &rows, language));
    if !asked.notes.trim().is_empty() {
        blocks.push(heading("Noteringar", "Notes"));
        blocks.push(Block::Text(asked.notes.trim().to_owned()));
    }
    blocks.push(heading("Källor", "Sources"));
    blocks.push(Block::Table(sources(run, language)));
    if !asked.assumed.is_empty() {
        blocks.push(Block::List(asked.assumed.to_vec()));
    }
    blocks.extend(unread(run.totals().rejected, language));
    blocks.push(heading("Så kan det kontrolleras", "How it can be checked"));
    blocks.push(Block::List(checks(run, asked, &check_digits, language)));
    let name = in_sentence(set.name.of(language));
    let title = language.choose(format!("Områden bedömda efter {name}"), format!("Areas assessed by {name}"));
    Report { title, blocks, appendix, check_digits, language }
}

fn answer(run: &Run, rows: &[Row], chosen: &str, language: Language) -> Vec<Block> {
    let of = |verdict: Verdict| rows.iter().filter(|row| row.assessment.verdict == verdict).count();
    let areas = counted(rows.len(), Noun::Area, language);
    let number = |verdict| decimal(&of(verdict).to_string(), language);
    let (meets, not) = (number(Verdict::Meets), number(Verdict::DoesNotMeet));
    let open = number(Verdict::Undetermined);
    let unsure = rows.iter().filter(|row| row.assessment.certainty == Certainty::Depends).count();
    let mut list = vec![
        language.choose(format!("uppfyller kriterierna: {meets}"), format!("meet the criteria: {meets}")),
        language.choose(format!("uppfyller dem inte: {not}"), format!("do not meet them: {not}")),
        language.choose(format!("går inte att avgöra: {open}"), format!("cannot be decided: {open}")),
    ];
    if unsure > 0 {
        let unsure = decimal(&unsure.to_string(), language);
        list.push(language.choose(
            format!("svaret kan bli ett annat när siffrorna är exakta: {unsure}"),
            format!("the answer may be another when the figures are exact: {unsure}"),
        ));
    }
    let among = match run.len() {
        all if all > rows.len() => {
            let all = decimal(&all.to_string(), language);
            language.choose(format!(" av {all} i filerna"), format!(" of {all} in the files"))
        }
        _ => String::new(),
    };
    let said = language
        .choose(format!("Rapporten gäller {areas}{among}."), format!("The report is about {areas}{among}."));
    let said = format!("{said} {}", chosen.trim()).trim_end().to_owned();
    let meaning = language.choose(
        "Att ett kriterium är uppfyllt betyder att området har större utmaningar än gränsen anger. Det säger inget om en enskild person. Det ger inte heller rätt till pengar.",
        "A criterion that is met means that the area has greater challenges than the threshold tells. It says nothing of any one person. Nor does it give a right to money.",
    );
    vec![Block::Text(said), Block::List(list), Block::Text(meaning.to_owned())]
}

fn criteria(run: &Run, language: Language) -> Table {
    let row = |criterion: &Criterion| {
        let side = match criterion.direction {
            Direction::Below => language.choose("under", "below"),
            Direction::Above => language.choose("över", "above"),
        };
        let threshold = amount(criterion, &criterion.threshold.value.to_string(), language);
        let average = criterion.national_average.as_ref();
        let average = average.map(|average| amount(criterion, &average.value.to_string(), language));
        vec![
            criterion.label.of(language).to_owned(),
            criterion.definition.of(language).to_owned(),
            format!("{side} {threshold}"),
            average.unwrap_or_default(),
        ]
    };
    let head = language.choose(
        ["Kriterium", "Vad det mäter", "Uppfyllt", "I hela riket"],
        ["Criterion", "What it measures", "Met", "In the whole country"],
    );
    Table { head: head.map(str::to_owned).to_vec(), rows: run.set().criteria.iter().map(row).collect() }
}

fn reading(reading: Reading, all: usize, language: Language) -> String {
    let required = match reading.require {
        Require::All => language.choose("Alla kriterier krävs.", "All criteria are required.").to_owned(),
        Require::Any => language.choose("Ett kriterium räcker.", "One criterion is enough.").to_owned(),
        Require::AtLeast(least) => language.choose(
            format!("Minst {least} av {all} kriterier krävs."),
            format!("At least {least} of {all} criteria are required."),
        ),
    };
    let tie = match reading.tie {
        Tie::Strict => language.choose(
            "En siffra som ligger exakt på gränsen räknas inte som uppfylld, om kriteriet inte säger annat.",
            "A figure exactly on the threshold does not count as met, unless the criterion says otherwise.",
        ),
        Tie::Inclusive => language.choose(
            "En siffra som ligger exakt på gränsen räknas som uppfylld, om kriteriet inte säger annat.",
            "A figure exactly on the threshold counts as met, unless the criterion says otherwise.",
        ),
    };
    format!("{required} {tie}")
}

fn areas(run: &Run, rows: &[Row], language: Language) -> Table {
    let mut head =
        vec![language.choose("Område", "Area").to_owned(), language.choose("Svar", "Answer").to_owned()];
    head.extend(run.set().criteria.iter().map(|criterion| criterion.label.of(language).to_owned()));
    let row = |row: &Row| {
        let mut cells =
            vec![full_name(row, language), words::verdict(row.assessment.verdict, language).to_owned()];
        let pairs = run.set().criteria.iter().zip(&row.assessment.findings);
        cells.extend(pairs.map(|(criterion, finding)| figure(criterion, finding, language)));
        cells
    };
    Table { head, rows: rows.iter().map(row).collect() }
}

/// Tells what the country and the areas' municipalities have, where the files have rows of them.
fn yardsticks(run: &Run, rows: &[Row], language: Language) -> Option<Table> {
    let mut of: Vec<String> = rows.iter().filter_map(|row| row.municipality.clone()).collect();
    of.sort_unstable();
    of.dedup();
    if of.len() > MUNICIPALITIES {
        of.clear();
    }
    let mut head = vec![language.choose("Att jämföra med", "To compare with").to_owned()];
    head.extend(run.set().criteria.iter().map(|criterion| criterion.label.of(language).to_owned()));
    let row = |one: Yardstick| {
        let pairs = run.set().criteria.iter().zip(&one.findings);
        let value = |(criterion, finding)| match value(criterion, finding, language) {
            missing if missing.is_empty() => "–".to_owned(),
            value => value,
        };
        std::iter::once(called(&one, language)).chain(pairs.map(value)).collect()
    };
    let rows: Vec<Vec<String>> = run.yardsticks(&of).into_iter().map(row).collect();
    (!rows.is_empty()).then_some(Table { head, rows })
}

/// Names the country or a municipality, by its own row in the files.
pub(crate) fn called(yardstick: &Yardstick, language: Language) -> String {
    match (&yardstick.municipality, &yardstick.name) {
        (None, _) => language.choose("Riket i filerna", "The country in the files").to_owned(),
        (Some(code), name) => {
            let name = name.as_ref().unwrap_or(code);
            language.choose(format!("{name} (kommunen)"), format!("{name} (the municipality)"))
        }
    }
}

/// Names an area by its name, code and municipality, each once.
fn full_name(row: &Row, language: Language) -> String {
    let [name, code, municipality] = [&row.name, &row.code, &row.municipality_name].map(Option::as_deref);
    let known = [name, code, municipality].into_iter().flatten().filter(|text| !text.is_empty());
    let mut parts: Vec<&str> = Vec::new();
    for part in known {
        if !parts.iter().any(|before| before.contains(part)) {
            parts.push(part);
        }
    }
    if parts.is_empty() {
        language.choose("utan namn", "without a name").to_owned()
    } else {
        parts.join(", ")
    }
}

/// Names an area among others by its name, and its code where several have that name.
fn short_name(row: &Row, rows: &[Row], language: Language) -> String {
    let is_shared = || rows.iter().any(|other| other.name == row.name && other.position != row.position);
    match (&row.name, &row.code) {
        (Some(name), Some(code)) if is_shared() => format!("{name} ({code})"),
        (Some(name), _) | (None, Some(name)) => name.clone(),
        (None, None) => full_name(row, language),
    }
}

/// Writes a figure with its distance to the threshold and what follows of it.
fn figure(criterion: &Criterion, finding: &Finding, language: Language) -> String {
    let outcome = words::outcome(finding.outcome, language);
    match (&finding.percent, &finding.distance) {
        (Some(_), Some(distance)) => {
            let sign = if distance.units() > 0 { "+" } else { "" };
            let distance = decimal(&distance.to_string(), language);
            format!("{} ({sign}{distance}), {outcome}", value(criterion, finding, language))
        }
        _ => match &finding.figure {
            Some(figure) => format!("{}, {outcome}", words::figure(figure, language)),
            None => outcome.to_owned(),
        },
    }
}

/// Writes the value of a figure; of one within bounds the end nearest to the threshold, as the most or the least.
fn value(criterion: &Criterion, finding: &Finding, language: Language) -> String {
    let value =
        finding.percent.map(|value| amount(criterion, &value.to_string(), language)).unwrap_or_default();
    let within = finding.figure.as_deref().is_some_and(|figure| figure.contains('–'));
    match finding.distance {
        Some(distance) if within && distance.units() < 0 => {
            format!("{} {value}", language.choose("högst", "at most"))
        }
        Some(_) if within => format!("{} {value}", language.choose("minst", "at least")),
        Some(_) | None => value,
    }
}

fn amount(criterion: &Criterion, plain: &str, language: Language) -> String {
    match criterion.unit {
        Unit::Percent => percent(plain, language),
        Unit::Persons => counted(plain, Noun::Person, language),
    }
}

fn near(run: &Run, rows: &[Row], language: Language) -> Vec<Block> {
    let mut lines = Vec::new();
    for row in rows {
        let pairs = run.set().criteria.iter().zip(&row.assessment.findings);
        let near = pairs.filter(|(criterion, finding)| {
            let distance = finding.distance.filter(|_| criterion.unit == Unit::Percent);
            let close = distance.is_some_and(|distance| {
                Decimal::new(distance.units().abs(), distance.decimals()).cmp_value(NEAR).is_le()
            });
            let unsure = finding.certainty == Some(Certainty::Depends) && finding.distance.is_some();
            close || unsure
        });
        let said = near.map(|(criterion, finding)| {
            let unsure = finding.depends_on.iter().flatten().next();
            let unsure = unsure.map_or("", |dependence| decides(*dependence, language));
            let label = in_sentence(criterion.label.of(language));
            format!("{label} {}{unsure}", figure(criterion, finding, language))
        });
        let said: Vec<String> = said.collect();
        if !said.is_empty() {
            lines.push(format!("{}: {}", short_name(row, rows, language), said.join("; ")));
        }
    }
    let none = "Inget område ligger inom en procentenhet från någon gräns.";
    cut(lines, language.choose(none, "No area is within one percentage point of a threshold."), language)
}

/// Says what may decide, beside the figure as it is published.
fn decides(dependence: Dependence, language: Language) -> &'static str {
    match dependence {
        Dependence::Rounding => language.choose("; avrundningen kan avgöra", "; the rounding may decide"),
        Dependence::Noise => {
            language.choose("; antalet kan vara lite fel", "; the count may be slightly off")
        }
        Dependence::Bounds => language.choose("; antalet är ett spann", "; the count is a span"),
        // What a verdict depends on, and no figure.
        Dependence::Tie | Dependence::Require => "",
    }
}

/// Says how much of the files was not read.
fn unread(rejected: u64, language: Language) -> Option<Block> {
    let number = decimal(&rejected.to_string(), language);
    let said = match (rejected, language) {
        (0, _) => return None,
        (1, Language::Sv) => "En rad eller cell kunde inte läsas.".to_owned(),
        (1, Language::En) => "One row or cell could not be read.".to_owned(),
        (_, Language::Sv) => format!("{number} rader och celler kunde inte läsas."),
        (_, Language::En) => format!("{number} rows and cells could not be read."),
    };
    Some(Block::Text(said))
}

fn undecided(run: &Run, rows: &[Row], language: Language) -> Vec<Block> {
    let mut lines = Vec::new();
    for (nth, criterion) in run.set().criteria.iter().enumerate() {
        let label = criterion.label.of(language);
        let open = rows.iter().filter_map(|row| {
            let finding = row.assessment.findings.get(nth)?;
            (finding.outcome == Outcome::Unknown).then_some((row, finding.figure.as_deref()))
        });
        let (missing, within): (Vec<_>, Vec<_>) = open.partition(|(_, figure)| figure.is_none());
        if !missing.is_empty() {
            let asked = run
                .joined
                .tables
                .iter()
                .any(|table| table.questions.iter().any(|question| question.criterion == criterion.id));
            let why = if asked {
                language.choose("filen kan läsas på två sätt", "the file can be read in two ways")
            } else {
                language.choose("siffran saknas", "there is no figure")
            };
            lines.push(format!(
                "{label}: {why}. {}",
                names(missing.iter().map(|(row, _)| *row), rows, language)
            ));
        }
        if !within.is_empty() {
            let named: Vec<String> = within
                .iter()
                .map(|(row, figure)| {
                    format!(
                        "{} ({})",
                        short_name(row, rows, language),
                        words::figure(figure.unwrap_or_default(), language)
                    )
                })
                .collect();
            let why = language.choose(
                "antalet är ett spann med gränsen inuti",
                "the count is a span with the threshold inside",
            );
            lines.push(format!("{label}: {why}. {}", shortened(&named, language)));
        }
    }
    cut(
        lines,
        language.choose("Alla siffror som behövs finns.", "All figures that are needed are there."),
        language,
    )
}

/// Names areas, or says that it is all of them.
fn names<'a>(some: impl Iterator<Item = &'a Row>, rows: &[Row], language: Language) -> String {
    let named: Vec<String> = some.map(|row| short_name(row, rows, language)).collect();
    if named.len() == rows.len() && rows.len() > 1 {
        return language.choose("Det gäller alla områden.", "That is so for all areas.").to_owned();
    }
    shortened(&named, language)
}

fn shortened(named: &[String], language: Language) -> String {
    let mut named = named.to_vec();
    if named.len() > LISTED {
        let more = named.len() - LISTED;
        named.truncate(LISTED);
        named.push(language.choose(format!("{more} till"), format!("{more} more")));
    }
    format!("{}.", listed(&named, language))
}

/// Makes a list of lines that has room, or says that there is none.
fn cut(mut lines: Vec<String>, none: &str, language: Language) -> Vec<Block> {
    if lines.is_empty() {
        return vec![Block::Text(none.to_owned())];
    }
    let more = lines.len().saturating_sub(LISTED);
    if more > 0 {
        lines.truncate(LISTED);
        lines.push(language.choose(
            format!("{more} områden till, se avstånden i tabellen."),
            format!("{more} more areas, see the distances in the table."),
        ));
    }
    vec![Block::List(lines)]
}
