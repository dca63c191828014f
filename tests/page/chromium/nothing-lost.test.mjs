// Nothing typed or kept is ever lost: full storage, several tabs, links and files that come on top of each other.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import init, { writeLink } from "../../../www/generated/plan/plan.js";
import { openSite } from "../site.mjs";
import { openPanel } from "../panel.mjs";
import { soon } from "../soon.mjs";

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
  await init({ module_or_path: readFileSync(new URL("../../../www/generated/plan/plan_bg.wasm", import.meta.url)) });
});
after(async () => {
  await site?.close();
});

const notes = { year: "", ages: "", source: "", division: "" };
/** @param {string} employment @param {object} [part] */
const work = (employment, part = {}) => ({
  format: "troskel-work",
  version: 1,
  criteria: { id: "promemoria-2018", hash: "", set: null },
  reading: { tie: null, require: null },
  area: { name: "", municipality: "" },
  figures: { employment: { given: { mode: "percent", text: employment, exact: false, of: "" }, notes } },
  answer: null,
  scenarios: [],
  ...part,
});
/** @param {string} employment @param {object} [part] */
const link = (employment, part) => `#${writeLink(work(employment, part))}`;

/** @param {import("playwright-core").Page} page */
async function open(page, path = "") {
  await page.goto(site.address + path);
  await page.locator("[data-verdict]").waitFor();
}

/** @param {import("playwright-core").Page} page */
const employment = (page) => page.locator('input[name="employment"]').inputValue();
/** @param {import("playwright-core").Page} page @param {string} key */
const kept = (page, key) => page.evaluate((name) => localStorage.getItem(name), key);

/** Names the area, so that the work is worth keeping. @param {import("playwright-core").Page} page @param {string} name */
async function call(page, name) {
  if ((await page.locator(".share-name").count()) === 0) await openPanel(page, "Dela");
  await page.locator(".share-name input").fill(name);
}

/** @param {import("playwright-core").Page} page @param {string} name */
async function keepWork(page, name) {
  await call(page, name);
  await page.waitForFunction((said) => localStorage.getItem("troskel.work")?.includes(said), name);
}

/** Fills a store to its last character. @param {import("playwright-core").Page} page @param {"localStorage" | "sessionStorage"} store */
const fill = (page, store) =>
  page.evaluate((name) => {
    const storage = /** @type {any} */ (globalThis)[name];
    let text = "";
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
      for (;;) {
        try {
          storage.setItem("filled", text + "x".repeat(size));
          text += "x".repeat(size);
        } catch {
          break;
        }
      }
    }
  }, store);

/** @param {import("playwright-core").Page} page @param {string} fragment */
const goTo = (page, fragment) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);

const alert = (/** @type {import("playwright-core").Page} */ page) => page.getByRole("alert");

describe("where the device is full", () => {
  test("a link leaves a person's own work where it is", async () => {
    const page = await site.page();
    await open(page);
    await page.locator('input[name="employment"]').fill("10");
    await keepWork(page, "Mitt");
    const own = await kept(page, "troskel.work");
    await fill(page, "localStorage");
    await page.goto("about:blank");
    await open(page, link("57,4", { area: { name: "Deras".repeat(20), municipality: "" } }));
    await soon.equal(() => employment(page), "57,4");
    await alert(page).getByText("inte sparat på enheten").waitFor();
    assert.equal(await kept(page, "troskel.work"), own);
    await page.getByRole("button", { name: "Öppna mitt eget sparade arbete i stället" }).click();
    await soon.equal(() => employment(page), "10");
    assert.equal(await kept(page, "troskel.work"), own);
    await page.close();
  });

  test("what is not kept is said, can be saved as a file, and is not replaced unasked", async () => {
    const page = await site.page();
    await open(page);
    await fill(page, "localStorage");
    await page.locator('input[name="employment"]').fill("10");
    await call(page, "Mitt");
    await alert(page).getByText("Ditt arbete är inte sparat på enheten").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      alert(page).getByRole("button", { name: "Spara som fil" }).click(),
    ]);
    assert.equal(JSON.parse(readFileSync(await download.path(), "utf8")).area.name, "Mitt");
    await goTo(page, link("57,4"));
    const notice = page.locator(".notices .notice");
    await notice.getByText("Inget är öppnat än").waitFor();
    assert.equal(await employment(page), "10");
    await notice.getByRole("button", { name: "Öppna ändå" }).click();
    await soon.equal(() => employment(page), "57,4");
    await page.close();
  });

  test("criteria of one's own that are not kept are told", async () => {
    const page = await site.page();
    await open(page);
    await fill(page, "localStorage");
    await openPanel(page, "Egna kriterier");
    await page.locator(".panel-sets .compare-actions button").first().click();
    await alert(page).getByText("egna kriterier är inte sparade").waitFor();
    assert.equal(await kept(page, "troskel.sets"), null);
    await page.close();
  });

  test("what can't be read stays, although there is no room to put it aside", async () => {
    const page = await site.page();
    await open(page);
    await page.evaluate(() => localStorage.setItem("troskel.work", `{"damaged": "${"y".repeat(100)}"`));
    const damaged = await kept(page, "troskel.work");
    await fill(page, "localStorage");
    await page.reload();
    await page.locator(".notices .notice").getByText("Det ligger kvar").waitFor();
    await call(page, "Nytt");
    await openPanel(page, "Dela");
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    assert.equal(await kept(page, "troskel.work"), damaged);
    // Not even when there is room again: nobody has said that it may go.
    await page.evaluate(() => localStorage.removeItem("filled"));
    await page.locator('input[name="employment"]').fill("58,2");
    await page.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    assert.equal(await kept(page, "troskel.work"), damaged);
    await page.close();
  });

  test("a tab without room for what was typed says so, and the browser asks before it leaves", async () => {
    const page = await site.page();
    await open(page);
    await fill(page, "sessionStorage");
    await page.locator('input[name="employment"]').pressSequentially("58,2");
    await alert(page).getByText("följer inte med").waitFor();
    const asked = page.waitForEvent("dialog");
    const going = page.getByRole("link", { name: "English" }).click({ noWaitAfter: true });
    const dialog = await asked;
    assert.equal(dialog.type(), "beforeunload");
    await dialog.dismiss();
    await going;
    assert.equal(await employment(page), "58,2");
    await page.close({ runBeforeUnload: false });
  });
});

