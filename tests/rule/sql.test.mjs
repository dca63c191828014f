// The SQL gives the core's outcomes and verdicts on every engine it is said to run on.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { cases } from "./areas.mjs";
import { engines } from "./engines.mjs";

for (const [name, open] of Object.entries(engines)) {
  const engine = await open();
  if (!engine) {
    test(`the rule on ${name}`, { skip: `${name} is not here; install it with: pip install pyspark, and a Java` });
    continue;
  }
  describe(`the rule on ${engine.name}`, () => {
    after(() => engine.close());
    for (const { title, columns, criteria, rows, outcomes, rules } of cases) {
      test(`${title}: ${rows.length} areas under ${rules.length} readings`, async () => {
        await engine.fill({ columns, rows });
        const outcomeColumns = JSON.parse(rules[0].json).outcomes.map(({ figure }, nth) =>
          "count" in figure ? `${figure.count.slice(0, -"_count".length)}_outcome` : `${criteria[nth]}_outcome`,
        );
        for (const [reading, { title, sql, verdicts }] of rules.entries()) {
          const [swedish, english] = sql;
          assert.ok([swedish, english].every((text) => text.indexOf(";") === text.length - 2));
          assert.equal(swedish.replace(/^--.*\n/gm, ""), english.replace(/^--.*\n/gm, ""));
          const found = new Map((await engine.query(sql[reading % 2])).map((row) => [row.code, row]));
          assert.equal(found.size, rows.length, title);
          for (const [nth, [code]] of rows.entries()) {
            const row = found.get(code);
            const expected = { code, ...pairs(outcomeColumns, outcomes[nth]), verdict: verdicts[nth] };
            assert.deepEqual({ ...row }, expected, `${title}: ${rows[nth]}`);
          }
        }
      });
    }
  });
}

function pairs(names, values) {
  return Object.fromEntries(names.map((name, nth) => [name, values[nth]]));
}
