//! Runs the golden cases of `tests/cases/*.json`, natively and inside the Wasm.
//!
//! A case is a sentence with what a person types and what is to come of it. Each member that its `expect` and each of
//! its `findings` has must be found, by the same name, in what the core answers; an `error` is a code. Whatever a case
//! types must be expected, so that no figure goes unchecked.

use serde_json::{Map, Value};
use troskel::assess;
use troskel::criteria::{CriteriaSet, Reading};
use troskel::{Error, Problem};

use super::support::{given, set};

macro_rules! case_files {
    ($($name:literal),* $(,)?) => { &[$(($name, include_str!(concat!("../cases/", $name)))),*] };
}

/// Every case file by name.
const FILES: &[(&str, &str)] = case_files![
    "areas.json",
    "certainty.json",
    "from-scb.json",
    "missing.json",
    "notation.json",
    "readings.json",
    "scb-2012.json",
    "thresholds.json",
    "twenty-eight.json",
];

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn every_case_comes_out_as_its_sentence_says() {
    let (mut failures, mut run) = (Vec::new(), 0);
    for (file, case) in all() {
        run += 1;
        for failure in differences(&case) {
            failures.push(format!("{file}: {}: {failure}", case["case"].as_str().unwrap()));
        }
    }
    assert!(failures.is_empty(), "{} of {run} cases differ:\n{}", failures.len(), failures.join("\n"));
    assert!(run >= 200, "only {run} cases were run");
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_file_of_cases_is_run_and_no_sentence_stands_twice() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    found.sort();
    assert_eq!(FILES.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>(), found);

    let mut sentences = std::collections::BTreeSet::new();
    for (file, case) in all() {
        let sentence = case["case"].as_str().unwrap();
        assert!(sentences.insert(sentence.to_owned()), "{file}: {sentence:?} stands there twice");
    }
}

/// Returns every case with the name of its file.
pub(crate) fn all() -> Vec<(&'static str, Value)> {
    let mut all = Vec::new();
    for (file, text) in FILES {
        let document: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        all.extend(document["cases"].as_array().unwrap().iter().map(|case| (*file, case.clone())));
    }
    all
}

/// Returns how the core's answer differs from what a case expects.
fn differences(case: &Value) -> Vec<String> {
    let known = ["case", "set", "reading", "figures", "expect"];
    let mut failures: Vec<String> = members(case)
        .keys()
        .filter(|name| !known.contains(&name.as_str()))
        .map(|name| format!("the case has {name:?}, which nothing reads"))
        .collect();
    let set = set(case["set"].as_str().unwrap());
    let expected = members(&case["expect"]);
    let reading = match reading(&set, &case["reading"]) {
        Ok(reading) => reading,
        Err(error) => {
            if expected.get("error") != Some(&error.code().into()) {
                failures.push(format!("the reading is refused: {error}"));
            }
            return failures;
        }
    };
    let (area, errors) = area(&set, members(&case["figures"]));
    let assessment = assess::assess(&set, reading, &area);
    let mut answer = serde_json::to_value(&assessment).unwrap();
    answer["applied"] = serde_json::to_value(reading).unwrap();
    let findings = members(&expected["findings"]);
    for id in members(&case["figures"]).keys().filter(|id| !findings.contains_key(*id)) {
        failures.push(format!("{id} is typed, and nothing is expected of it"));
    }
    for (name, value) in expected.iter().filter(|(name, _)| *name != "findings") {
        compare(&mut failures, name, value, answer.get(name));
    }
    for (id, wanted) in findings {
        let nth = set.criterion(id).unwrap_or_else(|| panic!("no criterion {id}")).0;
        let mut finding = answer["findings"][nth].clone();
        finding["error"] = errors[nth].as_ref().map(Error::code).into();
        if !members(wanted).contains_key("error") && finding["error"] != Value::Null {
            failures.push(format!("{id}: can't be read: {}", finding["error"]));
        }
        for (name, value) in members(wanted) {
            compare(&mut failures, &format!("{id}.{name}"), value, finding.get(name));
        }
    }
    failures
}

fn compare(failures: &mut Vec<String>, name: &str, expected: &Value, found: Option<&Value>) {
    match found {
        Some(found) if found == expected => {}
        Some(found) => failures.push(format!("{name} is {found}, expected {expected}")),
        None => failures.push(format!("{name} is no part of the answer")),
    }
}

pub(crate) fn reading(set: &CriteriaSet, said: &Value) -> Result<Reading, Error> {
    let tie = said["tie"].as_str().map(str::parse).transpose()?;
    let require = said["require"].as_str().map(str::parse).transpose()?;
    set.reading(tie, require)
}

pub(crate) type Area = (Vec<Option<troskel::figure::Stated>>, Vec<Option<Error>>);

/// Reads the figures of an area; one that can't be read is missing, and its error is kept.
pub(crate) fn area(set: &CriteriaSet, figures: &Map<String, Value>) -> Area {
    for id in figures.keys() {
        assert!(set.criterion(id).is_some(), "no criterion {id}");
    }
    let read = |id: &str| {
        let Some(typed) = figures.get(id) else { return Ok(None) };
        let stated = given(typed).read()?;
        let criterion = set.criterion(id).ok_or(Problem::EmptyText)?.1;
        stated.iter().try_for_each(|stated| criterion.accept(&stated.figure))?;
        Ok(stated)
    };
    let results = set.criteria.iter().map(|criterion| read(&criterion.id));
    results
        .map(|result| match result {
            Ok(stated) => (stated, None),
            Err(error) => (None, Some(error)),
        })
        .unzip()
}

fn members(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap_or_else(|| panic!("{value} is no object"))
}
