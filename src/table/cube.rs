//! Unfolds a cube (JSON-stat, PX) into the table that the publishing software would write of it.
//!
//! The dimension of measures and the one of time become the columns, joined into one title each, all others become
//! columns of categories: the shape of the database's own CSV, so that all three are understood alike.

use super::budget::Budget;
use super::row::Row;
use super::{Category, Dimension, Flow, Interrupt, Limits, Role, Sink, TableInfo, wide};
use crate::error::{Error, Problem, Quantity};

/// Returns the texts of the cells of a dimension; of areas code and name.
fn texts(dimension: &Dimension) -> Vec<String> {
    let of = |Category { code, label, .. }: &Category| {
        let with_code = dimension.role == Role::Area && !label.starts_with(code.as_str());
        if with_code { format!("{code} {label}") } else { label.clone() }
    };
    dimension.categories.iter().map(of).collect()
}

/// Multiplies the sizes of the dimensions.
///
/// # Errors
///
/// `too-large` beyond the limit of cells, without overflow and before anything is allocated.
pub(super) fn product(sizes: impl IntoIterator<Item = u64>, budget: &Budget) -> Result<u64, Error> {
    let product = sizes.into_iter().fold(1_u64, u64::saturating_mul);
    budget.allows_cells(product)?;
    Ok(product)
}

/// A dimension with its stride in the row-major order of the values.
struct Axis {
    texts: Vec<String>,
    stride: u64,
}

/// What a cube answers for a value's flat index: the text, or `None` where the file has nothing written.
pub(super) type Value<'v> = dyn Fn(u64) -> Option<&'v str> + 'v;

