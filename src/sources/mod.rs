//! Where the open figures are: which address of Statistics Sweden's service answers with which table.
//!
//! The tables, their codes and the divisions into areas stand in `tables.json`, each with where that was read; the page
//! takes them from the same file. Nothing here connects to anything.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The data as text, for the tests that compare the page with it.
const TABLES: &str = include_str!("tables.json");

/// The size of the areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Regional statistical areas, which have names.
    Regso,
    /// Demographic statistical areas, which have none.
    Deso,
}

/// What the open tables are and where.
#[derive(Debug, Clone, Deserialize)]
pub struct Sources {
    service: Service,
    divisions: Vec<Division>,
    tables: Vec<Table>,
}

#[derive(Debug, Clone, Deserialize)]
struct Service {
    bases: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Division {
    level: Level,
    mask: String,
    first: u16,
    last: u16,
}

/// A table of Statistics Sweden's database.
#[derive(Debug, Clone, Deserialize)]
pub struct Table {
    /// The id in the service of today, where it is known.
    pub id: Option<String>,
    /// The name in the database's own pages.
    pub name: String,
    /// The criterion whose figures it holds.
    pub criterion: String,
    levels: Vec<Level>,
    first: u16,
    last: u16,
    every: u16,
    select: BTreeMap<String, Vec<String>>,
    page: String,
}

/// One table for the areas of one place in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The address that answers with the figures.
    Address(String),
    /// Of this table only the page is known on which a person chooses and downloads.
    Page {
        /// The table's name.
        name: String,
        /// The page's address.
        address: String,
        /// The year to choose there.
        year: u16,
    },
}

impl Sources {
    /// Reads what comes with the product.
    ///
    /// # Errors
    /// Returns what is wrong with the data, which a test rules out.
    pub fn read() -> Result<Self, serde_json::Error> {
        serde_json::from_str(TABLES)
    }

    /// Returns the newest year of which all tables of the areas are of one division, so that they can be joined.
    pub fn comparable_year(&self, level: Level) -> Option<u16> {
        let tables = self.tables.iter().filter(|table| table.levels.contains(&level));
        let criteria =
            tables.clone().map(|table| &table.criterion).collect::<std::collections::BTreeSet<_>>();
        let last = tables.map(|table| table.last).max()?;
        (1990..=last).rev().find(|&year| {
            let found = self.of_year(level, year);
            let same = |of: u16| self.division(level, of).map(|division| &division.mask);
            found.len() == criteria.len() && found.iter().all(|&(_, of)| same(of) == same(year))
        })
    }

    /// Returns where the figures are of the areas in some places in a year, in the order of the criteria.
    ///
    /// A place is the code of a municipality or a county; without any, it is the whole country. A turnout is that of the
    /// latest election until that year.
    pub fn of(&self, level: Level, places: &[&str], year: u16, language: &str) -> Vec<Source> {
        let whole = [""];
        let places = if places.is_empty() { &whole[..] } else { places };
        let found = self.of_year(level, year);
        places
            .iter()
            .flat_map(|place| found.iter().map(move |&(table, of)| (place, table, of)))
            .filter_map(|(place, table, of)| self.source(table, level, place, of, language))
            .fold(Vec::new(), |mut all, source| {
                if !all.contains(&source) {
                    all.push(source);
                }
                all
            })
    }

    /// Returns the tables with areas of a level that have figures for a year, each with the year that those are of.
    fn of_year(&self, level: Level, year: u16) -> Vec<(&Table, u16)> {
        let of = |table: &Table| {
            let latest = year.min(table.last);
            let of = latest.checked_sub(latest.checked_sub(table.first)?.checked_rem(table.every)?)?;
            // A yearly table has the year itself or nothing.
            (table.levels.contains(&level) && year - of < table.every).then_some(of)
        };
        self.tables.iter().filter_map(|table| Some((table, of(table)?))).collect()
    }

    fn division(&self, level: Level, year: u16) -> Option<&Division> {
        self.divisions
            .iter()
            .find(|division| division.level == level && (division.first..=division.last).contains(&year))
    }

