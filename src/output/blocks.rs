//! Rows written some hundreds at a time, on every core where there are threads, and handed on in their order.

use crate::error::Error;

/// Areas of one block: what is written of them fits into the memory next to a core.
const AREAS: usize = 1 << 10;

/// Some areas, to be written as rows.
#[derive(Debug)]
pub(super) struct Share {
    /// How many areas come before them.
    pub(super) first: usize,
    /// Their positions in the run.
    pub(super) positions: Vec<usize>,
}

/// Cuts positions into shares.
struct Shares<P> {
    positions: P,
    first: usize,
}

impl<P: Iterator<Item = usize>> Iterator for Shares<P> {
    type Item = Share;

    fn next(&mut self) -> Option<Share> {
        let positions: Vec<usize> = self.positions.by_ref().take(AREAS).collect();
        let first = self.first;
        self.first += positions.len();
        (!positions.is_empty()).then_some(Share { first, positions })
    }
}

/// Writes all areas by share: `writer` makes what writes one, anew for each thread, since it may keep what it has written
/// before; `take` is called with each share, written, in order.
///
/// # Errors
/// Those of `take`, after which nothing is written any more.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn in_order<B: Default + Send, W: FnMut(&Share, &mut B)>(
    positions: impl ExactSizeIterator<Item = usize>,
    writer: impl Fn() -> W + Sync,
    take: impl FnMut(&B) -> Result<(), Error>,
) -> Result<(), Error> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = cores.min(positions.len().div_ceil(AREAS));
    let shares = Shares { positions, first: 0 };
    if threads > 1 {
        threaded::in_order(shares, threads, &writer, take)
    } else {
        one_by_one(shares, writer(), take)
    }
}

#[cfg(target_arch = "wasm32")]
pub(super) fn in_order<B: Default, W: FnMut(&Share, &mut B)>(
    positions: impl ExactSizeIterator<Item = usize>,
    writer: impl Fn() -> W,
    take: impl FnMut(&B) -> Result<(), Error>,
) -> Result<(), Error> {
    one_by_one(Shares { positions, first: 0 }, writer(), take)
}

fn one_by_one<B: Default>(
    shares: impl Iterator<Item = Share>,
    mut write: impl FnMut(&Share, &mut B),
    mut take: impl FnMut(&B) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut written = B::default();
    for share in shares {
        write(&share, &mut written);
        take(&written)?;
    }
    Ok(())
}

#[cfg(not(target_arch = "wasm32"))]
mod threaded {
    use std::panic::resume_unwind;
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::thread::{Scope, ScopedJoinHandle};

    use super::Share;
    use crate::error::{Error, Problem};

    /// Shares that a thread may be given at a time, so that it need not wait for the next.
    const AHEAD: usize = 2;

    /// A thread that writes shares; what is taken comes back to be filled again.
    struct Writing<'scope, B> {
        shares: Sender<(Share, B)>,
        written: Receiver<B>,
        thread: ScopedJoinHandle<'scope, ()>,
    }

    impl<'scope, B: Send + 'scope> Writing<'scope, B> {
        fn new<'env, W: FnMut(&Share, &mut B)>(
            scope: &'scope Scope<'scope, 'env>,
            writer: &'scope (impl Fn() -> W + Sync),
        ) -> Self {
            let (shares, given) = channel::<(Share, B)>();
            let (done, written) = channel();
            let thread = scope.spawn(move || {
                let mut write = writer();
                for (share, mut buffer) in given {
                    write(&share, &mut buffer);
                    // Nobody waits for it after an error.
                    if done.send(buffer).is_err() {
                        return;
                    }
                }
            });
            Self { shares, written, thread }
        }
    }

    pub(super) fn in_order<B: Default + Send, W: FnMut(&Share, &mut B)>(
        mut shares: impl Iterator<Item = Share>,
        threads: usize,
        writer: &(impl Fn() -> W + Sync),
        mut take: impl FnMut(&B) -> Result<(), Error>,
    ) -> Result<(), Error> {
        std::thread::scope(|scope| {
            let mut threads: Vec<_> = (0..threads).map(|_| Writing::new(scope, writer)).collect();
            let mut spare: Vec<B> = Vec::new();
            let (mut given, mut taken) = (0, 0);
            loop {
                while given - taken < AHEAD * threads.len() {
                    let Some(share) = shares.next() else { break };
                    if let Some(thread) = threads.get(given % threads.len()) {
                        // A thread that has panicked is found out about when its share is taken.
                        let _ = thread.shares.send((share, spare.pop().unwrap_or_default()));
                    }
                    given += 1;
                }
                if taken == given {
                    return Ok(());
                }
                let turn = taken % threads.len();
                let Some(written) = threads.get(turn).and_then(|thread| thread.written.recv().ok()) else {
                    return match threads.swap_remove(turn).thread.join() {
                        // It ends by itself only when nobody takes what it writes.
                        Ok(()) => Err(Problem::Cancelled.into()),
                        Err(panic) => resume_unwind(panic),
                    };
                };
                taken += 1;
                take(&written)?;
                spare.push(written);
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Problem;

    fn written(areas: usize) -> Vec<usize> {
        let mut all = Vec::new();
        let writer = || {
            |share: &Share, to: &mut Vec<usize>| {
                to.clear();
                to.extend(share.positions.iter().zip(share.first..).map(|(position, at)| position + at));
            }
        };
        in_order(0..areas, writer, |some: &Vec<usize>| {
            all.extend(some);
            Ok(())
        })
        .unwrap();
        all
    }

    #[test]
    fn shares_come_in_order_however_many_threads_write_them() {
        for areas in [0, 1, AREAS, AREAS + 1, 37 * AREAS + 5] {
            assert!(written(areas).into_iter().eq((0..areas).map(|at| 2 * at)), "{areas}");
        }
    }

    #[test]
    fn whoever_takes_them_may_refuse() {
        let mut taken = 0;
        let refused = in_order(
            0..100 * AREAS,
            || |_: &Share, _: &mut Vec<u8>| {},
            |_| {
                taken += 1;
                if taken == 3 { Err(Problem::Cancelled.into()) } else { Ok(()) }
            },
        );
        assert_eq!((refused.map_err(|error| error.code()), taken), (Err("cancelled"), 3));
    }
}
