//! Recognises a table by its first records: where its areas are, what each column is, where each criterion's figure is.

use std::collections::{BTreeMap, BTreeSet};

use super::among::Over;
use super::blanks::{fill, filled_down, parts_below, stray};
use super::measures::Measures;
use super::plan::{MeasurePlan, Plan, Widths};
use crate::areas::code::{Division, Known, Level, municipality_of_name, named};
use crate::areas::layout::absent::Absent;
use crate::areas::layout::area_source::AreaSource;
use crate::areas::layout::columns::{Column, Profile, View};
use crate::areas::layout::heading::Heading;
use crate::areas::layout::places;
use crate::areas::layout::series::{Combinations, Series, series};
use crate::areas::store::Areas;
use crate::areas::told::ledger::{NotUsed, Why};
use crate::areas::told::question::Assumed;
use crate::areas::told::recipe::{Recipe, Top};
use crate::areas::told::understanding::{DecimalMark, Role};
use crate::areas::words::cell::looks_numeric;
use crate::areas::words::coordinates::{Coordinates, Form, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::{Lexicon, split};
use crate::areas::words::patterns::limit;
use crate::areas::words::query::Query;
use crate::areas::words::sampled::Sampled;
use crate::table::{Format, TableInfo};

/// What recognition goes by beside the records.
#[derive(Debug)]
pub(in crate::areas) struct Basis<'a> {
    pub(in crate::areas) lexicon: &'a Lexicon,
    pub(in crate::areas) queries: &'a [Query],
    pub(in crate::areas) known: &'a Known,
    pub(in crate::areas) recipe: Option<&'a Recipe>,
    /// The first records, by which recipes find their header.
    pub(in crate::areas) top: &'a Top,
    /// The period that is wanted; else the newest.
    pub(in crate::areas) period: Option<&'a str>,
    /// Whether the figures of all periods are wanted.
    pub(in crate::areas) every_period: bool,
    /// The year in which this is done, where someone says so.
    pub(in crate::areas) this_year: Option<u32>,
    /// What an earlier pass over the whole table has found.
    pub(in crate::areas) found: Option<&'a Combinations>,
}

