//! `troskel series` and `troskel compare`: what they write and say, and how wrong usage is refused.

use serde_json::Value;

use super::cli_files::Folder;

const YEARS: &str = "region;Sysselsatta 2023;Befolkning 2023;Sysselsatta 2024;Befolkning 2024\n\
    0180R001;58;100;61;102\n0180R002;70;100;..;100\n";

#[test]
fn a_series_is_written_tidy_wide_and_as_json() {
    let folder = Folder::new();
    folder.write("a.csv", YEARS);
    let (status, tidy, told) = folder.run(&["series", "a.csv", "--area", "0180R001"]);
    assert_eq!(status, 0, "{told}");
    let lines: Vec<&str> = tidy.lines().collect();
    assert_eq!(lines.len(), 1 + 2 * 4);
    assert_eq!(
        lines[5],
        "0180R001,,0180,Stockholm,true,2024,undetermined,employment,2024,false,61/102,59.8,-0.2,met,certain,2023,1.8,3,\
         regso-2025"
    );
    assert!(
        told.contains("employment, 2023–2024: ") || told.contains("2023–2024: From 2024 the areas"),
        "{told}"
    );
    let (_, wide, _) = folder.run(&["series", "a.csv", "--wide", "--quiet"]);
    let rows: Vec<Vec<&str>> = wide.lines().map(|line| line.split(',').collect()).collect();
    let column = rows[0].iter().position(|name| *name == "employment_change_2024").unwrap();
    assert_eq!((rows.len(), rows[1][column], rows[2][column]), (3, "1.8", ""));
    let (_, json, _) = folder.run(&["series", "a.csv", "--format", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["areas"][0]["points"][1]["findings"][0]["change"]["persons"], "3");
    assert_eq!(json["periods"][0]["period"], "2023");
    assert_eq!(json["reading"]["require"], "all");
}

#[test]
fn two_periods_are_compared_within_files_and_between_them() {
    let folder = Folder::new();
    folder.write("a.csv", YEARS);
    folder.write("names.csv", "region;Sysselsatta 2022;Befolkning 2022\nUpplands Väsby (Runby);50;100\n");
    folder.write(
        "codes.csv",
        "region;Sysselsatta 2023;Befolkning 2023\n0114R002 Upplands Väsby (Runby);49;100\n",
    );
    let (status, csv, told) = folder.run(&["compare", "a.csv", "--period", "2023", "--with-period", "2024"]);
    assert_eq!(status, 0, "{told}");
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    let cell = |row: usize, name: &str| rows[row][rows[0].iter().position(|one| *one == name).unwrap()];
    assert_eq!(
        (cell(1, "match"), cell(1, "employment_figure_before"), cell(1, "employment_figure")),
        ("code", "58/100", "61/102")
    );
    assert_eq!((cell(1, "employment_change"), cell(2, "employment_change")), ("1.8", ""));
    let (_, json, _) = folder.run(&["compare", "names.csv", "--with", "codes.csv", "--format", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["matches"][0]["matched"], "name");
    assert_eq!(json["areas"][0]["findings"][0]["change"]["points"], "-1.0");
}

#[test]
fn what_can_not_be_done_is_said_in_both_languages() {
    let folder = Folder::new();
    folder.write("a.csv", YEARS);
    folder.write("undated.csv", "region;Sysselsatta;Befolkning\n0180R001;58;100\n");
    for (arguments, status, words) in [
        (vec!["series", "a.csv", "--area", "0180R009", "--lang", "sv"], 1, "området finns inte i filerna"),
        (vec!["series", "a.csv", "--area", "0180R009", "--lang", "en"], 1, "do not have the area"),
        (vec!["series", "undated.csv", "--lang", "sv"], 1, "vilka år siffrorna gäller"),
        (vec!["compare", "a.csv", "--lang", "sv"], 2, "inget att jämföra med"),
        (vec!["compare", "a.csv", "--lang", "en"], 2, "nothing to compare with"),
        (vec!["compare", "a.csv", "--period", "1999", "--lang", "en"], 1, "2023, 2024"),
        (
            vec!["compare", "a.csv", "--period", "2023", "--changes", "a.csv", "--lang", "en"],
            1,
            "no log of changed areas",
        ),
        (vec!["compare", "a.csv", "--period", "2023", "--out", "a.csv", "--lang", "en"], 2, "which is read"),
    ] {
        let (found, shown, told) = folder.run(&arguments);
        assert_eq!((found, shown.as_str()), (status, ""), "{arguments:?} {told}");
        assert!(told.contains(words), "{arguments:?} {told}");
    }
    let (status, help, _) = folder.run(&["compare", "--help", "--lang", "sv"]);
    assert!(status == 0 && help.contains("Förteckning över ändrade områden"), "{help}");
}
