// The modules of *Hämta siffror* for use outside a browser: made of the sources as they are.

import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { root } from "./process.mjs";

const names = ["areas", "client", "dataset", "problem", "sources"];

/** @returns {Promise<Record<string, any>>} everything that the modules export, by name */
export async function fetchModules() {
  const out = path.join(root, ".cache", "fetch-modules");
  await build({
    configFile: path.join(root, "vite.config.ts"),
    logLevel: "warn",
    build: {
      ssr: true,
      outDir: out,
      manifest: false,
      copyPublicDir: false,
      rollupOptions: { input: Object.fromEntries(names.map((name) => [name, path.join(root, "www", "fetch", `${name}.ts`)])) },
    },
  });
  const loaded = await Promise.all(names.map((name) => import(`${pathToFileURL(path.join(out, `${name}.js`)).href}?${process.pid}`)));
  return Object.assign({}, ...loaded);
}