/// Recognises a table; `None` if it has no column of areas.
pub(in crate::areas) fn recognise(info: &TableInfo, sample: &[Sampled], basis: &Basis<'_>) -> Option<Plan> {
    let width = sample.iter().map(|record| record.cells.len()).max()?;
    let Basis { lexicon, known, .. } = *basis;
    let given = basis.recipe.and_then(|recipe| recipe.area.as_ref());
    let shaped = basis.recipe.and_then(|recipe| recipe.header(basis.top));
    let forced = basis
        .recipe
        .and_then(|recipe| recipe.header_line)
        .or(shaped.filter(|_| given.is_some()))
        .or_else(|| places::headed_own(sample, given?));
    let (area, form) = places::find(lexicon, known, sample, width, given, forced)?;
    let area_of = |record: &Sampled| area.key(known, &|column| record.cell(column));
    // `0581 Norrköping: valdeltagande` alone in its row is a title, where rows with figures follow.
    let is_first = |record: &&Sampled| {
        forced.is_none_or(|line| record.line > line)
            && area_of(record).is_some()
            && !places::numbers_columns(record)
    };
    let first = sample
        .iter()
        .position(|record| is_first(&record) && !places::is_alone(record))
        .or_else(|| sample.iter().position(|record| is_first(&record)))?;
    let mut heading = Heading::find(lexicon, info, sample, first, forced, width);
    heading.notes = basis.found.map_or(heading.notes, |found| found.notes.clone());
    let from =
        sample.iter().position(|record| heading.line.is_none_or(|line| record.line > line)).unwrap_or(first);
    let rows = sample.get(from..).unwrap_or_default();
    let filled_down = filled_down(basis.lexicon, info, rows, &area.columns(), width);
    let rows = fill(rows, &filled_down);
    let (data, keys): (Vec<&Sampled>, Vec<String>) =
        rows.iter().filter_map(|record| Some((record, area_of(record)?))).unzip();
    let firsts = firsts(&keys);
    let profiles: Vec<Profile> = (0..width).map(|at| Profile::of(&data, &firsts, at)).collect();
    let names = heading.names();
    let categories: BTreeMap<usize, Vec<String>> = basis
        .found
        .map(|found| found.columns.iter().map(|at| (*at, found.categories(*at))).collect())
        .unwrap_or_default();
    let name = given
        .and_then(|given| given.name.as_deref())
        .and_then(|name| crate::areas::layout::naming::position(&names, name));
    let view = View {
        lexicon,
        info,
        heading: &heading,
        data: &data,
        firsts: &firsts,
        area: &area.columns(),
        name,
        categories: &categories,
    };
    let columns = view.columns(&profiles);
    let finest = finest(&data, &area, known)?;
    if given.is_none() && lies_finer(&view, finest) {
        return None;
    }
    let of = |wanted: fn(&Column) -> bool| {
        columns
            .iter()
            .enumerate()
            .filter(move |(_, column)| wanted(column))
            .map(|(at, _)| at)
            .collect::<Vec<_>>()
    };
    let facets = of(|column| matches!(column, Column::Facet(_)));
    let values = of(|column| matches!(column, Column::Value(_)));
    let mut combinations = match basis.found.filter(|found| found.columns == facets) {
        Some(found) => found.clone(),
        None => Combinations::of(facets, &data, &values),
    };
    combinations.notes.clone_from(&heading.notes);
    let mut all = series(lexicon, info, &heading, &columns, &combinations, finest);
    let label = area.columns().first().copied().unwrap_or(0);
    let below = parts_below(lexicon, &rows, label, |row| area_of(row).is_some());
    let mut over = Over::all(lexicon, &rows, &values, &heading, area_of);
    over.retain(|row| !row.is_of_one(lexicon, &all));
    let written = sample.get(from..).unwrap_or_default();
    let stray = stray(lexicon, written, &rows, &columns, |row| area_of(row).is_some());
    let rival = || places::rival(&data, &area, width, known).or_else(|| places::named_again(&data, &heading));
    let rival = if given.is_none() { rival() } else { None };
    let of_others = of_others(&all);
    for (one, of_others) in all.iter_mut().zip(of_others) {
        if of_others {
            one.said.set((Facet::Background, 0), Value::Text("varav".to_owned()), "varav");
        }
        one.said.doubts.extend(below.iter().chain(&stray).cloned());
        // What stands behind other areas is theirs.
        if let Some(other) =
            rival.filter(|other| one.column > *other && area.columns().iter().all(|own| own < other))
        {
            one.said.doubts.extend(names.get(other).cloned());
        }
        for row in &over {
            row.doubt(lexicon, one);
        }
        let Some(profile) = profiles.get(one.column) else { continue };
        let in_percent = profile.decimals && one.said.form().is_none();
        if one.said.inherits && (in_percent || one.said.form() == Some(Form::Percent)) {
            // A percentage *varav* is one of what stands before it, and not of all.
            one.said.set((Facet::Background, 0), Value::Text("varav".to_owned()), "varav");
        }
        if basis.this_year.is_some_and(|year| is_of_future(&one.said, year)) {
            let own = |column: &Column| matches!(column, Column::Value(said) if said.value(Facet::Period).is_some());
            let is_told =
                one.dated || columns.get(one.column).is_some_and(own) || !combinations.columns.is_empty();
            // `Vision 2040` above a table is no date of its figures.
            if is_told {
                one.said.form = Some(Form::NoLevel);
            } else {
                one.said.facets.remove(&(Facet::Period, 0));
            }
        }
        // A sheet of percentages may have the counts beside them.
        let is_own = matches!(columns.get(one.column), Some(Column::Value(said)) if said.form().is_some());
        if one.said.form == Some(Form::Percent)
            && !is_own
            && combinations.columns.is_empty()
            && profile.are_counts()
        {
            one.said.form = None;
        }
        if profile.are_flags() && says_limit(&heading.text(one.column)) {
            one.said.form = Some(Form::NoLevel);
        }
    }
    let mut measures = Measures::find(basis, &all, &profiles, &names, &columns, &combinations, &rows, &area);
    let mut plans = std::mem::take(&mut measures.plans);
    let keys =
        if plans.is_empty() && measures.is_empty() { key_columns(&data, known, width) } else { Vec::new() };
    plans.append(&mut measures.waiting);
    let first = Areas::bases(basis.queries.len(), 0, Areas::AGES);
    plans.extend((first..).zip(measures.past.drain(..)).map(|(slot, plan)| plan.in_slot(slot)));
    let watched = all
        .iter()
        .filter(|one| (!one.filled || one.noughts) && matters(one))
        .map(|one| (one.combination, one.column));
    let said = heading.titles.iter().chain(&heading.notes).chain(&*info.notes);
    let absent = said.flat_map(|note| Absent::all(lexicon, note));
    let names_municipality = |at: &usize| {
        let mut cells = data.iter().map(|record| record.cell(*at).trim());
        Lexicon::is_municipality(heading.lowest(*at))
            && cells.any(|cell| municipality_of_name(cell).is_some())
    };
    let header: Vec<String> = (0..width).map(|at| heading.text(at)).collect();
    let mut plan = Plan {
        form,
        municipality: (0..width).filter(|at| !area.columns().contains(at)).find(names_municipality),
        name_column: columns.iter().position(|column| *column == Column::Name),
        header_line: heading.line,
        roles: columns.iter().map(role).collect(),
        marks: profiles.iter().map(Profile::mark).collect::<Vec<Option<DecimalMark>>>(),
        watched: watched.collect(),
        keys,
        whys: whys(&columns, &all, &measures, &plans),
        kept: measures.kept.clone(),
        questions: std::mem::take(&mut measures.questions),
        asked: std::mem::take(&mut measures.dates_asked),
        assumed: std::mem::take(&mut measures.assumed),
        not_used: Vec::new(),
        measures: plans,
        absent: absent.collect(),
        widths: Widths::of(&header, &data).filter(|_| info.format == Format::Csv),
        header,
        filled_down,
        combinations,
        area,
        names,
    };
    let rival = rival.and_then(|other| plan.name(*plan.area.columns().first()?).zip(plan.name(other)));
    plan.assumed.extend(rival.map(|(column, other)| Assumed::AreaColumn { column, other }));
    let filled: Vec<String> = plan.filled_down.iter().filter_map(|at| plan.name(*at)).collect();
    plan.assumed.extend(filled.into_iter().map(|column| Assumed::FilledDown { column }));
    plan.not_used = plan
        .whys
        .iter()
        .enumerate()
        .filter_map(|(at, why)| {
            let why = why.clone()?;
            Some(NotUsed { column: plan.name(at)?, category: None, why })
        })
        .collect();
    let categories = measures.categories(&plan, &all);
    plan.not_used.extend(categories);
    Some(plan)
}

