//! Which file has the newest figures of an area, when several are joined.

use std::collections::BTreeMap;

use super::coordinates::Value;

/// When the newest figures are of that the tables have for each criterion and area, whether or not the area has one.
#[derive(Default)]
pub(super) struct Newer(BTreeMap<usize, Vec<u32>>);

impl Newer {
    /// Lists the criteria of which a newer table has the area, so that what it lacks is not taken from an older one; then
    /// notes that this table has it.
    pub(super) fn older(&mut self, at: usize, dates: &BTreeMap<usize, Value>) -> Vec<usize> {
        let mut older = Vec::new();
        for (criterion, date) in dates {
            let Value::Date(end, _) = date else { continue };
            let ends = self.0.entry(*criterion).or_default();
            if ends.len() <= at {
                ends.resize(at + 1, 0);
            }
            let Some(known) = ends.get_mut(at) else { continue };
            if *known > *end {
                older.push(*criterion);
            } else {
                *known = *end;
            }
        }
        older
    }
}
