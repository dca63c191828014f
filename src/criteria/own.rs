//! Thresholds of a person's own, in a set that says so.

use super::CriteriaSet;
use crate::document::Document;
use crate::error::{Error, Problem};
use crate::figure::Decimal;

/// Returns the document of a criteria set with other thresholds, marked as not the source's: the set's id ends in
/// `-own`, and each changed threshold has a source that says whose it is. Without any it is the set as it is.
///
/// # Errors
/// `unknown-word` for a criterion that the set does not have, and all that [`CriteriaSet::from_document`] refuses, a
/// threshold outside the unit's range among it.
///
/// ```
/// use troskel::criteria::{CriteriaSet, own_thresholds, sets};
/// use troskel::document::Document;
///
/// let memo = Document::from_json(sets::PROMEMORIA_2018)?;
/// let own = own_thresholds(&memo, &[("turnout", "80".parse()?)])?;
/// let set = CriteriaSet::from_document(&own)?;
/// assert_eq!(set.id, "promemoria-2018-own");
/// assert_eq!(set.criteria[3].threshold.value.to_string(), "80");
/// assert!(own_thresholds(&memo, &[("turnout", "101".parse()?)]).is_err());
/// # Ok::<(), troskel::Error>(())
/// ```
pub fn own_thresholds(document: &Document, thresholds: &[(&str, Decimal)]) -> Result<Document, Error> {
    let set = CriteriaSet::from_document(document)?;
    if thresholds.is_empty() {
        return Ok(document.clone());
    }
    if let Some((id, _)) = thresholds.iter().find(|(id, _)| set.criterion(id).is_none()) {
        let known: Vec<&str> = set.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
        return Err(Problem::unknown_word(id, &known).into());
    }
    let mut own = document.clone();
    if let Some(id) = member(&mut own, "id") {
        *id = Document::text(&format!("{}-own", set.id));
    }
    if let Some(Document::List(criteria)) = member(&mut own, "criteria") {
        for (criterion, item) in set.criteria.iter().zip(criteria) {
            let chosen = thresholds.iter().find(|(id, _)| *id == criterion.id);
            if let (Some((_, value)), Some(threshold)) = (chosen, member(item, "threshold")) {
                *threshold = cited(*value);
            }
        }
    }
    CriteriaSet::from_document(&own)?;
    Ok(own)
}

fn member<'a>(document: &'a mut Document, name: &str) -> Option<&'a mut Document> {
    let Document::Map(members) = document else { return None };
    members.iter_mut().find(|(found, _)| found == name).map(|(_, value)| value)
}

fn cited(value: Decimal) -> Document {
    let text = Document::map([
        ("sv", Document::text("Egen gräns")),
        ("en", Document::text("A threshold of one’s own")),
    ]);
    Document::map([("value", Document::text(&value)), ("source", Document::map([("text", text)]))])
}

#[cfg(test)]
mod tests {
    use super::super::sets;
    use super::*;

    #[test]
    fn only_the_thresholds_that_are_named_change() {
        let memo = Document::from_json(sets::PROMEMORIA_2018).unwrap();
        let read = |document: &Document| CriteriaSet::from_document(document).unwrap();
        let own = own_thresholds(&memo, &[("turnout", "80".parse().unwrap())]).unwrap();
        let (before, after) = (read(&memo), read(&own));
        assert_eq!((before.id.as_str(), after.id.as_str()), ("promemoria-2018", "promemoria-2018-own"));
        let values: Vec<String> = after.criteria.iter().map(|c| c.threshold.value.to_string()).collect();
        assert_eq!(values, ["60", "10", "28", "80"]);
        let sources: Vec<bool> =
            after.criteria.iter().map(|c| c.threshold.source.text.sv == "Egen gräns").collect();
        assert_eq!(sources, [false, false, false, true]);
        assert_eq!(own_thresholds(&memo, &[]), Ok(memo.clone()));
        let unknown = own_thresholds(&memo, &[("income", Decimal::ZERO)]).map_err(|error| error.code());
        assert_eq!(unknown, Err("unknown-word"));
    }
}
