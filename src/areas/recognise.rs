//! Recognises in a table's first records where areas and figures are.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{Division, Known, named};
use super::plan::{AreaSource, Dim, Kind, MeasurePlan, Plan};
use super::recipe::{Recipe, Source};
use super::understanding::{AreaForm, DecimalMark, KeptReason, Role};
use super::words::{Says, Title, Wanted, Words, is_one_of};
use crate::criteria::Unit;
use crate::table::TableInfo;
use crate::words::column_letters;

/// As many categories as a column may have to be one of categories.
const CATEGORIES: usize = 400;

/// A record of the sample.
#[derive(Debug, Clone)]
pub(super) struct Sampled {
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
}

impl Sampled {
    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// What recognition goes by beside the records.
#[derive(Debug)]
pub(super) struct Basis<'a> {
    pub(super) words: &'a Words,
    pub(super) wanted: &'a [Wanted],
    pub(super) known: &'a Known,
    pub(super) recipe: Option<&'a Recipe>,
    /// Categories by column that an earlier pass over the whole table has found.
    pub(super) categories: &'a BTreeMap<usize, Vec<String>>,
}

/// What the cells of one column look like.
#[derive(Debug, Default)]
struct Profile {
    numbers: usize,
    texts: usize,
    distinct: Vec<String>,
    comma: bool,
    point: bool,
    /// Whether each area has one text only.
    by_area: bool,
}

/// Recognises a table; `None` if it has no column of areas.
pub(super) fn recognise(info: &TableInfo, sample: &[Sampled], basis: &Basis<'_>) -> Option<Plan> {
    let width = sample.iter().map(|record| record.cells.len()).max()?;
    let given = basis.recipe.and_then(|recipe| recipe.area.as_ref());
    let named_header = basis.recipe.and_then(|recipe| header_with(sample, &recipe.shape));
    let forced = basis.recipe.and_then(|recipe| recipe.header_line).or(named_header);
    let (source, form) = match given {
        Some(columns) if columns.column.is_none() && !columns.parts.is_empty() => {
            let header = sample.iter().find(|record| Some(record.line) == forced)?;
            let names = names(&header.cells, width);
            let parts = columns.parts.iter();
            let parts = parts.map(|part| Some((position(&names, &part.column)?, part.digits)));
            (AreaSource::Parts(parts.collect::<Option<_>>()?), AreaForm::Parts)
        }
        Some(columns) if columns.column.is_some() => {
            let wanted = columns.column.as_deref().unwrap_or_default();
            let at = sample.iter().find_map(|record| position(&names(&record.cells, width), wanted));
            let at = at.or_else(|| letter_position(wanted).filter(|at| *at < width))?;
            let form = form_of(sample, at, basis.known).map_or(AreaForm::Code, |(form, _)| form);
            (AreaSource::Cell(at, form == AreaForm::Name), form)
        }
        _ => {
            let found = (0..width)
                .filter_map(|at| form_of(sample, at, basis.known).map(|(form, score)| (score, at, form)));
            let (_, at, form) = found.max_by_key(|(score, at, _)| (*score, usize::MAX - at))?;
            (AreaSource::Cell(at, form == AreaForm::Name), form)
        }
    };
    let area_of = |record: &Sampled| source.key(basis.known, &|column| record.cell(column));
    let first = sample
        .iter()
        .position(|record| forced.is_none_or(|line| record.line > line) && area_of(record).is_some())?;
    let header_at = match forced {
        Some(line) => sample.iter().position(|record| record.line == line),
        None if info.header_first => Some(0),
        None => header_before(sample, first),
    };
    let header_at = header_at.filter(|at| *at < first);
    let header = header_at.map_or_else(Vec::new, |at| joined_header(sample, at, first, width, info));
    let names = names(&header, width);
    let titles: Vec<Title> =
        (0..width).map(|at| basis.words.title(header.get(at).map_or("", String::as_str))).collect();
    let (data, keys): (Vec<&Sampled>, Vec<String>) =
        sample.iter().skip(first).filter_map(|record| Some((record, area_of(record)?))).unzip();
    let firsts = firsts(&keys);
    let repeated = firsts.iter().enumerate().any(|(at, first)| *first < at);
    let profiles: Vec<Profile> = (0..width).map(|at| profile(&data, &firsts, at)).collect();
    let mut plan =
        Plan::new(source, form, names, header, header_at.and_then(|at| sample.get(at)).map(|r| r.line));
    plan.data_line = sample.get(first).map_or(1, |record| record.line);
    let view = View { basis, plan: &plan, titles: &titles, profiles: &profiles, repeated };
    let (roles, name_column) = view.roles(given.and_then(|columns| columns.name.as_deref()));
    let (measures, alternatives, years) = view.measures(&roles);
    let (dims, questions) = view.dims(&roles, &measures);
    let watched = view.watched(&roles, &dims, &measures);
    let is_category = |at: &usize| roles.get(*at) == Some(&Role::Category);
    let categories = (0..width).filter(is_category).map(|at| (at, view.categories(at))).collect();
    plan.categories = categories;
    if measures.is_empty() {
        plan.keys = key_columns(&data, basis.known, width);
    }
    plan.marks = profiles.iter().map(Profile::mark).collect();
    plan.roles = roles;
    plan.name_column = name_column;
    plan.dims = dims;
    plan.questions = questions;
    plan.watched = watched;
    plan.alternatives = alternatives;
    plan.years = years;
    plan.measures = measures;
    Some(plan)
}

