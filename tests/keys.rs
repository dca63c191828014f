//! Districts put together to areas by a key that a person brings: against every way to split them into whole people.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at what is missing")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use troskel::areas::{Division, JoinWarning, Joined, KeyFile, Settings, import, join};
use troskel::assess::{Outcome, outcome};
use troskel::criteria::sets;
use troskel::figure::{Figure, Share};
use troskel::table::Limits;

const TURNOUT: usize = 3;

fn read(text: &str, to: Option<Division>) -> Result<KeyFile, &'static str> {
    KeyFile::read("key.csv", text.as_bytes(), to, &Limits::default()).map_err(|error| error.code())
}

fn joined(files: &[&str], keys: &[&str]) -> Joined {
    let set = sets::get("promemoria-2018").unwrap();
    let keys = keys.iter().map(|key| read(key, None).unwrap()).collect();
    let settings = Settings::new(&set).key_files(keys);
    let files = files.iter().map(|text| import("a.csv", text.as_bytes(), &settings).unwrap());
    join(files.collect(), &settings).unwrap()
}

fn turnout(joined: &Joined) -> BTreeMap<String, Option<Figure>> {
    joined.areas.iter().map(|area| (area.code().unwrap(), area.figure(TURNOUT))).collect()
}

fn texts(joined: &Joined) -> Vec<String> {
    let text = |figure: Option<Figure>| figure.map_or("–".to_owned(), |figure| figure.to_string());
    turnout(joined).into_iter().map(|(code, figure)| format!("{code} {}", text(figure))).collect()
}

const DISTRICTS: &str =
    "Valdistriktskod;Röstande;Röstberättigade\n01800101;741;1001\n01800102;500;900\n01800103;10;20\n";

#[test]
fn counts_of_districts_become_those_of_areas_and_what_is_split_is_a_span() {
    let key = "valdistrikt;regso;andel\n01800101;0180R001;0,62\n01800101;0180R002;0,38\n01800102;0180R002;1\n\
01800103;0180R003;1\n";
    let found = joined(&[DISTRICTS], &[key]);
    assert_eq!(texts(&found), ["0180R001 459–460/620–621", "0180R002 781–782/1280–1281", "0180R003 10/20"]);
    let [JoinWarning::Key { found: understood }, JoinWarning::Split { areas, into, shared, .. }] =
        found.warnings.as_slice()
    else {
        unreachable!("{:?}", found.warnings)
    };
    assert_eq!((understood.from, understood.to), (Division::District, Division::Regso));
    assert_eq!((understood.rows, understood.used, understood.not_split), (5, 4, 0));
    assert_eq!(understood.weight_column.as_deref(), Some("andel"));
    assert_eq!((*areas, *into, *shared), (3, 3, 1));
}

#[test]
fn counts_that_wait_for_a_base_are_split_as_others_and_get_it_then() {
    let counts = "valdistrikt;Arbetslösa mer än 6 månader 2022\n01800101;741\n01800102;500\n01800103;10\n";
    let base = "region;Befolkning 20-64 år 2022\n0180R001;900\n0180R002;1500\n0180R003;20\n";
    let key = "valdistrikt;regso;andel\n01800101;0180R001;0,62\n01800101;0180R002;0,38\n01800102;0180R002;1\n\
01800103;0180R003;1\n";
    let found = joined(&[counts, base], &[key]);
    let figures = found.areas.iter().map(|area| area.figure(1).map(|figure| figure.to_string()));
    let expected = ["459–460/900", "781–782/1500", "10/20"];
    assert_eq!(figures.flatten().collect::<Vec<_>>(), expected);
}

#[test]
fn weights_are_shares_percentages_or_counts() {
    for key in [
        "valdistrikt,deso,vikt i %\n01800101,0180C1010,62\n01800101,0180C1020,38\n01800102,0180C1020,100\n01800103,0180C1020,100\n",
        "Deso;Antal adresser;Distrikt\n0180C1010;310;1800101\n0180C1020;190;1800101\n0180C1020;7;1800102\n0180C1020;9;1800103\n",
    ] {
        let found = joined(&[DISTRICTS], &[key]);
        assert_eq!(texts(&found), ["0180C1010 459–460/620–621", "0180C1020 791–792/1300–1301"], "{key}");
    }
}

