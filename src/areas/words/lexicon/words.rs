//! The words as `lexicon.json` has them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::coordinates::Form;
use super::super::facet::Facet;

/// The words, as the file has them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) atoms: BTreeMap<Facet, Vec<String>>,
    pub(super) optional: BTreeMap<Facet, Vec<String>>,
    pub(super) names: BTreeMap<Facet, Vec<String>>,
    pub(super) area: Vec<String>,
    /// What is short for other words.
    pub(super) short: BTreeMap<String, String>,
    /// Words of columns that tell when a row was written, and not what date its figures are of.
    pub(super) written: Vec<String>,
    pub(super) code: Vec<String>,
    pub(super) district: Vec<String>,
    pub(super) finer: Vec<String>,
    pub(super) name: Vec<String>,
    pub(super) total: Vec<String>,
    /// Words of columns whose places are not the areas, though municipalities may be called the same.
    pub(super) elsewhere: Vec<String>,
    /// Names of rows that tell where each column is from.
    pub(super) source: Vec<String>,
    /// What areas lie in, by level.
    pub(super) larger: BTreeMap<String, Vec<String>>,
    /// Words before a colon and whoever made a table.
    pub(super) made_by: Vec<String>,
    /// Words of kinds of areas, as rows among them are called, and of where areas stand beside a limit.
    pub(super) kinds_of_areas: Vec<String>,
    pub(super) beside: Vec<String>,
    /// Words before what a table was filtered by.
    pub(super) filtered: Vec<String>,
    /// Words of sums of some rows.
    pub(super) subtotal: Vec<String>,
    /// Names of filters by whose the homes are.
    pub(super) whose: Vec<String>,
    /// Names of what municipalities divide themselves into.
    pub(super) own_division: Vec<String>,
    /// Words of columns whose texts say something of their row, and not what its figures are of.
    pub(super) comment: Vec<String>,
    /// Names of columns of units, and units that say nothing.
    pub(super) unit: Vec<String>,
    pub(super) no_unit: Vec<String>,
    /// How a word may end that is only begun by a measure's phrase; what else it ends with is a word of its own.
    pub(super) endings: Vec<String>,
    /// Units of counts: what stands below a measure's name, and is no measure there.
    pub(super) counted: Vec<String>,
    /// Words of the whole population, of all ages.
    pub(super) whole: Vec<String>,
    /// Words of notes that say of whom all figures are.
    pub(super) restricts: Vec<String>,
    /// Words of what tells the rows of a table apart.
    pub(super) variable: Vec<String>,
    /// Words of what a note is about, by which it may begin; of a part; and by which it only explains something.
    pub(super) subject: Vec<String>,
    pub(super) shares: Vec<String>,
    pub(super) explains: Vec<String>,
    /// Words of what figures are parts of, and by which they are divided.
    pub(super) bases: Vec<String>,
    pub(super) divides: Vec<String>,
    /// Words of years that are none of the figures.
    pub(super) years_of_others: Vec<String>,
    /// Words by which a note says where something stands.
    pub(super) stands: Vec<String>,
    /// Words that a title may have without its figures being what they say.
    pub(super) topic: Vec<String>,
    /// Words of what a heading compares its figures with, and by which a title says relative to what its figures are.
    pub(super) compares: Vec<String>,
    pub(super) relative: Vec<String>,
    /// Words of sheets that say nothing.
    pub(super) sheet: Vec<String>,
    /// Words by which a note says of whom figures are.
    pub(super) whom: Vec<String>,
    /// Words of a mean, which is of no one date.
    pub(super) mean: Vec<String>,
    /// Words that say of a number that it stands for no figure.
    pub(super) missing: Vec<String>,
    /// Words of numbers that are no percentages, whatever they are of.
    pub(super) scale: Vec<String>,
    /// Words before those that a figure is a part of, and words with which these end.
    pub(super) over: Vec<String>,
    pub(super) end: Vec<String>,
    pub(super) entries: Vec<Entry>,
}

/// Phrases that say the same.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) say: Vec<String>,
    /// The facet of the only columns in which they say it.
    #[serde(rename = "in")]
    pub(super) within: Option<Facet>,
    pub(super) means: Means,
}

/// What a phrase says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a phrase")]
pub(super) struct Means {
    pub(super) form: Option<Word>,
    pub(super) soft: Option<Word>,
    pub(super) total: bool,
    pub(super) not: bool,
    pub(super) inherits: bool,
    pub(super) group: bool,
    // Atoms by facet.
    measure: Option<String>,
    status: Option<String>,
    education: Option<String>,
    election: Option<String>,
    sex: Option<String>,
    birth: Option<String>,
}

impl Means {
    pub(super) fn facets(&self) -> impl Iterator<Item = (Facet, &String)> {
        let all = [
            (Facet::Measure, &self.measure),
            (Facet::Status, &self.status),
            (Facet::Education, &self.education),
            (Facet::Election, &self.election),
            (Facet::Sex, &self.sex),
            (Facet::Birth, &self.birth),
        ];
        all.into_iter().filter_map(|(facet, atoms)| Some((facet, atoms.as_ref()?)))
    }
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Word {
    Percent,
    Count,
    NoLevel,
    Id,
}

impl Word {
    pub(super) fn form(self) -> Form {
        match self {
            Self::Percent => Form::Percent,
            Self::Count => Form::Count,
            Self::NoLevel => Form::NoLevel,
            Self::Id => Form::Id,
        }
    }
}

impl Words {
    /// Reads the words that come with the product.
    pub(super) fn own() -> Self {
        serde_json::from_str(include_str!("lexicon.json")).unwrap_or_default()
    }

    pub(super) fn bits(&self, facet: Facet, atoms: &str) -> u32 {
        let names = self.atoms.get(&facet).into_iter().flatten().enumerate();
        let wanted: Vec<&str> = atoms.split_whitespace().collect();
        names.filter(|(_, name)| wanted.contains(&name.as_str())).fold(0, |bits, (bit, _)| bits | 1 << bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lexicon_is_readable() {
        let words: Words = serde_json::from_str(include_str!("lexicon.json")).unwrap();
        for entry in &words.entries {
            for (facet, atoms) in entry.means.facets() {
                let bits = words.bits(facet, atoms).count_ones();
                assert_eq!(usize::try_from(bits).unwrap(), atoms.split(' ').count(), "{atoms}");
            }
        }
    }
}
