//! Counts of one file over the bases of another.

use std::collections::BTreeMap;

use super::coordinates::Value;
use super::import::LoadedTable;
use super::join::JoinWarning;
use super::question::Assumed;
use super::rejected::{Rejected, RejectedList};
use super::store::Areas;
use super::understanding::{MeasureFound, Understanding};

/// Gives counts that wait for a base the one of their ages that a table without measures has, and says so. Counts of other
/// ages than all of its bases get none.
pub(super) fn lend(
    areas: &mut Areas,
    bases: &LoadedTable,
    waits: &BTreeMap<usize, Option<Value>>,
    criteria: &[String],
    understandings: &mut [Understanding],
    rejected: &mut RejectedList,
) -> Vec<JoinWarning> {
    let mut warnings = Vec::new();
    for (criterion, ages) in waits {
        let waits = |measure: &&mut MeasureFound| {
            measure.figures == 0
                && measure.base.is_none()
                && criteria.get(*criterion) == Some(&measure.criterion)
        };
        let own = || bases.bases.iter().filter(|(slot, _)| *slot % criteria.len() == *criterion);
        let same = own().find(|(_, (_, of))| of == ages);
        let unsaid = || own().find(|(_, (_, of))| ages.is_none() || of.is_none());
        let Some((slot, (base, of))) = same.or_else(unsaid) else {
            let counts = understandings.iter_mut().flat_map(|table| table.measures.iter_mut().filter(waits));
            let counts = counts.flat_map(|measure| measure.columns.clone()).collect();
            let bases: Vec<String> = own().flat_map(|(_, (base, _))| base.columns.clone()).collect();
            warnings.extend((!bases.is_empty()).then_some(JoinWarning::OtherAges { counts, bases }));
            continue;
        };
        let (made, wrong) = areas.lend(&bases.areas, *criterion, *slot);
        for (at, problem) in wrong {
            let Some(area) = areas.get(at) else { continue };
            let place = understandings.get(area.table()).map(|table| table.table.place(area.line()));
            let text = area.code().or_else(|| area.name().map(str::to_owned)).unwrap_or_default();
            rejected.push(|| Rejected::new(place.unwrap_or_default(), problem, &text));
        }
        if made == 0 {
            continue;
        }
        for understanding in understandings.iter_mut() {
            for measure in understanding.measures.iter_mut().filter(waits) {
                measure.figures = made;
                measure.base = Some(base.clone());
                if of != ages {
                    understanding.assumed.push(Assumed::BaseAges {
                        criterion: measure.criterion.clone(),
                        column: base.columns.join(" + "),
                    });
                }
            }
        }
    }
    warnings
}
