// Checks the crates' licences, bans and sources with cargo-deny: `npm run deny`. With --advisories also known flaws.

import { Missing, ask, isMain, main, run } from "./process.mjs";

async function deny() {
  if (ask("cargo", ["deny", "--version"]) === null) {
    throw new Missing("cargo-deny is missing: install it with `cargo install --locked cargo-deny`.");
  }
  const checks = ["bans", "licenses", "sources", ...(process.argv.includes("--advisories") ? ["advisories"] : [])];
  await run("cargo", ["deny", "--locked", "--all-features", "check", ...checks]);
}

if (isMain(import.meta.url)) await main(deny);
