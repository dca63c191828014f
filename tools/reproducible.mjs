// Builds each Wasm module twice, the second time from nothing in another folder, and compares the bytes:
// `npm run reproducible`, or with the names of some modules.

import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Failed, isMain, main, root } from "./process.mjs";
import { bindgen } from "./setup.mjs";
import { buildWasm } from "./wasm.mjs";

const modules = /** @type {const} */ (["page", "plan", "tables"]);

/** @param {string} name */
const built = (name) => path.join(root, "www", "generated", name, `${name}_bg.wasm`);

/**
 * The modules that stand built, each with its SHA-256.
 *
 * @param {readonly (typeof modules)[number][]} wanted
 * @returns {string[]} lines
 */
export const hashes = (wanted = modules) =>
  wanted.filter((name) => existsSync(built(name))).map((name) => `${createHash("sha256").update(readFileSync(built(name))).digest("hex")}  ${name}_bg.wasm`);

async function reproducible() {
  const wanted = modules.filter((name) => process.argv.length <= 2 || process.argv.includes(name));
  // The generator is a tool of the machine, not part of the module: it is built once.
  await bindgen();
  for (const name of wanted) await buildWasm(name);
  const first = hashes(wanted);
  const folder = mkdtempSync(path.join(tmpdir(), "troskel-target-"));
  const before = process.env["CARGO_TARGET_DIR"];
  try {
    process.env["CARGO_TARGET_DIR"] = folder;
    for (const name of wanted) await buildWasm(name);
  } finally {
    if (before === undefined) delete process.env["CARGO_TARGET_DIR"];
    else process.env["CARGO_TARGET_DIR"] = before;
    rmSync(folder, { recursive: true, force: true });
  }
  const second = hashes(wanted);
  for (const line of first) console.log(line);
  const different = first.filter((line) => !second.includes(line));
  if (different.length > 0) throw new Failed("the second build", `other bytes: ${different.join(", ")}`);
  console.log("The same bytes twice.");
}

if (isMain(import.meta.url)) await main(reproducible);
