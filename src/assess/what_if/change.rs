//! The smallest change of one figure that makes its criterion count otherwise.

use serde::Serialize;

use crate::assess::{counts_as_met, outcome};
use crate::criteria::{Criterion, Direction, Reading, Tie};
use crate::figure::{Decimal, Figure, MAX_COUNT, Percent, Ratio, Share, pow10};

/// The smallest change of a figure, by kind of figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(untagged, rename_all_fields = "camelCase")]
pub enum Change {
    /// Of a percentage, on the grid of its own decimals.
    Percent {
        /// The signed step in percentage points.
        step: Step,
        /// The percentage after it; null where it is impossible.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
        figure: Option<Decimal>,
    },
    /// Of a count of a total. Moving both those with the property and those without it never takes fewer persons than
    /// moving the one kind that helps.
    Share {
        /// Persons of the area come to have the property, or no longer have it: the count changes, the total stays.
        fixed_total: Move,
        /// Persons move in who all have the property (count and total grow), or who all lack it (the total grows).
        moving_in: Move,
        /// Persons move out who all have the property (count and total shrink), or who all lack it (the total
        /// shrinks); at least one person stays.
        moving_out: Move,
    },
    /// Of a plain count.
    Amount {
        /// The count grows or shrinks.
        amount: Move,
    },
}

/// A step of a percentage, or that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum Step {
    /// Percentage points, negative downwards, with the figure's decimals.
    By(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Decimal),
    /// No percentage from 0 to 100 counts otherwise.
    Impossible(Impossible),
}

/// A change in whole persons, or that there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum Move {
    /// So many persons.
    By(Persons),
    /// No number of persons does it, or none within [`MAX_COUNT`].
    Impossible(Impossible),
}

/// The word for what no change can bring about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Impossible {
    /// `impossible`.
    Impossible,
}

/// The fewest persons, and the figure after the change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Persons {
    /// How many, at least 1.
    pub persons: u64,
    /// The figure after the change, unreduced; it shows the direction.
    pub figure: String,
    /// Who changes, moves in or moves out.
    pub who: Who,
}

/// Whom a change in persons is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// Persons who have the property, after the change where it is about that.
    With,
    /// Persons who lack it, after the change where it is about that.
    Without,
}

/// How far a figure can go towards the other side, with its total fixed, and still count as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
pub struct Slack {
    /// Whole persons; null for a percentage.
    pub persons: Option<u64>,
    /// Percentage points on the figure's decimals, never negative; null for counts.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub points: Option<Decimal>,
}

impl Change {
    /// Returns the smallest change that makes a figure count otherwise under a reading, in closed form; `None` where only
    /// bounds are known of it.
    pub fn of(criterion: &Criterion, reading: Reading, figure: &Figure) -> Option<Self> {
        let goal = Goal::away_from(criterion, reading, figure);
        Some(match figure {
            Figure::Percent(percent) => {
                let after = goal.percent(*percent);
                let before = percent.value();
                Self::Percent {
                    step: after.map_or(Step::Impossible(Impossible::Impossible), |after| {
                        Step::By(Decimal::new(after.units() - before.units(), before.decimals()))
                    }),
                    figure: after,
                }
            }
            Figure::Share(share) => Self::Share {
                fixed_total: goal.fixed_total(*share),
                moving_in: goal.moving_in(*share),
                moving_out: goal.moving_out(*share),
            },
            Figure::Amount(amount) => Self::Amount { amount: goal.amount(*amount) },
            Figure::Between(_) => return None,
        })
    }

    /// Returns the change in persons with fixed total, or of a plain count; `None` for a percentage and where it is
    /// impossible.
    pub fn persons(&self) -> Option<&Persons> {
        match self {
            Self::Percent { .. } => None,
            Self::Share { fixed_total: change, .. } | Self::Amount { amount: change } => change.persons(),
        }
    }

    /// Returns the signed step of a percentage; `None` for counts and where it is impossible.
    pub fn step(&self) -> Option<Decimal> {
        match self {
            Self::Percent { step: Step::By(step), .. } => Some(*step),
            Self::Percent { step: Step::Impossible(_), .. } | Self::Share { .. } | Self::Amount { .. } => {
                None
            }
        }
    }

    /// Returns how far the figure can go and still count as it does; `None` where nothing makes it count otherwise.
    pub fn slack(&self) -> Option<Slack> {
        let persons = self.persons().map(|change| change.persons.saturating_sub(1));
        let points = self.step().map(|step| Decimal::new(step.units().abs() - 1, step.decimals()));
        (persons.is_some() || points.is_some()).then_some(Slack { persons, points })
    }
}

impl Move {
    /// Returns the persons, unless it is impossible.
    pub fn persons(&self) -> Option<&Persons> {
        match self {
            Self::By(persons) => Some(persons),
            Self::Impossible(_) => None,
        }
    }

    fn new(persons: Option<Persons>) -> Self {
        persons.map_or(Self::Impossible(Impossible::Impossible), Self::By)
    }

