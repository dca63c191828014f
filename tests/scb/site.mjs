// The built site with the stand-in's address in the place of Statistics Sweden's hosts, in its files, its policies and
// its service worker alike: nothing in the product knows of tests, and the policy holds as it does for the real hosts.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeServiceWorker } from "../../tools/offline.mjs";
import { root } from "../../tools/process.mjs";
import { handler, listen } from "../../tools/serve.mjs";
import { standIn } from "./server.mjs";

/** @type {{ service: { hosts: string[] } }} */
const { service } = JSON.parse(readFileSync(path.join(root, "src", "sources", "tables.json"), "utf8"));

/**
 * Serves the site and the stand-in.
 *
 * @param {Parameters<typeof standIn>[0] & { below?: string }} [options]
 */
export async function fetchSite({ below = "/", ...options } = {}) {
  const scb = await standIn(options);
  const replaced = (/** @type {string} */ text) => service.hosts.reduce((all, host) => all.replaceAll(host, scb.origin), text);
  const site = mkdtempSync(path.join(tmpdir(), "troskel-fetch-"));
  cpSync(path.join(root, "dist"), site, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  for (const name of readdirSync(site, { recursive: true, encoding: "utf8" })) {
    if (!/\.(html|js)$/.test(name)) continue;
    const file = path.join(site, name);
    const text = readFileSync(file, "utf8");
    if (replaced(text) !== text) writeFileSync(file, replaced(text));
  }
  await writeServiceWorker(site);
  const serve = handler(site, { below });
  /** @type {string[]} */
  const asked = [];
  let away = false;
  const { server, origin } = await listen((request, response) => {
    if (away) return void request.socket.destroy();
    asked.push(request.url ?? "");
    const write = response.writeHead.bind(response);
    // The policy in the header names the hosts as well.
    response.writeHead = /** @type {any} */ (
      (/** @type {number} */ status, /** @type {Record<string, string>} */ headers) =>
        write(
          status,
          Object.fromEntries(
            Object.entries(headers ?? {}).map(([name, value]) => [name, typeof value === "string" ? replaced(value) : value]),
          ),
        )
    );
    serve(request, response);
  }, 0);
  return {
    home: `${origin}${below}`,
    origin,
    scb,
    /** What the site itself was asked for. */
    asked,
    /** Takes the site and the service off the network, or back. @param {boolean} gone */
    away: (gone) => {
      away = gone;
      server.closeAllConnections();
    },
    close: () => {
      scb.close();
      server.close();
      server.closeAllConnections();
      rmSync(site, { recursive: true });
    },
  };
}
