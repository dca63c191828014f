//! What columns and rows are called: the names of facets, of areas and their divisions, of units, comments and totals.

use super::Lexicon;
use super::text::{any, split};
use crate::areas::code::Level;
use crate::areas::words::facet::Facet;

impl Lexicon {
    /// Tells the facet whose name a heading is.
    pub(in crate::areas) fn facet_named(&self, heading: &str) -> Option<Facet> {
        let words = split(heading);
        // `ContentsCode` may be two words, and `contentscode` is one.
        let (plain, joined) = (words.join(" "), words.concat());
        let named = |names: &&Vec<String>| names.contains(&plain) || names.contains(&joined);
        self.words.names.iter().find(|(_, names)| named(names)).map(|(facet, _)| *facet)
    }

    /// Tells whether a heading is that of when a row was written.
    pub(in crate::areas) fn is_written(&self, heading: &str) -> bool {
        split(heading).iter().any(|word| any(&self.words.written, word))
    }

    /// Tells whether a heading is that of places which are not the areas, such as counties; `Län och kommun` has both.
    pub(in crate::areas) fn is_elsewhere(&self, heading: &str) -> bool {
        let words = split(heading);
        let both = |first: &String| {
            self.words.area.contains(first) && words.iter().any(|word| word.starts_with("kommun"))
        };
        words.first().is_some_and(|first| any(&self.words.elsewhere, first) && !both(first))
    }

    /// Tells whether a heading is that of units.
    pub(in crate::areas) fn is_unit(&self, heading: &str) -> bool {
        self.words.unit.contains(&split(heading).join(" "))
    }

    /// Tells whether a heading is that of areas.
    pub(in crate::areas) fn is_area(&self, heading: &str) -> bool {
        let plain = split(heading).join(" ");
        self.words.area.contains(&plain) || split(heading).iter().any(|word| any(&self.words.code, word))
    }

    /// Tells whether a heading is that of areas within a municipality.
    pub(in crate::areas) fn is_finer(&self, heading: &str) -> bool {
        split(heading).iter().any(|word| any(&self.words.finer, word))
    }

    /// Tells whether a heading is that of municipalities, or of their codes.
    pub(in crate::areas) fn is_municipality(heading: &str) -> bool {
        split(heading)
            .first()
            .is_some_and(|word| word.starts_with("kommun") && !word.starts_with("kommundel"))
    }

    /// Tells whether a heading is that of electoral districts, or of any codes.
    pub(in crate::areas) fn is_district(&self, heading: &str) -> bool {
        split(heading).iter().any(|word| any(&self.words.district, word))
    }

    /// Tells whether a heading is that of names.
    pub(in crate::areas) fn is_name(&self, heading: &str) -> bool {
        split(heading).iter().any(|word| any(&self.words.name, word))
    }

    /// Tells whether a text stands for all others together.
    pub(in crate::areas) fn is_total(&self, text: &str) -> bool {
        let words = split(text);
        words.first().is_some_and(|first| self.words.total.contains(first) || first == "riket")
    }

    /// Tells whether a text is of what others are compared with: a threshold, the nation, a mean.
    pub(in crate::areas) fn compares(&self, text: &str) -> bool {
        split(text).iter().any(|word| any(&self.words.compares, word))
    }

    /// Tells whether a heading is of those of whom nothing is known, or of all others.
    pub(in crate::areas) fn is_rest(&self, heading: &str) -> bool {
        let words = split(heading);
        let is = |word: &String| any(&self.words.missing, word) || word.starts_with("övrig");
        words.iter().any(is) || words.join(" ") == "ej känd"
    }

    /// Tells of which level a heading is that says what areas lie in: `Befolkning i kommunen`, `Hela länet`.
    pub(in crate::areas) fn larger(&self, heading: &str) -> Option<Level> {
        let words = split(heading);
        let is = |level: &str| {
            self.words.larger.get(level).is_some_and(|own| own.iter().any(|own| words.contains(own)))
        };
        let levels =
            [("nation", Level::Nation), ("county", Level::County), ("municipality", Level::Municipality)];
        levels.into_iter().find(|(name, _)| is(name)).map(|(_, level)| level)
    }

    /// Tells whether a heading is that of areas that a municipality divides itself into.
    pub(in crate::areas) fn is_own_division(&self, heading: &str) -> bool {
        split(heading).iter().any(|word| any(&self.words.own_division, word))
    }

    /// Tells whether a heading is that of texts about the rows, such as comments and sources.
    pub(in crate::areas) fn is_comment(&self, heading: &str) -> bool {
        let is = |word: &String| any(&self.words.comment, word) || self.words.source.contains(word);
        split(heading).iter().any(is)
    }

    /// Tells whether a text begins as the sum or the mean of some rows.
    pub(in crate::areas) fn is_subtotal(&self, text: &str) -> bool {
        split(text)
            .first()
            .is_some_and(|first| any(&self.words.subtotal, first) || any(&self.words.mean, first))
    }

    /// Tells whether a text is of areas and not of persons: `Hyresrättsområden`, `Områden med låg förvärvsintensitet`, `Kvartil 1`.
    pub(in crate::areas) fn is_of_areas(&self, text: &str) -> bool {
        split(text).iter().any(|word| any(&self.words.kinds_of_areas, word))
    }

    /// Tells whether a text begins by saying on which side of something it is: `Under gränsvärdet`.
    pub(in crate::areas) fn is_beside(&self, text: &str) -> bool {
        split(text).first().is_some_and(|first| any(&self.words.beside, first))
    }

    /// Tells whether a heading is that of years which are none of the figures, such as that of building.
    pub(in crate::areas) fn is_year_of_others(&self, heading: &str) -> bool {
        split(heading).iter().any(|word| any(&self.words.years_of_others, word))
    }
}
