//! Criteria sets: those of the product load, and what is none is refused with its place.

use serde_json::Value;
use troskel::criteria::{CriteriaSet, Require, Tie, sets};
use troskel::document::Document;

use super::support::set;

const REFUSED: &str = include_str!("../sets/refused.json");
const ACCEPTED: &str = include_str!("../sets/accepted.json");

/// Changes the memo's set, or the one it names, as a case says.
fn changed(case: &Value) -> Value {
    let id = case["set"].as_str().unwrap_or("promemoria-2018");
    let mut document: Value = serde_json::from_str(sets::json(id).unwrap()).unwrap();
    let at = case["at"].as_str().unwrap();
    let put = case.get("put").map(|put| match case["times"].as_u64() {
        Some(times) => put.as_str().unwrap().repeat(usize::try_from(times).unwrap()).into(),
        None => put.clone(),
    });
    let Some((parent, name)) = at.rsplit_once('/') else { return put.unwrap() };
    match (document.pointer_mut(parent).unwrap(), put) {
        (Value::Array(items), Some(put)) => items[name.parse::<usize>().unwrap()] = put,
        (Value::Object(members), Some(put)) => drop(members.insert(name.to_owned(), put)),
        (Value::Object(members), None) => assert!(members.remove(name).is_some(), "{at} is not there"),
        (other, _) => panic!("{at} is not in {other}"),
    }
    document
}

/// Returns the code and the path of an error.
fn told(error: troskel::Error) -> (String, Option<String>) {
    (error.code().to_owned(), error.place.and_then(|place| place.path))
}

/// Reads a set, and returns the code and the path of what is wrong.
fn read(document: &Value) -> Result<CriteriaSet, (String, Option<String>)> {
    let document: Document =
        serde_json::from_str(&document.to_string()).map_err(|_| ("not-json".to_owned(), None))?;
    CriteriaSet::from_document(&document).map_err(told)
}

