// Who could apply, and the two verdicts that are never one.

import { type Parts, Place } from "../frame/Place.tsx";
import type { Language } from "../text/format.ts";
import { Cite, Said } from "./Cited.tsx";
import { designation, municipalityCount } from "./data.ts";
import { designated, fill } from "./facts.ts";
import type { AboutText } from "./text.sv.ts";

export function Who({ parts, language, text }: { parts: Parts; language: Language; text: AboutText["who"] }) {
  return (
    <>
      <p class="about-intro">{fill(text.intro, { count: String(designated.municipalities.length), all: String(municipalityCount) })}</p>
      <noscript>
        <p>{text.noScript}</p>
      </noscript>
      <Place part="who" of={parts} />
      <h3>{text.decides}</h3>
      {designation.decides.map((statement) => (
        <Said key={statement.text.en} statement={statement} language={language} />
      ))}
    </>
  );
}

export function Verdicts({ language, text }: { language: Language; text: AboutText["verdicts"] }) {
  return (
    <>
      <p class="about-intro">{text.intro}</p>
      <dl class="about-combinations">
        {designation.combinations.map((combination) => (
          <div key={combination.title.en} data-on-list={combination.designated} data-past={combination.meets}>
            <dt>{combination.title[language]}</dt>
            <dd>{combination.text[language]}</dd>
          </div>
        ))}
      </dl>
      <Cite origin={{ sources: designation.decides.flatMap((statement) => statement.sources) }} language={language} />
    </>
  );
}
