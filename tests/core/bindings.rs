//! The contract of the page's bindings: absent is null, exact numbers are text, names are camelCase, and the answer is
//! the core's own.

use serde_json::{Value, json};
use troskel::assess;
use troskel::criteria::sets;
use troskel::document::Document;
use troskel::wasm::{
    Calculator, application_period, designation, distribution, search_municipalities, similar_municipalities,
};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::cases;
use super::support::{given, set};

fn js(value: &Value) -> JsValue {
    js_sys::JSON::parse(&value.to_string()).unwrap()
}

/// Reads a JavaScript value as JSON, and refuses what JSON would leave out silently or write otherwise.
#[track_caller]
fn json(value: &JsValue) -> Value {
    assert!(!value.is_undefined(), "undefined");
    assert!(!value.is_bigint(), "a BigInt");
    if let Some(items) = value.dyn_ref::<js_sys::Array>() {
        return items.iter().map(|item| json(&item)).collect();
    }
    if let Some(object) = value.dyn_ref::<js_sys::Object>() {
        assert!(!value.has_type::<js_sys::Map>(), "a Map");
        return js_sys::Object::entries(object)
            .iter()
            .map(|entry| {
                let entry: js_sys::Array = entry.unchecked_into();
                (entry.get(0).as_string().unwrap(), json(&entry.get(1)))
            })
            .collect::<serde_json::Map<_, _>>()
            .into();
    }
    let text: String = js_sys::JSON::stringify(value).unwrap().into();
    serde_json::from_str(&text).unwrap()
}

fn calculator(id: &str) -> Calculator {
    Calculator::new(&js_sys::JSON::parse(sets::json(id).unwrap()).unwrap()).unwrap()
}

/// Enters a figure by the call that is for its mode.
fn enter(calculator: &mut Calculator, nth: usize, given: &Value) {
    let text = |name: &str| given[name].as_str().unwrap().to_owned();
    match given["mode"].as_str().unwrap() {
        "percent" => {
            calculator.enter_percent(nth, text("text"), given["exact"].as_bool().unwrap(), text("of"));
        }
        "count" => calculator.enter_count(nth, text("count"), text("total"), text("noise")),
        _ => calculator.enter_amount(nth, text("text"), text("noise")),
    }
}

#[wasm_bindgen_test]
fn figures_entered_one_by_one_are_assessed_as_all_at_once() {
    let entries = [
        json!({"mode": "percent", "text": "59,9", "exact": false, "of": ""}),
        json!({"mode": "count", "count": "28", "total": "100", "noise": ""}),
        json!({"mode": "percent", "text": "sextio", "exact": false, "of": ""}),
        json!({"mode": "count", "count": "5", "total": "", "noise": ""}),
        json!({"mode": "amount", "text": "12", "noise": "3"}),
        json!({"mode": "percent", "text": "", "exact": true, "of": ""}),
        json!({"mode": "percent", "text": "27,9", "exact": true, "of": "1237"}),
    ];
    let mut calculator = calculator("promemoria-2018");
    let mut figures = vec![Value::Null; 4];
    let mut kept = vec![Value::Null; 4];
    let mut last = None;
    for step in 0..40 {
        let (nth, given) = (step * 7 % 4, &entries[step * 3 % 7]);
        figures[nth] = given.clone();
        enter(&mut calculator, nth, given);
        let other = step % 6 > 3;
        let (tie, require) = if other { (Some("inclusive"), Some("any")) } else { (None, None) };
        let request = json!({"figures": figures, "tie": tie, "require": require});
        let whole = json(&calculator.assess(&js(&request)).unwrap());
        let update = json(&calculator.answer(tie.map(str::to_owned), require.map(str::to_owned)).unwrap());
        let changed = update["changed"].as_array().unwrap();
        // Only what was entered, but all of it at first and under another reading.
        let all = last.replace(other) != Some(other);
        let told: Vec<_> = changed.iter().map(|one| one["nth"].as_u64().unwrap()).collect();
        assert_eq!(
            told,
            if all { vec![0, 1, 2, 3] } else { vec![u64::try_from(nth).unwrap()] },
            "{figures:?}"
        );
        for (one, nth) in changed.iter().zip(told) {
            kept[usize::try_from(nth).unwrap()] = one.clone();
        }
        assert_eq!(update["reading"], whole["reading"]);
        for (name, value) in update["standing"].as_object().unwrap() {
            assert_eq!(*value, whole["assessment"][name], "{name} of {figures:?}");
        }
        for (nth, one) in kept.iter().enumerate() {
            let finding = &whole["assessment"]["findings"][nth];
            assert_eq!(one["error"], whole["errors"][nth], "{figures:?}");
            for (name, value) in one["finding"].as_object().unwrap() {
                assert_eq!(*value, finding[name], "{name} of {figures:?}");
            }
            assert_eq!(json!(calculator.comparison(nth)), finding["comparison"], "{figures:?}");
        }
    }
    enter(&mut calculator, 9, &entries[0]);
    let (tie, require) = (Some("inclusive".to_owned()), Some("any".to_owned()));
    calculator.answer(tie.clone(), require.clone()).unwrap();
    assert_eq!(json(&calculator.answer(tie, require).unwrap())["changed"], json!([]));
    assert!(calculator.answer(Some("lenient".to_owned()), None).is_err());
}

