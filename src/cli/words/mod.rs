//! What the command line says to people, in both languages.

mod change;

use std::fmt::Write as _;
use std::io::ErrorKind;

use troskel::assess::{
    Assessment, Certainty, CriterionChange, Dependence, Finding, Outcome, Verdict, WhatIf,
};
use troskel::criteria::{CriteriaSet, Criterion, Reading, Require, Tie, Unit};
use troskel::figure::{Figure, Stated};
use troskel::output::record::Verification;

use super::language::Language;
use super::number::{comparison, decimal, percent};
use change::{change_words, cheapest_lines};

/// Says all that `check` finds, the verdict first.
pub(super) fn assessment(
    language: Language,
    set: &CriteriaSet,
    reading: Reading,
    figures: &[Option<Stated>],
    assessment: &Assessment,
    what_if: &WhatIf,
) -> String {
    let mut out = verdict_sentence(language, set, assessment) + "\n";
    let rows = set.criteria.iter().zip(&assessment.findings).zip(&what_if.changes);
    for (nth, ((criterion, finding), change)) in rows.enumerate() {
        let stated = figures.get(nth).and_then(Option::as_ref);
        out.push('\n');
        for (depth, line) in
            finding_lines(language, criterion, finding, stated, change).into_iter().enumerate()
        {
            line_into(&mut out, if depth == 0 { "" } else { "  " }, &line);
        }
    }
    section(
        &mut out,
        language.choose("Vad som krävs för ett annat utfall", "What it would take for another verdict"),
        &cheapest_lines(language, set, assessment.verdict, what_if.cheapest.as_ref()),
    );
    section(
        &mut out,
        language.choose("Samma uppgifter med andra tolkningar", "The same figures under other readings"),
        &reading_lines(language, set, what_if),
    );
    section(
        &mut out,
        language.choose("Hur säkert är det?", "How sure is it?"),
        &certainty_lines(language, assessment),
    );
    let about = format!(
        "{}: {} ({}, SHA-256 {}). {}: {}",
        language.choose("Kriterier", "Criteria"),
        language.of_text(&set.name),
        set.id,
        set.hash,
        language.choose("Tolkning", "Reading"),
        if set.tie.settled && set.require.settled {
            [&set.tie.source.text, &set.require.source.text].map(|text| language.of_text(text)).join(" ")
        } else {
            reading_words(language, reading.tie, reading.require) + "."
        },
    );
    section(&mut out, &about, &[]);
    out
}

fn line_into(out: &mut String, indent: &str, line: &str) {
    // Writing to a String never fails.
    let _ = writeln!(out, "{indent}{line}");
}

fn section(out: &mut String, heading: &str, lines: &[String]) {
    out.push('\n');
    line_into(out, "", heading);
    for line in lines {
        line_into(out, "  ", line);
    }
}

fn verdict_sentence(language: Language, set: &CriteriaSet, assessment: &Assessment) -> String {
    let tally = assessment.tally;
    let met = match (language, tally.met) {
        (Language::Swedish, 0) => "inget".to_owned(),
        (_, met) => number(language, met),
    };
    let all = number(language, set.criteria.len());
    let are = match (language, tally.met) {
        (Language::Swedish, 0 | 1) => "är uppfyllt",
        (Language::Swedish, _) => "är uppfyllda",
        (Language::English, 1) => "is met",
        (Language::English, _) => "are met",
    };
    let required = match (tally.required, set.criteria.len()) {
        (required, all) if required == all => language.choose("alla krävs", "all are required").to_owned(),
        (1, _) => language.choose("ett räcker", "one is enough").to_owned(),
        (required, _) => {
            let required = number(language, required);
            language.choose(format!("minst {required} krävs"), format!("at least {required} are required"))
        }
    };
    match (language, assessment.verdict) {
        (Language::Swedish, Verdict::Meets) => {
            format!("Området uppfyller urvalet: {met} av {all} kriterier {are}, och {required}.")
        }
        (Language::English, Verdict::Meets) => {
            format!("The area meets the selection: {met} of {all} criteria {are}, and {required}.")
        }
        (Language::Swedish, Verdict::DoesNotMeet) => {
            format!("Området uppfyller inte urvalet: {met} av {all} kriterier {are}, och {required}.")
        }
        (Language::English, Verdict::DoesNotMeet) => {
            format!("The area does not meet the selection: {met} of {all} criteria {are}, and {required}.")
        }
        (Language::Swedish, Verdict::Undetermined) => format!(
            "Uppgifterna avgör inte om området uppfyller urvalet: {met} av {all} kriterier {are}, {required}, \
             och uppgift saknas om {}.",
            deciding(language, set, assessment)
        ),
        (Language::English, Verdict::Undetermined) => format!(
            "The figures do not decide whether the area meets the selection: {met} of {all} criteria {are}, \
             {required}, and there is no figure for {}.",
            deciding(language, set, assessment)
        ),
    }
}

