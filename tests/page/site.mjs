// The built site in a real browser, for the tests of the page.

import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};
const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

function serve(request, response) {
  const address = new URL(request.url, "http://localhost").pathname;
  const file = path.join(dist, path.normalize(address), address.endsWith("/") ? "index.html" : "");
  if (!file.startsWith(dist) || !existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "Content-Type": types[path.extname(file)] ?? "application/octet-stream" });
  return response.end(readFileSync(file));
}

/** Serves dist/ on a free port and starts a browser; pages fail their test on any error inside them. */
export async function openSite() {
  const server = http.createServer(serve);
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const browser = await chromium.launch({ executablePath: browsers.find(existsSync), args: ["--no-sandbox"] });
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    async page(options) {
      const context = await browser.newContext({ locale: "sv-SE", ...options });
      const page = await context.newPage();
      page.on("pageerror", (error) => {
        throw error;
      });
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
