// A project in Chromium: kept on the device at every change, saved as a file, opened elsewhere and with next year's files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { soon } from "../soon.mjs";
import { manySite } from "./many-site.mjs";

const { file, open, profile } = manySite();

/** Fractions, which the page asks about; the years stand in the heading. @param {number} year @param {string} first */
const turnout = (year, first) =>
  file(`turnout-${year}.csv`, `Områdeskod;Valdeltagande ${year}\n0180R001;${first}\n0180R002;0,8\n0127R001;0,7\n`);

/** Answers what is asked, filters, notes, and reads otherwise than by default. @param {Awaited<ReturnType<typeof open>>} tab */
async function work({ page, many }) {
  await many.choose([turnout(2022, "0,749")]);
  await many.press(/^andelar/i, "[data-question]");
  await page.locator("[data-question]").waitFor({ state: "detached" });
  await many.pick("require", "any");
  await many.settled();
  await many.filter("verdict", "meets");
  await page.locator(".project > summary").click();
  await page.locator("textarea[name=project-notes]").fill("Ses med kommunen");
  await many.untilRows(2);
}

/** What a person would look at. @param {Awaited<ReturnType<typeof open>>} tab */
async function outcome({ page, many }) {
  await many.untilRows(2);
  return {
    totals: await many.totals(),
    rows: (await many.rows()).map(({ name, cells }) => [name, cells[5]?.replace(/\s/g, " ")]),
    asked: await page.locator("[data-question]").count(),
    notes: await page.locator("textarea[name=project-notes]").inputValue(),
  };
}

/** Saves the project. @param {import("playwright-core").Page} page */
async function save(page) {
  const download = page.waitForEvent("download");
  await page.locator("[data-project=save]").click();
  return readFileSync(await (await download).path(), "utf8");
}

test("closing the tab at any moment loses nothing: the next one asks for the files and goes on", async () => {
  const context = await profile();
  try {
    const first = await open(context);
    await work(first);
    const expected = await outcome(first);
    assert.deepEqual(
      expected.rows.map(([name]) => name),
      ["0180R001", "0127R001"],
    );
    assert.equal(expected.asked, 0);
    await first.page.close();
    const next = await open(context);
    await next.page.locator('[data-awaited="turnout-2022.csv"][data-found="missing"]').waitFor();
    await next.many.choose([turnout(2022, "0,749")]);
    assert.deepEqual(await outcome(next), expected);
    await soon.equal(() => next.page.locator("[data-awaited]").count(), 0);
    // Another content under the same name is said.
    await next.page.close();
    const third = await open(context);
    await third.many.choose([turnout(2022, "0,748")]);
    await third.page.locator('[data-awaited="turnout-2022.csv"][data-found="changed"]').waitFor();
    await third.page.getByRole("button", { name: "Jag har sett det" }).click();
    await soon.equal(() => third.page.locator("[data-awaited]").count(), 0);
  } finally {
    await context.close();
  }
});

test("a project goes to another device, with its files or without, and on with next year's", async () => {
  const [here, there] = [await profile(), await profile()];
  try {
    const first = await open(here);
    await work(first);
    const expected = await outcome(first);
    const bare = await save(first.page);
    const { files } = JSON.parse(bare);
    assert.deepEqual(Object.keys(files[0]), ["name", "bytes", "sha256"]);
    assert.match(files[0].sha256, /^[0-9a-f]{64}$/);
    await first.page.locator("input[name=project-content]").check();
    const full = await save(first.page);

    const other = await open(there);
    await other.page.locator('input[name="files"]').setInputFiles([file("projekt.json", full)]);
    assert.deepEqual(await outcome(other), expected);
    await other.page.close();

    await there.clearCookies();
    const years = await open(await profile());
    await years.page.locator('input[name="files"]').setInputFiles([file("utan.json", bare)]);
    await years.page.locator('[data-awaited="turnout-2022.csv"]').waitFor();
    await years.many.choose([turnout(2026, "0,5")]);
    const carried = await outcome(years);
    assert.deepEqual({ ...carried, rows: [] }, { ...expected, rows: [] });
    assert.match(String(carried.rows[0]?.[1]), /^50,0 %/);
    await years.page.locator('[data-awaited="turnout-2022.csv"][data-found="missing"]').waitFor();
    await years.page.context().close();
  } finally {
    await here.close();
    await there.close();
  }
});

