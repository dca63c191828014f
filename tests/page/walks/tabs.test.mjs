// Two and three tabs of one device, whose people name their areas and type figures in any order, and leave: whatever was
// typed is kept in some place, or stands in its tab, which says what became of it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "../engines/index.mjs";
import { serveSite } from "../serving.mjs";
import { soon } from "../soon.mjs";

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

/** Every order in which people, each with their own order of actions, can act. @param {string[][]} people @returns {string[][]} */
function orders(people) {
  if (people.every((actions) => actions.length === 0)) return [[]];
  return people.flatMap((actions, nth) => {
    const [first, ...rest] = actions;
    return first === undefined ? [] : orders(people.with(nth, rest)).map((order) => [first, ...order]);
  });
}

const people = ["Ett", "Två", "Tre"];
const figures = ["11", "22", "33"];

/** A window's document; the first is the page itself, the others were opened by it. */
const inTab = "const tab = nth === 0 ? window : globalThis.tabs[nth - 1]; const document = tab.document;";

/** Opens another tab as a person's press does. @param {import("../engines/index.mjs").Page} page @param {number} nth */
async function openTab(page, nth) {
  await page.evaluate(`() => {
    globalThis.tabs ??= [];
    const button = document.createElement("button");
    button.id = "open-tab";
    button.textContent = "+";
    button.style.cssText = "position: fixed; inset: 0 auto auto 0; z-index: 9999";
    button.onclick = () => { globalThis.tabs.push(open(location.href)); button.remove(); };
    document.body.append(button);
  }`);
  await page.click("#open-tab");
  await page.until(
    "the other tab",
    `(nth) => { ${inTab} return document.querySelector("[data-verdict]") !== null && document.querySelector('button[data-panel="share"]') !== null; }`,
    nth,
  );
}

/** @param {import("../engines/index.mjs").Page} page @param {number} nth @param {string} selector @param {string} text */
const type = (page, nth, selector, text) =>
  page.until(
    `${selector} in tab ${nth}`,
    `(nth, selector, text) => {
      ${inTab}
      const field = document.querySelector(selector);
      if (field === null) return false;
      field.focus();
      field.value = text;
      field.dispatchEvent(new tab.InputEvent("input", { bubbles: true }));
      return true;
    }`,
    nth,
    selector,
    text,
  );

/** What the device keeps, and what each tab shows and says. @param {import("../engines/index.mjs").Page} page @param {number} count */
const state = (page, count) =>
  page.evaluate(
    `(count) => ({
      kept: Object.entries(localStorage).filter(([key]) => key.startsWith("troskel.")).map(([, text]) => text),
      tabs: Array.from({ length: count }, (_, nth) => {
        ${inTab}
        return {
          name: document.querySelector(".share-name input")?.value ?? "",
          employment: document.querySelector('input[name="employment"]').value,
          said: [...document.querySelectorAll(".notices .notice, [role=alert]")].map((one) => one.textContent).join(" "),
        };
      }),
    })`,
    count,
  );

/** @param {number} count @param {string[]} order an action is a tab's number and what is done there */
async function walk(count, order) {
  const page = await engine.open();
  try {
    await page.goto(site.home);
    await page.until("the core", "() => document.querySelector('[data-verdict]') !== null");
    for (let nth = 1; nth < count; nth += 1) await openTab(page, nth);
    for (let nth = 0; nth < count; nth += 1)
      await page.until(
        "the panel",
        `(nth) => {
          ${inTab}
          if (document.querySelector(".share-name input") !== null) return true;
          const button = document.querySelector('button[data-panel="share"]');
          if (button.getAttribute("aria-expanded") !== "true") button.click();
          return false;
        }`,
        nth,
      );
    for (const action of order) {
      const nth = Number(action[0]);
      if (action.endsWith("name")) await type(page, nth, ".share-name input", people[nth] ?? "");
      else await type(page, nth, 'input[name="employment"]', figures[nth] ?? "");
    }
    const holds = (/** @type {any} */ { kept, tabs }, /** @type {number} */ nth) =>
      kept.some((/** @type {string} */ text) => text.includes(`"${people[nth]}"`) && text.includes(`"${figures[nth]}"`)) ||
      (tabs[nth].name === people[nth] && tabs[nth].employment === figures[nth] && /annan flik/.test(tabs[nth].said));
    await soon.deepEqual(async () => {
      const now = await state(page, count);
      return [...people.keys()].slice(0, count).filter((nth) => !holds(now, nth));
    }, []);
    // They leave, the last one first, without a choice.
    for (let nth = count - 1; nth >= 0; nth -= 1)
      await page.evaluate(`(nth) => { ${inTab} tab.dispatchEvent(new tab.Event("pagehide")); }`, nth);
    const { kept } = await state(page, count);
    for (let nth = 0; nth < count; nth += 1)
      assert.ok(
        kept.some((text) => text.includes(`"${people[nth]}"`) && text.includes(`"${figures[nth]}"`)),
        `${people[nth]} is kept after all have left: ${kept.join("\n")}`,
      );
  } finally {
    await page.close();
  }
}

describe("two tabs", () => {
  for (const order of orders([
    ["0 name", "0 figure"],
    ["1 name", "1 figure"],
  ]))
    test(order.join(", "), () => walk(2, order));
});

describe("three tabs", () => {
  for (const order of orders([
    ["0 figure", "0 name"],
    ["1 name", "1 figure"],
    ["2 name", "2 figure"],
  ]).filter((_, nth) => nth % 9 === 0))
    test(order.join(", "), () => walk(3, order));
});
