//! The command line as its users run it: one program, so that it is linked once.
//!
//! A file of tests that runs the command is named here, or it is not run; `npm run check` sees to that.

mod cli;
mod cli_files;
mod cli_project;
mod cli_report;
mod cli_years;
mod rule;
mod told;
mod understood;