test("a project that can't be opened changes nothing, one that can be is gone back from, and removal removes it", async () => {
  const context = await profile();
  try {
    const tab = await open(context);
    await work(tab);
    const expected = await outcome(tab);
    const kept = await save(tab.page);
    for (const [name, content, said] of /** @type {[string, string, RegExp][]} */ ([
      ["kapad.json", kept.slice(0, 300), /kapad\.json är ett projekt som inte går att läsa/],
      ["ny.json", kept.replace('"version":1', '"version":9'), /ny\.json är ett projekt från en nyare version/],
    ])) {
      await tab.page.locator('input[name="files"]').setInputFiles([file(name, content)]);
      await soon.match(() => tab.page.locator('.files [role="alert"]').innerText(), said);
      assert.deepEqual(await outcome(tab), expected);
    }
    const empty = JSON.stringify({ ...JSON.parse(kept), notes: "", files: [], recipes: [] });
    await tab.page.locator('input[name="files"]').setInputFiles([file("tomt.json", empty)]);
    await tab.page.locator("[data-project=back]").click();
    await tab.page.locator('[data-awaited="turnout-2022.csv"]').waitFor();
    await tab.many.choose([turnout(2022, "0,749")]);
    assert.deepEqual(await outcome(tab), expected);
    await soon.ok(() => tab.page.evaluate(() => localStorage.getItem("troskel.areas.project") !== null));
    await tab.page.locator(".device button").first().click();
    await tab.page.locator(".device-confirm button").first().click();
    await tab.page.locator(".files-drop:not([data-folded])").waitFor();
    await soon.deepEqual(() => tab.page.evaluate(() => Object.keys(localStorage)), []);
    await soon.equal(() => tab.page.locator("[data-awaited]").count(), 0);
  } finally {
    await context.close();
  }
});

/** The project that is kept, and those to be gone back to. @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
const keptBy = (page) =>
  page.evaluate(() => {
    const befores = Object.keys(localStorage).filter((key) => key.startsWith("troskel.areas.project.before"));
    return ["troskel.areas.project", ...befores.sort()].map((key) => localStorage.getItem(key) ?? "");
  });

test("two tabs with different files both stay, each to be gone back to", async () => {
  const context = await profile();
  try {
    const first = await open(context);
    const second = await open(context);
    await work(first);
    await second.many.choose([turnout(2023, "0,5")]);
    await second.page.locator(".project > summary").click();
    await second.page.locator("textarea[name=project-notes]").fill("Nästa år");
    const slots = () => keptBy(second.page);
    await soon.match(async () => (await slots())[0] ?? "", /Nästa år.*turnout-2023|turnout-2023.*Nästa år/);
    assert.match((await slots())[1] ?? "", /Ses med kommunen/);
    await first.page.locator("textarea[name=project-notes]").fill("Ses med kommunen igen");
    await soon.match(async () => (await slots())[0] ?? "", /kommunen igen/);
    // What one of them was before it was changed further is no project of its own.
    await soon.equal(async () => (await slots()).length, 2);
    assert.match((await slots())[1] ?? "", /Nästa år/);
    await first.page.close();
    await second.page.close();
    const next = await open(context);
    await next.page.locator('[data-awaited="turnout-2022.csv"]').waitFor();
    await next.page.locator("[data-project=back]").click();
    await next.page.locator('[data-awaited="turnout-2023.csv"]').waitFor();
    await next.page.locator("[data-project=back]").click();
    await next.page.locator('[data-awaited="turnout-2022.csv"]').waitFor();
  } finally {
    await context.close();
  }
});

test("three tabs with different files all stay, whichever is changed and closed", async () => {
  const context = await profile();
  try {
    const tabs = [];
    for (const year of [2022, 2023, 2024]) {
      const tab = await open(context);
      if (year > 2022) await tab.page.locator("[data-project=anew]").click();
      await tab.many.choose([turnout(year, "0,5")]);
      await soon.match(async () => (await keptBy(tab.page))[0] ?? "", new RegExp(`turnout-${year}`));
      tabs.push(tab);
    }
    const years = (/** @type {string[]} */ kept) => kept.map((text) => /turnout-(\d+)/.exec(text)?.[1]).sort();
    await tabs[0]?.page.locator(".project > summary").click();
    await tabs[0]?.page.locator("textarea[name=project-notes]").fill("Först");
    const [first] = tabs;
    await soon.deepEqual(async () => (first === undefined ? [] : years(await keptBy(first.page))), ["2022", "2023", "2024"]);
    for (const tab of tabs) await tab.page.close();
    const next = await open(context);
    await next.page.locator('[data-awaited="turnout-2022.csv"]').waitFor();
    await next.page.locator(".project-awaited details > summary").click();
    await next.page.locator(".project-awaited details").getByRole("button", { name: "turnout-2023.csv" }).click();
    await next.page.locator('[data-awaited="turnout-2023.csv"]').waitFor();
    assert.deepEqual(years(await keptBy(next.page)), ["2022", "2023", "2024"]);
  } finally {
    await context.close();
  }
});

