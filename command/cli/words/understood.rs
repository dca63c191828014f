//! How each table was understood, in words: what was taken, what was assumed, what is asked, and what was left.

use std::fmt::Write as _;

use troskel::areas::{
    AreaFound, Facet, FacetFound, Joined, KeptReason, MeasureFound, NotUsed, Source, Understanding, Why,
};
use troskel::criteria::{CriteriaSet, Language};
use troskel::words::{Noun, counted, decimal, listed};

use super::asked::{self, assumption, facet_name, question, warning};
use super::joining::join_warning;
use super::{label_of, quoted};

/// Columns and categories without a figure that are named; more are counted.
const NAMED: usize = 12;

/// Says how all tables were understood, a line for each thing.
pub(in crate::cli) fn understood(joined: &Joined, set: &CriteriaSet, language: Language) -> String {
    let mut out = String::new();
    let mut line = |depth: usize, text: &str| {
        // Writing to a String never fails.
        let _ = writeln!(out, "{:1$}{text}", "", 2 * depth);
    };
    for table in &joined.tables {
        line(0, &heading(table, language));
        for measure in &table.measures {
            line(1, &measured(measure, set, language));
        }
        for one in &table.assumed {
            line(1, &assumption(one, set, language));
        }
        for one in &table.warnings {
            line(1, &warning(one, language));
        }
        for one in &table.questions {
            let (asks, answers) = question(one, set, language);
            line(1, &asks);
            for answer in &answers {
                line(2, answer);
            }
        }
        if let Some(left) = left(&table.not_used, language) {
            line(1, &left);
        }
        if let Some(rows) = rows(table, language) {
            line(1, &rows);
        }
    }
    for one in &joined.warnings {
        line(0, &join_warning(one, set, language));
    }
    out
}

/// Lists what was assumed of the files, each table's after its name.
pub(in crate::cli) fn assumptions(joined: &Joined, set: &CriteriaSet, language: Language) -> Vec<String> {
    let of = |table: &Understanding| {
        let said = |one| format!("{}: {}", table.table.file, assumption(one, set, language));
        table.assumed.iter().map(said).collect::<Vec<_>>()
    };
    joined.tables.iter().flat_map(of).collect()
}

/// Says why nothing is written where a person wants no open question and no assumption; `None` where there is none.
pub(in crate::cli) fn not_strict(joined: &Joined, language: Language) -> Option<String> {
    let count = |of: fn(&Understanding) -> usize| joined.tables.iter().map(of).sum::<usize>();
    let asked = count(|table| table.questions.len());
    let assumed = count(|table| table.assumed.len());
    let parts: Vec<String> = [(asked, Noun::Question), (assumed, Noun::Assumption)]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, noun)| counted(number, noun, language))
        .collect();
    if parts.is_empty() {
        return None;
    }
    let parts = listed(&parts, language);
    Some(language.choose(
        format!("{parts}: med --strict skrivs inget förrän ett recept svarar (--recipe FILE)"),
        format!("{parts}: with --strict nothing is written until a recipe answers (--recipe FILE)"),
    ))
}

fn heading(table: &Understanding, language: Language) -> String {
    let mut name = table.table.file.clone();
    if let Some(sheet) = &table.table.sheet {
        name = format!("{name}, {} {}", language.choose("blad", "sheet"), quoted(sheet, language));
    }
    if table.table.hidden {
        name.push_str(language.choose(" (dolt)", " (hidden)"));
    }
    let name = troskel::output::safe::terminal(&name).into_owned();
    let areas = match &table.area {
        Some(area) => areas(area, language),
        None => language.choose("ingen kolumn med områden", "no column of areas").to_owned(),
    };
    let recipe = table.recipe.as_ref().filter(|recipe| !recipe.is_empty()).map(|recipe| {
        let recipe = quoted(recipe, language);
        language.choose(format!(", enligt receptet {recipe}"), format!(", by the recipe {recipe}"))
    });
    format!("{name}: {areas}{}.", recipe.unwrap_or_default())
}

