//! Tells how a table was understood, once all of it is read: the level and the vintages that are taken, the measures, the
//! questions, and the accounts.

use std::collections::{BTreeMap, BTreeSet};

use super::doubts::questions;
use super::import::LoadedTable;
use super::lend::{Base, Of};
use super::past::{Past, PastColumn};
use super::yardsticks::beside;
use crate::areas::code::{Division, Level};
use crate::areas::load::{Context, Loader};
use crate::areas::resolve::plan::{Kind, MeasurePlan, Plan};
use crate::areas::resolve::unlocated::Unlocated;
use crate::areas::store::KindCount;
use crate::areas::told::ledger::{Accounts, Ledger, Why};
use crate::areas::told::understanding::{
    AreaFound, BaseFound, ColumnFound, DivisionCount, MeasureFound, PreviewRow, Role, Understanding,
    VintageCount, Warning,
};
use crate::error::Problem;
use crate::figure::Bounds;
use crate::table::wide;

/// Chooses the level and the vintages, and tells how the table was understood.
pub(in crate::areas) fn understood(mut loader: Loader, context: &Context) -> LoadedTable {
    let questions = questions(&mut loader, context);
    let plan = loader.plan.as_deref();
    let unlocated = loader.unlocated.as_ref();
    let recipe = context.recipes.iter().find(|recipe| Some(&recipe.name) == loader.recipe.as_ref());
    let kinds = loader.areas.kinds();
    let finest = kinds.iter().map(|kind| kind.division.level()).max().unwrap_or(Level::Area);
    let level = recipe.and_then(|recipe| recipe.level).unwrap_or(finest);
    let mut divisions: BTreeMap<Division, u64> = BTreeMap::new();
    let mut vintages: BTreeMap<Option<u16>, (u64, u64)> = BTreeMap::new();
    for kind in &kinds {
        *divisions.entry(kind.division).or_default() += kind.areas;
        if kind.division.level() == level {
            let vintage = vintages.entry(kind.vintage).or_default();
            vintage.0 += kind.areas;
            vintage.1 += kind.with_figures;
        }
    }
    let used: Vec<Option<u16>> =
        vintages.iter().filter(|(_, (_, figures))| *figures > 0).map(|(year, _)| *year).collect();
    let keep = |division: Division, vintage: Option<u16>| {
        division.level() == level && (used.is_empty() || used.contains(&vintage))
    };
    let mut warnings = warnings(&loader, &divisions, level);
    if used.len() > 1 {
        warnings.push(Warning::MixedVintages);
    }
    let area = plan.map(|plan| AreaFound {
        columns: plan.area.columns().into_iter().filter_map(|at| plan.name(at)).collect(),
        name: plan.name_column.and_then(|at| plan.name(at)),
        form: plan.form,
        level,
        divisions: divisions
            .iter()
            .map(|(division, areas)| DivisionCount { division: *division, areas: *areas })
            .collect(),
        vintages: vintages
            .iter()
            .map(|(year, (areas, figures))| VintageCount {
                year: *year,
                areas: *areas,
                with_figures: *figures,
            })
            .collect(),
        lost_zeros: loader.tally.lost_zeros,
    });
    let ledger = Ledger {
        rows: rows(&loader, |division, vintage| keep(division, (vintage > 0).then_some(vintage))),
        columns: plan
            .map(columns_by_account)
            .or_else(|| unlocated.map(Unlocated::accounts))
            .unwrap_or_default(),
        categories: plan.map(categories_by_account).unwrap_or_default(),
    };
    let criteria = context.queries.len();
    let past = past(&loader, level, context);
    let mut understanding = Understanding {
        header_line: plan.map_or_else(|| unlocated?.header_line, |plan| plan.header_line),
        recipe: loader.recipe.clone(),
        columns: plan
            .map(|plan| columns(plan, context))
            .or_else(|| unlocated.map(Unlocated::columns))
            .unwrap_or_default(),
        area,
        could_be_areas: unlocated.map(Unlocated::candidates).unwrap_or_default(),
        measures: Vec::new(),
        kept: plan.map(|plan| plan.kept.clone()).unwrap_or_default(),
        assumed: plan.map(|plan| plan.assumed.clone()).unwrap_or_default(),
        questions,
        not_used: plan
            .map(|plan| plan.not_used.clone())
            .or_else(|| unlocated.map(Unlocated::not_used))
            .unwrap_or_default(),
        ledger,
        warnings,
        preview: loader.preview.iter().map(|r| PreviewRow { line: r.line, cells: r.cells.clone() }).collect(),
        records: loader.tally.records,
        table: loader.info,
        origin: None,
    };
    let left_out = kinds.iter().filter(|kind| !keep(kind.division, kind.vintage)).count();
    let plan = loader.plan;
    let yardsticks = beside(&loader.areas, &kinds, level).own();
    let areas = loader.areas.filtered(&kinds, |kind: &KindCount| keep(kind.division, kind.vintage)).own();
    let of = |measure: &MeasurePlan| MeasureFound {
        figures: if measure.criterion < criteria { wide(areas.count(measure.criterion)) } else { 0 },
        ..found(plan.as_deref(), measure, context)
    };
    let plans = || plan.iter().flat_map(|plan| &plan.measures).filter(|measure| measure.past.is_none());
    let of_whom = |measure: &MeasurePlan| Of { ages: measure.ages.clone(), date: measure.date.clone() };
    understanding.measures.extend(plans().filter(|measure| measure.criterion < 2 * criteria).map(of));
    let is_base = |measure: &&MeasurePlan| measure.kind_of() >= 2 * criteria;
    let bases = plan.iter().flat_map(|plan| &plan.measures).filter(is_base).map(|measure| {
        let MeasureFound { columns, facets, .. } = of(measure);
        let found = BaseFound { file: Some(understanding.table.file.clone()), columns, facets };
        let (slot, criterion, past) = (measure.criterion, measure.of(criteria), measure.past.is_some());
        let ages = context.queries.get(criterion).map(|query| query.ages.as_slice()).unwrap_or_default();
        let usual = measure.ages.as_ref().is_some_and(|own| ages.contains(own));
        Base { slot, criterion, of: of_whom(measure), found, usual, aged: !ages.is_empty(), past }
    });
    let bases = bases.collect();
    // What is asked about has its date, too: no older figure takes its place.
    let asked = plan.iter().flat_map(|plan| plan.asked.clone());
    let dates = plans().filter_map(|plan| Some((plan.criterion % criteria, plan.date.clone()?)));
    let dates = dates.chain(asked).collect();
    let mut rejected = loader.rejected;
    if left_out > 0 {
        // A total of 0 under the code of another year's division is no fault of the file.
        let kept: BTreeSet<u64> = areas.iter().map(crate::areas::store::Area::line).collect();
        rejected.retain(|one| {
            one.problem != Problem::TotalZero || one.place.line.is_none_or(|line| kept.contains(&line))
        });
    }
    let is_preferred = |plan: &MeasurePlan| {
        let query = context.queries.get(plan.criterion % criteria);
        plan.ages.is_some() && query.is_some_and(|query| query.ages.first() == plan.ages.as_ref())
    };
    let preferred = plans().map(|plan| (plan.criterion, is_preferred(plan))).collect();
    let waiting = plans().filter(|plan| (criteria..2 * criteria).contains(&plan.criterion));
    let waits = waiting.map(|plan| (plan.criterion - criteria, of_whom(plan))).collect();
    LoadedTable {
        understanding,
        areas,
        rejected,
        key: loader.key,
        dates,
        preferred,
        bases,
        waits,
        yardsticks,
        past,
    }
}

