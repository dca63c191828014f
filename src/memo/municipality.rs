//! The municipalities: by code, by name, by search, and which of them the memo designates.

use serde::Serialize;

use super::names::{compare, fold, lower};
use super::tables;

/// A county, with Statistics Sweden's two-digit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct County {
    /// Two digits.
    pub code: &'static str,
    /// The name in full, such as `Skåne län`.
    pub name: &'static str,
}

/// A municipality, with Statistics Sweden's four-digit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Municipality {
    /// Four digits; the first two are the county's.
    pub code: &'static str,
    /// The name without *kommun*.
    pub name: &'static str,
    /// The county's name in full, such as `Skåne län`.
    pub county: &'static str,
    /// Whether the memo lists it among those that can apply.
    pub designated: bool,
}

/// What the memo's list says of a municipality: decided, and independent of every figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Designation {
    /// The memo lists the municipality.
    Designated {
        /// The municipality.
        municipality: Municipality,
        /// How many municipalities the memo lists.
        listed: usize,
    },
    /// The memo does not list the municipality, and the list decides.
    NotDesignated {
        /// The municipality.
        municipality: Municipality,
        /// How many municipalities the memo lists.
        listed: usize,
    },
    /// There is no municipality with this code.
    NoSuchMunicipality {
        /// The code as given.
        municipality_code: String,
    },
}

/// Returns the counties, by code.
pub fn counties() -> &'static [County] {
    tables::COUNTIES
}

/// Returns all municipalities, by code.
pub fn municipalities() -> &'static [Municipality] {
    tables::MUNICIPALITIES
}

/// Finds a municipality by its four digits.
pub fn by_code(code: &str) -> Option<&'static Municipality> {
    let at = tables::MUNICIPALITIES.binary_search_by(|municipality| municipality.code.cmp(code)).ok()?;
    tables::MUNICIPALITIES.get(at)
}

/// Finds the municipality of an area by the first four positions of the area's code (`0180R001` is in Stockholm).
pub fn of_area(code: &str) -> Option<&'static Municipality> {
    by_code(code.get(..4)?)
}

/// Finds a municipality by its name, with or without *kommun*; without diacritics only where that leaves no doubt.
///
/// ```
/// use troskel::memo::by_name;
///
/// assert_eq!(by_name("Håbo").map(|found| found.code), Some("0305"));
/// assert_eq!(by_name("Habo kommun").map(|found| found.code), Some("0643"));
/// assert_eq!(by_name("Orebro").map(|found| found.code), Some("1880"));
/// assert_eq!(by_name("Storstad"), None);
/// ```
pub fn by_name(name: &str) -> Option<&'static Municipality> {
    let name = bare(lower(name));
    let exact = tables::MUNICIPALITIES.iter().find(|municipality| lower(municipality.name) == name);
    exact.or_else(|| {
        let folded = fold(&name);
        let mut alike =
            tables::MUNICIPALITIES.iter().filter(|municipality| fold(municipality.name) == folded);
        alike.next().filter(|_| alike.next().is_none())
    })
}

/// Tells whether the memo lists the municipality, or `None` where there is no such code.
pub fn is_designated(code: &str) -> Option<bool> {
    by_code(code).map(|municipality| municipality.designated)
}

/// Answers for one code what the memo's list says.
pub fn designation(code: &str) -> Designation {
    let listed = tables::MUNICIPALITIES.iter().filter(|municipality| municipality.designated).count();
    match by_code(code) {
        Some(&municipality) if municipality.designated => Designation::Designated { municipality, listed },
        Some(&municipality) => Designation::NotDesignated { municipality, listed },
        None => Designation::NoSuchMunicipality { municipality_code: code.to_owned() },
    }
}

/// The only municipality with a name of its own in English, and its code.
const GOTHENBURG: (&str, &str) = ("gothenburg", "1480");

