// The picture to share, without a browser: nothing of what it says lies on anything else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pageModules } from "./modules.mjs";

const modules = pageModules();

const long = "a set of one’s own with a name that goes on for longer than a line of it ";

/** @param {{ rows: readonly any[] } & Record<string, unknown>} more */
const card = (more) => ({
  above: ["Municipality: Upplands Väsby", "Example with made-up figures, not a real area."],
  sentence: ["The area meets three of four criteria.", "That is not enough – all four are required."],
  note: "Met means that the area has greater challenges than the threshold.",
  source: "Criteria: Swedish government memo, March 2018. A computation, not a decision.",
  made: "Tröskel, 29 November 2026",
  ...more,
});

/** Each text with the room it takes up by the average letter of a wide font. @param {readonly any[]} shapes */
const boxesOf = (shapes) =>
  shapes
    .filter(({ kind }) => kind === "text")
    .map(({ text, x, y, size, anchor, font }) => {
      const width = text.length * size * (font === "serif" ? 0.56 : 0.58);
      const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
      return { text, left, right: left + width, top: y - size * 0.75, foot: y + size * 0.2 };
    });

test("no words of the picture to share lie on others, and no line goes through them", async () => {
  const { shapesOf, WIDTH, HEIGHT } = await modules.load("/area/share/card.ts");
  const { builtIn } = await modules.load("/engine/criteria.ts");
  const [set, other] = builtIn;
  const row = (/** @type {string} */ value) => (/** @type {any} */ criterion) => ({
    criterion,
    label: "Share of long-term registered unemployed",
    value,
    outcome: "at-threshold",
    figure: "1,100 of 12,500",
    word: "Exactly on the threshold",
    rule: `Met ${criterion.direction} ${criterion.threshold.value}%`,
    average: criterion.nationalAverage === undefined ? null : `Sweden ${criterion.nationalAverage.value}%`,
  });
  const many = Array.from({ length: 4 }, () => set.criteria).flat();
  for (const content of [
    card({ rows: set.criteria.map(row("12")) }),
    card({ rows: set.criteria.map(row("99")), above: [] }),
    card({ rows: set.criteria.map(row("12")), source: `Criteria: ${long.repeat(2)}.` }),
    card({ rows: set.criteria.map(row("12")), sentence: [`${long.repeat(2)} meets one of four.`, "Whether that is enough is open."] }),
    card({ rows: set.criteria.map(row("12")), sentence: [`${"Långgatan".repeat(14)} meets one of four.`, "That is enough."] }),
    card({ rows: other.criteria.map(row("99")) }),
    card({ rows: many.map(row("12")), sentence: [`${long.repeat(2)} meets one of four.`, "Whether that is enough is open."] }),
  ]) {
    const shapes = shapesOf(content);
    const boxes = boxesOf(shapes);
    const across = shapes.filter((/** @type {any} */ { kind, from, to }) => kind === "line" && from[1] === to[1]);
    assert.ok(across.length > content.rows.length);
    for (const [nth, one] of boxes.entries()) {
      assert.ok(one.left >= 0 && one.right <= WIDTH && one.foot <= HEIGHT, one.text);
      for (const { from } of across) assert.ok(from[1] <= one.top || from[1] >= one.foot, `a line goes through ${one.text}`);
      for (const other of boxes.slice(nth + 1))
        assert.ok(
          one.right <= other.left || other.right <= one.left || one.foot <= other.top || other.foot <= one.top,
          `${one.text} / ${other.text}`,
        );
    }
  }
});

test("the picture to share says where, and for each criterion what came out in one line and on which side it is met", async () => {
  const { shapesOf } = await modules.load("/area/share/card.ts");
  const { builtIn } = await modules.load("/engine/criteria.ts");
  const rows = builtIn[0].criteria.map((/** @type {any} */ criterion, /** @type {number} */ nth) => ({
    criterion,
    label: criterion.label.sv,
    value: nth === 0 ? null : "12",
    outcome: nth === 0 ? "unknown" : "not-met",
    figure: nth === 0 ? null : "12 %",
    word: nth === 0 ? "Ingen siffra" : "Inte uppfyllt",
    rule: `Uppfyllt vid ${criterion.threshold.value} %`,
    average: null,
  }));
  const said = boxesOf(shapesOf(card({ rows, above: ["Kommun: Malmö"] }))).map(({ text }) => text);
  for (const words of ["Kommun: Malmö", "Ingen siffra", "Inte uppfyllt", ...rows.map((/** @type {any} */ { rule }) => rule)])
    assert.ok(said.includes(words), words);
});
