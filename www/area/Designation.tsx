// The municipality, apart from the verdict on the area: a list decided, and both answers stand side by side.

import { address } from "../addresses.ts";
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
        // An area's name is what many type here: the page that has their names is shown the way to.
        elsewhere={
          <a class="link" href={`${"../".repeat(address("area", language).split("/").length - 1)}${address("fetch", language)}`}>
            {text.start.findArea}
          </a>
        }
        onChoose={(chosen) => {
          municipality.value = chosen?.code ?? null;
        }}
      />
    </section>
  );
}
