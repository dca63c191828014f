// The models of *Många områden* without a browser: the project, and a series as a picture.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pageModules } from "./modules.mjs";

const modules = pageModules();

describe("a project", () => {
  const filter = {
    municipality: null,
    verdict: "meets",
    criterion: null,
    outcome: null,
    within: null,
    text: "",
    sort: "file",
    descending: false,
  };
  const project = {
    notes: "Ses med kommunen",
    files: [{ name: "a.csv", bytes: 12, sha256: "0f".repeat(32) }],
    before: [],
    keys: [{ name: "nyckel.csv", bytes: 3, sha256: null, to: "deso" }],
    changeLogs: [{ name: "andringar.csv", bytes: 4, sha256: null }],
    recipes: [{ name: "a.csv", shape: ["kod"], measures: [] }],
    sum: false,
    criteria: "promemoria-2018",
    sets: [],
    reading: { tie: "inclusive", require: null },
    filter,
    comparedWith: "",
    period: "2023",
    comparedYears: { before: "2022", now: null },
    report: { question: "Vilka områden?", notes: false },
  };

  test("of before the year and the report were part of it is read, with the newest year and no question", async () => {
    const { projectOf, textOf } = await modules.load("/model/project.ts");
    const { period, comparedYears, report, keys, changeLogs, ...first } = project;
    const before = {
      keys: [],
      changeLogs: [],
      period: null,
      comparedYears: { before: null, now: null },
      report: { question: "", notes: true },
    };
    assert.deepEqual(projectOf(textOf(first)), { format: "troskel-project", version: 1, ...first, ...before });
  });

  test("is read as it was written, and told from other JSON by its beginning", async () => {
    const { isProject, projectOf, textOf } = await modules.load("/model/project.ts");
    const text = textOf(project);
    assert.deepEqual(projectOf(text), { format: "troskel-project", version: 1, ...project });
    assert.equal(isProject(JSON.stringify(JSON.parse(text), null, 2)), true);
    assert.deepEqual(["[]", '{"criteria":[]}', "", '{"format":"troskel-work"'].map(isProject), [false, false, false, false]);
  });

  test("is refused whole where a part is not what it should be, or it is of a newer version", async () => {
    const { projectOf, textOf } = await modules.load("/model/project.ts");
    const whole = JSON.parse(textOf(project));
    for (const [part, wrong] of Object.entries({
      notes: 1,
      files: [{ name: "a.csv", bytes: 12, sha256: "zz" }],
      before: null,
      recipes: ["x"],
      sum: "no",
      criteria: null,
      sets: {},
      reading: { tie: 1, require: null },
      filter: { ...filter, descending: "yes" },
      comparedWith: null,
      format: "other",
      version: "1",
    })) {
      assert.equal(projectOf(JSON.stringify({ ...whole, [part]: wrong })), "damaged", part);
      const { [part]: _, ...without } = whole;
      assert.equal(projectOf(JSON.stringify(without)), "damaged", `without ${part}`);
    }
    assert.equal(projectOf(JSON.stringify({ ...whole, version: 2 })), "newer");
    assert.equal(projectOf(textOf(project).slice(0, -1)), "damaged");
  });

  test("tells its files from those that come by name, size and digest", async () => {
    const { found } = await modules.load("/model/project.ts");
    const [file] = project.files;
    const other = (/** @type {object} */ part) =>
      found(file, [
        { name: "b.csv", bytes: 1, sha256: null },
        { ...file, ...part },
      ]);
    assert.deepEqual(
      [other({}), other({ sha256: "1e".repeat(32) }), other({ bytes: 13, sha256: null }), other({ sha256: null }), found(file, [])],
      ["same", "changed", "changed", "unknown", "missing"],
    );
  });
});

describe("a series as a picture", () => {
  test("a line ends at a missing value and at a break", async () => {
    const { linesOf } = await modules.load("/model/series.ts");
    const at = (/** @type {number} */ x) => ({ x, y: 0 });
    assert.deepEqual(linesOf([at(0), at(1), null, at(3), at(4)], [false, false, false, false, true]), [[at(0), at(1)], [at(3)], [at(4)]]);
    assert.deepEqual(linesOf([null, null], [false, false]), []);
  });

  test("years stand as far apart as they are, and the scale holds all values and the threshold", async () => {
    const { placesOf, spanOf } = await modules.load("/model/series.ts");
    assert.deepEqual(spanOf(["55.0", null, "61.0"], "60"), { from: 55, to: 61 });
    assert.deepEqual(spanOf(["60"], "60"), { from: 59.5, to: 60.5 });
    const places = placesOf(["2018", "2020", "2022"], ["50", null, "60"], { from: 50, to: 60 }, [100, 20]);
    assert.deepEqual(places, [{ x: 0, y: 20 }, null, { x: 100, y: 0 }]);
    assert.deepEqual(placesOf(["2018"], ["55"], { from: 50, to: 60 }, [100, 20]), [{ x: 50, y: 10 }]);
  });

  test("names that would lie on each other are moved apart, the others stay", async () => {
    const { apart } = await modules.load("/model/series.ts");
    assert.deepEqual(apart([50, 10, null, 12, 100], 20), [50, 10, null, 30, 100]);
    assert.deepEqual(apart([40, 40, 40], 20), [40, 60, 80]);
  });
});
