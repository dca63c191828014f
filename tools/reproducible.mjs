// Builds each Wasm module twice, the second time from nothing in another folder, and compares the bytes:
// `npm run reproducible`, or with the names of some modules.

import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { buildModule } from "./build.mjs";
import { Failed, isMain, main, print, root } from "./process.mjs";
import { makeWasm, modules } from "./wasm.mjs";

/** @typedef {import("./wasm.mjs").ModuleName} ModuleName */

/** A module's SHA-256. @param {string} folder @param {ModuleName} name */
const hash = (folder, name) =>
  createHash("sha256")
    .update(readFileSync(path.join(folder, `${name}_bg.wasm`)))
    .digest("hex");

/** @param {ModuleName} name */
const home = (name) => path.join(root, "www", "generated", name);

/** The modules that stand built, each with its SHA-256, as lines. */
export const hashes = () => modules.filter((name) => existsSync(home(name))).map((name) => `${hash(home(name), name)}  ${name}_bg.wasm`);

/**
 * Builds modules anew, from nothing in another folder, and compares the bytes with those that stand.
 *
 * @param {readonly ModuleName[]} wanted
 */
export async function sameBytes(wanted) {
  const target = mkdtempSync(path.join(tmpdir(), "troskel-target-"));
  try {
    for (const name of wanted) {
      const first = hash(home(name), name);
      const second = hash(await makeWasm(name, target), name);
      print(`${first}  ${name}_bg.wasm`);
      if (second !== first) throw new Failed(`the second build of "${name}"`, `other bytes: ${second}`);
    }
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
  print("The same bytes twice.");
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const wanted = modules.filter((name) => process.argv.length <= 2 || process.argv.includes(name));
    for (const name of wanted) await buildModule(name);
    await sameBytes(wanted);
  });
}
