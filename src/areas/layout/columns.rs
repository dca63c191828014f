//! What each column is: its heading says so, its cells confirm.

use std::collections::{BTreeMap, BTreeSet};

use super::heading::Heading;
use super::notes::notes;
use crate::areas::told::understanding::DecimalMark;
use crate::areas::words::cell::{has_decimals, is_missing, is_suppressed, looks_numeric};
use crate::areas::words::coordinates::{Coordinates, Form, Key, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::{Lexicon, could_be_persons};
use crate::areas::words::sampled::Sampled;
use crate::table::{Role as DimensionRole, TableInfo};

/// As many categories as a column may have to be one of categories.
pub(in crate::areas) const CATEGORIES: usize = 400;

/// What a column is.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::areas) enum Column {
    Area,
    Name,
    /// Categories of a facet.
    Facet(Key),
    /// Numbers, and what the heading says of them.
    Value(Box<Coordinates>),
    Other,
}

/// What the cells of one column look like.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a column's cells")]
pub(in crate::areas) struct Profile {
    pub(in crate::areas) numbers: usize,
    pub(in crate::areas) texts: usize,
    pub(in crate::areas) distinct: Vec<String>,
    comma: bool,
    point: bool,
    /// Whether all numbers are at most 100, and whether some has decimals or a sign of percent.
    pub(in crate::areas) small: bool,
    pub(in crate::areas) decimals: bool,
    /// Whether each area has one text only, and whether some cell is blank.
    pub(super) by_area: bool,
    blank: bool,
    /// Whether each cell is a number one more than that above.
    counts_up: bool,
}

/// What columns are told by.
#[derive(Debug)]
pub(in crate::areas) struct View<'a> {
    pub(in crate::areas) lexicon: &'a Lexicon,
    pub(in crate::areas) info: &'a TableInfo,
    pub(in crate::areas) heading: &'a Heading,
    pub(in crate::areas) data: &'a [&'a Sampled],
    /// For each row, which is the first of the same area.
    pub(in crate::areas) firsts: &'a [usize],
    /// The columns of areas.
    pub(in crate::areas) area: &'a [usize],
    /// The column of names, as a recipe says.
    pub(in crate::areas) name: Option<usize>,
    /// Categories by column that an earlier pass over the whole table has found.
    pub(in crate::areas) categories: &'a BTreeMap<usize, Vec<String>>,
}

impl Profile {
    /// Tells whether the numbers are whole and too large to be percentages.
    pub(in crate::areas) fn are_counts(&self) -> bool {
        self.numbers > 0 && !self.small && !self.decimals
    }

    pub(in crate::areas) fn of(data: &[&Sampled], firsts: &[usize], column: usize) -> Self {
        let mut profile = Self { by_area: true, small: true, counts_up: data.len() > 1, ..Self::default() };
        let mut last: Option<u64> = None;
        let mut seen = BTreeSet::new();
        let mut suppressed = 0;
        for (at, (record, first)) in data.iter().zip(firsts).enumerate() {
            let cell = record.cell(column).trim();
            let number = cell.parse::<u64>().ok();
            profile.counts_up &=
                number.is_some() && (at == 0 || last.and_then(|last| last.checked_add(1)) == number);
            last = number;
            if *first < at && data.get(*first).is_some_and(|first| first.cell(column).trim() != cell) {
                profile.by_area = false;
            }
            if is_missing(cell) {
                profile.blank |= cell.is_empty();
                continue;
            }
            if looks_numeric(cell) {
                profile.numbers += 1;
                profile.comma |= cell.contains(',');
                profile.point |= cell.contains('.');
                profile.decimals |= has_decimals(cell);
                let whole = cell.split([',', '.', '%', ' ']).next().unwrap_or_default();
                profile.small &= whole.parse::<u32>().is_ok_and(|whole| whole <= 100);
            } else if is_suppressed(cell) {
                suppressed += 1;
            } else {
                profile.texts += 1;
            }
            if profile.distinct.len() <= CATEGORIES && seen.insert(cell) {
                profile.distinct.push(cell.to_owned());
            }
        }
        // Without a number beside it `<8` may be a size that areas are of.
        if profile.numbers == 0 {
            profile.texts += suppressed;
        }
        profile
    }

