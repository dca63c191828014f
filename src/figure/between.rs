//! A count, or a count of a total, of which only bounds are known: a suppressed `<8` of 600, or persons that a key splits.

use std::fmt;

use super::{Decimal, Figure, Share};
use crate::error::{Error, Problem};

/// A count from `low` to `high`, both ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bounds {
    /// The fewest persons.
    pub low: u64,
    /// The most persons.
    pub high: u64,
}

/// A count within bounds, alone or of a total within bounds; they move independently, but the count never exceeds the total.
///
/// Both ends fit into 32 bits, as no area has more people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    count: [u32; 2],
    /// Zeros where there is none.
    total: [u32; 2],
}

impl Bounds {
    /// Returns the bounds that hold one count alone.
    pub const fn only(count: u64) -> Self {
        Self { low: count, high: count }
    }

    /// Returns the count, where there is only one.
    pub fn known(self) -> Option<u64> {
        (self.low == self.high).then_some(self.low)
    }

    /// Returns the bounds of the sum with another count, independent of this one.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { low: self.low.saturating_add(other.low), high: self.high.saturating_add(other.high) }
    }

    fn short(self) -> Result<[u32; 2], Error> {
        let short = |count: u64| {
            u32::try_from(count).map_err(|_| Error::from(Problem::TooManyDigits { text: count.to_string() }))
        };
        Ok([short(self.low)?, short(self.high)?])
    }
}

impl Figure {
    /// Takes a plain count within bounds.
    ///
    /// # Errors
    /// `too-many-digits` for bounds beyond 32 bits.
    pub fn amount_within(count: Bounds) -> Result<Self, Error> {
        match count.known() {
            Some(count) => Ok(Self::Amount(count)),
            None => Ok(Self::Between(Between { count: count.short()?, total: [0, 0] })),
        }
    }

    /// Takes a count of a total, both within bounds. What contradicts itself is cut off: a total below the fewest persons
    /// with the property, or none at all, and more of them than the largest total has.
    ///
    /// # Errors
    /// Those of [`Share::new`], and `too-many-digits` for bounds beyond 32 bits.
    pub fn share_within(count: Bounds, total: Bounds) -> Result<Self, Error> {
        if let (Some(count), Some(total)) = (count.known(), total.known()) {
            return Share::new(count, total).map(Self::Share);
        }
        if total.high == 0 || count.low > total.high {
            return Share::new(count.low, total.high).map(Self::Share);
        }
        let total = Bounds { low: total.low.max(count.low).max(1), ..total };
        let count = Bounds { high: count.high.min(total.high), ..count };
        match (count.known(), total.known()) {
            (Some(count), Some(total)) => Share::new(count, total).map(Self::Share),
            _ => Ok(Self::Between(Between { count: count.short()?, total: total.short()? })),
        }
    }

    /// Returns the persons, and the total that they are of unless it is a plain count; `None` for a percentage, which says
    /// neither.
    pub fn counts(&self) -> Option<(Bounds, Option<Bounds>)> {
        match self {
            Self::Percent(_) => None,
            Self::Share(share) => Some((Bounds::only(share.count), Some(Bounds::only(share.total)))),
            Self::Amount(amount) => Some((Bounds::only(*amount), None)),
            Self::Between(between) => Some((between.count(), between.total())),
        }
    }

    /// Returns what it stands for as the figures of the lowest and of the highest value; the same one twice unless it is
    /// [`Between`].
    pub fn ends(&self) -> (Self, Self) {
        match self {
            Self::Between(between) => between.ends(),
            Self::Percent(_) | Self::Share(_) | Self::Amount(_) => (*self, *self),
        }
    }

    /// Returns the end that is nearest to a number, which speaks for all values in between; `None` where they lie on both
    /// sides of it, or some exactly on it.
    pub fn nearest(&self, number: Decimal) -> Option<Self> {
        let (low, high) = self.ends();
        if low == high {
            return Some(low);
        }
        let (from, to) = (low.ratio().cmp_decimal(number), high.ratio().cmp_decimal(number));
        (from == to).then_some(if from.is_lt() { high } else { low })
    }
}

