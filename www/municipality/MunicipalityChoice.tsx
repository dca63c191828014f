// Choosing the municipality that an area lies in, with the two answers side by side: what the list says of the
// municipality, and what that means beside the verdict on the area. The two are never made into one.

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { loadPlanEngine, planEngine } from "../engine/plan.ts";
import type { Municipality, Verdict } from "../generated/plan/plan.js";
import type { Language } from "../text/format.ts";
import { combination, designationSentence, nameOf } from "./designation.ts";
import { MunicipalitySearch } from "./MunicipalitySearch.tsx";
import type { MunicipalityText } from "./text.ts";

interface Props {
  language: Language;
  text: MunicipalityText;
  /** The four digits of the municipality chosen, or null. */
  code: string | null;
  /** The verdict on the area under the reading in use, or null before there is one. */
  verdict: Verdict | null;
  /** The id of the criteria set that the verdict is by. */
  set: string;
  /** What to do where no municipality is found. */
  elsewhere?: ComponentChildren;
  onChoose: (municipality: Municipality | null) => void;
}

export function MunicipalityChoice({ language, text, code, verdict, set, elsewhere, onChoose }: Props) {
  const loaded = planEngine.value;
  const need = () => {
    if (planEngine.value.state !== "ready") void loadPlanEngine();
  };
  // The list comes with a larger module: it is fetched once there is something to say, or somebody goes to the search.
  useEffect(() => {
    if (code !== null) need();
  }, [code]);
  const designation = loaded.state === "ready" && code !== null ? loaded.core.designation(code) : null;
  const both = designation === null ? null : combination(designation, verdict, set);
  return (
    <div class="municipality-choice" onFocusIn={need}>
      <MunicipalitySearch
        id="municipality"
        engine={loaded}
        text={text}
        elsewhere={elsewhere}
        chosen={nameOf(designation)}
        onChoose={onChoose}
      />
      <div role="status">
        {designation !== null && (
          <p class="municipality-choice-list" data-designation={designation.kind}>
            {designationSentence(designation, language)}
          </p>
        )}
        {both !== null && (
          <p class="help">
            <b>{both.title[language]}.</b> {both.text[language]}
          </p>
        )}
      </div>
      {designation !== null && (
        <button type="button" class="link" onClick={() => onChoose(null)}>
          {text.remove}
        </button>
      )}
    </div>
  );
}
