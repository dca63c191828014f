// The view Om kriterierna: a long calm page with its own list of contents. All but its live parts is text.

import type { ComponentChildren } from "preact";
import type { Parts } from "../frame/Place.tsx";
import type { Language } from "../text/format.ts";
import { Measures } from "./Measures.tsx";
import { Money } from "./Money.tsx";
import { Planner } from "./Planner.tsx";
import { Programme } from "./Programme.tsx";
import { Afterwards, Method, Sources, Unknown } from "./Rest.tsx";
import { Rule } from "./Rule.tsx";
import type { AboutText } from "./text.sv.ts";
import { Verdicts, Who } from "./Who.tsx";

interface Props {
  language: Language;
  text: AboutText;
  parts: Parts;
}

/** What most come for stands open; the rest opens when it is wanted. */
const UNFOLDED = 4;

export function About({ language, text, parts }: Props) {
  const sections: Readonly<Record<keyof AboutText["sections"], ComponentChildren>> = {
    who: <Who parts={parts} language={language} text={text.who} />,
    rule: <Rule language={language} text={text.rule} />,
    verdicts: <Verdicts language={language} text={text.verdicts} />,
    money: <Money language={language} text={text.money} />,
    apply: <Planner parts={parts} language={language} text={text.apply} />,
    programme: <Programme language={language} text={text.programme} />,
    measures: <Measures language={language} text={text.measures} />,
    unknown: <Unknown language={language} text={text.unknown} />,
    method: <Method language={language} text={text.method} />,
    afterwards: <Afterwards language={language} text={text.afterwards} />,
    sources: <Sources language={language} text={text.sources} />,
    accessibility: text.accessibility.text.map((paragraph) => <p key={paragraph}>{paragraph}</p>),
  };
  const entries = Object.entries(sections) as [keyof AboutText["sections"], ComponentChildren][];
  return (
    <div class="about">
      <header class="about-header">
        <h1>{text.title}</h1>
        <p class="about-lead">{text.lead}</p>
      </header>
      <nav class="about-contents" aria-labelledby="about-contents">
        <h2 id="about-contents">{text.contents}</h2>
        <ol>
          {entries.map(([id]) => (
            <li key={id}>
              <a href={`#${id}`}>{text.sections[id]}</a>
            </li>
          ))}
        </ol>
      </nav>
      {entries.map(([id, content], nth) =>
        nth < UNFOLDED ? (
          <section key={id} id={id} class="about-section" aria-labelledby={`${id}-heading`}>
            <h2 id={`${id}-heading`}>{text.sections[id]}</h2>
            {content}
          </section>
        ) : (
          <details key={id} id={id} class="about-section about-folded">
            <summary>
              <h2 id={`${id}-heading`}>{text.sections[id]}</h2>
            </summary>
            {content}
          </details>
        ),
      )}
    </div>
  );
}
