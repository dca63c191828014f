// What the project takes from others, checked from the lock files alone, without a network and in every run: licences,
// banned crates, sources, and two versions of one crate in what is shipped. The lists are those of deny.toml, which
// `npm run deny` hands to cargo-deny; that takes minutes to compile, and knows advisories beside.

import { readFileSync } from "node:fs";
import path from "node:path";
import { Failed, ask, isMain, main, print, root, run } from "./process.mjs";
import { filesUnder } from "./stamp.mjs";

/** @typedef {{ id: string, name: string, version: string, license: string | null, source: string | null, targets: { kind: string[] }[] }} Crate */

const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), "utf8");

/** The texts in a list of a TOML file. @param {string} toml @param {string} name */
function list(toml, name) {
  const [, inside = ""] = new RegExp(`^${name} = \\[([^\\]]*)\\]`, "m").exec(toml) ?? [];
  return [...inside.matchAll(/"([^"]+)"/g)].map(([, text = ""]) => text);
}

/**
 * Whether a licence expression can be met from a list: SPDX's AND, OR, WITH and parentheses, and the slash of old.
 *
 * @param {string} expression @param {ReadonlySet<string>} allowed
 */
export function isAllowed(expression, allowed) {
  const words =
    expression
      .replaceAll("/", " OR ")
      .replace(/\s+WITH\s+/g, "-WITH-")
      .match(/[()]|[\w.+-]+/g) ?? [];
  let at = 0;
  /** @returns {boolean} */
  const one = () => {
    const word = words[at++];
    if (word !== "(") return word !== undefined && allowed.has(word.replace(/-WITH-.*/, ""));
    const inside = either();
    at += 1;
    return inside;
  };
  const both = () => {
    let holds = one();
    while (words[at] === "AND") {
      at += 1;
      holds = one() && holds;
    }
    return holds;
  };
  function either() {
    let holds = both();
    while (words[at] === "OR") {
      at += 1;
      holds = both() || holds;
    }
    return holds;
  }
  return either() && at >= words.length;
}

/** The crates of the workspace and beside it. @param {string} manifest */
async function crates(manifest) {
  const args = ["metadata", "--format-version", "1", "--locked", "--all-features", "--manifest-path", manifest];
  /** @type {{ packages: Crate[], resolve: { nodes: { id: string, deps: { pkg: string, dep_kinds: { kind: string | null }[] }[] }[] } }} */
  const { packages, resolve } = JSON.parse(await run("cargo", args, { quiet: true }));
  const byId = new Map(packages.map((one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((one) => [one.id, one]));
  /** @type {Set<Crate>} */
  const shipped = new Set();
  const add = (/** @type {string} */ id) => {
    const one = byId.get(id);
    // A macro runs in the compiler and is no part of what it makes.
    if (one === undefined || shipped.has(one) || one.targets.some(({ kind }) => kind.includes("proc-macro"))) return;
    shipped.add(one);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id)?.deps ?? []) if (kinds.some(({ kind }) => kind === null)) add(pkg);
  };
  for (const { id, name } of packages) if (name === "troskel") add(id);
  return { packages, shipped };
}

/** npm's packages as the lock file has them, and the names of those that get into the page. */
function npm() {
  /** @type {Record<string, { license?: string, integrity?: string, version?: string, dependencies?: Record<string, string> }>} */
  const locked = JSON.parse(read("package-lock.json")).packages;
  /** @type {Set<string>} */
  const shipped = new Set();
  const add = (/** @type {string} */ name) => {
    const one = locked[`node_modules/${name}`];
    if (one === undefined || shipped.has(name)) return;
    shipped.add(name);
    for (const dependency of Object.keys(one.dependencies ?? {})) add(dependency);
  };
  for (const file of filesUnder("www", ["www/generated", "www/prerender.tsx"]).filter((name) => /\.tsx?$/.test(name))) {
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/from "((?:@[^/"]+\/)?[^./"@][^/"]*)/g)) add(name);
  }
  return { locked, shipped };
}

/** What must not be taken from others, each as a sentence. */
export async function refused() {
  /** @type {string[]} */
  const found = [];
  const deny = read("deny.toml");
  const allowed = new Set(list(deny, "allow"));
  const forTools = new Set([...allowed, ...JSON.parse(read("tools/supply.json")).toolsOnly]);
  const banned = new Set([...deny.matchAll(/crate = "([^"]+)"/g)].map(([, name]) => name));

  for (const manifest of ["Cargo.toml", "fuzz/Cargo.toml", "bench/native/Cargo.toml"]) {
    const { packages, shipped } = await crates(path.join(root, manifest));
    /** @type {Map<string, string>} */
    const versions = new Map();
    for (const one of packages) {
      const { name, version, license, source } = one;
      if (source === null) continue;
      const ships = shipped.has(one);
      if (!source.startsWith("registry+")) found.push(`${manifest}: ${name} ${version} comes from ${source}, not from the registry`);
      if (banned.has(name)) found.push(`${manifest}: ${name} is banned in deny.toml`);
      if (!isAllowed(license ?? "", ships ? allowed : forTools)) {
        found.push(
          `${manifest}: ${name} ${version} is under ${license ?? "no licence"}, which is not allowed for what is ${ships ? "shipped" : "used as a tool"}`,
        );
      }
      if (!ships) continue;
      const other = versions.get(name);
      if (other !== undefined) found.push(`${manifest}: ${name} would be shipped in two versions, ${other} and ${version}`);
      versions.set(name, version);
    }
  }

  const { locked, shipped } = npm();
  for (const [at, { license, integrity, version }] of Object.entries(locked)) {
    if (at === "") continue;
    const name = at.replace(/^.*node_modules\//, "");
    const ships = shipped.has(name);
    if (integrity === undefined) found.push(`package-lock.json: ${name} ${version} has no digest`);
    if (!isAllowed(license ?? "", ships ? allowed : forTools)) {
      found.push(
        `package-lock.json: ${name} ${version} is under ${license ?? "no licence"}, which is not allowed for what is ${ships ? "shipped" : "used as a tool"}`,
      );
    }
  }
  return found;
}

/** The lock files of what is built beside: nothing else would notice that one is behind its manifest. */
async function locksStand() {
  for (const folder of ["fuzz", "bench/native"]) {
    await run("cargo", ["update", "--quiet", "--workspace", "--locked", "--manifest-path", path.join(root, folder, "Cargo.toml")]);
  }
  if (ask("git", ["check-ignore", "Cargo.lock", "package-lock.json"])) throw new Failed("the lock files", "ignored by git");
}

/** Fails where something is taken that must not be. */
export async function supply() {
  await locksStand();
  const found = await refused();
  for (const line of found) print(line);
  if (found.length > 0) throw new Failed("what is taken from others", `${found.length} refused`);
}

if (isMain(import.meta.url)) await main(supply);