test("without room for what stands here nothing takes its place", async () => {
  const context = await profile();
  try {
    await context.addInitScript(() => {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, text) {
        if (key.startsWith("troskel.areas.project.before")) throw new DOMException("full", "QuotaExceededError");
        set.call(this, key, text);
      };
    });
    const tab = await open(context);
    await work(tab);
    const kept = await save(tab.page);
    const before = await keptBy(tab.page);
    await tab.page.locator('input[name="files"]').setInputFiles([file("annat.json", kept.replace("Ses med", "Annat"))]);
    await soon.match(() => tab.page.locator(".notice[role=alert]").innerText(), /Projektet är inte sparat på enheten/);
    assert.deepEqual(await keptBy(tab.page), before);
    assert.match(await tab.page.locator("textarea[name=project-notes]").inputValue(), /Ses med/);
  } finally {
    await context.close();
  }
});

test("a kept project that can't be read is said, stays, and can be saved", async () => {
  for (const [text, said] of /** @type {const} */ ([
    ['{"format":"troskel-project","version":9}', /nyare version/],
    ['{"format":"troskel-project","version":1,"notes":', /går inte att läsa/],
    ['{"format":"troskel-project","version":1,"criteria":"constructor"}', /går inte att läsa/],
  ])) {
    const context = await profile();
    try {
      await context.addInitScript((kept) => {
        if (localStorage.length === 0) localStorage.setItem("troskel.areas.project", kept);
      }, text);
      const tab = await open(context);
      await soon.match(() => tab.page.locator(".notice[role=alert]").innerText(), said);
      const download = tab.page.waitForEvent("download");
      await tab.page.locator("[data-project=leftover]").click();
      assert.equal(readFileSync(await (await download).path(), "utf8"), text);
      await tab.many.choose([turnout(2022, "0,749")]);
      const kept = () => tab.page.evaluate(() => Object.values(localStorage));
      await soon.ok(async () => (await kept()).some((one) => one.includes("turnout-2022")));
      assert.ok((await kept()).includes(text));
    } finally {
      await context.close();
    }
  }
});

test("a project that the device does not take is said to be in this tab only", async () => {
  const context = await profile();
  try {
    await context.addInitScript(() => {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, text) {
        if (key.startsWith("troskel.areas.project")) throw new DOMException("full", "QuotaExceededError");
        set.call(this, key, text);
      };
    });
    const tab = await open(context);
    await tab.many.choose([turnout(2022, "0,749")]);
    await soon.match(() => tab.page.locator(".notice[role=alert]").innerText(), /Projektet är inte sparat på enheten/);
    const download = tab.page.waitForEvent("download");
    await tab.page.locator(".notice[role=alert] button").click();
    assert.match(readFileSync(await (await download).path(), "utf8"), /"format":"troskel-project".*turnout-2022/);
  } finally {
    await context.close();
  }
});

test("the project that the command line is tested with gives here what it gives there", async () => {
  const context = await profile();
  try {
    const kept = new URL("../../fixtures/project/", import.meta.url).pathname;
    const expected = JSON.parse(readFileSync(path.join(kept, "expected.json"), "utf8"));
    const { page, many } = await open(context);
    await page.locator('input[name="files"]').setInputFiles([path.join(kept, "kept.json")]);
    await many.untilRows(expected.areas.length);
    await soon.equal(() => page.locator("select[name=period]").inputValue(), expected.period);
    await soon.deepEqual(() => many.totals(), expected.totals);
    await soon.deepEqual(async () => (await many.rows()).map(({ code }) => code), expected.areas);
    assert.equal(await page.locator("textarea[name=project-notes]").inputValue(), expected.notes);
  } finally {
    await context.close();
  }
});

test("the year and the years compared go along", async () => {
  const context = await profile();
  try {
    const years = file(
      "years.csv",
      "Områdeskod;Valdeltagande 2014;Valdeltagande 2018;Valdeltagande 2022\n0180R001;71,0;72,0;76,0\n0180R002;81,0;82,0;83,0\n",
    );
    const first = await open(context);
    await first.many.choose([years]);
    await first.page.locator("select[name=period]").selectOption("2018");
    await soon.match(() => first.page.evaluate(() => localStorage.getItem("troskel.areas.project") ?? ""), /"period":"2018"/);
    await first.page.locator("[data-areas-view=compare]").click();
    await first.page.locator("select[name=compare-before]").selectOption("2014");
    await first.page.close();
    const next = await open(context);
    await next.many.choose([years]);
    await soon.equal(() => next.page.locator("select[name=period]").inputValue(), "2018");
    await soon.match(() => next.page.locator(".areas-table tbody").innerText(), /72,0/);
    await next.page.locator("[data-areas-view=compare]").click();
    await soon.equal(() => next.page.locator("select[name=compare-before]").inputValue(), "2014");
  } finally {
    await context.close();
  }
});
