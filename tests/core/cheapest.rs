//! The cheapest combinations that turn a verdict, and the verdict under every reading.

use troskel::assess::{Change, Cost, PartChange, Verdict, verdict, what_if};
use troskel::criteria::{CriteriaSet, Reading, Require, Tie};
use troskel::figure::{Figure, Stated};

use super::support::set;
use super::what_if::{memo, readings, share};

/// Changes figures in every combination by the changes told, and keeps the cheapest that turn the verdict.
fn cheapest_by_brute_force(set: &CriteriaSet, reading: Reading, area: &[Option<Stated>]) -> Vec<Vec<usize>> {
    let before = verdict(set, reading, area);
    let changes: Vec<Option<(u64, Figure)>> = what_if(set, reading, area)
        .changes
        .iter()
        .map(|change| {
            let persons = change.change.as_ref()?.persons()?;
            let figure = match persons.figure.split_once('/') {
                Some(_) => persons.figure.parse().unwrap(),
                None => Figure::Amount(persons.figure.parse().unwrap()),
            };
            Some((persons.persons, figure))
        })
        .collect();
    let mut found: Vec<(u64, Vec<usize>)> = Vec::new();
    for mask in 1..1_u32 << area.len() {
        let chosen: Vec<usize> = (0..area.len()).filter(|nth| mask >> nth & 1 == 1).collect();
        if chosen.iter().any(|nth| changes[*nth].is_none()) {
            continue;
        }
        let mut after = area.to_vec();
        let mut cost = 0;
        for nth in &chosen {
            let (persons, figure) = changes[*nth].unwrap();
            after[*nth] = Some(figure.into());
            cost += persons;
        }
        if verdict(set, reading, &after) != before {
            found.push((cost, chosen));
        }
    }
    let least = found.iter().map(|(cost, _)| *cost).min();
    let mut cheapest: Vec<Vec<usize>> =
        found.into_iter().filter(|(cost, _)| Some(*cost) == least).map(|(_, chosen)| chosen).collect();
    cheapest.sort();
    cheapest
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_cheapest_combinations_are_those_of_brute_force_in_the_sets_order() {
    let set = memo();
    let figures: Vec<[Option<Figure>; 5]> = [60, 10, 28, 75]
        .map(|at| {
            [
                None,
                Some(share(at, 100)),
                Some(share(at - 1, 100)),
                Some(share(at + 1, 100)),
                Some(share(at + 5, 100)),
            ]
        })
        .to_vec();
    for nth in 0..5_usize.pow(4) {
        let area: Vec<Option<Stated>> = (0..4)
            .map(|at| figures[at][nth / 5_usize.pow(u32::try_from(at).unwrap()) % 5].map(Stated::from))
            .collect();
        for reading in set.readings() {
            let answer = what_if(&set, reading, &area);
            let Some(cheapest) = answer.cheapest else {
                assert_eq!(verdict(&set, reading, &area), Verdict::Undetermined);
                continue;
            };
            let found: Vec<Vec<usize>> = cheapest
                .combinations
                .iter()
                .map(|parts| parts.iter().map(|part| set.criterion(&part.criterion).unwrap().0).collect())
                .collect();
            assert_eq!(found, cheapest_by_brute_force(&set, reading, &area), "{reading:?} {area:?}");
            assert_eq!(cheapest.becomes.is_none(), found.is_empty());
            if !found.is_empty() {
                assert_eq!(cheapest.cost, Cost::Persons);
            }
        }
    }
}

#[test]
fn percentages_make_the_cost_points_and_a_missing_figure_stays_missing() {
    let set = memo();
    let any = Reading { tie: Tie::Strict, require: Require::Any };
    let area = |figures: [&str; 4]| figures.map(|text| text.parse::<Figure>().ok().map(Stated::from));
    // One person of 100 is a point, 0.9 points on the grid of a percentage are fewer.
    let answer = what_if(&set, any, &area(["60/100", "9.2", "28/100", "75/100"])).cheapest.unwrap();
    assert_eq!((answer.cost, answer.becomes), (Cost::Points, Some(Verdict::Meets)));
    assert_eq!(answer.combinations.len(), 1);
    assert_eq!(answer.combinations[0][0].criterion, "long-term-unemployment");
    let PartChange::Percent { step, figure } = &answer.combinations[0][0].change else { unreachable!() };
    assert_eq!((step.to_string(), figure.to_string()), ("0.9".to_owned(), "10.1".to_owned()));
    // One of 1000 persons is a tenth of a point, as is the percentage's step: both are told, in the set's order.
    let answer = what_if(&set, any, &area(["60.0", "9", "280/1000", "80"])).cheapest.unwrap();
    let ids: Vec<&str> = answer.combinations.iter().map(|parts| parts[0].criterion.as_str()).collect();
    assert_eq!(ids, ["employment", "low-education"]);
    // Eleven of 100 persons are eleven points, ten and a tenth are fewer.
    let answer = what_if(&set, any, &area(["70/100", "0.0", "17/100", "86/100"])).cheapest.unwrap();
    let ids: Vec<&str> = answer.combinations.iter().map(|parts| parts[0].criterion.as_str()).collect();
    assert_eq!(ids, ["long-term-unemployment"]);
    // All but one are known and one is on the other side: changing it leaves the answer to the missing figure.
    let all = set.reading(None, None).unwrap();
    let answer = what_if(&set, all, &area(["61", "11", "29", ""])).cheapest.unwrap();
    assert_eq!(answer.becomes, Some(Verdict::Undetermined));
    assert_eq!(answer.combinations[0].len(), 1);
}

#[test]
fn plain_counts_are_not_weighed_against_points() {
    let set = set("scb-2012");
    let reading = set.reading(None, None).unwrap();
    let area: Vec<Option<Stated>> =
        ["51.5".parse().unwrap(), "50/1000".parse().unwrap(), "60".parse().unwrap(), Figure::Amount(4_100)]
            .map(|figure: Figure| Some(figure.into()))
            .to_vec();
    let answer = what_if(&set, reading, &area).cheapest.unwrap();
    assert_eq!((answer.cost, answer.becomes), (Cost::PointsAndPersons, Some(Verdict::DoesNotMeet)));
    let ids: Vec<Vec<&str>> = answer
        .combinations
        .iter()
        .map(|parts| parts.iter().map(|part| part.criterion.as_str()).collect())
        .collect();
    assert_eq!(ids, [["long-term-income-support"], ["population"]]);
    let PartChange::Amount { amount } = &answer.combinations[1][0].change else { unreachable!() };
    assert_eq!((amount.persons, amount.figure.as_str()), (101, "3999"));
}

#[test]
fn the_verdict_is_told_under_every_reading() {
    let area = ["59", "10", "29", "80"].map(|text| text.parse::<Figure>().ok().map(Stated::from));
    let answer = what_if(&memo(), Reading { tie: Tie::Strict, require: Require::All }, &area);
    let told: Vec<String> = answer
        .readings
        .iter()
        .map(|reading| format!("{} {} {:?}", reading.tie, reading.require, reading.verdict))
        .collect();
    assert_eq!(
        told,
        [
            "strict all DoesNotMeet",
            "strict 3 DoesNotMeet",
            "strict 2 Meets",
            "strict any Meets",
            "inclusive all DoesNotMeet",
            "inclusive 3 Meets",
            "inclusive 2 Meets",
            "inclusive any Meets",
        ]
    );
}

#[test]
fn the_wire_says_impossible_in_a_word() {
    let set = memo();
    let strict = readings()[0];
    let json = |figure: &str| {
        serde_json::to_string(&Change::of(&set.criteria[0], strict, &figure.parse().unwrap()).unwrap())
            .unwrap()
    };
    assert_eq!(json("60.0"), r#"{"step":"-0.1","figure":"59.9"}"#);
    assert_eq!(
        json("1/1"),
        concat!(
            r#"{"fixedTotal":{"persons":1,"figure":"0/1","who":"without"},"#,
            r#""movingIn":{"persons":1,"figure":"1/2","who":"without"},"movingOut":"impossible"}"#
        )
    );
}
