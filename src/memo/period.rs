//! Applying as the memo has it: which years an application covers, and who distributes on a given day.

use serde::Serialize;

use super::date::Date;
use super::money::{plan, planned};
use super::tables;
use crate::error::{Error, Problem};

/// The years that one application covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// Its years, in order.
    pub years: Vec<PeriodYear>,
    /// What the memo plans for the whole country in these years, in thousands of kronor; years without a plan add
    /// nothing.
    pub planned_thousand_kronor: u64,
    /// Whether the memo plans money for each of the years.
    pub planned_throughout: bool,
    /// The first year of the extension that a municipality may then apply for.
    pub extension_from: u16,
    /// Whether the memo plans money for that year.
    pub extension_planned: bool,
}

/// One year of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct PeriodYear {
    /// The year.
    pub year: u16,
    /// What the memo plans for the whole country, in thousands of kronor; absent for a year it does not speak of.
    pub thousand_kronor: Option<u64>,
    /// Whether the reform programme still runs.
    pub in_programme: bool,
}

/// A time during which one authority distributes the money, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// The span's stable id, under which its text and source stand in the data.
    pub id: &'static str,
    /// The first day.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub from: Date,
    /// The last day; absent where no end is known.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub to: Option<Date>,
    /// The authority's id; absent where none distributes or it is not known which.
    pub authority: Option<&'static str>,
}

/// Who distributes on a day: as the memo planned it, and as it came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Distribution {
    /// As the memo has it; absent outside the years it speaks of.
    pub plan: Option<Span>,
    /// As far as is known; absent before the support existed.
    pub outcome: Option<Span>,
}

/// Returns the period that begins in a year.
///
/// Fails with [`Problem::YearOutsidePlan`] for a year in which the memo plans no money.
///
/// ```
/// use troskel::memo::period;
///
/// assert_eq!(period(2027)?.extension_from, 2030);
/// assert_eq!(period(2028).unwrap_err().code(), "year-outside-plan");
/// # Ok::<(), troskel::Error>(())
/// ```
pub fn period(start: u16) -> Result<Period, Error> {
    if planned(start).is_none() {
        return Err(outside(start));
    }
    let extension_from = start.saturating_add(tables::APPLICATION_YEARS);
    let (first, last) = tables::PROGRAMME;
    let years: Vec<PeriodYear> = (start..extension_from)
        .map(|year| PeriodYear {
            year,
            thousand_kronor: planned(year),
            in_programme: (first..=last).contains(&year),
        })
        .collect();
    Ok(Period {
        planned_thousand_kronor: years.iter().filter_map(|year| year.thousand_kronor).sum(),
        planned_throughout: years.iter().all(|year| year.thousand_kronor.is_some()),
        extension_from,
        extension_planned: planned(extension_from).is_some(),
        years,
    })
}

/// Returns who distributes on a day.
pub fn distribution(date: Date) -> Distribution {
    Distribution {
        plan: span(tables::PLANNED_DISTRIBUTION, date),
        outcome: span(tables::ACTUAL_DISTRIBUTION, date),
    }
}

fn span(spans: &[Span], date: Date) -> Option<Span> {
    spans.iter().find(|span| span.from <= date && span.to.is_none_or(|to| date <= to)).copied()
}

