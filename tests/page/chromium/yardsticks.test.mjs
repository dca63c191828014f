// The country's and the municipality's own rows in the page: beside the areas in table, picture and series, never among them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nothingFound } from "../axe.mjs";
import { soon } from "../soon.mjs";
import { manySite } from "./many-site.mjs";

const { file, visit } = manySite();

const levels = () =>
  file("nivaer.csv", [
    "region;Sysselsatta 2021;Befolkning 2021;Sysselsatta 2022;Befolkning 2022",
    "00 Riket;70;100;78;104",
    "0180 Stockholm;;;80;100",
    "0127 Botkyrka;50;100;51;100",
    "0180R001 Påhittade Norra;55;100;56;100",
    "0180R002 Påhittade Södra;60;100;64;100",
    "0127R001 Påhittade Östra;40;100;44;100",
  ]);

/** What stands in the row of one, blanks run together. @param {import("playwright-core").Page} page @param {string} code */
const row = async (page, code) => (await page.locator(`[data-yardstick="${code}"]`).innerText()).replace(/\s+/g, " ").trim();

test("they stand above the areas, without a verdict, and are counted nowhere", () =>
  visit(async (page, many) => {
    await many.choose([levels()]);
    await soon.match(() => row(page, "00"), /^Riket att jämföra med 75,0 % finns inte i filerna/);
    assert.equal((await many.totals()).areas, 3);
    assert.deepEqual(
      (await many.rows()).map(({ code }) => code),
      ["0180R001", "0180R002", "0127R001"],
    );
    assert.equal(await page.locator("[data-yardstick]").count(), 1);
    await many.filter("municipality", "0180");
    await soon.match(() => row(page, "0180"), /^Stockholm \(kommunen\) att jämföra med 80,0 %/);
    await many.filter("municipality", "0127");
    await soon.match(() => row(page, "0127"), /^Botkyrka \(kommunen\) att jämföra med 51,0 %/);
    assert.equal(await page.locator("[data-yardstick]").count(), 2);
    assert.equal((await many.rows()).length, 1);
    await nothingFound(page, { state: "with yardsticks", within: ".areas" });
    const download = page.waitForEvent("download");
    await page.locator('[data-export="csv"]').click();
    const saved = readFileSync(await (await download).path(), "utf8");
    assert.deepEqual(
      saved
        .trimEnd()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => /\d{4}R\d{3}/.exec(line)?.[0]),
      ["0127R001"],
    );
    await many.view("picture");
    await soon.match(
      () => page.locator(".strip canvas").first().getAttribute("aria-label"),
      /Riket 75,0\s%\. Botkyrka \(kommunen\) 51,0\s%\.$/,
    );
    await soon.equal(() => page.locator(".strip").first().locator(".strip-yardstick").count(), 2);
    await soon.equal(() => page.locator(".strip").nth(1).locator(".strip-yardstick").count(), 0);
    await many.view("report");
    await soon.match(
      () => page.locator(".report").innerText(),
      /Att jämföra med.*Riket i filerna\s+75,0\s%.*Botkyrka \(kommunen\)\s+51,0\s%/s,
    );
  }));

test("each year has its own, in the control for the year and in the series", () =>
  visit(async (page, many) => {
    await many.choose([levels()]);
    await many.pick("period", "2021");
    await soon.match(() => row(page, "00"), /^Riket att jämföra med 70,0 %/);
    await many.pick("municipality", "0180");
    await many.settled();
    // The file has no figure of the municipality in that year.
    await soon.equal(() => page.locator("[data-yardstick]").count(), 1);
    await many.view("years");
    await soon.match(() => row(page, "00"), /^Riket 70,0 % 75,0 %$/);
    await soon.match(() => row(page, "0180"), /^Stockholm \(kommunen\) 80,0 %$/);
    await soon.equal(() => page.locator('.series-line[data-line="yardstick"]').count(), 2);
    await nothingFound(page, { state: "years with yardsticks", within: ".areas" });
  }));

test("files without such rows are as before", () =>
  visit(async (page, many) => {
    await many.choose([file("utan.csv", ["region;Valdeltagande 2022", "0180R001;70,1", "0180R002;80,2"])]);
    await many.view("picture");
    await soon.match(() => page.locator(".strip").last().innerText(), /Sverige/);
    assert.equal(await page.locator(".strip-yardstick, [data-yardstick]").count(), 0);
  }));

test("municipalities beside each other have their own figure and the country's, where the files tell them", () =>
  visit(async (page, many) => {
    await many.choose([levels()]);
    await many.view("municipalities");
    await many.pick("beside-1", "0127");
    await many.pick("beside-2", "0180");
    const line = async () => (await page.locator('[data-beside="employment"]').innerText()).replace(/\s+/g, " ");
    await soon.match(line, /hela kommunen: 51,0 % .*hela kommunen: 80,0 % 75,0 %/);
    await nothingFound(page, { state: "beside", within: ".explore" });
  }));
