// Many areas in Chromium: what needs more of a browser than the three engines share.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { nothingFound } from "../axe.mjs";
import { root } from "../../../tools/process.mjs";
import { driver, launchChromium } from "../engines/chromium.mjs";
import { manyPage } from "../many-page.mjs";
import { serveSite } from "../serving.mjs";
import { soon } from "../soon.mjs";

const joined = ["employment-long.csv", "education-long.csv", "turnout.csv", "unemployment.csv"].map((name) =>
  path.join(root, "tests", "fixtures", "joined", name),
);

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

/**
 * @param {string} address
 * @param {import("playwright-core").BrowserContextOptions} options
 * @param {(page: import("playwright-core").Page, many: ReturnType<typeof manyPage>) => Promise<void>} scenario
 */
async function visit(address, options, scenario) {
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
    await scenario(page, manyPage(driver(page)));
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

test("files that are chosen before any script runs are read once one does", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** @type {() => void} */
  let release = () => {};
  const chosen = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  await page.route("**/*.js", async (route) => {
    await chosen;
    await route.continue();
  });
  try {
    await page.goto(`${site.home}many/`, { waitUntil: "commit" });
    await page.locator('input[name="files"]').setInputFiles(joined);
    release();
    const many = manyPage(driver(page));
    await many.finished(60_000);
    await many.untilRows(12);
  } finally {
    await context.close();
  }
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const address of ["many/", "en/many/"]) {
    test(`axe finds nothing in /${address} with files and all of it unfolded, ${colorScheme}`, () =>
      visit(address, { colorScheme }, async (page, many) => {
        await many.choose(joined);
        await page.locator(".rejected button").click();
        await page.locator(".filters select[name=criterion]").selectOption("turnout");
        await page.locator("details").evaluateAll((all) => {
          for (const one of all) one.setAttribute("open", "");
        });
        await many.settled();
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 800 });
          await nothingFound(page);
          const [inside, wide] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
          assert.ok(wide <= inside, `${wide} px are needed where ${inside} px are there`);
        }
      }));
  }
}

for (const colorScheme of /** @type {const} */ (["light", "dark"]))
  test(`axe finds nothing in any view of the areas, ${colorScheme}`, () =>
    visit("many/", { colorScheme }, async (page, many) => {
      await many.choose(joined);
      const panels = page.locator("[data-areas-view]");
      for (let nth = 0; nth < (await panels.count()); nth += 1) {
        await panels.nth(nth).click();
        const name = await panels.nth(nth).getAttribute("data-areas-view");
        if (name === "what-if") {
          await page.locator('input[name="what-if.shift.turnout"]').fill("-2");
          await page.keyboard.press("Enter");
          await page.locator(".changed-result").waitFor();
        }
        await page.locator(".explore details summary").evaluateAll((all) => {
          for (const one of all) /** @type {HTMLElement} */ (one).click();
        });
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 800 });
          await nothingFound(page, { state: `${name}, ${width} px`, within: ".areas" });
        }
      }
    }));