/// Pushes the header and then a record for each combination of categories. What has no value written is paid for as a cell
/// that no bytes stand for, and is told as `missing` answers for it.
pub(super) fn unfold<'v>(
    info: &TableInfo,
    value: &Value<'v>,
    missing: &dyn Fn(u64) -> &'v str,
    (limits, budget): (&Limits, &Budget),
    interrupt: &dyn Interrupt,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Error> {
    let (mut stub, mut heading, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    let mut stride = 1_u64;
    for dimension in info.dimensions.iter().rev() {
        let axis = Axis { texts: texts(dimension), stride };
        stride = stride.saturating_mul(wide(dimension.categories.len()));
        if dimension.in_columns {
            heading.push(axis);
        } else {
            stub.push(axis);
            labels.push(dimension.label.as_str());
        }
    }
    stub.reverse();
    heading.reverse();
    labels.reverse();
    if stride == 0 {
        return Ok(());
    }
    let columns = heading_columns(&heading, info, labels.len(), limits)?;
    if sink.table(info)? == Flow::Stop {
        return Ok(());
    }
    let mut row = Row { line: 1, ..Row::default() };
    for label in labels.iter().copied().chain(columns.iter().map(|(title, _)| title.as_str())) {
        row.push(label);
    }
    if row.send(sink)? == Flow::Stop {
        return Ok(());
    }
    let mut position = vec![0_usize; stub.len()];
    for line in 2_u64.. {
        if line.is_multiple_of(1024) && interrupt.should_interrupt() {
            return Err(Problem::Cancelled.into());
        }
        row.begin(line);
        let (mut offset, mut unwritten) = (0_u64, 0_u64);
        for (axis, at) in stub.iter().zip(&position) {
            row.push(axis.texts.get(*at).map_or("", String::as_str));
            offset = offset.saturating_add(axis.stride.saturating_mul(wide(*at)));
        }
        for (_, column) in &columns {
            let index = offset.saturating_add(*column);
            let text = value(index).unwrap_or_else(|| {
                let text = missing(index);
                // A blank cell is paid for as any other blank one is.
                unwritten += u64::from(!text.is_empty());
                text
            });
            row.push(text);
        }
        budget.repeat(unwritten).map_err(|error| error.at(info.place(line)))?;
        if row.send(sink)? == Flow::Stop || !advance(&mut position, &stub) {
            return Ok(());
        }
    }
    Ok(())
}

/// Decides which dimensions become columns: those that the file wants there, as far as a record can have so many, but never
/// areas; else measures and time.
pub(super) fn lay_out(dimensions: &mut [Dimension], wanted: impl Fn(&Dimension) -> bool, limits: &Limits) {
    let is_heading = |dimension: &Dimension| matches!(dimension.role, Role::Measure | Role::Time);
    for dimension in dimensions.iter_mut() {
        dimension.in_columns = is_heading(dimension) || (wanted(dimension) && dimension.role != Role::Area);
    }
    let columns = dimensions.iter().filter(|dimension| dimension.in_columns);
    let width =
        columns.fold(1_u64, |width, dimension| width.saturating_mul(wide(dimension.categories.len())));
    if width.saturating_add(wide(dimensions.len())) > limits.columns {
        for dimension in dimensions {
            dimension.in_columns = is_heading(dimension);
        }
    }
}

/// Tells whether most of a dimension's codes are of the form that only areas below the municipalities have, `0114R001` or
/// `0114A0010`, whatever the dimension is called.
pub(super) fn has_area_codes(categories: &[Category]) -> bool {
    let is_area = |category: &&Category| {
        let mut bytes = category.code.bytes();
        bytes.by_ref().take(4).filter(u8::is_ascii_digit).count() == 4
            && bytes.next().is_some_and(|byte| byte.is_ascii_uppercase())
            && bytes.by_ref().take(3).filter(u8::is_ascii_digit).count() == 3
    };
    categories.iter().filter(is_area).count() * 2 > categories.len()
}

/// Lists the columns: their titles and their offsets in the values. A cube without a heading has one column.
fn heading_columns(
    heading: &[Axis],
    info: &TableInfo,
    labels: usize,
    limits: &Limits,
) -> Result<Vec<(String, u64)>, Error> {
    if heading.is_empty() {
        // The title is no heading: `Employed` may stand over a table with a dimension of employed and population.
        return Ok(vec![(info.contents.clone().unwrap_or_else(|| "value".to_owned()), 0)]);
    }
    let width = heading.iter().fold(1_u64, |width, axis| width.saturating_mul(wide(axis.texts.len())));
    // Each category's text stands in all columns that it is a part of.
    let length = heading.iter().fold(0_u64, |length, axis| {
        let own = axis.texts.iter().fold(0_u64, |own, text| own.saturating_add(wide(text.len())));
        length.saturating_add((width / wide(axis.texts.len()).max(1)).saturating_mul(own))
    });
    // What the values are stands before the heading's categories where none of them says it.
    let told =
        info.dimensions.iter().any(|dimension| dimension.role == Role::Measure && dimension.in_columns);
    let contents = info.contents.as_ref().filter(|_| !told).cloned().unwrap_or_default();
    let length = length.saturating_add(width.saturating_mul(wide(contents.len())));
    for (found, what, limit) in [
        (width.saturating_add(wide(labels)), Quantity::Columns, limits.columns),
        (length, Quantity::RowLength, limits.row_length),
    ] {
        if found > limit {
            return Err(Problem::TooLarge { what, limit }.into());
        }
    }
    let mut columns = vec![(contents, 0_u64)];
    for axis in heading {
        let next = columns.iter().flat_map(|(title, offset)| {
            axis.texts.iter().enumerate().map(move |(at, text)| {
                let title = if title.is_empty() { text.clone() } else { format!("{title} {text}") };
                (title, offset.saturating_add(axis.stride.saturating_mul(wide(at))))
            })
        });
        columns = next.collect();
    }
    Ok(columns)
}

/// Moves to the next combination, the last dimension first; `false` after the last one.
fn advance(position: &mut [usize], axes: &[Axis]) -> bool {
    for (at, axis) in position.iter_mut().zip(axes).rev() {
        *at += 1;
        if *at < axis.texts.len() {
            return true;
        }
        *at = 0;
    }
    false
}

/// How many decimals the values are published with, by measure.
#[derive(Debug)]
pub(super) struct Decimals<'a> {
    stride: u64,
    size: u64,
    by_measure: &'a [Option<u32>],
}

impl<'a> Decimals<'a> {
    /// Finds the dimension whose categories have decimals; `decimals` has a list for each dimension.
    pub(super) fn find(dimensions: &[Dimension], decimals: &'a [Vec<Option<u32>>]) -> Self {
        let mut stride = 1_u64;
        for (dimension, decimals) in dimensions.iter().zip(decimals).rev() {
            let size = wide(dimension.categories.len()).max(1);
            if decimals.iter().any(Option::is_some) {
                return Self { stride, size, by_measure: decimals };
            }
            stride = stride.saturating_mul(size);
        }
        Self { stride: 1, size: 1, by_measure: &[] }
    }

