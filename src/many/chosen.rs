//! Which areas of a run a question is about.

use super::run::Run;
use super::view::index;

/// All areas of a run, or some of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// For each position whether it is one of them; `None` where all are.
    some: Option<Vec<bool>>,
}

impl Chosen {
    /// Chooses all areas.
    pub fn all() -> Self {
        Self { some: None }
    }

    /// Chooses the areas of a run at these positions.
    pub fn of(run: &Run, positions: &[u32]) -> Self {
        if positions.len() == run.len() {
            return Self::all();
        }
        let mut some = vec![false; run.len()];
        for position in positions {
            if let Some(one) = some.get_mut(index(*position)) {
                *one = true;
            }
        }
        Self { some: Some(some) }
    }

    /// Tells whether the area at a position is one of them.
    pub fn has(&self, position: usize) -> bool {
        self.some.as_ref().is_none_or(|some| some.get(position).copied().unwrap_or(false))
    }

    /// Tells whether all areas are chosen.
    pub fn is_all(&self) -> bool {
        self.some.is_none()
    }
}
