//! Keys that a person brings, column by column.

use super::*;

const ONE: u64 = 1_000_000_000;

fn found(text: &str, to: Option<Division>) -> Result<KeyFound, Error> {
    KeyFile::read("key.csv", text.as_bytes(), to, &Limits::default()).map(|key| key.found)
}

#[test]
fn weights_are_numbers_of_at_most_nine_digits_before_their_mark() {
    let p = |cell: &str| weight(cell).map(|weight| (weight.units, weight.decimals));
    assert_eq!(p("0,62"), Some((620_000_000, 2)));
    assert_eq!(p("0.62"), Some((620_000_000, 2)));
    assert_eq!(p("62 %"), Some((62 * ONE, 0)));
    assert_eq!(p("1 204"), Some((1_204 * ONE, 0)));
    assert_eq!(p("999999999"), Some((999_999_999 * ONE, 0)));
    assert_eq!(p("0,1234567891"), Some((123_456_789, 9)));
    assert_eq!(["1000000000", "", ",5", "-1", "a", "1,a", "1,2,3", "%"].map(p), [None; 8]);
}

#[test]
fn shares_are_of_one_or_of_a_hundred_where_most_parts_are() {
    let pieces = |sums: &[u64]| {
        let piece = |sum: &u64| vec![("a".to_owned(), Some(Weight { units: *sum, decimals: 9 }))];
        sums.iter().enumerate().map(|(at, sum)| (at.to_string(), piece(sum))).collect::<Pieces>()
    };
    let p = |sums: &[u64]| unit(&pieces(sums));
    assert_eq!(p(&[ONE, ONE, 7 * ONE]), Some(ONE));
    assert_eq!(p(&[ONE, 7 * ONE]), None);
    assert_eq!(p(&[100 * ONE]), Some(100 * ONE));
    assert_eq!(p(&[ONE / 100 * 95]), Some(ONE));
    assert_eq!(p(&[ONE / 100 * 105]), Some(ONE));
    assert_eq!(p(&[ONE / 100 * 95 - 1]), None);
    assert_eq!(p(&[ONE / 100 * 105 + 1]), None);
    assert_eq!(p(&[742 * ONE, 12 * ONE]), None);
    assert_eq!(p(&[]), None);
}

#[test]
fn portions_add_up_but_for_their_rounding_or_are_not_known() {
    let p = |pieces: &[(&str, u64, usize)], unit: Option<u64>| {
        let piece = |(whole, units, decimals): &(&str, u64, usize)| {
            ((*whole).to_owned(), Some(Weight { units: *units, decimals: *decimals }))
        };
        let pieces: Vec<_> = pieces.iter().map(piece).collect();
        portions(&pieces, true, unit)
            .into_iter()
            .map(|(whole, own)| (whole.to_owned(), own))
            .collect::<Vec<_>>()
    };
    let unknown = |wholes: &[&str]| {
        wholes.iter().map(|own| ((*own).to_owned(), Portion::new(0, 0))).collect::<Vec<_>>()
    };
    let of = |own: &str, part: u64, all: u64| (own.to_owned(), Portion::new(part, all));
    let (third, two) = (330_000_000, 660_000_000);
    assert_eq!(
        p(&[("a", third, 2), ("b", two, 2)], Some(ONE)),
        [of("a", third, 990_000_000), of("b", two, 990_000_000)]
    );
    assert_eq!(p(&[("a", third, 2), ("b", two - 1, 2)], Some(ONE)), unknown(&["a", "b"]));
    assert_eq!(p(&[("a", third, 2), ("b", two, 3)], Some(ONE)), unknown(&["a", "b"]));
    assert_eq!(p(&[("a", 7 * ONE, 0), ("b", 0, 0), ("a", ONE, 0)], None), [of("a", 8 * ONE, 8 * ONE)]);
    assert_eq!(p(&[("a", 0, 0)], None), unknown(&["a"]));
    let without = [("a".to_owned(), None), ("b".to_owned(), None)];
    assert_eq!(portions(&without, true, None).values().collect::<Vec<_>>(), [&Portion::new(0, 0); 2]);
    assert_eq!(portions(&without, false, None).values().collect::<Vec<_>>(), [&Portion::new(0, 0); 2]);
    assert_eq!(portions(&without[..1], false, None).values().collect::<Vec<_>>(), [&Portion::WHOLE]);
}

