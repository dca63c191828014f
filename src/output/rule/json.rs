//! The rule as JSON: all it takes to run it, without the set's explanations.

use super::Rule;
use super::columns::{Columns, Figures};
use super::{Factors, shortest};
use crate::criteria::{Criterion, Direction, Text};
use crate::document::Document;
use crate::figure::{Decimal, MAX_COUNT};

pub(super) fn write(rule: &Rule<'_>) -> String {
    let set = rule.set;
    let required = i64::try_from(rule.required()).unwrap_or(i64::MAX);
    Document::map([
        (
            "criteria",
            Document::map([
                ("id", Document::text(&set.id)),
                ("date", Document::text(&set.date)),
                ("hash", Document::text(&set.hash)),
                ("name", both(&set.name)),
            ]),
        ),
        (
            "reading",
            Document::map([
                ("tie", Document::text(&rule.reading.tie)),
                ("require", Document::text(&rule.reading.require)),
            ]),
        ),
        (
            "outcomes",
            Document::list(rule.criteria().map(|(criterion, columns)| outcome(rule, criterion, columns))),
        ),
        (
            "verdict",
            Document::map([
                (
                    "counted",
                    Document::text("outcomes that are met, or at-threshold where atThresholdCounts is true"),
                ),
                ("unknown", Document::text("outcomes of criteria whose figure is not known")),
                ("required", Document::Integer(required)),
                ("meets", Document::text("counted >= required")),
                ("does-not-meet", Document::text("counted + unknown < required")),
                ("undetermined", Document::text("otherwise")),
            ]),
        ),
    ])
    .to_pretty_json()
}

fn outcome(rule: &Rule<'_>, criterion: &Criterion, columns: Columns) -> Document {
    let threshold = shortest(criterion.threshold.value);
    let (figure, known, left, right) = match columns.figure {
        Figures::Percent { percent } => {
            let known = format!("0 <= {percent} <= {}", Decimal::HUNDRED);
            (Document::map([("percent", Document::text(&percent))]), known, percent, threshold.to_string())
        }
        Figures::Share { count, total } => {
            let Factors { scale, units } = Factors::of(threshold);
            let left = format!("{scale} * {count}");
            let right = format!("{units} * {total}");
            let known = format!("0 <= {count} <= {total} and 1 <= {total} <= {MAX_COUNT}");
            let figure = Document::map([("count", Document::Text(count)), ("total", Document::Text(total))]);
            (figure, known, left, right)
        }
        Figures::Amount { persons } => {
            let known = format!("0 <= {persons} <= {MAX_COUNT}");
            (Document::map([("persons", Document::text(&persons))]), known, persons, threshold.to_string())
        }
    };
    let past = match criterion.direction {
        Direction::Below => '<',
        Direction::Above => '>',
    };
    Document::map([
        ("criterion", Document::text(&criterion.id)),
        ("label", both(&criterion.label)),
        ("figure", figure),
        ("direction", Document::text(&criterion.direction)),
        ("threshold", Document::text(&threshold)),
        ("known", Document::Text(known)),
        ("met", Document::Text(format!("{left} {past} {right}"))),
        ("at-threshold", Document::Text(format!("{left} = {right}"))),
        ("atThresholdCounts", Document::Flag(rule.counts_at_threshold(criterion))),
    ])
}

fn both(text: &Text) -> Document {
    Document::map([("sv", Document::text(&text.sv)), ("en", Document::text(&text.en))])
}