fn assessed(figures: &Value) -> Value {
    let request = json!({"figures": figures, "tie": null, "require": null});
    json(&calculator("promemoria-2018").assess(&js(&request)).unwrap())
}

#[wasm_bindgen_test]
fn every_golden_case_comes_out_of_the_bindings_as_out_of_the_core() {
    for (file, case) in cases::all() {
        let set = set(case["set"].as_str().unwrap());
        let typed = case["figures"].as_object().unwrap();
        let figures: Vec<_> = set.criteria.iter().map(|c| typed.get(&c.id).map(given)).collect();
        let said = &case["reading"];
        let request = json!({"figures": figures, "tie": said["tie"], "require": said["require"]});
        let found = calculator(&set.id).assess(&js(&request)).as_ref().map(json).map_err(json);
        let expected = cases::reading(&set, said)
            .map(|reading| {
                let (area, errors) = cases::area(&set, typed);
                let assessment = assess::assess(&set, reading, &area);
                json!({"reading": reading, "errors": errors, "assessment": assessment})
            })
            .map_err(|error| json!(error));
        assert_eq!(found, expected, "{file}: {}", case["case"]);
    }
}

#[wasm_bindgen_test]
fn a_finding_has_these_names_with_exact_numbers_as_text() {
    let figures = json!([
        {"mode": "count", "count": "742", "total": "1 237", "noise": ""},
        {"mode": "percent", "text": "10", "exact": false, "of": ""},
        null,
        {"mode": "percent", "text": "x", "exact": false, "of": ""}
    ]);
    let found = assessed(&figures);
    assert_eq!(found["reading"], json!({"tie": "strict", "require": "all"}));
    let place = json!({"file": null, "sheet": null, "line": null, "column": null, "path": "text"});
    assert_eq!(
        found["errors"],
        json!([null, null, null, {"problem": {"code": "not-a-number", "text": "x"}, "place": place}])
    );
    let assessment = &found["assessment"];
    assert_eq!(
        assessment["findings"],
        json!([
            {
                "criterion": "employment", "outcome": "met", "countsAsMet": true, "figure": "742/1237",
                "percent": "59.98", "distance": "-0.02", "persons": "1", "position": "1.001",
                "comparison": "100*742 = 74200 < 60*1237 = 74220", "certainty": "certain", "dependsOn": [],
                "possible": {"met": true, "atThreshold": false, "notMet": false}
            },
            {
                "criterion": "long-term-unemployment", "outcome": "at-threshold", "countsAsMet": false,
                "figure": "10", "percent": "10.0", "distance": "0.0", "persons": null, "position": "1.000",
                "comparison": "10 = 10", "certainty": "depends", "dependsOn": ["rounding"],
                "possible": {"met": true, "atThreshold": true, "notMet": true}
            },
            unknown("low-education"),
            unknown("turnout")
        ])
    );
    assert_eq!(assessment["verdict"], "does-not-meet");
    assert_eq!(assessment["tally"], json!({"met": 1, "unknown": 2, "required": 4}));
    assert_eq!(assessment["deciding"], json!([]));
}

