//! The integration tests: one program, so that the crate is linked once; each module says which features it needs.
//!
//! A file of tests is named here, or it is not run; `npm run check` sees to that.

#[cfg(not(target_arch = "wasm32"))]
mod archives;
#[cfg(not(target_arch = "wasm32"))]
mod areas;
mod core;
#[cfg(not(target_arch = "wasm32"))]
mod corpus;
#[cfg(not(target_arch = "wasm32"))]
mod cubes;
#[cfg(not(target_arch = "wasm32"))]
mod doubt;
#[cfg(not(target_arch = "wasm32"))]
mod keys;
#[cfg(not(target_arch = "wasm32"))]
mod ledger;
#[cfg(not(target_arch = "wasm32"))]
mod limits;
#[cfg(not(target_arch = "wasm32"))]
mod list;
#[cfg(not(target_arch = "wasm32"))]
mod many;
#[cfg(not(target_arch = "wasm32"))]
mod opendocument;
#[cfg(not(target_arch = "wasm32"))]
mod openxml;
#[cfg(not(target_arch = "wasm32"))]
mod passes;
#[cfg(not(target_arch = "wasm32"))]
mod readers;
#[cfg(not(target_arch = "wasm32"))]
mod report;
#[cfg(not(target_arch = "wasm32"))]
mod small;
#[cfg(not(target_arch = "wasm32"))]
mod suppressed;
#[cfg(not(target_arch = "wasm32"))]
mod tables;
#[cfg(not(target_arch = "wasm32"))]
mod together;
#[cfg(not(target_arch = "wasm32"))]
mod variants;
#[cfg(not(target_arch = "wasm32"))]
mod workbook;
#[cfg(not(target_arch = "wasm32"))]
mod xorshift;
#[cfg(not(target_arch = "wasm32"))]
mod yardsticks;
#[cfg(not(target_arch = "wasm32"))]
mod years;
