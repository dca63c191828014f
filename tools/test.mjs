// Runs every check that a change must pass, from format to the page in real browsers, two at a time, and counts them.
//
//   npm test                  Chromium is required; Firefox and WebKit where they are present
//   npm run test:engines      all three are required
//   npm test -- rust page     only the steps with one of these words in their titles, and those whose results they need
//   npm run check             only what needs no browser

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { preferShell } from "./browsers.mjs";
import { Failed, Missing, isMain, main, outputs, root, seconds } from "./process.mjs";
import { rust } from "./build.mjs";
import { digest } from "./stamp.mjs";
import { stepsFor } from "./steps.mjs";

/** @typedef {import("./steps.mjs").Step} Step */

/** As many steps run at the same time. */
const AT_ONCE = 2;

const timesFile = path.join(root, ".cache", "times.json");

/** How long each step took the last time it passed, in milliseconds. @returns {Record<string, number>} */
function lastTimes() {
  try {
    return JSON.parse(readFileSync(timesFile, "utf8"));
  } catch {
    return {};
  }
}

/** The steps with one of the words in their titles, and those that they need. @param {Step[]} steps @param {string[]} words */
function choose(steps, words) {
  if (words.length === 0) return steps;
  const chosen = new Set(steps.filter(({ title }) => words.some((word) => title.includes(word))));
  if (chosen.size === 0)
    throw new Missing(`No step has ${words.join(" or ")} in its title: ${steps.map(({ title }) => title).join("; ")}.`);
  // A set takes what is added while it is walked through.
  for (const { after = [] } of chosen) for (const step of steps) if (after.includes(step.title)) chosen.add(step);
  return steps.filter((step) => chosen.has(step));
}

/** @typedef {{ step: Step, outcome: "passed" | "failed" | "skipped", why: string, output: string, took: number }} Result */

/** @param {Step} step @returns {Promise<Result>} */
async function perform(step) {
  const began = performance.now();
  let output = "";
  const result = (/** @type {Result["outcome"]} */ outcome, why = "") => ({ step, outcome, why, output, took: performance.now() - began });
  try {
    const why = await outputs.run((text) => (output += text), step.run);
    return typeof why === "string" && why !== "" && step.title.startsWith("page: in ") ? result("skipped", why) : result("passed");
  } catch (error) {
    const known = error instanceof Failed || error instanceof Missing;
    return result("failed", known ? error.message : `${error instanceof Error ? error.stack : error}`);
  }
}

/**
 * Runs steps as soon as what they need is there and their lane is free; a step whose needs have failed fails with them.
 *
 * @param {Step[]} steps @param {(result: Result) => void} done
 */
async function performAll(steps, done) {
  const waiting = new Set(steps);
  /** @type {Map<Step, Promise<void>>} */
  const running = new Map();
  /** @type {Map<string, Result["outcome"]>} */
  const outcomes = new Map();
  const finish = (/** @type {Result} */ result) => {
    outcomes.set(result.step.title, result.outcome);
    done(result);
  };
  const needs = (/** @type {Step} */ { after = [] }) => after.filter((title) => steps.some((step) => step.title === title));
  while (waiting.size > 0 || running.size > 0) {
    for (const step of waiting) {
      const broken = needs(step).find((title) => outcomes.get(title) === "failed");
      if (broken !== undefined) {
        waiting.delete(step);
        finish({ step, outcome: "failed", why: `it needs "${broken}", which failed`, output: "", took: 0 });
        continue;
      }
      const isReady = needs(step).every((title) => outcomes.has(title)) && [...running.keys()].every(({ lane }) => lane !== step.lane);
      if (!isReady || running.size >= AT_ONCE) continue;
      waiting.delete(step);
      console.log(`… ${step.title}`);
      running.set(
        step,
        perform(step).then((result) => {
          running.delete(step);
          finish(result);
        }),
      );
    }
    if (running.size > 0) await Promise.race(running.values());
  }
}

async function test() {
  const unknown = process.argv.slice(2).find((word) => word.startsWith("-") && !["--check", "--engines"].includes(word));
  if (unknown !== undefined)
    throw new Missing(`There is no ${unknown}: name steps by words of their titles, or give --check or --engines.`);
  const words = process.argv.slice(2).filter((word) => !word.startsWith("-"));
  const onServer = process.env["CI"] === "true" && process.getuid?.() === 0;
  const check = process.argv.includes("--check");
  const steps = choose(stepsFor({ check, allEngines: onServer || process.argv.includes("--engines") }), words);
  const since = performance.now();
  if (onServer) await preferShell();
  const sources = () => digest([...rust, "www", "tests"], ["www/generated", "tests/rule/node_modules"]);
  const before = sources();
  const last = lastTimes();
  const times = { ...last };
  /** @type {Result[]} */
  const results = [];
  await performAll(steps, (result) => {
    const { step, outcome, why, output, took } = result;
    results.push(result);
    const then = last[step.title];
    const time = `${(took / 1000).toFixed(1)} s${then === undefined ? "" : `, last time ${(then / 1000).toFixed(1)} s`}`;
    console.log(`\n=== ${step.title}\n${output}${outcome}${why === "" ? "" : `: ${why}`} (${time})`);
    if (outcome === "passed") times[step.title] = Math.round(took);
  });
  mkdirSync(path.dirname(timesFile), { recursive: true });
  writeFileSync(timesFile, `${JSON.stringify(times, null, 2)}\n`);
  const of = (/** @type {Result["outcome"]} */ outcome) => results.filter((result) => result.outcome === outcome);
  console.log(`\nAll in ${seconds(since)}.`);
  for (const { step, why } of of("skipped")) console.log(`skipped · ${step.title}: ${why}`);
  for (const { step, why } of of("failed")) console.log(`failed · ${step.title}: ${why}`);
  const [passed, failed, skipped] = [of("passed").length, of("failed").length, of("skipped").length];
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  if (failed > 0) process.exitCode = 1;
  if (sources() !== before) throw new Missing("The sources changed meanwhile: what was tested is not what is there now. Run it again.");
}

if (isMain(import.meta.url)) await main(test);