impl Between {
    /// Returns the bounds of the count.
    pub fn count(self) -> Bounds {
        bounds(self.count)
    }

    /// Returns the bounds of the total; `None` for a plain count.
    pub fn total(self) -> Option<Bounds> {
        (self.total != [0, 0]).then_some(bounds(self.total))
    }

    fn ends(self) -> (Figure, Figure) {
        let count = self.count();
        let Some(total) = self.total() else {
            return (Figure::Amount(count.low), Figure::Amount(count.high));
        };
        // Where the count could be the whole total, 100 percent is reached whatever that total is.
        let most = count.high.min(total.low);
        let share = |count, total| Figure::Share(Share { count, total });
        (share(count.low, total.high), share(most, total.low))
    }
}

fn bounds([low, high]: [u32; 2]) -> Bounds {
    Bounds { low: low.into(), high: high.into() }
}

/// Writes one number, or `1–4`.
impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.known() {
            Some(count) => count.fmt(f),
            None => write!(f, "{}–{}", self.low, self.high),
        }
    }
}

/// Writes `0–7/600`, `812–815/1100–1102`, and `0–7` for a plain count.
impl fmt::Display for Between {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.count().fmt(f)?;
        match self.total() {
            Some(total) => write!(f, "/{total}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(count: (u64, u64), total: (u64, u64)) -> Result<Figure, &'static str> {
        let bounds = |(low, high)| Bounds { low, high };
        Figure::share_within(bounds(count), bounds(total)).map_err(|error| error.code())
    }

    #[test]
    fn what_contradicts_itself_is_cut_off() {
        let text = |count, total| of(count, total).map(|figure| figure.to_string());
        assert_eq!(text((0, 7), (600, 600)).unwrap(), "0–7/600");
        assert_eq!(text((0, 7), (5, 5)).unwrap(), "0–5/5");
        assert_eq!(text((3, 4), (0, 9)).unwrap(), "3–4/3–9");
        assert_eq!(of((0, 0), (0, 1)), Ok(Figure::Share(Share { count: 0, total: 1 })));
        assert_eq!(text((5, 5), (9, 9)).unwrap(), "5/9");
        assert_eq!(text((0, 7), (0, 0)), Err("total-zero"));
        assert_eq!(text((6, 7), (5, 5)), Err("count-above-total"));
        assert_eq!(text((0, 1 << 32), (1 << 33, 1 << 33)), Err("too-many-digits"));
        assert_eq!(Figure::amount_within(Bounds { low: 0, high: 7 }).unwrap().to_string(), "0–7");
        assert_eq!(Figure::amount_within(Bounds::only(7)).unwrap(), Figure::Amount(7));
    }

    #[test]
    fn the_ends_and_the_nearest_one_are_those_of_all_values_in_between() {
        for (low, high) in (0..6_u64).flat_map(|low| (low..6).map(move |high| (low, high))) {
            for (from, to) in (1..9_u64).flat_map(|from| (from..9).map(move |to| (from, to))) {
                let Ok(figure) = of((low, high), (from, to)) else { continue };
                let all: Vec<Share> = (from..=to)
                    .flat_map(|total| (low..=high).filter_map(move |count| Share::new(count, total).ok()))
                    .collect();
                for number in [0, 20, 25, 40, 50, 99, 100] {
                    let number = Decimal::new(number, 0);
                    let order = |share: &Share| Figure::Share(*share).ratio().cmp_decimal(number);
                    let first = all.first().map(order);
                    let same = all.iter().all(|share| Some(order(share)) == first);
                    assert_eq!(figure.cmp_decimal(number), first.filter(|_| same), "{figure} {number}");
                    if let Some(nearest) = figure.nearest(number) {
                        let away = |figure: Figure| {
                            let away = figure.ratio().minus(number);
                            (away.numerator().abs(), away.denominator())
                        };
                        let (a, b) = away(nearest);
                        let farther = |share: &Share| {
                            let (c, d) = away(Figure::Share(*share));
                            a * d <= c * b
                        };
                        assert!(all.iter().all(farther), "{figure} {number}");
                    }
                }
            }
        }
    }
}
