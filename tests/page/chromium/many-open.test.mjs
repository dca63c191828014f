// An area of *Många områden* opened in *Ett område*: its name goes along, and that it is made up.

import assert from "node:assert/strict";
import { test } from "node:test";
import { soon } from "../soon.mjs";
import { manySite } from "./many-site.mjs";

const { file, profile, visit, open } = manySite();

/** Opens an area of the table in a tab of its own. @param {import("playwright-core").Page} page @param {string} name */
async function opened(page, name) {
  const tab = page.context().waitForEvent("page");
  await page.locator(".areas-table tbody a", { hasText: name }).first().click();
  const area = await tab;
  await area.locator("[data-verdict]").waitFor();
  return area;
}

/** What the device keeps of *Ett område*. @param {import("playwright-core").Page} area */
const work = (area) => area.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("troskel.work")));

test("an example that is opened has its name and is marked as one: on the page, in the link, in the record", () =>
  visit(async (page, many) => {
    await many.example();
    const area = await opened(page, "Påhittade Västra");
    const isMarked = () => soon.match(() => area.locator(".answer-example").innerText(), /^Exempel med påhittade siffror/);
    await soon.match(() => area.locator("h1").innerText(), /^Påhittade Västra uppfyller/);
    await soon.equal(() => area.title(), "Påhittade Västra – Tröskel");
    await isMarked();
    await area.locator("[data-panel=share]").click();
    await soon.equal(() => area.locator(".share-name input").inputValue(), "Påhittade Västra");
    const link = await area.locator(".share-link input").inputValue();
    await area.locator("[data-panel=record]").click();
    await soon.match(() => area.locator(".record").innerText(), /Exempel med påhittade siffror: Påhittade Västra/);
    // The tab takes care of the name, as of the figures.
    assert.deepEqual(await work(area), []);
    await area.reload();
    await soon.match(() => area.locator("h1").innerText(), /^Påhittade Västra uppfyller/);
    await isMarked();
    // Elsewhere the link says so too.
    const other = await profile();
    const there = await other.newPage();
    await there.goto(link);
    await soon.match(() => there.locator(".answer-example").innerText(), /^Exempel med påhittade siffror/);
    await soon.match(() => there.locator("h1").innerText(), /^Påhittade Västra uppfyller/);
    await other.close();
  }));

test("the name that came along goes with the figures, and a name of one's own is kept", () =>
  visit(async (page, many) => {
    await many.choose([file("namn.csv", ["områdeskod;namn;Valdeltagande, procent", "0180R001;Norra Ängen;71,4", "0180R002;;80,1"])]);
    const area = await opened(page, "Norra Ängen");
    await soon.match(() => area.locator("h1").innerText(), /^Norra Ängen/);
    assert.equal(await area.locator(".answer-example").count(), 0);
    await area.getByRole("button", { name: "Rensa" }).click();
    await soon.match(() => area.title(), /^Tröskel/);
    await area.getByRole("button", { name: "Ta tillbaka siffrorna" }).click();
    await soon.equal(() => area.title(), "Norra Ängen – Tröskel");
    await area.locator("[data-panel=share]").click();
    await area.locator(".share-name input").fill("Mitt område");
    await soon.equal(() => area.title(), "Mitt område – Tröskel");
    await soon.deepEqual(() => work(area), ["troskel.work"]);
    // Of an area without a name the code is told.
    const next = await opened(page, "0180R002");
    await soon.equal(() => next.title(), "0180R002 – Tröskel");
    await soon.match(() => next.locator("h1").innerText(), /^0180R002/);
  }));

test("an area that is opened leaves the work of one's own as it is, under its own name", async () => {
  const context = await profile();
  const { page, many } = await open(context);
  const own = await context.newPage();
  await own.goto(page.url().replace("many/", ""));
  await own.locator('input[name="turnout"]').fill("70");
  await own.locator("[data-panel=share]").click();
  await own.locator(".share-name input").fill("Mitt område");
  await soon.deepEqual(() => work(own), ["troskel.work"]);
  const kept = () => own.evaluate(() => localStorage.getItem("troskel.work"));
  const before = await kept();
  await own.close();
  await many.example();
  const area = await opened(page, "Påhittade Västra");
  await area.getByRole("button", { name: "Öppna mitt eget sparade arbete i stället" }).waitFor();
  await soon.equal(() => area.title(), "Påhittade Västra – Tröskel");
  assert.equal(await area.evaluate(() => localStorage.getItem("troskel.work")), before);
  await area.getByRole("button", { name: "Öppna mitt eget sparade arbete i stället" }).click();
  await soon.equal(() => area.title(), "Mitt område – Tröskel");
  assert.equal(await area.locator(".answer-example").count(), 0);
  await area.reload();
  await soon.equal(() => area.title(), "Mitt område – Tröskel");
  await context.close();
});

test("figures that are gone back to from a link leave the work of one's own where it is", async () => {
  const context = await profile();
  const { page, many } = await open(context);
  const own = await context.newPage();
  await own.goto(page.url().replace("many/", ""));
  await own.locator('input[name="turnout"]').fill("70");
  await own.locator("[data-panel=share]").click();
  await own.locator(".share-name input").fill("Mitt område");
  await soon.deepEqual(() => work(own), ["troskel.work"]);
  const kept = () => page.evaluate(() => localStorage.getItem("troskel.work"));
  const before = await kept();
  const link = new URL(await own.locator(".share-link input").inputValue()).hash;
  await own.close();
  await many.choose([file("en.csv", ["områdeskod;namn;Valdeltagande, procent", "0180R001;Norra Ängen;71,4"])]);
  const area = await opened(page, "Norra Ängen");
  await area.getByRole("button", { name: "Öppna mitt eget sparade arbete i stället" }).click();
  await soon.equal(() => area.title(), "Mitt område – Tröskel");
  await area.evaluate((hash) => {
    location.hash = hash;
  }, link);
  await area.getByRole("button", { name: "Ta tillbaka siffrorna jag skrev" }).click();
  await soon.equal(() => area.title(), "Norra Ängen – Tröskel");
  // What is kept is so within a pause, and when the page is left.
  await area.reload();
  await soon.equal(() => area.title(), "Norra Ängen – Tröskel");
  await area.getByRole("button", { name: "Öppna mitt eget sparade arbete i stället" }).waitFor();
  assert.equal(await kept(), before);
  await context.close();
});

test("a link that opens a tab says so", () =>
  visit(async (page, many) => {
    await many.example();
    const ids = await page.locator(".areas-table tbody a").evaluateAll((all) => all.map((one) => one.getAttribute("aria-describedby")));
    assert.equal(new Set(ids).size, 1);
    assert.equal(await page.locator(`#${ids[0]}`).textContent(), "öppnas i en ny flik");
  }));
