// What is not known, how it is computed, what happened next, and where everything comes from.

import memoText from "@data/memo/promemoria-2018.txt?raw";
import { type Language, percent } from "../text/format.ts";
import { Cited, Said } from "./Cited.tsx";
import { afterwards, day, method, money, thresholds, unknown } from "./data.ts";
import { designated, fill, sources } from "./facts.ts";
import type { AboutText } from "./text.sv.ts";

export function Unknown({ language, text }: { language: Language; text: AboutText["unknown"] }) {
  const count = designated.municipalities.length;
  const known = money.ceilings2018.known.length;
  const values = {
    count: String(count),
    knownCeilings: String(known),
    unknownCeilings: String(count - known),
  };
  return (
    <>
      <p class="about-intro">{text.intro}</p>
      {unknown.items.map((item) => (
        <Cited key={item.id} origin={{ sources: item.sources }} language={language}>
          <h3 class="about-question">{item.text[language]}</h3>
          <p>{fill(item.answer[language], values)}</p>
        </Cited>
      ))}
    </>
  );
}

export function Method({ language, text }: { language: Language; text: AboutText["method"] }) {
  const { boundary } = method;
  const threshold = thresholds.get(boundary.criterion)?.threshold ?? "";
  const left = 100n * BigInt(boundary.count);
  const right = BigInt(threshold) * BigInt(boundary.total);
  const values = {
    count: String(boundary.count),
    total: String(boundary.total),
    threshold: percent(threshold, language),
    floatText: language === "sv" ? boundary.floatText.replace(".", ",") : boundary.floatText,
  };
  return (
    <>
      <ol class="about-steps">
        {method.steps.map((step) => (
          <li key={step.text.en}>{step.text[language]}</li>
        ))}
      </ol>
      <h3>{boundary.title[language]}</h3>
      <p>{fill(boundary.text[language], values)}</p>
      <p class="about-comparison">{fill(text.comparison, { ...values, threshold, left: String(left), right: String(right) })}</p>
      {left === right && <p>{text.equal}</p>}
      <Cited origin={{ sources: boundary.sources }} language={language}>
        <p>{fill(boundary.floatNote[language], values)}</p>
      </Cited>
    </>
  );
}

export function Afterwards({ language, text }: { language: Language; text: AboutText["afterwards"] }) {
  return (
    <>
      <ol class="about-events">
        {afterwards.events.map((event) => (
          <li key={event.date}>
            <time dateTime={event.date}>{day(event.date, language)}</time>
            <Said statement={event} language={language} />
          </li>
        ))}
      </ol>
      <h3>{text.today}</h3>
      <Said statement={afterwards.today} language={language} />
      <h3>{text.confuse}</h3>
      <Said statement={afterwards.notToBeConfused} language={language} />
    </>
  );
}

/** The title of a source; what it is called in Swedish is marked as such in an English text. */
function Title({ text, language }: { text: string; language: Language }) {
  if (language === "sv") return <>{text}</>;
  return (
    <>
      {text.split(/(?<=‘)([^’]+)(?=’)/).map((part, nth) =>
        nth % 2 === 0 ? (
          part
        ) : (
          <span key={part} lang="sv">
            {part}
          </span>
        ),
      )}
    </>
  );
}

export function Sources({ language, text }: { language: Language; text: AboutText["sources"] }) {
  return (
    <>
      <p class="about-intro">{text.intro}</p>
      <ul class="about-sources">
        {Object.entries(sources).map(([id, source]) => (
          <li key={id} id={`source-${id}`}>
            {source.url === null ? (
              <Title text={source.title[language]} language={language} />
            ) : (
              <a href={source.url} rel="noreferrer">
                <Title text={source.title[language]} language={language} />
              </a>
            )}
          </li>
        ))}
        <li>{text.map}</li>
      </ul>
      <p>{text.data}</p>
      <details class="about-memo">
        <summary>{text.memo}</summary>
        <p>{text.memoNote}</p>
        <div class="about-memo-text" lang="sv">
          {memoText.trim()}
        </div>
      </details>
    </>
  );
}
