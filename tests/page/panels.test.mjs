// The panels in every engine, at the root of a host and below a sub-path: they load, compute, share, and survive a bad day.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "./engines/index.mjs";
import { pathOf, serveSite } from "./serving.mjs";
import { soon } from "./soon.mjs";

/** @type {import("./engines/index.mjs").Engine} */
let engine;
before(async () => {
  engine = await launch();
});
after(() => engine?.close());

/** The button of a panel. @param {string} name */
const button = (name) => `button[data-panel="${name}"]`;

/**
 * Opens an address in a fresh tab and closes it afterwards: WebKit's driver has one tab at a time.
 *
 * @template T
 * @param {string} address
 * @param {(page: import("./engines/index.mjs").Page) => Promise<T>} scenario
 */
async function tab(address, scenario) {
  const page = await engine.open();
  try {
    await page.goto(address);
    await page.until("the core is there", "() => document.querySelector('[data-verdict]') !== null");
    return await scenario(page);
  } finally {
    await page.close();
  }
}

/** Unfolds the panels for planners. @param {import("./engines/index.mjs").Page} page */
const unfold = (page) => page.evaluate("() => { document.querySelector('.panels-more').open = true; }");

/** Enters two figures. @param {import("./engines/index.mjs").Page} page */
async function enter(page) {
  await page.fill('input[name="employment"]', "57,4");
  await page.fill('input[name="turnout"]', "78,9");
  await unfold(page);
}

/**
 * Serves the site and opens it in a fresh tab with figures entered.
 *
 * @param {Parameters<typeof serveSite>[0]} options
 * @param {(page: import("./engines/index.mjs").Page) => Promise<void>} scenario
 */
async function visit(options, scenario) {
  const site = await serveSite(options);
  try {
    await tab(site.home, async (page) => {
      await enter(page);
      await scenario(page);
    });
  } finally {
    site.close();
  }
}

for (const below of ["/", "/a/b/"]) {
  describe(`below ${below}`, () => {
    test("each panel says what it is for", () =>
      visit({ below }, async (page) => {
        for (const [name, shown] of [
          ["require", ".panel .change"],
          ["sure", ".panel .readings td"],
          ["compare", ".panel .compare-actions button"],
          ["share", ".panel .share-files"],
          ["record", ".panel .record"],
        ]) {
          await page.click(button(name));
          await page.until(`${name} is there`, "(shown) => document.querySelector(shown) !== null", shown);
          await soon.equal(() => page.attribute(button(name), "aria-expanded"), "true");
        }
      }));

    test("a scenario goes along in a link", async () => {
      const site = await serveSite({ below });
      try {
        const link = await tab(site.home, async (page) => {
          await enter(page);
          await page.click(button("compare"));
          await page.click(".compare-actions button");
          await page.fill(".editor-name input", "Spår B");
          await page.click(button("share"));
          await page.click(".panel .compare-actions button");
          await page.until("the link is made", "() => document.querySelector('.share-link input') !== null");
          return page.evaluate("() => document.querySelector('.share-link input').value");
        });
        assert.ok(String(link).startsWith(`${site.home}#1.`), String(link));
        await tab(String(link), async (page) => {
          await page.until("the figures are there", "() => document.querySelector('input[name=\"employment\"]')?.value === '57,4'");
          await unfold(page);
          await page.click(button("compare"));
          await page.until("the scenario is there", "() => document.querySelector('table.compare')?.textContent.includes('Spår B')");
        });
      } finally {
        site.close();
      }
    });
  });
}

test("a module that does not come is asked for again, and nothing typed is lost", () => {
  // Not only the first request: the service worker asks for the module too.
  let refusing = true;
  const tamper = (
    /** @type {import("node:http").IncomingMessage} */ request,
    /** @type {import("node:http").ServerResponse} */ response,
  ) => {
    if (!refusing || !/plan_bg-.*\.wasm$/.test(pathOf(request))) return false;
    response.writeHead(503).end();
    return true;
  };
  return visit({ tamper }, async (page) => {
    await page.click(button("require"));
    await page.until("the failure is said", "() => document.querySelector('.panel [role=\"alert\"] button') !== null");
    refusing = false;
    await page.click('.panel [role="alert"] button');
    await page.until("the answer is there", "() => document.querySelector('.panel .change') !== null");
    await soon.equal(() => page.evaluate("() => document.querySelector('input[name=\"employment\"]').value"), "57,4");
  });
});
