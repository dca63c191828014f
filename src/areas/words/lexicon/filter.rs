//! Texts that say by what a table was filtered: `Kön: Kvinnor`, the two cells of a pivot table's filter.

use super::Lexicon;
use super::text::{any, split};
use crate::areas::words::coordinates::{Coordinates, Value};
use crate::areas::words::facet::Facet;

impl Lexicon {
    /// Reads a text that says of whom, or of which election, a table is: `Kön: Kvinnor`, `Åldersgrupp is 18-24`.
    pub(in crate::areas) fn filter(&self, text: &str) -> Option<Coordinates> {
        // `Applied filters: Bostadsbolag is Väsbyhem` says twice that it is one.
        let is_lead = |lead: &str| split(lead).iter().any(|word| any(&self.words.filtered, word));
        let led = text.split_once([':', '\n']).filter(|(lead, _)| is_lead(lead)).map(|(_, behind)| behind);
        let text = led.unwrap_or(text);
        let marks = [":", "=", " is not ", " is ", " är inte ", " är ", ", (", ", "];
        let parted = marks.iter().find_map(|mark| {
            let (name, value) = text.split_once(mark)?;
            Some((
                name,
                mark,
                value
                    .trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '"'))
                    .trim_end_matches(')'),
            ))
        });
        let Some((name, mark, value)) = parted else {
            // `Filtrerat på: Kvinnor`.
            return led.map(|text| self.read(text, None)).filter(|said| !said.facets.is_empty());
        };
        let of_whom = [Facet::Sex, Facet::Age, Facet::Birth, Facet::Background, Facet::Election];
        let own = split(name).join(" ");
        let whose = self.words.whose.contains(&own).then_some(Facet::Background);
        let named = whose.or_else(|| self.facet_named(name));
        let facet = named.filter(|facet| match *mark {
            ", (" => true,
            // Two cells above a table: `Näringsgren` and `Vård och omsorg`.
            ", " => {
                let said = || self.read(value, Some(*facet));
                *facet == Facet::Background
                    || (of_whom.contains(facet)
                        && !matches!(said().value(*facet), Some(Value::Text(_)) | None))
            }
            _ => of_whom.contains(facet),
        })?;
        let plain = value.to_lowercase();
        // A pivot table's filter: several that it does not name, or all dates together.
        if *mark == ", ("
            && (facet == Facet::Period || matches!(plain.as_str(), "flera objekt" | "multiple items"))
        {
            return Some(Coordinates { doubts: vec![text.trim().to_owned()], ..Coordinates::default() });
        }
        if value.is_empty() {
            return None;
        }
        let mut said = self.read(value, Some(facet));
        if facet == Facet::Background
            && [Facet::Sex, Facet::Birth, Facet::Age].iter().any(|own| said.value(*own).is_some())
        {
            // `Urval: Utrikes födda` says it of their birth, and not twice.
            said.facets.remove(&(Facet::Background, 0));
        }
        said.not |= mark.contains("not") || mark.contains("inte");
        Some(said)
    }
}
