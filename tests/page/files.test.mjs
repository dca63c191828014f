// Files as a device gives and takes them: large ones, several at once, one that is gone before its end, and a person who
// has had enough. The worker's module reads them itself.

import assert from "node:assert/strict";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./engines/index.mjs";
import { manyPage } from "./many-page.mjs";
import { serveSite } from "./serving.mjs";
import { soon } from "./soon.mjs";
import { slowReading, workerBegins } from "./worker-script.mjs";

const heading = "Områdeskod;Andel förvärvsarbetande\n";

/** @type {import("./engines/index.mjs").Engine} */
let engine;
/** @type {string} */
let folder;
before(async () => {
  engine = await launch();
  folder = mkdtempSync(path.join(tmpdir(), "troskel-files-"));
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await engine?.close();
});

/** @param {string} name @param {string} content */
function file(name, content) {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

/** Areas without end for a file that takes its time. @param {number} areas */
const rows = (areas) => Array.from({ length: areas }, (_, nth) => `0180${String(nth).padStart(6, "0")};59,${nth % 10}\n`).join("");

/** @param {{ slow?: boolean }} options @param {(many: ReturnType<typeof manyPage>, page: import("./engines/index.mjs").Page) => Promise<void>} scenario */
async function visit({ slow = false }, scenario) {
  const site = await serveSite(slow ? { tamper: workerBegins(() => slowReading) } : {});
  const page = await engine.open();
  try {
    await page.goto(`${site.home}many/`);
    await scenario(manyPage(page), page);
  } finally {
    await page.close();
    site.close();
  }
}

test("a file of a gigabyte is read to its end", () =>
  visit({}, async (many) => {
    const at = path.join(folder, "large.csv");
    const to = openSync(at, "w");
    // Rows of a county, which are neither areas nor wrong: the file is long, and what is kept of it is not.
    const county = Buffer.from(`01;60,0;${"långt ".repeat(300)}\n`.repeat(1 << 9));
    writeSync(to, `${heading.trim()};Anmärkning\n0180R001;51,9;\n`);
    for (let written = 0; written < 2 ** 30; written += county.length) writeSync(to, county);
    writeSync(to, "0180R002;71,9;\n");
    closeSync(to);
    await many.begin([at]);
    await many.finished(180_000);
    await soon.equal(async () => (await many.totals()).areas, 2);
  }));

test("a file that is removed while it is read is named, and what was there stays", () =>
  visit({ slow: true }, async (many, page) => {
    await many.choose([file("first.csv", `${heading}0180R001;51,9\n`)]);
    const gone = file("gone.csv", heading + rows(100_000));
    await many.begin([gone]);
    await page.until("the reading", "() => (document.querySelector('progress')?.value ?? 0) > 0");
    rmSync(gone);
    await soon.match(() => page.text('[role="alert"]'), /gone\.csv går inte att läsa längre/);
    await soon.equal(async () => (await many.totals()).areas, 1);
  }));

test("what takes too long is ended, and the next files are read at once", () =>
  visit({ slow: true }, async (many, page) => {
    await many.begin([file("slow.csv", heading + rows(100_000))]);
    await page.until("the reading", "() => (document.querySelector('progress')?.value ?? 0) > 0");
    await many.press(/avbryt/i);
    await page.until("the end of reading", "() => document.querySelector('progress') === null");
    await many.choose([file("next.csv", `${heading}0180R001;51,9\n`)]);
    await soon.equal(async () => (await many.totals()).areas, 1);
  }));

test("two views read at the same time, each its own files", async () => {
  const site = await serveSite({ tamper: workerBegins(() => slowReading) });
  const pages = [await engine.open(), await engine.open()];
  try {
    const counts = [100_000, 90_000];
    for (const [nth, page] of pages.entries()) {
      await page.goto(`${site.home}many/`);
      await manyPage(page).begin([file(`${nth}.csv`, heading + rows(counts[nth] ?? 0))]);
    }
    for (const [nth, page] of pages.entries()) {
      await manyPage(page).finished(60_000);
      assert.equal((await manyPage(page).totals()).areas, counts[nth]);
    }
  } finally {
    for (const page of pages) await page.close();
    site.close();
  }
});