#[test]
fn the_municipality_of_a_part_and_a_year_are_no_weights() {
    let key = "Kommun;Valdistrikt;År;RegSO\n180;01800101;2022;0180R001\n180;01800101;2022;0180R002\n\
180;01800102;2022;0180R002\n180;01800103;2022;0180R003\n";
    let found = joined(&[DISTRICTS], &[key]);
    let [JoinWarning::Key { found: understood }, ..] = found.warnings.as_slice() else {
        unreachable!("{:?}", found.warnings)
    };
    assert_eq!((&understood.weight_column, understood.not_split), (&None, 1));
    assert_eq!(texts(&found), ["0180R001 –", "0180R002 –", "0180R003 10/20"], "nothing is split by a label");
    let weighted = key.replace(";RegSO\n", ";RegSO;Hushåll\n").replace("R001\n", "R001;62\n");
    let weighted = weighted.replace("R002\n180;01800102", "R002;38\n180;01800102");
    let weighted =
        weighted.replace("R002\n180;01800103", "R002;9\n180;01800103").replace("R003\n", "R003;5\n");
    assert_eq!(
        texts(&joined(&[DISTRICTS], &[&weighted])),
        ["0180R001 459–460/620–621", "0180R002 781–782/1280–1281", "0180R003 10/20"]
    );
}

#[test]
fn thirds_add_up_within_their_rounding_and_other_shares_leave_their_areas_without_a_figure() {
    let key = |third: &str| {
        format!(
            "distrikt;regso;andel\n01800101;0180R001;0,33\n01800101;0180R002;0,33\n01800101;0180R003;{third}\n\
01800102;0180R004;1\n01800103;0180R004;1\n"
        )
    };
    let found = joined(&[DISTRICTS], &[&key("0,33")]);
    assert_eq!(texts(&found)[..2], ["0180R001 247/333–334", "0180R002 247/333–334"]);
    let short = joined(&[DISTRICTS], &[&key("0,13")]);
    assert_eq!(texts(&short), ["0180R001 –", "0180R002 –", "0180R003 –", "0180R004 510/920"]);
    let JoinWarning::Key { found } = short.warnings.first().unwrap() else { unreachable!() };
    assert_eq!(found.not_split, 1);
    assert!(short.warnings.contains(&JoinWarning::PartsNotComplete { areas: 3 }));
    let without =
        "distrikt;regso\n01800101;0180R001\n01800101;0180R002\n01800102;0180R003\n01800103;0180R003\n";
    assert_eq!(texts(&joined(&[DISTRICTS], &[without])), ["0180R001 –", "0180R002 –", "0180R003 510/920"]);
}

#[test]
fn percentages_are_never_split_and_a_district_that_is_missing_leaves_its_areas_without_a_figure() {
    let key =
        "valdistrikt;regso;andel\n01800101;0180R001;0,62\n01800101;0180R002;0,38\n01800102;0180R003;1\n";
    let percents = "Valdistriktskod;Valdeltagande\n01800101;74,9\n01800102;80,1\n";
    let found = joined(&[percents], &[key]);
    assert_eq!(texts(&found), ["0180R001 –", "0180R002 –", "0180R003 –"]);
    assert!(found.warnings.contains(&JoinWarning::PercentagesNotSummed { areas: 3 }));
    let short = DISTRICTS.replace("01800102;500;900\n", "");
    let found = joined(&[&short], &[key]);
    assert_eq!(texts(&found), ["01800103 10/20", "0180R001 459–460/620–621", "0180R002 281–282/380–381"]);
    assert!(found.warnings.contains(&JoinWarning::NotInKey { areas: 1 }));
}

