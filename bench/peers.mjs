// The native programs that are measured: the command line itself, and its peers in an environment of Python of their own.

import { existsSync } from "node:fs";
import path from "node:path";
import { cache } from "./data.mjs";
import { root, run, say } from "../tools/process.mjs";
import { digest, onceFor } from "../tools/stamp.mjs";

const python = path.join(cache, "python", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
const target = process.env["CARGO_TARGET_DIR"] ?? path.join(root, "target");
const program = (name) => path.join(target, "release", process.platform === "win32" ? `${name}.exe` : name);

/** Sees to the peers, and returns how one of their scripts is called. */
export async function peers() {
  await onceFor("bench-python", { digest: digest(["bench/requirements.txt"]), outputs: [path.relative(root, python)] }, async () => {
    say("the native peers: pip install -r bench/requirements.txt");
    if (!existsSync(python)) await run("python3", ["-m", "venv", path.join(cache, "python")], { quiet: true });
    await run(python, ["-m", "pip", "install", "--quiet", "-r", path.join(root, "bench/requirements.txt")], { quiet: true });
  });
  return (script, ...args) => [python, [path.join(root, "bench/python", script), ...args]];
}

/** Builds the command line as it is released, and returns its path. */
export async function commandLine() {
  await run("cargo", ["build", "--quiet", "--release", "--locked", "--bin", "troskel"]);
  return program("troskel");
}

/** Builds the program that only counts, and returns its path. */
export async function totals() {
  const manifest = path.join(root, "bench/native/Cargo.toml");
  await run("cargo", ["build", "--quiet", "--release", "--locked", "--manifest-path", manifest, "--target-dir", target]);
  return program("totals");
}
