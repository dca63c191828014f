// The files for hosts say what hosting/headers.mjs says, and the server answers as a static host does.

import assert from "node:assert/strict";
import http from "node:http";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { connecting, headersOf } from "../hosting/headers.mjs";
import { finish, written } from "../tools/hosting.mjs";
import { root } from "../tools/process.mjs";
import { handler, listen, whileBuilding } from "../tools/serve.mjs";

const site = mkdtempSync(path.join(tmpdir(), "site-"));
after(() => rmSync(site, { recursive: true }));
const home = "<!doctype html><title>home</title>".repeat(40);
mkdirSync(path.join(site, "en"));
for (const page of ["hamta", "en/fetch", "about"]) {
  mkdirSync(path.join(site, page));
  writeFileSync(path.join(site, page, "index.html"), page);
}
mkdirSync(path.join(site, "assets"));
writeFileSync(path.join(site, "index.html"), home);
writeFileSync(path.join(site, "en", "index.html"), "en");
writeFileSync(path.join(site, "assets", "page.wasm"), Buffer.alloc(4000));
await finish(site);

/** @param {http.RequestListener} listener @param {(origin: string) => Promise<void>} look */
async function listening(listener, look) {
  const { server, origin } = await listen(listener, 0);
  try {
    await look(origin);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** @param {string} below @param {(origin: string) => Promise<void>} look */
const served = (below, look) => listening(handler(site, { below }), look);

for (const [name, text] of Object.entries(written())) {
  test(`${name} is as node tools/hosting.mjs writes it`, () => assert.equal(readFileSync(path.join(root, name), "utf8"), text));
}

test("_headers says of every page and script each header once, and what hosting/headers.mjs says", () => {
  const blocks = readFileSync(path.join(site, "_headers"), "utf8")
    .trim()
    .split("\n\n")
    .map((block) => block.split("\n"));
  for (const at of ["/", "/index.html", "/en/", "/en/fetch/", "/en/fetch/index.html", "/hamta/", "/about/", "/assets/page.wasm"]) {
    const fits = blocks.filter(([rule = ""]) => (rule.endsWith("*") ? at.startsWith(rule.slice(0, -1)) : at === rule));
    const said = fits.flatMap(([, ...lines]) => lines.map((line) => line.trim().split(/: (.*)/)));
    const names = said.map(([name]) => name);
    assert.equal(new Set(names).size, names.length, at);
    const expected = headersOf(at.endsWith("/") ? `${at}index.html` : at);
    for (const name of names) assert.equal(said.find(([one]) => one === name)?.[1], expected[`${name}`], `${at} ${name}`);
    assert.ok(names.includes("Content-Security-Policy"), at);
  }
});

test("only the page that fetches may connect, and only to the hosts of the open tables", () => {
  const connects = (/** @type {string} */ at) => /connect-src ([^;]+);/.exec(headersOf(at)["Content-Security-Policy"] ?? "")?.[1];
  for (const at of connecting) {
    assert.equal(connects(`${at}index.html`), "'self' https://statistikdatabasen.scb.se https://api.scb.se");
    assert.equal(headersOf(`${at}index.html`)["Referrer-Policy"], "no-referrer");
  }
  for (const at of ["/index.html", "/en/index.html", "/about/index.html", "/many/index.html", "/assets/x.js", "/sw.js"])
    assert.equal(connects(at), "'self'", at);
});

test("files that shrink lie there compressed, and are sent so to whoever takes it", () =>
  served("/", async (origin) => {
    assert.equal(brotliDecompressSync(readFileSync(path.join(site, "index.html.br"))).toString(), home);
    const squeezed = await fetch(`${origin}/`, { headers: { "Accept-Encoding": "gzip, br" } });
    assert.equal(squeezed.headers.get("content-encoding"), "br");
    assert.equal(await squeezed.text(), home);
    const plain = await fetch(`${origin}/`, { headers: { "Accept-Encoding": "br;q=0, identity" } });
    assert.equal(plain.headers.get("content-encoding"), null);
    assert.equal(await plain.text(), home);
  }));

for (const below of ["/", "/a/b/"]) {
  test(`below ${below} a view answers with and without a slash, and nothing outside the site does`, () =>
    served(below, async (origin) => {
      assert.equal(await (await fetch(`${origin}${below}en/`)).text(), "en");
      const bare = await fetch(`${origin}${below}en?x=1`);
      assert.equal(bare.url, `${origin}${below}en/?x=1`);
      assert.equal(await bare.text(), "en");
      for (const wrong of ["nothing", "assets/", "%2e%2e/%2e%2e/etc/passwd", "%00", "..%5c..%5cpackage.json"]) {
        assert.equal((await fetch(`${origin}${below}${wrong}`)).status, 404, wrong);
      }
      assert.equal((await fetch(`${origin}${below}%`)).status, 400);
      assert.equal((await fetch(`${origin}${below}`, { method: "POST" })).status, 405);
    }));
}

test("no address ends the server, whatever is asked for", () =>
  served("/", async (origin) => {
    // As written: `fetch` and `new URL` would tidy them first.
    const status = (/** @type {string} */ path) =>
      new Promise((resolve, reject) =>
        http.get(`${origin}`, { path }, (response) => resolve(response.resume().statusCode)).on("error", reject),
      );
    for (const path of ["//", "///", "//en", "//[", "/en//", "http://[", "*", "/?", "/..", "/%2f%2f"]) {
      assert.ok([200, 301, 400, 404].includes(await status(path)), path);
    }
    assert.equal(await status("//en"), 404);
    assert.equal(await status("/"), 200);
  }));

test("a file is cached for good under assets/ only, and an unchanged one is not sent again", () =>
  served("/", async (origin) => {
    const module = await fetch(`${origin}/assets/page.wasm`);
    assert.equal(module.headers.get("content-type"), "application/wasm");
    assert.match(`${module.headers.get("cache-control")}`, /immutable/);
    const page = await fetch(`${origin}/`);
    assert.equal(page.headers.get("cache-control"), "no-cache");
    const again = await fetch(`${origin}/`, { headers: { "If-None-Match": `${page.headers.get("etag")}` } });
    assert.equal(again.status, 304);
  }));

test("while the site is built its first pages are served, and who asks for more waits until the whole stands", async () => {
  const first = path.join(site, "first");
  mkdirSync(path.join(first, "assets"), { recursive: true });
  writeFileSync(path.join(first, "index.html"), "first");
  writeFileSync(path.join(first, "assets", "early.js"), "early");
  /** @type {(folder: string) => void} */
  let stands = () => undefined;
  const whole = new Promise((resolve) => (stands = resolve));
  const text = (/** @type {string} */ address) => fetch(address).then((answer) => answer.text());
  await listening(whileBuilding(first, whole), async (origin) => {
    assert.equal(await text(`${origin}/`), "first");
    let answered = false;
    const more = text(`${origin}/hamta/`).finally(() => (answered = true));
    const missing = fetch(`${origin}/nothing`);
    assert.equal(await text(`${origin}/assets/early.js`), "early");
    assert.equal(answered, false);
    stands(site);
    assert.equal(await more, "hamta");
    assert.equal((await missing).status, 404);
    assert.equal(await text(`${origin}/`), home);
    // A page of before still finds the scripts that it was built with.
    assert.equal(await text(`${origin}/assets/early.js`), "early");
  });
  const failed = Promise.reject(new Error("it does not compile"));
  await listening(whileBuilding(first, failed), async (origin) => {
    assert.equal((await fetch(`${origin}/hamta/`)).status, 503);
    assert.equal(await text(`${origin}/`), "first");
  });
});
