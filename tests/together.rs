//! `DeSO` areas put together to `RegSO` areas by a key file, when that is asked for.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at what is missing")]

use std::fmt::Write as _;

use proptest::prelude::*;
use troskel::areas::{JoinWarning, Joined, Settings, import, join};
use troskel::criteria::sets;

/// A key as SCB writes it, of five `DeSO` in two `RegSO`.
const KEY: &str = "Kommun,Kommunnamn,DeSO_2018,RegSO_2020,RegSOkod_2020\n\
0114,Upplands Väsby,0114C1010,Bollstanäs,0114R001\n\
0114,Upplands Väsby,0114C1030,Bollstanäs,0114R001\n\
0114,Upplands Väsby,0114C1050,Bollstanäs,0114R001\n\
0114,Upplands Väsby,0114C1180,Hammarby-Vaxmyra,0114R002\n\
0114,Upplands Väsby,0114C1220,Hammarby-Vaxmyra,0114R002\n";

const COUNTS: &str = "region;Sysselsatta 2022;Befolkning 2022\n0114C1010;59;100\n0114C1030;61;100\n0114C1050;1;2\n\
0114C1180;10;20\n0114C1220;10;30\n";

fn joined_for(set: &str, files: &[(&str, &str)], sum: bool) -> Joined {
    let settings = Settings::new(&sets::get(set).unwrap()).sum_to_regso(sum);
    let files = files.iter().map(|(name, text)| import(name, text.as_bytes(), &settings).unwrap());
    join(files.collect(), &settings).unwrap()
}

fn joined(files: &[(&str, &str)], sum: bool) -> Joined {
    joined_for("promemoria-2018", files, sum)
}

fn listed(joined: &Joined) -> Vec<String> {
    let figures = |area: troskel::areas::Area<'_>| {
        (0..joined.areas.criteria()).fold(String::new(), |mut all, criterion| {
            write!(all, " {}", area.figure(criterion).map_or("–".to_owned(), |figure| figure.to_string()))
                .unwrap();
            all
        })
    };
    joined.areas.iter().map(|area| format!("{}{}", area.code().unwrap(), figures(area))).collect()
}

#[test]
fn counts_are_added_up_only_when_that_is_asked_for() {
    let files = [("counts.csv", COUNTS), ("key.csv", KEY)];
    let apart = joined(&files, false);
    assert_eq!(apart.areas.len(), 5);
    assert_eq!(apart.warnings, [JoinWarning::Summable { areas: 5, into: 2 }]);
    let summed = joined(&files, true);
    assert_eq!(listed(&summed), ["0114R001 121/202 – – –", "0114R002 20/50 – – –"]);
    assert_eq!(summed.areas.get(0).unwrap().name(), Some("Bollstanäs"));
    assert_eq!(summed.warnings, [JoinWarning::Summed { areas: 5, into: 2 }]);
}

#[test]
fn sums_join_with_a_file_by_regso() {
    let turnout = "region;Valdeltagande\n0114R001;74,9\n0114R002;80,1\n";
    let summed = joined(&[("counts.csv", COUNTS), ("key.csv", KEY), ("turnout.csv", turnout)], true);
    assert_eq!(listed(&summed), ["0114R001 121/202 – – 74.9", "0114R002 20/50 – – 80.1"]);
}

#[test]
fn percentages_are_never_added_up() {
    let percents = "region;Valdeltagande\n0114C1010;74,9\n0114C1030;74,9\n0114C1050;74,9\n";
    let only = joined(&[("percents.csv", percents), ("key.csv", KEY)], false);
    assert_eq!(only.warnings, []);
    let summed = joined(&[("counts.csv", COUNTS), ("percents.csv", percents), ("key.csv", KEY)], true);
    assert_eq!(listed(&summed), ["0114R001 121/202 – – –", "0114R002 20/50 – – –"]);
    assert!(summed.warnings.contains(&JoinWarning::PercentagesNotSummed { areas: 1 }));
}

#[test]
fn a_part_that_is_missing_leaves_the_whole_without_a_figure() {
    let one_blank = COUNTS.replace("0114C1030;61;100", "0114C1030;..;100");
    let one_absent = COUNTS.replace("0114C1030;61;100\n", "");
    for counts in [one_blank, one_absent] {
        let summed = joined(&[("counts.csv", &counts), ("key.csv", KEY)], true);
        assert_eq!(listed(&summed), ["0114R001 – – – –", "0114R002 20/50 – – –"]);
        assert!(summed.warnings.contains(&JoinWarning::PartsNotComplete { areas: 1 }));
    }
}

#[test]
fn areas_that_the_key_does_not_have_stay_as_they_are() {
    let counts = format!("{COUNTS}0180C9999;1;2\n");
    let summed = joined(&[("key.csv", KEY), ("counts.csv", &counts)], true);
    assert_eq!(listed(&summed), ["0114R001 121/202 – – –", "0114R002 20/50 – – –", "0180C9999 1/2 – – –"]);
    assert!(summed.warnings.contains(&JoinWarning::NotInKey { areas: 1 }));
}

#[test]
fn where_a_deso_is_in_two_regso_neither_is_put_together() {
    let other = "Kommun,DeSO,RegSO,RegSOkod\n0115,0115C1010,Annan,0115R001\n";
    let twice = format!("{KEY}0114,Upplands Väsby,0114C1220,Bollstanäs,0114R001\n");
    let counts = format!("{COUNTS}0115C1010;1;2\n");
    let summed = joined(&[("counts.csv", &counts), ("key.csv", &twice), ("other.csv", other)], true);
    assert_eq!(listed(&summed)[..2], ["0114C1010 59/100 – – –", "0114C1030 61/100 – – –"]);
    assert_eq!(listed(&summed).last().unwrap(), "0115R001 1/2 – – –");
    assert!(summed.warnings.contains(&JoinWarning::NotInKey { areas: 5 }));
}