    fn source(&self, table: &Table, level: Level, place: &str, year: u16, language: &str) -> Option<Source> {
        let Some(id) = &table.id else {
            let address = table.page.replace("{lang}", language);
            return Some(Source::Page { name: table.name.clone(), address, year });
        };
        let mask = self.division(level, year)?.mask.replace("{place}", &format!("{place:?<4}"));
        let base = self.service.bases.first()?;
        let chosen = table.select.iter().map(|(variable, codes)| (variable.as_str(), codes.join(",")));
        let all = [("Region", mask)].into_iter().chain(chosen).chain([("Tid", year.to_string())]);
        let parameters = all.map(|(variable, codes)| format!("&valueCodes[{variable}]={}", escape(&codes)));
        let parameters = parameters.collect::<String>();
        Some(Source::Address(format!(
            "{base}/tables/{id}/data?lang={language}{parameters}&outputFormat=json-stat2"
        )))
    }
}

/// Escapes what would end or change a parameter: the codes hold letters, digits, and a few signs.
fn escape(codes: &str) -> String {
    codes.replace('+', "%2B").replace('?', "%3F")
}

#[cfg(test)]
mod tests {
    use super::{Level, Source, Sources, escape};

    fn addresses(level: Level, places: &[&str], year: u16) -> Vec<String> {
        let shown = |source| match source {
            Source::Address(address) => address,
            Source::Page { name, year, .. } => format!("{name} {year}"),
        };
        Sources::read().unwrap().of(level, places, year, "sv").into_iter().map(shown).collect()
    }

    #[test]
    fn a_municipality_in_the_year_that_can_be_compared() {
        assert_eq!(Sources::read().unwrap().comparable_year(Level::Regso), Some(2023));
        assert_eq!(Sources::read().unwrap().comparable_year(Level::Deso), Some(2024));
        let base = "https://statistikdatabasen.scb.se/api/v2/tables";
        assert_eq!(
            addresses(Level::Regso, &["1488"], 2022),
            [
                &format!(
                    "{base}/TAB6680/data?lang=sv&valueCodes[Region]=1488R%3F%3F%3F&valueCodes[Alder]=20-64&valueCodes[ContentsCode]=0000089X,0000089Y&valueCodes[Kon]=1%2B2&valueCodes[Tid]=2022&outputFormat=json-stat2"
                ),
                &format!(
                    "{base}/TAB5956/data?lang=sv&valueCodes[Region]=1488R%3F%3F%3F&valueCodes[ContentsCode]=000005MO&valueCodes[UtbildningsNiva]=21,3%2B4,5,6,US&valueCodes[Tid]=2022&outputFormat=json-stat2"
                ),
                "IntGr11RegSO1 2022",
            ]
        );
    }

    #[test]
    fn the_division_follows_the_year_and_the_place_its_digits() {
        assert!(addresses(Level::Regso, &[], 2024)[0].contains("=%3F%3F%3F%3FR%3F%3F%3F_RegSO2025&"));
        assert!(addresses(Level::Regso, &["14"], 2023)[0].contains("=14%3F%3FR%3F%3F%3F&"));
        assert!(
            addresses(Level::Deso, &["0180"], 2024)[1]
                .contains("TAB6534/data?lang=sv&valueCodes[Region]=0180%3F%3F%3F%3F%3F_DeSO2025&")
        );
        assert_eq!(addresses(Level::Deso, &["0180"], 2024).len(), 2);
        // One page for all the places.
        assert_eq!(addresses(Level::Regso, &["0180", "1488"], 2023).len(), 5);
    }

    #[test]
    fn a_year_outside_a_table_has_no_address_of_it() {
        assert_eq!(addresses(Level::Regso, &[], 2019).len(), 2);
        assert_eq!(addresses(Level::Regso, &[], 2014), Vec::<String>::new());
        assert_eq!(addresses(Level::Regso, &[], 2025).last().unwrap(), "IntGr11RegSO1 2022");
        assert_eq!(escape("21,3+4"), "21,3%2B4");
    }
}
