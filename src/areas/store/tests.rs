//! Areas as columns: what goes in comes back, one by one and in blocks, in one collection and in another.

use std::cmp::Ordering;

use super::*;
use crate::error::Problem;

fn label<'a>(code: &'a str, division: Division, vintage: u16, name: &'a str) -> Label<'a> {
    Label { code, lost: 0, division, vintage, name }
}

fn figure(text: &str) -> Option<Figure> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

/// Areas of two criteria, of all kinds.
fn areas() -> Areas {
    let mut areas = Areas::new(2);
    let all = [
        (label("0114R001", Division::Regso, 0, "Norr"), 2, 0),
        (label("0114R002", Division::Regso, 2025, ""), 3, 0),
        (label("0114R002", Division::Regso, 2020, "Söder"), 4, 1),
        (label("0180-17", Division::Unknown, 0, "Väster"), 5, 1),
        (label("", Division::Regso, 0, "Upplands Väsby (Öster  om)"), 6, 2),
        (label("00", Division::Nation, 0, "Riket"), 7, 300),
    ];
    for (at, (label, line, table)) in all.iter().enumerate() {
        assert_eq!(areas.find_or_add(label, *line, *table), (at, true));
    }
    areas
}

#[test]
fn an_area_is_found_again_by_its_code_and_its_vintage() {
    let mut areas = areas();
    assert_eq!((areas.len(), areas.is_empty(), Areas::new(2).is_empty()), (6, false, true));
    for (label, at) in [
        (label("0114R001", Division::Regso, 0, "Annat"), 0),
        (label("0114R002", Division::Regso, 2025, ""), 1),
        (label("0114R002", Division::Regso, 2020, ""), 2),
        (label("0180-17", Division::Unknown, 0, ""), 3),
        (label("", Division::Regso, 0, "Upplands Väsby (Öster  om)"), 4),
        (label("00", Division::Nation, 0, ""), 5),
    ] {
        assert_eq!(areas.find_or_add(&label, 99, 9), (at, false));
    }
    let lost = Label { lost: 1, ..label("114R001", Division::Regso, 0, "") };
    assert_eq!(areas.find_or_add(&lost, 99, 9), (0, false));
    let lost = Label { lost: 2, ..label("80-17", Division::Unknown, 0, "") };
    assert_eq!(areas.find_or_add(&lost, 99, 9), (6, true));
    assert_eq!(areas.get(6).unwrap().bare_code().as_deref(), Some("0080-17"));
    assert_eq!(areas.find_or_add(&label("0114R001", Division::Regso, 2020, ""), 99, 9), (7, true));
    assert!(areas.get(8).is_none() && areas.iter().count() == 8);
}

