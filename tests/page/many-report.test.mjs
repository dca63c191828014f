// The report in the page: of the areas that the filter leaves, with what is asked, and with what it can be checked by.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../tools/process.mjs";
import { launch } from "./engines/index.mjs";
import { manyPage } from "./many-page.mjs";
import { serveSite } from "./serving.mjs";
import { soon } from "./soon.mjs";

const joined = ["employment-long.csv", "education-long.csv", "turnout.csv", "unemployment.csv"].map((name) =>
  path.join(root, "tests", "fixtures", "joined", name),
);

/** @type {import("./engines/index.mjs").Engine} */
let engine;
/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
before(async () => {
  engine = await launch();
  site = await serveSite();
});
after(() => {
  site?.close();
  return engine?.close();
});

/** @param {(many: ReturnType<typeof manyPage>, page: import("./engines/index.mjs").Page) => Promise<void>} scenario */
async function visit(scenario) {
  const page = await engine.open();
  try {
    await page.goto(`${site.home}many/`);
    await scenario(manyPage(page), page);
  } finally {
    await page.close();
  }
}

/** The codes in the report's table of areas, in its order. @param {import("./engines/index.mjs").Page} page @returns {Promise<string[]>} */
const codes = (page) =>
  page.evaluate(
    "() => [...document.querySelectorAll('.report tbody th')].flatMap((cell) => cell.textContent.match(/\\d{4}R\\d{3}/)?.[0] ?? [])",
  );

test("it is of the areas that are shown, in the order of the file, and says what it was asked and how they were chosen", () =>
  visit(async (many, page) => {
    await many.choose(joined);
    const inTheFile = (await many.rows()).map(({ code }) => code);
    await many.sort(/^valdeltagande/i);
    await many.view("report");
    await soon.equal(() => page.evaluate("() => location.hash"), "#rapport");
    await soon.match(() => page.text(".report"), /Rapporten gäller 12 områden\./);
    assert.deepEqual(await codes(page), inTheFile);
    assert.equal((await page.count(".report-picture circle[data-met]")) > 12, true);
    await page.fill('textarea[name="report-question"]', "Vilka <b>områden</b>?");
    await soon.match(() => page.text(".report"), /Frågan ?Vilka <b>områden<\/b>\? ?Svaret i korthet/);
    await many.pick("municipality", "1280");
    await soon.match(() => page.text(".report"), /Rapporten gäller 2 områden av 12 i filerna\. De är utvalda så här: kommunen är Malmö\./);
    await soon.match(() => page.text('[data-report="holds"]'), /Rapporten gäller 2 områden av 12, med de senaste siffrorna/);
    assert.deepEqual(
      await codes(page),
      inTheFile.filter((code) => code.startsWith("1280")),
    );
    await many.pick("verdict", "undetermined");
    await soon.match(() => page.text(".report"), /kommunen är Malmö och svaret är ”går inte att avgöra”\./);
    await soon.deepEqual(() => codes(page), ["1280R902"]);
  }));

test("it names the files with their digests, what was assumed, and has the notes if a person wants them", () =>
  visit(async (many, page) => {
    await many.choose(joined);
    await many.view("report");
    for (const file of joined) {
      const digest = createHash("sha256").update(readFileSync(file)).digest("hex");
      await soon.ok(async () => (await page.text(".report")).includes(`${path.basename(file)}, SHA-256 ${digest}`), digest);
    }
    const assumed = await page.evaluate("() => document.querySelector('.understood-assumed li').textContent");
    await soon.ok(async () => (await page.text(".report")).includes(assumed), assumed);
    const digits = async () => /Kontrollsiffror: ((?:[0-9a-f]{4} ?){4})/.exec(await page.text(".report"))?.[1];
    const before = await digits();
    await page.evaluate("() => { document.querySelector('.project').open = true; }");
    await page.fill('textarea[name="project-notes"]', "Ses med nämnden");
    await soon.match(() => page.text(".report"), /Noteringar ?Ses med nämnden ?Källor/);
    assert.equal(await digits(), before);
    await page.click('input[name="report-notes"]');
    await soon.ok(async () => !(await page.text(".report")).includes("Ses med nämnden"));
    // Another reading is another report.
    await many.pick("require", "any");
    await soon.match(() => page.text(".report"), /Ett kriterium räcker\./);
    assert.notEqual(await digits(), before);
  }));

test("what is asked is kept with the project, and of no area there is no report", () =>
  visit(async (many, page) => {
    await many.choose(joined);
    await many.view("report");
    await page.fill('textarea[name="report-question"]', "Var?");
    await page.evaluate("() => location.reload()");
    await page.until("a fresh page", "() => document.querySelector('[data-awaited]') !== null");
    await page.upload('input[type=file][name="files"]', joined);
    await soon.match(() => page.text(".report"), /Frågan ?Var\?/);
    await many.pick("municipality", "1480");
    await many.pick("verdict", "meets");
    await soon.equal(() => page.count(".report"), 0);
    await soon.match(() => page.text(".explore"), /Inget område matchar filtret\./);
  }));
