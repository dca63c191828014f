// A Chromium and a server on the loopback interface for what is measured in a browser.

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { handler, listen } from "../tools/serve.mjs";
import { chromiumFlags, needChromium } from "../tools/browsers.mjs";
import { root } from "../tools/process.mjs";

const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
};
const rooms = { "/bench/": "bench/browser", "/generated/": "www/generated", "/peers/": "bench/node_modules" };

/** Serves what the benchmark loads, without the site's headers, which the peers could not run under. */
export async function benchServer() {
  return listen((request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const room = Object.keys(rooms).find((prefix) => address.startsWith(prefix));
    const file = room === undefined ? "" : path.join(root, rooms[room], path.posix.normalize(`/${address.slice(room.length)}`));
    let body;
    try {
      body = readFileSync(file.endsWith("/") ? `${file}index.html` : file);
    } catch {
      response.writeHead(404).end();
      return;
    }
    const type = types[path.extname(file)] ?? (file.endsWith("/") ? "text/html" : "application/octet-stream");
    response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
  }, 0);
}

/** Serves the built site as its hosts do. */
export const siteServer = () => listen(handler(path.join(root, "dist")), 0);

export async function launch() {
  const { browser: executablePath } = await needChromium();
  return chromium.launch({ executablePath, args: [...chromiumFlags, "--enable-precise-memory-info"] });
}

/** The ids of all processes below one. @param {number} parent @returns {number[]} */
function below(parent) {
  const children = [];
  for (const name of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (Number(readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1].split(" ")[1]) === parent) children.push(Number(name));
    } catch {
      // It has ended meanwhile.
    }
  }
  return children.flatMap((child) => [child, ...below(child)]);
}

/** The largest peak of resident memory among this browser's renderers in bytes; null where /proc is not there. */
export function rendererPeak() {
  if (process.platform !== "linux") return null;
  let peak = 0;
  for (const id of below(process.pid)) {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--type=renderer")) continue;
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) * 1024);
    } catch {
      // It has ended meanwhile.
    }
  }
  return peak;
}
