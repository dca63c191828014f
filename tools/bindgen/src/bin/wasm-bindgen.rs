//! Generates the bindings of a Wasm module for a web page, with the generator that `Cargo.lock` names:
//! `wasm-bindgen MODULE FOLDER NAME`.

use std::env;

use anyhow::Context;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> anyhow::Result<()> {
    let mut words = env::args_os().skip(1);
    let mut next = |what: &'static str| words.next().context(what);
    let (module, folder, name) =
        (next("which module?")?, next("into which folder?")?, next("under which name?")?);
    let name = name.to_str().context("a name in UTF-8")?;
    Bindgen::new().input_path(module).web(true)?.typescript(true).out_name(name).generate(folder)
}