describe("two tabs with the same work", () => {
  for (const [choice, name, employed] of [
    ["Hämta ändringarna", "Två", "20"],
    ["Behåll det som står här", "Tre", "30"],
  ]) {
    test(`ask which one stays, and the other is put aside: ${choice}`, async () => {
      const first = await site.page();
      await open(first);
      await first.locator('input[name="employment"]').fill("10");
      await keepWork(first, "Ett");
      const second = await first.context().newPage();
      await open(second);
      await second.locator(".notices .notice").waitFor();
      await second.locator('input[name="employment"]').fill("20");
      await keepWork(second, "Två");
      await first.locator(".notices").getByText("ändrats i en annan flik").waitFor();
      await first.locator('input[name="employment"]').fill("30");
      await call(first, "Tre");
      await first.evaluate(() => dispatchEvent(new Event("pagehide")));
      assert.match((await kept(first, "troskel.work")) ?? "", /"Två"/);
      await first.getByRole("button", { name: choice }).click();
      await soon.equal(() => employment(first), employed);
      await soon.match(() => kept(first, "troskel.work"), new RegExp(`"${name}"`));
      await soon.match(() => kept(first, "troskel.work.aside.1"), choice.startsWith("H") ? /"Tre"/ : /"Tre"|"Två"/);
      const asides = await first.evaluate(() =>
        Object.entries(localStorage)
          .filter(([key]) => key.includes("aside"))
          .map(([, text]) => text)
          .join(),
      );
      assert.match(asides, choice.startsWith("H") ? /"Tre"/ : /"Två"/);
      await first.context().close();
    });
  }
});

test("what was typed beside another tab's work, and heard of, is put aside when its person leaves without a choice", async () => {
  const first = await site.page();
  await open(first);
  await keepWork(first, "Ett");
  const second = await first.context().newPage();
  await open(second);
  await keepWork(second, "Två");
  await first.locator(".notices").getByText("ändrats i en annan flik").waitFor();
  await first.locator('input[name="employment"]').fill("30");
  // Longer than the pause after which it is tried to be kept.
  await first.waitForFunction(() => new Promise((resolve) => setTimeout(() => resolve(true), 400)));
  await first.evaluate(() => dispatchEvent(new Event("pagehide")));
  assert.match((await kept(first, "troskel.work.aside.1")) ?? "", /"Ett".*"30"/);
  assert.match((await kept(first, "troskel.work")) ?? "", /"Två"/);
  await first.context().close();
});

