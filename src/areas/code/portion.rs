//! Which portion of a part lies in a whole: all of it, or as much as a key's weights say.

use crate::figure::Bounds;

/// A weight among all weights of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::areas) struct Portion {
    weight: u64,
    /// Zero where the weights don't tell.
    all: u64,
}

impl Portion {
    /// Stands for a part that lies in the whole with all of it.
    pub(in crate::areas) const WHOLE: Self = Self { weight: 1, all: 1 };

    pub(in crate::areas) const fn new(weight: u64, all: u64) -> Self {
        Self { weight, all }
    }

    /// Returns how many of the part's persons lie in the whole: a portion that is no whole number is that rounded down or
    /// up, since the others have the rest. `None` where the weights don't tell.
    pub(in crate::areas) fn of(self, persons: Bounds) -> Option<Bounds> {
        let all = u128::from(self.all);
        if all == 0 {
            return None;
        }
        let weighed = |persons: u64| u128::from(persons) * u128::from(self.weight);
        let low = u64::try_from(weighed(persons.low) / all).ok()?;
        let high = u64::try_from(weighed(persons.high).div_ceil(all)).ok()?;
        Some(Bounds { low, high })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portion_is_rounded_both_ways() {
        let of = |weight, all, low, high| {
            Portion::new(weight, all).of(Bounds { low, high }).map(|b| b.to_string())
        };
        assert_eq!(of(62, 100, 50, 50), Some("31".to_owned()));
        assert_eq!(of(62, 100, 51, 51), Some("31–32".to_owned()));
        assert_eq!(of(62, 100, 0, 7), Some("0–5".to_owned()));
        assert_eq!(of(0, 100, 7, 7), Some("0".to_owned()));
        assert_eq!(of(1, 0, 7, 7), None);
        assert_eq!(of(u64::MAX, u64::MAX, u64::MAX, u64::MAX), Some(u64::MAX.to_string()));
        assert_eq!(Portion::WHOLE.of(Bounds::only(7)), Some(Bounds::only(7)));
    }
}