fn areas(area: &AreaFound, language: Language) -> String {
    let divisions: Vec<String> =
        area.divisions.iter().map(|found| asked::division(found.division, found.areas, language)).collect();
    let columns = columns(&area.columns, language);
    let zeros = if area.lost_zeros > 0 {
        let rows = counted(area.lost_zeros, Noun::Row, language);
        language.choose(
            format!(", med återställd inledande nolla på {rows}"),
            format!(", with the lost first zero put back in {rows}"),
        )
    } else {
        String::new()
    };
    let many = divisions.len() > 1;
    let level = match asked::level(area.level, language) {
        level if many => language.choose(format!(" ({level} bedöms)"), format!(" ({level} are assessed)")),
        _ => String::new(),
    };
    let divisions = listed(&divisions, language);
    language.choose(
        format!("{divisions}{level} ur {columns}{zeros}"),
        format!("{divisions}{level} from {columns}{zeros}"),
    )
}

fn measured(measure: &MeasureFound, set: &CriteriaSet, language: Language) -> String {
    let label = label_of(set, &measure.criterion, language);
    let kind = match &measure.from {
        Source::Percent { .. } => language.choose("procent", "percentages"),
        Source::Count { .. } | Source::Categories { .. } => {
            language.choose("antal och totalt antal", "counts and totals")
        }
        Source::Amount { .. } => language.choose("antal", "counts"),
        Source::Found { .. } if measure.base.is_some() => language.choose("antal", "counts"),
        Source::Found { .. } | Source::None => language.choose("siffror", "figures"),
    };
    let from = columns(&measure.columns, language);
    let mut said =
        language.choose(format!("{label}: {kind} ur {from}"), format!("{label}: {kind} from {from}"));
    said.push_str(&facets(&measure.facets, language));
    if let Some(base) = &measure.base {
        let of = columns(&base.columns, language);
        said.push_str(&language.choose(format!(", av {of}"), format!(", of {of}")));
        if let Some(file) = &base.file {
            let file = quoted(file, language);
            said.push_str(&language.choose(format!(" i {file}"), format!(" in {file}")));
        }
        said.push_str(&facets(&base.facets, language));
    }
    if let Some(period) = &measure.period {
        let period = troskel::output::safe::terminal(period).into_owned();
        let newest = measure.periods.first() == measure.period.as_ref();
        let among = match (measure.periods.len(), newest) {
            (0 | 1, _) => String::new(),
            (all, true) => {
                language.choose(format!(" (den senaste av {all})"), format!(" (the newest of {all})"))
            }
            (all, false) => language.choose(format!(" (en av {all})"), format!(" (one of {all})")),
        };
        said = format!("{said}, {period}{among}");
    }
    let figures = decimal(&measure.figures.to_string(), language);
    let areas = Noun::Area.after(&measure.figures.to_string(), language);
    said.push_str(
        &language.choose(
            format!("; {figures} {areas} har en siffra."),
            format!("; figures for {figures} {areas}."),
        ),
    );
    if measure.figures == 0 && measure.base.is_none() && matches!(measure.from, Source::Amount { .. }) {
        said.push_str(language.choose(
            " Det totala antalet saknas: alla som det är antalet av, i samma åldrar. Lägg till en kolumn eller en fil med dem.",
            " The total is missing: all of whom these are counted, of the same ages. Add a column or a file with them.",
        ));
    }
    said
}

