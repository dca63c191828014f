//! The criteria sets that come with the product, as the documents they are.

/// The memo of March 2018: `promemoria-2018`.
pub const PROMEMORIA_2018: &str = include_str!("sets/promemoria-2018.json");
/// SCB's selection of 15 urban areas of 2012: `scb-2012`.
pub const SCB_2012: &str = include_str!("sets/scb-2012.json");

/// Returns the JSON text of a set by its id.
pub fn json(id: &str) -> Option<&'static str> {
    match id {
        "promemoria-2018" => Some(PROMEMORIA_2018),
        "scb-2012" => Some(SCB_2012),
        _ => None,
    }
}

/// Returns a set by its id.
///
/// ```
/// let set = troskel::criteria::sets::get("promemoria-2018").expect("a set of the product");
/// assert_eq!(set.criteria.len(), 4);
/// assert!(troskel::criteria::sets::get("another").is_none());
/// ```
#[cfg(any(feature = "tables", test))]
pub fn get(id: &str) -> Option<super::CriteriaSet> {
    let document = crate::document::Document::from_json(json(id)?).ok()?;
    super::CriteriaSet::from_document(&document).ok()
}