    /// Makes a change of a share, which adds to its count and its total what `by` makes of the persons; it is impossible
    /// where no share comes of it.
    fn of_share(share: Share, who: Who, persons: Option<i128>, by: impl Fn(i128) -> (i128, i128)) -> Self {
        Self::new(persons.and_then(|persons| {
            let (count, total) = by(persons);
            let count = u64::try_from(i128::from(share.count()) + count).ok()?;
            let total = u64::try_from(i128::from(share.total()) + total).ok()?;
            let figure = Share::new(count, total).ok()?.to_string();
            Some(Persons { persons: u64::try_from(persons).ok()?, figure, who })
        }))
    }
}

/// The half line of values that a figure has to come into: where its criterion counts otherwise than now.
#[derive(Debug, Clone, Copy)]
struct Goal {
    threshold: Decimal,
    up: bool,
    /// Whether the threshold itself is in it.
    reached: bool,
}

impl Goal {
    fn away_from(criterion: &Criterion, reading: Reading, figure: &Figure) -> Self {
        let counts = counts_as_met(criterion, reading, outcome(criterion, figure)) == Some(true);
        let above = criterion.direction == Direction::Above;
        let inclusive = criterion.tie(reading) == Tie::Inclusive;
        Self { threshold: criterion.threshold.value, up: above != counts, reached: inclusive != counts }
    }

    /// Returns the smallest whole number of steps, each of which brings the figure nearer by `each`, that cover what
    /// is `lacking`; `None` where steps bring it no nearer.
    fn steps(self, lacking: i128, each: i128) -> Option<i128> {
        if each <= 0 {
            return None;
        }
        let way = Ratio::new(lacking, each);
        Some(if self.reached { way.ceil() } else { way.floor() + 1 })
    }

    /// Returns the smallest whole number of steps by which a number gets there, and the number it then is, if that is
    /// between 0 and `most`.
    fn by_steps(self, now: i128, each: i128, over: i128, most: i128) -> Option<(i128, i128)> {
        let steps = self.steps(if self.up { -over } else { over }, each)?;
        let after = now + if self.up { steps } else { -steps };
        (0..=most).contains(&after).then_some((steps, after))
    }

    fn percent(self, percent: Percent) -> Option<Decimal> {
        let value = percent.value();
        let each = pow10(self.threshold.decimals());
        let scale = pow10(value.decimals());
        let over = value.units() * each - self.threshold.units() * scale;
        let (_, units) = self.by_steps(value.units(), each, over, Decimal::HUNDRED.units() * scale)?;
        Some(Decimal::new(units, value.decimals()))
    }

    fn amount(self, amount: u64) -> Move {
        let (now, each) = (i128::from(amount), pow10(self.threshold.decimals()));
        let over = now * each - self.threshold.units();
        Move::new(self.by_steps(now, each, over, i128::from(MAX_COUNT)).and_then(|(persons, after)| {
            let figure = Figure::Amount(u64::try_from(after).ok()?).to_string();
            Some(Persons { persons: u64::try_from(persons).ok()?, figure, who: self.who() })
        }))
    }

    fn fixed_total(self, share: Share) -> Move {
        let Scaled { whole, lacking, .. } = self.scale(share);
        Move::of_share(share, self.who(), self.steps(lacking, whole), |persons| {
            (if self.up { persons } else { -persons }, 0)
        })
    }

    /// Those who move in have the property where the share is to grow, and lack it where it is to shrink.
    fn moving_in(self, share: Share) -> Move {
        let Scaled { whole, part, lacking } = self.scale(share);
        let each = if self.up { whole - part } else { part };
        Move::of_share(share, self.who(), self.steps(lacking, each), |persons| {
            (if self.up { persons } else { 0 }, persons)
        })
    }

    /// Those who move out lack the property where the share is to grow, and have it where it is to shrink.
    fn moving_out(self, share: Share) -> Move {
        let Scaled { whole, part, lacking } = self.scale(share);
        let (each, who) = if self.up { (part, Who::Without) } else { (whole - part, Who::With) };
        Move::of_share(share, who, self.steps(lacking, each), |persons| {
            (if self.up { 0 } else { -persons }, -persons)
        })
    }

    fn who(self) -> Who {
        if self.up { Who::With } else { Who::Without }
    }

    /// Scales a share against the threshold, so that all is whole: it is `whole`·count against `part`·total.
    fn scale(self, share: Share) -> Scaled {
        let (count, total) = (i128::from(share.count()), i128::from(share.total()));
        let whole = Decimal::HUNDRED.units() * pow10(self.threshold.decimals());
        let part = self.threshold.units();
        let over = whole * count - part * total;
        Scaled { whole, part, lacking: if self.up { -over } else { over } }
    }
}

/// A share against a threshold, in whole numbers.
struct Scaled {
    whole: i128,
    part: i128,
    /// How much `whole`·count and `part`·total are apart, where the figure is not yet past the threshold.
    lacking: i128,
}
