// A whole task by the keyboard alone: figures in, the answer read, two scenarios compared, files read, the table saved.
// What assistive software is told on the way is kept as text in trees/, to be reviewed when it changes:
//
//   TROSKEL_KEEP_TREES=true node --test tests/page/chromium/keyboard.test.mjs

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../../tools/process.mjs";
import { launchChromium } from "../engines/chromium.mjs";
import { serveSite } from "../serving.mjs";
import { soon } from "../soon.mjs";

const joined = ["employment-long.csv", "education-long.csv", "turnout.csv", "unemployment.csv"].map((name) =>
  path.join(root, "tests", "fixtures", "joined", name),
);

const words = {
  sv: {
    path: "",
    skip: /^Till innehållet/,
    exactly: "Valdeltagande: exakt på gränsen.",
    compare: "Jämför scenarier",
    add: "Nytt scenario",
    name: "Namn",
    employment: "Förvärvsintensitet, procent",
    turnout: "Valdeltagande, procent",
    first: "Fler i arbete",
    second: "Färre väljare",
    many: "Många områden",
  },
  en: {
    path: "en/",
    skip: /^To the content/,
    exactly: "Voter turnout: exactly on the threshold.",
    compare: "Compare scenarios",
    add: "New scenario",
    name: "Name",
    employment: "Employment rate, percent",
    turnout: "Voter turnout, percent",
    first: "More in work",
    second: "Fewer voters",
    many: "Many areas",
  },
};

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
before(async () => {
  browser = await launchChromium();
  site = await serveSite();
});
after(async () => {
  await browser?.close();
  site?.close();
});

/** Presses Tab, or Shift and Tab, until something has the focus. @param {import("playwright-core").Locator} target @param {"Tab" | "Shift+Tab"} [key] */
async function reach(target, key = "Tab") {
  const page = target.page();
  await target.first().waitFor({ state: "attached" });
  for (let steps = 0; steps < 250; steps += 1) {
    if (await target.first().evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${target} is not reached by ${key}`);
}

/** @param {import("playwright-core").Locator} target @param {"Tab" | "Shift+Tab"} [key] */
async function press(target, key) {
  await reach(target, key);
  await target.page().keyboard.press("Enter");
}

/** @param {import("playwright-core").Locator} field @param {string} text @param {"Tab" | "Shift+Tab"} [key] */
async function write(field, text, key) {
  await reach(field, key);
  await field.page().keyboard.press("Control+a");
  await field.page().keyboard.type(text);
}

/** Holds what assistive software is told against what was kept. @param {import("playwright-core").Locator} part @param {string} name */
async function tells(part, name) {
  const file = path.join(import.meta.dirname, "trees", `${name}.txt`);
  if (process.env["TROSKEL_KEEP_TREES"] === "true") {
    await part.page().waitForLoadState("networkidle");
    writeFileSync(file, `${await part.ariaSnapshot()}\n`);
  }
  const kept = readFileSync(file, "utf8").trimEnd();
  await soon.equal(() => part.ariaSnapshot(), kept);
}

for (const [language, said] of Object.entries(words)) {
  test(`figures in, the answer read, two scenarios compared, files read, the table saved (${language})`, async () => {
    const context = await browser.newContext({ locale: "sv-SE" });
    try {
      const page = await context.newPage();
      await page.goto(site.home + said.path);
      await page.locator("[data-verdict]").waitFor();

      await page.keyboard.press("Tab");
      assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), said.skip);
      await write(page.locator('input[name="employment"]'), "59,9");
      await write(page.locator('input[name="long-term-unemployment"]'), "10,1");
      // A switch of two is one stop.
      await reach(page.locator('[data-criterion="low-education"] button[data-input-mode="percent"]'));
      await page.keyboard.press("ArrowRight");
      await write(page.locator('input[name="low-education.count"]'), "351");
      await write(page.locator('input[name="low-education.total"]'), "1250");
      await write(page.locator('input[name="turnout"]'), "75,0");
      await page.locator('[data-criterion="turnout"][data-outcome="at-threshold"]').waitFor();
      await soon.equal(() => page.locator("[data-verdict]").getAttribute("data-verdict"), "does-not-meet");
      // What is said aloud comes when the typing rests.
      const heading = await page.locator("h1").textContent();
      await soon.equal(() => page.locator("main .answer [role=status]").textContent(), `${heading} ${said.exactly}`);
      await tells(page.locator("main"), `area.${language}`);

      await press(page.locator(".panels-more > summary"));
      await press(page.getByRole("button", { name: said.compare, exact: true }));
      const add = page.getByRole("button", { name: said.add, exact: true });
      await press(add);
      await write(page.getByLabel(said.name, { exact: true }), said.first);
      await write(page.getByRole("textbox", { name: said.employment }).last(), "61,2");
      await press(add, "Shift+Tab");
      await write(page.getByLabel(said.name, { exact: true }), said.second);
      await write(page.getByRole("textbox", { name: said.turnout }).last(), "74,9");
      await page.locator(".compare-answer td").nth(2).waitFor();
      await soon.deepEqual(
        () =>
          page.locator(".compare-answer td").evaluateAll((all) => all.map((cell) => /** @type {HTMLElement} */ (cell).dataset["answer"])),
        ["does-not-meet", "does-not-meet", "meets"],
      );
      await tells(page.locator("table.compare"), `compare.${language}`);

      await press(page.getByRole("link", { name: said.many, exact: true }), "Shift+Tab");
      const files = page.locator('input[type=file][name="files"]');
      await files.waitFor({ state: "attached" });
      const chooser = page.waitForEvent("filechooser");
      await press(files);
      await (await chooser).setFiles(joined);
      await page.locator(".areas-table tbody tr").nth(11).waitFor();
      await tells(page.locator("main"), `many.${language}`);

      const download = page.waitForEvent("download");
      await press(page.locator('button[data-export="csv-sv"]'));
      const table = readFileSync(await (await download).path(), "utf8");
      assert.equal(table.trimEnd().split("\r\n").length, 13);
    } finally {
      await context.close();
    }
  });
}