fn deciding(language: Language, set: &CriteriaSet, assessment: &Assessment) -> String {
    let names = assessment.deciding.iter().filter_map(|id| set.criterion(id));
    list(language, &names.map(|(_, criterion)| lower(language.of_text(&criterion.label))).collect::<Vec<_>>())
}

/// Joins names with commas and *och* or *and*.
fn list(language: Language, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), language.choose("och", "and")),
    }
}

fn lower(label: &str) -> String {
    let mut characters = label.chars();
    let rest_is_lower = characters.clone().nth(1).is_some_and(char::is_lowercase);
    match characters.next() {
        // A label that begins with an abbreviation keeps its capitals.
        Some(first) if rest_is_lower => first.to_lowercase().chain(characters).collect(),
        _ => label.to_owned(),
    }
}

fn number(language: Language, number: usize) -> String {
    let words = language.choose(
        ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"],
        [
            "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve",
        ],
    );
    words.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

fn outcome(language: Language, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => language.choose("uppfyllt", "met"),
        Outcome::AtThreshold => language.choose("exakt på gränsen", "exactly on the threshold"),
        Outcome::NotMet => language.choose("inte uppfyllt", "not met"),
        Outcome::Unknown => language.choose("går inte att bedöma", "cannot be assessed"),
    }
}

fn finding_lines(
    language: Language,
    criterion: &Criterion,
    finding: &Finding,
    stated: Option<&Stated>,
    change: &CriterionChange,
) -> Vec<String> {
    let mut lines =
        vec![format!("{}: {}", language.of_text(&criterion.label), outcome(language, finding.outcome))];
    let (Some(stated), Some(value), Some(distance)) = (stated, finding.percent, finding.distance) else {
        return lines;
    };
    let threshold = criterion.threshold.value.to_string();
    let in_unit = |plain: &str| match criterion.unit {
        Unit::Percent => percent(plain, language),
        Unit::Persons => persons(language, plain),
    };
    let shown = match stated.figure {
        Figure::Share(share) => format!(
            "{} {} {} = {}",
            decimal(&share.count().to_string(), language),
            language.choose("av", "of"),
            decimal(&share.total().to_string(), language),
            in_unit(&value.to_string())
        ),
        Figure::Percent(percent) => in_unit(&percent.to_string()),
        Figure::Amount(_) => in_unit(&value.to_string()),
    };
    lines.push(format!(
        "{shown}, {}",
        distance_words(language, criterion.unit, &distance.to_string(), &in_unit(&threshold))
    ));
    lines.extend(finding.comparison.as_deref().map(|plain| comparison(plain, language)));
    if finding.certainty == Some(Certainty::Depends) {
        lines.push(
            match stated.figure {
                Figure::Percent(_) => language.choose(
                    "Beror på avrundningen: det verkliga värdet kan ligga på en annan sida av gränsen",
                    "Depends on the rounding: the true value may be on another side of the threshold",
                ),
                Figure::Share(_) | Figure::Amount(_) => language.choose(
                    "Beror på osäkerheten i antalen: de verkliga antalen kan ge ett annat utfall",
                    "Depends on the uncertainty of the counts: the true counts may come out otherwise",
                ),
            }
            .to_owned(),
        );
    }
    if let (Some(change), Some(counts)) = (&change.change, change.counts_as_met) {
        let heading = if counts {
            language.choose("För att inte längre räknas som uppfyllt", "To no longer count as met")
        } else {
            language.choose("För att räknas som uppfyllt", "To count as met")
        };
        lines.push(format!("{heading}: {}", change_words(language, change)));
    }
    lines
}

fn distance_words(language: Language, unit: Unit, distance: &str, threshold: &str) -> String {
    let amount = distance.trim_start_matches('-');
    if !amount.contains(|c: char| ('1'..='9').contains(&c)) {
        return language.choose(format!("gränsen är {threshold}"), format!("the threshold is {threshold}"));
    }
    let below = distance.starts_with('-');
    let side = match (language, below) {
        (Language::Swedish, true) => "under gränsen",
        (Language::Swedish, false) => "över gränsen",
        (Language::English, true) => "below the threshold of",
        (Language::English, false) => "above the threshold of",
    };
    let amount = match unit {
        Unit::Percent => points(language, amount),
        Unit::Persons => persons(language, amount),
    };
    format!("{amount} {side} {threshold}")
}

