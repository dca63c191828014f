//! The country's and the municipalities' own rows: kept to compare areas with, and nowhere among them.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at what is missing")]

use std::fmt::Write as _;

use troskel::areas::{Settings, import, join};
use troskel::criteria::{Language, sets};
use troskel::many::Run;
use troskel::output::report::{Asked, Report, html};
use troskel::output::xlsx::xlsx;
use troskel::years::Timeline;

fn run(files: &[(&str, &str)]) -> Run {
    let set = sets::get("promemoria-2018").unwrap();
    let settings = Settings::new(&set).every_period(true);
    let loaded = files.iter().map(|(name, text)| import(name, text.as_bytes(), &settings).unwrap());
    let joined = join(loaded.collect(), &settings).unwrap();
    let reading = set.reading(None, None).unwrap();
    Run::new(joined, set, reading).unwrap()
}

/// What is compared with, each with its figures as they are: `00: - - - 84.2`.
fn yardsticks(run: &Run, municipalities: &[&str]) -> Vec<String> {
    let municipalities: Vec<String> = municipalities.iter().map(|code| (*code).to_owned()).collect();
    let all = run.yardsticks(&municipalities);
    let said = all.iter().map(|one| {
        let figures = one.findings.iter().map(|finding| finding.figure.as_deref().unwrap_or("-"));
        let code = one.municipality.as_deref().unwrap_or("00");
        format!("{code}: {}", figures.collect::<Vec<_>>().join(" "))
    });
    said.collect()
}

const LEVELS: &str = "region;Valdeltagande\n00 Riket;84,2\n07 Kronobergs län;85,0\n0760 Uppvidinge;82,0\n0761 Lessebo;83,0\n0760R001 Åseda;79,0\n0760R002 Lenhovda;81,1\n";

#[test]
fn rows_of_the_country_and_of_municipalities_are_compared_with_and_never_counted() {
    let run = run(&[("a.csv", LEVELS)]);
    assert_eq!(run.totals().areas, 2);
    assert_eq!(yardsticks(&run, &["0760"]), ["00: - - - 84.2", "0760: - - - 82.0"]);
    assert_eq!(yardsticks(&run, &[]), ["00: - - - 84.2"]);
    assert_eq!(yardsticks(&run, &["0763", "0761"]), ["00: - - - 84.2", "0761: - - - 83.0"]);
    assert!(run.joined.areas.iter().all(|area| area.bare_code().unwrap().len() == 8));
}

#[test]
fn they_are_read_as_the_areas_are_from_counts_in_a_long_table_too() {
    let mut text = "region;kön;arbetsmarknadsstatus;2022\n".to_owned();
    let counts = [
        ("00 Riket", 800_u64, 1_000_u64),
        ("0180 Stockholm", 79, 100),
        ("0180R001 A", 5, 9),
        ("0180R002 B", 6, 9),
    ];
    for (region, employed, all) in counts {
        for (status, number) in
            [("sysselsatta", employed), ("ej sysselsatta", all - employed), ("totalt", all)]
        {
            writeln!(text, "{region};totalt;{status};{number}").unwrap();
        }
    }
    let run = run(&[("a.csv", &text)]);
    assert_eq!(run.totals().areas, 2);
    assert_eq!(yardsticks(&run, &["0180"]), ["00: 800/1000 - - -", "0180: 79/100 - - -"]);
}

#[test]
fn those_of_another_time_or_told_in_two_ways_are_none() {
    let table = |year: u32, nation: &str| {
        format!("region;Valdeltagande {year}\n00 Riket;{nation}\n0760R001 Åseda;79,0\n")
    };
    let (old, new) = (table(2018, "87,2"), "region;Valdeltagande 2022\n0760R001 Åseda;78,0\n".to_owned());
    assert!(yardsticks(&run(&[("old.csv", &old), ("new.csv", &new)]), &[]).is_empty());
    let both = [("a.csv", &*table(2022, "84,2")), ("b.csv", &*table(2022, "84,3"))];
    assert!(yardsticks(&run(&both), &[]).is_empty());
    let alike = [("a.csv", &*table(2022, "84,2")), ("b.csv", &*table(2022, "84,2"))];
    assert_eq!(yardsticks(&run(&alike), &[]), ["00: - - - 84.2"]);
    let none = [("a.csv", "region;Valdeltagande 2022\n0760R001 Åseda;79,0\n")];
    assert!(yardsticks(&run(&none), &["0760"]).is_empty());
}

