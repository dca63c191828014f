// A million areas: in the browser beside PapaParse and DuckDB-Wasm, natively beside Polars, DuckDB and pandas.

import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { benchServer, launch, rendererPeak } from "../browser.mjs";
import { file, longFile } from "../data.mjs";
import { median, program, within } from "../measure.mjs";
import { peers, totals } from "../peers.mjs";
import { Missing, root } from "../../tools/process.mjs";

const set = JSON.parse(readFileSync(path.join(root, "src/criteria/sets/promemoria-2018.json"), "utf8"));

/** All answers must be the same, or the comparison is none. */
function same(answers) {
  const [first, ...rest] = answers.map(({ areas, meets, at }) => JSON.stringify({ areas, meets, at }));
  if (rest.some((answer) => answer !== first)) throw new Missing(`The programs do not agree: ${[first, ...rest].join(" ")}`);
}

async function native(report, count, runs) {
  const python = await peers();
  const counting = await totals();
  const data = file(count);
  const scripts = (name) => python(name, data);
  const contenders = {
    Tröskel: [counting, [data]],
    Polars: scripts("polars_totals.py"),
    DuckDB: scripts("duckdb_totals.py"),
    pandas: scripts("pandas_totals.py"),
    "reading and counting lines": scripts("lines.py"),
  };
  const seen = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  // In turn, so that a noisy minute hurts all alike, and every other round backwards: what a program leaves behind, such as
  // memory that the machine takes back, is not always the same one's to bear. The first round warms the file cache and is
  // not counted.
  for (let round = 0; round <= runs; round += 1) {
    const turns = Object.entries(contenders);
    for (const [name, [command, args]] of round % 2 === 0 ? turns : turns.reverse()) {
      const { ms, peak, cpu, output } = await program(command, args);
      const answer = JSON.parse(output);
      if (round > 0) seen[name].push({ ...answer, inside: answer.ms, whole: ms, cpu, peak });
    }
  }
  same(
    Object.entries(seen)
      .filter(([name]) => !name.startsWith("reading"))
      .map(([, all]) => all[0]),
  );
  const of = (name, what) => median(seen[name].map((one) => one[what]));
  for (const name of Object.keys(contenders)) {
    const title = [name, seen[name][0].version].filter(Boolean).join(" ");
    report.row(
      `natively, ${count.toLocaleString("en")} areas: file to totals, nothing written`,
      title,
      of(name, "inside"),
      "ms",
      of(name, "inside") / of("Tröskel", "inside"),
    );
  }
  for (const name of Object.keys(contenders))
    report.row("the same, the whole process", name, of(name, "whole"), "ms", of(name, "whole") / of("Tröskel", "whole"));
  for (const name of Object.keys(contenders))
    if (seen[name][0].cpu !== null)
      report.row("the same, processor time of all cores", name, of(name, "cpu"), "ms", of(name, "cpu") / of("Tröskel", "cpu"));
  for (const name of Object.keys(contenders))
    if (seen[name][0].peak !== null)
      report.row("the same, peak memory", name, of(name, "peak") / 1e6, "MB", of(name, "peak") / of("Tröskel", "peak"));
  return counting;
}

/** Nothing in a browser takes longer, so that what stands still is told and not waited for. */
const ANSWER_S = 240;

/** Runs one contender over a file in a browser of its own, cold and then warm. */
async function inTab(origin, name, data, runs) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(`${origin}/bench/index.html`);
    await page.setInputFiles("input", data);
    const results = [];
    for (let round = 0; round <= runs; round += 1) {
      const answer = page.evaluate(
        async ([name, set]) => (await import("/bench/million.js"))[name](document.querySelector("input").files[0], set),
        [name, set],
      );
      results.push(await within(ANSWER_S, answer, () => `${name} has not answered about ${path.basename(data)} in round ${round}`));
    }
    return Object.assign(results, { peak: rendererPeak() });
  } finally {
    await browser.close();
  }
}

