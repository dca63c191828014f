// One area as a person types it: the same scenarios in every engine, at the root of a host and below a sub-path.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { areaPage, criteria } from "./area-page.mjs";
import { engineName, launch } from "./engines/index.mjs";
import { pathOf, serveSite } from "./serving.mjs";
import { soon } from "./soon.mjs";

/** @type {import("./engines/index.mjs").Engine} */
let engine;
before(async () => {
  engine = await launch();
});
after(() => engine?.close());

/**
 * Opens the site in a fresh tab and closes both afterwards.
 *
 * @param {{ at?: string, begin?: boolean } & Parameters<typeof serveSite>[0]} options
 * @param {(page: import("./engines/index.mjs").Page, area: ReturnType<typeof areaPage>, home: string) => Promise<void>} scenario
 */
async function visit({ at = "", begin = false, ...options }, scenario) {
  const site = await serveSite(options);
  const page = await engine.open();
  try {
    if (begin) {
      await page.start(site.home + at);
    } else {
      await page.goto(site.home + at);
    }
    await scenario(page, areaPage(page), site.home);
  } finally {
    await page.close();
    site.close();
  }
}

for (const below of ["/", "/a/b/"]) {
  describe(`below ${below}`, () => {
    test("28 of 100 and 7 of 25 with low education are exactly on the threshold, 29 of 100 is past it", () =>
      visit({ below }, async (page, area) => {
        await area.ready();
        await area.counts("low-education", "28", "100");
        await soon.equal(() => area.outcome("low-education"), "at-threshold");
        await soon.match(() => area.rowText("low-education"), /exakt på gränsen/i);
        await area.counts("low-education", "7", "25");
        await soon.equal(() => area.outcome("low-education"), "at-threshold");
        await area.counts("low-education", "29", "100");
        await soon.equal(() => area.outcome("low-education"), "met");
        await soon.match(() => area.rowText("low-education"), /uppfyllt/i);
        await soon.doesNotMatch(() => area.rowText("low-education"), /inte uppfyllt/i);
        await soon.equal(() => page.count('[data-outcome="unknown"]'), 3);
      }));

    test("every view answers with and without a slash at its end, in both languages", () =>
      visit({ below, at: "en" }, async (page, area, home) => {
        await area.ready();
        await soon.equal(() => page.attribute("html", "lang"), "en");
        await page.goto(`${home}en/`);
        await area.ready();
        await soon.equal(() => page.attribute("html", "lang"), "en");
        await page.goto(home);
        await area.ready();
        await soon.equal(() => page.attribute("html", "lang"), "sv");
      }));
  });
}

test("an area just past all four thresholds meets the selection; exactly on them it is at the threshold four times", () =>
  visit({}, async (page, area) => {
    await area.ready();
    for (const [criterion, text] of [
      ["employment", "59,9"],
      ["long-term-unemployment", "10,1"],
      ["low-education", "28,1"],
      ["turnout", "74,9"],
    ]) {
      await area.percent(criterion, text);
    }
    await soon.equal(() => area.verdict(), "meets");
    for (const [criterion, text] of [
      ["employment", "60"],
      ["long-term-unemployment", "10"],
      ["low-education", "28"],
      ["turnout", "75"],
    ]) {
      await area.percent(criterion, text);
    }
    await soon.equal(() => page.count('[data-criterion][data-outcome="at-threshold"]'), 4);
    await soon.equal(() => area.verdict(), "does-not-meet");
  }));

test("with nothing typed the verdict is undetermined and every outcome unknown", () =>
  visit({ at: "en/" }, async (page, area) => {
    await area.ready();
    await soon.equal(() => area.verdict(), "undetermined");
    for (const criterion of criteria) await soon.equal(() => area.outcome(criterion), "unknown");
    await soon.equal(() => page.count("[data-verdict]"), 1);
    await soon.equal(() => page.count("[data-criterion]"), criteria.length);
  }));

test("only the fields of the mode in use stand in the page, and a slider has no name", () =>
  visit({}, async (page, area) => {
    await area.ready();
    await area.mode("turnout", "count");
    await soon.equal(() => page.count('input[name="turnout"]'), 0);
    await soon.equal(() => page.count('input[name="turnout.count"]'), 1);
    await soon.equal(() => page.count('input[name="turnout.total"]'), 1);
    await area.mode("turnout", "percent");
    await soon.equal(() => page.count('input[name="turnout"]'), 1);
    await soon.equal(() => page.count('input[name^="turnout."]'), 0);
    await soon.equal(() => page.count('input[type="range"][name]'), 0);
  }));

test("what can't be read is said beside its field, and the field says that it is wrong", () =>
  visit({}, async (page, area) => {
    await area.ready();
    await area.percent("employment", "sextio");
    await soon.equal(() => page.attribute('input[name="employment"]', "aria-invalid"), "true");
    const described = await page.attribute('input[name="employment"]', "aria-describedby");
    assert.ok(described);
    const said = await page.text(`#${described.split(" ")[0]}`);
    assert.ok(said.length > 10, `an explanation was expected, found: ${said}`);
    await soon.equal(() => area.outcome("employment"), "unknown");
    await area.percent("employment", "58,2");
    await soon.equal(() => area.outcome("employment"), "met");
  }));