impl Profile {
    fn mark(&self) -> Option<DecimalMark> {
        match (self.comma, self.point) {
            (true, true) => Some(DecimalMark::Both),
            (true, false) => Some(DecimalMark::Comma),
            (false, true) => Some(DecimalMark::Point),
            (false, false) => None,
        }
    }

    fn is_number(&self) -> bool {
        self.numbers > 0 && self.texts * 10 <= self.numbers
    }
}

/// Finds the columns with codes of `RegSO`, the areas that files know by name only, each with the column of their names.
fn key_columns(data: &[&Sampled], known: &Known, width: usize) -> Vec<(usize, Option<usize>)> {
    fn regso<'a>(known: &Known, cell: &'a str) -> Option<super::code::Label<'a>> {
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
                    && !super::cell::looks_numeric(name)
                    && *names.entry(label.code).or_insert(name) == name
                    && *codes.entry((label.code.get(..4), name)).or_insert(label.code) == label.code
            })
        })
    };
    (0..width).filter(has_codes).map(|code| (code, names_of(code))).collect()
}

/// Finds the first record that has all the columns of a recipe's shape.
fn header_with(sample: &[Sampled], shape: &[String]) -> Option<u64> {
    if shape.is_empty() {
        return None;
    }
    let has =
        |record: &&Sampled| shape.iter().all(|name| record.cells.iter().any(|cell| cell.trim() == name));
    sample.iter().find(has).map(|record| record.line)
}

/// Finds the header above the first area: the nearest record that is not blank and no title.
fn header_before(sample: &[Sampled], first: usize) -> Option<usize> {
    let filled = |record: &Sampled| record.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let needed = sample.get(first).map_or(1, |record| filled(record).min(2));
    (0..first).rev().find(|at| {
        sample.get(*at).is_some_and(|record| {
            let cells = filled(record);
            // `,2022` is a header with a blank first cell; a title is one long cell in the first column.
            cells >= needed || (cells == 1 && record.cells.len() > 1 && record.cell(0).trim().is_empty())
        })
    })
}