#[test]
fn most_of_a_columns_cells_are_half_of_them() {
    let column = |filled: usize| Column { filled, ..Column::default() };
    assert!(most(1, &column(2)) && most(2, &column(4)) && most(1, &column(1)));
    assert!(!most(1, &column(3)) && !most(0, &column(0)));
}

#[test]
fn a_key_tells_how_it_was_understood() {
    let text = "Nyckel 2022\n\nValdistrikt;Namn;DeSO;RegSO;Kommun;År;Vikt\n01800101;Ett;0180A0010;0180R001;0180;2022;0,5\n\
        01800101;Ett;0180A0020;0180R001;0180;2022;0,5\n01800102;Två;0180A0020;0180R001;0180;2022;1\n;;;;;;\n";
    let key = |from: &str, column: &str, to, used, not_split| KeyFound {
        file: "key.csv".into(),
        from: Division::District,
        from_column: from.into(),
        to,
        to_column: column.into(),
        weight_column: Some("Vikt".into()),
        rows: 7,
        used,
        not_split,
    };
    assert_eq!(found(text, Some(Division::Deso)), Ok(key("Valdistrikt", "DeSO", Division::Deso, 3, 0)));
    assert_eq!(found(text, Some(Division::Regso)), Ok(key("Valdistrikt", "RegSO", Division::Regso, 3, 0)));
    assert_eq!(found(text, None).unwrap_err().problem, Problem::NoKey);
    let uneven =
        format!("{}01800103;Tre;0180A0020;0180R001;0180;2022;1\n", text.replace("2022;0,5\n", "2022;0,4\n"));
    assert_eq!(found(&uneven, Some(Division::Deso)).map(|key| (key.used, key.not_split)), Ok((4, 1)));
    // Without a heading columns are named by their letters, and without weights each part lies in one whole.
    let plain = found("01800101;0180R001\n01800102;0180R002\n01800102;0180R001\n", None).unwrap();
    assert_eq!((plain.from_column.as_str(), plain.to_column.as_str(), plain.weight_column), ("A", "B", None));
    assert_eq!((plain.rows, plain.used, plain.not_split), (3, 3, 1));
    let areas = found("deso;regso\n0180A0010;0180R001\n", None).unwrap();
    assert_eq!((areas.from, areas.to), (Division::Deso, Division::Regso));
}

#[test]
fn a_key_that_leaves_a_choice_or_a_gap_is_none() {
    let code = |text: &str| found(text, None).map(|key| key.weight_column).map_err(|error| error.to_string());
    let none = Err("key.csv: no-key".to_owned());
    for text in [
        "a;b\n1;2\n",
        "d;e\n01800101;01800102\n",
        "a;b;c\n01800101;0180A0010;0180A0020\n",
        "a;b;vikt;andel\n01800101;0180R001;1;1\n",
        "a;b;c;d\n01800101;0180R001;7;8\n",
    ] {
        assert_eq!(code(text), none, "{text}");
    }
    assert_eq!(code("a;b;c\n01800101;0180R001;7\n"), Ok(Some("c".to_owned())));
    assert_eq!(code("a;b;c;vikt\n01800101;0180R001;7;1\n"), Ok(Some("vikt".to_owned())));
    // The municipality or the county of each part, or a year, is no weight.
    for label in ["0180", "180", "01", "1", "2022", "1998"] {
        assert_eq!(code(&format!("a;b;c\n01800101;0180R001;{label}\n")), Ok(None), "{label}");
    }
    assert_eq!(code("a;b;c\n01800101;0180R001;2022\n01800102;0180R001;7\n"), Ok(Some("c".to_owned())));
    let at = |line: &str| {
        code(&format!("del;hel\n01800101;0180R001\n01800103;0180R002\n01800104;0180R002\n{line}\n"))
    };
    assert_eq!(at("01800102;x").unwrap_err(), "key.csv: line 5: column hel: not-an-area");
    assert_eq!(at("x;0180R001").unwrap_err(), "key.csv: line 5: column del: not-an-area");
    assert_eq!([at("01800102;"), at(";0180R001"), at("x;y")], [Ok(None), Ok(None), Ok(None)]);
}
