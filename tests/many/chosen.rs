//! What is asked of some areas is answered as if the others were in no file.

use proptest::prelude::*;
use troskel::criteria::{Reading, sets};
use troskel::many::{Changes, Chosen, Run, Scenario, municipalities, sweep, sweep_grid};

use super::model::{Given, MEMO, are_read, areas, code, decimal, reading, run_of};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn chosen_areas_are_counted_as_if_they_were_alone(
        areas in areas(),
        taken in prop::collection::vec(any::<bool>(), 40),
        read in reading(),
        criterion in 0_usize..4,
    ) {
        let set = sets::get(MEMO).unwrap();
        let has_figure = |figures: &[Given; 4]| figures.iter().any(|given| *given != Given::Missing);
        let alone: Vec<[Given; 4]> = areas
            .iter()
            .zip(&taken)
            .map(|(figures, taken)| if *taken { *figures } else { [Given::Missing; 4] })
            .collect();
        prop_assume!(alone.iter().any(has_figure) && are_read(&alone));
        let (run, expected) = (run_of(&set, &areas, read), run_of(&set, &alone, read));
        let code_at = |run: &Run, at: usize| run.joined.areas.get(at).unwrap().code().unwrap();
        let positions: Vec<u32> = (0..run.len())
            .filter(|at| (0..areas.len()).any(|nth| taken[nth] && code(nth) == code_at(&run, *at)))
            .map(|at| u32::try_from(at).unwrap())
            .collect();
        let (chosen, all) = (Chosen::of(&run, &positions), Chosen::all());
        prop_assert_eq!(positions.len(), expected.len());
        prop_assert_eq!(municipalities(&run, &chosen), municipalities(&expected, &all));
        prop_assert_eq!(run.outcome_counts_of(&chosen), expected.outcome_counts());
        let tried: Vec<_> = (0..=10).map(|nth| decimal(nth * 100)).collect();
        prop_assert_eq!(
            sweep(&run, &chosen, criterion, &tried),
            sweep(&expected, &all, criterion, &tried)
        );
        let other = (criterion + 1) % 4;
        prop_assert_eq!(
            sweep_grid(&run, &chosen, (criterion, &tried), (other, &tried)),
            sweep_grid(&expected, &all, (criterion, &tried), (other, &tried))
        );
        let scenario = Scenario { thresholds: vec![Some(decimal(500)); 4], shifts: Vec::new() };
        let reading = Reading { tie: read.0, require: read.1 };
        let told = |run: &Run, chosen: &Chosen| {
            let changes = Changes::under(run, chosen, &run.under(&scenario, reading).unwrap());
            let codes = |list: &troskel::many::Changed| {
                let mut codes: Vec<_> = list.areas.iter().filter_map(|one| one.code.clone()).collect();
                codes.sort();
                codes
            };
            (codes(&changes.entering), codes(&changes.leaving), codes(&changes.undecided), changes.staying)
        };
        prop_assert_eq!(told(&run, &chosen), told(&expected, &all));
        let between = Changes::between(&run, &run, |was, _| was.is_some_and(|at| chosen.has(at)));
        prop_assert_eq!(between.staying, expected.totals().meets);
    }
}
