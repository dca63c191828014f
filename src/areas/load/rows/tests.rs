//! Which rows are plain, and what is read of them.

use super::*;
use crate::Error;
use crate::areas::code::Division;
use crate::table::{Flow, Limits, Options, Record, Sink, TableInfo, read};

/// Takes the lines of a text.
#[derive(Default)]
struct Taken(Vec<Lines>);

impl Sink for Taken {
    fn table(&mut self, _: &TableInfo) -> Result<Flow, Error> {
        Ok(Flow::Continue)
    }

    fn record(&mut self, _: &Record<'_>) -> Result<Flow, Error> {
        Ok(Flow::Continue)
    }

    fn lines(&mut self, lines: Lines) -> Result<Flow, Error> {
        self.0.push(lines);
        Ok(Flow::Continue)
    }
}

fn lines(text: &str) -> Lines {
    let mut taken = Taken::default();
    read("a.csv", text.as_bytes(), &Options::default(), &Limits::default(), &mut taken).unwrap();
    taken.0.remove(0)
}

/// Rows of an area, its name, its municipality, a percentage, a count and a total.
fn rows(usual: Option<usize>) -> Rows {
    let name = |of_area| Use::Name { of_area, of_municipality: !of_area };
    Rows {
        known: Known::new(),
        accepted: Accepted { districts: true, years: true, misshapen: true },
        columns: vec![
            Use::Area,
            name(true),
            name(false),
            Use::Nothing,
            Use::Percent(0),
            Use::Count(1),
            Use::Count(2),
        ],
        measures: vec![(3, Made::Percent(0)), (0, Made::Share(vec![1], vec![2])), (2, Made::Amount(1))],
        numbers: 3,
        usual,
    }
}

const FIRST: &str = "0114R001;Norr;Upplands Väsby;x;58,2;742;1237";

/// How many rows are read where one stands in the middle of plain ones.
fn read_of(rows: &Rows, row: &str, end: &str) -> usize {
    let text = [FIRST, row, FIRST, ""].join(end);
    let (lines, mut block) = (lines(&text), rows.block());
    let bytes = rows.read(&lines, &mut block);
    let read = text.get(..bytes).unwrap().matches(end).count();
    assert_eq!(read, block.len(), "{row}");
    read
}

#[test]
fn plain_rows_are_read_and_others_are_left() {
    let rows = rows(None);
    for row in [
        FIRST,
        "0114A0010;Norr;Upplands Väsby;;58.25;0;1",
        "0114R001 Norr;;Upplands Väsby;;100;1;1",
        "0114R001;;;;..;;",
        "0114R001;Norr;;;;742;",
        "0114R001; Norr å ;;;;;742",
        "114R001;Norr;;;9,9;7;9",
        "0114R001_RegSO2025;Norr;;;9,9;7;9",
        "01140101;Norr;;;9,9;7;9",
        "0114;Upplands Väsby;Upplands Väsby;;9,9;7;9",
        "0114R001;Upplands Väsby (Norr);Upplands Väsby;;9,9;7;9",
        "0114R001;Norr;Vaxholm (x;;9,9;7;9;8;7",
        "0114R001;Norr;;;9,9;7;9;x;y",
    ] {
        let expected = if row.contains("Vaxholm") { 1 } else { 3 };
        assert_eq!(read_of(&rows, row, "\n"), expected, "{row}");
        assert_eq!(read_of(&rows, row, "\r\n"), expected, "{row}");
    }
    for row in [
        "0114R001;Norr;;;9,9;7",
        "0114R001",
        "",
        ";;;;;;",
        "x;Norr;;;9,9;7;9",
        "0114R001;Norr;;;9,9;7;0",
        "0114R001;Norr;;;9,9;9;7",
        "0114R001;Norr;;;100,1;7;9",
        "0114R001;Norr;;;-;7;9",
        "0114R001;Norr;;;9,9;7 ;9",
        "0114R001;Norr;;;9,9;7;<9",
        "0114R001;Norr;;;9,9;7;9x",
        "0180R001;Norr;Upplands Väsby;;9,9;7;9",
        "0180R001;Upplands Väsby (Norr);;;9,9;7;9",
        "0180;Upplands Väsby;;;9,9;7;9",
        "01140101;Uppsamlingsdistrikt;;;9,9;7;9",
        "0114r001;Norr;;;9,9;7;9",
    ] {
        assert_eq!(read_of(&rows, row, "\n"), 1, "{row}");
    }
}

#[test]
fn a_row_longer_or_shorter_than_others_is_not_plain() {
    for (usual, behind, read) in [
        (Some(7), "", 3),
        (Some(7), ";8", 0),
        (Some(8), "", 0),
        (Some(8), ";8", 3),
        (Some(9), ";8;9", 3),
        (Some(9), ";8", 0),
        (None, ";8", 3),
    ] {
        let row = format!("{FIRST}{behind}");
        let text = format!("{row}\n{row}\n{row}\n");
        let (rows, lines) = (rows(usual), lines(&text));
        let mut block = rows.block();
        rows.read(&lines, &mut block);
        assert_eq!(block.len(), read, "{usual:?} {behind}");
    }
}

