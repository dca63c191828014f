//! What formats make of numbers.

use super::*;

fn shown(format: &NumberFormat, number: &str, from_1904: bool) -> String {
    let mut text = String::new();
    format.show(number, from_1904, &mut text);
    text
}

#[test]
fn a_cell_is_the_value_that_it_holds() {
    let p = |code: &str, number: &str| shown(&NumberFormat::parse(code), number, false);
    assert_eq!(p("General", "28.000000000000004"), "28");
    assert_eq!(p("General", "742"), "742");
    assert_eq!(p("General", "0742"), "742");
    assert_eq!(p("General", "0"), "0");
    assert_eq!(p("General", ""), "");
    assert_eq!(p("General", "79.508196721311478"), "79.508196721311");
    assert_eq!(p("0.0", "58"), "58.0");
    assert_eq!(p("0.0", "27.96"), "27.96");
    assert_eq!(p("0.0%", "0.58199999999999996"), "58.2%");
    assert_eq!(p("0.0%", "0.59996"), "59.996%");
    assert_eq!(p("0.0%", "0.6"), "60.0%");
    assert_eq!(p("0%", "0.6"), "60%");
    assert_eq!(p("#,##0.00", "1234.5"), "1234.50");
    assert_eq!(p("0.0\" % av alla\"", "5"), "5.0");
    assert_eq!(p("0.0\" ‰\"", "43.1"), "43.1 ‰");
    assert_eq!(p("0.0‰", "43.1"), "43.1 ‰");
    assert_eq!(p("#,##0\" kr\"", "43"), "43 kr");
    assert_eq!(p("\"Index \"0", "71"), "71 index");
    assert_eq!(p("0\" st\"", "71"), "71");
    assert_eq!(p("+0.0;-0.0;0", "4.3"), "+4.3");
    assert_eq!(p("+0.0%;-0.0%", "0.043"), "+4.3%");
    assert_eq!(p("\\+0.0;\\-0.0", "4.3"), "+4.3");
    assert_eq!(p("\"+\"0.0;-0.0", "4.3"), "+4.3");
    assert_eq!(p("0.0\\ \\p\\.\\e\\.", "4.3"), "4.3 p.e.");
    assert_eq!(p("0.00E+00", "5"), "5");
    assert_eq!(p("[$-41D]yyyy\\-mm\\-dd", "45291"), "2023-12-31");
    assert_eq!(p("General", "1E-3"), "0.001");
    assert_eq!(p("General", "NaN"), "NaN");
}

#[test]
fn what_a_cell_shows_tells_plus_and_unit() {
    assert_eq!(beside("+4,3"), (true, None));
    assert_eq!(beside("43,1 ‰"), (false, Some("‰")));
    assert_eq!(beside("-4,3 p.e."), (false, Some("p.e.")));
    assert_eq!(beside("Index 71,0"), (false, Some("index")));
    assert_eq!(beside("1 043 kr"), (false, Some("kr")));
    assert_eq!(beside("58,2"), (false, None));
    assert_eq!(beside("58 personer"), (false, None));
}

#[test]
fn of_several_sections_the_number_decides() {
    let p = |code: &str, number: &str| shown(&NumberFormat::parse(code), number, false);
    assert_eq!(p("0.0;[Red]-0.00", "-1"), "-1.00");
    assert_eq!(p("0.0;[Red]-0.00", "1"), "1.0");
    assert_eq!(p("0.0;-0.00;0.000", "0"), "0.000");
    assert_eq!(p("[=0]\"-\";0.0%", "0.582"), "58.2%");
    assert_eq!(p("[<0.05]\"..\";0.0%", "0.582"), "58.2%");
    assert_eq!(p("[>=0.5]0.0%;[<0.5]0.00%", "0.25"), "25.00%");
    // A section of text alone hides the number that the cell holds.
    assert_eq!(p("[=0]\"-\";0.0%", "0"), "0.0%");
    assert_eq!(p("[<0.05]\"..\";0.0%", "0.04"), "4.0%");
    assert_eq!(p("_-* # ##0_-;-* # ##0_-;_-* \"-\"??_-;_-@_-", "0"), "0");
    assert_eq!(p("General;[Red]-General", "-58.2"), "-58.2");
    assert_eq!(p("yyyy-mm-dd;@", "45291"), "2023-12-31");
}

