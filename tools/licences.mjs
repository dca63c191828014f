// Lists what the site ships that others have made, with the licences: npm's packages in the bundle, crates in the Wasm.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { root, run } from "./process.mjs";

/** @typedef {{ name: string, version: string, licence: string, folder: string, from: "npm" | "crates.io" }} Shipped */

/**
 * Notes which of npm's packages get into a bundle.
 *
 * @param {Set<string>} folders filled with the packages' folders
 * @returns {import("vite").Plugin}
 */
export const noteShipped = (folders) => ({
  name: "note-shipped",
  generateBundle(_, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== "chunk") continue;
      for (const id of part.moduleIds) {
        const found = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.split(path.sep).join("/"));
        if (found?.[1] !== undefined) folders.add(found[1]);
      }
    }
  },
});

/** @param {Iterable<string>} folders @returns {Shipped[]} */
function packagesIn(folders) {
  return [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    return { name, version, licence: license, folder, from: "npm" };
  });
}

/** The crates that are compiled into one of the modules: what they are built with is not among them. @returns {Promise<Shipped[]>} */
async function crates() {
  const args = [
    "metadata",
    "--format-version",
    "1",
    "--locked",
    "--filter-platform",
    "wasm32-unknown-unknown",
    "--no-default-features",
    "--features",
    "tables,plan",
  ];
  const { packages, resolve } = JSON.parse(await run("cargo", args, { quiet: true }));
  const byId = new Map(packages.map((/** @type {{ id: string }} */ one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((/** @type {{ id: string }} */ one) => [one.id, one]));
  const shipped = new Set();
  const add = (/** @type {string} */ id) => {
    const isMacro = byId.get(id).targets.some((/** @type {{ kind: string[] }} */ { kind }) => kind.includes("proc-macro"));
    if (isMacro || shipped.has(id)) return;
    shipped.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      if (kinds.some((/** @type {{ kind: string | null }} */ { kind }) => kind === null)) add(pkg);
    }
  };
  add(resolve.root);
  shipped.delete(resolve.root);
  return [...shipped].map((id) => {
    const { name, version, license, manifest_path: manifest } = byId.get(id);
    return { name, version, licence: license ?? "", folder: path.dirname(manifest), from: "crates.io" };
  });
}

const isLicence = /^(licen[cs]e|copying|unlicense|notice)([-.].*)?$/i;

/** The texts that a package brings. @param {Shipped} one */
const textsOf = ({ folder }) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && isLicence.test(entry.name))
        .map(({ name }) => readFileSync(path.join(folder, name), "utf8").replace(/\r\n/g, "\n").trim())
    : [];

/**
 * The list as a text: every name with its licence, then each licence's text once.
 *
 * @param {Iterable<string>} folders of npm's packages in the bundle
 * @throws {Error} when something shipped names no licence
 */
export async function licences(folders) {
  const all = [...packagesIn(folders), ...(await crates())].sort((a, b) => (a.name < b.name ? -1 : 1));
  const without = all.filter(({ licence }) => typeof licence !== "string" || licence === "");
  if (without.length > 0) throw new Error(`no licence is named by ${without.map(({ name }) => name).join(", ")}`);
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const one of all) {
    for (const text of textsOf(one)) texts.set(text, [...(texts.get(text) ?? []), `${one.name} ${one.version}`]);
  }
  const rule = "-".repeat(72);
  return [
    "Tröskel: EUPL-1.2",
    readFileSync(path.join(root, "LICENSE"), "utf8").trim(),
    rule,
    "Med i sidan / Shipped with the page",
    all.map(({ name, version, licence, from }) => `${name} ${version} (${from}): ${licence}`).join("\n"),
    ...[...texts].flatMap(([text, names]) => [rule, names.join(", "), text]),
    "",
  ].join("\n\n");
}
