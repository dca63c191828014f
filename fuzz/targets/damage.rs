#![no_main]
#[expect(dead_code, reason = "each target hands its inputs to one of the entries")]
#[path = "../entries.rs"]
mod entries;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    entries::damage(bytes);
});
