// Chromium through Playwright.

import { chromium } from "playwright-core";
import { chromiumFlags, needChromium } from "../../../tools/browsers.mjs";
import { patience, readers } from "./index.mjs";

/**
 * @param {import("playwright-core").Page} page
 * @returns {import("./index.mjs").Page}
 */
export function driver(page) {
  /** @type {import("./index.mjs").Page["evaluate"]} */
  const evaluate = (source, ...args) => page.evaluate(`(${source})(...${JSON.stringify(args)})`);
  return {
    ...readers({ evaluate }),
    evaluate,
    goto: async (url) => void (await page.goto(url)),
    start: async (url) => void (await page.goto(url, { waitUntil: "commit" })),
    fill: async (selector, text) => {
      const field = page.locator(selector).first();
      await field.fill("");
      await field.pressSequentially(text);
    },
    click: (selector) => page.locator(selector).first().click(),
    press: (key) => page.keyboard.press(key),
    upload: (selector, paths) => page.locator(selector).first().setInputFiles(paths),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot({ fullPage: true }),
    close: () => page.context().close(),
  };
}

/** Chromium itself, for tests that need more of Playwright than the three engines share. @param {import("./index.mjs").Launch} [options] */
export async function launchChromium({ keepsSite = false, flags = [] } = {}) {
  const { browser: executablePath } = await needChromium();
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags, ...flags] });
  if (!keepsSite) {
    const newContext = browser.newContext.bind(browser);
    browser.newContext = async (options) => {
      const context = await newContext(options);
      await context.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
      return context;
    };
  }
  return browser;
}

/** @param {import("./index.mjs").Launch} [options] @returns {Promise<import("./index.mjs").Engine>} */
export async function launch(options) {
  const browser = await launchChromium(options);
  return {
    name: "Chromium",
    version: browser.version(),
    open: async () => {
      const context = await browser.newContext();
      context.setDefaultTimeout(patience);
      return driver(await context.newPage());
    },
    close: () => browser.close(),
  };
}
