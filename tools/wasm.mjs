// Builds a Wasm module: cargo, then the bindings generator, then the optimiser.
//
//   node tools/wasm.mjs page      figures, criteria, assessment: what the first view needs
//   node tools/wasm.mjs tables    with the file formats, for the worker

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const features = { page: [], tables: ["--features", "tables"] };
const proposals = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

const run = (command, args, env = {}) =>
  execFileSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });

/** Builds the module `name` into `www/generated/<name>/`. */
export function buildWasm(name) {
  const out = `${root}www/generated/${name}`;
  const target = process.env.CARGO_TARGET_DIR ?? `${root}target`;
  const cargoHome = process.env.CARGO_HOME ?? `${homedir()}/.cargo`;
  // No path of the machine that builds gets into the module, so that every machine makes the same bytes.
  const rustflags = [`--remap-path-prefix=${root}=`, `--remap-path-prefix=${cargoHome}=cargo`, "-Clink-arg=--max-memory=1073741824"];
  const lib = ["--lib", "--profile", "wasm", "--target", "wasm32-unknown-unknown", "--no-default-features", ...features[name]];
  run("cargo", ["build", ...lib], { CARGO_ENCODED_RUSTFLAGS: rustflags.join("\u001f") });
  run("cargo", ["build", "--quiet", "--package", "bindgen"]);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const built = `${target}/wasm32-unknown-unknown/wasm/troskel.wasm`;
  run(`${target}/debug/wasm-bindgen`, ["--target", "web", "--out-name", name, "--out-dir", out, built]);
  const wasm = `${out}/${name}_bg.wasm`;
  run("node", [`${root}node_modules/binaryen/bin/wasm-opt`, "-Oz", ...proposals.map((p) => `--enable-${p}`), wasm, "-o", wasm]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildWasm(process.argv[2]);