#[test]
fn what_is_read_of_a_row_is_its_code_its_name_and_its_figures() {
    let rows = rows(None);
    let text = "0114R001;Norr;;;58,2;742;1237\n114A0010_DeSO2025 Söder;;;;..;;9\n0114R003;;;;9;7;7\n";
    let mut block = rows.block();
    let lines = lines(text);
    assert_eq!(rows.read(&lines, &mut block), text.len());
    assert_eq!(block.line, 1);
    assert_eq!(
        block.keys.iter().map(|key| unpack(*key)).collect::<Vec<_>>(),
        ["0114R001", "0114A0010", "0114R003"]
    );
    let kinds: Vec<_> =
        block.kinds(0..3).map(|(kind, count)| (kind.division, kind.lost, kind.vintage, count)).collect();
    assert_eq!(
        kinds,
        [(Division::Regso, false, 0, 1), (Division::Deso, true, 2025, 1), (Division::Regso, false, 0, 1)]
    );
    let packed = |figure: Option<Figure>| Figures::packed(figure).unwrap();
    let percent = |units, decimals| packed(Percent::of_units(units, decimals).map(Figure::Percent));
    let share = |count, total| packed(Share::new(count, total).ok().map(Figure::Share));
    let amount = |count| packed(Some(Figure::Amount(count)));
    let none = packed(None);
    assert_eq!(
        block.figures,
        [
            (3, vec![percent(582, 1), none, percent(9, 0)]),
            (0, vec![share(742, 1237), none, share(7, 7)]),
            (2, vec![amount(742), none, amount(7)]),
        ]
    );
    let names = String::from_utf8_lossy(&block.names).into_owned();
    assert!(names.contains("Norr") && names.contains("Söder"), "{names}");
    assert_eq!(block.name_ends.len(), 3);
}

#[test]
fn numbers_of_a_column_are_shared_and_an_area_is_none() {
    let mut rows = rows(None);
    rows.columns = vec![Use::Area];
    rows.numbers = 0;
    assert_eq!(rows.number(2, Use::Count), Some(0));
    assert_eq!(rows.number(3, Use::Count), Some(1));
    assert_eq!(rows.number(2, Use::Count), Some(0));
    assert_eq!(rows.number(2, Use::Percent), None);
    assert_eq!(rows.number(0, Use::Count), None);
    assert_eq!(rows.columns, [Use::Area, Use::Nothing, Use::Count(0), Use::Count(1)]);
    assert_eq!(rows.take(1, Use::Area), Some(()));
    assert_eq!(rows.take(1, Use::Area), None);
}

#[test]
fn counts_are_added_up_unless_one_is_unknown() {
    assert_eq!(sum(&[1, 2, UNKNOWN], &[0, 1]), Some(3));
    assert_eq!(sum(&[1, 2, UNKNOWN], &[0, 2]), None);
    assert_eq!(sum(&[1], &[1]), None);
    assert_eq!(sum(&[], &[]), Some(0));
}

#[test]
fn all_rows_are_read_into_blocks_between_those_that_are_not_plain() {
    let rows = rows(None);
    let text = format!("{FIRST}\n{FIRST}\nx\ny\n{FIRST}\n");
    let lines = lines(&text);
    let mut spare = vec![rows.block()];
    let blocks = rows.read_all(lines, &mut spare);
    let told: Vec<_> =
        blocks.iter().map(|(block, bytes)| (block.line, block.len(), *bytes / (FIRST.len() + 1))).collect();
    assert_eq!(told, [(1, 2, 2), (4, 0, 0), (5, 1, 1)]);
    assert!(spare.is_empty());
}

#[test]
fn fractions_are_told_by_the_sizes_of_all() {
    let of = |numbers: &[(u64, u8)]| {
        let mut fractions = Fractions::default();
        for (units, decimals) in numbers {
            fractions.count(Percent::of_units(*units, *decimals).unwrap());
        }
        (fractions.may_be_fractions(), fractions.are_mixed(), fractions.is_settled())
    };
    let (no, may, mixed, settled) =
        ((false, false, false), (true, false, false), (false, true, false), (false, false, true));
    assert_eq!(of(&[]), no);
    assert_eq!(of(&[(0, 0)]), no);
    assert_eq!(of(&[(5, 1)]), may);
    assert_eq!(of(&[(99, 2), (1, 0)]), may);
    assert_eq!(of(&[(1, 0)]), no);
    assert_eq!(of(&[(1, 0), (100, 2)]), may);
    assert_eq!(of(&[(101, 2)]), settled);
    assert_eq!(of(&[(99, 1)]), settled);
    assert_eq!(of(&[(5, 1), (10, 0)]), mixed);
    assert_eq!(of(&[(5, 1), (199, 1), (5, 1)]), no);
    assert_eq!(of(&[(5, 1), (200, 1), (5, 1)]), mixed);
    assert_eq!(of(&[(5, 1), (5, 1), (10, 0), (10, 0)]), mixed);
    assert_eq!(of(&[(0, 0), (20, 0)]), mixed);
    assert_eq!(of(&[(0, 0), (0, 0), (20, 0)]), no);
    assert_eq!(of(&[(0, 0), (10, 0)]), no);
    assert_eq!(of(&[(5, 1), (1, 0), (20, 0)]), no);
    assert_eq!(of(&[(5, 1), (2, 0), (20, 0)]), settled);
    assert_eq!(of(&[(20, 0)]), no);
}

#[test]
fn texts_are_trimmed() {
    assert_eq!(
        [trim(" a "), trim("å"), trim("a"), trim("\u{a0}b"), trim("c\t"), trim("")],
        ["a", "å", "a", "b", "c", ""]
    );
}
