// A page comes to life part by part: each takes over what was prerendered as it stands, the text around is left alone and
// comes once, and nothing that a person does meanwhile is lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "../site.mjs";
import { soon } from "../soon.mjs";

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(async () => {
  await site?.close();
});

/**
 * Opens a page whose files of a kind wait until they are let go.
 *
 * @param {string} address @param {string} kind
 */
async function withheld(address, kind) {
  const page = await site.page({});
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  await page.route(kind, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(site.address + address, { waitUntil: "commit" });
  await page.locator("footer").waitFor();
  return { page, release };
}

/** The page's own text, without what is loaded later, what only pages without scripts have, and what is measured. */
function standing() {
  const app = /** @type {Element} */ (document.querySelector("#app")?.cloneNode(true));
  for (const one of app.querySelectorAll('[data-live="device"], noscript')) one.remove();
  for (const one of app.querySelectorAll(".settled")) one.removeAttribute("style");
  return app.innerHTML;
}

for (const address of ["", "en/", "about/", "en/about/", "many/", "hamta/"]) {
  test(`what lives in /${address} is what was prerendered`, async () => {
    const { page, release } = await withheld(address, "**/*.wasm");
    // The last part that comes to life.
    await page.locator('[data-live="device"] > *').first().waitFor();
    const lifeless = await site.page({ javaScriptEnabled: false });
    await lifeless.goto(site.address + address);
    assert.equal(await page.evaluate(standing), await lifeless.evaluate(standing));
    release();
    await lifeless.close();
    await page.close();
  });
}

test("the text of Om kriterierna that does not live is no script as well", async () => {
  const page = await site.page({});
  /** @type {Promise<string>[]} */
  const scripts = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.text());
  });
  await page.goto(`${site.address}about/`);
  await page.locator("[data-planned-sum]").waitFor({ state: "attached" });
  const all = (await Promise.all(scripts)).join("\n");
  const sentences = await page
    .locator("main p")
    .evaluateAll((found) =>
      found.filter((one) => one.closest("[data-live], noscript") === null).map((one) => one.textContent?.trim().slice(0, 60) ?? ""),
    );
  const long = sentences.filter((sentence) => sentence.length === 60);
  assert.ok(long.length > 30, `${long.length}`);
  const twice = long.filter((sentence) => all.includes(sentence));
  // The data of the ceilings, which the answer about a municipality needs, have a sentence of their own.
  assert.ok(twice.length <= 1, twice.join("\n"));
  await page.close();
});

test("what is typed and chosen in Om kriterierna before any script runs is answered once one does", async () => {
  const { page, release } = await withheld("about/", "**/*.js");
  await page.locator("#municipality-field").fill("Gävle");
  await page.locator(".about-folded > summary").first().click();
  await page.locator("#about-start").selectOption("2020");
  await page.locator("#about-day").fill("2019-01-01");
  release();
  await soon.match(() => page.locator('[role="option"]').first().innerText(), /Gävle/);
  await soon.match(() => page.locator(".about-years").innerText(), /2020[\s\S]*2022/);
  await soon.equal(() => page.locator("#about-day").inputValue(), "2019-01-01");
  await soon.ok(async () => (await page.locator(".about-day p").count()) > 0);
  await page.close();
});

test("how exact a figure is can be said before any script runs, and while the page comes to life", async () => {
  const { page, release } = await withheld("", "**/*.js");
  const row = page.locator('[data-criterion="employment"]');
  await row.locator("summary").click();
  await row.locator('input[name="employment"]').fill("59,99");
  await page.locator("#figure-employment-known").fill("1000");
  await page.locator("#municipality-field").fill("Gävle");
  release();
  await soon.equal(() => row.getAttribute("data-outcome"), "met");
  await soon.equal(() => page.locator("#figure-employment-known").inputValue(), "1000");
  // What is live of the explanation has the sum too.
  await row.locator(".trace").waitFor();
  await soon.equal(() => page.locator("#municipality-field").inputValue(), "Gävle");
  await page.close();
});

test("one who types while what is live of an explanation comes goes on in the same field", async () => {
  const { page, release } = await withheld("", "**/Behind*.js");
  const row = page.locator('[data-criterion="employment"]');
  await row.locator('input[name="employment"]').fill("59,99");
  await soon.equal(() => row.getAttribute("data-outcome"), "met");
  await row.locator("summary").click();
  const known = page.locator("#figure-employment-known");
  await known.focus();
  await page.keyboard.type("1200");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  release();
  await row.locator(".trace").waitFor();
  await page.keyboard.type("34");
  assert.equal(await known.inputValue(), "123400");
  await page.close();
});

test("a press and a figure count that come while the page comes to life", async () => {
  const page = await site.page({});
  // Between two parts, as a quick person on a slow device.
  await page.addInitScript(() => {
    const wait = globalThis.setTimeout;
    let acted = false;
    Object.assign(globalThis, {
      setTimeout: (/** @type {() => void} */ run, /** @type {number | undefined} */ ms) =>
        wait(() => {
          run();
          const field = document.querySelector('input[name="employment"]');
          if (acted || ms !== undefined || !(field instanceof HTMLInputElement)) return;
          acted = true;
          field.focus();
          field.value = "58,2";
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          /** @type {HTMLButtonElement} */ (document.querySelector('[data-panel="share"]')).click();
        }, ms),
    });
  });
  await page.goto(site.address);
  await soon.equal(() => page.locator('[data-criterion="employment"]').getAttribute("data-outcome"), "met");
  await page.locator("#panel-share").waitFor();
  await page.close();
});