for (const [what, mode, part, text, outcome] of /** @type {const} */ ([
  ["the number of persons behind a percentage", "percent", "known", "många", "met"],
  ["the number of persons that counts may be off by", "count", "noise", "5000", "met"],
])) {
  test(`${what} is marked and said beside its field where it can't be read, and the summary leads there`, () =>
    visit({}, async (page, area) => {
      await area.ready();
      if (mode === "count") await area.counts("employment", "700", "1237");
      else await area.percent("employment", "58,2");
      await soon.equal(() => area.outcome("employment"), outcome);
      const field = `#figure-employment-${part}`;
      const folded = `() => !document.querySelector('${field}').closest('details').open`;

      await page.click('[data-criterion="employment"] summary');
      await page.fill(field, text);
      await soon.equal(() => page.attribute(field, "aria-invalid"), "true");
      const [described = ""] = (await page.attribute(field, "aria-describedby"))?.split(" ") ?? [];
      await soon.match(() => page.text(`#${described}`), new RegExp(text));
      assert.equal(
        await page.evaluate(
          `(id) => document.getElementById(id).closest('.small-field') === document.querySelector('${field}').closest('.small-field')`,
          described,
        ),
        true,
      );
      await soon.equal(() => area.outcome("employment"), "unknown");
      // What is not wrong is not marked.
      await soon.equal(
        () => page.count('[data-criterion="employment"] .figure [aria-invalid], [data-criterion="employment"] .figure [aria-describedby]'),
        0,
      );
      await page.click('[data-criterion="employment"] summary');
      await page.until("the explanations are folded", folded);
      await page.click("#errors a");
      await page.until("the field has the focus", `() => document.activeElement === document.querySelector('${field}')`);
      await soon.equal(() => page.evaluate(folded), false);
      await page.fill(field, mode === "count" ? "5" : "1237");
      await soon.equal(() => page.count("#errors"), 0);
      await soon.equal(() => page.attribute(field, "aria-invalid"), null);
      await soon.equal(() => area.outcome("employment"), outcome);
    }));
}

test("of a count and its total only the one that can't be read is marked, and both where they don't fit together", () =>
  visit({}, async (page, area) => {
    await area.ready();
    const marked = () => page.evaluate("() => [...document.querySelectorAll('.figure [aria-invalid]')].map(({ name }) => name).join(' ')");
    await area.counts("turnout", "sju", "1237");
    await soon.equal(marked, "turnout.count");
    await area.counts("turnout", "742", "tolv");
    await soon.equal(marked, "turnout.total");
    await area.counts("turnout", "1238", "1237");
    await soon.equal(marked, "turnout.count turnout.total");
    await area.counts("turnout", "742", "1237");
    await soon.equal(marked, "");
  }));

test("a count without its total is called so, however soon after the press its field is left", () =>
  visit({}, async (page, area) => {
    await area.ready();
    await area.counts("turnout", "742", "");
    // The page hears of the press and of the end of typing before it has taken breath.
    await page.evaluate(`() => {
      const field = document.getElementsByName("turnout.count")[0];
      field.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      field.focus();
      field.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
      field.blur();
    }`);
    await page.evaluate("() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 1))");
    assert.equal(await page.attribute('[name="turnout.total"]', "aria-invalid"), "true");
  }));

test("what is typed before the scripts run is kept and assessed", async () => {
  /** @type {() => void} */
  let release = () => undefined;
  /** @type {Promise<void>} */
  const released = new Promise((resolve) => {
    release = resolve;
  });
  const tamper = async (/** @type {import("node:http").IncomingMessage} */ request) => {
    if (pathOf(request).endsWith(".js")) await released;
    return false;
  };
  await visit({ begin: true, tamper }, async (page, area) => {
    try {
      await page.until("the field", "() => document.querySelector('input[name=\"turnout\"]') !== null");
      await soon.equal(() => page.count("[data-verdict]"), 0);
      await soon.equal(() => page.count("[data-outcome]"), 0);
      await page.fill('input[name="turnout"]', "74,9");
    } finally {
      release();
    }
    await area.ready();
    await soon.equal(() => area.outcome("turnout"), "met");
    await soon.equal(() => page.evaluate("() => document.querySelector('input[name=\"turnout\"]').value"), "74,9");
  });
});

