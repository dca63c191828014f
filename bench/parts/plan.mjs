// The panels' module across the JavaScript boundary: what it would take for one area, and a grid of thresholds.

import { readFileSync } from "node:fs";
import init, { Calculator } from "../../www/generated/plan/plan.js";
import { microseconds } from "../measure.mjs";

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const share = (count, total) => ({ mode: "count", count, total, noise: "" });
const request = {
  figures: [share("742", "1237"), share("150", "1237"), share("350", "1250"), share("800", "1121")],
  tie: null,
  require: null,
};

/** @param {import("../report.mjs").Report} report */
export async function plan(report) {
  await init({ module_or_path: file("www/generated/plan/plan_bg.wasm") });
  const calculator = new Calculator(JSON.parse(file("src/criteria/sets/promemoria-2018.json")));
  const axis = (criterion) => ({ criterion, from: "0", step: "1", positions: 101, total: "" });
  const grid = () => calculator.grid(request, axis("low-education"), axis("employment"));
  // A frame of sixty in a second takes 16 667 microseconds.
  report.row(
    "the panels",
    "what it would take for one area",
    microseconds(() => calculator.whatIf(request)),
    "µs",
  );
  report.row("the panels", "a grid of 101 by 101", microseconds(grid), "µs");
}