#[test]
fn days_are_counted_as_excel_does() {
    let p = |number, from_1904| shown(&NumberFormat::built_in(14), number, from_1904);
    assert_eq!(p("1", false), "1900-01-01");
    assert_eq!(p("59", false), "1900-02-28");
    assert_eq!(p("61", false), "1900-03-01");
    assert_eq!(p("36526", false), "2000-01-01");
    assert_eq!(p("45351.75", false), "2024-02-29");
    assert_eq!(p("43889", true), "2024-02-29");
    assert_eq!(shown(&NumberFormat::built_in(10), "0.5", false), "50.00%");
    assert_eq!(shown(&NumberFormat::built_in(20), "0.520833333333333", false), "12:30");
    assert_eq!(shown(&NumberFormat::parse("[h]:mm"), "0.75", false), "18:00");
}

#[test]
fn formats_without_a_code_are_those_of_the_standard() {
    let two = [2, 4, 7, 8, 10, 39, 40, 43, 44];
    let days = (14..=22).chain(27..=36).chain(45..=47).chain(50..=58).collect::<Vec<_>>();
    for id in 0..70 {
        let format = NumberFormat::built_in(id);
        let section = &format.first;
        assert_eq!(section.decimals, if two.contains(&id) { 2 } else { 0 }, "{id}");
        assert_eq!(section.percent, matches!(id, 9 | 10), "{id}");
        assert_eq!(section.date, days.contains(&id), "{id}");
    }
}

#[test]
fn units_are_known_by_what_is_shown() {
    let p = |code: &str| shown(&NumberFormat::parse(code), "5", false);
    for (words, unit) in [
        ("promille", " ‰"),
        (" tkr", " tkr"),
        (" Poäng", " poäng"),
        (" procentenheter", " p.e."),
        ("- kr", " kr"),
        ("±kr", " kr"),
        ("kronor", ""),
    ] {
        assert_eq!(p(&format!("0\"{words}\"")), format!("5{unit}"), "{words}");
    }
    assert_eq!(p("±0"), "+5");
    assert_eq!(p("\\±0"), "+5");
    assert_eq!(p("\"±\"0"), "+5");
    // Behind the number it is none of its sign.
    assert_eq!([p("0+"), p("0\"+\""), p("0\\+")], ["5", "5", "5"]);
    assert_eq!(beside("±4,3"), (true, None));
    assert_eq!(beside("promille"), (false, Some("‰")));
}

#[test]
fn each_condition_holds_on_its_side() {
    let p = |sign: &str| {
        let format = NumberFormat::parse(&format!("[{sign}5]0.0;0.00"));
        ["4", "5", "6"].map(|number| shown(&format, number, false).len() == 3)
    };
    assert_eq!(p("<"), [true, false, false]);
    assert_eq!(p("<="), [true, true, false]);
    assert_eq!(p("="), [false, true, false]);
    assert_eq!(p("<>"), [true, false, true]);
    assert_eq!(p(">="), [false, true, true]);
    assert_eq!(p(">"), [false, false, true]);
    // What else stands in brackets is no condition; of two the first one is.
    assert_eq!(shown(&NumberFormat::parse("[Red]0.0;0.00"), "-5", false), "-5.00");
    assert_eq!(shown(&NumberFormat::parse("[>5][<5]0.0;0.00"), "6", false), "6.0");
}

#[test]
fn a_section_without_a_condition_is_for_its_sign() {
    let p = |code: &str, number: &str| shown(&NumberFormat::parse(code), number, false);
    for (number, two, three) in [("1", "1.0", "1.0"), ("0", "0.0", "0.000"), ("-1", "-1.00", "-1.00")] {
        assert_eq!(p("0.0;0.00", number), two);
        assert_eq!(p("0.0;0.00;0.000", number), three);
    }
    // A fourth is for texts.
    assert_eq!(p("0.0;0.00;0.000;0.0000", "0"), "0.000");
    // One without a condition beside one that has one is for the numbers above zero, the last one for all others.
    assert_eq!(p("0.0;[<-5]0.00;0.000", "1"), "1.0");
    assert_eq!(p("0.0;[<-5]0.00;0.000", "-6"), "-6.00");
    assert_eq!(p("0.0;[<-5]0.00;0.000", "-1"), "-1.000");
    assert_eq!(p("[>5]0.0;0.00;0.000", "-1"), "-1.00");
    assert_eq!(p("[>5]0.0;0.00;0.000", "1"), "1.000");
}

