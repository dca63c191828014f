//! What the figures of a whole table put in doubt: percentages that may be fractions, counts that contradict percentages, and
//! noughts throughout.

use super::explain::id;
use crate::areas::load::{Context, Loader};
use crate::areas::resolve::measures::examples;
use crate::areas::resolve::plan::{Kind, MeasurePlan, Plan};
use crate::areas::told::question::{Choice, Doubt, Label, Question};
use crate::areas::told::recipe::Source;
use crate::areas::told::rejected::Rejected;
use crate::areas::words::facet::Facet;
use crate::error::{Place, Problem};
use crate::figure::{Decimal, Figure};

/// One area in so many whose counts and percentages differ is a slip, more are a question.
const DIFFER: u64 = 10;

/// Asks about figures that may be others than they seem, and sees to it that none is open to a question.
pub(in crate::areas) fn questions(loader: &mut Loader, context: &Context) -> Vec<Question> {
    let Some(plan) = loader.plan.take() else { return Vec::new() };
    let mut questions = plan.questions.clone();
    let mut open = Vec::new();
    for measure in &plan.measures {
        let Some((found, labels)) = doubt(loader, &plan, measure, context) else {
            drop_fractions(loader, &plan, measure);
            continue;
        };
        open.push(measure.criterion);
        if measure.past.is_some() {
            continue;
        }
        let choice = |(label, from, kind): (Label, Source, Option<Kind>)| {
            let of =
                |kind: Kind| examples(&kind, &loader.preview, &plan.area, &context.known, &plan.combinations);
            Choice { label, from, examples: kind.map(of).unwrap_or_default() }
        };
        questions.push(Question {
            criterion: id(measure.of(context.queries.len()), context),
            choices: labels.into_iter().map(choice).collect(),
            found,
        });
    }
    // What a question concerns is unknown, in all periods; a period that is open by itself, in that one.
    for measure in &plan.measures {
        if open.contains(&measure.criterion)
            || measure.past.is_some_and(|criterion| open.contains(&criterion))
        {
            loader.areas.forget(measure.criterion);
        }
    }
    loader.plan = Some(plan);
    questions
}

/// Notes of which criteria other sheets of the file have a group, where nobody knows whom a sheet's own name says: `Övriga`
/// beside `Kvinnor`.
pub(in crate::areas) fn beside_groups(loaders: &mut [Loader], context: &Context) {
    let groups = [Facet::Sex, Facet::Birth, Facet::Background, Facet::Age, Facet::Election];
    let asked = |loader: &Loader| {
        let questions = loader.plan.iter().flat_map(|plan| &plan.questions);
        let of_group = |question: &&Question| matches!(&question.found, Doubt::Values { facet, values } if values.len() == 1 && groups.contains(facet));
        questions.filter(of_group).map(|question| question.criterion.clone()).collect::<Vec<_>>()
    };
    let asked: Vec<Vec<String>> = loaders.iter().map(asked).collect();
    for (nth, loader) in loaders.iter_mut().enumerate() {
        let is_strange = loader.info.sheet.as_deref().is_some_and(|sheet| context.lexicon.is_strange(sheet));
        if is_strange && loader.recipe.is_none() {
            let others =
                asked.iter().enumerate().filter(|(other, _)| *other != nth).flat_map(|(_, asked)| asked);
            let slot = |of: &String| (0..context.queries.len()).find(|slot| id(*slot, context) == *of);
            loader.beside_groups = others.filter_map(slot).collect();
        }
    }
}

