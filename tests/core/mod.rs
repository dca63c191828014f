//! Proofs of the core: figures, criteria, assessment, what-if.
//!
//! What needs no random numbers runs inside the Wasm too.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]

#[cfg(target_arch = "wasm32")]
mod bindings;
mod bounds;
mod cases;
mod cheapest;
mod every_share;
mod link;
#[cfg(not(target_arch = "wasm32"))]
mod notation;
#[cfg(not(target_arch = "wasm32"))]
mod oracle;
#[cfg(not(target_arch = "wasm32"))]
mod random;
mod record;
mod sets;
mod support;
mod what_if;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
