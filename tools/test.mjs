// Runs every check that a change must pass, from format to the page in real browsers, and counts them.
//
//   npm test                  Chromium is required; Firefox and WebKit where they are present
//   npm run test:engines      all three are required
//   npm test -- rust page     only the steps with one of these words in their titles, what they need included

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { lookFor, needChromium, others } from "./browsers.mjs";
import { measure } from "./budgets.mjs";
import { build } from "./build.mjs";
import { Failed, Missing, isMain, main, root, run, seconds } from "./process.mjs";
import { testRule } from "./rule.mjs";
import { bindgen, packages, wasmToolchain } from "./setup.mjs";

/** @typedef {{ title: string, run: () => Promise<void | string> }} Step a returned sentence says why it was skipped */

const words = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const allEngines = process.argv.includes("--engines");
const onServer = process.env["CI"] === "true" && process.getuid?.() === 0;

/** @param {string[]} args */
const cargo = (...args) => run("cargo", args);

/** @param {string} tool @param {string[]} args */
function npmTool(tool, ...args) {
  return run("node", [path.join(root, "node_modules", tool), ...args]);
}

/** @param {(args: string[], env: Record<string, string>) => string[]} words */
async function cargoForWasm(words) {
  const { cargo: program, args, env } = await wasmToolchain();
  await run(program, words(args, env), { env });
}

/** @param {string} folder relative to the project @returns {string[]} */
const testFiles = (folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => path.join(folder, name));

/** The tests of the page that are written for any engine. */
const engineTests = () => testFiles("tests/page").filter((file) => readFileSync(path.join(root, file), "utf8").includes("./engines/"));

/** A file of tests that takes longer hangs: a browser's driver can stop answering. */
const PATIENCE_MS = 8 * 60_000;

/** @param {string} engine @param {string} file */
const nodeTest = (engine, file) =>
  run("node", ["--test", `--test-timeout=${PATIENCE_MS}`, "--test-reporter=spec", file], { env: { TROSKEL_ENGINE: engine } });

/**
 * Runs files of tests one after another, since two browsers at once make each other late on two cores. Every file is
 * run, so that one run tells of everything that fails.
 *
 * @param {string} engine @param {string[]} files
 */
async function nodeTests(engine, files) {
  /** @type {string[]} */
  const failing = [];
  for (const file of files) {
    try {
      await nodeTest(engine, file);
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      failing.push(file);
    }
  }
  if (failing.length > 0) throw new Failed(`the tests in ${failing.join(", ")}`, 1);
}

/** @type {Step[]} */
const steps = [
  { title: "rust: format", run: () => done(cargo("fmt", "--check")) },
  { title: "rust: lints, native", run: () => done(cargo("clippy", "--quiet", "--locked", "--all-targets")) },
  {
    title: "rust: lints, wasm32, the page's module",
    run: () => cargoForWasm((args) => ["clippy", "--quiet", "--locked", "--lib", "--no-default-features", ...args]),
  },
  {
    title: "rust: lints, wasm32, the other modules and the tests inside the Wasm",
    run: () => cargoForWasm((args) => ["clippy", "--quiet", "--locked", "--lib", "--test", "suite", "--no-default-features", "--features", "tables,plan", ...args]),
  },
  {
    title: "rust: the lock files of what is built beside",
    run: async () => {
      // Nothing here builds them, so that nothing else would notice.
      for (const folder of ["fuzz", "bench/native"]) {
        const manifest = path.join(root, folder, "Cargo.toml");
        await run("cargo", ["update", "--quiet", "--workspace", "--locked", "--manifest-path", manifest]);
      }
    },
  },
  { title: "rust: tests, native", run: () => done(cargo("test", "--quiet", "--locked")) },
  {
    title: "rust: tests, inside the Wasm in Chromium",
    run: async () => {
      await Promise.all([packages(), bindgen(), needChromium()]);
      const { cargo: program, args, env } = await wasmToolchain();
      const runner = `${process.execPath} ${path.join(root, "tools", "wasm-tests.mjs")}`;
      // Optimised: the exhaustive tests compare millions of shares. Unwinding as in a test, so not the modules' own profile.
      await run(program, ["test", "--locked", "--profile", "wasm-tests", "--no-default-features", "--features", "tables,plan", ...args, "--test", "suite"], {
        env: { ...env, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: runner },
      });
    },
  },
  { title: "page: build", run: () => build() },
  {
    title: "page: types",
    run: async () => {
      const projects = readdirSync(root).filter((name) => /^tsconfig.*\.json$/.test(name));
      for (const project of projects) await npmTool("typescript/bin/tsc", "--project", project);
    },
  },
  { title: "page: lints", run: () => done(npmTool("@biomejs/biome/bin/biome", "lint", "--error-on-warnings")) },
  { title: "page: valid HTML", run: () => done(npmTool("html-validate/bin/html-validate.mjs", "dist/**/*.html")) },
  { title: "page: budgets", run: () => measure() },
  {
    title: "package: packed, installed and called",
    run: async () => {
      await needChromium();
      await nodeTests("chromium", testFiles("tests/package"));
    },
  },
  { title: "rule: on SQLite, PostgreSQL, DuckDB and a spreadsheet, a sample", run: () => testRule(1_000) },
  { title: "files: schema and hosting", run: () => nodeTests("chromium", testFiles("tests")) },
  {
    title: "page: in Chromium",
    run: async () => {
      await needChromium();
      await nodeTests("chromium", [...testFiles("tests/page"), ...testFiles("tests/page/chromium")]);
    },
  },
  ...Object.entries(others).map(([name, { title }]) => ({
    title: `page: in ${title}`,
    run: async () => {
      const answer = await lookFor(/** @type {keyof typeof others} */ (name), onServer || allEngines);
      if ("found" in answer) return nodeTests(name, engineTests());
      if (onServer || allEngines) throw new Missing(answer.missing);
      return answer.missing;
    },
  })),
];

/** @param {Promise<unknown>} work */
async function done(work) {
  await work;
}

async function test() {
  const chosen = words.length === 0 ? steps : steps.filter(({ title }) => words.some((word) => title.includes(word)));
  if (chosen.length === 0) throw new Missing(`No step has ${words.join(" or ")} in its title: ${steps.map(({ title }) => title).join("; ")}.`);
  const since = performance.now();
  await Promise.all([packages(), bindgen()]);
  /** @type {string[]} */
  const passed = [];
  /** @type {string[]} */
  const failed = [];
  /** @type {string[]} */
  const skipped = [];
  for (const step of chosen) {
    const began = performance.now();
    console.log(`\n=== ${step.title}`);
    try {
      const why = await step.run();
      if (typeof why === "string") {
        console.log(`skipped: ${why}`);
        skipped.push(`${step.title}: ${why}`);
      } else {
        console.log(`passed in ${seconds(began)}`);
        passed.push(step.title);
      }
    } catch (error) {
      const why = error instanceof Failed || error instanceof Missing ? error.message : error instanceof Error ? error.stack : error;
      console.log(`failed after ${seconds(began)}: ${why}`);
      failed.push(`${step.title}: ${why}`);
    }
  }
  console.log(`\nAll in ${seconds(since)}.`);
  for (const line of skipped) console.log(`skipped · ${line}`);
  for (const line of failed) console.log(`failed · ${line}`);
  console.log(`${passed.length} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
  if (failed.length > 0) process.exitCode = 1;
}

if (isMain(import.meta.url)) await main(test);
