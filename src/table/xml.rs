//! What both kinds of XML workbooks need of XML.

use quick_xml::events::{BytesRef, BytesStart};

/// Returns an attribute by its local name.
pub(super) fn attribute(event: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = event.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(&found.value);
    Some(value.map_or_else(|_| found.value.clone().into_owned(), std::borrow::Cow::into_owned))
}

/// Returns the text that a reference such as `&amp;` or `&#229;` stands for; nothing for one that isn't known.
pub(super) fn entity(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    match reference.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}
