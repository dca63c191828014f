// One assessment beside rule engines: how long it takes, and who is right exactly at a threshold.

import { readFileSync } from "node:fs";
import path from "node:path";
import zen from "@gorules/zen-engine";
import jsonLogic from "json-logic-js";
import { Engine } from "json-rules-engine";
import Publicodes from "publicodes";
import * as ours from "../../www/generated/page/page.js";
import { root } from "../../tools/process.mjs";
import { microseconds, microsecondsLater } from "../measure.mjs";

const set = JSON.parse(readFileSync(path.join(root, "src/criteria/sets/promemoria-2018.json"), "utf8"));
const text = { employment: "58.2", "long-term-unemployment": "11.2", "low-education": "28.5", turnout: "71.3" };
const area = { employment: 58.2, unemployment: 11.2, education: 28.5, turnout: 71.3 };

/** The four comparisons of the memo: fact, sign, threshold. */
const rules = [
  ["employment", "<", 60],
  ["unemployment", ">", 10],
  ["education", ">", 28],
  ["turnout", "<", 75],
];

function logicRule() {
  return { and: rules.map(([fact, sign, threshold]) => ({ [sign]: [{ var: fact }, threshold] })) };
}

const operators = { ">": "greaterThan", "≥": "greaterThanInclusive", "<": "lessThan", "≤": "lessThanInclusive" };

function engineOf(conditions) {
  const engine = new Engine([], { allowUndefinedFacts: false });
  engine.addRule({ conditions: { all: conditions }, event: { type: "meets" } });
  return engine;
}

/** A decision with one node of expressions. @param {[string, string][]} expressions */
function decisionOf(engine, expressions) {
  const node = (id, type, content) => ({ id, name: id, type, position: { x: 0, y: 0 }, ...(content ? { content } : {}) });
  return engine.createDecision({
    nodes: [
      node("in", "inputNode"),
      node("rule", "expressionNode", { expressions: expressions.map(([key, value]) => ({ id: key, key, value })) }),
      node("out", "outputNode"),
    ],
    edges: [
      { id: "1", sourceId: "in", targetId: "rule", type: "edge" },
      { id: "2", sourceId: "rule", targetId: "out", type: "edge" },
    ],
  });
}

const plain = (sign) => ({ ">": ">", "≥": ">=", "<": "<", "≤": "<=" })[sign];

const quiet = {
  logger: {
    log() {},
    warn() {},
    error(message) {
      throw new Error(message);
    },
  },
};

async function time(report) {
  const calculator = new ours.Calculator(set);
  const percent = (id) => ({ mode: "percent", text: text[id], exact: false, of: "" });
  const request = { figures: set.criteria.map(({ id }) => percent(id)), tie: null, require: null };
  if (calculator.assess(request).assessment.verdict !== "meets") throw new Error("ours does not answer as it must");

  const engine = engineOf(rules.map(([fact, sign, value]) => ({ fact, operator: operators[sign], value })));
  if ((await engine.run(area)).events.length !== 1) throw new Error("json-rules-engine does not answer as it must");

  const logic = logicRule();
  if (jsonLogic.apply(logic, area) !== true) throw new Error("json-logic-js does not answer as it must");

  const decision = decisionOf(new zen.ZenEngine(), [
    ["meets", rules.map(([fact, sign, value]) => `${fact} ${sign} ${value}`).join(" and ")],
  ]);
  if ((await decision.evaluate(area)).result.meets !== true) throw new Error("GoRules ZEN does not answer as it must");

  const facts = Object.fromEntries(rules.map(([fact]) => [fact, { "par défaut": 0 }]));
  const publicodes = new Publicodes(
    { ...facts, meets: { "toutes ces conditions": rules.map(([fact, sign, value]) => `${fact} ${sign} ${value}`) } },
    quiet,
  );
  const answerOf = () => publicodes.setSituation(area).evaluate("meets").nodeValue;
  if (answerOf() !== true) throw new Error("publicodes does not answer as it must");

  const own = microseconds(() => calculator.assess(request));
  const what = "one area against four thresholds, in Node";
  report.row(what, "Tröskel, explained: distances, certainty, inequalities", own, "µs", 1);
  const others = {
    "json-logic-js, yes or no": microseconds(() => jsonLogic.apply(logic, area)),
    "GoRules ZEN, yes or no": await microsecondsLater(() => decision.evaluate(area)),
    "json-rules-engine, yes or no": await microsecondsLater(() => engine.run(area)),
    "publicodes, yes or no": microseconds(answerOf, 11),
  };
  for (const [name, value] of Object.entries(others)) report.row(what, name, value, "µs", value / own);
}

