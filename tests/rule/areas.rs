//! Writes generated areas with the core's outcomes and verdicts, and the rules that other engines are to agree with.
//!
//! `cargo run --example rule-areas -- 10000` prints one JSON object with so many areas for each set and kind of
//! figures. The areas are the same each time: values just below, at
//! and just above each threshold, every total up to 3 000 that can hit a threshold exactly, missing and impossible
//! figures, and random ones; before them stand the golden cases of `tests/cases`.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a part of the tests")]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use troskel::assess::{Outcome, Verdict, outcome, verdict};
use troskel::criteria::{CriteriaSet, Criterion, Language, Require, Tie, Unit, sets};
use troskel::document::Document;
use troskel::figure::{Decimal, Figure, Given, MAX_COUNT, Ratio, Stated, pow10};
use troskel::output::rule::{Form, Kind, Rule};

fn main() {
    let areas = std::env::args().nth(1).unwrap().parse().unwrap();
    let memo = sets::get("promemoria-2018").unwrap();
    let scb = sets::get("scb-2012").unwrap();
    let made = made();
    let cases: Vec<Value> = [&memo, &scb, &made]
        .into_iter()
        .flat_map(|set| [case(set, Kind::Percent, areas), case(set, Kind::Counts, areas)])
        .collect();
    println!("{}", json!({ "cases": cases }));
}

/// A set that shares nothing with the two of the product: decimals in its thresholds, ids that no engine takes as
/// names, texts that try to leave their comment or cell, and a reading that is open where the memo's is not.
fn made() -> CriteriaSet {
    let mut set: Value = serde_json::from_str(sets::PROMEMORIA_2018).unwrap();
    set["id"] = "made".into();
    set["name"]["sv"] = "=1+1\n; DROP TABLE areas".into();
    set["name"]["en"] = "\"Made\" \u{2028}SELECT".into();
    set["reading"]["tie"]["value"] = "inclusive".into();
    set["reading"]["require"]["value"] = "2".into();
    let scb: Value = serde_json::from_str(sets::SCB_2012).unwrap();
    let mut criteria = set["criteria"].as_array().unwrap().clone();
    criteria.push(scb["criteria"][3].clone());
    let long = "a-very-long-id-of-more-than-forty-eight-characters-here";
    let ids = ["order", "low-education-count", long, "criterion-1", "low-education"];
    let thresholds = ["33.333", "0.10", "14.285", "99.5", "742"];
    for ((criterion, id), threshold) in criteria.iter_mut().zip(ids).zip(thresholds) {
        criterion["id"] = id.into();
        criterion["label"]["sv"] = format!("@{id}\t\"x\"").into();
        criterion["threshold"]["value"] = threshold.into();
    }
    criteria[3]["tie"] = "strict".into();
    set["criteria"] = criteria.into();
    CriteriaSet::from_document(&Document::from_json(&set.to_string()).unwrap()).unwrap()
}

fn case(set: &CriteriaSet, kind: Kind, areas: usize) -> Value {
    let mut random = Random(0x5eed);
    let edges: Vec<Vec<Value>> = set.criteria.iter().map(|criterion| edges(criterion, kind)).collect();
    let generated = (0..areas).map(|nth| {
        let criteria = set.criteria.iter().zip(&edges);
        criteria
            .map(|(criterion, edges)| match edges.get(nth) {
                Some(edge) => edge.clone(),
                None if random.below(4) == 0 => edges[random.nth(edges.len())].clone(),
                None => near(criterion, kind, &mut random),
            })
            .collect()
    });
    let inputs: Vec<Vec<Value>> = golden(set, kind).into_iter().chain(generated).collect();
    let areas: Vec<Vec<Option<Stated>>> = inputs
        .iter()
        .map(|figures| figures.iter().map(|figure| given(figure).read().ok().flatten()).collect())
        .collect();
    let outcomes: Vec<String> = areas.iter().map(|area| outcomes(set, area)).collect();
    let rules: Vec<Value> = readings(set)
        .into_iter()
        .map(|(tie, require)| {
            let reading = set.reading(tie, require).unwrap();
            let rule = Rule { set, reading, kind };
            let verdicts: String = areas.iter().map(|area| letter(verdict(set, reading, area))).collect();
            json!({
                "reading": reading,
                "verdicts": verdicts,
                "sql": [rule.write(Form::Sql, Language::Sv), rule.write(Form::Sql, Language::En)],
                "excelSv": rule.write(Form::ExcelSv, Language::Sv),
                "excelEn": rule.write(Form::ExcelEn, Language::Sv),
                "json": rule.write(Form::Json, Language::Sv),
            })
        })
        .collect();
    let kind = match kind {
        Kind::Percent => "percent",
        Kind::Counts => "counts",
    };
    json!({ "set": set.id, "kind": kind, "inputs": inputs, "outcomes": outcomes, "rules": rules })
}

