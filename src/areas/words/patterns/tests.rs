//! What numbers in a text say, and what they don't.

use super::*;

#[track_caller]
fn says(text: &str, facet: Facet, value: Value) {
    let words: Vec<&str> = text.split_whitespace().collect();
    assert_eq!(numbers(&words, false), Some((facet, value, words.len())), "{text}");
}

#[test]
fn spans_of_ages_and_durations_are_told_apart() {
    for text in [
        "20-64 år",
        "20-64",
        "20-64år",
        "20-64-åringar",
        "20 till 64 år",
        "mellan 20 och 64 år",
        "20 to 64 years",
    ] {
        says(text, Facet::Age, Value::Span(20, 64));
    }
    for text in ["18 år och äldre", "18+", "18+ år"] {
        says(text, Facet::Age, Value::Span(18, u32::MAX));
    }
    for text in ["mer än 12 månader", ">12 mån", "12+ mån", "minst 12 månader", "12 månader eller mer"]
    {
        says(text, Facet::Duration, Value::Span(12, u32::MAX));
    }
    for text in [
        "mer än tolv månader",
        "minst tolv mån",
        "tolv månader eller längre",
        "minst ett år",
        "over one year",
    ] {
        says(text, Facet::Duration, Value::Span(12, u32::MAX));
    }
    says("sex månader", Facet::Duration, Value::Span(6, 6));
    assert_eq!(numbers(&["sex", "total"], false), None, "a facet in English");
    says("mer än 2 år", Facet::Duration, Value::Span(24, u32::MAX));
    says("6-12 månader", Facet::Duration, Value::Span(6, 12));
}

#[test]
fn dates_are_told_whatever_they_are_written_like() {
    for text in [
        "januari 2024",
        "2024 januari",
        "2024m01",
        "2024-01",
        "2024-01-31",
        "202401",
        "20240131",
        "jan-24",
        "2024 m01",
        "31 januari 2024",
        "31/1 2024",
        "01/2024",
        "31/1/2024",
        "01/31/2024",
        "01/01/2024",
        "2024 31/1",
    ] {
        says(text, Facet::Period, Value::Date(12 * 2024 + 1, 1));
    }
    for text in [
        "2024k3",
        "2024q3",
        "2024 kvartal 3",
        "kvartal 3 2024",
        "kv3 2024",
        "2024 kv 3",
        "2024 kv3",
        "2024 q3",
    ] {
        says(text, Facet::Period, Value::Date(12 * 2024 + 9, 3));
    }
    for text in ["2024", "2023-2024", "2023/24", "x2024"] {
        says(text, Facet::Period, Value::Date(12 * 2024 + 12, 12));
    }
    for text in ["31/13 2024", "32 januari 2024", "13/2024", "maj 15", "2/1/2024", "13/13/2024"] {
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(date(&words), None, "{text}");
    }
    assert!(
        Value::Date(12 * 2024 + 1, 1) > Value::Date(12 * 2023 + 9, 1),
        "januari 2024 is behind september 2023"
    );
}

#[test]
fn numbers_written_out_are_those_of_months_and_of_years_that_are_compared() {
    let months = [
        ("en", 1),
        ("ett", 1),
        ("one", 1),
        ("två", 2),
        ("two", 2),
        ("tre", 3),
        ("three", 3),
        ("fyra", 4),
        ("four", 4),
        ("fem", 5),
        ("five", 5),
        ("sex", 6),
        ("six", 6),
        ("sju", 7),
        ("seven", 7),
        ("åtta", 8),
        ("eight", 8),
        ("nio", 9),
        ("nine", 9),
        ("tio", 10),
        ("ten", 10),
        ("elva", 11),
        ("eleven", 11),
        ("tolv", 12),
        ("twelve", 12),
        ("arton", 18),
        ("eighteen", 18),
        ("tjugofyra", 24),
        ("twenty-four", 24),
        ("trettiosex", 36),
        ("thirty-six", 36),
    ];
    for (word, number) in months {
        says(&format!("{word} månader"), Facet::Duration, Value::Span(number, number));
        says(&format!("mer än {word} months"), Facet::Duration, Value::Span(number, u32::MAX));
    }
    for text in ["sex år", "tre kvinnor", "sex", "bland de som tolv månader"] {
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(numbers(&words, false), None, "{text}");
    }
}

