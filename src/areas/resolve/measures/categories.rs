//! Categories that give no figure, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::super::plan::Plan;
use super::Measures;
use crate::areas::layout::series::Series;
use crate::areas::told::ledger::{NotUsed, Why};

impl Measures {
    /// Tells of each category that gives no figure why.
    pub(in crate::areas) fn categories(&self, plan: &Plan, all: &[Series]) -> Vec<NotUsed> {
        let picks = plan.measures.iter().flat_map(|measure| {
            let own = measure.kind.picks().into_iter().map(|(pick, _)| pick);
            own.chain(measure.pieces.iter().copied()).chain(measure.check)
        });
        let used: BTreeSet<usize> = picks.map(|pick| pick.combination).collect();
        let mut series: BTreeMap<usize, Vec<&Series>> = BTreeMap::new();
        for one in all {
            series.entry(one.combination).or_default().push(one);
        }
        let (none, mut left) = (BTreeSet::new(), Vec::new());
        for (nth, column) in plan.combinations.columns.iter().enumerate() {
            let mut rows: BTreeMap<Option<&str>, BTreeSet<usize>> = BTreeMap::new();
            for (at, row) in plan.combinations.rows.iter().enumerate() {
                rows.entry(row.get(nth).map(String::as_str)).or_default().insert(at);
            }
            for category in plan.combinations.categories(*column) {
                let own = rows.get(&Some(category.as_str())).unwrap_or(&none);
                if own.is_disjoint(&used) {
                    let of = own.iter().filter_map(|at| series.get(at)).flatten().copied();
                    let of: Vec<&Series> = of.collect();
                    let why = self.why(&of);
                    left.extend(plan.name(*column).map(|column| NotUsed {
                        column,
                        category: Some(category),
                        why,
                    }));
                }
            }
        }
        left
    }

    fn why(&self, of: &[&Series]) -> Why {
        let is = |columns: &BTreeSet<usize>| of.iter().any(|series| columns.contains(&series.column));
        let words: BTreeSet<&String> = of.iter().flat_map(|series| &series.said.unexplained).collect();
        match () {
            () if !of.iter().any(|series| series.filled) => Why::Empty,
            () if is(&self.asked) => Why::Asked,
            () if is(&self.concerned) && words.is_empty() => Why::Another,
            () if words.is_empty() => Why::NoMeasure,
            () => Why::Unexplained { words: words.into_iter().cloned().collect() },
        }
    }
}