#[test]
fn what_is_known_of_an_area_is_told() {
    let areas = areas();
    let told: Vec<_> = areas
        .iter()
        .map(|area| {
            let text = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
            let mut plain = Vec::new();
            let is_plain = area.write_plain_code(&mut plain);
            assert_eq!(is_plain, !plain.is_empty());
            format!(
                "{} {} {} {:?} {:?} {} {} {} {}",
                text(area.bare_code()),
                text(area.code()),
                area.name().unwrap_or("-"),
                area.vintage(),
                area.division(),
                area.line(),
                area.table(),
                text(area.municipality()),
                String::from_utf8(plain).unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "0114R001 0114R001 Norr None Regso 2 0 0114 0114R001",
            "0114R002 0114R002_RegSO2025 - Some(2025) Regso 3 0 0114 ",
            "0114R002 0114R002_RegSO2020 Söder Some(2020) Regso 4 1 0114 ",
            "0180-17 0180-17 Väster None Unknown 5 1 0180 ",
            "- - Upplands Väsby (Öster  om) None Regso 6 2 0114 ",
            "00 00 Riket None Nation 7 300 - 00",
        ]
    );
    let at = |at: usize| areas.get(at).unwrap();
    assert_eq!(at(2).position(), 2);
    assert_eq!(
        (at(0).start_of_code(), at(3).start_of_code(), at(4).start_of_code()),
        (at(1).start_of_code(), None, None)
    );
    assert!(at(0).start_of_code().is_some() && at(0).start_of_code() != at(5).start_of_code());
    assert_eq!((at(0).name_bytes(), at(1).name_bytes()), ("Norr".as_bytes(), "".as_bytes()));
    let within = |own: usize| at(own).name_within();
    let of = |municipality: &str, name: &str| Some((municipality.to_owned(), name.to_owned()));
    assert_eq!([within(0), within(1), within(4)], [of("0114", "norr"), None, of("0114", "öster om")]);
    assert_eq!(within(5), of("", "riket"));
    assert!(areas.has_names_only() && !Areas::new(1).has_names_only());
    let bare = areas.of_one_vintage();
    assert_eq!(bare.get(1).unwrap().code().as_deref(), Some("0114R002"));
}

#[test]
fn figures_stand_in_slots_of_their_own() {
    assert_eq!((Areas::counts(4, 3), Areas::bases(4, 3, 0), Areas::bases(4, 3, 2)), (7, 11, 19));
    let mut areas = areas();
    assert_eq!((areas.criteria(), areas.own_slots(), areas.add_slot(), areas.add_slot()), (2, 10, 10, 11));
    areas.set(0, 0, figure("58.2"));
    areas.set(2, 1, figure("742/1237"));
    areas.set(3, 11, figure("9"));
    areas.set(3, 12, figure("9"));
    let of = |areas: &Areas, at: usize| {
        areas.get(at).unwrap().stated().map(|own| own.is_some()).collect::<Vec<_>>()
    };
    assert_eq!([of(&areas, 0), of(&areas, 2), of(&areas, 3)], [[true, false], [false, true], [false, false]]);
    assert_eq!((areas.get(3).unwrap().figure(11), areas.get(3).unwrap().figure(12)), (figure("9"), None));
    assert_eq!([areas.count(0), areas.count(1), areas.count(2), areas.count(99)], [1, 1, 0, 0]);
    let against = Against::new(crate::figure::Decimal::new(60, 0));
    for (criterion, first, third) in
        [(0, Some(Ordering::Less), None), (1, None, Some(Ordering::Less)), (99, None, None)]
    {
        let mut to = vec![Some(Ordering::Equal)];
        areas.compare(criterion, &against, |order| order, &mut to);
        assert_eq!(to, [Some(Ordering::Equal), first, None, third, None, None, None], "{criterion}");
    }
    assert_eq!(areas.alike().figures.len(), 12);
    areas.forget(0);
    assert_eq!((areas.count(0), areas.count(1)), (0, 1));
    assert_eq!(areas.own().figures.len(), 10);
}

#[test]
fn kinds_are_counted_with_those_that_have_figures() {
    let mut areas = areas();
    let told = |kinds: Vec<KindCount>| {
        kinds
            .iter()
            .map(|kind| (kind.division, kind.vintage, kind.areas, kind.with_figures))
            .collect::<Vec<_>>()
    };
    let kinds = |with: [u64; 5]| {
        let all = [
            (Division::Regso, None, 2),
            (Division::Regso, Some(2025), 1),
            (Division::Regso, Some(2020), 1),
            (Division::Unknown, None, 1),
            (Division::Nation, None, 1),
        ];
        all.into_iter()
            .zip(with)
            .map(|((division, vintage, areas), with)| (division, vintage, areas, with))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(areas.kinds()), kinds([0, 0, 0, 0, 0]));
    areas.set(0, 0, figure("1"));
    areas.set(3, 9, figure("1"));
    let other = areas.add_slot();
    areas.set(1, other, figure("1"));
    assert_eq!(told(areas.kinds()), kinds([1, 0, 0, 1, 0]));
    assert_eq!(told(areas.kinds_by(&[other])), kinds([0, 1, 0, 0, 0]));
    (0..6).for_each(|at| areas.set(at, 1, figure("2")));
    assert_eq!(told(areas.kinds()), kinds([2, 1, 1, 1, 1]));
    assert_eq!(told(areas.kinds_by(&[])), kinds([0; 5]));
}

#[test]
fn blocks_are_as_one_by_one() {
    let codes = ["0114R001", "0114R002", "0114R003", "0114R002", "0114R005", "0114A0010"];
    let kind = |at: usize| Kind {
        division: if at == 5 { Division::Deso } else { Division::Regso },
        lost: false,
        vintage: if at == 1 { 2025 } else { 0 },
    };
    let packed = |at: usize| Figures::packed(figure(&at.to_string())).unwrap();
    for (known, order) in [
        ("", [0, 1, 2, 4, 5, 3]),
        ("", [0, 1, 2, 3, 4, 5]),
        ("0114R003", [0, 1, 2, 3, 4, 5]),
        ("0113R001", [0, 1, 2, 4, 3, 5]),
        ("0114R001", [5, 0, 1, 2, 3, 4]),
    ] {
        for (from, most) in [(0, 99), (1, 99), (2, 99), (0, 3), (0, 1), (6, 99)] {
            let mut block = Block::new([1].into_iter());
            block.clear(10);
            for at in order {
                block.push(
                    pack(0, codes[at]).unwrap(),
                    kind(at),
                    if at == 2 { "" } else { codes[at] },
                    &[packed(at)],
                );
            }
            let (mut one, mut other) = (Areas::new(2), Areas::new(2));
            if !known.is_empty() {
                for areas in [&mut one, &mut other] {
                    areas.find_or_add(&label(known, Division::Regso, 0, "känd"), 1, 0);
                }
            }
            let count = one.append(&block, from, most);
            let mut added = 0;
            for (nth, at) in order.iter().enumerate().skip(from) {
                let kind = kind(*at);
                let label =
                    label(codes[*at], kind.division, kind.vintage, if *at == 2 { "" } else { codes[*at] });
                let is_known = other.iter().any(|area| {
                    area.bare_code().as_deref() == Some(codes[*at])
                        && area.vintage().unwrap_or(0) == kind.vintage
                });
                if is_known || other.len() >= most {
                    break;
                }
                let (new, _) = other.find_or_add(&label, 10 + crate::table::wide(nth), 0);
                other.set(new, 1, figure(&at.to_string()));
                added += 1;
            }
            assert_eq!(count, added, "{known} {order:?} {from} {most}");
            let told = |areas: &Areas| {
                areas
                    .iter()
                    .map(|area| {
                        (
                            area.code(),
                            area.name().map(str::to_owned),
                            area.division(),
                            area.line(),
                            area.figure(1),
                        )
                    })
                    .collect::<Vec<_>>()
            };
            assert_eq!(told(&one), told(&other), "{known} {order:?} {from} {most}");
            // Each is found again, and a new one is new.
            for area in other.iter() {
                let code = area.bare_code().unwrap();
                let label = label(&code, area.division(), area.vintage().unwrap_or(0), "");
                assert_eq!(one.find_or_add(&label, 0, 0), (area.position(), false), "{code}");
            }
            assert!(one.find_or_add(&label("2584R015", Division::Regso, 0, ""), 0, 0).1);
        }
    }
}

#[test]
fn areas_are_put_into_another_collection() {
    let mut from = areas();
    from.set(0, 0, figure("10"));
    from.set(0, 1, figure("20"));
    from.set(0, 2, figure("30"));
    from.set(1, 0, figure("40"));
    let mut into = Areas::new(2);
    into.find_or_add(&label("0114R001", Division::Regso, 0, ""), 1, 0);
    into.set(0, 0, figure("11"));
    into.set(0, 2, figure("12"));
    let mut clashes = Vec::new();
    for area in from.iter().take(3) {
        let code = area.bare_code();
        into.merge(
            area,
            code.as_deref(),
            area.position() == 2,
            5,
            &mut |_, criterion| criterion == 1,
            &mut |at, criterion| clashes.push((at, criterion)),
        );
    }
    // Figures of both in slots that are no criteria's are none that people are told of.
    assert_eq!(clashes, [(0, 0)]);
    let told: Vec<_> = into
        .iter()
        .map(|area| {
            (
                area.code(),
                area.name(),
                area.line(),
                area.table(),
                area.figure(0),
                area.figure(1),
                area.figure(2),
            )
        })
        .collect();
    let code = |code: &str| Some(code.to_owned());
    assert_eq!(
        told,
        [
            (code("0114R001"), Some("Norr"), 1, 0, figure("11"), None, figure("12")),
            (code("0114R002"), None, 3, 5, figure("40"), None, None),
            (code("0114R002_RegSO2020"), Some("Söder"), 4, 6, None, None, None),
        ]
    );
    let kinds = from.kinds();
    let picked = from.picked(&kinds, |kind| kind.division == Division::Regso && kind.vintage.is_none());
    assert_eq!(
        picked.iter().map(|area| area.name().unwrap_or_default()).collect::<Vec<_>>(),
        ["Norr", "Upplands Väsby (Öster  om)"]
    );
    assert_eq!(picked.get(0).unwrap().figure(2), figure("30"));
    assert!(from.picked(&kinds, |_| false).is_empty());
    assert_eq!(from.clone().filtered(&kinds, |_| true).len(), 6);
    assert_eq!(from.filtered(&kinds, |kind| kind.division == Division::Nation).len(), 1);
}

#[test]
fn counts_become_figures_over_the_bases_that_others_lend() {
    let mut counts = areas();
    let mut bases = Areas::new(2);
    let slot = Areas::counts(2, 0);
    for (at, count) in [(0, "5"), (1, "7"), (3, "9"), (4, "2"), (5, "1")] {
        counts.set(at, slot, count.parse::<u64>().ok().map(Figure::Amount));
    }
    let base = Areas::bases(2, 0, 0);
    for (code, name, vintage, total) in [
        ("0114R001", "", 0, 10),
        ("0114R002", "", 2025, 8),
        ("0114R002", "", 2020, 9),
        ("0180-17", "", 0, 8),
        ("", "Upplands Väsby (Öster  om)", 0, 4),
    ] {
        let (at, _) = bases.find_or_add(&label(code, Division::Regso, vintage, name), 1, 0);
        bases.set(at, base, Some(Figure::Amount(total)));
    }
    let over: Vec<_> =
        counts.over(slot, &bases, base).into_iter().map(|(at, figure)| (at, figure.to_string())).collect();
    assert_eq!(over, [(0, "5/10".to_owned()), (4, "2/4".to_owned())]);
    counts.set(4, 0, figure("50"));
    let (made, wrong) = counts.lend(&bases, 0, base);
    assert_eq!(made, 1);
    assert_eq!(wrong.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [3]);
    assert!(wrong.iter().all(|(_, problem)| *problem != Problem::NoArea));
    assert_eq!(
        [0, 1, 4, 5].map(|at| counts.get(at).unwrap().figure(0)),
        [figure("5/10"), None, figure("50"), None]
    );
}
