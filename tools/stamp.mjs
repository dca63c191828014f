// Tells by content whether what was built from files is still that of the files: nothing is built twice.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./process.mjs";

const folder = path.join(root, ".cache");

/**
 * All files under a file or folder of the project, sorted, leaving out those named.
 *
 * @param {string} name relative to the project
 * @param {string[]} [without] relative to the project
 * @returns {string[]} absolute paths
 */
export function filesUnder(name, without = []) {
  const start = path.join(root, name);
  if (!existsSync(start) || without.includes(name)) return [];
  if (statSync(start).isFile()) return [start];
  return readdirSync(start)
    .sort()
    .flatMap((entry) => filesUnder(path.posix.join(name, entry), without));
}

/**
 * A digest of the names and contents of all inputs.
 *
 * @param {string[]} inputs files and folders, relative to the project
 * @param {string[]} [without] files and folders to leave out
 * @param {string[]} [words] what else the result depends on, such as a compiler's version
 */
export function digest(inputs, without = [], words = []) {
  const hash = createHash("sha256");
  for (const word of words) hash.update(`${word}\0`);
  for (const file of inputs.flatMap((input) => filesUnder(input, without))) {
    hash.update(`${path.relative(root, file)}\0`);
    hash.update(createHash("sha256").update(readFileSync(file)).digest());
  }
  return hash.digest("hex");
}

const fileOf = (/** @type {string} */ name) => path.join(folder, `${name}.stamp`);

/** @typedef {{ digest: string, outputs: string[] }} What outputs are relative to the project */

/**
 * Whether an earlier run did the work from the same inputs and its outputs are still there.
 *
 * @param {string} name of the stamp
 * @param {What} what
 */
export function stands(name, { digest, outputs }) {
  const file = fileOf(name);
  return outputs.every((output) => existsSync(path.join(root, output))) && existsSync(file) && readFileSync(file, "utf8") === digest;
}

/** Forgets what was done: it is under way again. @param {string} name */
const forget = (name) => rmSync(fileOf(name), { force: true });

/** Notes that the work is done. @param {string} name @param {What} what */
function note(name, { digest }) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name), digest);
}

/**
 * Does the work unless it stands.
 *
 * @param {string} name of the stamp
 * @param {What} what
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether anything had to be done
 */
export async function onceFor(name, what, work) {
  if (stands(name, what)) return false;
  forget(name);
  await work();
  note(name, what);
  return true;
}
