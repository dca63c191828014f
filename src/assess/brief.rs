//! What a list says of one figure, by the million: the parts of a [`Finding`](super::Finding) that stand in columns.

use std::cmp::Ordering;

use super::certainty::{self, Certainty, Dependence, possible_outcomes};
use super::{Outcome, finding, outcome, outcome_of_order};
use crate::criteria::Criterion;
use crate::figure::{Decimal, Figure, Stated};

/// What a list says of one figure. Each part is what the criterion's [`Finding`](super::Finding) has under its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Brief {
    pub(crate) outcome: Outcome,
    /// `None` where the threshold lies between a figure's bounds, and so the distance.
    pub(crate) percent: Option<Decimal>,
    pub(crate) distance: Option<Decimal>,
    pub(crate) certainty: Certainty,
    pub(crate) depends_on: Option<Dependence>,
}

/// A criterion, ready to be asked about many figures.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Briefly<'a> {
    criterion: &'a Criterion,
    /// The threshold in tenths of a percent, where it is a whole number of them: then all that is multiplied here fits
    /// into 64 bits, and a rounded distance is the rounded value minus the threshold.
    tenths: Option<u64>,
}

/// Decimals after which the quick way gives up.
const DECIMALS: u8 = 12;

impl<'a> Briefly<'a> {
    pub(crate) fn new(criterion: &'a Criterion) -> Self {
        let threshold = criterion.threshold.value;
        let is_short = threshold.decimals() <= 1 && threshold.cmp_value(Decimal::HUNDRED).is_le();
        let tenths = u64::try_from(threshold.to_decimals(1).units()).ok().filter(|_| is_short);
        Self { criterion, tenths }
    }

    /// Says what a list says of a figure.
    pub(crate) fn of(&self, figure: &Figure) -> Brief {
        self.tenths.and_then(|tenths| self.quick(figure, tenths)).unwrap_or_else(|| self.thorough(figure))
    }

    /// Writes the comparison as an integer inequality; `None` where the threshold lies between a figure's bounds.
    pub(crate) fn comparison(&self, figure: &Figure) -> Option<String> {
        let threshold = self.criterion.threshold.value;
        figure.nearest(threshold).map(|figure| finding::comparison(&figure, threshold))
    }

    fn quick(&self, figure: &Figure, tenths: u64) -> Option<Brief> {
        let (numerator, denominator) = match figure {
            Figure::Percent(percent) => (percent.units(), 10_u64.pow(percent.decimals().into())),
            Figure::Share(share) => (100 * share.count(), share.total()),
            Figure::Amount(_) | Figure::Between(_) => return None,
        };
        // Numerators are at most 10¹⁴, denominators 10¹² and tenths 10³.
        let (value, threshold) = (10 * numerator, tenths * denominator);
        let order = value.cmp(&threshold);
        let (mut units, mut rest) = (value / denominator, value % denominator);
        let (mut mark, mut decimals) = (tenths, 1);
        let rounded = loop {
            let rounded = units + u64::from(2 * rest >= denominator);
            if rounded.cmp(&mark) == order {
                break rounded;
            }
            if decimals == DECIMALS {
                return None;
            }
            decimals += 1;
            rest *= 10;
            (units, rest) = (10 * units + rest / denominator, rest % denominator);
            mark *= 10;
        };
        let outcome = outcome_of_order(self.criterion, order);
        // A percentage may be off by half a unit; on its threshold both sides are possible, or the side that there is.
        let rounding = match (figure, order) {
            (Figure::Percent(_), Ordering::Less) => value + 5 >= threshold,
            (Figure::Percent(_), Ordering::Equal) => true,
            (Figure::Percent(_), Ordering::Greater) => value - 5 <= threshold,
            (Figure::Share(_) | Figure::Amount(_) | Figure::Between(_), _) => false,
        };
        Some(Brief {
            outcome,
            percent: Some(Decimal::new(rounded.into(), decimals)),
            distance: Some(Decimal::new(i128::from(rounded) - i128::from(mark), decimals)),
            certainty: if rounding { Certainty::Depends } else { Certainty::Certain },
            depends_on: rounding.then_some(Dependence::Rounding),
        })
    }

