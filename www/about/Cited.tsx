// A statement with its source beside it, in the margin where there is room.

import type { ComponentChildren } from "preact";

import { type Language, quoted } from "../text/format.ts";
import { fill, type Origin, type Statement, sources } from "./facts.ts";

export function Cite({ origin, language }: { origin: Origin; language: Language }) {
  const known = origin.sources.flatMap((id) => {
    const source = sources[id];
    return source === undefined ? [] : [{ id, source }];
  });
  return (
    <p class="about-cite">
      {known.map(({ id, source }, at) => (
        <>
          {at > 0 && ", "}
          <a href={`#source-${id}`}>{source.short[language]}</a>
        </>
      ))}
      {origin.quote !== undefined && (
        <>
          {": "}
          <q lang="sv">{quoted(origin.quote)}</q>
        </>
      )}
    </p>
  );
}

export function Cited({ origin, language, children }: { origin: Origin; language: Language; children: ComponentChildren }) {
  return (
    <div class="about-cited">
      <div>{children}</div>
      <Cite origin={origin} language={language} />
    </div>
  );
}

export function Said({
  statement,
  language,
  values = {},
}: {
  statement: Statement;
  language: Language;
  values?: Readonly<Record<string, string>>;
}) {
  return (
    <Cited origin={statement} language={language}>
      <p>{quoted(fill(statement.text[language], values))}</p>
    </Cited>
  );
}