fn cases(text: &str) -> Vec<Value> {
    let document: Value = serde_json::from_str(text).unwrap();
    document["cases"].as_array().unwrap().clone()
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn what_is_no_criteria_set_is_refused_with_its_place() {
    for case in cases(REFUSED) {
        let expected = (case["code"].as_str().unwrap().to_owned(), case["path"].as_str().map(str::to_owned));
        assert_eq!(read(&changed(&case)).map(|set| set.id), Err(expected), "{}", case["case"]);
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn what_may_be_left_out_or_said_otherwise_is_accepted() {
    let memo = set("promemoria-2018");
    for case in cases(ACCEPTED) {
        let read = read(&changed(&case)).unwrap_or_else(|error| panic!("{}: {error:?}", case["case"]));
        assert_ne!(read.hash, memo.hash, "{}", case["case"]);
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn the_list_of_all_that_is_wrong_agrees_with_the_reader() {
    let mut compared = 0;
    for case in cases(REFUSED).iter().chain(&cases(ACCEPTED)) {
        let Ok(document) = serde_json::from_str::<Document>(&changed(case).to_string()) else { continue };
        let listed: Vec<_> = CriteriaSet::problems(&document).into_iter().map(told).collect();
        match CriteriaSet::from_document(&document).map_err(told) {
            Ok(_) => assert_eq!(listed, [], "{}", case["case"]),
            Err(first) => {
                assert!(listed.contains(&first), "{}: {first:?} is not in {listed:?}", case["case"]);
            }
        }
        compared += 1;
    }
    assert!(compared > 100, "only {compared}");
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn a_set_has_sixteen_criteria_at_most() {
    let mut document: Value = serde_json::from_str(sets::PROMEMORIA_2018).unwrap();
    let criterion = document["criteria"][0].clone();
    let many = |number: usize| -> Vec<Value> {
        let named = |nth| {
            let mut criterion = criterion.clone();
            criterion["id"] = format!("measure-{nth}").into();
            criterion
        };
        (0..number).map(named).collect()
    };
    document["criteria"] = many(16).into();
    assert_eq!(read(&document).map(|set| set.criteria.len()), Ok(16));
    document["criteria"] = many(17).into();
    let refused = ("criteria-out-of-range".to_owned(), Some("criteria".to_owned()));
    assert_eq!(read(&document).map(|set| set.criteria.len()), Err(refused));
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn the_sets_of_the_product_load_as_their_sources_have_them() {
    let thresholds = |id: &str| -> Vec<(String, String, Option<String>)> {
        set(id)
            .criteria
            .into_iter()
            .map(|c| (c.id, c.threshold.value.to_string(), c.national_average.map(|a| a.value.to_string())))
            .collect()
    };
    let memo = [
        ("employment", "60", "77.9"),
        ("long-term-unemployment", "10", "4.3"),
        ("low-education", "28", "14.2"),
        ("turnout", "75", "85.8"),
    ];
    let memo: Vec<_> = memo.map(|(id, t, a)| (id.to_owned(), t.to_owned(), Some(a.to_owned()))).into();
    assert_eq!(thresholds("promemoria-2018"), memo);
    let scb = [
        ("employment", "52"),
        ("long-term-income-support", "4.8"),
        ("upper-secondary-eligibility", "70"),
        ("population", "4000"),
    ];
    let scb: Vec<_> = scb.map(|(id, t)| (id.to_owned(), t.to_owned(), None)).into();
    assert_eq!(thresholds("scb-2012"), scb);
    assert!(sets::json("another").is_none());
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn a_sets_hash_is_of_what_it_says_and_not_of_how_it_is_written() {
    let hash = |text: &str| {
        let document: Document = serde_json::from_str(text).unwrap();
        CriteriaSet::from_document(&document).unwrap().hash
    };
    let text = sets::PROMEMORIA_2018;
    let compact = serde_json::from_str::<Value>(text).unwrap().to_string();
    assert_ne!(text, compact);
    assert_eq!(hash(text), hash(&compact));
    assert_ne!(hash(text), hash(&compact.replace("\"60\"", "\"60.0\"")));
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn every_reading_that_the_source_leaves_possible_is_listed_once() {
    let listed = |id: &str| -> Vec<String> {
        set(id).readings().iter().map(|reading| format!("{} {}", reading.tie, reading.require)).collect()
    };
    let memo = ["strict all", "strict 3", "strict 2", "strict any"];
    let memo: Vec<String> =
        memo.iter().map(|r| (*r).to_owned()).chain(memo.map(|r| r.replace("strict", "inclusive"))).collect();
    assert_eq!(listed("promemoria-2018"), memo);
    assert_eq!(listed("scb-2012"), ["strict all"]);

    let mut one = set("promemoria-2018");
    one.criteria.truncate(1);
    assert_eq!(one.readings().len(), 2);
    one.reading.tie.settled = true;
    one.reading.tie.value = Tie::Inclusive;
    let only: Vec<_> = one.readings().iter().map(|reading| (reading.tie, reading.require)).collect();
    assert_eq!(only, [(Tie::Inclusive, Require::All)]);
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn a_settled_point_cannot_be_overridden_and_a_reading_fits_the_set() {
    let code = |id: &str, tie, require| set(id).reading(tie, require).map(|_| ()).map_err(|e| e.code());
    assert_eq!(code("promemoria-2018", Some(Tie::Inclusive), Some(Require::AtLeast(4))), Ok(()));
    assert_eq!(code("promemoria-2018", None, Some(Require::AtLeast(5))), Err("require-out-of-range"));
    assert_eq!(code("promemoria-2018", None, Some(Require::AtLeast(0))), Err("require-out-of-range"));
    assert_eq!(code("scb-2012", Some(Tie::Strict), Some(Require::All)), Ok(()));
    assert_eq!(code("scb-2012", Some(Tie::Inclusive), None), Err("settled-point"));
    assert_eq!(code("scb-2012", None, Some(Require::Any)), Err("settled-point"));
}