    /// Tells whether there is nothing but ones and noughts.
    pub(in crate::areas) fn are_flags(&self) -> bool {
        self.texts == 0 && self.distinct.iter().all(|text| matches!(text.as_str(), "0" | "1"))
    }

    pub(in crate::areas) fn mark(&self) -> Option<DecimalMark> {
        match (self.comma, self.point) {
            (true, true) => Some(DecimalMark::Both),
            (true, false) => Some(DecimalMark::Comma),
            (false, true) => Some(DecimalMark::Point),
            (false, false) => None,
        }
    }

    fn few(&self) -> bool {
        self.distinct.len() <= CATEGORIES && !self.distinct.is_empty()
    }
}

impl View<'_> {
    /// Tells what each column is.
    pub(in crate::areas) fn columns(&self, profiles: &[Profile]) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        let sexes = self.heading.sexes();
        for (at, profile) in profiles.iter().enumerate() {
            let taken: Vec<Key> = columns
                .iter()
                .filter_map(|column| if let Column::Facet(key) = column { Some(*key) } else { None })
                .collect();
            columns.push(self.column(at, profile, &taken, sexes.get(&at)));
        }
        // `Slutlig` and `Preliminär` are of two years, which tell the rows apart already.
        let (remarks, facets): (Vec<usize>, Vec<usize>) =
            (0..columns.len()).filter(|at| matches!(columns.get(*at), Some(Column::Facet(_)))).partition(
                |at| columns.get(*at) == Some(&Column::Facet((Facet::Other, *at))) && self.is_remark(*at),
            );
        if !remarks.is_empty() && self.are_told_apart(&facets) {
            for at in remarks {
                columns.splice(at..=at, [Column::Other]);
            }
        }
        self.find_name(&mut columns, profiles);
        columns
    }

    /// Tells whether a column's heading is that of comments, or of a status that is no one's on the labour market.
    fn is_remark(&self, at: usize) -> bool {
        let lowest = self.heading.lowest(at);
        self.lexicon.is_comment(lowest) || self.lexicon.facet_named(lowest) == Some(Facet::Status)
    }

    /// Tells whether each row of an area has other categories.
    fn are_told_apart(&self, facets: &[usize]) -> bool {
        let mut seen = BTreeSet::new();
        let rows = self.data.iter().zip(self.firsts);
        let mut told = rows
            .map(|(row, first)| (first, facets.iter().map(|at| row.cell(*at).trim()).collect::<Vec<_>>()));
        !facets.is_empty() && told.all(|row| seen.insert(row))
    }

    fn column(&self, at: usize, profile: &Profile, taken: &[Key], of_sex: Option<&String>) -> Column {
        if self.area.contains(&at) {
            return Column::Area;
        }
        if self.name == Some(at) {
            return Column::Name;
        }
        let lowest = self.heading.lowest(at);
        if self.lexicon.is_written(lowest) && !self.lexicon.read(lowest, None).has_measure() {
            return Column::Other;
        }
        let free = |facet: Facet| {
            let key = (facet, 0);
            if taken.contains(&key) || facet == Facet::Other { (Facet::Other, at) } else { key }
        };
        let facet = self.facet(at).filter(|facet| self.holds(*facet, at, profile));
        if let Some(facet) = facet.filter(|_| profile.few()) {
            return Column::Facet(free(facet));
        }
        let mut said = Coordinates::default();
        for (nth, layer) in self.heading.layers.get(at).into_iter().flatten().enumerate() {
            let layer = self.behind_contents(layer);
            let layer = if nth == 0 && self.has_unit(at) {
                Coordinates { form: Some(Form::Count), ..Coordinates::default() }
            } else if said.has_own_measure() {
                // What stands over a measure says of whom it is.
                let mut above = self.lexicon.around(layer);
                let is_topic = !above.has_own_measure() && self.lexicon.is_topic(layer);
                above.form = above.form.filter(|form| *form != Form::NoLevel || !is_topic);
                said.doubts.extend(above.is_over_another(&said).then(|| layer.to_owned()));
                above
            } else {
                self.lexicon.title(of_sex.filter(|_| nth == 0).map_or(layer, String::as_str))
            };
            if said == Coordinates::default() { said = layer } else { said.fill(&layer, true) }
        }
        self.of_cube(at, &mut said);
        let says_nothing = !said.has_measure() && said.form().is_none() && !said.total;
        // `Avser endast kvinnor` says it of its row, whatever the column is called.
        let of_whom = |text: &String| notes(self.lexicon, text).next().is_some();
        let is_comment = says_nothing
            && self.lexicon.is_comment(lowest)
            && !(profile.few() && profile.distinct.iter().any(of_whom));
        if says_nothing && !is_comment && !self.lexicon.is_year_of_others(lowest) && self.are_dates(profile) {
            return Column::Facet(free(Facet::Period));
        }
        if profile.counts_up && self.heading.lowest(at).is_empty() {
            // Row numbers.
            return Column::Other;
        }
        if self.lexicon.is_area(self.heading.lowest(at)) && self.info.coordinates(at).is_empty() {
            // A code of something else.
            return Column::Other;
        }
        if profile.texts > 0 && profile.numbers == 0 && self.are_units(at, profile) {
            return Column::Facet((Facet::Other, at));
        }
        let measure = said.has_measure() || said.form().is_some() || said.total || said.criterion.is_some();
        if profile.texts == 0 || measure {
            // A heading of names, such as "Kommun", may say an election too; its cells are texts.
            let named = profile.numbers == 0 && self.is_text(at);
            return if named { Column::Other } else { Column::Value(Box::new(said)) };
        }
        if profile.numbers > profile.texts {
            return Column::Value(Box::new(said));
        }
        match self.by_cells(profile).filter(|_| !is_comment) {
            Some(facet) => Column::Facet(free(facet)),
            None if self.repeats(at, profile) => Column::Facet((Facet::Other, at)),
            None => Column::Other,
        }
    }

    /// Takes a cube's contents off a heading that names its measure behind them, where they are no more than a word for statistics
    /// that nobody knows: `Områdesfakta Valdeltagande`.
    fn behind_contents<'t>(&self, layer: &'t str) -> &'t str {
        let contents = self.info.contents.as_deref();
        let behind = contents.and_then(|contents| layer.strip_prefix(contents)?.strip_prefix(' '));
        let says_nothing = || {
            let said = self.lexicon.title(contents.unwrap_or_default());
            let of_persons = said.unexplained.iter().any(|word| could_be_persons(word));
            !of_persons && Coordinates { unexplained: Vec::new(), ..said } == Coordinates::default()
        };
        behind.filter(|text| self.lexicon.title(text).has_own_measure() && says_nothing()).unwrap_or(layer)
    }

    /// Tells the facet that a column's heading, or a cube's dimension, names.
    fn facet(&self, at: usize) -> Option<Facet> {
        if let Some(dimension) = self.info.stub(at) {
            let named = [&dimension.label, &dimension.code];
            return Some(match dimension.role {
                DimensionRole::Time => Facet::Period,
                DimensionRole::Measure => Facet::Measure,
                DimensionRole::Area | DimensionRole::Other => {
                    named.iter().find_map(|name| self.lexicon.facet_named(name)).unwrap_or(Facet::Other)
                }
            });
        }
        self.lexicon
            .facet_named(self.heading.lowest(at))
            .or_else(|| self.lexicon.facet_named(&self.heading.text(at)))
    }

    /// Tells whether the cells are categories of the facet, and no figures under the same heading.
    fn holds(&self, facet: Facet, at: usize, profile: &Profile) -> bool {
        if facet == Facet::Status && self.info.stub(at).is_none() {
            // `preliminär` is a status, too, and no one's on the labour market.
            return profile.distinct.iter().any(|text| self.lexicon.read(text, None).has_measure());
        }
        if matches!(facet, Facet::Period | Facet::Sex | Facet::Age) || self.info.stub(at).is_some() {
            return true;
        }
        profile.texts > 0
            || profile.distinct.iter().all(|text| {
                let value = self.lexicon.read(text, Some(facet));
                !matches!(value.value(facet), Some(Value::Text(_)) | None)
            })
    }

    /// Adds what a cube's dimensions say of a column of values.
    fn of_cube(&self, at: usize, said: &mut Coordinates) {
        for (dimension, category) in self.info.coordinates(at) {
            let code = self.lexicon.read(&category.code, None);
            if code.has_measure() || code.total {
                said.fill(&code, true);
            }
            if let Some(unit) = &category.unit {
                said.in_unit(self.lexicon.unit(unit));
            }
            if dimension.role == DimensionRole::Time {
                let date = self.lexicon.read(&category.label, None);
                said.facets.extend(date.facets.into_iter().filter(|(key, _)| key.0 == Facet::Period));
            }
        }
    }

    /// Tells whether the lowest text above a column is a unit: `personer` below a measure, where none stands beside it.
    fn has_unit(&self, at: usize) -> bool {
        let own_measure = |text: &String| self.lexicon.title(text).has_own_measure();
        let lower = |layers: &Vec<String>| layers.len() > 1 && layers.first().is_some_and(own_measure);
        let layers = self.heading.layers.get(at).map(Vec::as_slice).unwrap_or_default();
        layers.split_first().is_some_and(|(lowest, above)| {
            self.lexicon.is_counted(lowest)
                && above.iter().any(|text| self.lexicon.title(text).has_measure())
                && !self.heading.layers.iter().any(lower)
        })
    }

    fn is_text(&self, at: usize) -> bool {
        let lowest = self.heading.lowest(at);
        self.lexicon.is_area(lowest) || self.lexicon.is_name(lowest) || lowest.is_empty()
    }

    /// Tells whether the cells are nothing but a few dates, which tell rows of one area apart.
    fn are_dates(&self, profile: &Profile) -> bool {
        let is_date = |text: &String| {
            self.lexicon.read(text, Some(Facet::Period)).value(Facet::Period).is_some_and(Value::is_date)
        };
        !profile.by_area && profile.few() && profile.distinct.iter().all(is_date)
    }

    /// Tells whether the cells are units: the heading says so, or each says a kind of number and nothing else.
    fn are_units(&self, at: usize, profile: &Profile) -> bool {
        let says_form = |text: &String| self.lexicon.read(text, None).is_only_form();
        profile.few()
            && (self.lexicon.is_unit(self.heading.lowest(at)) || profile.distinct.iter().all(says_form))
    }

    /// Tells the facet that all categories of a column without a known heading are of.
    fn by_cells(&self, profile: &Profile) -> Option<Facet> {
        if !profile.few() || profile.texts == 0 {
            return None;
        }
        // `KF` says an election under any heading; a letter alone may be anything.
        let is_election = |text: &String| {
            let said = self.lexicon.read(text, Some(Facet::Election));
            let names = matches!(said.value(Facet::Election), Some(Value::Atoms(_)));
            text.len() > 1 && names && said.is_explained()
        };
        if profile.distinct.iter().all(is_election) {
            return Some(Facet::Election);
        }
        let of = |text: &String| {
            let said = self.lexicon.read(text, None);
            // An index among them is one of measures.
            let of_index = (said.form == Some(Form::NoLevel)).then_some((Facet::Measure, 0));
            let says = said.total || of_index.is_some() || !said.facets.is_empty();
            (said.is_explained() && says).then(|| of_index.or_else(|| said.facets.keys().next().copied()))
        };
        let all: Vec<Option<Key>> = profile.distinct.iter().map(of).collect::<Option<_>>()?;
        let mut facets = all.iter().flatten().map(|key| key.0);
        let first = facets.next()?;
        let is_same = facets.all(|facet| facet == first);
        // Words for measures in one column are its variable.
        Some(if is_same || !crate::areas::words::coordinates::MEASURE.contains(&first) {
            first
        } else {
            Facet::Measure
        })
    }

    /// Tells whether a column's texts tell the rows of each area apart, throughout.
    fn repeats(&self, at: usize, profile: &Profile) -> bool {
        if !profile.few() || profile.by_area || profile.blank || profile.texts == 0 {
            return self.categories.contains_key(&at);
        }
        let areas = self.firsts.iter().enumerate().filter(|(row, first)| row == *first).count();
        let mut seen = BTreeSet::new();
        let pairs = self.data.iter().zip(self.firsts);
        let distinct =
            pairs.filter(|(row, first)| seen.insert((**first, row.cell(at).trim().to_owned()))).count();
        // A comment beside a few rows that come again is no category.
        distinct * 5 >= areas * profile.distinct.len().min(12) * 4
    }
}