fn unknown(criterion: &str) -> Value {
    json!({
        "criterion": criterion, "outcome": "unknown", "countsAsMet": null, "figure": null, "percent": null,
        "distance": null, "persons": null, "position": null, "comparison": null, "certainty": null,
        "dependsOn": null, "possible": null
    })
}

#[wasm_bindgen_test]
fn what_is_not_there_may_be_null_undefined_or_left_out() {
    let nothing = assessed(&json!([null, null, null, null]));
    assert_eq!(assessed(&json!([])), nothing);
    let request = js(&json!({"figures": []}));
    assert_eq!(json(&calculator("promemoria-2018").assess(&request).unwrap()), nothing);
    let request = js_sys::Object::new();
    let figures = js_sys::Array::of2(&JsValue::UNDEFINED, &JsValue::NULL);
    js_sys::Reflect::set(&request, &"figures".into(), &figures).unwrap();
    js_sys::Reflect::set(&request, &"tie".into(), &JsValue::UNDEFINED).unwrap();
    assert_eq!(json(&calculator("promemoria-2018").assess(&request.into()).unwrap()), nothing);
    assert_eq!(nothing["assessment"]["verdict"], "undetermined");
}

#[track_caller]
fn refused(set: &JsValue) -> Value {
    json(&Calculator::new(set).map(|_| ()).unwrap_err())
}

#[wasm_bindgen_test]
fn what_is_no_criteria_set_throws_an_error_with_its_place() {
    let changed = |value: JsValue| {
        let set = js_sys::JSON::parse(sets::PROMEMORIA_2018).unwrap();
        let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).unwrap();
        let first: js_sys::Array = get(&set, "criteria").unchecked_into();
        js_sys::Reflect::set(&get(&first.get(0), "threshold"), &"value".into(), &value).unwrap();
        set
    };
    let place = json!({"file": null, "sheet": null, "line": null, "column": null,
        "path": "criteria[0].threshold.value"});
    let wrong_kind =
        json!({"problem": {"code": "wrong-kind", "found": "number", "expected": "string"}, "place": place});
    assert_eq!(refused(&changed(60.into())), wrong_kind);
    assert_eq!(refused(&changed(60_u64.into()))["problem"]["code"], "not-json", "a BigInt");
    assert_eq!(refused(&changed(js_sys::Number::from(60.5).into()))["problem"]["code"], "not-json");
    assert_eq!(refused(&changed(u64::MAX.into()))["problem"]["code"], "not-json");
    assert_eq!(refused(&changed(JsValue::UNDEFINED))["problem"]["code"], "missing-member");
    assert_eq!(refused(&changed(js_sys::Symbol::iterator().into()))["problem"]["code"], "not-json");
    for nothing in [JsValue::UNDEFINED, JsValue::NULL, 1.into(), "promemoria-2018".into()] {
        assert_eq!(refused(&nothing)["problem"]["code"], "wrong-kind");
    }
}

#[wasm_bindgen_test]
fn a_document_is_refused_at_the_same_depth_as_natively() {
    for (levels, natively) in [(32, "wrong-kind"), (33, "not-json"), (10_000, "not-json")] {
        let mut deep = js_sys::Array::new();
        for _ in 1..levels {
            deep = js_sys::Array::of1(&deep);
        }
        assert_eq!(refused(&deep)["problem"]["code"], natively, "{levels} levels");
        if levels < 100 {
            let text = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
            let read = serde_json::from_str::<Document>(&text);
            assert_eq!(read.is_ok(), natively == "wrong-kind", "{levels} levels");
        }
    }
}

