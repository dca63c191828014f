//! What the command line says to people, in both languages.

mod asked;
mod change;
mod understood;

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::Path;

use troskel::assess::{Assessment, Certainty, CriterionChange, Dependence, Finding, Verdict, WhatIf};
use troskel::criteria::{CriteriaSet, Criterion, Reading, Require, Tie, Unit};
use troskel::figure::{Figure, Stated};
use troskel::output::record::Verification;
use troskel::output::safe::terminal;

use change::{change_words, cheapest_lines};
use troskel::criteria::Language;
use troskel::words::{
    Noun, comparison, counted, decimal, in_sentence, listed, outcome, percent, spelled, verdict,
};
pub(super) use understood::{not_strict, understood};

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
        if set.tie.settled && set.require.settled {
            [&set.tie.source.text, &set.require.source.text].map(|text| text.of(language)).join(" ")
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
pub(super) fn unreadable(language: Language, file: &Path, error: &std::io::Error) -> String {
    let name = shown(file);
    language.choose(
        format!("{name} går inte att läsa: {}", in_swedish(error)),
        format!("cannot read {name}: {error}"),
    )
}

/// Says that a file can't be written.
pub(super) fn unwritable(language: Language, file: &Path, error: &std::io::Error) -> String {
    let name = shown(file);
    language.choose(
        format!("{name} går inte att skriva: {}", in_swedish(error)),
        format!("cannot write {name}: {error}"),
    )
}

/// Says that standard output can't be written.
pub(super) fn unwritable_stdout(language: Language, error: &std::io::Error) -> String {
    language.choose(
        format!("standard ut går inte att skriva till: {}", in_swedish(error)),
        format!("cannot write standard output: {error}"),
    )
}

/// Says that a file to write to is one of those that are read.
pub(super) fn onto_input(language: Language, out: &OsStr, input: &OsStr) -> String {
    let (out, input) = (shown(out.as_ref()), shown(input.as_ref()));
    language.choose(
        format!("--out {out}: det är samma fil som {input}, som läses. Välj ett annat namn."),
        format!("--out {out}: this is the same file as {input}, which is read. Choose another name."),
    )
}

/// Says that a workbook can't be shown in a terminal.
pub(super) fn workbook_on_terminal(language: Language) -> String {
    language
        .choose(
            "en arbetsbok går inte att visa i terminalen. Skriv --out FILE.",
            "a workbook cannot be shown in a terminal. Write --out FILE.",
        )
        .to_owned()
}

/// Says that a record brings its own criteria and reading along.
pub(super) fn record_decides(language: Language, option: &str) -> String {
    language.choose(
        format!(
            "--{option}: underlaget har kriterierna och tolkningen med sig, så de går inte att välja här"
        ),
        format!(
            "--{option}: the record brings its criteria and reading along, so they cannot be chosen here"
        ),
    )
}

fn shown(file: &Path) -> String {
    terminal(&file.to_string_lossy()).into_owned()
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

/// Says that a file is no recipe.
pub(super) fn no_recipe(language: Language, file: &OsStr, error: &serde_json::Error) -> String {
    let file = shown(file.as_ref());
    language.choose(format!("{file} är inte ett recept: {error}"), format!("{file} is no recipe: {error}"))
}

/// Says how many more rows and cells could not be read.
pub(super) fn more_rejected(language: Language, more: u64) -> String {
    language.choose(
        format!("… och {more} till. Alla finns i --format json."),
        format!("… and {more} more. All are in --format json."),
    )
}

/// Says how many more there are.
pub(super) fn more(language: Language, more: usize) -> String {
    language.choose(format!("… och {more} till"), format!("… and {more} more"))
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
        format!("--figure {text}: skriv kriteriets id, likhetstecken och siffran, till exempel turnout=71,3"),
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
pub(super) fn figure_twice(language: Language, option: &str) -> String {
    language.choose(
        format!("{option}: siffran är angiven två gånger"),
        format!("{option}: the figure is given twice"),
    )
}

/// Says that every line of a record holds, and what that does not mean; `page` where the record stands in its page.
pub(super) fn record_holds(language: Language, found: &Verification, page: bool) -> String {
    let Verification { lines, product_version, criteria, hash, .. } = found;
    let (product_version, criteria, hash) = (terminal(product_version), terminal(criteria), terminal(hash));
    let shown = match (page, language) {
        (false, _) => "",
        (true, Language::Sv) => "Bara sidans data är kontrollerade, inte texten som visas på sidan.\n",
        (true, Language::En) => "Only the data of the page were checked, not the text that the page shows.\n",
    };
    let counted = counted(*lines, Noun::Line, language);
    language.choose(
        format!(
            "Allt stämmer: {counted}. Underlaget gjordes med Tröskel {product_version} och {criteria} (SHA-256 {hash}).\n\
             {shown}Kontrollen hittar fel och ändrade rader. Den visar inte vem som gjort underlaget.\n"
        ),
        format!(
            "All holds: {counted}. The record was made with Tröskel {product_version} and {criteria} (SHA-256 {hash}).\n\
             {shown}The check finds mistakes and altered lines. It does not show who made the record.\n"
        ),
    )
}

/// Says how many lines of a record do not hold.
pub(super) fn record_fails(language: Language, found: &Verification) -> String {
    let (wrong, lines) = (found.problems.len(), counted(found.lines, Noun::Line, language));
    language.choose(
        format!("underlaget stämmer inte: {wrong} av {lines}"),
        format!("the record does not hold: {wrong} of {lines}"),
    )
}
