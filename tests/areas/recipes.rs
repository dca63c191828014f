//! What a person decided about a table goes before what is found in it.

use troskel::areas::{AreaColumns, Measure, Recipe, Settings, Source};
use troskel::table::{Delimiter, Encoding};

use super::{joined_with, listed, set};

#[test]
fn a_recipe_overrules_what_was_recognised_and_survives_its_file() {
    let from = Source::Count { columns: vec!["x".to_owned()], totals: vec!["y".to_owned()] };
    let recipe = Recipe {
        name: "min".to_owned(),
        shape: vec!["plats".to_owned(), "x".to_owned()],
        area: Some(AreaColumns { column: Some("plats".to_owned()), ..AreaColumns::default() }),
        measures: vec![
            Measure { criterion: "employment".to_owned(), from },
            Measure { criterion: "turnout".to_owned(), from: Source::None },
        ],
        ..Recipe::default()
    };
    let text = serde_json::to_string(&recipe).unwrap();
    let back: Recipe = serde_json::from_str(&text).unwrap();
    assert_eq!(back, recipe);
    let settings = Settings::new(&set()).recipes([back]);
    let file = "Titel\n\nplats;x;y;Valdeltagande\n0180R001;1;2;80\n".as_bytes();
    let joined = joined_with(&[("a.csv", file)], &settings);
    assert_eq!(listed(&joined), ["0180R001 1/2 – – –"]);
    assert_eq!(joined.tables[0].recipe.as_deref(), Some("min"));
    assert!(serde_json::from_str::<Recipe>(r#"{"colum": "x"}"#).is_err());
}

#[test]
fn a_recipe_says_how_a_text_is_encoded_and_divided() {
    let file = "kod,namn;ort,Valdeltagande\n0180R001,Söder;Stad,75\n0180R002,Norr;Stad,76\n".as_bytes();
    let recipe = Recipe {
        encoding: Some(Encoding::Windows1252),
        delimiter: Some(Delimiter::Comma),
        ..Recipe::default()
    };
    let joined = joined_with(&[("a.csv", file)], &Settings::new(&set()).recipes([recipe]));
    assert_eq!(
        joined.areas.get(0).and_then(|area| area.name().map(str::to_owned)).as_deref(),
        Some("SÃ¶der;Stad")
    );
}
