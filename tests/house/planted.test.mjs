// The gate is strict: each fault that is planted in a copy of the project makes `npm run check` fail, and for its reason.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { ask, root } from "../../tools/process.mjs";
import { isAllowed } from "../../tools/supply.mjs";

/** @type {string} */
let copy;
before(() => {
  copy = mkdtempSync(path.join(tmpdir(), "troskel-planted-"));
  const files = (ask("git", ["ls-files", "--cached", "--others", "--exclude-standard"]) ?? "").split("\n");
  // What is built goes along, with the stamps that say what it was built from.
  const built = ["www/generated", ...["packages", "wasm-page", "wasm-plan", "wasm-tables"].map((name) => `.cache/${name}.stamp`)];
  for (const name of [...files, ...built].filter((name) => existsSync(path.join(root, name))))
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all"],
  ])
    assert.equal(spawnSync("git", args, { cwd: copy }).status, 0);
});
after(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a step of `npm run check` in the copy. @param {string} step */
function check(step) {
  // Dependencies are compiled once for the project and its copy.
  const env = { ...process.env, CARGO_TARGET_DIR: process.env["CARGO_TARGET_DIR"] ?? path.join(root, "target") };
  const { status, stdout, stderr } = spawnSync("node", ["tools/test.mjs", "--check", step], { cwd: copy, env, encoding: "utf8" });
  return { status, said: `${stdout}${stderr}` };
}

/**
 * Changes a file, runs the step that is to notice, and puts the file back.
 *
 * @param {string} file @param {(text: string) => string} change @param {string} step @param {RegExp} said
 */
function refuses(file, change, step, said) {
  const before = readFileSync(path.join(copy, file), "utf8");
  const planted = change(before);
  assert.notEqual(planted, before, "nothing was planted");
  writeFileSync(path.join(copy, file), planted);
  try {
    const answer = check(step);
    assert.notEqual(answer.status, 0, answer.said);
    assert.match(answer.said, said);
  } finally {
    writeFileSync(path.join(copy, file), before);
  }
}

const addition = (/** @type {string} */ code) => (/** @type {string} */ text) => `${text}\n${code}\n`;

test("the copy as it is passes what is asked of it below", () => {
  for (const step of ["rules", "types", "lints, native"]) {
    const { status, said } = check(step);
    assert.equal(status, 0, said);
  }
});

test("a float, a clock and a hash map in the core are refused", () => {
  // All three at once, since to look through the core again takes longest.
  const faults = [
    ["/// Planted.\n#[derive(Debug)]\npub struct Planted {\n    /// Planted.\n    pub share: f64,\n}", "type `f64`"],
    ["/// Planted.\npub fn planted() -> std::time::Instant {\n    std::time::Instant::now()\n}", "method `std::time::Instant::now`"],
    ["/// Planted.\npub type Hashed = std::collections::HashMap<u8, u8>;", "type `std::collections::HashMap`"],
  ];
  const said = faults.map(([, what]) => `(?=[\\s\\S]*error: use of a disallowed ${what})`).join("");
  refuses("src/assess/mod.rs", addition(faults.map(([code]) => code).join("\n\n")), "lints, native", new RegExp(`^${said}`));
});

test("an import from a lower room to a higher one is refused, in the core and in the page", () => {
  refuses(
    "src/figure/mod.rs",
    addition("use crate::assess::Outcome as _;"),
    "rules",
    /src\/figure\/mod\.rs:\d+: src\/figure may not know src\/assess/,
  );
  refuses(
    "www/text/format.ts",
    addition('import "../about/data.ts";'),
    "rules",
    /www\/text\/format\.ts:\d+: www\/text may not know www\/about/,
  );
});

test("a Swedish sentence that is missing is refused, in the core and in the page", () => {
  const gone = (/** @type {RegExp} */ line) => (/** @type {string} */ text) => text.replace(line, "");
  refuses("src/words/sv.rs", gone(/^ {8}Outcome::Unknown => .*\n/m), "lints, native", /non-exhaustive patterns: `.*Unknown` not covered/);
  refuses("www/area/text.sv.ts", gone(/^ {2}metaTitle: .*\n/m), "types", /metaTitle/);
});

test("a package that nothing uses, or whose reason is not told, is refused", () => {
  // Not written out: this file would use it.
  const name = ["left", "pad"].join("-");
  refuses(
    "package.json",
    (text) => text.replace('"devDependencies": {', `"devDependencies": {\n    "${name}": "^1.3.0",`),
    "rules",
    new RegExp(`depends on ${name}; docs/dependencies\\.md does not tell why[\\s\\S]*${name} is not used`),
  );
});

test("a crate that nothing uses, a feature that is not told of, and a test that is not run are refused", () => {
  refuses("Cargo.toml", (text) => text.replace("[dependencies]", '[dependencies]\nregex = "1"'), "rules", /Cargo\.toml: regex is not used/);
  refuses(
    "Cargo.toml",
    (text) => text.replace("[features]", "[features]\nplanted = []"),
    "rules",
    /src\/lib\.rs does not tell what the feature "planted" brings/,
  );
  refuses("tests/main.rs", (text) => text.replace("mod areas;", ""), "rules", /tests\/areas(\/mod)?\.rs is not run/);
});

test("tools that import each other in a circle are refused", () => {
  refuses(
    "tools/wasm.mjs",
    addition('export const late = () => import("./build.mjs");'),
    "rules",
    /tools\/build\.mjs imports it again|tools\/wasm\.mjs imports it again/,
  );
});

test("a path of somebody's machine and a file that is too long are refused", () => {
  refuses(
    "README.md",
    addition(`See ${["", "home", "anna", "troskel"].join("/")}.`),
    "rules",
    /README\.md:\d+: a path of somebody's machine/,
  );
  refuses("src/lib.rs", addition("//\n".repeat(400)), "rules", /src\/lib\.rs has \d+ lines/);
});

test("a licence is allowed if one of its choices is, and all of its parts", () => {
  const allowed = new Set(["MIT", "Apache-2.0", "Unicode-3.0"]);
  for (const good of [
    "MIT",
    "GPL-3.0 OR MIT",
    "MIT/Apache-2.0",
    "(MIT OR GPL-2.0) AND Unicode-3.0",
    "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
  ])
    assert.ok(isAllowed(good, allowed), good);
  for (const bad of ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND NCSA", "MIT GPL-3.0"])
    assert.ok(!isAllowed(bad, allowed), bad);
});
