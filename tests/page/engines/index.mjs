// One thin driver over three engines, so that the same scenario runs in Chromium, Firefox and WebKit.

/**
 * A tab. Selectors are CSS; a selector that matches nothing is waited for until the driver's patience ends.
 *
 * @typedef {object} Page
 * @property {(url: string) => Promise<void>} goto loads a page and waits until it has loaded
 * @property {(url: string) => Promise<void>} start begins to load a page and does not wait
 * @property {(selector: string, text: string) => Promise<void>} fill clears a field and types into it, key by key
 * @property {(selector: string) => Promise<void>} click
 * @property {(key: string) => Promise<void>} press one key by its name in `KeyboardEvent.key`, such as "Tab" or "Enter"
 * @property {(selector: string) => Promise<string>} text the text content of the first match, blanks run together
 * @property {(selector: string, name: string) => Promise<string | null>} attribute of the first match
 * @property {(selector: string) => Promise<number>} count how many match now
 * @property {<T>(source: string, ...args: unknown[]) => Promise<T>} evaluate runs the source of a function in the page;
 *   arguments and result are JSON
 * @property {(selector: string, paths: string[]) => Promise<void>} upload puts files into a file input
 * @property {(width: number, height: number) => Promise<void>} resize sets the size of the page's own view
 * @property {() => Promise<Buffer>} screenshot a PNG
 * @property {(what: string, source: string, ...args: unknown[]) => Promise<void>} until waits until the function is true in the page
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} version
 * @property {() => Promise<Page>} open a fresh tab of its own, without anything stored
 * @property {() => Promise<void>} close
 */

/** The files of tests beside this folder that are written for any engine, by their names; the others need Chromium. */
export const everyEngine = ["area", "fetch", "files", "many", "many-report", "many-sets", "many-views", "panels", "understood"];

/** How long a driver waits for what a page should do, in milliseconds. */
export const patience = 30_000;

/** The engine that the tests run in: `TROSKEL_ENGINE`, else Chromium. */
export const engineName = process.env["TROSKEL_ENGINE"] ?? "chromium";

/**
 * @typedef {object} Launch
 * @property {boolean} [keepsSite] whether the site is kept for use offline, as in a person's browser: each tab's profile then
 *   fetches and checks all of it once more, so only tests of that ask for it. WebKit's driver has no way to leave it out
 * @property {string[]} [flags] more flags for Chromium
 */

/** @param {Launch} [options] @returns {Promise<Engine>} */
export async function launch(options = {}) {
  switch (engineName) {
    case "chromium":
      return (await import("./chromium.mjs")).launch(options);
    case "firefox":
      return (await import("./firefox.mjs")).launch(options);
    case "webkit":
      return (await import("./webkit.mjs")).launch();
    default:
      throw new Error(`TROSKEL_ENGINE is ${engineName}: chromium, firefox or webkit was expected`);
  }
}

/**
 * What every driver shares: reading the page is evaluating in it.
 *
 * @param {Pick<Page, "evaluate">} driver
 * @returns {Pick<Page, "text" | "attribute" | "count" | "until"> & { still: (selector: string) => Promise<void> }}
 */
export function readers({ evaluate }) {
  /** @type {Page["until"]} */
  const until = async (what, source, ...args) => {
    const end = performance.now() + patience;
    let last = "";
    for (;;) {
      try {
        if (await evaluate(source, ...args)) return;
      } catch (error) {
        // The page may be between two documents.
        last = error instanceof Error ? `: ${error.message}` : "";
      }
      if (performance.now() > end) throw new Error(`waited in vain for ${what}${last}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  /** @param {string} selector */
  const there = (selector) => until(selector, "(selector) => document.querySelector(selector) !== null", selector);
  return {
    until,
    // As a person does who aims: what is clicked lies clear of the answer at the foot, and what was typed before may
    // still move what is below, so that a click would miss.
    still: async (selector) => {
      await there(selector);
      await evaluate("(selector) => document.querySelector(selector)?.scrollIntoView({ block: 'center', behavior: 'instant' })", selector);
      const end = performance.now() + patience;
      const place = () => evaluate("(selector) => JSON.stringify(document.querySelector(selector)?.getBoundingClientRect())", selector);
      for (let [before, now] = ["", await place()]; now !== before && performance.now() < end; [before, now] = [now, await place()]) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    count: (selector) => evaluate("(selector) => document.querySelectorAll(selector).length", selector),
    text: async (selector) => {
      await there(selector);
      return evaluate("(selector) => document.querySelector(selector).textContent.replace(/\\s+/g, ' ').trim()", selector);
    },
    attribute: async (selector, name) => {
      await there(selector);
      return evaluate("(selector, name) => document.querySelector(selector).getAttribute(name)", selector, name);
    },
  };
}
