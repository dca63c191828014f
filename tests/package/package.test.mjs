// The npm package as it would be published: packed, installed into an empty folder, and called from Node and from a
// page without a bundler, over every golden case.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { needChromium } from "../../tools/browsers.mjs";
import { buildPackage } from "../../tools/package.mjs";
import { handler, listen } from "../../tools/serve.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "troskel-package-"));

/** @param {string} program @param {string[]} args */
const run = (program, ...args) => execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The golden cases, each with the outcomes and the verdict or the code that it expects. */
const cases = readdirSync(path.join(root, "tests/cases")).flatMap(
  (name) => JSON.parse(readFileSync(path.join(root, "tests/cases", name), "utf8")).cases,
);

/** Runs golden cases with the package; it is sent to the page as it stands. */
function judge({ Calculator, sets }, cases) {
  return cases.map(({ set: id, reading, figures }) => {
    const set = sets[id];
    const given = set.criteria.map(({ id }) => {
      const { mode, text = "", exact = false, of = "", count = "", total = "", noise = "" } = figures[id] ?? { mode: "percent" };
      if (figures[id] === undefined) return null;
      if (mode === "percent") return { mode, text, exact, of };
      return mode === "count" ? { mode, count, total, noise } : { mode, text, noise };
    });
    try {
      const request = { figures: given, tie: reading?.tie ?? null, require: reading?.require ?? null };
      const { assessment } = new Calculator(set).assess(request);
      return {
        verdict: assessment.verdict,
        outcomes: Object.fromEntries(assessment.findings.map(({ criterion, outcome }) => [criterion, outcome])),
      };
    } catch (error) {
      return { error: error.problem.code };
    }
  });
}

const expected = cases.map(({ expect }) => expect);

function compare(found) {
  assert.ok(cases.length >= 200);
  for (const [nth, { verdict, error, findings = {} }] of expected.entries()) {
    const sentence = cases[nth].case;
    assert.equal(found[nth].error, error, sentence);
    if (verdict !== undefined) assert.equal(found[nth].verdict, verdict, sentence);
    for (const [id, { outcome }] of Object.entries(findings)) {
      if (outcome !== undefined) assert.equal(found[nth].outcomes[id], outcome, `${sentence}: ${id}`);
    }
  }
}

before(async () => {
  writeFileSync(path.join(folder, "cases.json"), JSON.stringify(cases));
  const built = await buildPackage();
  run("npm", "pack", built, "--silent");
  writeFileSync(path.join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  run(
    "npm",
    "install",
    "--offline",
    "--no-audit",
    "--no-fund",
    "--silent",
    `./${readdirSync(folder).find((name) => name.endsWith(".tgz"))}`,
  );
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("the package holds what it names, its licence and nothing else", () => {
  const installed = path.join(folder, "node_modules/troskel");
  const names = [
    "LICENSE",
    "README.md",
    "figures.js",
    "index.d.ts",
    "index.js",
    "node.js",
    "package.json",
    "core.d.ts",
    "core.js",
    "core_bg.wasm",
    "sets.js",
  ];
  assert.deepEqual(readdirSync(installed).sort(), names.sort());
  assert.deepEqual(readFileSync(path.join(installed, "LICENSE")), readFileSync(path.join(root, "LICENSE")));
  for (const name of names.filter((name) => name.endsWith("js"))) {
    assert.ok(!readFileSync(path.join(installed, name), "utf8").includes(root), `${name} names a folder of this machine`);
  }
});

test("the README's example runs in Node and prints what its comments say", () => {
  const [, example] = /```js\n([\s\S]*?)```/.exec(readFileSync(path.join(folder, "node_modules/troskel/README.md"), "utf8"));
  assert.ok(example.trim().split("\n").length <= 10);
  writeFileSync(path.join(folder, "example.js"), example);
  const comments = [...example.matchAll(/\/\/ (.*)$/gm)].map(([, comment]) => comment);
  assert.deepEqual(run("node", "example.js").trim().split("\n"), comments);
});

test("the README's example has the types it promises, under every strict check", () => {
  const [, example] = /```js\n([\s\S]*?)```/.exec(readFileSync(path.join(folder, "node_modules/troskel/README.md"), "utf8"));
  const strictly = example.replace("findings[0].", "findings[0]?.").replace("findings[2].", "findings[2]?.");
  writeFileSync(path.join(folder, "example.ts"), strictly);
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  const options =
    "--noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --target es2022 --module nodenext --lib es2022,dom --types";
  run("node", tsc, ...options.split(" "), "", "example.ts");
});

test("the rule is written, and a form that is none is refused with its code", () => {
  writeFileSync(
    path.join(folder, "rule.js"),
    `import { Calculator, load, sets } from "troskel";
    await load();
    const calculator = new Calculator(sets["scb-2012"]);
    const request = { form: "sql", figures: "counts", language: "en", tie: null, require: null };
    try { calculator.rule({ ...request, form: "ods" }); } catch ({ problem }) { console.log(problem.code); }
    try { calculator.rule({ ...request, tie: "inclusive" }); } catch ({ problem }) { console.log(problem.code); }
    console.log(calculator.rule(request));`,
  );
  const [refused, settled, ...sql] = run("node", "rule.js").split("\n");
  assert.equal(refused, "unknown-word");
  assert.equal(settled, "settled-point");
  assert.match(sql.join("\n"), /^-- .*SELECT.* AS verdict.*population BETWEEN 0 AND /s);
});

test("every golden case comes out in Node", () => {
  writeFileSync(
    path.join(folder, "cases.js"),
    `import { readFileSync } from "node:fs";
    import * as troskel from "troskel";
    await troskel.load();
    ${judge}
    console.log(JSON.stringify(judge(troskel, JSON.parse(readFileSync("cases.json", "utf8")))));`,
  );
  compare(JSON.parse(run("node", "cases.js")));
});

test("every golden case comes out in a page without a bundler, under a strict policy", async () => {
  writeFileSync(
    path.join(folder, "page.html"),
    '<!doctype html><title>troskel</title><pre></pre><script type="module" src="use.js"></script>',
  );
  writeFileSync(
    path.join(folder, "use.js"),
    `import * as troskel from "./node_modules/troskel/index.js";
    await troskel.load();
    ${judge}
    const cases = await (await fetch("cases.json")).json();
    const out = document.querySelector("pre");
    out.textContent = JSON.stringify(judge(troskel, cases));
    out.id = "done";`,
  );
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
  const { server, origin } = await listen(handler(folder, { headers: { "Content-Security-Policy": policy } }), 0);
  const browser = await chromium.launch({ executablePath: (await needChromium()).browser, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => errors.push(message.text()));
    await page.goto(`${origin}/page.html`);
    const out = page.locator("#done");
    await out.waitFor({ timeout: 30_000 });
    compare(JSON.parse((await out.textContent()) ?? ""));
    assert.deepEqual(
      errors.filter((text) => !text.includes("favicon")),
      [],
    );
  } finally {
    await browser.close();
    server.close();
  }
});