/// Searches the municipalities by name or code, best first and then in Swedish order.
///
/// A name may lack its dots and rings, begin in the middle (`vasby`), or end with *kommun*; a code may have lost its
/// first zero, or be an area's. An empty query finds nothing.
pub fn search(query: &str) -> Vec<&'static Municipality> {
    if query.trim_start().starts_with(|first: char| first.is_ascii_digit()) {
        return search_code(query.trim());
    }
    let name = bare(lower(query));
    if name == GOTHENBURG.0 {
        return by_code(GOTHENBURG.1).into_iter().collect();
    }
    let found = search_name(&name);
    match name.strip_suffix('s') {
        Some(without_genitive) if found.is_empty() => search_name(without_genitive),
        _ => found,
    }
}

/// Returns the municipalities whose names are the fewest letters from a query that [`search`] finds nothing for, if few enough:
/// what somebody may have meant who misspelled it.
///
/// ```
/// use troskel::memo::similar;
///
/// assert_eq!(similar("Göteburg").first().map(|found| found.name), Some("Göteborg"));
/// ```
#[cfg(feature = "plan")]
pub fn similar(query: &str) -> Vec<&'static Municipality> {
    let folded = fold(&bare(lower(query)));
    let length = folded.chars().count();
    // A short word is near many names.
    let most = match length {
        0..3 => return Vec::new(),
        3..6 => 1,
        _ => 2,
    };
    if !search(query).is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, &'static Municipality)> = tables::MUNICIPALITIES
        .iter()
        .map(|municipality| (strsim::osa_distance(&fold(municipality.name), &folded), municipality))
        .filter(|(distance, _)| *distance <= most)
        .collect();
    let nearest = found.iter().map(|(distance, _)| *distance).min();
    found.retain(|(distance, _)| Some(*distance) == nearest);
    found.sort_by(|(_, left), (_, right)| compare(left.name, right.name));
    found.into_iter().map(|(_, municipality)| municipality).collect()
}

fn search_code(query: &str) -> Vec<&'static Municipality> {
    if let Some(municipality) = of_area(query) {
        return vec![municipality];
    }
    let begins = |municipality: &&Municipality| municipality.code.starts_with(query);
    let lost_zero = |municipality: &&Municipality| {
        municipality.code.strip_prefix('0').is_some_and(|rest| query.len() > 1 && rest.starts_with(query))
    };
    let all = tables::MUNICIPALITIES;
    all.iter().filter(begins).chain(all.iter().filter(lost_zero)).collect()
}

fn search_name(name: &str) -> Vec<&'static Municipality> {
    let folded = fold(name);
    if folded.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, &'static Municipality)> = tables::MUNICIPALITIES
        .iter()
        .filter_map(|municipality| Some((rank(municipality.name, name, &folded)?, municipality)))
        .collect();
    found.sort_by(|(left_rank, left), (right_rank, right)| {
        left_rank.cmp(right_rank).then_with(|| compare(left.name, right.name))
    });
    found.into_iter().map(|(_, municipality)| municipality).collect()
}

/// How well a name answers: 0 is best, `None` not at all.
fn rank(candidate: &str, name: &str, folded: &str) -> Option<u8> {
    let plain = fold(candidate);
    if lower(candidate) == name {
        Some(0)
    } else if lower(candidate).starts_with(name) {
        // `änge` is the beginning of Ängelholm before it is Ånge.
        Some(1)
    } else if plain == folded {
        Some(2)
    } else if plain.starts_with(folded) {
        Some(3)
    } else if plain.split(' ').any(|word| word.starts_with(folded)) {
        Some(4)
    } else {
        plain.contains(folded).then_some(5)
    }
}

