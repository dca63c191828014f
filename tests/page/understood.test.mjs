// How files are understood, told and asked about: in Swedish, by the keyboard, on a screen of 390 pixels.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launch } from "./engines/index.mjs";
import { manyPage } from "./many-page.mjs";
import { serveSite } from "./serving.mjs";
import { soon } from "./soon.mjs";

/** @type {import("./engines/index.mjs").Engine} */
let engine;
/** @type {string} */
let folder;
before(async () => {
  engine = await launch();
  folder = mkdtempSync(path.join(tmpdir(), "troskel-understood-"));
});
after(() => {
  rmSync(folder, { recursive: true, force: true });
  return engine?.close();
});

/** Writes a file of its own for a test. @param {string} name @param {string} content */
function file(name, content) {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

/** @typedef {ReturnType<typeof manyPage>} Many @typedef {import("./engines/index.mjs").Page} Page */

/** @param {(many: Many, page: Page) => Promise<void>} scenario */
async function visit(scenario) {
  const site = await serveSite({});
  const page = await engine.open();
  try {
    await page.resize(390, 844);
    await page.goto(`${site.home}many/`);
    await scenario(manyPage(page), page);
  } finally {
    await page.close();
    site.close();
  }
}

/** What stands in a row of the table for a criterion of the memo's set. @param {Many} many @param {number} row @param {number} criterion */
const cell = async (many, row, criterion) => (await many.rows())[row]?.cells[criterion + 1] ?? "";

/** Goes on with the key Tab until the focus is on something that says so, and presses Enter. @param {Page} page @param {RegExp} says */
async function tabTo(page, says) {
  for (let nth = 0; nth < 60; nth += 1) {
    const focused = await page.evaluate("() => document.activeElement?.textContent ?? ''");
    if (says.test(String(focused)) && (await page.evaluate("() => document.activeElement.matches('button, a')"))) {
      await page.press("Enter");
      return;
    }
    await page.press("Tab");
  }
  assert.fail(`the key Tab never came to ${says}`);
}

const noQuestion = (/** @type {Page} */ page) => page.until("no question", "() => document.querySelector('[data-question]') === null");

const durations = (/** @type {string} */ year, /** @type {number[]} */ counts) =>
  `Kod;Långtidsinskrivna mer än 6 mån ${year};Långtidsinskrivna mer än 12 mån ${year};Långtidsinskrivna mer än 24 mån ${year};Befolkning ${year}\n0180R001;${counts.join(";")};1000\n0180R002;30;20;10;1000\n`;

test("Statistics Sweden's table with all its columns gives the right percentage without a question", () =>
  visit(async (many, page) => {
    const table = [
      '"region","kön","ålder","antal sysselsatta 2024","antal arbetslösa 2024","antal sysselsatta och arbetslösa (arbetskraften) 2024","antal personer utanför arbetskraften 2024","antal totalt 2024"',
      '"1280R010 Malmö (Herrgården)","totalt","20-64 år",1100,190,1290,1310,2600',
      '"1280R012 Malmö (Limhamn)","totalt","20-64 år",2200,90,2290,310,2600',
    ];
    await many.choose([file("status.csv", `${table.join("\n")}\n`)]);
    await soon.match(() => cell(many, 0, 1), /^42,3/);
    await noQuestion(page);
    await soon.match(
      () => page.text('[data-measure="employment"]'),
      /antal ur kolumnen ”antal sysselsatta 2024” av kolumnen ”antal totalt 2024”, 2 områden/,
    );
  }));

test("of women, men and the total, the total is taken, and that is said", () =>
  visit(async (many, page) => {
    await many.choose([
      file(
        "sexes.csv",
        "region;kön;antal sysselsatta 2024;antal totalt 2024\n0380R001;kvinnor;300;500\n0380R001;män;310;510\n0380R001;totalt;610;1010\n0380R002;kvinnor;400;500\n0380R002;män;390;490\n0380R002;totalt;790;990\n",
      ),
    ]);
    await soon.match(() => cell(many, 0, 1), /^60,4/);
    await noQuestion(page);
    await soon.match(() => page.text('[data-measure="employment"]'), /Kön: totalt, som är totalen/);
  }));

test("of two files that contradict each other the figure is unknown, and that is said", () =>
  visit(async (many, page) => {
    await many.choose([
      file("one.csv", "Kod;Valdeltagande 2022\n0180R001;70,4\n0180R002;81,0\n"),
      file("two.csv", "Kod;Valdeltagande 2022\n0180R001;61,9\n0180R002;81,0\n"),
    ]);
    await soon.match(() => page.text("main"), /Filerna säger olika om valdeltagande i 1 område/);
    await soon.match(() => cell(many, 0, 4), /går inte att bedöma/);
    await soon.match(() => cell(many, 1, 4), /^81,0/);
  }));

describe("a question", () => {
  test("stands first under the answer, says what each answer gives, and both work; it can be undone", () =>
    visit(async (many, page) => {
      await many.choose([file("durations.csv", durations("2024", [120, 80, 40]))]);
      await soon.match(() => page.text('[data-question="long-term-unemployment"]'), /0180R001: 120 av 1.000/);
      assert.ok(
        await page.evaluate(
          "() => document.querySelector('[data-question]').compareDocumentPosition(document.querySelector('.files')) === Node.DOCUMENT_POSITION_FOLLOWING",
        ),
        "the question stands before the files",
      );
      await soon.match(() => cell(many, 0, 2), /går inte att bedöma/);
      await page.evaluate("() => document.getElementById('answer').focus()");
      await tabTo(page, /mer än 6 mån/i);
      await noQuestion(page);
      await soon.match(() => cell(many, 0, 2), /^12,0/);
      await soon.equal(() => page.evaluate("() => document.activeElement.id"), "questions-title");
      await tabTo(page, /^ångra$/i);
      await page.until("the question", "() => document.querySelector('[data-question=\"long-term-unemployment\"]') !== null");
      await tabTo(page, /mer än 12 mån/i);
      await noQuestion(page);
      await soon.match(() => cell(many, 0, 2), /^8,0/);
    }));

  test("about words that are not understood, and about noughts alone, says so, and one press answers it", () =>
    visit(async (many, page) => {
      await many.choose([file("poll.csv", "Kod;Förvärvsintensitet i vår enkät;Valdeltagande 2022\n0180R001;62,4;0\n0180R002;71,0;0\n")]);
      await soon.match(() => page.text('[data-question="employment"]'), /står även ”vår” och ”enkät”/);
      await soon.match(() => page.text('[data-question="turnout"]'), /alla tal i ”Valdeltagande 2022” är noll/);
      await soon.match(() => cell(many, 0, 1), /går inte att bedöma/);
      await page.evaluate("() => document.getElementById('answer').focus()");
      await tabTo(page, /kolumnen ”förvärvsintensitet i vår enkät”/i);
      await soon.match(() => cell(many, 0, 1), /^62,4/);
      await soon.match(() => cell(many, 0, 4), /går inte att bedöma/);
      await tabTo(page, /värdet är noll/i);
      await noQuestion(page);
      await soon.match(() => cell(many, 0, 4), /^0/);
    }));

  test("answered once, is kept as a recipe that reads next year's file", async () => {
    let recipe = "";
    await visit(async (many, page) => {
      await many.choose([file("this-year.csv", durations("2024", [120, 80, 40]))]);
      await page.until("the question", "() => document.querySelector('[data-question]') !== null");
      await page.evaluate("() => document.getElementById('answer').focus()");
      await tabTo(page, /mer än 12 mån/i);
      await noQuestion(page);
      await page.evaluate(
        "() => { const make = URL.createObjectURL; URL.createObjectURL = (blob) => { void blob.text().then((text) => { document.body.dataset.saved = text; }); return make.call(URL, blob); }; }",
      );
      await page.click('[data-recipe="save"]');
      await page.until("the recipe", "() => document.body.dataset.saved !== undefined");
      recipe = String(await page.evaluate("() => document.body.dataset.saved"));
    });
    await visit(async (many, page) => {
      await page.upload('input[type=file][name="files"]', [file("recept.json", recipe)]);
      await page.until("the recipe", "() => document.querySelector('.files .notice') !== null");
      await many.choose([file("next-year.csv", durations("2025", [130, 91, 33]))]);
      await noQuestion(page);
      await soon.match(() => cell(many, 0, 2), /^9,1/);
    });
  });

  test("that was answered stays answered over a reload", () =>
    visit(async (many, page) => {
      const chosen = file("kept.csv", "Kod;Valdeltagande\n0180R001;0,749\n0180R002;0,8\n");
      await many.choose([chosen]);
      await many.press(/^andelar/i, "[data-question]");
      await noQuestion(page);
      await page.goto(String(await page.evaluate("() => location.href")));
      await page.until("what waits", "() => document.querySelector('.files .notice') !== null");
      await many.choose([chosen]);
      await noQuestion(page);
      await soon.match(() => cell(many, 0, 4), /^74,9/);
    }));
});

describe("correcting", () => {
  test("a column that was added by mistake is seen and taken away", () =>
    visit(async (many, page) => {
      await many.choose([
        file(
          "women.csv",
          "Kod;Förvärvsarbetande kvinnor;Förvärvsarbetande män;Befolkning kvinnor;Befolkning män\n0180R001;300;310;500;510\n",
        ),
      ]);
      await soon.match(() => cell(many, 0, 1), /^60,4/);
      await soon.match(() => page.text(".understood-assumed"), /lades .*ihop/);
      await page.evaluate(
        `() => {
          for (const details of document.querySelectorAll(".understood details")) details.open = true;
          const kind = document.querySelector('[data-correct="employment"] select');
          kind.value = "count";
          kind.dispatchEvent(new Event("change", { bubbles: true }));
        }`,
      );
      await soon.equal(() => page.count('[data-correct="employment"] [data-added="columns"] select'), 2);
      await many.press(/^ta bort ”förvärvsarbetande män”/i, '[data-correct="employment"]');
      await many.press(/^ta bort ”befolkning män”/i, '[data-correct="employment"]');
      await many.press(/^läs om/i);
      await soon.match(() => cell(many, 0, 1), /^60,0/);
    }));
});

describe("a city's own division", () => {
  const parts = "Nr;Primärområde;Valdeltagande\n101;Kungsladugård;88,1\n102;Sanna;70,5\n";
  const question = '[data-question="areas"]';

  /** Says which municipality it is, and reads. @param {Many} many @param {Page} page @param {string} municipality */
  async function say(many, page, municipality) {
    await page.until("the question", "() => document.querySelector('[data-question=areas]') !== null");
    await page.evaluate(
      `(municipality) => {
        const field = document.querySelector('[name="areas-municipality"]');
        field.value = municipality;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }`,
      municipality,
    );
    await many.press(/^läs områdena/i, question);
  }

  test("a person says which column is areas, and which municipality; it can be undone, and stays over a reload", () =>
    visit(async (many, page) => {
      const chosen = file("parts.csv", parts);
      await page.upload('input[type=file][name="files"]', [chosen]);
      await soon.match(() => page.text(question), /Vilken kolumn i parts\.csv är områdena, och i vilken kommun/);
      await soon.match(() => page.text(question), /”Kungsladugård” och ”Sanna”/);
      const offered = await page.evaluate(
        "() => [...document.querySelector('[data-question=areas] select').options].map((option) => option.value)",
      );
      assert.deepEqual(offered, ["Primärområde", "Nr"]);
      await say(many, page, "Götebord");
      await soon.match(() => page.text(question), /Ingen kommun har namnet eller koden ”Götebord”/);
      await say(many, page, "Göteborg");
      await noQuestion(page);
      await soon.deepEqual(async () => (await many.rows()).map(({ name }) => name), ["Göteborg (Kungsladugård)", "Göteborg (Sanna)"]);
      await soon.match(() => cell(many, 0, 4), /^88,1/);
      await soon.equal(() => page.evaluate("() => document.activeElement.id"), "questions-title");
      await soon.match(() => page.text('[data-decided="areas"]'), /”Primärområde” och ligger i kommunen Göteborg/);
      await page.goto(String(await page.evaluate("() => location.href")));
      await page.until("what waits", "() => document.querySelector('.files .notice') !== null");
      await many.choose([chosen]);
      await soon.equal(async () => (await many.totals())["areas"] ?? 0, 2);
      await many.press(/^ångra$/i, '[data-decided="areas"]');
      await page.until("the question", "() => document.querySelector('[data-question=areas]') !== null");
      await soon.match(() => page.text("#answer"), /Inga områden är kända/);
    }));

  test("is asked about in English, too, beside a file whose areas are known", () =>
    visit(async (many, page) => {
      const here = String(await page.evaluate("() => location.href"));
      await page.goto(here.replace("many/", "en/many/"));
      const good = file("known.csv", "Kod;Valdeltagande\n0180R001;70,1\n");
      await page.upload('input[type=file][name="files"]', [good, file("parts.csv", parts)]);
      await soon.match(() => page.text(question), /Which column of parts\.csv is the areas/);
      await soon.equal(async () => (await many.totals())["areas"] ?? 0, 1);
    }));
});

test("one bad file among several is named, with what to do, and the good ones are read", () =>
  visit(async (many, page) => {
    const good = file("good.csv", "Kod;Valdeltagande\n0180R001;70,1\n0180R002;80,2\n");
    const bad = file("bad.xls", "<!DOCTYPE html><html><body><table><tr><td>0180R001</td></tr></table></body></html>");
    await page.upload('input[type=file][name="files"]', [bad, good]);
    await page.until("the table", "() => document.querySelector('.areas-table') !== null");
    await soon.equal(async () => (await many.totals())["areas"] ?? 0, 2);
    await soon.match(() => page.text('[data-unread="bad.xls"]'), /bad\.xls: .*(Hämta eller spara|Det behövs)/);
    await soon.equal(() => page.count(".understood-file"), 1);
  }));

test("every row and column stands in an account, and the accounts add up", () =>
  visit(async (many, page) => {
    await many.choose([
      file(
        "accounts.csv",
        "Kod;Namn;Valdeltagande;Löpnr\n0180R001;Söder;70,1;1\n0180R001;Söder;70,1;2\n0180;Stockholm;80,0;3\n0180R002;Norr;abc;4\n",
      ),
    ]);
    const columns = await page.evaluate(
      `() => {
        const rows = [...document.querySelectorAll(".understood-ledger tbody tr")].map((row) => [...row.querySelectorAll("td")].map((cell) => Number(cell.textContent)));
        return [0, 1, 2].map((at) => rows.map((row) => row[at]));
      }`,
    );
    for (const counts of /** @type {number[][]} */ (columns))
      assert.equal(
        counts.slice(0, -1).reduce((sum, count) => sum + count, 0),
        counts.at(-1),
      );
    // Of what is one below another there is nothing in this file.
    assert.deepEqual(
      /** @type {number[][]} */ (columns).map((counts) => counts.at(-1)),
      [5, 4, 0],
    );
  }));
