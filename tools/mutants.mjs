// Changes the code here and there and tells which changes no test notices: `npm run mutants [-- -f src/figure/ratio.rs]`.
//
// It takes hours on two cores for the core, and days for the readers of files, of which `npm run mutants -- --shard 0/40`
// takes every fortieth change; so it is no part of `npm test`. What is left is argued in tests/MUTANTS.md.

import process from "node:process";
import { Missing, main, run, which } from "./process.mjs";

const of = (/** @type {string[]} */ files) => files.flatMap((name) => ["-f", `src/${name}`]);
const core = ["figure", "criteria", "assess", "document"].map((room) => `${room}/**/*.rs`);
/** Compiled only with the file formats: they are tried in a run of their own. */
const withFormats = ["figure/against.rs", "table/**/*.rs", "areas/**/*.rs"];

// Every share up to 3 000 takes longest and tells nothing that the random shares do not tell too.
const tests = ["--lib", "--test", "suite", "--", "--skip", "core::every_share::", "--skip", "every_share_of_up_to_300"];

await main(async () => {
  if (which("cargo-mutants") === null) {
    throw new Missing("cargo-mutants is missing; install it with: cargo install cargo-mutants --locked");
  }
  const chosen = process.argv.slice(2);
  const at = chosen.findIndex((word) => word === "-f" || word === "--file");
  const needsFormats = /^src\/(areas|table|figure\/against)/;
  const env = { CARGO_PROFILE_TEST_DEBUG: "0", CARGO_PROFILE_TEST_OPT_LEVEL: "1", PROPTEST_CASES: "64" };
  const mutate = (/** @type {string[]} */ ...options) => run("cargo", ["mutants", ...options, ...chosen, "--", ...tests], { env });
  if (at >= 0) {
    await mutate(...(needsFormats.test(chosen[at + 1] ?? "") ? ["--features", "tables"] : []));
    return;
  }
  await mutate(...of(core), "-e", "src/figure/against.rs");
  await mutate(...of(withFormats), "--features", "tables");
});
