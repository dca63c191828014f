// How to apply as the memo has it: which years a period covers, and who distributes on a day that a person names.

import { type Parts, Place } from "../frame/Place.tsx";
import type { Language } from "../text/format.ts";
import { Said } from "./Cited.tsx";
import { periods } from "./data.ts";
import type { AboutText } from "./text.sv.ts";

export function Planner({ parts, language, text }: { parts: Parts; language: Language; text: AboutText["apply"] }) {
  const { application } = periods;
  return (
    <>
      <p class="about-intro">{text.intro}</p>
      <noscript>
        <p>{text.noScript}</p>
      </noscript>
      <Place part="period" of={parts} />
      <Said statement={{ text: application.text, sources: [application.source], quote: application.quote }} language={language} />
      <Said statement={application.law} language={language} />
      <Said statement={application.open} language={language} />
      <Place part="day" of={parts} />
    </>
  );
}
