// Takes the guards against faults out one by one, in a copy of the project, and tells whether the test of each notices:
// `npm run guards [-- words of what some guard against]`.
//
// It builds the site for each, so it takes a quarter of an hour, and is no part of `npm test`.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { guards } from "../tests/page/guards.mjs";
import { build } from "./build.mjs";
import { Failed, ask, main, root, say } from "./process.mjs";

/** Copies the project with what is built of it; packages are the same. */
function copied() {
  const folder = mkdtempSync(path.join(tmpdir(), "troskel-guards-"));
  const files = (ask("git", ["ls-files", "--cached", "--others", "--exclude-standard"]) ?? "").split("\n");
  for (const name of [...files, "www/generated"]) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  return folder;
}

/** Whether the test passes in the copy; throws where the site can't be built, or there is no such test. @param {string} folder @param {import("../tests/page/guards.mjs").Guard} guard */
function passes(folder, { test, named }) {
  const node = (/** @type {string[]} */ ...args) => spawnSync("node", args, { cwd: folder, encoding: "utf8" });
  const built = node("tools/site.mjs");
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  const told = node("--test", "--test-reporter=tap", `--test-name-pattern=${named}`, path.join("tests", "page", test)).stdout;
  const count = (/** @type {string} */ what) => Number(new RegExp(`^# ${what} (\\d+)$`, "m").exec(told)?.[1] ?? 0);
  if (count("pass") + count("fail") === 0) throw new Error(`no test of ${test} has the name "${named}": ${told}`);
  return count("fail") === 0;
}

await main(async () => {
  await build();
  const words = process.argv.slice(2).join(" ");
  const chosen = guards.filter((guard) => guard.guards.includes(words));
  const folder = copied();
  /** @type {string[]} */
  const unnoticed = [];
  try {
    for (const guard of chosen) {
      const file = path.join(folder, guard.file);
      const whole = readFileSync(file, "utf8");
      if (whole.split(guard.code).length !== 2) throw new Error(`${guard.file} does not have once: ${guard.code}`);
      writeFileSync(
        file,
        whole.replace(guard.code, () => guard.without),
      );
      const passed = passes(folder, guard);
      writeFileSync(file, whole);
      say(`${passed ? "NOT NOTICED" : "noticed"}: without the guard against ${guard.guards}`);
      if (passed) unnoticed.push(guard.guards);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (unnoticed.length > 0) throw new Failed("the guards", `${unnoticed.length} of ${chosen.length} not missed: ${unnoticed.join("; ")}`);
  say(`all ${chosen.length} guards are missed by a test when they are taken out`);
});
