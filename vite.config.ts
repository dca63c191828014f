import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { beginning, findScripts, gathered } from "./tools/scripts.mjs";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The site is built with relative addresses, so that any static host serves it, below a sub-path too.
export default defineConfig(({ isSsrBuild }) => ({
  root: at("www"),
  base: "./",
  publicDir: at("www/public"),
  plugins: isSsrBuild ? [] : [findScripts],
  resolve: {
    alias: { "@data/criteria": at("src/criteria/sets"), "@data/memo": at("src/memo"), "@data/sources": at("src/sources") },
  },
  build: {
    outDir: at("dist"),
    emptyOutDir: true,
    target: "es2022",
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: isSsrBuild ? {} : { output: { codeSplitting: { groups: [gathered] }, postBanner: beginning } },
  },
  worker: { format: "es" },
}));
