// Builds the static site into dist/: the client by Vite, then each view in each language as an HTML page of its own.

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";
import { connecting, metaPolicy } from "../hosting/headers.mjs";
import { licences, noteShipped } from "./licences.mjs";
import { webManifest, writeServiceWorker } from "./offline.mjs";
import { firstModules } from "./scripts.mjs";

/** @param {string} path */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** @type {Record<string, string>} */
const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** @param {string} text */
const escapeHtml = (text) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** @typedef {import("../www/prerender.tsx").Page} Page */

/** Renders every view in every language, from the same components that run in the browser. @param {import("vite").Plugin[]} plugins @returns {Promise<Page[]>} */
async function prerender(plugins) {
  const out = at(".cache/prerender");
  await build({
    configFile: at("vite.config.ts"),
    logLevel: "warn",
    plugins,
    build: { ssr: at("www/prerender.tsx"), outDir: out, manifest: false, copyPublicDir: false },
    ssr: { noExternal: true },
  });
  const { pages } = await import(pathToFileURL(`${out}/prerender.js`).href);
  return pages();
}

/**
 * The scripts and stylesheets that a view needs at once, so that the browser fetches them together.
 *
 * @param {import("vite").Manifest} manifest @param {Page} page
 */
function needed(manifest, { view, language }) {
  /** @type {Set<string>} */
  const scripts = new Set();
  /** @type {Set<string>} */
  const styles = new Set();
  const add = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (chunk === undefined || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const imported of chunk.imports ?? []) add(imported);
    // After those of what it imports: the nearer stylesheet has the last word.
    for (const style of chunk.css ?? []) styles.add(style);
  };
  firstModules(view, language).forEach(add);
  return { scripts, styles };
}

/** The link to the stylesheet that every page has. */
const OWN_STYLES = /^.*<link rel="stylesheet"[^>]* href="\.\/(assets\/[^"]+)">\n/m;

/**
 * Puts the stylesheets that a view needs at once into one, so that a page waits for one answer in place of five. Those of
 * its scripts are named in the page, and not loaded: scripts that come later look for them there.
 *
 * @param {string} out @param {string} view @param {string} own that of every page @param {readonly string[]} styles
 */
function stylesheet(out, view, own, styles) {
  const text = [own, ...styles].map((file) => readFileSync(join(out, file), "utf8").trimEnd()).join("\n");
  const file = `assets/${view}-${createHash("sha256").update(text).digest("base64url").slice(0, 8)}.css`;
  writeFileSync(join(out, file), `${text}\n`);
  return [file, ...styles].map((name, nth) => `<link rel="stylesheet" href="./${name}"${nth === 0 ? "" : " disabled"}>`);
}

/**
 * A page as HTML: the template with what it is about, its text, and the files that it needs at once.
 *
 * @param {string} template
 * @param {Page} page
 * @param {string[]} [links] elements for its head
 */
export function fill(template, page, links = []) {
  const up = "../".repeat(page.address.split("/").length - 1) || "./";
  /** @type {Record<string, string>} */
  const fields = {
    lang: page.language,
    view: page.view,
    policy: escapeHtml(metaPolicy(connecting.includes(`/${page.address}`))),
    title: escapeHtml(page.title),
    description: escapeHtml(page.description),
    sv: `./${page.addresses.sv}`,
    en: `./${page.addresses.en}`,
    // Who fetches a preview resolves it against the page; some need to be told the whole address.
    preview: `${process.env["TROSKEL_ADDRESS"] ?? up}preview.png`,
    manifest: `./${page.language === "en" ? "en/" : ""}manifest.webmanifest`,
  };
  return (
    template
      .replace(/%(\w+)%/g, (all, name) => fields[name] ?? all)
      .replace("</head>", `${links.join("\n    ")}\n  </head>`)
      .replaceAll(/(href|src)="\.\//g, `$1="${up}`)
      // Last and by function, since the view's text may hold what looks like a pattern.
      .replace("<!--app-->", () => page.html)
  );
}

/** The views whose worker reads files, with the module that takes the longest to compile. */
const reading = new Set(["areas", "fetch"]);

/** Stands for the worker's script in those that none of the first pages uses it from. @type {import("vite").Plugin} */
const notYet = {
  name: "not-yet",
  enforce: "pre",
  resolveId: (id) => (id.includes("worker/tables.ts?") ? "\0not-yet" : null),
  load: (id) => (id === "\0not-yet" ? 'export default "";' : null),
};

/**
 * Builds the client, and the pages with its scripts.
 *
 * @param {string} out the folder, which is emptied
 * @param {{ client?: import("vite").Plugin[], everywhere?: import("vite").Plugin[], wanted?: (page: Page) => boolean }} options
 */
async function buildPages(out, { client = [], everywhere = [], wanted = () => true }) {
  await build({ configFile: at("vite.config.ts"), logLevel: "warn", plugins: [...client, ...everywhere], build: { outDir: out } });
  const manifest = JSON.parse(readFileSync(join(out, ".vite/manifest.json"), "utf8"));
  const whole = readFileSync(join(out, "index.html"), "utf8");
  const own = OWN_STYLES.exec(whole)?.[1];
  if (own === undefined) throw new Error("the template links to no stylesheet");
  const template = whole.replace(OWN_STYLES, "");
  for (const page of (await prerender(everywhere)).filter(wanted)) {
    const { scripts, styles } = needed(manifest, page);
    const links = [
      ...stylesheet(out, page.view, own, [...styles]),
      ...[...scripts].map((file) => `<link rel="modulepreload" href="./${file}">`),
    ];
    const file = join(out, `${page.address}index.html`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fill(template, page, links));
    if (page.view === "area") writeFileSync(join(out, `${page.address}manifest.webmanifest`), webManifest(page));
  }
  rmSync(join(out, ".vite"), { recursive: true });
}

/**
 * Builds the pages that do without the worker's module, to be looked at until the whole site stands.
 *
 * @param {string} out the folder, which is emptied
 */
export const buildFirstPages = (out) => buildPages(out, { everywhere: [notYet], wanted: ({ view }) => !reading.has(view) });

/**
 * Builds the site and returns the build's name, a digest of all its files.
 *
 * @param {string} out the folder, which is emptied
 */
export async function buildSite(out) {
  /** @type {Set<string>} */
  const shipped = new Set();
  await buildPages(out, { client: [noteShipped(shipped)] });
  writeFileSync(join(out, "licences.txt"), await licences(shipped));
  // At an address that stays, for files that name it.
  copyFileSync(at("src/criteria/criteria-set.schema.json"), join(out, "criteria-set.schema.json"));
  return writeServiceWorker(out);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSite(at("dist"));
