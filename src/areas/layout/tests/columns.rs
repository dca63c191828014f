//! What the cells of a column look like, and which combinations of categories rows have.

use super::{lexicon, sample};
use crate::areas::layout::columns::Profile;
use crate::areas::layout::series::{COMBINATIONS, Combinations, Filled, Series};
use crate::areas::told::understanding::DecimalMark;
use crate::areas::words::coordinates::{Coordinates, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::sampled::Sampled;

/// The profile of a column of such cells, one for each area.
fn profile(cells: &str) -> Profile {
    let rows = sample(&cells.replace(' ', "\n").replace('_', " "));
    let data: Vec<&Sampled> = rows.iter().collect();
    Profile::of(&data, &(0..data.len()).collect::<Vec<_>>(), 0)
}

#[test]
fn a_column_is_known_by_its_numbers_and_texts() {
    let counted = |cells: &str| {
        let own = profile(cells);
        (own.numbers, own.texts, own.distinct.len())
    };
    assert_eq!(counted("1 2 2 a b .. -"), (3, 2, 4));
    assert_eq!(counted("1 <8 <8"), (1, 0, 2));
    assert_eq!(counted("a <8 <9"), (0, 3, 3));
    let kind = |cells: &str| {
        let own = profile(cells);
        (own.small, own.decimals, own.are_counts(), own.are_flags())
    };
    assert_eq!(kind("1 0 1"), (true, false, false, true));
    assert_eq!(kind("1 0 2"), (true, false, false, false));
    assert_eq!(kind("1 0 a"), (true, false, false, false));
    assert_eq!(kind("100 100"), (true, false, false, false));
    assert_eq!(kind("101 5"), (false, false, true, false));
    assert_eq!(kind("101 5,5"), (false, true, false, false));
    assert_eq!(kind("100,5_% 7"), (true, true, false, false));
    assert_eq!(kind("1_204 7"), (true, false, false, false));
    assert_eq!(kind("a b"), (true, false, false, false));
    assert_eq!(
        [profile("1,5 2").mark(), profile("1.5 2").mark(), profile("1,5 2.5").mark(), profile("1 2").mark()],
        [Some(DecimalMark::Comma), Some(DecimalMark::Point), Some(DecimalMark::Both), None]
    );
}

#[test]
fn a_column_is_by_area_where_each_has_one_text() {
    let rows = sample("a\nb\na\nb\n");
    let data: Vec<&Sampled> = rows.iter().collect();
    assert!(Profile::of(&data, &[0, 1, 0, 1], 0).by_area);
    assert!(!Profile::of(&data, &[0, 0, 2, 3], 0).by_area);
    assert!(!Profile::of(&data, &[0, 1, 0, 2], 0).by_area);
}

#[test]
fn combinations_are_listed_with_what_stands_in_their_rows() {
    let rows =
        sample("0114R001;män;a;0;5\n0114R001;kvinnor;b;..;x\n0114R002;män;a;7;-\n0114R002;män;c;0;<5\n");
    let data: Vec<&Sampled> = rows.iter().collect();
    let mut found = Combinations::of(vec![1, 2], &data, &[3, 4]);
    assert_eq!(found.rows, [["män", "a"], ["kvinnor", "b"], ["män", "c"]]);
    let filled: Vec<_> = (0..4).flat_map(|nth| [found.filled(nth, 3), found.filled(nth, 4)]).collect();
    let (numbers, noughts) = (Some(Filled::Numbers), Some(Filled::Noughts));
    assert_eq!(filled, [numbers, numbers, None, None, noughts, numbers, None, None]);
    assert_eq!(found.categories(1), ["män", "kvinnor"]);
    assert_eq!((found.categories(2).len(), found.categories(3).len()), (3, 0));
    assert!(found.go_in_pairs(2, 1) && !found.go_in_pairs(1, 2));
    assert!(
        found.note(1, 3, "0") && !found.note(1, 3, "0") && found.note(1, 3, "5") && !found.note(1, 3, "0")
    );
    assert!(!found.note(0, 9, "..") && !found.note(0, 9, "x") && !found.note(9, 3, "5"));
    let many: String = (0..=COMBINATIONS).fold(String::new(), |text, number| text + &format!("{number};1\n"));
    let rows = sample(&many);
    let data: Vec<&Sampled> = rows.iter().collect();
    assert_eq!(Combinations::of(vec![0], &data, &[1]).rows.len(), COMBINATIONS);
}

#[test]
fn an_election_is_held_in_its_year() {
    let series = |end: u32, dated: bool, election: bool| {
        let mut said = Coordinates::default();
        said.set((Facet::Period, 0), Value::Date(end, 12), "x");
        if election {
            said.set((Facet::Election, 0), Value::Atoms(1), "x");
        }
        Series { column: 0, combination: 0, said, filled: true, noughts: false, named: true, dated }
    };
    let (held, other) = (12 * 2022 + 12, 12 * 2021 + 12);
    assert!(
        series(held, true, false).is_held(&[2018, 2022]) && series(held - 11, true, false).is_held(&[2022])
    );
    assert!(!series(other, true, false).is_held(&[2018, 2022]));
    assert!(
        series(other, true, false).is_held(&[])
            && series(other, false, false).is_held(&[2022])
            && series(other, true, true).is_held(&[2022])
    );
    let mut undated = series(other, true, false);
    undated.said.facets.clear();
    assert!(undated.is_held(&[2022]));
    assert!(
        undated.is_same(&series(held, true, true))
            && !undated.is_same(&Series { column: 1, ..undated.clone() })
    );
    assert!(lexicon().is_unit("enhet"));
}
