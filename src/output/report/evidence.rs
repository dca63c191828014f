//! Where a report's figures are from, and how they can be checked.

use sha2::{Digest as _, Sha256};

use super::{Asked, Table};
use crate::areas::Facet;
use crate::criteria::Language;
use crate::document::hex;
use crate::many::Run;
use crate::output::list::{self, Columns};
use crate::words::decimal;

pub(super) fn sources(run: &Run, language: Language) -> Table {
    let head = language.choose(
        ["Kriterium", "Fil", "Period", "Ålder", "Del av", "Områden med siffra"],
        ["Criterion", "File", "Period", "Ages", "Part of", "Areas with a figure"],
    );
    let mut rows = Vec::new();
    for table in &run.joined.tables {
        for measure in &table.measures {
            let criterion = run.set().criterion(&measure.criterion);
            let label =
                criterion.map_or(measure.criterion.as_str(), |(_, criterion)| criterion.label.of(language));
            let base = measure.base.as_ref();
            let facets = measure.facets.iter().chain(base.iter().flat_map(|base| &base.facets));
            let mut ages: Vec<&str> = facets
                .filter(|found| found.facet == Facet::Age)
                .flat_map(|found| found.values.iter().map(String::as_str))
                .collect();
            ages.dedup();
            let sheet = table.table.sheet.as_ref().map(|sheet| format!(", {sheet}")).unwrap_or_default();
            let unsaid = || language.choose("sägs inte", "not said").to_owned();
            rows.push(vec![
                label.to_owned(),
                format!("{}{sheet}", table.table.file),
                measure.period.clone().unwrap_or_else(unsaid),
                if ages.is_empty() { unsaid() } else { ages.join(", ") },
                base.map_or_else(
                    || language.choose("procent ur filen", "percentages of the file").to_owned(),
                    |base| base.columns.join(" + "),
                ),
                decimal(&measure.figures.to_string(), language),
            ]);
        }
    }
    for key in run.joined.keys() {
        let columns = format!("{} → {}", key.from_column, key.to_column);
        let label = language.choose("Nyckel", "Key").to_owned();
        let weight = key.weight_column.clone().unwrap_or_default();
        rows.push(vec![label, key.file.clone(), columns, String::new(), weight, String::new()]);
    }
    Table { head: head.map(str::to_owned).to_vec(), rows }
}

pub(super) fn checks(run: &Run, asked: Asked<'_>, digits: &str, language: Language) -> Vec<String> {
    let set = run.set();
    let version = env!("CARGO_PKG_VERSION");
    let mut list = vec![
        language.choose(
            format!("Kontrollsiffror: {digits}. Samma filer, områden och kriterier ger samma siffror igen."),
            format!("Check digits: {digits}. The same files, areas and criteria give the same digits again."),
        ),
        language.choose(
            format!("Räknat med Tröskel {version}, med hela tal och utan avrundning."),
            format!("Computed with Tröskel {version}, in whole numbers and without rounding."),
        ),
        format!("{} {}, SHA-256 {}", language.choose("Kriterier", "Criteria"), set.id, set.hash),
    ];
    let none = language.choose("utan kontrollsumma", "without a digest");
    list.extend(asked.files.iter().map(|(name, digest)| match digest.as_str() {
        "" => format!("{name}, {none}"),
        digest => format!("{name}, SHA-256 {digest}"),
    }));
    list
}

/// Returns digits over the areas as a list writes them, with the set and the reading.
pub(super) fn check_digits(run: &Run, positions: &[usize]) -> String {
    let (set, reading) = (run.set(), run.reading());
    let mut digest = Sha256::new();
    digest.update(format!("{} {:?} {:?}\n", set.hash, reading.tie, reading.require));
    let mut take = |bytes: &[u8]| {
        digest.update(bytes);
        Ok(())
    };
    // Paths differ from one machine to the next. The names are those of columns, and nothing that is taken fails.
    let columns = Columns::chosen(set, "code,name,verdict,figures,outcomes").ok();
    let _ = list::json_lines(run, positions.iter().copied(), columns.as_ref(), &mut take);
    let digits = hex(&digest.finalize());
    let groups = digits.as_bytes().chunks(4).take(4).map(|group| String::from_utf8_lossy(group).into_owned());
    groups.collect::<Vec<_>>().join(" ")
}