/// Tells of each series whether it is of some of what stands before it, and so of no resident besides: `Arbetslösa`, and beside it
/// `varav lågutbildade`.
fn of_others(all: &[Series]) -> Vec<bool> {
    // The columns come from the left to the right.
    let mut before: BTreeMap<usize, &Coordinates> = BTreeMap::new();
    let mut others = Vec::with_capacity(all.len());
    for Series { said, combination, .. } in all {
        let parent = before.get(combination).filter(|_| said.inherits);
        others.push(parent.is_some_and(|parent| parent.has_own_measure() && parent.is_over_another(said)));
        if !said.inherits {
            before.insert(*combination, said);
        }
    }
    others
}

/// Returns the finest level of a table's areas.
fn finest(data: &[&Sampled], area: &AreaSource, known: &Known) -> Option<Level> {
    let mut scratch = String::new();
    let mut level = |record: &&Sampled| {
        Some(area.label(known, &|column| record.cell(column), &mut scratch)?.division.level())
    };
    data.iter().filter_map(&mut level).max()
}

/// Tells whether a table of municipalities or counties has areas within them in another column, which have no national code: a
/// person has to say what they are.
fn lies_finer(view: &View<'_>, finest: Level) -> bool {
    if finest > Level::Municipality {
        // Several of them in one area are what the rows are of.
        return (0..view.heading.layers.len()).filter(|at| !view.area.contains(at)).any(|at| {
            let of_one = |(row, first): (&&Sampled, &usize)| {
                let differs = |at: usize| {
                    let first = view.data.get(*first).map_or("", |first| first.cell(at).trim());
                    let own = row.cell(at).trim();
                    !first.is_empty() && !own.is_empty() && first != own
                };
                let is_figure = |other: &usize| *other != at && looks_numeric(row.cell(*other).trim());
                differs(at) && (0..row.cells.len()).filter(is_figure).any(differs)
            };
            view.lexicon.is_finer(view.heading.lowest(at)) && view.data.iter().zip(view.firsts).any(of_one)
        });
    }
    (0..view.heading.layers.len()).filter(|at| !view.area.contains(at)).any(|at| {
        let heading = view.heading.lowest(at);
        let is_municipality = finest < Level::Municipality && Lexicon::is_municipality(heading);
        let mut cells = view.data.iter().map(|record| record.cell(at).trim());
        let is_place = |cell: &str| !cell.is_empty() && named(cell).is_none() && !view.lexicon.is_total(cell);
        (is_municipality || view.lexicon.is_finer(heading)) && cells.any(is_place)
    })
}

