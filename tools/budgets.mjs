// Weighs what a first visit loads, and the Wasm modules of the page and of the worker, against budgets.json.

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { chromiumFlags, needChromium } from "./browsers.mjs";
import { brotli } from "./hosting.mjs";
import { Failed, isMain, main, root } from "./process.mjs";
import { handler, listen } from "./serve.mjs";

/** The paths of all files that the first view asks for, in a browser that has seen nothing before. */
async function firstVisit() {
  const { server, origin } = await listen(handler(path.join(root, "dist")), 0);
  const { browser: executablePath } = await needChromium();
  // Not imported above: this file is loaded before npm's packages are there.
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const page = await browser.newPage();
    /** @type {Set<string>} */
    const paths = new Set();
    page.on("response", (response) => paths.add(new URL(response.url()).pathname));
    await page.goto(`${origin}/`);
    await page.locator("[data-verdict]").waitFor();
    await page.waitForLoadState("networkidle");
    return [...paths];
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Prints each file's weight and fails when a budget is exceeded. */
export async function measure() {
  const budgets = JSON.parse(readFileSync(path.join(root, "budgets.json"), "utf8"));
  const site = path.join(root, "dist");
  /** @param {string} file */
  const weigh = async (file) => (await brotli(readFileSync(path.join(site, file)))).length;
  let visit = 0;
  const files = await firstVisit();
  for (const name of files) {
    const weight = await weigh(name.endsWith("/") ? `${name}index.html` : name);
    visit += weight;
    console.log(`${String(weight).padStart(8)}  ${name}`);
  }
  /** @param {string} name */
  const weighModule = (name) => {
    const found = readdirSync(path.join(site, "assets")).filter((file) => file.startsWith(`${name}_bg-`) && file.endsWith(".wasm"));
    if (found.length !== 1) throw new Error(`one module "${name}" was expected in dist/assets, found: ${found.join(", ") || "none"}`);
    return weigh(`assets/${found[0]}`);
  };
  const weights = {
    firstVisit: visit,
    firstVisitFiles: files.length,
    pageModule: await weighModule("page"),
    tablesModule: await weighModule("tables"),
  };
  const over = [];
  for (const [name, weight] of Object.entries(weights)) {
    console.log(`${String(weight).padStart(8)}  ${name}, of ${budgets[name]}`);
    if (weight > budgets[name]) over.push(`${name} is ${weight}, ${weight - budgets[name]} more than its budget`);
  }
  if (over.length > 0) throw new Failed(over.join("; "), "a budget exceeded");
}

if (isMain(import.meta.url)) await main(measure);
