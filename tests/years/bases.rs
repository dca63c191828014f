//! Figures over years that need a second file: counts with their bases in another one, and sums over a key.

use troskel::areas::{Assumed, JoinWarning, Settings, import, join};
use troskel::criteria::sets;
use troskel::many::Run;
use troskel::years::Timeline;

use super::{EMPLOYMENT, figures, periods, run};

const UNEMPLOYMENT: usize = 1;

#[test]
fn counts_get_the_base_of_their_own_year_from_another_file() {
    let counts = "region;Långtidsinskrivna 2021;Långtidsinskrivna 2022;Långtidsinskrivna 2023\n\
        0180R001;55;58;61\n0180R002;70;..;72\n0180R003;5;6;7\n";
    let bases = "region;Befolkning 2020;Befolkning 2021;Befolkning 2023\n\
        0180R001;90;100;102\n0180R002;95;101;103\n0180R003;9;4;70\n";
    for files in [[("c.csv", counts), ("b.csv", bases)], [("b.csv", bases), ("c.csv", counts)]] {
        let run = run(&files);
        assert_eq!(run.figure(UNEMPLOYMENT, 0).unwrap().to_string(), "61/102");
        let timeline = Timeline::new(&run).unwrap();
        assert_eq!(periods(&timeline), ["2021", "2023"], "2022 has no base, and 2020 no count");
        assert_eq!(
            figures(&timeline, "0180R001", UNEMPLOYMENT),
            ["55/100", "61/102 4.8 since 2021 6 persons"]
        );
        assert_eq!(
            figures(&timeline, "0180R002", UNEMPLOYMENT),
            ["70/101", "72/103 0.6 since 2021 2 persons"]
        );
        assert_eq!(figures(&timeline, "0180R003", UNEMPLOYMENT)[1], "7/70", "5 of 4 is none");
    }
    // One file a year of both.
    let split = |file: &str, nth: usize| -> String {
        let row = |line: &str| {
            line.split(';')
                .enumerate()
                .filter(|(at, _)| *at == 0 || *at == nth)
                .map(|(_, cell)| cell)
                .collect::<Vec<_>>()
                .join(";")
        };
        file.lines().map(|line| row(line) + "\n").collect()
    };
    let (old, new) = (split(counts, 1), split(counts, 3));
    let (of_old, of_new) = (split(bases, 2), split(bases, 3));
    let run = run(&[("c1.csv", &old), ("b1.csv", &of_old), ("c2.csv", &new), ("b2.csv", &of_new)]);
    assert_eq!(run.figure(UNEMPLOYMENT, 0).unwrap().to_string(), "61/102");
    let timeline = Timeline::new(&run).unwrap();
    assert_eq!(figures(&timeline, "0180R001", UNEMPLOYMENT), ["55/100", "61/102 4.8 since 2021 6 persons"]);
}

#[test]
fn counts_over_a_base_of_other_years_are_said_or_none() {
    let counts = "region;Långtidsinskrivna 2023\n0180R001;55\n";
    let told = |base: &str| {
        let run = run(&[("c.csv", counts), ("b.csv", base)]);
        let assumed = run.joined.tables.iter().flat_map(|table| &table.assumed);
        let assumed = assumed.filter(|one| matches!(one, Assumed::BaseYear { .. })).count();
        let others =
            run.joined.warnings.iter().filter(|one| matches!(one, JoinWarning::OtherYears { .. })).count();
        (run.figure(UNEMPLOYMENT, 0).map(|figure| figure.to_string()), assumed, others)
    };
    let figure = |text: &str| Some(text.to_owned());
    assert_eq!(told("region;Befolkning 2022\n0180R001;100\n"), (figure("55/100"), 1, 0));
    assert_eq!(told("region;Befolkning 2022;Befolkning 2023\n0180R001;100;101\n"), (figure("55/101"), 0, 0));
    assert_eq!(told("region;Befolkning 2023;Befolkning 2024\n0180R001;100;101\n"), (figure("55/100"), 0, 0));
    assert_eq!(told("region;Befolkning 2019\n0180R001;100\n"), (None, 0, 1));
}

#[test]
fn sums_over_a_key_are_made_of_every_year() {
    let counts = "region;Sysselsatta 2022;Befolkning 2022;Sysselsatta 2023;Befolkning 2023\n\
        0114C1010;50;100;55;101\n0114C1030;10;20;..;21\n0114C1180;1;2;1;3\n";
    let key = "DeSO;RegSOkod\n0114C1010;0114R001\n0114C1030;0114R001\n0114C1180;0114R002\n";
    let set = sets::get("promemoria-2018").unwrap();
    let settings = Settings::new(&set).every_period(true).sum_to_regso(true);
    let files = [("c.csv", counts), ("k.csv", key)]
        .map(|(name, text)| import(name, text.as_bytes(), &settings).unwrap());
    let joined = join(files.into(), &settings).unwrap();
    let run = Run::new(joined, set.clone(), set.reading(None, None).unwrap()).unwrap();
    let timeline = Timeline::new(&run).unwrap();
    assert_eq!(figures(&timeline, "0114R001", EMPLOYMENT), ["60/120", "–"]);
    assert_eq!(figures(&timeline, "0114R002", EMPLOYMENT), ["1/2", "1/3 -16.7 since 2022 0 persons"]);
    assert_eq!(timeline.len(), 2);
}

#[test]
fn counts_without_a_year_get_the_newest_base_which_is_said_and_never_an_older_one() {
    let counts = "region;Långtidsinskrivna\n0180R001;55\n0180R002;70\n";
    let bases = "region;Befolkning 2020;Befolkning 2023\n0180R001;90;100\n0180R002;95;\n";
    let run = run(&[("c.csv", counts), ("b.csv", bases)]);
    assert_eq!(run.figure(UNEMPLOYMENT, 0).unwrap().to_string(), "55/100");
    assert_eq!(run.figure(UNEMPLOYMENT, 1), None, "there is no base of 2023");
    let mut assumed = run.joined.tables.iter().flat_map(|table| &table.assumed);
    assert!(assumed.any(|one| matches!(one, Assumed::BaseOfNewestYear { .. })));
}

#[test]
fn two_files_with_other_totals_of_one_year_are_listed_and_neither_is_taken() {
    let counts = "region;Långtidsinskrivna 2023\n0180R001;55\n0180R002;70\n0180R003;7\n";
    let (one, other) = (
        "region;Befolkning 2023\n0180R001;100\n0180R002;200\n",
        "region;Befolkning 2023\n0180R001;110\n\
        0180R002;200\n0180R003;50\n",
    );
    let run = run(&[("c.csv", counts), ("b.csv", one), ("o.csv", other)]);
    let text = |figure: Option<troskel::figure::Figure>| {
        figure.map_or("–".to_owned(), |figure| figure.to_string())
    };
    let figure = |at: usize| text(run.figure(UNEMPLOYMENT, at));
    assert_eq!([0, 1, 2].map(figure), ["–", "70/200", "7/50"]);
    assert_eq!(run.joined.rejected.total(), 1, "only what differs");
    let made = run.joined.tables.iter().flat_map(|table| &table.measures).map(|measure| measure.figures);
    assert_eq!(made.max(), Some(2), "those that are sure, of both files");
    let timeline = Timeline::new(&run).unwrap();
    let newest = |code: &str| figures(&timeline, code, UNEMPLOYMENT);
    assert_eq!(["0180R001", "0180R002", "0180R003"].map(newest), [["–"], ["70/200"], ["7/50"]]);
}
