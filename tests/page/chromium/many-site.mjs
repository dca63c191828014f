// The view of many areas in Chromium with files of a test's own: site, browser and folder for as long as a file of tests runs.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { driver, launchChromium } from "../engines/chromium.mjs";
import { manyPage } from "../many-page.mjs";
import { serveSite } from "../serving.mjs";

/** @typedef {ReturnType<typeof manyPage>} Many */

export function manySite() {
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serveSite>>} */
  let site;
  /** @type {string} */
  let folder;
  before(async () => {
    browser = await launchChromium();
    site = await serveSite();
    folder = mkdtempSync(path.join(tmpdir(), "troskel-many-"));
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await browser?.close();
    site?.close();
  });

  /** Opens the view in a tab of a profile. @param {import("playwright-core").BrowserContext} context */
  async function open(context, address = "many/") {
    const page = await context.newPage();
    await page.goto(site.home + address);
    return { page, many: manyPage(driver(page)) };
  }

  return {
    open,
    /** A browser's profile of its own. */
    profile: () => browser.newContext(),
    /** Writes a file of its own for a test. @param {string} name @param {string | Uint8Array | string[]} content a list is of lines */
    file(name, content) {
      const at = path.join(folder, name);
      writeFileSync(at, Array.isArray(content) ? [...content, ""].join("\n") : content);
      return at;
    },
    /** @param {(page: import("playwright-core").Page, many: Many) => Promise<void>} scenario */
    async visit(scenario, address = "many/") {
      const context = await browser.newContext();
      try {
        const { page, many } = await open(context, address);
        await scenario(page, many);
      } finally {
        await context.close();
      }
    },
  };
}
