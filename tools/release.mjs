// Prepares a release: `npm run release -- 0.2.0`. It writes the version where versions stand and dates the changelog, runs
// every check in every engine, and commits and tags what passed. It publishes nothing: that stays with a person.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { Missing, ask, isMain, main, root, run, say } from "./process.mjs";

/** @param {string} file @param {(text: string) => string} change */
function edit(file, change) {
  const at = path.join(root, file);
  const before = readFileSync(at, "utf8");
  const after = change(before);
  if (after === before) throw new Missing(`${file} does not have what a release changes in it.`);
  writeFileSync(at, after);
}

/** Whether a version follows another. @param {string} version @param {string} before */
export function follows(version, before) {
  const [next, last] = [version, before].map((text) => text.split(".").map(Number));
  for (const place of [0, 1, 2]) {
    const [a = 0, b = 0] = [next?.[place], last?.[place]];
    if (a !== b) return a > b;
  }
  return false;
}

/** The changelog with what was not released yet under the version and its day. @param {string} text @param {string} version @param {string} day */
export const dated = (text, version, day) => text.replace(/^## Unreleased$/m, `## Unreleased\n\n## ${version} – ${day}`);

async function release() {
  const [version = ""] = process.argv.slice(2);
  const { version: before } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  if (!/^\d+\.\d+\.\d+$/.test(version) || !follows(version, before))
    throw new Missing(`Say a version after ${before}: npm run release -- 0.2.0`);
  if (ask("git", ["status", "--porcelain"]) !== "")
    throw new Missing("There are changes that are not committed: commit or put them aside first.");
  const changelog = readFileSync(path.join(root, "CHANGELOG.md"), "utf8");
  const [, news = ""] = /^## Unreleased\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog) ?? [];
  if (news.trim() === "") throw new Missing("CHANGELOG.md tells nothing under “Unreleased”: say what users notice first.");

  edit("Cargo.toml", (text) => text.replace(`\nversion = "${before}"`, `\nversion = "${version}"`));
  edit("package.json", (text) => text.replace(`"version": "${before}"`, `"version": "${version}"`));
  edit("CHANGELOG.md", (text) => dated(text, version, new Date().toISOString().slice(0, 10)));
  await run("npm", ["install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"], { quiet: true });
  for (const manifest of ["Cargo.toml", "fuzz/Cargo.toml", "bench/native/Cargo.toml"])
    await run("cargo", ["update", "--quiet", "--workspace", "--manifest-path", manifest]);

  await run("node", ["tools/test.mjs", "--engines"]);
  await run("node", ["tools/reproducible.mjs"]);
  await run("cargo", ["package", "--locked", "--allow-dirty", "--list"], { quiet: true });
  await run("git", ["commit", "--quiet", "--all", "--message", `release: ${version}`]);
  await run("git", ["tag", "--annotate", `v${version}`, "--message", `Tröskel ${version}`]);
  say(
    `v${version} is committed and tagged. Push it with \`git push --follow-tags\`, then \`cargo publish\` and \`npm run build:package && npm publish dist-package\`.`,
  );
}

if (isMain(import.meta.url)) await main(release);
