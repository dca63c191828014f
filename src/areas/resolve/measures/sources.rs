//! Where a figure is, as recipes say it: read and written.

use super::super::plan::{Kind, Pick};
use super::Search;
use crate::areas::layout::columns::Column;
use crate::areas::layout::series::Series;
use crate::areas::told::question::Take;
use crate::areas::told::recipe::{Recipe, Source};
use crate::areas::words::query::Query;

impl Search<'_> {
    /// Finds the cells that a recipe names by columns and categories.
    pub(super) fn explicit(&self, query: &Query, source: &Source, recipe: Option<&Recipe>) -> Option<Kind> {
        let keeps: Vec<(&str, &[String])> = recipe
            .iter()
            .flat_map(|recipe| &recipe.keep)
            .map(|keep| (keep.column.as_str(), keep.categories.as_slice()))
            .collect();
        let take = |more: Option<(&str, &[String])>| -> Vec<Take> {
            let all = keeps.iter().copied().filter(|(column, _)| more.is_none_or(|(own, _)| own != *column));
            let take = |(column, values): (&str, &[String])| {
                let at = self.column(column)?;
                let Some(Column::Facet((facet, _))) = self.columns.get(at) else { return None };
                Some(Take { facet: *facet, values: values.to_vec() })
            };
            more.into_iter().chain(all).filter_map(take).collect()
        };
        let picks = |name: &str, take: &[Take]| -> Option<Vec<Pick>> {
            let column = self.column(name)?;
            let combination = |nth: usize| vec![Pick { column, combination: nth }];
            if !matches!(self.columns.get(column), Some(Column::Value(_))) {
                // A column that was taken for something else has no categories beside it.
                return self.combinations.columns.is_empty().then(|| combination(0));
            }
            let settled = self.looked.explicit(query, column, take)?;
            let pick = |series: &&Series| Pick { column: series.column, combination: series.combination };
            Some(settled.series.iter().map(pick).collect())
        };
        let all = |names: &[String]| -> Option<Vec<Pick>> {
            let take = take(None);
            let found: Option<Vec<_>> = names.iter().map(|name| picks(name, &take)).collect();
            Some(found?.concat())
        };
        Some(match source {
            Source::None | Source::Found { .. } => return None,
            Source::Percent { column, fractions } => match picks(column, &take(None))?.as_slice() {
                [pick] => Kind::Percent(*pick, *fractions),
                _ => return None,
            },
            Source::Count { columns, totals } => Kind::Count(all(columns)?, all(totals)?),
            Source::Amount { column } => Kind::Amount(picks(column, &take(None))?),
            Source::Categories { column, category, counted, total } => Kind::Count(
                picks(column, &take(Some((category.as_str(), counted.as_slice()))))?,
                picks(column, &take(Some((category.as_str(), total.as_slice()))))?,
            ),
        })
    }

    /// Writes where a figure is as a recipe says it.
    pub(super) fn source(&self, kind: &Kind) -> Source {
        let names = |picks: &[Pick]| {
            let mut names: Vec<String> = Vec::new();
            for name in picks.iter().map(|pick| self.name(pick.column)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names
        };
        let first = |picks: &[Pick]| names(picks).into_iter().next().unwrap_or_default();
        match kind {
            Kind::Percent(pick, fractions) => {
                Source::Percent { column: self.name(pick.column), fractions: *fractions }
            }
            Kind::Amount(picks) => Source::Amount { column: first(picks) },
            Kind::Count(counts, totals) => {
                let of = |picks: &[Pick], nth: usize| {
                    let mut texts: Vec<String> = Vec::new();
                    for pick in picks {
                        let row = self.combinations.rows.get(pick.combination);
                        let text = row.and_then(|row| row.get(nth)).cloned().unwrap_or_default();
                        if !texts.contains(&text) {
                            texts.push(text);
                        }
                    }
                    texts
                };
                let nth =
                    (0..self.combinations.columns.len()).find(|nth| of(counts, *nth) != of(totals, *nth));
                match (nth, names(counts) == names(totals)) {
                    (Some(nth), true) => Source::Categories {
                        column: first(counts),
                        category: self
                            .combinations
                            .columns
                            .get(nth)
                            .map(|at| self.name(*at))
                            .unwrap_or_default(),
                        counted: of(counts, nth),
                        total: of(totals, nth),
                    },
                    _ => Source::Count { columns: names(counts), totals: names(totals) },
                }
            }
        }
    }
}
