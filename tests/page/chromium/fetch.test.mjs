// Who hears of what: the site as it is shipped, behind a proxy that sees every request. Only *Hämta siffror* may ask
// Statistics Sweden, only once a person has pressed, and nobody else may be asked by anyone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { handler, listen } from "../../../tools/serve.mjs";
import { standIn } from "../../scb/server.mjs";
import { nothingFound } from "../axe.mjs";
import { launchChromium } from "../engines/chromium.mjs";
import { built } from "./hosted.mjs";

const home = "http://localhost/";
const scbHosts = ["https://statistikdatabasen.scb.se", "https://api.scb.se"];

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof standIn>>} */
let scb;
/** What goes wrong with the calls for one of the tables. @type {import("../../scb/server.mjs").Fault | undefined} */
let fault;
/** @type {import("node:http").Server} */
let server;
/** @type {string} */
let proxy;
/** Every request that left the browser for anything but the site. @type {string[]} */
const elsewhere = [];
before(async () => {
  browser = await launchChromium({ keepsSite: true });
  scb = await standIn({ fault: ({ table }) => (table === "TAB6680" ? fault : undefined) });
  const site = handler(built);
  ({ server, origin: proxy } = await listen((request, response) => {
    const url = new URL(request.url ?? "/", home);
    if (url.origin !== new URL(home).origin) {
      elsewhere.push(url.href);
      return void response.writeHead(502).end();
    }
    request.url = url.pathname + url.search;
    return void site(request, response);
  }, 0));
  server.on("connect", (request, socket) => {
    // The browser may be gone before it has heard.
    socket.on("error", () => undefined);
    if (request.url !== "content-autofill.googleapis.com:443") elsewhere.push(`https://${request.url}`);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
});
after(async () => {
  await browser?.close();
  scb?.close();
  server?.close();
  server?.closeAllConnections();
});
beforeEach(() => {
  elsewhere.length = 0;
  fault = undefined;
  scb.calls.length = 0;
  scb.rest();
});

/** A page whose requests to Statistics Sweden's hosts, after the browser's policy has let them through, reach the stand-in. */
async function open() {
  const context = await browser.newContext({ locale: "sv-SE", proxy: { server: proxy, bypass: "<-loopback>" } });
  /** @type {string[]} */
  const asked = [];
  for (const host of scbHosts) {
    await context.route(`${host}/**`, async (route) => {
      const request = route.request();
      asked.push(request.url());
      // What is never answered ends with the stand-in, when no page waits for it any more.
      const answer = await fetch(request.url().replace(host, scb.origin)).catch(() => null);
      if (answer === null) return;
      await route.fulfill({
        status: answer.status,
        headers: { "access-control-allow-origin": "*", "content-type": answer.headers.get("content-type") ?? "" },
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
  }
  return { context, page: await context.newPage(), asked };
}

test("nothing is asked before a press, then Statistics Sweden's own host alone, with nothing of the person", async () => {
  const { context, page, asked } = await open();
  await page.goto(home);
  const field = page.locator('input[name="employment"]');
  await field.fill("57,4321");
  await page.goto(`${home}hamta/`);
  await page.locator(".device [role=status]").filter({ hasText: "utan nät" }).waitFor();
  await page.getByText("Det här skickas").click();
  const promised = await page.locator(".fetch-addresses li").allTextContents();
  assert.deepEqual(asked, []);
  await page.locator("[data-fetch=start]").click();
  await page.locator("input[name=area]").fill("Kronogården");
  await page.locator("[data-area='1488R002']").click();
  await page.locator("[data-fetch=go]").waitFor();
  // The card comes with the first of the figures.
  await page.locator("[data-kept]").nth(2).waitFor();
  const data = asked.map((url) => decodeURIComponent(url));
  for (const address of promised)
    assert.ok(
      data.some((url) => url === decodeURIComponent(address)),
      address,
    );
  for (const url of data) {
    assert.ok(url.startsWith("https://statistikdatabasen.scb.se/api/v2/tables"), url);
    assert.ok(!/57[,.]4321|1488|Kronog/.test(url), url);
  }
  for (const { headers } of scb.calls) for (const name of ["cookie", "referer"]) assert.equal(headers[name], undefined);
  await page.locator("[data-fetch=go]").click();
  await page.locator("[data-verdict]").waitFor();
  assert.equal(asked.length, data.length);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

for (const [what, wrong, kind, says] of /** @type {const} */ ([
  ["never answers", "silent", "slow", /svarade inte inom en minut/],
  ["stays busy and does not say for how long", { status: 429 }, "busy", /för många frågor/],
])) {
  test(`a service that ${what} is given up after a while, in a sentence`, async () => {
    const { context, page } = await open();
    // Minutes pass in the page alone.
    await page.clock.install();
    await page.goto(`${home}hamta/`);
    fault = wrong;
    await page.locator("[data-fetch=start]").click();
    const problem = page.locator(`[data-problem="${kind}"]`).first();
    for (let seconds = 0; seconds < 120 && !(await problem.isVisible()); seconds += 5) await page.clock.runFor(5_000);
    assert.match((await problem.textContent()) ?? "", says);
    await context.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  });
}

test("where the figures came from goes along to many areas, their files, and an area's record", async () => {
  const { context, page } = await open();
  await page.goto(`${home}hamta/`);
  await page.locator("[data-fetch=start]").click();
  await page.locator("[data-kept]").nth(2).waitFor();
  await page.locator("[data-fetch=many]").click();
  await page.locator(".areas-table tbody tr").first().waitFor();
  const download = page.waitForEvent("download");
  await page.locator("button[data-export=json]").click();
  const { understood } = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  const known = understood.map((/** @type {any} */ table) => [table.file, table.origin]);
  assert.equal(known.length, 3);
  for (const [file, { address, updated, sha256 }] of known) {
    assert.ok(address.startsWith("https://statistikdatabasen.scb.se/api/v2/tables/TAB"), file);
    assert.match(updated, /^\d{4}-\d\d-\d\dT/);
    assert.match(sha256, /^[0-9a-f]{64}$/);
  }
  const opened = context.waitForEvent("page");
  await page.locator(".areas-table tbody a").first().click();
  const area = await opened;
  await area.locator("[data-verdict]").waitFor();
  await area.locator("[data-panel=record]").click();
  const record = area.locator(".record");
  for (const [, { address, updated, sha256 }] of known) {
    await record.getByText(`${updated.slice(0, 10)}, ${address}, SHA-256 ${sha256}`).waitFor();
  }
  // The tab takes care of them, as of the figures: of them the device has the files' names and digests in the project.
  assert.deepEqual(await area.evaluate(() => Object.keys(localStorage)), ["troskel.areas.project"]);
  await area.reload();
  await area.locator("[data-panel=record]").click();
  await record.getByText(known[0][1].sha256).waitFor();
  await context.close();
});

test("figures fetched one municipality at a time keep the address that asked for their area", async () => {
  const { context, page } = await open();
  await page.goto(`${home}hamta/`);
  await page.locator(".device").waitFor();
  await page.locator(".fetch-choose > summary").click();
  await page.locator("input[type=radio][value=municipalities]").check();
  for (const code of ["1488", "0180"]) {
    await page.locator("select[name=municipality]").selectOption(code);
    await page.locator(".fetch-choose .button").first().click();
  }
  await page.locator("[data-fetch=start]").click();
  await page.locator("[data-kept]").nth(5).waitFor();
  await page.locator("[data-fetch=many]").click();
  const row = page.locator(".areas-table tbody tr").filter({ hasText: "1488R002" });
  await page.locator("select[name=municipality]").selectOption("1488");
  const opened = context.waitForEvent("page");
  await row.locator("a").first().click();
  const area = await opened;
  await area.locator("[data-verdict]").waitFor();
  await area.locator("[data-panel=record]").click();
  const record = (await area.locator(".record").textContent()) ?? "";
  assert.equal(record.match(/valueCodes\[Region\]=1488R/g)?.length, 3, record);
  assert.doesNotMatch(record, /0180R/);
  await context.close();
});

test("no other page can ask Statistics Sweden, and this one nobody else", async () => {
  const { context, page, asked } = await open();
  const attempt = (/** @type {string} */ url) =>
    page.evaluate(
      (address) =>
        fetch(address).then(
          () => "sent",
          () => "refused",
        ),
      url,
    );
  for (const at of ["", "many/", "about/", "en/", "en/many/", "en/about/"]) {
    await page.goto(home + at);
    for (const host of scbHosts) assert.equal(await attempt(`${host}/api/v2/config`), "refused", at);
  }
  assert.deepEqual(asked, []);
  for (const at of ["hamta/", "en/fetch/"]) {
    await page.goto(home + at);
    for (const other of ["http://other.example/", "https://www.statistikdatabasen.scb.se/", "https://scb.se/"])
      assert.equal(await attempt(other), "refused", `${at} ${other}`);
    assert.equal(await attempt(`${scbHosts[1]}/OV0104/v2beta/api/v2/config`), "sent", at);
  }
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test("a visit without a press puts nothing on the device but the site", async () => {
  const { context, page } = await open();
  await page.goto(`${home}hamta/`);
  await page.locator(".device [role=status]").filter({ hasText: "utan nät" }).waitFor();
  assert.deepEqual(
    await page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await caches.keys()).filter((name) => name.includes("fetched")),
    ]),
    [],
  );
  await context.close();
});

for (const [at, width, colorScheme] of /** @type {const} */ ([
  ["hamta/", 320, "light"],
  ["en/fetch/", 1280, "dark"],
])) {
  test(`every state of ${at} is accessible and fits into ${width} pixels`, async () => {
    const { context, page } = await open();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(home + at);
    const check = async (/** @type {string} */ state) => {
      await nothingFound(page, { state });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), state);
    };
    await check("before");
    for (const summary of await page.locator(".fetch summary").all()) await summary.click();
    await page.getByRole("radio").nth(4).check();
    await check("choosing");
    await page.getByRole("radio").nth(2).check();
    await page.locator("[data-fetch=start]").click();
    await page.locator("input[name=area]").fill("trollhättan");
    await check("searching");
    await page.locator("[data-area='1488R002']").click();
    await page.locator("[data-fetch=go]").waitFor();
    await check("an area");
    await context.close();
  });
}

test("with the keyboard alone a person comes from the page to an area's verdict", async () => {
  const { context, page } = await open();
  await page.goto(`${home}hamta/`);
  const to = async (/** @type {string} */ selector) => {
    for (let nth = 0; nth < 60 && !(await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)); nth += 1)
      await page.keyboard.press("Tab");
    assert.ok(await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector), selector);
  };
  await to("[data-fetch=start]");
  await page.keyboard.press("Enter");
  // What was fetched brings the focus along.
  await page.locator("input[name=area]:focus").waitFor();
  await page.keyboard.type("Kronogården");
  await page.keyboard.press("Enter");
  await page.locator("[data-card] h3:focus").waitFor();
  await page.locator("[data-fetch=go]").waitFor();
  await to("[data-fetch=go]");
  await page.keyboard.press("Enter");
  await page.locator("[data-verdict]").waitFor();
  await context.close();
});
