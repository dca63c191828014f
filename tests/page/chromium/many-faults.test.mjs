// Many areas when its worker ends: by a trap, silently, at work or at rest. It is said, there is a way on, and nothing
// that was loaded is lost.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../../tools/process.mjs";
import { areaPage } from "../area-page.mjs";
import { driver, launchChromium } from "../engines/chromium.mjs";
import { manyPage } from "../many-page.mjs";
import { serveSite } from "../serving.mjs";
import { soon } from "../soon.mjs";
import { slowReading, workerBegins } from "../worker-script.mjs";

const joined = ["employment-long.csv", "education-long.csv", "turnout.csv", "unemployment.csv"].map((name) =>
  path.join(root, "tests", "fixtures", "joined", name),
);

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {string} */
let folder;
before(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(path.join(tmpdir(), "troskel-faults-"));
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser?.close();
});

/** Lets the exports of the module trap whose names hold `globalThis.trap`, as memory that can't be had makes them. */
const trapping = () => {
  const instantiate = WebAssembly.instantiate;
  // @ts-expect-error only the form that the bindings use
  WebAssembly.instantiate = async (source, imports) => {
    const { instance, module } = /** @type {any} */ (await instantiate(source, imports));
    const exports = Object.fromEntries(
      Object.entries(instance.exports).map(([name, one]) => [
        name,
        typeof one !== "function"
          ? one
          : (/** @type {unknown[]} */ ...args) => {
              const { trap } = /** @type {{ trap?: string }} */ (globalThis);
              if (trap !== undefined && name.includes(trap)) throw new WebAssembly.RuntimeError("unreachable");
              return one(...args);
            },
      ]),
    );
    return { instance: { exports }, module };
  };
};

/**
 * Opens the view; the worker's script begins with what `first` returns.
 *
 * @param {(many: ReturnType<typeof manyPage>, page: import("playwright-core").Page) => Promise<void>} scenario
 * @param {() => string} first
 * @param {boolean} [clock] whether the page's time can be run on
 */
async function visit(scenario, first = () => "", clock = false) {
  const site = await serveSite({ tamper: workerBegins(first) });
  const context = await browser.newContext({ locale: "sv-SE" });
  const page = await context.newPage();
  try {
    if (clock) await page.clock.install();
    await page.goto(`${site.home}many/`);
    await scenario(manyPage(driver(page)), page);
  } finally {
    await context.close();
    site.close();
  }
}

/** The worker that has the areas. @param {import("playwright-core").Page} page */
function workerOf(page) {
  const worker = page.workers().at(-1);
  assert.ok(worker !== undefined);
  return worker;
}

/** @param {import("playwright-core").Page} page @param {RegExp} words */
const alertSays = (page, words) => page.locator('[role="alert"]:not([data-old])', { hasText: words }).waitFor();

test("a worker that ends at rest is replaced, and the files are read anew", () =>
  visit(async (many, page) => {
    await many.choose(joined);
    const before = await many.totals();
    await workerOf(page).evaluate(() => self.close());
    await page.locator('.filters select[name="verdict"]').selectOption("meets");
    await alertSays(page, /stannade och filerna läses in på nytt/);
    await many.settled();
    await many.untilRows(4);
    await soon.deepEqual(() => many.totals(), before);
  }));

/** Lets a worker live on without answering anything, once it is told to; what it is asked then is noted. */
const deaf = () => {
  addEventListener("message", (event) => {
    if (!("isDeaf" in globalThis)) return;
    event.stopImmediatePropagation();
    Object.assign(globalThis, { isAsked: true });
  });
};

/** Until the worker is asked what it will not answer: its silence is counted from then on. @param {import("playwright-core").Page} page */
const asked = (page) => soon.ok(() => workerOf(page).evaluate(() => "isAsked" in globalThis));

/** Lets longer pass than a worker may give no sign, with time for its words in between. @param {import("playwright-core").Page} page */
async function silence(page) {
  for (let seconds = 0; seconds < 130; seconds += 5) await page.clock.runFor(5_000);
}

test("a worker that lives and answers no more is replaced, and the files are read anew", () =>
  visit(
    async (many, page) => {
      await many.choose(joined);
      const before = await many.totals();
      await workerOf(page).evaluate(() => {
        Object.assign(globalThis, { isDeaf: true });
      });
      await page.locator('.filters select[name="verdict"]').selectOption("meets");
      await asked(page);
      await silence(page);
      await alertSays(page, /stannade och filerna läses in på nytt/);
      await many.settled();
      await many.untilRows(4);
      await soon.deepEqual(() => many.totals(), before);
      // One that is asked nothing may be silent for as long as it likes.
      await silence(page);
      await page.locator('.filters select[name="verdict"]').selectOption("");
      await many.untilRows(12);
    },
    () => `(${deaf})();\n`,
    true,
  ));

test("a worker that does not begin to read is told of, and it can be tried again", () => {
  let isDeaf = true;
  return visit(
    async (many, page) => {
      await many.begin(joined);
      await soon.ok(() => page.workers().length > 0);
      await asked(page);
      isDeaf = false;
      await silence(page);
      await alertSays(page, /Räknaren stannade/);
      await page.getByRole("button", { name: /försök igen/i }).click();
      await many.finished(60_000);
      await many.untilRows(12);
    },
    () => (isDeaf ? `(${deaf})();\nglobalThis.isDeaf = true;\n` : ""),
    true,
  );
});

