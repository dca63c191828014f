// Opening a panel of *Ett område*: those for planners are folded away until they are wanted.

/** @param {import("playwright-core").Page} page */
export async function unfold(page) {
  await page.locator(".panels-more").evaluate((details) => {
    /** @type {HTMLDetailsElement} */ (details).open = true;
  });
}

/** @param {import("playwright-core").Page} page @param {string} name what its button says */
export async function openPanel(page, name) {
  await unfold(page);
  await page.getByRole("button", { name, exact: true }).click();
}