#[test]
fn deso_areas_go_to_regso_by_the_same_way_and_keys_follow_each_other() {
    let deso = "deso;regso\n0180C1010;0180R001\n0180C1020;0180R001\n";
    let counts = "region;Röstande;Röstberättigade\n0180C1010;<8;20\n0180C1020;5;10\n";
    assert_eq!(texts(&joined(&[counts], &[deso])), ["0180R001 5–12/30"]);
    let districts = "distrikt;deso;andel\n01800101;0180C1010;0,5\n01800101;0180C1020;0,5\n01800102;0180C1010;1\n01800103;0180C1010;1\n";
    assert_eq!(texts(&joined(&[DISTRICTS], &[districts, deso])), ["0180R001 1250–1252/1920–1922"]);
}

#[test]
fn a_key_with_a_choice_left_or_without_its_columns_says_so() {
    let both = "valdistrikt;deso;regso\n01800101;0180C1010;0180R001\n";
    assert_eq!(read(both, None).unwrap_err(), "no-key");
    assert_eq!(read(both, Some(Division::Regso)).unwrap().found.to, Division::Regso);
    assert_eq!(read(both, Some(Division::Deso)).unwrap().found.to, Division::Deso);
    assert_eq!(read("regso;namn\n0180R001;Centrum\n", None).unwrap_err(), "no-key");
    let two = "valdistrikt;regso;adresser;hushåll\n01800101;0180R001;5;7\n";
    assert_eq!(read(two, None).unwrap_err(), "no-key");
    assert_eq!(read("", None).unwrap_err(), "empty-file");
}

/// Lists all ways to split persons by weights into whole ones, each portion rounded down or up.
fn splits(persons: u64, weights: &[u64]) -> Vec<Vec<u64>> {
    let all: u64 = weights.iter().sum();
    let ways = weights.iter().fold(vec![Vec::new()], |ways, weight| {
        let (low, high) = (persons * weight / all, (persons * weight).div_ceil(all));
        let mut longer = Vec::new();
        for way in ways {
            for portion in low..=high {
                longer.push([way.as_slice(), &[portion]].concat());
            }
        }
        longer
    });
    ways.into_iter().filter(|way| way.iter().sum::<u64>() == persons).collect()
}

