//! The decision record: every line holds as made, and any digit altered in any line is found and named.

use serde_json::json;
use troskel::document::Document;
use troskel::output::record::{embed, embedded, record, verify};
use troskel::output::work::Work;

use troskel::criteria::sets;

fn document(value: &serde_json::Value) -> Document {
    serde_json::from_value(value.clone()).unwrap()
}

fn memo() -> Document {
    serde_json::from_str(sets::PROMEMORIA_2018).unwrap()
}

fn work() -> Work {
    let notes = json!({"year": "2024", "ages": "20–64", "source": "TAB6680", "division": "RegSO 2025"});
    let entry = |given| json!({"given": given, "notes": notes});
    Work::from_document(&document(&json!({
        "format": "troskel-work", "version": 1,
        "criteria": {"id": "promemoria-2018", "hash": memo().hash(), "set": null},
        "reading": {"tie": null, "require": "3"},
        "area": {"name": "</script><b>Norra staden</b> & 1", "municipality": "1280"},
        "figures": {
            "employment": entry(json!({"mode": "count", "count": "742", "total": "1 237", "noise": "1"})),
            "low-education": entry(json!({"mode": "percent", "text": "28,0", "exact": false, "of": ""})),
            "turnout": entry(json!({"mode": "percent", "text": "71,x", "exact": false, "of": ""})),
        },
        "scenarios": [],
    })))
    .unwrap()
}

fn made() -> Document {
    Document::of(&record(&work(), &memo(), "2026-11-23").unwrap()).unwrap()
}

/// Returns the codes and paths of what does not hold.
fn broken(record: &Document) -> Vec<(String, String)> {
    let problems = match verify(record) {
        Ok(found) => found.problems,
        Err(error) => vec![error],
    };
    let path = |error: &troskel::Error| {
        error.place.as_ref().and_then(|place| place.path.clone()).unwrap_or_default()
    };
    problems.iter().map(|error| (error.code().to_owned(), path(error))).collect()
}

/// Returns a record's lines by path.
fn lines(record: &Document) -> Vec<(String, Document)> {
    let Document::Map(members) = record else { unreachable!("a record is an object") };
    let mut lines = Vec::new();
    for (name, value) in members {
        match value {
            Document::Map(_) => lines.push((name.clone(), value.clone())),
            Document::List(items) => {
                lines.extend(
                    items.iter().enumerate().map(|(nth, item)| (format!("{name}[{nth}]"), item.clone())),
                );
            }
            Document::Null | Document::Flag(_) | Document::Integer(_) | Document::Text(_) => {}
        }
    }
    lines
}

/// Puts another line in a line's place.
fn replaced(record: &Document, path: &str, line: &Document) -> Document {
    let Document::Map(members) = record else { unreachable!("a record is an object") };
    let swap = |(name, value): &(String, Document)| {
        let value = if let Document::List(items) = value {
            Document::list(items.iter().enumerate().map(|(nth, item)| {
                if format!("{name}[{nth}]") == path { line.clone() } else { item.clone() }
            }))
        } else if name == path {
            line.clone()
        } else {
            value.clone()
        };
        (name.clone(), value)
    };
    Document::Map(members.iter().map(swap).collect())
}

/// Returns the value with one digit altered, in each way there is a digit to alter.
fn altered(value: &Document) -> Vec<Document> {
    let next = |digit: char| char::from_digit((digit.to_digit(10).unwrap() + 1) % 10, 10).unwrap();
    match value {
        Document::Text(text) => (0..text.chars().count())
            .filter(|at| text.chars().nth(*at).unwrap().is_ascii_digit())
            .map(|at| {
                let swap = |(nth, c)| if nth == at { next(c) } else { c };
                Document::Text(text.chars().enumerate().map(swap).collect())
            })
            .collect(),
        Document::Integer(number) => vec![Document::Integer(number + 1)],
        Document::List(items) => (0..items.len())
            .flat_map(|at| {
                altered(&items[at]).into_iter().map(move |changed| {
                    let mut items = items.clone();
                    items[at] = changed;
                    Document::List(items)
                })
            })
            .collect(),
        Document::Map(members) => (0..members.len())
            .flat_map(|at| {
                altered(&members[at].1).into_iter().map(move |changed| {
                    let mut members = members.clone();
                    members[at].1 = changed;
                    Document::Map(members)
                })
            })
            .collect(),
        Document::Null | Document::Flag(_) => Vec::new(),
    }
}

