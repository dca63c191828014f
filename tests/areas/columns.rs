//! Columns that a person did not head as areas, but that say them.

use troskel::areas::{Assumed, Facet, Settings, import, join};

use super::{joined, set};

fn assumed(text: &str) -> Vec<Assumed> {
    joined(text).tables.iter().flat_map(|table| &table.assumed).cloned().collect()
}

#[test]
fn other_ages_and_longer_times_than_usual_are_told() {
    let unusual = |criterion: &str, facet, value: &str, usual: &str| Assumed::Unusual {
        criterion: criterion.to_owned(),
        facet,
        values: vec![value.to_owned()],
        usual: usual.to_owned(),
    };
    let told = assumed("Kod;Förvärvsintensitet 25-54 år\n0581R001;61,2\n0581R002;44,0\n");
    assert_eq!(told, [unusual("employment", Facet::Age, "25-54 år", "20-64")]);
    let told = assumed("Kod;Andel inskrivna mer än 12 månader\n0581R001;5,1\n0581R002;3,2\n");
    assert_eq!(told, [unusual("long-term-unemployment", Facet::Duration, "mer än 12 månader", "6+")]);
    for usual in
        ["Förvärvsintensitet 20-64 år", "Förvärvsintensitet 20-65 år", "Andel inskrivna mer än 6 månader"]
    {
        assert_eq!(assumed(&format!("Kod;{usual}\n0581R001;5,1\n0581R002;3,2\n")), []);
    }
}

#[test]
fn two_columns_of_codes_are_told_and_one_beside_its_own_name_is_not() {
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
