// Who can apply: search, list and map, one choice for all three, and the two verdicts that are never one.

import { useState } from "preact/hooks";
import type { PlanEngine as Engine } from "../engine/plan.ts";
import type { Municipality } from "../generated/plan/plan.js";
import { designationSentence } from "../municipality/designation.ts";
import { MunicipalitySearch } from "../municipality/MunicipalitySearch.tsx";
import type { MunicipalityText } from "../municipality/text.ts";
import type { Language } from "../text/format.ts";
import { Cite, Said } from "./Cited.tsx";
import { counties, designated, designatedInOrder, designation, fill, millions, money, municipalityCount } from "./data.ts";
import { MunicipalityMap } from "./Map.tsx";
import type { AboutText } from "./text.sv.ts";

interface Props {
  engine: Engine;
  language: Language;
  text: AboutText;
  municipality: MunicipalityText;
}

export function Who({ engine, language, text, municipality }: Props) {
  const [chosen, setChosen] = useState<Municipality | null>(null);
  const count = String(designated.municipalities.length);

  function chooseListed(code: string) {
    const place = designatedInOrder.find((municipality) => municipality.code === code);
    if (place !== undefined) setChosen({ ...place, county: counties.get(code.slice(0, 2)) ?? "", designated: true });
  }

  return (
    <>
      <p class="about-intro">{fill(text.who.intro, { count, all: String(municipalityCount) })}</p>
      <noscript>
        <p>{text.who.noScript}</p>
      </noscript>
      <MunicipalitySearch engine={engine} text={municipality} onChoose={setChosen} />
      <div class="about-answer" role="status">
        {chosen === null ? (
          <p class="about-answer-none">{text.who.nothingChosen}</p>
        ) : (
          <Answer chosen={chosen} language={language} text={text} />
        )}
      </div>
      <div class="about-places">
        <div>
          <h3>{fill(text.who.list, { count })}</h3>
          <ul class="about-list">
            {designatedInOrder.map(({ code, name }) => (
              <li key={code}>
                <button type="button" aria-pressed={chosen?.code === code} onClick={() => chooseListed(code)}>
                  {name} <span class="about-code">{code}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
        <MunicipalityMap text={text.who} chosen={chosen?.code ?? null} onChoose={chooseListed} />
      </div>
      <h3>{text.who.decides}</h3>
      {designation.decides.map((statement) => (
        <Said key={statement.text.en} statement={statement} language={language} />
      ))}
    </>
  );
}

function Answer({ chosen, language, text }: { chosen: Municipality; language: Language; text: AboutText }) {
  const kind = chosen.designated ? "designated" : "not-designated";
  const ceiling = money.ceilings2018.known.find(({ code }) => code === chosen.code);
  return (
    <>
      <p class="about-answer-sentence" data-designation={kind}>
        {designationSentence({ kind, municipality: chosen, listed: designated.municipalities.length }, language)}
      </p>
      <p class="about-answer-facts">
        {text.who.code} {chosen.code}, {chosen.county}.{" "}
        {chosen.designated &&
          (ceiling === undefined
            ? `${text.money.ceilings}: ${text.money.unknown}.`
            : `${text.money.ceilings}: ${ceiling.approximate ? `${text.money.about} ` : ""}${millions(ceiling.thousandKronor, language)} ${text.money.unit}.`)}
      </p>
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