/** Every whole threshold and total for which some count is exactly on the threshold. */
function pairs() {
  const all = [];
  for (let t = 1; t <= 99; t += 1) for (let d = 1; d <= 1000; d += 1) if ((t * d) % 100 === 0) all.push({ t, d, n: (t * d) / 100 });
  return all;
}

/** What each comparison says of two equal numbers. */
const truth = { ">": false, "≥": true, "<": false, "≤": true };
const signs = Object.keys(truth);

/** How a person would write the share: all three mean the same. */
const ways = [
  [
    "n / d against t / 100",
    (n, d, t) => [n / d, t / 100],
    "n / d",
    "t / 100",
    { "/": [{ var: "n" }, { var: "d" }] },
    { "/": [{ var: "t" }, 100] },
  ],
  [
    "n / d · 100 against t",
    (n, d, t) => [(n / d) * 100, t],
    "n / d * 100",
    "t",
    { "*": [{ "/": [{ var: "n" }, { var: "d" }] }, 100] },
    { var: "t" },
  ],
];

async function exactly(report, quick) {
  const all = pairs().filter((_, nth) => !quick || nth % 20 === 0);
  const engineZen = new zen.ZenEngine();
  const share = (right) => (100 * right) / all.length;
  const what = (way) => `exactly at the threshold (${all.length} pairs, all of > ≥ < ≤ right), ${way}`;

  // Ours is asked as a person asks it: a count of a total, and a set whose threshold is t.
  let right = 0;
  const calculators = new Map();
  for (const { t, d, n } of all) {
    if (!calculators.has(t)) {
      const criteria = ["below", "above"].map((direction, nth) => {
        const model = set.criteria.find((criterion) => criterion.direction === direction);
        const { nationalAverage: _, ...rest } = model;
        return { ...rest, id: `criterion-${nth}`, threshold: { ...model.threshold, value: String(t) } };
      });
      calculators.set(t, new ours.Calculator({ ...set, criteria }));
    }
    const figure = { mode: "count", count: String(n), total: String(d), noise: "" };
    const answer = (tie) => calculators.get(t).assess({ figures: [figure, figure], tie, require: "any" }).assessment;
    const [strict, inclusive] = [answer("strict"), answer("inclusive")];
    const holds = (assessment, wanted) =>
      assessment.findings.every((finding) => finding.outcome === "at-threshold" && finding.countsAsMet === wanted);
    right += holds(strict, false) && holds(inclusive, true) ? 1 : 0;
  }
  for (const [way] of ways) report.row(what(way), "Tröskel", share(right), "%");

  for (const [way, facts, left, other, logicLeft, logicOther] of ways) {
    const counts = { "json-rules-engine": 0, "json-logic-js": 0, "GoRules ZEN": 0, publicodes: 0 };
    const decision = decisionOf(
      engineZen,
      signs.map((sign, nth) => [`r${nth}`, `${left} ${plain(sign)} ${other}`]),
    );
    const engines = Object.fromEntries(
      signs.map((sign) => [sign, engineOf([{ fact: "share", operator: operators[sign], value: { fact: "threshold" } }])]),
    );
    const given = Object.fromEntries(["n", "d", "t"].map((name) => [name, { "par défaut": 1 }]));
    const publicodes = new Publicodes(
      { ...given, ...Object.fromEntries(signs.map((sign, nth) => [`rule ${"abcd"[nth]}`, `${left} ${plain(sign)} ${other}`])) },
      quiet,
    );
    for (const { t, d, n } of all) {
      const [value, threshold] = facts(n, d, t);
      const results = await Promise.all(
        signs.map(async (sign) => (await engines[sign].run({ share: value, threshold })).events.length === 1),
      );
      counts["json-rules-engine"] += results.every((result, nth) => result === truth[signs[nth]]) ? 1 : 0;
      counts["json-logic-js"] += signs.every(
        (sign) => jsonLogic.apply({ [plain(sign)]: [logicLeft, logicOther] }, { n, d, t }) === truth[sign],
      )
        ? 1
        : 0;
      const { result } = await decision.evaluate({ n, d, t });
      counts["GoRules ZEN"] += signs.every((sign, nth) => result[`r${nth}`] === truth[sign]) ? 1 : 0;
      publicodes.setSituation({ n, d, t });
      counts["publicodes"] += signs.every((sign, nth) => publicodes.evaluate(`rule ${"abcd"[nth]}`).nodeValue === truth[sign]) ? 1 : 0;
    }
    for (const [name, count] of Object.entries(counts)) report.row(what(way), name, share(count), "%");
  }
}

/** @param {import("../report.mjs").Report} report @param {{ quick: boolean }} options */
export async function assess(report, { quick }) {
  ours.initSync({ module: readFileSync(path.join(root, "www/generated/page/page_bg.wasm")) });
  await time(report);
  await exactly(report, quick);
}
