// The picture to share, without a browser: nothing of what it says lies on anything else.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createServer } from "vite";

/** @type {import("vite").ViteDevServer} */
let vite;
before(async () => {
  vite = await createServer({
    configFile: new URL("../vite.config.ts", import.meta.url).pathname,
    server: { middlewareMode: true, watch: null, hmr: false },
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
  });
});
after(async () => {
  await vite?.close();
});

test("no words of the picture to share lie on others", async () => {
  const { shapesOf, WIDTH } = await vite.ssrLoadModule("/area/share/card.ts");
  const { builtIn } = await vite.ssrLoadModule("/engine/criteria.ts");
  const [set] = builtIn;
  const row = (/** @type {any} */ criterion) => ({
    criterion,
    label: "Share of long-term registered unemployed",
    value: "12",
    outcome: "met",
    said: "12% · Exactly on the threshold",
    threshold: `threshold ${criterion.threshold.value}%`,
    average: `Sweden ${criterion.nationalAverage.value}%`,
  });
  for (const name of [
    "the Swedish government’s memo, March 2018",
    "a set of one’s own with a name that goes on for longer than a line of it ".repeat(2),
  ]) {
    const shapes = shapesOf({
      sentence: ["The area meets three of four criteria.", "That is not enough – all four are required."],
      notes: ["Met means that the area has greater challenges than the threshold."],
      rows: set.criteria.map(row),
      source: `Criteria: ${name}. A computation, not a decision.`,
      made: "Tröskel, 29 November 2026",
    });
    const boxes = shapes
      .filter((/** @type {any} */ { kind }) => kind === "text")
      .map((/** @type {any} */ { text, x, y, size, anchor, font }) => {
        const width = text.length * size * (font === "serif" ? 0.5 : 0.58);
        const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
        return { text, left, right: left + width, top: y - size * 0.75, foot: y + size * 0.2 };
      });
    for (const [nth, one] of boxes.entries()) {
      assert.ok(one.left >= 0 && one.right <= WIDTH, one.text);
      for (const other of boxes.slice(nth + 1))
        assert.ok(
          one.right <= other.left || other.right <= one.left || one.foot <= other.top || other.foot <= one.top,
          `${one.text} / ${other.text}`,
        );
    }
  }
});
