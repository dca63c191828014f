// What could not be fetched and why, with what to do; the typed way is always open.

import type { Language } from "../text/format.ts";
import { whole } from "../text/format.ts";
import { address } from "../addresses.ts";
import { useText } from "./language.ts";
import type { Problem } from "./problem.ts";
import { below } from "./root.ts";
import { elsewhere, inLanguage } from "./sources.ts";
import { TableLink } from "./Sent.tsx";
import { problems } from "./state.ts";
import type { FetchText } from "./text.sv.ts";

export function Problems() {
  const { text, language } = useText();
  const all = [...problems.value];
  if (all.length === 0) return null;
  return (
    <section class="notice fetch-problems" role="alert" aria-labelledby="problems-title">
      <h2 id="problems-title">{text.problem.title}</h2>
      <ul>
        {all.map(([name, { query, problem }]) => (
          <li key={name} data-problem={problem.kind}>
            {text.problem.which(query.table.title[language], problemText(problem, text, language))}{" "}
            <TableLink table={query.table} language={language}>
              {text.problem.page}
            </TableLink>
          </li>
        ))}
      </ul>
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
