// Holds the house's own rules, which no compiler knows: the arrows between rooms, the length of files, what has to be
// written down. `npm run check` runs it; each rule says what breaks it and where.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Failed, ask, isMain, main, print, root } from "./process.mjs";

/** A file has so many lines at most: what is longer holds more than one thing. */
const LINES = 400;
const counted = /^(src|www|tests|tools|bench|fuzz|hosting|package)\/.*\.(rs|ts|tsx|mjs|js|css)$|^[^/]+\.(rs|ts)$/;

/** @typedef {{ folder: string, files: string[], read: (file: string) => string }} Tree the project as it is checked */

/** The files that git knows or would take, and what is in them. @param {string} folder @returns {Tree} */
function treeOf(folder) {
  const listed = ask("git", ["-C", folder, "ls-files", "--cached", "--others", "--exclude-standard"]) ?? "";
  const files = listed.split("\n").filter((file) => file !== "" && existsSync(path.join(folder, file)));
  return { folder, files, read: (file) => readFileSync(path.join(folder, file), "utf8") };
}

/** The rooms below a folder, from the top down, as CONTRIBUTING.md has them: those of one row stand side by side. @param {Tree} tree @param {"src" | "www"} below */
function rooms({ read }, below) {
  /** @type {Map<string, number>} */
  const rooms = new Map();
  for (const [nth, row] of read("CONTRIBUTING.md").split("\n").entries()) {
    const [, names = ""] = /^\| ([^|]+) \|/.exec(row) ?? [];
    for (const [, folder, room = ""] of names.matchAll(/`(src|www)\/([\w./-]+)`/g))
      if (folder === below) rooms.set(room.replace(/\.\w+$/, ""), nth);
  }
  return rooms;
}

/** The room that a file is in: the longest that its path begins with. @param {Map<string, number>} rooms @param {string} file without the folder above and its ending */
function roomOf(rooms, file) {
  const parts = file.split("/");
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join("/");
    if (rooms.has(name)) return name;
  }
  return null;
}

