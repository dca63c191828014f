//! The command line: translates arguments and results, nothing else.

fn main() {}
