// Changes the code here and there and tells which changes no test notices: `npm run mutants [-- -f src/figure/ratio.rs]`.
//
// It takes hours on two cores for the core, and days for the readers of files, of which `npm run mutants -- --shard 0/40`
// takes every fortieth change; so it is no part of `npm test`. What is left is argued in tests/MUTANTS.md.

import process from "node:process";
import { Failed, Missing, main, run, which } from "./process.mjs";

const of = (/** @type {string[]} */ files) => files.flatMap((name) => ["-f", `src/${name}`]);
const core = ["figure", "criteria", "assess", "document"].map((room) => `${room}/**/*.rs`);
/** Files of the core that are compiled whole only with the file formats. */
const gated = ["figure/mod.rs", "figure/against.rs", "assess/brief.rs", "document/canonical.rs"];
/** Tried with the file formats, in a run of their own. */
const withFormats = [...gated, "table/**/*.rs", "areas/**/*.rs"];

// Every share up to 3 000 takes longest and tells nothing that the random shares do not tell too.
const tests = ["--lib", "--test", "suite", "--", "--skip", "core::every_share::", "--skip", "every_share_of_up_to_300"];
/** The readers of files are held to the files of tests/files by the command. */
const testsWithFormats = ["-p", "troskel-command", "--test", "command", ...tests];

await main(async () => {
  if (which("cargo-mutants") === null) {
    throw new Missing("cargo-mutants is missing; install it with: cargo install cargo-mutants --locked");
  }
  const chosen = process.argv.slice(2);
  const at = chosen.findIndex((word) => word === "-f" || word === "--file");
  const needsFormats = (/** @type {string} */ file) => /^src\/(areas|table)/.test(file) || gated.includes(file.slice(4));
  const env = { CARGO_PROFILE_DEV_DEBUG: "0", PROPTEST_CASES: "64" };
  const mutate = (/** @type {string[]} */ ...options) => {
    const held = options.includes("tables") ? testsWithFormats : tests;
    return run("cargo", ["mutants", ...options, ...chosen, "--", ...held], { env });
  };
  if (at >= 0) {
    await mutate(...(needsFormats(chosen[at + 1] ?? "") ? ["--features", "tables"] : []));
    return;
  }
  const runs = [
    [...of(core), ...gated.flatMap((name) => ["-e", `src/${name}`])],
    [...of(withFormats), "--features", "tables"],
  ];
  /** @type {Failed[]} */
  const missed = [];
  for (const options of runs) {
    try {
      await mutate(...options);
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      missed.push(error);
    }
  }
  if (missed[0] !== undefined) throw missed[0];
});
