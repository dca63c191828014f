// A device without room from any step of a session on: what stood there stays, what can't be kept is said, and once
// there is room again all of it is kept. And the page ended after any step: the next one has what was typed.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "../engines/index.mjs";
import { serveSite } from "../serving.mjs";
import { soon } from "../soon.mjs";
import { alerts, area, many, missing, stored } from "./session.mjs";

/** @type {import("../engines/index.mjs").Engine} */
let engine;
/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
before(async () => {
  [engine, site] = await Promise.all([launch(), serveSite()]);
});
after(async () => {
  await engine?.close();
  site?.close();
});

/** Leaves the stores no room but that many characters in all, or but what is in them now, until it is called off. */
const withoutRoom = `(room) => {
  const set = Storage.prototype.setItem;
  const size = (storage, but) => Object.entries(storage).reduce((sum, [key, text]) => sum + (key === but ? 0 : key.length + text.length), 0);
  const limits = new Map([localStorage, sessionStorage].map((storage) => [storage, room ?? size(storage)]));
  globalThis.makeRoom = () => { Storage.prototype.setItem = set; };
  Storage.prototype.setItem = function (key, text) {
    if (size(this, key) + key.length + text.length > limits.get(this)) throw new DOMException("full", "QuotaExceededError");
    set.call(this, key, text);
  };
}`;

/** @param {string} text of an alert */
const saysUnkept = (text) => /inte spara[dt]|följer inte med/.test(text);

/** @param {import("./session.mjs").Session} session @param {(page: import("../engines/index.mjs").Page) => Promise<void>} walk */
async function visit({ path, ready }, walk) {
  const page = await engine.open();
  try {
    await page.goto(site.home + path);
    await page.until("the page", ready);
    await walk(page);
  } finally {
    await page.close();
  }
}

for (const [name, session] of Object.entries({ area, many })) {
  for (const [room, called] of [
    [0, "no room at all"],
    [1024, "1024 characters"],
    [null, "no room for more"],
  ]) {
    describe(`${name}: ${called}`, () => {
      for (let from = 0; from <= session.steps.length; from += 1) {
        test(`from before ${(session.steps[from] ?? session.last).what} on`, () =>
          visit(session, async (page) => {
            const done = session.steps.slice(0, from).flatMap(({ leaves }) => leaves);
            for (const step of session.steps.slice(0, from)) await step.take(page);
            await soon.deepEqual(() => missing(page, done), []);
            const kept = /** @type {Record<string, string>} */ (await page.evaluate(stored));
            await page.evaluate(withoutRoom, room);
            for (const step of [...session.steps.slice(from), session.last]) {
              await step.take(page);
              await soon.ok(async () => {
                const lost = await missing(page, step.leaves);
                const said = /** @type {string[]} */ (await page.evaluate(alerts));
                return lost.length === 0 || said.some(saysUnkept);
              }, `${step.what} is kept, or it is said that it is not`);
              const now = /** @type {Record<string, string>} */ (await page.evaluate(stored));
              assert.deepEqual(
                Object.keys(kept).filter((key) => now[key] === undefined),
                [],
                `after ${step.what} everything that was kept is there`,
              );
            }
            await page.evaluate("() => makeRoom()");
            await session.steps.at(-1)?.take(page);
            await session.last.take(page);
            const all = session.steps.flatMap(({ leaves }) => leaves).filter((text) => text !== "57,4" && text !== "Ses i maj");
            await soon.deepEqual(() => missing(page, [...all, ...session.last.leaves]), []);
            await soon.deepEqual(async () => /** @type {string[]} */ (await page.evaluate(alerts)).filter(saysUnkept), []);
          }));
      }
    });
  }

  describe(`${name}: the page ends`, () => {
    for (let end = 1; end <= session.steps.length; end += 1) {
      test(`after ${session.steps[end - 1]?.what}`, () =>
        visit(session, async (page) => {
          for (const step of session.steps.slice(0, end)) await step.take(page);
          const typed = session.steps.slice(0, end).flatMap(({ leaves }) => leaves);
          await page.goto(`${site.home}about/`);
          await page.goto(site.home + session.path);
          await page.until("the page", session.ready);
          assert.deepEqual(await missing(page, typed), []);
          assert.deepEqual(await page.evaluate(alerts), []);
        }));
    }
  });
}
