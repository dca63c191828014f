// The page's own speed on a slow device, and the core's across the JavaScript boundary.

import { readFileSync } from "node:fs";
import path from "node:path";
import { benchServer, launch, siteServer } from "../browser.mjs";
import { file } from "../data.mjs";
import { median, quantile, within } from "../measure.mjs";
import { root, say } from "../../tools/process.mjs";

const SLOWER = 4;
/** How long a visit is watched. Whoever asks the page while it loads makes it run a script of the driver's own. */
const VISIT_MS = 2_000;
const set = JSON.parse(readFileSync(path.join(root, "src/criteria/sets/promemoria-2018.json"), "utf8"));

/** What a browser's main thread does between a key and the picture, by the names of Chromium's trace. */
const work = new Set([
  "EventDispatch",
  "FunctionCall",
  "RunMicrotasks",
  "TimerFire",
  "FireAnimationFrame",
  "V8.GC_SCAVENGER",
  "MinorGC",
  "MajorGC",
  "UpdateLayoutTree",
  "Layout",
]);
const painting = new Set(["PrePaint", "Paint", "Layerize", "Commit"]);

/**
 * The milliseconds from each key press to the commit that shows it: script, style and layout, and with the painting.
 *
 * @param {{ traceEvents: any[] }} trace
 */
function keyPresses(trace) {
  const events = trace.traceEvents.filter((event) => event.ph === "X" || event.name === "thread_name");
  const dispatches = events.filter((event) => event.name === "EventDispatch");
  const main = dispatches.find((event) => event.args.data.type === "keydown");
  const ours = events
    .filter((event) => event.ph === "X" && event.pid === main.pid && event.tid === main.tid)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const times = [];
  const keys = ours.filter((event) => event.name === "EventDispatch" && event.args.data.type === "keydown");
  for (const [nth, key] of keys.entries()) {
    const next = keys[nth + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const input = ours.find(
      (event) => event.name === "EventDispatch" && event.args.data.type === "input" && event.ts >= key.ts && event.ts < next,
    );
    const commit = input && ours.find((event) => event.name === "Commit" && event.ts >= input.ts + input.dur && event.ts < next);
    if (!commit) continue;
    const time = { busy: 0, processor: 0, busyWithPaint: 0, processorWithPaint: 0 };
    let end = 0;
    for (const event of ours) {
      const isPainting = painting.has(event.name);
      if (event.ts < key.ts || event.ts > commit.ts || !(isPainting || work.has(event.name))) continue;
      // Only what is not within something already counted.
      if (event.ts < end) continue;
      const [busy, processor] = [event.dur / 1000, (event.tdur ?? event.dur) / 1000];
      time.busyWithPaint += busy;
      time.processorWithPaint += processor;
      if (!isPainting) {
        time.busy += busy;
        time.processor += processor;
      }
      end = event.ts + event.dur;
    }
    times.push(time);
  }
  return times;
}

/** Watches from the first moment: long tasks, and when the first answer stands there. */
function watch() {
  globalThis.seen = { tasks: [], answer: null };
  new PerformanceObserver((list) => globalThis.seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
    buffered: true,
  });
  const look = () => {
    if (document.querySelector("[data-verdict]") === null) return;
    globalThis.seen.answer = performance.now();
    observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-verdict"] });
}

/** What is typed, turn by turn. */
const figures = [
  ["employment", "61,75", "58,2"],
  ["long-term-unemployment", "9,95", "11,2"],
  ["low-education", "27,15", "28,0"],
  ["turnout", "75,05", "71,3"],
];

/** Types figures into a page, and returns what each key cost. */
async function typed(browser, page, rounds) {
  await page.bringToFront();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const once = async (turn) => {
    for (const [name, even, odd] of figures) {
      await page.focus(`input[name="${name}"]`);
      await page.keyboard.press("Control+A");
      for (const key of turn % 2 ? odd : even) {
        await page.keyboard.press(key);
        await page.waitForTimeout(120);
      }
    }
  };
  // As a person who already has typed something, so that all the page's code is warm and every row has an answer.
  await once(0);
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"] });
  for (let turn = 1; turn <= rounds; turn += 1) await once(turn);
  const trace = JSON.parse((await browser.stopTracing()).toString());
  await page.close();
  return keyPresses(trace);
}

async function typing(report, rounds) {
  const { server, origin } = await siteServer();
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 });
    const [paints, answers, longest] = [[], [], []];
    for (let visit = 0; visit < 5; visit += 1) {
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send("Network.enable");
      await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      await page.addInitScript(watch);
      await page.goto(`${origin}/`);
      await page.waitForTimeout(VISIT_MS);
      const seen = await page.evaluate(() => ({
        ...globalThis.seen,
        paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      }));
      if (seen.answer === null) throw new Error(`no answer after ${VISIT_MS} ms`);
      paints.push(seen.paint);
      answers.push(seen.answer);
      longest.push(Math.max(0, ...seen.tasks));
      await page.close();
    }
    report.row(`first paint, ${SLOWER}× slower processor, nothing kept`, "the page", median(paints), "ms");
    report.row("first answer of the core", "the page", median(answers), "ms");
    report.row("longest task while loading (0: none above 50 ms)", "the page", median(longest), "ms");

    const ours = await context.newPage();
    await ours.addInitScript(watch);
    await ours.goto(`${origin}/`);
    await ours.waitForFunction(() => globalThis.seen.answer !== null);
    // How much of it is the browser's own, and how fast the machine is in that minute.
    const bare = await context.newPage();
    await bare.setContent(figures.map(([name]) => `<input name="${name}">`).join(""));
    const [times, least] = [await typed(browser, ours, rounds), await typed(browser, bare, rounds)];
    const slower = `${SLOWER}× slower, ${times.length} keys`;
    for (const [kind, what, title] of [
      ["busy", "script, style and layout (wanted: 8, and 16 for 95 of 100)", "by the clock"],
      ["processor", "script, style and layout (wanted: 8, and 16 for 95 of 100)", "the thread’s own time"],
      ["busyWithPaint", "and paint", "by the clock"],
      ["processorWithPaint", "and paint", "the thread’s own time"],
    ]) {
      for (const [who, some] of [
        ["the page", times],
        ["a bare field in an empty page", least],
      ]) {
        const all = some.map((time) => time[kind]);
        report.row(`key press to commit, ${slower}: ${what}`, `${who}, median, ${title}`, median(all), "ms");
        report.row(`key press to commit, ${slower}: ${what}`, `${who}, 95 of 100, ${title}`, quantile(all, 0.95), "ms");
      }
    }

    await longestWhileLoading(report, context, origin);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** The longest task of the page itself while the worker reads a million areas. */
