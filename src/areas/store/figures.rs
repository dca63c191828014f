//! One measure's figures of millions of areas, each packed into as few bytes as it needs.

use std::cmp::Ordering;

use super::column::Column;
use crate::figure::{Against, Figure, Percent, Share};

/// One measure's figures, four bytes each as long as they are short; areas beyond the last figure have none.
#[derive(Debug, Clone, Default)]
pub(in crate::areas) struct Figures {
    packed: Column<u32>,
    /// Figures that don't fit into four bytes.
    long: Column<u64>,
    /// Figures that don't fit into eight bytes either.
    longest: Vec<Figure>,
}

/// The two lowest bits say what the others are; a plain count is one more than it is, so that none looks missing.
const MISSING: u32 = 0;
const AMOUNT: u64 = 0;
const PERCENT: u64 = 1;
const SHARE: u64 = 2;
/// The others are a position among those that are longer.
const LONGER: u64 = 3;

/// How many bits a packed figure has.
struct Form {
    all: u32,
    /// Those for a percentage's decimals; its units have the rest.
    decimals: u32,
    /// Those for a count and for its total.
    share: u32,
}

/// Percentages with up to six decimals, and counts of an area's people.
const SHORT: Form = Form { all: 32, decimals: 3, share: 15 };
/// All percentages, and counts of a country's people.
const LONG: Form = Form { all: 64, decimals: 4, share: 31 };

impl Form {
    /// Packs a figure; `None` where it doesn't fit.
    #[inline]
    fn pack(&self, figure: Figure) -> Option<u64> {
        match figure {
            Figure::Percent(percent) => {
                let (units, decimals) = (percent.units(), u64::from(percent.decimals()));
                let fits = units >> (self.all - 2 - self.decimals) == 0 && decimals >> self.decimals == 0;
                fits.then_some((units << (2 + self.decimals)) | (decimals << 2) | PERCENT)
            }
            Figure::Share(share) => {
                let fits = share.total() >> self.share == 0;
                fits.then_some((share.count() << (2 + self.share)) | (share.total() << 2) | SHARE)
            }
            Figure::Amount(count) => {
                let more = count.checked_add(1)?;
                (more >> (self.all - 2) == 0).then_some((more << 2) | AMOUNT)
            }
            Figure::Between(_) => None,
        }
    }

    /// Undoes [`pack`](Self::pack).
    #[inline]
    fn unpack(&self, packed: u64) -> Option<Figure> {
        let part = |bits: u32| (packed >> 2) & ((1 << bits) - 1);
        match packed & 3 {
            PERCENT => {
                let decimals = u8::try_from(part(self.decimals)).ok()?;
                Percent::of_units(packed >> (2 + self.decimals), decimals).map(Figure::Percent)
            }
            SHARE => Share::new(packed >> (2 + self.share), part(self.share)).ok().map(Figure::Share),
            AMOUNT => (packed >> 2).checked_sub(1).map(Figure::Amount),
            _ => None,
        }
    }
}

impl Figures {
    /// Sets an area's figure.
    #[inline]
    pub(in crate::areas) fn set(&mut self, area: usize, figure: Option<Figure>) {
        let packed = self.pack(figure);
        if let Some(slot) = self.packed.get_mut(area) {
            *slot = packed;
            return;
        }
        while self.packed.len() < area {
            self.packed.push(MISSING);
        }
        self.packed.push(packed);
    }

    /// Tells whether the area has no figure.
    pub(in crate::areas) fn is_missing(&self, area: usize) -> bool {
        self.packed.get(area).unwrap_or(MISSING) == MISSING
    }

    /// Returns an area's figure.
    #[inline]
    pub(in crate::areas) fn get(&self, area: usize) -> Option<Figure> {
        self.figure(self.packed.get(area)?)
    }

    #[inline]
    fn figure(&self, packed: u32) -> Option<Figure> {
        if u64::from(packed) & 3 == LONGER { self.longer(packed) } else { Self::unpacked(packed) }
    }

    #[cold]
    fn longer(&self, packed: u32) -> Option<Figure> {
        let long = self.long.get(usize::try_from(packed >> 2).ok()?)?;
        if long & 3 != LONGER {
            return LONG.unpack(long);
        }
        self.longest.get(usize::try_from(long >> 2).ok()?).copied()
    }

