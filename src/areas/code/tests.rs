//! What cells say of areas, at the edges of what is a code or a name.

use super::key::{Key, parts, plain};
use super::name::same_county;
use super::packed::start;
use super::*;

fn division(cell: &str) -> Option<(Division, u8)> {
    Known::new().label(cell).map(|label| (label.division, label.lost))
}

#[test]
fn codes_are_known_by_their_shapes() {
    for (cell, expected) in [
        ("0114C0010", Some((Division::Deso, 0))),
        ("0114D0010", Some((Division::Unknown, 0))),
        ("0114A001", Some((Division::Unknown, 0))),
        ("0114A00100", Some((Division::Unknown, 0))),
        ("0114A001x", Some((Division::Unknown, 0))),
        ("0114R01", Some((Division::Unknown, 0))),
        ("0114R0011", Some((Division::Unknown, 0))),
        ("0114r001", Some((Division::Unknown, 0))),
        ("0114å", None),
        ("0114.1", None),
        ("01141", Some((Division::Unknown, 0))),
        ("011412", Some((Division::Unknown, 0))),
        ("01140101", Some((Division::District, 0))),
        ("011401011", Some((Division::Unknown, 0))),
        ("01140101a", Some((Division::Unknown, 0))),
        ("99990101", None),
        ("999901", None),
        ("1140101", Some((Division::District, 1))),
        ("1490101", Some((Division::Unknown, 0))),
        ("9990101", None),
        ("114R001", Some((Division::Regso, 1))),
        ("114C0010", Some((Division::Deso, 1))),
        ("114D0010", None),
        ("114R01", None),
        ("114-1", None),
        ("999", None),
        ("9999", None),
        ("00", Some((Division::Nation, 0))),
        ("0", Some((Division::Nation, 1))),
        ("00 Riket", Some((Division::Nation, 0))),
        ("00 alla", None),
        ("3", Some((Division::County, 1))),
        ("03", Some((Division::County, 0))),
        ("25", Some((Division::County, 0))),
        ("02", None),
        ("99", None),
        ("12 Skåne", Some((Division::County, 0))),
        ("12 Skåne län", Some((Division::County, 0))),
        ("12 personer", None),
        ("12a", None),
        ("", None),
    ] {
        assert_eq!(division(cell), expected, "{cell}");
    }
}

#[test]
fn years_and_days_are_no_municipalities() {
    // 2021, 2023 and 2029 are municipalities, and so is 1980.
    assert_eq!(division("2023"), Some((Division::Municipality, 0)));
    assert_eq!(division("2023 Malung-Sälen"), Some((Division::Municipality, 0)));
    assert_eq!(division("1980 Västerås"), Some((Division::Municipality, 0)));
    for cell in ["2023 års siffror", "1980 års siffror", "2021-03-29", "2021-"] {
        assert_eq!(division(cell), None, "{cell}");
    }
    assert_eq!(division("2021-a"), Some((Division::Unknown, 0)));
    assert_eq!(division("1980-12"), Some((Division::Unknown, 0)));
    assert_eq!(division("0114 vad som helst"), Some((Division::Municipality, 0)));
}

#[test]
fn names_stand_behind_codes_with_or_without_a_dash() {
    let name = |cell: &'static str| Known::new().label(cell).map(|label| (label.code, label.name));
    assert_eq!(name(" 0114R001  Bollstanäs "), Some(("0114R001", "Bollstanäs")));
    assert_eq!(name("0114R001 - Bollstanäs"), Some(("0114R001", "Bollstanäs")));
    assert_eq!(name("0114R001 – Bollstanäs"), Some(("0114R001", "Bollstanäs")));
    assert_eq!(name("0114R001 -Bollstanäs"), Some(("0114R001", "-Bollstanäs")));
    assert_eq!(name("0114R001"), Some(("0114R001", "")));
}

