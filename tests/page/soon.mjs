// Assertions on what a page shows: a page answers in its own time, so each reads again until it holds or patience ends.

import assert from "node:assert/strict";
import { patience } from "./engines/index.mjs";

/**
 * Runs a check again until it passes; after that its last failure counts.
 *
 * @param {() => Promise<void>} check
 */
async function until(check) {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }
}

/**
 * The assertions of `node:assert`, each on what a function reads from the page.
 *
 * @type {{ [name in "equal" | "notEqual" | "deepEqual" | "match" | "doesNotMatch" | "ok"]: (read: () => any, ...rest: any[]) => Promise<void> }}
 */
export const soon = /** @type {any} */ (
  Object.fromEntries(
    /** @type {const} */ (["equal", "notEqual", "deepEqual", "match", "doesNotMatch", "ok"]).map((name) => {
      const holds = /** @type {(...all: any[]) => void} */ (assert[name]);
      return [name, (/** @type {() => any} */ read, /** @type {any[]} */ ...rest) => until(async () => holds(await read(), ...rest))];
    }),
  )
);
