//! What the command line says to people, in both languages.

mod asked;
mod change;
mod files;
mod joining;
mod project;
mod understood;
mod years;

use std::fmt::Write as _;

use troskel::assess::{Assessment, Certainty, CriterionChange, Dependence, Finding, Verdict, WhatIf};
use troskel::criteria::{CriteriaSet, Criterion, Reading, Require, Tie, Unit};
use troskel::figure::{Figure, Stated};
use troskel::output::safe::terminal;

use change::{change_words, cheapest_lines};
pub(super) use files::{
    figure_twice, more, more_rejected, no_pair, no_recipe, no_such_criterion, no_such_place, no_such_set,
    onto_input, record_decides, record_fails, record_holds, several_areas, unreadable, unwritable,
    unwritable_stdout, workbook_on_terminal,
};
pub(super) use joining::nothing_summed;
pub(super) use project::{
    Part, filtered, in_place_of, no_such_year, not_used, project_file_changed, project_file_held,
    project_file_missing, project_file_new, project_with_keys, project_with_logs, project_without_files,
    recipes_first, unusable_project,
};
use troskel::criteria::Language;
use troskel::words::{
    Noun, comparison, counted, decimal, in_sentence, listed, outcome, percent, spelled, verdict,
};
pub(super) use understood::{assumptions, not_strict, understood};
pub(super) use years::{breaks, no_such_area, no_such_period, no_years, nothing_to_compare};

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
        language.choose("Hur nära är ett annat svar?", "How near is another answer?"),
        &cheapest_lines(language, set, assessment.verdict, what_if.cheapest.as_ref()),
    );
    section(
        &mut out,
        language.choose("Samma siffror med andra tolkningar", "The same figures under other readings"),
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
        set.name.of(language),
        set.id,
        set.hash,
        language.choose("Tolkning", "Reading"),
        if set.reading.tie.settled && set.reading.require.settled {
            [&set.reading.tie.source.text, &set.reading.require.source.text]
                .map(|text| text.of(language))
                .join(" ")
        } else {
            reading_words(language, reading.tie, reading.require, set.criteria.len()) + "."
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

/// Says how many criteria are met, and whether that is enough.
fn verdict_sentence(language: Language, set: &CriteriaSet, assessment: &Assessment) -> String {
    let (met, all) = (assessment.tally.met, set.criteria.len());
    let criteria = Noun::Criterion.after(&all.to_string(), language);
    let number = match (language, met) {
        (Language::Sv, 0) => "inget".to_owned(),
        (_, met) => spelled(met, language),
    };
    let counted = language.choose(
        format!("Området uppfyller {number} av {} {criteria}.", spelled(all, language)),
        format!("The area meets {number} of {} {criteria}.", spelled(all, language)),
    );
    let required = required_words(language, assessment.tally.required, all);
    let enough = match assessment.verdict {
        Verdict::Meets => {
            language.choose(format!("Det räcker: {required}."), format!("That is enough: {required}."))
        }
        Verdict::DoesNotMeet => language
            .choose(format!("Det räcker inte: {required}."), format!("That is not enough: {required}.")),
        Verdict::Undetermined => {
            let missing = deciding(language, set, assessment);
            language.choose(
                format!("Det går inte att avgöra än: {required}, och siffran saknas för {missing}."),
                format!("It cannot be decided yet: {required}, and there is no figure for {missing}."),
            )
        }
    };
    format!("{counted} {enough}")
}

fn required_words(language: Language, required: usize, all: usize) -> String {
    let number = spelled(required, language);
    match (required, all) {
        (required, all) if required == all && all > 1 => {
            language.choose(format!("alla {number} krävs"), format!("all {number} are required"))
        }
        (1, 1) => language.choose("det krävs", "it is required").to_owned(),
        (1, _) => language.choose("ett räcker", "one is enough").to_owned(),
        _ => language.choose(format!("minst {number} krävs"), format!("at least {number} are required")),
    }
}

fn deciding(language: Language, set: &CriteriaSet, assessment: &Assessment) -> String {
    let names = assessment.deciding.iter().filter_map(|id| set.criterion(id));
    listed(
        &names.map(|(_, criterion)| in_sentence(criterion.label.of(language))).collect::<Vec<_>>(),
        language,
    )
}

fn finding_lines(
    language: Language,
    criterion: &Criterion,
    finding: &Finding,
    stated: Option<&Stated>,
    change: &CriterionChange,
) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", criterion.label.of(language), outcome(finding.outcome, language))];
    let (Some(stated), Some(value), Some(distance)) = (stated, finding.percent, finding.distance) else {
        return lines;
    };
    let threshold = criterion.threshold.value.to_string();
    let in_unit = |plain: &str| match criterion.unit {
        Unit::Percent => percent(plain, language),
        Unit::Persons => counted(plain, Noun::Person, language),
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
        Figure::Amount(_) | Figure::Between(_) => in_unit(&value.to_string()),
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
                Figure::Share(_) | Figure::Amount(_) | Figure::Between(_) => language.choose(
                    "Beror på osäkerheten i antalen: de verkliga antalen kan ge ett annat utfall",
                    "Depends on the uncertainty of the counts: the true counts may come out otherwise",
                ),
            }
            .to_owned(),
        );
    }
    if let (Some(change), Some(counts)) = (&change.change, change.counts_as_met) {
        let heading = if counts {
            language.choose(
                "Det skulle inte längre räknas som uppfyllt vid",
                "It would no longer count as met at",
            )
        } else {
            language.choose("Det skulle räknas som uppfyllt vid", "It would count as met at")
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
        (Language::Sv, true) => "under gränsen",
        (Language::Sv, false) => "över gränsen",
        (Language::En, true) => "below the threshold of",
        (Language::En, false) => "above the threshold of",
    };
    let amount = match unit {
        Unit::Percent => counted(amount, Noun::Point, language),
        Unit::Persons => counted(amount, Noun::Person, language),
    };
    format!("{amount} {side} {threshold}")
}