#[test]
fn their_counts_go_over_their_bases_of_another_file_year_by_year() {
    let counts = |years: &str, rows: [[&str; 2]; 4]| {
        let names = ["00 Riket", "0180 Stockholm", "0180R001 A", "0180R002 B"];
        let rows = names.iter().zip(rows).map(|(name, [old, new])| format!("{name};{old};{new}\n"));
        format!("region;{years}\n{}", rows.collect::<String>())
    };
    let unemployed = counts(
        "Arbetslösa mer än 6 månader 2021;Arbetslösa mer än 6 månader 2022",
        [["200", "300"], ["30", "40"], ["3", "4"], ["5", "6"]],
    );
    let people = counts(
        "Befolkning 20-64 år 2021;Befolkning 20-64 år 2022",
        [["5000", "6000"], ["700", "800"], ["70", "80"], ["90", "91"]],
    );
    let run = run(&[("counts.csv", &unemployed), ("people.csv", &people)]);
    assert_eq!(run.totals().areas, 2);
    assert_eq!(yardsticks(&run, &["0180"]), ["00: - 300/6000 - -", "0180: - 40/800 - -"]);
    let timeline = Timeline::new(&run).unwrap();
    let years: Vec<Vec<String>> =
        timeline.moments().iter().map(|moment| yardsticks(&moment.run, &["0180"])).collect();
    assert_eq!(
        years,
        [["00: - 200/5000 - -", "0180: - 30/700 - -"], ["00: - 300/6000 - -", "0180: - 40/800 - -"]]
    );
}

#[test]
fn a_file_of_municipalities_assesses_them_and_compares_them_with_the_country() {
    let run = run(&[(
        "a.csv",
        "region;Valdeltagande 2022\n00 Riket;84,2\n0760 Uppvidinge;82,0\n0761 Lessebo;83,0\n",
    )]);
    assert_eq!(run.totals().areas, 2);
    assert_eq!(yardsticks(&run, &["0760"]), ["00: - - - 84.2"]);
}

#[test]
fn each_year_has_its_own() {
    let text = "region;Sysselsatta 2021;Befolkning 2021;Sysselsatta 2022;Befolkning 2022\n00 Riket;70;100;75;101\n0180 Stockholm;;;80;99\n0180R001 A;5;10;6;11\n";
    let run = run(&[("a.csv", text)]);
    assert_eq!(yardsticks(&run, &["0180"]), ["00: 75/101 - - -", "0180: 80/99 - - -"]);
    let timeline = Timeline::new(&run).unwrap();
    let years: Vec<Vec<String>> =
        timeline.moments().iter().map(|moment| yardsticks(&moment.run, &["0180"])).collect();
    assert_eq!(years, [vec!["00: 70/100 - - -"], vec!["00: 75/101 - - -", "0180: 80/99 - - -"]]);
    assert!(timeline.moments().iter().all(|moment| moment.run.totals().areas == 1));
}

#[test]
fn the_report_and_the_method_sheet_tell_them() {
    let run = run(&[("a.csv", LEVELS)]);
    let page = html(&Report::new(&run, &[0, 1], Asked::default(), Language::Sv));
    assert!(page.contains("<th scope=\"row\">Riket i filerna</th>"), "{page}");
    assert!(
        page.contains("<th scope=\"row\">Uppvidinge (kommunen)</th>") && !page.contains("Lessebo"),
        "{page}"
    );
    assert!(page.contains("Rapporten gäller 2 områden."));
    let mut bytes = Vec::new();
    let mut out = |piece: &[u8]| {
        bytes.extend_from_slice(piece);
        Ok(())
    };
    xlsx(&run, 0..2, Language::Sv, None, &mut out).unwrap();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut take = |record: &troskel::table::Record<'_>| {
        rows.push(record.cells().map(str::to_owned).collect());
    };
    let (options, limits) = Default::default();
    troskel::table::read("a.xlsx", &bytes, &options, &limits, &mut take).unwrap();
    let row = |name: &str| rows.iter().find(|row| row[0] == name).map(|row| row[4].clone());
    assert_eq!(row("Riket i filerna").as_deref(), Some("84.2"));
    assert_eq!(row("Uppvidinge (kommunen)").as_deref(), Some("82.0"));
    assert_eq!(row("Lessebo (kommunen)"), None);
}
