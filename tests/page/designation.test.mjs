// *Ett område*: the municipality's designation stands beside the verdict on the area and is never part of it.

import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";
import { soon } from "./soon.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const { municipalities } = read("../../src/memo/designated.json");
const { combinations } = read("../../src/memo/designation.json");
const { criteria } = read("../../src/criteria/sets/promemoria-2018.json");
const meaning = (designated, meets) => combinations.find((both) => both.designated === designated && both.meets === meets).title.sv;

let site;
before(async () => {
  site = await openSite();
});
after(async () => {
  await site?.close();
});

/** Figures well past every threshold, or well short of every one. */
async function enter(page, past) {
  for (const { id, direction } of criteria) {
    await page.locator(`input[name="${id}"]`).fill((direction === "below") === past ? "1" : "99");
  }
}

async function choose(page, name) {
  await page.locator(".municipality-search input").fill(name);
  await page.locator('.municipality-search [role="option"]').first().click();
}

test("all four combinations of list and verdict are told apart", async () => {
  const page = await site.page();
  await page.goto(site.address);
  await page.locator("[data-verdict]").waitFor();
  const place = page.locator(".municipality-choice");
  for (const [name, designated] of [
    [municipalities[0].name, true],
    ["Haninge", false],
  ]) {
    for (const meets of [true, false]) {
      await enter(page, meets);
      await choose(page, name);
      const kind = designated ? "designated" : "not-designated";
      await soon.equal(() => place.locator("[data-designation]").getAttribute("data-designation"), kind);
      await soon.equal(
        () => page.locator("[data-verdict]").getAttribute("data-verdict"),
        meets ? "meets" : "does-not-meet",
        "the list leaves the verdict alone",
      );
      await soon.ok(async () => (await place.textContent()).includes(meaning(designated, meets)), `${name}, ${meets}`);
    }
  }
  await page.close();
});

test("without figures only the list speaks, and the choice can be taken back and is kept between pages", async () => {
  const page = await site.page();
  await page.goto(site.address);
  await page.locator("[data-verdict]").waitFor();
  await choose(page, "orebro");
  const answer = page.locator("[data-designation]");
  await soon.match(() => answer.textContent(), /^Örebro är en av de 32 kommuner/);
  for (const { title } of combinations) {
    await soon.ok(async () => !(await page.locator(".municipality-choice").textContent()).includes(title.sv));
  }
  await page.goto(`${site.address}en/`);
  await answer.waitFor();
  await soon.match(() => answer.textContent(), /^Örebro is one of the 32 municipalities/);
  await page.getByRole("button", { name: "Remove the municipality" }).click();
  await soon.equal(() => answer.count(), 0);
  await page.close();
});

test("who types an area's name is shown the way to where areas are found", async () => {
  const page = await site.page();
  for (const [at, none, there] of [
    ["", /^Ingen kommun hittades\. Är det ett område\?/, "hamta/"],
    ["en/", /^No municipality found\. Is it an area\?/, "en/fetch/"],
  ]) {
    await page.goto(site.address + at);
    await page.locator("[data-verdict]").waitFor();
    await page.locator(".municipality-search input").fill("Kronogården");
    await soon.match(() => page.locator(".municipality-search-status").innerText(), none);
    await page.locator(".municipality-search-status a").click();
    await page.waitForURL(site.address + there);
  }
  await page.close();
});

test("the field says what is chosen, and nothing is said of another municipality than the one in it", async () => {
  const page = await site.page({});
  await page.goto(site.address);
  const field = page.locator(".municipality-search input");
  const said = page.locator(".municipality-choice-list");
  const status = () => page.locator(".municipality-search-status").innerText();
  // A whole name counts when the field is left; the beginning of one does not.
  await field.fill("uppsala");
  await page.locator('.municipality-search [role="option"]').first().waitFor();
  await field.blur();
  await soon.match(() => said.innerText(), /^Uppsala/);
  await soon.equal(() => field.inputValue(), "Uppsala");
  await page.reload();
  await soon.match(() => said.innerText(), /^Uppsala/);
  await soon.equal(() => field.inputValue(), "Uppsala");
  await field.fill("Al");
  await field.blur();
  await soon.equal(() => said.count(), 0);
  await soon.equal(() => field.inputValue(), "Al");
  // What is misspelled is asked about.
  await field.fill("Göteburg");
  await soon.match(status, /^Ingen kommun hittades\. Menade du Göteborg\?$/);
  await page.locator(".municipality-search-status button").click();
  await soon.match(() => said.innerText(), /^Göteborg/);
  await soon.equal(() => field.inputValue(), "Göteborg");
  await page.getByRole("button", { name: "Ta bort kommunen" }).click();
  await soon.equal(() => field.inputValue(), "");
  await page.context().close();
});

test("the municipality that is chosen gives way to what is typed, by pointer and by keyboard", async () => {
  const page = await site.page();
  await page.goto(site.address);
  const field = page.locator(".municipality-search input");
  await choose(page, "Norrköping");
  await soon.equal(() => field.inputValue(), "Norrköping");
  await page.locator("h1").click();
  await field.click();
  await page.keyboard.type("Växj");
  await soon.equal(() => field.inputValue(), "Växj");
  await page.keyboard.press("Enter");
  await soon.equal(() => field.inputValue(), "Växjö");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("änge");
  await soon.equal(() => field.inputValue(), "änge");
  await soon.match(() => page.locator('[role="option"]').first().innerText(), /^Ängelholm/);
  await page.close();
});
