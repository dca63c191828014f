//! Every share of every total up to 3 000 persons, against each threshold of the memo.

use std::cmp::Ordering;

use troskel::assess::{Outcome, counts_as_met, outcome};
use troskel::criteria::{Direction, Tie};
use troskel::figure::{Figure, Share};

use super::support::set;

const LARGEST_TOTAL: u64 = 3_000;

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn every_share_of_every_total_is_on_its_side() {
    let set = set("promemoria-2018");
    let readings: Vec<_> = [Tie::Strict, Tie::Inclusive]
        .into_iter()
        .map(|tie| (tie, set.reading(Some(tie), None).unwrap()))
        .collect();
    let (mut compared, mut at_threshold) = (0_u64, Vec::new());
    for criterion in &set.criteria {
        let threshold = criterion.threshold.value;
        assert_eq!(threshold.decimals(), 0, "the memo's thresholds are whole percentages");
        let threshold = u64::try_from(threshold.units()).unwrap();
        let mut ties = 0;
        for total in 1..=LARGEST_TOTAL {
            for count in 0..=total {
                let found = outcome(criterion, &Figure::Share(Share::new(count, total).unwrap()));
                let expected = match ((100 * count).cmp(&(threshold * total)), criterion.direction) {
                    (Ordering::Equal, _) => Outcome::AtThreshold,
                    (Ordering::Less, Direction::Below) | (Ordering::Greater, Direction::Above) => {
                        Outcome::Met
                    }
                    _ => Outcome::NotMet,
                };
                ties += u64::from(expected == Outcome::AtThreshold);
                for (tie, reading) in &readings {
                    let counts = expected == Outcome::Met
                        || (expected == Outcome::AtThreshold && *tie == Tie::Inclusive);
                    compared += 1;
                    assert!(
                        found == expected && counts_as_met(criterion, *reading, found) == Some(counts),
                        "{count} of {total} against {threshold}: {found:?}, expected {expected:?}"
                    );
                }
            }
        }
        at_threshold.push((criterion.id.as_str(), ties));
    }
    assert_eq!(compared, 36_036_000);
    // A total hits a threshold exactly if it is a multiple of 5, 10, 25 and 4 persons.
    let expected =
        [("employment", 600), ("long-term-unemployment", 300), ("low-education", 120), ("turnout", 750)];
    assert_eq!(at_threshold, expected);
}
