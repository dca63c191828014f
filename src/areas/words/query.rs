//! What each criterion asks of a table; it stands in `queries.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::coordinates::Value;
use super::facet::Facet;
use super::lexicon::Lexicon;
use super::patterns::numbers;
use crate::criteria::{CriteriaSet, Unit};

/// A query, as the file has it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Written {
    criterion: String,
    is: Vec<BTreeMap<Facet, String>>,
    over: Vec<BTreeMap<Facet, String>>,
    ages: Vec<String>,
    elections: Vec<String>,
    years: Vec<u32>,
    least: Option<u64>,
}

/// Tells whether there is a query for a criterion.
pub(in crate::areas) fn is_known(criterion: &str) -> bool {
    let written: Vec<Written> = serde_json::from_str(include_str!("queries.json")).unwrap_or_default();
    written.iter().any(|query| query.criterion == criterion)
}

/// What a criterion asks of a table.
#[derive(Debug, Clone)]
pub(in crate::areas) struct Query {
    pub(in crate::areas) id: String,
    pub(in crate::areas) unit: Unit,
    /// What is counted, one of these.
    pub(in crate::areas) is: Vec<BTreeMap<Facet, Value>>,
    /// What it is a part of, one of these.
    pub(in crate::areas) over: Vec<BTreeMap<Facet, Value>>,
    /// Spans of ages, the best first.
    pub(in crate::areas) ages: Vec<Value>,
    /// Elections, the best first.
    pub(in crate::areas) elections: Vec<Value>,
    /// The years of those elections; of a criterion without elections none.
    pub(in crate::areas) years: Vec<u32>,
    /// As many percent are met by every area that there is.
    pub(in crate::areas) least: Option<u64>,
}

/// Reads what a set's criteria ask; a criterion that nothing is known of is found by its id and labels alone.
pub(in crate::areas) fn queries(set: &CriteriaSet, lexicon: &Lexicon) -> Vec<Query> {
    let written: Vec<Written> = serde_json::from_str(include_str!("queries.json")).unwrap_or_default();
    let value = |facet: Facet, text: &str| {
        numbers(&[text], true)
            .filter(|(found, ..)| *found == Facet::Age)
            .map_or_else(|| Value::Atoms(lexicon.bits(facet, text)), |(_, value, _)| value)
    };
    let wanted = |all: &[BTreeMap<Facet, String>]| {
        let one = |one: &BTreeMap<Facet, String>| one.iter().map(|(f, text)| (*f, value(*f, text))).collect();
        all.iter().map(one).collect()
    };
    let query = |criterion: &crate::criteria::Criterion| {
        let own = written.iter().find(|query| query.criterion == criterion.id).cloned().unwrap_or_default();
        Query {
            id: criterion.id.clone(),
            unit: criterion.unit,
            is: wanted(&own.is),
            over: if own.criterion.is_empty() { vec![BTreeMap::new()] } else { wanted(&own.over) },
            ages: own.ages.iter().map(|text| value(Facet::Age, text)).collect(),
            elections: own.elections.iter().map(|text| value(Facet::Election, text)).collect(),
            years: own.years,
            least: own.least,
        }
    };
    set.criteria.iter().map(query).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::sets;

    #[test]
    fn each_criterion_of_the_sets_has_a_query() {
        for id in ["promemoria-2018", "scb-2012"] {
            let set = sets::get(id).unwrap();
            for query in queries(&set, &Lexicon::new(&set)) {
                assert!(!query.is.is_empty(), "{}", query.id);
                assert!(
                    query.is.iter().flatten().all(|(_, value)| *value != Value::Atoms(0)),
                    "{}",
                    query.id
                );
            }
        }
    }
}
