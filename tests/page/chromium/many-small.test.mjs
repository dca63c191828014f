// *Många områden* on a small screen, with large text, and on paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { soon } from "../soon.mjs";
import { manySite } from "./many-site.mjs";

const { visit } = manySite();

/** @param {import("playwright-core").Page} page */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Where the first of a selector stands. @param {import("playwright-core").Locator} at */
async function box(at) {
  const found = await at.first().boundingBox();
  assert.ok(found !== null);
  return { ...found, bottom: found.y + found.height, right: found.x + found.width };
}

test("an opened area tells each distance below its outcome with its unit, and its link can be hit", () =>
  visit(async (page, many) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await many.example();
    const row = page.locator(".areas-table tbody tr").first();
    await row.locator(".areas-more").click();
    for (const cell of await row.locator("td.areas-finding").all()) {
      const [word, distance] = [await box(cell.locator(".areas-word")), await box(cell.locator(".areas-distance"))];
      assert.ok(distance.y >= word.y && distance.y - word.bottom < 6, `${distance.y - word.bottom} px below`);
      assert.match(await cell.locator(".areas-distance").innerText(), /^[\d,]+ procentenheter (under|över)$/);
    }
    assert.ok((await box(row.locator("th a"))).height >= 24);
  }));

test("without a head the order is chosen beside the areas", () =>
  visit(async (page, many) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await many.example();
    const names = async () => (await many.rows()).map(({ name }) => name);
    await page.locator("select[name=order]").selectOption("name");
    await soon.equal(async () => (await names())[0], "Påhittade Centrala");
    await page.locator("input[name=descending]").check();
    await soon.equal(async () => (await names())[0], "Påhittade Övre");
    await page.setViewportSize({ width: 1280, height: 800 });
    await soon.equal(() => page.locator('th[aria-sort="descending"]').innerText(), "Område");
    assert.equal(await page.locator("select[name=order]").isVisible(), false);
  }));

test("with text of twice the size nothing runs over an edge or stands on anything else", () =>
  visit(async (page, many) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await many.example();
    await page.locator(".areas-more").first().click();
    const [button, name] = [await box(page.locator(".files-choose .button")), await box(page.locator(".files .fold-name"))];
    assert.ok(button.bottom <= name.y || button.x >= name.right, "the button stands beside the files or above them");
    for (const one of await page.locator(".fold-name").all()) {
      assert.ok(await one.evaluate((at) => at.scrollWidth <= at.clientWidth || getComputedStyle(at).display === "inline"));
      assert.ok((await box(one)).right <= 390);
    }
    for (const view of ["table", "municipalities", "thresholds", "what-if", "compare", "years"]) {
      await many.view(view);
      await soon.equal(() => overflow(page), 0);
    }
  }));

test("the way to more files keeps off the lines around it", () =>
  visit(async (page, many) => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await many.example();
      const [button, drop] = [await box(page.locator(".files-choose .button")), await box(page.locator(".files-drop"))];
      assert.ok(button.y - drop.y >= 4 && drop.bottom - button.bottom >= 4, `${button.y - drop.y}, ${drop.bottom - button.bottom} px`);
    }
  }));

test("a table that is cut off has a shade at its edge, but not in forced colours or on paper", () =>
  visit(async (page, many) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await many.example();
    await many.view("municipalities");
    const table = page.locator(".explore .scrolls").filter({ hasText: "Malmö" }).first();
    const shade = () => table.evaluate((at) => getComputedStyle(at).backgroundImage);
    await soon.match(shade, /gradient/);
    await page.emulateMedia({ forcedColors: "active" });
    assert.equal(await shade(), "none");
    await page.emulateMedia({ forcedColors: "none", media: "print" });
    assert.equal(await shade(), "none");
  }));

test("on paper the table fits the sheet, and a narrow one has all figures", () =>
  visit(async (page, many) => {
    await many.example();
    await page.emulateMedia({ media: "print" });
    // A4 on end, its margins off.
    for (const width of [718, 350]) {
      await page.setViewportSize({ width, height: 900 });
      assert.equal(await overflow(page), 0);
      const right = await page
        .locator(".areas-table :is(th, td), .fold-line")
        .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
      assert.ok(right <= width, `${right} of ${width} px`);
      assert.equal(await page.locator("td.areas-finding").first().isVisible(), true);
    }
  }));