/// Gives a line the digest of what it says now, as a forger would.
fn resigned(path: &str, line: &Document) -> Document {
    let Document::Map(members) = line else { unreachable!("a line is an object") };
    let mut members: Vec<_> = members.iter().filter(|(name, _)| name != "digest").cloned().collect();
    let content = Document::Map(members.clone());
    let hash = Document::map([("path", Document::text(path)), ("line", content)]).hash();
    members.push(("digest".to_owned(), Document::Text(hash.chars().take(16).collect())));
    Document::Map(members)
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn a_record_as_made_holds_and_says_what_it_rests_on() {
    let found = verify(&made()).unwrap();
    assert_eq!(found.problems, []);
    assert_eq!(found.lines, 5 + 4 + 1 + 4 + 8 + 11);
    assert_eq!((found.criteria.as_str(), found.hash), ("promemoria-2018", memo().hash()));
    let json = made().to_json();
    for part in [
        r#""comparison":"100*742 = 74200 < 60*1237 = 74220""#,
        r#""text":"28,0""#,
        r#""require":"3""#,
        r#""verdict":"undetermined""#,
        r#""given":"2026-11-23""#,
        r#""ages":"20–64""#,
        r#""quote":"Valdeltagande: 75 %""#,
    ] {
        assert!(json.contains(part), "{part} is missing in {json}");
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn one_digit_altered_in_any_line_names_that_line() {
    let record = made();
    let mut tried = 0;
    for (path, line) in lines(&record) {
        for changed in altered(&line) {
            let broken = broken(&replaced(&record, &path, &changed));
            assert_eq!(broken, [("line-altered".to_owned(), path.clone())], "{}", changed.to_json());
            tried += 1;
        }
    }
    assert!(tried > 500, "only {tried} digits were altered");
}

#[test]
fn a_line_altered_together_with_its_digest_does_not_follow() {
    let record = made();
    for (path, line) in lines(&record) {
        let computed =
            ["verdict", "findings", "readings", "sources"].iter().any(|name| path.starts_with(name));
        for changed in altered(&line).iter().filter(|_| computed) {
            let Document::Map(members) = changed else { unreachable!("a line is an object") };
            let Document::Map(before) = &line else { unreachable!("a line is an object") };
            if members.last() != before.last() {
                continue;
            }
            let broken = broken(&replaced(&record, &path, &resigned(&path, changed)));
            assert_eq!(broken, [("line-does-not-follow".to_owned(), path.clone())]);
        }
    }
}

#[test]
fn an_input_altered_together_with_its_digest_is_told_by_the_lines_that_no_longer_follow() {
    let record = made();
    let (path, line) = lines(&record).into_iter().find(|(path, _)| path == "figures[0]").unwrap();
    let text = line.to_json().replace("742", "743");
    let forged = resigned(&path, &serde_json::from_str(&text).unwrap());
    let broken = broken(&replaced(&record, &path, &forged));
    assert!(broken.contains(&("line-does-not-follow".to_owned(), "findings[0]".to_owned())), "{broken:?}");
    assert!(!broken.iter().any(|(_, path)| path.starts_with("figures")), "{broken:?}");
}

#[test]
fn lines_that_are_lost_added_or_swapped_are_told() {
    let record = made();
    let without = |name: &str| {
        let Document::Map(members) = &record else { unreachable!("a record is an object") };
        Document::Map(members.iter().filter(|(found, _)| found != name).cloned().collect())
    };
    for name in
        ["product", "date", "area", "criteria", "reading", "figures", "verdict", "findings", "sources"]
    {
        assert_eq!(broken(&without(name)), [("line-missing".to_owned(), name.to_owned())]);
    }
    let all = lines(&record);
    let line = |path: &str| all.iter().find(|(found, _)| found == path).unwrap().1.clone();
    let swapped = replaced(&record, "findings[0]", &line("findings[1]"));
    assert_eq!(broken(&swapped), [("line-altered".to_owned(), "findings[0]".to_owned())]);
    let Document::Map(mut members) = record.clone() else { unreachable!("a record is an object") };
    let findings = members.iter_mut().find(|(name, _)| name == "findings").unwrap();
    let Document::List(items) = &mut findings.1 else { unreachable!("findings are a list") };
    items.pop();
    assert_eq!(
        broken(&Document::Map(members.clone())),
        [("line-missing".to_owned(), "findings[3]".to_owned())]
    );
    members.push(("note".to_owned(), Document::Null));
    assert_eq!(broken(&Document::Map(members))[0].0, "unknown-member");
}

#[test]
fn another_document_is_no_record() {
    for other in [json!({}), json!([]), json!("x"), json!({"format": "troskel-work", "version": 1})] {
        assert_eq!(broken(&document(&other)), [("not-a-record".to_owned(), String::new())]);
    }
    let newer = document(&json!({"format": "troskel-record", "version": 2}));
    assert_eq!(broken(&newer), [("unknown-version".to_owned(), "version".to_owned())]);
}

#[test]
fn a_record_stands_in_its_page_without_markup_of_its_own() {
    let text = embed(&made());
    assert!(!text.contains(['<', '>', '&']));
    let page = format!(
        "<!doctype html><title>x</title><script type=\"application/json\" id=\"troskel-record\">{text}</script><p>y"
    );
    let found: Document = serde_json::from_str(embedded(&page).unwrap()).unwrap();
    assert_eq!(found, made());
    let saved = "<script>1 > 0</script><script id=\"troskel-record\" type=\"application/json\">{}</script>";
    assert_eq!(embedded(saved), Some("{}"));
    for other in ["<p>no record</p>", "<script>{}</script>", "<p id=\"troskel-record\">{}", ""] {
        assert_eq!(embedded(other), None);
    }
}

#[test]
fn the_order_of_members_does_not_matter() {
    let sorted: Document = serde_json::from_str(&made().canonical()).unwrap();
    assert_ne!(sorted, made());
    assert_eq!(broken(&sorted), []);
}
