//! One cell of an `OpenDocument` spreadsheet: what it says and what it holds.

use quick_xml::events::BytesStart;

use super::super::format::beside;
use super::super::number::{held, hundredfold, rounded, with_decimals};
use super::super::xml::attribute;

/// A cell under way.
#[derive(Debug, Default)]
pub(super) struct Cell {
    kind: String,
    value: String,
    formula: Option<String>,
    /// What the cell shows.
    pub(super) text: String,
    /// What of it is raised, as the mark of a footnote is.
    pub(super) raised: String,
    paragraphs: usize,
    /// How many cells in a row are like it.
    pub(super) times: u64,
    /// How many columns and rows it covers.
    pub(super) spanned: (u64, u64),
    /// Whether another cell covers it.
    covered: bool,
}

/// Returns how often something stands there.
pub(super) fn repeated(event: &BytesStart<'_>, name: &str) -> u64 {
    attribute(event, name).and_then(|times| times.parse().ok()).unwrap_or(1)
}

impl Cell {
    pub(super) fn begin(event: &BytesStart<'_>) -> Self {
        let mut cell = Self {
            times: 1,
            spanned: (1, 1),
            covered: event.local_name().as_ref() == "covered-table-cell",
            ..Self::default()
        };
        for attribute in event.attributes().with_checks(false).flatten() {
            let value = || match quick_xml::escape::unescape(&attribute.value) {
                Ok(value) => value.into_owned(),
                Err(_) => attribute.value.to_string(),
            };
            let number = || attribute.value.parse().unwrap_or(1);
            match attribute.key.local_name().as_ref() {
                // LibreOffice tells of an error beside the kind that the format knows.
                "value-type" if cell.kind != "error" => cell.kind = value(),
                "value" | "date-value" | "boolean-value" | "string-value" => cell.value = value(),
                "formula" => cell.formula = Some(value()),
                "number-columns-repeated" => cell.times = number(),
                "number-columns-spanned" => cell.spanned.0 = number(),
                "number-rows-spanned" => cell.spanned.1 = number(),
                _ => {}
            }
        }
        cell
    }

    /// Begins a paragraph, which is a line of its own.
    pub(super) fn begin_paragraph(&mut self) {
        if self.paragraphs > 0 {
            self.text.push('\n');
        }
        self.paragraphs += 1;
    }

    /// Returns what the cell holds: of a number all its digits, with at least as many decimals as it is shown with; of an
    /// error its text, whatever number is kept with it.
    pub(super) fn held(&self) -> String {
        if self.covered {
            return String::new();
        }
        if self.kind == "error" || is_error(&self.text) {
            return self.text.clone();
        }
        match (self.kind.as_str(), held(&self.value)) {
            ("percentage", Some(number)) => {
                let number = rounded(&hundredfold(&number));
                let plus = if beside(&self.text).0 { "+" } else { "" };
                format!("{plus}{}%", with_decimals(&number, decimals(&self.text, &number)))
            }
            ("float" | "currency", Some(number)) => {
                let number = rounded(&number);
                let (plus, unit) = beside(&self.text);
                let number = with_decimals(&number, decimals(&self.text, &number));
                let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
                format!("{}{number}{unit}", if plus { "+" } else { "" })
            }
            ("date", None) if !self.value.is_empty() => self.value.trim_end_matches("T00:00:00").to_owned(),
            ("boolean", None) if !self.value.is_empty() => self.value.to_uppercase(),
            ("string", _) if self.text.is_empty() && self.raised.is_empty() => self.value.clone(),
            _ if self.text.trim().is_empty() && !self.raised.is_empty() => self.raised.clone(),
            // A formula that no program has computed says what it would compute.
            ("", None) if self.text.is_empty() => self.formula.as_deref().map(formula).unwrap_or_default(),
            _ => self.text.clone(),
        }
    }
}

/// Writes a formula such as `of:=[.B2]/[.C2]` without the name of its language.
fn formula(text: &str) -> String {
    let bare =
        text.split_once(":=").filter(|(language, _)| language.len() < 8).map_or(text, |(_, rest)| rest);
    format!("={}", bare.trim_start_matches('='))
}

/// Tells whether a cell shows an error: `#DIV/0!`, `#NAME?`, `#N/A`, `Err:502`.
fn is_error(shown: &str) -> bool {
    let shown = shown.trim();
    shown.starts_with("Err:")
        || shown == "#N/A"
        || (shown.starts_with('#') && shown.len() > 2 && shown.ends_with(['!', '?']))
}

/// Counts the decimals that a number is shown with: the shown digits beyond those of its whole part, if a decimal mark
/// stands before as many.
fn decimals(shown: &str, number: &str) -> u32 {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let behind = shown.rsplit_once([',', '.']).map_or(0, |(_, behind)| digits(behind));
    let whole = digits(number.split('.').next().unwrap_or_default());
    let beyond = digits(shown).saturating_sub(whole);
    if beyond == behind { u32::try_from(behind).unwrap_or(0) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_decimals_are_told_from_thousands() {
        assert_eq!(decimals("58,20", "58.2"), 2);
        assert_eq!(decimals("58,2%", "58.2"), 1);
        assert_eq!(decimals("1,234", "1234"), 0);
        assert_eq!(decimals("1 234", "1234"), 0);
        assert_eq!(decimals("1.234,50", "1234.5"), 2);
        assert_eq!(decimals("58", "58.2"), 0);
        assert_eq!(decimals("", "58.2"), 0);
    }

    #[test]
    fn an_error_is_none_of_the_numbers_that_are_kept_with_it() {
        let cell = |kind: &str, value: &str, text: &str| Cell {
            kind: kind.to_owned(),
            value: value.to_owned(),
            text: text.to_owned(),
            ..Cell::default()
        };
        assert_eq!(cell("float", "0", "#DIV/0!").held(), "#DIV/0!");
        assert_eq!(cell("float", "0", "Err:502").held(), "Err:502");
        assert_eq!(cell("error", "0", "#VÄRDE!").held(), "#VÄRDE!");
        assert_eq!(cell("float", "0", "0,0").held(), "0.0");
        assert_eq!(cell("float", "0.59999999999999998", "0,6").held(), "0.6");
        assert_eq!(cell("percentage", "0.59996", "60,0 %").held(), "59.996%");
        // What it shows beside the number makes it another than it looks.
        assert_eq!(cell("percentage", "0.043", "+4,3 %").held(), "+4.3%");
        assert_eq!(cell("float", "4.3", "+4,3").held(), "+4.3");
        assert_eq!(cell("float", "43.1", "43,1 ‰").held(), "43.1 ‰");
        assert_eq!(cell("boolean", "true", "SANT").held(), "TRUE");
        let uncomputed = Cell { formula: Some("of:=[.B2]/[.C2]".to_owned()), ..Cell::default() };
        assert_eq!(uncomputed.held(), "=[.B2]/[.C2]");
    }
}