/// Joins the rows of a spreadsheet's heading, one for each variable, into one title for each column.
fn joined_header(sample: &[Sampled], at: usize, first: usize, width: usize, info: &TableInfo) -> Vec<String> {
    let bottom = sample.get(at).map(|record| record.cells.clone()).unwrap_or_default();
    if info.sheet.is_none() || first != at + 1 {
        return bottom;
    }
    let is_part = |record: &&Sampled| record.cells.iter().skip(1).any(|cell| !cell.trim().is_empty());
    let rows: Vec<&Sampled> = sample.get(..at).unwrap_or_default().iter().rev().take_while(is_part).collect();
    let mut header = bottom;
    header.resize(width, String::new());
    for row in rows {
        let mut last = String::new();
        for (column, cell) in header.iter_mut().enumerate() {
            let above = row.cell(column).trim();
            if !above.is_empty() {
                above.clone_into(&mut last);
            }
            if !last.is_empty() && column > 0 {
                let joined = [last.as_str(), cell.trim()].join(" ");
                joined.trim_end().clone_into(cell);
            }
        }
    }
    header
}

/// Names the columns: by header, or by letter where that is blank or not the only one.
pub(super) fn names(header: &[String], width: usize) -> Vec<String> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in header {
        *times.entry(cell.trim()).or_default() += 1;
    }
    (0..width)
        .map(|at| match header.get(at).map(|cell| cell.trim()) {
            Some(cell) if !cell.is_empty() && times.get(cell) == Some(&1) => cell.to_owned(),
            _ => column_letters(at),
        })
        .collect()
}

fn letter_position(letters: &str) -> Option<usize> {
    (0..16_384).find(|at| column_letters(*at) == letters)
}

fn position(names: &[String], name: &str) -> Option<usize> {
    names.iter().position(|known| known == name.trim())
}

/// Tells in which form a column has areas, and how good it is: rows of areas first, then of other levels.
fn form_of(sample: &[Sampled], column: usize, known: &Known) -> Option<(AreaForm, (usize, usize))> {
    let (mut codes, mut texts, mut by_name, mut filled, mut weight) = (0, 0, 0, 0, 0);
    let mut distinct = BTreeSet::new();
    for record in sample {
        let cell = record.cell(column).trim();
        if cell.is_empty() {
            continue;
        }
        filled += 1;
        if let Some(label) = known.label(cell) {
            codes += 1;
            texts += usize::from(!label.name.is_empty());
            let area =
                !matches!(label.division, Division::Nation | Division::County | Division::Municipality);
            weight = weight.max(match (area, label.division) {
                (true, Division::Unknown) => 2,
                (true, _) => 4,
                (false, _) if !label.name.is_empty() => 3,
                (false, _) => 1,
            });
            distinct.insert(cell);
        } else if named(cell).is_some() {
            by_name += 1;
            distinct.insert(cell);
        }
    }
    let (form, rows) = match () {
        () if codes >= by_name && texts * 2 > codes => (AreaForm::CodeAndName, codes),
        () if codes >= by_name => (AreaForm::Code, codes),
        () => (AreaForm::Name, by_name),
    };
    let weight = if form == AreaForm::Name { 2 } else { weight };
    if weight == 1 && !is_headed(sample, column) {
        return None;
    }
    // A small table may have a long footer; numbers that happen to be codes are scattered.
    (rows > 0 && rows * 4 >= filled).then_some((form, (weight, distinct.len())))
}

/// Tells whether a column's first cells name it one of areas; bare numbers of two or four digits may be anything else.
fn is_headed(sample: &[Sampled], column: usize) -> bool {
    sample.iter().take(12).any(|record| {
        let cell = record.cell(column).trim().to_lowercase();
        let words =
            ["region", "kommun", "län", "lan", "kod", "code", "område", "area", "county", "municipality"];
        words.iter().any(|word| cell.starts_with(word) || cell.ends_with(word))
    })
}

/// Tells for each row which is the first of the same area.
fn firsts(keys: &[String]) -> Vec<usize> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    keys.iter().enumerate().map(|(at, key)| *seen.entry(key).or_insert(at)).collect()
}

