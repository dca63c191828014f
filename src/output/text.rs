//! Numbers written as bytes, by the million.

use crate::figure::{Decimal, Figure};

/// Writes a whole number.
pub(super) fn whole(out: &mut Vec<u8>, number: u64) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// Writes a number as [`Decimal`] is displayed, with this decimal mark.
pub(super) fn decimal(out: &mut Vec<u8>, number: Decimal, mark: u8) {
    if number.units() < 0 {
        out.push(b'-');
    }
    let mut buffer = itoa::Buffer::new();
    let digits = match u64::try_from(number.units().unsigned_abs()) {
        Ok(units) => buffer.format(units),
        Err(_) => buffer.format(number.units().unsigned_abs()),
    };
    let decimals = usize::from(number.decimals());
    let before = digits.len().saturating_sub(decimals);
    let (whole, fraction) = digits.as_bytes().split_at_checked(before).unwrap_or_default();
    out.extend_from_slice(if whole.is_empty() { b"0" } else { whole });
    if decimals > 0 {
        out.push(mark);
        out.extend(std::iter::repeat_n(b'0', decimals - fraction.len()));
        out.extend_from_slice(fraction);
    }
}

/// Writes a figure exact and unreduced, with this decimal mark.
pub(super) fn figure(out: &mut Vec<u8>, figure: &Figure, mark: u8) {
    match figure {
        Figure::Percent(percent) => decimal(out, percent.value(), mark),
        Figure::Share(share) => {
            whole(out, share.count());
            out.push(b'/');
            whole(out, share.total());
        }
        Figure::Amount(amount) => whole(out, *amount),
        Figure::Between(between) => out.extend_from_slice(between.to_string().as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_are_displayed() {
        let units = [0, 1, 9, 10, 99, 100, 5_998, i128::from(u64::MAX), i128::MAX];
        for units in units.into_iter().flat_map(|units| [units, -units]) {
            for decimals in [0, 1, 2, 5, 24] {
                let number = Decimal::new(units, decimals);
                let mut out = Vec::new();
                decimal(&mut out, number, b'.');
                assert_eq!(String::from_utf8(out).unwrap(), number.to_string());
            }
        }
        let parsed = ["58.20", "0", "742/1237", "0.000000000001"].map(|text| text.parse().unwrap());
        for number in parsed.into_iter().chain([Figure::Amount(4_000)]) {
            let mut out = Vec::new();
            figure(&mut out, &number, b',');
            assert_eq!(String::from_utf8(out).unwrap(), number.to_string().replace('.', ","));
        }
    }
}