/// Tells what is in doubt about a measure, and what each answer would take.
#[expect(clippy::type_complexity, reason = "an answer is its label, its recipe and what it reads")]
fn doubt(
    loader: &Loader,
    plan: &Plan,
    measure: &MeasurePlan,
    context: &Context,
) -> Option<(Doubt, Vec<(Label, Source, Option<Kind>)>)> {
    let found = |counts, fractions| Source::Found { take: Vec::new(), column: None, counts, fractions };
    let (areas, differ) = loader.tally.checked.get(&measure.criterion).copied().unwrap_or_default();
    // Where counts and percentages differ throughout, they are not of the same.
    if let Some(check) = measure.check.filter(|_| differ * DIFFER > areas) {
        let doubt = Doubt::Disagree {
            counts: measure.kind.columns().into_iter().filter_map(|(at, _)| plan.name(at)).collect(),
            percent: plan.name(check.column).unwrap_or_default(),
            areas: differ,
        };
        let counts = (Label::Counts, found(Some(true), None), Some(measure.kind.clone()));
        let percent = (Label::Percentages, found(Some(false), None), Some(Kind::Percent(check, None)));
        return Some((doubt, vec![counts, percent]));
    }
    let sheet = loader
        .info
        .sheet
        .clone()
        .filter(|_| loader.beside_groups.contains(&measure.of(context.queries.len())));
    if let Some(sheet) = sheet.filter(|_| measure.past.is_none()) {
        let column = measure.kind.columns().first().and_then(|(at, _)| plan.name(*at)).unwrap_or_default();
        let own =
            (Label::Column { column: column.clone() }, measure.source.clone(), Some(measure.kind.clone()));
        let doubt = Doubt::Words { column, words: vec![sheet] };
        return Some((doubt, vec![own, (Label::Neither, Source::None, None)]));
    }
    let is_explicit = || {
        let recipe = context.recipes.iter().find(|recipe| Some(&recipe.name) == loader.recipe.as_ref());
        let id = id(measure.of(context.queries.len()), context);
        let own = recipe.and_then(|recipe| recipe.measures.iter().find(|own| own.criterion == id));
        own.is_some_and(|own| !matches!(own.from, Source::Found { .. }))
    };
    if are_noughts(loader, measure.criterion) && !is_explicit() {
        let column = measure.kind.columns().first().and_then(|(column, _)| plan.name(*column));
        let doubt = Doubt::Noughts { column: column.unwrap_or_default() };
        let noughts = (Label::Noughts, measure.source.clone(), Some(measure.kind.clone()));
        return Some((doubt, vec![noughts, (Label::Neither, Source::None, None)]));
    }
    let Kind::Percent(pick, None) = measure.kind else { return None };
    let seen = loader.tally.fractions.get(measure.criterion).copied().unwrap_or_default();
    if !seen.may_be_fractions() {
        return None;
    }
    let choice =
        |label, fractions| (label, found(None, Some(fractions)), Some(Kind::Percent(pick, Some(fractions))));
    let choices = vec![choice(Label::Fractions, true), choice(Label::Percent, false)];
    Some((Doubt::Fractions { column: plan.name(pick.column).unwrap_or_default() }, choices))
}

/// Tells whether the figures of several areas are noughts without exception, as in a column that nobody has filled in.
fn are_noughts(loader: &Loader, slot: usize) -> bool {
    let mut figures = loader.areas.iter().filter_map(|area| area.figure(slot));
    let is_nought = |figure: Figure| match figure {
        Figure::Percent(percent) => percent.units() == 0,
        Figure::Share(share) => share.count() == 0,
        Figure::Amount(_) | Figure::Between(_) => false,
    };
    figures.next().is_some_and(is_nought) && figures.next().is_some_and(is_nought) && figures.all(is_nought)
}

/// Takes away what is a fraction among percentages (`0,583` beside `58,3`), or a nought among them, and lists it.
fn drop_fractions(loader: &mut Loader, plan: &Plan, measure: &MeasurePlan) {
    let Kind::Percent(pick, None) = measure.kind else { return };
    let seen = loader.tally.fractions.get(measure.criterion).copied().unwrap_or_default();
    if !seen.are_mixed() {
        return;
    }
    let is_fraction = |figure: &Figure| match figure {
        Figure::Percent(_) => figure.cmp_decimal(Decimal::new(1, 0)).is_some_and(std::cmp::Ordering::is_lt),
        Figure::Share(_) | Figure::Amount(_) | Figure::Between(_) => false,
    };
    let fractions: Vec<(usize, u64, String)> = loader
        .areas
        .iter()
        .enumerate()
        .filter_map(|(at, area)| {
            let figure = area.figure(measure.criterion).filter(is_fraction)?;
            Some((at, area.line(), figure.to_string()))
        })
        .collect();
    for (at, line, text) in fractions {
        loader.areas.set(at, measure.criterion, None);
        let place = Place { column: plan.name(pick.column), ..loader.info.place(line) };
        loader.rejected.push(|| Rejected::new(place, Problem::FractionAmongPercentages, &text));
    }
}
