// The panels' Wasm module, as the page loads it, across the JavaScript boundary.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import init, { Calculator } from "../www/generated/plan/plan.js";

const file = (path) => readFileSync(new URL(`../${path}`, import.meta.url));
const { buffer: wasm } = new Uint8Array(file("www/generated/plan/plan_bg.wasm"));
const set = JSON.parse(file("src/criteria/sets/promemoria-2018.json").toString());
/** @returns {import("../www/generated/plan/plan.js").Given} */
const share = (count, total) => ({ mode: "count", count, total, noise: "" });
const request = {
  figures: [share("742", "1237"), share("150", "1237"), share("350", "1250"), share("800", "1121")],
  tie: null,
  require: null,
};

let calculator;
before(async () => {
  await init({ module_or_path: wasm });
  calculator = new Calculator(set);
});

test("what it would take for one area is told", () => {
  assert.equal(calculator.whatIf(request).cheapest.combinations[0][0].change.fixedTotal.figure, "351/1250");
});

test("a grid of 101 by 101 has a verdict in each cell", () => {
  const axis = (criterion) => ({ criterion, from: "0", step: "1", positions: 101, total: "" });
  const cells = calculator.grid(request, axis("low-education"), axis("employment"));
  assert.equal(cells.length, 101 * 101);
  const verdict = (column, row) => cells[row * 101 + column] & 3;
  assert.deepEqual([verdict(29, 59), verdict(28, 59), verdict(29, 60)], [0, 1, 1]);
});

test("thresholds of one's own are read as a person types them, and refused where they are none", () => {
  const own = Calculator.withThresholds(set, { employment: "59,9", turnout: "" });
  assert.notEqual(own.hash, calculator.hash);
  assert.equal(own.assess(request).assessment.findings[0].outcome, "not-met");
  assert.equal(Calculator.withThresholds(set, {}).hash, calculator.hash);
  assert.throws(
    () => Calculator.withThresholds(set, { employment: "5x" }),
    ({ problem }) => problem.code === "not-a-number",
  );
  assert.throws(
    () => Calculator.withThresholds(set, { employment: "101" }),
    ({ problem }) => problem.code === "above-hundred",
  );
});
