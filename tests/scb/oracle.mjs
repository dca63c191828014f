// What the made-up country's areas come to, from the figures of the stand-in's tables and the memo's thresholds alone:
// whole numbers, no part of the product.

import { readFileSync } from "node:fs";
import { tables } from "./tables.mjs";
import { regions } from "./world.mjs";

/** @type {{ criteria: { id: string, direction: "below" | "above", threshold: { value: string } }[] }} */
const set = JSON.parse(readFileSync(new URL("../../src/criteria/sets/promemoria-2018.json", import.meta.url), "utf8"));

/** @typedef {{ count?: string, total?: string, percent?: string }} Figure */

/** @param {string} id @param {string} region @param {Record<string, string>} chosen */
const cell = (id, region, chosen) => tables.find((table) => table.id === id)?.cell(region, chosen) ?? null;

/** @param {string} region @param {string} year @returns {Record<string, Figure | null>} */
function figuresOf(region, year) {
  const employed = (/** @type {string} */ contents) =>
    cell("TAB6680", region, { Kon: "1+2", Alder: "20-64", ContentsCode: contents, Tid: year });
  const levels = ["21", "3+4", "5", "6", "US"].map((level) =>
    Number(cell(Number(year) < 2024 ? "TAB5956" : "TAB6534", region, { UtbildningsNiva: level, Tid: year })),
  );
  const bare = region.replace(/_.*/, "");
  const turnout = cell("TAB9001", bare, {
    Bakgrund: "SAMT",
    Kon: "4",
    ContentsCode: "000004WU",
    Tid: Number(year) < 2022 ? "2018" : "2022",
  });
  return {
    employment: { count: `${employed("0000089X")}`, total: `${employed("0000089Y")}` },
    "long-term-unemployment": null,
    "low-education": { count: String(levels[0]), total: String(levels.reduce((sum, one) => sum + one, 0)) },
    turnout: turnout === null ? null : { percent: turnout.includes(".") ? turnout.replace(".", ",") : `${turnout},0` },
  };
}

/** @param {Figure | null} figure @param {{ direction: string, threshold: { value: string } }} criterion */
function outcome(figure, { direction, threshold }) {
  if (figure === null) return "unknown";
  const tenths = BigInt(threshold.value) * 10n;
  const [left, right] =
    figure.percent === undefined
      ? [BigInt(figure.count ?? "") * 1000n, BigInt(figure.total ?? "") * tenths]
      : [BigInt(figure.percent.replace(",", "")), tenths];
  if (left === right) return "at-threshold";
  return left < right === (direction === "below") ? "met" : "not-met";
}

/** @param {string} region @param {number} year */
function assess(region, year) {
  const figures = figuresOf(region, String(year));
  const outcomes = Object.fromEntries(set.criteria.map((criterion) => [criterion.id, outcome(figures[criterion.id] ?? null, criterion)]));
  const all = Object.values(outcomes);
  const verdict = all.some((one) => one === "not-met" || one === "at-threshold")
    ? "does-not-meet"
    : all.includes("unknown")
      ? "undetermined"
      : "meets";
  return { code: region.replace(/_.*/, ""), figures, outcomes, verdict };
}

/** An area of the older division by its code. @param {string} code @param {number} year */
export const outcomeOf = (code, year) => assess(code, year);

/** @param {number} year */
outcomeOf.all = (year) => (regions["RegSO2020"] ?? []).map(({ code }) => assess(code, year));
