//! What single cells say.

use super::*;

#[test]
fn missing_symbols_are_no_numbers_and_no_errors() {
    for text in ["", " ", ".", "..", ".......", "N/A", "saknas"] {
        assert_eq!(count(text), Said::Missing, "{text:?}");
        assert_eq!(percent(text, false), Said::Missing, "{text:?}");
    }
    assert!(matches!(count("x"), Said::Wrong(_)), "a text, which is listed");
    assert_eq!(count("-"), Said::Nil);
    assert_eq!(percent("–", false), Said::Nil);
}

#[test]
fn a_whole_number_may_have_noughts_behind_it() {
    for text in ["704.0", "704,00", "704.0000", " 704.0 "] {
        assert_eq!(count(text), Said::Value(Bounds::only(704)), "{text}");
        assert!(!has_decimals(text.trim()), "{text}");
    }
    for text in ["704.5", "704.000.0", "70.4", "704.01"] {
        assert!(matches!(count(text), Said::Wrong(_)), "{text}");
    }
    for text in ["70.0", "100,0", "70,5", "70 %", "704.5"] {
        assert!(has_decimals(text), "{text}");
    }
}

#[test]
fn a_suppressed_count_is_between_its_bounds() {
    let text = |cell| match count(cell) {
        Said::Value(bounds) => bounds.to_string(),
        other @ (Said::Missing | Said::Nil | Said::Wrong(_)) => format!("{other:?}"),
    };
    for cell in [
        "<8",
        " < 8 ",
        "<\u{a0}8",
        "färre än 8",
        "Färre än 8",
        "<=7",
        "≤7",
        "högst 7",
        "less than 8",
        "0–7",
        "0-7",
    ] {
        assert_eq!(text(cell), "0–7", "{cell}");
        assert_eq!(is_suppressed(cell), !cell.starts_with('0'), "{cell}");
    }
    assert_eq!(text("1-4"), "1–4");
    assert_eq!(text("<1"), "0");
    for cell in ["<0", "4-1", "4-4", "<", "<8 %", "< -1", "2018-2022", "1-4-5", ">8", "<1000"] {
        assert!(text(cell).starts_with("Wrong"), "{cell}: {}", text(cell));
    }
}

#[test]
fn fractions_move_their_decimal_mark() {
    let p = |text| match percent(text, true) {
        Said::Value(figure) => figure.to_string(),
        other @ (Said::Missing | Said::Nil | Said::Wrong(_)) => format!("{other:?}"),
    };
    assert_eq!(p("0,582"), "58.2");
    assert_eq!(p("0.6"), "60");
    assert_eq!(p("1"), "100");
    assert_eq!(p("0,5820"), "58.20");
    assert_eq!(p("58,2 %"), "58.2");
    assert_eq!([p("58,2 procent"), p("0,6 percent")], ["58.2", "0.6"]);
    assert_eq!(p("742/1237"), "742/1237");
}

#[test]
fn the_digits_of_software_are_rounded_half_up_to_twelve_decimals() {
    let p = |text, fractions| match percent(text, fractions) {
        Said::Value(figure) => figure.to_string(),
        other @ (Said::Missing | Said::Nil | Said::Wrong(_)) => format!("{other:?}"),
    };
    assert_eq!(p("53.53050892619238", false), "53.530508926192");
    assert_eq!(p("79,50819672131148", false), "79.508196721311");
    assert_eq!(p("59.9999999999995", false), "60.000000000000");
    assert_eq!(p("0.7950819672131147", true), "79.508196721311");
    assert!(p("100.00000000000001", false).starts_with("100"));
    assert!(matches!(percent("0.1234567890123", false), Said::Wrong(_)), "13 digits are no double's");
    assert!(has_software_digits("79.50819672131148") && !has_software_digits("79.508196721311"));
}

#[test]
fn numbers_are_told_from_texts() {
    for text in ["742", "58,2", "58.2 %", "12 345", "12\u{a0}345", "\u{2212}3", "-1,5", "742/1237"] {
        assert!(looks_numeric(text), "{text}");
    }
    for text in ["", "..", "-", "16-24 år", "45-54", "0114A0010", "2023-03-29", "totalt", "."] {
        assert!(!looks_numeric(text), "{text}");
    }
}

