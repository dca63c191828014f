// Making criteria of one's own in steps: back without loss, each fault told where it is, and used only once it was seen.

import { after, before, test } from "node:test";
import { nothingFound } from "./axe.mjs";
import { field, open, outcome, words } from "./set-panel.mjs";
import { openSite } from "./site.mjs";
import { soon } from "./soon.mjs";

let site;
before(async () => {
  site = await openSite();
});
after(async () => {
  await site?.close();
});

for (const language of ["sv", "en"]) {
  const said = words[language];
  test(`a set of one's own is made step by step (${language}) with the keyboard, each fault told at its step, and used only once that is said`, async () => {
    const page = await open(site, language, { viewport: { width: 390, height: 780 } });
    const focused = (id) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
    const press = async (selector) => {
      await page.locator(selector).focus();
      await page.keyboard.press("Enter");
    };
    await page.locator('input[name="employment"]').fill("59.9");
    await page.getByRole("button", { name: said.make }).click();
    await nothingFound(page, { state: "the first step" });
    await page.getByRole("button", { name: said.copy }).focus();
    await page.keyboard.press("Enter");
    await focused("own-step-measures");
    await field(page, "criteria[0].threshold.value").fill("");
    await soon.match(() => page.locator('[data-step="measures"]').innerText(), said.toMend);
    await soon.match(() => page.locator(".own-state").innerText(), said.unusable);
    await nothingFound(page, { state: "the second step, with a fault" });

    await press('[data-onward="next"]');
    await focused("own-step-about");
    await soon.equal(() => page.locator(".own-state").count(), 0, "nothing is wrong in this step");
    await field(page, `name.${language}`).fill("Vårt mått");
    await nothingFound(page, { state: "the third step" });

    await press('[data-onward="next"]');
    await focused("own-step-check");
    await soon.equal(() => page.locator(".own-says").count(), 0, "what is not complete says nothing yet");
    await soon.equal(() => page.locator('[data-own="use"]').count(), 0);
    await page.getByRole("button", { name: said.go }).focus();
    await page.keyboard.press("Enter");
    await focused("own-criteria[0].threshold.value");
    await page.keyboard.type("59,5");

    await press('[data-step="check"]');
    await focused("own-step-check");
    await soon.match(() => page.locator(".own-says").innerText(), said.says);
    await soon.equal(() => outcome(page, "employment"), "met", "the memo's are in use still");
    await nothingFound(page, { state: "the last step" });
    await press('[data-own="use"]');
    await focused("own-state");
    await soon.equal(() => outcome(page, "employment"), "not-met");
    await soon.match(() => page.locator(".answer-set").innerText(), /Vårt mått/);

    await press('[data-onward="back"]');
    await focused("own-step-about");
    await press('[data-onward="back"]');
    await focused("own-step-measures");
    await soon.match(() => field(page, "criteria[0].threshold.value").inputValue(), /^59[.,]5$/);
    await soon.ok(() => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    await page.close();
  });
}