/// Tells whether figures are of a year to come.
fn is_of_future(said: &Coordinates, this_year: u32) -> bool {
    match said.value(Facet::Period) {
        Some(Value::Date(end, months)) => end.saturating_sub(*months) >= 12 * (this_year + 1),
        _ => false,
    }
}

/// Tells whether a heading says a limit, so that ones and noughts below it say whether that is passed.
fn says_limit(heading: &str) -> bool {
    let words = split(heading);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    (0..words.len()).any(|at| words.get(at..).and_then(limit).is_some())
}

/// Tells whether a series without a number so far would be taken if it had one.
fn matters(series: &Series) -> bool {
    (series.said.has_measure() || series.said.total)
        && series.said.is_explained()
        && !matches!(series.said.form(), Some(Form::Id | Form::NoLevel))
        && !matches!(series.said.value(Facet::Measure), Some(Value::Text(_)))
}

fn role(column: &Column) -> Role {
    match column {
        Column::Area => Role::Area,
        Column::Name => Role::Name,
        Column::Facet(_) => Role::Category,
        Column::Value(_) => Role::Number,
        Column::Other => Role::Other,
    }
}

/// Tells of each column that gives no figure why.
fn whys(columns: &[Column], all: &[Series], measures: &Measures, plans: &[MeasurePlan]) -> Vec<Option<Why>> {
    let used =
        |at: usize| plans.iter().any(|plan| plan.kind.columns().iter().any(|(column, _)| *column == at));
    let filled: BTreeSet<usize> =
        all.iter().filter(|series| series.filled).map(|series| series.column).collect();
    let why = |(at, column): (usize, &Column)| match column {
        Column::Area | Column::Name | Column::Facet(_) => None,
        Column::Other => Some(Why::Text),
        Column::Value(_) if used(at) => None,
        Column::Value(said) => Some(match said.form() {
            Some(Form::Id) => Why::Id,
            Some(Form::NoLevel) => Why::NoLevel,
            Some(Form::Percent | Form::Count) | None => match () {
                () if !filled.contains(&at) => Why::Empty,
                () if measures.asked.contains(&at) => Why::Asked,
                () if measures.without_base.contains(&at) => Why::NoBase,
                () if measures.beside_counts.contains(&at) => Why::Counts,
                () if measures.concerned.contains(&at) => Why::Another,
                () if !said.unexplained.is_empty() => Why::Unexplained { words: said.unexplained.clone() },
                () => Why::NoMeasure,
            },
        }),
    };
    columns.iter().enumerate().map(why).collect()
}

/// Tells for each row which is the first of the same area.
fn firsts(keys: &[String]) -> Vec<usize> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    keys.iter().enumerate().map(|(at, key)| *seen.entry(key).or_insert(at)).collect()
}

/// Finds the columns with codes of `RegSO`, the areas that files know by name only, each with the column of their names.
fn key_columns(data: &[&Sampled], known: &Known, width: usize) -> Vec<(usize, Option<usize>)> {
    fn regso<'a>(known: &Known, cell: &'a str) -> Option<crate::areas::code::Label<'a>> {
        known.label(cell).filter(|label| label.division == Division::Regso)
    }
    let has_codes = |at: &usize| data.iter().any(|record| regso(known, record.cell(*at)).is_some());
    // The nearest column in which each code has one name, and within a municipality each name one code.
    let names_of = |code: usize| {
        let mut columns: Vec<usize> = (0..width).filter(|at| *at != code).collect();
        columns.sort_unstable_by_key(|at| (at.abs_diff(code), *at));
        columns.into_iter().find(|at| {
            let (mut names, mut codes) = (BTreeMap::new(), BTreeMap::new());
            data.iter().all(|record| {
                let (cell, name) = (record.cell(code).trim(), record.cell(*at).trim());
                let Some(label) = regso(known, cell) else { return true };
                !name.is_empty()
                    && known.label(name).is_none()
                    && !looks_numeric(name)
                    && *names.entry(label.code).or_insert(name) == name
                    && *codes.entry((label.code.get(..4), name)).or_insert(label.code) == label.code
            })
        })
    };
    (0..width).filter(has_codes).map(|code| (code, names_of(code))).collect()
}