#[test]
fn a_vintage_is_a_year_behind_the_name_of_its_division() {
    assert_eq!(vintage("0114A0010_DeSO2025"), ("0114A0010", 2025));
    assert_eq!(vintage("0114R001_regso2025"), ("0114R001", 2025));
    for token in [
        "0114R001_RegSO20255",
        "0114R001_RegSO",
        "0114R001_RegSOabcd",
        "0114R001_Annat2025",
        "0114R001RegSO2025",
        "_DeSO2025",
    ] {
        assert_eq!(vintage(token), (token, 0));
    }
    assert_eq!(with_vintage("0114R001", Division::Regso, 2025), "0114R001_RegSO2025");
    assert_eq!(with_vintage("0114A0010", Division::Deso, 2018), "0114A0010_DeSO2018");
    assert_eq!(with_vintage("0114A0010", Division::Deso, 0), "0114A0010");
}

#[test]
fn only_small_areas_have_codes_of_their_own() {
    let code = |text: &str| code_of(text);
    assert_eq!(code("114R001 Bollstanäs"), Some(("0114R001".to_owned(), Division::Regso)));
    assert_eq!(code("0114A0010"), Some(("0114A0010".to_owned(), Division::Deso)));
    assert_eq!(code("1140101"), Some(("01140101".to_owned(), Division::District)));
    assert_eq!([code("0114"), code("01"), code("0114X1"), code("x")], [const { None }; 4]);
}

#[test]
fn names_tell_municipalities_counties_and_the_country() {
    let of = |cell: &'static str| named(cell).map(|label| (label.division, label.code, label.name));
    assert_eq!(of(" Upplands Väsby (Norr) "), Some((Division::Regso, "", "Upplands Väsby (Norr)")));
    assert_eq!(of("Upplands Väsby ( )"), None);
    assert_eq!(of("Upplands Väsby (Norr"), None);
    assert_eq!(of("Storstad (Norr)"), None);
    assert_eq!(of("Skåne län"), Some((Division::County, "12", "Skåne län")));
    assert_eq!(of("Malmö"), Some((Division::Municipality, "1280", "Malmö")));
    assert_eq!(of("1 Malmö"), None);
    for nation in ["Riket", "hela riket", "SVERIGE", "Sweden", "The whole country", "whole country"] {
        assert_eq!(of(nation), Some((Division::Nation, "00", nation)));
    }
    let code = |name: &str| municipality_of_name(name);
    assert_eq!(
        [
            "Stockholms stad",
            "Stockholms Stad",
            "Stockholms kommun",
            "Stockholm Kommun",
            "STOCKHOLM",
            "Stockholm *",
            "Stockholm (x"
        ]
        .map(code),
        [Some("0180"); 7]
    );
    assert_eq!(
        ["UPPLANDS VÄSBY", "MALUNG-SÄLEN", "Borås", "Borås stad"].map(code),
        [Some("0114"), Some("2023"), Some("1490"), Some("1490")]
    );
    assert_eq!(
        ["stockholm", "Stockholms", "STOCKHOLMs", "ST", "Kommun", " kommun", "s kommun"].map(code),
        [None; 7]
    );
    assert!(is_county_alone("Skåne") && is_county_alone("Västra Götaland"));
    assert!(!is_county_alone("Skåne län") && !is_county_alone("Stockholm") && !is_county_alone("Norr"));
    assert!(same_county("Skåne län", "Skåne") && same_county("Stockholms län", "stockholm"));
    assert!(!same_county("Skåne län", "Blekinge"));
}

