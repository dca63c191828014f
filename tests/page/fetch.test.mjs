// *Hämta siffror* in a browser, against the stand-in: the whole way to a verdict, each fault with its sentence, the files
// in *Många områden*, what stays without a network, and that nobody else hears of anything.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { fetchSite } from "../scb/site.mjs";
import { outcomeOf } from "../scb/oracle.mjs";
import { launch } from "./engines/index.mjs";
import { manyPage } from "./many-page.mjs";
import { soon } from "./soon.mjs";

/** What goes wrong with the calls for one of the tables: with all of them, or with the first so many. @type {import("../scb/server.mjs").Fault | import("../scb/server.mjs").Fault[] | undefined} */
let fault;
/** @type {Awaited<ReturnType<typeof fetchSite>>} */
let site;
/** @type {import("./engines/index.mjs").Engine} */
let engine;
before(async () => {
  site = await fetchSite({ fault: ({ table }) => (table !== "TAB6680" ? undefined : Array.isArray(fault) ? fault.shift() : fault) });
  engine = await launch({ keepsSite: true });
});
after(async () => {
  await engine?.close();
  site?.close();
});
beforeEach(() => {
  fault = undefined;
  site.away(false);
  site.scb.rest();
  site.scb.calls.length = 0;
});

/** @param {(page: import("./engines/index.mjs").Page) => Promise<void>} run */
async function visit(run) {
  const page = await engine.open();
  try {
    await run(page);
  } finally {
    await page.close();
  }
}

const start = "[data-fetch=start]";
/** @param {import("./engines/index.mjs").Page} page */
const fetched = async (page) => {
  await page.click(start);
  await page.until(
    "all figures",
    "() => document.querySelectorAll('[data-kept]').length === 3 && document.querySelector('progress') === null",
  );
};
/** @param {import("./engines/index.mjs").Page} page */
const value = (page, /** @type {string} */ name) => page.evaluate("(name) => document.getElementsByName(name)[0]?.value ?? null", name);

test("a person with a phone types the name of an area, and comes to its verdict", () =>
  visit(async (page) => {
    await page.resize(390, 800);
    await page.goto(site.home);
    // The way there is the first in the view.
    await page.click(".start-ways a");
    // What is pressed before any script has run is not heard.
    await page.until("the page of figures", "() => location.pathname.endsWith('/hamta/') && document.readyState === 'complete'");
    assert.match(
      await page.text(".fetch-sent"),
      /Inget skickas förrän du trycker\. SCB får veta din IP-adress.*Inget som du har skrivit in skickas/,
    );
    assert.equal(site.scb.calls.length, 0);
    await fetched(page);
    await page.fill("input[name=area]", "kronog");
    await page.click("[data-area='1488R002']");
    const figures = outcomeOf("1488R002", 2023);
    await page.until("the answer", "() => document.querySelector('[data-said]') !== null");
    assert.equal(await page.attribute("[data-said]", "data-said"), figures.verdict);
    for (const [criterion, outcome] of Object.entries(figures.outcomes))
      assert.equal(await page.attribute(`[data-figure='${criterion}']`, "data-found"), outcome, criterion);
    assert.match(await page.text("[data-figure=long-term-unemployment]"), /Ingen öppen tabell/);
    assert.match(await page.text("[data-figure=employment]"), /SCB TAB6680, 2023, 20–64 år, RegSO 2020/);
    assert.match(await page.text("[data-listed]"), /^Trollhättan är en av de 32 kommuner/);
    await page.click("[data-fetch=go]");
    await soon.equal(() => page.attribute("[data-verdict]", "data-verdict"), figures.verdict);
    await soon.equal(() => value(page, "employment.count"), figures.figures.employment?.count);
    assert.equal(await value(page, "low-education.total"), figures.figures["low-education"]?.total);
    assert.equal(await value(page, "turnout"), figures.figures.turnout?.percent);
    assert.equal(await value(page, "long-term-unemployment"), "");
    assert.match(await page.text(".notices"), /SCB TAB6680 .*2023, 20–64, RegSO 2020.*SCB TAB9001 .*2022/);
  }));

