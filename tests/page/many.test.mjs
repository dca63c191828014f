// Many areas as a person brings them: files in, the answer, the table, the export; and what happens when it goes wrong.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { ask, root } from "../../tools/process.mjs";
import { launch } from "./engines/index.mjs";
import { manyPage } from "./many-page.mjs";
import { pathOf, serveSite } from "./serving.mjs";
import { soon } from "./soon.mjs";
import { slowReading, workerBegins } from "./worker-script.mjs";

const fixtures = path.join(root, "tests", "fixtures");
const joined = ["employment-long.csv", "education-long.csv", "turnout.csv", "unemployment.csv"].map((name) =>
  path.join(fixtures, "joined", name),
);

/** @type {import("./engines/index.mjs").Engine} */
let engine;
/** @type {string} */
let folder;
before(async () => {
  engine = await launch();
  folder = mkdtempSync(path.join(tmpdir(), "troskel-many-"));
});
after(() => {
  rmSync(folder, { recursive: true, force: true });
  return engine?.close();
});

/** Writes a file of its own for a test. @param {string} name @param {string | Buffer} content */
function file(name, content) {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

/**
 * Opens the view in a fresh tab and closes both afterwards.
 *
 * @param {{ at?: string } & Parameters<typeof serveSite>[0]} options
 * @param {(many: ReturnType<typeof manyPage>, page: import("./engines/index.mjs").Page) => Promise<void>} scenario
 */
async function visit({ at = "many/", ...options }, scenario) {
  const site = await serveSite(options);
  const page = await engine.open();
  try {
    await page.goto(site.home + at);
    await scenario(manyPage(page), page);
  } finally {
    await page.close();
    site.close();
  }
}

/** What the command line says of the same files: the totals, and each area's verdict by its code. */
function assessed() {
  const answer = ask("cargo", [
    "run",
    "--quiet",
    "--locked",
    "--profile",
    "test",
    "--bin",
    "troskel",
    "--",
    "assess",
    "--format",
    "json",
    ...joined,
  ]);
  assert.ok(answer !== null, "troskel assess ended with an error");
  return JSON.parse(answer);
}

/** @param {number} rows */
function turnout(rows) {
  const lines = Array.from({ length: rows }, (_, nth) => {
    const code = `0180R${String(nth % 1000).padStart(3, "0")}`;
    return rows > 1000 ? `${String(1_000_000 + nth).replace(/^1/, "0180")};${60 + (nth % 300) / 10}` : `${code};${60 + (nth % 300) / 10}`;
  });
  return ["Områdeskod;Valdeltagande procent", ...lines].join("\n").replaceAll(".", ",");
}

for (const below of ["/", "/a/b/"]) {
  test(`below ${below}: four files of one measure each get the verdicts that troskel assess gives them`, () =>
    visit({ below }, async (many) => {
      const { totals, areas } = assessed();
      await many.choose(joined);
      await soon.deepEqual(() => many.totals(), totals);
      const rows = await many.rows();
      assert.deepEqual(
        Object.fromEntries(rows.map(({ code, verdict }) => [code, verdict])),
        Object.fromEntries(areas.map((/** @type {{ code: string, verdict: string }} */ area) => [area.code, area.verdict])),
      );
    }));
}

test("the answer is a sentence with the counts, in both languages", async () => {
  await visit({}, async (many, page) => {
    await many.choose(joined);
    await soon.equal(() => page.text("h1"), "4 av 12 områden uppfyller kriterierna.");
    await soon.equal(() => page.text("[data-areas-undetermined]"), "1 område går inte att avgöra.");
  });
  await visit({ at: "en/many/" }, async (many, page) => {
    await many.choose(joined);
    await soon.equal(() => page.text("h1"), "4 of 12 areas meet the criteria.");
  });
});

test("files can be added one at a time; a measure that is missing leaves the verdict open", () =>
  visit({}, async (many) => {
    const [first, ...others] = joined;
    assert.ok(first !== undefined);
    await many.choose([first]);
    await soon.equal(async () => (await many.totals()).meets, 0);
    for (const [nth, other] of others.entries()) {
      await many.choose([other]);
      await many.untilFiles(nth + 2);
    }
    await soon.deepEqual(() => many.totals(), assessed().totals);
  }));

test("the worker and its module are loaded with the view, and with no other", async () => {
  /** @type {Set<string>} */
  const asked = new Set();
  const tamper = (/** @type {import("node:http").IncomingMessage} */ request) => {
    asked.add(pathOf(request));
    return false;
  };
  const site = await serveSite({ tamper });
  const page = await engine.open();
  const isWorker = (/** @type {string} */ name) => /\/tables[-_]/.test(name);
  try {
    await page.goto(site.home);
    await page.until("the core", "() => document.querySelector('[data-verdict]') !== null");
    assert.deepEqual([...asked].filter(isWorker), []);
    await page.goto(`${site.home}many/`);
    const many = manyPage(page);
    await many.choose(joined);
    assert.equal([...asked].filter((name) => isWorker(name) && name.endsWith(".wasm")).length, 1);
  } finally {
    await page.close();
    site.close();
  }
});

describe("the table", () => {
  test("sorts by each column, both ways, areas without a figure last", () =>
    visit({}, async (many) => {
      await many.choose(joined);
      await many.sort(/långtidsinskrivna/i);
      let rows = await many.rows();
      assert.deepEqual([rows[0]?.code, rows.at(-1)?.cells[3]?.includes("går inte att bedöma")], ["1480R902", true]);
      await soon.equal(() => many.sorted(), "ascending");
      await many.sort(/långtidsinskrivna/i);
      rows = await many.rows();
      await soon.equal(() => many.sorted(), "descending");
      assert.deepEqual([rows[0]?.code, rows.at(-1)?.cells[3]?.includes("går inte att bedöma")], ["0180R901", true]);
      await many.sort(/område/i);
      rows = await many.rows();
      assert.deepEqual(
        rows.map(({ name }) => name),
        ["Ängen", "Berg", "Dalen", "Hamn", "Höjden", "Norra", "Skog", "Södra", "Viken", "Åsen", "Älv", "Örn"]
          .map((name) => `Påhittade ${name}`)
          .sort(new Intl.Collator("sv").compare),
      );
    }));

  test("shows what a person asks for", () =>
    visit({}, async (many, page) => {
      await many.choose(joined);
      await many.filter("verdict", "meets");
      await soon.deepEqual(async () => (await many.rows()).map(({ verdict }) => verdict), ["meets", "meets", "meets", "meets"]);
      await many.filter("verdict", "");
      await many.filter("municipality", "1280");
      await soon.deepEqual(async () => (await many.rows()).map(({ code }) => code), ["1280R901", "1280R902"]);
      await many.filter("municipality", "");
      await page.fill('input[name="text"]', "asen");
      await many.untilRows(1);
      await soon.deepEqual(async () => (await many.rows()).map(({ name }) => name), ["Påhittade Åsen"]);
      await page.fill('input[name="text"]', "");
      await many.untilRows(12);
      await many.filter("criterion", "low-education");
      await many.filter("outcome", "at-threshold");
      await soon.deepEqual(async () => (await many.rows()).map(({ code }) => code), ["0180R903", "0180R904"]);
      await many.filter("outcome", "");
      await page.fill('input[name="within"]', "0,1");
      await many.untilRows(4);
    }));

  test("turns pages and sorts at 300 000 rows", () =>
    visit({}, async (many, page) => {
      const rows = 300_000;
      await many.choose([file("many.csv", turnout(rows))]);
      await soon.equal(async () => (await many.totals()).areas, rows);
      await many.press(/nästa/i);
      await page.until("the second page", "() => document.querySelector('input[name=page]').value === '2'");
      await soon.equal(async () => (await many.rows()).length, 50);
      await many.press(/sista/i);
      await page.until("the last page", "() => document.querySelector('input[name=page]').value === '6000'");
      await many.sort(/valdeltagande/i);
      await page.until("the first page", "() => document.querySelector('input[name=page]').value === '1'");
    }));
});

describe("correcting", () => {
  test("fractions from 0 to 1 are asked about, and the answer holds for the next file of that shape", () =>
    visit({}, async (many, page) => {
      const fractions = (/** @type {string} */ value) => `Områdeskod;Valdeltagande\n0180R001;${value}\n0180R002;0,8\n`;
      await many.choose([file("one.csv", fractions("0,749"))]);
      await soon.match(() => page.text('[data-question="turnout"]'), /mellan 0 och 1.*Ger 0180R001: 74,9/);
      await many.press(/^andelar/i, "[data-question]");
      await page.until("the answer", "() => document.querySelector('[data-question]') === null");
      await page.until("percent", "() => document.querySelector('.areas-table tbody td:nth-of-type(5)')?.textContent.startsWith('74,9')");
      await many.press(/^ta bort$/i);
      await page.until("no table", "() => document.querySelector('.areas-table') === null");
      await many.choose([file("two.csv", fractions("0,31"))]);
      await soon.match(async () => (await many.rows())[0]?.cells[5] ?? "", /^31,0/);
    }));

  test("areas without any of the measures are shown, and their column can be pointed out", () =>
    visit({}, async (many, page) => {
      await many.choose([
        file("unnamed.csv", ",2022\nUpplands Väsby (Bollstanäs),59.9\nUpplands Väsby (Runby norra),60.1\n\nKälla: påhittat\n"),
      ]);
      await soon.deepEqual(() => many.totals(), { areas: 2, meets: 0, "does-not-meet": 0, undetermined: 2, rejected: 2 });
      await soon.equal(() => page.text("h1"), "Inget område går att avgöra.");
      await soon.match(() => page.text(".areas-answer"), /Inget av kriterierna hittades/);
      await soon.match(() => page.text(".understood"), /2 RegSO-områden, efter namnet.*Inget av kriterierna finns i den här filen/);
      await many.point("2022");
      await page.until(
        "the figure",
        "() => document.querySelector('.areas-table tbody td:nth-of-type(2)')?.textContent.startsWith('59,9')",
      );
      await soon.equal(async () => (await many.totals()).areas, 2);
    }));

  test("a column that was not recognised is given its measure by hand", () =>
    visit({}, async (many, page) => {
      await many.choose([file("mixed.csv", "Områdeskod;Valdeltagande;Spalt 7\n0180R001;74,9;59,9\n0180R002;75,0;60,1\n")]);
      await soon.match(async () => (await many.rows())[0]?.cells[2] ?? "", /går inte att bedöma/);
      await many.point("Spalt 7");
      await page.until(
        "the figure",
        "() => document.querySelector('.areas-table tbody td:nth-of-type(2)')?.textContent.startsWith('59,9')",
      );
      await soon.match(async () => (await many.rows())[0]?.cells[2] ?? "", /uppfyllt/);
    }));
});

describe("looking further", () => {
  test("the municipalities stand beside the memo's list, and lead to their areas", () =>
    visit({}, async (many) => {
      await many.choose(joined);
      await many.view("municipalities");
      // 0127, 0180 and, not on the list, 0114 and 2480 have an area that meets; 1280 and 1480 are listed without one.
      await soon.deepEqual(() => many.cells(), { listedWith: "2", listedWithout: "2", unlistedWith: "2", unlistedWithout: "0" });
      await many.press(/^Botkyrka$/, ".explore");
      await many.untilRows(2);
    }));

  test("another threshold and moved figures tell who enters and who leaves, and why", () =>
    visit({}, async (many, page) => {
      await many.choose(joined);
      await many.view("what-if");
      await page.fill('input[name="what-if.threshold.employment"]', "60,1");
      await many.press(/^räkna$/i, ".explore");
      await soon.match(() => page.text(".changed-result"), /^1 tillkommer, 0 faller ifrån och 4 är kvar/);
      await soon.match(() => page.text(".explore tbody"), /Påhittade Norra.*Förvärvsintensitet: exakt på gränsen blir uppfyllt/);
      await page.fill('input[name="what-if.threshold.employment"]', "");
      await page.fill('input[name="what-if.shift.turnout"]', "5");
      await many.press(/^räkna$/i, ".explore");
      await page.until("the answer", "() => document.querySelector('.changed-result')?.dataset.leaving === '3'");
      await page.fill('input[name="what-if.shift.turnout"]', "fem");
      await many.press(/^räkna$/i, ".explore");
      await soon.match(() => page.text('.explore [role="alert"]'), /”fem”/);
    }));

  test("the number of areas that meet is told at other thresholds, and which criterion binds", () =>
    visit({}, async (many, page) => {
      await many.choose(joined);
      await many.view("thresholds");
      await soon.match(() => page.text(".sweep tbody"), /60 %gränsen nu ?4.*61 % ?5/);
      await soon.match(() => page.text(".explore"), /I 1 område är förvärvsintensitet det enda kriterium som inte är uppfyllt/);
    }));

  test("two years are compared by their codes", () =>
    visit({}, async (many, page) => {
      await many.choose(joined);
      await many.view("compare");
      const employment = file("employment-before.csv", "Områdeskod;Andel förvärvsarbetande\n0114R901;61,0\n0127R901;59,0\n9999X;50,0\n");
      const before = joined.map((now) => (path.basename(now) === "employment-long.csv" ? employment : now));
      await page.upload('input[name="before"]', before);
      await soon.match(() => page.text(".changed-result"), /^3 tillkommer, 0 faller ifrån och 1 är kvar/);
    }));

  test("the picture shows every area, and finds one by its name", () =>
    visit({}, async (many, page) => {
      await many.choose(joined);
      await many.view("picture");
      await page.until("four strips", "() => document.querySelectorAll('.strip canvas').length === 4");
      await page.until(
        "marks",
        "() => [...document.querySelectorAll('.strip canvas')].every((one) => one.width > 0 && one.getContext('2d').getImageData(0, 0, one.width, one.height).data.some((value) => value > 0))",
      );
      await page.fill('input[name="find"]', "hojden");
      await page.until("a hit", "() => document.querySelectorAll('select[name=found] option').length === 2");
      await page.evaluate(
        "() => { const found = document.querySelector('select[name=found]'); found.selectedIndex = 1; found.dispatchEvent(new Event('change', { bubbles: true })); }",
      );
      await soon.match(
        () => page.text(".explore"),
        /Påhittade Höjden: Förvärvsintensitet 50,0 %, Andel långtidsinskrivna arbetslösa 10,0 %/,
      );
      await soon.equal(() => page.count(".strip-found"), 4);
      await many.view("table");
      await soon.equal(async () => (await many.rows()).length, 12);
    }));
});

describe("when it goes wrong", () => {
  test("a file that can't be used is told in a sentence, and what was there stays", () =>
    visit({}, async (many, page) => {
      await many.choose(joined);
      const before = await many.totals();
      for (const [name, content, said] of /** @type {[string, string | Buffer, RegExp][]} */ ([
        ["bild.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /bild\.png.*är en bild/],
        ["tom.csv", "", /tom\.csv/],
        ["recept.csv", "mjölk;ägg\n1;2\n3;4\n", /recept\.csv.*Ingen kolumn med områden/],
      ])) {
        await many.attempt([file(name, content)]);
        await soon.match(() => page.text('[role="alert"]'), said);
        await soon.match(() => page.text('[role="alert"]'), /De andra filerna är inlästa/);
        await soon.deepEqual(() => many.totals(), before);
        await soon.equal(async () => (await many.rows()).length, 12);
      }
    }));

  test("reading can be cancelled, and what was there stays", () =>
    visit({ tamper: workerBegins(() => slowReading) }, async (many, page) => {
      await many.choose(joined);
      const before = await many.totals();
      await many.begin([file("large.csv", turnout(100_000))]);
      await many.press(/avbryt/i);
      await page.until("the end of reading", "() => document.querySelector('progress') === null");
      await soon.match(() => page.text(".files > .notice"), /avbröts/);
      await soon.deepEqual(() => many.totals(), before);
      await many.filter("verdict", "meets");
      await soon.equal(async () => (await many.rows()).length, 4);
    }));

  for (const [what, missing] of /** @type {[string, RegExp][]} */ ([
    ["module", /tables_bg-.*\.wasm$/],
    ["script", /\/tables-.*\.js$/],
  ])) {
    test(`where the worker's ${what} does not come, that is said, and it can be tried again`, async () => {
      let broken = true;
      const tamper = (
        /** @type {import("node:http").IncomingMessage} */ request,
        /** @type {import("node:http").ServerResponse} */ response,
      ) => {
        if (!broken || !missing.test(pathOf(request))) return false;
        response.writeHead(503).end();
        return true;
      };
      await visit({ tamper }, async (many, page) => {
        await many.attempt(joined);
        await soon.match(() => page.text('[role="alert"]'), /Räknaren/);
        await soon.match(() => page.text('[role="alert"]'), /kunde inte laddas/);
        broken = false;
        await many.press(/försök igen/i);
        await page.until("the table", "() => document.querySelector('.areas-table') !== null");
        await soon.equal(async () => (await many.totals()).areas, 12);
      });
    });
  }

  test("each row and cell that could not be read is listed with its line and reason", () =>
    visit({}, async (many, page) => {
      await many.choose(joined);
      await many.press(/^visa$/i);
      await page.until("the list", "() => document.querySelectorAll('.rejected tbody tr').length === 2");
      const list = await page.text(".rejected tbody");
      assert.match(list, /unemployment\.csv.*14.*tom rad/);
      assert.match(list, /15.*ingen områdeskod.*Källa: påhittade siffror/);
    }));
});
