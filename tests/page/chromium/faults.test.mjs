// Faults at work and hostile input: a module that traps, damaged work on the device, texts and files made to do harm.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium } from "../engines/chromium.mjs";
import { serveSite } from "../serving.mjs";
import { openPanel } from "../panel.mjs";
import { soon } from "../soon.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
before(async () => {
  browser = await launchChromium({ keepsSite: true });
  site = await serveSite();
});
after(async () => {
  await browser?.close();
  site?.close();
});

/** Lets the exports of a module trap whose names hold `globalThis.trap`, as an unreachable instruction does. */
const trapping = () => {
  const instantiate = WebAssembly.instantiate;
  // @ts-expect-error only the form that the bindings use
  WebAssembly.instantiate = async (source, imports) => {
    const made = /** @type {any} */ (await instantiate(source, imports));
    const { instance = made, module } = made;
    const exports = Object.fromEntries(
      Object.entries(instance.exports).map(([name, one]) => [
        name,
        typeof one !== "function"
          ? one
          : (/** @type {unknown[]} */ ...args) => {
              const { trap } = /** @type {{ trap?: string }} */ (globalThis);
              if (trap !== undefined && name.toLowerCase().includes(trap)) throw new WebAssembly.RuntimeError("unreachable");
              return one(...args);
            },
      ]),
    );
    return { instance: { exports }, module };
  };
};

/**
 * @param {(page: import("playwright-core").Page) => Promise<void>} scenario
 * @param {{ before?: (page: import("playwright-core").Page) => Promise<unknown>, at?: string, errors?: RegExp }} [options]
 *   errors: what may be reported; anything else fails the test
 */
async function visit(scenario, { before: prepare, at = "", errors = /^$/ } = {}) {
  const context = await browser.newContext({ locale: "sv-SE" });
  const page = await context.newPage();
  /** @type {string[]} */
  const reported = [];
  page.on("pageerror", (error) => reported.push(error.message));
  page.on("dialog", (dialog) => {
    reported.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (message.type() === "error") reported.push(message.text());
  });
  try {
    await prepare?.(page);
    await page.goto(site.home + at);
    await page.locator("[data-verdict]").waitFor();
    await scenario(page);
    assert.deepEqual(
      reported.filter((text) => !errors.test(text)),
      [],
    );
  } finally {
    await context.close();
  }
}

const stopped = "Något i sidan har stannat";

describe("a module that traps", () => {
  test("while a figure is typed: a sentence, a way on, and nothing typed is lost", () =>
    visit(
      async (page) => {
        await page.locator('input[name="turnout"]').fill("74,9");
        await page.evaluate("globalThis.trap = 'answer'");
        await page.locator('input[name="employment"]').fill("58,2");
        await page.getByRole("alert").filter({ hasText: stopped }).waitFor();
        await soon.equal(() => page.locator("[data-verdict]").count(), 0, "no answer stands there that can't be relied on");
        await page.getByRole("button", { name: "Ladda om" }).click();
        await page.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
        await soon.equal(() => page.locator('input[name="turnout"]').inputValue(), "74,9");
      },
      { before: (page) => page.addInitScript(trapping) },
    ));

  test("behind a button: a sentence, a way on, and nothing typed is lost", () =>
    visit(
      async (page) => {
        await page.locator('input[name="employment"]').fill("58,2");
        await openPanel(page, "Dela");
        await page.getByLabel("Länken", { exact: true }).waitFor();
        await page.evaluate("globalThis.trap = 'embedrecord'");
        await openPanel(page, "Skriv ut");
        await page.getByRole("button", { name: "Spara som webbsida" }).click();
        await page.getByRole("alert").filter({ hasText: stopped }).waitFor();
        await page.getByRole("button", { name: "Ladda om" }).click();
        await page.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
      },
      { before: (page) => page.addInitScript(trapping), errors: /unreachable/ },
    ));

  test("in a panel: the rest of the page goes on, and nothing typed is lost", () =>
    visit(
      async (page) => {
        for (const [name, text] of [
          ["employment", "58,2"],
          ["long-term-unemployment", "10,1"],
          ["low-education", "28,1"],
          ["turnout", "76"],
        ]) {
          await page.locator(`input[name="${name}"]`).fill(`${text}`);
        }
        await page.evaluate("globalThis.trap = 'whatif'");
        await openPanel(page, "Hur nära gränsen?");
        await page.getByRole("alert").filter({ hasText: stopped }).waitFor();
        await soon.equal(() => page.locator('input[name="turnout"]').inputValue(), "76");
        await page.getByRole("button", { name: "Ladda om" }).click();
        await page.locator('[data-criterion="turnout"][data-outcome="not-met"]').waitFor();
        await soon.equal(() => page.locator('input[name="employment"]').inputValue(), "58,2");
      },
      { before: (page) => page.addInitScript(trapping) },
    ));
});

