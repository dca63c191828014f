//! The column of areas.

use super::{known, lexicon, sample};
use crate::areas::layout::area_source::AreaSource;
use crate::areas::layout::places::{find, headed_own, is_alone, rival};
use crate::areas::told::recipe::AreaColumns;

/// Where a table has its areas, in which form, and which codes are some.
fn told(text: &str) -> String {
    let rows = sample(text);
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap();
    let Some((source, form)) = find(&lexicon(), &known(), &rows, width, None, None) else {
        return "-".to_owned();
    };
    match source {
        AreaSource::Cell { column, named, accepted } => {
            let accepted = [accepted.districts, accepted.years, accepted.misshapen].map(u8::from);
            format!("{column} {form:?} {named} {accepted:?}")
        }
        AreaSource::Parts(parts) => format!("{parts:?} {form:?}"),
        AreaSource::Own { column, municipality } => format!("{column} {municipality} {form:?}"),
    }
}

#[test]
fn areas_stand_in_the_column_that_says_most_of_them() {
    for (text, expected) in [
        ("kod;andel\n0114R001;70\n0114R002;71\n", "0 Code false [0, 0, 0]"),
        ("a;b\n1;0114R001\n2;0114R002\n", "1 Code false [0, 0, 0]"),
        ("a;b\n0114R001 Norr;1\n0114R002 Söder;2\n", "0 CodeAndName false [0, 0, 0]"),
        ("a;b\n0114R001 Norr;1\n0114R002;2\n0114R003;2\n", "0 Code false [0, 0, 0]"),
        ("a;b\n0114R001 Norr;1\n0114R002 Söder;2\n0114R003;2\n", "0 CodeAndName false [0, 0, 0]"),
        ("område;b\nUpplands Väsby (Norr);1\nUpplands Väsby (Söder);2\n", "0 Name true [0, 0, 0]"),
        ("område;b\nUpplands Väsby;1\nSolna;2\n", "0 Name true [0, 0, 0]"),
        ("län;b\nStockholm;1\nUppsala;2\nSkåne;3\n", "-"),
        ("x;b\nStockholm;1\nUppsala;2\nSkåne;3\nHalland;4\nGotland;5\n", "-"),
        (
            "x;b\nStockholm;1\nUppsala;2\nSkåne;3\nSolna;4\nNacka;5\nLund;6\nYstad;7\nEslöv;8\nTäby;9\n",
            "0 Name true [0, 0, 0]",
        ),
        ("kod;b\n0114;1\n0115;2\n0117;2\n", "0 Code false [0, 1, 1]"),
        ("x;b\n0114;1\n0115;2\n0117;2\n", "-"),
        ("antal;b\n0114;1\n0115;2\n0117;2\n", "-"),
        ("kod;b\n01140101;1\n01140102;2\n01140103;3\n", "0 Code false [1, 0, 1]"),
        ("x;b\n01140101;1\n01140102;2\n01140103;3\n", "0 Code false [1, 0, 1]"),
        ("x;b\n01140101;1\n01140102;2\n01140103;3\n9;4\n", "-"),
        ("antal;b\n01140101;1\n01140102;2\n01140103;3\n", "-"),
        ("valdistrikt;b\n01140101;1\nx;2\ny;3\nz;4\n", "-"),
        ("kod;b\n0114R001;1\n2021;2\n0114R003;3\n", "0 Code false [0, 0, 0]"),
        ("kod;b\n2021;1\n2023;2\n2029;3\n", "0 Code false [0, 1, 1]"),
        ("kod;b\n2021;1\n0114;2\n0115;3\n", "0 Code false [0, 1, 1]"),
        ("kod;b\n2021R001;1\n2021;2\n", "0 Code false [0, 1, 0]"),
        ("kod;b\n0114R001;1\n0114R0O2;2\n0114R003;3\n", "0 Code false [0, 0, 0]"),
        ("kod;b\n0114R0O1;1\n0114R0O2;2\n0114R003;3\n", "0 Code false [0, 0, 1]"),
        ("kommun;kod;b\n0114;0114R001;1\n0114;0114R002;2\n", "1 Code false [0, 0, 0]"),
        ("kommun;kod;b\n0114 Upplands Väsby;R001;1\n0114 Upplands Väsby;R002;2\n", "[(0, 4), (1, 4)] Parts"),
        ("kommun;kod;b\n114;A0010;1\n114;A0020;2\n", "[(0, 4), (1, 5)] Parts"),
        ("kommun;kod;b\n114;R001;1\n999;R002;2\n", "0 Code false [0, 1, 1]"),
        ("antal;kod;b\n114;R001;1\n115;R002;2\n", "-"),
        ("kommun;kod;b\n114;R001;1\n115;x;2\n", "0 Code false [0, 1, 1]"),
        ("deso;regso;b\n0114A0010;0114R001;1\n0114A0020;0114R001;2\n", "0 Code false [0, 0, 0]"),
        ("regso;valdistrikt;b\n0114R001;01140101;1\n0114R001;01140102;2\n", "1 Code false [1, 0, 1]"),
        ("stadsdel;b\n0114;1\n0115;2\n", "-"),
        ("stadsdel;b\nUpplands Väsby (Norr);1\nUpplands Väsby (Söder);2\n0114;3\n", "0 Name true [0, 1, 1]"),
        ("stadsdel;b\n0114 Norr;1\n0115 Söder;2\n", "-"),
        ("stadsdel;b\n0114 Upplands Väsby;1\n0115 Vallentuna;2\n", "0 CodeAndName false [0, 1, 1]"),
        ("kod;b\n0114R001;1\na;2\nb;3\nc;4\n", "-"),
        ("kod;b\n0114R001;1\na;2\nb;3\nc;4\nd;5\n", "-"),
        ("kod;b\n0114R001;1\na\nb\nc\nd\n", "0 Code false [0, 0, 0]"),
        ("a;b\nx;1\ny;2\n", "-"),
        ("0114R001;1\n0114R002;2\n", "0 Code false [0, 0, 0]"),
        ("kod;b\n00 Riket;1\n01 Stockholms län;2\n03 Uppsala län;3\n", "0 CodeAndName false [0, 0, 1]"),
        ("kod;b\n00;1\n01;2\n03;3\n", "0 Code false [0, 0, 1]"),
        ("x;b\n00;1\n01;2\n03;3\n", "-"),
        ("kod;b\n'0114;1\n0114 R001;2\n114.0;3\n", "0 Code false [0, 1, 1]"),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn a_recipe_names_the_column_or_the_parts() {
    let rows = sample("Rapport\nkommun;del;område\n0114;R001;Norr\n0115;R002;Söder\n");
    let of = |columns: &AreaColumns, forced: Option<u64>| {
        find(&lexicon(), &known(), &rows, 3, Some(columns), forced)
            .map(|(source, form)| format!("{source:?} {form:?}"))
    };
    let column = |name: &str, municipality: Option<&str>| AreaColumns {
        column: Some(name.to_owned()),
        municipality: municipality.map(str::to_owned),
        ..AreaColumns::default()
    };
    let own = Some("Own { column: 2, municipality: \"Göteborg\" } Name".to_owned());
    assert_eq!(of(&column("område", Some("Göteborg")), None), own);
    assert_eq!(of(&column("C", Some("1480")), None), own);
    assert_eq!(of(&column(" område", Some("Ingenstans")), None), None);
    assert_eq!(of(&column("D", None), None), None);
    let named = of(&column("kommun", None), None).unwrap();
    assert!(
        named.starts_with("Cell { column: 0") && named.contains("districts: true") && named.ends_with("Code"),
        "{named}"
    );
    let text = of(&column("område", None), None).unwrap();
    assert!(text.contains("misshapen: true") && text.ends_with("Code"), "{text}");
    assert_eq!(headed_own(&rows, &column("område", Some("Göteborg"))), Some(2));
    assert_eq!(headed_own(&rows, &column("område", None)), None);
    assert_eq!(headed_own(&rows, &column("annat", Some("Göteborg"))), None);
    assert!(is_alone(&rows[0]) && !is_alone(&rows[1]) && is_alone(&sample(" ; \n")[0]));
}

#[test]
fn another_column_of_areas_rivals_where_half_of_its_codes_are_others() {
    let of = |text: &str| {
        let rows = sample(text);
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap();
        let (area, _) = find(&lexicon(), &known(), &rows, width, None, None).unwrap();
        rival(&rows.iter().collect::<Vec<_>>(), &area, width, &known())
    };
    assert_eq!(of("0114R001;0114R002\n0114R003;0114R004\n"), Some(1));
    assert_eq!(of("0114R001;0114R001\n0114R003;0114R004\n"), Some(1));
    assert_eq!(of("0114R001;0114R001\n0114R002;0114R002\n0114R003;0114R004\n"), None);
    assert_eq!(of("0114R001;0114A0010\n0114R003;0114A0020\n"), None);
    assert_eq!(of("0114R001;0114\n0114R003;0115\n"), None);
}
