// Builds each Wasm module twice, the second time from nothing in another folder, and compares the bytes:
// `npm run reproducible`, or with the names of some modules.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { buildModule } from "./build.mjs";
import { Failed, isMain, main, print } from "./process.mjs";
import { home, makeWasm, modules, sha256 } from "./wasm.mjs";

/** @typedef {import("./wasm.mjs").ModuleName} ModuleName */

/**
 * Builds modules anew, from nothing in another folder, and compares the bytes with those that stand.
 *
 * @param {readonly ModuleName[]} wanted
 */
export async function sameBytes(wanted) {
  const target = mkdtempSync(path.join(tmpdir(), "troskel-target-"));
  try {
    for (const name of wanted) {
      const first = sha256(home(name), name);
      const second = sha256(await makeWasm(name, target), name);
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
