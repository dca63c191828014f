// A long session in steps, each with what it leaves to be kept, and where the page says so if it can't be.

import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { manyPage } from "../many-page.mjs";

/**
 * @typedef {object} Step
 * @property {string} what
 * @property {(page: import("../engines/index.mjs").Page) => Promise<unknown>} take
 * @property {string[]} leaves texts that stand in a store afterwards
 * @property {true} [readsAnew] whether it reads the files anew by itself
 */

/** @typedef {{ path: string, ready: string, steps: Step[], last: Step }} Session */

/** Opens a panel, unless it is open. @param {import("../engines/index.mjs").Page} page @param {string} name */
async function open(page, name) {
  const button = `button[data-panel="${name}"]`;
  await page.evaluate("() => { document.querySelector('.panels-more').open = true; }");
  if ((await page.attribute(button, "aria-expanded")) !== "true") await page.click(button);
}

/** Types an area's figures, names it, keeps a scenario. @type {Session} */
export const area = {
  path: "",
  ready: "() => document.querySelector('[data-verdict]') !== null",
  steps: [
    { what: "a percentage", take: (page) => page.fill('input[name="employment"]', "57,4"), leaves: ["57,4"] },
    {
      what: "a count",
      take: async (page) => {
        await page.click('[data-criterion="turnout"] button[data-input-mode="count"]');
        await page.fill('input[name="turnout.count"]', "713");
        await page.fill('input[name="turnout.total"]', "997");
      },
      leaves: ["713", "997"],
    },
    {
      what: "a name",
      take: async (page) => {
        await open(page, "share");
        await page.fill(".share-name input", "Lilla torget");
      },
      leaves: ["Lilla torget"],
    },
    {
      what: "a scenario",
      take: async (page) => {
        await open(page, "compare");
        await page.click(".compare-actions button");
        await page.fill(".editor-name input", "Spår B");
      },
      leaves: ["Spår B"],
    },
  ],
  last: { what: "another percentage", take: (page) => page.fill('input[name="employment"]', "58,3"), leaves: ["58,3"] },
};

const file = path.join(tmpdir(), `troskel-walk-${process.pid}.csv`);
writeFileSync(file, "Områdeskod;Område;Valdeltagande 2022\n0180R001;Ena;0,749\n0180R002;Andra;0,8\n");

/** Brings a file, chooses a reading and a filter, writes notes. @type {Session} */
export const many = {
  path: "many/",
  ready: "() => document.querySelector('input[type=file][name=files]') !== null",
  steps: [
    { what: "a file", take: (page) => manyPage(page).choose([file]), leaves: [path.basename(file)] },
    {
      what: "how a figure is read",
      take: async (page) => {
        await manyPage(page).press(/^andelar/i, "[data-question]");
        await page.until("the answer", "() => document.querySelector('[data-question]') === null");
      },
      leaves: ['"recipes":[{'],
      readsAnew: true,
    },
    { what: "a reading", take: (page) => manyPage(page).pick("require", "any"), leaves: ['"require":"any"'] },
    { what: "a filter", take: (page) => manyPage(page).filter("verdict", "meets"), leaves: ['"verdict":"meets"'] },
    {
      what: "notes",
      take: async (page) => {
        await page.evaluate("() => { document.querySelector('details.project').open = true; }");
        await page.fill("textarea[name=project-notes]", "Ses i maj");
      },
      leaves: ["Ses i maj"],
    },
  ],
  last: { what: "more notes", take: (page) => page.fill("textarea[name=project-notes]", "Ses i juni"), leaves: ["Ses i juni"] },
};

/** What the stores hold, by key. */
export const stored = `() => Object.fromEntries([localStorage, sessionStorage].flatMap((storage, nth) =>
  Object.entries(storage).filter(([key]) => key.startsWith("troskel.")).map(([key, text]) => [nth + " " + key, text])))`;

/** What is told. */
export const alerts = "() => [...document.querySelectorAll('[role=alert]')].map((one) => one.textContent)";

/** @param {import("../engines/index.mjs").Page} page @param {string[]} texts @returns {Promise<string[]>} those that are in no store */
export async function missing(page, texts) {
  const all = Object.values(/** @type {Record<string, string>} */ (await page.evaluate(stored))).join("\n");
  return texts.filter((text) => !all.includes(text));
}
