// The page's modules as node can run them, for tests without a browser.

import { after, before } from "node:test";
import { createServer } from "vite";

/** Loads modules by their addresses below www, for as long as a file of tests runs. */
export function pageModules() {
  /** @type {import("vite").ViteDevServer} */
  let vite;
  before(async () => {
    vite = await createServer({
      configFile: new URL("../vite.config.ts", import.meta.url).pathname,
      server: { middlewareMode: true, watch: null, hmr: false },
      appType: "custom",
      logLevel: "error",
      optimizeDeps: { noDiscovery: true },
    });
  });
  after(async () => {
    await vite?.close();
  });
  return { load: (/** @type {string} */ address) => vite.ssrLoadModule(address) };
}