#[test]
fn spans_have_the_bounds_that_their_words_say() {
    for (text, from, to) in [
        ("under 6 mån", 0, 5),
        ("mindre än 6 mån", 0, 5),
        ("kortare än 6 månader", 0, 5),
        ("less than 6 months", 0, 5),
        ("below 1 month", 0, 0),
        ("längre än 6 mån", 6, u32::MAX),
        ("fler än 6 mån", 6, u32::MAX),
        ("more than 6 months", 6, u32::MAX),
        ("över 6 mån", 6, u32::MAX),
        ("från 6 mån", 6, u32::MAX),
        ("from 6 months", 6, u32::MAX),
        ("6- mån", 6, u32::MAX),
        (">=6 mån", 6, u32::MAX),
        ("6 mån eller längre", 6, u32::MAX),
        ("6 till 12 mån", 6, 12),
        ("6 tom 12 mån", 6, 12),
        ("between 6 and 12 months", 6, 12),
        ("6 mån", 6, 6),
        ("över 5 år", 60, u32::MAX),
        ("5+ years", 60, u32::MAX),
    ] {
        says(text, Facet::Duration, Value::Span(from, to));
    }
    for (text, from, to) in [
        ("över 6 år", 6, u32::MAX),
        ("6+ yrs", 6, u32::MAX),
        ("under 19 år", 0, 18),
        ("19 år", 19, 19),
        ("19 y", 19, 19),
        ("19 år eller äldre", 19, u32::MAX),
        ("19 years and over", 19, u32::MAX),
        ("19 years or older", 19, u32::MAX),
        ("19 years and above", 19, u32::MAX),
        ("19 år och uppåt", 19, u32::MAX),
        ("130 år", 130, 130),
        ("0-5 år", 0, 5),
    ] {
        says(text, Facet::Age, Value::Span(from, to));
    }
    for text in [
        "19",
        "131 år",
        "64-20 år",
        "20-20 år",
        "1000 mån",
        "12345 mån",
        "mellan 20 men 64 år",
        "minst",
        "mer än",
        "20-64-70",
    ] {
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(numbers(&words, false), None, "{text}");
    }
    // In a column of ages a number is one, and years are no durations.
    assert_eq!(numbers(&["19"], true), Some((Facet::Age, Value::Span(19, 19), 1)));
    assert_eq!(numbers(&["5+", "år"], true), Some((Facet::Age, Value::Span(5, u32::MAX), 2)));
    assert_eq!(numbers(&["19", "och", "män"], true), Some((Facet::Age, Value::Span(19, 19), 1)));
}

#[test]
fn months_have_their_names_and_dates_their_edges() {
    let names: [&[&str]; 12] = [
        &["januari", "jan", "january"],
        &["februari", "feb", "february"],
        &["mars", "mar", "march"],
        &["april", "apr"],
        &["maj", "may"],
        &["juni", "jun", "june"],
        &["juli", "jul", "july"],
        &["augusti", "aug", "august"],
        &["september", "sep", "sept"],
        &["oktober", "okt", "oct", "october"],
        &["november", "nov"],
        &["december", "dec"],
    ];
    for (names, month) in names.iter().zip(1..) {
        for name in *names {
            says(&format!("{name} 2024"), Facet::Period, Value::Date(12 * 2024 + month, 1));
            says(&format!("2024 {name}"), Facet::Period, Value::Date(12 * 2024 + month, 1));
            says(&format!("31 {name} 2024"), Facet::Period, Value::Date(12 * 2024 + month, 1));
        }
    }
    for text in ["1900", "2099", "2024p", "2024r"] {
        let year = text.trim_end_matches(['p', 'r']).parse::<u32>().unwrap();
        says(text, Facet::Period, Value::Date(12 * year + 12, 12));
    }
    for text in [
        "2024m12",
        "2024-12",
        "2024-12-31",
        "202412",
        "20241231",
        "2024 m12",
        "1/12 2024",
        "12/2024",
        "dec-24",
    ] {
        says(text, Facet::Period, Value::Date(12 * 2024 + 12, 1));
    }
    for text in
        ["2024k4", "2024q4", "kvartal 4 2024", "quarter 4 2024", "2024 quarter 4", "k4 2024", "q4 2024"]
    {
        says(text, Facet::Period, Value::Date(12 * 2024 + 12, 3));
    }
    says("1999/00", Facet::Period, Value::Date(12 * 2000 + 12, 12));
    says("1999-2000", Facet::Period, Value::Date(12 * 2000 + 12, 12));
    for text in [
        "1899",
        "2100",
        "02024",
        "2024m13",
        "2024m0",
        "2024-13",
        "2024-00",
        "202413",
        "202400",
        "2024013",
        "20241a",
        "2024k5",
        "2024k0",
        "kvartal 5 2024",
        "kvartal 4",
        "k5 2024",
        "0 januari 2024",
        "31 januari",
        "0/1 2024",
        "32/1 2024",
        "1/0 2024",
        "0/2024",
        "2023/25",
        "2023/2025",
        "2023-2025",
        "2023/12",
        "2024pp",
        "2024x",
        "jan-2024",
        "januari",
        "jan-2",
        "2024-",
        "",
    ] {
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(date(&words), None, "{text}");
    }
    // What does not belong to a year stands behind it.
    for text in ["2024 kvartal 5", "2024 m13", "2024 k0", "2024 kvinnor"] {
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(date(&words), Some((Facet::Period, Value::Date(12 * 2024 + 12, 12), 1)), "{text}");
    }
    assert!(is_years("2018-2022") && !is_years("2018") && !is_years("2018-22") && !is_years("18-2022"));
}

#[test]
fn limits_are_told_from_ages_and_from_numbers() {
    let p = |text: &str| limit(&text.split_whitespace().collect::<Vec<_>>());
    for text in [">10 %", "<10 procent", ">=10 percent"] {
        assert_eq!(p(text), Some(2), "{text}");
    }
    for text in [
        "> 10 %",
        "under 60 procent",
        "över 5 %",
        "minst 5 %",
        "högst 5 %",
        "below 5 %",
        "above 5 %",
        "over 5 percent",
    ] {
        assert_eq!(p(text), Some(3), "{text}");
    }
    for text in ["10 %", ">10", ">10 år", "> 10", "> 10 år", "under", "andel 60 %", "> %", "under x %", ""]
    {
        assert_eq!(p(text), None, "{text}");
    }
    for cell in ["<60", "> 10", "≤5", "≥5,5 %", "under 60", "Över 60.5", "minst 5", "högst 5 %", "<= 60"]
    {
        assert!(is_limit(cell), "{cell}");
    }
    for cell in ["60", "<", "under", "under 60 år", "< x", "über 60", ""] {
        assert!(!is_limit(cell), "{cell}");
    }
}
