// Builds the site into dist/: sets up what is missing, then only what has changed since the last build.

import path from "node:path";
import { finish } from "./hosting.mjs";
import { ask, isMain, main, root, say, seconds } from "./process.mjs";
import { packages } from "./setup.mjs";
import { digest, onceFor, stands } from "./stamp.mjs";
import { buildQuick, buildWasm, home, modules, sha256 } from "./wasm.mjs";

/** What the modules are made from. */
export const rust = ["src", "build.rs", "Cargo.toml", "Cargo.lock", "tools/bindgen", "tools/wasm.mjs"];

const site = [
  "www",
  "Cargo.lock",
  "LICENSE",
  "vite.config.ts",
  "tsconfig.json",
  "package-lock.json",
  "hosting/headers.mjs",
  "tools",
  "src/criteria/sets",
  "src/criteria/criteria-set.schema.json",
  "src/memo",
  "src/sources/tables.json",
];

/** @typedef {import("./wasm.mjs").ModuleName} ModuleName */

/** The stamp of a module: what it is made from and how. @param {ModuleName} name @param {"quick" | "optimised"} how */
const moduleStamp = (name, how) => ({
  digest: digest(rust, [], [name, how, ask("rustc", ["--version"]) ?? ""]),
  outputs: [`www/generated/${name}/${name}.js`, `www/generated/${name}/${name}_bg.wasm`],
});

/**
 * Builds a Wasm module with its bindings into www/generated/, unless it stands there from the same sources.
 *
 * @param {ModuleName} name
 */
export async function buildModule(name) {
  await onceFor(`wasm-${name}`, moduleStamp(name, "optimised"), async () => {
    const since = performance.now();
    say(`the Wasm module "${name}"`);
    await buildWasm(name);
    say(`the Wasm module "${name}": ${seconds(since)}`);
  });
}

/** Whether a module stands there from the sources as they are, whichever way it was built. @param {ModuleName} name */
const moduleStands = (name) => /** @type {const} */ (["optimised", "quick"]).some((how) => stands(`wasm-${name}`, moduleStamp(name, how)));

/**
 * Builds modules the quick way, unless they stand there from the same sources.
 *
 * @param {readonly ModuleName[]} [names]
 */
export async function quickModules(names = modules) {
  for (const name of names.filter((name) => !moduleStands(name))) {
    const since = performance.now();
    say(`the Wasm module "${name}", compiled quickly`);
    await onceFor(`wasm-${name}`, moduleStamp(name, "quick"), () => buildQuick(name));
    say(`the Wasm module "${name}": ${seconds(since)}`);
  }
}

const siteDigest = () => digest(site, [], [process.version]);

/** Where the site stands that is for this machine alone, and its first pages before the worker's module is compiled. */
const localSite = ".cache/site";
const firstPages = ".cache/first-pages";

/** Builds the three Wasm modules, small and optimised. */
export async function buildModules() {
  // Cargo locks a profile's folder: "page" and "plan" share one, "tables" has its own, so that two cores are in use.
  await Promise.all([buildModule("page").then(() => buildModule("plan")), buildModule("tables")]);
}

/** Builds the modules and the site. */
export async function build() {
  await Promise.all([packages(), buildModules()]);
  await onceFor("site", { digest: siteDigest(), outputs: ["dist/index.html"] }, async () => {
    const since = performance.now();
    say("the site");
    // Not before npm's packages are there.
    const { buildSite } = await import("./site.mjs");
    const name = await buildSite(path.join(root, "dist"));
    for (const module of modules) say(`sha256 ${sha256(home(module), module)}  ${module}_bg.wasm`);
    say(`the build of the whole site: ${name}`);
    await finish(path.join(root, "dist"));
    say(`the site: ${seconds(since)}`);
  });
}

/** Builds the site as it is served on this machine alone, unless it stands, and returns its folder. */
async function localSiteBuilt() {
  await Promise.all([packages(), quickModules()]);
  await onceFor("local-site", { digest: siteDigest(), outputs: [`${localSite}/index.html`] }, async () => {
    const since = performance.now();
    say("the site");
    const { buildSite } = await import("./site.mjs");
    await buildSite(path.join(root, localSite));
    say(`the site: ${seconds(since)}`);
  });
  return path.join(root, localSite);
}

/**
 * Builds a site to be served on this machine alone, where bytes cost nothing: with quickly compiled modules and without
 * compressed twins. A site in dist/ that stands from the same sources is taken instead.
 *
 * @returns {Promise<{ site: string, whole?: Promise<string> }>} its folder; where the worker's module is still to be
 *   compiled, that of the pages that do without, and the whole site's once it stands
 */
export async function buildLocal() {
  if (modules.every(moduleStands) && stands("site", { digest: siteDigest(), outputs: ["dist/index.html"] }))
    return { site: path.join(root, "dist") };
  if (moduleStands("tables")) return { site: await localSiteBuilt() };
  await Promise.all([packages(), quickModules(["page", "plan"])]);
  const site = path.join(root, firstPages);
  const { buildFirstPages } = await import("./site.mjs");
  await buildFirstPages(site);
  return { site, whole: localSiteBuilt() };
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await build();
    say("dist/ is ready for any static host; `node tools/serve.mjs` serves it here.");
  });
}