fn reading_words(language: Language, tie: Tie, require: Require, criteria: usize) -> String {
    let tie = match (language, tie) {
        (Language::Sv, Tie::Strict) => "exakt på gränsen räknas inte som uppfyllt",
        (Language::Sv, Tie::Inclusive) => "exakt på gränsen räknas som uppfyllt",
        (Language::En, Tie::Strict) => "exactly on the threshold does not count as met",
        (Language::En, Tie::Inclusive) => "exactly on the threshold counts as met",
    };
    let require = required_words(language, require.least(criteria), criteria);
    format!("{tie}, {require}")
}

fn reading_lines(language: Language, set: &CriteriaSet, what_if: &WhatIf) -> Vec<String> {
    let mut lines = Vec::new();
    if set.reading.tie.settled && set.reading.require.settled {
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
            language
                .choose(
                    "Svaret är detsamma med alla tolkningar.",
                    "The answer is the same under all readings.",
                )
                .to_owned(),
        );
    }
    lines.extend(what_if.readings.iter().map(|reading| {
        let words = reading_words(language, reading.tie, reading.require, set.criteria.len());
        format!("{}: {}", words, verdict(reading.verdict, language))
    }));
    lines
}

fn certainty_lines(language: Language, assessment: &Assessment) -> Vec<String> {
    let depends = |on: Dependence| assessment.depends_on.contains(&on);
    let mut lines = vec![
        match (assessment.certainty, language) {
            (Certainty::Certain, Language::Sv) => {
                "Svaret är detsamma för alla värden som siffrorna kan stå för."
            }
            (Certainty::Certain, Language::En) => {
                "The answer is the same for all values that the figures can stand for."
            }
            (Certainty::Depends, Language::Sv) if depends(Dependence::Rounding) => {
                "Svaret beror på hur siffrorna är avrundade."
            }
            (Certainty::Depends, Language::En) if depends(Dependence::Rounding) => {
                "The answer depends on how the figures were rounded."
            }
            (Certainty::Depends, Language::Sv) => "Svaret beror på osäkerheten i antalen.",
            (Certainty::Depends, Language::En) => "The answer depends on the uncertainty of the counts.",
        }
        .to_owned(),
    ];
    if depends(Dependence::Tie) {
        lines.push(
            language
                .choose(
                    "Svaret beror på om en siffra exakt på gränsen räknas.",
                    "The answer depends on whether a figure exactly on the threshold counts.",
                )
                .to_owned(),
        );
    }
    if depends(Dependence::Require) {
        lines.push(
            language
                .choose(
                    "Svaret beror på hur många kriterier som måste vara uppfyllda.",
                    "The answer depends on how many criteria must be met.",
                )
                .to_owned(),
        );
    }
    lines
}

/// Puts text of others into quotation marks, on one line.
fn quoted(text: &str, language: Language) -> String {
    let text = terminal(text);
    language.choose(format!("”{text}”"), format!("“{text}”"))
}

/// Names a criterion.
fn label_of(set: &CriteriaSet, id: &str, language: Language) -> String {
    let label = set.criterion(id).map_or(id, |(_, criterion)| criterion.label.of(language));
    terminal(label).into_owned()
}
