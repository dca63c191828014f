//! What it would take, in words.

use troskel::assess::{Change, Cheapest, Move, PartChange, Persons, Verdict, Who};
use troskel::criteria::CriteriaSet;

use super::super::language::Language;
use super::super::number::{figure, percent};
use super::{persons, points};

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
    let points = points(language, step);
    language.choose(
        format!("{sign}{points}, till {}", percent(after, language)),
        format!("{sign}{points}, to {}", percent(after, language)),
    )
}

fn fixed_total_words(language: Language, change: &Persons) -> String {
    let count = persons(language, &change.persons.to_string());
    let (more, after) = (change.who == Who::With, figure(&change.figure, language));
    let word = match language {
        Language::Swedish => {
            if more {
                "fler"
            } else {
                "färre"
            }
        }
        Language::English => {
            if more {
                "more"
            } else {
                "fewer"
            }
        }
    };
    language.choose(
        format!("{count} {word} med samma total ({after})"),
        format!("{count} {word} with the same total ({after})"),
    )
}

fn moving_words(language: Language, change: &Persons, moving: &str) -> String {
    let count = persons(language, &change.persons.to_string());
    let after = figure(&change.figure, language);
    let who = match (language, change.who) {
        (Language::Swedish, Who::With) => "med egenskapen",
        (Language::Swedish, Who::Without) => "utan egenskapen",
        (Language::English, Who::With) => "with the property",
        (Language::English, Who::Without) => "without the property",
    };
    format!("{count} {who} {moving} ({after})")
}

fn amount_words(language: Language, change: &Persons) -> String {
    let count = persons(language, &change.persons.to_string());
    let more = change.who == Who::With;
    let word = match language {
        Language::Swedish => {
            if more {
                "fler"
            } else {
                "färre"
            }
        }
        Language::English => {
            if more {
                "more"
            } else {
                "fewer"
            }
        }
    };
    format!("{count} {word} ({})", figure(&change.figure, language))
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
            language.choose("De uppgifter som saknas avgör.", "The missing figures decide.").to_owned(),
        ];
    };
    let Some(becomes) = cheapest.becomes else {
        return vec![
            language
                .choose(
                    "Inga ändringar av de kända uppgifterna ger ett annat utfall.",
                    "No change of the known figures gives another verdict.",
                )
                .to_owned(),
        ];
    };
    let mut lines = vec![
        match (language, becomes) {
            (Language::Swedish, Verdict::Undetermined) => {
                "Minsta ändring så att uppgifterna som saknas avgör:"
            }
            (Language::English, Verdict::Undetermined) => {
                "The smallest change that leaves it to the missing figures:"
            }
            (Language::Swedish, _) if verdict == Verdict::Meets => {
                "Minsta ändring för att inte längre uppfylla urvalet:"
            }
            (Language::English, _) if verdict == Verdict::Meets => {
                "The smallest change to no longer meet the selection:"
            }
            (Language::Swedish, _) => "Minsta ändring för att uppfylla urvalet:",
            (Language::English, _) => "The smallest change to meet the selection:",
        }
        .to_owned(),
    ];
    lines.extend(cheapest.combinations.iter().map(|combination| {
        let parts = combination.iter().map(|part| {
            let label = set
                .criterion(&part.criterion)
                .map_or(part.criterion.as_str(), |(_, criterion)| language.of_text(&criterion.label));
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
    }));
    lines
}
