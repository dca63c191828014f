// Builds a Wasm module: cargo, then the bindings generator, then the optimiser.
//
//   page      figures, criteria, assessment: what the first view needs
//   plan      with what-if, records, links, the rule and the memo, for all beside it
//   tables    with the file formats, for the worker

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import process from "node:process";
import { root, run } from "./process.mjs";
import { bindgen, packages, wasmToolchain } from "./setup.mjs";

/**
 * What each module is compiled with. The worker's reads millions of rows and is loaded with its view only: fast first, with
 * SIMD, which every engine has had since 2023; the others small first, and for older ones too.
 */
const builds = {
  page: { features: "", profile: "wasm", optimisation: "-Oz", simd: false },
  plan: { features: "plan", profile: "wasm", optimisation: "-Oz", simd: false },
  tables: { features: "tables", profile: "wasm-tables", optimisation: "-O3", simd: true },
};

const proposals = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/** @typedef {keyof typeof builds} ModuleName */

export const modules = /** @type {ModuleName[]} */ (Object.keys(builds));

/** A module's SHA-256. @param {string} folder @param {ModuleName} name */
export const sha256 = (folder, name) =>
  createHash("sha256")
    .update(readFileSync(path.join(folder, `${name}_bg.wasm`)))
    .digest("hex");

/** The crate alone: beside the command it would have all of its features. */
export const crate = ["--package", "troskel"];

/**
 * Compiles the crate for wasm32, and returns the path of the module.
 *
 * @param {ModuleName} name @param {string} profile @param {string} [target] cargo's folder
 */
async function compile(name, profile, target = process.env["CARGO_TARGET_DIR"] ?? path.join(root, "target")) {
  const { cargo, args, env } = await wasmToolchain();
  const cargoHome = process.env["CARGO_HOME"] ?? path.join(homedir(), ".cargo");
  // No path of the machine that builds gets into the module, so that every machine makes the same bytes.
  const rustflags = [
    `--remap-path-prefix=${root}${path.sep}=`,
    `--remap-path-prefix=${cargoHome}=cargo`,
    "-Clink-arg=--max-memory=1073741824",
    ...(builds[name].simd ? ["-Ctarget-feature=+simd128"] : []),
  ];
  const chosen = ["--no-default-features", "--features", builds[name].features];
  // A quick module is compiled a fifth faster where no library for Rust is made beside it; an optimised one would be larger.
  const only = profile === "quick" ? ["--crate-type", "cdylib"] : [];
  await run(cargo, ["rustc", "--quiet", "--locked", ...crate, "--lib", ...only, "--profile", profile, ...args, ...chosen], {
    env: { ...env, CARGO_TARGET_DIR: target, CARGO_ENCODED_RUSTFLAGS: rustflags.join("\u001f") },
  });
  return path.join(target, "wasm32-unknown-unknown", profile, "troskel.wasm");
}

/** @param {string} name */
export const home = (name) => path.join(root, "www", "generated", name);

/** Puts a module where it belongs at once, whole. @param {string} made the folder it was made in @param {string} name */
function put(made, name) {
  mkdirSync(path.dirname(home(name)), { recursive: true });
  rmSync(home(name), { recursive: true, force: true });
  renameSync(made, home(name));
}

/** An empty folder to make a module in. @param {string} name */
function workshop(name) {
  const folder = path.join(root, ".cache", "modules", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Makes a small and fast module in a folder of its own, and returns the folder.
 *
 * @param {ModuleName} name
 * @param {string} [target] cargo's folder, where it is not to be the usual one
 */
export async function makeWasm(name, target) {
  const { profile, optimisation, simd } = builds[name];
  const [built, generator] = await Promise.all([compile(name, profile, target), bindgen(), packages()]);
  const out = workshop(target === undefined ? name : `${name}-again`);
  await run(generator, [built, out, name]);
  const wasm = path.join(out, `${name}_bg.wasm`);
  const optimise = path.join(root, "node_modules", "binaryen", "bin", "wasm-opt");
  const enabled = [...proposals, ...(simd ? ["simd"] : [])].map((proposal) => `--enable-${proposal}`);
  await run("node", [optimise, optimisation, ...enabled, wasm, "-o", wasm]);
  return out;
}

/**
 * Builds a small and fast module into `www/generated/<name>/`.
 *
 * @param {ModuleName} name
 */
export const buildWasm = async (name) => put(await makeWasm(name), name);

/**
 * Builds a module for looking at the page while working on it: neither small nor optimised as a whole. What the modules
 * depend on is compiled once.
 *
 * @param {ModuleName} name
 */
export async function buildQuick(name) {
  const [built, generator] = await Promise.all([compile(name, "quick"), bindgen()]);
  const out = workshop(name);
  await run(generator, [built, out, name]);
  put(out, name);
}
