//! A municipality's own division, which has no national code: only a person can say which column the areas are.

use troskel::areas::{AreaColumns, Recipe, Settings, Understanding, Why, import, join, join_all};

use super::{joined_with, listed, set};

const PARTS: &str = "Primärområden i Göteborg 2022\n\
    Nr;Primärområde;Stadsområde;Valdeltagande 2022;Förvärvsintensitet\n\
    101;Kungsladugård;Sydväst;88,1;82,0\n102;Sanna;Sydväst;89,0;83,1\n103;Majorna;Centrum;87,7;80,4\n";

/// How a file is handed over where there is someone to ask.
fn asked(text: &str) -> Understanding {
    let settings = Settings::new(&set()).ask_for_areas(true);
    let loaded = import("parts.csv", text.as_bytes(), &settings).unwrap();
    let joined = join_all(vec![loaded], &settings).unwrap();
    assert_eq!(joined.areas.len(), 0);
    joined.tables.into_iter().next().unwrap()
}

fn recipe(column: &str, municipality: &str) -> Recipe {
    let area = AreaColumns {
        column: Some(column.to_owned()),
        municipality: Some(municipality.to_owned()),
        ..AreaColumns::default()
    };
    Recipe { area: Some(area), ..Recipe::default() }
}

#[test]
fn the_columns_that_could_be_areas_are_handed_over_best_first() {
    let table = asked(PARTS);
    assert!(table.area.is_none());
    assert_eq!(table.header_line, Some(2));
    assert_eq!(table.could_be_areas, ["Primärområde", "Stadsområde", "Nr"]);
    let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["Nr", "Primärområde", "Stadsområde", "Valdeltagande 2022", "Förvärvsintensitet"]);
    assert_eq!(table.preview[0].cells, ["101", "Kungsladugård", "Sydväst", "88,1", "82,0"]);
    assert!(table.not_used.iter().all(|one| one.why == Why::Asked));
    assert!(table.ledger.adds_up(), "{:?}", table.ledger);
}

#[test]
fn each_answer_that_is_offered_gives_areas_of_the_municipality() {
    let table = asked(PARTS);
    for (column, municipality) in table
        .could_be_areas
        .iter()
        .zip(["Göteborg", " göteborg ", "1480"])
        .filter(|(c, _)| *c != "Stadsområde")
    {
        let answer = Recipe {
            shape: table.columns.iter().map(|column| column.header.clone()).collect(),
            ..recipe(column, municipality)
        };
        let settings = Settings::new(&set()).recipes([answer]).ask_for_areas(true);
        let joined = joined_with(&[("parts.csv", PARTS.as_bytes())], &settings);
        assert_eq!(joined.areas.len(), 3, "{column}");
        assert!(joined.areas.iter().all(|area| area.municipality().as_deref() == Some("1480")));
        assert!(joined.tables[0].could_be_areas.is_empty());
    }
}

#[test]
fn number_and_name_in_one_cell_are_the_areas_name() {
    let file = "Primärområde;Valdeltagande;Förvärvsintensitet\n101 Kungsladugård;88,1;82,0\n102 Sanna;89,0;\nHela staden;80,0;80,0\n";
    let settings = Settings::new(&set()).recipes([recipe("Primärområde", "Göteborg")]);
    let joined = joined_with(&[("parts.csv", file.as_bytes())], &settings);
    assert_eq!(
        listed(&joined),
        ["Göteborg (101 Kungsladugård) 82.0 – – 88.1", "Göteborg (102 Sanna) – – – 89.0"]
    );
}

#[test]
fn a_municipality_that_there_is_not_leaves_the_question_open() {
    let settings = Settings::new(&set()).recipes([recipe("Primärområde", "Götebord")]).ask_for_areas(true);
    let loaded = import("parts.csv", PARTS.as_bytes(), &settings).unwrap();
    let joined = join_all(vec![loaded], &settings).unwrap();
    assert_eq!((joined.areas.len(), joined.tables[0].could_be_areas.len()), (0, 3));
}

#[test]
fn nobody_is_asked_about_a_sheet_of_notes_or_a_file_without_rows() {
    let settings = Settings::new(&set()).ask_for_areas(true);
    let code = |text: &str| import("a.csv", text.as_bytes(), &settings).unwrap_err().code();
    assert_eq!(code("a;b\n1;2\n"), "no-area");
    assert_eq!(code("Det här är en text\nutan siffror\n"), "no-area");
    let good = joined_with(&[("a.csv", b"Kod;Valdeltagande\n0180R001;70,1\n")], &settings);
    assert!(good.tables[0].could_be_areas.is_empty());
    // Where there is nobody to ask, it is an error.
    let alone = Settings::new(&set());
    assert_eq!(import("parts.csv", PARTS.as_bytes(), &alone).unwrap_err().code(), "no-area");
    let several = vec![import("parts.csv", PARTS.as_bytes(), &settings).unwrap()];
    assert_eq!(join(several, &settings).unwrap_err().code(), "no-measure");
}
