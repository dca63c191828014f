//! The words by which columns and categories are recognised; they stand in `recipes/words.json`.

use serde::Deserialize;

use crate::criteria::{CriteriaSet, Criterion, Unit};

/// The words of all languages and measures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Words {
    pub(super) total: Vec<String>,
    pub(super) base: Vec<String>,
    pub(super) name: Vec<String>,
    pub(super) year: Vec<String>,
    pub(super) age: Vec<String>,
    pub(super) sex: Vec<String>,
    pub(super) category: Vec<String>,
    percent_hint: Vec<String>,
    count_hint: Vec<String>,
    criteria: Vec<CriterionWords>,
}

/// The words of one measure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CriterionWords {
    criterion: String,
    percent: Vec<String>,
    count: Vec<String>,
    total: Vec<String>,
    pub(super) counted: Vec<String>,
    pub(super) ages: Vec<String>,
}

/// A criterion with the words for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) id: String,
    pub(super) unit: Unit,
    pub(super) words: CriterionWords,
}

/// What a header says of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// A percentage.
    Percent,
    /// A count, or a percentage if there is no total.
    CountOrPercent,
    /// A count.
    Count,
    /// A total of this criterion.
    Total,
}

/// A header, brought to a form that can be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// Lower case, without year and hints.
    pub(super) bare: String,
    /// The year at its end, if any.
    pub(super) year: Option<String>,
    percent: bool,
    count: bool,
}

impl Words {
    /// Reads the words that come with the product.
    pub(super) fn built_in() -> Self {
        serde_json::from_str(include_str!("recipes/words.json")).unwrap_or_default()
    }

    /// Returns the criteria of a set with their words; a criterion without words is known by its id and labels.
    pub(super) fn wanted(&self, set: &CriteriaSet) -> Vec<Wanted> {
        set.criteria.iter().map(|criterion| self.wanted_one(criterion)).collect()
    }

    fn wanted_one(&self, criterion: &Criterion) -> Wanted {
        let known = self.criteria.iter().find(|words| words.criterion == criterion.id);
        let mut words = known.cloned().unwrap_or_default();
        let id = criterion.id.to_lowercase();
        words.percent.extend([id.clone(), id.replace('-', "_"), id.replace('-', " ")]);
        for label in [&criterion.label.sv, &criterion.label.en] {
            // A header is compared without words such as "andel", and so is a label.
            let named = [label.trim().to_lowercase(), self.title(label).bare];
            words.percent.extend(named.into_iter().filter(|name| !name.is_empty()));
        }
        Wanted { id: criterion.id.clone(), unit: criterion.unit, words }
    }

    /// Brings a header to a form that can be compared.
    pub(super) fn title(&self, header: &str) -> Title {
        let lower = header.trim().trim_start_matches("[Log]").trim().to_lowercase();
        let mut words: Vec<&str> = lower.split_whitespace().collect();
        let is_year = |word: &str| {
            let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            let (year, rest) = word.split_at_checked(4).unwrap_or(("", ""));
            let part = rest.strip_prefix(['m', 'k', 'q']).is_some_and(|part| part.parse::<u8>().is_ok());
            (rest.is_empty() || part) && year.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
        };
        let year = words.pop_if(|word| is_year(word)).map(str::to_uppercase);
        let rest = words.join(" ");
        let percent = self.percent_hint.iter().any(|hint| rest.contains(hint.as_str()));
        let count = self.count_hint.iter().any(|hint| rest.starts_with(hint.as_str()));
        let mut bare = rest.as_str();
        for lead in ["andel ", "andelen ", "antal ", "antalet ", "procent ", "share of ", "number of ", "av "]
        {
            bare = bare.strip_prefix(lead).unwrap_or(bare);
        }
        Title { bare: bare.trim_end_matches([',', ' ']).to_owned(), year, percent, count }
    }

    /// Tells whether a header is that of a total: of a population or of all.
    pub(super) fn is_base(&self, title: &Title) -> bool {
        !title.percent && begins(&title.bare, &self.base)
    }

    /// Tells whether a category stands for all others together.
    pub(super) fn is_total(&self, category: &str) -> bool {
        begins(&category.to_lowercase(), &self.total)
    }
}