/** What another file a file names, with the line. @param {Tree} tree @param {string} file @returns {[string, number][]} without the folder above and its ending */
function namedBy({ read }, file) {
  const rust = file.endsWith(".rs");
  // A file's own tests may know what they like; their lines still count.
  const text = read(file).replace(/^#\[cfg\(test\)\]\nmod \w+ \{\n[\s\S]*?^\}$/gm, (tests) => (rust ? tests.replace(/[^\n]/g, "") : tests));
  /** @type {[string, number][]} */
  const named = [];
  for (const [nth, line] of text.split("\n").entries()) {
    if (rust) {
      if (/^\s*\/\//.test(line)) continue;
      for (const [, name = ""] of line.replace(/\bpub\(in [^)]*\)/, "").matchAll(/\bcrate::(\w+(?:::\w+)*)/g))
        named.push([name.replaceAll("::", "/"), nth + 1]);
    } else {
      for (const [, name = ""] of line.matchAll(/(?:from|import)[ (]+["'](\.[^"'?]*)/g)) {
        const to = path.posix.join(path.posix.dirname(file), name).replace(/^www\//, "");
        if (!to.startsWith("generated/") && !to.startsWith("../")) named.push([to.replace(/\.\w+$/, ""), nth + 1]);
      }
    }
  }
  return named;
}

/** @param {Tree} tree */
function* arrows(tree) {
  for (const below of /** @type {const} */ (["src", "www"])) {
    const known = rooms(tree, below);
    const ending = below === "src" ? /\.rs$/ : /\.tsx?$/;
    for (const file of tree.files.filter((name) => name.startsWith(`${below}/`) && ending.test(name))) {
      const own = file.slice(4).replace(/(\/mod)?\.\w+$/, "");
      // The roof: what only puts the rooms together.
      if (!own.includes("/") && !known.has(own)) continue;
      const room = roomOf(known, own);
      if (room === null) {
        yield `${file} is in no room: CONTRIBUTING.md has no row for it`;
        continue;
      }
      for (const [name, line] of namedBy(tree, file)) {
        const other = roomOf(known, name);
        if (other === null || other === room) continue;
        if ((known.get(other) ?? 0) >= (known.get(room) ?? 0))
          yield `${file}:${line}: ${below}/${room} may not know ${below}/${other}, which is not above it in CONTRIBUTING.md`;
      }
    }
  }
}

/** A command waits for what it imports, at its start or later: in a circle it would wait for itself. @param {Tree} tree */
function* circles({ files, read }) {
  /** @param {string} file */
  const importedBy = (file) => {
    const code = read(file).replace(/\/\*[\s\S]*?\*\//g, "");
    return [...code.matchAll(/(?:from|import)[ (]+"\.\/([\w-]+\.mjs)"/g)].map(([, name = ""]) => `tools/${name}`);
  };
  const imported = new Map(files.filter((name) => /^tools\/[\w-]+\.mjs$/.test(name)).map((file) => [file, importedBy(file)]));
  for (const [file, names] of imported) {
    for (const first of names) {
      const reached = new Set([first]);
      for (const name of reached) for (const next of imported.get(name) ?? []) reached.add(next);
      if (reached.has(file)) yield `${file}: ${first} imports it again: a command that waits for both would wait for ever`;
    }
  }
}

/** @param {Tree} tree */
function* lengths({ files, read }) {
  for (const file of files.filter((name) => counted.test(name))) {
    const lines = read(file).split("\n").length - 1;
    if (lines > LINES) yield `${file} has ${lines} lines; a file has ${LINES} at most`;
  }
}

/** What a table of a Cargo.toml names, by the table's own name. @param {string} manifest @param {RegExp} wanted */
function namesIn(manifest, wanted) {
  /** @type {string[]} */
  const names = [];
  let within = false;
  for (const line of manifest.split("\n")) {
    const [, table] = /^\[(.+)\]$/.exec(line) ?? [];
    if (table !== undefined) within = wanted.test(table);
    const [, name] = /^([\w-]+)\s*=/.exec(line) ?? [];
    if (within && name !== undefined) names.push(name);
  }
  return names;
}

/** @param {Tree} tree */
function* features({ read }) {
  const docs = read("src/lib.rs");
  for (const feature of namesIn(read("Cargo.toml"), /^features$/)) {
    if (feature !== "default" && !docs.includes(`//! - \`${feature}\``))
      yield `src/lib.rs does not tell what the feature "${feature}" brings`;
  }
}

/** @param {Tree} tree */
function* tests({ files, read }) {
  const [programs, named] = [["main", "command"], read("tests/main.rs") + read("tests/command.rs")];
  for (const file of files) {
    const [, module] = /^tests\/(\w+)(?:\/mod)?\.rs$/.exec(file) ?? [];
    if (module !== undefined && !programs.includes(module) && !new RegExp(`^mod ${module};$`, "m").test(named))
      yield `${file} is not run: neither tests/main.rs nor tests/command.rs names it`;
  }
}

/** @param {Tree} tree */
function* engines({ files, read }) {
  const [, list = ""] = /export const everyEngine = \[([^\]]*)\]/.exec(read("tests/page/engines/index.mjs")) ?? [];
  const named = new Set([...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name));
  for (const file of files) {
    const [, name] = /^tests\/page\/([\w-]+)\.test\.mjs$/.exec(file) ?? [];
    if (name === undefined) continue;
    const isForAny = read(file).includes('from "./engines/index.mjs"');
    if (isForAny !== named.has(name))
      yield `${file} ${isForAny ? "is written for any engine, and" : "needs Chromium, but"} everyEngine in tests/page/engines/index.mjs ${isForAny ? "lacks it" : "names it"}`;
  }
}

const crateTables = /^(target\..*\.)?(build-|dev-)?dependencies$/;

/** The dependencies of each manifest, directly named. @param {Tree} tree @returns {{ manifest: string, names: string[] }[]} */
function manifests({ files, read }) {
  return files.flatMap((manifest) => {
    if (/(^|\/)Cargo\.toml$/.test(manifest)) return [{ manifest, names: namesIn(read(manifest), crateTables) }];
    if (!/(^|\/)package\.json$/.test(manifest)) return [];
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(manifest));
    return [{ manifest, names: Object.keys({ ...dependencies, ...devDependencies }) }];
  });
}

/** @param {Tree} tree */
function* reasons(tree) {
  const recorded = new Set([...tree.read("docs/dependencies.md").matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name]) => name));
  const used = new Set();
  for (const { manifest, names } of manifests(tree)) {
    for (const name of names) {
      used.add(name);
      // The project's own crate, in what is built beside it.
      if (name !== "troskel" && !recorded.has(name)) yield `${manifest} depends on ${name}; docs/dependencies.md does not tell why`;
    }
  }
  for (const name of recorded) if (!used.has(name)) yield `docs/dependencies.md tells of ${name}, on which nothing depends`;
}

/** @param {Tree} tree */
function* unused(tree) {
  for (const { manifest, names } of manifests(tree)) {
    const home = path.posix.dirname(manifest) === "." ? "" : `${path.posix.dirname(manifest)}/`;
    const isRust = manifest.endsWith(".toml");
    const tested = manifest === "command/Cargo.toml" ? "tests/" : home;
    const sources = tree.files.filter(
      (file) =>
        (file.startsWith(home) || file.startsWith(tested)) &&
        (isRust ? /\.rs$/ : /\.(ts|tsx|mjs|js)$|(^|\/)(tsconfig.*|biome)\.json$/).test(file),
    );
    // What is built beside has manifests of its own, and may be started from elsewhere.
    const text = (isRust || home === "" ? sources : tree.files.filter((file) => /\.mjs$/.test(file))).map(tree.read).join("\n");
    for (const name of names) {
      const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const types = name.startsWith("@types/") ? name.slice("@types/".length) : null;
      const found = isRust
        ? new RegExp(`\\b${name.replaceAll("-", "_")}(::|;| as )`).test(text)
        : new RegExp(`["'\`](?:[^"'\`\\n]*node_modules/)?${types ?? escaped}(["'\`/:])`).test(text);
      if (!found) yield `${manifest}: ${name} is not used`;
    }
  }
}

/** Folders of somebody's machine. Assembled, so that this file is not found by itself. */
const machine = new RegExp(`(?<![\\w.@/-])/(${["home", "root", "Users", "work"].join("|")})/\\w`);

/** @param {Tree} tree */
function* paths({ files, read }) {
  for (const file of files.filter(
    (name) => /\.(rs|ts|tsx|mjs|js|css|json|toml|md|html|py|sh|yml)$/.test(name) && !/(^|\/)package-lock\.json$/.test(name),
  )) {
    for (const [nth, line] of read(file).split("\n").entries())
      if (machine.test(line)) yield `${file}:${nth + 1}: a path of somebody's machine`;
  }
}

/** @param {Tree} tree */
function* locks({ files }) {
  for (const manifest of files.filter((file) => /(^|\/)(package\.json|Cargo\.toml)$/.test(file))) {
    const folder = path.posix.dirname(manifest);
    const lock = path.posix.join(folder, manifest.endsWith(".json") ? "package-lock.json" : "Cargo.lock");
    const ofWorkspace = ["command", "tools/bindgen"].includes(folder);
    if (!ofWorkspace && !files.includes(lock)) yield `${manifest} has no lock file beside it`;
  }
}

/** The rules by their names. */
export const rules = { arrows, circles, lengths, features, tests, engines, reasons, unused, paths, locks };

/** Whether what `npm run guards` would take out stands where it says. @param {Tree} tree */
async function lostGuards({ folder, read }) {
  /** @type {{ guards: import("../tests/page/guards.mjs").Guard[] }} */
  const { guards } = await import(pathToFileURL(path.join(folder, "tests", "page", "guards.mjs")).href);
  return guards
    .filter(({ file, code }) => read(file).split(code).length !== 2)
    .map((guard) => `tests/page/guards.mjs: ${guard.file} does not have once the guard against ${guard.guards}: ${guard.code}`);
}

/**
 * What breaks the house's rules in a copy of the project, each as a sentence.
 *
 * @param {string} [folder]
 */
export async function untidy(folder = root) {
  const tree = treeOf(folder);
  return [...Object.values(rules).flatMap((rule) => [...rule(tree)]), ...(await lostGuards(tree))];
}

/** Fails where something breaks a rule. */
export async function tidy() {
  const found = await untidy();
  for (const line of found) print(line);
  if (found.length > 0) throw new Failed("the house's rules", `${found.length} broken`);
}

if (isMain(import.meta.url)) await main(tidy);