fn bare(name: String) -> String {
    let stripped = name.strip_suffix(" kommun").or_else(|| name.strip_suffix(" stad")).map(str::to_owned);
    stripped.unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTED: usize = 32;

    fn names(query: &str) -> Vec<&'static str> {
        search(query).into_iter().map(|municipality| municipality.name).collect()
    }

    fn designated() -> impl Iterator<Item = &'static Municipality> {
        municipalities().iter().filter(|municipality| municipality.designated)
    }

    #[test]
    fn sweden_has_290_municipalities_in_21_counties() {
        assert_eq!(municipalities().len(), 290);
        assert_eq!(counties().len(), 21);
    }

    #[test]
    fn each_of_the_32_is_found_by_name_by_code_and_without_diacritics() {
        assert_eq!(designated().count(), LISTED);
        for municipality in designated() {
            for query in [
                municipality.name.to_owned(),
                municipality.code.to_owned(),
                fold(municipality.name),
                municipality.name.to_uppercase(),
                format!("{} kommun", municipality.name),
                format!("{}R001", municipality.code),
            ] {
                assert_eq!(search(&query).first(), Some(&municipality), "{query}");
            }
            assert_eq!(by_name(municipality.name), Some(municipality));
            assert_eq!(by_name(&fold(municipality.name)), Some(municipality));
            assert_eq!(is_designated(municipality.code), Some(true));
            let listed = LISTED;
            assert_eq!(
                designation(municipality.code),
                Designation::Designated { municipality: *municipality, listed }
            );
        }
    }

    #[test]
    fn all_others_are_refused_because_the_list_decides() {
        let mut refused = 0;
        for municipality in municipalities().iter().filter(|municipality| !municipality.designated) {
            let listed = LISTED;
            assert_eq!(
                designation(municipality.code),
                Designation::NotDesignated { municipality: *municipality, listed }
            );
            refused += 1;
        }
        assert_eq!(refused, 290 - LISTED);
        assert_eq!(is_designated("0136"), Some(false), "Haninge would be a 33rd");
    }

    #[test]
    fn what_is_no_municipality_is_neither() {
        for code in ["", "00", "01", "0100", "9999", "180", "0180R001", "Stockholm"] {
            assert_eq!(is_designated(code), None, "{code}");
            assert_eq!(
                designation(code),
                Designation::NoSuchMunicipality { municipality_code: code.to_owned() }
            );
        }
    }

    #[test]
    fn an_area_lies_in_the_municipality_of_its_first_four_positions() {
        assert_eq!(of_area("0180R001").map(|found| found.name), Some("Stockholm"));
        assert_eq!(of_area("0114A0010_DeSO2025").map(|found| found.name), Some("Upplands Väsby"));
        assert_eq!(of_area("01"), None);
        assert_eq!(of_area("åäö1"), None);
    }

    #[test]
    fn search_puts_the_likeliest_first() {
        assert_eq!(names("habo"), ["Habo", "Håbo"]);
        assert_eq!(names("håbo"), ["Håbo", "Habo"]);
        assert_eq!(names("änge")[..2], ["Ängelholm", "Ånge"]);
        assert_eq!(names("ange")[..2], ["Ånge", "Ängelholm"]);
        assert_eq!(names("vasby"), ["Upplands Väsby"]);
        assert_eq!(names("bor")[..3], ["Borgholm", "Borlänge", "Borås"]);
        assert_eq!(names("Stockholms kommun"), ["Stockholm"]);
        assert_eq!(names("Göteborgs stad"), ["Göteborg"]);
    }

    #[test]
    #[cfg(feature = "plan")]
    fn what_is_misspelled_is_near_few() {
        let near =
            |query: &str| similar(query).into_iter().map(|found| found.name).collect::<Vec<&'static str>>();
        assert_eq!(names("Göteburg"), [""; 0]);
        assert_eq!(near("Göteburg"), ["Göteborg"]);
        assert_eq!(near("Upsala"), ["Uppsala"]);
        assert_eq!(near("linkoping komun"), [""; 0]);
        assert_eq!(near("Malmøø"), ["Malmö"]);
        assert_eq!(near("Stokcholm"), ["Stockholm"]);
        for query in ["", "xy", "Göteborg", "0180", "Norra Kvarngärdet"] {
            assert!(near(query).is_empty(), "{query}");
        }
        assert_eq!(names("Gothenburg"), ["Göteborg"]);
    }

    #[test]
    fn a_code_may_be_begun_or_have_lost_its_zero() {
        assert_eq!(names("0180"), ["Stockholm"]);
        assert_eq!(
            names("128"),
            [
                "Malmö",
                "Lund",
                "Landskrona",
                "Helsingborg",
                "Höganäs",
                "Eslöv",
                "Ystad",
                "Trelleborg",
                "Salem"
            ]
        );
        assert_eq!(names("180"), ["Stockholm"]);
        assert_eq!(names("0180A0010_DeSO2025"), ["Stockholm"]);
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        for query in ["", "  ", "-", "xyz", "9999", "\u{30a}"] {
            assert!(search(query).is_empty(), "{query:?}");
        }
    }
}
