// axe finds nothing in any page, in either language, light and dark, empty, filled in, wrongly filled in, and broken.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../../tools/process.mjs";
import { areaPage } from "../area-page.mjs";
import { nothingFound } from "../axe.mjs";
import { driver, launchChromium } from "../engines/chromium.mjs";
import { pathOf, serveSite } from "../serving.mjs";
import { soon } from "../soon.mjs";

/** Every page of the built site, by its address from the root. */
const addresses = readdirSync(path.join(root, "dist"), { recursive: true, encoding: "utf8" })
  .filter((name) => path.basename(name) === "index.html")
  .map((name) => name.slice(0, -"index.html".length).split(path.sep).join("/"))
  .sort();

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
let broken = false;
before(async () => {
  browser = await launchChromium();
  site = await serveSite({
    tamper: (request, response) => {
      if (!broken || !pathOf(request).endsWith(".wasm")) return false;
      response.writeHead(404).end();
      return true;
    },
  });
});
after(async () => {
  await browser?.close();
  site?.close();
});

/**
 * @param {string} address
 * @param {import("playwright-core").BrowserContextOptions} options
 * @param {(page: import("playwright-core").Page) => Promise<void>} look
 */
async function visit(address, options, look) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  try {
    await page.goto(site.home + address);
    await look(page);
    if (!broken) assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

test("the site has its first view in both languages", () => {
  assert.ok(addresses.includes("") && addresses.includes("en/"), addresses.join(", "));
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const address of addresses) {
    test(`/${address} as it opens, ${colorScheme}`, () =>
      visit(address, { colorScheme }, async (page) => {
        await page.waitForLoadState("networkidle");
        await nothingFound(page, { state: "as it opens" });
        await page.setViewportSize({ width: 320, height: 640 });
        await nothingFound(page, { state: "on a narrow screen" });
        const [inside, wide] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
        assert.ok(wide <= inside, `${wide} px are needed where ${inside} px are there`);
        await page.locator("details").evaluateAll((all) => {
          for (const one of all) one.setAttribute("open", "");
        });
        await nothingFound(page, { state: "with everything unfolded" });
      }));
  }

  for (const address of ["", "en/"]) {
    test(`/${address} filled in, rightly and wrongly, ${colorScheme}`, () =>
      visit(address, { colorScheme }, async (page) => {
        const area = areaPage(driver(page));
        await area.ready();
        await area.percent("employment", "59.9");
        await area.percent("long-term-unemployment", "10");
        await area.counts("low-education", "7", "30");
        await nothingFound(page, { state: "with three outcomes" });
        await area.percent("turnout", "x");
        await page.locator('input[name="turnout"][aria-invalid="true"]').waitFor();
        await nothingFound(page, { state: "with an error" });
      }));
  }
}

/** Both widths that a page is looked at in. */
const widths = /** @type {const} */ ([
  { width: 390, height: 780 },
  { width: 1280, height: 800 },
]);

for (const [address, colorScheme] of /** @type {const} */ ([
  ["", "light"],
  ["", "dark"],
  ["en/", "light"],
])) {
  test(`/${address} with each panel open, ${colorScheme}`, () =>
    visit(address, { colorScheme }, async (page) => {
      const area = areaPage(driver(page));
      await area.ready();
      await area.percent("employment", "60");
      await area.percent("long-term-unemployment", "11,4");
      await area.counts("low-education", "9", "30");
      await area.percent("turnout", "81");
      await page.locator(".panels-more").evaluate((more) => more.setAttribute("open", ""));
      for (const id of ["share", "record", "sure", "require", "compare", "rule", "sets"]) {
        await page.locator(`[data-panel="${id}"]`).click();
        await page.locator(`#panel-${id} .panel-lead, #panel-${id} h3`).first().waitFor();
        if (id === "compare") await page.locator("#panel-compare .button").first().click();
        await page.locator(`#panel-${id} details`).evaluateAll((all) => {
          for (const one of all) one.setAttribute("open", "");
        });
        for (const size of widths) {
          await page.setViewportSize(size);
          await nothingFound(page, { state: `${id}, ${size.width} px`, within: "#panels" });
        }
      }
    }));
}

test("/ where the Wasm did not come", async () => {
  broken = true;
  try {
    await visit("", {}, async (page) => {
      await page.getByRole("button", { name: /försök/i }).waitFor();
      await nothingFound(page, { state: "broken" });
    });
  } finally {
    broken = false;
  }
});

for (const [address, language] of [
  ["", "sv"],
  ["en/", "en"],
]) {
  test(`/${address} says what it needs when there are no scripts`, () =>
    visit(address, { javaScriptEnabled: false }, async (page) => {
      await soon.equal(() => page.locator("html").getAttribute("lang"), language);
      await soon.equal(() => page.locator("[data-criterion]").count(), 4);
      await soon.equal(() => page.locator("[data-verdict]").count(), 0);
      await soon.match(() => page.locator("body").innerText(), /JavaScript/i);
    }));
}

test("forced colours, print and reduced motion keep every outcome in words", () =>
  visit("", { forcedColors: "active", reducedMotion: "reduce" }, async (page) => {
    const area = areaPage(driver(page));
    await area.ready();
    await area.percent("employment", "59,9");
    await page.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
    const row = page.locator('[data-criterion="employment"]');
    await soon.match(() => row.innerText(), /uppfyllt/i);
    await page.emulateMedia({ media: "print" });
    await soon.match(() => row.innerText(), /uppfyllt/i);
    await soon.ok(() => page.locator("[data-verdict]").isVisible());
  }));

test("the slider follows its field at a pause, and says at once where it is moved to", () =>
  visit("", {}, async (page) => {
    const area = areaPage(driver(page));
    await area.ready();
    await area.percent("employment", "58,2");
    const slider = page.getByRole("slider", { name: "Reglage för Förvärvsintensitet" });
    await soon.equal(() => slider.inputValue(), "58.2");
    await soon.match(() => slider.getAttribute("aria-valuetext"), /^58,2\s%$/);
    await soon.match(() => page.getByRole("img", { name: "Skala för Förvärvsintensitet" }).getAttribute("aria-label"), /området 58,2\s%/);
    const said = await slider.evaluate(async (/** @type {HTMLInputElement} */ field) => {
      field.value = "61.4";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 20));
      return field.getAttribute("aria-valuetext");
    });
    assert.match(said ?? "", /^61,4\s%$/);
    await soon.equal(() => page.locator('input[name="employment"]').inputValue(), "61,4");
  }));

test("a slider that is gone to before there was a pause moves on from what its field says", () =>
  visit("", {}, async (page) => {
    const area = areaPage(driver(page));
    await area.ready();
    const moved = await page.evaluate(async () => {
      const field = /** @type {HTMLInputElement} */ (document.querySelector('input[name="turnout"]'));
      const slider = /** @type {HTMLInputElement} */ (document.querySelector('[data-criterion="turnout"] input[type="range"]'));
      field.value = "71,3";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      slider.focus();
      await new Promise((resolve) => setTimeout(resolve, 20));
      return slider.value;
    });
    assert.equal(moved, "71.3");
  }));
