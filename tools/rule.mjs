// Runs the rule that one can take away on the engines it is written for, and compares each answer with the core's.
//
//   npm run test:rule         over 10 000 areas; npm test takes a sample of them
//
// SQLite, PostgreSQL, DuckDB and a spreadsheet come from npm, into tests/rule alone. Spark SQL is run where Python has
// pyspark (TROSKEL_SPARK_PYTHON names another Python), and is reported as skipped where it has not.

import { readdirSync } from "node:fs";
import path from "node:path";
import { Failed, Missing, isMain, main, root, run, say } from "./process.mjs";
import { digest, onceFor } from "./stamp.mjs";

const folder = path.join("tests", "rule");

/** @param {number} [areas] how many areas are generated for each set and kind of figures */
export async function testRule(areas = 10_000) {
  const packages = ["package.json", "package-lock.json"].map((name) => path.posix.join("tests/rule", name));
  await onceFor("rule-packages", { digest: digest(packages), outputs: [path.join(folder, "node_modules")] }, async () => {
    say("engines for the rule: npm ci in tests/rule");
    try {
      await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: path.join(root, folder), quiet: true });
    } catch (error) {
      if (error instanceof Failed)
        throw new Missing("The engines are missing: run `npm ci` in tests/rule where the npm registry can be reached.");
      throw error;
    }
  });
  const files = readdirSync(path.join(root, folder)).filter((name) => name.endsWith(".test.mjs"));
  await run("node", ["--test", "--test-reporter=spec", ...files.map((name) => path.join(folder, name))], {
    env: { TROSKEL_RULE_AREAS: String(areas) },
  });
}

if (isMain(import.meta.url)) await main(() => testRule());
