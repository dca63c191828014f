// What lies in the site's cache: thrown away by the browser, or put there by another page of the origin.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { digests } from "../../../tools/offline.mjs";
import { launchChromium } from "../engines/chromium.mjs";
import { openPanel } from "../panel.mjs";
import { soon } from "../soon.mjs";
import { built, host, kept, spoiled } from "./hosted.mjs";

const patience = 30_000;
const said = { ready: "Sidan fungerar nu också utan nät." };

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launchChromium({ keepsSite: true });
});
after(async () => {
  await browser?.close();
});

/**
 * A host and a fresh profile, both closed afterwards.
 *
 * @param {{ below?: string }} options
 * @param {(site: Awaited<ReturnType<typeof host>>, context: import("playwright-core").BrowserContext) => Promise<void>} scenario
 */
async function visit(options, scenario) {
  const site = await host(options);
  const context = await browser.newContext({ locale: "sv-SE" });
  context.setDefaultTimeout(patience);
  try {
    await scenario(site, context);
  } finally {
    await context.close();
    site.close();
  }
}

/** @param {import("playwright-core").BrowserContext} context @param {string} address */
async function open(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("[data-verdict]").waitFor();
  return page;
}

/** @param {import("playwright-core").Page} page @param {string | RegExp} words */
const says = (page, words) => page.locator(".device [role=status]").filter({ hasText: words }).first().waitFor();

test("a file that the browser has thrown away is fetched anew, whole or not at all, and kept again", () =>
  visit({}, async (site, context) => {
    const page = await open(context, site.home);
    await says(page, said.ready);
    const all = (await kept(page)).length;
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) if (request.url.includes("/plan_bg-")) await cache.delete(request);
      }
    });
    // Nor has it come to lie elsewhere.
    await (await context.newCDPSession(page)).send("Network.clearBrowserCache");
    site.spoil(
      spoiled(/\/plan_bg-.*\.wasm$/, (response, whole) => {
        // As a host that has the next build already: another file, whole in itself.
        response
          .writeHead(200, { "Content-Type": "application/wasm", "Cache-Control": "no-store" })
          .end(Buffer.concat([whole, Buffer.from([0, 1, 0])]));
      }),
    );
    await page.reload();
    await openPanel(page, "Hur säkert?");
    const again = page.getByRole("button", { name: "Försök igen" });
    await again.waitFor();
    assert.equal((await kept(page)).length, all - 1);
    site.spoil(() => false);
    await again.click();
    await page.locator(".sure-figures").waitFor();
    await soon.equal(async () => (await kept(page)).length, all);
  }));

test("a file that another page of the origin has put into the cache is not served", () =>
  visit({}, async (site, context) => {
    const page = await open(context, site.home);
    await says(page, said.ready);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
          if (url.endsWith(".js"))
            await cache.put(url, new Response("globalThis.planted = true;", { headers: { "Content-Type": "text/javascript" } }));
        }
      }
    });
    await (await context.newCDPSession(page)).send("Network.clearBrowserCache");
    await page.reload();
    await page.locator('input[name="employment"]').fill("58,2");
    await page.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
    assert.equal(await page.evaluate("globalThis.planted"), undefined);
    await soon.ok(async () => {
      const whole = new Set(Object.values(digests(built)));
      return (await kept(page))
        .filter(([url]) => url.includes("/Frame") || url.includes("/index-"))
        .every(([, digest]) => whole.has(digest));
    }, "what was planted is replaced");
  }));

test("the licences of everything shipped stand a link away in every page, without a network too", () =>
  visit({}, async (site, context) => {
    const page = await open(context, `${site.home}en/`);
    await says(page, "The page now works offline too.");
    site.away(true);
    await page.getByRole("link", { name: "Licences of what the page consists of" }).click();
    const listed = await page.locator("body").innerText();
    for (const name of ["preact", "@preact/signals", "serde_json", "wasm-bindgen", "zip"]) {
      assert.ok(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((npm|crates\\.io)\\): \\S`, "m").test(listed), `${name} is listed`);
    }
  }));
