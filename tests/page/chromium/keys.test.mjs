// Keys in the page: recognised or pointed out, told, turned to another division, taken away, and part of the project.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nothingFound } from "../axe.mjs";
import { manyPage } from "../many-page.mjs";
import { soon } from "../soon.mjs";
import { manySite } from "./many-site.mjs";

const { file, open, profile, visit } = manySite();

const districts = () =>
  file("valdistrikt.csv", [
    "Valdistriktskod;Röstande 2022;Röstberättigade 2022",
    "01800101;741;1001",
    "01800102;500;900",
    "01800103;10;20",
  ]);
const weighted = () =>
  file("nyckel.csv", [
    "distrikt;regso;andel",
    "01800101;0180R001;0,62",
    "01800101;0180R002;0,38",
    "01800102;0180R002;1",
    "01800103;0180R003;1",
  ]);
const both = () =>
  file("bada.csv", ["distrikt;deso;regso", "01800101;0180C1010;0180R001", "01800102;0180C1020;0180R001", "01800103;0180C1030;0180R002"]);

/** The codes that stand there, each with its figure as it is. @param {import("playwright-core").Page} page @param {ReturnType<typeof manyPage>} many */
async function figures(page, many) {
  const titles = await page
    .locator(".areas-table tbody td:nth-of-type(5)")
    .evaluateAll((all) => all.map((cell) => cell.getAttribute("title") ?? cell.querySelector(".areas-value")?.textContent ?? ""));
  return (await many.rows()).map(({ name }, nth) => `${name} ${(titles[nth] ?? "").replace(/\s+/g, " ").trim()}`);
}

test("a key is recognised, what was done is said, and it can be taken away again", () =>
  visit(async (page, many) => {
    await many.choose([districts()]);
    await many.untilRows(3);
    await many.choose([weighted()]);
    await soon.equal(() => page.locator("[data-key]").getAttribute("data-key"), "nyckel.csv");
    await soon.deepEqual(
      () => figures(page, many),
      ["0180R001 459–460 av 620–621", "0180R002 781–782 av 1 280–1 281", "0180R003 10 av 20"],
    );
    await page.locator(".files .fold > summary").click();
    await soon.match(
      () => page.locator(".understood").innerText(),
      /nyckel\.csv: nyckel från ”distrikt” till ”regso”, med vikter ur ”andel”\. Av nyckelns 5 rader används 4\./,
    );
    await soon.match(
      () => page.locator(".understood").innerText(),
      /Antalen för 3 områden är fördelade på 3 områden efter nyckeln\. Nyckeln delar 1 av dem, och där är antalen ett spann/,
    );
    await nothingFound(page, { state: "with a key", within: "main" });
    await page.getByRole("button", { name: /ta bort nyckel\.csv/i }).click();
    await soon.deepEqual(() => figures(page, many), ["01800101 741 av 1 001", "01800102 500 av 900", "01800103 10 av 20"]);
    assert.equal(await page.locator("[data-key]").count(), 0);
  }));

test("with a key all years of a file are there, in the answer and year by year", () =>
  visit(async (page, many) => {
    const years = file("valdistrikt-tva-val.csv", [
      "valdistrikt;Röstande 2018;Röstberättigade 2018;Röstande 2022;Röstberättigade 2022",
      "01800101;741;1001;700;1000",
      "01800102;500;900;510;905",
      "01800103;10;20;11;20",
    ]);
    await many.choose([years, weighted()]);
    const control = page.locator("select[name=period]");
    await soon.deepEqual(() => control.locator("option").allTextContents(), ["senaste", "2018", "2022"]);
    await many.pick("period", "2018");
    await soon.deepEqual(
      () => figures(page, many),
      ["0180R001 459–460 av 620–621", "0180R002 781–782 av 1 280–1 281", "0180R003 10 av 20"],
    );
    await many.pick("period", "2022");
    await soon.deepEqual(() => figures(page, many), ["0180R001 434 av 620", "0180R002 776 av 1 285", "0180R003 11 av 20"]);
    await many.view("years");
    await page.locator("select[name=years-criterion]").selectOption("turnout");
    await soon.deepEqual(
      () => page.locator('[data-series-of="0180R003"] td').evaluateAll((all) => all.map((cell) => cell.textContent?.match(/^[\d,]+/)?.[0])),
      ["50,0", "55,0"],
    );
  }));

test("a key of two divisions is turned to the other", () =>
  visit(async (page, many) => {
    await many.choose([districts()]);
    await many.choose([both()]);
    await soon.deepEqual(() => figures(page, many), ["0180R001 1 241 av 1 901", "0180R002 10 av 20"]);
    await page.locator(".files .fold > summary").click();
    await page.getByRole("button", { name: "Lägg ihop till DeSO i stället" }).click();
    await soon.deepEqual(() => figures(page, many), ["0180C1010 741 av 1 001", "0180C1020 500 av 900", "0180C1030 10 av 20"]);
    await page.getByRole("button", { name: "Lägg ihop till RegSO i stället" }).click();
    await many.untilRows(2);
  }));

