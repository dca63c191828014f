// What leaves the device: a whole session in every view and both languages, behind a proxy that sees every request.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { digests } from "../../../tools/offline.mjs";
import { root } from "../../../tools/process.mjs";
import { handler, listen } from "../../../tools/serve.mjs";
import { driver, launchChromium } from "../engines/chromium.mjs";
import { manyPage } from "../many-page.mjs";
import { openPanel } from "../panel.mjs";
import { built } from "./hosted.mjs";
import { soon } from "../soon.mjs";

/** The site's name, which only the proxy knows: no request can go around it. */
const home = "http://localhost/";

const words = {
  sv: {
    path: "",
    panels: ["Hur nära gränsen?", "Hur säkert?", "Skriv ut", "Dela", "Jämför scenarier"],
    add: "Nytt scenario",
    ready: "Sidan fungerar nu också utan nät.",
  },
  en: {
    path: "en/",
    panels: ["How near the thresholds?", "How sure?", "Print", "Share", "Compare scenarios"],
    add: "New scenario",
    ready: "The page now works offline too.",
  },
};

/** What the person types, which nobody else may see. */
const secrets = ["57,4321", "742", "1237", "Hemliga gatan"];

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {{ method: string, url: string, sent: number }[]} */
const seen = [];
/** @type {import("node:http").Server} */
let server;
/** @type {string} */
let proxy;
before(async () => {
  browser = await launchChromium({ keepsSite: true });
  const site = handler(built);
  ({ server, origin: proxy } = await listen((request, response) => {
    const url = new URL(request.url ?? "/", home);
    const entry = { method: request.method ?? "", url: url.href, sent: 0 };
    seen.push(entry);
    request.on("data", (chunk) => {
      entry.sent += chunk.length;
    });
    if (url.origin !== new URL(home).origin) return void response.writeHead(502).end();
    request.url = url.pathname + url.search;
    return void site(request, response);
  }, 0));
  server.on("connect", (request, socket) => {
    // The browser may be gone before it has heard.
    socket.on("error", () => undefined);
    // Chromium itself asks its maker what the fields of any form may be for; no page has a say in that.
    if (request.url !== "content-autofill.googleapis.com:443") seen.push({ method: "CONNECT", url: `https://${request.url}`, sent: 0 });
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
});
after(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
});

const session = () => browser.newContext({ locale: "sv-SE", proxy: { server: proxy, bypass: "<-loopback>" } });

/** Every request so far was for a file of the site, and carried nothing but its name. */
function assertOwn() {
  const files = new Set([...Object.keys(digests(built)).map((name) => new URL(name, home).href), `${home}sw.js`]);
  for (const { method, url, sent } of seen) {
    assert.equal(method, "GET", url);
    assert.ok(files.has(url), `${url} is no file of the site`);
    assert.equal(sent, 0, url);
    for (const secret of secrets) assert.ok(!decodeURIComponent(url).includes(secret), url);
  }
}

for (const language of /** @type {const} */ (["sv", "en"])) {
  test(`a whole session asks for nothing but the site's own files (${language})`, async () => {
    seen.length = 0;
    const { path: below, panels, add, ready } = words[language];
    const context = await session();
    const page = await context.newPage();
    await page.goto(home + below);
    await page.locator("[data-verdict]").waitFor();
    await page.locator(".device [role=status]").filter({ hasText: ready }).waitFor();
    for (const name of panels) {
      await openPanel(page, name);
      await page.waitForLoadState("networkidle");
    }
    await page.getByRole("button", { name: add }).waitFor();
    await page.waitForLoadState("networkidle");

    // Everything is there: from here on the view needs nobody, and asks nobody.
    const loaded = seen.length;
    await page.locator('input[name="employment"]').pressSequentially("57,4321");
    const row = page.locator('[data-criterion="low-education"]');
    await row.locator('[data-input-mode="count"]').click();
    await row.locator('input[name="low-education.count"]').fill("742");
    await row.locator('input[name="low-education.total"]').fill("1237");
    await page.locator('[data-criterion="low-education"][data-outcome="met"]').waitFor();
    await page.getByRole("button", { name: add }).click();
    await page.locator("table.compare").waitFor();
    await page.getByLabel(language === "sv" ? "Namn" : "Name", { exact: true }).fill("Hemliga gatan");
    await openPanel(page, panels[3]);
    await page.getByLabel(language === "sv" ? "Länken" : "The link", { exact: true }).waitFor();
    // What would be kept a moment later is kept by then.
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    await soon.match(() => page.evaluate(() => JSON.stringify(localStorage)), /Hemliga gatan/);
    assert.deepEqual(seen.slice(loaded), []);

    await page.goto(`${home}${below}many/`);
    const many = manyPage(driver(page));
    await many.choose([path.join(root, "tests", "fixtures", "joined", "turnout.csv")]);
    await page.goto(`${home}${below}about/`);
    await page.locator(".device [role=status]").filter({ hasText: ready }).waitFor();
    await page.close({ runBeforeUnload: true });
    assertOwn();
    await context.close();
  });
}

test("a request to anybody else would be seen, and the policy refuses it", async () => {
  seen.length = 0;
  const context = await session();
  const page = await context.newPage();
  await page.goto(home);
  const outcome = await page.evaluate(() =>
    fetch("http://other.example/?figure=57,4321").then(
      () => "sent",
      () => "refused",
    ),
  );
  assert.equal(outcome, "refused");
  assertOwn();
  const bare = await context.newPage();
  await bare.goto("http://other.example/").catch(() => undefined);
  assert.throws(assertOwn, /other\.example/);
  await context.close();
});

test("nothing is stored before somebody has made something, but the site itself", async () => {
  const context = await session();
  const page = await context.newPage();
  await page.goto(home);
  await page.locator(".device [role=status]").filter({ hasText: words.sv.ready }).waitFor();
  for (const at of ["about/", "many/", "en/", ""]) {
    await page.goto(home + at);
    const stored = await page.evaluate(async () => {
      const kept = await Promise.all(
        (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
      );
      return {
        keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
        databases: await indexedDB.databases(),
        kept: kept.flat(),
      };
    });
    assert.deepEqual([stored.keys, stored.databases, await context.cookies()], [[], [], []], at);
    assert.deepEqual(
      stored.kept.sort(),
      Object.keys(digests(built))
        .map((name) => new URL(name, home).href)
        .sort(),
    );
  }
  await context.close();
});