/** @type {[import("../scb/server.mjs").Fault, string, RegExp][]} */
const faults = [
  [{ status: 400 }, "not-accepted", /SCB förstår inte frågan/],
  [{ status: 403 }, "refused", /SCB tar inte emot frågan/],
  [{ status: 404 }, "missing", /Tabellen finns inte längre/],
  [{ status: 429, retryAfter: "3600" }, "busy", /för många frågor/],
  [{ status: 503 }, "failed", /SCB:s tjänst har ett fel/],
  ["unreachable", "unreachable", /SCB går inte att nå/],
  ["cut-off", "cut-off", /inte fram helt/],
  ["cut-text", "cut-off", /inte fram helt/],
  ["html", "not-figures", /inga siffror/],
  ["wrong-size", "wrong-size", /6.723 tal, men 6.726 väntades/],
  ["fewer-areas", "wrong-size", /6.716 tal, men 6.726 väntades/],
  ["version", "changed", /ser inte längre ut som den gjorde \(version\)/],
  ["codes", "changed", /ser inte längre ut/],
  ["zeros", "only-zeros", /bara nollor/],
];
test("each fault has its sentence, keeps the typed way open, and is over once the service is well", () =>
  visit(async (page) => {
    await page.goto(`${site.home}hamta/`);
    for (const [wrong, kind, says] of faults) {
      fault = wrong;
      site.scb.rest();
      await page.click(start);
      await page.until(
        `the problem ${kind}`,
        "(kind) => document.querySelector('progress') === null && document.querySelector('[data-problem=' + kind + ']') !== null",
        kind,
      );
      assert.match(await page.text(`[data-problem='${kind}']`), says);
      assert.match(await page.text(".fetch-problems"), /Skriv in siffrorna själv.*Segregationsbarometern/);
      assert.equal(await page.count("[data-kept*='TAB6680']"), 0);
    }
    fault = undefined;
    site.scb.rest();
    await fetched(page);
    assert.equal(await page.count("[data-problem]"), 0);
  }));

test("a service that is out of reach is said once, right below the press, with the tables that it is about", () =>
  visit(async (page) => {
    await page.resize(390, 800);
    await page.goto(`${site.home}hamta/`);
    assert.match(await page.text(".fetch-sent"), /omkring \d\d\s000 tal/);
    fault = "unreachable";
    await page.click(start);
    await soon.match(() => page.text(".fetch-problems"), /SCB går inte att nå/);
    assert.equal(await page.count("[data-problem]"), 1);
    assert.equal(await page.count("[data-problem] a"), 3);
    const apart = await page.evaluate(
      "() => document.querySelector('.fetch-problems').getBoundingClientRect().top - document.querySelector('[data-fetch]').getBoundingClientRect().bottom",
    );
    assert.ok(apart >= 0 && apart < 40, String(apart));
  }));

test("a service that is slow, or busy without saying for how long, is waited for", () =>
  visit(async (page) => {
    await page.goto(`${site.home}hamta/`);
    fault = [{ status: 429 }, "late"];
    await fetched(page);
    assert.equal(await page.count("[data-problem]"), 0);
    assert.equal(site.scb.calls.filter(({ url }) => url.includes("/TAB6680/data")).length, 2);
  }));

test("what takes too long can be stopped, and what had come stays", () =>
  visit(async (page) => {
    fault = "silent";
    await page.goto(`${site.home}en/fetch/`);
    await page.click(start);
    await page.click("[data-fetch=stop]");
    await soon.match(() => page.text("[data-problem=stopped]"), /was cancelled/);
    assert.match((await page.attribute("[data-fetch=start]", "class")) ?? "", /fetch-start/);
  }));

test("the whole country goes to many areas as files, and each area has its own outcome", () =>
  visit(async (page) => {
    await page.goto(`${site.home}hamta/`);
    await fetched(page);
    const calls = site.scb.calls.length;
    await page.click("[data-fetch=many]");
    const many = manyPage(page);
    await many.untilFiles(3);
    const totals = await many.totals();
    const all = outcomeOf.all(2023);
    const count = (/** @type {string} */ verdict) => all.filter((one) => one.verdict === verdict).length;
    assert.deepEqual(totals, {
      areas: 3363,
      meets: count("meets"),
      "does-not-meet": count("does-not-meet"),
      undetermined: count("undetermined"),
      rejected: 0,
    });
    assert.equal(site.scb.calls.length, calls);
  }));