const hostile = {
  markup: '"><img src=x onerror=alert(1)><script>alert(2)</script>',
  "a text that turns the direction": "\u202Etxet\u2066\u202D 12",
  "a lone surrogate": "a\uD800b\uDC00",
  NUL: "a\0b",
};

describe("hostile texts", () => {
  for (const [name, text] of Object.entries(hostile)) {
    test(`${name} as a figure and as a name is text and nothing else, and comes back from the device as it was`, () =>
      visit(async (page) => {
        await page.locator('input[name="employment"]').fill(text);
        await page.locator('input[name="employment"][aria-invalid]').waitFor();
        await soon.equal(() => page.locator('[data-criterion="employment"]').getAttribute("data-outcome"), "unknown");
        await page.locator('input[name="employment"]').fill("58,2");
        await openPanel(page, "Jämför scenarier");
        await page.getByRole("button", { name: "Nytt scenario" }).click();
        const field = page.getByLabel("Namn", { exact: true });
        await field.fill(text);
        const shown = (await field.inputValue()).trim().replace(/\p{Surrogate}/gu, "\uFFFD");
        await page.waitForFunction(() => JSON.parse(localStorage.getItem("troskel.work") ?? "{}").scenarios?.[0]?.name !== "Scenario 1");
        await page.reload();
        await openPanel(page, "Jämför scenarier");
        const restored = /** @type {string} */ (await page.locator("table.compare thead th").nth(1).textContent());
        assert.ok(restored.includes(shown), `${JSON.stringify(restored)} holds ${JSON.stringify(shown)}`);
        await soon.equal(() => page.locator("img, script:not([src])").count(), 0);
      }));
  }
});

/** @param {import("playwright-core").Page} page @param {string} value */
const keep = (page, value) =>
  page.addInitScript((text) => {
    if (sessionStorage.getItem("test") === null) localStorage.setItem("troskel.work", text);
    sessionStorage.setItem("test", "1");
  }, value);

describe("damaged work on the device", () => {
  /** @type {Record<string, string>} */
  const damaged = {
    "half of it": '{"format":"troskel-work","version":1,"criteria":{"id":"promemo',
    "another kind of document": '{"format":"something-else"}',
    "JSON ten thousand deep": "[".repeat(10_000) + "]".repeat(10_000),
    "a name where a list belongs":
      '{"format":"troskel-work","version":1,"criteria":{"id":"promemoria-2018","hash":"","set":null},"reading":{},"area":{},"figures":{},"scenarios":"x"}',
    "no JSON at all": "\0\uFFFF<script>",
  };
  for (const [name, text] of Object.entries(damaged)) {
    test(`${name}: it is said, set aside to be saved, and the page works`, () =>
      visit(
        async (page) => {
          await page.locator(".notices .notice").first().waitFor();
          const aside = await page.evaluate(() => localStorage.getItem("troskel.work.damaged.1"));
          assert.equal(aside, text);
          await page.locator('input[name="employment"]').fill("58,2");
          await page.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
        },
        { before: (page) => keep(page, text) },
      ));
  }
});

test("a fragment of 10 MB is refused in a sentence at once, and the page works", () =>
  visit(async (page) => {
    const took = await page.evaluate(async () => {
      location.hash = `#1.${"A".repeat(10_000_000)}`;
      // The browser takes its own time for such an address; the page's time is what counts.
      await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
      const since = performance.now();
      while (document.querySelector(".notices .notice") === null) await new Promise((resolve) => setTimeout(resolve, 20));
      return performance.now() - since;
    });
    assert.ok(took < 5000, `${took} ms`);
    await page.locator('input[name="employment"]').fill("58,2");
    await page.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
  }));
