//! Where a series breaks; it stands in `breaks.json`, and in what the files tell of their figures.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::moment::Dated;
use crate::areas::{Division, Facet};
use crate::criteria::Criterion;

/// The facets by which figures of two periods are not of the same.
pub(super) const FACETS: [Facet; 3] = [Facet::Age, Facet::Duration, Facet::Election];

/// A break between two periods' figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SeriesBreak {
    /// What kind of break: an id of the data, or `age`, `duration`, `election`, `division` where the files tell it.
    pub id: String,
    /// The criterion whose figures it is about.
    pub criterion: String,
    /// The division whose areas it is about; null for all.
    pub division: Option<Division>,
    /// The period of the figures before it.
    pub before: String,
    /// The period of the figures behind it.
    pub now: String,
    /// What a person should know, in Swedish.
    pub sv: String,
    /// The same in English.
    pub en: String,
}

impl SeriesBreak {
    /// Tells whether the areas' divisions differ, and not the figures.
    pub(super) fn is_of_division(&self) -> bool {
        self.division.is_some() || self.id == "division"
    }
}

#[derive(Debug, Deserialize)]
struct Data {
    carried: Vec<Carried>,
    breaks: Vec<Known>,
    told: BTreeMap<String, Words>,
}

/// A criterion whose figures stand until the next.
#[derive(Debug, Deserialize)]
struct Carried {
    criterion: String,
    every: u32,
    from: u32,
}

/// A break that is known beforehand.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Known {
    id: String,
    /// The criteria that it is about; none for all.
    #[serde(default)]
    criteria: Vec<String>,
    division: Option<Division>,
    /// The first year behind it.
    first: u32,
    /// The years of the divisions before and behind it.
    years: Option<(u16, u16)>,
    /// The facet by which the files tell it themselves.
    unless_told: Option<Facet>,
    sv: String,
    en: String,
}

#[derive(Debug, Deserialize)]
struct Words {
    sv: String,
    en: String,
}

static DATA: LazyLock<Data> = LazyLock::new(|| {
    let read = serde_json::from_str(include_str!("breaks.json"));
    read.unwrap_or(Data { carried: Vec::new(), breaks: Vec::new(), told: BTreeMap::new() })
});

/// Returns the year of the election whose figures stand in a year without one; `None` where figures don't stand.
pub(super) fn election_before(criterion: &str, year: u32) -> Option<u32> {
    let carried = DATA.carried.iter().find(|carried| carried.criterion == criterion)?;
    let past = (year % carried.every + carried.every - carried.from % carried.every) % carried.every;
    (past > 0).then(|| year.saturating_sub(past))
}

/// Lists the breaks between a criterion's figures of two periods.
pub(super) fn between(criterion: &Criterion, before: &Dated, now: &Dated) -> Vec<SeriesBreak> {
    let make = |id: &str, division: Option<Division>, (sv, en): (&str, &str), parts: (&str, &str)| {
        let fill = |text: &str| text.replace("{before}", parts.0).replace("{now}", parts.1);
        SeriesBreak {
            id: id.to_owned(),
            criterion: criterion.id.clone(),
            division,
            before: before.period.clone(),
            now: now.period.clone(),
            sv: fill(sv),
            en: fill(en),
        }
    };
    let mut all = Vec::new();
    // What the codes themselves tell of their divisions goes before what is known of the years.
    let vintages = match (before.vintages.as_slice(), now.vintages.as_slice()) {
        ([], _) | (_, []) => None,
        (before, now) => Some((before, now)),
    };
    for known in &DATA.breaks {
        let is_between = before.year < known.first && known.first <= now.year;
        let own = known.criteria.is_empty() || known.criteria.contains(&criterion.id);
        let told = |facet: Facet| {
            let at = FACETS.iter().position(|own| *own == facet).unwrap_or(usize::MAX);
            let told = |dated: &Dated| dated.told.get(at).is_some_and(Option::is_some);
            told(before) && told(now)
        };
        let by_files = known.unless_told.is_some_and(told) || (known.years.is_some() && vintages.is_some());
        if is_between && own && !by_files {
            all.push(make(&known.id, known.division, (&known.sv, &known.en), ("", "")));
        }
    }
    for (facet, (was, is)) in ["age", "duration", "election"].iter().zip(before.told.iter().zip(&now.told)) {
        if let (Some(was), Some(is), Some(words)) = (was, is, DATA.told.get(*facet))
            && was != is
        {
            all.push(make(facet, None, (&words.sv, &words.en), (was, is)));
        }
    }
    if let (Some((was, is)), Some(words)) = (vintages, DATA.told.get("division"))
        && was != is
    {
        let list = |years: &[u16]| years.iter().map(u16::to_string).collect::<Vec<_>>().join(", ");
        all.push(make("division", None, (&words.sv, &words.en), (&list(was), &list(is))));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_read() {
        let data: Data = serde_json::from_str(include_str!("breaks.json")).unwrap();
        assert_eq!((data.carried.len(), data.breaks.len(), data.told.len()), (1, 6, 4));
    }

    #[test]
    fn an_election_stands_until_the_next() {
        let years: Vec<_> = (2017..2028).map(|year| election_before("turnout", year)).collect();
        let stands = |year| Some(year);
        assert_eq!(
            years,
            [
                stands(2014),
                None,
                stands(2018),
                stands(2018),
                stands(2018),
                None,
                stands(2022),
                stands(2022),
                stands(2022),
                None,
                stands(2026),
            ]
        );
        assert_eq!(election_before("employment", 2023), None);
    }
}
