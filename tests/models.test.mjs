// The page's state as models, without a browser; and that the rooms of the page import only downwards, in no circle.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { pageModules } from "./modules.mjs";

const www = new URL("../www/", import.meta.url).pathname;

const modules = pageModules();

/** A store of so many characters. @param {number} room */
function store(room) {
  /** @type {Map<string, string>} */
  const kept = new Map();
  const methods = {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => {
      const others = [...kept].filter(([name]) => name !== key).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
      if (others + key.length + text.length > room) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, text);
    },
    removeItem: (/** @type {string} */ key) => void kept.delete(key),
  };
  return new Proxy(methods, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      kept.has(String(key)) ? { configurable: true, enumerable: true, value: kept.get(String(key)) } : undefined,
  });
}

describe("storage", () => {
  test("a write that fails leaves what was there and is told until it succeeds or is emptied", async () => {
    Object.assign(globalThis, { localStorage: store(60), sessionStorage: store(60) });
    const { work, unkept } = await modules.load("/device/storage.ts");
    assert.equal(work.write("short"), true);
    assert.equal(work.write("x".repeat(100)), false);
    assert.equal(work.read(), "short");
    assert.equal(unkept.value.get(work), "x".repeat(100));
    assert.equal(work.write("again"), true);
    assert.equal(unkept.value.size, 0);
    work.write("x".repeat(100));
    work.clear();
    assert.deepEqual([unkept.value.size, work.read()], [0, null]);
  });

  test("what is put aside gets a place of its own, the same text the same place, and none where there is no room", async () => {
    Object.assign(globalThis, { localStorage: store(120) });
    const { putAside, asides, unkept } = await modules.load("/device/storage.ts");
    assert.equal(putAside("aside", "one").key, "troskel.work.aside.1");
    assert.equal(putAside("aside", "two").key, "troskel.work.aside.2");
    assert.equal(putAside("aside", "one").key, "troskel.work.aside.1");
    assert.equal(putAside("aside", "x".repeat(200)), null);
    assert.deepEqual(
      asides().map((/** @type {{ read: () => string }} */ slot) => slot.read()),
      ["one", "two"],
    );
    assert.equal(unkept.value.size, 0, "the one who asked says it");
  });

  test("a store that refuses everything reads as empty", async () => {
    Object.defineProperty(globalThis, "localStorage", {
      configurable: true,
      get: () => {
        throw new DOMException("refused", "SecurityError");
      },
    });
    const { work, asides, putAside, removeAll } = await modules.load("/device/storage.ts");
    assert.deepEqual([work.read(), work.write("x"), asides(), putAside("aside", "x"), removeAll()], [null, false, [], null, false]);
    work.clear();
    Object.defineProperty(globalThis, "localStorage", { configurable: true, writable: true, value: store(1000) });
  });
});

test("history goes back and on, and typing on in one field is one step", async () => {
  const { history } = await modules.load("/model/history.ts");
  const steps = history("a");
  steps.step("b", "field");
  steps.step("bc", "field");
  steps.step("d");
  assert.deepEqual([steps.now.value, steps.canUndo.value, steps.canRedo.value], ["d", true, false]);
  assert.ok(steps.undo());
  assert.equal(steps.now.value, "bc");
  assert.ok(steps.undo());
  assert.deepEqual([steps.now.value, steps.undo()], ["a", false]);
  assert.ok(steps.redo());
  assert.ok(steps.redo());
  assert.deepEqual([steps.now.value, steps.redo()], ["d", false]);
  steps.undo();
  steps.step("e");
  assert.equal(steps.canRedo.value, false, "another way was taken");
  steps.begin("new");
  assert.deepEqual([steps.now.value, steps.canUndo.value], ["new", false]);
  for (let nth = 0; nth < 300; nth += 1) steps.step(`${nth}`);
  let back = 0;
  while (steps.undo()) back += 1;
  assert.equal(back, 200);
});