#[test]
fn spans_and_answers_are_those_of_all_whole_person_splits() {
    let set = sets::get("promemoria-2018").unwrap();
    let criterion = set.criteria.get(TURNOUT).unwrap();
    let mut seen = BTreeSet::new();
    for (first, second) in [
        ((7, 9), (3, 4)),
        ((15, 20), (9, 12)),
        ((5, 5), (0, 3)),
        ((3, 7), (30, 40)),
        ((90, 100), (95, 100)),
        ((74, 99), (76, 101)),
    ] {
        for weights in [
            [[62, 38, 0], [0, 50, 50]],
            [[1, 1, 1], [5, 3, 2]],
            [[9, 0, 1], [1, 2, 9]],
            [[50, 25, 25], [75, 0, 25]],
        ] {
            let districts = [first, second];
            let mut file = String::from("Distrikt;Röstande;Röstberättigade\n");
            let mut key = String::from("Distrikt;RegSO;Antal\n");
            for (nth, ((votes, entitled), weights)) in districts.iter().zip(&weights).enumerate() {
                writeln!(file, "0180010{nth};{votes};{entitled}").unwrap();
                for (area, weight) in weights.iter().enumerate() {
                    writeln!(key, "0180010{nth};0180R00{area};{weight}").unwrap();
                }
            }
            // What an area can come to, by all ways to split votes and entitled people that fit together.
            let mut possible: [BTreeSet<(u64, u64)>; 3] = Default::default();
            let ways = |(votes, entitled): (u64, u64), weights: &[u64; 3]| {
                let (votes, entitled) = (splits(votes, weights), splits(entitled, weights));
                let pairs = votes.iter().flat_map(|v| entitled.iter().map(move |e| (v.clone(), e.clone())));
                pairs.filter(|(v, e)| v.iter().zip(e).all(|(v, e)| v <= e)).collect::<Vec<_>>()
            };
            for (v, e) in ways(first, &weights[0]) {
                for (w, f) in ways(second, &weights[1]) {
                    for (area, possible) in possible.iter_mut().enumerate() {
                        possible.insert((v[area] + w[area], e[area] + f[area]));
                    }
                }
            }
            // An area without anyone entitled has no turnout.
            for possible in &mut possible {
                possible.retain(|(_, entitled)| *entitled > 0);
            }
            let found = turnout(&joined(&[&file], &[&key]));
            for (area, possible) in possible.iter().enumerate() {
                let Some(figure) = found.get(&format!("0180R00{area}")).copied().flatten() else {
                    assert!(possible.is_empty(), "{file}{key}");
                    continue;
                };
                let (count, total) = figure.counts().unwrap();
                let total = total.unwrap();
                let counts = || possible.iter().map(|(count, _)| *count);
                let totals = || possible.iter().map(|(_, total)| *total);
                assert_eq!(
                    (count.low, count.high),
                    (counts().min().unwrap(), counts().max().unwrap()),
                    "{file}{key}"
                );
                assert_eq!(
                    (total.low, total.high),
                    (totals().min().unwrap(), totals().max().unwrap()),
                    "{file}{key}"
                );
                let of = |(count, total): &(u64, u64)| {
                    outcome(criterion, &Figure::Share(Share::new(*count, *total).unwrap()))
                };
                let outcomes: BTreeSet<&str> = possible.iter().map(|pair| of(pair).word()).collect();
                let said = outcome(criterion, &figure);
                if said != Outcome::Unknown {
                    assert_eq!(
                        outcomes.into_iter().collect::<Vec<_>>(),
                        [said.word()],
                        "{figure} {possible:?}"
                    );
                }
                seen.insert((said.word(), possible.len() > 1));
            }
        }
    }
    // Answers that are certain although people are split, and answers that are not.
    assert!(
        seen.contains(&("not-met", true))
            && seen.contains(&("met", true))
            && seen.contains(&("unknown", true)),
        "{seen:?}"
    );
}

#[test]
fn a_row_that_is_read_by_halves_is_told_and_what_lies_in_no_area_is_not_given_to_another() {
    let set = |rows: &str| format!("valdistrikt;regso\n{rows}");
    for (rows, line) in [
        ("01800101;0180R001\n01800102;0180R0O1\n01800103;0180R003\n", 3),
        ("0180010I;0180R001\n01800102;0180R001\n01800103;0180R003\n", 2),
    ] {
        let error = KeyFile::read("key.csv", set(rows).as_bytes(), None, &Limits::default()).unwrap_err();
        assert_eq!(
            (error.code(), error.place.and_then(|place| place.line)),
            ("not-an-area", Some(line)),
            "{rows}"
        );
    }
    // A district that partly lies in no area is not split without a weight, and by its weight with one.
    let found = joined(&[DISTRICTS], &[&set("01800101;0180R001\n01800101;\n01800102;0180R002\n01800103;\n")]);
    assert_eq!(texts(&found), ["01800103 10/20", "0180R001 –", "0180R002 500/900"]);
    let weighted = "valdistrikt;regso;andel\n01800101;0180R001;0,62\n01800101;;0,38\n01800102;0180R002;1\n01800103;0180R002;1\n";
    assert_eq!(texts(&joined(&[DISTRICTS], &[weighted])), ["0180R001 459–460/620–621", "0180R002 510/920"]);
    // Codes as elsewhere: lower case, in two parts, behind a name.
    let written = "valdistrikt;regso\n01800101;0180r001\n01800102;0180-R002\n01800103;Söder (0180R003)\n";
    assert_eq!(
        texts(&joined(&[DISTRICTS], &[written])),
        ["0180R001 741/1001", "0180R002 500/900", "0180R003 10/20"]
    );
}
