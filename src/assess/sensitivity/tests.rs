use super::super::verdict;
use super::*;
use crate::criteria::sets;

fn axis(criterion: &str, from: &str, step: &str, positions: usize, total: &str) -> GivenAxis {
    let [criterion, from, step, total] = [criterion, from, step, total].map(str::to_owned);
    GivenAxis { criterion, from, step, positions, total }
}

fn area(figures: [&str; 4]) -> Vec<Option<Stated>> {
    figures.iter().map(|text| text.parse::<Figure>().ok().map(Stated::from)).collect()
}

#[test]
fn the_grid_is_what_assessing_each_pair_gives() {
    let set = sets::get("promemoria-2018").unwrap();
    for figures in [["", "11", "28", "70"], ["1/2", "9", "29.5", ""], ["", "", "", ""]] {
        let area = area(figures);
        for reading in set.readings() {
            let columns = axis("employment", "59.5", "0.1", 11, "").read(&set).unwrap();
            let rows = axis("low-education", "270", "5", 9, "1000").read(&set).unwrap();
            let cells = grid(&set, reading, &area, &columns, &rows).unwrap();
            assert_eq!(cells.len(), 99);
            for row in 0..9 {
                for column in 0..11 {
                    let mut moved = area.clone();
                    moved[0] = columns.figure(column).map(Stated::from);
                    moved[2] = rows.figure(row).map(Stated::from);
                    let expected = verdict_code(verdict(&set, reading, &moved))
                        | outcome_code(outcome(&set.criteria[0], &moved[0].unwrap().figure)) << 2
                        | outcome_code(outcome(&set.criteria[2], &moved[2].unwrap().figure)) << 4;
                    assert_eq!(cells[row * 11 + column], expected, "{reading:?} {row} {column}");
                }
            }
            let table = grid_table(&set, reading, &area, &columns, &rows).unwrap();
            // Rows 0, 2 and 4 are 27, 28 and 29 percent; columns 0, 5 and 10 are 59.5, 60 and 60.5.
            for (row, at_row) in table.verdicts.iter().zip([0, 2, 4]) {
                for (verdict, at_column) in row.iter().zip([0, 5, 10]) {
                    assert_eq!(cells[at_row * 11 + at_column] & 3, verdict_code(*verdict));
                }
            }
        }
    }
}

#[test]
fn a_cell_of_the_grid_is_read_by_its_bits() {
    let set = sets::get("promemoria-2018").unwrap();
    let reading = set.reading(None, None).unwrap();
    let columns = axis("employment", "59", "1", 3, "").read(&set).unwrap();
    let rows = axis("turnout", "74", "1", 3, "").read(&set).unwrap();
    let cells = |figures| grid(&set, reading, &area(figures), &columns, &rows).unwrap();
    // Meets where both are met, the lowest bits 0; else does not meet, 1.
    let expected = [0b00_00_00, 0b00_01_01, 0b00_10_01, 0b01_00_01, 0b01_01_01, 0b01_10_01]
        .into_iter()
        .chain([0b10_00_01, 0b10_01_01, 0b10_10_01]);
    assert_eq!(cells(["", "11", "29", ""]), expected.collect::<Vec<_>>());
    // Without a third figure nothing meets, and what both met leave open is undetermined, 2.
    assert_eq!(cells(["", "", "29", ""])[..2], [0b00_00_10, 0b00_01_01]);
    assert_eq!(outcome_code(Outcome::Unknown), 3);
    let others = Tally { met: 3, unknown: 0, required: 4 };
    assert_eq!(with(others, &[None]), Verdict::Undetermined);
    assert_eq!(with(others, &[Some(true)]), Verdict::Meets);
    assert_eq!(with(others, &[Some(false)]), Verdict::DoesNotMeet);
}

#[test]
fn a_strip_tells_the_one_place_where_the_verdict_changes() {
    let set = sets::get("promemoria-2018").unwrap();
    let reading = set.reading(None, None).unwrap();
    let axis = axis("turnout", "74.9", "0.05", 4, "");
    let strip = strip(&set, reading, &area(["50", "11", "29", ""]), &axis.read(&set).unwrap());
    assert_eq!((strip.below, strip.on), (Verdict::Meets, Verdict::DoesNotMeet));
    assert_eq!(strip.threshold.to_string(), "75");
    let told: Vec<String> = strip
        .positions
        .iter()
        .map(|at| format!("{} {:?}", at.finding.figure.as_deref().unwrap_or_default(), at.verdict))
        .collect();
    assert_eq!(told, ["74.90 Meets", "74.95 Meets", "75.00 DoesNotMeet", "75.05 DoesNotMeet"]);
    assert_eq!(strip.positions[1].finding.distance.map(|at| at.to_string()), Some("-0.05".to_owned()));
}

#[test]
fn an_axis_stays_within_the_figures_that_there_are() {
    let set = sets::get("promemoria-2018").unwrap();
    let code = |axis: GivenAxis| axis.read(&set).map(|_| ()).map_err(|error| error.code());
    assert_eq!(code(axis("turnout", "0", "1", 101, "")), Ok(()));
    assert_eq!(code(axis("turnout", "0", "1", 102, "")), Err("out-of-range"));
    assert_eq!(code(axis("turnout", "-1", "1", 2, "")), Err("out-of-range"));
    assert_eq!(code(axis("turnout", "1", "0", 2, "")), Err("out-of-range"));
    assert_eq!(code(axis("turnout", "0", "0.1", 1_001, "")), Ok(()));
    assert_eq!(code(axis("turnout", "0", "0.01", 1_002, "")), Err("too-large"));
    assert_eq!(code(axis("turnout", "0", "0.5", 3, "10")), Err("out-of-range"));
    assert_eq!(code(axis("turnout", "0", "5", 3, "10")), Ok(()));
    assert_eq!(code(axis("turnout", "0", "5", 4, "10")), Err("out-of-range"));
    assert_eq!(code(axis("turnout", "0", "1", 1, "0")), Err("total-zero"));
    assert_eq!(code(axis("income", "0", "1", 2, "")), Err("unknown-word"));
    assert_eq!(code(axis("turnout", "0", "1", 0, "")), Ok(()));
    let same = axis("turnout", "0", "1", 2, "");
    let same = same.read(&set).unwrap();
    let reading = set.reading(None, None).unwrap();
    assert_eq!(grid(&set, reading, &[], &same, &same).map_err(|error| error.code()), Err("duplicate-id"));
    let population = sets::get("scb-2012").unwrap();
    let code = |axis: GivenAxis| axis.read(&population).map(|_| ()).map_err(|error| error.code());
    assert_eq!(code(axis("population", "3990", "5", 5, "")), Ok(()));
    assert_eq!(code(axis("population", "3990.0", "5", 5, "")), Err("out-of-range"));
    assert_eq!(code(axis("population", "3990", "5", 5, "9000")), Err("wrong-unit"));
}
