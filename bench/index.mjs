// Measures the product beside what a user would pick instead, and writes one table to bench/results/.
//
//   npm run bench                         everything, about a quarter of an hour
//   npm run bench -- files                from file to file beside Polars and DuckDB, a few minutes, without a browser
//   npm run bench -- page assess million  only these parts; also: plan bytes lighthouse
//   npm run bench -- --quick              fewer rounds and rows, to see that it works

import path from "node:path";
import { build } from "../tools/build.mjs";
import { Failed, Missing, isMain, main, root, run, say } from "../tools/process.mjs";
import { digest, onceFor } from "../tools/stamp.mjs";
import { Report } from "./report.mjs";

const parts = ["files", "page", "assess", "plan", "million", "bytes", "lighthouse"];
/** Parts that need neither the site nor packages. */
const native = ["files"];

async function packages() {
  const inputs = ["bench/package.json", "bench/package-lock.json"];
  await onceFor("bench", { digest: digest(inputs), outputs: ["bench/node_modules"] }, async () => {
    say("the peers: npm install in bench");
    try {
      // Not `npm ci`: of GoRules ZEN the lock file holds the builds for Linux only, which it would refuse.
      await run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"], {
        cwd: path.join(root, "bench"),
        quiet: true,
      });
    } catch (error) {
      if (error instanceof Failed)
        throw new Missing("The peers are missing: run `npm install` in bench/ where the npm registry can be reached.");
      throw error;
    }
  });
}

async function bench() {
  const words = process.argv.slice(2);
  const quick = words.includes("--quick");
  const wanted = words.filter((word) => !word.startsWith("--"));
  const unknown = wanted.find((word) => !parts.includes(word));
  if (unknown !== undefined) throw new Missing(`There is no part "${unknown}": choose of ${parts.join(", ")}.`);
  const chosen = parts.filter((part) => wanted.length === 0 || wanted.includes(part));
  if (chosen.some((part) => !native.includes(part))) {
    await build();
    await packages();
  }
  const report = new Report();
  for (const name of chosen) {
    console.log(`\n${name}`);
    const part = await import(`./parts/${name}.mjs`);
    await part[name](report, { quick });
    // After each part, so that one that fails takes nothing along.
    const whole = chosen.length === parts.length && !quick;
    report.write(path.join(root, "bench/results"), whole ? "all" : `${quick ? "quick-" : ""}${chosen.join("-")}`);
  }
  console.log(`\n${report.markdown()}`);
}

if (isMain(import.meta.url)) await main(bench);
