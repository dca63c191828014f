//! How the tables of a run were understood, and where their rows and columns went, as members of the run's JSON.

use serde::Serialize;

use crate::areas::{
    Accounts, AreaFound, Assumed, BaseFound, FacetFound, Joined, KeyFound, NotUsed, Origin, Question,
    Understanding,
};
use crate::document::to_json;

/// How a table was understood.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Understood<'a> {
    file: &'a str,
    sheet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'a Origin>,
    area: Option<&'a AreaFound>,
    measures: Vec<Measured<'a>>,
    assumed: &'a [Assumed],
    questions: &'a [Question],
    not_used: &'a [NotUsed],
}

/// Where a measure's figures are.
#[derive(Serialize)]
struct Measured<'a> {
    criterion: &'a str,
    columns: &'a [String],
    facets: &'a [FacetFound],
    base: Option<&'a BaseFound>,
    period: Option<&'a str>,
    figures: u64,
}

/// The accounts of all tables together.
#[derive(Default, Serialize)]
struct Accounted {
    rows: Accounts,
    columns: Accounts,
    categories: Accounts,
}

/// Returns the members `understood` and `ledger`, and `keys` where some were brought, with commas between them.
pub fn members(joined: &Joined) -> String {
    let tables: Vec<Understood<'_>> = joined.tables.iter().map(understood).collect();
    let ledger = joined.tables.iter().fold(Accounted::default(), |mut all, table| {
        add(&mut all.rows, table.ledger.rows);
        add(&mut all.columns, table.ledger.columns);
        add(&mut all.categories, table.ledger.categories);
        all
    });
    // Facts hold no float, and what names members is text: nothing here can't be written.
    let json = |written: Result<String, _>| written.unwrap_or_default();
    let keys: Vec<&KeyFound> = joined.keys().collect();
    let keys = if keys.is_empty() { String::new() } else { format!(",\"keys\":{}", json(to_json(&keys))) };
    format!("\"understood\":{},\"ledger\":{}{keys}", json(to_json(&tables)), json(to_json(&ledger)))
}

fn understood(table: &Understanding) -> Understood<'_> {
    let measures = table.measures.iter().map(|measure| Measured {
        criterion: &measure.criterion,
        columns: &measure.columns,
        facets: &measure.facets,
        base: measure.base.as_ref(),
        period: measure.period.as_deref(),
        figures: measure.figures,
    });
    Understood {
        file: &table.table.file,
        sheet: table.table.sheet.as_deref(),
        origin: table.origin.as_ref(),
        area: table.area.as_ref(),
        measures: measures.collect(),
        assumed: &table.assumed,
        questions: &table.questions,
        not_used: &table.not_used,
    }
}

fn add(to: &mut Accounts, more: Accounts) {
    let Accounts { all, heading, used, another, not_used, listed } = more;
    to.all += all;
    to.heading += heading;
    to.used += used;
    to.another += another;
    to.not_used += not_used;
    to.listed += listed;
}