test("the whole way goes by keyboard: example, sorting, an area in a tab of its own", () =>
  visit("many/", {}, async (page, many) => {
    await page.locator(".files button", { hasText: "exempel" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".areas-table tbody tr").first().waitFor();
    await soon.match(() => page.locator("main").innerText(), /påhittade siffror/);
    await page.getByRole("button", { name: "Valdeltagande" }).focus();
    await page.keyboard.press("Enter");
    await page.locator('th[aria-sort="ascending"]').waitFor();
    await many.settled();
    const [first] = await many.rows();
    assert.ok(first !== undefined);
    const opened = page.context().waitForEvent("page");
    await page.locator(".areas-table tbody a").first().focus();
    await page.keyboard.press("Enter");
    const area = await opened;
    await area.locator("[data-verdict]").waitFor();
    await soon.equal(() => area.locator("[data-verdict]").getAttribute("data-verdict"), first.verdict);
    // The example has employment in counts and turnout in percent, and both are there as they were given.
    await soon.match(() => area.locator('input[name="employment.count"]').inputValue(), /^\d+$/);
    await soon.equal(async () => `${await area.locator('input[name="turnout"]').inputValue()}`, first.cells[5]?.match(/^[\d,]+/)?.[0]);
    await soon.equal(() => page.evaluate(() => sessionStorage.length), 0);
    await soon.equal(async () => (await many.rows()).length, 50);
  }));

test("an export is named by what it holds", () =>
  visit("many/", {}, async (page, many) => {
    await many.choose(joined);
    const named = async () => {
      const download = page.waitForEvent("download");
      await page.locator('button[data-export="csv"]').click();
      return (await download).suggestedFilename();
    };
    assert.equal(await named(), "2022-områden.csv");
    await many.filter("verdict", "meets");
    await many.filter("municipality", "0127");
    assert.equal(await named(), "Botkyrka-2022-uppfyller.csv");
  }));

for (const width of [1280, 390]) {
  test(`at ${width} px the rows go by the keyboard, a head stays where there are columns, and nothing is clipped`, () =>
    visit("many/", { viewport: { width, height: 700 } }, async (page, many) => {
      await many.example();
      await page.locator(".areas-table tbody tr").nth(49).waitFor();
      const inside = async (/** @type {string} */ selector) => {
        const right = await page.locator(selector).evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
        assert.ok(right <= width, `${selector} reaches to ${right} of ${width} px`);
      };
      await inside(".areas-table tbody :is(th, td)");
      const position = () => page.evaluate(() => document.activeElement?.closest("tr")?.sectionRowIndex);
      await page.locator(".areas-table tbody a").first().focus();
      for (let nth = 0; nth < 30; nth += 1) await page.keyboard.press("ArrowDown");
      assert.equal(await position(), 30);
      const [head, row] = await page.evaluate(() => [
        document.querySelector(".areas-table thead th")?.getBoundingClientRect(),
        document.activeElement?.getBoundingClientRect(),
      ]);
      assert.ok(head !== undefined && row !== undefined && head.bottom >= 0 && row.top >= head.bottom, "the row stands below the head");
      // On a phone no column of it stands over anything.
      assert.equal(await page.locator(".areas-table thead").isVisible(), width === 1280);
      await page.keyboard.press("End");
      assert.equal(await position(), 49);
      await page.keyboard.press("ArrowDown");
      await soon.equal(() => page.locator(".areas-table tbody tr").count(), 6);
      await soon.equal(position, 0);
      await page.keyboard.press("ArrowUp");
      await soon.equal(position, 49);
      // The whole table is one stop.
      await page.keyboard.press("Tab");
      await soon.equal(() => page.evaluate(() => document.activeElement?.closest(".areas-table") === null), width === 1280);
    }));
}

test("on a phone an area is one line that opens", () =>
  visit("many/", { viewport: { width: 390, height: 800 } }, async (page, many) => {
    await many.choose(joined);
    const row = page.locator(".areas-table tbody tr").nth(1);
    assert.equal(await row.locator("td.areas-finding").first().isVisible(), false);
    const closed = (await row.boundingBox())?.height ?? 0;
    assert.ok(closed > 0 && closed <= 70, `${closed} px`);
    await row.getByRole("button", { name: "Siffror för Påhittade Södra" }).click();
    await soon.match(() => row.innerText(), /59,9\s%\s+uppfyllt\s+0,1 procentenheter under/);
    assert.equal(await row.locator("td.areas-finding").first().isVisible(), true);
  }));

test("what is shown is saved, as CSV for a Swedish Excel, as plain CSV and as JSON", () =>
  visit("many/", {}, async (page, many) => {
    await many.choose(joined);
    await many.filter("verdict", "meets");
    /** @param {string} format */
    const saved = async (format) => {
      const download = page.waitForEvent("download");
      await page.locator(`button[data-export="${format}"]`).click();
      return readFileSync(await (await download).path());
    };
    const swedish = await saved("csv-sv");
    assert.deepEqual([...swedish.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const lines = swedish.toString("utf8").trimEnd().split("\r\n");
    assert.equal(lines.length, 5);
    assert.match(lines[1] ?? "", /^0114R901;Påhittade Ängen;0114;Upplands Väsby;false;meets;540\/1000;54,0;-6,0;met;certain;11,2;/);
    const plain = (await saved("csv")).toString("utf8").split("\n");
    assert.match(plain[1] ?? "", /^0114R901,Påhittade Ängen,.*,540\/1000,54\.0,/);
    const json = JSON.parse((await saved("json")).toString("utf8"));
    assert.deepEqual(
      json.areas.map((/** @type {{ code: string }} */ { code }) => code),
      ["0114R901", "0127R901", "0180R901", "2480R901"],
    );
  }));

test("the columns of what is saved are chosen, and the usual ones are had back", () =>
  visit("many/", {}, async (page, many) => {
    await many.choose(joined);
    const header = async () => {
      const download = page.waitForEvent("download");
      await page.locator('button[data-export="csv"]').click();
      return readFileSync(await (await download).path(), "utf8").split("\n")[0];
    };
    const usual = await header();
    await page.locator(".exports-columns > summary").click();
    const names = await page.locator(".exports-columns input").evaluateAll((all) => all.map((one) => one.getAttribute("name") ?? ""));
    for (const name of names) await page.locator(`.exports-columns input[name="${name}"]`).uncheck();
    await soon.equal(() => page.locator('button[data-export="csv"]').getAttribute("aria-disabled"), "true");
    for (const name of ["verdict", "outcome", "code"]) await page.locator(`input[name="column-${name}"]`).check();
    assert.equal(await header(), "code,verdict,employment_outcome,long_term_unemployment_outcome,low_education_outcome,turnout_outcome");
    await page.getByRole("button", { name: "Ta de vanliga kolumnerna" }).click();
    assert.equal(await header(), usual);
    // What is ticked then is what the file has.
    const ticked = await page.locator(".exports-columns input:checked").count();
    assert.equal(usual?.split(",").length, 6 + 4 * (ticked - 6));
  }));

test("cells are pasted from a spreadsheet, and files are dropped", () =>
  visit("many/", {}, async (page, many) => {
    await page.locator(".files-paste summary").click();
    await page.locator(".files-paste textarea").fill("Områdeskod\tValdeltagande\n0180R001\t74,9\n0180R002\t75,0\n");
    await many.press(/använd/i);
    await page.locator(".areas-table tbody tr").first().waitFor();
    await soon.deepEqual(async () => (await many.totals()).areas, 2);
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["Områdeskod;Andel förvärvsarbetande\n0180R001;59,9\n"], "employment.csv"));
      return data;
    });
    await page.dispatchEvent("h1", "drop", { dataTransfer: dropped });
    await many.untilFiles(2);
    await soon.equal(async () => (await many.rows())[0]?.cells[2]?.startsWith("59,9"), true);
  }));
