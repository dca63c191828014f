//! Proof that the data says where it comes from: quotes are verbatim, sources exist, both languages are there.

use std::collections::BTreeSet;

use serde_json::Value;

const MEMO: &str = include_str!("promemoria-2018.txt");

const FILES: [(&str, &str); 10] = [
    ("municipalities", include_str!("municipalities.json")),
    ("designated", include_str!("designated.json")),
    ("designation", include_str!("designation.json")),
    ("money", include_str!("money.json")),
    ("periods", include_str!("periods.json")),
    ("programme", include_str!("programme.json")),
    ("measures", include_str!("measures.json")),
    ("unknown", include_str!("unknown.json")),
    ("afterwards", include_str!("afterwards.json")),
    ("method", include_str!("method.json")),
];

fn read(name: &str) -> Value {
    let (_, text) = FILES.iter().find(|(file, _)| *file == name).expect("the file is listed");
    serde_json::from_str(text).expect(name)
}

fn sources() -> BTreeSet<String> {
    let sources: Value = serde_json::from_str(include_str!("sources.json")).unwrap();
    sources.as_object().unwrap().keys().cloned().collect()
}

/// Visits every object with the path to it and the sources that hold for it, its own or the nearest outer ones.
fn visit(path: &str, value: &Value, inherited: &[String], seen: &mut impl FnMut(&str, &Value, &[String])) {
    match value {
        Value::Object(object) => {
            let mut own: Vec<String> =
                object.get("source").map(|id| id.as_str().expect(path).to_owned()).into_iter().collect();
            let several = object.get("sources").map(|ids| ids.as_array().expect(path)).into_iter().flatten();
            own.extend(several.map(|id| id.as_str().expect(path).to_owned()));
            let holds = if own.is_empty() { inherited } else { &own };
            seen(path, value, holds);
            for (key, inner) in object {
                visit(&format!("{path}.{key}"), inner, holds, seen);
            }
        }
        Value::Array(items) => {
            for (at, inner) in items.iter().enumerate() {
                visit(&format!("{path}[{at}]"), inner, inherited, seen);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn each(mut seen: impl FnMut(&str, &Value, &[String])) {
    for (name, _) in FILES {
        visit(name, &read(name), &[], &mut seen);
    }
}

#[test]
fn every_quote_of_the_memo_stands_in_the_memo() {
    let mut quotes = 0;
    each(|path, value, sources| {
        if let Some(quote) = value.get("quote").and_then(Value::as_str)
            && (sources.is_empty() || sources.iter().any(|id| id == "memo"))
        {
            assert!(MEMO.contains(quote), "{path}: {quote:?} is not in the memo");
            quotes += 1;
        }
    });
    assert!(quotes > 40, "{quotes} quotes of the memo");
}

#[test]
fn every_named_source_is_described_and_every_described_source_is_named() {
    let described = sources();
    let mut named = BTreeSet::new();
    each(|path, _, sources| {
        for id in sources {
            assert!(described.contains(id), "{path}: no source {id:?}");
            named.insert(id.clone());
        }
    });
    assert_eq!(named, described);
}

#[test]
fn every_statement_names_its_source() {
    let mut statements = 0;
    for name in ["money", "programme", "measures", "unknown", "afterwards", "periods"] {
        visit(name, &read(name), &[], &mut |path, value, sources| {
            if value.get("text").is_some_and(|text| text.get("sv").is_some()) {
                assert!(!sources.is_empty(), "{path} names no source");
                statements += 1;
            }
        });
    }
    assert!(statements > 50, "{statements} statements");
}

#[test]
fn every_text_is_there_in_both_languages() {
    let mut texts = 0;
    each(|path, value, _| {
        let (swedish, english) = (value.get("sv"), value.get("en"));
        if swedish.is_some() || english.is_some() {
            for text in [swedish, english] {
                let text = text.and_then(Value::as_str).unwrap_or_default();
                assert!(!text.trim().is_empty(), "{path} lacks a language");
            }
            texts += 1;
        }
    });
    assert!(texts > 100, "{texts} texts");
}

#[test]
fn both_languages_of_a_text_have_the_same_places_to_fill() {
    let places = |text: &Value| -> BTreeSet<String> {
        let text = text.as_str().unwrap_or_default();
        text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
    };
    each(|path, value, _| {
        if let (Some(swedish), Some(english)) = (value.get("sv"), value.get("en")) {
            assert_eq!(places(swedish), places(english), "{path}");
        }
    });
}

#[test]
fn the_designated_are_the_memos_list_in_its_order() {
    let list: Vec<&str> = MEMO
        .split("Följande kommuner kan ansöka om stöd:")
        .nth(1)
        .unwrap()
        .lines()
        .filter_map(|line| line.strip_prefix("- "))
        .collect();
    let designated = read("designated");
    let names: Vec<&str> = designated["municipalities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| place["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, list);
}

#[test]
fn every_known_ceiling_is_of_a_designated_municipality() {
    let money = read("money");
    let codes: Vec<&str> = money["ceilings2018"]["known"]
        .as_array()
        .unwrap()
        .iter()
        .map(|ceiling| ceiling["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    for code in &codes {
        assert_eq!(super::is_designated(code), Some(true), "{code}");
    }
    assert_eq!(codes.len(), 11, "the other 21 are not known");
}