/// Keeps the figures of all periods, of areas of all years' divisions, where the table has several.
fn past(loader: &Loader, level: Level, context: &Context) -> Option<Past> {
    let plan = loader.plan.as_deref()?;
    plan.measures.iter().any(|measure| measure.past.is_some()).then_some(())?;
    let kinds = loader.areas.kinds();
    let areas = loader.areas.clone().filtered(&kinds, |kind: &KindCount| kind.division.level() == level);
    let yardsticks = beside(&loader.areas, &kinds, level);
    let column = |measure: &MeasurePlan| {
        let figures = wide(areas.count(measure.criterion));
        let found = MeasureFound { figures, ..found(Some(plan), measure, context) };
        let of = Of { ages: measure.ages.clone(), date: measure.date.clone() };
        PastColumn { slot: measure.criterion, kind: measure.kind_of(), of, found }
    };
    let columns = plan.measures.iter().map(column).collect();
    Some(Past { areas, yardsticks, columns })
}

fn warnings(loader: &Loader, divisions: &BTreeMap<Division, u64>, level: Level) -> Vec<Warning> {
    let tally = &loader.tally;
    let mut warnings = Vec::new();
    if divisions.keys().filter(|division| division.level() == level).count() > 1 {
        warnings.push(Warning::MixedDivisions);
    }
    let mut counted = |number: u64, warning: fn(u64) -> Warning| {
        if number > 0 {
            warnings.push(warning(number));
        }
    };
    counted(divisions.get(&Division::Unknown).copied().unwrap_or(0), |areas| Warning::UnknownDivision {
        areas,
    });
    counted(tally.count_above_total, |areas| Warning::CountAboveTotal { areas });
    counted(tally.incomplete, |areas| Warning::PartsMissing { areas });
    counted(tally.nil_as_zero, |cells| Warning::NilAsZero { cells });
    counted(tally.nil_as_missing, |cells| Warning::NilAsMissing { cells });
    let (areas, largest) = tally.differ;
    if areas > 0 {
        warnings.push(Warning::SumsDiffer { areas, largest });
    }
    for (column, cells, Bounds { low, high }) in tally.suppressed.iter() {
        let column = loader.plan.as_ref().and_then(|plan| plan.name(column)).unwrap_or_default();
        warnings.push(Warning::Suppressed { column, cells, low, high });
    }
    for (note, cells) in &tally.said_missing {
        warnings.push(Warning::SaidMissing { note: note.clone(), cells: *cells });
    }
    for (column, cells) in &tally.software {
        let column = loader.plan.as_ref().and_then(|plan| plan.name(*column)).unwrap_or_default();
        warnings.push(Warning::SoftwareDigits { column, cells: *cells });
    }
    warnings
}