fn profile(data: &[&Sampled], firsts: &[usize], column: usize) -> Profile {
    let mut profile = Profile { by_area: true, ..Profile::default() };
    let mut seen = BTreeSet::new();
    for (at, (record, first)) in data.iter().zip(firsts).enumerate() {
        let cell = record.cell(column).trim();
        if *first < at && data.get(*first).is_some_and(|first| first.cell(column).trim() != cell) {
            profile.by_area = false;
        }
        if super::cell::is_missing(cell) {
            continue;
        }
        if super::cell::looks_numeric(cell) {
            profile.numbers += 1;
            profile.comma |= cell.contains(',');
            profile.point |= cell.contains('.');
        } else {
            profile.texts += 1;
        }
        if profile.distinct.len() <= CATEGORIES && seen.insert(cell) {
            profile.distinct.push(cell.to_owned());
        }
    }
    profile
}

/// Everything that the roles of columns are decided from.
struct View<'a> {
    basis: &'a Basis<'a>,
    plan: &'a Plan,
    titles: &'a [Title],
    profiles: &'a [Profile],
    repeated: bool,
}

type Measures = (Vec<MeasurePlan>, Vec<(usize, Source)>, BTreeMap<usize, String>);

impl View<'_> {
    fn columns(&self) -> impl Iterator<Item = (usize, &Title, &Profile)> {
        self.titles.iter().zip(self.profiles).enumerate().map(|(at, (title, profile))| (at, title, profile))
    }

    /// Decides for each column what it is, measures aside, and which one has the areas' names.
    fn roles(&self, name: Option<&str>) -> (Vec<Role>, Option<usize>) {
        let words = self.basis.words;
        let given = name.and_then(|name| position(&self.plan.names, name));
        let mut name_column = given;
        let mut roles = Vec::new();
        for (at, title, profile) in self.columns() {
            let listed = [&words.year, &words.age, &words.sex, &words.category]
                .iter()
                .any(|words| is_one_of(title, words));
            let few = profile.distinct.len() <= CATEGORIES && !profile.distinct.is_empty();
            let counted = || {
                let counts = |text: &String| self.basis.wanted.iter().any(|wanted| wanted.counts(text));
                profile.texts > 0 && profile.distinct.iter().any(counts)
            };
            roles.push(if self.plan.area.uses(at) {
                Role::Area
            } else if given == Some(at) {
                Role::Name
            } else if few && (listed || self.basis.categories.contains_key(&at) || counted()) {
                Role::Category
            } else if profile.is_number() {
                Role::Number
            } else if given.is_none()
                && name_column.is_none()
                && profile.by_area
                && is_one_of(title, &words.name)
            {
                name_column = Some(at);
                Role::Name
            } else if few && self.repeated && !profile.by_area {
                Role::Category
            } else {
                Role::Other
            });
        }
        // A column of texts beside bare codes, one for each area, has their names.
        if name_column.is_none() && self.plan.form == AreaForm::Code {
            let beside = self.plan.area.last_column().map(|at| at + 1).filter(|at| {
                roles.get(*at) == Some(&Role::Other)
                    && self.profiles.get(*at).is_some_and(|profile| profile.texts > 0 && profile.by_area)
            });
            if let Some(role) = beside.and_then(|at| roles.get_mut(at)) {
                *role = Role::Name;
                name_column = beside;
            }
        }
        (roles, name_column)
    }

    fn has_numbers(&self, at: usize) -> bool {
        self.profiles.get(at).is_some_and(|profile| profile.numbers > 0)
    }

    fn name(&self, at: usize) -> String {
        self.plan.names.get(at).cloned().unwrap_or_default()
    }

    fn names(&self, columns: &[usize]) -> Vec<String> {
        columns.iter().map(|at| self.name(*at)).collect()
    }

    /// Finds each criterion's columns, by the recipe or by the words.
    fn measures(&self, roles: &[Role]) -> Measures {
        let (mut plans, mut others, mut years) = (Vec::new(), Vec::new(), BTreeMap::new());
        for (criterion, wanted) in self.basis.wanted.iter().enumerate() {
            let given = self
                .basis
                .recipe
                .and_then(|recipe| recipe.measures.iter().find(|m| m.criterion == wanted.id));
            if let Some(given) = given {
                plans.extend(
                    self.kind_of(&given.from)
                        .map(|kind| MeasurePlan::new(criterion, kind, given.from.clone())),
                );
                continue;
            }
            let mut found = self.by_category(wanted, roles);
            found.extend(self.by_header(wanted, roles));
            // The newest year with figures, and of one year counts before percentages.
            let mut best: Option<usize> = None;
            for (at, (_, _, year, filled)) in found.iter().enumerate() {
                let better = best
                    .and_then(|best| found.get(best))
                    .is_none_or(|(_, _, than, before)| (filled, year) > (before, than));
                if better {
                    best = Some(at);
                }
            }
            let Some(best) = best else { continue };
            for (at, (kind, source, year, _)) in found.into_iter().enumerate() {
                if at == best {
                    years.extend(year.map(|year| (criterion, year)));
                    plans.push(MeasurePlan::new(criterion, kind, source));
                } else {
                    others.push((criterion, source));
                }
            }
        }
        // Persons by category are no plain count: which of them make up the area's is for a person to say.
        let by_category = plans.iter().any(|plan| plan.kind.category().is_some());
        let given = |criterion: usize| {
            let id = self.basis.wanted.get(criterion).map(|wanted| wanted.id.as_str());
            let mut measures = self.basis.recipe.iter().flat_map(|recipe| &recipe.measures);
            measures.any(|measure| Some(measure.criterion.as_str()) == id)
        };
        plans.retain(|plan| !by_category || !matches!(plan.kind, Kind::Amount(_)) || given(plan.criterion));
        (plans, others, years)
    }

    /// Finds the columns that a recipe names.
    fn kind_of(&self, source: &Source) -> Option<Kind> {
        let at = |name: &String| position(&self.plan.names, name);
        let all = |names: &[String]| names.iter().map(at).collect::<Option<Vec<_>>>();
        Some(match source {
            Source::None | Source::Found { .. } => return None,
            Source::Percent { column, fractions } => Kind::Percent(at(column)?, *fractions),
            Source::Count { columns, totals } => Kind::Count(all(columns)?, all(totals)?),
            Source::Amount { column } => Kind::Amount(at(column)?),
            Source::Categories { column, category, counted, total } => Kind::Categories {
                column: at(column)?,
                category: at(category)?,
                counted: counted.clone(),
                total: total.clone(),
            },
        })
    }

    fn categories(&self, at: usize) -> Vec<String> {
        match self.basis.categories.get(&at) {
            Some(all) => all.clone(),
            None => self.profiles.get(at).map(|profile| profile.distinct.clone()).unwrap_or_default(),
        }
    }

    /// Finds counts of a criterion's categories in a long table, a source for each year.
    fn by_category(&self, wanted: &Wanted, roles: &[Role]) -> Vec<(Kind, Source, Option<String>, bool)> {
        let words = self.basis.words;
        let category = (0..roles.len()).find(|at| {
            roles.get(*at) == Some(&Role::Category)
                && self.categories(*at).iter().any(|text| wanted.counts(text))
        });
        let Some(category) = category else { return Vec::new() };
        let all = self.categories(category);
        let counted: Vec<String> = all.iter().filter(|text| wanted.counts(text)).cloned().collect();
        let totals: Vec<String> = all.iter().filter(|text| words.is_total(text)).take(1).cloned().collect();
        let total = if totals.is_empty() { all } else { totals };
        let mut found = Vec::new();
        for (column, title, _) in self.columns() {
            let plain = roles.get(column) == Some(&Role::Number) && !title.is_percent();
            let other = self
                .basis
                .wanted
                .iter()
                .filter(|other| other.unit == Unit::Percent && other.id != wanted.id)
                .any(|other| other.says(title, &self.name(column)).is_some());
            if plain && !other {
                let (counted, total) = (counted.clone(), total.clone());
                let source = Source::Categories {
                    column: self.name(column),
                    category: self.name(category),
                    counted: counted.clone(),
                    total: total.clone(),
                };
                let kind = Kind::Categories { column, category, counted, total };
                found.push((kind, source, title.year.clone(), self.has_numbers(column)));
            }
        }
        found
    }

    /// Finds a criterion's columns by their headers, a source for each year.
    fn by_header(&self, wanted: &Wanted, roles: &[Role]) -> Vec<(Kind, Source, Option<String>, bool)> {
        let mut counts: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
        let mut percents = Vec::new();
        let header = |at: usize| self.plan.header.get(at).map_or("", String::as_str);
        for (at, title, _) in self.columns() {
            let of_some = wanted.unit == Unit::Persons && (title.is_percent() || has_span(header(at)));
            let free = matches!(roles.get(at), Some(Role::Number | Role::Other))
                && self.profiles.get(at).is_none_or(|p| p.texts <= p.numbers)
                && !of_some
                && self.basis.wanted.iter().all(|other| other.fit(title) <= wanted.fit(title));
            match wanted.says(title, header(at)).filter(|_| free) {
                Some(Says::Count | Says::CountOrPercent) => {
                    counts.entry(title.year.as_deref()).or_default().push(at);
                }
                Some(Says::Percent) => percents.push(at),
                Some(Says::Total) | None => {}
            }
        }
        let mut found = Vec::new();
        for (year, columns) in counts {
            if wanted.unit == Unit::Persons {
                percents.extend(columns);
                continue;
            }
            let total = columns.last().and_then(|last| self.total_for(wanted, *last, year));
            let Some(total) = total else {
                let alone = columns.iter().filter(|at| {
                    let title = self.titles.get(**at);
                    title.and_then(|title| wanted.says(title, header(**at))) == Some(Says::CountOrPercent)
                });
                percents.extend(alone);
                continue;
            };
            let source = Source::Count { columns: self.names(&columns), totals: vec![self.name(total)] };
            let filled = columns.iter().chain([&total]).all(|at| self.has_numbers(*at));
            found.push((Kind::Count(columns, vec![total]), source, year.map(str::to_owned), filled));
        }
        for at in percents {
            let year = self.titles.get(at).and_then(|title| title.year.clone());
            let (kind, source) = match wanted.unit {
                Unit::Percent => {
                    (Kind::Percent(at, None), Source::Percent { column: self.name(at), fractions: None })
                }
                Unit::Persons => (Kind::Amount(at), Source::Amount { column: self.name(at) }),
            };
            found.push((kind, source, year, self.has_numbers(at)));
        }
        found
    }

    /// Finds the total for a count: the criterion's own, else the nearest base to the right, else to the left.
    fn total_for(&self, wanted: &Wanted, count: usize, year: Option<&str>) -> Option<usize> {
        let header = |at: usize| self.plan.header.get(at).map_or("", String::as_str);
        let fits = |at: &usize| {
            let title = self.titles.get(*at);
            title.is_some_and(|title| title.year.as_deref() == year || title.year.is_none())
        };
        let own = |at: &usize| {
            self.titles.get(*at).is_some_and(|title| wanted.says(title, header(*at)) == Some(Says::Total))
        };
        let base = |at: &usize| self.titles.get(*at).is_some_and(|title| self.basis.words.is_base(title));
        let (right, left) = (count + 1..self.titles.len(), (0..count).rev());
        let all = || right.clone().chain(left.clone()).filter(fits);
        all().find(own).or_else(|| all().find(base))
    }

    /// Decides what is kept of the columns of categories that are no measure.
    fn dims(&self, roles: &[Role], measures: &[MeasurePlan]) -> (Vec<Dim>, Vec<String>) {
        let (mut dims, mut questions) = (Vec::new(), Vec::new());
        let adds = measures.iter().all(|measure| !matches!(measure.kind, Kind::Percent(..)));
        let ages: &[String] = measures
            .first()
            .and_then(|measure| self.basis.wanted.get(measure.criterion))
            .map_or(&[], |wanted| &wanted.words.ages);
        for (at, title, _) in self.columns() {
            if roles.get(at) != Some(&Role::Category)
                || measures.iter().any(|measure| measure.kind.category() == Some(at))
            {
                continue;
            }
            let all = self.categories(at);
            let given = self
                .basis
                .recipe
                .and_then(|recipe| recipe.keep.iter().find(|keep| keep.column == self.name(at)));
            let (kept, reason) = match given {
                Some(keep) => (keep.categories.clone(), KeptReason::Recipe),
                None => self.keep(title, &all, ages, adds),
            };
            if kept.is_empty() {
                questions.push(self.name(at));
            }
            dims.push(Dim { column: at, kept, reason });
        }
        (dims, questions)
    }

    fn keep(&self, title: &Title, all: &[String], ages: &[String], adds: bool) -> (Vec<String>, KeptReason) {
        let words = self.basis.words;
        if let [only] = all {
            return (vec![only.clone()], KeptReason::Only);
        }
        if is_one_of(title, &words.year) {
            return (all.iter().max().cloned().into_iter().collect(), KeptReason::Latest);
        }
        let totals: Vec<&String> = all.iter().filter(|text| words.is_total(text)).collect();
        if let [total] = totals.as_slice() {
            return (vec![(*total).clone()], KeptReason::Total);
        }
        let among = if totals.is_empty() { all.iter().collect() } else { totals };
        let preferred = ages.iter().find_map(|age| among.iter().find(|text| text.contains(age.as_str())));
        if let Some(preferred) = preferred {
            return (vec![(*preferred).clone()], KeptReason::Preferred);
        }
        let exclusive = is_one_of(title, &words.sex) || disjoint(all) || !is_one_of(title, &words.age);
        if adds && exclusive { (all.to_vec(), KeptReason::Sum) } else { (Vec::new(), KeptReason::Sum) }
    }

    /// Lists columns of few texts that might turn out to be categories when areas come again.
    fn watched(&self, roles: &[Role], dims: &[Dim], measures: &[MeasurePlan]) -> Vec<usize> {
        let used = |at: usize| {
            dims.iter().any(|dim| dim.column == at)
                || measures.iter().any(|measure| measure.kind.category() == Some(at))
        };
        let few = |profile: &Profile| profile.texts > 0 && profile.distinct.len() <= CATEGORIES;
        self.columns()
            .filter(|(at, _, profile)| roles.get(*at) == Some(&Role::Other) && !used(*at) && few(profile))
            .map(|(at, _, _)| at)
            .collect()
    }
}

/// Tells whether a header speaks of a span of ages, such as `Befolkning 20-64 år`: that is not all persons.
fn has_span(header: &str) -> bool {
    let parts: Vec<&str> = header.split(['-', '–']).map(str::trim).collect();
    let digit = |c: char| c.is_ascii_digit();
    parts.windows(2).any(|pair| matches!(pair, [from, to] if from.ends_with(digit) && to.starts_with(digit)))
}

/// Tells whether spans such as `16-24 år` exclude each other.
fn disjoint(categories: &[String]) -> bool {
    let mut spans = Vec::new();
    for text in categories {
        let mut numbers =
            text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse::<u32>().ok());
        let Some(first) = numbers.next() else { return false };
        spans.push((first, numbers.next().unwrap_or(if text.contains('+') { u32::MAX } else { first })));
    }
    spans.sort_unstable();
    spans.windows(2).all(|pair| matches!(pair, [(_, end), (start, _)] if end < start))
}