test("a worker that ends while it reads is told of, what was there stays, and it can be tried again", () =>
  visit(
    async (many, page) => {
      await many.choose(joined);
      const before = await many.totals();
      const rows = Array.from({ length: 100_000 }, (_, nth) => `0180${String(nth).padStart(6, "0")};59,${nth % 10}`);
      const large = path.join(folder, "large.csv");
      writeFileSync(large, `Områdeskod;Andel förvärvsarbetande\n${rows.join("\n")}\n`);
      const reading = page.waitForEvent("worker");
      await many.begin([large]);
      const worker = await reading;
      // A worker that has only just begun may not have told yet that it lives.
      await driver(page).until("the reading", "() => (document.querySelector('progress')?.value ?? 0) > 0");
      await worker.evaluate(() => self.close());
      await alertSays(page, /Räknaren stannade.*Det som var inläst innan är kvar/);
      await soon.deepEqual(() => many.totals(), before);
      await many.filter("verdict", "meets");
      await many.untilRows(4);
      await many.press(/^försök igen$/i);
      await many.untilFiles(5);
    },
    () => slowReading,
  ));

/** What a worker's script begins with so that its module can trap. */
const canTrap = (/** @type {string} */ at = "") => `(${trapping})();${at === "" ? "" : `globalThis.trap = "${at}";`}\n`;

for (const [when, name] of /** @type {const} */ ([
  ["as reading begins", "session_read"],
  ["between two pieces", "closures"],
]))
  test(`a trap ${when} is told of, what was there stays, and it can be tried again`, async () => {
    let at = "";
    await visit(
      async (many, page) => {
        await many.choose(joined.slice(0, 3));
        const before = await many.totals();
        at = name;
        const [, , , last] = joined;
        assert.ok(last !== undefined);
        await many.attempt([last]);
        await alertSays(page, /Räknaren stannade.*Försök igen.*Det som var inläst innan är kvar/);
        await soon.deepEqual(() => many.totals(), before);
        await soon.equal(async () => (await many.rows()).length, 12);
        at = "";
        // The worker that was made ready meanwhile may trap once more.
        await driver(page).until(
          "the files",
          `() => {
          const files = document.querySelectorAll(".understood-file").length;
          const again = [...document.querySelectorAll('[role="alert"] button')].find((one) => /försök igen/i.test(one.textContent));
          if (files < 4 && document.querySelector("progress") === null) again?.click();
          return files === 4;
        }`,
        );
        await soon.equal(async () => (await many.totals()).meets, 4);
      },
      () => canTrap(at),
    );
  });

test("a trap in a question reads the files anew, and the question can be asked again", () =>
  visit(
    async (many, page) => {
      await many.choose(joined);
      await many.filter("verdict", "meets");
      for (const [trap, ask] of /** @type {[string, () => Promise<void>][]} */ ([
        ["session_municipalities", () => page.locator('[data-areas-view="municipalities"]').click()],
        ["session_export", () => page.locator('[data-export="xlsx"]').click()],
        ["session_select", () => page.locator(".areas-table thead button").first().click()],
        [
          "session_compareWith",
          async () => {
            await page.locator('[data-areas-view="compare"]').click();
            await page.locator('select[name="compare-set"]').selectOption("scb-2012");
          },
        ],
      ])) {
        const trapped = workerOf(page);
        await trapped.evaluate((name) => {
          Object.assign(globalThis, { trap: name });
        }, trap);
        await ask();
        await soon.ok(() => workerOf(page) !== trapped);
        await alertSays(page, /stannade och filerna läses in på nytt/);
        await many.settled();
        await many.view("table");
        await many.untilRows(4);
        await soon.equal(async () => (await many.totals()).areas, 12);
      }
    },
    () => canTrap(),
  ));

test("a file that is gone when it has to be read again is named, and what was there stays, its criteria too", () =>
  visit(async (many, page) => {
    const gone = path.join(folder, "gone.csv");
    writeFileSync(gone, "Områdeskod;Andel förvärvsarbetande\n0180R001;51,9\n");
    await many.choose([gone]);
    rmSync(gone);
    await page.locator(".areas-reading summary").click();
    await page.locator('select[name="criteria-set"]').selectOption("scb-2012");
    await alertSays(page, /gone\.csv går inte att läsa längre/);
    await soon.equal(() => page.locator('select[name="criteria-set"]').inputValue(), "promemoria-2018");
    await soon.equal(async () => (await many.rows()).length, 1);
    await many.filter("verdict", "undetermined");
    await soon.equal(async () => (await many.rows()).length, 1);
  }));

// Only there does a flag take the instructions away without which Chromium has no SIMD.
test("a browser without SIMD is said to be too old for files, and assesses one area all the same", {
  skip: process.arch !== "x64",
}, async () => {
  const old = await launchChromium({ flags: ["--js-flags=--no-enable-sse4-1 --no-enable-ssse3 --no-enable-avx"] });
  const site = await serveSite();
  try {
    for (const [locale, address, said, again] of /** @type {const} */ ([
      ["sv-SE", "", /Webbläsaren är för gammal/, "Försök igen"],
      ["en-GB", "en/", /The browser is too old/, "Try again"],
    ])) {
      const page = await old.newPage({ locale });
      await page.goto(site.home + address);
      const area = areaPage(driver(page));
      await area.ready();
      await area.percent("employment", "59.9");
      await soon.equal(() => area.outcome("employment"), "met");
      await page.goto(`${site.home}${address}many/`);
      const [first = ""] = joined;
      await page.locator('input[type="file"][name="files"]').setInputFiles(first);
      await soon.match(() => page.getByRole("alert").innerText(), said);
      assert.equal(await page.getByRole("button", { name: again }).count(), 0);
    }
  } finally {
    await old.close();
    site.close();
  }
});
