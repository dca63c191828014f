//! What it would take, in words: the figure that would give another answer, and how far it is from the one there is.

use troskel::assess::{Change, Cheapest, Move, PartChange, Persons, Verdict, Who};
use troskel::criteria::{CriteriaSet, Language};
use troskel::words::{Noun, counted, figure, percent};

/// Says what a change is, in each of its ways.
pub(super) fn change_words(language: Language, change: &Change) -> String {
    match change {
        Change::Percent { figure, .. } => match (change.step(), figure) {
            (Some(step), Some(figure)) => step_words(language, &step.to_string(), &figure.to_string()),
            _ => impossible(language),
        },
        Change::Share { fixed_total, moving_in, moving_out } => {
            let said = |change: &Move, name: &str, words: &dyn Fn(&Persons) -> String| {
                change.persons().map_or_else(|| format!("{} {name}", impossible(language)), words)
            };
            [
                said(fixed_total, language.choose("med samma total", "with the same total"), &|change| {
                    fixed_total_words(language, change)
                }),
                said(moving_in, language.choose("genom inflyttning", "by people moving in"), &|change| {
                    moving_words(language, change, language.choose("flyttar in", "moving in"))
                }),
                said(moving_out, language.choose("genom utflyttning", "by people moving out"), &|change| {
                    moving_words(language, change, language.choose("flyttar ut", "moving out"))
                }),
            ]
            .join("; ")
        }
        Change::Amount { amount } => {
            amount.persons().map_or_else(|| impossible(language), |change| amount_words(language, change))
        }
    }
}

fn impossible(language: Language) -> String {
    language.choose("omöjligt", "impossible").to_owned()
}

fn step_words(language: Language, step: &str, after: &str) -> String {
    let sign = if step.starts_with('-') { "" } else { "+" };
    format!("{} ({sign}{})", percent(after, language), counted(step, Noun::Point, language))
}

fn fixed_total_words(language: Language, change: &Persons) -> String {
    let same = language.choose("med samma total", "with the same total");
    format!("{} ({} {same})", figure(&change.figure, language), more_or_fewer(language, change))
}

fn amount_words(language: Language, change: &Persons) -> String {
    format!("{} ({})", figure(&change.figure, language), more_or_fewer(language, change))
}

/// Says by how many people a count differs: `1 person till`, `2 personer färre`.
fn more_or_fewer(language: Language, change: &Persons) -> String {
    let people = counted(change.persons, Noun::Person, language);
    let word = match change.who {
        Who::With => language.choose("till", "more"),
        Who::Without => language.choose("färre", "fewer"),
    };
    format!("{people} {word}")
}

fn moving_words(language: Language, change: &Persons, moving: &str) -> String {
    let people = counted(change.persons, Noun::Person, language);
    let who = match change.who {
        Who::With => language.choose("som räknas i antalet", "in the count"),
        Who::Without => language.choose("som inte räknas i antalet", "outside the count"),
    };
    format!("{} ({people} {who} {moving})", figure(&change.figure, language))
}

/// Says what the cheapest combinations are.
pub(super) fn cheapest_lines(
    language: Language,
    set: &CriteriaSet,
    verdict: Verdict,
    cheapest: Option<&Cheapest>,
) -> Vec<String> {
    let Some(cheapest) = cheapest else {
        return vec![
            language.choose("Siffrorna som saknas avgör.", "The missing figures decide.").to_owned(),
        ];
    };
    let Some(becomes) = cheapest.becomes else {
        return vec![
            language
                .choose(
                    "Inga ändringar av de kända siffrorna ger ett annat svar.",
                    "No change of the known figures gives another answer.",
                )
                .to_owned(),
        ];
    };
    let difference = match (becomes, verdict) {
        (Verdict::Undetermined, _) => language.choose(
            "Den minsta skillnad som gör att siffrorna som saknas avgör:",
            "The smallest difference that leaves it to the missing figures:",
        ),
        (Verdict::Meets | Verdict::DoesNotMeet, Verdict::Meets) => language.choose(
            "Den minsta skillnad som ger svaret ”uppfyller inte”:",
            "The smallest difference that gives the answer “does not meet”:",
        ),
        (Verdict::Meets | Verdict::DoesNotMeet, Verdict::DoesNotMeet | Verdict::Undetermined) => language
            .choose(
                "Den minsta skillnad som ger svaret ”uppfyller”:",
                "The smallest difference that gives the answer “meets”:",
            ),
    };
    let combinations = cheapest.combinations.iter().map(|combination| {
        let parts = combination.iter().map(|part| {
            let label = set
                .criterion(&part.criterion)
                .map_or(part.criterion.as_str(), |(_, criterion)| criterion.label.of(language));
            let change = match &part.change {
                PartChange::Percent { step, figure } => {
                    step_words(language, &step.to_string(), &figure.to_string())
                }
                PartChange::Share { fixed_total } => fixed_total_words(language, fixed_total),
                PartChange::Amount { amount } => amount_words(language, amount),
            };
            format!("{label}: {change}")
        });
        format!("– {}", parts.collect::<Vec<_>>().join("; "))
    });
    std::iter::once(difference.to_owned()).chain(combinations).collect()
}