describe("the area", () => {
  test("what an example or clearing takes away comes back, with its mark", async () => {
    const { entries, show, clear, change, undoClear, showsExample, criteriaSet, nothingEntered } = await modules.load("/model/area.ts");
    const { examples } = await modules.load("/model/examples.ts");
    const [criterion] = criteriaSet.value.criteria;
    change(criterion, { percent: "10" });
    show(examples[criteriaSet.value.id]("sv"));
    change(criterion, { count: "743" });
    assert.equal(showsExample.value, true, "the rest is still made up");
    clear();
    assert.deepEqual([nothingEntered.value, showsExample.value], [true, false]);
    undoClear();
    assert.equal(showsExample.value, true);
    undoClear();
    assert.deepEqual([entries.value[criterion.id].percent, showsExample.value], ["10", false], "one's own, from before the example");
    clear();
    change(criterion, { percent: "10" });
    show(examples[criteriaSet.value.id]("sv"));
    undoClear();
    assert.deepEqual([entries.value[criterion.id].percent, showsExample.value], ["10", false]);
  });

  test("the answer counts a figure on the threshold as the reading does", async () => {
    const { answer } = await modules.load("/area/sentences.ts");
    const { text } = await modules.load("/area/text.sv.ts");
    const { criteriaSet } = await modules.load("/model/area.ts");
    const said = (/** @type {boolean} */ counts) => {
      const on = { outcome: "at-threshold", countsAsMet: counts };
      const findings = [on, ...Array(3).fill({ outcome: "met", countsAsMet: true })];
      const tally = { met: counts ? 4 : 3, unknown: 0, required: 4 };
      const assessment = { verdict: counts ? "meets" : "does-not-meet", tally, dependsOn: ["tie"], findings };
      return answer({ assessment }, criteriaSet.value, false, "", text, "sv").sentence.join(" ").replaceAll(/\s/g, " ");
    };
    assert.equal(said(true), "Området uppfyller alla fyra kriterier. Det räcker.");
    assert.equal(said(false), "Området uppfyller tre av fyra kriterier. Det räcker inte – alla fyra krävs.");
  });

  test("a name tells that the figures are made up, in either language, and is told from it again", async () => {
    const { markedName, isMarked, unmarked } = await modules.load("/model/examples.ts");
    assert.equal(markedName("Norra", false), "Norra");
    for (const name of ["", "Norra", "x".repeat(120)]) {
      const marked = markedName(name, true);
      assert.ok(isMarked(marked) && marked.length <= 120);
      assert.ok(name.startsWith(unmarked(marked)));
    }
    assert.equal(isMarked("Exemplet"), false);
  });

  test("a record is asked for its own names only", async () => {
    const { own } = await modules.load("/text/own.ts");
    const { entryOf } = await modules.load("/model/area.ts");
    assert.equal(own({}, "constructor"), undefined);
    assert.equal(own({ constructor: 1 }, "constructor"), 1);
    assert.equal(entryOf({ id: "constructor", unit: "percent" }, {}).percent, "");
  });
});

test("a scale holds threshold and average well apart, and its ends inside the whole", async () => {
  const { nearOf, wholeOf, marksOf } = await modules.load("/model/range.ts");
  for (const name of ["promemoria-2018", "scb-2012"]) {
    const { criteria } = JSON.parse(readFileSync(new URL(`../src/criteria/sets/${name}.json`, import.meta.url), "utf8"));
    for (const criterion of criteria) {
      const [near, whole] = [nearOf(criterion), wholeOf(criterion)];
      assert.ok(near.from >= whole.from && near.to <= whole.to && near.from < near.to);
      const { averageAt, thresholdAt } = marksOf(criterion, near);
      if (averageAt === null) assert.deepEqual(near, whole);
      else assert.ok(Math.abs(averageAt - thresholdAt) > 20 && thresholdAt > 20 && thresholdAt < 80, criterion.id);
    }
  }
});