    /// Returns the decimals of the value at a flat index; 0 where none are told.
    pub(super) fn of(&self, index: u64) -> u32 {
        let at = (index / self.stride) % self.size;
        usize::try_from(at).ok().and_then(|at| self.by_measure.get(at).copied().flatten()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Never, Record};
    use super::*;

    struct Always;

    impl Interrupt for Always {
        fn should_interrupt(&self) -> bool {
            true
        }
    }

    fn dimension(label: &str, role: Role, labels: &[&str]) -> Dimension {
        let category = |label: &&str| Category { code: (*label).into(), label: (*label).into(), unit: None };
        let categories = labels.iter().map(category).collect();
        Dimension { code: label.into(), label: label.into(), role, in_columns: false, categories }
    }

    fn info(mut dimensions: Vec<Dimension>, limits: &Limits) -> TableInfo {
        lay_out(&mut dimensions, |_| false, limits);
        TableInfo { dimensions: dimensions.into(), ..TableInfo::of("a.px", Format::Px) }
    }

    fn unfolded(info: &TableInfo, limits: &Limits, interrupt: &dyn Interrupt) -> Result<Vec<String>, Error> {
        let texts: Vec<String> = (0..5_000).map(|index| index.to_string()).collect();
        // The value at index 5 stands nowhere.
        let value = |index: u64| {
            (index != 5).then(|| texts.get(usize::try_from(index).ok()?).map(String::as_str)).flatten()
        };
        let mut rows = Vec::new();
        let mut sink = |record: &Record<'_>| rows.push(record.cells().collect::<Vec<_>>().join("|"));
        let budget = Budget::new(limits, 1_000);
        unfold(info, &value, &|_| "..", (limits, &budget), interrupt, &mut sink)?;
        Ok(rows)
    }

    fn by_sex() -> Vec<Dimension> {
        vec![
            dimension("region", Role::Area, &["0114R001", "0114R002"]),
            dimension("kön", Role::Other, &["kvinnor", "män"]),
            dimension("innehåll", Role::Measure, &["Antal", "Andel"]),
            dimension("år", Role::Time, &["2022", "2023"]),
        ]
    }

    #[test]
    fn measures_and_time_are_columns_and_the_rest_are_rows() {
        let limits = Limits::default();
        let rows = unfolded(&info(by_sex(), &limits), &limits, &Never).unwrap();
        assert_eq!(rows[0], "region|kön|Antal 2022|Antal 2023|Andel 2022|Andel 2023");
        assert_eq!(rows[1], "0114R001|kvinnor|0|1|2|3");
        assert_eq!(rows[2], "0114R001|män|4|..|6|7");
        assert_eq!(rows[4], "0114R002|män|12|13|14|15");
        assert_eq!(rows.len(), 5);
    }

    #[test]
    fn what_is_not_written_is_paid_for_and_a_long_cube_can_be_stopped() {
        let few = Limits { unwritten: 0, ..Limits::default() };
        let error = unfolded(&info(by_sex(), &few), &few, &Never).unwrap_err();
        assert!(matches!(error.problem, Problem::TooLarge { limit: 0, .. }), "{error:?}");
        let labels: Vec<String> = (0..1_100).map(|at| at.to_string()).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let limits = Limits::default();
        let stopped = |length: usize| {
            let long = vec![dimension("kod", Role::Other, labels.get(..length).unwrap_or_default())];
            unfolded(&info(long, &limits), &limits, &Always).is_err()
        };
        assert!(!stopped(1_000) && stopped(1_100));
    }

    #[test]
    fn a_heading_wider_than_a_record_may_be_goes_into_rows() {
        let wanted = |columns: u64, role: Role| {
            let mut dimensions =
                vec![dimension("a", role, &["1", "2", "3"]), dimension("b", Role::Other, &["1", "2"])];
            lay_out(&mut dimensions, |one| one.label == "a", &Limits { columns, ..Limits::default() });
            dimensions[0].in_columns
        };
        assert!(wanted(5, Role::Other) && !wanted(4, Role::Other));
        assert!(!wanted(5, Role::Area));
    }

    #[test]
    fn a_heading_is_as_long_as_its_texts_in_all_columns() {
        // Two measures and two years in four columns: 2 × (5 + 5) + 2 × (4 + 4) bytes.
        let lengths = |row_length: u64| {
            let limits = Limits { row_length, ..Limits::default() };
            let error = unfolded(&info(by_sex(), &limits), &limits, &Never).err();
            error.is_some_and(|error| {
                matches!(error.problem, Problem::TooLarge { what: Quantity::RowLength, .. })
            })
        };
        assert!(!lengths(36) && lengths(35));
    }

    #[test]
    fn codes_of_areas_below_municipalities_are_known() {
        let most = |codes: &[&str]| has_area_codes(&dimension("x", Role::Other, codes).categories);
        assert!(most(&["0114R001", "0114A0010", "00"]));
        assert!(!most(&["0114R001", "00"]) && !most(&[]));
        for code in ["0114", "114AR001", "0114r001", "0114RR01", "0114R0", "01140001"] {
            assert!(!most(&[code]), "{code}");
        }
    }
}
