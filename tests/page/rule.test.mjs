// The rule to take away from *Ett område*: each form, under the chosen reading, copied and saved.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { nothingFound } from "./axe.mjs";
import { openSite } from "./site.mjs";
import { openPanel } from "./panel.mjs";
import { soon } from "./soon.mjs";

const words = {
  sv: {
    path: "",
    panel: "Regeln som Excel eller SQL",
    excel: "Excel på svenska",
    counts: "antal av totalt antal",
    save: "Spara som fil",
    copy: "Kopiera",
  },
  en: {
    path: "en/",
    panel: "Use the rule in Excel or SQL",
    excel: "Excel in English",
    counts: "counts of totals",
    save: "Save as a file",
    copy: "Copy",
  },
};

let site;
before(async () => {
  site = await openSite();
});
after(async () => {
  await site?.close();
});

async function open(language, options = {}) {
  const page = await site.page(options);
  await page.goto(site.address + words[language].path);
  await page.locator("[data-verdict]").waitFor();
  await openPanel(page, words[language].panel);
  await page.locator(".rule-text").waitFor();
  return page;
}

const shown = (page) => page.locator(".rule-text").inputValue();

for (const language of ["sv", "en"]) {
  describe(`the rule (${language})`, () => {
    test("stands there in each form and follows the reading", async () => {
      const page = await open(language);
      const strict = await shown(page);
      assert.match(strict, /SELECT/);
      assert.match(strict, /CASE/);
      await page.locator('#reading input[value="inclusive"]').check();
      await soon.notEqual(() => shown(page), strict);
      await soon.match(() => shown(page), /turnout_outcome IN \('met', 'at-threshold'\)/);
      await page.getByRole("radio", { name: words[language].counts }).check();
      await soon.match(() => shown(page), /employment_total/);
      await page.getByRole("radio", { name: words[language].excel }).check();
      await soon.match(() => shown(page), language === "sv" ? /OCH\(|OM\(/ : /AND\(|IF\(/);
      await page.getByRole("radio", { name: "JSON" }).check();
      await soon.equal(async () => JSON.parse(await shown(page)).reading.tie, "inclusive");
      await page.locator('#reading input[name="set"][value="scb-2012"]').check();
      await soon.equal(async () => JSON.parse(await shown(page)).criteria.id, "scb-2012");
      await page.close();
    });

    test("is copied and saved as it stands there", async () => {
      const page = await open(language, { permissions: ["clipboard-read", "clipboard-write"] });
      const rule = await shown(page);
      await page.getByRole("button", { name: words[language].copy, exact: true }).click();
      await soon.equal(() => page.evaluate(() => navigator.clipboard.readText()), rule);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: words[language].save }).click(),
      ]);
      assert.match(download.suggestedFilename(), /^(regel|rule)-promemoria-2018\.sql$/);
      await soon.equal(async () => readFileSync(await download.path(), "utf8"), rule);
      await page.close();
    });

    test("is found clean by axe, and fits a narrow screen", async () => {
      const page = await open(language, { viewport: { width: 320, height: 640 } });
      await nothingFound(page);
      await soon.ok(() => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      await page.close();
    });
  });
}