describe("the rooms of the page", () => {
  const files = readdirSync(www, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.tsx?$/.test(name) && !name.startsWith("generated"),
  );
  /** What each file imports as code; types alone make no circle. */
  const imports = new Map(
    files.map((file) => {
      const source = readFileSync(path.join(www, file), "utf8").replace(/import type [^;]*;/g, "");
      const found = [...source.matchAll(/(?:from |import\(|import )"(\.[^"]+\.tsx?)"/g)].map(([, target]) =>
        path.normalize(path.join(path.dirname(file), target ?? "")),
      );
      return [file, found];
    }),
  );
  /** Each room may import from itself and from those that it names. */
  const below = {
    text: [],
    look: [],
    engine: ["text"],
    device: ["engine", "text"],
    model: ["device", "engine", "text"],
    municipality: ["engine", "text", "model"],
    frame: ["device", "engine", "text", "."],
    fetch: ["municipality", "model", "device", "engine", "text", "look", "frame", "."],
    area: ["municipality", "model", "device", "engine", "text", "look", "frame", "."],
    areas: ["fetch", "municipality", "model", "device", "engine", "text", "look", "frame", "."],
    about: ["municipality", "model", "device", "engine", "text", "look", "frame"],
  };
  const room = (/** @type {string} */ file) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : ".");

  test("import only downwards", () => {
    const upwards = [...imports].flatMap(([file, targets]) => {
      const allowed = /** @type {Readonly<Record<string, readonly string[]>>} */ (below)[room(file)];
      return allowed === undefined
        ? []
        : targets
            .filter(
              (target) =>
                room(target) !== room(file) && !(allowed.includes(room(target)) && (room(target) !== "." || target === "addresses.ts")),
            )
            .map((target) => `${file} imports ${target}`);
    });
    assert.deepEqual(upwards, []);
  });

  test("make no circle", () => {
    /** @type {Map<string, "open" | "done">} */
    const seen = new Map();
    /** @type {string[]} */
    const circles = [];
    const visit = (/** @type {string} */ file, /** @type {readonly string[]} */ way) => {
      if (seen.get(file) === "done") return;
      if (seen.get(file) === "open") return void circles.push([...way.slice(way.indexOf(file)), file].join(" > "));
      seen.set(file, "open");
      for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
      seen.set(file, "done");
    };
    for (const file of files) visit(file, []);
    assert.deepEqual(circles, []);
  });

  test("keep JSX and the document out of the models", () => {
    for (const file of files.filter((name) => name.startsWith("model/"))) {
      const source = readFileSync(path.join(www, file), "utf8");
      assert.ok(file.endsWith(".ts"), file);
      assert.doesNotMatch(
        source,
        /(?<![\w.])document\.(?!documentElement\.lang)(?:querySelector|getElementById|createElement|body|title|addEventListener)|localStorage|sessionStorage/,
        file,
      );
    }
  });

  test("name stores and keys in one place alone", () => {
    const naming = files.filter((name) =>
      /\b(local|session)Storage\b|"troskel\.(work|sets|area|fetched)/.test(readFileSync(path.join(www, name), "utf8")),
    );
    assert.deepEqual(naming, ["device/storage.ts"]);
  });
});

describe("the views of many areas", () => {
  test("a fragment names a view in either language, and any other fragment none", async () => {
    const { fragmentOf, viewIn, workbenchViews } = await modules.load("/model/workbench.ts");
    for (const view of workbenchViews) for (const language of ["sv", "en"]) assert.equal(viewIn(fragmentOf(view, language)), view);
    assert.deepEqual(["", "#", "#rejected", "#content", "#constructor"].map(viewIn), [null, null, null, null, null]);
  });

  test("an export is named by the years and by what a filter leaves", async () => {
    const { holdsOf, yearsOf } = await modules.load("/model/workbench.ts");
    assert.deepEqual([[], [null], ["2022"], ["2022", "2024M03", null, "2018"], ["2022/2023"], ["okt."]].map(yearsOf), [
      null,
      null,
      "2022",
      "2018-2024",
      "2022",
      null,
    ]);
    const asked = { verdict: null, outcome: null, within: null, text: " " };
    assert.deepEqual(
      [asked, { ...asked, verdict: "meets" }, { ...asked, verdict: "meets", within: "2" }, { ...asked, text: "a" }].map(holdsOf),
      ["all", "meets", "filtered", "filtered"],
    );
  });
});

describe("origins", () => {
  test("an address asked for the areas that its codes and masks match, of either vintage, and for no other", async () => {
    const { asksFor } = await modules.load("/model/origins.ts");
    const asked = (/** @type {string} */ region) => (/** @type {string} */ code) =>
      asksFor(
        { address: `https://scb.example/data?lang=sv&valueCodes[Region]=${encodeURIComponent(region)}`, updated: null, sha256: null },
        code,
      );
    const trollhattan = asked("1488R???_RegSO2025");
    assert.deepEqual(["1488R002", "0180R002", "1488R0020", "1488A0010"].map(trollhattan), [true, false, false, false]);
    assert.deepEqual(["1488R002", "0180R117"].map(asked("????R???")), [true, true]);
    assert.deepEqual(["1488R002", "1488R003"].map(asked("1488R001,1488R002")), [true, false]);
    assert.equal(asksFor({ address: "made up", updated: null, sha256: null }, "1488R002"), false);
  });
});
