// The generated areas, with the core's answers, from the crate's example `rule-areas`.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const OUTCOMES = { m: "met", a: "at-threshold", n: "not-met", u: "unknown" };
const VERDICTS = { m: "meets", d: "does-not-meet", u: "undetermined" };

const root = fileURLToPath(new URL("../..", import.meta.url));
const { status, stdout } = spawnSync(
  "cargo",
  ["run", "--quiet", "--locked", "--example", "rule-areas", "--", process.env.TROSKEL_RULE_AREAS ?? "10000"],
  {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "inherit"],
  },
);
if (status !== 0) throw new Error("The areas could not be made: cargo run --example rule-areas");

/** A figure as the cells of its columns. */
function cells(figure) {
  if (Array.isArray(figure)) return figure;
  return [figure !== null && typeof figure === "object" ? figure.persons : figure];
}

/** One entry for each set and kind of figures. */
export const cases = JSON.parse(stdout).cases.map(({ set, kind, inputs, outcomes, rules }) => {
  const criteria = JSON.parse(rules[0].json).outcomes;
  const columns = criteria.flatMap(({ figure }) =>
    Object.entries(figure).map(([part, name]) => ({ name, type: part === "percent" ? "decimal" : "bigint" })),
  );
  return {
    title: `${set}, ${kind}`,
    criteria: criteria.map(({ figure }) => Object.values(figure)[0].replace(kind === "counts" ? /_count$/ : "", "")),
    columns: [{ name: "code", type: "text" }, ...columns],
    rows: inputs.map((figures, nth) => [`0180R${nth}`, ...figures.flatMap(cells)]),
    outcomes: outcomes.map((letters) => [...letters].map((letter) => OUTCOMES[letter])),
    rules: rules.map((rule) => ({
      ...rule,
      title: `${rule.reading.tie}, ${rule.reading.require}`,
      verdicts: [...rule.verdicts].map((letter) => VERDICTS[letter]),
    })),
  };
});
