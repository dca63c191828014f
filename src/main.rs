//! The command line: translates arguments and results, nothing else.

mod cli;

use std::process::ExitCode;

use mimalloc::MiMalloc;

// The usual allocator of Linux asks the system nearly a thousand times for room for a million areas, one thread waiting
// for the other; this one a hundred times.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cli::run(&std::env::args_os().collect::<Vec<_>>())
}