pub(in crate::areas) fn id(criterion: usize, context: &Context) -> String {
    context.queries.get(criterion).map(|query| query.id.clone()).unwrap_or_default()
}

fn columns(plan: &Plan, context: &Context) -> Vec<ColumnFound> {
    let column = |at: usize| {
        let role_in = |measure: &MeasurePlan| {
            measure.kind.columns().into_iter().find(|(column, _)| *column == at).map(|(_, role)| role)
        };
        let measures: Vec<_> = plan.measures.iter().filter(|measure| role_in(measure).is_some()).collect();
        let mut ids: Vec<String> = Vec::new();
        for id in measures.iter().map(|measure| id(measure.of(context.queries.len()), context)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let role = measures.iter().find_map(|measure| role_in(measure));
        ColumnFound {
            name: plan.name(at).unwrap_or_default(),
            header: plan.header.get(at).cloned().unwrap_or_default(),
            role: role.unwrap_or_else(|| plan.roles.get(at).copied().unwrap_or(Role::Other)),
            criteria: ids,
            decimal_mark: plan.marks.get(at).copied().flatten(),
            categories: plan.combinations.categories(at),
        }
    };
    (0..plan.names.len()).map(column).collect()
}

fn found(plan: Option<&Plan>, measure: &MeasurePlan, context: &Context) -> MeasureFound {
    let names = |wanted: fn(Role) -> bool| -> Vec<String> {
        let columns = measure.kind.columns().into_iter().filter(|(_, role)| wanted(*role));
        columns.filter_map(|(at, _)| plan?.name(at)).collect()
    };
    let period = measure.date.as_ref();
    let period = period.map(|date| context.lexicon.notation(crate::areas::words::facet::Facet::Period, date));
    let base = match &measure.kind {
        Kind::Count(..) => Some(BaseFound {
            file: None,
            columns: names(|role| role == Role::Total),
            facets: measure.base.clone(),
        }),
        Kind::Percent(..) | Kind::Amount(_) => None,
    };
    MeasureFound {
        criterion: id(measure.of(context.queries.len()), context),
        from: measure.source.clone(),
        columns: names(|role| role != Role::Total),
        facets: measure.facets.clone(),
        base,
        year: period.clone(),
        period,
        periods: measure.periods.clone(),
        alternatives: measure.alternatives.clone(),
        figures: 0,
    }
}

/// Puts each record into its account.
fn rows(loader: &Loader, keep: impl Fn(Division, u16) -> bool) -> Accounts {
    let tally = &loader.tally;
    let mut accounts = Accounts {
        all: tally.records,
        heading: tally.heading,
        another: tally.another,
        listed: tally.listed,
        ..Accounts::default()
    };
    for ((division, vintage), rows) in &tally.used {
        *(if keep(*division, *vintage) { &mut accounts.used } else { &mut accounts.another }) += rows;
    }
    // Blank records at the end, and all of a table without areas.
    accounts.not_used = match &loader.plan {
        Some(_) => loader.blank_at_end(),
        None => tally.records.saturating_sub(tally.heading),
    };
    accounts
}

/// Puts each category into its account.
fn categories_by_account(plan: &Plan) -> Accounts {
    let columns = &plan.combinations.columns;
    let all = columns.iter().map(|at| wide(plan.combinations.categories(*at).len())).sum();
    let mut accounts = Accounts { all, ..Accounts::default() };
    for left in plan.not_used.iter().filter(|left| left.category.is_some()) {
        let another = matches!(left.why, Why::Another);
        *(if another { &mut accounts.another } else { &mut accounts.not_used }) += 1;
    }
    accounts.used = all - accounts.another - accounts.not_used;
    accounts
}

/// Puts each column into its account.
fn columns_by_account(plan: &Plan) -> Accounts {
    let mut accounts = Accounts { all: wide(plan.names.len()), ..Accounts::default() };
    for (role, why) in plan.roles.iter().zip(&plan.whys) {
        let account = match (role, why) {
            (Role::Area | Role::Name | Role::Category, _) => &mut accounts.heading,
            (_, Some(Why::Another | Why::Counts)) => &mut accounts.another,
            (_, Some(_)) => &mut accounts.not_used,
            (_, None) => &mut accounts.used,
        };
        *account += 1;
    }
    accounts
}
