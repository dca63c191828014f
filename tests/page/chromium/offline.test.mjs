// What the device keeps, on good days and bad: the site without a network, damaged files, updates, refused and full storage.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { chromiumFlags, needChromium } from "../../../tools/browsers.mjs";
import { digests } from "../../../tools/offline.mjs";
import { root } from "../../../tools/process.mjs";
import { driver, launchChromium } from "../engines/chromium.mjs";
import { manyPage } from "../many-page.mjs";
import { built, host, kept, mark, otherBuild, refuseStorage, spoiled } from "./hosted.mjs";
import { openPanel } from "../panel.mjs";
import { soon } from "../soon.mjs";

const patience = 30_000;
const turnout = path.join(root, "tests", "fixtures", "joined", "turnout.csv");
const said = {
  ready: "Sidan fungerar nu också utan nät.",
  failed: /^Sidan är inte sparad för användning utan nät/,
  unavailable: /^Webbläsaren låter inte sidan sparas/,
};

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof otherBuild>>} */
let other;
before(async () => {
  browser = await launchChromium({ keepsSite: true });
  other = await otherBuild();
});
after(async () => {
  await browser?.close();
  other?.remove();
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

for (const below of ["/", "/a/b/"]) {
  test(`below ${below} the whole site works without a network after one visit, and says so`, () =>
    visit({ below }, async (site, context) => {
      const page = await open(context, site.home);
      await says(page, said.ready);
      const expected = Object.entries(digests(built)).map(([name, digest]) => [new URL(name, site.home).href, digest]);
      await soon.deepEqual(async () => (await kept(page)).sort(), expected.sort());
      assert.equal(
        expected.filter(([url]) => url?.endsWith(".wasm")).length,
        readdirSync(path.join(built, "assets")).filter((name) => name.endsWith(".wasm")).length,
      );
      site.away(true);
      const addresses = " en en/ about about/ many many/ en/many en/about en/about/ index.html en/index.html en?x=1".split(" ");
      for (const at of addresses) {
        await page.goto(site.home + at);
        await soon.equal(() => page.locator("html").getAttribute("lang"), at.startsWith("en") ? "en" : "sv", at);
        await says(page, at.startsWith("en") ? "The page now works offline too." : said.ready);
        const address = new URL(page.url());
        assert.ok(/(\/|index\.html)$/.test(address.pathname), `${address}: its relative addresses hold`);
      }
      // The page that is left open goes on too: its panels' module was never asked for before.
      await page.goto(site.home);
      await page.locator('input[name="employment"]').fill("58,2");
      await page.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
      await openPanel(page, "Hur nära gränsen?");
      await page.getByText(/Först behövs andel långtidsinskrivna/).waitFor();
      await openPanel(page, "Dela");
      const shared = await open(context, await page.getByLabel("Länken", { exact: true }).inputValue());
      await shared.locator(".notices .notice").waitFor();
      await soon.equal(() => shared.locator('input[name="employment"]').inputValue(), "58,2", "a link opens without a network");
      await page.goto(`${site.home}many/`);
      await manyPage(driver(page)).choose([turnout]);
    }));
}

test("the site is kept after the first view, and what that brought is not fetched twice", () =>
  visit({}, async (site, context) => {
    const page = await open(context, site.home);
    await says(page, said.ready);
    const loaded = await page.evaluate(() => performance.timing.loadEventEnd - performance.timing.navigationStart);
    const worker = /** @type {number} */ (
      await page.evaluate(() => performance.getEntriesByType("resource").find(({ name }) => name.includes("/Device-"))?.startTime)
    );
    assert.ok(worker >= loaded, `what keeps the site was asked for after ${worker} ms, the page had loaded after ${loaded} ms`);
    const twice = site.asked.filter((name, nth) => name.startsWith("/assets/") && site.asked.indexOf(name) !== nth);
    assert.deepEqual(twice, []);
  }));

describe("a file that comes damaged while the site is being kept", () => {
  /** @type {[string, (response: import("node:http").ServerResponse, whole: Buffer) => void][]} */
  const faults = [
    ["404", (response) => void response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found")],
    ["500", (response, whole) => void response.writeHead(500, { "Content-Type": "application/wasm" }).end(whole)],
    [
      "cut off by the connection",
      (response, whole) => {
        response.writeHead(200, { "Content-Type": "application/wasm", "Content-Length": whole.length });
        response.write(whole.subarray(0, 1000));
        setTimeout(() => response.destroy(), 50);
      },
    ],
    [
      "truncated, as if it were whole",
      (response, whole) => void response.writeHead(200, { "Content-Type": "application/wasm" }).end(whole.subarray(0, whole.length / 2)),
    ],
    [
      "tampered with by one bit",
      (response, whole) => {
        const changed = Buffer.from(whole);
        changed[whole.length - 1] = (changed.at(-1) ?? 0) ^ 1;
        response
          .writeHead(200, { "Content-Type": "application/wasm", "Cache-Control": "public, max-age=31536000, immutable" })
          .end(changed);
      },
    ],
  ];
  for (const [name, how] of faults) {
    test(`${name}: it is said, nothing damaged is kept, and another try mends it`, () =>
      visit({}, async (site, context) => {
        site.spoil(spoiled(/\/plan_bg-.*\.wasm$/, how));
        const page = await open(context, site.home);
        await says(page, said.failed);
        const right = new Set(Object.values(digests(built)));
        for (const [url, digest] of await kept(page)) assert.ok(right.has(digest), `${url} is kept damaged`);
        await page.locator('input[name="employment"]').fill("58,2");
        await page.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
        site.spoil(() => false);
        await page.getByRole("button", { name: "Försök igen" }).click();
        await says(page, said.ready);
        await soon.equal(async () => (await kept(page)).length, right.size);
      }));
  }
});

describe("a newer build", () => {
  test("waits until somebody agrees; the other tab goes on with its own and is told", () =>
    visit({}, async (site, context) => {
      const first = await open(context, site.home);
      await says(first, said.ready);
      const second = await open(context, site.home);
      await second.locator('input[name="turnout"]').fill("74,9");
      await second.evaluate(() => caches.open("another site"));
      site.use(other.site);
      await first.reload();
      await soon.equal(() => first.locator(`meta[content="${mark}"]`).count(), 0, "the page is the one that was kept");
      await first.locator(".update").filter({ hasText: "ny version" }).waitFor();
      await second.locator(".update").filter({ hasText: "ny version" }).waitFor();
      await first.locator('input[name="employment"]').fill("58,2");
      await first.getByRole("button", { name: "Byt nu" }).click();
      await first.locator(`meta[content="${mark}"]`).waitFor({ state: "attached" });
      await first.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
      await soon.equal(() => first.locator('input[name="employment"]').inputValue(), "58,2", "what was typed came along");
      await second.locator(".update").filter({ hasText: "annan flik" }).waitFor();
      await soon.equal(() => second.locator(`meta[content="${mark}"]`).count(), 0, "nothing happened under anybody's hands");
      await soon.equal(() => second.locator('input[name="turnout"]').inputValue(), "74,9");
      await soon.equal(
        async () => (await second.evaluate(() => caches.keys())).filter((name) => name !== "another site").length,
        2,
        "the old build stays for the tab that runs on it",
      );
      await (await context.newCDPSession(second)).send("Network.clearBrowserCache");
      site.away(true);
      await openPanel(second, "Hur säkert?");
      await second.locator(".sure-figures").waitFor();
      await second.getByRole("button", { name: "Byt nu" }).click();
      await second.locator(`meta[content="${mark}"]`).waitFor({ state: "attached" });
      await soon.equal(() => second.locator('input[name="turnout"]').inputValue(), "74,9");
      await first.close();
      // A tab that has just been closed may still count as one; the next visit tidies then.
      await soon.equal(async () => {
        await second.reload();
        await second.locator("[data-verdict]").waitFor();
        return (await second.evaluate(() => caches.keys())).length;
      }, 2);
      assert.ok((await second.evaluate(() => caches.keys())).includes("another site"), "nobody else's cache is touched");
    }));

  test("that waits needs the host no more: it takes over without a network", () =>
    visit({}, async (site, context) => {
      const page = await open(context, site.home);
      await says(page, said.ready);
      site.use(other.site);
      await page.reload();
      await page.locator(".update").filter({ hasText: "ny version" }).waitFor();
      site.away(true);
      await page.getByRole("button", { name: "Byt nu" }).click();
      await page.locator(`meta[content="${mark}"]`).waitFor({ state: "attached" });
    }));

  test("that waits stays whole while the page is opened again and again", () =>
    visit({}, async (site, context) => {
      const page = await open(context, site.home);
      await says(page, said.ready);
      site.use(other.site);
      for (let nth = 0; nth < 3; nth += 1) {
        await page.reload();
        await page.locator(".update").filter({ hasText: "ny version" }).waitFor();
      }
      site.away(true);
      await page.getByRole("button", { name: "Byt nu" }).click();
      await page.locator(`meta[content="${mark}"]`).waitFor({ state: "attached" });
      await openPanel(page, "Hur säkert?");
      await page.locator(".sure-figures").waitFor();
    }));

  test("that is only half there is not taken, and the old one stays whole", () =>
    visit({}, async (site, context) => {
      const page = await open(context, site.home);
      await says(page, said.ready);
      site.use(other.site);
      // The host has the new worker already, and still an old page.
      site.spoil((request, response) => {
        if (request.url !== "/en/") return false;
        response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>old</title>");
        return true;
      });
      const outcome = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update().catch(() => undefined);
        const { installing } = registration ?? {};
        await new Promise((resolve) => installing?.addEventListener("statechange", () => resolve(undefined)));
        return [installing?.state, registration?.waiting ?? null];
      });
      assert.deepEqual(outcome, ["redundant", null]);
      site.away(true);
      await page.goto(`${site.home}en/`);
      await says(page, "The page now works offline too.");
      await soon.equal(() => page.locator(`meta[content="${mark}"]`).count(), 0);
    }));

  test("that is opened past the old cache works, and so does the old one afterwards", () =>
    visit({}, async (site, context) => {
      const page = await open(context, site.home);
      await says(page, said.ready);
      site.use(other.site);
      const session = await context.newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.setBypassServiceWorker", { bypass: true });
      await page.reload();
      await page.locator(`meta[content="${mark}"]`).waitFor({ state: "attached" });
      await page.locator("[data-verdict]").waitFor();
      await session.send("Network.setBypassServiceWorker", { bypass: false });
      site.away(true);
      await page.reload();
      await page.locator("[data-verdict]").waitFor();
      await says(page, said.ready);
    }));
});

test("where the browser refuses storage, the page works and says what it can't do", async () => {
  const site = await host();
  const profile = mkdtempSync(path.join(tmpdir(), "profile-"));
  mkdirSync(path.join(profile, "Default"));
  // As a person does in the settings: no site may keep anything.
  writeFileSync(
    path.join(profile, "Default", "Preferences"),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  );
  const { browser: executablePath } = await needChromium();
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: chromiumFlags, locale: "sv-SE" });
  /** @type {string[]} */
  const reported = [];
  context.on("weberror", (error) => reported.push(error.error().message));
  try {
    const storage = () => {
      try {
        return typeof localStorage;
      } catch (error) {
        return /** @type {Error} */ (error).name;
      }
    };
    const tried = await context.newPage();
    await tried.goto(site.home);
    // Chromium without its windows has no such setting.
    if ((await tried.evaluate(storage)) !== "SecurityError") await context.addInitScript(refuseStorage);
    await tried.close();
    const page = await open(context, site.home);
    await soon.equal(() => page.evaluate(storage), "SecurityError", "storage is refused in this test");
    await says(page, said.unavailable);
    await page.locator('input[name="employment"]').fill("58,2");
    await page.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
    await openPanel(page, "Jämför scenarier");
    await page.getByRole("button", { name: "Nytt scenario" }).click();
    await page.locator("table.compare").waitFor();
    // What is made would be kept a moment later; at the page's end it is kept at once.
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    await soon.equal(() => page.locator("table.compare").count(), 1);
    assert.deepEqual(reported, []);
  } finally {
    await context.close();
    site.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

test("where the device is full, nothing is kept by halves, and it is said", () =>
  visit({}, async (site, context) => {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: 200_000 });
    await page.goto(site.home);
    await says(page, said.failed);
    await soon.deepEqual(() => page.evaluate(() => caches.keys()), []);
    await page.locator('input[name="employment"]').fill("58,2");
    await page.locator('[data-criterion="employment"][data-outcome="met"]').waitFor();
    await session.send("Storage.overrideQuotaForOrigin", { origin: site.origin });
    await page.getByRole("button", { name: "Försök igen" }).click();
    await says(page, said.ready);
  }));