describe("what comes on top of something", () => {
  test("a second link puts the changed work of the first aside, and gives it back", async () => {
    const page = await site.page();
    await open(page, link("57,4"));
    await page.locator(".notices .notice").waitFor();
    await call(page, "Ändrat");
    await page.waitForFunction(() => localStorage.getItem("troskel.work.guest")?.includes("Ändrat"));
    await goTo(page, link("61"));
    await soon.equal(() => employment(page), "61");
    assert.match((await kept(page, "troskel.work.aside.1")) ?? "", /"Ändrat"/);
    await open(page);
    await page.locator(".notices").getByText("Arbetet ”Ändrat” är lagt åt sidan.").waitFor();
    await page.getByRole("button", { name: "Öppna det" }).click();
    await soon.equal(() => employment(page), "57,4");
    await page.close();
  });

  test("a file leaves a person's own work on the device, and there is a way back", async () => {
    const page = await site.page();
    await open(page);
    await page.locator('input[name="employment"]').fill("10");
    await keepWork(page, "Mitt");
    const own = await kept(page, "troskel.work");
    await page.getByLabel("Öppna en sparad fil").setInputFiles({
      name: "x.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(work("57,4", { area: { name: "Annat", municipality: "" } }))),
    });
    await soon.equal(() => employment(page), "57,4");
    await page.waitForFunction(() => localStorage.getItem("troskel.work.guest") !== null);
    assert.equal(await kept(page, "troskel.work"), own);
    await page.getByRole("button", { name: "Öppna mitt eget sparade arbete i stället" }).click();
    await soon.equal(() => employment(page), "10");
    await page.close();
  });

  test("figures that were only typed come back after a file, too", async () => {
    const page = await site.page();
    await open(page);
    await page.locator('input[name="employment"]').fill("10");
    await openPanel(page, "Dela");
    await page
      .getByLabel("Öppna en sparad fil")
      .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(work("57,4"))) });
    await soon.equal(() => employment(page), "57,4");
    await page.getByRole("button", { name: "Ta tillbaka siffrorna jag skrev" }).click();
    await soon.equal(() => employment(page), "10");
    await page.close();
  });

  test("kept work of one area is not mixed with the figures of another that the tab brings along", async () => {
    const page = await site.page();
    await open(page);
    await page.locator('input[name="employment"]').fill("10");
    await keepWork(page, "Mitt");
    const own = await kept(page, "troskel.work");
    const other = await page.context().newPage();
    await other.goto(`${site.address}about/`);
    await other.evaluate(
      (entry) => {
        sessionStorage.setItem(
          "troskel.area",
          JSON.stringify({
            set: "promemoria-2018",
            own: null,
            entries: { employment: entry },
            reading: {},
            example: false,
            municipality: null,
          }),
        );
      },
      { mode: "percent", percent: "44", exact: false, known: "", count: "", total: "", amount: "", noise: "" },
    );
    await open(other);
    await other.getByRole("button", { name: "Öppna mitt eget sparade arbete i stället" }).waitFor();
    assert.equal(await employment(other), "44");
    await call(other, "Annat");
    await other.waitForFunction(() => localStorage.getItem("troskel.work.guest") !== null);
    assert.equal(await kept(other, "troskel.work"), own);
    await page.context().close();
  });
});

test("a criterion with the id of what every object has works like any other", async () => {
  const set = JSON.parse(readFileSync(new URL("../../../src/criteria/sets/promemoria-2018.json", import.meta.url), "utf8"));
  set.id = "own";
  set.criteria[0].id = "constructor";
  const given = { given: { mode: "percent", text: "57,4", exact: false, of: "" }, notes };
  const page = await site.page();
  await open(page, link("", { criteria: { id: "own", hash: "", set }, figures: { constructor: given } }));
  const row = page.locator('[data-criterion="constructor"][data-outcome="met"]');
  await row.waitFor();
  await page.locator('input[name="turnout"]').fill("70");
  await page.locator('input[name="constructor"]').fill("");
  await page.locator('[data-criterion="constructor"][data-outcome="unknown"]').waitFor();
  // Of persons more is said, by phrases that stand under the ids of criteria.
  await page.locator('[data-criterion="constructor"] [data-input-mode="count"]').click();
  await page.locator('input[name="constructor.count"]').fill("700");
  await page.locator('input[name="constructor.total"]').fill("1237");
  await row.waitFor();
  await openPanel(page, "Hur nära gränsen?");
  await page.locator(".panel .change").first().waitFor();
  await page.locator('[data-criterion="constructor"] [data-input-mode="percent"]').click();
  await page.locator('input[name="constructor"]').fill("61");
  for (const panel of ["Hur säkert?", "Jämför scenarier", "Dela", "Skriv ut", "Egna kriterier"]) {
    await openPanel(page, panel);
    await page.locator(".panel :is(.change, .readings, .compare-actions, .share-files, .record)").first().waitFor();
  }
  await page.reload();
  await page.locator('[data-criterion="constructor"][data-outcome="not-met"]').waitFor();
  await page.close();
});
