// Sets up what the project needs from a fresh clone: npm's packages, the wasm32 target, the bindings generator and the
// runner of the tests inside the Wasm.

import { existsSync } from "node:fs";
import path from "node:path";
import { Failed, Missing, ask, root, run, say, which } from "./process.mjs";
import { digest, onceFor } from "./stamp.mjs";

const target = "wasm32-unknown-unknown";
const noRust = "Rust is missing: install it with rustup (rustup.rs), then run this again.";

/** @typedef {{ cargo: string, args: string[], env: Record<string, string> }} Toolchain how to call cargo for wasm32 */

/** @type {Promise<Toolchain> | undefined} */
let toolchain;

/** @type {Promise<void> | undefined} */
let installed;

/** npm's packages, as package-lock.json names them. */
export function packages() {
  installed ??= installPackages();
  return installed;
}

async function installPackages() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    throw new Missing(`Node ${process.versions.node} is too old: install Node 20 or newer (nodejs.org).`);
  }
  await onceFor("packages", { digest: digest(["package.json", "package-lock.json"]), outputs: ["node_modules"] }, async () => {
    say("npm's packages: npm ci");
    try {
      await run("npm", ["ci", "--no-audit", "--no-fund"], { quiet: true });
    } catch (error) {
      if (error instanceof Failed) throw new Missing("npm's packages are missing: run `npm ci` where the npm registry can be reached.");
      throw error;
    }
  });
}

/** @returns {boolean} whether the running process may install packages of a Debian-like system */
export function canApt() {
  return process.platform === "linux" && process.getuid?.() === 0 && which("apt-get") !== null;
}

let listsAreFresh = false;

/**
 * Installs packages of Debian or Ubuntu.
 *
 * @param {string[]} names
 */
export async function apt(names) {
  say(`Debian's packages: apt-get install ${names.join(" ")}`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  if (!listsAreFresh) await run("apt-get", ["update", "-qq"], { quiet: true, env });
  listsAreFresh = true;
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], { quiet: true, env });
}

async function findToolchain() {
  const cargo = which("cargo");
  if (cargo === null) throw new Missing(noRust);
  const ready = { cargo, args: ["--target", target], env: {} };
  const sysroot = ask("rustc", ["--print", "sysroot"]);
  if (sysroot !== null && existsSync(path.join(sysroot, "lib", "rustlib", target, "lib"))) return ready;
  if (which("rustup") !== null) {
    say(`Rust's ${target}: rustup target add ${target}`);
    try {
      await run("rustup", ["target", "add", target], { quiet: true });
      return ready;
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      say("rustup could not fetch it");
    }
  }
  return debianToolchain();
}

/** Debian's Rust for the web builds the standard library from its source, where rustup can't fetch it ready-made. */
async function debianToolchain() {
  const missing = `Rust's ${target} is missing: run \`rustup target add ${target}\`.`;
  const needed = {
    "rustc-web": "/usr/bin/rustc",
    "cargo-web": "/usr/bin/cargo",
    "rust-web-src": "/usr/lib/rustlib/src/rust",
    lld: "/usr/bin/wasm-ld",
  };
  const absent = Object.entries(needed).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));
  if (absent.length > 0) {
    if (!canApt()) throw new Missing(missing);
    try {
      await apt(absent);
    } catch (error) {
      if (error instanceof Failed) throw new Missing(missing);
      throw error;
    }
  }
  return {
    cargo: "/usr/bin/cargo",
    args: ["--target", target, "-Zbuild-std=std,panic_abort"],
    env: { RUSTC: "/usr/bin/rustc", RUSTC_BOOTSTRAP: "1", CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: "wasm-ld" },
  };
}

/** How to call cargo for wasm32; installs the target first where it is missing. */
export function wasmToolchain() {
  toolchain ??= findToolchain();
  return toolchain;
}

const executable = (/** @type {string} */ name) =>
  path.join(process.env["CARGO_TARGET_DIR"] ?? path.join(root, "target"), "debug", process.platform === "win32" ? `${name}.exe` : name);

/** @param {string} name @param {string} what @param {string[]} features */
async function compiled(name, what, features) {
  if (which("cargo") === null) throw new Missing(noRust);
  if (!existsSync(executable(name))) say(`${what}: cargo build -p bindgen (once)`);
  await run("cargo", ["build", "--quiet", "--locked", "-p", "bindgen", "--bin", name, ...features]);
  return executable(name);
}

/** @type {Promise<string> | undefined} */
let generator;

/** @type {Promise<string> | undefined} */
let runner;

/** The bindings generator, compiled in lock-step with wasm-bindgen: its path. */
export function bindgen() {
  generator ??= compiled("wasm-bindgen", "the bindings generator", []);
  return generator;
}

/** The runner of the tests inside the Wasm, from the same release: its path. */
export function testRunner() {
  runner ??= compiled("wasm-bindgen-test-runner", "the runner of the tests inside the Wasm", ["--features", "runner"]);
  return runner;
}
