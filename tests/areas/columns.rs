//! Columns that a person did not head as areas, but that say them.

use troskel::areas::{Assumed, Settings, import, join};

use super::{joined, set};

#[test]
fn two_columns_of_codes_are_told_and_one_beside_its_own_name_is_not() {
    let assumed = |text: &str| {
        let joined = joined(text);
        let all = joined.tables.iter().flat_map(|table| &table.assumed).cloned();
        all.collect::<Vec<_>>()
    };
    let flow = "Från;Till;Valdeltagande\n0581R001;0581R002;70,1\n0581R002;0581R003;71,2\n";
    let expected = Assumed::AreaColumn { column: "Från".to_owned(), other: "Till".to_owned() };
    assert_eq!(assumed(flow), [expected]);
    let levels = "DeSO;RegSO;Valdeltagande\n0581A0010;0581R002;70,1\n0581A0020;0581R003;71,2\n";
    assert_eq!(assumed(levels), []);
    let twice = "Kod;Område;Valdeltagande\n0581R001;0581R001 Hageby;70,1\n0581R002;0581R002 Norr;71,2\n";
    assert_eq!(assumed(twice), []);
}

#[test]
fn no_measure_names_the_headings_over_numbers() {
    let settings = Settings::new(&set());
    let text = "Kod;Andel xyzzy;Namn\n0581R001;5,1;A\n0581R002;6,2;B\n";
    let loaded = import("a.csv", text.as_bytes(), &settings).unwrap();
    let error = join(vec![loaded], &settings).unwrap_err();
    let said = serde_json::to_value(&error.problem).unwrap();
    assert_eq!(said["columns"], "Andel xyzzy (xyzzy?)");
}
