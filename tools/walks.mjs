// Walks long sessions through every fault at every step, in each engine that is there:
// `npm run walks [-- chromium firefox webkit]`. It takes minutes, and is no part of `npm test`.

import { readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { lookFor, needChromium, others } from "./browsers.mjs";
import { build } from "./build.mjs";
import { Failed, main, root, run, say } from "./process.mjs";

const folder = path.join("tests", "page", "walks");

await main(async () => {
  // Building lays out npm's packages anew, one of which fetches the browser.
  await build();
  await needChromium();
  const words = process.argv.slice(2);
  const engines = ["chromium", ...Object.keys(others)].filter((name) => words.length === 0 || words.includes(name));
  /** @type {string[]} */
  const failing = [];
  for (const engine of engines) {
    if (engine !== "chromium") {
      const answer = await lookFor(/** @type {keyof typeof others} */ (engine), false);
      if ("missing" in answer) {
        say(answer.missing);
        continue;
      }
    }
    for (const name of readdirSync(path.join(root, folder)).filter((file) => file.endsWith(".test.mjs"))) {
      say(`${engine}: ${name}`);
      try {
        await run("node", ["--test", "--test-reporter=spec", path.join(folder, name)], { env: { TROSKEL_ENGINE: engine } });
      } catch (error) {
        if (!(error instanceof Failed)) throw error;
        failing.push(`${name} in ${engine}`);
      }
    }
  }
  if (failing.length > 0) throw new Failed(`the walks ${failing.join(", ")}`, 1);
});
