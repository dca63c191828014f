// Builds the site into dist/: sets up what is missing, then only what has changed since the last build.

import path from "node:path";
import { finish } from "./hosting.mjs";
import { ask, isMain, main, root, say, seconds } from "./process.mjs";
import { packages } from "./setup.mjs";
import { digest, onceFor } from "./stamp.mjs";
import { buildWasm } from "./wasm.mjs";

const rust = ["src", "build.rs", "Cargo.toml", "Cargo.lock", "tools/bindgen", "tools/wasm.mjs"];
const site = ["www", "Cargo.lock", "LICENSE", "vite.config.ts", "tsconfig.json", "package-lock.json", "hosting/headers.mjs", "tools", "src/criteria/sets", "src/criteria/criteria-set.schema.json", "src/memo", "src/sources/tables.json"];

/**
 * Builds a Wasm module with its bindings into www/generated/, unless it stands there from the same sources.
 *
 * @param {import("./wasm.mjs").ModuleName} name
 */
export async function buildModule(name) {
  const outputs = [`www/generated/${name}/${name}.js`, `www/generated/${name}/${name}_bg.wasm`];
  const state = digest(rust, [], [name, ask("rustc", ["--version"]) ?? ""]);
  await onceFor(`wasm-${name}`, { digest: state, outputs }, async () => {
    const since = performance.now();
    say(`the Wasm module "${name}"`);
    await buildWasm(name);
    say(`the Wasm module "${name}": ${seconds(since)}`);
  });
}

/** Builds the three Wasm modules and the site. */
export async function build() {
  // Cargo locks a profile's folder: "page" and "plan" share one, "tables" has its own, so that two cores are in use.
  await Promise.all([packages(), buildModule("page").then(() => buildModule("plan")), buildModule("tables")]);
  await onceFor("site", { digest: digest(site, [], [process.version]), outputs: ["dist/index.html"] }, async () => {
    const since = performance.now();
    say("the site");
    // Not before npm's packages are there.
    const { buildSite } = await import("./site.mjs");
    const name = await buildSite();
    const { hashes } = await import("./reproducible.mjs");
    for (const line of hashes()) say(`sha256 ${line}`);
    say(`the build of the whole site: ${name}`);
    await finish(path.join(root, "dist"));
    say(`the site: ${seconds(since)}`);
  });
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await build();
    say("dist/ is ready for any static host; `node tools/serve.mjs` serves it here.");
  });
}