test("without a network the page, the names and the figures are there; removing everything removes them", () =>
  visit(async (page) => {
    await page.goto(`${site.home}hamta/`);
    await soon.match(() => page.text(".device [role=status]"), /fungerar nu också utan nät/);
    await fetched(page);
    site.away(true);
    await page.goto(`${site.home}hamta/`);
    await page.fill("input[name=area]", "trollhattan");
    await page.click("[data-area='1488R002']");
    await soon.match(() => page.text("[data-card]"), /Kronogården i Trollhättan/);
    assert.match(await page.text(".fetch-kept"), /Ta bort det hämtade/);
    site.away(false);
    await page.until(
      "the way to remove everything is there",
      "() => { const button = [...document.querySelectorAll('.device button')].find((one) => /Ta bort allt/.test(one.textContent)); button?.click(); return button !== undefined; }",
    );
    await page.click(".device-confirm .button");
    await soon.match(() => page.text(".device [role=status]"), /Allt är borttaget/);
    assert.equal(await page.count("[data-kept]"), 0);
    await page.evaluate(
      "() => void caches.keys().then((names) => { document.documentElement.dataset.caches = names.filter((name) => name.includes('fetched')).join(); })",
    );
    await soon.equal(() => page.attribute("html", "data-caches"), "");
  }));

test("fetching anew tells what has changed", () =>
  visit(async (page) => {
    await page.goto(`${site.home}en/fetch/`);
    await fetched(page);
    site.scb.rest();
    fault = "revised";
    await page.click(start);
    await soon.match(() => page.text("[data-kept*='TAB6680']"), /Changed since last time: the figure of 1 area\./);
    await soon.match(() => page.text("[data-kept*='TAB5956']"), /Nothing has changed/);
    assert.match(await page.text("[data-kept*='TAB6680'] dl"), /20 November 2026.*valueCodes\[Tid\]=2023.*[0-9a-f]{64}/);
  }));

test("a planner chooses a year, smaller areas and municipalities, and sees before what would be sent", () =>
  visit(async (page) => {
    await page.goto(`${site.home}hamta/`);
    // What comes last tells that the page has come to life: a choice before that would be lost, as a person's is not.
    await page.until("the page's end", "() => document.querySelector('.device') !== null");
    await page.until(
      "the choice",
      "() => { const details = document.querySelector('.fetch-choose'); if (details === null) return false; details.open = true; return true; }",
    );
    /** @param {string} name @param {string} value */
    const pick = (name, value) =>
      page.until(
        `${value} in ${name}`,
        "(name, value) => { const field = document.querySelector('select[name=' + name + ']'); if (field === null) return false; field.value = value; field.dispatchEvent(new Event('change', { bubbles: true })); return field.value === value; }",
        name,
        value,
      );
    await pick("period", "2024");
    await soon.match(() => page.text(".fetch-sent ul"), /utbildningsnivå, 2024.*kön, 2022/);
    await page.click("input[type=radio][value=municipalities]");
    for (const code of ["1488", "0180"]) {
      await pick("municipality", code);
      await page.click(".fetch-choose .button");
    }
    await soon.match(() => page.text(".fetch-sent"), /vilka kommuner eller län.*i Trollhättan och Stockholm, ur/);
    assert.equal(site.scb.calls.length, 0);
    await page.click(start);
    await page.until(
      "all files",
      "() => document.querySelectorAll('[data-kept]').length === 6 && document.querySelector('progress') === null",
    );
    const masks = site.scb.calls
      .map(({ url }) => new URL(url, site.origin).searchParams.get("valueCodes[Region]"))
      .filter((mask) => mask !== null);
    assert.deepEqual(masks, [
      "1488R???_RegSO2025",
      "1488R???_RegSO2025",
      "1488R???",
      "0180R???_RegSO2025",
      "0180R???_RegSO2025",
      "0180R???",
    ]);
    await page.fill("input[name=area]", "kronogarden");
    await page.click("[data-area='1488R002']");
    assert.match(await page.text("[data-card]"), /RegSO 2025.*RegSO 2020.*olika områdesindelningar/);
    await page.click("input[type=radio][value=deso]");
    await soon.match(() => page.text(".fetch-sent"), /alla mindre områden \(DeSO\) i Trollhättan och Stockholm/);
    await page.click(start);
    await page.until(
      "all files",
      "() => document.querySelectorAll('[data-kept]').length === 10 && document.querySelector('progress') === null",
    );
    assert.equal(await page.count("[data-kept*='DeSO2025']"), 4);
  }));
