// A host for the tests of what a device keeps: it can change to another build, spoil single files, and go away.

import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeServiceWorker } from "../../../tools/offline.mjs";
import { root } from "../../../tools/process.mjs";
import { handler, listen } from "../../../tools/serve.mjs";
import { pathOf } from "../serving.mjs";

/** The site as built. */
export const built = path.join(root, "dist");

/** The mark in the pages of the other build. */
export const mark = "second";

/** Makes another build: its pages carry a mark, and its assets have other names. @returns {Promise<{ site: string, remove: () => void }>} */
export async function otherBuild() {
  const site = mkdtempSync(path.join(tmpdir(), "troskel-"));
  const plain = (/** @type {string} */ file) => !/\.(br|gz)$/.test(file);
  cpSync(built, site, { recursive: true, filter: plain });
  const names = readdirSync(path.join(site, "assets"));
  const renamed = (/** @type {string} */ name) => name.replace(/(?=\.\w+$)/, "-2");
  for (const name of names) renameSync(path.join(site, "assets", name), path.join(site, "assets", renamed(name)));
  for (const name of readdirSync(site, { recursive: true, encoding: "utf8" })) {
    if (!/\.(html|js|css)$/.test(name)) continue;
    const file = path.join(site, name);
    const text = names.reduce((text, name) => text.replaceAll(name, renamed(name)), readFileSync(file, "utf8"));
    writeFileSync(file, text.replace("<head>", `<head><meta name="generator" content="${mark}">`));
  }
  await writeServiceWorker(site);
  return { site, remove: () => rmSync(site, { recursive: true }) };
}

/** @typedef {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => boolean} Spoil answers a request itself and returns true, or returns false */

/** @param {{ below?: string }} [options] */
export async function host({ below = "/" } = {}) {
  let serve = handler(built, { below });
  /** @type {Spoil} */
  let spoil = () => false;
  let away = false;
  /** @type {string[]} */
  const asked = [];
  const { server, origin } = await listen((request, response) => {
    asked.push(request.url ?? "");
    if (away) request.socket.destroy();
    else if (!spoil(request, response)) serve(request, response);
  }, 0);
  return {
    origin,
    home: `${origin}${below}`,
    asked,
    /** @param {string} site */
    use: (site) => {
      serve = handler(site, { below });
    },
    /** @param {Spoil} how */
    spoil: (how) => {
      spoil = how;
    },
    /** @param {boolean} gone */
    away: (gone) => {
      away = gone;
      server.closeAllConnections();
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Spoils the answers to one file.
 *
 * @param {RegExp} file
 * @param {(response: import("node:http").ServerResponse, whole: Buffer) => void} how
 * @returns {Spoil}
 */
export const spoiled = (file, how) => (request, response) => {
  const name = pathOf(request);
  if (!file.test(name)) return false;
  how(response, readFileSync(path.join(built, name.slice(name.indexOf("/assets/") + 1))));
  return true;
};

/** What the caches hold: the path below the site's root and whether its bytes are those of the build. @param {import("playwright-core").Page} page */
export async function kept(page) {
  /** @type {[string, string][]} */
  const found = await page.evaluate(async () => {
    const all = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        const digest = await crypto.subtle.digest("SHA-256", (await response?.arrayBuffer()) ?? new ArrayBuffer(0));
        all.push([request.url, btoa(String.fromCharCode(...new Uint8Array(digest)))]);
      }
    }
    return /** @type {[string, string][]} */ (all);
  });
  return found;
}

/** Refuses in the page what Chromium refuses where no site may keep anything. */
export function refuseStorage() {
  // The first, empty document of a tab has none of it.
  if (!isSecureContext) return;
  const refusal = () => new DOMException("refused", "SecurityError");
  for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, {
      get: () => {
        throw refusal();
      },
    });
  ServiceWorkerContainer.prototype.register = () => Promise.reject(refusal());
  CacheStorage.prototype.open = () => Promise.reject(refusal());
}
