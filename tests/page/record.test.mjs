// The decision record of *Ett område*: what it says, its files, its print, and checking one.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { nothingFound } from "./axe.mjs";
import { openSite } from "./site.mjs";
import { openPanel } from "./panel.mjs";
import { soon } from "./soon.mjs";

let site;
before(async () => {
  site = await openSite();
});
after(async () => {
  await site?.close();
});

/** Opens the view with figures and the panel of the record. */
async function open(path = "") {
  const page = await site.page();
  await page.goto(site.address + path);
  await page.locator("[data-verdict]").waitFor();
  const row = page.locator('[data-criterion="employment"]');
  await row.locator('[data-input-mode="count"]').click();
  await row.locator('input[name="employment.count"]').fill("742");
  await row.locator('input[name="employment.total"]').fill("1237");
  await page.locator('input[name="turnout"]').fill("75,0");
  await openPanel(page, path === "" ? "Skriv ut" : "Print");
  await page.locator(".record").waitFor();
  return page;
}

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** Gives a file back and waits until each of the sentences is said of it. */
async function check(page, name, text, ...expected) {
  await page.locator(".verify input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  for (const sentence of expected) await soon.match(() => page.locator(".verify .notice").innerText(), sentence);
}

const holds = /Underlaget stämmer\. \d+\srader är omräknade\. Kriterierna är desamma som här\./;

describe("the record", () => {
  test("holds the comparison as an integer inequality, and the day that the person gave", async () => {
    const page = await open();
    await page.getByLabel("Områdets namn").fill("Norra <b>");
    await page.getByLabel("Datum för underlaget").fill("2026-03-01");
    const record = page.locator(".record");
    for (const line of [/Norra <b>/, /2026-03-01/, /[0-9a-f]{64}/]) await soon.match(() => record.innerText(), line);
    await soon.match(() => record.innerText(), /100\s·\s742 = 74\s200 < 60\s·\s1\s237 = 74\s220/);
    await page.close();
  });

  test("says first what is met means, and beside each threshold its side and Sweden's average", async () => {
    const page = await open();
    const words = async () => (await page.locator(".record").innerText()).replace(/\s+/g, " ");
    await soon.match(
      words,
      /Uppfyllt betyder att området har större utmaningar än gränsen\..*Uppfyllt under 60 % Sverige 77,9 %.*Kontrolltal/,
    );
    await page.close();
  });

  for (const [button, ending] of [
    ["Spara som JSON", ".json"],
    ["Spara som webbsida", ".html"],
  ]) {
    test(`is checked when its file is given back (${ending})`, async () => {
      const page = await open();
      await page.getByLabel("Områdets namn").fill("Norra </script><b>&");
      const { name, text } = await saved(page, button);
      assert.equal(name, `Norra-script-b${ending}`);
      await check(page, name, text, holds);
      await page.close();
    });
  }

  test("with one digit changed is refused with the line named", async () => {
    const page = await open();
    const { name, text } = await saved(page, "Spara som JSON");
    for (const [from, to, line] of /** @type {const} */ ([
      ["74200", "74201", /Jämförelse 1, Förvärvsintensitet findings\[0\]: raden är ändrad/],
      ['"count": "742"', '"count": "743"', /Siffra 1, Förvärvsintensitet figures\[0\]: raden är ändrad/],
      ['"require": "3"', '"require": "2"', /Tolkning 2 i tabellen readings\[1\]: raden är ändrad/],
    ])) {
      assert.ok(text.includes(from), from);
      await check(page, name, text.replace(from, to), /^En rad av \d+ stämmer inte:/, line);
    }
    await page.close();
  });

  test("what is no record is said to be none", async () => {
    const page = await open();
    const record = (await saved(page, "Spara som JSON")).text;
    for (const text of ["", "{", "[]", "null", "<!doctype html><p>", '{"format":"troskel-work"}']) {
      // A record in between, so that the sentence is each time about this file.
      await check(page, "record.json", record, holds);
      await check(page, "x.json", text, /Filen är inget underlag från Tröskel\./);
    }
    await page.close();
  });

  test("prints alone, on one page of A4", async () => {
    const page = await open();
    await page.emulateMedia({ media: "print" });
    await soon.equal(() => page.locator("[data-verdict]").isVisible(), false);
    await soon.equal(() => page.locator(".record").isVisible(), true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);
    await page.close();
  });

  for (const path of ["", "en/"]) {
    test(`is without findings of axe and fits a phone (${path})`, async () => {
      const page = await open(path);
      await page.setViewportSize({ width: 320, height: 700 });
      await nothingFound(page);
      await soon.ok(async () => (await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
      await page.close();
    });
  }
});
