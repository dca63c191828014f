// What every change must pass, step by step: what each needs, and what it must not run beside.

import { readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { everyEngine } from "../tests/page/engines/index.mjs";
import { lookFor, needChromium, others } from "./browsers.mjs";
import { measure } from "./budgets.mjs";
import { buildModules, quickModules } from "./build.mjs";
import { Failed, Missing, root, run } from "./process.mjs";
import { sameBytes } from "./reproducible.mjs";
import { testRule } from "./rule.mjs";
import { packages, testRunner, wasmToolchain } from "./setup.mjs";
import { supply } from "./supply.mjs";
import { tidy } from "./tidy.mjs";
import { crate } from "./wasm.mjs";

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {() => Promise<unknown>} run a returned sentence says why it was skipped
 * @property {string[]} [after] the titles of the steps whose results it needs
 * @property {string} lane steps of one lane never run at the same time
 * @property {boolean} [check] whether `npm run check` has it too: it needs no browser, and little time
 */

/** @typedef {{ check: boolean, allEngines: boolean }} Options */

/** A file of tests that takes longer hangs: a browser's driver can stop answering. */
const PATIENCE_MS = 8 * 60_000;

/** @param {string[]} args */
const cargo = (...args) => run("cargo", args);

/** @param {string} tool @param {string[]} args */
const npmTool = async (tool, ...args) => {
  await packages();
  await run("node", [path.join(root, "node_modules", tool), ...args]);
};

/** @param {(args: string[]) => string[]} words @param {Record<string, string>} [more] */
async function cargoForWasm(words, more = {}) {
  const { cargo: program, args, env } = await wasmToolchain();
  await run(program, words(args), { env: { ...env, ...more } });
}

/** @param {string} folder relative to the project @returns {string[]} */
const testFiles = (folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => path.join(folder, name));

/**
 * Runs files of tests one after another, since more browsers at once than steps make each other late on two cores.
 * Every file is run, so that one run tells of everything that fails.
 *
 * @param {string} engine @param {string[]} files
 */
async function nodeTests(engine, files) {
  /** @type {string[]} */
  const failing = [];
  for (const file of files) {
    try {
      await run("node", ["--test", `--test-timeout=${PATIENCE_MS}`, "--test-reporter=spec", file], { env: { TROSKEL_ENGINE: engine } });
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      failing.push(file);
    }
  }
  if (failing.length > 0) throw new Failed(`the tests in ${failing.join(", ")}`, 1);
}

/**
 * A quick check takes fewer cases of what is made up at random, which takes as long as all other tests, and optimises what
 * it calls: that compiles for two minutes once, a few seconds after an edit, and runs in a quarter of the time.
 */
const quickly = {
  args: ["--config", "profile.dev.package.troskel.opt-level=1"],
  env: { PROPTEST_CASES: "32", TROSKEL_FUZZ_ROUNDS: "16" },
};

const warningsDenied = ["--", "-D", "warnings"];
const forWasm = [...crate, "--no-default-features", "--features", "plan,tables"];

/** The sets of features that somebody builds the crate with. */
const featureSets = [
  [],
  ["--no-default-features"],
  ["--no-default-features", "--features", "plan"],
  ["--no-default-features", "--features", "tables"],
];

async function docs() {
  const env = { RUSTDOCFLAGS: "-D warnings" };
  for (const features of featureSets)
    await run("cargo", ["doc", "--quiet", "--locked", "--no-deps", "--lib", ...crate, ...features], { env });
  await cargoForWasm((args) => ["doc", "--quiet", "--locked", "--no-deps", "--lib", ...forWasm, ...args], env);
}

async function types() {
  const projects = readdirSync(root).filter((name) => /^tsconfig.*\.json$/.test(name));
  for (const project of projects) await npmTool("typescript/bin/tsc", "--project", project);
}

async function insideTheWasm() {
  await Promise.all([packages(), testRunner(), needChromium()]);
  const runner = `${process.execPath} ${path.join(root, "tools", "wasm-tests.mjs")}`;
  await cargoForWasm((args) => ["test", "--locked", "--test", "suite", ...forWasm, ...args], {
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: runner,
  });
}

/** @param {keyof typeof others} name @param {boolean} demanded */
async function inEngine(name, demanded) {
  const answer = await lookFor(name, demanded);
  if ("found" in answer)
    return nodeTests(
      name,
      everyEngine.map((file) => path.join("tests", "page", `${file}.test.mjs`)),
    );
  if (demanded) throw new Missing(answer.missing);
  return answer.missing;
}

/**
 * The steps, those first that others wait for.
 *
 * @param {Options} options
 * @returns {Step[]}
 */
export function stepsFor({ check, allEngines }) {
  const modules = "page: the Wasm modules";
  const site = "page: the site";
  const native = "rust: tests, native";
  /** @type {Step[]} */
  const all = [
    { title: "rust: format", lane: "format", check: true, run: () => cargo("fmt", "--check") },
    {
      title: modules,
      lane: "build",
      check: true,
      // For checks without a browser any modules of the same sources will do.
      run: () => Promise.all([packages(), check ? quickModules() : buildModules()]),
    },
    { title: "house: rules", lane: "files", check: true, run: tidy },
    { title: "house: what is taken from others", lane: "files", check: true, run: supply },
    {
      title: "rust: lints, native",
      lane: "cargo",
      check: true,
      run: () => cargo("clippy", "--quiet", "--locked", "--workspace", "--all-targets", ...warningsDenied),
    },
    {
      title: "rust: lints, wasm32, the page's module",
      lane: "cargo",
      check: true,
      run: () =>
        cargoForWasm((args) => ["clippy", "--quiet", "--locked", "--lib", ...crate, "--no-default-features", ...args, ...warningsDenied]),
    },
    {
      title: "rust: lints, wasm32, the other modules and the tests inside the Wasm",
      lane: "cargo",
      check: true,
      run: () =>
        cargoForWasm((args) => ["clippy", "--quiet", "--locked", "--lib", "--test", "suite", ...forWasm, ...args, ...warningsDenied]),
    },
    {
      title: native,
      lane: "cargo",
      check: true,
      run: () => {
        const { args, env } = check ? quickly : { args: [], env: {} };
        return run("cargo", ["test", "--quiet", "--locked", "--no-fail-fast", ...args], { env });
      },
    },
    // As people run it.
    { title: site, lane: "build", after: [modules], run: () => run("node", [path.join("tools", "build.mjs")], { cwd: root }) },
    { title: "page: types", lane: "types", check: true, after: [modules], run: types },
    { title: "page: format", lane: "files", check: true, run: () => npmTool("@biomejs/biome/bin/biome", "format") },
    { title: "page: lints", lane: "files", check: true, run: () => npmTool("@biomejs/biome/bin/biome", "lint", "--error-on-warnings") },
    {
      title: "page: valid HTML",
      lane: "files",
      after: [site],
      run: () => npmTool("html-validate/bin/html-validate.mjs", "dist/**/*.html"),
    },
    // The command is asked too: the native tests have built it.
    {
      title: "files: schema, hosting, numbers, modules, addresses",
      lane: "files",
      check: true,
      after: [modules, native],
      run: () => nodeTests("chromium", testFiles("tests")),
    },
    { title: "rust: documentation, for every set of features", lane: "cargo", check: true, run: docs },
    { title: "rust: tests, inside the Wasm in Chromium", lane: "cargo", run: insideTheWasm },
    {
      title: "page: in Chromium alone",
      lane: "chromium alone",
      after: [site],
      run: () => needChromium().then(() => nodeTests("chromium", testFiles("tests/page/chromium"))),
    },
    // Asks the command, too.
    {
      title: "page: in Chromium",
      lane: "chromium",
      after: [site, native],
      run: () => needChromium().then(() => nodeTests("chromium", testFiles("tests/page"))),
    },
    ...Object.entries(others).map(([name, { title }]) => ({
      title: `page: in ${title}`,
      lane: name,
      after: [site],
      run: () => inEngine(/** @type {keyof typeof others} */ (name), allEngines),
    })),
    { title: "page: budgets", lane: "chromium", after: [site], run: measure },
    {
      title: "package: packed, installed and called",
      lane: "files",
      after: [modules],
      run: () => needChromium().then(() => nodeTests("chromium", testFiles("tests/package"))),
    },
    { title: "rule: on SQLite, PostgreSQL, DuckDB and a spreadsheet, a sample", lane: "cargo", run: () => testRule(1_000) },
    {
      title: "house: each planted fault is refused",
      lane: "cargo",
      after: [modules],
      run: () => nodeTests("chromium", testFiles("tests/house")),
    },
    { title: "house: the page's module is made of the same bytes again", lane: "build", after: [site], run: () => sameBytes(["page"]) },
  ];
  return check ? all.filter((step) => step.check) : all;
}
