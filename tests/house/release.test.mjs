// What a release writes: a version that follows, and the changelog's news under it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dated, follows } from "../../tools/release.mjs";

test("a version follows by its first place that differs, compared as numbers", () => {
  for (const [next, last] of [
    ["0.2.0", "0.1.9"],
    ["0.10.0", "0.9.0"],
    ["1.0.0", "0.99.99"],
    ["0.1.1", "0.1.0"],
  ])
    assert.ok(follows(next, last), `${next} after ${last}`);
  for (const [next, last] of [
    ["0.1.0", "0.1.0"],
    ["0.1.9", "0.2.0"],
    ["0.9.0", "0.10.0"],
  ])
    assert.ok(!follows(next, last), `${next} after ${last}`);
});

test("what was unreleased stands under the version and its day, and the next news begin empty", () => {
  assert.equal(
    dated("# Changelog\n\n## Unreleased\n\n- News.\n", "0.2.0", "2026-12-01"),
    "# Changelog\n\n## Unreleased\n\n## 0.2.0 – 2026-12-01\n\n- News.\n",
  );
});
