// Builds the site into dist/: sets up what is missing, then only what has changed since the last build.

import path from "node:path";
import { finish } from "./hosting.mjs";
import { ask, isMain, main, root, say, seconds } from "./process.mjs";
import { packages } from "./setup.mjs";
import { digest, forget, note, onceFor, stands } from "./stamp.mjs";
import { buildQuick, buildWasm, modules } from "./wasm.mjs";

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

/** Whether each module stands there from the sources as they are, whichever way it was built. */
const modulesStand = () =>
  modules.every((name) => /** @type {const} */ (["optimised", "quick"]).some((how) => stands(`wasm-${name}`, moduleStamp(name, how))));

/** Builds the modules the quick way, unless they stand there from the same sources. */
export async function quickModules() {
  if (modulesStand()) return;
  const since = performance.now();
  say("the Wasm modules, compiled quickly");
  const stamps = modules.map((name) => /** @type {const} */ ([`wasm-${name}`, moduleStamp(name, "quick")]));
  for (const [stamp] of stamps) forget(stamp);
  await buildQuick();
  for (const [stamp, what] of stamps) note(stamp, what);
  say(`the Wasm modules: ${seconds(since)}`);
}

const siteDigest = () => digest(site, [], [process.version]);

/** Where the site stands that is for this machine alone. */
const localSite = ".cache/site";

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
    const { hashes } = await import("./reproducible.mjs");
    for (const line of hashes()) say(`sha256 ${line}`);
    say(`the build of the whole site: ${name}`);
    await finish(path.join(root, "dist"));
    say(`the site: ${seconds(since)}`);
  });
}

/**
 * Builds a site to be served on this machine alone, where bytes cost nothing: with quickly compiled modules and without
 * compressed twins. A site in dist/ that stands from the same sources is taken instead.
 *
 * @returns {Promise<string>} its folder
 */
export async function buildLocal() {
  await Promise.all([packages(), quickModules()]);
  const state = siteDigest();
  if (stands("site", { digest: state, outputs: ["dist/index.html"] })) return path.join(root, "dist");
  const out = path.join(root, localSite);
  await onceFor("local-site", { digest: state, outputs: [`${localSite}/index.html`] }, async () => {
    const since = performance.now();
    say("the site");
    const { buildSite } = await import("./site.mjs");
    await buildSite(out);
    say(`the site: ${seconds(since)}`);
  });
  return out;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await build();
    say("dist/ is ready for any static host; `node tools/serve.mjs` serves it here.");
  });
}
