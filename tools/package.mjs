// Builds the core as an npm package for other sites into dist-package/: Wasm, JavaScript, types, README, licence.
//
//   npm run build:package     then `npm publish dist-package`

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildModule } from "./build.mjs";
import { isMain, main, root, say } from "./process.mjs";

const out = path.join(root, "dist-package");
const own = ["index.js", "index.d.ts", "node.js", "figures.js", "README.md"];
const core = ["core.js", "core.d.ts", "core_bg.wasm"];
const sets = ["promemoria-2018", "scb-2012"];

/** @param {string} file */
const read = (file) => readFileSync(path.join(root, file), "utf8");

function manifest() {
  const { version, description, license, engines } = JSON.parse(read("package.json"));
  return {
    name: "troskel",
    version,
    description,
    keywords: ["sweden", "statistics", "eligibility", "thresholds", "webassembly"],
    license,
    type: "module",
    engines,
    sideEffects: false,
    types: "./index.d.ts",
    exports: {
      ".": { types: "./index.d.ts", node: "./node.js", default: "./index.js" },
      "./core_bg.wasm": "./core_bg.wasm",
      "./package.json": "./package.json",
    },
    files: [...own, ...core, "sets.js"].filter((name) => name !== "README.md"),
  };
}

/** The criteria sets as a module: a browser imports no JSON. */
function setsModule() {
  const members = sets.map((id) => `  ${JSON.stringify(id)}: ${JSON.stringify(JSON.parse(read(`src/criteria/sets/${id}.json`)))},`);
  return `// The criteria sets that come with the product.\n\nexport const sets = {\n${members.join("\n")}\n};\n`;
}

/**
 * Copies the module with all of the core but the file formats, under a name that says so outside of this project.
 *
 * The types lose `[Symbol.dispose]`: a project that does not have it in its `lib` could not use them.
 */
function copyCore() {
  const from = path.join("www", "generated", "plan");
  cpSync(path.join(root, from, "plan_bg.wasm"), path.join(out, "core_bg.wasm"));
  const script = read(path.join(from, "plan.js")).replaceAll("plan_bg.wasm", "core_bg.wasm");
  writeFileSync(path.join(out, "core.js"), script);
  const types = read(path.join(from, "plan.d.ts")).replaceAll(/^ *\[Symbol\.dispose\]\(\): void;\n/gm, "");
  writeFileSync(path.join(out, "core.d.ts"), types);
}

export async function buildPackage() {
  await buildModule("plan");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  for (const name of own) cpSync(path.join(root, "package", name), path.join(out, name));
  copyCore();
  cpSync(path.join(root, "LICENSE"), path.join(out, "LICENSE"));
  writeFileSync(path.join(out, "sets.js"), setsModule());
  writeFileSync(path.join(out, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
  return out;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await buildPackage();
    say("dist-package/ is ready for `npm publish dist-package`.");
  });
}