    /// Undoes [`packed`](Self::packed).
    #[inline]
    pub(in crate::areas) fn unpacked(packed: u32) -> Option<Figure> {
        SHORT.unpack(packed.into())
    }

    /// Packs a figure into four bytes; `None` where it doesn't fit.
    #[inline]
    pub(in crate::areas) fn packed(figure: Option<Figure>) -> Option<u32> {
        match figure {
            None => Some(MISSING),
            Some(figure) => SHORT.pack(figure).and_then(|packed| u32::try_from(packed).ok()),
        }
    }

    fn pack(&mut self, figure: Option<Figure>) -> u32 {
        Self::packed(figure).unwrap_or_else(|| {
            let (at, longest) = (self.long.len(), crate::table::wide(self.longest.len()));
            let long = figure.and_then(|figure| LONG.pack(figure)).unwrap_or_else(|| {
                self.longest.extend(figure);
                (longest << 2) | LONGER
            });
            self.long.push(long);
            // No file has as many areas as thirty bits can tell.
            u32::try_from((crate::table::wide(at) << 2) | LONGER).unwrap_or(MISSING)
        })
    }

    /// Sets the packed figures of areas in a row, of which none has one yet.
    pub(in crate::areas) fn extend(&mut self, first: usize, packed: &[u32]) {
        while self.packed.len() < first {
            self.packed.push(MISSING);
        }
        self.packed.extend(packed);
    }

    /// Returns how many areas have a figure.
    pub(in crate::areas) fn count(&self) -> usize {
        self.packed.slices().map(|slice| slice.iter().filter(|packed| **packed != MISSING).count()).sum()
    }

    /// Compares all figures with a number, up to the last one, and puts what `of` makes of each answer behind `to`.
    pub(in crate::areas) fn compare<T>(
        &self,
        against: &Against,
        of: impl Fn(Option<Ordering>) -> T,
        to: &mut Vec<T>,
    ) {
        let compared = |packed: u32| {
            if u64::from(packed) & 3 == PERCENT {
                let decimals = usize::try_from((packed >> 2) & 7).unwrap_or(usize::MAX);
                against.cmp_units(packed >> 5, decimals)
            } else {
                self.figure(packed).and_then(|figure| against.cmp(&figure))
            }
        };
        for slice in self.packed.slices() {
            to.extend(slice.iter().map(|packed| of(compared(*packed))));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_come_back_as_they_went_in() {
        let counts = |counts: &[u64]| counts.iter().copied().map(Figure::Amount).collect::<Vec<_>>();
        let parsed = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect::<Vec<Figure>>();
        let short =
            parsed(&["0", "100", "58.2", "58.20", "100.000000", "13.4217727", "742/1237", "32767/32767"]);
        let short = [short, counts(&[0, 4_000, (1 << 30) - 2])].concat();
        let long = parsed(&["13.4217728", "0.00000001", "99.999999999999", "0/32768", "1/2147483647"]);
        let long = [long, counts(&[(1 << 30) - 1, (1 << 62) - 2])].concat();
        let longest = parsed(&["0/2147483648", "1000000000000/1000000000000"]);
        let longest = [longest, counts(&[(1 << 62) - 1, u64::MAX])].concat();
        let fits =
            |form: &Form, figures: &[Figure]| figures.iter().filter(|one| form.pack(**one).is_some()).count();
        assert_eq!([fits(&SHORT, &short), fits(&SHORT, &long), fits(&SHORT, &longest)], [short.len(), 0, 0]);
        assert_eq!([fits(&LONG, &long), fits(&LONG, &longest)], [long.len(), 0]);
        let given: Vec<_> = [short, long, longest].concat().into_iter().map(Some).chain([None]).collect();
        let mut figures = Figures::default();
        for (area, figure) in given.iter().enumerate() {
            figures.set(area, *figure);
        }
        let back: Vec<_> = (0..given.len()).map(|area| figures.get(area)).collect();
        assert_eq!(back, given);
        assert_eq!(figures.get(given.len()), None);
        figures.set(given.len() + 2, given[0]);
        assert_eq!((figures.get(given.len() + 1), figures.get(given.len() + 2)), (None, given[0]));
        figures.set(given.len() + 1, given[1]);
        figures.set(0, None);
        assert_eq!(
            (figures.get(given.len() + 1), figures.get(0), figures.get(1)),
            (given[1], None, given[1])
        );
    }
}