#[test]
fn codes_are_read_sign_by_sign() {
    let p = |code: &str, number: &str| shown(&NumberFormat::parse(code), number, false);
    assert_eq!(p("0.0#", "5"), "5.0");
    assert_eq!(p("0.?", "5"), "5.0");
    assert_eq!(p("0.00E+00;0", "5"), "5");
    assert_eq!(p("0.0;0", "-5"), "-5");
    // What a filler or a blank of some width is like is not shown.
    assert_eq!(p("0_.0", "5"), "5");
    assert_eq!(p("0*.0", "5"), "5");
    assert_eq!(p("0\\.0", "5"), "5");
    assert_eq!(p("GENERAL;General", "5"), "5");
    assert_eq!(p("general\" kr\"", "5"), "5 kr");
    // Digits beside letters of a date are those of a number.
    assert_eq!(p("0.0\"d\"d", "45291"), "45291.0");
    for code in ["y", "m", "d", "Y", "M", "D"] {
        assert_eq!(p(code, "45291"), "2023-12-31", "{code}");
    }
    for code in ["h", "s", "H", "S"] {
        assert_eq!(p(code, "0.5"), "12:00", "{code}");
    }
    assert_eq!(p("\"dag \"d", "45291"), "2023-12-31");
    // A text alone gives way to the section that shows numbers.
    assert_eq!(p("\"x\";0.0", "1"), "1.0");
    assert_eq!(p("\\x;0.0", "1"), "1.0");
    assert_eq!(p("-;0.0", "1"), "1.0");
    assert_eq!(p("\"x\"", "1"), "1");
}

#[test]
fn numbers_in_no_format_are_plain() {
    let p = |number: &str| shown(&NumberFormat::default(), number, false);
    assert_eq!(p("123456789012345"), "123456789012345");
    assert_eq!(p("1234567890123456"), "1234567890123456");
    assert_eq!(p("12345678901234567"), "12345678901234568");
    assert_eq!(p(" 007 "), "7");
    assert_eq!(p("000"), "0");
    assert_eq!(p("-0.5"), "-0.5");
    assert_eq!(p("1e3"), "1000");
}

#[test]
fn days_and_times_have_their_edges() {
    let p = |number: &str| shown(&NumberFormat::built_in(14), number, false);
    // Excel's 29 February 1900, which never was.
    assert_eq!(p("60"), "1900-02-28");
    assert_eq!(p("366"), "1900-12-31");
    assert_eq!(p("367"), "1901-01-01");
    assert_eq!(p("36584"), "2000-02-28");
    assert_eq!(p("36585"), "2000-02-29");
    assert_eq!(p("36586"), "2000-03-01");
    assert_eq!(p("73109"), "2100-02-28");
    assert_eq!(p("73110"), "2100-03-01");
    assert_eq!(p("182622"), "2399-12-31");
    assert_eq!(p("182681"), "2400-02-28");
    assert_eq!(p("182682"), "2400-02-29");
    assert_eq!(p("182683"), "2400-03-01");
    assert_eq!(p("2958465"), "9999-12-31");
    assert_eq!(p("2958466"), "2958466");
    assert_eq!(p("-1"), "-1");
    assert_eq!(shown(&NumberFormat::built_in(14), "1", true), "1904-01-02");
    assert_eq!(shown(&NumberFormat::built_in(14), "59", true), "1904-02-29");
    for (month, day) in (1..=12).zip([1, 32, 61, 92, 122, 153, 183, 214, 245, 275, 306, 336]) {
        assert_eq!(p(&(45291 + day).to_string()), format!("2024-{month:02}-01"));
    }
    assert_eq!(p("0"), "00:00");
    assert_eq!(p("0.25"), "06:00");
    assert_eq!(p("0.999"), "23:59");
    assert_eq!(p("0.0003"), "00:00");
    assert_eq!(p("0.00035"), "00:01");
    assert_eq!(p("0.041666666666667"), "01:00");
}
