// Many areas by any criteria: the memo's, SCB's, one's own; two sets over the same files; two thresholds at once; DeSO
// put together.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../tools/process.mjs";
import { launch } from "./engines/index.mjs";
import { manyPage } from "./many-page.mjs";
import { serveSite } from "./serving.mjs";
import { soon } from "./soon.mjs";

/** @type {import("./engines/index.mjs").Engine} */
let engine;
/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
/** @type {string} */
let folder;
before(async () => {
  engine = await launch();
  site = await serveSite();
  folder = mkdtempSync(path.join(tmpdir(), "troskel-sets-"));
});
after(() => {
  rmSync(folder, { recursive: true, force: true });
  site?.close();
  return engine?.close();
});

/** Writes a file of its own for a test. @param {string} name @param {string} content */
function file(name, content) {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

/**
 * @param {string} at
 * @param {(many: ReturnType<typeof manyPage>, page: import("./engines/index.mjs").Page) => Promise<void>} scenario
 */
async function visit(at, scenario) {
  const page = await engine.open();
  try {
    await page.goto(site.home + at);
    await scenario(manyPage(page), page);
  } finally {
    await page.close();
  }
}

/** A table with the measures of both sets that come with the product. */
const both = () =>
  file(
    "both.csv",
    `Områdeskod;Andel förvärvsarbetande;Långtidsinskrivna arbetslösa, procent;Andel förgymnasial;Valdeltagande;Långvarigt försörjningsstöd, procent;Andel behöriga till gymnasieskolan;Folkmängd 31 december 2022
0180R001;51,0;12,0;30,0;70,0;5,0;69,9;4000
0180R002;55,0;12,0;30,0;70,0;5,0;69,9;4000
0180R003;51,0;9,0;30,0;70,0;5,0;69,9;4001
0180R004;51,0;12,0;30,0;70,0;5,0;69,9;3999
0180R005;51,0;12,0;30,0;70,0;5,0;..;5000
`,
  );

/** A set of one's own: one measure of the memo's with another threshold, and one that no other set has. */
function ownSet() {
  const set = JSON.parse(readFileSync(path.join(root, "src/criteria/sets/promemoria-2018.json"), "utf8"));
  const [employment, unemployment] = set.criteria;
  const crowded = {
    ...unemployment,
    id: "crowded",
    label: { sv: "Andel trångbodda", en: "Share in crowded homes" },
    definition: { sv: "Andel som bor trångt", en: "Share who live in crowded homes" },
    threshold: { value: "20", source: { text: { sv: "Eget tal", en: "A number of one’s own" } } },
  };
  delete crowded.nationalAverage;
  return {
    ...set,
    id: "kommunens-egna",
    name: { sv: "Kommunens egna", en: "The municipality’s own" },
    criteria: [{ ...employment, threshold: { ...employment.threshold, value: "65" } }, crowded],
  };
}

test("the same files are assessed by another set, and back, and it is said whose criteria they are", () =>
  visit("many/", async (many, page) => {
    await many.choose([both()]);
    await soon.equal(async () => (await many.totals()).meets, 4);
    await soon.equal(() => page.count(".areas-set"), 0);
    await many.bySet("scb-2012");
    await soon.deepEqual(() => many.totals(), { areas: 5, meets: 2, "does-not-meet": 2, undetermined: 1, rejected: 0 });
    await soon.match(() => page.text(".areas-set"), /SCB:s urval av 15 stadsdelar 2012.*inte promemorians/);
    await soon.match(() => page.text(".areas-criteria"), /Förvärvsfrekvens under 52\s%.*Befolkning minst 4\s000 personer/);
    await soon.match(
      () => page.text(".areas-table thead"),
      /Förvärvsfrekvens.*Långvarigt försörjningsstöd.*Behöriga till gymnasieskolan.*Befolkning/,
    );
    const [first] = await many.rows();
    assert.match(first?.cells[5] ?? "", /^4\s000.*exakt på gränsen/);
    // The source settles both points.
    await soon.deepEqual(
      () => page.evaluate("() => ['tie', 'require'].map((name) => document.querySelector('select[name=' + name + ']').disabled)"),
      [true, true],
    );
    await many.sort(/befolkning/i);
    await soon.equal(async () => (await many.rows())[0]?.code || (await many.rows())[0]?.name, "0180R004");
    await many.filter("criterion", "population");
    await many.bySet("promemoria-2018");
    await soon.equal(async () => (await many.totals()).meets, 4);
    await soon.equal(() => page.count(".areas-set"), 0);
    await soon.equal(async () => (await many.rows()).length, 5);
  }));

test("a set of one's own comes as a file, is used, and stays for the other language", () =>
  visit("many/", async (many, page) => {
    await many.choose([file("own.csv", "kod;Andel trångbodda;Förvärvsintensitet\n0180R001;20,1;64,9\n0180R002;20,0;64,9\n")]);
    await page.upload('input[name="criteria-file"]', [file("egna.json", JSON.stringify(ownSet()))]);
    await page.until("the set", "() => document.querySelector('.areas-opened') !== null && document.querySelector('progress') === null");
    await soon.match(() => page.text(".areas-set"), /egna kriterier, ”Kommunens egna”.*inte promemorians/);
    await page.until("its table", "() => document.querySelectorAll('.areas-table thead th').length === 5");
    await soon.deepEqual(async () => (await many.rows()).map(({ verdict }) => verdict), ["meets", "does-not-meet"]);
    await page.goto(`${site.home}en/many/`);
    await page.until("the set in English", "() => document.querySelector('.areas-set')?.textContent.includes('The municipality’s own')");
    await many.choose([file("own.csv", "code;crowded;employment\n0180R001;20.1;64.9\n")]);
    await soon.equal(async () => (await many.totals()).meets, 1);
  }));

test("a file of criteria that can't be used is told with what is wrong and where, and changes nothing", () =>
  visit("many/", async (many, page) => {
    await many.choose([both()]);
    const wrong = ownSet();
    wrong.criteria[1].threshold.value = "tjugo";
    await page.upload('input[name="criteria-file"]', [file("fel.json", JSON.stringify(wrong))]);
    await page.until("what is wrong", "() => document.querySelector('.areas-opened li') !== null");
    await soon.match(
      () => page.text(".areas-opened"),
      /fel\.json.*ingen komplett kriterieuppsättning.*criteria\[1\]\.threshold\.value: ”tjugo” är inte ett tal/,
    );
    await soon.equal(async () => (await many.totals()).meets, 4);
    await soon.equal(() => page.evaluate("() => document.querySelector('select[name=criteria-set]').value"), "promemoria-2018");
  }));

test("a set made in One area can be chosen here, and an area goes back there with it", () =>
  visit("about/", async (many, page) => {
    const own = JSON.stringify(ownSet());
    await page.evaluate(
      "(own) => sessionStorage.setItem('troskel.area', JSON.stringify({ set: 'promemoria-2018', own: JSON.parse(own), entries: {}, reading: { tie: null, require: null }, example: false, municipality: null }))",
      own,
    );
    await page.goto(`${site.home}many/`);
    await many.bySet("kommunens-egna");
    await many.example();
    await soon.equal(async () => (await many.totals()).areas, 56);
    await soon.ok(async () => (await many.totals()).meets > 0);
  }));

test("the example has figures for every set", () =>
  visit("many/", async (many) => {
    await many.example();
    await many.bySet("scb-2012");
    const { areas, meets, "does-not-meet": not } = await many.totals();
    assert.equal(areas, 56);
    assert.ok(meets !== undefined && meets > 0 && not !== undefined && not > 0, `${meets} and ${not}`);
  }));

test("two sets over the same areas tell who enters and who leaves, and why", () =>
  visit("many/", async (many, page) => {
    await many.choose([both()]);
    await many.view("compare");
    await many.pick("compare-set", "scb-2012");
    await soon.match(() => page.text(".changed-result"), /^1 tillkommer, 2 faller ifrån, 1 går inte längre att avgöra och 1 är kvar/);
    const report = await page.text(".explore");
    assert.match(report, /0180R003.*långtidsinskrivna arbetslösa: inte uppfyllt, krävs inte längre/);
    assert.match(report, /0180R002.*Förvärvsintensitet: uppfyllt blir inte uppfyllt/);
    assert.match(report, /0180R004.*Befolkning, som tillkommer: inte uppfyllt/);
    assert.match(report, /0180R005.*Behöriga till gymnasieskolan, som tillkommer: går inte att bedöma/);
    // What stands there is untouched.
    await soon.equal(async () => (await many.totals()).meets, 4);
  }));

test("a set whose measures are not in the files is compared as far as they are, and that is said", () =>
  visit("many/", async (many, page) => {
    await many.choose([
      file("one.csv", "kod;employment;long-term-unemployment;low-education;turnout\n0180R001;51;12;30;70\n0180R002;55;12;30;70\n"),
    ]);
    await many.view("compare");
    await many.pick("compare-set", "scb-2012");
    await soon.match(() => page.text(".changed-result"), /^0 tillkommer, 1 faller ifrån, 1 går inte längre att avgöra/);
    await soon.match(
      () => page.text(".explore"),
      /Långvarigt försörjningsstöd, behöriga till gymnasieskolan och befolkning finns inte i filerna\. Bara ett mått gick att bedöma/,
    );
  }));

test("two thresholds move at once, by sliders, in a picture, and in a table", () =>
  visit("many/", async (many, page) => {
    await many.choose([both()]);
    await many.view("thresholds");
    await page.until("the grid", "() => document.querySelector('[data-grid-meets]')?.dataset.gridMeets === '4'");
    await soon.equal(() => page.count(".grid-cell"), 21 * 21);
    const slide = (/** @type {string} */ name, /** @type {number} */ by) =>
      page.evaluate(
        "(name, by) => { const field = document.querySelector('input[name=\"' + name + '\"]'); field.value = Number(field.value) + by; field.dispatchEvent(new Event('input', { bubbles: true })); }",
        name,
        by,
      );
    // Employment below 52, long-term unemployment above 8: the third area comes in, the second leaves.
    await slide("grid-across", -8);
    await slide("grid-up", -2);
    await page.until(
      "the new number",
      "() => /52\\s% och andel långtidsinskrivna arbetslösa 8\\s%/.test(document.querySelector('[data-grid-meets]').textContent)",
    );
    await soon.match(() => page.text("[data-grid-meets]"), /uppfyller 4 områden kriterierna\. Det är lika många som nu\./);
    await slide("grid-up", 6);
    await page.until("fewer", "() => document.querySelector('[data-grid-meets]').dataset.gridMeets === '0'");
    await soon.match(() => page.text("[data-grid-meets]"), /Det är 4 färre än nu/);
    await soon.equal(() => page.count(".grid-table tbody tr"), 21);
    await soon.equal(() => page.text(".grid-table [data-own]"), "4");
    await page.evaluate("() => document.querySelector('[data-at=\"10 10\"]').dispatchEvent(new MouseEvent('click', { bubbles: true }))");
    await page.until("the own thresholds", "() => document.querySelector('[data-grid-meets]').dataset.gridMeets === '4'");
    await many.pick("grid-apart", "2");
    await page.until("tenths", "() => document.querySelector('.grid-table thead')?.textContent.includes('59,9')");
  }));

test("DeSO are put together to RegSO only when a person asks for it", () =>
  visit("many/", async (many, page) => {
    const counts = file("counts.csv", "region;Sysselsatta 2022;Befolkning 2022\n0114C1010;59;100\n0114C1030;61;100\n0114C1180;10;20\n");
    const key = file(
      "key.csv",
      "Kommun,Kommunnamn,DeSO_2018,RegSO_2020,RegSOkod_2020\n0114,Upplands Väsby,0114C1010,Bollstanäs,0114R001\n0114,Upplands Väsby,0114C1030,Bollstanäs,0114R001\n0114,Upplands Väsby,0114C1180,Hammarby-Vaxmyra,0114R002\n",
    );
    await many.choose([counts, key]);
    await soon.equal(async () => (await many.totals()).areas, 3);
    await soon.match(() => page.text(".understood"), /3 DeSO-områden har antal, och en av filerna säger vilka 2 RegSO de ligger i/);
    await many.press(/^lägg ihop till regso$/i);
    await page.until(
      "the sums",
      "() => document.querySelector('[data-areas-total]')?.dataset.areasTotal === '2' && document.querySelector('progress') === null",
    );
    await many.settled();
    const [first] = await many.rows();
    assert.deepEqual([first?.name, first?.code, first?.cells[2]?.slice(0, 4)], ["Bollstanäs", "0114R001", "60,0"]);
    await many.press(/^visa deso var för sig$/i);
    await page.until("the parts", "() => document.querySelector('[data-areas-total]')?.dataset.areasTotal === '3'");
  }));

test("a description of a table without its figures is told from a damaged file", () =>
  visit("many/", async (many, page) => {
    await many.attempt([path.join(root, "tests/fixtures/bad/description--only-metadata.json")]);
    await soon.match(() => page.text('[role="alert"]'), /har inga siffror: det är tabellens metadata/);
  }));
