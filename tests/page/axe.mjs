// What axe finds in a page: nothing, in any state.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";

/** The rules about colours: in the dark nothing else is other than in the light, where all rules are tried. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * Every rule that axe runs by itself, and the size of what one points at (WCAG 2.2, 2.5.8), which it leaves out.
 *
 * @param {import("playwright-core").Page} page
 * @param {{ state?: string, within?: string }} [options] state is named where something is found; within is a selector
 */
export async function nothingFound(page, { state, within } = {}) {
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  // The site has no frames, for which axe would open a page of its own each time.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  if (isDark) builder.withRules(OF_COLOURS);
  else builder.options({ rules: { "target-size": { enabled: true } } });
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  const findings = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target, html }) => `${target.join(" ")} ${html.slice(0, 200)}`).join(", ")}`,
  );
  assert.deepEqual(findings, [], state);
}
