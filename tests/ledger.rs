//! The fourth law: each record and each column of a table stands in exactly one account, whatever the table is like.
#![cfg(all(feature = "tables", not(target_arch = "wasm32")))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::fmt::Write;
use std::sync::LazyLock;

use proptest::prelude::*;

use troskel::areas::{Area, Joined, Settings, import, join_all};
use troskel::criteria::sets;

/// Headings of all kinds: measures, bases, facets, dates, ids, and words of no meaning.
const HEADINGS: [&str; 24] = [
    "Valdeltagande 2022",
    "Valdeltagande riksdag 2018",
    "Förvärvsintensitet",
    "Antal förvärvsarbetande 20-64 år",
    "antal sysselsatta och arbetslösa (arbetskraften) 2024",
    "antal totalt 2024",
    "Långtidsinskrivna mer än 12 månader",
    "Långtidsinskrivna kvinnor",
    "Förgymnasial utbildning, andel (%)",
    "Befolkning 25-64 år",
    "Befolkning",
    "kön",
    "ålder",
    "år",
    "utbildningsnivå",
    "tabellinnehåll",
    "Namn",
    "Kommentar",
    "Löpnummer",
    "Valdeltagande rang",
    "2018",
    "2022",
    "",
    "varde",
];

/// Cells of all kinds.
const CELLS: [&str; 24] = [
    "58,2",
    "70",
    "0,5",
    "1",
    "610",
    "1000",
    "0",
    "..",
    "-",
    "x",
    "",
    "79.50819672131148",
    "<8",
    "kvinnor",
    "män",
    "totalt",
    "20-64 år",
    "2022",
    "2018",
    "antal sysselsatta",
    "förgymnasial utbildning",
    "samtliga",
    "12 %",
    "Norr",
];

/// Areas of all levels, and what is none.
const PLACES: [&str; 16] = [
    "0114R001",
    "0114R002",
    "0180R001 Söder",
    "0180A0010_DeSO2025",
    "0180A0010",
    "0180A0020",
    "0180",
    "0114 Upplands Väsby",
    "01 Stockholms län",
    "00 Riket",
    "Solna (Råsunda)",
    "Totalt",
    "",
    "Källa: SCB",
    "0114r001",
    "2023 års uppgifter",
];

/// Writes a table of the random numbers: its form, then headings, then rows.
fn table(numbers: &[u16], columns: usize, titles: usize) -> String {
    let mut numbers = numbers.iter().map(|number| usize::from(*number));
    let mut next = |of: usize| numbers.next().map_or(0, |number| number % of);
    let mut text = String::new();
    for nth in 0..titles {
        text.push_str(["Valdeltagande efter region och år\n", "\n", "Rapport; 2023\n"][nth % 3]);
    }
    let mut headings: Vec<String> = (0..columns).map(|_| HEADINGS[next(HEADINGS.len())].to_owned()).collect();
    let place = next(columns.max(1) + 1).min(columns);
    headings.insert(place, ["kod", "region", ""][next(3)].to_owned());
    if next(4) == 0 {
        writeln!(text, "{}", vec!["Grupp"; headings.len()].join(";")).unwrap();
    }
    writeln!(text, "{}", headings.join(";")).unwrap();
    for _ in 0..3 + next(12) {
        let mut cells: Vec<&str> = (0..columns).map(|_| CELLS[next(CELLS.len())]).collect();
        cells.insert(place, PLACES[next(PLACES.len())]);
        if next(9) == 0 {
            cells.truncate(1);
        }
        let blank = next(11) == 0;
        writeln!(text, "{}", if blank { String::new() } else { cells.join(";") }).unwrap();
    }
    text
}

/// What the made-up tables are read by, once of one period and once of all; to read the lexicon takes longer than a table.
static SETTINGS: LazyLock<[Settings; 2]> = LazyLock::new(|| {
    let set = sets::get("promemoria-2018").unwrap();
    [false, true].map(|every| Settings::new(&set).sample(8).every_period(every))
});

/// Ten thousand tables, unless a quick run asks for fewer.
fn tables() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(tables())]

    #[test]
    fn law_4_the_accounts_of_any_table_add_up_to_what_it_holds(
        numbers in prop::collection::vec(any::<u16>(), 60..160),
        columns in 1_usize..6,
        titles in 0_usize..4,
    ) {
        let [settings, every_period] = &*SETTINGS;
        let text = table(&numbers, columns, titles);
        let Ok(loaded) = import("a.csv", text.as_bytes(), settings) else { return Ok(()) };
        for table in loaded.understandings() {
            prop_assert!(table.ledger.adds_up(), "{:?}\n{text}", table.ledger);
            prop_assert_eq!(table.ledger.rows.all, table.records);
            let left = table.not_used.iter().filter(|left| left.category.is_some()).count();
            let told = table.ledger.categories.another + table.ledger.categories.not_used;
            prop_assert_eq!(u64::try_from(left).unwrap(), told, "{}", text);
            let open: Vec<&str> = table.questions.iter().map(|question| question.criterion.as_str()).collect();
            for measure in &table.measures {
                prop_assert!(!open.contains(&measure.criterion.as_str()) || measure.figures == 0, "{text}");
            }
        }
        let joined = join_all(vec![loaded], settings).unwrap();
        prop_assert!(joined.rejected.total() <= joined.tables.iter().map(|table| table.records * 8).sum::<u64>());
        if numbers.len().is_multiple_of(4) {
            // What is kept of other periods changes nothing of the figures that are taken, and has its account.
            let loaded = import("a.csv", text.as_bytes(), every_period).unwrap();
            let every = join_all(vec![loaded], every_period).unwrap();
            for table in &every.tables {
                prop_assert!(table.ledger.adds_up(), "{:?}\n{text}", table.ledger);
            }
            let figures = |joined: &Joined| -> Vec<_> {
                let of = |area: Area<'_>| {
                    let figures: Vec<_> = (0..joined.areas.criteria()).map(|nth| area.figure(nth)).collect();
                    (area.code(), area.name().map(str::to_owned), figures)
                };
                joined.areas.iter().map(of).collect()
            };
            prop_assert_eq!(figures(&every), figures(&joined), "{}", text);
        }
    }
}

#[test]
fn law_4_each_category_stands_in_an_account() {
    let set = sets::get("promemoria-2018").unwrap();
    let settings = Settings::new(&set);
    let text = "region;kön;år;valdeltagande\n0180R001;kvinnor;2022;70,1\n0180R001;män;2022;68,1\n\
        0180R001;totalt;2022;69,1\n0180R001;totalt;2018;72,1\n";
    let loaded = import("a.csv", text.as_bytes(), &settings).unwrap();
    let table = loaded.understandings().next().unwrap();
    let categories = table.ledger.categories;
    assert_eq!((categories.all, categories.used, categories.another), (5, 2, 3));
    let left: Vec<_> = table.not_used.iter().filter_map(|left| left.category.as_deref()).collect();
    assert_eq!(left, ["kvinnor", "män", "2018"]);
}