/// The golden cases of a set whose figures are of one kind, as plain figures; what can't be read is missing.
fn golden(set: &CriteriaSet, kind: Kind) -> Vec<Vec<Value>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let documents = files.iter().map(|file| serde_json::from_slice(&fs::read(file).unwrap()).unwrap());
    let cases = documents.flat_map(|document: Value| document["cases"].as_array().unwrap().clone());
    cases
        .filter(|case| case["set"] == set.id.as_str())
        .filter_map(|case| {
            set.criteria
                .iter()
                .map(|criterion| plain(criterion, kind, &case["figures"][&criterion.id]))
                .collect()
        })
        .collect()
}

/// A typed figure as the plain figure it says, or `None` where it is of the other kind.
fn plain(criterion: &Criterion, kind: Kind, typed: &Value) -> Option<Value> {
    let missing = match (criterion.unit, kind) {
        (Unit::Persons, _) => json!({ "persons": null }),
        (Unit::Percent, Kind::Percent) => Value::Null,
        (Unit::Percent, Kind::Counts) => json!([null, null]),
    };
    if typed.is_null() {
        return Some(missing);
    }
    let text = |name: &str| typed[name].as_str().unwrap_or_default().to_owned();
    let (given, of_kind) = match typed["mode"].as_str().unwrap() {
        "count" => {
            let given = Given::Count { count: text("count"), total: text("total"), noise: String::new() };
            (given, kind == Kind::Counts)
        }
        "amount" => (Given::Amount { text: text("text"), noise: String::new() }, true),
        _ => {
            let given = Given::Percent { text: text("text"), exact: false, of: String::new() };
            (given, kind == Kind::Percent)
        }
    };
    let read = given.read().ok().flatten().filter(|stated| criterion.accept(&stated.figure).is_ok());
    let figure = read.map(|stated| match stated.figure {
        Figure::Percent(percent) => Value::from(percent.to_string()),
        Figure::Share(share) => json!([share.count().to_string(), share.total().to_string()]),
        Figure::Amount(amount) => persons(amount.into()),
        // The rule takes one value at a time.
        Figure::Between(_) => Value::Null,
    });
    of_kind.then(|| figure.unwrap_or(missing))
}

fn readings(set: &CriteriaSet) -> Vec<(Option<Tie>, Option<Require>)> {
    set.readings().into_iter().map(|reading| (Some(reading.tie), Some(reading.require))).collect()
}

/// Reads the figure as the product does: a percentage, a count of a total, or persons.
fn given(figure: &Value) -> Given {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match figure {
        Value::Array(share) => {
            Given::Count { count: text(&share[0]), total: text(&share[1]), noise: String::new() }
        }
        Value::Object(persons) => Given::Amount { text: text(&persons["persons"]), noise: String::new() },
        percent @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
            Given::Percent { text: text(percent), exact: false, of: String::new() }
        }
    }
}

fn outcomes(set: &CriteriaSet, area: &[Option<Stated>]) -> String {
    let outcome = |(criterion, stated): (&Criterion, &Option<Stated>)| match stated {
        None => 'u',
        Some(stated) => match outcome(criterion, &stated.figure) {
            Outcome::Met => 'm',
            Outcome::AtThreshold => 'a',
            Outcome::NotMet => 'n',
            Outcome::Unknown => 'u',
        },
    };
    set.criteria.iter().zip(area).map(outcome).collect()
}