impl Title {
    /// Tells whether the header speaks of a share.
    pub(super) fn is_percent(&self) -> bool {
        self.percent
    }
}

impl Wanted {
    /// Tells what a header says of the criterion.
    pub(super) fn says(&self, title: &Title, header: &str) -> Option<Says> {
        let header = header.trim().to_lowercase().replace(['_', '.', ' '], "-");
        if let Some(part) = header.strip_prefix(self.id.as_str()) {
            match part {
                "-count" => return Some(Says::Count),
                "-total" => return Some(Says::Total),
                _ => {}
            }
        }
        let of = &self.words;
        if begins(&title.bare, &of.total) && !title.percent {
            return Some(Says::Total);
        }
        let (percent, count) = (begins(&title.bare, &of.percent), begins(&title.bare, &of.count));
        match (title.percent, title.count) {
            _ if !percent && !count => None,
            (true, _) => Some(Says::Percent),
            (_, true) if count => Some(Says::Count),
            _ if count => Some(Says::CountOrPercent),
            _ => Some(Says::Percent),
        }
    }

    /// Returns how much of a header is a word for the criterion, so that of two criteria the one that says more has it.
    pub(super) fn fit(&self, title: &Title) -> usize {
        let words = self.words.percent.iter().chain(&self.words.count);
        words.filter(|word| title.bare.starts_with(word.as_str())).map(String::len).max().unwrap_or(0)
    }

    /// Tells whether a category is one of those that count.
    pub(super) fn counts(&self, category: &str) -> bool {
        begins(&category.to_lowercase(), &self.words.counted)
    }
}

/// Tells whether a text begins with one of the words, and the word ends there or goes on as one.
fn begins(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.starts_with(word.as_str()))
}

/// Tells whether a header is one of the words.
pub(super) fn is_one_of(title: &Title, words: &[String]) -> bool {
    words.contains(&title.bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::sets;

    #[test]
    fn the_words_are_readable_and_fit_the_sets() {
        let words: Words = serde_json::from_str(include_str!("recipes/words.json")).unwrap();
        let sets = ["promemoria-2018", "scb-2012"].map(|id| sets::get(id).unwrap());
        for criterion in &words.criteria {
            let known = sets.iter().any(|set| set.criterion(&criterion.criterion).is_some());
            assert!(known, "{}", criterion.criterion);
        }
    }

    #[test]
    fn headers_say_what_they_hold() {
        let words = Words::built_in();
        let set = sets::get("promemoria-2018").unwrap();
        let wanted = words.wanted(&set);
        let p = |header: &str| {
            let title = words.title(header);
            let says: Vec<_> = wanted
                .iter()
                .filter_map(|wanted| {
                    wanted.says(&title, header).map(|says| format!("{} {says:?}", wanted.id))
                })
                .collect();
            says.join(", ")
        };
        assert_eq!(p("Förvärvsintensitet"), "employment Percent");
        assert_eq!(p("Andel förvärvsarbetande, procent 2023"), "employment Percent");
        assert_eq!(p("Förvärvsarbetande 2023"), "employment CountOrPercent");
        assert_eq!(p("Antal sysselsatta"), "employment Count");
        assert_eq!(p("Långtidsinskrivna arbetslösa"), "long-term-unemployment CountOrPercent");
        assert_eq!(p("Lågutbildade"), "low-education CountOrPercent");
        assert_eq!(p("Valdeltagande 2022"), "turnout Percent");
        assert_eq!(p("VDT"), "turnout Percent");
        assert_eq!(p("Rostb"), "turnout Total");
        assert_eq!(p("low_education_count"), "low-education Count");
        assert_eq!(p("low_education"), "low-education Percent");
        assert_eq!(p("turnout.total"), "turnout Total");
        assert_eq!(p("Ej förvärvsarbetande"), "");
        assert_eq!(p("Eftergymnasial utbildning"), "");
        assert_eq!(p("områdestyp 2022"), "");
        assert!(words.is_base(&words.title("Befolkning 20-64 år 2023")));
        assert_eq!(words.title("[Log] Region").bare, "region");
        assert_eq!(words.title("Folkmängden per månad 2026M04").year.as_deref(), Some("2026M04"));
        assert_eq!(words.title("Andel 2020").bare, "andel");
    }
}
