// The JSON Schema of a criteria set agrees with the reader: the same tables of changed sets decide both.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

// With `strict`, ajv refuses a schema with a misspelt keyword; the two switched off forbid what JSON Schema allows.
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
const valid = ajv.compile(read("../src/criteria/criteria-set.schema.json"));

/** Changes the memo's set, or the one it names, as a case says; tests/core/sets.rs does the same. */
function changed({ set = "promemoria-2018", at, put, times }) {
  const document = read(`../src/criteria/sets/${set}.json`);
  const value = times === undefined ? put : put.repeat(times);
  if (at === "") return value;
  const names = at.slice(1).split("/");
  const last = names.pop();
  const parent = names.reduce((member, name) => member[name], document);
  if (value === undefined) {
    assert.ok(last in parent, `${at} is not there`);
    delete parent[last];
  } else {
    parent[last] = value;
  }
  return document;
}

test("every set of the product is valid", () => {
  const folder = "../src/criteria/sets/";
  const files = readdirSync(new URL(folder, import.meta.url));
  assert.ok(files.length >= 2);
  for (const file of files) {
    assert.ok(valid(read(folder + file)), `${file}: ${ajv.errorsText(valid.errors)}`);
  }
});

test("what the reader accepts is valid", () => {
  for (const change of read("sets/accepted.json").cases) {
    assert.ok(valid(changed(change)), `${change.case}: ${ajv.errorsText(valid.errors)}`);
  }
});

test("what the reader refuses is invalid, unless a schema has no words for it", () => {
  const beyond = [];
  for (const change of read("sets/refused.json").cases) {
    const found = valid(changed(change));
    assert.equal(found, change.shape === false, change.case);
    if (found) beyond.push(change.code);
  }
  assert.deepEqual(beyond, ["duplicate-id", "bad-date", "bad-date", "require-out-of-range"]);
});