fn outside(year: u16) -> Error {
    let first = plan().first().map_or(year, |planned| planned.year);
    let last = plan().last().map_or(year, |planned| planned.year);
    Problem::YearOutsidePlan { year, first, last }.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(start: u16) -> Vec<(u16, Option<u64>, bool)> {
        let period = period(start).unwrap();
        period.years.iter().map(|year| (year.year, year.thousand_kronor, year.in_programme)).collect()
    }

    #[track_caller]
    fn distributes(day: &str, by_plan: Option<&str>, in_fact: Option<&str>) {
        let Distribution { plan, outcome } = distribution(day.parse().unwrap());
        assert_eq!((plan.map(|span| span.id), outcome.map(|span| span.id)), (by_plan, in_fact), "{day}");
    }

    #[test]
    fn an_application_covers_three_years() {
        assert_eq!(
            years(2018),
            [(2018, Some(425_000), true), (2019, Some(1_350_000), true), (2020, Some(2_200_000), true)]
        );
        let period = period(2018).unwrap();
        assert_eq!(period.planned_thousand_kronor, 3_975_000);
        assert!(period.planned_throughout);
        assert_eq!((period.extension_from, period.extension_planned), (2021, true));
    }

    #[test]
    fn the_programme_ends_before_the_money() {
        assert_eq!(
            years(2025),
            [(2025, Some(2_200_000), true), (2026, Some(2_200_000), false), (2027, Some(2_200_000), false)]
        );
        let period = period(2025).unwrap();
        assert!(period.planned_throughout);
        assert_eq!((period.extension_from, period.extension_planned), (2028, false));
    }

    #[test]
    fn a_period_may_outlast_the_plan() {
        assert_eq!(years(2027), [(2027, Some(2_200_000), false), (2028, None, false), (2029, None, false)]);
        let period = period(2027).unwrap();
        assert_eq!(period.planned_thousand_kronor, 2_200_000);
        assert!(!period.planned_throughout);
    }

    #[test]
    fn no_period_begins_outside_the_plan() {
        for year in [0, 2017, 2028, u16::MAX] {
            let error = period(year).unwrap_err();
            assert_eq!(error.problem, Problem::YearOutsidePlan { year, first: 2018, last: 2027 });
        }
    }

    #[test]
    fn the_distributor_changes_on_the_days_the_sources_name() {
        distributes("2017-12-31", None, None);
        distributes("2018-01-01", Some("plan-2018"), Some("outcome-before"));
        distributes("2018-04-18", Some("plan-2018"), Some("outcome-before"));
        distributes("2018-04-19", Some("plan-2018"), Some("outcome-tillvaxtverket"));
        distributes("2018-12-31", Some("plan-2018"), Some("outcome-tillvaxtverket"));
        distributes("2019-01-01", Some("plan-2019"), Some("outcome-tillvaxtverket"));
        distributes("2020-12-31", Some("plan-2019"), Some("outcome-tillvaxtverket"));
        distributes("2021-01-01", Some("plan-2019"), Some("outcome-delmos"));
        distributes("2022-01-01", Some("plan-2019"), Some("outcome-closing"));
        distributes("2022-12-31", Some("plan-2019"), Some("outcome-closing"));
        distributes("2023-01-01", Some("plan-2019"), Some("outcome-closed"));
        distributes("2027-12-31", Some("plan-2019"), Some("outcome-closed"));
        distributes("2028-01-01", None, Some("outcome-closed"));
    }

    #[test]
    fn the_spans_leave_no_gap() {
        for spans in [tables::PLANNED_DISTRIBUTION, tables::ACTUAL_DISTRIBUTION] {
            for pair in spans.windows(2) {
                let (before, after) = (pair[0], pair[1]);
                let end = before.to.expect("only the last span may be open");
                let next = match (end.month, end.day) {
                    (12, 31) => Date { year: end.year + 1, month: 1, day: 1 },
                    _ => Date { day: end.day + 1, ..end },
                };
                assert_eq!(after.from, next, "{} to {}", before.id, after.id);
            }
        }
    }

    #[test]
    fn planned_and_actual_authority_differ_after_2018() {
        let on = |day: &str| {
            let Distribution { plan, outcome } = distribution(day.parse().unwrap());
            (plan.and_then(|span| span.authority), outcome.and_then(|span| span.authority))
        };
        assert_eq!(on("2018-06-01"), (Some("tillvaxtverket"), Some("tillvaxtverket")));
        assert_eq!(on("2019-06-01"), (Some("delmos"), Some("tillvaxtverket")));
        assert_eq!(on("2021-06-01"), (Some("delmos"), Some("delmos")));
        assert_eq!(on("2024-06-01"), (Some("delmos"), None));
    }
}