fn points(language: Language, plain: &str) -> String {
    let amount = plain.trim_start_matches('-');
    let one = amount == "1" || amount.strip_prefix("1.").is_some_and(|rest| rest.bytes().all(|b| b == b'0'));
    let unit = language.choose(
        if one { "procentenhet" } else { "procentenheter" },
        if one { "percentage point" } else { "percentage points" },
    );
    format!("{} {unit}", decimal(plain, language))
}

fn persons(language: Language, plain: &str) -> String {
    let one = plain == "1";
    let unit =
        language.choose(if one { "person" } else { "personer" }, if one { "person" } else { "persons" });
    format!("{} {unit}", decimal(plain, language))
}

fn reading_words(language: Language, tie: Tie, require: Require) -> String {
    let tie = match (language, tie) {
        (Language::Swedish, Tie::Strict) => "gränsen räknas inte",
        (Language::Swedish, Tie::Inclusive) => "gränsen räknas",
        (Language::English, Tie::Strict) => "the threshold does not count",
        (Language::English, Tie::Inclusive) => "the threshold counts",
    };
    let require = match (language, require) {
        (Language::Swedish, Require::All) => "alla krävs".to_owned(),
        (Language::Swedish, Require::Any) => "ett räcker".to_owned(),
        (Language::Swedish, Require::AtLeast(least)) => {
            format!("minst {} krävs", number(language, least.into()))
        }
        (Language::English, Require::All) => "all are required".to_owned(),
        (Language::English, Require::Any) => "one is enough".to_owned(),
        (Language::English, Require::AtLeast(least)) => {
            format!("at least {} are required", number(language, least.into()))
        }
    };
    format!("{tie}, {require}")
}

fn verdict_words(language: Language, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Meets => language.choose("uppfyller", "meets"),
        Verdict::DoesNotMeet => language.choose("uppfyller inte", "does not meet"),
        Verdict::Undetermined => language.choose("avgörs inte av uppgifterna", "not decided by the figures"),
    }
}

fn reading_lines(language: Language, set: &CriteriaSet, what_if: &WhatIf) -> Vec<String> {
    let mut lines = Vec::new();
    if set.tie.settled && set.require.settled {
        lines.push(
            language
                .choose("Källan lämnar inget öppet att tolka.", "The source leaves nothing open to read.")
                .to_owned(),
        );
        return lines;
    }
    let first = what_if.readings.first().map(|reading| reading.verdict);
    if what_if.readings.iter().all(|reading| Some(reading.verdict) == first) {
        lines.push(
            language.choose("Samma utfall med alla tolkningar.", "The same under all readings.").to_owned(),
        );
    }
    lines.extend(what_if.readings.iter().map(|reading| {
        let words = reading_words(language, reading.tie, reading.require);
        format!("{}: {}", words, verdict_words(language, reading.verdict))
    }));
    lines
}

fn certainty_lines(language: Language, assessment: &Assessment) -> Vec<String> {
    let depends = |on: Dependence| assessment.depends_on.contains(&on);
    let mut lines = vec![
        match (assessment.certainty, language) {
            (Certainty::Certain, Language::Swedish) => {
                "Utfallet är detsamma för alla värden som uppgifterna kan stå för."
            }
            (Certainty::Certain, Language::English) => {
                "The verdict is the same for all values that the figures can stand for."
            }
            (Certainty::Depends, Language::Swedish) if depends(Dependence::Rounding) => {
                "Utfallet beror på hur uppgifterna är avrundade."
            }
            (Certainty::Depends, Language::English) if depends(Dependence::Rounding) => {
                "The verdict depends on how the figures were rounded."
            }
            (Certainty::Depends, Language::Swedish) => "Utfallet beror på osäkerheten i antalen.",
            (Certainty::Depends, Language::English) => {
                "The verdict depends on the uncertainty of the counts."
            }
        }
        .to_owned(),
    ];
    if depends(Dependence::Tie) {
        lines.push(
            language
                .choose(
                    "Utfallet beror på om ett värde exakt på gränsen räknas.",
                    "The verdict depends on whether a value exactly on the threshold counts.",
                )
                .to_owned(),
        );
    }
    if depends(Dependence::Require) {
        lines.push(
            language
                .choose(
                    "Utfallet beror på hur många kriterier som måste vara uppfyllda.",
                    "The verdict depends on how many criteria must be met.",
                )
                .to_owned(),
        );
    }
    lines
}

