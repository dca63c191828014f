//! Numbers of areas that stay the same or grow by the same step from one area to the next, as lines of a file do.

use std::ops::Range;

/// A list of numbers, kept as runs.
#[derive(Debug, Clone, Default)]
pub(super) struct Runs {
    runs: Vec<Run>,
    len: u32,
}

/// Numbers from one position on: `first`, `first + step`, and so on, modulo 2³².
#[derive(Debug, Clone, Copy)]
struct Run {
    from: u32,
    first: u32,
    step: u32,
}

impl Run {
    fn at(self, position: u32) -> u32 {
        self.first.wrapping_add(self.step.wrapping_mul(position - self.from))
    }
}

impl Runs {
    /// Adds a number.
    #[inline]
    pub(super) fn push(&mut self, number: u32) {
        let len = self.len;
        self.len += 1;
        match self.runs.last_mut() {
            Some(run) if run.from + 1 == len => run.step = number.wrapping_sub(run.first),
            Some(run) if run.at(len) == number => {}
            _ => self.runs.push(Run { from: len, first: number, step: 0 }),
        }
    }

    /// Adds so many numbers that grow by `step`.
    pub(super) fn extend(&mut self, first: u32, step: u32, count: u32) {
        // After three, whatever was before, the last run is theirs.
        let few = count.min(3);
        for nth in 0..few {
            self.push(first.wrapping_add(step.wrapping_mul(nth)));
        }
        self.len += count - few;
    }

    /// Returns all numbers in order, each with the positions in a row that have it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, Range<usize>)> {
        let ends = self.runs.iter().skip(1).map(|run| run.from).chain([self.len]);
        self.runs.iter().zip(ends).flat_map(|(run, end)| {
            let at = |position: u32| usize::try_from(position).unwrap_or(usize::MAX);
            let width = if run.step == 0 { end - run.from } else { 1 };
            let starts = (run.from..end).step_by(at(width));
            starts.map(move |start| (run.at(start), at(start)..at(start + width)))
        })
    }

    /// Returns a number by its position.
    #[inline]
    pub(super) fn get(&self, position: usize) -> Option<u32> {
        let position = u32::try_from(position).ok().filter(|position| *position < self.len)?;
        let run = match self.runs.as_slice() {
            [only] => only,
            runs => runs.get(runs.partition_point(|run| run.from <= position).checked_sub(1)?)?,
        };
        Some(run.at(position))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn all(runs: &Runs) -> Vec<u32> {
        let all: Vec<u32> = (0..usize::try_from(runs.len).unwrap()).map(|at| runs.get(at).unwrap()).collect();
        let iterated = runs.iter().flat_map(|(number, positions)| positions.map(move |_| number));
        assert!(iterated.eq(all.iter().copied()));
        all
    }

    #[test]
    fn numbers_come_back_however_they_follow_each_other() {
        for number in 0..4_u32.pow(7) {
            let numbers: Vec<u32> = (0..7)
                .map(|at| [0, 1, 2, u32::MAX][usize::try_from(number / 4_u32.pow(at) % 4).unwrap()])
                .collect();
            let mut runs = Runs::default();
            for number in &numbers {
                runs.push(*number);
            }
            assert_eq!((all(&runs), runs.get(7)), (numbers, None));
        }
    }

    #[test]
    fn many_at_once_are_as_one_by_one() {
        let befores: [&[u32]; 6] = [&[], &[3], &[3, 4], &[3, 5], &[7, 9, 2], &[1]];
        for (before, step, count) in befores.into_iter().flat_map(|before| {
            [(before, 1, 9), (before, 0, 5), (before, 4, 1), (before, 2, 2), (before, 2, 3), (before, 2, 0)]
        }) {
            let (mut one, mut other) = (Runs::default(), Runs::default());
            for number in before {
                one.push(*number);
                other.push(*number);
            }
            one.extend(5, step, count);
            for nth in 0..count {
                other.push(5 + step * nth);
            }
            assert_eq!(all(&one), all(&other));
            one.push(1);
            assert_eq!(all(&one).last(), Some(&1));
        }
    }

    #[test]
    fn a_million_lines_are_one_run() {
        let mut runs = Runs::default();
        (0..1_000_000).for_each(|nth| runs.push(2 + 18 * nth));
        assert_eq!((runs.runs.len(), runs.get(999_999)), (1, Some(2 + 18 * 999_999)));
    }
}
