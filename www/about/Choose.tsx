// Who could apply: search, list and map, one choice for all three.

import { useState } from "preact/hooks";
import { planEngine } from "../engine/plan.ts";
import type { Municipality } from "../generated/plan/plan.js";
import { designationSentence } from "../municipality/designation.ts";
import { MunicipalitySearch } from "../municipality/MunicipalitySearch.tsx";
import type { MunicipalityText } from "../municipality/text.ts";
import type { Language } from "../text/format.ts";
import { ceilings2018, counties, designated, designatedInOrder, fill, millions } from "./facts.ts";
import type { LiveText } from "./live.sv.ts";
import { MunicipalityMap } from "./Map.tsx";

interface Props {
  language: Language;
  text: LiveText;
  municipality: MunicipalityText;
}

export function Choose({ language, text, municipality }: Props) {
  const [chosen, setChosen] = useState<Municipality | null>(null);
  const count = String(designated.municipalities.length);

  function chooseListed(code: string) {
    const place = designatedInOrder.find((municipality) => municipality.code === code);
    if (place !== undefined) setChosen({ ...place, county: counties.get(code.slice(0, 2)) ?? "", designated: true });
  }

  return (
    <>
      <MunicipalitySearch
        id="municipality"
        engine={planEngine.value}
        text={municipality}
        chosen={chosen?.name ?? null}
        onChoose={setChosen}
      />
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
    </>
  );
}

function Answer({ chosen, language, text }: { chosen: Municipality; language: Language; text: LiveText }) {
  const kind = chosen.designated ? "designated" : "not-designated";
  const ceiling = ceilings2018.known.find(({ code }) => code === chosen.code);
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
