// The view of one area in a test's words: the hooks of the page, which others rely on too.

/** The criteria of the memo's set, in its order. */
export const criteria = ["employment", "long-term-unemployment", "low-education", "turnout"];

/** @param {string} criterion */
const row = (criterion) => `[data-criterion="${criterion}"]`;

/** @param {import("./engines/index.mjs").Page} page */
export function areaPage(page) {
  return {
    /** Waits until the core has loaded: from then on the verdict always has a value. */
    ready: () => page.until("the core", "() => document.querySelector('[data-verdict]') !== null"),
    /** @param {string} criterion @param {"percent" | "count"} mode */
    mode: (criterion, mode) => page.click(`${row(criterion)} button[data-input-mode="${mode}"]`),
    /** @param {string} criterion @param {string} text */
    percent: (criterion, text) => page.fill(`input[name="${criterion}"]`, text),
    /** @param {string} criterion @param {string} count @param {string} total */
    counts: async (criterion, count, total) => {
      await page.click(`${row(criterion)} button[data-input-mode="count"]`);
      await page.fill(`input[name="${criterion}.count"]`, count);
      await page.fill(`input[name="${criterion}.total"]`, total);
    },
    /** @param {string} criterion */
    outcome: (criterion) => page.attribute(row(criterion), "data-outcome"),
    /** @param {string} criterion */
    rowText: (criterion) => page.text(row(criterion)),
    verdict: () => page.attribute("[data-verdict]", "data-verdict"),
    sentence: () => page.text("[data-verdict]"),
  };
}