test("a file that is no key is said to be none, and everything stays; one of DeSO may be pointed out", () =>
  visit(async (page, many) => {
    await many.choose([districts()]);
    await many.choose([file("annat.csv", ["regso;namn", "0180R001;Norra", "0180R002;Södra"])]);
    await many.untilRows(3);
    await page.locator(".files .fold > summary").click();
    await page.locator('[data-use-as-key="annat.csv"]').click();
    await soon.match(() => page.locator('.files [role="alert"]').innerText(), /går inte att använda som nyckel.*är kvar/s);
    await many.untilRows(3);
  }));

test("a key goes along in the project, with its division", () =>
  visit(async (page, many) => {
    await many.choose([districts()]);
    await many.choose([both()]);
    await many.untilRows(2);
    await page.locator(".files .fold > summary").click();
    await page.getByRole("button", { name: "Lägg ihop till DeSO i stället" }).click();
    await many.untilRows(3);
    await page.locator(".project > summary").click();
    await page.locator("input[name=project-content]").check();
    const download = page.waitForEvent("download");
    await page.locator("[data-project=save]").click();
    const saved = readFileSync(await (await download).path(), "utf8");
    const [key] = JSON.parse(saved).keys;
    assert.deepEqual([key.name, key.to], ["bada.csv", "deso"]);
    // In the next tab the files are asked for, and the key is known by its name.
    await page.reload();
    await page.locator('[data-awaited="bada.csv"]').waitFor();
    await page.locator('input[name="files"]').setInputFiles([districts(), both()]);
    await soon.deepEqual(() => figures(page, many), ["0180C1010 741 av 1 001", "0180C1020 500 av 900", "0180C1030 10 av 20"]);
    // Elsewhere it opens with what is in it.
    const other = await profile();
    const { page: there, many: theirs } = await open(other);
    await there.locator('input[name="files"]').setInputFiles([file("projekt.json", [saved])]);
    await soon.deepEqual(() => figures(there, theirs), ["0180C1010 741 av 1 001", "0180C1020 500 av 900", "0180C1030 10 av 20"]);
    await other.close();
  }));

test("by a log of changed areas those of two divisions are compared, and it goes along in the project", async () => {
  const context = await profile();
  try {
    const { page, many } = await open(context);
    const files = [
      file("forr.csv", ["region;Sysselsatta 2023;Befolkning 2023", "0114A0010;10;100", "0114A0020;20;100"]),
      file("nu.csv", [
        "region;Sysselsatta 2024;Befolkning 2024",
        "0114A0010_DeSO2025;11;100",
        "0114A0021_DeSO2025;12;100",
        "0114A0022_DeSO2025;13;100",
      ]),
    ];
    const log = file("andringar.csv", ["Tidigare DeSO;DeSO;Förändringstyp", "0114A0020;0114A0021;delad", "0114A0020;0114A0022;delad"]);
    await many.choose(files);
    await many.view("compare");
    await many.pick("compare-list", "all");
    const compared = () => page.locator(".explore").innerText();
    await soon.match(compared, /förteckning över ändrade områden/);
    await soon.doesNotMatch(compared, /hoplagda områden/);
    await page.locator('input[name="files"]').setInputFiles([log]);
    await page.locator('[data-key="andringar.csv"]').waitFor({ state: "attached" });
    await many.pick("compare-list", "all");
    const added = /hoplagda områden[\s\S]*20,0\s% → 12,5\s% −7,5/;
    await soon.match(compared, added);
    await soon.doesNotMatch(compared, /förteckning över ändrade områden/);
    assert.equal(await page.locator("[data-key]").getAttribute("data-key"), "andringar.csv");
    await page.locator(".files .fold > summary").click();
    await soon.match(() => page.locator("[data-key]").innerText(), /Används som förteckning över ändrade områden/);
    await soon.match(
      () => page.evaluate(() => localStorage.getItem("troskel.areas.project") ?? ""),
      /"keys":\[\],"changeLogs":\[\{"name":"andringar\.csv"/,
    );
    // Another division has a log of its own, and both hold.
    const other = file("andringar-regso.csv", ["Tidigare RegSO;RegSO;Förändringstyp", "0114R001;0114R002;namnändrad"]);
    await page.locator('input[name="files"]').setInputFiles([other]);
    await soon.equal(() => page.locator("[data-key]").count(), 2);
    await many.pick("compare-list", "all");
    await soon.match(compared, added);
    await soon.match(
      () => page.evaluate(() => localStorage.getItem("troskel.areas.project") ?? ""),
      /"changeLogs":\[\{"name":"andringar\.csv".*\{"name":"andringar-regso\.csv"/,
    );
    await page.close();
    const next = await open(context);
    await next.page.locator('[data-awaited="andringar.csv"][data-found="missing"]').waitFor();
    await next.many.choose([...files, log]);
    await next.many.view("compare");
    await next.many.pick("compare-list", "all");
    await soon.match(() => next.page.locator(".explore").innerText(), added);
    await next.page.locator(".files .fold > summary").click();
    await next.page.getByRole("button", { name: /ta bort andringar\.csv/i }).click();
    await soon.match(() => next.page.locator(".explore").innerText(), /förteckning över ändrade områden/);
  } finally {
    await context.close();
  }
});
