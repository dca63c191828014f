// Changes the core here and there and tells which changes no test notices: `npm run mutants [-- -f src/figure/ratio.rs]`.
//
// It takes hours on two cores for the whole core, so it is no part of `npm test`. What is left is argued in
// tests/MUTANTS.md.

import process from "node:process";
import { Missing, main, run, which } from "./process.mjs";

const rooms = ["figure", "criteria", "assess", "document"].flatMap((room) => ["-f", `src/${room}/**/*.rs`]);
/** Compiled only with the file formats: they are tried in a run of their own. */
const withFormats = "src/figure/against.rs";

// Every share up to 3 000 takes longest and tells nothing that the random shares do not tell too.
const tests = ["--lib", "--test", "suite", "--", "--skip", "core::every_share::", "--skip", "every_share_of_up_to_300"];

await main(async () => {
  if (which("cargo-mutants") === null) {
    throw new Missing("cargo-mutants is missing; install it with: cargo install cargo-mutants --locked");
  }
  const chosen = process.argv.slice(2);
  const files = chosen.includes("-f") || chosen.includes("--file") ? [] : rooms;
  const env = { CARGO_PROFILE_TEST_DEBUG: "0", CARGO_PROFILE_TEST_OPT_LEVEL: "1", PROPTEST_CASES: "64" };
  await run("cargo", ["mutants", ...files, "-e", withFormats, ...chosen, "--", ...tests], { env });
  if (files.length > 0) await run("cargo", ["mutants", "-f", withFormats, "--features", "tables", ...chosen, "--", ...tests], { env });
});