#[test]
fn plain_counts_are_added_up_too() {
    let persons = "region;Folkmängd 2022\n0114C1010;1999\n0114C1030;2000\n0114C1050;1\n";
    let summed = joined_for("scb-2012", &[("persons.csv", persons), ("key.csv", KEY)], true);
    assert_eq!(listed(&summed), ["0114R001 – – – 4000"]);
}

#[test]
fn counts_and_their_bases_of_another_file_are_added_up_alike() {
    let counts = "region;Arbetslösa mer än 6 månader 2022\n0114C1010;5\n0114C1030;7\n0114C1050;1\n0114C1180;2\n0114C1220;2\n";
    let base = "region;Befolkning 20-64 år 2022\n0114C1010;50\n0114C1030;70\n0114C1050;30\n0114C1180;20\n";
    let summed = joined(&[("counts.csv", counts), ("base.csv", base), ("key.csv", KEY)], true);
    // A total that lacks a part is none, and its count has no figure.
    assert_eq!(listed(&summed), ["0114R001 – 13/150 – –", "0114R002 – – – –"]);
    // The totals may be of the larger areas already.
    let larger = "region;Befolkning 20-64 år 2022\n0114R001;150\n0114R002;50\n";
    let summed = joined(&[("counts.csv", counts), ("base.csv", larger), ("key.csv", KEY)], true);
    assert_eq!(listed(&summed), ["0114R001 – 13/150 – –", "0114R002 – 4/50 – –"]);
}

#[test]
fn parts_of_two_divisions_under_one_code_are_not_added_up() {
    let two = "region;Sysselsatta 2024;Befolkning 2024\n0114C1010;59;100\n0114C1030;61;100\n0114C1050;1;2\n\
        0114C1010_DeSO2025;9;10\n0114C1180;10;20\n0114C1220;10;30\n";
    let summed = joined(&[("counts.csv", two), ("key.csv", KEY)], true);
    assert_eq!(listed(&summed), ["0114R001 – – – –", "0114R002 20/50 – – –"]);
    assert!(summed.warnings.contains(&JoinWarning::TwoDivisionsNotSummed { areas: 1 }));
    // In whichever order they stand.
    let turned: Vec<&str> = two.lines().rev().collect();
    let turned = format!("{}\n{}\n", turned[turned.len() - 1], turned[..turned.len() - 1].join("\n"));
    let summed = joined(&[("counts.csv", &turned), ("key.csv", KEY)], true);
    assert!(listed(&summed).contains(&"0114R001 – – – –".to_owned()));
    assert!(listed(&summed).contains(&"0114R002 20/50 – – –".to_owned()));
}

#[test]
fn each_figure_is_added_up_by_its_own_division() {
    // Of two years, and so by two divisions: each criterion has one of them, and neither hides the other.
    let counts = "region;Sysselsatta 2024;Befolkning 2024;Röstande 2022;Röstberättigade 2022\n\
        0114C1180;..;..;10;20\n0114C1220;..;..;10;30\n\
        0114C1180_DeSO2025;11;20;..;..\n0114C1220_DeSO2025;12;30;..;..\n";
    let summed = joined(&[("counts.csv", counts), ("key.csv", KEY)], true);
    assert_eq!(listed(&summed), ["0114R002 23/50 – – 20/50"]);
    let years = JoinWarning::DifferentVintages { years: vec![0, 2025] };
    assert!(summed.warnings.iter().all(|one| *one != years), "one table alone says so itself");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_are_those_of_the_parts(
        areas in prop::collection::vec((0_usize..6, prop::option::of((0_u64..500, 1_u64..500))), 1..40)
    ) {
        let (mut key, mut counts) =
            ("DeSO,RegSOkod\n".to_owned(), "region;employment_count;employment_total\n".to_owned());
        let mut expected: Vec<Option<Option<(u64, u64)>>> = vec![None; 6];
        for (nth, (whole, share)) in areas.iter().enumerate() {
            writeln!(key, "0180C{nth:04},0180R{whole:03}").unwrap();
            match share {
                Some((count, more)) => writeln!(counts, "0180C{nth:04};{count};{}", count + more).unwrap(),
                None => writeln!(counts, "0180C{nth:04};..;..").unwrap(),
            }
            if let Some(sum) = expected.get_mut(*whole) {
                let before = sum.unwrap_or(Some((0, 0)));
                *sum = Some(before.zip(*share).map(|((n, d), (count, more))| (n + count, d + count + more)));
            }
        }
        let expected: Vec<Option<String>> = expected
            .into_iter()
            .map(|sum| sum.map(|sum| sum.map_or("–".to_owned(), |(n, d)| format!("{n}/{d}"))))
            .collect();
        // Noughts alone are asked about.
        prop_assume!(areas.iter().any(|(_, share)| share.is_some_and(|(count, _)| count > 0)));
        let summed = joined(&[("counts.csv", &counts), ("key.csv", &key)], true);
        let mut found = vec![None; 6];
        for line in listed(&summed) {
            let mut words = line.split(' ');
            let at: usize = words.next().unwrap().trim_start_matches("0180R").parse().unwrap();
            found[at] = words.next().map(str::to_owned);
        }
        prop_assert_eq!(found, expected);
    }
}
