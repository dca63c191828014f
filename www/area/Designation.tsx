// The municipality, apart from the verdict on the area: a list decided, and both answers stand side by side.

import { MunicipalityChoice } from "../municipality/MunicipalityChoice.tsx";
import { useText } from "./language.ts";
import { criteriaSet, municipality, verdict } from "../model/area.ts";

export function Designation() {
  const { language, text, municipality: words } = useText();
  const code = municipality.value;
  return (
    <section class="start-municipality" aria-labelledby="designation-title">
      <h2 id="designation-title">{text.start.municipality}</h2>
      <p class="help">{text.start.municipalityHelp}</p>
      <MunicipalityChoice
        language={language}
        text={words}
        code={code}
        // Without a municipality nothing is said of the verdict, and nothing is drawn anew with it.
        verdict={code === null ? null : (verdict.value ?? null)}
        set={criteriaSet.value.id}
        onChoose={(chosen) => {
          municipality.value = chosen?.code ?? null;
        }}
      />
    </section>
  );
}