/// Says in Swedish what keeps a file from being read or written; the system's own words where it is something rare.
fn in_swedish(error: &std::io::Error) -> String {
    let reasons = [
        (ErrorKind::NotFound, "den finns inte"),
        (ErrorKind::PermissionDenied, "du har inte rätt till den"),
        (ErrorKind::IsADirectory, "den är en mapp"),
        (ErrorKind::InvalidData, "den är inte text i UTF-8"),
        (ErrorKind::StorageFull, "det finns inte plats"),
    ];
    let known = reasons.into_iter().find(|(kind, _)| *kind == error.kind());
    known.map_or_else(|| error.to_string(), |(_, reason)| reason.to_owned())
}

/// Says that a file can't be read.
pub(super) fn unreadable(language: Language, file: &str, error: &std::io::Error) -> String {
    language.choose(
        format!("{file} går inte att läsa: {}", in_swedish(error)),
        format!("cannot read {file}: {error}"),
    )
}

/// Says that a file can't be written.
pub(super) fn unwritable(language: Language, file: &str, error: &std::io::Error) -> String {
    language.choose(
        format!("{file} går inte att skriva: {}", in_swedish(error)),
        format!("cannot write {file}: {error}"),
    )
}

/// Says that a file is no recipe.
pub(super) fn no_recipe(language: Language, file: &str, error: &serde_json::Error) -> String {
    language.choose(format!("{file} är inget recept: {error}"), format!("{file} is no recipe: {error}"))
}

/// Says how many more rows and cells could not be read.
pub(super) fn more_rejected(language: Language, more: u64) -> String {
    language.choose(
        format!("… och {more} till. Alla finns i --format json."),
        format!("… and {more} more. All are in --format json."),
    )
}

/// Says that no criteria set has the id.
pub(super) fn no_such_set(language: Language, id: &str) -> String {
    language.choose(
        format!("”{id}” är varken en kriterieuppsättning (promemoria-2018, scb-2012) eller en fil"),
        format!("{id:?} is neither a criteria set (promemoria-2018, scb-2012) nor a file"),
    )
}

/// Says that `--figure` needs an id and a figure.
pub(super) fn no_pair(language: Language, text: &str) -> String {
    language.choose(
        format!(
            "--figure {text}: skriv kriteriets id, likhetstecken och uppgiften, till exempel turnout=71,3"
        ),
        format!(
            "--figure {text}: write the criterion's id, an equals sign and the figure, such as turnout=71.3"
        ),
    )
}

/// Says that the set has no such criterion.
pub(super) fn no_such_criterion(language: Language, id: &str, set: &CriteriaSet) -> String {
    let known: Vec<&str> = set.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    let known = known.join(", ");
    language.choose(
        format!("”{id}” finns inte i {}; där finns {known}", set.id),
        format!("{id:?} is not in {}, which has {known}", set.id),
    )
}

/// Says that a figure was given twice.
pub(super) fn figure_twice(language: Language, id: &str) -> String {
    language.choose(
        format!("--{id}: uppgiften är angiven två gånger"),
        format!("--{id}: the figure is given twice"),
    )
}

/// Says that every line of a record holds, and what that does not mean.
pub(super) fn record_holds(language: Language, found: &Verification) -> String {
    let Verification { lines, product_version, criteria, hash, .. } = found;
    language.choose(
        format!(
            "Alla {lines} rader stämmer. Underlaget gjordes med Tröskel {product_version} och {criteria} (SHA-256 {hash}).\n\
             Kontrollen hittar fel och ändrade rader. Den visar inte vem som gjort underlaget.\n"
        ),
        format!(
            "All {lines} lines hold. The record was made with Tröskel {product_version} and {criteria} (SHA-256 {hash}).\n\
             The check finds mistakes and altered lines. It does not show who made the record.\n"
        ),
    )
}

/// Says how many lines of a record do not hold.
pub(super) fn record_fails(language: Language, found: &Verification) -> String {
    let (wrong, lines) = (found.problems.len(), found.lines);
    language.choose(
        format!("underlaget stämmer inte: {wrong} av {lines} rader"),
        format!("the record does not hold: {wrong} of {lines} lines"),
    )
}
