// Runs a compiled test inside the Wasm in Chromium: cargo calls it as the runner of the wasm32 target. Playwright
// opens the page of wasm-bindgen's own runner, so that no driver has to match the browser.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { chromiumFlags, needChromium } from "./browsers.mjs";
import { Failed, main } from "./process.mjs";
import { testRunner } from "./setup.mjs";

/** How long one file of tests may take: the exhaustive ones compare millions of shares. */
const patience = 10 * 60 * 1000;

await main(async () => {
  const [runner, { browser: executablePath }] = await Promise.all([testRunner(), needChromium()]);
  const server = spawn(runner, process.argv.slice(2), {
    env: { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  /** @type {Promise<string | null>} */
  const address = new Promise((resolve) => {
    const lines = createInterface({ input: server.stdout });
    lines.on("line", (line) => {
      const found = /now available at (http:\S+)/.exec(line);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
    server.on("close", () => resolve(null));
    server.on("error", () => resolve(null));
  });
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const at = await address;
    if (at === null) throw new Failed(runner, "no address");
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(error.message));
    await page.goto(at);
    const shown = page.locator("#output");
    const done = page.waitForFunction(() => document.querySelector("#output")?.textContent?.includes("test result: "), undefined, {
      timeout: patience,
    });
    try {
      await done;
    } finally {
      console.log(await shown.textContent());
    }
    if (!(await shown.textContent())?.includes("test result: ok")) throw new Failed("the tests inside the Wasm", "a failure");
  } finally {
    await browser.close();
    server.kill();
  }
});
