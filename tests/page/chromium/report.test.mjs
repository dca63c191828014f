// The report in Chromium: alone on paper, on two pages for twenty areas, and the same as a web page and as a workbook.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nothingFound } from "../axe.mjs";
import { soon } from "../soon.mjs";
import { manySite } from "./many-site.mjs";

const { file, open, visit } = manySite();

/** Writes a file with so many areas, all four figures each. @param {number} number */
function areas(number) {
  const head =
    "Kod;Namn;Förvärvsintensitet 2022, procent;Andel långtidsinskrivna arbetslösa, procent;Andel lågutbildade, procent;Valdeltagande 2022";
  const lines = Array.from({ length: number }, (_, nth) => {
    const code = `${["0127", "0180", "0581", "1280", "1480"][nth % 5]}R${String(Math.floor(nth / 5)).padStart(3, "0")}`;
    return `${code};Påhittade området nummer ${nth};${50 + (nth % 20)},1;${5 + (nth % 9)},2;${20 + (nth % 17)},3;${60 + (nth % 25)},4`;
  });
  return file(`${number}.csv`, [head, ...lines]);
}

/**
 * Opens the report of a file's areas.
 *
 * @param {string} address @param {string} csv @param {(page: import("playwright-core").Page) => Promise<void>} scenario
 */
const reported = (address, csv, scenario) =>
  visit(async (page, many) => {
    await many.choose([csv]);
    await many.view("report");
    await scenario(page);
  }, address);

/** How many pages of paper it takes. @param {import("playwright-core").Page} page */
async function pages(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b/g)?.length;
}

for (const address of ["many/", "en/many/"]) {
  test(`twenty areas take two pages of A4, and nothing else is on them (${address})`, () =>
    reported(address, areas(20), async (page) => {
      await page.locator("textarea[name=report-question]").fill("Vilka områden bör nämnden titta närmare på i år?");
      await soon.match(() => page.locator(".report").innerText(), /nämnden/);
      await soon.equal(() => page.locator(".report-appendix").count(), 0);
      await nothingFound(page, { state: "report", within: ".areas" });
      await page.emulateMedia({ media: "print" });
      await soon.deepEqual(
        () =>
          page.evaluate(() =>
            [".masthead", "h1", ".files", ".workbench-views", ".filters", "textarea", ".rejected", ".report", ".report-picture"].map(
              (one) => document.querySelector(one)?.checkVisibility() ?? false,
            ),
          ),
        [false, false, false, false, false, false, false, true, true],
      );
      assert.equal(await pages(page), 2);
    }));
}

test("more areas are an appendix, with every one of them on paper", () =>
  reported("many/", areas(600), async (page) => {
    await soon.match(() => page.locator('[data-report="holds"]').innerText(), /600 områden av 600.*i en bilaga/);
    await soon.equal(() => page.locator(".report-appendix tbody tr").count(), 600);
    await page.emulateMedia({ media: "print" });
    assert.ok(Number(await pages(page)) > 8);
  }));

test("of more areas than a committee reads there is none, and that is said", () =>
  reported("many/", areas(4_001), async (page) => {
    await soon.match(() => page.locator(".explore .notice").innerText(), /högst 4\s000 områden\. Filtrera/);
    await page.locator("select[name=municipality]").selectOption("0127");
    await soon.match(() => page.locator(".report").innerText(), /801 områden av 4\s001/);
  }));

test("it is saved as the page that stands there, which asks for nothing, and as a workbook, by the keyboard", () =>
  reported("many/", areas(21), async (page) => {
    await page.locator("select[name=municipality]").selectOption("0127");
    await page.locator("textarea[name=report-question]").fill("Vilka?");
    await soon.match(() => page.locator(".report").innerText(), /Frågan\s+Vilka\?/);
    await soon.match(() => page.locator(".report").innerText(), /5 områden av 21/);
    const words = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim();
    const drawn = words((await page.locator(".report").locator("h3, h4, p, li, th, td, svg text").allTextContents()).join(" "));
    const saved = async (/** @type {string} */ format) => {
      const download = page.waitForEvent("download");
      await page.locator(`[data-report="${format}"]`).focus();
      await page.keyboard.press("Enter");
      const made = await download;
      await soon.ok(() => page.locator(`[data-report="${format}"]:not([aria-disabled])`).isVisible());
      return { name: made.suggestedFilename(), bytes: readFileSync(await made.path()) };
    };
    const html = await saved("html");
    assert.equal(html.name, "Botkyrka-2022-områden-rapport.html");
    /** @type {string[]} */
    const asked = [];
    const alone = await page.context().newPage();
    alone.on("request", (request) => asked.push(request.url()));
    await alone.goto(`file://${file("rapport.html", html.bytes)}`);
    assert.equal(words((await alone.locator("h1, h2, p, li, th, td, svg text").allTextContents()).join(" ")), drawn);
    assert.equal(asked.length, 1);
    const workbook = await saved("xlsx");
    assert.equal(workbook.name, "Botkyrka-2022-områden-rapport.xlsx");
    // The product reads its own workbook.
    const { many } = await open(page.context());
    await many.choose([file(workbook.name, workbook.bytes)]);
    assert.equal((await many.totals()).areas, 5);
  }));
