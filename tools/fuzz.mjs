// Hands random inputs to every reader until something stops it: `npm run fuzz [-- csv xls] [-- --seconds 60]`.
//
// Ten minutes for each target unless told otherwise, so it is no part of `npm test`, which replays the seeds on the stable
// compiler. An input that stops a target belongs into fuzz/seeds/<target> with the fix.

import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { Missing, main, root, run, which } from "./process.mjs";

const targets = readdirSync(path.join(root, "fuzz", "targets")).map((file) => path.basename(file, ".rs"));

await main(async () => {
  const words = process.argv.slice(2);
  const at = words.indexOf("--seconds");
  const seconds = at < 0 ? "600" : (words.splice(at, 2)[1] ?? "");
  if (!/^[1-9]\d*$/.test(seconds)) throw new Missing("--seconds needs a whole number, such as --seconds 60.");
  const unknown = words.find((word) => !targets.includes(word));
  if (unknown !== undefined) throw new Missing(`There is no target ${unknown}; there are ${targets.join(", ")}.`);
  if (which("cargo-fuzz") === null) {
    throw new Missing(
      "cargo-fuzz is missing; install it with: cargo install cargo-fuzz --locked (and a nightly compiler with: rustup toolchain install nightly --profile minimal)",
    );
  }
  for (const target of words.length > 0 ? words : targets) {
    const folders = ["corpus", "seeds"].map((name) => path.join("fuzz", name, target));
    for (const folder of folders) mkdirSync(path.join(root, folder), { recursive: true });
    const options = [`-max_total_time=${seconds}`, "-timeout=10", "-rss_limit_mb=2048", "-max_len=65536"];
    // The crate forbids unsafe code, so that no sanitizer has anything to find; without one twice as many inputs are tried.
    await run("cargo", ["+nightly", "fuzz", "run", "--sanitizer", "none", target, ...folders, "--", ...options], { cwd: root });
  }
});