test("where there are no service workers, the page works and says what it can't do", () =>
  visit({}, async (site, context) => {
    await context.addInitScript("delete Navigator.prototype.serviceWorker");
    const page = await open(context, site.home);
    await says(page, said.unavailable);
  }));

test("a first visit without a network leaves nothing behind, and the next one works", () =>
  visit({}, async (site, context) => {
    site.away(true);
    await assert.rejects(open(context, site.home));
    site.away(false);
    await says(await open(context, site.home), said.ready);
  }));

test("a network that goes away right after the first view is waited for", () =>
  visit({}, async (site, context) => {
    site.spoil(spoiled(/\/plan_bg-.*\.wasm$/, (response) => response.destroy()));
    const page = await open(context, site.home);
    await says(page, said.failed);
    await context.setOffline(true);
    site.spoil(() => false);
    await context.setOffline(false);
    await says(page, said.ready);
  }));

describe("removing everything", () => {
  test("takes away scenarios, figures, files and worker in every tab, and nothing of anybody else's", () =>
    visit({}, async (site, context) => {
      const page = await open(context, site.home);
      await says(page, said.ready);
      await page.locator('input[name="employment"]').fill("58,2");
      await openPanel(page, "Jämför scenarier");
      await page.getByRole("button", { name: "Nytt scenario" }).click();
      await page.waitForFunction(() => localStorage.getItem("troskel.work") !== null);
      const second = await open(context, site.home);
      await second.locator('input[name="turnout"]').fill("74,9");
      await page.evaluate(async () => {
        localStorage.setItem("another.site", "1");
        await caches.open("another site");
      });
      await page.getByRole("button", { name: "Ta bort allt från den här enheten" }).click();
      await page.getByRole("button", { name: "Avbryt" }).click();
      await soon.notEqual(() => page.evaluate(() => localStorage.getItem("troskel.work")), null, "nothing before it is confirmed");
      await page.getByRole("button", { name: "Ta bort allt från den här enheten" }).click();
      await page.getByRole("button", { name: "Ta bort allt", exact: true }).click();
      for (const tab of [page, second]) {
        await says(tab, "Allt är borttaget från den här enheten.");
        await soon.equal(() => tab.locator('input[name="employment"]').inputValue(), "");
        await soon.equal(() => tab.locator('input[name="turnout"]').inputValue(), "");
        await soon.deepEqual(
          () =>
            tab.evaluate(async () => [
              Object.keys(localStorage),
              Object.keys(sessionStorage),
              await caches.keys(),
              (await navigator.serviceWorker.getRegistrations()).length,
            ]),
          [["another.site"], [], ["another site"], 0],
        );
      }
    }));
});
