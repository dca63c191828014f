// Builds a Wasm module: cargo, then the bindings generator, then the optimiser.
//
//   node tools/wasm.mjs page      figures, criteria, assessment: what the first view needs
//   node tools/wasm.mjs plan      with what-if, records, links, the rule and the memo, for all beside it
//   node tools/wasm.mjs tables    with the file formats, for the worker

import { mkdirSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { Missing, isMain, main, root, run } from "./process.mjs";
import { bindgen, packages, wasmToolchain } from "./setup.mjs";

const features = { page: [], plan: ["--features", "plan"], tables: ["--features", "tables"] };
const proposals = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/** @typedef {keyof typeof features} ModuleName */

/** The worker's module reads millions of rows and is loaded with its view only: fast first; the others small first. */
const profiles = { page: "wasm", plan: "wasm", tables: "wasm-tables" };
const optimisations = { page: "-Oz", plan: "-Oz", tables: "-O3" };

/** @param {ModuleName} name */
async function compile(name) {
  const { cargo, args, env } = await wasmToolchain();
  const cargoHome = process.env["CARGO_HOME"] ?? path.join(homedir(), ".cargo");
  // No path of the machine that builds gets into the module, so that every machine makes the same bytes.
  const rustflags = [`--remap-path-prefix=${root}${path.sep}=`, `--remap-path-prefix=${cargoHome}=cargo`, "-Clink-arg=--max-memory=1073741824"];
  await run(cargo, ["build", "--quiet", "--locked", "--lib", "--profile", profiles[name], "--no-default-features", ...args, ...features[name]], {
    env: { ...env, CARGO_ENCODED_RUSTFLAGS: rustflags.join("\u001f") },
  });
  return path.join(process.env["CARGO_TARGET_DIR"] ?? path.join(root, "target"), "wasm32-unknown-unknown", profiles[name], "troskel.wasm");
}

/**
 * Builds the module into `www/generated/<name>/`.
 *
 * @param {ModuleName} name
 */
export async function buildWasm(name) {
  const [built, { generator }] = await Promise.all([compile(name), bindgen(), packages()]);
  const out = path.join(root, "www", "generated", name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await run(generator, ["--target", "web", "--out-name", name, "--out-dir", out, built]);
  const wasm = path.join(out, `${name}_bg.wasm`);
  const optimise = path.join(root, "node_modules", "binaryen", "bin", "wasm-opt");
  await run("node", [optimise, optimisations[name], ...proposals.map((proposal) => `--enable-${proposal}`), wasm, "-o", wasm]);
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const name = process.argv[2];
    if (name !== "page" && name !== "plan" && name !== "tables") throw new Missing("Say which module: node tools/wasm.mjs page|plan|tables");
    await buildWasm(name);
  });
}