async function longestWhileLoading(report, context, origin) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  const response = await page.goto(`${origin}/many`);
  const input = page.locator('input[type="file"][name="files"]');
  if (response?.status() !== 200 || (await input.count()) === 0) {
    say("the page has no view for many areas: its longest task while loading is not measured");
    return;
  }
  await page.waitForTimeout(1_000);
  await page.evaluate(() => globalThis.seen.tasks.splice(0));
  const since = performance.now();
  await input.setInputFiles(file(1_000_000));
  const done = page.waitForSelector("[data-areas-total]", { timeout: 0, state: "attached" });
  const shown = async () =>
    `the page has no answer about a million areas; it shows “${(await page.locator("main").innerText()).replaceAll(/\s+/g, " ").slice(0, 400)}”`;
  await within(120, done, shown);
  const ms = performance.now() - since;
  await page.waitForTimeout(300);
  const { tasks } = await page.evaluate(() => globalThis.seen);
  report.row("a million areas in the page: longest task (wanted: none above 50)", "the page", Math.max(0, ...tasks), "ms");
  report.row("a million areas in the page: file to table on the screen", "the page", ms, "ms");
}

async function core(report) {
  const { server, origin } = await benchServer();
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/bench/index.html`);
    const answer = await page.evaluate(async (set) => (await import("/bench/core.js")).core(set), set);
    report.row("an explained assessment across the boundary (wanted: at most 60)", "four percentages", answer.assessPercents, "µs");
    report.row("an explained assessment across the boundary (wanted: at most 60)", "four counts", answer.assessCounts, "µs");
    report.row("what a key changes across the boundary: a figure in, the outcome out", "a percentage of four", answer.key, "µs");
    report.row("what it would take, for one area (wanted: at most 1 000)", "four percentages", answer.whatIfPercents, "µs");
    report.row("what it would take, for one area (wanted: at most 1 000)", "four counts", answer.whatIfCounts, "µs");
    report.row("a grid of 101 × 101 (wanted: at most 16)", "two percentages", answer.grid / 1000, "ms");
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** @param {import("../report.mjs").Report} report @param {{ quick: boolean }} options */
export async function page(report, { quick }) {
  await core(report);
  await typing(report, quick ? 2 : 6);
}
