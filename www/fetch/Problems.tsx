// What could not be fetched and why, with what to do; the typed way is always open.

import type { Language } from "../text/format.ts";
import { whole } from "../text/format.ts";
import { address } from "../addresses.ts";
import { useText } from "./language.ts";
import type { Problem } from "./problem.ts";
import { below } from "./root.ts";
import { elsewhere, inLanguage, type Table } from "./sources.ts";
import { problems } from "./state.ts";
import { TableLink } from "./TableLink.tsx";
import type { FetchText } from "./text.sv.ts";

/** Each problem is said once, with all the tables that it concerns. */
export function Problems() {
  const { text, language } = useText();
  const said = new Map<string, { kind: Problem["kind"]; tables: readonly Table[] }>();
  for (const { query, problem } of problems.value.values()) {
    const words = problemText(problem, text, language);
    const tables: readonly Table[] = said.get(words)?.tables ?? [];
    said.set(words, { kind: problem.kind, tables: tables.includes(query.table) ? tables : [...tables, query.table] });
  }
  if (said.size === 0) return null;
  return (
    <section class="notice fetch-problems" role="alert" aria-labelledby="problems-title">
      <h3 id="problems-title">{text.problem.title}</h3>
      {[...said].map(([words, { kind, tables }]) => (
        <div key={words} data-problem={kind}>
          <p>{words}</p>
          <p class="help">
            {text.problem.pages(tables.length === 1)}:{" "}
            {tables.map((table, nth) => (
              <span key={table.name}>
                {nth > 0 && ", "}
                <TableLink table={table} language={language}>
                  {table.title[language]}
                </TableLink>
              </span>
            ))}
          </p>
        </div>
      ))}
      <Typed />
    </section>
  );
}

/** The ways that need nothing of what was fetched. */
export function Typed() {
  const { text, language } = useText();
  return (
    <p>
      <a href={below(address("area", language), language)}>{text.problem.typed}</a>. {text.problem.also}{" "}
      {elsewhere.map(({ name, url }, nth) => (
        <span key={url}>
          {nth > 0 && ", "}
          <a href={inLanguage(url, language)} rel="noreferrer">
            {name[language]}
          </a>
        </span>
      ))}
      .
    </p>
  );
}

function problemText(problem: Problem, text: FetchText, language: Language): string {
  switch (problem.kind) {
    case "changed":
      return text.problem.changed(problem.what);
    case "wrong-size":
      return text.problem["wrong-size"](whole(problem.expected, language), whole(problem.found, language));
    default:
      return text.problem[problem.kind];
  }
}