#[wasm_bindgen_test]
fn a_request_that_is_none_throws_an_error_and_the_calculator_goes_on() {
    let calculator = calculator("promemoria-2018");
    for (request, code, path) in [
        (json!(null), "wrong-kind", "$"),
        (json!([]), "wrong-kind", "$"),
        (json!({}), "missing-member", "$"),
        (json!({"figures": "60"}), "wrong-kind", "figures"),
        (json!({"figures": [60]}), "wrong-kind", "figures[0]"),
        (json!({"figures": [null, {"mode": "guess", "text": "60"}]}), "unknown-word", "figures[1].mode"),
        (json!({"figures": [{"text": "60"}]}), "missing-member", "figures[0]"),
        (json!({"figures": [{"mode": "percent", "text": 60}]}), "wrong-kind", "figures[0].text"),
        (json!({"figures": [{"mode": "percent", "exact": "yes"}]}), "wrong-kind", "figures[0].exact"),
        (json!({"figures": [{"mode": "count", "text": "60"}]}), "unknown-member", "figures[0]"),
        (json!({"figures": [], "tie": true}), "wrong-kind", "tie"),
    ] {
        let thrown = json(&calculator.assess(&js(&request)).unwrap_err());
        assert_eq!(
            (&thrown["problem"]["code"], &thrown["place"]["path"]),
            (&json!(code), &json!(path)),
            "{request}"
        );
    }
    let thrown = calculator.assess(&js(&json!({"figures": [], "tie": "lenient"}))).unwrap_err();
    assert_eq!(
        json(&thrown),
        json!({"problem": {"code": "unknown-word", "text": "lenient", "known": "strict, inclusive"}, "place": null})
    );
    let thrown = calculator.assess(&js(&json!({"figures": [], "require": "5"}))).unwrap_err();
    assert_eq!(
        json(&thrown),
        json!({"problem": {"code": "require-out-of-range", "found": 5, "most": 4}, "place": null})
    );
    assert!(calculator.assess(&js(&json!({"figures": []}))).is_ok());
}

#[wasm_bindgen_test]
fn text_with_half_a_character_is_read_and_refused_like_any_other() {
    let half = js_sys::JSON::parse(r#""5\ud800""#).unwrap();
    let figure = js(&json!({"mode": "percent", "text": "", "exact": false, "of": ""}));
    js_sys::Reflect::set(&figure, &"text".into(), &half).unwrap();
    let request = js(&json!({"figures": [], "tie": null, "require": null}));
    js_sys::Reflect::set(&request, &"figures".into(), &js_sys::Array::of1(&figure)).unwrap();
    let found = json(&calculator("promemoria-2018").assess(&request).unwrap());
    assert_eq!(found["errors"][0]["problem"]["code"], "not-a-number");
}

#[wasm_bindgen_test]
fn the_hash_is_the_cores() {
    for id in ["promemoria-2018", "scb-2012"] {
        assert_eq!(calculator(id).hash(), set(id).hash);
    }
}

#[wasm_bindgen_test]
fn the_memos_questions_are_answered_in_the_words_of_the_contract() {
    let list = json(&search_municipalities("göteborg").unwrap());
    assert_eq!(list[0]["code"], "1480");
    assert_eq!(list[0]["designated"], true);
    assert_eq!(json(&similar_municipalities("göteburg").unwrap())[0]["code"], "1480");
    json(&designation("1480").unwrap());
    json(&designation("9999").unwrap());
    json(&application_period(2018).unwrap());
    let thrown = json(&application_period(1900).unwrap_err());
    assert_eq!(
        (&thrown["problem"]["code"], &thrown["problem"]["year"]),
        (&json!("year-outside-plan"), &json!(1900))
    );
    json(&distribution("2018-12-31").unwrap());
    let thrown = json(&distribution("2018-02-30").unwrap_err());
    assert_eq!(thrown, json!({"problem": {"code": "not-a-date", "text": "2018-02-30"}, "place": null}));
}
