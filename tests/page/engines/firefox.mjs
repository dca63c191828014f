// Firefox through WebDriver BiDi, by puppeteer-core.

import puppeteer from "puppeteer-core";
import { lookFor } from "../../../tools/browsers.mjs";
import { Missing } from "../../../tools/process.mjs";
import { patience, readers } from "./index.mjs";

/**
 * @param {import("puppeteer-core").Page} page
 * @returns {import("./index.mjs").Page}
 */
function driver(page) {
  /** @type {import("./index.mjs").Page["evaluate"]} */
  const evaluate = async (source, ...args) => {
    const text = await page.evaluate(`JSON.stringify((${source})(...${JSON.stringify(args)})) ?? "null"`);
    return JSON.parse(/** @type {string} */ (text));
  };
  const shared = readers({ evaluate });
  return {
    ...shared,
    evaluate,
    goto: async (url) => void (await page.goto(url, { waitUntil: "load" })),
    start: async (url) => {
      // Not awaited: the answer comes when the page has loaded, which it may not do in such a test.
      page.goto(url).catch(() => undefined);
      await page.waitForFunction((/** @type {string} */ wanted) => location.href.startsWith(wanted), {}, url);
    },
    fill: async (selector, text) => {
      const field = await page.waitForSelector(selector);
      await field?.focus();
      await page.evaluate((/** @type {string} */ at) => /** @type {HTMLInputElement} */ (document.querySelector(at)).select(), selector);
      await page.keyboard.press("Backspace");
      await page.keyboard.type(text);
    },
    click: async (selector) => {
      await shared.still(selector);
      const target = await page.$(selector);
      await target?.click();
    },
    press: (key) => page.keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (key)),
    upload: async (selector, paths) => {
      const field = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement> | null} */ (await page.waitForSelector(selector));
      await field?.uploadFile(...paths);
    },
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot({ fullPage: true })),
    close: () => page.browserContext().close(),
  };
}

/** @param {import("./index.mjs").Launch} [options] @returns {Promise<import("./index.mjs").Engine>} */
export async function launch({ keepsSite = false } = {}) {
  const answer = await lookFor("firefox", false);
  if ("missing" in answer) throw new Missing(answer.missing);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: answer.found.browser,
    headless: true,
    extraPrefsFirefox: { "dom.serviceWorkers.enabled": keepsSite },
  });
  return {
    name: "Firefox",
    version: await browser.version(),
    open: async () => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      return driver(page);
    },
    close: () => browser.close(),
  };
}
