// The golden cases of tests/cases through the built page: typed as a person types them, and read where the page says
// what came of it. tests/core/cases.rs runs the same files natively and inside the Wasm.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { openSite } from "./site.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const folder = "../cases/";
const files = readdirSync(new URL(folder, import.meta.url)).sort();
const sets = new Map(["promemoria-2018", "scb-2012"].map((id) => [id, read(`../../src/criteria/sets/${id}.json`)]));
const languages = { sv: { path: "", clear: "Rensa" }, en: { path: "en/", clear: "Clear" } };

/** Why a case can't be typed into the page, or null: the page offers no reading and no unit that a set does not have. */
function untypable({ set, reading = /** @type {{ require?: string }} */ ({}), figures, expect }) {
  if (expect.error !== undefined) return "the page does not offer this reading";
  const { criteria } = sets.get(set);
  if (/^\d+$/.test(reading.require ?? "") && ["1", String(criteria.length)].includes(reading.require)) {
    return "the page calls this number any or all";
  }
  const misfit = criteria.some(({ id, unit }) => figures[id] !== undefined && (figures[id].mode === "amount") !== (unit === "persons"));
  return misfit ? "the page offers no field for another unit" : null;
}

let site;
before(async () => {
  site = await openSite();
});
after(async () => {
  await site?.close();
});

/** Chooses the case's set and reading, where the source leaves a choice. */
async function choose(page, { set, reading = {} }) {
  await page.locator(`input[name="set"][value="${set}"]`).check();
  const { reading: points } = sets.get(set);
  for (const [name, point] of Object.entries(points)) {
    if (!point.settled) {
      await page.locator(`input[name="${name}"][value="${reading[name] ?? point.value}"]`).check();
    }
  }
}

/** Types a figure into its fields. */
async function type(page, id, figure) {
  const row = page.locator(`[data-criterion="${id}"]`);
  if (figure.mode === "count") {
    await row.locator('button[data-input-mode="count"]').click();
    await row.locator(`input[name="${id}.count"]`).fill(figure.count);
    await row.locator(`input[name="${id}.total"]`).fill(figure.total);
  } else {
    await row.locator(`input[name="${id}"]`).fill(figure.text);
  }
  const precision = figure.of ?? figure.noise;
  if (figure.exact || precision !== undefined) {
    await row.locator("details").evaluate((details) => {
      if (details.open) return undefined;
      // Once it is heard that it has opened, the page has begun to load what is live of it.
      const opened = new Promise((resolve) => details.addEventListener("toggle", () => setTimeout(resolve), { once: true }));
      details.open = true;
      return opened;
    });
    await row.locator("details:not([aria-busy])").waitFor();
    if (figure.exact) await row.locator("details input[type=checkbox]").check();
    if (precision !== undefined) await row.locator("details input[type=text]").fill(precision);
  }
}

/** Reads what the page says of the area, once it has drawn it. */
function answer(page) {
  return page.evaluate(async () => {
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const verdicts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-verdict]")]);
    const findings = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-criterion]")]).map((row) => {
      const wrong = row.querySelector("[aria-invalid=true]");
      const said = wrong && document.getElementById(wrong.getAttribute("aria-describedby"))?.textContent;
      const { criterion, outcome, certainty } = row.dataset;
      return [criterion, { outcome, certainty: certainty ?? null, error: said ?? null }];
    });
    return {
      verdicts: verdicts.map((one) => one.dataset.verdict),
      sentence: verdicts[0]?.textContent ?? "",
      findings: Object.fromEntries(findings),
    };
  });
}

/** Compares what the page says with what a case expects. */
function compare({ set, figures, expect }, found) {
  assert.deepEqual(found.verdicts, [expect.verdict]);
  assert.ok(found.sentence.trim().length > 10, "the verdict is a sentence");
  assert.deepEqual(
    Object.keys(found.findings),
    sets.get(set).criteria.map(({ id }) => id),
  );
  for (const [id, { outcome, certainty, error }] of Object.entries(found.findings)) {
    const expected = expect.findings[id] ?? { outcome: "unknown" };
    assert.equal(outcome, expected.outcome, id);
    if (expected.certainty !== undefined) assert.equal(certainty, expected.certainty, `${id}: certainty`);
    // A wrong known total or noise stands in a field of its own, which the page does not mark.
    const inField = figures[id]?.of === undefined && figures[id]?.noise === undefined;
    if (inField) assert.equal(error !== null && error.length > 5, expected.error !== undefined, `${id}: ${error}`);
  }
}

for (const [language, { path, clear }] of Object.entries(languages)) {
  describe(`the golden cases in the page (${language})`, () => {
    for (const file of files) {
      test(file, async (context) => {
        const page = await site.page();
        await page.goto(site.address + path);
        await page.locator("[data-verdict]").waitFor();
        const { cases } = read(folder + file);
        let typed = 0;
        for (const one of cases) {
          const reason = untypable(one);
          if (reason !== null) {
            context.diagnostic(`${one.case}: ${reason}`);
            continue;
          }
          const empty = page.getByRole("button", { name: clear, exact: true });
          if ((await empty.isVisible()) && (await empty.isEnabled())) await empty.click();
          await choose(page, one);
          for (const [id, figure] of Object.entries(one.figures)) await type(page, id, figure);
          const found = await answer(page);
          try {
            compare(one, found);
          } catch (error) {
            throw new Error(one.case, { cause: error });
          }
          typed += 1;
        }
        assert.ok(typed > cases.length / 2, `${typed} of ${cases.length} cases were typed`);
        await page.close();
      });
    }
  });
}
