// Makes what a device needs to keep the site: the service worker with the digest of every file, and the web manifests.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "vite";
import { root } from "./process.mjs";

/** What hosts and people read, not the page. */
const notKept = /(^|\/)(_headers|sw\.js)$|\.(br|gz|map)$/;

/** @param {string | Buffer} data */
const sha256 = (data) => createHash("sha256").update(data).digest("base64");

/**
 * The files of a built site by their addresses below its root, each with its SHA-256; a page goes by its folder.
 *
 * @param {string} site the folder
 * @returns {Record<string, string>}
 */
export function digests(site) {
  const names = readdirSync(site, { recursive: true, encoding: "utf8" }).map((name) => name.split(path.sep).join("/"));
  const files = names.filter((name) => !notKept.test(name) && !name.startsWith(".") && statSync(path.join(site, name)).isFile()).sort();
  return Object.fromEntries(
    files.map((name) => [name.replace(/(^|\/)index\.html$/, "$1") || "./", sha256(readFileSync(path.join(site, name)))]),
  );
}

/**
 * The manifest with which a language's page can be installed.
 *
 * @param {{ language: string, address: string, title: string, description: string }} page the language's first page
 */
export function webManifest({ language, address, title, description }) {
  const up = "../".repeat(address.split("/").length - 1) || "./";
  return JSON.stringify({
    name: title,
    short_name: "Tröskel",
    description,
    lang: language,
    dir: "ltr",
    start_url: "./",
    scope: up,
    display: "standalone",
    background_color: "#fbfaf6",
    theme_color: "#fbfaf6",
    icons: [
      { src: `${up}favicon.svg`, sizes: "any", type: "image/svg+xml" },
      { src: `${up}icon-192.png`, sizes: "192x192", type: "image/png" },
      { src: `${up}icon-512.png`, sizes: "512x512", type: "image/png" },
      { src: `${up}icon-maskable-512.png`, sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  });
}

/**
 * Writes the service worker of a site whose other files stand there as they will be served.
 *
 * @param {string} site the folder
 * @returns {Promise<string>} the build's name, which is the digest of all files
 */
export async function writeServiceWorker(site) {
  const files = digests(site);
  const name = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  const out = path.join(root, ".cache", "service-worker");
  rmSync(out, { recursive: true, force: true });
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "warn",
    define: { BUILD: JSON.stringify(name), FILES: JSON.stringify(files) },
    build: {
      outDir: out,
      target: "es2022",
      lib: { entry: path.join(root, "www", "device", "worker.ts"), formats: ["iife"], name: "worker", fileName: () => "sw.js" },
    },
  });
  writeFileSync(path.join(site, "sw.js"), readFileSync(path.join(out, "sw.js")));
  return name;
}