/** Time and memory in the browser as a file grows. */
async function growth(report, sizes, long) {
  const { server, origin } = await benchServer();
  try {
    for (const [data, rows, kind] of [
      ...sizes.map((rows) => [file(rows), rows, "areas"]),
      [longFile(long), long, "areas of eighteen records"],
    ]) {
      const results = await inTab(origin, "ours", data, rows > 100_000 ? 2 : 9);
      const { wasmBytes, areas } = results[0];
      if (areas !== rows) throw new Missing(`${data} has ${rows} areas, but ${areas} were found.`);
      const who = `Tröskel: ${rows.toLocaleString("en")} ${kind}, ${Math.round(statSync(data).size / 1e6)} MB; Wasm memory ${Math.round(wasmBytes / 1e6)} MB`;
      report.row("growth, in the browser, warm", who, (median(results.slice(1).map(({ ms }) => ms)) * 1000) / rows, "µs an area");
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function inBrowser(report, count, runs) {
  const { server, origin } = await benchServer();
  const data = file(count);
  const results = {};
  try {
    for (const name of ["ours", "papa", "duck"]) results[name] = await inTab(origin, name, data, runs);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  same(Object.values(results).map((all) => all[0]));
  const titles = { ours: "Tröskel", papa: "PapaParse and plain JavaScript", duck: `DuckDB-Wasm ${results.duck[0].version}` };
  const warm = (name) => median(results[name].slice(1).map(({ ms }) => ms));
  const what = `in the browser, ${count.toLocaleString("en")} areas: file to sorted table`;
  for (const name of Object.keys(results)) report.row(`${what}, warm`, titles[name], warm(name), "ms", warm(name) / warm("ours"));
  for (const name of Object.keys(results))
    report.row(`${what}, cold`, titles[name], results[name][0].coldMs, "ms", results[name][0].coldMs / results.ours[0].coldMs);
  for (const name of Object.keys(results)) {
    if (results[name].peak !== null)
      report.row("the same, the tab’s peak memory", titles[name], results[name].peak / 1e6, "MB", results[name].peak / results.ours.peak);
  }
  const part = (key) => median(results.ours.slice(1).map((one) => one[key]));
  report.row("of that", "Tröskel: reading", part("importMs"), "ms");
  report.row("of that", "Tröskel: assessing", part("assessMs"), "ms");
  report.row("of that", "Tröskel: sorting, first rows", part("sortMs"), "ms");
  report.row("of that", "Tröskel: Wasm memory", part("wasmBytes") / 1e6, "MB");
  report.row(
    "outcomes and verdicts alone, in the worker (wanted: at most 1 µs)",
    "Tröskel",
    (part("outcomeMs") * 1000) / count,
    "µs an area",
  );
}

/** @param {import("../report.mjs").Report} report @param {{ quick: boolean }} options */
export async function million(report, { quick }) {
  const count = quick ? 100_000 : 1_000_000;
  report.row("the file", `${count.toLocaleString("en")} areas, semicolon, decimal comma`, statSync(file(count)).size / 1e6, "MB");
  const counting = await native(report, count, quick ? 4 : 6);
  await inBrowser(report, count, quick ? 2 : 3);
  const sizes = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000, 4_000_000];
  for (const rows of sizes) {
    const runs = [];
    let peak = null;
    for (let round = 0; round < 3; round += 1) {
      const one = await program(counting, [file(rows)]);
      runs.push(JSON.parse(one.output).ms);
      peak = one.peak;
    }
    report.row(
      "growth, natively, file to totals",
      `Tröskel: ${rows.toLocaleString("en")} areas${peak === null ? "" : `, peak ${Math.round(peak / 1e6)} MB`}`,
      (median(runs) * 1000) / rows,
      "µs an area",
    );
  }
  await growth(report, sizes, quick ? 10_000 : 1_000_000);
}