fn facets(found: &[FacetFound], language: Language) -> String {
    let parts: Vec<String> = found
        .iter()
        .filter(|found| !found.values.is_empty() && !is_told(found))
        .map(|FacetFound { facet, values, how }| {
            let values: Vec<String> = values.iter().map(|value| quoted(value, language)).collect();
            let how = match how {
                KeptReason::Only => "",
                KeptReason::Total => language.choose(" (alla tillsammans)", " (all together)"),
                KeptReason::Preferred => {
                    language.choose(" (närmast kriteriet)", " (nearest to the criterion)")
                }
                KeptReason::Latest => language.choose(" (senast)", " (latest)"),
                KeptReason::Sum => language.choose(" (hoplagda)", " (added up)"),
                KeptReason::Recipe => language.choose(" (som du har bestämt)", " (as you have decided)"),
            };
            format!("{} {}{how}", facet_name(*facet, language), listed(&values, language))
        })
        .collect();
    if parts.is_empty() { String::new() } else { format!(" [{}]", parts.join("; ")) }
}

/// Tells whether a facet says nothing that is not said anyway: the label names the measure, and the period stands alone.
fn is_told(found: &FacetFound) -> bool {
    found.facet == Facet::Period || (found.facet == Facet::Measure && found.how == KeptReason::Only)
}

/// Names columns: `kolumnen ”a”`, `kolumnerna ”a” och ”b”`.
fn columns(names: &[String], language: Language) -> String {
    let quotes: Vec<String> = names.iter().map(|name| quoted(name, language)).collect();
    let word = match quotes.len() {
        1 => language.choose("kolumnen", "the column"),
        _ => language.choose("kolumnerna", "the columns"),
    };
    format!("{word} {}", listed(&quotes, language))
}

/// Names what gave no figure, and why.
fn left(not_used: &[NotUsed], language: Language) -> Option<String> {
    if not_used.is_empty() {
        return None;
    }
    let one = |NotUsed { column, category, why }: &NotUsed| {
        let name = match category {
            Some(category) => quoted(&format!("{column}: {category}"), language),
            None => quoted(column, language),
        };
        format!("{name} ({})", reason(why, language))
    };
    let mut parts: Vec<String> = not_used.iter().take(NAMED).map(one).collect();
    let more = not_used.len().saturating_sub(NAMED);
    if more > 0 {
        parts.push(language.choose(format!("{more} till"), format!("{more} more")));
    }
    let parts = listed(&parts, language);
    Some(language.choose(format!("Inte använt: {parts}."), format!("Not used: {parts}.")))
}

fn reason(why: &Why, language: Language) -> String {
    let said = match why {
        Why::Another => language.choose("annan period eller grupp", "another period or group"),
        Why::Id => language.choose("ett nummer som skiljer saker åt", "a number that tells things apart"),
        Why::NoLevel => language.choose("en ändring, rang eller ett index", "a change, a rank or an index"),
        Why::NoMeasure => language.choose("inget av kriterierna", "none of the criteria"),
        Why::Unexplained { words } => {
            let words: Vec<String> = words.iter().map(|word| quoted(word, language)).collect();
            let words = listed(&words, language);
            return language.choose(format!("okänt: {words}"), format!("not known: {words}"));
        }
        Why::NoBase => language.choose("antal utan totalt antal", "counts without a total"),
        Why::Counts => language.choose("antalen bredvid är exaktare", "the counts beside it are more exact"),
        Why::Asked => language.choose("väntar på svar", "waits for an answer"),
        Why::Empty => language.choose("utan tal", "without numbers"),
        Why::Text => language.choose("text", "text"),
    };
    said.to_owned()
}

/// Accounts for the rows of a table.
fn rows(table: &Understanding, language: Language) -> Option<String> {
    let rows = table.ledger.rows;
    if rows.all == 0 {
        return None;
    }
    let parts: Vec<String> = [
        (rows.used, language.choose("med siffror", "with figures")),
        (rows.heading, language.choose("rubriker", "headings")),
        (
            rows.another,
            language.choose("av annan nivå, period eller grupp", "of another level, period or group"),
        ),
        (rows.not_used, language.choose("utan siffror", "without figures")),
        (rows.listed, language.choose("gick inte att läsa", "could not be read")),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, what)| format!("{what} {}", decimal(&number.to_string(), language)))
    .collect();
    Some(format!("{}: {}.", counted(rows.all, Noun::Row, language), parts.join(", ")))
}