fn letter(verdict: Verdict) -> char {
    match verdict {
        Verdict::Meets => 'm',
        Verdict::DoesNotMeet => 'd',
        Verdict::Undetermined => 'u',
    }
}

/// The figures that must be tried whatever chance brings.
fn edges(criterion: &Criterion, kind: Kind) -> Vec<Value> {
    let threshold = criterion.threshold.value;
    if criterion.unit == Unit::Persons {
        let around = (-2..=2).map(|step| threshold.units() + step);
        let most = i128::from(MAX_COUNT);
        let mut edges: Vec<Value> = around.chain([0, 1, -1, most, most + 1]).map(persons).collect();
        edges.push(json!({ "persons": null }));
        return edges;
    }
    match kind {
        Kind::Percent => {
            let mut edges = vec![Value::Null];
            edges.extend(
                ["0", "100", "100.000", "100.001", "99.999", "0.001", "-0.001", "-1", "999"].map(Value::from),
            );
            for decimals in
                [threshold.decimals(), 3, 6, 10].map(|decimals| decimals.max(threshold.decimals()))
            {
                let units = threshold.units() * pow10(decimals - threshold.decimals());
                edges.extend((-3..=3).map(|step| percent(units + step, decimals)));
            }
            edges
        }
        Kind::Counts => {
            let largest = i128::from(MAX_COUNT) / pow10(threshold.decimals().saturating_sub(1));
            let mut edges = vec![
                json!([null, null]),
                json!([null, "100"]),
                json!(["10", null]),
                json!(["0", "0"]),
                json!(["5", "0"]),
                json!(["11", "10"]),
                json!(["-1", "10"]),
                json!(["-10", "-100"]),
                json!(["0", "1"]),
                json!(["1", "1"]),
                share(largest, largest),
            ];
            let exact =
                |total: i128| Ratio::new(threshold.units() * total, 100 * pow10(threshold.decimals()));
            let totals = (1..=3_000).filter(|total| exact(*total).floor() == exact(*total).ceil());
            for total in totals.chain([largest, largest - 1, largest / 7]) {
                let at = exact(total).floor();
                edges.extend(
                    (-1..=1)
                        .map(|step| at + step)
                        .filter(|count| *count >= 0)
                        .map(|count| share(count, total)),
                );
            }
            edges
        }
    }
}

/// A figure near the threshold, with any total of an area's size.
fn near(criterion: &Criterion, kind: Kind, random: &mut Random) -> Value {
    let threshold = criterion.threshold.value;
    let either = |random: &mut Random, most: u64| {
        let step = i128::from(random.below(most));
        if random.below(2) == 0 { step } else { -step }
    };
    match (criterion.unit, kind) {
        (Unit::Persons, _) => persons((threshold.units() + either(random, 2_000)).max(0)),
        (Unit::Percent, Kind::Percent) => {
            let decimals = [0, 1, 1, 2, 3][random.nth(5)];
            let units = threshold.ratio().round_half_up(decimals).units();
            let most = [3, 30, 300][random.nth(3)];
            percent((units + either(random, most)).clamp(0, 100 * pow10(decimals)), decimals)
        }
        (Unit::Percent, Kind::Counts) => {
            let total = 1 + i128::from(random.below(3_000));
            let at = threshold.units() * total / (100 * pow10(threshold.decimals()));
            share((at + either(random, 4)).clamp(0, total), total)
        }
    }
}

fn percent(units: i128, decimals: u8) -> Value {
    Value::from(Decimal::new(units, decimals).to_string())
}

fn share(count: i128, total: i128) -> Value {
    json!([count.to_string(), total.to_string()])
}

fn persons(count: i128) -> Value {
    json!({ "persons": count.to_string() })
}

/// Marsaglia's xorshift: the same areas each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn nth(&mut self, length: usize) -> usize {
        usize::try_from(self.below(u64::try_from(length).unwrap())).unwrap()
    }
}
