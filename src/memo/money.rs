//! The money as the memo plans it, year by year, in thousands of kronor.

use serde::Serialize;

use super::tables;

/// What the memo plans for one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PlannedYear {
    /// The year.
    pub year: u16,
    /// Thousands of kronor.
    pub thousand_kronor: u64,
}

/// Returns the plan of March 2018, year by year.
pub fn plan() -> &'static [PlannedYear] {
    tables::PLAN
}

/// Returns what the memo plans for a year in thousands of kronor, or `None` for a year it does not speak of.
pub fn planned(year: u16) -> Option<u64> {
    tables::PLAN.iter().find(|planned| planned.year == year).map(|planned| planned.thousand_kronor)
}

/// Sums the whole plan, in thousands of kronor.
pub fn planned_total() -> u64 {
    tables::PLAN.iter().map(|planned| planned.thousand_kronor).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_sums_exactly() {
        assert_eq!(planned_total(), (425 + 1_350 + 8 * 2_200) * 1_000);
        assert_eq!(planned_total(), 19_375_000);
    }

    #[test]
    fn the_plan_has_ten_years_without_a_gap() {
        let years: Vec<u16> = plan().iter().map(|planned| planned.year).collect();
        assert_eq!(years, (2018..=2027).collect::<Vec<_>>());
    }

    #[test]
    fn a_year_outside_the_plan_has_no_amount_rather_than_zero() {
        assert_eq!(planned(2017), None);
        assert_eq!(planned(2018), Some(425_000));
        assert_eq!(planned(2019), Some(1_350_000));
        assert_eq!(planned(2027), Some(2_200_000));
        assert_eq!(planned(2028), None);
    }
}
