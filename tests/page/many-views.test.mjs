// The views of many areas: each with an address of its own, and what stands in a line above them.

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

test("each has an address of its own, which back and reload keep", () =>
  visit(async (many, page) => {
    await many.choose(joined);
    const shown = () => page.attribute('[data-areas-view][aria-current="true"]', "data-areas-view");
    await many.view("municipalities");
    await soon.equal(() => page.evaluate("() => location.hash"), "#kommuner");
    await many.view("compare");
    await page.evaluate("() => history.back()");
    await soon.equal(shown, "municipalities");
    await page.evaluate("() => location.reload()");
    await page.until("a fresh page", "() => document.querySelector('.files-drop:not([data-folded])') !== null");
    await page.upload('input[type=file][name="files"]', joined);
    await soon.equal(shown, "municipalities");
    await soon.equal(() => page.count("[data-cell]"), 4);
  }));

test("the files and the criteria are a line each, and open", () =>
  visit(async (many, page) => {
    await many.choose(joined);
    await soon.match(
      () => page.text(".files .fold > summary"),
      /4 filer.*1 antagande att se över.*employment-long\.csv, education-long\.csv/,
    );
    await soon.match(() => page.text(".areas-reading summary"), /Alla krävs: Förvärvsintensitet under 60\s%/);
    const isOpen = "() => [...document.querySelectorAll('.files .fold, .areas-reading .fold')].map((one) => one.open)";
    await soon.deepEqual(() => page.evaluate(isOpen), [false, false]);
    await page.click(".files .fold > summary");
    await soon.deepEqual(() => page.evaluate(isOpen), [true, false]);
  }));

test("what is missing is a list, and leads to the areas", () =>
  visit(async (many, page) => {
    await many.choose(joined);
    await soon.match(
      () => page.text('[data-missing="long-term-unemployment"]'),
      /Andel långtidsinskrivna arbetslösa: siffra saknas för 2 områden/,
    );
    await soon.equal(() => page.count("[data-missing]"), 1);
    await many.view("picture");
    await page.click(".areas-missing summary");
    await page.click("[data-missing] button");
    await many.untilRows(2);
    await soon.deepEqual(async () => (await many.rows()).map(({ code }) => code), ["1280R902", "1480R901"]);
    await soon.equal(() => page.evaluate("() => document.activeElement.id"), "areas-title");
  }));

test("the filter holds for every view", () =>
  visit(async (many, page) => {
    await many.choose(joined);
    await many.pick("municipality", "0127");
    await many.view("municipalities");
    await soon.deepEqual(() => many.cells(), { listedWith: "1", listedWithout: "0", unlistedWith: "0", unlistedWithout: "0" });
    await soon.equal(() => page.text(".workbench-filtered"), "2 av 12 områden");
    await many.view("thresholds");
    await soon.match(() => page.text(".sweep tbody"), /60 %gränsen nu ?1.*61 % ?2/);
    await soon.match(() => page.text(".explore"), /Med gränsen 60\s% för Förvärvsintensitet uppfyller 1 område kriterierna/);
    await many.view("what-if");
    await page.fill('input[name="what-if.threshold.employment"]', "60,1");
    await many.press(/^räkna$/i, ".explore");
    await soon.match(() => page.text(".changed-result"), /^1 tillkommer, 0 faller ifrån och 1 är kvar/);
    // What stands there follows the filter.
    await many.pick("municipality", "1480");
    await soon.match(() => page.text(".changed-result"), /^0 tillkommer, 0 faller ifrån och 0 är kvar/);
    await many.pick("municipality", "");
    await soon.match(() => page.text(".changed-result"), /^1 tillkommer, 0 faller ifrån och 4 är kvar/);
  }));

test("municipalities stand beside each other in the order in which they are chosen, with the country as a yardstick", () =>
  visit(async (many, page) => {
    await many.choose(joined);
    await many.view("municipalities");
    await many.pick("beside-1", "1280");
    await many.pick("beside-2", "0127");
    await page.until("the table", "() => document.querySelector('.beside') !== null");
    await soon.match(() => page.text(".beside thead"), /Malmö ?Botkyrka ?Sverige enligt källan ?Gräns/);
    await soon.match(() => page.text('[data-beside="areas"]'), /Områden ?2 ?2$/);
    await soon.match(() => page.text('[data-beside="meets"]'), /0 ?1$/);
    await soon.match(() => page.text('[data-beside="undetermined"]'), /1 ?0$/);
    await soon.match(() => page.text('[data-beside="long-term-unemployment"]'), /uppfyllt i 1 av 1 ?uppfyllt i 2 av 2 ?4,3\s% ?10\s%$/);
    // What the table shows is as it was.
    await many.view("table");
    await soon.equal(async () => (await many.rows()).length, 12);
  }));