for (const [what, spoil] of Object.entries({
  "does not exist": (/** @type {import("node:http").ServerResponse} */ response) => response.writeHead(404).end(),
  "is cut short": (/** @type {import("node:http").ServerResponse} */ response) =>
    response.writeHead(200, { "Content-Type": "application/wasm" }).end(Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 9])),
})) {
  test(`a Wasm file that ${what} shows a sentence and a way to try again, which works`, async () => {
    let broken = true;
    const tamper = (
      /** @type {import("node:http").IncomingMessage} */ request,
      /** @type {import("node:http").ServerResponse} */ response,
    ) => {
      if (!broken || !pathOf(request).endsWith(".wasm")) return false;
      spoil(response);
      return true;
    };
    await visit({ tamper }, async (page, area) => {
      await page.until(
        "a way to try again",
        "() => [...document.querySelectorAll('button')].some((button) => /försök/i.test(button.textContent))",
      );
      await soon.equal(() => page.count("[data-verdict]"), 0);
      broken = false;
      await page.evaluate("() => [...document.querySelectorAll('button')].find((button) => /försök/i.test(button.textContent)).click()");
      await area.ready();
    });
  });
}

// WebKit compiles Wasm under any policy.
test("where the policy forbids Wasm the page says so instead of hanging", { skip: engineName === "webkit" }, () =>
  visit({ headers: { "Content-Security-Policy": "default-src 'self'; script-src 'self'" } }, async (page) => {
    await page.until(
      "a way to try again",
      "() => [...document.querySelectorAll('button')].some((button) => /försök/i.test(button.textContent))",
    );
    await soon.equal(() => page.count("[data-verdict]"), 0);
  }),
);

test("typing asks no server for anything, and nothing is ever asked of another one", async () => {
  /** @type {string[]} */
  const asked = [];
  const tamper = (/** @type {import("node:http").IncomingMessage} */ request) => {
    asked.push(pathOf(request));
    return false;
  };
  await visit({ tamper }, async (page, area, home) => {
    await area.ready();
    // What keeps the site for use without a network asks last.
    await page.until(
      "the device's part",
      "() => /^(Sidan fungerar nu|Sidan är inte sparad|Webbläsaren låter inte)/.test(document.querySelector('.device [role=status]')?.textContent ?? '')",
    );
    const before = asked.length;
    assert.ok(before > 3);
    await area.counts("employment", "742", "1237");
    await soon.equal(() => area.outcome("employment"), "met");
    assert.deepEqual(asked.slice(before), []);
    /** @type {string[]} */
    const addresses = await page.evaluate("() => performance.getEntriesByType('resource').map((entry) => entry.name)");
    for (const address of addresses) assert.ok(address.startsWith(home), `${address} is not of this site`);
    assert.equal(await page.evaluate("() => location.search + location.hash"), "");
  });
});

test("the keyboard alone reaches every figure in order", () =>
  visit({}, async (page, area) => {
    await area.ready();
    /** @type {string[]} */
    const reached = [];
    for (let steps = 0; steps < 80 && reached.length < criteria.length; steps += 1) {
      await page.press("Tab");
      const name = /** @type {string} */ (await page.evaluate("() => document.activeElement?.getAttribute('name') ?? ''"));
      if (criteria.includes(name)) reached.push(name);
    }
    assert.deepEqual(reached, criteria);
  }));

test("in a window as narrow as the engine makes it nothing is cut off at the side", () =>
  visit({}, async (page, area) => {
    await area.ready();
    await page.resize(320, 640);
    await area.counts("turnout", "1234", "12 345");
    const [inside, wide] = /** @type {[number, number]} */ (
      await page.evaluate("() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    );
    // MiniBrowser's toolbar keeps its window wider than a phone.
    assert.ok(engineName === "webkit" || inside <= 320, `the window is ${inside} px wide`);
    assert.ok(wide <= inside, `${wide} px are needed where ${inside} px are there`);
  }));

test("a box that keeps its height holds what is in it, with wide spacing too, and moves nothing for less", () =>
  visit({}, async (page, area) => {
    await area.ready();
    await page.resize(320, 640);
    /** @returns {Promise<[number, number][]>} of each box, how high it is, and what is in it */
    const heights = () =>
      page.evaluate(
        "() => [...document.querySelectorAll('.settled')].map((box) => [box, box.firstElementChild].map((part) => Math.round(part.getBoundingClientRect().height)))",
      );
    const allFits = async () => (await heights()).every(([box, held]) => box >= held);
    const figures = [
      ["employment", "58,2"],
      ["long-term-unemployment", "9,95"],
      ["low-education", "28"],
      ["turnout", "71,3"],
    ];
    let spare = 0;
    for (const [criterion = "", figure = ""] of figures) {
      await area.percent(criterion, figure);
      await soon.ok(allFits);
      for (const [box, held] of await heights()) spare = Math.max(spare, box - held);
    }
    // Where the engine's windows don't get so narrow, there is nothing to keep.
    const narrow = await page.evaluate("() => innerWidth <= 340");
    assert.ok((!narrow || spare > 10) && spare < 48, `${spare} px are kept at most`);
    const before = await heights();
    assert.equal(before.length, 1 + figures.length);
    await page.evaluate(
      "() => { for (const box of document.querySelectorAll('.settled')) box.style.cssText += 'letter-spacing: 0.3em; word-spacing: 0.5em; line-height: 2' }",
    );
    await soon.ok(async () => (await heights()).some(([, held], nth) => held > (before[nth]?.[0] ?? 0)));
    await soon.ok(allFits);
  }));