#[test]
fn a_code_and_a_name_contradict_each_other_by_their_municipalities() {
    assert!(contradict("0180R001", 0, "Malmö (Rosengård)") && contradict("180R001", 1, "Malmö"));
    assert!(!contradict("1280R001", 0, "Malmö (Rosengård)") && !contradict("180", 1, "Stockholm"));
    assert!(!contradict("0180R001", 0, "Rosengård") && !contradict("018", 0, "Malmö"));
    assert!(contradict("018", 1, "Malmö"));
    assert!(
        has_municipality(Division::Municipality, "Norr") && has_municipality(Division::Regso, "Malmö (Norr)")
    );
    assert!(!has_municipality(Division::Municipality, "") && !has_municipality(Division::Regso, "Norr"));
    assert!(!has_municipality(Division::Regso, "Norr(a)"));
    assert!(
        is_collecting(Division::District, "Uppsamlingsdistrikt")
            && !is_collecting(Division::Regso, "Uppsamling")
    );
    assert!(!is_collecting(Division::District, "Norr"));
}

#[test]
fn ten_characters_are_packed_and_not_eleven() {
    assert_eq!(pack(1, "123456789").map(unpack).as_deref(), Some("0123456789"));
    assert_eq!(pack(2, "123456789"), None);
    assert_eq!(pack(2, "").map(unpack).as_deref(), Some("00"));
    for letter in ["0", "9", "A", "Z", "_", "a", "z"] {
        assert_eq!(pack(0, letter).map(unpack).as_deref(), Some(letter));
    }
    assert_eq!([pack(0, "-"), pack(0, "{"), pack(0, "@"), pack(0, "[")], [None; 4]);
    let order = ["0", "00", "1", "9", "A", "Z", "_", "a", "z"].map(|code| pack(0, code).unwrap());
    assert!(order.windows(2).all(|two| two[0] < two[1]));
    assert_eq!(start(pack(0, "0114R001").unwrap()), start(pack(0, "0114").unwrap()));
    assert_ne!(start(pack(0, "0115R001").unwrap()), start(pack(0, "0114").unwrap()));
}

#[test]
fn a_key_keeps_names_parts_and_doubts() {
    let mut key = Key::default();
    assert!(key.is_empty());
    key.learn("0114R001", " ").unwrap();
    key.learn("01", "Norr").unwrap();
    assert!(key.is_empty());
    key.learn("0114R001", " Norr  om ån").unwrap();
    key.learn("0114R001", "Norr").unwrap();
    assert!(!key.is_empty());
    assert_eq!((key.name("0114R001"), key.name("0114R002")), (Some("Norr  om ån"), None));
    assert_eq!(key.code("Upplands Väsby (norr om ån)"), Some("0114R001"));
    assert_eq!(key.code("Upplands Väsby (Norr)"), Some("0114R001"));
    let mut wholes = Key::default();
    wholes.learn_part("0114A0010", "0114R001").unwrap();
    assert!(!wholes.is_empty() && wholes.divides(Division::Deso) && !wholes.divides(Division::Regso));
    wholes.learn_part("0114A0010", "0114R001").unwrap();
    wholes.learn_part("0114A0020", "0114R002").unwrap();
    wholes.learn_part("0114A0030", "0114R003").unwrap();
    let lies = |key: &Key, part: &str| key.wholes(part).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lies(&wholes, "0114A0010"), ["0114R001"]);
    let mut other = Key::default();
    other.learn_part("0114A0020", "0114R001").unwrap();
    other.learn("0114R001", "Söder").unwrap();
    key.add(wholes).unwrap();
    key.add(other).unwrap();
    assert_eq!([lies(&key, "0114A0010"), lies(&key, "0114A0020")], [[""; 0]; 2]);
    assert_eq!(lies(&key, "0114A0030"), ["0114R003"]);
    assert_eq!(key.name("0114R001"), Some("Norr  om ån"));
    key.close();
    assert_eq!(key.parts("0114R003").map(|(part, _)| part.to_owned()).collect::<Vec<_>>(), ["0114A0030"]);
    assert_eq!(parts("Upplands Väsby (Norr (a))"), Some(("0114", "Norr (a)")));
    assert_eq!([parts("Upplands Väsby"), parts("Norr (a)"), parts("Upplands Väsby (a")], [None; 3]);
    assert_eq!(plain("  Norr   OM ån "), "norr om ån");
}
