// Measures the built site with Lighthouse 12 as on a phone, in the system's Chromium: the median of five runs.
//
//   npm run lighthouse               every page
//   npm run lighthouse -- / /en/     only these

import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { chromiumFlags, needChromium } from "./browsers.mjs";
import { build } from "./build.mjs";
import { Failed, Missing, isMain, main, root, run, say } from "./process.mjs";
import { handler, listen } from "./serve.mjs";
import { digest, onceFor } from "./stamp.mjs";

const folder = "bench/lighthouse";
const runs = 5;

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function installed() {
  const inputs = ["package.json", "package-lock.json"].map((name) => `${folder}/${name}`);
  await onceFor("lighthouse", { digest: digest(inputs), outputs: [`${folder}/node_modules`] }, async () => {
    say(`Lighthouse: npm ci in ${folder}`);
    try {
      await run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: path.join(root, folder), quiet: true });
    } catch (error) {
      if (error instanceof Failed)
        throw new Missing(`Lighthouse is missing: run \`npm ci\` in ${folder} where the npm registry can be reached.`);
      throw error;
    }
  });
  const module = await import(pathToFileURL(path.join(root, folder, "node_modules", "lighthouse", "core", "index.js")).href);
  return module.default;
}

/**
 * Measures a page once; a run in which the browser painted nothing is no measurement, and is made again.
 *
 * @param {(address: string, options: object) => Promise<any>} measure @param {string} address @param {number} port
 */
async function once(measure, address, port) {
  let reason = "";
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { lhr } = await measure(address, {
      port,
      logLevel: "error",
      output: "json",
      onlyCategories: ["performance", "accessibility", "best-practices"],
    });
    if (lhr.runtimeError === undefined) return lhr;
    reason = lhr.runtimeError.message;
  }
  throw new Error(`Lighthouse could not measure ${address}: ${reason}`);
}

/** The pages of the built site, by their addresses. */
const pages = () =>
  readdirSync(path.join(root, "dist"), { recursive: true, encoding: "utf8" })
    .filter((name) => path.basename(name) === "index.html")
    .map((name) => `/${name.slice(0, -"index.html".length)}`)
    .sort();

async function lighthouse() {
  await build();
  const measure = await installed();
  const { browser: executablePath } = await needChromium();
  const { server, origin } = await listen(handler(path.join(root, "dist")), 0);
  const port = 9200 + (process.pid % 700);
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags, `--remote-debugging-port=${port}`] });
  try {
    const wanted = process.argv.slice(2);
    for (const page of wanted.length > 0 ? wanted : pages()) {
      /** @type {Map<string, number[]>} */
      const values = new Map();
      /** @type {Set<string>} */
      const findings = new Set();
      for (let round = 0; round < runs; round += 1) {
        const { categories, audits } = await once(measure, `${origin}${page}`, port);
        for (const [name, category] of Object.entries(categories)) {
          values.set(name, [...(values.get(name) ?? []), Math.round(category.score * 100)]);
          for (const { id, weight } of category.auditRefs)
            if (weight > 0 && (audits[id].score ?? 1) < 0.9) findings.add(`${id}: ${audits[id].displayValue ?? audits[id].title}`);
        }
        for (const name of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"]) {
          values.set(`${name}, ms`, [...(values.get(`${name}, ms`) ?? []), Math.round(audits[name].numericValue)]);
        }
        values.set("cumulative-layout-shift", [
          ...(values.get("cumulative-layout-shift") ?? []),
          audits["cumulative-layout-shift"].numericValue,
        ]);
      }
      console.log(`\n${page}`);
      for (const [name, all] of values) console.log(`${String(median(all)).padStart(8)}  ${name} (${all.join(", ")})`);
      for (const finding of findings) console.log(`          below par: ${finding}`);
    }
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

if (isMain(import.meta.url)) await main(lighthouse);