    fn thorough(&self, figure: &Figure) -> Brief {
        let stated = Stated::from(*figure);
        let outcome = outcome(self.criterion, figure);
        let threshold = self.criterion.threshold.value;
        let (percent, distance) =
            figure.nearest(threshold).map(|figure| finding::rounded(&figure, threshold)).unzip();
        let certainty = possible_outcomes(self.criterion, &stated).certainty_of(outcome);
        let depends_on = match certainty {
            Certainty::Certain => None,
            Certainty::Depends => Some(certainty::source(&stated)),
        };
        Brief { outcome, percent, distance, certainty, depends_on }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Finding;
    use super::*;
    use crate::criteria::sets;
    use crate::figure::{Bounds, MAX_COUNT, Percent, Share};

    #[track_caller]
    fn same(set: &str, nth: usize, threshold: Decimal, figures: &[Figure]) {
        let set = sets::get(set).unwrap();
        let mut criterion = set.criteria[nth].clone();
        criterion.threshold.value = threshold;
        let briefly = Briefly::new(&criterion);
        let reading = set.reading(None, None).unwrap();
        for figure in figures {
            let brief = briefly.of(figure);
            let finding = Finding::new(&criterion, reading, Some(&Stated::from(*figure)));
            let about = format!("{figure} against {threshold}");
            assert_eq!(brief.outcome, finding.outcome, "{about}");
            assert_eq!(brief.percent, finding.percent, "{about}");
            assert_eq!(brief.distance, finding.distance, "{about}");
            assert_eq!(Some(brief.certainty), finding.certainty, "{about}");
            assert_eq!(Some(Vec::from_iter(brief.depends_on)), finding.depends_on, "{about}");
            assert_eq!(briefly.comparison(figure), finding.comparison, "{about}");
        }
    }

    fn threshold() -> impl Strategy<Value = Decimal> {
        let short = prop_oneof![
            (0_i128..=100).prop_map(|units| Decimal::new(units, 0)),
            (0_i128..=1_000).prop_map(|units| Decimal::new(units, 1)),
        ];
        let long = (0_i128..=10_000, 2_u8..=12)
            .prop_map(|(hundredths, decimals)| Decimal::new(hundredths, 2).to_decimals(decimals));
        prop_oneof![3 => short, 1 => long]
    }

    /// A figure anywhere, or within a few units of the threshold.
    fn figure(threshold: Decimal) -> impl Strategy<Value = Figure> {
        let near = move |whole: u64| {
            let scaled = threshold.units() * i128::from(whole);
            u64::try_from(scaled / (100 * crate::figure::pow10(threshold.decimals()))).unwrap()
        };
        let percent = (0_u8..=12, any::<u64>(), any::<bool>(), 0_u64..=4).prop_map(
            move |(decimals, random, is_near, off)| {
                let most = 100 * 10_u64.pow(decimals.into());
                let units = if is_near { (near(most) + off).saturating_sub(2) } else { random % (most + 1) };
                Figure::Percent(Percent::of_units(units.min(most), decimals).unwrap())
            },
        );
        let totals = prop_oneof![1_u64..=40, 1_u64..=4_000, 1_u64..=MAX_COUNT, Just(MAX_COUNT)];
        let share = (totals, any::<u64>(), any::<bool>(), 0_u64..=4).prop_map(
            move |(total, random, is_near, off)| {
                let count =
                    if is_near { (near(total) + off).saturating_sub(2) } else { random % (total + 1) };
                Figure::Share(Share::new(count.min(total), total).unwrap())
            },
        );
        let between =
            (0_u64..=900, 0_u64..=20, 1_u64..=1_000, 0_u64..=20).prop_map(|(count, more, total, wider)| {
                let within = |low, more| Bounds { low, high: low + more };
                let total = within(total.max(count), wider);
                Figure::share_within(within(count, more), total).unwrap()
            });
        prop_oneof![percent, share, between]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_says_what_the_finding_says(
            (threshold, figures) in threshold()
                .prop_flat_map(|threshold| (Just(threshold), prop::collection::vec(figure(threshold), 100))),
            nth in 0_usize..4,
        ) {
            same("promemoria-2018", nth, threshold, &figures);
        }

        #[test]
        fn persons_are_said_as_they_are(threshold in 0_u64..=1_000_000, amounts in prop::collection::vec(any::<u64>(), 20)) {
            let near = [threshold.saturating_sub(1), threshold, threshold + 1];
            let within = |low: u64| Figure::amount_within(Bounds { low: low % 1_000_000, high: 1_000_000 }).unwrap();
            let bounds: Vec<Figure> = amounts.iter().copied().map(within).collect();
            let figures = amounts.into_iter().chain(near).map(Figure::Amount).chain(bounds);
            let figures: Vec<Figure> = figures.collect();
            same("scb-2012", 3, Decimal::new(threshold.into(), 0), &figures);
        }
    }
}