#[test]
fn what_stands_for_no_number_is_told_from_what_is_one() {
    for cell in [
        "",
        " ",
        ".",
        ".......",
        "N/A",
        "n/a",
        "NA",
        "saknas",
        "Saknas",
        "uppgift saknas",
        "-",
        "–",
        "\u{2212}",
    ] {
        assert!(is_missing(cell), "{cell:?}");
    }
    for cell in ["........", "0", "..x", "--", "na"] {
        assert!(!is_missing(cell), "{cell:?}");
    }
    for cell in ["5 procent", "5 percent", "5\u{202f}%", "1/2", "5,", ".5"] {
        assert!(looks_numeric(cell), "{cell}");
    }
    for cell in ["procent", "5 per cent", "1\n2", "--5", "5-", "5 %%x"] {
        assert!(!looks_numeric(cell), "{cell:?}");
    }
    assert!(says_count("742") && says_count(" <8 ") && says_count("1–4") && !says_count("färre"));
    assert!(is_suppressed("färre än 5") && !is_suppressed("1–4") && !is_suppressed("742"));
    assert!(is_year("1999") && is_year("2022") && !is_year("2122") && !is_year("20221") && !is_year("1899x"));
}

#[test]
fn counts_have_up_to_twelve_digits_without_a_look_and_bounds_below_a_thousand() {
    let p = |cell| match count(cell) {
        Said::Value(bounds) => bounds.to_string(),
        other @ (Said::Missing | Said::Nil | Said::Wrong(_)) => format!("{other:?}"),
    };
    assert_eq!([p("0"), p("123456789012"), p("007"), p("1 204")], ["0", "123456789012", "7", "1204"]);
    assert_eq!(
        [p("<1000"), p("999-1000"), p("0-999")].map(|text| text.starts_with("Wrong")),
        [true, true, false]
    );
    assert_eq!([p("<999"), p("0–999"), p("högst 999")], ["0–998", "0–999", "0–999"]);
    for cell in [
        "mindre än 8",
        "under 8",
        "lägre än 8",
        "fewer than 8",
        "below 8",
        "\u{fe64}8",
        "=<7",
        "at most 7",
        "max 7",
    ] {
        assert_eq!(p(cell), "0–7", "{cell}");
    }
    assert_eq!(["704.00", "704,000", "704.", "704.0a"].map(whole), ["704", "704,000", "704.", "704.0a"]);
    for (cell, expected) in [
        ("704.0", false),
        ("99.0", true),
        ("100.0", true),
        ("101.0", false),
        ("704", false),
        ("70%", true),
        ("704,5", true),
    ] {
        assert_eq!(has_decimals(cell), expected, "{cell}");
    }
}

#[test]
fn percentages_have_the_edges_of_their_notations() {
    let p = |text: &str, fractions| match percent(text, fractions) {
        Said::Value(figure) => figure.to_string(),
        Said::Missing => "missing".to_owned(),
        Said::Nil => "nil".to_owned(),
        Said::Wrong(problem) => problem.code().to_owned(),
    };
    assert_eq!(
        [p(" ", true), p("..", true), p("-", true), p("x", true), p("58 %", false)],
        ["missing", "missing", "nil", "not-a-number", "58"]
    );
    assert_eq!(
        [p("1,01", true), p("1.1", true), p("2", true), p("0,5%", true)],
        ["above-hundred", "above-hundred", "above-hundred", "0.5"]
    );
    assert_eq!([p("0", true), p("0,5", true), p("0,55", true), p("0,555", true)], ["0", "50", "55", "55.5"]);
    // Half of the last decimal is rounded up, less is not.
    assert_eq!(p("58.1234567890125", false), "58.123456789013");
    assert_eq!(p("58.1234567890124", false), "58.123456789012");
    assert_eq!(p("0.581234567890125", true), "58.123456789013");
    assert_eq!(p("0.58123456789012549", true), "58.123456789013");
    assert_eq!(p("0.58123456789012449", true), "58.123456789012");
    assert_eq!(p("0.581234567890125 %", true), "0.581234567890");
    assert_eq!(p("1.58123456789012", true), "above-hundred");
    assert_eq!(p("58.1234567890123456789012345678901234", false), "58.123456789012");
    assert!(has_software_digits("58.12345678901234") && has_software_digits(" 58,12345678901234 %"));
    for cell in [
        "58.123456789012",
        "0.01234567890123",
        "58.1234567890123a",
        "58 1234567890123",
        ".5812345678901234",
        "58.",
        "1234567890123456.5",
    ] {
        assert!(!has_software_digits(cell), "{cell}");
    }
}
