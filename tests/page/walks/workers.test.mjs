// The worker, and the service worker, ended after any step of a session: what was there stays, the rest goes on as if
// nothing had been, and it is said where the files are read anew.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engineName, launch } from "../engines/index.mjs";
import { manyPage } from "../many-page.mjs";
import { serveSite } from "../serving.mjs";
import { soon } from "../soon.mjs";
import { workerBegins } from "../worker-script.mjs";
import { alerts, area, many, missing } from "./session.mjs";

/** @typedef {import("./session.mjs").Session} Session */
/** @typedef {import("../engines/index.mjs").Page} Page */

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
before(async () => {
  site = await serveSite({ tamper: workerBegins(() => 'new BroadcastChannel("walk").onmessage = () => close();\n') });
});
after(() => site?.close());

/**
 * Takes a session's steps, and ends something after some of them.
 *
 * @param {import("../engines/index.mjs").Engine} engine @param {Session} session @param {number} steps
 * @param {(page: Page) => Promise<unknown>} end @param {(page: Page) => Promise<unknown>} check
 */
async function walk(engine, session, steps, end, check) {
  const page = await engine.open();
  try {
    await page.goto(site.home + session.path);
    await page.until("the page", session.ready);
    for (const step of session.steps.slice(0, steps)) await step.take(page);
    const done = session.steps.slice(0, steps).flatMap(({ leaves }) => leaves);
    await soon.deepEqual(() => missing(page, done), []);
    await end(page);
    assert.deepEqual(await missing(page, done), [], "what was kept is there");
    for (const step of session.steps.slice(steps)) await step.take(page);
    await soon.deepEqual(
      () =>
        missing(
          page,
          session.steps.flatMap(({ leaves }) => leaves),
        ),
      [],
    );
    await check(page);
  } finally {
    await page.close();
  }
}

describe("the worker ends", () => {
  /** @type {import("../engines/index.mjs").Engine} */
  let engine;
  before(async () => {
    engine = await launch();
  });
  after(() => engine?.close());

  for (const [nth, { what }] of many.steps.entries()) {
    test(`after ${what}`, () =>
      walk(
        engine,
        many,
        nth + 1,
        (page) => page.evaluate('() => new BroadcastChannel("walk").postMessage("end")'),
        async (page) => {
          // The table asks the next worker, which reads the files anew.
          await manyPage(page).filter("verdict", "");
          await manyPage(page).untilRows(2);
          if (many.steps[nth + 1]?.readsAnew) return;
          await soon.ok(async () => {
            const said = /** @type {string[]} */ (await page.evaluate(alerts));
            return said.some((text) => text.includes("läses in på nytt"));
          }, "it is said that the files are read anew");
        },
      ));
  }
});

/** Takes the service worker and all it kept away, as a browser short of room does. */
const withoutServiceWorker = `() => {
  const ended = async () => {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
    document.documentElement.dataset.ended = "";
  };
  void ended();
}`;

// WebKit's driver keeps no site.
describe("the service worker ends", { skip: engineName === "webkit" }, () => {
  /** @type {import("../engines/index.mjs").Engine} */
  let engine;
  before(async () => {
    engine = await launch({ keepsSite: true });
  });
  after(() => engine?.close());

  for (const [name, session] of Object.entries({ area, many })) {
    for (const [nth, { what }] of session.steps.entries()) {
      test(`${name}: after ${what}`, () =>
        walk(
          engine,
          session,
          nth + 1,
          async (page) => {
            await page.evaluate(withoutServiceWorker);
            await page.until("its end", "() => 'ended' in document.documentElement.dataset");
          },
          async (page) => {
            assert.deepEqual(await page.evaluate(alerts), []);
            await page.goto(site.home + session.path);
            await page.until("the page", session.ready);
            assert.deepEqual(
              await missing(
                page,
                session.steps.flatMap(({ leaves }) => leaves),
              ),
              [],
            );
          },
        ));
    }
  }
});
